"""Calendar files (.ics, RFC 5545): bytes to events, within limits of size, number and time."""

from __future__ import annotations

import os
import re
import warnings as python_warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wentwell.interview import Appointment
from wentwell.sources._decoding import clean, decode, one_line
from wentwell.sources._error import SourceError
from wentwell.sources._html import html_text
from wentwell.sources._load import read_bytes
from wentwell.sources._parse import MAX_BYTES, is_calendar, refuse_unfit
from wentwell.sources._recurrence import occurrences

if TYPE_CHECKING:
    from icalendar import Event

MAX_EVENTS = 50_000
"""The most events that a file may hold."""
MAX_READ = 5_000
"""The most events between the two days asked for; each occurrence of a series is one."""
_MAX_SERIES = 2_000
_LONGEST_TEXT = 10_000
_LONGEST_NAME = 300
_MOST_GUESTS = 100
_LONGEST_BLOCK = 1_000_000
_MOST_ZONES = 50

_FOLD = re.compile(r"\n[ \t]")
_ZONE_RULE = re.compile(r"^RRULE:(?!FREQ=YEARLY|.*;FREQ=YEARLY)", re.MULTILINE | re.IGNORECASE)
_METHOD = re.compile(r"^METHOD:[ \t]*(\w+)", re.MULTILINE | re.IGNORECASE)
_START_DAY = re.compile(r"^DTSTART[^:\n]{0,200}:(\d{8})", re.MULTILINE | re.IGNORECASE)
_REPEATS = re.compile(r"^(?:RRULE|RDATE|RECURRENCE-ID)[:;]", re.MULTILINE | re.IGNORECASE)
_ADDRESS = re.compile(
    r"^(?:ATTENDEE|ORGANIZER)[^\n]{0,2000}?mailto:([^\s@\"<>;,]{1,64}@[^\s@\"<>;,]{1,200})",
    re.MULTILINE | re.IGNORECASE,
)
_LINK = re.compile(r"https?://[^\s<>\"')\]]{4,500}", re.IGNORECASE)
_LINK_FIELDS = ("X-GOOGLE-CONFERENCE", "CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "URL")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody in an event."""

    name: str
    address: str
    """In small letters; empty if none."""
    answer: str = ""
    """``ACCEPTED``, ``DECLINED`` and the like (``PARTSTAT``)."""

    @property
    def domain(self) -> str:
        """The part of the address after the ``@``."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event with the words around it."""

    appointment: Appointment
    description: str = ""
    organizer: Guest | None = None
    guests: tuple[Guest, ...] = ()
    """Who is invited, rooms left out."""
    links: tuple[str, ...] = ()
    """Addresses of a meeting on video, as far as the event has them."""
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a calendar file holds between two days."""

    events: tuple[CalendarEvent, ...]
    """By day."""
    owner: str = ""
    """The address that most events share: whose calendar it is; empty if that is unsure."""
    warnings: tuple[str, ...] = ()


def load_calendar(
    path: str | os.PathLike[str], first: date, last: date, zone: tzinfo | None = None
) -> CalendarFile:
    """Read the events of a calendar file between two days.

    Parameters
    ----------
    path : str or os.PathLike
        An .ics file.
    first, last : date
        The bounds; a series is expanded between them only.
    zone : tzinfo, optional
        The user's clock: days are counted on it, and times without a zone are taken to be its times.
        Left out, the clock of this computer.

    Raises
    ------
    SourceError
        If it cannot be read, or passes the limits. The message is one line that says what to do.
    """
    file = Path(path)
    return parse_calendar(read_bytes(file), file.name, first, last, zone)


def parse_calendar(
    data: bytes, name: str, first: date, last: date, zone: tzinfo | None = None
) -> CalendarFile:
    """Read the bytes of a calendar file; see `load_calendar`."""
    label = one_line(name) or "input"
    try:
        return _Reading(data, first, last, zone).file()
    except SourceError as error:
        raise SourceError(f"{label}: {error}") from None


class _Reading:
    """One file on its way: what is left out is counted, and told at the end."""

    def __init__(self, data: bytes, first: date, last: date, zone: tzinfo | None) -> None:
        if len(data) > MAX_BYTES:
            raise SourceError(
                f"larger than {MAX_BYTES // 1024 // 1024} MB; export only the calendar with your interviews, "
                "or fewer years"
            )
        refuse_unfit(data)
        raw, said = decode(data)
        text = _FOLD.sub("", clean(raw))
        if not is_calendar(text):
            raise SourceError("no calendar; export it as .ics from your calendar and give that file")
        self._blocks, self._zones, self._broken = _split(text)
        if len(self._blocks) + self._broken > MAX_EVENTS:
            raise SourceError(
                f"more than {MAX_EVENTS:,} events; export only the calendar with your interviews"
            )
        self._first, self._last, self._zone = first, last, zone
        self._said = list(said)
        self._owner = _owner(self._blocks)
        method = _METHOD.search(text)
        self._method = method[1].upper() if method else ""

    def file(self) -> CalendarFile:
        if self._method in {"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"}:
            raise SourceError("somebody's answer to an invitation; give the invitation itself")
        self._learn_zones()
        events = self._latest(self._events())
        if self._broken:
            many = "1 event" if self._broken == 1 else f"{self._broken} events"
            self._said.append(f"{many} could not be read and were left out.")
        events.sort(key=lambda event: (event.appointment.day, event.appointment.starts or _EARLY))
        return CalendarFile(
            events=tuple(events), owner=self._owner, warnings=tuple(dict.fromkeys(self._said))
        )

    def _learn_zones(self) -> None:
        """Let the library know zones that the file brings itself; known names stay what they are."""
        from icalendar import Calendar

        for block in list(dict.fromkeys(self._zones))[:_MOST_ZONES]:
            # anything but yearly changes of clocks is none
            if len(block) > _LONGEST_TEXT or _ZONE_RULE.search(block):
                continue
            try:
                with python_warnings.catch_warnings():
                    python_warnings.simplefilter("ignore")
                    Calendar.from_ical(f"{_ZONE_HEAD}{block}{_ZONE_END}")
            except Exception:  # noqa: S112 - the library raises many kinds on broken ones; times then float
                continue

    def _events(self) -> Iterator[CalendarEvent]:
        """Yield single events and those that stand for one of a series, then the rest of the series."""
        masters: list[Event] = []
        moved: set[tuple[str, str]] = set()
        for event in self._parsed_all():
            if "RRULE" in event or "RDATE" in event:
                masters.append(event)
                continue
            instead = _moment(event, "RECURRENCE-ID")
            if instead is not None:
                moved.add((_words(event, "UID", _LONGEST_NAME), _key_of(instead, self._zone)))
            made = self._made(event, "")
            if made is not None:
                yield made
        if len(masters) > _MAX_SERIES:
            raise SourceError(f"more than {_MAX_SERIES:,} repeating events; give only the part that matters")
        given = 0
        for event in masters:
            for made in self._series(event):
                if made.appointment.key not in moved:
                    given += 1
                    if given > MAX_READ:
                        raise self._too_many()
                    yield made

    def _parsed_all(self) -> Iterator[Event]:
        """Yield every event that may lie between the two days; count those that cannot be read."""
        read = 0
        for block in self._blocks:
            if len(block) > _LONGEST_BLOCK:
                self._broken += 1
                continue
            if self._is_elsewhen(block):
                continue
            read += 1
            if read > MAX_READ:
                raise self._too_many()
            event = self._parsed(block)
            if event is None:
                self._broken += 1
            else:
                yield event

    def _too_many(self) -> SourceError:
        return SourceError(
            f"more than {MAX_READ:,} events between {self._first} and {self._last}; "
            "give days that lie closer together"
        )

    def _is_elsewhen(self, block: str) -> bool:
        """Tell cheaply that a single event lies outside the days asked for."""
        day = _START_DAY.search(block)
        if day is None or _REPEATS.search(block):
            return False
        return not f"{self._first - _DAY:%Y%m%d}" <= day[1] <= f"{self._last + _DAY:%Y%m%d}"

    def _parsed(self, block: str) -> Event | None:
        """Read one event."""
        from icalendar import Event

        lines = "".join(f"{line}\r\n" for line in block.split("\n") if line.strip())
        try:
            with python_warnings.catch_warnings():
                python_warnings.simplefilter("ignore")
                event = Event.from_ical(f"BEGIN:VEVENT\r\n{lines}END:VEVENT\r\n")
        except Exception:
            # The library raises many kinds of errors on broken events.
            return None
        if not isinstance(event, Event):
            return None
        for name in [name for name in event if _is_broken(event[name])]:
            del event[name]
        return event if _moment(event, "DTSTART") is not None else None

    def _series(self, event: Event) -> Iterator[CalendarEvent]:
        start = _moment(event, "DTSTART")
        if start is None:  # never: such events are not kept
            return
        day = start.date() if isinstance(start, datetime) else start
        days: set[date] = {day}
        rule = event.get("RRULE")
        try:
            if isinstance(rule, list):
                raise SourceError("a repeating event with several rules")
            if rule is not None:
                days = set(occurrences(day, rule.to_ical().decode(), self._first - _DAY, self._last + _DAY))
        except SourceError as error:
            self._said.append(f"{str(error).capitalize()}: only its first day was looked at.")
        days |= {_day_of(one) for one in _listed(event, "RDATE")}
        without = {_key_of(one, self._zone) for one in _listed(event, "EXDATE")}
        for one in sorted(days)[: 2 * MAX_READ]:
            moved = datetime.combine(one, start.timetz()) if isinstance(start, datetime) else one
            if _key_of(moved, self._zone) in without:
                continue
            made = self._made(event, _key_of(moved, self._zone), moved)
            if made is not None:
                yield made

    def _made(
        self, event: Event, recurrence: str, start: date | datetime | None = None
    ) -> CalendarEvent | None:
        """Return an event on one day; ``None`` if that is outside the days asked for."""
        begun = _moment(event, "DTSTART")
        start = begun if start is None else start
        if begun is None or start is None:
            return None
        instance = _moment(event, "RECURRENCE-ID")
        if instance is not None:
            recurrence = _key_of(instance, self._zone)
        try:
            starts = _aware(start, self._zone) if isinstance(start, datetime) else None
            day = starts.astimezone(self._zone).date() if starts is not None else _day_of(start)
            if not self._first <= day <= self._last:
                return None
            if isinstance(begun, datetime) and begun.tzinfo is None and _names_a_zone(event):
                self._said.append(_UNKNOWN_ZONE)
            return self._event(event, recurrence, day, starts, _minutes(event, begun))
        except (ValueError, OverflowError, TypeError, AttributeError):
            self._broken += 1
            return None

    def _event(
        self, event: Event, recurrence: str, day: date, starts: datetime | None, minutes: float | None
    ) -> CalendarEvent:
        title = _words(event, "SUMMARY", _LONGEST_NAME)
        place = _words(event, "LOCATION", _LONGEST_NAME)
        description = _long_words(event)
        organizer = next(iter(_guests(event, "ORGANIZER")), None)
        guests = tuple(_guests(event, "ATTENDEE"))
        people = [guest for guest in (organizer, *guests) if guest is not None]
        names = dict.fromkeys(
            guest.name or guest.address
            for guest in people
            if (guest.name or guest.address) and guest.address != self._owner
        )
        links = [
            *(found for field in _LINK_FIELDS for found in _LINK.findall(_words(event, field, 2000))),
            *_LINK.findall(place),
            *_LINK.findall(description),
        ]
        cancelled = _words(event, "STATUS", 20).upper() == "CANCELLED" or self._method == "CANCEL"
        return CalendarEvent(
            appointment=Appointment(
                uid=_words(event, "UID", _LONGEST_NAME) or _made_up(title, day, starts),
                recurrence=recurrence,
                sequence=_sequence(event),
                stamp=_stamp(event),
                day=day,
                starts=starts,
                minutes=minutes,
                title=title,
                place=place,
                people=tuple(names)[:50],
                cancelled=cancelled,
            ),
            description=description,
            organizer=organizer,
            guests=guests,
            links=tuple(dict.fromkeys(links))[:20],
            repeats=bool(recurrence),
        )

    def _latest(self, events: Iterable[CalendarEvent]) -> list[CalendarEvent]:
        """Keep the latest of several states of one event."""
        kept: dict[tuple[str, str], CalendarEvent] = {}
        for event in events:
            known = kept.get(event.appointment.key)
            if known is None or state(event.appointment) >= state(known.appointment):
                kept[event.appointment.key] = event
        return list(kept.values())


_ZONE_HEAD, _ZONE_END = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\n", "END:VTIMEZONE\nEND:VCALENDAR\n"
_UNKNOWN_ZONE = "A time zone in this file is not known; its times were taken to be on your clock."
_DAY = timedelta(days=1)
_EARLY = datetime(1, 1, 2, tzinfo=UTC)


def state(appointment: Appointment) -> tuple[int, datetime]:
    """Return what grows with each change of an event (RFC 5546, 2.1.5)."""
    return appointment.sequence, appointment.stamp or _EARLY


def _split(text: str) -> tuple[list[str], list[str], int]:
    """Return the lines of each event, each zone whole, and how many events do not end.

    One pass over the lines, however they are nested; what stands inside an event (alarms) is left out.
    """
    events: list[str] = []
    zones: list[str] = []
    kind, inside, broken = "", 0, 0
    lines: list[str] = []
    for line in StringIO(text):
        mark = line[:40].strip().upper()
        if mark == "BEGIN:VEVENT" or (not kind and mark == "BEGIN:VTIMEZONE"):
            broken += kind == "VEVENT"
            kind, inside, lines = mark.removeprefix("BEGIN:"), 0, []
        elif not kind:
            continue
        elif mark == f"END:{kind}":
            (events if kind == "VEVENT" else zones).append("".join(lines))
            kind = ""
        elif kind == "VTIMEZONE":
            lines.append(line)
        elif mark.startswith("BEGIN:"):
            inside += 1
        elif mark.startswith("END:"):
            inside = max(0, inside - 1)
        elif not inside:
            lines.append(line)
    return events, zones, broken + (kind == "VEVENT")


def _owner(blocks: Sequence[str]) -> str:
    """Return the address that stands in most events with addresses, if it clearly does."""
    from collections import Counter

    events = [set(map(str.lower, _ADDRESS.findall(block))) for block in blocks]
    events = [addresses for addresses in events if addresses]
    if len(events) < 3:
        return ""
    counts = Counter(address for addresses in events for address in addresses)
    address, most = counts.most_common(1)[0]
    others = max((count for other, count in counts.items() if other != address), default=0)
    return address if most >= 0.6 * len(events) and most > others else ""


def _is_broken(value: Any) -> bool:
    """Tell whether the library could not read a field: it raises, then, wherever it is looked at."""
    from icalendar.prop import vBroken

    return any(isinstance(one, vBroken) for one in (value if isinstance(value, list) else [value]))


def _first_of(event: Event, name: str) -> Any:
    value = event.get(name)
    return value[0] if isinstance(value, list) and value else value


def _moment(event: Event, name: str) -> date | datetime | None:
    value = getattr(_first_of(event, name), "dt", None)
    return value if isinstance(value, date) else None


def _listed(event: Event, name: str) -> Iterator[date | datetime]:
    value = event.get(name)
    for group in value if isinstance(value, list) else [value] if value is not None else []:
        for one in getattr(group, "dts", [])[:1000]:
            if isinstance(one.dt, date):
                yield one.dt


def _aware(moment: datetime, zone: tzinfo | None) -> datetime:
    """Return a moment in UTC; one without a zone is taken to be on the user's clock."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone) if zone is not None else moment.astimezone()
    return moment.astimezone(UTC)


def _names_a_zone(event: Event) -> bool:
    return "TZID" in getattr(_first_of(event, "DTSTART"), "params", {})


def _day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _key_of(moment: date | datetime, zone: tzinfo | None) -> str:
    """Return the start of an occurrence so that it reads the same however it is written."""
    try:
        if isinstance(moment, datetime):
            return f"{_aware(moment, zone):%Y%m%dT%H%M%SZ}"
    except (OverflowError, ValueError):
        pass
    return f"{moment:%Y%m%d}"


def _minutes(event: Event, begun: date | datetime) -> float | None:
    """Return how long it is planned; ``None`` for whole days and for what no interview takes."""
    if not isinstance(begun, datetime):
        return None
    end = _moment(event, "DTEND")
    lasts = getattr(_first_of(event, "DURATION"), "dt", None)
    if isinstance(end, datetime):
        # one of the two may have lost its zone
        if (end.tzinfo is None) != (begun.tzinfo is None):
            end, begun = end.replace(tzinfo=None), begun.replace(tzinfo=None)
        lasts = end - begun if end.tzinfo is None else end.astimezone(UTC) - begun.astimezone(UTC)
    if not isinstance(lasts, timedelta):
        return None
    minutes = lasts.total_seconds() / 60
    return minutes if 1 <= minutes <= 12 * 60 else None


def _sequence(event: Event) -> int:
    try:
        return min(max(int(_first_of(event, "SEQUENCE") or 0), 0), 2**31)
    except (TypeError, ValueError):
        return 0


def _stamp(event: Event) -> datetime | None:
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        moment = _moment(event, name)
        if isinstance(moment, datetime):
            return _aware(moment, UTC)
    return None


def _words(event: Event, name: str, longest: int) -> str:
    value = _first_of(event, name)
    return "" if value is None else one_line(str(value)[: 4 * longest])[:longest]


def _long_words(event: Event) -> str:
    value = str(_first_of(event, "DESCRIPTION") or "")[: 4 * _LONGEST_TEXT]
    if "<html" in value[:500].lower() or re.search(r"<(?:br|p|div|b|a)\b", value[:2000], re.IGNORECASE):
        value = html_text(value)
    return clean(value)[:_LONGEST_TEXT]


def _guests(event: Event, name: str) -> Iterator[Guest]:
    value = event.get(name)
    people: Sequence[Any] = value if isinstance(value, list) else [value] if value is not None else []
    for one in people[:_MOST_GUESTS]:
        parameters = getattr(one, "params", {})
        if str(parameters.get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"}:
            continue
        address = one_line(str(one)[:500])
        address = re.sub(r"^mailto:", "", address, flags=re.IGNORECASE).lower()
        called = one_line(str(parameters.get("CN", ""))[:500])[:_LONGEST_NAME]
        yield Guest(
            name="" if "@" in called else called,
            address=address if "@" in address else "",
            answer=str(parameters.get("PARTSTAT", "")).upper()[:20],
        )


def _made_up(title: str, day: date, starts: datetime | None) -> str:
    """Return an identifier for an event that has none, the same for the same event."""
    told = f"{title}\n{day}\n{starts or time.min}"
    return f"none-{sha256(told.encode(errors='replace')).hexdigest()[:24]}"
