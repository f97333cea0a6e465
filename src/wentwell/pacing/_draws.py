"""What is not known of a search, drawn: the person and the market, each chance, the reply times.

A draw holds all that is uncertain; within it the chance of an offer by a day is worked out, luck included.
So the draws give both the chance (their mean) and its band (their middle 80 %).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import erfc, log, sqrt

import numpy as np
from numpy.typing import NDArray

from wentwell.catalog import context_rules
from wentwell.interview import Context, Employer, Personal, Stage
from wentwell.pacing._nouns import Running
from wentwell.weighing import HIGHEST, LOWEST, next_round, reply_times, weigh

Floats = NDArray[np.float64]

MARKET_SD = 0.15
"""How far today's market may differ from the base rates', in log-odds (grade B: interviews a hire rose by 33
to 40 % since 2021, by Ashby and Gem; the sd of that shift in the evidence report)."""
GAP_DAYS, GAP_SIGMA, GAP_LOG_SD = 7.0, 0.5, 0.3
"""From an invitation to that interview: median days, spread between employers, and how well the median is
known (log scale). Grade C, opinion."""
_LEGS = 4
"""At most so many waits in a row: screen, first, second, and one to spare."""

_MOST_WAITS = 3
"""Waits remembered, of 3 MB each: other interviews have the same ones ahead of them."""

_Z = np.linspace(-8.0, 12.0, 8001)
_LOG_SURVIVAL = np.array([log(0.5 * erfc(z / sqrt(2.0))) for z in _Z.tolist()])


def _log_survival(z: Floats) -> Floats:
    """Log of the chance that a standard normal exceeds ``z``, by a fine table."""
    found: Floats = np.interp(z, _Z, _LOG_SURVIVAL)
    return found


def _exceeded_with(log_survival: Floats) -> Floats:
    """Invert ``_log_survival``."""
    found: Floats = np.interp(-log_survival, -_LOG_SURVIVAL, _Z)
    return found


def _exceeded_with_each(since: Floats, left: Floats) -> Floats:
    """Return ``_exceeded_with`` of each sum, by rows and columns: in order, each is quicker found."""
    order = np.argsort(since)
    found = np.empty((len(since), len(left)))
    found[order] = _exceeded_with(since[order][None, :] + left[:, None]).T
    return found


@dataclass(frozen=True, slots=True)
class _Round:
    """One round as it is weighed, of an employer of this kind."""

    log_odds: float
    sd: float
    stage: Stage | None


@dataclass
class Draws:
    """Draws of one search; the same seed gives the same draws.

    Parameters
    ----------
    count : int
        How many draws.
    moments : int
        How many times are tried within each draw.
    seed : int
    personal : Personal, optional
        What was learned from the person's own outcomes: it says how well their level is known.
    """

    count: int
    moments: int
    seed: int
    personal: Personal | None = None
    _times: dict[str, Floats] = field(default_factory=dict, init=False)
    _gaps: dict[int, Floats] = field(default_factory=dict, init=False)
    _waits: dict[tuple[object, ...], Floats] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._rng = np.random.default_rng(self.seed)
        self._level = self._rng.standard_normal(self.count)
        order = [self._rng.permutation(self.moments) for _ in range(2 * _LEGS + 1)]
        # evenly spread over each wait, apart from one another: few of them go far
        self._even = (np.array(order) + 0.5) / self.moments

    @property
    def shared_sd(self) -> float:
        """What makes all chances of this person rise and fall together, in log-odds.

        How far people differ beside the signs (``record.intercept_sd``; once outcomes were learned from, what
        they leave open) and how far the market may have moved.
        """
        person = context_rules().record.intercept_sd if self.personal is None else self.personal.intercept.sd
        return sqrt(person**2 + MARKET_SD**2)

    def chances(self, log_odds: float, sd: float) -> Floats:
        """Return a chance in each draw.

        Its standard deviation stays as it was weighed; as much of it as is shared is the same for all.
        """
        shared = min(self.shared_sd, sd)
        own = sqrt(sd**2 - shared**2)
        drawn = log_odds + shared * self._level + own * self._rng.standard_normal(self.count)
        clipped: Floats = np.clip(1 / (1 + np.exp(-drawn)), LOWEST, HIGHEST)
        return clipped

    def offers(self, one: Running, days: list[float]) -> Floats:
        """Return the chance that an open interview brings an offer within ``days``, by days and draw."""
        rounds = [_Round(one.log_odds, one.sd, one.stage)]
        if one.target != "an offer":
            rounds += _rounds_after(one.stage, one.employer, self.personal)
        before = self._gap(0) if one.to_be_held else np.full((1, 1), one.starts_in)
        return self._offers(rounds, one.employer, one.waited, before, days)

    def new_offers(self, days: float) -> Floats:
        """Return, by draw, the chance that a first interview on one of the next days brings an offer."""
        first = self.first_rounds()
        before = days * self._even[2 * _LEGS][None, :]
        found: Floats = self._offers(first, None, 0.0, before, [days])[0]
        return found

    def first_to_offer(self) -> Floats:
        """Return, by draw, the share of first interviews that end in an offer."""
        share = np.ones(self.count)
        for one in self.first_rounds():
            share *= self.chances(one.log_odds, one.sd)
        return share

    def first_rounds(self) -> list[_Round]:
        """Return the rounds from a first interview to an offer."""
        first = Context(stage="first")
        weighed = weigh([], first, personal=self.personal)
        return [
            _Round(weighed.log_odds, weighed.sd, "first"),
            *_rounds_after("first", None, self.personal),
        ]

    def _offers(
        self,
        rounds: list[_Round],
        employer: Employer | None,
        waited: float,
        before: Floats,
        days: list[float],
    ) -> Floats:
        chance = np.ones(self.count)
        passed = before
        for place, one in enumerate(rounds):
            chance = chance * self.chances(one.log_odds, one.sd)
            if place:
                passed = passed + self._gap(place)
            passed = passed + self._wait(place, one.stage, employer, waited if place == 0 else 0.0)
        passed = np.broadcast_to(passed, (self.count, self.moments))
        return np.array([chance * (passed <= limit).mean(axis=1) for limit in days])

    def _wait(self, place: int, stage: Stage | None, employer: Employer | None, waited: float) -> Floats:
        """Return days until a yes, given that none came in the days waited; by draw and moment."""
        times, silence = reply_times(stage), context_rules().silence
        log_median = self._log_scale("median", times.a_median.value, times.a_median.sd)
        if employer in silence.clock:
            clock = silence.clock[employer]
            log_median = log_median + self._log_scale(f"clock {employer}", clock.value, clock.sd)
        spread = times.sigma.value + times.sigma.sd * self._once(f"sigma {times.sigma.value}")
        sigma = np.sqrt(np.maximum(spread, 0.2) ** 2 + silence.employer_speed_sd**2)
        left = np.log(self._even[place])
        if waited > 0:
            days = _exceeded_with_each(_log_survival((log(waited) - log_median) / sigma), left)
            days *= sigma[:, None]
        else:
            key = place, times.a_median.value, times.sigma.value, employer
            if key in self._waits:
                return self._waits[key]
            days = sigma[:, None] * _exceeded_with(left)[None, :]
        days += log_median[:, None]
        np.exp(days, out=days)
        if waited > 0:
            days -= waited
            return np.maximum(days, 0.0, out=days)
        while len(self._waits) >= _MOST_WAITS:
            del self._waits[next(iter(self._waits))]
        self._waits[key] = days
        return days

    def _gap(self, place: int) -> Floats:
        """Return days from an invitation to the interview, by draw and moment."""
        if place not in self._gaps:
            spread = GAP_SIGMA * _exceeded_with(np.log(self._even[_LEGS + place]))
            middle = log(GAP_DAYS) + GAP_LOG_SD * self._once("gap")
            self._gaps[place] = np.exp(middle[:, None] + spread[None, :])
        return self._gaps[place]

    def _log_scale(self, key: str, value: float, sd: float) -> Floats:
        return log(value) + sd / value * self._once(f"{key} {value}")

    def _once(self, key: str) -> Floats:
        """Return standard normals that stay the same in a search: what is unknown here is unknown to all."""
        if key not in self._times:
            self._times[key] = self._rng.standard_normal(self.count)
        return self._times[key]


def _rounds_after(stage: Stage | None, employer: Employer | None, personal: Personal | None) -> list[_Round]:
    """Return the rounds still to come after this one, by the base rates, up to the one about an offer."""
    found: list[_Round] = []
    context = next_round(Context(stage=stage, employer=employer))
    while len(found) < _LEGS - 1:
        weighed = weigh([], context, personal=personal)
        found.append(_Round(weighed.log_odds, weighed.sd, context.stage))
        if weighed.target == "an offer":
            break
        context = next_round(context)
    return found
