"""The journal's dates as a calendar file: each event keeps its identity, each change is told."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from wentwell.calendars._find import OWN_UIDS

if TYPE_CHECKING:
    from wentwell.advice import Reminder
    from wentwell.journal import CalendarEntry, Journal, Record

_NOBODY = datetime(1970, 1, 1, tzinfo=UTC)


def calendar_of(
    journal: Journal,
    *,
    discreet: bool = False,
    everything: bool = False,
    alarms: bool = True,
    handed_out: bool = False,
) -> bytes:
    """Return the user's interviews, promised days and days to ask for news as a calendar file.

    Those of other people in the journal are left out.

    Parameters
    ----------
    journal : Journal
        It keeps which state of each event was written, so that a calendar can tell a later one.
    discreet : bool
        Leave out every name and place.
    everything : bool
        Also interviews that came from a calendar: that one has them already.
    alarms : bool
        Whether to remind.
    handed_out : bool
        The file is taken into a calendar once, rather than followed. What was handed out and holds no more
        is in later files as cancelled.
    """
    from wentwell.telling import IcsEvent, to_ics

    records = {record.id: record for record in journal.records()}
    wanted = _reminders(journal, records, everything=everything)
    entries = journal.write_calendar(
        {number: [_entry(one) for one in several] for number, several in wanted.items()},
        handed_out=handed_out,
    )
    events = []
    for number, several in entries.items():
        told = {one.kind: one for one in wanted.get(number, ())}
        for entry in several:
            if entry.cancelled and not handed_out:
                continue
            reminder = told.get(entry.kind)  # type: ignore[call-overload]
            events.append(
                IcsEvent(
                    uid=f"{records[number].uuid}-{entry.kind}{OWN_UIDS}",
                    sequence=entry.sequence,
                    changed_at=entry.changed_at,
                    day=entry.day,
                    title=_title(reminder, discreet=discreet),
                    words=reminder.words if reminder else "",
                    starts=reminder.starts if reminder else None,
                    minutes=reminder.minutes if reminder else None,
                    place=reminder.place if reminder and not discreet else "",
                    eve=entry.kind == "interview",
                    cancelled=entry.cancelled,
                )
            )
    return to_ics(events, name="Interviews", alarms=alarms)


def _title(reminder: Reminder | None, *, discreet: bool) -> str:
    if reminder is None:
        return "No longer needed"
    return reminder.discreet if discreet else reminder.title


def _reminders(
    journal: Journal, records: dict[int, Record], *, everything: bool
) -> dict[int, tuple[Reminder, ...]]:
    from wentwell.advice import reminders

    appointments = journal.appointments()
    wanted = {}
    for number, record in records.items():
        if record.interview.person is not None:
            continue
        shown = record.assessments[-1].assessment.context if record.assessments else None
        found = reminders(record.interview, tuple(appointments.get(number, ())), shown, imported=everything)
        if record.status == "draft":
            # it may be still to come: there is nothing to ask about yet
            found = tuple(one for one in found if one.kind == "interview" and number in appointments)
        wanted[number] = found
    return wanted


def _entry(reminder: Reminder) -> CalendarEntry:
    from wentwell.journal import CalendarEntry

    return CalendarEntry(
        kind=reminder.kind,
        sequence=0,
        content=sha256(reminder.model_dump_json().encode()).hexdigest(),
        changed_at=_NOBODY,
        day=reminder.day,
    )
