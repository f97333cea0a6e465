"""What a calendar adds to what is known: each interview found is new, known, moved or cancelled."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from wentwell.calendars._find import FoundInterview
from wentwell.interview import Appointment, Interview

ProposalKind = Literal["add", "complete", "move", "cancel", "same", "older", "unclear", "never-known"]
"""The first four change something; the others say why nothing is to be done."""

_FILLED = ("interview_date", "scheduled_minutes", "format", "stage")
_SHORTEST_SHARED = 4
"""Letters from which one name inside another is taken for the same employer."""
_EARLY = datetime(1, 1, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Known:
    """An interview that the journal knows."""

    number: int
    interview: Interview
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one event would change."""

    kind: ProposalKind
    found: FoundInterview
    numbers: tuple[int, ...] = ()
    """The interviews meant: none for a new one, several where it is unclear."""
    facts: dict[str, Any] = field(default_factory=dict)
    """Fields of the context to be set. What the user said otherwise is never among them."""

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.kind in ("add", "complete", "move", "cancel")


def plan(found: Iterable[FoundInterview], known: Iterable[Known]) -> tuple[Proposal, ...]:
    """Say what each interview found in a calendar would change.

    An event that was taken in before is known by its identifier. Another one belongs to a known interview
    if day and employer are the same, the job does not differ and no event belongs to that interview yet;
    if several fit, none is taken.

    Parameters
    ----------
    found : iterable of FoundInterview
    known : iterable of Known
        All that the journal holds.
    """
    journal = list(known)
    by_key = {appointment.key: (one, appointment) for one in journal for appointment in one.appointments}
    free = [one for one in journal if not one.appointments]
    proposals = []
    for one in found:
        if one.appointment.key in by_key:
            proposals.append(_again(one, *by_key[one.appointment.key]))
        elif one.appointment.cancelled:
            proposals.append(Proposal("never-known", one))
        else:
            fitting = [other for other in free if _belongs(one, other.interview)]
            if len(fitting) == 1:
                free.remove(fitting[0])
                facts = _gaps(one, fitting[0].interview)
                proposals.append(Proposal("complete", one, (fitting[0].number,), facts))
            elif fitting:
                proposals.append(Proposal("unclear", one, tuple(other.number for other in fitting)))
            else:
                proposals.append(Proposal("add", one))
    return tuple(proposals)


def _again(one: FoundInterview, known: Known, before: Appointment) -> Proposal:
    """Return what a later state of an event changes."""
    now, number = one.appointment, (known.number,)
    if (now.sequence, now.stamp or _EARLY) < (before.sequence, before.stamp or _EARLY):
        return Proposal("older", one, number)
    if now == before or (now.cancelled and before.cancelled):
        return Proposal("same", one, number)
    if now.cancelled:
        return Proposal("cancel", one, number)
    facts = _gaps(one, known.interview)
    context = known.interview.context
    # what the calendar said before gives way; what the user said since does not
    if now.day != before.day and context.interview_date == before.day:
        facts["interview_date"] = now.day
    if now.minutes and now.minutes != before.minutes and context.scheduled_minutes == before.minutes:
        facts["scheduled_minutes"] = now.minutes
    moved = (now.day, now.starts) != (before.day, before.starts) or before.cancelled
    return Proposal("move" if moved else "complete", one, number, facts)


def _gaps(one: FoundInterview, interview: Interview) -> dict[str, Any]:
    return {
        name: getattr(one.context, name)
        for name in _FILLED
        if getattr(interview.context, name) is None and getattr(one.context, name) is not None
    }


def _belongs(one: FoundInterview, interview: Interview) -> bool:
    theirs, mine = one.opportunity, interview.opportunity
    if interview.context.interview_date != one.appointment.day or theirs is None or mine is None:
        return False
    return _alike(theirs.employer, mine.employer) and (
        not theirs.job or not mine.job or _alike(theirs.job, mine.job)
    )


def _alike(one: str, other: str) -> bool:
    first, second = sorted((_letters(one), _letters(other)), key=len)
    return bool(first) and (first == second or (len(first) >= _SHORTEST_SHARED and first in second))


def _letters(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())
