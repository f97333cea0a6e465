"""What one sign is worth in its context, before signs are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt
from typing import TYPE_CHECKING

from wentwell.catalog import Modifier, Sign, Weight, context_rules, signs
from wentwell.interview import Context, Evidence

if TYPE_CHECKING:
    from typing import TypeVar

    import numpy as np
    from numpy.typing import NDArray

    Number = TypeVar("Number", float, NDArray[np.float64])
    """One number, or as many as there are interviews: the rules are the same for both."""

USUAL_SPECIFICITY = 0.3
"""Praise whose specificity nobody judged is taken as mostly general (judgement)."""
FADING = 0.5
"""Each further praise counts this much of the one before."""
_BETWEEN = {0.0: "routine at this stage or from a recruiter", 1.0: "late, or from someone who decides"}


@dataclass(frozen=True, slots=True)
class Worth:
    """The raw weight of one label, all its evidence together."""

    sign: Sign
    log_odds: float
    sd: float
    error: float
    """Standard deviation of what the sign is worth alone, without the doubt whether it was there."""
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


@lru_cache(maxsize=256)
def _modifiers(context: Context) -> tuple[Modifier, ...]:
    return tuple(row for row in context_rules().modifier if row.when.holds(context))


@dataclass(frozen=True, slots=True)
class Multiplier:
    """What the context makes of a weight."""

    factor: float
    log_sd: float
    """Standard deviation of the factor's logarithm."""
    rows: tuple[Modifier, ...]

    def of(self, mean: Number, sd: Number) -> tuple[Number, Number]:
        """Return mean and sd of a weight after it."""
        return mean * self.factor, self.factor * (sd**2 + (mean * self.log_sd) ** 2) ** 0.5


@lru_cache(maxsize=16_384)
def multiplier(label: str, context: Context, *, positive: bool) -> Multiplier:
    """Return what the context makes of a weight of this sign, above zero or not."""
    sign, direction = signs()[label], 1.0 if positive else -1.0
    rows = tuple(row for row in _modifiers(context) if row.touches(sign, direction))
    return Multiplier(exp(sum(row.log_mean for row in rows)), sqrt(sum(row.sd**2 for row in rows)), rows)


def modified(
    sign: Sign, mean: float, sd: float, context: Context
) -> tuple[float, float, tuple[Modifier, ...]]:
    """Return mean and sd of a weight after the context's multipliers, and these."""
    by = multiplier(sign.label, context, positive=mean > 0)
    return *by.of(mean, sd), by.rows


def blend(sign: Sign, share: Number) -> tuple[Number, Number]:
    """Return mean and sd between routine (share 0) and informative (share 1)."""
    routine, informative = sign.routine, sign.informative
    if routine is None or informative is None:
        raise ValueError(f"{sign.label} is never weighed")
    mean = (1 - share) * routine.mean + share * informative.mean
    within = (1 - share) * routine.sd**2 + share * informative.sd**2
    between = share * (1 - share) * (informative.mean - routine.mean) ** 2
    return mean, (within + between) ** 0.5


def believed(probability: Number, mean: Number, sd: Number) -> tuple[Number, Number, Number]:
    """Return mean, sd and error of a weight that counts only with this probability."""
    error = probability * sd**2
    return probability * mean, (error + probability * (1 - probability) * mean**2) ** 0.5, error**0.5


def usual_share(sign: Sign, context: Context, *, raised_by_candidate: bool, prompt: bool) -> float:
    """Return how far a sign other than praise counts as informative (1) rather than routine (0).

    Parameters
    ----------
    sign : Sign
    context : Context
    raised_by_candidate : bool
        What the candidate brought up is routine.
    prompt : bool
        Whether a prompt reply was found too: a warm reply that is also prompt is worth more.
    """
    if sign.label == "reply.warm":
        return 1.0 if prompt else 0.5
    return 0.0 if raised_by_candidate else informativeness(context)


def _one(
    sign: Sign, found: Evidence, context: Context, *, prompt: bool
) -> tuple[float, float, float, Weight, str]:
    """Return mean, sd, error, row and reason of one piece of evidence."""
    raised, reason = found.raised_by == "candidate", ""
    praise = sign.family == "affirmation"
    if praise:
        share = USUAL_SPECIFICITY if found.specificity is None else found.specificity
        reason = "specific praise" if share >= 0.5 else "general praise"
    else:
        share = usual_share(sign, context, raised_by_candidate=raised, prompt=prompt)
        if sign.label != "reply.warm" and raised:
            reason = "you raised it, so it counts as routine"
        elif sign.label != "reply.warm" and sign.routine != sign.informative:
            reason = _BETWEEN.get(share, "stage or person not known well, so between routine and telling")
    mean, sd = blend(sign, share)
    row = sign.informative if share >= 0.5 else sign.routine
    assert row is not None  # noqa: S101  blend has looked
    mean, sd, rows = modified(sign, mean, sd, context)
    if praise and found.usual is not None:
        mean, sd = mean * (1 - found.usual), sd * (1 - found.usual)
        if found.usual >= 0.5:
            reason = "this interviewer praises most answers"
    told = "; ".join([*([reason] if reason else []), *(row.name for row in rows)])
    return *believed(found.probability, mean, sd), row, told


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence in an order that does not depend on how it was given."""
    given = tuple(evidence)
    if len(given) < 2:
        return given
    return tuple(
        sorted(given, key=lambda found: (found.document or "", found.start, found.model_dump_json()))
    )


def worth(label: str, evidence: Sequence[Evidence], context: Context, *, prompt: bool) -> Worth:
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
    prompt : bool
        Whether a prompt reply was found too: a warm reply that is also prompt is worth more.
    """
    sign = signs()[label]
    each = sorted(
        ((*_one(sign, found, context, prompt=prompt), found) for found in in_order(evidence)),
        key=lambda item: -abs(item[0]),
    )
    best_mean, best_sd, best_error, row, reason, _ = each[0]
    ordered = tuple(item[5] for item in each)
    if sign.family != "affirmation" or len(each) == 1:
        return Worth(sign, best_mean, best_sd, best_error, row, reason, ordered)
    fading = [FADING**place for place in range(len(each))]
    mean = sum(item[0] * share for item, share in zip(each, fading, strict=True))
    sd = sum(item[1] * share for item, share in zip(each, fading, strict=True))
    error = sum(item[2] * share for item, share in zip(each, fading, strict=True))
    return Worth(
        sign, mean, sd, error, row, f"{len(each)} times, each further one counts half; {reason}", ordered
    )
