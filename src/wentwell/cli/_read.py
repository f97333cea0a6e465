"""``wentwell read``: the ledger of quotes alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, islice

import click

from wentwell.cli._files import Files, console
from wentwell.cli._options import refuse_json_without_number
from wentwell.cli._say import counting, say, unbroken, working
from wentwell.interview import Document, Evidence

_FEW = 10
"""Documents up to which all are told together, as one interview; more are told one by one."""


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
    """Find the signs in FILES and show the words that show them.

    A folder stands for all files inside it. Up to ten documents are told together, as one interview; more
    are told one by one, as they are read.
    """
    refuse_json_without_number(as_json=as_json, no_number=no_number)
    named = Files.inside(files, kind)
    told = _Told(as_json=as_json, number=not no_number)
    documents = iter(named)
    first = list(islice(documents, _FEW + 1))
    if len(first) > _FEW:
        if not _one_by_one(chain(first, documents), len(named.files), i_am, told):
            return 130
    elif first:
        _together([document for _, document in first], i_am, told)
    return 2 if named.wrong else 0


class _Told:
    """How evidence is printed."""

    def __init__(self, *, as_json: bool, number: bool) -> None:
        self._as_json = as_json
        self._number = number
        self._is_first = True

    def print(self, evidence: Sequence[Evidence], documents: Sequence[Document], title: str = "") -> None:
        if self._as_json:
            click.echo("".join(f"{found.model_dump_json()}\n" for found in evidence), nl=False)
            return
        from wentwell.telling import clean, ledger_to_terminal

        screen = console()
        if title:
            screen.print(
                *([] if self._is_first else [""]), clean(title), sep="\n", markup=False, style="bold"
            )
            self._is_first = False
        ledger_to_terminal(evidence, documents, screen, number=self._number)


def _together(documents: Sequence[Document], i_am: str | None, told: _Told) -> None:
    from wentwell import Interview
    from wentwell._assess import read_interview

    with working(documents):
        interview, warnings = read_interview(Interview(documents=tuple(documents)), i_am=i_am)
    for warning in warnings:
        say(warning)
    told.print(interview.evidence, interview.documents)


def _one_by_one(documents: Iterator[tuple[int, Document]], files: int, i_am: str | None, told: _Told) -> bool:
    """Print what each document shows as soon as it is read; return whether it came to the end."""
    from wentwell import read_many
    from wentwell._assess import apart, with_roles

    names: dict[str, int] = {}
    waiting: deque[tuple[int, Document]] = deque()
    done = 0

    def known() -> Iterator[Document]:
        for number, document in documents:
            name = apart(document.name or document.kind, names)
            known, unsure = with_roles(document.model_copy(update={"name": name}), i_am)
            for warning in unsure:
                say(warning)
            waiting.append((number, known))
            yield known

    try:
        with counting(files) as move, closing(read_many(known())) as found:
            for evidence in found:
                number, document = waiting.popleft()
                done += 1
                with unbroken():
                    if evidence:
                        told.print(evidence, [document], title=document.name or "")
                move(number)
    except KeyboardInterrupt:
        say(f"stopped; {done:,} documents were read, and what they show is printed.")
        return False
    return True
