"""The jobs of the search as JSON: the same calls as the board."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, FastAPI, Path, Query
from pydantic import Field
from starlette.exceptions import HTTPException

from wentwell.interview import (
    Closing,
    Opportunity,
    OpportunityDetails,
    SearchStage,
    StageStep,
)
from wentwell.journal import OpportunityEntry, OpportunityInterview, SearchBook
from wentwell.web import _api
from wentwell.web._space import Space

Number = Annotated[int, Path(ge=1, le=_api._MOST_NUMBER, description="The number of the job.")]
_Name = Annotated[str, Field(max_length=200)]


class Job(_api._Value):
    """A job with its way and its interviews."""

    number: int
    person: str | None = None
    """Whose it is; ``null``: the user's own."""
    stage: SearchStage
    """Where it stands."""
    closing: Closing | None = None
    """How it closed; ``null`` while it is open."""
    since: date
    """The day on which it came there."""
    next_date: date | None = None
    """The next day that matters."""
    next_what: str = ""
    """What is on that day."""
    opportunity: Opportunity
    details: OpportunityDetails
    history: tuple[StageStep, ...]
    interviews: tuple[OpportunityInterview, ...]
    uuid: UUID
    created_at: datetime
    changed_at: datetime


class Named(_api._Value):
    """What a job is called."""

    employer: Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
    job: _Name = ""


class NewJob(_api._Value):
    """A job to be kept."""

    opportunity: Named
    details: OpportunityDetails = OpportunityDetails()
    stage: SearchStage = "applied"
    closing: Closing | None = None
    """How it closed; only of ``closed``."""
    on: date | None = None
    """Since when; ``null``: today."""


class JobChange(_api._Value):
    """What is to be kept about a job; what is left out stays."""

    opportunity: Named | None = None
    details: OpportunityDetails | None = None


class JobMove(_api._Value):
    """Where a job is to stand from now on."""

    stage: SearchStage
    closing: Closing | None = None
    """How it closed; only of ``closed``."""
    on: date | None = None
    """The day it came; ``null``: today."""
    note: Annotated[str, Field(max_length=20_000)] = ""
    if_last_step: UUID | None = None
    """The last step of its way, as you know it: where another one came since, nothing is changed."""


class Stage(_api._Value):
    """How many jobs came how far."""

    stage: SearchStage
    jobs: int
    """How many came at least so far."""
    open: int
    """How many of these nothing has closed."""


def install(app: FastAPI, space: Space) -> None:
    """Put the calls into the application."""
    app.include_router(_router(space))


def _router(space: Space) -> APIRouter:
    problems = {**_api._PROBLEMS, 404: {**_api._PROBLEMS[404], "description": "There is no such job"}}
    router = APIRouter(prefix=_api._BASE, responses=problems, tags=["jobs"])

    @router.get("/jobs")
    def list_jobs(
        tag: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006 - never changed
        stage: Annotated[list[SearchStage], Query(max_length=20)] = [],  # noqa: B006
        employer: Annotated[str | None, Query(max_length=200)] = None,
        since: date | None = None,
        until: date | None = None,
        *,
        open: bool = False,
    ) -> list[Job]:
        """List the jobs that fit, in the order they came."""
        from wentwell.reviewing import chosen_jobs

        if not space.exists:
            return []
        with space.journal() as book:
            chosen = chosen_jobs(
                SearchBook(book).list_of(None),
                tags=tag,
                stages=stage,
                employer=employer,
                since=since,
                until=until,
                only_open=open,
            )
        return [_job(space, one) for one in chosen]

    @router.get("/jobs/funnel")
    def count_jobs() -> list[Stage]:
        """Count how many jobs came at least as far as each stage."""
        from wentwell.reviewing import funnel

        entries: tuple[OpportunityEntry, ...] = ()
        if space.exists:
            with space.journal() as book:
                entries = tuple(SearchBook(book).list_of(None))
        return [Stage(stage=one.stage, jobs=one.jobs, open=one.open) for one in funnel(entries)]

    @router.post("/jobs", status_code=201)
    def add_job(new: NewJob) -> Job:
        """Keep a job, also without any interview."""
        from wentwell.journal import NewOpportunity

        step = _step(space, new.stage, new.closing, new.on)
        with space.changing() as book, _api._fitting():
            jobs = SearchBook(book)
            number = jobs.add(
                NewOpportunity(opportunity=_named(new.opportunity), details=new.details, steps=(step,))
            )
            return _job(space, jobs.get(number))

    @router.get("/jobs/{number}")
    def read_job(number: Number) -> Job:
        """Read one job."""
        with space.changing() as book:
            return _job(space, _found(SearchBook(book), number))

    @router.put("/jobs/{number}")
    def change_job(number: Number, change: JobChange) -> Job:
        """Change the names of a job, or what is kept about it."""
        with space.changing() as book, _api._fitting():
            jobs = SearchBook(book)
            known = _found(jobs, number)
            names = _named(change.opportunity) if change.opportunity else None
            return _job(space, jobs.edit(known.id, opportunity=names, details=change.details))

    @router.post("/jobs/{number}/moves")
    def move_job(number: Number, to: JobMove) -> Job:
        """Say where a job stands from now on: forwards, backwards, closed, or open again."""
        step = _step(space, to.stage, to.closing, to.on, to.note)
        with space.changing() as book, _api._fitting():
            jobs = SearchBook(book)
            known = _found(jobs, number)
            last = known.history[-1].uuid if known.history else None
            _api._expect(
                to.if_last_step, last, f"Job {number} was moved since. Nothing was changed; read it again."
            )
            if (to.stage, to.closing) == (known.stage, known.closing):
                return _job(space, known)
            return _job(space, jobs.move(known.id, step))

    @router.post("/jobs/{number}/undo")
    def undo_change(number: Number) -> Job | None:
        """Take back the last change of a job; ``null``: it was the adding, so the job is gone."""
        with space.changing() as book:
            jobs = SearchBook(book)
            done = jobs.undo(_found(jobs, number).id)
        return _job(space, done.entry) if done.entry else None

    @router.delete("/jobs/{number}", status_code=204)
    def delete_job(number: Number) -> None:
        """Delete a job without interviews for good."""
        with space.changing() as book:
            jobs = SearchBook(book)
            jobs.delete(_found(jobs, number).id)

    return router


def _found(jobs: SearchBook, number: int) -> OpportunityEntry:
    with _api._looking_for(f"job {number}"):
        return jobs.get(number)


def _named(given: Named) -> Opportunity:
    return Opportunity(employer=given.employer.strip(), job=given.job.strip())


def _step(space: Space, stage: SearchStage, closing: Closing | None, on: date | None, note: str = "") -> Any:
    from wentwell.journal import StageMove

    if (closing is not None) != (stage == "closed"):
        raise HTTPException(422, "closing: a closed job, and no other, says how it closed")
    today = space.today()
    _api._check_day(on, today, "the day")
    return StageMove(stage=stage, closing=closing, on=on or today, note=note)


def _job(space: Space, one: OpportunityEntry) -> Job:
    coming = one.next_date(space.today())
    return Job(
        number=one.id,
        person=one.person,
        stage=one.stage,
        closing=one.closing,
        since=one.since,
        next_date=coming[0] if coming else None,
        next_what=coming[1] if coming else "",
        opportunity=one.opportunity,
        details=one.details,
        history=one.history,
        interviews=one.interviews,
        uuid=one.uuid,
        created_at=one.created_at,
        changed_at=one.changed_at,
    )
