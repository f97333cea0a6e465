"""What outcomes teach, and how little of it with few."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.learning import Past, learn, own_base_rate
from wentwell.weighing import expit


def lived(yes: int, no: int, *, gut_yes: float = 0.5, gut_no: float = 0.5, **more: object) -> list[Past]:
    common = {"offset": 0.0, **more}
    return [
        *(Past(yes=True, gut=gut_yes, **common) for _ in range(yes)),  # type: ignore[arg-type]
        *(Past(yes=False, gut=gut_no, **common) for _ in range(no)),  # type: ignore[arg-type]
    ]


def test_nothing_is_learned_below_five_known_outcomes() -> None:
    silent = [Past(yes=None, offset=0.0, silence=-1.0)] * 20
    assert learn([*lived(2, 2), *silent]) is None
    assert learn([*lived(3, 2), *silent]) is not None
    assert learn([]) is None


@given(st.integers(5, 60), st.data())
def test_the_intercept_follows_the_outcomes_and_never_all_the_way(count: int, data: st.DataObject) -> None:
    yes = data.draw(st.integers(0, count))
    found = learn(lived(yes, count - yes))
    assert found is not None
    less = learn(lived(yes - 1, count - yes + 1)) if yes else None
    assert less is None or less.intercept.mean < found.intercept.mean
    share = min(1 - 0.5 / count, max(0.5 / count, yes / count))
    assert abs(found.intercept.mean) <= abs(log(share / (1 - share))) + 1e-6


def test_a_gut_that_tells_earns_weight_and_one_that_does_not_loses_it() -> None:
    telling = learn(lived(40, 40, gut_yes=0.75, gut_no=0.25))
    silent = learn([*lived(20, 20, gut_yes=0.75, gut_no=0.75), *lived(20, 20, gut_yes=0.25, gut_no=0.25)])
    assert telling is not None
    assert silent is not None
    assert telling.gut_slope.mean > 0.5
    assert silent.gut_slope.mean < 0.2
    assert telling.gut_slope.sd < 0.2
    assert silent.gut_slope.sd < 0.2


def test_a_self_doubters_gut_begins_with_half_the_slope() -> None:
    # guesses of 50 of 100 tell nothing of the slope
    usual, doubter = learn(lived(4, 4)), learn(lived(4, 4, self_doubter=True))
    assert usual is not None
    assert doubter is not None
    assert usual.gut_slope.mean == pytest.approx(0.35)
    assert doubter.gut_slope.mean == pytest.approx(0.175)


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_weight_moves_by_half_its_spread_at_most(yes: int, no: int) -> None:
    plain = lived(10, 10)
    found = learn([*plain, *lived(yes, no, signs={"warmth": 0.4})])
    assert found is not None
    assert all(abs(share) <= 0.5 for share in found.signs.values())


def test_a_weight_moves_slowly() -> None:
    """Sixteen interviews whose outcomes say 1.1 log-odds more for a sign move it by less than a tenth."""
    found = learn([*lived(100, 100), *lived(12, 4, signs={"warmth": 0.3})])
    assert found is not None
    assert 0.0 < 0.3 * found.signs["warmth"] < 0.1


def test_own_starts_are_counted_by_stage() -> None:
    found = learn([*lived(5, 7, stage="first", start=0.42, start_sd=0.48), *lived(3, 0, stage=None)])
    assert found is not None
    assert set(found.starts) == {"first"}
    first = found.starts["first"]
    assert (first.count, first.yes) == (12, 5)
    assert first.table == pytest.approx(0.42)
    assert first.suggested == pytest.approx(own_base_rate(0.42, 0.48, 5, 12))


@given(st.floats(0.05, 0.95), st.floats(0.2, 1.0), st.integers(0, 50), st.data())
def test_an_own_rate_lies_between_the_table_and_the_count(
    table: float, sd: float, count: int, data: st.DataObject
) -> None:
    yes = data.draw(st.integers(0, count))
    rate = own_base_rate(table, sd, yes, count)
    ends = [table, yes / count] if count else [table]
    assert min(ends) - 1e-12 <= rate <= max(ends) + 1e-12


class TestPooling:
    def alike(self) -> list[Sequence[Past]]:
        return [lived(28, 4) for _ in range(4)]

    def test_others_steady_a_short_record_and_hardly_move_a_long_one(self) -> None:
        short, long = lived(3, 3), lived(150, 150)
        others = self.alike()
        moved = [learn(record, others) for record in (short, long)]
        alone = [learn(record) for record in (short, long)]
        shifts = [
            one.intercept.mean - two.intercept.mean
            for one, two in zip(moved, alone, strict=True)
            if one is not None and two is not None
        ]
        assert shifts[0] > 0.1
        assert 0 <= shifts[1] < 0.1

    def test_two_people_do_not_lean_on_each_other(self) -> None:
        assert learn(lived(3, 3), self.alike()[:1]) == learn(lived(3, 3))

    def test_people_who_are_nothing_alike_are_not_pooled(self) -> None:
        unlike = [lived(38, 2), lived(2, 38), lived(36, 4), lived(4, 36)]
        alone, among = learn(lived(3, 3)), learn(lived(3, 3), unlike)
        assert alone is not None
        assert among is not None
        assert among.intercept.mean == pytest.approx(alone.intercept.mean, abs=0.05)

    def test_only_own_numbers_are_in_it(self) -> None:
        found = learn(lived(3, 3, stage="first"), [lived(9, 9, stage="final", signs={"warmth": 0.3})] * 3)
        assert found is not None
        assert found.outcomes == 6
        assert set(found.starts) == {"first"}
        assert found.signs == {}


def test_the_fit_and_the_sum_speak_of_the_same_thing() -> None:
    """A forecast made with what was learned is the one that the regression meant."""
    from wentwell.interview import Context, Evidence
    from wentwell.weighing import stated_log_odds, weigh

    found = learn([*lived(9, 3, stage="first", start=0.42, start_sd=0.48, signs={"selling.start_date": 0.3})])
    assert found is not None
    seen = [Evidence(label="selling.start_date", quote="", start=0, end=0, found_by="answered")]
    context = Context(stage="first", employer="mid")
    before, after = weigh(seen, context), weigh(seen, context, 0.8, personal=found)
    sign = next(part for part in before.contributions if part.kind == "sign")
    expected = (
        before.log_odds
        + found.intercept.mean
        + found.starts["first"].shift
        + found.signs["selling.start_date"] * sign.sd
        + found.gut_slope.mean * stated_log_odds(0.8)
    )
    assert after.probability == pytest.approx(expit(expected))
