"""Signs that come together are not counted twice: falling shares, caps, and the room a commitment takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

CLUSTER_CAPS = {"affect": 1.0, "closing": 1.0}
"""Most that a cluster of soft signs may add or take, in log-odds."""
SOFT_CAP_FOR = 0.8
"""Most that all soft signs together may add, in log-odds: from the 36 % of a final round to 56 %."""
SOFT_CAP_AGAINST = 1.5
"""Most that all soft signs together may take, in log-odds; and all steps together that were not taken."""
COMMITMENT_CAP = 3.5
"""Most that all explicit steps together may add, in log-odds."""


class Part(NamedTuple):
    """One weight before discounts; ``log_odds`` has its sign."""

    key: str
    cluster: str
    commitment: bool
    """An explicit step; below 0 one that was not taken."""
    log_odds: float


@lru_cache(maxsize=256)
def falling_shares(count: int, rho: float) -> tuple[float, ...]:
    """Return what the first, second, ... of ``count`` equicorrelated cues still adds.

    The shares are the steps of m / (1 + (m - 1) rho), so that equal cues add up to the usual
    discount 1 / (1 + (m - 1) rho), while one more cue in the same direction never takes anything away.

    Parameters
    ----------
    count : int
        Number of cues, strongest first.
    rho : float
        Their correlation, 0 to 1.

    References
    ----------
    Spiegelhalter & Knill-Jones 1984, on shrinking weights of dependent findings.
    """
    totals = [m / (1.0 + (m - 1) * rho) for m in range(1, count + 1)]
    return tuple(total - before for total, before in zip(totals, [0.0, *totals], strict=False))


def _rank(part: Part) -> tuple[float, str]:
    return -abs(part.log_odds), part.key


def _total(parts: Sequence[Part], shares: dict[str, float]) -> float:
    total = 0.0
    for part in parts:
        total += part.log_odds * shares[part.key]
    return total


def _scale(parts: Sequence[Part], shares: dict[str, float], factor: float) -> None:
    for part in parts:
        shares[part.key] *= factor


def _fall(parts: Sequence[Part], shares: dict[str, float], rho: float, cap: float) -> float:
    """Give each part its falling share within a cap; return what they add up to."""
    ranked = sorted(parts, key=_rank) if len(parts) > 1 else parts
    total = 0.0
    for part, share in zip(ranked, falling_shares(len(ranked), rho), strict=True):
        shares[part.key] = share
        total += part.log_odds * share
    if abs(total) <= cap:
        return total
    _scale(parts, shares, cap / abs(total))
    return _total(parts, shares)


def _discounted(
    parts: Sequence[Part], shares: dict[str, float], within_rho: float, across_rho: float, cap: float
) -> float:
    """Give each of some parts that all point the same way its share; return what they add up to."""
    clusters: dict[str, list[Part]] = {}
    for part in parts:
        clusters.setdefault(part.cluster, []).append(part)
    whole = [
        Part(cluster, "", False, _fall(members, shares, within_rho, min(cap, CLUSTER_CAPS.get(cluster, cap))))
        for cluster, members in clusters.items()
    ]
    if len(whole) < 2:
        return whole[0].log_odds if whole else 0.0
    across: dict[str, float] = {}
    total = _fall(whole, across, across_rho, cap)
    for cluster, share in across.items():
        _scale(clusters[cluster], shares, share)
    return total


def shares(parts: Sequence[Part], within_rho: float, across_rho: float) -> dict[str, float]:
    """Return what share of its raw weight each part keeps, 0 to 1.

    Soft signs for, soft signs against, steps and steps not taken are discounted apart, so that a further
    sign in favour can never lower the sum. Soft signs are halved once there is a commitment, but never lose
    more than the commitment adds.

    Parameters
    ----------
    parts : sequence of Part
        With distinct keys; their order does not matter.
    within_rho, across_rho : float
        Correlation of cues within and across clusters.
    """
    soft = [part for part in parts if not part.commitment]
    kept: dict[str, float] = {}
    step = _discounted(
        [part for part in parts if part.commitment and part.log_odds > 0],
        kept,
        within_rho,
        across_rho,
        COMMITMENT_CAP,
    )
    _discounted(
        [part for part in parts if part.commitment and part.log_odds <= 0],
        kept,
        within_rho,
        across_rho,
        SOFT_CAP_AGAINST,
    )
    for_it = [part for part in soft if part.log_odds > 0]
    against = [part for part in soft if part.log_odds <= 0]
    total = abs(
        _discounted(for_it, kept, within_rho, across_rho, SOFT_CAP_FOR)
        + _discounted(against, kept, within_rho, across_rho, SOFT_CAP_AGAINST)
    )
    if step > 0 and total > 0:
        _scale(soft, kept, 1.0 - min(0.5, step / total))
    return kept
