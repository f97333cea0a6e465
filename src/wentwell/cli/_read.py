"""``wentwell read``: the ledger of quotes alone."""

from __future__ import annotations

import click

from wentwell.cli._files import console, read_files
from wentwell.cli._options import refuse_json_without_number
from wentwell.cli._say import say, working


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--kind", type=click.Choice(["notes", "mail", "transcript"]), help="What the files are, if unclear."
)
@click.option("--i-am", metavar="NAME", help="Your name, or your speaker label, in the transcript.")
@click.option("--json", "as_json", is_flag=True, help="Print the evidence as JSON, one line each.")
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
def read_command(
    files: tuple[str, ...], kind: str | None, i_am: str | None, *, as_json: bool, no_number: bool
) -> int:
    """Find the signs in FILES and show the words that show them."""
    refuse_json_without_number(as_json=as_json, no_number=no_number)
    documents, wrong = read_files(files, kind)
    if not documents:
        return 2
    from wentwell import Interview
    from wentwell._assess import read_interview
    from wentwell.telling import ledger_to_terminal

    with working(documents):
        interview, warnings = read_interview(Interview(documents=tuple(documents)), i_am=i_am)
    for warning in warnings:
        say(warning)
    if as_json:
        for found in interview.evidence:
            click.echo(found.model_dump_json())
    else:
        ledger_to_terminal(interview.evidence, interview.documents, console(), number=not no_number)
    return 2 if wrong else 0
