"""What matters today over all that is kept, and the chances that say something new."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wentwell.reviewing._kept import as_of, keep_shown, weighed
from wentwell.reviewing._open import interviews_of_closed, last_shown, open_records

if TYPE_CHECKING:
    from wentwell._assess import Reading
    from wentwell.advice import Matter, Reminder
    from wentwell.interview import Appointment, Assessment
    from wentwell.journal import Journal, OpportunityEntry, Record


def matters_today(
    records: Iterable[Record],
    now: date,
    cards_due: Collection[date] = (),
    jobs: Collection[OpportunityEntry] = (),
    mails: int = 0,
) -> tuple[Matter, ...]:
    """Return what matters today, the most pressing first; often nothing.

    Parameters
    ----------
    records : iterable of Record
    now : date
    cards_due : collection of date
        The days on which practice cards fall due.
    jobs : collection of OpportunityEntry
        Jobs of the same person: deadlines of open ones matter, interviews of closed ones do not.
    mails : int
        How many mails wait for the person's word.
    """
    from wentwell.advice import (
        due,
        last_word,
        mails_waiting,
        matters,
        most_pressing_first,
        practice_due,
        unfinished,
    )

    kept = list(records)
    found = [*mails_waiting(mails), *practice_due(cards_due, now)]
    for job in jobs:
        if job.is_open and job.details.deadline is not None:
            found += due(job.id, job.opportunity, job.details.deadline, now)
    for record in kept:
        if record.status == "draft":
            found += unfinished(record.id, record.interview, now)
    for record in open_records(kept, now, interviews_of_closed(jobs)):
        shown = last_shown(record, now)
        heard_on = last_word(record.interview.documents, shown.context, now)
        found += matters(record.id, record.interview, shown, now, heard_on)
    return most_pressing_first(found)


def coming_up(
    records: Iterable[Record],
    now: date,
    appointments: Mapping[int, Sequence[Appointment]],
    *,
    days: int = 14,
) -> list[tuple[int, Reminder]]:
    """Return the days to come of interviews, booked and promised, and the days to ask; the nearest first.

    Parameters
    ----------
    records : iterable of Record
        What is open or not finished.
    now : date
    appointments : mapping of int to sequence of Appointment
        What a calendar said of them, by their numbers.
    days : int
        How far ahead to look.
    """
    from wentwell.advice import reminders

    found: list[tuple[int, Reminder]] = []
    for record in records:
        shown = record.assessments[-1].assessment.context if record.assessments else None
        wanted = reminders(record.interview, tuple(appointments.get(record.id, ())), shown, imported=True)
        found += [
            (record.id, one)
            for one in wanted
            # what is only booked has nothing to ask about yet
            if now <= one.day <= now + timedelta(days=days)
            and (one.kind == "interview" or record.status == "complete")
        ]
    return sorted(found, key=lambda one: (one[1].day, one[0]))


def has_news(record: Record, now: date) -> bool:
    """Whether the chance of an open interview says something new since it was shown."""
    last = record.assessments[-1].assessment if record.assessments else None
    decided = record.interview.outcome is not None and record.interview.outcome.kind == "advanced"
    if decided or last is None or last.today is None or last.today >= now:
        return False
    return as_of(record, now) == now


def new_chances(
    book: Journal,
    records: Iterable[Record],
    now: date,
    closed: Container[int] = frozenset(),
    *,
    read: Reading | None = None,
) -> Iterator[tuple[int, Assessment]]:
    """Give the chances that say something new since they were shown, and keep them as shown.

    Parameters
    ----------
    book : Journal
    records : iterable of Record
    now : date
    closed : container of int
        Interviews whose job is closed: see `closed_jobs`.
    read : callable, optional
        As for `wentwell.assess`.
    """
    from wentwell.debriefing import known_answers

    for record in open_records(records, now, closed):
        if not has_news(record, now):
            continue
        known = record.model_copy(update={"interview": known_answers(record.interview)[0]})
        answer = weighed(known, now, book.learned(record.interview.person), read=read)
        keep_shown(book, record, answer)
        yield record.id, answer.assessment
