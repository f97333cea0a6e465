"""A job that is pursued: where it stands, how it got there, and what is kept about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from wentwell.interview._base import MomentInUtc, Noun
from wentwell.interview.context import Stage
from wentwell.interview.outcome import OutcomeKind

SearchStage = Literal["applied", "screen", "first", "further", "final", "offer", "closed"]
"""Where a job stands, in this order."""
Closing = Literal["accepted", "declined", "refused", "withdrawn", "no-answer", "other"]
"""How it closed. ``declined``: the candidate declined an offer; ``withdrawn``: went before there was one."""
StepMaker = Literal["you", "interview", "outcome", "mail", "import"]
"""What made a step: the candidate's own word, an interview, the outcome told of one, a confirmed mail, a file
that was taken in."""
Tag = Annotated[str, Field(min_length=1, max_length=60)]
Line = Annotated[str, Field(max_length=500)]

SEARCH_STAGES: tuple[SearchStage, ...] = (
    "applied",
    "screen",
    "first",
    "further",
    "final",
    "offer",
    "closed",
)

_OF_INTERVIEW: dict[Stage, SearchStage] = {
    "informal": "screen",
    "screen": "screen",
    "first": "first",
    "second": "further",
    "final": "final",
    "single": "final",
}
_AFTER: dict[SearchStage, SearchStage] = {"screen": "first", "first": "further"}
_CLOSED_BY: dict[OutcomeKind, Closing] = {"rejected": "refused", "withdrew": "withdrawn"}


class Contact(Noun):
    """Somebody at the employer, or an agency's recruiter."""

    name: Line = ""
    mail: Line = ""
    """The mail address."""
    role: Line = ""
    """In words, such as "recruiter"."""

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not (self.name.strip() or self.mail.strip()):
            raise ValueError("a contact has a name or a mail address")
        return self


class Deadline(Noun):
    """A day by which the candidate has to do something."""

    day: date
    what: Line = ""


class OpportunityDetails(Noun):
    """What the candidate keeps about a job beside its name and where it stands."""

    tags: tuple[Tag, ...] = ()
    deadline: Deadline | None = None
    url: Annotated[str, Field(max_length=2000)] = ""
    """Where it is advertised."""
    place: Line = ""
    source: Line = ""
    """Where it was found: a board, an agency, a friend."""
    note: Annotated[str, Field(max_length=20_000)] = ""
    contacts: tuple[Contact, ...] = ()
    domains: tuple[Line, ...] = ()
    """Mail domains of the employer or its agency, such as ``brook.example``: mails are matched by them."""


class StageStep(Noun):
    """One step of a job's way."""

    uuid: UUID
    stage: SearchStage
    closing: Closing | None = None
    """How it closed; only of ``closed``."""
    on: date | None = None
    """The day on which it came; ``None``: not known."""
    recorded_at: MomentInUtc
    made_by: StepMaker = "you"
    interview: UUID | None = None
    """The interview it came of."""
    note: str = ""

    @model_validator(mode="after")
    def _closing_belongs(self) -> Self:
        if (self.closing is not None) != (self.stage == "closed"):
            raise ValueError("a closed job, and no other, says how it closed")
        return self

    @property
    def day(self) -> date:
        """The day it came, or the one on which it was told (on the user's clock)."""
        return self.on or self.recorded_at.astimezone().date()


def stage_of(stage: Stage | None) -> SearchStage:
    """Return where a job stands in which such an interview is held; a first one if that is not known."""
    return "first" if stage is None else _OF_INTERVIEW[stage]


def stage_after(outcome: OutcomeKind, stage: Stage | None) -> tuple[SearchStage, Closing | None] | None:
    """Return where an outcome takes a job after such an interview; ``None``: it moves nothing.

    A word that no answer came moves nothing: it is not a refusal.
    """
    if outcome == "no-answer":
        return None
    if outcome == "offer":
        return "offer", None
    if outcome == "advanced":
        held = stage_of(stage)
        return _AFTER.get(held, held), None
    return "closed", _CLOSED_BY[outcome]


def stage_history(steps: Iterable[StageStep]) -> tuple[StageStep, ...]:
    """Return the steps that count, the first one first: the last one says where a job stands.

    What the candidate said (``you``, ``mail``, ``import``) always counts, also backwards. An interview or
    an outcome only ever moves a job on; but a later outcome of the same interview takes the place of the one
    that closed the job or told of an offer, since it is the candidate's newer word about it.

    Parameters
    ----------
    steps : iterable of StageStep
        All that is known, in any order.
    """
    history: list[StageStep] = []
    for step in sorted(steps, key=_order):
        last = history[-1] if history else None
        if last is None or step.made_by not in ("interview", "outcome") or _moves_on(last, step):
            history.append(step)
    return tuple(history)


def _moves_on(last: StageStep, step: StageStep) -> bool:
    newer_word = step.made_by == last.made_by == "outcome" and step.interview == last.interview
    if newer_word and last.stage in ("offer", "closed"):
        return (step.stage, step.closing) != (last.stage, last.closing)
    return SEARCH_STAGES.index(step.stage) > SEARCH_STAGES.index(last.stage)


def _order(step: StageStep) -> tuple[object, ...]:
    told = step.made_by not in ("interview", "outcome")
    return step.recorded_at, told, step.made_by == "outcome", SEARCH_STAGES.index(step.stage), step.uuid
