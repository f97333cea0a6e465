"""Whether the band of the pace of a search holds the true chance, in made-up searches."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from validation.page import table, write_section
from wentwell.catalog import context_rules
from wentwell.interview import Context, Employer, Stage
from wentwell.pacing import Running, pace
from wentwell.pacing._draws import GAP_DAYS, GAP_LOG_SD, GAP_SIGMA, MARKET_SD
from wentwell.weighing import next_round, reply_times, silent_since, waited, weigh

Floats = NDArray[np.float64]
TODAY = date(2026, 3, 2)
WEEKS = (4, 8, 12)
STAGES: tuple[Stage, ...] = ("screen", "first", "second", "final")
EMPLOYERS: tuple[Employer | None, ...] = (None, "startup", "large")
_MOST_WAITED = 42
_PARTICLES = 3000
_EVIDENCE_SD = 0.5
"""How far the signs move the chances here, in log-odds."""


@dataclass(frozen=True)
class World:
    """How a world differs from what the pace takes for granted."""

    name: str
    person_sd: float | None = None
    """How far people differ; ``None``: as it takes for granted."""
    independent: bool = False
    """Nothing is shared: each chance errs by itself."""
    slower: float = 1.0
    """Replies take so many times as long."""
    ahead: float = 0.0
    """What is added to the log-odds of every round still ahead."""


WORLDS = (
    World("as taken for granted"),
    World("people differ more (sd 0.8)", person_sd=0.8),
    World("people differ less (sd 0.3)", person_sd=0.3),
    World("every chance errs by itself", independent=True),
    World("replies twice as slow", slower=2.0),
    World("further rounds harder (-0.34)", ahead=-0.34),
)


@dataclass(frozen=True)
class Search:
    """One made-up search: what is open in it, and the true chance of an offer, by weeks."""

    open: tuple[Running, ...]
    truth: tuple[float, ...]


class Truth:
    """What is true in one world: the level, the rates, the times."""

    def __init__(self, world: World, rng: np.random.Generator) -> None:
        self.world, self.rng = world, rng
        person = context_rules().record.intercept_sd if world.person_sd is None else world.person_sd
        self.assumed = float(np.hypot(context_rules().record.intercept_sd, MARKET_SD))
        self.level = float(rng.normal(0, np.hypot(person, MARKET_SD))) / self.assumed
        silence = context_rules().silence
        self.medians = {
            id(times): times.a_median.value
            * np.exp(rng.normal(0, times.a_median.sd / times.a_median.value))
            * world.slower
            for times in (silence.stage.screen, silence.stage.first, silence.stage.late)
        }
        spread = rng.normal()
        self.sigmas = {
            id(times): max(0.2, times.sigma.value + times.sigma.sd * spread)
            for times in (silence.stage.screen, silence.stage.first, silence.stage.late)
        }
        self.clocks = {
            kind: clock.value * np.exp(rng.normal(0, clock.sd / clock.value))
            for kind, clock in silence.clock.items()
        }
        self.gap = GAP_DAYS * np.exp(rng.normal(0, GAP_LOG_SD))

    def log_odds(self, mean: float, sd: float) -> float:
        """Draw what is true where the weighing says mean and sd."""
        shared = 0.0 if self.world.independent else min(self.assumed, sd)
        return float(mean + shared * self.level + np.sqrt(sd**2 - shared**2) * self.rng.normal())

    def replies(self, context: Context, yes: NDArray[np.bool_]) -> Floats:
        """Draw the days until an answer (infinite: none), each from an employer of its own speed."""
        times, silence = reply_times(context.stage), context_rules().silence
        slow_no = times.r_median.value / times.a_median.value
        pace_of = self.clocks.get(context.employer, 1.0) if context.employer else 1.0
        spread = np.hypot(self.sigmas[id(times)], silence.employer_speed_sd)
        median = np.where(yes, 1.0, slow_no) * self.medians[id(times)] * pace_of
        days = median * np.exp(spread * self.rng.standard_normal(len(yes)))
        never = ~yes & (self.rng.random(len(yes)) < times.ghost.value)
        answered: Floats = np.where(never, np.inf, days)
        return answered

    def gaps(self, count: int) -> Floats:
        """Draw the days from an invitation to the interview."""
        days: Floats = self.gap * np.exp(GAP_SIGMA * self.rng.standard_normal(count))
        return days


def _expit(log_odds: float) -> float:
    return float(np.clip(1 / (1 + np.exp(-log_odds)), 0.0, 1.0))


def search(world: World, most: int, rng: np.random.Generator) -> Search:
    """Make up one search: interviews of the past weeks, of which those that brought no answer are open.

    Each is lived through from its day on: whether it goes on, when the answer comes, the rounds that follow.
    The truth is worked out by living the open ones through again and again, as long as they are silent today.
    """
    truth = Truth(world, rng)
    found: list[Running] = []
    none = np.ones(len(WEEKS))
    for _ in range(int(rng.integers(1, most + 1))):
        silent_for = int(rng.integers(0, _MOST_WAITED))
        context = Context(
            stage=STAGES[rng.integers(len(STAGES))],
            employer=EMPLOYERS[rng.integers(len(EMPLOYERS))],
            interview_date=TODAY - timedelta(days=silent_for),
        )
        at_first = weigh([], context)
        signs = float(rng.normal(0, _EVIDENCE_SD))
        true = truth.log_odds(at_first.log_odds + signs, at_first.sd)
        rounds = list(_rounds(truth, context, at_first.target, true))
        days = waited(TODAY - timedelta(days=silent_for), TODAY)
        lived = _live(truth, rounds, 1)
        if lived[0][0] <= days:
            continue  # it has been answered
        first, offer = _live(truth, rounds, _PARTICLES)
        silent = first > days
        if not silent.any():
            continue
        for place, weeks in enumerate(WEEKS):
            until = waited(TODAY, TODAY + timedelta(weeks=weeks))
            none[place] *= 1 - (offer[silent] <= days + until).mean()
        now = weigh([], context, today=TODAY)
        start = silent_since(context, None)
        found.append(
            Running(
                log_odds=now.log_odds + signs,
                sd=now.sd,
                target=now.target,
                stage=context.stage,
                employer=context.employer,
                waited=waited(start[0], TODAY) if start else 0.0,
            )
        )
    return Search(tuple(found), tuple(1 - none))


def _rounds(truth: Truth, context: Context, target: str, true: float) -> Iterator[tuple[Context, float]]:
    yield context, _expit(true)
    while target != "an offer":
        context = next_round(context)
        ahead = weigh([], context)
        target = ahead.target
        yield context, _expit(truth.log_odds(ahead.log_odds, ahead.sd) + truth.world.ahead)


def _live(truth: Truth, rounds: list[tuple[Context, float]], count: int) -> tuple[Floats, Floats]:
    """Live an interview through: days to its answer, and to an offer (infinite: none)."""
    passed = np.zeros(count)
    answered: Floats | None = None
    for place, (context, chance) in enumerate(rounds):
        yes = truth.rng.random(count) < chance
        if place:
            passed = passed + truth.gaps(count)
        days = truth.replies(context, yes)
        answered = days if answered is None else answered
        passed = np.where(yes, passed + days, np.inf)
    assert answered is not None  # noqa: S101
    return answered, passed


@dataclass(frozen=True)
class Coverage:
    """How often the truth lay in the band, over searches and weeks."""

    searches: int
    inside: float
    below: float
    above: float
    width: float
    """Mean width of the band, in points of 100."""
    off: float
    """Mean of true less told chance, in points of 100."""
    by_weeks: tuple[float, ...]


def coverage(world: World, count: int, seed: int, *, most: int = 6, draws: int = 1000) -> Coverage:
    """Make up searches and look how often the stated 80 % band holds the true chance."""
    rng = np.random.default_rng(seed)
    told: list[list[tuple[float, ...]]] = []
    while len(told) < count:
        one = search(world, most, rng)
        if not one.open:
            continue
        found = pace(one.open, TODAY, draws=draws, moments=60, seed=int(rng.integers(2**31)))
        reaches = [reach for reach in found.reaches if reach.monthly == 0]
        told.append(
            [(r.low, r.probability, r.high, true) for r, true in zip(reaches, one.truth, strict=True)]
        )
    low, middle, high, true = np.moveaxis(np.array(told), 2, 0)
    inside = (low <= true) & (true <= high)
    return Coverage(
        searches=count,
        inside=float(inside.mean()),
        below=float((true < low).mean()),
        above=float((true > high).mean()),
        width=float(100 * (high - low).mean()),
        off=float(100 * (true - middle).mean()),
        by_weeks=tuple(float(share) for share in inside.mean(axis=0)),
    )


def main(arguments: list[str]) -> None:
    """Run it and keep the output in docs/validation.md."""
    parser = argparse.ArgumentParser(prog="python -m validation pacing", description=__doc__)
    parser.add_argument("--searches", type=int, default=1_200, help="in the first world; others a quarter")
    parser.add_argument("--seed", type=int, default=20_261_130)
    parser.add_argument("--dry", action="store_true", help="print only")
    wanted = parser.parse_args(arguments)
    rows = []
    for number, world in enumerate(WORLDS):
        found = coverage(world, wanted.searches // (4 if number else 1), wanted.seed + number)
        rows.append(
            (
                world.name,
                f"{found.searches:,}",
                f"{found.inside:.1%}",
                *(f"{share:.1%}" for share in found.by_weeks),
                f"{found.below:.1%}",
                f"{found.above:.1%}",
                f"{found.width:.0f}",
                f"{found.off:+.1f}",
            )
        )
        print(rows[-1], flush=True)
    head = (
        "the world",
        "searches",
        "in the band",
        *(f"{weeks} weeks" for weeks in WEEKS),
        "below",
        "above",
        "width",
        "off",
    )
    text = (
        f"Seed {wanted.seed}. Made by `python -m validation pacing`. Width and off in points of 100.\n\n"
    ) + table(head, rows)
    print(text)
    if not wanted.dry:
        write_section("pacing", text)
