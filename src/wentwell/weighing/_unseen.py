"""Signs that could have been seen and were not, and how much nobody looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, expm1, log, log1p, sqrt
from typing import TYPE_CHECKING, NamedTuple

from wentwell.catalog import Sign, context_rules, signs
from wentwell.interview import Context
from wentwell.weighing._worth import blend, informativeness, modified

if TYPE_CHECKING:
    from wentwell.weighing._worth import Number

ASKED_SHARE = 0.08
"""Share of the variance that signs nobody looked for add to the band (judgement).

The chance is that of interviews told alike, over which such signs average out. What is left is that their
shares and weights are only elicited, so that the average itself may lie beside the base rate.
"""


_MOST_SHARE = 0.98
"""No sign is shown by everybody."""


@dataclass(frozen=True, slots=True)
class Noticeable:
    """A sign whose absence could be noticed in a context; weights after the context's multipliers."""

    sign: Sign
    prevalence: float
    log_odds: float
    """What its absence weighs to somebody who would surely have noticed it."""
    sd: float
    variance: float
    """Variance of the log-odds if nobody looked: it may have been there or not.

    0 where its absence was not judged on its own, so that it does not widen a band by a formula alone.
    """


class Absence(NamedTuple):
    """A sign that was not there; ``looked`` is how surely it would have been noticed."""

    of: Noticeable
    looked: float
    log_odds: float
    sd: float
    silent: bool = False
    """Nobody was asked: the notes do not mention it."""

    @property
    def sign(self) -> Sign:
        """The sign that was not there."""
        return self.of.sign


def speaks_for(sign: Sign) -> bool:
    """Whether a sign that is there speaks for the candidate."""
    row = sign.informative or sign.routine
    return row is not None and row.mean > 0


def implied_absence(sign_weight: float, sd: float, prevalence: float) -> tuple[float, float]:
    """Return mean and sd of what the absence of a sign weighs, from its weight and how frequent it is.

    A sign of log likelihood ratio w and mean share q is there in p0 = 2 q / (1 + exp(w)) of the talks that
    end in a refusal and in p1 = 2 q - p0 of the others, so its absence weighs log((1 - p1) / (1 - p0)). It is
    never worth more than the sign itself: where nearly everybody shows a sign, the formula leans on the last
    few of a hundred, and nobody counted these.

    Parameters
    ----------
    sign_weight, sd : float
        Of the sign, in log-odds.
    prevalence : float
        Share of interviews that have it, 0 to 1.
    """
    refused = 2 * prevalence / (1 + exp(sign_weight))
    onward = 2 * prevalence - refused
    if max(refused, onward) >= _MOST_SHARE:
        return -sign_weight, sd
    mean = log((1 - onward) / (1 - refused))
    steep = refused * onward / (2 * prevalence) * (1 / (1 - onward) + 1 / (1 - refused))
    bound = abs(sign_weight)
    return min(bound, max(-bound, mean)), sd * min(1.0, steep)


def noticed_odds(log_odds: float, prevalence: float, looked: Number) -> Number:
    """Return the likelihood ratio, less 1, of an absence that would have been noticed so surely.

    Without it the sign would have been noticed with probability r if it was there, so that the likelihood
    ratio is (1 - r p1) / (1 - r p0), with p1 and p0 the shares that have it among those who go on and who are
    refused. With p0 near the prevalence q this is 1 + r (exp(w) - 1) (1 - q) / (1 - r q): next to nothing for
    small r, and never more than exp(w), which r = 1 gives.
    """
    return looked * expm1(log_odds) * (1 - prevalence) / (1 - looked * prevalence)


@lru_cache(maxsize=1024)
def noticeable(context: Context) -> tuple[Noticeable, ...]:
    """Return every sign whose absence could be noticed in this context."""
    share = informativeness(context)
    found = []
    for sign in signs().values():
        if sign.where != "talk" or sign.kind not in ("soft", "commitment"):
            continue
        if sign.prevalence is None or not sign.could_be_seen(context):
            continue
        there, there_sd, _ = modified(sign, *blend(sign, share), context)
        if sign.absent is None:
            mean, sd, variance = *implied_absence(there, there_sd, sign.prevalence), 0.0
        else:
            # what tells nothing when it happens tells nothing when it does not
            mean = sign.absent.mean * (share if sign.routine != sign.informative else 1.0)
            mean, sd, _ = modified(sign, mean, sign.absent.sd, context)
            difference = modified(sign, blend(sign, share)[0] - sign.absent.mean, 0.0, context)[0]
            variance = sign.prevalence * (1 - sign.prevalence) * difference**2
        found.append(Noticeable(sign, sign.prevalence, mean, sd, variance))
    return tuple(found)


def absences(
    seen: frozenset[str],
    looked_for: Mapping[str, float],
    impossible: frozenset[str],
    context: Context,
    mentioned: float = 0.0,
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
    mentioned : float
        How likely notes mention a sign that was there, 0 to 1: for what nobody looked for otherwise.
    """
    nests = {signs()[label].nest for label in seen} - {None}
    found = []
    for absence in _absences(context, mentioned, silent=mentioned > 0):
        label, nest = absence.of.sign.label, absence.of.sign.nest
        if label in seen or nest in nests or label in impossible:
            continue
        looked = looked_for.get(label)
        found.append(_absence(absence.of, looked, silent=False) if looked else absence)
    return found


@lru_cache(maxsize=1024)
def _absences(context: Context, looked: float, *, silent: bool) -> tuple[Absence, ...]:
    """Return every absence that could be noticed in a context, each noticed as surely."""
    return tuple(_absence(one, looked, silent=silent) for one in noticeable(context))


def _absence(one: Noticeable, looked: float, *, silent: bool) -> Absence:
    log_odds = log1p(noticed_odds(one.log_odds, one.prevalence, looked)) if looked else 0.0
    return Absence(one, looked, log_odds, one.sd * looked, silent)


def unknown_sd(missing: Sequence[Absence]) -> float:
    """Return what the signs that nobody looked for add to the band, in log-odds.

    Each could turn out seen or not seen: variance q (1 - q) (difference of the two weights) squared,
    discounted for dependence within its cluster.
    """
    rho = context_rules().within_cluster_rho.mean
    clusters: dict[str, list[float]] = {}
    for absence in missing:
        if absence.looked < 1 and absence.of.variance:
            clusters.setdefault(absence.sign.cluster, []).append(absence.of.variance * (1 - absence.looked))
    total = sum(sum(some) / (1 + (len(some) - 1) * rho) for some in clusters.values())
    return sqrt(ASKED_SHARE * total)
