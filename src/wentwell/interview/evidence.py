"""One sign seen once, with the exact words that show it; and facts found beside the signs."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from wentwell.interview._base import Noun
from wentwell.interview.document import SpeakerRole

FoundBy = Literal["answered", "read", "typed"]
FactKind = Literal[
    "minutes",
    "scheduled_minutes",
    "overrun_minutes",
    "promise",
    "money",
    "interviewers",
    "stage",
    "format",
    "employer",
    "finalists",
    "referred",
]


class Evidence(Noun):
    """One sign seen once.

    ``document.text[start:end] == quote`` holds for the document it was read from.
    """

    label: str
    """Family and form, such as ``salary.asked``."""
    quote: str
    """The exact words."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    turn: int | None = None
    """Index of the turn, in a talk."""
    at: float | None = None
    """Seconds into the talk, where known."""
    role: SpeakerRole | None = None
    """Who said the words."""
    raised_by: SpeakerRole | None = None
    """Who brought the matter up: pay that the candidate raised says little."""
    probability: float = Field(default=1.0, ge=0.0, le=1.0)
    """How likely it is that the sign is really there."""
    found_by: FoundBy = "read"
    specificity: float | None = Field(default=None, ge=0.0, le=1.0)
    """Praise: 0 is a bare "great answer", 1 names the thing that was good; ``None`` if not judged."""
    usual: float | None = Field(default=None, ge=0.0, le=1.0)
    """Praise in a talk: the share of this speaker's replies that praise. 1: they praise everything."""
    minutes: float | None = Field(default=None, ge=0.0)
    """``length.*``: the minutes told."""
    document: str | None = None
    """Name of the document it stands in."""

    @model_validator(mode="after")
    def _span_is_as_long_as_its_quote(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("start, end and quote do not belong together")
        return self


class Fact(Noun):
    """A number, a promise or a circumstance found in the words; it fills gaps in the ``Context``."""

    kind: FactKind
    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    value: float | None = None
    """Minutes, an amount of money, or the number of people (``interviewers``, ``finalists``)."""
    phrase: str | None = None
    """``promise``: the words that name the time, such as "by Friday". ``stage``, ``format``, ``employer``:
    the value, as the ``Context`` names it."""
    turn: int | None = None
    document: str | None = None
