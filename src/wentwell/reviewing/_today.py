"""What matters today over all that is kept, and the chances that say something new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from wentwell.reviewing._kept import as_of, keep_shown, weighed
from wentwell.reviewing._open import last_shown, open_records

if TYPE_CHECKING:
    from wentwell._assess import Reading
    from wentwell.advice import Matter
    from wentwell.interview import Assessment
    from wentwell.journal import Journal, Record


def matters_today(
    records: Iterable[Record], now: date, cards_due: Collection[date] = ()
) -> tuple[Matter, ...]:
    """Return what matters today, the most pressing first; often nothing.

    Parameters
    ----------
    records : iterable of Record
    now : date
    cards_due : collection of date
        The days on which practice cards fall due.
    """
    from wentwell.advice import last_word, matters, most_pressing_first, practice_due, unfinished

    kept = list(records)
    found = [*practice_due(cards_due, now)]
    for record in kept:
        if record.status == "draft":
            found += unfinished(record.id, record.interview, now)
    for record in open_records(kept, now):
        shown = last_shown(record, now)
        heard_on = last_word(record.interview.documents, shown.context, now)
        found += matters(record.id, record.interview, shown, now, heard_on)
    return most_pressing_first(found)


def new_chances(
    book: Journal, records: Iterable[Record], now: date, *, read: Reading | None = None
) -> Iterator[tuple[int, Assessment]]:
    """Give the chances that say something new since they were shown, and keep them as shown."""
    from wentwell.debriefing import known_answers

    for record in open_records(records, now):
        last = record.assessments[-1].assessment if record.assessments else None
        closed = record.interview.outcome is not None and record.interview.outcome.kind == "advanced"
        if closed or last is None or last.today is None or last.today >= now or as_of(record, now) != now:
            continue
        known = record.model_copy(update={"interview": known_answers(record.interview)[0]})
        answer = weighed(known, now, book.learned(record.interview.person), read=read)
        keep_shown(book, record, answer)
        yield record.id, answer.assessment
