"""Simulation-based calibration: worlds from the priors, and whether the bands hold what they say.

Talts et al. 2018, "Validating Bayesian inference algorithms with simulation-based calibration".
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from validation.page import table, write_section
from validation.worlds import CONTEXTS, Interviews, draw
from wentwell import Chances, weigh_many
from wentwell.catalog import signs

Floats = NDArray[np.float64]
BINS = 20
MENTIONED = 0.5
"""Share of the signs that somebody writes down, in notes."""


@dataclass(frozen=True)
class Held:
    """How a way of asking fares."""

    name: str
    count: int
    inside: float
    """Share of true chances within the 80 % band."""
    below: float
    """Share of true chances below the band."""
    ranks: Floats
    """Share of true chances in each of twenty equal parts of what was foretold."""
    p_value: float
    off: float
    """Mean of true less shown log-odds."""
    spread: float
    """Standard deviation of that, over the mean standard deviation that the weighing names."""
    width: float
    """Mean width of the band, in points."""
    slope: float
    """Calibration slope of outcomes on the chances shown; 1 is right, below 1 too bold."""
    deciles: list[tuple[float, float, int]]
    """Mean chance shown, share that went on, and number, by decile of the chance."""


def ways(count: int, rng: np.random.Generator) -> list[Held]:
    """Return how the same way of weighing fares when interviews are told in different ways."""
    results = []
    for name, mentioned in (
        ("nothing", 0.0),
        ("notes, half of the signs", MENTIONED),
        ("debrief, every sign asked", 1.0),
    ):
        worlds = draw(count, rng, mentioned=mentioned)
        given: dict[str, Any] = {
            "probability": np.where(worlds.told, 1.0, np.nan),
            "contexts": CONTEXTS,
            "context": worlds.context,
            "labels": worlds.labels,
            "looked_for": dict.fromkeys(worlds.labels, 1.0) if mentioned == 1 else {},
        }
        results.append(held(name, weigh_many(**given), worlds, worlds.log_odds))
        with_gut = worlds.log_odds + worlds.gut_log_odds
        results.append(held(f"{name}, and the gut", weigh_many(**given, gut=worlds.gut), worlds, with_gut))
    return results


def held(name: str, chances: Chances, worlds: Interviews, log_odds: Floats) -> Held:
    """Compare what was said with what is true."""
    from scipy.special import expit, ndtr
    from scipy.stats import chisquare

    count, true = len(log_odds), expit(log_odds)
    error = log_odds - chances.log_odds
    place = ndtr(error / chances.sd)
    counts = np.histogram(place, bins=BINS, range=(0, 1))[0]
    below = float(np.mean(true < chances.low))
    above = float(np.mean(true > chances.high))
    order = np.array_split(np.argsort(chances.probability, kind="stable"), 10)
    deciles = [
        (float(chances.probability[rows].mean()), float(worlds.outcome[rows].mean()), len(rows))
        for rows in order
    ]
    return Held(
        name=name,
        count=count,
        inside=1 - below - above,
        below=below,
        ranks=counts / count,
        p_value=float(chisquare(counts).pvalue),
        off=float(error.mean()),
        spread=float(error.std() / np.mean(chances.sd)),
        width=100 * float(np.mean(chances.high - chances.low)),
        slope=calibration_slope(chances.log_odds, worlds.outcome),
        deciles=deciles,
    )


def calibration_slope(log_odds: Floats, outcome: NDArray[np.bool_]) -> float:
    """Return the slope of a logistic regression of outcomes on log-odds (Newton's method)."""
    design = np.stack([np.ones_like(log_odds), log_odds], axis=1)
    at = np.array([0.0, 1.0])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-design @ at))
        information = (design * (chance * (1 - chance))[:, None]).T @ design
        at = at + np.linalg.solve(information, design.T @ (outcome - chance))
    return float(at[1])


def prove(count: int, seed: int) -> list[Held]:
    """Draw worlds and return how each way of telling fares."""
    return ways(count, np.random.default_rng(seed))


def told(results: list[Held], seed: int) -> str:
    """Write the results as Markdown."""
    parts = [
        f"{results[0].count:,} worlds, {sum(sign.where == 'talk' for sign in signs().values())} signs of the "
        f"talk, seed {seed}. Made by `python -m validation sbc`.",
        table(
            ("told how", "in the band", "below", "above", "off", "spread", "width", "slope", "ranks even (p)"),
            (
                (
                    one.name,
                    f"{one.inside:.1%}",
                    f"{one.below:.1%}",
                    f"{1 - one.inside - one.below:.1%}",
                    f"{one.off:+.2f}",
                    f"{one.spread:.2f}",
                    f"{one.width:.0f}",
                    f"{one.slope:.2f}",
                    f"{one.p_value:.2g}",
                )
                for one in results
            ),
        ),
        "Outcomes by tenth of the chance shown (shown, and how many in 100 went on):",
        table(
            ("told how", *(str(n) for n in range(1, 11))),
            (
                (one.name, *(f"{100 * shown:.0f}: {100 * real:.0f}" for shown, real, _ in one.deciles))
                for one in results
            ),
        ),
        "Where the true chance lies in what was foretold, in tenths from lowest to highest (10 each is even):",
        table(
            ("told how", *(str(n) for n in range(1, 11))),
            (
                (one.name, *(f"{100 * share:.1f}" for share in one.ranks.reshape(10, -1).sum(axis=1)))
                for one in results
            ),
        ),
    ]
    return "\n\n".join(parts)


def main(arguments: list[str]) -> None:
    """Run it and keep the output in docs/validation.md."""
    parser = argparse.ArgumentParser(prog="python -m validation sbc", description=__doc__)
    parser.add_argument("--worlds", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20_261_130)
    wanted = parser.parse_args(arguments)
    text = told(prove(wanted.worlds, wanted.seed), wanted.seed)
    write_section("sbc", text)
    print(text)
