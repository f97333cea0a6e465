"""How it turned out."""

from __future__ import annotations

from typing import Literal

from wentwell.interview._base import Day, Noun

OutcomeKind = Literal["offer", "advanced", "rejected", "withdrew", "no-answer"]


class Outcome(Noun):
    """What came of an interview. ``no-answer`` is not yet known, not a refusal."""

    kind: OutcomeKind
    on: Day | None = None
    note: str | None = None
