"""The nouns of a search and its pace."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from wentwell.interview import Employer, Stage, Target
from wentwell.interview._base import Noun


class Running(Noun):
    """One open interview, as far as the pace of a search needs it."""

    log_odds: float
    """Of its chance as weighed today, the silence so far included."""
    sd: float = Field(ge=0.0)
    """Standard deviation of that, in log-odds."""
    target: Target
    """What the chance is about."""
    stage: Stage | None = None
    """The stage that the chance is about."""
    employer: Employer | None = None
    country: str | None = None
    waited: float = Field(default=0.0, ge=0.0)
    """Days of silence so far, as ``waited`` of the weighing counts them."""
    starts_in: float = Field(default=0.0, ge=0.0)
    """Days until the silence begins to count: the interview or the promised day is still to come."""
    to_be_held: bool = False
    """An invitation has come, and the day of that round is not known."""


class Reach(Noun):
    """The chance of at least one offer by a day."""

    by: date
    monthly: int = Field(ge=0)
    """New first interviews a month, besides the open ones."""
    probability: float = Field(ge=0.0, le=1.0)
    low: float = Field(ge=0.0, le=1.0)
    """Lower end of the 80 % band."""
    high: float = Field(ge=0.0, le=1.0)
    """Upper end of the 80 % band."""


class Need(Noun):
    """How many new first interviews a month bring the chance to what is wanted."""

    want: float = Field(gt=0.0, lt=1.0)
    by: date
    monthly: int | None = Field(default=None, ge=0)
    """0: the open ones are enough. ``None``: more a month than can be held."""
    low: int | None = Field(default=None, ge=0)
    """Enough in one search of ten (lower end of the 80 % band)."""
    high: int | None = Field(default=None, ge=0)
    """Enough in nine searches of ten (upper end of the 80 % band)."""


class BaseRate(Noun):
    """How often a stage leads on, before any sign."""

    stage: Stage
    target: Target
    probability: float = Field(gt=0.0, lt=1.0)
    grade: str
    source: str


class Pace(Noun):
    """The pace of a search, with what it rests on."""

    today: date
    open: int = Field(ge=0)
    """How many interviews are open."""
    reaches: tuple[Reach, ...]
    """By the day, then by the number of new first interviews a month."""
    need: Need | None = None
    base_rates: tuple[BaseRate, ...]
    first_to_offer: float = Field(ge=0.0, le=1.0)
    """The share of first interviews that end in an offer, however long it takes."""
    first_low: float = Field(ge=0.0, le=1.0)
    first_high: float = Field(ge=0.0, le=1.0)
    shared_sd: float = Field(ge=0.0)
    """What makes all chances of a search rise and fall together: standard deviation, in log-odds."""
    draws: int = Field(gt=0)
