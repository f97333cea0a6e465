"""How much oftener a sign is told by those who got an offer: log odds ratios within employers.

One sign at a time: a logistic regression of the offer on the probability that the sign was told, with an
intercept per employer (*plain*), and with the stage reached and how much is told besides (*adjusted*).
Whoever tells more mentions more of everything, and whoever got further has more to tell.

Where somebody labelled a telling, the labels count. Elsewhere the reader's findings do, and it errs: where it
found a sign, the sign counts with its calibrated probability; where it found none, with the chance that it
was missed, from development texts (regression calibration, Carroll et al. 2006, *Measurement Error in
Nonlinear Models*, chapter 4). This assumes that it errs alike in both outcomes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from pydantic import BaseModel, ConfigDict

from training.weights.extract import Telling
from training.weights.stages import REACHED, Reached
from wentwell.catalog import signs

LONG_MINUTES = 30
"""``length.minutes`` is measured as the product weighs it: longer than the old rule says."""
_WIDE = 2.5
"""Sd of the weak prior that keeps a coefficient finite where hardly anybody told the sign."""
_LATE = {"not told": 0.5, "remote": 0.0, "onsite": 1.0, "final": 1.0}
"""How far a stage reached makes a sign one of a late round, by stage."""
_ONSITE_SIGNS = ("intro.tour", "intro.staff", "intro.management")
_USUAL_RECALL, _RECALL_WORTH = 0.75, 8.0
"""Recall of a label with few examples leans on the usual one, as if seen in so many texts."""


class Measure(BaseModel):
    """What the retellings say of one label."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    offers: float
    """Expected number of tellings with an offer that tell the sign."""
    refusals: float
    share: float
    """Share of all tellings that tell it."""
    late: float
    """Share of those that reached an onsite or final round; half of those that do not say."""
    specific: float | None
    """Praise: mean specificity of the words."""
    recall: float
    plain: float
    plain_se: float
    adjusted: float
    adjusted_se: float
    uncorrected: float
    """Adjusted, with the reader taken at its word."""


def regress(x: np.ndarray, fixed: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Return coefficient and standard error of ``x`` in a logistic regression with fixed columns.

    Parameters
    ----------
    x : array of shape (n,)
    fixed : array of shape (n, k)
        Intercepts of strata and covariates.
    y : array of shape (n,)
        0 or 1.
    """
    design = np.column_stack([x, fixed])
    weak = np.full(design.shape[1], 1e-6)
    weak[0] = 1 / _WIDE**2
    beta = np.zeros(design.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-design @ beta))
        information = design.T @ (design * (p * (1 - p))[:, None]) + np.diag(weak)
        step = np.linalg.solve(information, design.T @ (y - p) - weak * beta)
        beta += step / max(1.0, np.abs(step).max() / 2)
        if np.abs(step).max() < 1e-9:
            break
    return float(beta[0]), float(np.sqrt(np.linalg.inv(information)[0, 0]))


def _mean(weighed: Sequence[tuple[float, float]]) -> float | None:
    """Return the weighted mean of (weight, value) pairs, if there is any weight."""
    total = sum(weight for weight, _ in weighed)
    return float(sum(weight * value for weight, value in weighed) / total) if total > 0 else None


def told(telling: Telling, label: str) -> float:
    """Return the probability that a telling tells a sign, as the reader found it."""
    if label == "length.minutes" and (telling.minutes is None or telling.minutes <= LONG_MINUTES):
        return 0.0
    return telling.signs.get(label, 0.0)


def furthest(telling: Telling) -> Reached:
    """Return the stage reached; who was shown around or introduced was there, whatever the words name."""
    there = max(telling.signs.get(label, 0.0) for label in _ONSITE_SIGNS) >= 0.5
    return "onsite" if there and telling.reached in ("not told", "remote") else telling.reached


def covariates(tellings: Sequence[Telling]) -> tuple[np.ndarray, np.ndarray]:
    """Return the intercepts of employers, and the columns of stage reached and of how much is told."""
    employers = sorted({one.employer for one in tellings})
    strata = np.array([[one.employer == name for name in employers] for one in tellings], dtype=float)
    stage = np.array([[furthest(one) == name for name in REACHED[1:]] for one in tellings], dtype=float)
    length = np.log([max(one.words, 1) for one in tellings])
    length -= length.mean()
    return strata, np.column_stack([stage, length, length**2])


def missed(share: float, found: float, recall: float) -> float:
    """Return the chance that a sign was told although the reader found none.

    Parameters
    ----------
    share : float
        Share of tellings in which it was found and is really there: found, weighed by its probability.
    found : float
        Share of tellings in which it was found.
    recall : float
        Share of tellings with the sign in which the reader finds it.
    """
    return min(0.5, max(0.0, (share / recall - share) / (1 - found))) if found < 1 else 0.0


def recalls(tellings: Sequence[Telling], labelled: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """Return the reader's recall by label on tellings that somebody labelled and it was not trained on."""
    seen = [one for one in tellings if one.id in labelled]
    found = {}
    for label in signs():
        there = [one for one in seen if label in labelled[one.id]]
        hit = sum(label in one.signs for one in there)
        found[label] = (hit + _USUAL_RECALL * _RECALL_WORTH) / (len(there) + _RECALL_WORTH)
    return found


def with_labels(tellings: Sequence[Telling], labelled: Mapping[str, frozenset[str]]) -> list[Telling]:
    """Put labels in place of the reader's findings, where there are any."""
    return [
        one.model_copy(update={"signs": dict.fromkeys(sorted(labelled[one.id]), 1.0)})
        if one.id in labelled
        else one
        for one in tellings
    ]


def measure(
    tellings: Sequence[Telling], recall: Mapping[str, float] | None = None, sure: Collection[str] = ()
) -> list[Measure]:
    """Measure every sign that is told at all.

    Parameters
    ----------
    tellings : sequence of Telling
    recall : mapping of str to float, optional
        The reader's recall by label; without it a sign not found counts as not told.
    sure : collection of str
        Tellings (by their id) whose signs are labels, not findings: nothing is missed in them.
    """
    y = np.array([one.offer for one in tellings], dtype=float)
    strata, more = covariates(tellings)
    read = np.array([one.id not in sure for one in tellings])
    late = np.array([_LATE[furthest(one)] for one in tellings])
    found = []
    for label in signs():
        raw = np.array([told(one, label) for one in tellings])
        if raw.sum() < 1:
            continue
        known = (recall or {}).get(label, 1.0)
        some = raw[read]
        overlooked = missed(float(some.mean()), float((some > 0).mean()), known) if read.any() else 0.0
        x = np.where((raw > 0) | ~read, raw, overlooked)
        plain, plain_se = regress(x, strata, y)
        both = np.column_stack([strata, more])
        adjusted, adjusted_se = regress(x, both, y)
        specific = [
            (p, one.specificity[label])
            for p, one in zip(raw, tellings, strict=True)
            if label in one.specificity
        ]
        found.append(
            Measure(
                label=label,
                offers=float(raw @ y),
                refusals=float(raw @ (1 - y)),
                share=float(x.mean()),
                late=float(raw @ late / raw.sum()),
                specific=_mean(specific),
                recall=known,
                plain=plain,
                plain_se=plain_se,
                adjusted=adjusted,
                adjusted_se=adjusted_se,
                uncorrected=regress(raw, both, y)[0],
            )
        )
    return found


def agreement(
    tellings: Sequence[Telling],
    labelled: Mapping[str, frozenset[str]],
    recall: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Compare what the reader's findings and somebody's labels say of the same tellings.

    Returns
    -------
    dict
        ``tellings`` compared, ``labels`` compared (told in 30 or more), ``correlation`` and
        ``mean_difference`` of the adjusted log odds ratios (reader less labels).
    """
    seen = [one for one in tellings if one.id in labelled]
    ours = {one.label: one for one in measure(seen, recall)}
    theirs = {one.label: one for one in measure(with_labels(seen, labelled), None, labelled)}
    both = [
        (ours[label].adjusted, row.adjusted)
        for label, row in theirs.items()
        if label in ours and row.offers + row.refusals >= 30 and signs()[label].kind != "leak"
    ]
    a, b = np.array(both).T
    return {
        "tellings": len(seen),
        "labels": len(both),
        "correlation": float(np.corrcoef(a, b)[0, 1]),
        "mean_difference": float((a - b).mean()),
    }
