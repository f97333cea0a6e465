"""The answer: a chance with its band, and every number behind it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from wentwell.interview._base import Noun
from wentwell.interview.context import Context, Stage
from wentwell.interview.evidence import Evidence

Grade = Literal["A", "B", "C"]
Status = Literal["open", "advanced", "offer", "refused"]
Target = Literal["the next round", "an offer"]
ContributionKind = Literal[
    "base", "context", "sign", "not_seen", "not_mentioned", "silence", "delay", "gut", "record", "limit"
]
OutlookDateKind = Literal["promised", "most_heard", "count_on_nothing"]
HingeKind = Literal["sign", "not_seen", "not_mentioned", "silence", "gut", "context"]


class Contribution(Noun):
    """One part of the sum. The parts add up to the log-odds of the chance exactly."""

    kind: ContributionKind
    label: str
    """``base``, a sign's label, or the kind: ``not_mentioned``, ``silence``, ``delay``, ``gut``, ``record``,
    ``limit``."""
    name: str
    """What to call it before a person."""
    log_odds: float
    """What it adds, in log-odds, after every discount."""
    sd: float = Field(ge=0.0)
    """Its standard deviation, in log-odds."""
    grade: Grade | None = None
    """A direct numbers, B measured indirectly, C opinion."""
    source: str | None = None
    reason: str = ""
    """Why it is worth this here, in plain words."""
    evidence: tuple[Evidence, ...] = ()
    """The words that show it."""


class Unseen(Noun):
    """A sign that could have been seen here and was not."""

    label: str
    name: str
    counted: bool
    """Somebody looked, so its absence is a fact and was weighed. Otherwise it only was not mentioned:
    what notes leave out is weighed together, as the contribution ``not_mentioned``."""
    log_odds: float = 0.0
    """What the absence adds (0 if not counted)."""


class WhatIf(Noun):
    """One thing still possible, and the chance it would give."""

    label: str
    name: str
    by: date | None = None
    """The day by which, where a day matters."""
    probability: float = Field(ge=0.0, le=1.0)
    low: float = Field(ge=0.0, le=1.0)
    high: float = Field(ge=0.0, le=1.0)
    target: Target
    """What the chance is about then."""


class Hinge(Noun):
    """One fact that the chance leans on, and the chance if that fact were wrong."""

    kind: HingeKind
    label: str
    """A sign's label, ``not_mentioned``, ``silence``, ``gut``, or the field of the ``Context``."""
    name: str
    """How it could be otherwise, as the beginning of a sentence: "If this was a screening call"."""
    probability: float = Field(ge=0.0, le=1.0)
    """The chance then, of the same target."""
    low: float = Field(ge=0.0, le=1.0)
    high: float = Field(ge=0.0, le=1.0)


class OutlookDay(Noun):
    """The chance on a day to come, if nothing comes until then."""

    day: date
    probability: float = Field(ge=0.0, le=1.0)
    low: float = Field(ge=0.0, le=1.0)
    high: float = Field(ge=0.0, le=1.0)


class OutlookDate(OutlookDay):
    """A day that matters while one waits."""

    kind: OutlookDateKind
    """``promised``: the promised day, or the working day after it. ``most_heard``: most of those who go on
    have heard. ``count_on_nothing``: nearly all have, and it is better to count on nothing."""
    share: float | None = Field(default=None, gt=0.0, lt=1.0)
    """The share of those who go on that have heard by then."""


class Outlook(Noun):
    """The coming weeks, if nothing comes."""

    days: tuple[OutlookDay, ...]
    """From today, week by week, and the dates; in order."""
    dates: tuple[OutlookDate, ...]
    """The two or three days that matter, in order; one that is past has the chance of today."""


class Assessment(Noun):
    """The answer to "how did it go?". Every number on every face comes from here."""

    status: Status = "open"
    """``advanced``, ``offer`` and ``refused``: the words themselves tell the outcome of this step."""
    target: Target
    """What the chance is about."""
    stage: Stage | None = None
    """The stage the chance is about; one on from the interview's if an invitation was found."""
    probability: float = Field(ge=0.0, le=1.0)
    low: float = Field(ge=0.0, le=1.0)
    """Lower end of the 80 % band."""
    high: float = Field(ge=0.0, le=1.0)
    """Upper end of the 80 % band."""
    base_rate: float = Field(ge=0.0, le=1.0)
    """The chance before any sign."""
    log_odds: float
    """Sum of the contributions."""
    sd: float = Field(ge=0.0)
    """Standard deviation of the sum, in log-odds."""
    contributions: tuple[Contribution, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    what_would_change: tuple[WhatIf, ...] = ()
    outlook: Outlook | None = None
    """The coming weeks if nothing comes; ``None`` where no silence can be counted, or nobody asked."""
    hinges: tuple[Hinge, ...] = ()
    """Single facts that would change the chance if they were wrong, the one that would most comes first."""
    notes: tuple[str, ...] = ()
    context: Context = Context()
    """The context it was weighed in, facts from the words filled in."""
    gut: float | None = None
    today: date | None = None
