"""Does learning find what a person is like? Synthetic people whose truth is known.

    python -m validation recovery [--replicates 400] [--to docs/recovery.md]

Each person is learned from as the product learns: `wentwell.learning.learn`, the shipped priors. Their
interviews start from the table, show some signs (whose true worth differs from the shipped one, too) and
have a gut; outcomes are drawn from the truth.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wentwell.catalog import context_rules
from wentwell.interview import Personal
from wentwell.learning import Past, learn
from wentwell.weighing import BAND_Z, expit, logit

Array = NDArray[np.float64]
Generator = np.random.Generator

OUTCOMES = (30, 100, 300)
NEW = 500
"""New interviews of each person, to be forecast after learning."""
SEED = 20_261_130

_STAGES = (("screen", 0.31, 0.50), ("first", 0.42, 0.48), ("second", 0.27, 0.52), ("final", 0.36, 0.45))
_STAGE_SHARES = (0.3, 0.3, 0.25, 0.15)
_SIGNS = tuple(
    (f"sign {place}", mean, sd)
    for place, (mean, sd) in enumerate(
        [(0.6, 0.35), (0.35, 0.3), (0.25, 0.25), (0.2, 0.3), (-0.5, 0.35), (-0.3, 0.3)]
    )
)
_SEEN = 0.3


@dataclass(frozen=True, slots=True)
class Person:
    """What a synthetic person is like."""

    name: str
    intercept: Callable[[Generator], float]
    slope: Callable[[Generator], float]
    gut_mean: float
    gut_sd: float
    """The gut on its log-odds scale: where it lies and how far it swings."""


def _fixed(value: float) -> Callable[[Generator], float]:
    return lambda rng: value


def _drawn(mean: float, sd: float) -> Callable[[Generator], float]:
    return lambda rng: float(rng.normal(mean, sd))


def people() -> tuple[Person, ...]:
    """Return the people of the study; the last is anybody, drawn from the priors."""
    rules = context_rules()
    return (
        Person("self-doubter", _fixed(0.6), _fixed(0.5), -1.3, 0.8),
        Person("over-confident", _fixed(-0.5), _fixed(0.2), 1.4, 0.7),
        Person("noisy", _fixed(0.0), _fixed(0.05), 0.0, 1.3),
        Person(
            "anybody",
            _drawn(0.0, rules.record.intercept_sd),
            _drawn(rules.gut.slope_mean, rules.gut.slope_sd),
            -0.3,
            1.0,
        ),
    )


@dataclass(frozen=True, slots=True)
class World:
    """The truth of one person."""

    intercept: float
    slope: float
    starts: Array
    signs: Array
    gut_mean: float
    gut_sd: float


def world(person: Person, rng: Generator) -> World:
    """Draw the truth of a person; what stages and signs are worth differs from the table by the priors."""
    share = context_rules().record.weight_share
    return World(
        person.intercept(rng),
        person.slope(rng),
        np.array([rng.normal(0, sd) for _, _, sd in _STAGES]),
        np.array([rng.normal(0, share) for _ in _SIGNS]),
        person.gut_mean,
        person.gut_sd,
    )


@dataclass(frozen=True, slots=True)
class Lived:
    """Interviews that a person had."""

    stage: NDArray[np.int64]
    seen: NDArray[np.bool_]
    gut: Array
    came: NDArray[np.bool_]

    @property
    def offset(self) -> Array:
        """Log-odds by the shipped numbers."""
        offset: Array = _STARTS[self.stage] + self.seen @ _MEANS
        return offset


_STARTS = np.array([logit(chance) for _, chance, _ in _STAGES])
_MEANS = np.array([mean for _, mean, _ in _SIGNS])
_SDS = np.array([sd for _, _, sd in _SIGNS])


def live(truth: World, count: int, rng: Generator) -> Lived:
    """Draw interviews and their outcomes."""
    edge = context_rules().gut.most / context_rules().gut.slope_mean
    stage = rng.choice(len(_STAGES), count, p=_STAGE_SHARES)
    seen = rng.random((count, len(_SIGNS))) < _SEEN
    gut = np.clip(rng.normal(truth.gut_mean, truth.gut_sd, count), -edge, edge)
    log_odds = (
        _STARTS[stage]
        + seen @ _MEANS
        + truth.intercept
        + truth.slope * gut
        + truth.starts[stage]
        + seen @ (truth.signs * _SDS)
    )
    came = rng.random(count) < 1 / (1 + np.exp(-log_odds))
    return Lived(stage, seen, gut, came)


def told(lived: Lived) -> list[Past]:
    """Return interviews as learning sees them."""
    offset = lived.offset
    return [
        Past(
            yes=bool(lived.came[row]),
            offset=float(offset[row]),
            gut=expit(float(lived.gut[row])),
            stage=_STAGES[stage][0],  # type: ignore[arg-type]
            start=_STAGES[stage][1],
            start_sd=_STAGES[stage][2],
            signs={_SIGNS[place][0]: _SIGNS[place][2] for place in np.flatnonzero(lived.seen[row])},
        )
        for row, stage in enumerate(lived.stage)
    ]


def log_score(lived: Lived, personal: Personal | None) -> float:
    """Return the mean log score of forecasts with what was learned, or without."""
    if personal is None:
        log_odds = lived.offset + context_rules().gut.slope_mean * lived.gut
    else:
        starts = np.array(
            [personal.starts[name].shift if name in personal.starts else 0.0 for name, _, _ in _STAGES]
        )
        signs = np.array([personal.signs.get(label, 0.0) for label, _, _ in _SIGNS])
        log_odds = (
            lived.offset
            + personal.intercept.mean
            + max(0.0, personal.gut_slope.mean) * lived.gut
            + starts[lived.stage]
            + lived.seen @ (signs * _SDS)
        )
    way = np.where(lived.came, 1.0, -1.0)
    return float(np.logaddexp(0, -way * log_odds).mean())


@dataclass(frozen=True, slots=True)
class Recovered:
    """How well the truth of one kind of person was found from so many outcomes."""

    person: str
    outcomes: int
    replicates: int
    intercept: tuple[float, float, float]
    """Bias, root mean squared error, and share of 80 % ranges that hold the truth."""
    slope: tuple[float, float, float]
    usual: tuple[float, float]
    """Root mean squared error of intercept and slope if nothing is learned."""
    gain: float
    """Mean log score on new interviews without learning less that with it; above 0 learning helps."""
    gain_error: float
    """Its standard error over replicates."""
    better: float
    """Share of replicates in which learning helped."""


def study(person: Person, outcomes: int, replicates: int, seed: int = SEED) -> Recovered:
    """Learn from synthetic people of one kind, many times, and compare with the truth.

    Parameters
    ----------
    person : Person
    outcomes : int
        Known outcomes that each is learned from.
    replicates : int
    seed : int
        Fixes every draw.
    """
    rng = np.random.default_rng([seed, outcomes, sum(map(ord, person.name))])
    usual = context_rules().gut.slope_mean
    errors, ranges, before, gains = [], [], [], []
    for _ in range(replicates):
        truth = world(person, rng)
        personal = learn(told(live(truth, outcomes, rng)))
        if personal is None:
            raise ValueError(f"{outcomes} outcomes are too few to learn from")
        true = np.array([truth.intercept, truth.slope])
        mean = np.array([personal.intercept.mean, personal.gut_slope.mean])
        sd = np.array([personal.intercept.sd, personal.gut_slope.sd])
        errors.append(mean - true)
        ranges.append(np.abs(mean - true) <= BAND_Z * sd)
        before.append(np.array([0.0, usual]) - true)
        ahead = live(truth, NEW, rng)
        gains.append(log_score(ahead, None) - log_score(ahead, personal))
    error, held = np.array(errors), np.array(ranges)
    rmse = np.sqrt((error**2).mean(axis=0))
    unlearned = np.sqrt((np.array(before) ** 2).mean(axis=0))
    gain = np.array(gains)
    return Recovered(
        person.name,
        outcomes,
        replicates,
        (float(error[:, 0].mean()), float(rmse[0]), float(held[:, 0].mean())),
        (float(error[:, 1].mean()), float(rmse[1]), float(held[:, 1].mean())),
        (float(unlearned[0]), float(unlearned[1])),
        float(gain.mean()),
        float(gain.std(ddof=1) / np.sqrt(replicates)),
        float((gain > 0).mean()),
    )


_TOLD = """\
## Recovery: does learning find what a person is like?

`python -m validation recovery` ({replicates} times each): synthetic people whose truth is known are learned
from as the product learns, {replicates} times each (seed {seed}). A self-doubter feels low and does better
than felt (intercept 0.6, slope 0.5, guts around 21 of 100); an over-confident person feels high and does
worse (-0.5, 0.2, around 80 of 100); a noisy one's gut says next to nothing (0, 0.05); "anybody" is drawn from
the priors. For each, what stages and signs are truly worth differs from the table too.

The gain is the log score on {new} new interviews without learning less that with it: above 0, learning helps.
Coverage is that of the 80 % ranges. For "anybody" it must be about 80; for one fixed kind of person it may be
off, as the priors pull each one to the middle. Intercept and slope of somebody whose gut hardly varies can
stand in for each other (and the intercept for the stages): their sum is found sooner than each alone."""
_HEAD = (
    "| person | outcomes | intercept: bias | RMSE (unlearned) | coverage "
    "| slope: bias | RMSE (unlearned) | coverage | gain (s.e.) | helped |"
)


def markdown(found: Sequence[Recovered], replicates: int) -> str:
    """Return the section of results."""
    lines = [_TOLD.format(replicates=replicates, seed=SEED, new=NEW), "", _HEAD, "|---" + "|--:" * 9 + "|"]
    for one in found:
        (a_bias, a_rmse, a_held), (b_bias, b_rmse, b_held) = one.intercept, one.slope
        lines.append(
            f"| {one.person} | {one.outcomes} "
            f"| {a_bias:+.2f} | {a_rmse:.2f} ({one.usual[0]:.2f}) | {a_held:.0%} "
            f"| {b_bias:+.2f} | {b_rmse:.2f} ({one.usual[1]:.2f}) | {b_held:.0%} "
            f"| {one.gain:+.4f} ({one.gain_error:.4f}) | {one.better:.0%} |"
        )
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the study and print or write its section."""
    parser = argparse.ArgumentParser(prog="python -m validation recovery", description=__doc__)
    parser.add_argument("--replicates", type=int, default=400, help="people of each kind and size")
    parser.add_argument("--to", type=Path, help="write the section to this file instead of printing it")
    options = parser.parse_args(argv)
    found = [study(person, count, options.replicates) for person in people() for count in OUTCOMES]
    section = markdown(found, options.replicates)
    if options.to is None:
        print(section)
    else:
        options.to.write_text(section, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
