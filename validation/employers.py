"""How far the base rates of employers lie apart: the spread that one employer's rate has at least.

    python -m validation employers --texts FILE

Shares of offers among retellings by employer, with the stage that the words reach held fast, and the spread
between employers from them (a normal hierarchical model). It puts the table into docs/validation.md; the
number that is used stands in `context.toml`, under `[employers]`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.weights.stages import REACHED, reached

from validation.page import PAGE, table, write_section
from validation.retelling.texts import Retelling, load
from wentwell.catalog import context_rules
from wentwell.interview._base import Noun
from wentwell.weighing import expit, logit

Floats = NDArray[np.float64]

FEWEST = 50
"""Retellings; an employer with fewer is left out."""
_FEWEST_AT_STAGE = 20
SCALES = (0.5, 1.0)
"""Of the spread's half-normal prior, in log-odds: the first is used, the other shows what hangs on it."""
_GRID = np.linspace(0.001, 4.0, 4000)
_TOLD = (0.15, 0.70, 27)
"""Lowest and highest share of offers after an onsite round, among so many firms (reviews, Huyen 2019)."""


class Spread(Noun):
    """The posterior of a standard deviation, in log-odds: median and the middle 80 %."""

    median: float
    low: float
    high: float


def by_employer(rows: Sequence[Retelling], names: Sequence[str], beside: Floats) -> tuple[Floats, Floats]:
    """Return each employer's log-odds of an offer, and the covariance of their errors.

    Logistic regression by Newton's steps; the columns beside are held at their mean.
    """
    outcome = np.array([row.offer for row in rows], float)
    own = np.array([[row.company == name for name in names] for row in rows], float)
    design = np.hstack([own, beside - beside.mean(0)])
    weak = 1e-4 * np.eye(design.shape[1])  # a stage in which nobody was refused must not run away
    found = np.zeros(design.shape[1])
    for _ in range(60):
        mean = 1 / (1 + np.exp(-design @ found))
        information = design.T @ (design * (mean * (1 - mean))[:, None]) + weak
        step = np.linalg.solve(information, design.T @ (outcome - mean) - weak @ found)
        found = found + step
        if float(np.abs(step).max()) < 1e-9:
            break
    count = len(names)
    errors = np.asarray(np.linalg.inv(information), np.float64)
    return found[:count], errors[:count, :count]


def spread(values: Floats, covariance: Floats, scale: float) -> Spread:
    """Return how far the true values lie apart, given estimates of them.

    The values are normal around a common mean that nothing is known of; their standard deviation has a
    half-normal prior, since few employers alone would leave it nearly open.

    Parameters
    ----------
    values, covariance : arrays of shape (n,) and (n, n)
        Estimates in log-odds, and the covariance of their errors.
    scale : float
        Of the half-normal prior.

    References
    ----------
    Gelman 2006, "Prior distributions for variance parameters in hierarchical models"; Roever 2020, bayesmeta.
    """
    variances, axes = np.linalg.eigh(covariance)
    turned, one = axes.T @ values, axes.T @ np.ones(len(values))
    precision = 1 / (
        np.maximum(variances, 0) + _GRID[:, None] ** 2
    )  # a row for each sd, in the axes of the errors
    weight = precision @ one**2
    off = turned - (precision @ (one * turned) / weight)[:, None] * one
    logs = (
        np.log(precision).sum(1) - np.log(weight) - (precision * off**2).sum(1) - (_GRID / scale) ** 2
    ) / 2
    density = np.exp(logs - logs.max())
    below = density.cumsum() / density.sum()
    low, median, high = (float(_GRID[np.searchsorted(below, share)]) for share in (0.1, 0.5, 0.9))
    return Spread(median=median, low=low, high=high)


def of_range(low: float, high: float, count: int) -> float:
    """Return the standard deviation, in log-odds, of so many normal values of such a range (Tippett 1925)."""
    from scipy.integrate import quad
    from scipy.special import ndtr

    expected = quad(lambda x: 1 - ndtr(x) ** count - (1 - ndtr(x)) ** count, -10, 10)[0]
    return (logit(high) - logit(low)) / float(expected)


def _stages(rows: Sequence[Retelling]) -> Floats:
    return np.array([[reached(row.text) == name for name in REACHED[1:]] for row in rows], float)


def _lengths(rows: Sequence[Retelling]) -> Floats:
    logs = np.log([len(row.text.split()) for row in rows])
    logs = logs - logs.mean()
    return np.stack([logs, logs**2], 1)


def _line(name: str, rows: Sequence[Retelling], names: Sequence[str], beside: Floats) -> tuple[str, ...]:
    values, covariance = by_employer(rows, names, beside)
    found, other = (spread(values, covariance, scale) for scale in SCALES)
    return (
        name,
        f"{len(rows):,}",
        str(len(names)),
        f"{100 * expit(float(values.min())):.0f} to {100 * expit(float(values.max())):.0f} %",
        f"{found.median:.2f} ({found.low:.2f} to {found.high:.2f})",
        f"{other.median:.2f} ({other.low:.2f} to {other.high:.2f})",
    )


def _large(rows: Sequence[Retelling], fewest: int) -> tuple[list[Retelling], list[str]]:
    counts = Counter(row.company for row in rows)
    names = sorted(name for name, count in counts.items() if count >= fewest)
    return [row for row in rows if row.company in names], names


def told(every: Sequence[Retelling]) -> str:
    """Return the table in Markdown.

    Raises
    ------
    ValueError
        If there are not two employers with retellings enough.
    """
    rows, names = _large([row for row in every if row.quality == "ok"], FEWEST)
    if len(names) < 2:
        raise ValueError(f"they must tell of two employers or more, {FEWEST} times each or more")
    nothing = np.zeros((len(rows), 0))
    stages = _stages(rows)
    lines = [
        _line("all, the share of offers as it is", rows, names, nothing),
        _line("all, the stage that the words reach held fast", rows, names, stages),
        _line("all, stage and length held fast", rows, names, np.hstack([stages, _lengths(rows)])),
    ]
    for stage in REACHED:
        there, known = _large([row for row in rows if reached(row.text) == stage], _FEWEST_AT_STAGE)
        if len(known) > 1:
            lines.append(
                _line(f"only where the words reach: {stage}", there, known, np.zeros((len(there), 0)))
            )
    padded, more = _large(every, FEWEST)
    if len(padded) > len(rows):
        lines.append(
            _line("rows marked as low in quality too, stage held fast", padded, more, _stages(padded))
        )
    used = context_rules().employers.between
    head = ("retellings", "n", "employers", "offers, lowest to highest")
    low, high, count = _TOLD
    return "\n\n".join(
        [
            "Made by `python -m validation employers --texts NARRATIVES.jsonl`. Spread: standard deviation "
            "between employers of the log-odds of an offer, median and middle 80 % of its posterior, with a "
            f"half-normal prior of scale {SCALES[0]} and, beside it, {SCALES[1]:.0f}.",
            table((*head, *(f"spread, prior {scale:g}" for scale in SCALES)), lines),
            f"{count} technology firms whose reviews tell of offers after an onsite round in {100 * low:.0f} "
            f"to {100 * high:.0f} % (Huyen 2019, Glassdoor): such a range makes a spread of "
            f"{of_range(low, high, count):.2f}. Used: {used.log_odds_sd:.2f}, grade {used.grade}.",
        ]
    )


def main(argv: list[str] | None = None) -> None:
    """Measure, print and keep the table; ends the process with one line where it cannot."""
    parser = argparse.ArgumentParser(
        prog="validation employers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, required=True, help="retellings with outcomes, JSON lines")
    parser.add_argument("--field", default="text_masked", help="which field is read (default: %(default)s)")
    parser.add_argument(
        "--one",
        action="append",
        default=[],
        metavar="WORDS",
        help="employers whose names hold any of these words (a comma between) are one; may be given again",
    )
    parser.add_argument("--page", type=Path, default=PAGE, help="the page (default: %(default)s)")
    arguments = parser.parse_args(argv)
    try:
        rows = [_joined(row, arguments.one) for row in load(arguments.texts, arguments.field)]
        text = told(rows)
    except (OSError, ValueError) as error:
        sys.exit(f"cannot use the retellings: {error}")
    print(text)
    write_section("employers", text, arguments.page)


def _joined(row: Retelling, groups: Sequence[str]) -> Retelling:
    """Return the row with a group's first word for a name, where the name holds one of the group's words."""
    for group in groups:
        words = [one.strip() for one in group.split(",")]
        if any(one in row.company for one in words):
            return row.model_copy(update={"company": words[0]})
    return row


if __name__ == "__main__":
    main()
