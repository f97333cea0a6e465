"""The jobs of a search: kept, moved on, closed, taken back; each step one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar
from uuid import UUID, uuid4, uuid5

from sqlalchemy import JSON, Connection, delete, func, insert, select, union_all, update

from wentwell.interview import (
    Opportunity,
    OpportunityDetails,
    StageStep,
    StepMaker,
    stage_after,
    stage_history,
    stage_of,
)
from wentwell.journal import _database as database
from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError, UnknownNumberError
from wentwell.journal._records import (
    CalendarEntry,
    Found,
    KeptOpportunity,
    NewOpportunity,
    OpportunityChange,
    OpportunityEntry,
    OpportunityInterview,
    StageMove,
    TakenBack,
    Undone,
)
from wentwell.journal._schema import (
    assessments,
    interviews,
    opportunities,
    opportunity_changes,
    opportunity_steps,
    outcomes,
)

if TYPE_CHECKING:
    from wentwell.journal._taking_out import TakenOut

_Kind = Literal["add", "edit", "move"]
_Values = dict[str, Any]
_Line = TypeVar("_Line")
_DETAILS = tuple(OpportunityDetails.model_fields)
_AS_JSON = tuple(column.name for column in opportunities.c if isinstance(column.type, JSON))
_STEP = tuple(name for name in StageStep.model_fields if name != "interview")


class _Opened(Protocol):
    def _read(self) -> AbstractContextManager[Connection]: ...
    def _write(self) -> AbstractContextManager[Connection]: ...
    def _wipe(self) -> bool: ...
    def _listed(self, read: Callable[[Connection], Sequence[_Line]]) -> Sequence[_Line]: ...


class SearchBook:
    """The jobs of an open journal: each with its way, what is kept about it, and its interviews.

    Parameters
    ----------
    journal : Journal
        Open for as long as the book is used.
    """

    def __init__(self, journal: _Opened) -> None:
        self._journal = journal

    def list(self) -> Sequence[OpportunityEntry]:
        """Return every job, in the order they came; no text of any interview is read for it."""
        return self._journal._listed(read_opportunities)

    def list_of(self, person: str | None) -> Sequence[OpportunityEntry]:
        """Return the jobs of one person; ``None``: the user's own."""
        key = rows.person_key(person)
        return [one for one in self.list() if rows.person_key(one.person) == key]

    def get(self, id: int) -> OpportunityEntry:
        """Return one job."""
        with self._journal._read() as connection:
            return _known(connection, id)

    def find(self, opportunity: Opportunity, person: str | None = None) -> OpportunityEntry | None:
        """Return the job of these very names, whatever their case and spacing; ``None`` if there is none."""
        with self._journal._read() as connection:
            number = _number_of(connection, opportunity, person)
            return None if number is None else _known(connection, number)

    def search(self, phrases: Sequence[str], person: str | None = None) -> Sequence[Found]:
        """Return the places in which all of the phrases stand, as beginnings of words, whatever their case.

        Looked through: employers, jobs, notes, contacts, outcomes' notes, documents, mails that are filed or
        wait, quotes that the candidate typed, and practice answers; of one person (``None``: the user's own).

        Parameters
        ----------
        phrases : sequence of str
            Words, or several words that stand together.
        person : str, optional
        """
        from wentwell.journal._finding import find

        with self._journal._read() as connection:
            return find(connection, phrases, person)

    def add(self, new: NewOpportunity, made_by: StepMaker = "you") -> int:
        """Keep a job, also one without any interview, and return its number.

        Raises
        ------
        JournalError
            If there is a job of this name at this employer already: two are never made one.
        """
        with self._journal._write() as connection:
            return _add(connection, new, made_by)

    def take_in(
        self, changes: Sequence[NewOpportunity | OpportunityChange], made_by: StepMaker = "import"
    ) -> tuple[int, ...]:
        """Take in the jobs of a file, all or none, as one step that `undo_taken_in` takes back.

        Returns
        -------
        tuple of int
            The number of each job.

        Raises
        ------
        JournalError
            If a new job bears the names of one that is there, or a known one is gone.
        """
        from wentwell.journal._taking_in import take_in

        with self._journal._write() as connection:
            return take_in(connection, changes, made_by)

    def undo_taken_in(self) -> Undone:
        """Take back what the last `take_in` did; new jobs worked on since stay, and so do later changes.

        Raises
        ------
        JournalError
            If there is nothing to take back.
        """
        from wentwell.journal._taking_in import undo

        with self._journal._write() as connection:
            undone = undo(connection)
            database.ask_for_wiping(connection)
        self._journal._wipe()
        return undone

    def edit(
        self, id: int, *, opportunity: Opportunity | None = None, details: OpportunityDetails | None = None
    ) -> OpportunityEntry:
        """Change the names of a job or what is kept about it, and return it.

        Raises
        ------
        JournalError
            If there is no such job, or another one bears the new names.
        """
        with self._journal._write() as connection:
            known = _known(connection, id)
            after: _Values = {}
            if opportunity is not None:
                other = _number_of(connection, opportunity, known.person)
                if other not in (None, id):
                    raise _doubled(other)
                after |= opportunity.model_dump()
            if details is not None:
                after |= details.model_dump(mode="json")
            _change(connection, known, "edit", after)
            return _known(connection, id)

    def move(self, id: int, to: StageMove, made_by: StepMaker = "you") -> OpportunityEntry:
        """Say where a job stands from now on, also backwards or closed, and return it."""
        with self._journal._write() as connection:
            known = _known(connection, id)
            step = _insert_step(connection, id, to, made_by)
            _change(connection, known, "move", {}, step=step.uuid)
            return _known(connection, id)

    def last_change(self, id: int) -> TakenBack | None:
        """Return what `undo` would take back of a job, with ``entry`` as it is now; ``None``: nothing."""
        with self._journal._read() as connection:
            known = _known(connection, id)
            found = _last_change(connection, known)
            return found and found.model_copy(update={"entry": known})

    def write_calendar(
        self, wanted: Mapping[int, Sequence[CalendarEntry]], *, handed_out: bool
    ) -> Mapping[int, Sequence[CalendarEntry]]:
        """Give each event of a job for a calendar its number: see `Journal.write_calendar`.

        Parameters
        ----------
        wanted : mapping
            The events by the number of their job.
        handed_out : bool

        Returns
        -------
        mapping
            All that stand, cancelled ones included.
        """
        from wentwell.journal._calendar import write_entries

        with self._journal._write() as connection:
            return write_entries(connection, wanted, handed_out=handed_out, of_jobs=True)

    def undo(self, id: int) -> TakenBack:
        """Take back the last change of a job, or the outcome of an interview of it if that came later.

        Raises
        ------
        JournalError
            If there is nothing to take back, or the job cannot be taken out since it has interviews.
        """
        with self._journal._write() as connection:
            known = _known(connection, id)
            found = _last_change(connection, known)
            if found is None:
                raise JournalError(f"There is nothing to undo in job {id}.")
            _take_back(connection, known, found)
            database.ask_for_wiping(connection)
            if found.kind != "add":
                found = found.model_copy(update={"entry": _known(connection, id)})
        self._journal._wipe()
        return found

    def delete(self, id: int) -> bool:
        """Delete a job without interviews for good; returns what `Journal.delete` returns.

        Raises
        ------
        JournalError
            If there is no such job, or interviews belong to it.
        """
        with self._journal._write() as connection:
            known = _known(connection, id)
            _refuse_interviews(known)
            connection.execute(delete(opportunities).where(opportunities.c.id == id))
            database.ask_for_wiping(connection)
        return self._journal._wipe()

    def take_out(self, id: int) -> TakenOut:
        """Delete a job as `delete` does, and return what it was, so that `Journal.put_back` can undo it."""
        from wentwell.journal._taking_out import take_out_job

        with self._journal._write() as connection:
            _refuse_interviews(_known(connection, id))
            taken = take_out_job(connection, id)
            database.ask_for_wiping(connection)
        return replace(taken, wiped=self._journal._wipe())


def read_opportunities(connection: Connection, number: int | None = None) -> list[OpportunityEntry]:
    """Read one job, or all of them, in the order they came."""
    query = select(opportunities).order_by(opportunities.c.id)
    told = select(opportunity_steps).order_by(opportunity_steps.c.recorded_at, opportunity_steps.c.id)
    if number is not None:
        query = query.where(opportunities.c.id == number)
        told = told.where(opportunity_steps.c.opportunity_id == number)
    kind, found = rows.as_kept(connection, query)
    step, steps = rows.grouped_as_kept(connection, told, "opportunity_id")
    line, held, outcome, came = _interviews(connection, number)
    kinds, place = (kind, step, line, outcome), kind._fields.index("id")
    parts = [
        (row, steps.get(row[place], ()), held.get(row[place], ()), came.get(row[place], ())) for row in found
    ]
    return [_entry(kinds, row, *map(tuple, rest)) for row, *rest in parts]


# Of a search of years one job changed since the last look: the others are made of the same rows as before.
@lru_cache(maxsize=2048)
def _entry(
    kinds: tuple[Any, ...],
    kept: rows.Bare,
    told: tuple[rows.Bare, ...],
    held: tuple[rows.Bare, ...],
    came: tuple[rows.Bare, ...],
) -> OpportunityEntry:
    kind, step, line, outcome = kinds
    row = kind._make(kept)
    way = _way(list(map(step._make, told)), list(map(line._make, held)), list(map(outcome._make, came)))
    details = {name: getattr(row, name) for name in _DETAILS}
    read = {name: json.loads(details[name]) for name in _AS_JSON if details[name] is not None}
    return OpportunityEntry(
        id=row.id,
        uuid=row.uuid,
        person=row.person,
        opportunity=Opportunity(employer=row.employer, job=row.job),
        details=OpportunityDetails.model_validate(details | read),
        created_at=rows.moment(row.created_at),
        changed_at=rows.moment(row.changed_at),
        kept=row.kept,
        steps=way.told,
        history=way.history,
        interviews=way.interviews,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """What the rows of one job say about where it stands."""

    told: tuple[StageStep, ...]
    history: tuple[StageStep, ...]
    interviews: tuple[OpportunityInterview, ...]


def _way(told: Sequence[Any], held: Sequence[Any], came: Sequence[Any]) -> _Way:
    said = tuple(
        StageStep.model_validate(
            {name: getattr(row, name) for name in _STEP} | {"recorded_at": rows.moment(row.recorded_at)}
        )
        for row in told
    )
    latest: dict[int, str] = {}
    steps: list[StageStep] = []
    for row in came:
        latest[row.interview_id] = row.kind
        reached = stage_after(row.kind, row.stage)
        if reached is not None:
            stage, closing = reached
            steps.append(
                StageStep(
                    uuid=row.uuid,
                    stage=stage,
                    closing=closing,
                    on=row.on,
                    recorded_at=rows.moment(row.recorded_at),
                    made_by="outcome",
                    interview=row.of,
                    note=row.note or "",
                )
            )
    lines: list[OpportunityInterview] = []
    for row in held:
        line = OpportunityInterview(
            day=row.interview_date,
            promised=row.promised_date,
            outcome=latest.get(row.id),
            **{name: getattr(row, name) for name in ("id", "uuid", "status", "stage", "target")},
            **{name: getattr(row, name) for name in ("probability", "low", "high")},
        )
        lines.append(line)
        stage = stage_of(row.stage)
        steps.append(
            StageStep(
                uuid=uuid5(line.uuid, stage),
                stage=stage,
                on=row.interview_date,
                recorded_at=rows.moment(row.created_at),
                made_by="interview",
                interview=line.uuid,
            )
        )
    return _Way(said, stage_history([*said, *steps]), tuple(lines))


def exported_opportunities(connection: Connection) -> tuple[KeptOpportunity, ...]:
    """Return all jobs without what only this journal knows."""
    names = set(KeptOpportunity.model_fields)
    return tuple(
        KeptOpportunity.model_validate(one.model_dump(include=names))
        for one in read_opportunities(connection)
    )


def merge_opportunities(connection: Connection, several: Iterable[KeptOpportunity]) -> None:
    """Add jobs and steps that are not known; of a job known already the later state stays."""
    for one in several:
        number: int | None = connection.execute(
            select(opportunities.c.id).filter_by(uuid=str(one.uuid))
        ).scalar()
        if number is None:
            number = _number_of(connection, one.opportunity, one.person)
        if number is None:
            number = _insert(connection, one)
        else:
            _join(connection, _known(connection, number), one)
        known = set(connection.execute(select(opportunity_steps.c.uuid)).scalars())
        new = [step for step in one.steps if str(step.uuid) not in known]
        if new:
            connection.execute(insert(opportunity_steps), [_step_row(number, step) for step in new])


def _interviews(
    connection: Connection, number: int | None
) -> tuple[Any, dict[int, list[rows.Bare]], Any, dict[int, list[rows.Bare]]]:
    """Read a row for each interview of each job, and one for each outcome that was told of them, as kept."""
    shown = rows.latest(assessments, "shown_at", "target", "probability", "low", "high")
    columns = interviews.c[
        "id", "uuid", "opportunity_id", "status", "stage", "interview_date", "promised_date", "created_at"
    ]
    query = (
        select(*columns, *shown.c["target", "probability", "low", "high"])
        .outerjoin(shown, (shown.c.interview_id == interviews.c.id) & (shown.c.place == 1))
        .where(interviews.c.opportunity_id.is_not(None))
        .order_by(interviews.c.interview_date.is_(None), interviews.c.interview_date, interviews.c.id)
    )
    told = (
        select(outcomes, interviews.c.opportunity_id, interviews.c.stage, interviews.c.uuid.label("of"))
        .join(interviews, interviews.c.id == outcomes.c.interview_id)
        .where(interviews.c.opportunity_id.is_not(None))
        .order_by(outcomes.c.recorded_at, outcomes.c.id)
    )
    if number is not None:
        query = query.where(interviews.c.opportunity_id == number)
        told = told.where(interviews.c.opportunity_id == number)
    return (
        *rows.grouped_as_kept(connection, query, "opportunity_id"),
        *rows.grouped_as_kept(connection, told, "opportunity_id"),
    )


def _known(connection: Connection, number: int) -> OpportunityEntry:
    found = read_opportunities(connection, number)
    if not found:
        raise UnknownNumberError(f"There is no job {number} in the journal. See `wentwell board`.")
    return found[0]


def _number_of(connection: Connection, opportunity: Opportunity, person: str | None) -> int | None:
    keys = rows.opportunity_keys(opportunity, person)
    found: int | None = connection.execute(select(opportunities.c.id).filter_by(**keys)).scalar()
    return found


def _doubled(number: int | None) -> JournalError:
    return JournalError(
        f"Job {number} has this name at this employer already. If it is another job, give it a name that "
        "tells it apart, such as the place or the year."
    )


def _begun(new: NewOpportunity, moment: datetime) -> KeptOpportunity:
    """Return a job as it is kept when it is added."""
    return KeptOpportunity(
        uuid=uuid4(),
        person=new.person,
        opportunity=new.opportunity,
        details=new.details,
        created_at=moment,
        changed_at=moment,
        kept=True,
    )


def _add(connection: Connection, new: NewOpportunity, made_by: StepMaker) -> int:
    there = _number_of(connection, new.opportunity, new.person)
    if there is not None:
        raise _doubled(there)
    moment = datetime.now(UTC)
    number = _insert(connection, _begun(new, moment))
    for step in new.steps:
        _insert_step(connection, number, step, made_by)
    _log(connection, number, "add")
    return number


def _insert(connection: Connection, one: KeptOpportunity) -> int:
    values = {
        "uuid": str(one.uuid),
        "person": one.person,
        "created_at": one.created_at,
        "changed_at": one.changed_at,
        "kept": one.kept,
        **one.opportunity.model_dump(),
        **one.details.model_dump(mode="json"),
        **rows.opportunity_keys(one.opportunity, one.person),
    }
    number: int = connection.execute(insert(opportunities).returning(opportunities.c.id), values).scalar_one()
    return number


def _insert_step(connection: Connection, number: int, to: StageMove, made_by: StepMaker) -> StageStep:
    step = StageStep(
        uuid=uuid4(), recorded_at=_next_moment(connection, number), made_by=made_by, **to.model_dump()
    )
    connection.execute(insert(opportunity_steps), _step_row(number, step))
    return step


def _step_row(number: int, step: StageStep) -> _Values:
    return {**step.model_dump(exclude={"interview"}), "uuid": str(step.uuid), "opportunity_id": number}


def _next_moment(connection: Connection, number: int) -> datetime:
    """Return now, or the first moment after all that is kept of a job if the clock was set back."""
    mine = interviews.c.opportunity_id == number
    steps, changes = opportunity_steps.c, opportunity_changes.c
    kept = union_all(
        select(steps.recorded_at.label("moment")).where(steps.opportunity_id == number),
        select(changes.made_at).where(changes.opportunity_id == number),
        select(interviews.c.created_at).where(mine),
        select(outcomes.c.recorded_at).join(interviews).where(mine),
    ).subquery()
    last: datetime | None = connection.execute(select(func.max(kept.c.moment))).scalar()
    now = datetime.now(UTC)
    return now if last is None else max(now, last + timedelta(microseconds=1))


def _change(
    connection: Connection,
    known: OpportunityEntry,
    kind: _Kind,
    after: Mapping[str, Any],
    *,
    step: UUID | None = None,
    batch: int | None = None,
) -> None:
    """Change what differs, keep the job from now on, and log both so that it can be taken back."""
    now = _values(known)
    wanted = {**after, "kept": True}
    changed = {name: value for name, value in wanted.items() if now[name] != value}
    if not changed and step is None:
        return
    _log(
        connection,
        known.id,
        kind,
        before={name: now[name] for name in changed},
        after=changed,
        step=step,
        batch=batch,
    )
    _set(connection, known, changed)


def _set(connection: Connection, known: OpportunityEntry, values: Mapping[str, Any]) -> None:
    named = Opportunity.model_validate({**known.opportunity.model_dump(), **_named(values)})
    connection.execute(
        update(opportunities)
        .where(opportunities.c.id == known.id)
        .values(
            **values,
            changed_at=max(datetime.now(UTC), known.changed_at + timedelta(microseconds=1)),
            **rows.opportunity_keys(named, known.person),
        )
    )


def _named(values: Mapping[str, Any]) -> _Values:
    return {name: values[name] for name in Opportunity.model_fields if name in values}


def _values(known: OpportunityEntry) -> _Values:
    return {
        "kept": known.kept,
        **known.opportunity.model_dump(),
        **known.details.model_dump(mode="json"),
    }


def _log(
    connection: Connection,
    number: int,
    kind: _Kind,
    *,
    before: _Values | None = None,
    after: _Values | None = None,
    step: UUID | None = None,
    batch: int | None = None,
) -> None:
    connection.execute(
        insert(opportunity_changes),
        {
            "opportunity_id": number,
            "batch": batch,
            # a step and its change bear one moment or nearly so; the order of the log tells the rest
            "made_at": _next_moment(connection, number),
            "kind": kind,
            "before": before or {},
            "after": after or {},
            "step": None if step is None else str(step),
        },
    )


def _last_row(connection: Connection, number: int) -> Mapping[str, Any] | None:
    mine = select(opportunity_changes).where(opportunity_changes.c.opportunity_id == number)
    row = connection.execute(mine.order_by(opportunity_changes.c.id.desc()).limit(1)).mappings().first()
    return None if row is None else dict(row)


def _last_outcome(connection: Connection, number: int) -> Mapping[str, Any] | None:
    mine = select(outcomes).join(interviews).where(interviews.c.opportunity_id == number)
    order = (outcomes.c.recorded_at.desc(), outcomes.c.id.desc())
    row = connection.execute(mine.order_by(*order).limit(1)).mappings().first()
    return None if row is None else dict(row)


def _last_change(connection: Connection, known: OpportunityEntry) -> TakenBack | None:
    row, told = _last_row(connection, known.id), _last_outcome(connection, known.id)
    if told is not None and (row is None or told["recorded_at"] > row["made_at"]):
        step = next((one for one in known.history if str(one.uuid) == told["uuid"]), None)
        return TakenBack(kind="outcome", step=step, interview=told["interview_id"])
    if row is None:
        return None
    step = next((one for one in known.steps if str(one.uuid) == row["step"]), None)
    fields = tuple(name for name in row["after"] if name != "kept")
    return TakenBack(kind=row["kind"], step=step, fields=fields)


def _take_back(connection: Connection, known: OpportunityEntry, found: TakenBack) -> None:
    if found.kind == "outcome":
        told = _last_outcome(connection, known.id)
        if told is not None:
            connection.execute(delete(outcomes).where(outcomes.c.id == told["id"]))
        return
    if found.kind == "add":
        _refuse_interviews(known)
        connection.execute(delete(opportunities).where(opportunities.c.id == known.id))
        return
    row = _last_row(connection, known.id)
    if row is None:
        return
    if found.step is not None:
        connection.execute(delete(opportunity_steps).where(opportunity_steps.c.uuid == str(found.step.uuid)))
    now = _values(known)
    # what another way changed since is the newer word
    back = {name: row["before"][name] for name, value in row["after"].items() if now[name] == value}
    if _named(back):
        named = Opportunity.model_validate({**known.opportunity.model_dump(), **_named(back)})
        other = _number_of(connection, named, known.person)
        if other not in (None, known.id):
            raise _doubled(other)
    if back:
        _set(connection, known, back)
    connection.execute(delete(opportunity_changes).where(opportunity_changes.c.id == row["id"]))


def _refuse_interviews(known: OpportunityEntry) -> None:
    if known.interviews:
        numbers = ", ".join(str(one.id) for one in known.interviews)
        raise JournalError(
            f"Interviews belong to job {known.id} (number {numbers}): delete these first, with "
            "`wentwell delete ID`. Nothing was changed."
        )


def _join(connection: Connection, known: OpportunityEntry, other: KeptOpportunity) -> None:
    """Take over a later state of a job; names that another job bears here are left as they are."""
    values: _Values = {}
    if other.changed_at > known.changed_at:
        values = {**other.details.model_dump(mode="json"), "changed_at": other.changed_at}
        bearer = _number_of(connection, other.opportunity, known.person)
        if bearer in (None, known.id):
            values |= other.opportunity.model_dump()
            values |= rows.opportunity_keys(other.opportunity, known.person)
    if other.kept and not known.kept:
        values["kept"] = True
    if values:
        connection.execute(update(opportunities).where(opportunities.c.id == known.id).values(**values))
