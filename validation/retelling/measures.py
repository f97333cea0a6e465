"""How good chances are against what happened, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isnan

import numpy as np
from numpy.typing import NDArray

from wentwell.interview._base import Noun

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

SMALLEST_GROUP = 60
"""Employers with fewer retellings are left out of the AUC within employers."""
_LOWEST = 1e-4
_BINS = 20
_DRAWS = 1000
_SAME = 0.005
"""Chances that differ less are one chance."""


class Interval(Noun):
    """A value with its 95 % interval from the bootstrap over retellings."""

    value: float
    low: float
    high: float


class Measures(Noun):
    """One set of chances against outcomes."""

    n: int
    offers: float
    """Share of offers."""
    auc: Interval | None
    """Not there where only one outcome occurs."""
    auc_within: Interval | None
    """AUC within employers, the mean weighted by retellings; employers of `SMALLEST_GROUP` or more."""
    brier: Interval
    brier_of_base: float
    """Brier score of the set's own share of offers."""
    log_score: float
    """Mean log loss, in nats."""
    slope: float | None
    """Calibration slope; not there where the chances hardly differ."""
    intercept: float | None
    ici: float
    """Mean absolute calibration error over 20 bins of equal size."""


def auc(chances: Floats, offers: Bools) -> float:
    """Return the share of pairs (offer, none) in which the offer has the higher chance; ties count half.

    ``nan`` where only one outcome occurs. Mann & Whitney 1947.
    """
    positives = int(offers.sum())
    negatives = len(offers) - positives
    if not positives or not negatives:
        return float("nan")
    _, value, counts = np.unique(chances, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2  # of tied values the middle one
    return float((ranks[value][offers].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def auc_within(chances: Floats, offers: Bools, groups: Sequence[str]) -> float:
    """Return the AUC within groups of `SMALLEST_GROUP` or more, the mean weighted by their size."""
    names = np.asarray(groups)
    total = weight = 0.0
    for name in sorted(set(groups)):
        here = names == name
        one = auc(chances[here], offers[here])
        if here.sum() >= SMALLEST_GROUP and not isnan(one):
            total, weight = total + one * float(here.sum()), weight + float(here.sum())
    return total / weight if weight else float("nan")


def recalibration(chances: Floats, offers: Bools) -> tuple[float, float]:
    """Return intercept and slope of a logistic regression of the outcome on the log-odds (Cox 1958).

    Newton's steps; chances are held within .0001 and .9999, as the scoring script does.
    """
    clipped = np.clip(chances, _LOWEST, 1 - _LOWEST)
    design = np.stack([np.ones(len(clipped)), np.log(clipped / (1 - clipped))], 1)
    found = np.array([0.0, 1.0])
    for _ in range(50):
        mean = 1 / (1 + np.exp(-(design @ found)))
        hessian = design.T @ (design * (mean * (1 - mean))[:, None])
        if abs(np.linalg.det(hessian)) < 1e-12:
            break
        step = np.linalg.solve(hessian, design.T @ (offers - mean))
        found = found + step
        if float(np.abs(step).sum()) < 1e-9:
            break
    return float(found[0]), float(found[1])


def bins(chances: Floats, offers: Bools, count: int) -> list[tuple[int, float, float]]:
    """Return size, mean chance and share of offers of so many bins of equal size, lowest chances first.

    Equal chances share their offers evenly, wherever a bin ends among them.
    """
    _, value, counts = np.unique(chances, return_inverse=True, return_counts=True)
    shared = (np.bincount(value, offers) / counts)[value]
    order = np.argsort(chances, kind="stable")
    size = len(order)
    parts = [order[k * size // count : (k + 1) * size // count] for k in range(count)]
    return [(len(p), float(chances[p].mean()), float(shared[p].mean())) for p in parts if len(p)]


def ici(chances: Floats, offers: Bools, count: int = _BINS) -> float:
    """Return the mean absolute calibration error over bins of equal size."""
    return sum(n * abs(said - came) for n, said, came in bins(chances, offers, count)) / len(offers)


def log_score(chances: Floats, offers: Bools) -> float:
    """Return the mean log loss in nats."""
    clipped = np.clip(chances, _LOWEST, 1 - _LOWEST)
    return float(-np.where(offers, np.log(clipped), np.log(1 - clipped)).mean())


def measure(chances: Floats, offers: Bools, groups: Sequence[str], draws: int = _DRAWS) -> Measures:
    """Return all measures of one set of chances.

    Parameters
    ----------
    chances, offers : arrays
    groups : sequence of str
        The employer of each.
    draws : int
        Bootstrap draws for the intervals of AUC and Brier (percentiles 2.5 and 97.5), over retellings;
        seed fixed.
    """
    names = np.asarray(groups)
    intercept, slope = recalibration(chances, offers) if np.std(chances) > _SAME else (None, None)
    picks = np.random.default_rng(4).integers(0, len(offers), (draws, len(offers)))

    def interval(of: Callable[[NDArray[np.int64]], float]) -> Interval | None:
        value = of(np.arange(len(offers)))
        if isnan(value):
            return None
        drawn = [of(pick) for pick in picks]
        low, high = np.nanpercentile(drawn, [2.5, 97.5])
        return Interval(value=value, low=float(low), high=float(high))

    base = float(offers.mean())
    brier = interval(lambda pick: float(((chances[pick] - offers[pick]) ** 2).mean()))
    if brier is None:
        raise ValueError("a chance is not a number")
    return Measures(
        n=len(offers),
        offers=base,
        auc=interval(lambda pick: auc(chances[pick], offers[pick])),
        auc_within=interval(lambda pick: auc_within(chances[pick], offers[pick], names[pick].tolist())),
        brier=brier,
        brier_of_base=base * (1 - base),
        log_score=log_score(chances, offers),
        slope=slope,
        intercept=intercept,
        ici=ici(chances, offers),
    )


def difference(one: Floats, other: Floats, offers: Bools, draws: int = _DRAWS) -> tuple[Interval, Interval]:
    """Return by how much `one` beats `other` in AUC and in Brier (both positive where better), paired."""
    picks = np.random.default_rng(4).integers(0, len(offers), (draws, len(offers)))
    everything = np.arange(len(offers))

    def gains(pick: NDArray[np.int64]) -> tuple[float, float]:
        y = offers[pick]
        return (
            auc(one[pick], y) - auc(other[pick], y),
            float(((other[pick] - y) ** 2).mean() - ((one[pick] - y) ** 2).mean()),
        )

    drawn = np.array([gains(pick) for pick in picks])
    low, high = np.nanpercentile(drawn, [2.5, 97.5], axis=0)
    found = [
        Interval(value=value, low=float(low[place]), high=float(high[place]))
        for place, value in enumerate(gains(everything))
    ]
    return found[0], found[1]
