"""Practice cards made of a kept interview, and what is counted in the answers to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from wentwell.interview import Measures

if TYPE_CHECKING:
    from wentwell._assess import Reading
    from wentwell.journal import Journal, PracticeEntry, Record


@dataclass(frozen=True, slots=True)
class MadeCards:
    """What was found to practise in an interview."""

    found: int
    """How many exchanges went cold."""
    new: Sequence[PracticeEntry]
    """The cards that were not known."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted in an answer, beside the one before."""

    now: Measures
    before: Measures | None
    """``None``: there is none, as the words of the interview are not known."""
    earlier: str | None
    """The answer before."""
    practised: bool
    """Whether the one before was practised; else it was given in the interview."""


def make_cards(book: Journal, record: Record, *, read: Reading | None = None) -> MadeCards:
    """Keep the questions that went cold in a finished interview as practice cards, due at once.

    Parameters
    ----------
    book : Journal
    record : Record
    read : callable, optional
        What finds the signs in documents; by default the trained reader.
    """
    from wentwell._assess import read_interview
    from wentwell.debriefing import known_answers
    from wentwell.journal import PracticeBook
    from wentwell.practising import cold_exchanges, first_due

    interview, _ = read_interview(known_answers(record.interview)[0], read=read)
    found = cold_exchanges(interview)
    return MadeCards(len(found), PracticeBook(book).add(record.id, found, first_due(datetime.now(UTC))))


def count_answer(entry: PracticeEntry) -> Counted | None:
    """Count in the answer that is not rated yet; ``None`` if nothing was answered."""
    from wentwell.practising import measure

    if entry.open_attempt is None or not entry.open_attempt.answer.strip():
        return None
    question = entry.card.question if entry.card.asked else ""
    now, last = measure(entry.open_attempt.answer, question), entry.last_rated
    if last is None:
        return Counted(now, entry.card.measures, entry.card.answer, practised=False)
    return Counted(now, measure(last.answer, question), last.answer, practised=True)
