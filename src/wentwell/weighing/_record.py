"""What a person's own outcomes add to the sum."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

from wentwell.interview import Context, Contribution, Personal, Stage
from wentwell.weighing._gut import stated_log_odds

_MATTERS = 0.05
"""Below this many log-odds a lean is not worth a word."""


def table_stage(context: Context) -> Stage | None:
    """Return the stage whose row of the table the chance starts from.

    ``None`` if the stage is not known, or the start is not the table's: the user set it, or the number of
    finalists did.
    """
    by_finalists = context.finalists is not None and context.stage in ("second", "final", "single")
    return None if context.base_rate is not None or by_finalists else context.stage


def own_record(
    personal: Personal, context: Context, parts: Sequence[Contribution], gut: float | None
) -> Contribution:
    """Return what a person's record adds: the intercept, the stage's own start, and moved weights.

    Its variance is what the record leaves open beyond the spread that the start has already, so that the
    band never gets narrower than employers differ.

    Parameters
    ----------
    personal : Personal
    context : Context
    parts : sequence of Contribution
        All other parts: moved weights are told in units of each sign's own standard deviation.
    gut : float, optional
        The chance that the candidate named.
    """
    stage = table_stage(context)
    start = personal.starts.get(stage) if stage else None
    signs = fsum(personal.signs.get(part.label, 0.0) * part.sd for part in parts if part.kind == "sign")
    base = fsum(part.sd**2 for part in parts if part.kind == "base")
    lean = personal.intercept.mean + (start.shift if start else 0.0)
    stated = 0.0 if gut is None else stated_log_odds(gut)
    known = start.sd**2 if start else personal.intercept.sd**2 + base
    with_gut = start.with_gut if start else personal.with_gut
    return Contribution(
        kind="record",
        label="record",
        name="Your record",
        log_odds=lean + signs,
        sd=sqrt(max(0.0, known - base + 2 * stated * with_gut)),
        source=f"your own {personal.outcomes} outcomes; see wentwell calibration",
        reason=_reason(lean, signs),
    )


def _reason(lean: float, signs: float) -> str:
    if abs(lean) < _MATTERS:
        told = "so far it goes for you as it does for most"
    elif lean > 0:
        told = "so far it went better for you than the rest of this would say"
    else:
        told = "so far more was needed in your case than the rest of this would say"
    return told if abs(signs) < _MATTERS else f"{told}; what some signs are worth is moved a little"
