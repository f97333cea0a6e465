"""Calendar files, read back by two libraries that know nothing of each other."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.telling import IcsEvent, clean, to_ics

CHANGED = datetime(2026, 11, 30, 8, 15, tzinfo=UTC)
EVENT = IcsEvent(
    uid="1-interview@wentwell",
    sequence=3,
    changed_at=CHANGED,
    day=date(2026, 12, 3),
    title="Interview: Brook, Stone; & Sons",
    words="Afterwards: wentwell debrief.",
    starts=datetime(2026, 12, 3, 9, tzinfo=UTC),
    minutes=45,
    place="Mill Lane 3, second floor",
)
WHOLE_DAY = IcsEvent(
    uid="2-follow-up@wentwell", sequence=0, changed_at=CHANGED, day=date(2026, 12, 9), title="Ask"
)


def first(data: bytes) -> Any:
    return icalendar.Calendar.from_ical(data).walk("VEVENT")[0]


def second(data: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import vobject
    return vobject.readOne(data.decode())


def test_both_libraries_read_the_same() -> None:
    data = to_ics([EVENT])
    one, other = first(data), second(data).vevent
    assert str(one["summary"]) == other.summary.value == EVENT.title
    assert str(one["location"]) == other.location.value == EVENT.place
    assert str(one["description"]) == other.description.value == EVENT.words
    assert one["dtstart"].dt == other.dtstart.value == EVENT.starts
    assert one["dtend"].dt == other.dtend.value == datetime(2026, 12, 3, 9, 45, tzinfo=UTC)
    assert str(one["uid"]) == other.uid.value == EVENT.uid
    assert int(one["sequence"]) == int(other.sequence.value) == 3
    assert one["dtstamp"].dt == one["last-modified"].dt == other.dtstamp.value == CHANGED
    assert str(one["class"]) == "PRIVATE"
    assert str(one["transp"]) == "OPAQUE"


def test_a_whole_day_ends_with_the_next_and_leaves_the_day_free() -> None:
    data = to_ics([WHOLE_DAY])
    one = first(data)
    assert (one["dtstart"].dt, one["dtend"].dt) == (date(2026, 12, 9), date(2026, 12, 10))
    assert one["dtstart"].params["VALUE"] == "DATE"
    assert second(data).vevent.dtstart.value == date(2026, 12, 9)
    assert str(one["transp"]) == "TRANSPARENT"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (EVENT, [timedelta(days=-1), timedelta(hours=-1)]),
        (WHOLE_DAY, [timedelta(hours=9)]),
        (
            IcsEvent(uid="3", sequence=0, changed_at=CHANGED, day=date(2026, 12, 3), title="x", eve=True),
            [timedelta(hours=-6)],
        ),
        (
            IcsEvent(uid="4", sequence=0, changed_at=CHANGED, day=date(2026, 12, 3), title="x", due=True),
            [timedelta(hours=-15), timedelta(hours=9)],
        ),
    ],
    ids=["with a time", "a day", "an interview without a time", "something that is due"],
)
def test_when_it_reminds(event: IcsEvent, expected: list[timedelta]) -> None:
    alarms = first(to_ics([event])).walk("VALARM")
    assert [alarm["trigger"].dt for alarm in alarms] == expected
    assert {str(alarm["action"]) for alarm in alarms} == {"DISPLAY"}
    assert all(str(alarm["description"]) == event.title for alarm in alarms)
    assert [one.trigger.value for one in second(to_ics([event])).vevent.valarm_list] == expected
    assert first(to_ics([event], alarms=False)).walk("VALARM") == []


def test_a_cancelled_event_says_so_and_reminds_of_nothing() -> None:
    cancelled = first(
        to_ics([IcsEvent(uid="1", sequence=4, changed_at=CHANGED, day=EVENT.day, title="x", cancelled=True)])
    )
    assert str(cancelled["status"]) == "CANCELLED"
    assert cancelled.walk("VALARM") == []


def test_the_same_events_give_the_same_bytes_in_any_order() -> None:
    assert to_ics([EVENT, WHOLE_DAY]) == to_ics([WHOLE_DAY, EVENT])


def test_a_calendar_without_events_is_still_one() -> None:
    """RFC 5545, 3.6: a calendar holds at least one component."""
    data = to_ics([])
    assert icalendar.Calendar.from_ical(data).walk("VTIMEZONE")
    assert list(second(data).components())


@given(
    title=st.text(max_size=300),
    words=st.text(max_size=300),
    place=st.text(max_size=300),
    name=st.text(max_size=40),
)
def test_whatever_the_words_are_the_file_holds_them_and_nothing_else(
    title: str, words: str, place: str, name: str
) -> None:
    event = IcsEvent(
        uid="1-interview@wentwell",
        sequence=0,
        changed_at=CHANGED,
        day=EVENT.day,
        title=title,
        words=words,
        place=place,
    )
    data = to_ics([event, WHOLE_DAY], name=name)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    data.decode()  # no fold cuts a character
    assert data.count(b"BEGIN:VEVENT") >= 2
    one = first(data)
    assert str(one["summary"]) == (clean(title)[:250] or "wentwell")
    assert str(one.get("description", "")) == clean(words)
    assert str(one.get("location", "")) == clean(place)
    events = second(data).vevent_list
    assert len(events) == len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 2
    assert events[0].summary.value == (clean(title)[:250] or "wentwell")
    assert [event.uid.value for event in events] == ["1-interview@wentwell", "2-follow-up@wentwell"]


@given(
    day=st.dates(date(1970, 1, 1), date(2100, 12, 31)),
    minutes=st.floats(1, 1440),
    second_of_day=st.integers(0, 86399),
)
def test_any_time_reads_back(day: date, minutes: float, second_of_day: int) -> None:
    starts = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=second_of_day)
    data = to_ics(
        [
            IcsEvent(
                uid="1", sequence=0, changed_at=CHANGED, day=day, title="x", starts=starts, minutes=minutes
            )
        ]
    )
    one, other = first(data), second(data).vevent
    assert one["dtstart"].dt == other.dtstart.value == starts
    assert one["dtend"].dt == other.dtend.value > starts
