"""What calendars know of interviews, and what was written for calendars: rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from wentwell.interview import Appointment, Context
from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError, UnknownNumberError
from wentwell.journal._records import (
    AppointmentChange,
    CalendarEntry,
    CalendarFeed,
    Entry,
    KeptAppointment,
    Record,
    Undone,
)
from wentwell.journal._schema import (
    appointments,
    calendar_changes,
    calendar_entries,
    calendar_feeds,
    calendar_job_entries,
    interviews,
)

_PLANNED = {"at": 0}
"""Where a debrief is that only a calendar began: at its first question."""


def read_appointments(connection: Connection) -> dict[int, tuple[Appointment, ...]]:
    """Read what calendars say, by the number of the interview."""
    found: dict[int, tuple[Appointment, ...]] = {}
    for row in connection.execute(select(appointments).order_by(appointments.c.id)).mappings():
        known = Appointment.model_validate({name: row[name] for name in Appointment.model_fields})
        found[row["interview_id"]] = (*found.get(row["interview_id"], ()), known)
    return found


def read_kept(connection: Connection) -> list[KeptAppointment]:
    """Read what calendars say, by the interviews' own identifiers."""
    uuids = {row.id: row.uuid for row in connection.execute(select(interviews.c.id, interviews.c.uuid))}
    return [
        KeptAppointment(interview=UUID(uuids[number]), appointment=one)
        for number, several in read_appointments(connection).items()
        for one in several
    ]


def merge_kept(connection: Connection, kept: Iterable[KeptAppointment]) -> None:
    """Add what calendars said in another journal and is not known here."""
    for one in kept:
        number = rows.number_of(connection, one.interview)
        if number is not None and _appointment_row(connection, one.appointment.key) is None:
            _insert(connection, number, one.appointment)


def take_in(connection: Connection, changes: Sequence[AppointmentChange]) -> tuple[int, ...]:
    """Take events in as one batch; return the number of each interview."""
    last: int = connection.execute(select(func.coalesce(func.max(calendar_changes.c.batch), 0))).scalar_one()
    numbers = []
    for change in changes:
        row = _appointment_row(connection, change.appointment.key)
        before = None if row is None else _appointment(row)
        known: Record | None = None
        if change.number is None:
            if row is not None:
                raise JournalError("An event of this calendar was taken in meanwhile. Run it again.")
            number = rows.insert_entry(connection, _planned(change))
        else:
            number = change.number
            known = _known(connection, number)
            _set(connection, known, change.facts)
        if row is None:
            _insert(connection, number, change.appointment)
        else:
            connection.execute(
                update(appointments)
                .where(appointments.c.id == row["id"])
                .values(interview_id=number, **change.appointment.model_dump())
            )
        connection.execute(
            insert(calendar_changes),
            {
                "interview_id": number,
                "batch": last + 1,
                "made_at": datetime.now(UTC),
                "added": known is None,
                "uid": change.appointment.uid,
                "recurrence": change.appointment.recurrence,
                "before": _facts(known, change.facts),
                "after": dict(change.facts),
                "appointment_before": None if before is None else before.model_dump(mode="json"),
            },
        )
        numbers.append(number)
    return tuple(numbers)


def undo(connection: Connection) -> Undone:
    """Take back the last batch; what was worked on since stays as it is."""
    batch = connection.execute(select(func.max(calendar_changes.c.batch))).scalar()
    if batch is None:
        raise JournalError("There is nothing to undo: no calendar was taken in.")
    query = select(calendar_changes).where(calendar_changes.c.batch == batch)
    removed, restored, kept = [], [], []
    for row in connection.execute(query.order_by(calendar_changes.c.id.desc())).mappings().all():
        number = row["interview_id"]
        if row["added"]:
            if _is_untouched(_known(connection, number)):
                rows.delete_entry(connection, number)
                removed.append(number)
            else:
                kept.append(number)
            continue
        record = _known(connection, number)
        now = record.interview.context.model_dump(mode="json")
        _set(
            connection,
            record,
            {name: row["before"][name] for name, value in row["after"].items() if now[name] == value},
        )
        key = (row["uid"], row["recurrence"])
        if row["appointment_before"] is None:
            _forget(connection, key)
        else:
            before = Appointment.model_validate(row["appointment_before"])
            connection.execute(_at(update(appointments), key).values(**before.model_dump()))
        restored.append(number)
    connection.execute(delete(calendar_changes).where(calendar_changes.c.batch == batch))
    return Undone(
        removed=tuple(sorted(set(removed))),
        restored=tuple(sorted(set(restored))),
        kept=tuple(sorted(set(kept))),
    )


def write_entries(
    connection: Connection,
    wanted: Mapping[int, Sequence[CalendarEntry]],
    *,
    handed_out: bool,
    of_jobs: bool = False,
) -> dict[int, tuple[CalendarEntry, ...]]:
    """Give each event for calendars its number, and return all as they stand.

    They are those of interviews or, on demand, of jobs, by the number of what they belong to. An event that
    changed gets the next number and this moment; one that is wanted no more is cancelled if it was handed
    out, else forgotten.
    """
    moment = datetime.now(UTC).replace(microsecond=0)
    table, owner = (calendar_job_entries, "opportunity_id") if of_jobs else (calendar_entries, "interview_id")
    known = {
        (row[owner], row["kind"]): CalendarEntry.model_validate(
            {name: row[name] for name in CalendarEntry.model_fields}
        )
        for row in connection.execute(select(table)).mappings()
    }
    new: dict[tuple[int, str], CalendarEntry] = {}
    for number, several in wanted.items():
        for one in several:
            before = known.get((number, one.kind))
            if before is None:
                now = one.model_copy(update={"changed_at": moment, "sequence": 0})
            elif before.content == one.content and not before.cancelled:
                now = before
            else:
                now = _changed(before, one, moment)
            new[number, one.kind] = now.model_copy(update={"handed_out": now.handed_out or handed_out})
    for key, before in known.items():
        if key not in new and before.handed_out:
            gone = before if before.cancelled else _changed(before, before, moment)
            new[key] = gone.model_copy(update={"cancelled": True, "handed_out": True})
    for key in known.keys() - new.keys():
        connection.execute(_entry_at(delete(table), table, key))
    for key, now in new.items():
        if key not in known:
            connection.execute(insert(table), {owner: key[0], **now.model_dump()})
        elif known[key] != now:
            connection.execute(_entry_at(update(table), table, key).values(**now.model_dump()))
    grouped: dict[int, tuple[CalendarEntry, ...]] = {}
    for (number, _), now in new.items():
        grouped[number] = (*grouped.get(number, ()), now)
    return grouped


def read_feeds(connection: Connection) -> tuple[CalendarFeed, ...]:
    """Read which calendar files are kept up to date."""
    query = select(calendar_feeds).order_by(calendar_feeds.c.path)
    return tuple(CalendarFeed.model_validate(dict(row)) for row in connection.execute(query).mappings())


def keep_feed(connection: Connection, feed: CalendarFeed | None) -> None:
    """Keep one calendar file up to date from now on, instead of any other; ``None``: none."""
    connection.execute(delete(calendar_feeds))
    if feed is not None:
        connection.execute(insert(calendar_feeds), feed.model_dump())


def _changed(before: CalendarEntry, now: CalendarEntry, moment: datetime) -> CalendarEntry:
    # a clock set back must not make a later state look older
    return now.model_copy(
        update={
            "sequence": before.sequence + 1,
            "changed_at": max(moment, before.changed_at),
            "handed_out": before.handed_out,
            "cancelled": False,
        }
    )


def _planned(change: AppointmentChange) -> Entry:
    moment = datetime.now(UTC)
    return Entry(
        uuid=uuid4(),
        status="draft",
        created_at=moment,
        updated_at=moment,
        interview=change.interview,
        progress=dict(_PLANNED),
    )


def _is_untouched(record: Record) -> bool:
    """Whether an interview is still as a calendar left it."""
    return record.status == "draft" and record.progress == _PLANNED and record.created_at == record.updated_at


def _known(connection: Connection, number: int) -> Record:
    found = rows.read_records(connection, number)
    if not found:
        raise UnknownNumberError(f"There is no interview {number} in the journal any more. Run it again.")
    return found[0]


def _facts(known: Record | None, facts: Mapping[str, Any]) -> dict[str, Any]:
    if known is None:
        return {}
    now = known.interview.context.model_dump(mode="json")
    return {name: now[name] for name in facts}


def _set(connection: Connection, known: Record, facts: Mapping[str, Any]) -> None:
    """Set fields of the context; a planned interview stays one that nobody worked on."""
    if not facts:
        return
    context = Context.model_validate({**known.interview.context.model_dump(mode="json"), **facts})
    moment = known.updated_at
    if not _is_untouched(known):
        moment = rows.next_moment(connection, known.id, datetime.now(UTC))
    changed = known.model_copy(
        update={
            "interview": known.interview.model_copy(update={"context": context}),
            "updated_at": moment,
        }
    )
    rows.update_entry(connection, known.id, known, changed)


def _appointment_row(connection: Connection, key: tuple[str, str]) -> Mapping[str, Any] | None:
    row = connection.execute(_at(select(appointments), key)).mappings().first()
    return None if row is None else dict(row)


def _appointment(row: Mapping[str, Any]) -> Appointment:
    return Appointment.model_validate({name: row[name] for name in Appointment.model_fields})


def _at(statement: Any, key: tuple[str, str]) -> Any:
    return statement.where(appointments.c.uid == key[0], appointments.c.recurrence == key[1])


def _entry_at(statement: Any, table: Table, key: tuple[int, str]) -> Any:
    return statement.where(*(column == part for column, part in zip(table.primary_key, key, strict=True)))


def _insert(connection: Connection, number: int, appointment: Appointment) -> None:
    connection.execute(insert(appointments), {"interview_id": number, **appointment.model_dump()})


def _forget(connection: Connection, key: tuple[str, str]) -> None:
    connection.execute(_at(delete(appointments), key))
