"""How good forecasts were: of the gut, of what was shown, and of the base rate."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from wentwell.interview._base import Noun
from wentwell.interview.personal import Personal

Forecaster = Literal["gut", "first shown", "last shown", "base rate"]
Lean = Literal["low", "high", "none"]


class Estimate(Noun):
    """A mean over interviews with the range of a bootstrap, which should hold 8 times in 10."""

    mean: float
    low: float
    high: float


class Score(Noun):
    """How well one forecaster did. Lower is better in both scores."""

    forecaster: Forecaster
    count: int = Field(ge=1)
    brier: Estimate
    """Mean squared distance of the chance from 0 or 1: 0 is perfect, .25 is "fifty-fifty" each time."""
    log: Estimate
    """Mean of minus the log of the chance given to what came: .69 is "fifty-fifty" each time."""
    log_against_base: Estimate | None = None
    """Its log score less that of the base rate on the same interviews; below 0 it did better."""


class Bin(Noun):
    """Interviews with about the same chance, and how many of them went on."""

    forecast: float
    """Mean chance told."""
    count: int
    yes: int
    low: int
    """If the chances were exactly right, at least this many would go on (9 times in 10)."""
    high: int
    """And at most this many (9 times in 10): 8 times in 10 the count lies between the two."""


class GutWorth(Noun):
    """What a person's gut is worth, and whether it runs low or high."""

    count: int
    guessed: float
    """Mean chance that the gut gave."""
    came: float
    """Share that went on."""
    difference: Estimate
    """Share that went on less the mean guess: above 0 the gut runs low."""
    lean: Lean
    """``none`` unless the whole range of the difference lies on one side."""


class Calibration(Noun):
    """The record of one person: every number that the faces show of it."""

    person: str | None = None
    resolved: int
    """Interviews with a known outcome and a chance shown before it."""
    yes: int
    censored: int = 0
    """Finished interviews without a known outcome: not counted as refusals."""
    hindsight: int = 0
    """Interviews whose outcome was known before anything was shown: left out."""
    scores: tuple[Score, ...] = ()
    """Empty while it is too early to say."""
    paired: bool = True
    """Whether the scores are over all of the interviews, and not only over those with a gut chance."""
    curve: tuple[Bin, ...] = ()
    """The first chances shown against what came; empty while there are too few."""
    gut_curve: tuple[Bin, ...] = ()
    gut: GutWorth | None = None
    learned: Personal | None = None
    """What the record would teach today."""
