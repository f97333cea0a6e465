"""Hand an answer to the telling the user asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from wentwell.cli._files import console, refuse_overwriting, write_whole
from wentwell.cli._options import refuse_json_without_number
from wentwell.interview import Answer

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--json", "as_json", is_flag=True, help="Print everything as JSON."),
    click.option("--md", "as_markdown", is_flag=True, help="Print Markdown."),
    click.option(
        "--html",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
        metavar="OUT",
        help="Write a page to this file; - for standard output.",
    ),
    click.option("--force", is_flag=True, help="With --html: overwrite the file that is there."),
    click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number."),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """How the user wants an answer told."""

    as_json: bool = False
    as_markdown: bool = False
    html: Path | None = None
    number: bool = True


def telling_options(command: F) -> F:
    """Give a command the options of how to tell an answer."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def telling_from(options: dict[str, Any], journal: str | None, files: Sequence[str] = ()) -> Telling:
    """Make a telling of a command's options, before anything is read or kept.

    Parameters
    ----------
    options : dict
        The command's options.
    journal : str, optional
        The journal file as given: a page never takes its place, nor that of one of ``files``.
    files : sequence of str
        The files that are read.
    """
    html: Path | None = options["html"]
    if (options["as_json"], options["as_markdown"], html is not None).count(True) > 1:
        raise click.UsageError("choose one of --json, --md and --html")
    refuse_json_without_number(as_json=options["as_json"], no_number=options["no_number"])
    if options["force"] and html is None:
        raise click.UsageError("--force goes with --html")
    if html is not None and html != _STANDARD_OUTPUT:
        refuse_overwriting(html, journal, files, force=options["force"])
    return Telling(options["as_json"], options["as_markdown"], html, not options["no_number"])


_STANDARD_OUTPUT = Path("-")


def give(answer: Answer, telling: Telling) -> None:
    """Print or write an answer as the user asked."""
    if telling.html == _STANDARD_OUTPUT:
        from wentwell.telling import to_html

        click.echo(to_html(answer, number=telling.number))
    elif telling.html is not None:
        _save_page(answer, telling.html, number=telling.number)
    else:
        tell(answer, as_json=telling.as_json, as_markdown=telling.as_markdown, number=telling.number)


def tell(answer: Answer, *, as_json: bool = False, as_markdown: bool = False, number: bool = True) -> None:
    """Print an answer."""
    from wentwell import telling

    if as_json:
        click.echo(telling.to_json(answer))
    elif as_markdown:
        click.echo(telling.to_markdown(answer, number=number))
    else:
        telling.to_terminal(answer, console(), number=number)


def _save_page(answer: Answer, path: Path, *, number: bool) -> None:
    from wentwell.telling import clean, to_html

    write_whole(path, to_html(answer, number=number))
    click.echo(f"Written to {clean(str(path))}.", err=True)
