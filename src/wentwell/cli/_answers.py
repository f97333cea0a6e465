"""Answers to questions, as the command line takes them and hands them on."""

from __future__ import annotations

from wentwell.cli._say import say
from wentwell.debriefing import OUTCOMES, known_answers, outcome_in, told_outcome, with_outcome
from wentwell.interview import Interview

__all__ = ["OUTCOMES", "outcome_in", "told_outcome", "with_outcome", "without_unknown_answers"]


def without_unknown_answers(interview: Interview) -> Interview:
    """Return an interview without answers about signs that this version does not know, and say so."""
    known, unknown = known_answers(interview)
    if unknown:
        say(f"answers left out, as this version does not know the sign: {', '.join(unknown)}")
    return known
