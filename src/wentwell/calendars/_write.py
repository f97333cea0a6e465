"""The journal's dates as a calendar file: each event keeps its identity, each change is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from wentwell.calendars._find import OWN_UIDS

if TYPE_CHECKING:
    from wentwell.advice import Reminder
    from wentwell.journal import CalendarEntry, Journal, OpportunityEntry, Record
    from wentwell.telling import IcsEvent

    _Reminders = Mapping[int, Sequence[Reminder]]

_NOBODY = datetime(1970, 1, 1, tzinfo=UTC)


def calendar_of(
    journal: Journal,
    *,
    discreet: bool = False,
    everything: bool = False,
    alarms: bool = True,
    handed_out: bool = False,
) -> bytes:
    """Return the user's interviews, promised days, days to ask for news and deadlines as a calendar file.

    What is kept of other people is left out.

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
    from wentwell.journal import SearchBook
    from wentwell.telling import to_ics

    records = {record.id: record for record in journal.records()}
    jobs = {job.id: job for job in SearchBook(journal).list_of(None)}
    days = _reminders(journal, records, everything=everything)
    due = _deadlines(jobs.values())
    written = journal.write_calendar(_entries(days), handed_out=handed_out)
    written_of_jobs = SearchBook(journal).write_calendar(_entries(due), handed_out=handed_out)
    parts = (
        (written, days, {number: record.uuid for number, record in records.items()}),
        (written_of_jobs, due, {number: job.uuid for number, job in jobs.items()}),
    )
    events = [
        _event(
            entry,
            next((one for one in wanted.get(number, ()) if one.kind == entry.kind), None),
            uuids[number],
            discreet=discreet,
        )
        for entries, wanted, uuids in parts
        for number, several in entries.items()
        for entry in several
        # a calendar that follows the file drops by itself what is in it no more
        if number in uuids and (handed_out or not entry.cancelled)
    ]
    return to_ics(events, name="Interviews", alarms=alarms)


def _event(entry: CalendarEntry, reminder: Reminder | None, uuid: UUID, *, discreet: bool) -> IcsEvent:
    from wentwell.telling import IcsEvent

    return IcsEvent(
        uid=f"{uuid}-{entry.kind}{OWN_UIDS}",
        sequence=entry.sequence,
        changed_at=entry.changed_at,
        day=entry.day,
        title=_title(reminder, discreet=discreet),
        words=reminder.words if reminder else "",
        starts=reminder.starts if reminder else None,
        minutes=reminder.minutes if reminder else None,
        place=reminder.place if reminder and not discreet else "",
        eve=entry.kind == "interview",
        due=entry.kind == "deadline",
        cancelled=entry.cancelled,
    )


def _title(reminder: Reminder | None, *, discreet: bool) -> str:
    if reminder is None:
        return "No longer needed"
    return reminder.discreet if discreet else reminder.title


def _reminders(journal: Journal, records: dict[int, Record], *, everything: bool) -> _Reminders:
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


def _deadlines(jobs: Iterable[OpportunityEntry]) -> _Reminders:
    """Return the deadlines of open jobs, also those that passed: it may still be worth doing."""
    from wentwell.advice import deadline_reminder

    return {
        job.id: (deadline_reminder(job.id, job.opportunity, job.details.deadline),)
        for job in jobs
        if job.is_open and job.details.deadline is not None
    }


def _entries(wanted: _Reminders) -> dict[int, list[CalendarEntry]]:
    return {number: [_entry(one) for one in several] for number, several in wanted.items()}


def _entry(reminder: Reminder) -> CalendarEntry:
    from wentwell.journal import CalendarEntry

    return CalendarEntry(
        kind=reminder.kind,
        sequence=0,
        content=sha256(reminder.model_dump_json().encode()).hexdigest(),
        changed_at=_NOBODY,
        day=reminder.day,
    )
