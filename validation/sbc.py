"""Simulation-based calibration: worlds from the priors, and whether the bands hold what they say.

Talts et al. 2018, "Validating Bayesian inference algorithms with simulation-based calibration".
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from validation.page import table, write_section
from validation.worlds import CONTEXTS, Interviews, draw, talk_signs
from wentwell import Chances, Evidence, weigh, weigh_many
from wentwell.catalog import context_rules

Floats = NDArray[np.float64]
BINS = 20
_DAY = date(2026, 3, 2)


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
        ("notes, half of the signs", context_rules().notes.mentioned),
        ("debrief, every sign asked", 1.0),
    ):
        worlds = draw(count, rng, mentioned=mentioned)
        given = _given(worlds, mentioned)
        results.append(held(name, weigh_many(**given), worlds.outcome, worlds.log_odds))
        with_gut = worlds.log_odds + worlds.gut_log_odds
        results.append(
            held(f"{name}, and the gut", weigh_many(**given, gut=worlds.gut), worlds.outcome, with_gut)
        )
    return results


def otherwise(count: int, rng: np.random.Generator) -> list[Held]:
    """Return how it fares in worlds that are otherwise than the weighing thinks.

    Notes that mention fewer or more of the signs than half, and signs that repeat one another less or more.
    """
    half = context_rules().notes.mentioned
    results = []
    for name, mentioned, rho in (
        ("notes, 3 signs in 10", 0.3, None),
        ("notes, 7 signs in 10", 0.7, None),
        ("notes, correlation .3", half, 0.3),
        ("notes, correlation .7", half, 0.7),
        ("debrief, correlation .3", 1.0, 0.3),
        ("debrief, correlation .7", 1.0, 0.7),
    ):
        worlds = draw(count, rng, mentioned=mentioned, rho=rho)
        given = _given(worlds, half if mentioned < 1 else 1.0)
        results.append(held(name, weigh_many(**given), worlds.outcome, worlds.log_odds))
    return results


def _given(worlds: Interviews, mentioned: float) -> dict[str, Any]:
    """Return what is weighed: signs told, and what is thought of the others."""
    return {
        "probability": np.where(worlds.told, 1.0, np.nan),
        "contexts": CONTEXTS,
        "context": worlds.context,
        "labels": worlds.labels,
        "looked_for": dict.fromkeys(worlds.labels, 1.0) if mentioned == 1 else {},
        "mentioned": mentioned if mentioned < 1 else 0.0,
    }


def own(count: int, rng: np.random.Generator) -> Held:
    """Return how the bands fare in worlds in which the sum is right: its parts are drawn, and added up.

    Every part is drawn from its own mean and sd; a sign that is there with probability p counts in that
    share of the worlds only; what nobody looked for is drawn too. So this proves the arithmetic of the
    band (the normal in place of the mixture, the sum of variances, the limits), not the rules.
    """
    answers, true = [], []
    for number in rng.integers(0, len(CONTEXTS), count):
        context = CONTEXTS[number].model_copy(update={"interview_date": _DAY})
        told = [
            Evidence(label=sign.label, quote="said", start=0, end=4, probability=float(rng.uniform(0.3, 1.0)))
            for sign in talk_signs(context)
            if sign.prevalence and rng.random() < 0.6 * sign.prevalence
        ]
        looked_for = {sign.label: 0.8 for sign in talk_signs(context)} if rng.random() < 0.5 else {}
        days = timedelta(days=int(rng.integers(0, 20)))
        answer = weigh(told, context, float(rng.uniform(0.05, 0.95)), _DAY + days, looked_for=looked_for)
        chances = {found.label: found.probability for found in told}
        drawn, known = 0.0, 0.0
        for part in answer.contributions:
            p = chances.get(part.label, 1.0) if part.kind == "sign" else 1.0
            mean = part.log_odds / p
            sd = max(0.0, (part.sd**2 - p * (1 - p) * mean**2) / p) ** 0.5
            drawn += rng.normal(mean, sd) if rng.random() < p else 0.0
            known += part.sd**2
        true.append(drawn + rng.normal(0, max(0.0, answer.sd**2 - known) ** 0.5))
        answers.append(answer)
    fields = ("log_odds", "sd", "probability", "low", "high")
    chances_said = Chances(*(np.array([getattr(one, field) for one in answers]) for field in fields))
    log_odds = np.array(true)
    outcome = rng.random(count) < 1 / (1 + np.exp(-log_odds))
    return held("the sum itself", chances_said, outcome, log_odds)


def held(name: str, chances: Chances, outcome: NDArray[np.bool_], log_odds: Floats) -> Held:
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
        (float(chances.probability[rows].mean()), float(outcome[rows].mean()), len(rows)) for rows in order
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
        slope=calibration_slope(chances.log_odds, outcome),
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


def prove(count: int, one_by_one: int, seed: int) -> tuple[list[Held], list[Held]]:
    """Draw worlds and return how each way of telling fares; the sum itself is proved one by one.

    Beside these, worlds that are otherwise than the weighing thinks.
    """
    rng = np.random.default_rng(seed)
    return [own(one_by_one, rng), *ways(count, rng)], otherwise(count, rng)


def told(results: list[Held], others: list[Held], seed: int) -> str:
    """Write the results as Markdown."""
    parts = [
        f"{results[1].count:,} worlds ({results[0].count:,} for the sum itself), seed {seed}. "
        "Made by `python -m validation sbc`.",
        table(
            (
                "told how",
                "in the band",
                "below",
                "above",
                "off",
                "spread",
                "width",
                "slope",
                "ranks even (p)",
            ),
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
                for one in (*results, *others)
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
        "Where the true chance lies in what was foretold, by tenths from the lowest (10 each is even):",
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
    parser.add_argument("--one-by-one", type=int, default=5_000, help="worlds for the sum itself")
    parser.add_argument("--seed", type=int, default=20_261_130)
    wanted = parser.parse_args(arguments)
    text = told(*prove(wanted.worlds, wanted.one_by_one, wanted.seed), wanted.seed)
    write_section("sbc", text)
    print(text)
