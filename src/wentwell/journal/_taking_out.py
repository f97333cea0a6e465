"""What was deleted, held in memory alone, so that it can be put back as it was, row by row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, insert, or_, select

from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError
from wentwell.journal._schema import (
    interviews,
    learned,
    mails,
    metadata,
    opportunities,
    opportunity_changes,
)

_Row = dict[str, Any]
_Rows = dict[Table, list[_Row]]
_ARTICLES = {"interview": "an interview", "job": "a job"}


@dataclass(frozen=True, slots=True)
class TakenOut:
    """An interview or a job that was deleted, with all that belonged to it; `Journal.put_back` undoes it.

    It is in memory alone: what the file held of it is gone.
    """

    what: Literal["interview", "job"]
    id: int
    """Its number; it has the same one when it is put back."""
    wiped: bool = True
    """Whether no trace is left in the files; see `Journal.delete`."""
    rows: Mapping[Table, Sequence[_Row]] = field(default_factory=dict, repr=False)
    """What the tables held of it."""


def take_out_interview(connection: Connection, number: int) -> TakenOut | None:
    """Delete an interview; ``None`` if there is none."""
    job: int | None = connection.execute(
        select(interviews.c.opportunity_id).where(interviews.c.id == number)
    ).scalar()
    mine = _hanging_on(connection, interviews, [number])
    with_job = {} if job is None else _hanging_on(connection, opportunities, [job])
    before = _all(connection, learned)
    if not rows.delete_entry(connection, number):
        return None
    goes = job is not None and not _is_there(connection, opportunities, job)
    # the names of its job are kept in any case: that one may be deleted before this is put back
    held = with_job if goes else {opportunities: with_job.get(opportunities, []), **mine}
    left = {row["id"] for row in _all(connection, learned)}
    held[learned] = [row for row in before if row["id"] not in left]
    return TakenOut("interview", number, rows=held)


def take_out_job(connection: Connection, number: int) -> TakenOut:
    """Delete a job that has no interview."""
    held = _hanging_on(connection, opportunities, [number])
    connection.execute(delete(opportunities).where(opportunities.c.id == number))
    return TakenOut("job", number, rows=held)


def put_back(connection: Connection, taken: TakenOut) -> None:
    """Put back what was taken out; what came in its place since stays."""
    table = interviews if taken.what == "interview" else opportunities
    (root,) = (row for row in taken.rows[table] if row["id"] == taken.id)
    if _is_there(connection, table, taken.id) or _find(connection, table, uuid=root["uuid"]) is not None:
        raise JournalError(
            f"There is {_ARTICLES[taken.what]} {taken.id} in the journal. Nothing was changed."
        )
    if taken.what == "job" and _find(connection, table, **_names(root)) is not None:
        raise JournalError("A job of the same name was added since, so this one is not put back.")
    renumbered: dict[int, int] = {}
    for one in metadata.sorted_tables:
        for row in taken.rows.get(one, ()):
            values = dict(row)
            if one is opportunities:
                number = _put_job(connection, values)
                if number != row["id"]:
                    renumbered[row["id"]] = number
                continue
            old = values.get("opportunity_id")
            if old in renumbered:
                if one is opportunity_changes:
                    continue  # what was changed in the one is no change of the other
                values["opportunity_id"] = renumbered[old]
            _put(connection, one, values)


def _put_job(connection: Connection, values: _Row) -> int:
    """Put a job back, unless it or one of the same names is there; return its number."""
    for wanted in ({"uuid": values["uuid"]}, _names(values)):
        known = _find(connection, opportunities, **wanted)
        if known is not None:
            return known
    if _is_there(connection, opportunities, values["id"]):
        del values["id"]
    made = insert(opportunities).returning(opportunities.c.id)
    number: int = connection.execute(made, values).scalar_one()
    return number


def _names(values: _Row) -> _Row:
    return {name: values[name] for name in ("person_key", "employer_key", "job_key")}


def _put(connection: Connection, table: Table, values: _Row) -> None:
    """Put a row back, unless what it belongs to is gone or the same came again, such as a mail."""
    for key in table.foreign_keys:
        parent = values[key.parent.name]
        if parent is not None and not _is_there(connection, key.column.table, parent):
            return
    if table is mails:
        # found to be about no job while this one was not there
        same = mails.c.person_key == values["person_key"], mails.c.identity == values["identity"]
        connection.execute(delete(mails).where(*same, mails.c.state == "none"))
    connection.execute(insert(table).prefix_with("OR IGNORE"), values)


def _hanging_on(connection: Connection, table: Table, numbers: Collection[int]) -> _Rows:
    """Return rows of a table, and of all tables what goes with them."""
    found: _Rows = {table: _read(connection, table, table.c.id.in_(numbers))}
    for one in metadata.sorted_tables:
        belongs = [
            key.parent.in_([row["id"] for row in found[key.column.table]])
            for key in one.foreign_keys
            if key.column.table in found and one is not table
        ]
        if belongs:
            found[one] = _read(connection, one, or_(*belongs))
    return found


def _all(connection: Connection, table: Table) -> list[_Row]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _read(connection: Connection, table: Table, which: Any) -> list[_Row]:
    order = list(table.primary_key.columns)
    return [dict(row) for row in connection.execute(select(table).where(which).order_by(*order)).mappings()]


def _is_there(connection: Connection, table: Table, number: int) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == number)).scalar() is not None


def _find(connection: Connection, table: Table, **wanted: Any) -> int | None:
    found: int | None = connection.execute(select(table.c.id).filter_by(**wanted)).scalar()
    return found
