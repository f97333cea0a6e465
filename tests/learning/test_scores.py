"""Scores and the reliability picture against hand-made numbers."""

from __future__ import annotations

from itertools import product
from math import log, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.learning import Past, reliability, scores
from wentwell.learning._reliability import noise_band


def told(yes: bool, first: float, gut: float | None = 0.5, base: float = 0.35) -> Past:
    return Past(yes=yes, offset=0.0, gut=gut, first=first, last=first, base=base)


def test_the_scores_are_what_their_names_say() -> None:
    record = [told(True, 0.8), told(True, 0.6), told(False, 0.3), told(False, 0.1), told(False, 0.5)]
    by_name = {score.forecaster: score for score in scores(record)}
    assert by_name["first shown"].brier.mean == pytest.approx((0.04 + 0.16 + 0.09 + 0.01 + 0.25) / 5)
    expected = -(log(0.8) + log(0.6) + log(0.7) + log(0.9) + log(0.5)) / 5
    assert by_name["first shown"].log.mean == pytest.approx(expected)
    assert by_name["gut"].brier.mean == pytest.approx(0.25)
    base = -(2 * log(0.35) + 3 * log(0.65)) / 5
    against = by_name["first shown"].log_against_base
    assert against is not None
    assert against.mean == pytest.approx(expected - base)
    assert against.low <= against.mean <= against.high
    assert by_name["base rate"].log_against_base is None
    assert scores(record) == scores(record)


def test_all_are_scored_on_the_same_interviews() -> None:
    with_gut = [told(True, 0.6)] * 6
    record = [*with_gut, told(False, 0.9, gut=None), Past(yes=None, offset=0.0, gut=0.9)]
    assert {score.count for score in scores(record)} == {6}
    few = [*with_gut[:3], *[told(False, 0.2, gut=None)] * 4]
    assert [score.forecaster for score in scores(few)] == ["first shown", "last shown", "base rate"]
    assert {score.count for score in scores(few)} == {7}
    assert scores([]) == ()


def test_the_ranges_hold_the_truth_about_eight_times_in_ten() -> None:
    import numpy as np

    rng = np.random.default_rng(4)
    chances = rng.uniform(0.1, 0.9, (200, 60))
    true = float((chances * (1 - chances)).mean())
    held = 0
    for row in chances:
        came = rng.random(60) < row
        found = scores([told(bool(yes), float(chance)) for yes, chance in zip(came, row, strict=True)])
        brier = next(one.brier for one in found if one.forecaster == "first shown")
        held += brier.low <= true <= brier.high
    assert 0.70 <= held / 200 <= 0.90


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=9))
def test_the_noise_band_is_exact(chances: list[float]) -> None:
    weight = [0.0] * (len(chances) + 1)
    for way in product((0, 1), repeat=len(chances)):
        weight[sum(way)] += prod(p if one else 1 - p for p, one in zip(chances, way, strict=True))
    low, high = noise_band(chances)
    assert sum(weight[:low]) < 0.1 + 1e-9
    assert sum(weight[: low + 1]) >= 0.1 - 1e-9
    assert sum(weight[: high + 1]) >= 0.9 - 1e-9
    assert sum(weight[:high]) < 0.9 + 1e-9


@given(st.lists(st.tuples(st.floats(0.01, 0.99), st.booleans()), min_size=20, max_size=120))
def test_the_picture_loses_nobody(record: list[tuple[float, bool]]) -> None:
    bins = reliability([chance for chance, _ in record], [came for _, came in record])
    assert 2 <= len(bins) <= 5
    assert sum(one.count for one in bins) == len(record)
    assert sum(one.yes for one in bins) == sum(came for _, came in record)
    assert [one.forecast for one in bins] == sorted(one.forecast for one in bins)
    assert all(one.count >= 10 and 0 <= one.low <= one.high <= one.count for one in bins)
