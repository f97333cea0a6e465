"""What is known of the opportunities and of mails already filed, and what a match says."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from wentwell.interview import Message
from wentwell.interview._base import Noun

Verdict = Literal["sure", "ask", "none"]
"""``sure``: attach it; ``ask``: let the user say; ``none``: it most likely belongs to no opportunity."""


class KnownInterview(Noun):
    """One interview of an opportunity, as far as it is known."""

    number: int
    """What it is called where it is kept."""
    day: date | None = None
    people: tuple[str, ...] = ()
    """Names or mail addresses of those who interview."""


class KnownOpportunity(Noun):
    """A job at an employer, as far as it is known. Everything but the number and the employer may lack."""

    number: int
    """What it is called where it is kept."""
    employer: str
    job: str = ""
    reference: str = ""
    """The posting's number, such as ``R-10234``."""
    agency: str = ""
    """The agency that it goes through."""
    people: tuple[str, ...] = ()
    """Names or mail addresses of those who write about it."""
    domains: tuple[str, ...] = ()
    """Domains that the employer writes from, where the user named some."""
    began: date | None = None
    """The day on which it was first heard of or applied for."""
    closed: date | None = None
    interviews: tuple[KnownInterview, ...] = ()


class FiledMail(Noun):
    """What is remembered of a mail that was put to an opportunity, or to none: never its words."""

    opportunity: int | None
    """``None``: the user said that it belongs to none."""
    interview: int | None = None
    message_id: str | None = None
    thread: tuple[str, ...] = ()
    """Identifiers of the messages that it follows."""
    addresses: tuple[str, ...] = ()
    """Mail addresses of the other side."""
    people: tuple[str, ...] = ()
    """Names of the other side."""
    named: tuple[str, ...] = ()
    """Names of people whom its words name."""
    topic: str = ""
    """The subject without ``Re:`` and the like."""
    references: tuple[str, ...] = ()
    """Numbers of postings that it names."""
    day: date | None = None


class Choice(Noun):
    """An opportunity that a mail may belong to."""

    opportunity: int
    probability: float = Field(ge=0.0, le=1.0)


class Match(Noun):
    """Where a mail belongs, how surely, and why."""

    verdict: Verdict
    opportunity: int | None
    """The likeliest one; ``None`` if none is likelier than that it belongs to none."""
    interview: int | None
    """The interview of that opportunity which it is about, where that is sure."""
    confidence: float = Field(ge=0.0, le=1.0)
    """Of the opportunity, or that it belongs to none."""
    why: tuple[str, ...]
    """What spoke for it most, in plain words."""
    choices: tuple[Choice, ...] = ()
    """All opportunities worth offering, the likeliest first."""


class Matched(Noun):
    """A mail with its match."""

    message: Message
    match: Match
