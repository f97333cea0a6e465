"""Start, and end without a traceback whatever happens."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from wentwell._version import __version__
from wentwell.cli._say import say

FIRST_WORDS = """\
wentwell: how did my interview go, honestly, and what do I do next?
  wentwell demo                        see it work on made-up interviews
  wentwell debrief                     a few questions, right after your interview
  wentwell assess notes.txt call.vtt   read what you have and say how it looks
  wentwell list                        your interviews so far    (everything: wentwell --help)"""

COMMANDS = {
    "demo": "_demo",
    "debrief": "_debrief",
    "assess": "_assess",
    "read": "_read",
    "signs": "_signs",
    "list": "_journal",
    "board": "_board",
    "job": "_job",
    "search": "_board",
    "show": "_journal",
    "correct": "_correct",
    "context": "_context",
    "outcome": "_journal",
    "thank": "_draft",
    "draft": "_draft",
    "today": "_today",
    "next": "_next",
    "pace": "_pace",
    "calibration": "_record",
    "learn": "_record",
    "calendar": "_calendar",
    "practice": "_practice",
    "mail": "_mail",
    "inbox": "_inbox",
    "delete": "_journal",
    "export": "_journal",
    "import": "_journal",
    "backup": "_journal",
    "restore": "_journal",
    "schema": "_schema",
    "serve": "_serve",
    "doctor": "_doctor",
    "completion": "_completion",
}
"""Command by the module it lives in: loaded when it is used, so that the start stays quick."""

BAD_INPUT, STOPPED, UNEXPECTED = 2, 130, 1


class LazyGroup(click.Group):
    """A group whose commands load when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"wentwell.cli.{module}"), f"{cmd_name}_command")
        return command


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="wentwell", message="%(prog)s %(version)s")
@click.option(
    "--journal",
    type=click.Path(dir_okay=False),
    envvar="WENTWELL_JOURNAL",
    help="The journal file (default: in your data folder).",
)
@click.pass_context
def wentwell(ctx: click.Context, journal: str | None) -> None:
    """Say how an interview went, honestly, and what to do next.

    Everything stays on this computer. Only what you ask for by name opens a connection: your own mail
    server (mail), the language model that you set up (--polish).
    """
    ctx.obj = journal
    if ctx.invoked_subcommand is None:
        click.echo(FIRST_WORDS)
        return
    from wentwell.cli._feed import following

    ctx.call_on_close(following(journal))


def main() -> NoReturn:
    """Run the command line and exit: 0 well, 2 bad input, 130 stopped, 1 something unexpected."""
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        # PYTHONUNBUFFERED: without a buffer Python forgets the rest of a write that a signal interrupts
        whole = io.BufferedWriter(io.FileIO(sys.stdout.fileno(), "w", closefd=False))
        sys.stdout = io.TextIOWrapper(whole, encoding=sys.stdout.encoding, line_buffering=True)
    for stream in (sys.stdout, sys.stderr):
        # a terminal that cannot show a character shows a question mark, not an error
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = wentwell.main(prog_name="wentwell", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as wrong:
        say(wrong.format_message())
        sys.exit(BAD_INPUT)
    except (click.Abort, KeyboardInterrupt):
        say("stopped; nothing that you answered or saved is lost.")
        sys.exit(STOPPED)
    except (BrokenPipeError, SystemExit):
        # whoever read our output has closed it (click makes an exit of that): stop quietly, also when
        # Python flushes at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as wrong:
        if os.environ.get("WENTWELL_TRACEBACK"):
            raise
        say(_plain(wrong))
        sys.exit(BAD_INPUT if _is_bad_input(wrong) else UNEXPECTED)
    sys.exit(status if isinstance(status, int) else 0)


def _is_bad_input(wrong: Exception) -> bool:
    # by name: the modules that define them may not be loaded at all
    return any(kind.__name__ in ("SourceError", "JournalError") for kind in type(wrong).__mro__)


def _plain(wrong: Exception) -> str:
    if _is_bad_input(wrong):
        return str(wrong)
    if isinstance(wrong, OSError) and wrong.strerror:
        return f"{wrong.filename or 'the system'}: {wrong.strerror}"
    # the message itself could hold the user's words, so only the kind of error is told
    return (
        f"unexpected problem ({type(wrong).__name__}); nothing was changed. "
        "Set WENTWELL_TRACEBACK=1 and run it again to see where, and please report it."
    )
