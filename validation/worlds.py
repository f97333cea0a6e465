"""Made-up worlds: what signs are worth in each is drawn from the priors, then interviews and outcomes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wentwell.catalog import Sign, context_rules, signs
from wentwell.interview import Context
from wentwell.weighing._base import base_rate
from wentwell.weighing._worth import blend, informativeness, modified

Floats = NDArray[np.float64]
_LEAST_SHARE, _MOST_SHARE = 0.01, 0.98
"""No sign is shown by nobody or by everybody."""
_MOST_LOAD = 0.95
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(21)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()

CONTEXTS = [
    Context.model_validate({"stage": stage, "employer": employer, "format": how, "interviewer_roles": roles})
    for stage in ("screen", "first", "second", "final")
    for employer in ("startup", "large", "mid")
    for how, roles in (("video", ("decider",)), ("onsite", ("recruiter", "peer")))
]


@dataclass(frozen=True)
class Interviews:
    """Interviews, one a world, with what is true in it."""

    labels: list[str]
    context: NDArray[np.intp]
    """Place in ``CONTEXTS``."""
    told: NDArray[np.bool_]
    """For each interview and label whether the sign was there and is told."""
    gut: Floats
    log_odds: Floats
    """True log-odds of the chance given what is told: of those who go on among interviews told like this
    one, in its world."""
    gut_log_odds: Floats
    """What the gut adds to them."""
    outcome: NDArray[np.bool_]


def talk_signs(context: Context) -> list[Sign]:
    """Return the signs that can be seen in a talk in this context."""
    return [
        sign
        for sign in signs().values()
        if sign.where == "talk"
        and sign.kind in ("soft", "commitment")
        and sign.prevalence is not None
        and sign.could_be_seen(context)
    ]


def draw(count: int, rng: np.random.Generator, *, mentioned: float, rho: float | None = None) -> Interviews:
    """Draw worlds, in each one interview and its outcome.

    In a world a sign has log likelihood ratio w, drawn from the catalog's mean and sd in the context; it is
    shown by a share q1 of those who go on and q0 of the others, with log(q1 / q0) = w and
    (q0 + q1) / 2 the catalog's prevalence. Signs of one cluster show one Gaussian factor (how much they
    want the candidate, say) that the outcome moves: that is the world in which falling shares are right.
    Clusters are independent given the outcome. The
    base rate is drawn too, and the gut's slope; the gut is normal in log-odds, so that its log likelihood
    ratio is slope times log-odds.

    Parameters
    ----------
    count : int
        Number of worlds.
    rng : numpy.random.Generator
    mentioned : float
        How likely a sign that was there is told, 0 to 1, however it turns out.
    rho : float, optional
        Mean correlation of the signs of a cluster; the one that the weighing assumes if left out.
    """
    rules = context_rules()
    rho = rules.within_cluster_rho.mean if rho is None else rho
    labels = list(signs())
    place = {label: number for number, label in enumerate(labels)}
    which = rng.integers(0, len(CONTEXTS), count)
    told = np.zeros((count, len(labels)), bool)
    log_odds = np.zeros(count)
    outcome = np.zeros(count, bool)
    for number, context in enumerate(CONTEXTS):
        rows = np.flatnonzero(which == number)
        base = base_rate(context)
        log_odds[rows] = rng.normal(base.log_odds, base.sd, len(rows))
        outcome[rows] = rng.random(len(rows)) < 1 / (1 + np.exp(-log_odds[rows]))
        clusters: dict[str, list[Sign]] = {}
        for sign in talk_signs(context):
            clusters.setdefault(sign.cluster, []).append(sign)
        for members in clusters.values():
            shown, worth = _cluster(members, context, outcome[rows], (rho, mentioned), rng)
            told[np.ix_(rows, np.array([place[sign.label] for sign in members]))] = shown
            log_odds[rows] += worth
    slope = rng.normal(rules.gut.slope_mean, rules.gut.slope_sd, count)
    felt = rng.normal(slope * (outcome - 0.5), 1.0)
    return Interviews(labels, which, told, 1 / (1 + np.exp(-felt)), log_odds, slope * felt, outcome)


def _cluster(
    members: list[Sign],
    context: Context,
    outcome: NDArray[np.bool_],
    how: tuple[float, float],
    rng: np.random.Generator,
) -> tuple[NDArray[np.bool_], Floats]:
    """Return which signs are told, and their joint log likelihood ratio in each row's own world."""
    from scipy.special import ndtr, ndtri

    (rho, mentioned), share, count = how, informativeness(context), len(outcome)
    means, sds = zip(*(modified(sign, *blend(sign, share), context)[:2] for sign in members), strict=True)
    weights = rng.normal(means, sds, (count, len(members)))
    prevalence = np.array([sign.prevalence for sign in members], float)
    q0 = np.clip(2 * prevalence / (1 + np.exp(weights)), _LEAST_SHARE, _MOST_SHARE)
    q1 = np.clip(q0 * np.exp(weights), _LEAST_SHARE, _MOST_SHARE)
    shift, cut = ndtri(q1) - ndtri(q0), -(ndtri(q1) + ndtri(q0)) / 2
    # the outcome moves the factor, and the factor the signs: so they repeat one another
    moved = np.sqrt((shift**2).mean(axis=1, keepdims=True) / rho)
    load = np.clip(shift / moved, -_MOST_LOAD, _MOST_LOAD)
    rest = np.sqrt(1 - load**2)
    factor = moved * (outcome[:, None] - 0.5) + rng.normal(size=(count, 1))
    shown = load * factor + rest * rng.normal(size=load.shape) > cut
    told = shown & (rng.random(shown.shape) < mentioned)
    likelihood = np.zeros((2, count))
    for node, weight in zip(_NODES, _WEIGHTS, strict=True):
        for goes_on in (0, 1):
            chance = mentioned * ndtr((load * (moved * (goes_on - 0.5) + node) - cut) / rest)
            likelihood[goes_on] += weight * np.where(told, chance, 1 - chance).prod(axis=1)
    return told, np.log(likelihood[1] / likelihood[0])
