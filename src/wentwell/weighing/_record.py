"""What a person's own outcomes add to the sum."""

from __future__ import annotations

from collections.abc import Iterable
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
    personal: Personal,
    context: Context,
    *,
    gut: float | None,
    start_sd: float,
    signs: Iterable[tuple[str, float]],
) -> Contribution:
    """Return what a person's record adds: the intercept, the stage's own start, and moved weights.

    Its variance is what the record leaves open beyond the spread that the start has already, so that the
    band never gets narrower than employers differ.

    Parameters
    ----------
    personal : Personal
    context : Context
    gut : float, optional
        The chance that the candidate named.
    start_sd : float
        Standard deviation of the start, in log-odds.
    signs : iterable of (str, float)
        Label and standard deviation, after every discount, of each sign seen: weights move in these units.
    """
    stage = table_stage(context)
    start = personal.starts.get(stage) if stage else None
    moved = fsum(personal.signs.get(label, 0.0) * sd for label, sd in signs)
    base = start_sd**2
    lean = personal.intercept.mean + (start.shift if start else 0.0)
    stated = 0.0 if gut is None else stated_log_odds(gut)
    known = start.sd**2 if start else personal.intercept.sd**2 + base
    with_gut = start.with_gut if start else personal.with_gut
    return Contribution(
        kind="record",
        label="record",
        name="Your record",
        log_odds=lean + moved,
        sd=sqrt(max(0.0, known - base + 2 * stated * with_gut)),
        source=f"your own {personal.outcomes} outcomes; see wentwell calibration",
        reason=_reason(lean, moved),
    )


def _reason(lean: float, moved: float) -> str:
    if abs(lean) < _MATTERS:
        told = "so far it goes for you as it does for most"
    elif lean > 0:
        told = "so far it went better for you than the rest of this would say"
    else:
        told = "so far more was needed in your case than the rest of this would say"
    return told if abs(moved) < _MATTERS else f"{told}; what some signs are worth is moved a little"
