"""``wentwell correct``: strike what was found wrongly, add what was missed.

Each correction is in the journal before it is acknowledged, together with what stands after it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from wentwell.cli._answers import without_unknown_answers
from wentwell.cli._journal import finished, open_journal
from wentwell.cli._options import NUMBER, refuse_json_without_number, today
from wentwell.cli._say import read_line, say, working
from wentwell.cli._signs import refuse_unknown_sign
from wentwell.interview import Answer, Correction, Evidence
from wentwell.reviewing import keep_shown, weighed

if TYPE_CHECKING:
    from wentwell.journal import Journal, Record

T = TypeVar("T")
_PLACE = click.IntRange(min=1)
_HELP = "A number strikes that sign, a adds one, u takes a correction back, l lists again, Enter ends."


@click.command("correct")
@click.argument("number", metavar="ID", type=NUMBER)
@click.option("--list", "only_list", is_flag=True, help="Only list the signs found and your corrections.")
@click.option("--json", "as_json", is_flag=True, help="With --list: print as JSON.")
@click.option(
    "--strike",
    "struck",
    type=_PLACE,
    multiple=True,
    metavar="N",
    help="Strike sign N of the list; repeatable.",
)
@click.option("--add", "label", metavar="LABEL", help="Add a sign that was missed; with --quote.")
@click.option("--quote", metavar="WORDS", help="With --add: the exact words that show it.")
@click.option("--document", metavar="NAME", help="With --add: where the words stand, if in several.")
@click.option(
    "--undo", "undone", type=_PLACE, multiple=True, metavar="N", help="Take correction N back; repeatable."
)
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
@click.pass_obj
def correct_command(
    journal: str | None,
    /,
    *,
    number: int,
    only_list: bool,
    as_json: bool,
    struck: tuple[int, ...],
    label: str | None,
    quote: str | None,
    document: str | None,
    undone: tuple[int, ...],
    no_number: bool,
) -> None:
    """Strike signs that were found wrongly in interview ID, or add some that were missed.

    Without options it lists the signs and asks. What you correct wins over whatever reads your words,
    now and later.
    """
    changes = bool(struck or undone or label is not None)
    refuse_json_without_number(as_json=as_json, no_number=no_number)
    if (label is None) != (quote is None) or (document is not None and label is None):
        raise click.UsageError("--add LABEL and --quote WORDS go together, and --document with them")
    if only_list and changes:
        raise click.UsageError("--list changes nothing; leave it out, or run it by itself")
    if as_json and not only_list:
        raise click.UsageError("--json goes with --list")
    if label is not None:
        refuse_unknown_sign(label)
    with open_journal(journal) as book:
        corrector = _Corrector(book, number, figures=not no_number)
        if only_list:
            corrector.tell_list(as_json=as_json)
        elif changes:
            corrector.change(
                struck=_picked(corrector.signs, struck, f"sign {{}}; wentwell correct {number} --list"),
                undone=_picked(
                    corrector.corrections, undone, f"correction {{}}; wentwell correct {number} --list"
                ),
                added=None if label is None or quote is None else (label, quote, document),
            )
        else:
            _Dialogue(corrector).run()
            click.echo(f"See it whole: wentwell show {number}")


def _picked(listed: Sequence[T], places: Iterable[int], what: str) -> list[T]:
    """Return what the places in a list mean, each once."""
    wanted = list(dict.fromkeys(places))
    for place in wanted:
        if place > len(listed):
            raise click.UsageError(f"there is no {what.format(place)} shows them")
    return [listed[place - 1] for place in wanted]


class _Corrector:
    """An interview as it stands, and the changes made to it one after the other."""

    def __init__(self, book: Journal, number: int, *, figures: bool) -> None:
        self._book = book
        self._number = number
        self._figures = figures
        record = finished(book, number)
        self._record = record.model_copy(update={"interview": without_unknown_answers(record.interview)})
        self._answer = self._weighed(self._record)

    def _weighed(self, record: Record) -> Answer:
        with working(record.interview.documents):
            return weighed(record, today(), self._book.learned(record.interview.person))

    @property
    def signs(self) -> list[Evidence]:
        """What stands in the words, in their order. Answers are the candidate's own and are not struck."""
        return [found for found in self._answer.interview.evidence if found.found_by != "answered"]

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was corrected so far."""
        return self._answer.interview.corrections

    @property
    def documents(self) -> list[str]:
        """Names of the documents that words can be quoted from."""
        return [str(text.name) for text in self._answer.interview.documents if text.kind != "answers"]

    def change(
        self,
        struck: Sequence[Evidence] = (),
        undone: Sequence[Correction] = (),
        added: tuple[str, str, str | None] | None = None,
    ) -> None:
        """Make changes, keep them, and say what they do."""
        from wentwell.correcting import add_sign, strike, take_back
        from wentwell.telling import change_sentence

        before, interview = self._answer, self._answer.interview
        try:
            for correction in undone:
                interview = take_back(interview, correction)
            standing = len(interview.corrections)
            for found in struck:
                interview = strike(interview, found)
            if added is not None:
                interview = add_sign(interview, *added)
        except ValueError as wrong:
            raise click.UsageError(str(wrong)) from None
        made = interview.corrections[standing:]
        record = self._record.model_copy(update={"interview": interview})
        after = self._weighed(record)
        self._book.correct(self._number, after.interview, made, undone)
        self._record, self._answer = record, after
        self._tell_done(made, undone)
        click.echo(change_sentence(before.assessment, after.assessment, number=self._figures))
        keep_shown(self._book, self._book.get(self._number), after)
        for warning in after.warnings:
            if warning not in before.warnings:
                say(warning)

    def _tell_done(self, made: Iterable[Correction], undone: Iterable[Correction]) -> None:
        from wentwell.telling import clean, sign_name

        for correction in undone:
            done = "struck" if correction.done == "strike" else "added"
            click.echo(f"Taken back: {done}: {clean(sign_name(correction.label))}.")
        for correction in made:
            click.echo(
                f"{'Struck' if correction.done == 'strike' else 'Added'}: {sign_name(correction.label)}."
            )

    def tell_list(self, *, as_json: bool = False) -> None:
        """Print the signs that stand and the corrections, each with its number."""
        if as_json:
            self._tell_json()
            return
        click.echo(f"Signs found in number {self._number}")
        self.tell_signs(self.signs)
        if self.corrections:
            click.echo("\nYour corrections")
            self.tell_corrections()

    def tell_signs(self, signs: Sequence[Evidence], first: int = 1) -> None:
        """Print signs with their numbers."""
        from wentwell.cli._files import console
        from wentwell.telling import numbered_to_terminal

        documents = self._answer.interview.documents
        numbered_to_terminal(signs, documents, console(), first=first, number=self._figures)

    def tell_corrections(self) -> None:
        """Print the corrections with their numbers."""
        from wentwell.cli._files import console
        from wentwell.telling import corrections_to_terminal

        corrections_to_terminal(
            [fitting or made for made, fitting in self._fitted()],
            self._answer.interview.documents,
            console(),
        )

    def _fitted(self) -> list[tuple[Correction, Correction | None]]:
        from wentwell.correcting import fitted

        return [(made, fitted(made, self._answer.interview.documents)) for made in self.corrections]

    def _tell_json(self) -> None:
        told = {
            "signs": [
                {"number": place, **found.model_dump(mode="json")}
                for place, found in enumerate(self.signs, 1)
            ],
            "corrections": [
                {"number": place, "fits": fitting is not None, **(fitting or made).model_dump(mode="json")}
                for place, (made, fitting) in enumerate(self._fitted(), 1)
            ],
        }
        click.echo(json.dumps(told, indent=2))


class _Dialogue:
    """The list, and then one change after the other; a number means the same sign all the time."""

    def __init__(self, corrector: _Corrector) -> None:
        self._corrector = corrector
        self._listed: list[Evidence] = []

    def run(self) -> None:
        """Ask until there is no more to correct."""
        from wentwell.telling import clean

        self._list()
        while True:
            try:
                answer = read_line("> ").strip().lower()
                if not answer:
                    return
                self._do(answer)
            except click.UsageError as wrong:
                click.echo(f"  {clean(wrong.message)}")
            except click.Abort:  # the end of the input
                click.echo()
                return

    def _list(self) -> None:
        self._corrector.tell_list()
        self._listed = self._corrector.signs
        click.echo(f"\n{_HELP}")

    def _do(self, answer: str) -> None:
        parts = answer.replace(",", " ").split()
        if all(part.isdecimal() for part in parts):
            self._corrector.change(struck=self._standing([int(part) for part in parts]))
        elif answer == "a":
            self._corrector.change(added=self._ask_added())
        elif answer == "u":
            self._corrector.change(undone=self._ask_undone())
        elif answer == "l":
            self._list()
            return
        else:
            raise click.UsageError(_HELP)
        self._tell_new()

    def _standing(self, places: Iterable[int]) -> list[Evidence]:
        standing = {_words(found): found for found in self._corrector.signs}
        listed = _picked(self._listed, places, "sign {}; l")
        for found in listed:
            if _words(found) not in standing:
                raise click.UsageError(
                    f"sign {self._listed.index(found) + 1} is struck already; l lists again"
                )
        return [standing[_words(found)] for found in listed]

    def _ask_added(self) -> tuple[str, str, str | None]:
        label = read_line("Which sign, by its label? (wentwell signs shows them)  ").strip()
        refuse_unknown_sign(label)
        quote = read_line("The exact words that show it:  ")
        documents, document = self._corrector.documents, ""
        if len(documents) > 1:
            document = read_line("In which document? (Enter: wherever they stand)  ").strip()
        return label, quote, document or None

    def _ask_undone(self) -> list[Correction]:
        if not self._corrector.corrections:
            raise click.UsageError("there is no correction to take back")
        self._corrector.tell_corrections()
        answer = read_line("Which one? (Enter: the last)  ").strip()
        if not answer:
            return [self._corrector.corrections[-1]]
        if not answer.isdecimal() or int(answer) < 1:
            raise click.UsageError("please write its number")
        return _picked(self._corrector.corrections, [int(answer)], "correction {}; u")

    def _tell_new(self) -> None:
        """Show what stands now and has no number yet."""
        known = {_words(found) for found in self._listed}
        new = [found for found in self._corrector.signs if _words(found) not in known]
        if new:
            self._corrector.tell_signs(new, len(self._listed) + 1)
            self._listed += new


def _words(found: Evidence) -> tuple[str | None, str, int, int]:
    return found.document, found.label, found.start, found.end
