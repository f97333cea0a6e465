"""Everything a face shows of one interview, in one value."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wentwell.interview._base import Noun
from wentwell.interview.assessment import Assessment
from wentwell.interview.interview import Interview

StepKind = Literal["thank", "wait", "nudge", "prepare", "practise", "search", "record", "reply"]


class NextStep(Noun):
    """One thing to do, why, and when."""

    kind: StepKind
    action: str
    """What to do, as a short sentence."""
    reason: str
    """Why, as a short sentence."""
    on: date | None = None
    """The day to do it, where a day matters."""


class Answer(Noun):
    """An interview as read, its assessment and the next steps: what every face tells."""

    interview: Interview
    """With the evidence found; the documents the quotes point into."""
    assessment: Assessment
    next_steps: tuple[NextStep, ...] = ()
    warnings: tuple[str, ...] = ()
    """What could not be read, or was guessed, one plain sentence each."""
