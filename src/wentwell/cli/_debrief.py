"""``wentwell debrief``: a few questions right after an interview.

The feeling and the gut come first, before anything is shown. Each answer is in the journal before the
next question is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

import click

from wentwell import debriefing
from wentwell.catalog import Sign, signs
from wentwell.cli._answers import without_unknown_answers
from wentwell.cli._options import NUMBER, country_option, person_option, today
from wentwell.cli._say import read_line
from wentwell.debriefing import (
    COME_OF,
    NOTES,
    answered,
    come_of,
    labels_found,
    numbered,
    with_documents,
    with_notes,
    worth_asking,
)
from wentwell.interview import (
    Context,
    Document,
    Employer,
    Format,
    Interview,
    InterviewerRole,
    Reply,
    Stage,
    Temper,
)

if TYPE_CHECKING:
    from wentwell.journal import Journal, Record, Summary


class Back(Exception):  # noqa: N818 - a step of the dialogue, not an error
    """The user wants the question before."""


class Enough(Exception):  # noqa: N818 - a step of the dialogue, not an error
    """The user wants no more signs."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, what an answer does to the interview, and when it is asked at all."""

    words: str
    hint: str
    take: Callable[[Interview, str], Interview]
    known: Callable[[Interview], object]
    fits: Callable[[Interview], bool]


def _question(name: str, hint: str, known: Callable[[Interview], object] | None = None) -> Question:
    """Make a question of the debrief one that a terminal asks."""

    def take(interview: Interview, answer: str) -> Interview:
        return answered(interview, name, answer, today())

    asked = debriefing.QUESTIONS[name]
    known = known or (lambda interview: getattr(interview.context, name))
    return Question(asked.words, hint, take, known, asked.fits)


def _files(interview: Interview, answer: str) -> Interview:
    from wentwell.cli._files import read_files

    documents, wrong = read_files(_paths(answer, posix=os.name != "nt"), None)
    if wrong:
        raise ValueError("try again, or press Enter to go on without")
    return with_documents(interview, documents)


def _paths(answer: str, *, posix: bool) -> list[str]:
    """Split a line into file names as a shell would; on Windows a backslash is part of a name."""
    import shlex

    try:
        names = shlex.split(answer, posix=posix)
    except ValueError:
        names = [answer]
    names = names if posix else [name.strip("\"'") for name in names]
    return [os.path.expanduser(name) for name in names]  # noqa: PTH111 - Path's raises for an unknown user


_DAY_HINT = "YYYY-MM-DD, today or yesterday"
QUESTIONS = (
    _question("feeling", "anything; it is for you", lambda interview: interview.feeling),
    _question("gut", "in percent, such as 40; nothing is shown before", lambda interview: interview.gut),
    _question(
        "employer_name",
        "for your list",
        lambda interview: interview.opportunity and interview.opportunity.employer,
    ),
    _question("job", "for your list", lambda interview: interview.opportunity and interview.opportunity.job),
    _question("stage", numbered(get_args(Stage))),
    _question("finalists", "if they said so"),
    _question("employer", numbered(get_args(Employer))),
    _question("format", numbered(get_args(Format))),
    _question("interviewers", "1 if it was one after the other"),
    _question(
        "interviewer_roles",
        f"{numbered(get_args(InterviewerRole))}; several are fine",
        lambda interview: ", ".join(interview.context.interviewer_roles),
    ),
    _question("minutes", "such as 45 60", lambda interview: interview.context.actual_minutes),
    _question("temper", numbered(get_args(Temper))),
    _question("self_doubter", "y or n", lambda interview: interview.context.self_doubter or None),
    _question("interview_date", _DAY_HINT),
    _question("promised_date", "YYYY-MM-DD"),
    Question(
        debriefing.QUESTIONS["files"].words,
        "their names, with a space between",
        _files,
        lambda interview: ", ".join(d.name or d.kind for d in interview.documents if d.name != NOTES),
        debriefing.QUESTIONS["files"].fits,
    ),
    _question("come_of", numbered(COME_OF), lambda interview: come_of(interview.answers)),
)


_SIGNS = tuple(signs().values())
_END = len(QUESTIONS) + 1 + len(_SIGNS)
"""The place after the last one: the questions, the notes, then every sign of the catalog."""


_NEWEST = 0
"""No interview has this number: --resume without one."""


@click.command("debrief")
@click.option(
    "--resume",
    is_flag=False,
    flag_value=_NEWEST,
    type=NUMBER,
    metavar="[ID]",
    help="Go on with the debrief that was not finished: the newest, or the one numbered ID.",
)
@person_option
@click.option("--no-number", is_flag=True, help="Words only, if you would rather not see a number.")
@country_option
@click.pass_obj
def debrief_command(
    journal: str | None, /, *, resume: int | None, person: str | None, no_number: bool, country: str | None
) -> None:
    """Answer a few questions right after an interview; under three minutes.

    Enter skips a question, b goes back, Ctrl-C stops and keeps what you answered.
    """
    from wentwell.advice import numbered
    from wentwell.cli._show import tell
    from wentwell.journal import Journal, locate
    from wentwell.reviewing import finish

    if resume is not None and person is not None:
        raise click.UsageError("--person goes with a new debrief; the one to resume knows whose it is")
    if resume is not None and not locate(journal).exists():
        raise click.UsageError(_NO_DRAFT)
    with Journal.open(journal) as book:
        if resume is None:
            draft = book.draft()
            planned = _planned(book, person)
            if draft is not None and (draft.progress or {}).get("at"):
                click.echo(
                    "This is a new debrief. An unfinished one is kept: "
                    f"wentwell debrief --resume {draft.id}.\n"
                )
            elif planned is not None:
                from wentwell.telling import clean

                who = f" ({clean(planned.employer)})" if planned.employer else ""
                click.echo(
                    f"This is a new debrief. Number {planned.id}{who} waits from your calendar: if it is "
                    f"that one, press Ctrl-C and go on with wentwell debrief --resume {planned.id}.\n"
                )
            context = Context(interview_date=today(), country=country)
            dialogue = _Dialogue(book, interview=Interview(person=person, context=context))
        else:
            draft = _draft(book, resume)
            at = (draft.progress or {}).get("at", 0)
            dialogue = _Dialogue(
                book, draft.id, interview=draft.interview, at=at if isinstance(at, int) else 0
            )
        click.echo("Enter skips, b goes back, Ctrl-C stops and keeps everything.\n")
        interview, draft_number = dialogue.run()
        without_unknown_answers(interview)
        number, answer = finish(book, draft_number, interview, today())
    click.echo()
    steps = numbered(answer.next_steps, number)
    tell(answer.model_copy(update={"next_steps": steps}), number=not no_number)
    click.echo(
        f"\nKept as number {number}. Once you know: wentwell outcome {number} advanced (or offer, rejected)."
    )


def _planned(book: Journal, person: str | None) -> Summary | None:
    """Return the interview of today or yesterday that waits from a calendar, the latest if several do."""
    days = (today(), today() - timedelta(days=1))
    waiting = [row for row in book.list_of(person) if row.status == "draft" and row.interview_date in days]
    return max(waiting, key=lambda row: (row.interview_date or date.min, row.id), default=None)


_NO_DRAFT = "there is no unfinished debrief; start one with wentwell debrief"


def _draft(book: Journal, number: int) -> Record:
    """Return the unfinished debrief with this number, or the newest."""
    draft = book.draft() if number == _NEWEST else book.get(number)
    if draft is None:
        raise click.UsageError(_NO_DRAFT)
    if draft.status != "draft":
        raise click.UsageError(f"the debrief of number {number} is finished; see wentwell show {number}")
    return draft


class _Dialogue:
    """The questions in their order, each answer saved before the next is asked."""

    def __init__(
        self, book: Journal, number: int | None = None, *, interview: Interview, at: int = 0
    ) -> None:
        self._book = book
        self._number = number
        self._interview = interview
        self._at = at
        self._read: tuple[tuple[Document, ...], frozenset[str]] = ((), frozenset())
        self._begun = number is not None
        self._signs_begun = False

    def run(self) -> tuple[Interview, int | None]:
        """Ask until all is asked; return the interview and its number in the journal, if it has one yet."""
        while (place := self._at) < _END:
            try:
                if place < len(QUESTIONS):
                    self._ask(QUESTIONS[place])
                elif place == len(QUESTIONS):
                    self._ask_notes()
                else:
                    self._ask_sign(_SIGNS[place - len(QUESTIONS) - 1])
            except Back:
                self._at = self._before(place)
            except Enough:
                self._at = _END
            else:
                self._at = place + 1
            self._save()
        return self._interview, self._number

    def _save(self) -> None:
        """Keep what was answered; a debrief without any answer leaves nothing behind."""
        if self._begun:
            self._number = self._book.save_draft(self._interview, {"at": self._at}, self._number)

    def _before(self, place: int) -> int:
        """Return the nearest earlier place at which something was asked."""
        for earlier in range(place - 1, -1, -1):
            if earlier < len(QUESTIONS):
                if QUESTIONS[earlier].fits(self._interview):
                    return earlier
            elif earlier == len(QUESTIONS) or self._asks(_SIGNS[earlier - len(QUESTIONS) - 1]):
                return earlier
        return 0

    def _ask(self, question: Question) -> None:
        if not question.fits(self._interview):
            return
        known = question.known(self._interview)
        click.echo(f"{question.words}  ({question.hint})" + (f"  [{known}]" if known else ""))
        while True:
            answer = read_line("> ").strip()
            if not answer:
                return
            if answer.lower() == "b":
                raise Back
            try:
                self._change(question.take(self._interview, answer))
            except ValueError as wrong:
                click.echo(f"  {str(wrong).splitlines()[0]}")
                continue
            return

    def _change(self, interview: Interview) -> None:
        self._interview = interview
        self._begun = True

    def _ask_notes(self) -> None:
        click.echo(
            "Tell what happened, in your own words. Blank lines are fine; a line with only a dot (.) ends it."
            "  (skip: Enter)"
        )
        earlier = [document for document in self._interview.documents if document.name == NOTES]
        lines = earlier[0].text.split("\n") if earlier else []
        # only the first line is a command: what is pasted may hold an empty line, or a "b"
        first = read_line("> ").rstrip()
        if not first:
            return
        if first.lower() == "b":
            raise Back
        line = first
        while line != ".":
            lines.append(line)
            if line:
                self._keep_notes(lines)
            line = read_line("> ").rstrip()

    def _keep_notes(self, lines: list[str]) -> None:
        self._change(with_notes(self._interview, "\n".join(lines)))
        self._save()

    def _asks(self, sign: Sign) -> bool:
        """Whether a sign is worth asking: it could be seen here, and was not found in the words already."""
        return worth_asking(sign, self._interview.context, frozenset()) and sign.label not in self._found()

    def _found(self) -> frozenset[str]:
        if self._read[0] != self._interview.documents:
            self._read = (self._interview.documents, labels_found(self._interview))
        return self._read[1]

    def _ask_sign(self, sign: Sign) -> None:
        if not self._asks(sign):
            return
        if not self._signs_begun:
            self._signs_begun = True
            _forget_typed()
        asked = [row for row in _SIGNS if self._asks(row)]
        if not any(row.label in self._interview.answers for row in asked) and sign == asked[0]:
            click.echo(
                "\nDid this happen?  y yes, n no, c could not happen here, Enter skip, b back, q enough"
            )
        known = self._interview.answers.get(sign.label)
        place = asked.index(sign) + 1
        words = f"  {place:2d}/{len(asked)}  {sign.name}" + (f"  [{known}]" if known else "")
        replies: dict[str, Reply] = {"y": "yes", "n": "no", "c": "could-not"}
        while True:
            key = _key(f"{words:66s} ")
            if key == "b":
                raise Back
            if key == "q":
                raise Enough
            if key == "":
                return
            if key in replies:
                answers = {**self._interview.answers, sign.label: replies[key]}
                self._change(self._interview.model_copy(update={"answers": answers}))
                return
            click.echo("  y, n, c, Enter, b or q")


def _forget_typed() -> None:
    """Drop what was typed or pasted ahead, so that it is not taken for answers to what comes next."""
    if not sys.stdin.isatty():
        return
    try:
        import termios
    except ImportError:  # Windows
        return
    termios.tcflush(sys.stdin, termios.TCIFLUSH)


def _key(prompt: str) -> str:
    """Read one key from a terminal, or the first letter of a line from anywhere else."""
    if not sys.stdin.isatty():
        return read_line(prompt).strip().lower()[:1]
    click.echo(prompt, nl=False)
    key = click.getchar().lower()
    if key in ("\r", "\n"):
        key = ""
    click.echo({"y": "yes", "n": "no", "c": "could not", "b": "back", "q": "enough"}.get(key, ""))
    return key
