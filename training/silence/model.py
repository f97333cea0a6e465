"""The mixture-cure model: told delays and logs together, each with the ways in which it misleads.

The mode of the posterior and the normal around it (Laplace), on log and logit scales on which the posterior
is all but normal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import approx_fprime, minimize
from scipy.special import expit, log_expit, logit, logsumexp, ndtr

from training.silence import priors
from training.silence.data import STAGES, Told, Waited

SHORT_STORY, LONG_STORY = 1.5, 10.5
"""Told decisions before and after these days make a story."""
_LEAST = 1e-12


def _by_stage(values: dict) -> np.ndarray:
    return np.array([values[stage] for stage in STAGES], dtype=float)


@dataclass
class _Blocks:
    """Names of the numbers in one long vector, with their normal priors."""

    mean: list[float] = field(default_factory=list)
    sd: list[float] = field(default_factory=list)
    places: dict[str, slice] = field(default_factory=dict)

    def add(self, name: str, mean: float, sd: float, size: int = 1) -> None:
        self.places[name] = slice(len(self.mean), len(self.mean) + size)
        self.mean += [mean] * size
        self.sd += [sd] * size


def _blocks(persons: int) -> _Blocks:
    found = _Blocks()
    for name, (together, apart) in (("a", priors.A_SD), ("r", priors.R_SD), ("ghost", priors.GHOST_SD)):
        found.add(f"{name}_all", 0.0, together)
        found.add(f"{name}_each", 0.0, apart, len(STAGES))
    found.add("sigma_all", 0.0, priors.SIGMA_SD)
    found.add("clock", np.log(priors.CLOCK_LARGE), priors.CLOCK_SD)
    found.add("told_off", 0.0, priors.TOLD_SD)
    found.add("short", *priors.STORY_SHORT)
    found.add("long", *priors.STORY_LONG)
    found.add("short_offer", 0.0, priors.STORY_OUTCOME_SD / 2)
    found.add("long_offer", 0.0, priors.STORY_OUTCOME_SD / 2)
    found.add("left_out", *priors.LEFT_OUT)
    found.add("pace", 0.0, priors.PERSON_SD, persons)
    found.add("manners", 0.0, priors.PERSON_GHOST_SD, persons)
    # these two have beta priors: see `_log_prior`
    found.add("wrong", 0.0, np.inf)
    found.add("go_on", 0.0, np.inf, len(STAGES))
    return found


class Model:
    """The posterior of the reply times given some data; a source that is empty is left out."""

    def __init__(self, told: Sequence[Told], waits: Sequence[Waited]) -> None:
        counted = Counter(told)
        self._offer = np.array([one.offer for one in counted], dtype=bool)
        self._count = np.array(list(counted.values()), dtype=float)
        self._told = {
            name: np.array([getattr(one, name) for one in counted]) for name in ("days", "low", "high")
        }
        persons = sorted({wait.person for wait in waits})
        self._person = np.array([persons.index(one.person) for one in waits], dtype=int)
        self._stage = np.array([STAGES.index(one.stage) for one in waits], dtype=int)
        self._low, self._high = (np.array([getattr(one, name) for one in waits]) for name in ("low", "high"))
        self._how = np.array([one.how for one in waits])
        self._blocks = _blocks(len(persons))

    def numbers(self, point: np.ndarray) -> dict[str, np.ndarray]:
        """Return the parameters, one a stage, of a point: medians, total spread, ghost share, the clock."""
        part = {name: point[..., place] for name, place in self._blocks.places.items()}
        a = np.log(_by_stage(priors.A_MEDIAN)) + part["a_all"] + part["a_each"]
        r = np.log(_by_stage(priors.R_MEDIAN)) + part["r_all"] + part["r_each"]
        return {
            "a_median": np.exp(a),
            "r_median": np.exp(r),
            "total": _by_stage(priors.TOTAL) * np.exp(part["sigma_all"]),
            "ghost": expit(logit(_by_stage(priors.GHOST)) + part["ghost_all"] + part["ghost_each"]),
            "clock": np.exp(part["clock"]),
            "wrong": expit(part["wrong"]),
            **{name: part[name] for name in ("short", "long", "told_off")},
        }

    def log_posterior(self, point: np.ndarray) -> float:
        """Return the log density of a point, up to a constant."""
        part = {name: point[place] for name, place in self._blocks.places.items()}
        now = self.numbers(point)
        value = -0.5 * float((((point - self._blocks.mean) / self._blocks.sd) ** 2).sum())
        for name, (one, other) in (("wrong", priors.WRONG), ("go_on", priors.GO_ON)):
            value += float((one * log_expit(part[name]) + other * log_expit(-part[name])).sum())
        return value + self._log_told(part, now) + self._log_waits(part, now)

    def _log_told(self, part: dict, now: dict) -> float:
        """Weigh told delays: intervals, told more often where it makes a story, some of them wrong."""
        if not len(self._count):
            return 0.0
        side = np.where(self._offer, 1.0, -1.0)
        short = part["short"] + side * part["short_offer"]
        long = part["long"] + side * part["long_offer"]
        median = np.where(self._offer, now["a_median"][-1], now["r_median"][-1])
        centre, spread = np.log(median) + part["clock"] + part["told_off"], now["total"][-1]
        days, low, high = (self._told[name] for name in ("days", "low", "high"))
        story = np.where(days < SHORT_STORY, short, 0.0) + np.where(days > LONG_STORY, long, 0.0)
        before, after = _cdf(SHORT_STORY, centre, spread), _cdf(LONG_STORY, centre, spread)
        shares = np.exp(short) * before + (after - before) + np.exp(long) * (1 - after)
        right = _log_between(low, high, centre, spread) + story - np.log(shares)
        median, spread = priors.WRONG_SPREAD
        slip = _log_between(low, high, np.log(median), spread)
        each = np.logaddexp(log_expit(-part["wrong"]) + right, log_expit(part["wrong"]) + slip)
        return float((self._count * each).sum())

    def _log_waits(self, part: dict, now: dict) -> float:
        """Weigh waits in logs: on, refused or never told, persons differing in pace and in manners."""
        if not len(self._how):
            return 0.0
        stage, person = self._stage, self._person
        pace, spread = part["pace"][person], now["total"][stage]
        good, bad = np.log(now["a_median"][stage]) + pace, np.log(now["r_median"][stage]) + pace
        never = logit(now["ghost"][stage]) + part["manners"][person] + part["left_out"]
        on, off = log_expit(part["go_on"][stage]), log_expit(-part["go_on"][stage])
        told = off + log_expit(-never)
        each = {
            "went_on": on + _log_between(self._low, self._high, good, spread),
            "refused": told + _log_between(self._low, self._high, bad, spread),
            "refused_some_time": told + _log_between(0.0, self._high, bad, spread),
            "silent": logsumexp(
                [
                    on + _log_between(self._low, np.inf, good, spread),
                    off + log_expit(never),
                    told + _log_between(self._low, np.inf, bad, spread),
                ],
                axis=0,
            ),
        }
        return float(sum(values[self._how == how].sum() for how, values in each.items()))

    def fit(self, draws: int = 4000, seed: int = 1) -> dict[str, np.ndarray]:
        """Return draws of the parameters: the normal around the mode.

        Raises
        ------
        RuntimeError
            If the search for the mode does not settle.
        """
        mean = np.array(self._blocks.mean)
        start = mean.copy()
        start[self._blocks.places["wrong"]] = logit(priors.WRONG[0] / sum(priors.WRONG))
        found = minimize(
            lambda point: -self.log_posterior(point),
            start,
            method="L-BFGS-B",
            options={"maxfun": 10**6, "ftol": 1e-12},
        )

        def slope(point: np.ndarray) -> np.ndarray:
            return approx_fprime(point, self.log_posterior, 1e-5)

        if not found.success or np.abs(slope(found.x)).max() > 0.05:
            raise RuntimeError(f"the fit did not settle: {found.message}")
        step = 1e-4 * np.eye(len(mean))
        curve = np.array([(slope(found.x + one) - slope(found.x - one)) / 2e-4 for one in step])
        spread = np.linalg.inv(-(curve + curve.T) / 2)
        drawn = np.random.default_rng(seed).multivariate_normal(found.x, spread, size=draws)
        return self.numbers(drawn)


def _cdf(days: float | np.ndarray, centre: np.ndarray, spread: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore"):
        return ndtr((np.log(days) - centre) / spread)


def _log_between(
    low: float | np.ndarray, high: float | np.ndarray, centre: float | np.ndarray, spread: float | np.ndarray
) -> np.ndarray:
    return np.log(np.maximum(_cdf(high, centre, spread) - _cdf(low, centre, spread), _LEAST))
