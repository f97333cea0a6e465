"""Answers to questions, as the command line takes them and hands them on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wentwell.cli._say import say
from wentwell.debriefing import OUTCOMES, known_answers, outcome_in, told_outcome, with_outcome
from wentwell.interview import Interview

if TYPE_CHECKING:
    from wentwell.journal import Record

__all__ = [
    "OUTCOMES",
    "outcome_in",
    "say_all_unknown",
    "say_unknown",
    "told_outcome",
    "with_outcome",
    "without_unknown_answers",
]


def without_unknown_answers(interview: Interview) -> Interview:
    """Return an interview without answers about signs that this version does not know, and say so."""
    known, unknown = known_answers(interview)
    say_unknown(unknown)
    return known


def say_unknown(labels: Sequence[str]) -> None:
    """Say which answers are left out; nothing if none are."""
    if labels:
        say(f"answers left out, as this version does not know the sign: {', '.join(labels)}")


def say_all_unknown(records: Iterable[Record]) -> None:
    """Say of each interview which answers are left out."""
    for record in records:
        say_unknown(known_answers(record.interview)[1])
