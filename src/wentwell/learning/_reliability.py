"""Chances told against what came, with the room that chance alone would take."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from wentwell.interview import Bin

_BIN, _MOST_BINS = 10, 5
"""So many interviews a bin at least, where there are enough; and so many bins at most."""
_TAIL = 0.10


def reliability(chances: Sequence[float], came: Sequence[bool]) -> tuple[Bin, ...]:
    """Return interviews in bins of equal size by the chance told, with the band of pure noise.

    The band is exact: the number that goes on, if each chance were right, has a Poisson-binomial
    distribution; it lies within the band 8 times in 10 or more.

    Parameters
    ----------
    chances : sequence of float
    came : sequence of bool
        Whether each went on.

    References
    ----------
    Bröcker & Smith 2007, "Increasing the reliability of reliability diagrams".
    """
    ranked = sorted(zip(chances, came, strict=True))
    bins = min(_MOST_BINS, max(1, len(ranked) // _BIN))
    edges = [len(ranked) * place // bins for place in range(bins + 1)]
    return tuple(_bin(ranked[begin:end]) for begin, end in pairwise(edges))


def _bin(members: Sequence[tuple[float, bool]]) -> Bin:
    chances = [chance for chance, _ in members]
    low, high = noise_band(chances)
    return Bin(
        forecast=fmean(chances), count=len(members), yes=sum(came for _, came in members), low=low, high=high
    )


def noise_band(chances: Sequence[float]) -> tuple[int, int]:
    """Return the 10 % and 90 % quantiles of how many go on if each chance is right (exact)."""
    import numpy as np

    weights = np.ones(1)
    for chance in chances:
        weights = np.convolve(weights, (1 - chance, chance))
    total = np.cumsum(weights)
    return int(np.searchsorted(total, _TAIL)), int(np.searchsorted(total, 1 - _TAIL))
