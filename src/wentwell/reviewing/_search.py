"""The whole search of one person: what its next steps and its pace are made of."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wentwell.reviewing._kept import weighed
from wentwell.reviewing._open import kept_day, last_shown, open_records

if TYPE_CHECKING:
    from wentwell._assess import Reading
    from wentwell.advice import Standing
    from wentwell.interview import Answer, Assessment, Interview, Personal
    from wentwell.journal import Record
    from wentwell.pacing import Running

_RECENT = timedelta(days=30)
"""How long a refusal or an offer is looked at."""


def weighed_open(
    records: Iterable[Record],
    now: date,
    personal: Personal | None,
    closed: Container[int] = frozenset(),
    *,
    read: Reading | None = None,
) -> Iterator[tuple[Record, Answer]]:
    """Give what is open with its answer as of today; nothing is kept as shown.

    Parameters
    ----------
    records : iterable of Record
        Of one person.
    now : date
    personal : Personal, optional
        What was learned from that person's outcomes.
    closed : container of int
        Interviews whose job is closed: see `closed_jobs`.
    read : callable, optional
        As for `wentwell.assess`.
    """
    from wentwell.debriefing import known_answers

    for record in open_records(records, now, closed):
        known = record.model_copy(update={"interview": known_answers(record.interview)[0]})
        yield record, weighed(known, now, personal, read=read)


def running_of(record: Record, answer: Answer, now: date) -> Running | None:
    """Return what the pace of a search needs of an open interview; ``None`` if its words close it."""
    from wentwell.advice import last_word
    from wentwell.pacing import running

    heard_on = last_word(answer.interview.documents, answer.assessment.context, now)
    return running(answer, now, heard_on, kept_day(record))


def standings(
    records: Iterable[Record],
    now: date,
    answers: Iterable[tuple[Record, Answer]] | None = None,
    closed: Container[int] = frozenset(),
) -> list[Standing]:
    """Return how each interview stands that may ask for a next step.

    Parameters
    ----------
    records : iterable of Record
        Of one person.
    now : date
    answers : iterable of Record and Answer, optional
        What is open, as weighed today. Left out: what is open as it was shown last, with the signs that are
        kept, which reads nothing.
    closed : container of int
        Interviews whose job is closed, where `answers` are left out.
    """
    kept = list(records)
    found = list(_not_open(kept, now))
    if answers is None:
        found += [
            _standing(record, record.interview, last_shown(record, now), now)
            for record in open_records(kept, now, closed)
        ]
    else:
        found += [_standing(record, one.interview, one.assessment, now) for record, one in answers]
    return found


def _standing(record: Record, interview: Interview, shown: Assessment, now: date) -> Standing:
    from wentwell.advice import Standing, last_word

    return Standing(
        number=record.id,
        interview=interview,
        shown=shown,
        heard_on=last_word(interview.documents, shown.context, now),
        answered_on=_answered_on(record),
    )


def _not_open(records: Iterable[Record], now: date) -> Iterator[Standing]:
    """Give what is booked or not finished, and what was refused or offered lately."""
    from wentwell.advice import Standing

    for record in records:
        outcome = record.interview.outcome
        answered = _answered_on(record)
        closed = outcome is not None and outcome.kind in ("rejected", "offer")
        lately = closed and answered is not None and now - answered <= _RECENT
        if record.status == "draft" or lately:
            yield Standing(
                number=record.id,
                interview=record.interview,
                shown=last_shown(record, now),
                told=record.status != "draft",
                answered_on=answered,
            )


def _answered_on(record: Record) -> date | None:
    """Return the day the outcome came, or the day it was recorded where that is not known."""
    if not record.outcomes:
        return None
    last = record.outcomes[-1]
    return last.outcome.on or last.recorded_at.astimezone().date()
