"""Signs that come together are not counted twice: falling shares, caps, and the room a commitment takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CLUSTER_CAPS = {"affect": 1.0, "closing": 1.0}
"""Most that a cluster of soft signs may add or take, in log-odds."""
SOFT_CAP = 1.5
"""Most that all soft signs together may add or take, in log-odds."""
COMMITMENT_CAP = 3.5
"""Most that all explicit steps together may add, in log-odds."""


@dataclass(frozen=True, slots=True)
class Part:
    """One weight before discounts; ``log_odds`` has its sign."""

    key: str
    cluster: str
    commitment: bool
    log_odds: float


def falling_shares(count: int, rho: float) -> list[float]:
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
    return [total - before for total, before in zip(totals, [0.0, *totals], strict=False)]


def _ranked(parts: Sequence[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: (-abs(part.log_odds), part.key))


def _shares_within(parts: Sequence[Part], rho: float) -> dict[str, float]:
    ranked = _ranked(parts)
    return {part.key: share for part, share in zip(ranked, falling_shares(len(ranked), rho), strict=True)}


def _total(parts: Sequence[Part], shares: dict[str, float]) -> float:
    return sum(part.log_odds * shares[part.key] for part in parts)


def _cap(parts: Sequence[Part], shares: dict[str, float], cap: float) -> None:
    total = abs(_total(parts, shares))
    if total > cap:
        _scale(parts, shares, cap / total)


def _scale(parts: Sequence[Part], shares: dict[str, float], factor: float) -> None:
    for part in parts:
        shares[part.key] *= factor


def _discounted(parts: Sequence[Part], within_rho: float, across_rho: float, cap: float) -> dict[str, float]:
    """Return the share of each part among parts that all point the same way."""
    clusters: dict[str, list[Part]] = {}
    for part in parts:
        clusters.setdefault(part.cluster, []).append(part)
    shares: dict[str, float] = {}
    for cluster, members in clusters.items():
        shares |= _shares_within(members, within_rho)
        _cap(members, shares, CLUSTER_CAPS.get(cluster, cap))
    whole = [Part(cluster, "", False, _total(members, shares)) for cluster, members in clusters.items()]
    for cluster, share in _shares_within(whole, across_rho).items():
        _scale(clusters[cluster], shares, share)
    _cap(parts, shares, cap)
    return shares


def shares(parts: Sequence[Part], within_rho: float, across_rho: float) -> dict[str, float]:
    """Return what share of its raw weight each part keeps, 0 to 1.

    Soft signs for, soft signs against and commitments are discounted apart, so that a further sign in
    favour can never lower the sum. Soft signs are halved once there is a commitment, but never lose
    more than the commitment adds.

    Parameters
    ----------
    parts : sequence of Part
        With distinct keys; their order does not matter.
    within_rho, across_rho : float
        Correlation of cues within and across clusters.
    """
    commitments = [part for part in parts if part.commitment]
    soft = [part for part in parts if not part.commitment]
    kept = _discounted(commitments, within_rho, across_rho, COMMITMENT_CAP)
    for positive in (True, False):
        side = [part for part in soft if (part.log_odds > 0) is positive]
        kept |= _discounted(side, within_rho, across_rho, SOFT_CAP)
    step, total = _total(commitments, kept), abs(_total(soft, kept))
    if step > 0 and total > 0:
        _scale(soft, kept, 1.0 - min(0.5, step / total))
    return kept
