from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Rating
from wentwell.practising import first_due, is_due, next_due

NOW = datetime(2031, 5, 3, 9, tzinfo=UTC)
RATINGS: tuple[Rating, ...] = ("again", "hard", "good", "easy")


def test_a_new_card_is_due_at_once() -> None:
    assert is_due(first_due(NOW), NOW.astimezone().date())


def test_the_better_it_went_the_later_it_comes_back() -> None:
    days = [next_due(first_due(NOW), rating, NOW).due for rating in RATINGS]
    assert days == sorted(days)
    assert days[0] == NOW + timedelta(days=1)
    assert days[3] > days[2] > days[0]


@given(st.lists(st.tuples(st.sampled_from(RATINGS), st.integers(min_value=-40, max_value=90)), max_size=12))
def test_it_comes_back_within_a_month_whatever_happens(history: list[tuple[Rating, int]]) -> None:
    schedule, now = first_due(NOW), NOW
    for rating, days in history:
        now += timedelta(days=days)
        before = schedule.last_review or now
        schedule = next_due(schedule, rating, now)
        moment = max(now, before)  # a clock set back counts as the last time
        assert schedule.last_review == moment
        assert timedelta(days=1) <= schedule.due - moment <= timedelta(days=30)


def test_the_same_ratings_give_the_same_days() -> None:
    first = next_due(next_due(first_due(NOW), "good", NOW), "hard", NOW + timedelta(days=3))
    again = next_due(next_due(first_due(NOW), "good", NOW), "hard", NOW + timedelta(days=3))
    assert first == again
