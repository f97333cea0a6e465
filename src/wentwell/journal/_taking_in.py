"""Jobs of a file that is taken in: all or none, as one batch, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, func, insert, select, update

from wentwell.interview import OpportunityDetails, StageStep, StepMaker
from wentwell.journal import _opportunities as jobs
from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError, UnknownNumberError
from wentwell.journal._records import (
    NewOpportunity,
    OpportunityChange,
    OpportunityEntry,
    Undone,
)
from wentwell.journal._schema import opportunities, opportunity_changes, opportunity_steps


def take_in(
    connection: Connection, changes: Sequence[NewOpportunity | OpportunityChange], made_by: StepMaker
) -> tuple[int, ...]:
    """Add jobs and complete others as one batch; return the number of each."""
    last = func.coalesce(func.max(opportunity_changes.c.batch), 0)
    batch: int = connection.execute(select(last)).scalar_one() + 1
    news = [one for one in changes if isinstance(one, NewOpportunity)]
    added = iter(_add_all(connection, news, made_by, batch))
    known = {one.id: one for one in jobs.read_opportunities(connection)} if len(news) < len(changes) else {}
    numbers = []
    for change in changes:
        if isinstance(change, NewOpportunity):
            numbers.append(next(added))
        elif change.number not in known:
            raise UnknownNumberError(
                f"There is no job {change.number} in the journal any more. Run it again."
            )
        else:
            _complete(connection, known[change.number], change, made_by, batch)
            numbers.append(change.number)
    return tuple(numbers)


def undo(connection: Connection) -> Undone:
    """Take back the last batch: jobs worked on since stay, and so do later changes of known ones."""
    batch = connection.execute(select(func.max(opportunity_changes.c.batch))).scalar()
    if batch is None:
        raise JournalError("There is nothing to undo: no file of jobs was taken in.")
    mine = opportunity_changes.c.batch == batch
    query = select(opportunity_changes).where(mine).order_by(opportunity_changes.c.id.desc())
    changed = [dict(row) for row in connection.execute(query).mappings()]
    known = {one.id: one for one in jobs.read_opportunities(connection)}
    newest = select(opportunity_changes.c.opportunity_id, func.max(opportunity_changes.c.id))
    by_job = connection.execute(newest.group_by(opportunity_changes.c.opportunity_id))
    last: dict[int, int] = {row[0]: row[1] for row in by_job}
    mine_only = {row["id"] for row in changed}
    removed, restored, kept = [], [], []
    for row in changed:
        number = row["opportunity_id"]
        if row["kind"] != "add":
            _take_back(connection, known[number], row, touched=last[number] not in mine_only)
            known[number] = jobs.read_opportunities(connection, number)[0]
            restored.append(number)
        elif known[number].interviews or last[number] != row["id"]:
            kept.append(number)
        else:
            removed.append(number)
    for number in removed:
        connection.execute(delete(opportunities).where(opportunities.c.id == number))
    connection.execute(delete(opportunity_changes).where(mine, opportunity_changes.c.kind != "add"))
    connection.execute(update(opportunity_changes).where(mine).values(batch=None))
    return Undone(
        removed=tuple(sorted(removed)), restored=tuple(sorted(set(restored))), kept=tuple(sorted(kept))
    )


def _add_all(
    connection: Connection, several: Sequence[NewOpportunity], made_by: StepMaker, batch: int
) -> list[int]:
    names = select(*opportunities.c["person_key", "employer_key", "job_key", "id"])
    there: dict[tuple[str, ...], int] = {tuple(row[:3]): row[3] for row in connection.execute(names)}
    moment = datetime.now(UTC)
    numbers = []
    steps: list[Mapping[str, Any]] = []
    for new in several:
        keys = rows.opportunity_keys(new.opportunity, new.person)
        key = (keys["person_key"], keys["employer_key"], keys["job_key"])
        if key in there:
            raise jobs._doubled(there[key])
        one = jobs._begun(new, moment)
        there[key] = number = jobs._insert(connection, one)
        numbers.append(number)
        for place, to in enumerate(new.steps, 1):
            # one after the other, so that they keep their order
            told = moment + timedelta(microseconds=place)
            step = StageStep(uuid=uuid4(), recorded_at=told, made_by=made_by, **to.model_dump())
            steps.append(jobs._step_row(number, step))
    if steps:
        connection.execute(insert(opportunity_steps), steps)
    if numbers:
        connection.execute(insert(opportunity_changes), list(_logged(numbers, several, batch, moment)))
    return numbers


def _logged(
    numbers: Iterable[int], several: Iterable[NewOpportunity], batch: int, moment: datetime
) -> Iterable[Mapping[str, Any]]:
    for number, new in zip(numbers, several, strict=True):
        yield {
            "opportunity_id": number,
            "batch": batch,
            "made_at": moment + timedelta(microseconds=1 + len(new.steps)),
            "kind": "add",
            "before": {},
            "after": {},
            "step": None,
        }


def _complete(
    connection: Connection,
    known: OpportunityEntry,
    change: OpportunityChange,
    made_by: StepMaker,
    batch: int,
) -> None:
    details = OpportunityDetails.model_validate({**known.details.model_dump(), **change.details})
    if details != known.details:
        jobs._change(connection, known, "edit", details.model_dump(mode="json"), batch=batch)
    for to in change.steps:
        step = jobs._insert_step(connection, known.id, to, made_by)
        jobs._change(connection, known, "move", {}, step=step.uuid, batch=batch)


def _take_back(
    connection: Connection, known: OpportunityEntry, row: Mapping[str, Any], *, touched: bool
) -> None:
    """Take back one change of a known job; what was changed since is the newer word and stays."""
    if row["step"] is not None:
        connection.execute(delete(opportunity_steps).where(opportunity_steps.c.uuid == row["step"]))
    now = jobs._values(known)
    back = {
        name: row["before"][name]
        for name, value in row["after"].items()
        # one that somebody worked on since has a life of its own
        if now[name] == value and not (touched and name == "kept")
    }
    if back:
        jobs._set(connection, known, back)
