"""The pace of a search: probability behaves as it must, and nothing tells to stop."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wentwell import assess
from wentwell.interview import Context, Interview, Personal, Stage
from wentwell.interview.personal import Normal
from wentwell.pacing import Pace, Running, pace, running
from wentwell.pacing._draws import _exceeded_with, _exceeded_with_each
from wentwell.weighing import weigh

TODAY = date(2026, 3, 2)


def one(stage: Stage = "second", **more: object) -> Running:
    weighed = weigh([], Context(stage=stage))
    known = {
        "log_odds": weighed.log_odds,
        "sd": weighed.sd,
        "target": weighed.target,
        "stage": stage,
    }
    return Running.model_validate(known | more)


def quick(*interviews: Running, **more: object) -> Pace:
    return pace(interviews, TODAY, draws=600, moments=40, **more)  # type: ignore[arg-type]


def chance(found: Pace, weeks: int = 8, monthly: int = 0) -> float:
    by = TODAY + timedelta(weeks=weeks)
    return next(r.probability for r in found.reaches if (r.by, r.monthly) == (by, monthly))


@settings(max_examples=15)
@given(
    st.lists(
        st.builds(
            one,
            st.sampled_from(("screen", "first", "second", "final", "single", "informal")),
            waited=st.floats(0, 200),
            employer=st.sampled_from((None, "large", "startup", "public")),
            to_be_held=st.booleans(),
        ),
        max_size=4,
    )
)
def test_more_time_and_more_interviews_never_lower_the_chance(interviews: list[Running]) -> None:
    found = quick(*interviews)
    assert all(0 <= r.low <= r.high <= 1 for r in found.reaches)
    by_monthly = [[chance(found, weeks, n) for weeks in (4, 8, 12)] for n in (0, 4, 8)]
    assert all(row == sorted(row) for row in by_monthly)
    assert all(list(column) == sorted(column) for column in zip(*by_monthly, strict=True))


def test_the_same_search_gives_the_same_answer() -> None:
    assert quick(one(), one("first")) == quick(one(), one("first"))


def test_with_nothing_open_there_is_no_chance_but_what_new_ones_bring() -> None:
    found = quick()
    assert found.open == 0
    assert chance(found) == 0
    assert chance(found, monthly=8) > chance(found, monthly=4) > 0


def test_a_chance_that_has_all_the_time_comes_close_to_the_chance_itself() -> None:
    sure = one(log_odds=0.0, sd=0.01)
    assert chance(pace([sure], TODAY, by=TODAY + timedelta(weeks=52)), 12) == pytest.approx(0.5, abs=0.03)


def test_an_early_round_brings_an_offer_less_often_and_later_than_a_late_one() -> None:
    assert chance(quick(one("screen"))) < chance(quick(one("first"))) < chance(quick(one("final")))
    assert chance(quick(one("first", to_be_held=True)), 4) < chance(quick(one("first")), 4)


def test_what_is_shared_makes_several_interviews_less_safe() -> None:
    """Chances that rise and fall together miss together."""
    uncertain = [one(sd=0.6)] * 6
    known_level = Personal(
        outcomes=40,
        intercept=Normal(mean=0.0, sd=0.0),
        gut_slope=Normal(mean=0.3, sd=0.1),
    )
    shared, apart = quick(*uncertain), quick(*uncertain, personal=known_level)
    assert chance(shared) < chance(apart)
    assert shared.shared_sd > apart.shared_sd > 0
    wide, narrow = shared.reaches[3], apart.reaches[3]
    assert wide.high - wide.low > narrow.high - narrow.low


def test_how_many_it_takes_reaches_what_is_wanted_and_one_less_does_not() -> None:
    by = TODAY + timedelta(weeks=12)
    need = quick(one(), want=0.6, by=by).need
    assert need is not None
    assert need.monthly is not None
    assert need.low is not None
    assert need.low <= need.monthly
    assert need.high is None or need.monthly <= need.high
    assert chance(quick(one()), 12, 0) < 0.6
    several = quick(one("final"), one("final"), one("final"), one("final"), want=0.3, by=by).need
    assert several is not None
    assert several.monthly == 0


def test_what_cannot_be_had_in_time_is_not_promised() -> None:
    need = quick(want=0.9, by=TODAY + timedelta(days=7)).need
    assert need is not None
    assert need.monthly is None


def test_what_is_no_question_is_refused() -> None:
    with pytest.raises(ValueError, match="want"):
        quick(want=1.0)
    with pytest.raises(ValueError, match="by"):
        quick(by=TODAY)


def test_an_answer_becomes_a_running_interview_until_its_words_close_it() -> None:
    context = Context(stage="first", interview_date=TODAY - timedelta(days=7))
    open_one = running(assess(Interview(context=context), TODAY), TODAY)
    assert open_one is not None
    assert open_one.waited == pytest.approx(7)
    assert open_one.target == "the next round"
    invited = running(assess(Interview(context=context, answers={"next.invited": "yes"}), TODAY), TODAY)
    assert invited is not None
    assert invited.to_be_held
    assert invited.target == "an offer"
    refused = assess(Interview(context=context, answers={"outcome.rejected": "yes"}), TODAY)
    assert running(refused, TODAY) is None
    promised = context.model_copy(update={"promised_date": TODAY + timedelta(days=7)})
    later = running(assess(Interview(context=promised), TODAY), TODAY)
    assert later is not None
    assert later.waited == 0
    assert later.starts_in == pytest.approx(7)


def test_what_is_remembered_of_waits_changes_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds: tuple[Stage, ...] = ("screen", "first", "second")
    many = [
        one(stage, employer=employer, waited=waited)
        for employer in ("large", "startup", None)
        for stage in kinds
        for waited in (0.0, 9.0)
    ]
    remembered = quick(*many)
    monkeypatch.setattr("wentwell.pacing._draws._MOST_WAITS", 1)
    assert quick(*many) == remembered


@given(
    st.lists(st.floats(-20, 0), min_size=1, max_size=30), st.lists(st.floats(-5, 0), min_size=1, max_size=5)
)
def test_days_found_in_order_are_the_days_found_one_by_one(since: list[float], left: list[float]) -> None:
    found = _exceeded_with_each(np.array(since), np.array(left))
    for row, one_since in enumerate(since):
        for column, one_left in enumerate(left):
            assert found[row, column] == _exceeded_with(np.array(one_since + one_left))
