"""The regression against what must hold of any posterior."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.learning._fit import fit


def posterior(
    came: list[float], offset: float = 0.0, sd: float = 0.55, silence: float = 0.0
) -> tuple[float, float]:
    """Return mean and sd of an intercept, and nothing else."""
    count = len(came)
    found = fit(
        np.ones((count, 1)),
        np.full(count, offset),
        np.array(came, dtype=float),
        np.full(count, silence),
        prior_mean=np.zeros(1),
        prior_covariance=np.array([[sd**2]]),
    )
    return float(found.mean[0]), float(found.covariance[0, 0]) ** 0.5


def by_grid(came: list[float], offset: float, sd: float, silence: float) -> float:
    """Return the most probable intercept, found by looking everywhere."""
    at = np.linspace(-4, 4, 80_001)
    chance = 1 / (1 + np.exp(-(offset + at)))
    total = -0.5 * (at / sd) ** 2
    for one in came:
        if np.isnan(one):
            total += np.log(chance * np.exp(silence) + 1 - chance)
        else:
            total += np.log(chance if one else 1 - chance)
    return float(at[total.argmax()])


outcomes = st.lists(st.sampled_from([0.0, 1.0, float("nan")]), max_size=30)


@given(outcomes, st.floats(-3, 3), st.floats(0.1, 1.5), st.floats(-2, 0))
def test_it_finds_the_most_probable_value(
    came: list[float], offset: float, sd: float, silence: float
) -> None:
    assert posterior(came, offset, sd, silence)[0] == pytest.approx(
        by_grid(came, offset, sd, silence), abs=2e-3
    )


@given(outcomes)
def test_data_never_widen_what_is_known(came: list[float]) -> None:
    assert posterior(came)[1] <= 0.55 + 1e-12


def test_without_data_the_prior_stays() -> None:
    assert posterior([]) == pytest.approx((0.0, 0.55))


def test_a_silence_lies_between_nothing_and_a_refusal() -> None:
    nothing = posterior([1.0] * 4 + [0.0] * 4)[0]
    refused = posterior([1.0] * 4 + [0.0] * 12)[0]
    silent = posterior([1.0] * 4 + [0.0] * 4 + [float("nan")] * 8, silence=-1.2)[0]
    assert refused < silent < nothing
    # a silence that says nothing counts for nothing
    assert posterior([1.0] * 4 + [0.0] * 4 + [float("nan")] * 8, silence=0.0)[0] == pytest.approx(nothing)


@pytest.mark.parametrize(("count", "weight"), [(3, 0.17), (5, 0.26), (10, 0.41), (15, 0.51), (30, 0.67)])
def test_own_outcomes_weigh_as_the_evidence_report_says(count: int, weight: float) -> None:
    """The share of the prior's variance that n outcomes at p = .35 take away: its table for tau = .55."""
    _, sd = posterior([1.0] * round(0.35 * count) + [0.0] * (count - round(0.35 * count)), offset=-0.62)
    assert 1 - (sd / 0.55) ** 2 == pytest.approx(weight, abs=0.03)
