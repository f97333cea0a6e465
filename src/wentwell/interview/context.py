"""What is known about the interview before a single sign is read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wentwell.interview._base import Day, Noun

Stage = Literal["screen", "first", "second", "final", "single", "informal"]
Employer = Literal["startup", "small", "mid", "large", "public", "non-profit", "agency", "selective"]
Format = Literal["phone", "video", "onsite", "recorded"]
Temper = Literal["dry", "usual", "warm"]
InterviewerRole = Literal["recruiter", "decider", "peer"]

Chance = Annotated[float, Field(gt=0.0, lt=1.0)]
Minutes = Annotated[float, Field(gt=0.0, le=24 * 60)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]


class Context(Noun):
    """The circumstances that decide what a sign is worth.

    Every field may be left out: ``None`` means "not known", and what is not known widens the band.
    """

    stage: Stage | None = None
    """Where in the process: a recruiter's screen, first, second or final round, the only one, a chat."""
    employer: Employer | None = None
    """The kind of employer. Large structured ones are drier; startups sell to everybody."""
    format: Format | None = None
    """How it was held. ``recorded``: answers to a camera with nobody there."""
    interviewers: Annotated[int, Field(ge=1, le=50)] | None = None
    """How many people interviewed at the same time; two or more are a panel."""
    interviewer_roles: tuple[InterviewerRole, ...] = ()
    """Who they were, as far as known. Only recruiters: their warmth is their job."""
    scheduled_minutes: Minutes | None = None
    """How long it was planned, in minutes."""
    actual_minutes: Minutes | None = None
    """How long it took, in minutes."""
    temper: Temper | None = None
    """How the interviewer is with anybody, as far as the candidate can tell."""
    self_doubter: bool = False
    """The candidate usually thinks it went worse than it did: the gut is trusted less."""
    referred: bool = False
    """The candidate was referred from inside."""
    finalists: Annotated[int, Field(ge=1, le=50)] | None = None
    """How many candidates are left, the candidate included."""
    interview_date: Day | None = None
    """The day of the interview."""
    promised_date: Day | None = None
    """The day by which an answer was promised."""
    country: Country | None = None
    """Where the employer sits, as an ISO 3166 code such as ``GB`` or ``GB-SCT``: for its holidays."""
    base_rate: Chance | None = None
    """The chance before any sign, if the user knows better than the tables."""
