"""Where the shipped chance goes wrong in retellings: by sign, and by what was taken as the outcome."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from validation.retelling.measures import auc, log_score
from validation.retelling.read import Readings
from validation.retelling.texts import Retelling
from wentwell import Assessment, Context, Document, weigh
from wentwell._assess import _mentioned
from wentwell.interview._base import Noun

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Measured(Noun):
    """One sign: what it is weighed as, and how it went with the outcome in retellings."""

    label: str
    told: int
    """Retellings in which it was told."""
    offers: float
    """Share of offers among them."""
    log_odds_ratio: float | None
    """Within employers (Mantel & Haenszel 1959); not there where it cannot be told."""
    se: float | None
    """Robins, Breslow & Greenland 1986."""
    weighed: float
    """Mean of what it moved, in log-odds, where it was weighed; 0 where it never was."""
    auc_without: float
    """AUC of the open cases when its part is taken out, minus the AUC with it."""
    loss_without: float
    """The same for the log score (nats): below 0, the chance is better without it."""

    @property
    def verdict(self) -> str:
        """Whether data and weight point the same way."""
        if self.log_odds_ratio is None or self.se is None or abs(self.log_odds_ratio) < 1.96 * self.se:
            return "not told apart"
        if abs(self.weighed) < 0.005:
            return "not weighed"
        return "same way" if self.log_odds_ratio * self.weighed > 0 else "the other way"


def assess(rows: Sequence[Retelling], readings: Readings, base: float, *, silence: bool) -> list[Assessment]:
    """Weigh each retelling as notes, with the set's share of offers as the only circumstance.

    Parameters
    ----------
    rows, readings : sequence of Retelling, Readings
        Of the same retellings.
    base : float
        The share of offers.
    silence : bool
        Whether what the notes do not mention counts, as it does in the product.
    """

    def mentioned(row: Retelling) -> float:
        return _mentioned([Document.from_text(row.text, kind="notes")]) if silence else 0.0

    context = Context(base_rate=base)
    return [
        weigh(one.evidence, context, mentioned=mentioned(row))
        for row, one in zip(rows, readings.each, strict=True)
    ]


def mantel_haenszel(told: Bools, offers: Bools, groups: Sequence[str]) -> tuple[float | None, float | None]:
    """Return the log odds ratio of offer where told against not told, within groups, and its standard error.

    ``(None, None)`` where it cannot be told.

    References
    ----------
    Mantel & Haenszel 1959; the variance by Robins, Breslow & Greenland 1986.
    """
    names = np.asarray(groups)
    r = s = pr = ps_qr = qs = 0.0
    for name in sorted(set(groups)):
        here = names == name
        n = float(here.sum())
        a = float((told & offers & here).sum())
        b = float((told & ~offers & here).sum())
        c = float((~told & offers & here).sum())
        d = n - a - b - c
        p, q = (a + d) / n, (b + c) / n
        ri, si = a * d / n, b * c / n
        r, s = r + ri, s + si
        pr, ps_qr, qs = pr + p * ri, ps_qr + p * si + q * ri, qs + q * si
    if not r or not s:
        return None, None
    return log(r / s), sqrt(pr / (2 * r * r) + ps_qr / (2 * r * s) + qs / (2 * s * s))


def measured(
    readings: Readings, assessments: Sequence[Assessment], offers: Bools, groups: Sequence[str]
) -> list[Measured]:
    """Return every sign, those told most often first."""
    found = []
    is_open = np.array([one.status == "open" for one in assessments])
    log_odds = np.array([one.log_odds for one in assessments])
    parts = {label: np.zeros(len(assessments)) for label in (*readings.labels, "gut")}
    for row, one in enumerate(assessments):
        for share in one.contributions:
            if share.label in parts:
                parts[share.label][row] += share.log_odds
    before = _scores(log_odds[is_open], offers[is_open])
    for label in readings.labels:
        told = np.array([any(item.label == label for item in one.evidence) for one in readings.each])
        ratio, se = mantel_haenszel(told, offers, groups)
        part = parts["gut"] * told if label.startswith("gut.") else parts[label]
        moved = part[told & is_open]
        after = _scores((log_odds - part)[is_open], offers[is_open])
        found.append(
            Measured(
                label=label,
                told=int(told.sum()),
                offers=float(offers[told].mean()) if told.any() else 0.0,
                log_odds_ratio=ratio,
                se=se,
                weighed=float(moved.mean()) if len(moved) else 0.0,
                auc_without=after[0] - before[0],
                loss_without=after[1] - before[1],
            )
        )
    return sorted(found, key=lambda one: (-one.told, one.label))


def _scores(log_odds: Floats, offers: Bools) -> tuple[float, float]:
    chances = np.array([1 / (1 + exp(-value)) for value in log_odds.tolist()])
    return auc(chances, offers), log_score(chances, offers)


class Status(Noun):
    """Retellings by what the shipped reader took the words to say of the outcome."""

    status: str
    n: int
    offers: float
    chance: float
    """Mean of the chances given."""


def by_status(assessments: Sequence[Assessment], offers: Bools) -> list[Status]:
    """Return the groups ``open``, ``advanced``, ``offer`` and ``refused``, as far as they occur."""
    found = []
    for status in ("open", "advanced", "offer", "refused"):
        here = np.array([one.status == status for one in assessments])
        if here.any():
            chance = float(np.mean([one.probability for one in assessments if one.status == status]))
            found.append(
                Status(status=status, n=int(here.sum()), offers=float(offers[here].mean()), chance=chance)
            )
    return found
