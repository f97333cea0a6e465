"""No daily falling number, and on most days nothing to do."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wentwell.advice import (
    Matter,
    matters,
    most_pressing_first,
    next_telling_day,
    practice_due,
    quiet_day,
    unfinished,
)
from wentwell.interview import Assessment, Context, Interview, Outcome
from wentwell.weighing import weigh

MONDAY = date(2026, 3, 2)


def shown(today: date = MONDAY, **facts: object) -> Assessment:
    context = Context.model_validate({"stage": "first", "interview_date": MONDAY} | facts)
    return weigh([], context, today=today, outlook=True)


def told_over(days: int, first: Assessment) -> list[tuple[date, float]]:
    """Look every day, and note when what is shown changes, and what it is then."""
    last, told = first, []
    for day in (MONDAY + timedelta(days=n) for n in range(1, days)):
        now = quiet_day(last, day)
        if now != last.today:
            last = weigh([], last.context, today=now, outlook=True)
            told.append((day, last.probability))
    return told


def test_over_many_days_the_chance_changes_on_the_few_that_say_something() -> None:
    first = shown(promised_date=MONDAY + timedelta(days=10))
    assert first.outlook is not None
    told = told_over(120, first)
    expected = {when.day + timedelta(days=when.kind == "promised") for when in first.outlook.dates}
    assert {day for day, _ in told} == expected
    assert len(told) == 3


@given(st.integers(0, 200), st.integers(0, 60))
def test_looking_later_shows_a_day_that_was_reached_once_and_only_once(later: int, looked: int) -> None:
    first = shown(MONDAY + timedelta(days=looked))
    day = MONDAY + timedelta(days=looked + later)
    again = quiet_day(first, day)
    assert again in (first.today, day)
    second = weigh([], first.context, today=again, outlook=True)
    assert quiet_day(second, day) == again
    ahead = next_telling_day(second, day)
    assert ahead is None or ahead > day


def test_without_a_day_to_count_from_time_changes_nothing() -> None:
    first = weigh([], Context(stage="first"), today=MONDAY, outlook=True)
    assert quiet_day(first, MONDAY + timedelta(days=100)) == MONDAY


def kinds(day: date, assessment: Assessment | None = None, **more: object) -> list[str]:
    interview = Interview.model_validate({"gut": 0.5} | more)
    return [one.kind for one in matters(3, interview, assessment or shown(), day)]


def test_over_four_months_most_days_ask_for_nothing() -> None:
    told = [kinds(MONDAY + timedelta(days=n)) for n in range(120)]
    assert sum(1 for one in told if not one) > 95
    assert told[1] == ["thank"]
    assert ["nudge"] in told
    assert ["close"] in told
    assert all(len(one) <= 2 for one in told)
    assert told[-1] == []


def test_a_promised_day_that_has_passed_matters_until_one_may_ask() -> None:
    assessment = shown(promised_date=date(2026, 3, 12))
    assert kinds(date(2026, 3, 12), assessment) == []
    assert kinds(date(2026, 3, 13), assessment) == ["promised"]
    assert "nudge" in kinds(date(2026, 3, 16), assessment)


def test_interviews_of_today_and_tomorrow() -> None:
    soon = shown(interview_date=MONDAY + timedelta(days=1))
    assert kinds(MONDAY, soon) == ["interview"]
    assert kinds(MONDAY - timedelta(days=1), soon) == []
    assert kinds(MONDAY, gut=None) == ["interview"]


def test_an_outcome_in_the_words_is_to_be_recorded_and_a_recorded_one_ends_it() -> None:
    invited = shown().model_copy(update={"status": "advanced"})
    assert kinds(MONDAY, invited) == ["record"]
    assert kinds(MONDAY, invited, outcome=Outcome(kind="advanced")) == []
    assert kinds(MONDAY + timedelta(days=1), outcome=Outcome(kind="no-answer")) == []


def test_the_most_pressing_comes_first() -> None:
    nudge = Matter(kind="nudge", number=1, words="Ask.", on=MONDAY)
    (draft,) = unfinished(2, Interview(), MONDAY)
    assert most_pressing_first([nudge, draft]) == (draft, nudge)
    assert "--resume 2" in draft.words


def test_a_booked_interview_waits_quietly_until_the_day_before() -> None:
    booked = Interview(context=Context(interview_date=MONDAY + timedelta(days=5)))

    def told(days: int) -> list[str]:
        return [one.kind for one in unfinished(2, booked, MONDAY + timedelta(days=days))]

    assert [told(days) for days in (0, 3, 4, 5, 6)] == [[], [], ["interview"], ["interview"], ["debrief"]]


def test_practice_is_told_while_it_is_fresh_and_then_rests() -> None:
    due = [MONDAY, MONDAY + timedelta(days=2), MONDAY + timedelta(days=30)]

    def told(days: int) -> list[str]:
        return [one.words for one in practice_due(due, MONDAY + timedelta(days=days))]

    assert told(-1) == []
    assert told(0) == ["1 practice card is due: wentwell practice."]
    assert told(8) == ["2 practice cards are due: wentwell practice."]
    assert told(9) == []
    assert told(30) == ["3 practice cards are due: wentwell practice."]
    assert practice_due([], MONDAY) == ()
