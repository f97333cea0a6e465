"""What one sign is worth in its context, before signs are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt

from wentwell.catalog import Modifier, Sign, Weight, context_rules, signs
from wentwell.interview import Context, Evidence

_USUAL_SPECIFICITY = 0.3
"""Praise whose specificity nobody judged is taken as mostly general (judgement)."""


@dataclass(frozen=True, slots=True)
class Worth:
    """The raw weight of one label, all its evidence together."""

    sign: Sign
    log_odds: float
    sd: float
    row: Weight
    reason: str
    evidence: tuple[Evidence, ...]


def informativeness(context: Context) -> float:
    """Return how far signs here are informative (1) rather than routine (0).

    Late rounds and deciders make them informative, screens and early recruiters routine; in between, or
    when nothing is known, half and half.
    """
    roles = set(context.interviewer_roles)
    if context.stage == "screen":
        return 0.5 if "decider" in roles else 0.0
    if context.stage in ("second", "final", "single") or "decider" in roles:
        return 1.0
    return 0.0 if roles == {"recruiter"} else 0.5


@lru_cache(maxsize=64)
def _modifiers(context: Context) -> tuple[Modifier, ...]:
    return tuple(row for row in context_rules().modifier if row.when.holds(context))


def modified(sign: Sign, mean: float, sd: float, context: Context) -> tuple[float, float, list[Modifier]]:
    """Return mean and sd of a weight after the context's multipliers, and these."""
    found = [row for row in _modifiers(context) if row.touches(sign, mean)]
    factor = exp(sum(row.log_mean for row in found))
    log_sd = sqrt(sum(row.sd**2 for row in found))
    return mean * factor, factor * sqrt(sd**2 + (mean * log_sd) ** 2), found


def blend(sign: Sign, share: float) -> tuple[float, float, Weight]:
    """Return mean, sd and the nearer row between routine (share 0) and informative (share 1)."""
    routine, informative = sign.routine, sign.informative
    if routine is None or informative is None:
        raise ValueError(f"{sign.label} is never weighed")
    mean = (1 - share) * routine.mean + share * informative.mean
    within = (1 - share) * routine.sd**2 + share * informative.sd**2
    between = share * (1 - share) * (informative.mean - routine.mean) ** 2
    return mean, sqrt(within + between), informative if share >= 0.5 else routine


def _one(
    sign: Sign, found: Evidence, context: Context, together: frozenset[str]
) -> tuple[float, float, Weight, str]:
    """Return mean, sd, row and reason of one piece of evidence."""
    share, reason = informativeness(context), ""
    if sign.family == "affirmation":
        share = _USUAL_SPECIFICITY if found.specificity is None else found.specificity
        reason = "specific praise" if share >= 0.5 else "general praise"
    elif sign.label == "reply.warm":
        share = 1.0 if "reply.prompt" in together else 0.5
    elif found.raised_by == "candidate":
        share, reason = 0.0, "you raised it, so it counts as routine"
    elif sign.routine != sign.informative:
        reason = {
            0.0: "routine at this stage or from a recruiter",
            1.0: "late, or from someone who decides",
        }.get(share, "stage or person not known well, so between routine and telling")
    mean, sd, row = blend(sign, share)
    mean, sd, found_modifiers = modified(sign, mean, sd, context)
    if sign.family == "affirmation" and found.usual is not None:
        mean, sd = mean * (1 - found.usual), sd * (1 - found.usual)
        if found.usual >= 0.5:
            reason = "this interviewer praises most answers"
    p = found.probability
    spread = sqrt(p * sd**2 + p * (1 - p) * mean**2)
    told = "; ".join([*([reason] if reason else []), *(row.name for row in found_modifiers)])
    return p * mean, spread, row, told


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence in an order that does not depend on how it was given."""
    return tuple(
        sorted(evidence, key=lambda found: (found.document or "", found.start, found.model_dump_json()))
    )


def worth(label: str, evidence: Sequence[Evidence], context: Context, together: frozenset[str]) -> Worth:
    """Return what all evidence of one label is worth.

    Praise counts by how many and how specific, each further one half as much as the one before; of any
    other sign the best piece counts.

    Parameters
    ----------
    label : str
        A label that is not a leak.
    evidence : sequence of Evidence
        At least one piece, all of this label; order does not matter.
    context : Context
    together : frozenset of str
        Every label found: a warm reply that is also prompt is worth more.
    """
    sign = signs()[label]
    each = sorted(
        ((*_one(sign, found, context, together), found) for found in in_order(evidence)),
        key=lambda item: -abs(item[0]),
    )
    best_mean, best_sd, row, reason, _ = each[0]
    ordered = tuple(item[4] for item in each)
    if sign.family != "affirmation" or len(each) == 1:
        return Worth(sign, best_mean, best_sd, row, reason, ordered)
    fading = [0.5**place for place in range(len(each))]
    mean = sum(item[0] * share for item, share in zip(each, fading, strict=True))
    sd = sum(item[1] * share for item, share in zip(each, fading, strict=True))
    return Worth(sign, mean, sd, row, f"{len(each)} times, each further one counts half; {reason}", ordered)
