"""The results as ``weights.toml``, which the catalog loads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict

from training.weights.fit import ANCHOR, KINDS, Fit, Row
from training.weights.kinds import told_as
from training.weights.measure import Measure
from wentwell.catalog import Elicited, Learned, LearnedWeights, Measured, Sign, Weight, elicited_signs
from wentwell.catalog import Fit as FitRow

LEAST = 0.01
"""Least that a sign is worth, in log-odds: so that it always has a side."""
TAUGHT = 0.2
"""From this share of the prior's variance on, a weight counts as measured indirectly (grade B)."""
HEAD = """# What the signs are worth, learned. Made by `python -m training.weights all`, not by hand.
# Priors come from signs.toml; how this is made: training/weights/README.md.
#
# measured: log odds ratio of an offer within employers, alone (plain) and with the stage reached and how much
# is told held fast. bias: what of it the model takes for the way such things are retold afterwards.
# routine, informative: the weights that are used. Rows for absence stay as elicited in signs.toml.
"""


class Measures(BaseModel):
    """Everything that `measure` keeps."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tellings: int
    offers: int
    employers: int
    left_out: tuple[int, ...]
    reader: str
    measures: tuple[Measure, ...]
    labelled: int
    """Tellings in which labels were taken, not the reader's findings."""
    agreement: dict[str, float]
    """How far somebody's labels of the same tellings agree."""


def in_order(side: float, routine: float, informative: float) -> tuple[float, float]:
    """Hold two means to their meaning: on the sign's side by a hundredth, and routine not above informative.

    Parameters
    ----------
    side : float
        +1 for a sign for, -1 for a sign against.
    routine, informative : float
        Means in log-odds.
    """
    most = max(LEAST, side * informative)
    return side * min(max(LEAST, side * routine), most), side * most


def weight(prior: Elicited, mean: float, sd: float, told: int) -> Weight:
    """Return the weight that is used, with its prior beside it."""
    result = Weight(mean=round(mean, 2) + 0.0, sd=round(sd, 2), grade="C", source="...", prior=prior)
    taught = result.learned >= TAUGHT
    return result.model_copy(
        update={
            "grade": "B" if taught and prior.grade == "C" else prior.grade,
            "source": f"{prior.source}; and {told:,} retellings with outcome",
        }
    )


def learned(measures: Measures, fit: Fit, others: Sequence[Fit]) -> LearnedWeights:
    """Put measures and posterior into the form that the catalog loads."""
    by_label = {one.label: one for one in measures.measures}
    signs = tuple(
        _sign(elicited_signs()[label], by_label[label], row)
        for label, row in fit.rows.items()
        if label != ANCHOR
    )
    told = measures.agreement
    return LearnedWeights(
        fit=FitRow.model_validate({
            "tellings": measures.tellings,
            "offers": measures.offers,
            "employers": measures.employers,
            "left_out": measures.left_out,
            "reader": measures.reader,
            "worst_r_hat": round(fit.worst_r_hat, 3),
            "least_ess": int(fit.least_ess),
            "divergences": fit.divergences,
            "bias": [
                {
                    "told_as": kind,
                    "mean": round(fit.mu[kind][0], 2),
                    "mean_sd": round(fit.mu[kind][1], 2),
                    "spread": round(fit.spread[kind][0], 2),
                    "spread_sd": round(fit.spread[kind][1], 2),
                }
                for kind in KINDS
            ],
            "sensitivity": [_sensitivity(fit, other) for other in others],
            "labelled": measures.labelled,
            "compared": int(told["tellings"]),
            "labelled_correlation": round(told["correlation"], 2),
            "labelled_difference": round(told["mean_difference"], 2),
        }),
        sign=signs,
    )  # fmt: skip


def _sign(sign: Sign, measure: Measure, row: Row) -> Learned:
    if sign.routine is None or sign.informative is None:
        raise ValueError(f"{sign.label} is never weighed")
    side = float(np.sign(sign.informative.mean))
    means = in_order(side, row.routine[0], row.informative[0])
    count = round(measure.offers + measure.refusals)
    return Learned(
        label=sign.label,
        measured=Measured(
            told_as=told_as(sign.label),
            offers=round(measure.offers),
            refusals=round(measure.refusals),
            plain=round(measure.plain, 2),
            plain_se=round(measure.plain_se, 2),
            log_odds_ratio=round(measure.adjusted, 2),
            se=round(measure.adjusted_se, 2),
            late=round(measure.late if measure.specific is None else measure.specific, 2),
            bias=round(row.bias[0], 2),
            bias_sd=round(row.bias[1], 2),
        ),
        routine=weight(sign.routine.elicited, means[0], row.routine[1], count),
        informative=weight(sign.informative.elicited, means[1], row.informative[1], count),
    )


def _sensitivity(used: Fit, other: Fit) -> dict[str, object]:
    moves = {
        label: max(
            abs(row.routine[0] - other.rows[label].routine[0]),
            abs(row.informative[0] - other.rows[label].informative[0]),
        )
        for label, row in used.rows.items()
        if label != ANCHOR
    }
    largest = max(moves, key=lambda label: moves[label])
    return {
        "bias_prior": other.bias_prior,
        "mean_move": round(float(np.mean(list(moves.values()))), 3),
        "largest_move": round(moves[largest], 2),
        "largest": largest,
    }


def as_toml(weights: LearnedWeights) -> str:
    """Return the file's text: short lines, one form a line."""
    fit = weights.fit.model_dump(exclude_none=True)
    lines = [HEAD, "[fit]"]
    lines += [f"{name} = {_value(value)}" for name, value in fit.items() if not _is_rows(value)]
    for name in ("bias", "sensitivity"):
        lines += [f"{name} = [", *(f"  {_value(row)}," for row in fit[name]), "]"]
    for sign in weights.sign:
        lines += ["", "[[sign]]", f"label = {_value(sign.label)}"]
        for name in ("measured", "routine", "informative"):
            part: Measured | Weight = getattr(sign, name)
            lines.append(f"{name} = {_value(part.model_dump(exclude_none=True))}")
    return "\n".join(lines) + "\n"


def _is_rows(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], dict)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_value(one)}" for name, one in value.items()) + " }"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def write(weights: LearnedWeights, path: Path) -> None:
    """Write the file; it appears whole or not at all."""
    half = path.with_suffix(".half")
    half.write_text(as_toml(weights), encoding="utf-8")
    half.replace(path)
