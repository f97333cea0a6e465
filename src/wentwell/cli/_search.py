"""Which kept interviews are open, one an opportunity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wentwell.journal import Journal, Record

_STALE = timedelta(days=60)
"""An invitation so old without an interview after it leads nowhere any more (judgement)."""


def records_of(book: Journal, person: str | None) -> list[Record]:
    """Return all that is kept of one person; ``None``: of the journal's keeper."""
    whose = {row.id for row in book.list_of(person)}
    return [record for record in book.records() if record.id in whose]


def kept_day(record: Record) -> date:
    """Return the day of an interview, or the day it was kept where that is not known."""
    return record.interview.context.interview_date or record.created_at.astimezone().date()


def open_records(records: Iterable[Record], today: date) -> list[Record]:
    """Return the newest finished interview of each opportunity, if nothing has closed it.

    Interviews without an employer are opportunities of their own. One that was followed by a next round has
    done its part, whether that was recorded or not.
    """
    newest: dict[object, Record] = {}
    for record in sorted(records, key=lambda one: (kept_day(one), one.id)):
        where = record.interview.opportunity
        key = record.id if where is None else (_same(where.employer), _same(where.job))
        if record.status == "complete":
            newest[key] = record
    return [record for record in newest.values() if _is_open(record, today)]


def _is_open(record: Record, today: date) -> bool:
    outcome = record.interview.outcome
    if outcome is None or outcome.kind == "no-answer":
        return True
    return outcome.kind == "advanced" and today - (outcome.on or kept_day(record)) <= _STALE


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()
