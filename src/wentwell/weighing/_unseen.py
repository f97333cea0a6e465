"""Signs that could have been seen and were not, and how much nobody looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import expm1, log1p, sqrt

from wentwell.catalog import Sign, context_rules, signs
from wentwell.interview import Context
from wentwell.weighing._worth import blend, informativeness, modified

_ASKED_SHARE = 0.25
"""Share of the variance that signs nobody looked for add to the band (judgement)."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A sign that was not there; ``looked`` is how surely it would have been noticed."""

    sign: Sign
    looked: float
    log_odds: float
    sd: float


def _noticed(log_odds: float, prevalence: float, looked: float) -> float:
    """Shrink the weight of an absence to the chance that the sign would have been noticed.

    With P(absent | refused) near 1 - prevalence, an absence seen through a reader of recall r has the
    likelihood ratio 1 + r (exp(w) - 1) (1 - q) / (1 - r q).
    """
    return log1p(looked * expm1(log_odds) * (1 - prevalence) / (1 - looked * prevalence))


def absences(
    seen: frozenset[str], looked_for: Mapping[str, float], impossible: frozenset[str], context: Context
) -> list[Absence]:
    """Return every sign whose absence could be noticed here, with what it would weigh.

    Parameters
    ----------
    seen : frozenset of str
        Labels found; a sign is not absent if another of its nest was seen.
    looked_for : mapping of str to float
        How surely each sign would have been noticed, 0 to 1. A sign that is missing was not looked for.
    impossible : frozenset of str
        Labels that could not happen, whatever the context says.
    context : Context
    """
    nests = {signs()[label].nest for label in seen} - {None}
    share = informativeness(context)
    found = []
    for sign in signs().values():
        if sign.absent is None or sign.prevalence is None or sign.label in seen or sign.nest in nests:
            continue
        if sign.label in impossible or not sign.could_be_seen(context):
            continue
        looked = looked_for.get(sign.label, 0.0)
        # what tells nothing when it happens tells nothing when it does not
        mean = sign.absent.mean * (share if sign.routine != sign.informative else 1.0)
        mean, sd, _ = modified(sign, mean, sign.absent.sd, context)
        log_odds = _noticed(mean, sign.prevalence, looked) if looked else 0.0
        found.append(Absence(sign, looked, log_odds, sd * looked))
    return found


def unknown_sd(missing: list[Absence], context: Context) -> float:
    """Return what the signs that nobody looked for add to the band, in log-odds.

    Each could turn out seen or not seen: variance q (1 - q) (difference of the two weights) squared,
    discounted for dependence within its cluster.
    """
    rho = context_rules().within_cluster_rho.mean
    share = informativeness(context)
    clusters: dict[str, list[float]] = {}
    for absence in missing:
        sign = absence.sign
        if absence.looked >= 1 or sign.absent is None or sign.prevalence is None:
            continue
        difference = modified(sign, blend(sign, share)[0] - sign.absent.mean, 0.0, context)[0]
        variance = sign.prevalence * (1 - sign.prevalence) * difference**2 * (1 - absence.looked)
        clusters.setdefault(sign.cluster, []).append(variance)
    total = sum(sum(some) / (1 + (len(some) - 1) * rho) for some in clusters.values())
    return sqrt(_ASKED_SHARE * total)
