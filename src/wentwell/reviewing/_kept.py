"""A kept interview weighed again: as of the day that says something, and kept as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wentwell.interview import Answer, Assessment, Interview, OutcomeKind, Personal

if TYPE_CHECKING:
    from wentwell._assess import Reading
    from wentwell.journal import Journal, Record

CLOSED = ("offer", "advanced", "rejected", "withdrew")
"""Outcomes after which there is nothing left to guess about this interview."""

_OUTCOME_WORDS: dict[OutcomeKind, str] = {
    "offer": "Recorded: an offer. Get it in writing, and keep your other talks going until you have signed.",
    "advanced": "Recorded: you go on. Prepare for the next round as carefully as for the first.",
    "rejected": "Recorded: a no. It may have had nothing to do with you; your record is the wiser for it.",
    "withdrew": "Recorded: you withdrew.",
    "no-answer": "Recorded: no answer so far. That is not counted as a refusal.",
}


@dataclass(frozen=True, slots=True)
class Review:
    """A kept interview as it is told today."""

    record: Record
    answer: Answer
    unknown: tuple[str, ...] = ()
    """Labels of answers left out, as this version does not know the signs."""
    quiet: str = ""
    """Why the chance is of an earlier day; empty if it is of today."""


def review(book: Journal, record: Record, today: date, *, read: Reading | None = None) -> Review:
    """Weigh a finished interview as of the last day that says something, and keep that as shown.

    Parameters
    ----------
    book : Journal
    record : Record
        A finished one.
    today : date
    read : callable, optional
        What finds the signs in documents; by default the trained reader.
    """
    from wentwell.debriefing import known_answers

    known, unknown = known_answers(record.interview)
    known_record = record.model_copy(update={"interview": known})
    personal = book.learned(known.person)
    answer = weighed(known_record, as_of(known_record, today), personal, read=read)
    keep_shown(book, known_record, answer)
    quiet = ""
    if answer.assessment.today not in (None, today) and not is_closed(record):
        quiet = quiet_line(answer.assessment, today)
        answer = _with_steps_of(answer, today)
    return Review(record, answer, unknown, quiet)


def weighed(record: Record, on: date, personal: Personal | None, *, read: Reading | None = None) -> Answer:
    """Weigh a kept interview again; once it is closed, up to the day the outcome came."""
    from wentwell import assess

    outcome = record.interview.outcome
    if outcome is not None and outcome.kind in CLOSED:
        on = min(on, outcome.on) if outcome.on else on
    return assess(record.interview, today=on, personal=personal, mine=record.mine, read=read)


def keep_shown(book: Journal, record: Record, answer: Answer) -> None:
    """Keep what is shown of an interview that is still open, if it differs from what was shown last."""
    if not is_closed(record) and (
        not record.assessments or record.assessments[-1].assessment != answer.assessment
    ):
        book.show_assessment(record.id, answer.assessment)


def finish(
    book: Journal, number: int | None, interview: Interview, today: date, *, read: Reading | None = None
) -> tuple[int, Answer]:
    """End a debrief: weigh the interview, keep it, and keep the answer as shown.

    Parameters
    ----------
    book : Journal
    number : int, optional
        The draft's number; without one the interview is added.
    interview : Interview
        As answered. Answers about signs that this version does not know are kept and not weighed.
    today : date
    read : callable, optional
        What finds the signs in documents; by default the trained reader.

    Returns
    -------
    int
        The interview's number.
    Answer
    """
    from wentwell import assess
    from wentwell.debriefing import known_answers
    from wentwell.journal import MailBook

    known, _ = known_answers(interview)
    mine = MailBook(book).addresses(interview.person)
    answer = assess(known, today=today, personal=book.learned(interview.person), mine=mine, read=read)
    told = answer.interview.model_copy(update={"answers": interview.answers})
    if number is None:
        number = book.add(told, answer.assessment)
    else:
        book.complete(number, told, answer.assessment)
    return number, answer


def keep_words(book: Journal, record: Record, changed: Interview, *, read: Reading | None = None) -> None:
    """Keep a finished interview whose words changed, together with the signs that these show now.

    Parameters
    ----------
    book : Journal
    record : Record
        As kept; its answers stay, those about signs that this version does not know too.
    changed : Interview
    read : callable, optional
        What finds the signs in documents; by default the trained reader.
    """
    from wentwell._assess import read_interview
    from wentwell.debriefing import known_answers

    found, _ = read_interview(known_answers(changed)[0], read=read)
    book.update(record.id, found.model_copy(update={"answers": record.interview.answers}))


def is_closed(record: Record) -> bool:
    """Whether an outcome is recorded after which nothing is left to guess."""
    return record.interview.outcome is not None and record.interview.outcome.kind in CLOSED


def as_of(record: Record, now: date) -> date:
    """Return the day as of which to weigh: today only if something was kept or a day that matters came since.

    So the chance of a silent interview does not fall a little every day that one looks.
    """
    from wentwell.advice import quiet_day

    last = record.assessments[-1] if record.assessments else None
    if last is None or record.updated_at > last.shown_at:
        return now
    return quiet_day(last.assessment, now)


def _with_steps_of(answer: Answer, now: date) -> Answer:
    """Return an answer with the next steps of today, whatever day its chance is of."""
    from wentwell.advice import last_word, next_steps

    assessment, found = answer.assessment.model_copy(update={"today": now}), answer.interview
    heard_on = last_word(found.documents, assessment.context, now)
    return answer.model_copy(update={"next_steps": next_steps(assessment, found.evidence, heard_on)})


def quiet_line(shown: Assessment, now: date) -> str:
    """Say why the chance is of an earlier day, and when there will be more to say."""
    from wentwell.advice import next_telling_day

    ahead = next_telling_day(shown, now)
    then = f"The next day that says something is {ahead}." if ahead else "Waiting longer says no more."
    return f"As it looked on {shown.today}: nothing that matters has come since. {then}"


def outcome_line(record: Record, *, number: bool) -> str:
    """Say how it turned out, and what gut and first chance had said; empty if that is not known."""
    from wentwell.telling import percent

    outcome = record.interview.outcome
    if outcome is None:
        return ""
    parts = [f"Outcome: {outcome.kind}" + (f" on {outcome.on.isoformat()}" if outcome.on else "")]
    if number and record.gut_before_outcome is not None:
        parts.append(f"your gut said {percent(record.gut_before_outcome)} %")
    shown = record.first_shown
    if number and shown is not None:
        first = shown.assessment
        band = f"{percent(first.low)}-{percent(first.high)}"
        parts.append(f"the first chance shown was {percent(first.probability)} % ({band})")
    return "; ".join(parts) + "."


def outcome_words(kind: OutcomeKind) -> str:
    """Say what to do now that an outcome is recorded."""
    return _OUTCOME_WORDS[kind]
