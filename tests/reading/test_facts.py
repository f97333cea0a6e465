"""Numbers and promises."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Document
from wentwell.reading import find_facts, promised_on


def facts(text: str) -> list[tuple[str, float | str | None]]:
    return [(fact.kind, fact.phrase or fact.value) for fact in find_facts(Document.from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The interview took 40 minutes.", ("minutes", 40)),
        ("We talked for an hour and a half.", ("minutes", 90)),
        ("We talked for an hour and five in the end.", ("minutes", 65)),
        ("It took an hour and two people came in late.", ("minutes", 60)),
        ("Forty-five minutes, start to finish.", ("minutes", 45)),
        ("It lasted 1h20.", ("minutes", 80)),
        ("It was a 45 minute slot.", ("scheduled_minutes", 45)),
        ("It was supposed to be half an hour.", ("scheduled_minutes", 30)),
        ("They had booked me for two hours.", ("scheduled_minutes", 120)),
        ("We ran twenty minutes over.", ("overrun_minutes", 20)),
        ("We overran by a quarter of an hour.", ("overrun_minutes", 15)),
        ("She said I would hear by Friday.", ("promise", "by Friday")),
        ("They will call me within two weeks.", ("promise", "within two weeks")),
        ("I get the answer on the 14th.", ("promise", "on the 14th")),
        ("He will let me know early next week.", ("promise", "early next week")),
        ("Decision by the end of next week.", ("promise", "by the end of next week")),
        ("The pay is £31,500 a year.", ("money", 31_500)),
        ("Base of 95k plus bonus.", ("money", 95_000)),
        ("They offered $1,200.50 to move.", ("money", 1_200.5)),
        ("It pays fourteen pounds.", ("money", 14)),
        ("There were five of them in the room.", ("interviewers", 5)),
        ("A panel of four asked in turn.", ("interviewers", 4)),
        ("I was interviewed by two engineers.", ("interviewers", 2)),
        ("Just out of the second round with the depot people.", ("stage", "second")),
        ("Final interview today.", ("stage", "final")),
        ("Phone screen with the recruiter this morning.", ("stage", "screen")),
        ("It was an informal coffee, nothing more.", ("stage", "informal")),
        ("We did it over Zoom and my camera froze.", ("format", "video")),
        ("She walked me round the workshop.", ("format", "onsite")),
        ("It was a phone interview.", ("format", "phone")),
        ("This was at a small family business.", ("employer", "small")),
        ("The interview was at the council.", ("employer", "public")),
        ("They are down to two now.", ("finalists", 2)),
        ("It is between me and one other person.", ("finalists", 2)),
        ("I was referred by a neighbour.", ("referred", None)),
    ],
)
def test_what_is_told(text: str, expected: tuple[str, float | str]) -> None:
    assert expected in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I waited 20 minutes for the bus.",
        "It is a ten minute walk from the station.",
        "They called a week ago.",
        "The shop has 40 rooms.",
        "We met on Friday.",
        "Nothing to report.",
        "They want me back for a second interview.",
        "The final round will be on Friday.",
        "My first round was three weeks ago.",
        "If there is a phone interview I will be nervous.",
        "The other place showed me round.",
        "I told them about my time at a small family business.",
        "She asked whether I was referred by somebody.",
        "We went down to two floors below.",
        "Nobody shook hands.",
    ],
)
def test_what_is_not_about_the_interview(text: str) -> None:
    assert facts(text) == []


def test_words_that_speak_of_this_round_win_over_others() -> None:
    told = facts("First interview was a while ago. Today was the second interview, on Teams.")
    assert [value for kind, value in told if kind == "stage"] == ["second"]


def test_a_list_of_rounds_tells_no_round() -> None:
    told = facts("First round by phone. Second round on site. Final interview with the director.")
    assert not [value for kind, value in told if kind == "stage"]


@given(
    st.lists(
        st.sampled_from(
            ["second round", "final round", "on Zoom", "walked me out", ",", "today", "not", "the", "."]
        )
    )
)
def test_any_words_give_circumstances_with_their_very_words(words: list[str]) -> None:
    document = Document.from_text(" ".join(words) or "x")
    for fact in find_facts(document):
        assert document.text[fact.start : fact.end] == fact.quote


def test_in_a_talk_a_length_is_a_plan_and_the_candidate_is_left_out() -> None:
    turns = [
        {"speaker": "A", "role": "interviewer", "text": "We have about thirty minutes today."},
        {"speaker": "B", "role": "candidate", "text": "I can stay for two hours and I want £90,000."},
        {"speaker": "A", "role": "interviewer", "text": "I will call you on Tuesday."},
    ]
    found = find_facts(Document.from_turns(turns))
    assert [(fact.kind, fact.value or fact.phrase, fact.turn) for fact in found] == [
        ("scheduled_minutes", 30, 0),
        ("promise", "on Tuesday", 2),
    ]


WEDNESDAY = date(2024, 5, 8)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("today", WEDNESDAY),
        ("tomorrow", date(2024, 5, 9)),
        ("the day after tomorrow", date(2024, 5, 10)),
        ("by Friday", date(2024, 5, 10)),
        ("on Monday", date(2024, 5, 13)),
        ("by Wednesday", date(2024, 5, 15)),
        ("Thursday or Friday", date(2024, 5, 10)),
        ("Tuesday next week", date(2024, 5, 14)),
        ("next Friday", date(2024, 5, 17)),
        ("a week on Monday", date(2024, 5, 20)),
        ("this week", date(2024, 5, 10)),
        ("early next week", date(2024, 5, 14)),
        ("by the end of next week", date(2024, 5, 17)),
        ("the week after next", date(2024, 5, 24)),
        ("the week of the 20th", date(2024, 5, 24)),
        ("over the weekend", date(2024, 5, 12)),
        ("within two weeks", date(2024, 5, 22)),
        ("in a fortnight", date(2024, 5, 22)),
        ("in 3 to 5 days", date(2024, 5, 13)),
        ("within three working days", date(2024, 5, 13)),
        ("in the next couple of days", date(2024, 5, 10)),
        ("within 48 hours", date(2024, 5, 10)),
        ("in a month", date(2024, 6, 8)),
        ("by the end of the month", date(2024, 5, 31)),
        ("early next month", date(2024, 6, 10)),
        ("on the 14th", date(2024, 5, 14)),
        ("on the 2nd", date(2024, 6, 2)),
        ("by 3 June", date(2024, 6, 3)),
        ("June 3rd", date(2024, 6, 3)),
        ("by 10 January", date(2025, 1, 10)),
        ("2024-07-01", date(2024, 7, 1)),
        ("31 February", None),
        ("soon", None),
        ("", None),
    ],
)
def test_the_last_day_that_a_promise_covers(phrase: str, day: date | None) -> None:
    assert promised_on(phrase, WEDNESDAY) == day


DATES = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(DATES, st.integers(0, 6))
def test_a_weekday_is_that_day_within_a_week(today: date, index: int) -> None:
    day = promised_on(f"by {WEEKDAYS[index]}", today)
    assert day is not None
    assert day.weekday() == index
    assert today < day <= today + timedelta(days=7)


@given(DATES, st.integers(1, 60))
def test_days_are_counted(today: date, count: int) -> None:
    assert promised_on(f"within {count} days", today) == today + timedelta(days=count)


@given(DATES, st.integers(1, 30))
def test_working_days_take_at_least_as_long(today: date, count: int) -> None:
    day = promised_on(f"within {count} working days", today)
    assert day is not None
    assert day.weekday() < 5
    assert day >= today + timedelta(days=count)


@given(DATES, st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 12, 31)))
def test_a_month_and_day_is_the_next_such_day(today: date, named: date) -> None:
    if (named.month, named.day) == (2, 29):
        return
    day = promised_on(f"by {named.day} {named:%B}", today)
    assert day is not None
    assert (day.month, day.day) == (named.month, named.day)
    assert today <= day <= today + timedelta(days=366)


@given(st.text(max_size=40), DATES)
def test_any_words_give_a_day_that_is_not_past_or_none(phrase: str, today: date) -> None:
    day = promised_on(phrase, today)
    assert day is None or day >= today


@pytest.mark.parametrize(
    "text",
    [
        "Update, Friday: wrote Carol a note.",
        "I emailed them on Tuesday to ask for news.",
        "Wrote Kim on Monday.",
    ],
)
def test_what_the_candidate_wrote_promises_nothing(text: str) -> None:
    assert not [fact for fact in find_facts(Document.from_text(text)) if fact.kind == "promise"]


@pytest.mark.parametrize(
    "text",
    [
        "Could you let me know when you are free next week?",
        "Please let us know by Thursday whether the time suits you.",
        "She wanted to know if I am free on Tuesday.",
    ],
)
def test_who_asks_for_an_answer_promises_none(text: str) -> None:
    assert not [
        fact for fact in find_facts(Document.from_text(text, name="notes.txt")) if fact.kind == "promise"
    ]


def test_whoever_lets_the_candidate_know_promises() -> None:
    found = find_facts(Document.from_text("They will let me know by Thursday.", name="notes.txt"))
    assert [fact.phrase for fact in found if fact.kind == "promise"] == ["by Thursday"]
