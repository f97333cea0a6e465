"""An interview as it stands in a calendar."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from wentwell.interview._base import MomentInUtc, Noun
from wentwell.interview.context import Minutes


class Appointment(Noun):
    """One event of a calendar: when it is, where, and who comes."""

    uid: str = Field(min_length=1)
    """The event's own identifier: the same in every file that tells of it (RFC 5545, 3.8.4.7)."""
    recurrence: str = ""
    """Of a series: which occurrence it is, by the start it had at first; empty for a single event."""
    sequence: Annotated[int, Field(ge=0)] = 0
    """How often it was changed; of two states of one event the higher counts."""
    stamp: MomentInUtc | None = None
    """When it was last changed, where the file says so."""
    day: date
    """The day on the user's clock."""
    starts: MomentInUtc | None = None
    """``None``: it has no time of day."""
    minutes: Minutes | None = None
    """How long it is planned."""
    title: str = ""
    place: str = ""
    """A place, or the address of the meeting."""
    people: tuple[str, ...] = ()
    """Who else is invited, by name where the event has it, else by address."""
    cancelled: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other event."""
        return self.uid, self.recurrence
