"""Events as a calendar file (.ics, RFC 5545) that the usual calendars take in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from wentwell._version import __version__
from wentwell.telling._clean import clean

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

PRODUCT = "-//wentwell//wentwell"
"""How the line begins that says who wrote the file (PRODID)."""

_LONGEST_TITLE = 250
_DAY_ALARM = (timedelta(hours=9),)
"""An event of a whole day: at nine in the morning of it."""
_EVE_ALARM = (timedelta(hours=-6),)
"""An interview without a time: at six the evening before."""
_DUE_ALARMS = (timedelta(hours=-15), timedelta(hours=9))
"""Something that is due: at nine in the morning of the day before, and of the day."""
_HOUR_ALARMS = (timedelta(days=-1), timedelta(hours=-1))


@dataclass(frozen=True, slots=True)
class IcsEvent:
    """One event as it goes into a file."""

    uid: str
    sequence: int
    """How often it was changed."""
    changed_at: datetime
    """When it was changed last: its ``LAST-MODIFIED``, and so its ``DTSTAMP`` (RFC 5545, 3.8.7.2)."""
    day: date
    title: str
    words: str = ""
    starts: datetime | None = None
    """``None``: the whole day."""
    minutes: float | None = None
    place: str = ""
    eve: bool = False
    """Remind the evening before, not on the day."""
    due: bool = False
    """Something is due on the day: remind on the day before too."""
    cancelled: bool = False


def to_ics(events: Iterable[IcsEvent], *, name: str = "wentwell", alarms: bool = True) -> bytes:
    """Return a calendar file; the same events give the same bytes.

    Times are told in UTC, so that no zone needs to be described; an event without a time takes the whole
    day and leaves it free. All are marked private.

    Parameters
    ----------
    events : iterable of IcsEvent
    name : str
        What a calendar calls it.
    alarms : bool
        Whether to remind: at nine on the day, and on the day before of what is due; of an interview the
        evening before, or a day and an hour before if its time is known.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"{PRODUCT} {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", clean(name))
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for event in sorted(events, key=lambda one: (one.day, one.uid)):
        calendar.add_component(_event(event, alarms=alarms))
    if not calendar.subcomponents:
        # a calendar holds at least one thing (RFC 5545, 3.6): the zone of its times, then
        calendar.add_component(_utc())
    told: bytes = calendar.to_ical()
    return told


def _utc() -> Timezone:
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - local time by the standard
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone.add_component(standard)
    return zone


def _event(told: IcsEvent, *, alarms: bool) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", told.uid)
    event.add("dtstamp", told.changed_at.astimezone(UTC))
    event.add("last-modified", told.changed_at.astimezone(UTC))
    event.add("sequence", told.sequence)
    if told.starts is None:
        event.add("dtstart", told.day)
        event.add("dtend", told.day + timedelta(days=1))
    else:
        starts = told.starts.astimezone(UTC).replace(microsecond=0)
        event.add("dtstart", starts)
        event.add("dtend", starts + timedelta(minutes=round(told.minutes or 60)))
    title = clean(told.title)[:_LONGEST_TITLE] or "wentwell"
    event.add("summary", title)
    if told.words and not told.cancelled:
        event.add("description", clean(told.words))
    if told.place:
        event.add("location", clean(told.place))
    event.add("status", "CANCELLED" if told.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if told.starts is None or told.cancelled else "OPAQUE")
    event.add("class", "PRIVATE")
    if alarms and not told.cancelled:
        for before in _alarms_of(told):
            event.add_component(_alarm(title, before))
    return event


def _alarms_of(told: IcsEvent) -> tuple[timedelta, ...]:
    if told.starts:
        return _HOUR_ALARMS
    if told.eve:
        return _EVE_ALARM
    return _DUE_ALARMS if told.due else _DAY_ALARM


def _alarm(title: str, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", before)
    return alarm
