from __future__ import annotations

import importlib.util
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from wentwell.calendars import SURE, WORTH_ASKING, FoundInterview, find_interviews
from wentwell.interview import Appointment
from wentwell.sources import CalendarEvent, Guest


def _events() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calendar_events", Path(__file__).with_name("events.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


EVENTS = _events()
ME = EVENTS.ME


def event(
    title: str,
    words: str = "",
    organizer: str = "",
    guests: tuple[Guest, ...] = (),
    *,
    place: str = "",
    minutes: float | None = None,
    repeats: bool = False,
) -> CalendarEvent:
    return CalendarEvent(
        appointment=Appointment(
            uid=title or "x",
            day=date(2026, 12, 3),
            starts=datetime(2026, 12, 3, 9, tzinfo=UTC) if minutes else None,
            minutes=minutes,
            title=title,
            place=place,
        ),
        description=words,
        organizer=Guest(name="", address=organizer) if organizer else None,
        guests=guests,
        links=tuple(re.findall(r"https?://\S+", f"{words} {place}")),
        repeats=repeats,
    )


def _as_event(told: object) -> CalendarEvent:
    guests = tuple(Guest(name="", address=address) for address in told.guests)  # type: ignore[attr-defined]
    return event(told.title, told.words, told.organizer, guests, place=told.place)  # type: ignore[attr-defined]


def only(found: tuple[FoundInterview, ...]) -> FoundInterview:
    assert len(found) == 1
    return found[0]


def _counts(told: tuple[object, ...]) -> tuple[int, int, int, int]:
    """Return: taken rightly, taken wrongly, asked about, missed."""
    right = wrong = asked = missed = 0
    for item in told:
        confidence = only(find_interviews([_as_event(item)], ME, least=0.0)).confidence
        goes = item.goes  # type: ignore[attr-defined]
        right += goes and confidence >= SURE
        wrong += not goes and confidence >= SURE
        asked += WORTH_ASKING <= confidence < SURE
        missed += goes and confidence < WORTH_ASKING
    return right, wrong, asked, missed


def test_the_events_that_set_the_cues_are_told_apart() -> None:
    right, wrong, asked, missed = _counts(EVENTS.SET_BY)
    assert (wrong, missed) == (0, 0)
    assert right >= 17
    assert asked <= 3


def test_most_events_not_used_to_set_the_cues_are_told_apart() -> None:
    right, wrong, asked, missed = _counts(EVENTS.HELD)
    assert wrong <= 1
    assert missed <= 1
    assert right >= 16
    assert asked <= 2
    assert [sum(one.goes for one in EVENTS.HELD), len(EVENTS.HELD)] == [18, 45]


@pytest.mark.parametrize("told", EVENTS.SET_BY, ids=lambda told: told.title)
def test_the_employer_is_found_where_the_event_names_it(told: object) -> None:
    if told.goes:  # type: ignore[attr-defined]
        found = only(find_interviews([_as_event(told)], ME, least=0.0))
        assert (found.opportunity.employer if found.opportunity else "") == told.employer  # type: ignore[attr-defined]


def test_the_reasons_are_told_the_weightiest_first() -> None:
    found = only(find_interviews([event("Interview with Acme", "Your interview is confirmed.")]))
    assert found.reasons[0] == "the title names an interview"
    assert "its words speak of your interview or application" in found.reasons


def test_an_invitation_that_was_declined_is_no_interview() -> None:
    declined = event(
        "Interview with Acme",
        guests=(Guest(name="Jo", address=ME, answer="DECLINED"),),
        organizer="a@acme.example",
    )
    assert find_interviews([declined], ME) == ()
    assert len(find_interviews([declined])) == 1  # without the address nobody knows whose answer it is


@pytest.mark.parametrize(
    ("organizer", "guests"),
    [
        ("jo@firm.example", ("sam@home.example",)),  # the user invited somebody
        ("hr@firm.example", ("jo@firm.example", "sam@home.example")),  # the user's firm invited an outsider
        ("hr@firm.example", ("jo@firm.example",)),  # only the user's own firm
    ],
)
def test_an_interview_that_the_user_gives_is_not_taken(organizer: str, guests: tuple[str, ...]) -> None:
    given = event("Interview: Sam", "", organizer, tuple(Guest(name="", address=one) for one in guests))
    found = find_interviews([given], "jo@firm.example", least=0.0)
    assert only(found).confidence < SURE


def test_a_series_is_less_likely_an_interview() -> None:
    once, weekly = (
        only(find_interviews([event("Interview with Acme", repeats=repeats)], least=0.0)).confidence
        for repeats in (False, True)
    )
    assert weekly < WORTH_ASKING + 0.1 < once


def test_what_wentwell_wrote_itself_is_left_alone() -> None:
    own = event("Interview: Acme")
    own = CalendarEvent(appointment=own.appointment.model_copy(update={"uid": "1-interview@wentwell"}))
    assert find_interviews([own], least=0.0) == ()


@pytest.mark.parametrize(
    ("title", "place", "words", "expected"),
    [
        ("Interview", "https://us02web.zoom.us/j/1", "", "video"),
        ("Interview", "Microsoft Teams Meeting", "", "video"),
        ("Phone interview", "", "", "phone"),
        ("Interview", "+44 20 7946 0000", "", "phone"),
        ("Interview", "", "Martin will call you at ten.", "phone"),
        ("Interview", "Mill Lane 3", "", "onsite"),
        ("Interview", "Mill Lane 3", "If you are late, https://zoom.us/j/1 works too.", "video"),
        ("One-way interview", "", "", "recorded"),
        ("Interview", "", "", None),
    ],
)
def test_how_it_is_held(title: str, place: str, words: str, expected: str | None) -> None:
    assert only(find_interviews([event(title, words, place=place)], least=0.0)).context.format == expected


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Acme phone screen", "screen"),
        ("First round interview", "first"),
        ("Onsite interview", "second"),
        ("Final round interview", "final"),
        ("Informational interview", "informal"),
        ("Interview", None),
    ],
)
def test_the_stage_that_a_title_names(title: str, stage: str | None) -> None:
    assert only(find_interviews([event(title)], least=0.0)).context.stage == stage


def test_the_facts_of_an_event_are_taken_over() -> None:
    found = only(find_interviews([event("Interview with Acme for the Data Analyst role", minutes=45)]))
    assert found.context.interview_date == date(2026, 12, 3)
    assert found.context.scheduled_minutes == 45
    assert found.opportunity is not None
    assert (found.opportunity.employer, found.opportunity.job) == ("Acme", "Data Analyst")
