"""What was learned from how a person's own interviews turned out."""

from __future__ import annotations

from pydantic import Field

from wentwell.interview._base import Noun
from wentwell.interview.context import Stage


class Normal(Noun):
    """A number that is not known exactly: a normal distribution."""

    mean: float
    sd: float = Field(ge=0.0)


class OwnStart(Noun):
    """How often a person goes on from one stage, against the table."""

    count: int = Field(ge=0)
    """Own interviews of this stage with a known outcome."""
    yes: int = Field(ge=0)
    """How many of them went on."""
    shift: float
    """What the stage adds beside the intercept, in log-odds (posterior mean)."""
    sd: float = Field(ge=0.0)
    """Posterior standard deviation of intercept, shift and the table's start together, in log-odds."""
    with_gut: float = 0.0
    """Posterior covariance of that sum with the gut slope."""
    suggested: float = Field(gt=0.0, lt=1.0)
    """The table's rate for this stage, moved by the own count alone (a Beta prior): a suggestion."""
    table: float = Field(gt=0.0, lt=1.0)
    """The table's rate for these interviews."""


class Personal(Noun):
    """What a person's record says beside the shipped numbers. It is weighed only where it is handed over."""

    outcomes: int = Field(ge=0)
    """How many interviews with a known outcome it was learned from."""
    intercept: Normal
    """What is added to any interview of this person, in log-odds."""
    gut_slope: Normal
    """What the log-odds of this person's gut are multiplied by: 0 nothing, 1 taken at its word."""
    with_gut: float = 0.0
    """Posterior covariance of intercept and gut slope."""
    starts: dict[Stage, OwnStart] = Field(default_factory=dict)
    """By stage, where there were own interviews that start from the table."""
    signs: dict[str, float] = Field(default_factory=dict)
    """By label: how far a sign is worth more (or less), in standard deviations of its own weight."""
