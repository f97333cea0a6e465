from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.sources import MAX_BYTES, CalendarFile, SourceError, load, load_calendar, parse, parse_calendar
from wentwell.sources import _calendar as module

FIRST, LAST = date(2026, 11, 1), date(2027, 10, 31)
BERLIN = ZoneInfo("Europe/Berlin")


def calendar(*events: str, head: str = "", zones: str = "") -> bytes:
    blocks = "".join(f"BEGIN:VEVENT\n{one.strip()}\nEND:VEVENT\n" for one in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{head}{zones}{blocks}END:VCALENDAR\n".encode()


def read(data: bytes) -> CalendarFile:
    return parse_calendar(data, "walk.ics", FIRST, LAST, BERLIN)


def starts(file: CalendarFile) -> list[datetime | None]:
    return [event.appointment.starts for event in file.events]


def test_an_event_is_read_whole() -> None:
    file = read(
        calendar(
            """
UID:one@acme.example
SEQUENCE:2
DTSTAMP:20261120T080000Z
LAST-MODIFIED:20261121T080000Z
DTSTART;TZID=America/New_York:20261203T100000
DTEND;TZID=America/New_York:20261203T104500
SUMMARY:Interview\\, Data analyst
LOCATION:Mill Lane 3\\; second floor
DESCRIPTION:Your interview.\\nBring a pen. https://zoom.us/j/1
ORGANIZER;CN="Roth, Lena":MAILTO:Lena@acme.example
ATTENDEE;CN=Jo;PARTSTAT=ACCEPTED:mailto:jo@home.example
ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@acme.example
"""
        )
    )
    (event,) = file.events
    appointment = event.appointment
    assert (appointment.uid, appointment.sequence) == ("one@acme.example", 2)
    assert appointment.stamp == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert appointment.starts == datetime(2026, 12, 3, 15, tzinfo=UTC)
    assert (appointment.day, appointment.minutes) == (date(2026, 12, 3), 45)
    assert appointment.title == "Interview, Data analyst"
    assert appointment.place == "Mill Lane 3; second floor"
    assert event.description == "Your interview.\nBring a pen. https://zoom.us/j/1"
    assert event.organizer is not None
    assert (event.organizer.name, event.organizer.address) == ("Roth, Lena", "lena@acme.example")
    assert [(guest.name, guest.answer) for guest in event.guests] == [("Jo", "ACCEPTED")]
    assert event.links == ("https://zoom.us/j/1",)
    assert file.warnings == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("DTSTART:20261203T090000Z", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("DTSTART;TZID=Europe/London:20261203T090000", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("DTSTART;TZID=W. Europe Standard Time:20261203T100000", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("DTSTART;TZID=Pacific Standard Time:20261203T010000", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        (
            "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261203T100000",
            datetime(2026, 12, 3, 9, tzinfo=UTC),
        ),
        # on no clock: on the user's
        ("DTSTART:20261203T100000", datetime(2026, 12, 3, 9, tzinfo=UTC)),
    ],
)
def test_times_of_every_kind(written: str, expected: datetime) -> None:
    assert starts(read(calendar(f"UID:1\n{written}\nDURATION:PT30M"))) == [expected]


def test_a_zone_that_the_file_brings_is_used() -> None:
    zone = """BEGIN:VTIMEZONE
TZID:Office clock
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE
"""
    file = read(calendar("UID:1\nDTSTART;TZID=Office clock:20261203T120000", zones=zone))
    assert starts(file) == [datetime(2026, 12, 3, 9, tzinfo=UTC)]
    assert file.warnings == ()


def test_a_zone_that_nobody_knows_is_told() -> None:
    file = read(calendar("UID:1\nDTSTART;TZID=Nowhere/At all:20261203T100000"))
    assert starts(file) == [datetime(2026, 12, 3, 9, tzinfo=UTC)]
    assert "time zone" in file.warnings[0]


def test_the_day_is_that_of_the_users_clock() -> None:
    (event,) = read(calendar("UID:1\nDTSTART:20261203T233000Z")).events
    assert event.appointment.day == date(2026, 12, 4)


def test_an_event_of_a_whole_day_has_no_time_and_no_length() -> None:
    (event,) = read(calendar("UID:1\nDTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261204")).events
    assert (event.appointment.day, event.appointment.starts, event.appointment.minutes) == (
        date(2026, 12, 3),
        None,
        None,
    )


def test_a_series_keeps_its_time_of_day_when_clocks_change() -> None:
    file = read(
        calendar(
            "UID:1\nDTSTART;TZID=Europe/Berlin:20270322T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2"
        )
    )
    assert starts(file) == [datetime(2027, 3, 22, 9, tzinfo=UTC), datetime(2027, 3, 29, 8, tzinfo=UTC)]
    assert all(event.repeats for event in file.events)
    assert len({event.appointment.key for event in file.events}) == 2


def test_left_out_moved_and_added_occurrences() -> None:
    master = """
UID:s
DTSTART;TZID=Europe/Berlin:20261201T100000
DURATION:PT1H
RRULE:FREQ=DAILY;COUNT=4
EXDATE;TZID=Europe/Berlin:20261202T100000
RDATE;TZID=Europe/Berlin:20261220T100000
"""
    moved = "UID:s\nRECURRENCE-ID;TZID=Europe/Berlin:20261203T100000\nDTSTART:20261203T150000Z\nSUMMARY:moved"
    gone = "UID:s\nRECURRENCE-ID:20261204T090000Z\nDTSTART:20261204T090000Z\nSTATUS:CANCELLED"
    file = read(calendar(master, moved, gone))
    told = [
        (event.appointment.day.day, event.appointment.title, event.appointment.cancelled)
        for event in file.events
    ]
    assert told == [(1, "", False), (3, "moved", False), (4, "", True), (20, "", False)]


def test_an_occurrence_moved_out_of_sight_does_not_stay_where_it_was() -> None:
    master = "UID:s\nDTSTART:20261201T090000Z\nRRULE:FREQ=DAILY;COUNT=2"
    moved = "UID:s\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20300101T090000Z"
    assert [event.appointment.day.day for event in read(calendar(master, moved)).events] == [1]


def test_of_several_states_the_latest_counts_wherever_it_stands() -> None:
    new = "UID:1\nSEQUENCE:2\nDTSTART:20261205T090000Z\nSUMMARY:new"
    old = "UID:1\nSEQUENCE:1\nDTSTART:20261203T090000Z\nSUMMARY:old"
    for order in ((new, old), (old, new)):
        (event,) = read(calendar(*order)).events
        assert event.appointment.title == "new"


def test_a_file_that_cancels_cancels_each_event() -> None:
    (event,) = read(calendar("UID:1\nDTSTART:20261203T090000Z", head="METHOD:CANCEL\n")).events
    assert event.appointment.cancelled


def test_an_answer_to_an_invitation_is_refused() -> None:
    with pytest.raises(SourceError, match="answer"):
        read(calendar("UID:1\nDTSTART:20261203T090000Z", head="METHOD:REPLY\n"))


def test_whose_calendar_it_is() -> None:
    shared = [
        f"UID:{n}\nDTSTART:20261203T090000Z\nORGANIZER:mailto:o{n}@x.example\nATTENDEE;CN=J:mailto:Jo@home.example"
        for n in range(4)
    ]
    assert read(calendar(*shared)).owner == "jo@home.example"
    assert read(calendar(*shared[:2])).owner == ""


def test_what_is_broken_is_left_out_and_told_and_the_rest_stays() -> None:
    file = read(
        calendar(
            "UID:1\nSUMMARY:no start",
            "UID:2\nDTSTART:sometime",
            "UID:3\nDTSTART:20261203T090000Z\nnot a line of a calendar\nSUMMARY:fine",
            "UID:4\nDTSTART:20261203T090000Z\nBEGIN:VEVENT\nUID:5",
        )
        + b"BEGIN:VEVENT\nUID:6"
    )
    assert [event.appointment.title for event in file.events] == ["fine"]
    assert file.warnings[0].endswith("events could not be read and were left out.")


def test_a_rule_that_cannot_be_read_is_told_and_its_first_day_kept() -> None:
    file = read(calendar("UID:1\nDTSTART:20261203T090000Z\nRRULE:FREQ=SECONDLY"))
    assert len(file.events) == 1
    assert "only its first day" in file.warnings[0]


def test_only_events_between_the_days_are_given() -> None:
    file = read(
        calendar(
            "UID:1\nDTSTART:20261031T090000Z",
            "UID:2\nDTSTART:20261101T090000Z",
            "UID:3\nDTSTART:20271101T090000Z",
        )
    )
    assert [event.appointment.uid for event in file.events] == ["2"]


def test_folded_lines_alarms_and_html_are_read_as_they_are_meant() -> None:
    (event,) = read(
        calendar(
            "UID:1\nDTSTART:20261203T090000Z\nSUMMARY:Inter\n view with\n  Acme\n"
            "DESCRIPTION:<p>Your <b>interview</b></p>\n"
            "BEGIN:VALARM\nACTION:DISPLAY\nSUMMARY:alarm\nTRIGGER:-PT5M\nEND:VALARM"
        )
    ).events
    assert event.appointment.title == "Interview with Acme"
    assert event.description.split() == ["Your", "interview"]


def test_an_event_without_an_identifier_gets_the_same_one_each_time() -> None:
    data = calendar("DTSTART:20261203T090000Z\nSUMMARY:Interview")
    first, second = (read(data).events[0].appointment.uid for _ in range(2))
    assert first == second
    assert first.startswith("none-")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing in it"),
        (b"Dear Jo, see you on Monday.", "no calendar"),
        (b"\x89PNG\r\n", "a picture"),
        (b"BEGIN:VCALENDAR" + b" " * MAX_BYTES, "larger than"),
        (
            b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * (module.MAX_EVENTS + 1),
            "more than 50,000 events",
        ),
        (
            b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nDTSTART:20261203T090000Z\nX\nEND:VEVENT\n" * 5001,
            "more than 5,000 events between",
        ),
    ],
    ids=["empty", "no calendar", "a picture", "large", "many", "many of these days"],
)
def test_what_is_refused_gets_one_line(data: bytes, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # whether an event can be read does not matter here, only how many there are
    monkeypatch.setattr(module._Reading, "_parsed", lambda self, block: None)
    with pytest.raises(SourceError, match=words) as refused:
        read(data)
    assert str(refused.value).startswith("walk.ics: ")
    assert "\n" not in str(refused.value)


def test_many_series_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_READ", 300)
    series = [f"UID:{n}\nDTSTART:20261101T090000Z\nRRULE:FREQ=DAILY" for n in range(3)]
    with pytest.raises(SourceError, match="more than 300 events"):
        read(calendar(*series))


def test_a_calendar_is_no_document_and_the_line_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "walk.ics"
    path.write_bytes(calendar("UID:1\nDTSTART:20261203T090000Z"))
    with pytest.raises(SourceError, match="wentwell calendar import"):
        load(path)
    with pytest.raises(SourceError, match="wentwell calendar import"):
        parse(b"\xef\xbb\xbf\r\nbegin:vcalendar\r\n", "x")
    assert len(load_calendar(path, FIRST, LAST).events) == 1
    with pytest.raises(SourceError, match="no such file"):
        load_calendar(tmp_path / "none.ics", FIRST, LAST)


def test_a_mail_with_an_invitation_says_what_to_do_with_it() -> None:
    mail = (
        b"From: l@acme.example\nTo: jo@home.example\nSubject: Interview\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nSee you Monday.\n'
        b"--x\nContent-Type: text/calendar; name=invite.ics\n\nBEGIN:VCALENDAR\n--x--\n"
    )
    (document,) = parse(mail, "mail.eml")
    assert document.text == "See you Monday."
    assert any("invite.ics" in one and "wentwell calendar import" in one for one in document.warnings)


def test_events_that_never_end_are_passed_over_in_one_go() -> None:
    """A search for each end would read the file once for each of them."""
    unended = b"BEGIN:VEVENT\nBEGIN:X\n" * (module.MAX_EVENTS - 1)
    zones = b"BEGIN:VTIMEZONE\n" * 100_000
    inner = b"BEGIN:VEVENT\nUID:1\nDTSTART:20261203T090000Z\n" + b"BEGIN:X\n" * 100_000 + b"END:VEVENT\n"
    file = read(b"BEGIN:VCALENDAR\n" + zones + unended + inner)
    assert [event.appointment.uid for event in file.events] == ["1"]
    assert file.warnings[0].startswith("49999 events could not be read")


PIECES = st.sampled_from(
    [
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VALARM",
        "END:VALARM",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "UID:1",
        "UID:",
        "DTSTART:20261203T090000Z",
        "DTSTART;VALUE=DATE:20261203",
        "DTSTART:99999999T999999",
        "DTSTART:00010101T000000",
        "DTSTART;TZID=../../etc/passwd:20261203T100000",
        "DTSTART;TZID=:20261203T100000",
        "DTSTART:20261203T100000,20261204",
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=YEARLY;COUNT=2",
        "RRULE:;;;",
        "EXDATE:x",
        "RDATE:20261205T090000Z",
        "RDATE;VALUE=PERIOD:x",
        "RDATE;VALUE=PERIOD:20261205T090000Z/PT1H",
        "RECURRENCE-ID:20261203T090000Z",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203",
        "DURATION:PT1H",
        "DURATION:-P9999W",
        "DURATION:P99999999999D",
        "DTEND:20261203",
        "DTEND:20261203T080000",
        "SEQUENCE:-5",
        "SEQUENCE:x",
        "DTSTAMP:x",
        "DTSTAMP:20261203T100000",
        "STATUS:CANCELLED",
        "ATTENDEE:mailto:",
        'ATTENDEE;CN=":x',
        "ORGANIZER:@",
        "METHOD:CANCEL",
        "SUMMARY:Interview\x1b[31m",
        "SUMMARY;LANGUAGE=:\\",
        " folded",
        "TZID:W",
        "TZOFFSETTO:+9999",
        "TZOFFSETFROM:x",
        "BEGIN:STANDARD",
        "END:STANDARD",
        "BEGIN:",
        "END:VCALENDAR",
        ":",
        ";",
        "LOCATION:\u202ehttp://",
        "DESCRIPTION:<html><p>",
    ]
)


@given(lines=st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=30))
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_one_line(lines: list[str]) -> None:
    body = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    try:
        file = read(body.encode("utf-8", "replace"))
    except SourceError as refused:
        file, message = None, str(refused)
    else:
        message = ""
    assert "\n" not in message
    for event in file.events if file else ():
        assert FIRST <= event.appointment.day <= LAST
        assert event.appointment.title.isprintable()
