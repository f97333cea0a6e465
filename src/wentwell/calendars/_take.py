"""From the journal to what is known, and from what was chosen to what the journal is to keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wentwell.calendars._plan import Known, Proposal
from wentwell.interview import Context, Interview

if TYPE_CHECKING:
    from wentwell.journal import AppointmentChange, Journal


def known_in(journal: Journal) -> tuple[Known, ...]:
    """Return every interview of the user's own with what calendars say of it."""
    appointments = journal.appointments()
    return tuple(
        Known(record.id, record.interview, tuple(appointments.get(record.id, ())))
        for record in journal.records()
        if record.interview.person is None
    )


def changes_of(proposals: Iterable[Proposal]) -> tuple[AppointmentChange, ...]:
    """Return what the journal is to take in (`Journal.take_appointments`)."""
    from wentwell.journal import AppointmentChange

    return tuple(
        AppointmentChange(
            appointment=one.found.appointment,
            number=one.numbers[0] if one.numbers else None,
            interview=Interview(opportunity=one.found.opportunity, context=one.found.context),
            facts=Context.model_validate(one.facts).model_dump(mode="json", include=set(one.facts)),
        )
        for one in proposals
        if one.changes
    )
