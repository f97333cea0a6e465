"""From open interviews to the chance of an offer, and what it would take to raise it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

import numpy as np
from numpy.typing import NDArray

from wentwell.interview import Context, Personal, Stage
from wentwell.pacing._draws import Draws
from wentwell.pacing._nouns import BaseRate, Need, Pace, Reach, Running
from wentwell.weighing import base_rate, waited

Floats = NDArray[np.float64]

DRAWS, MOMENTS, SEED = 4000, 100, 20261130
WEEKS = (4, 8, 12)
MONTHLY = (0, 4, 8)
"""New first interviews a month that are always told."""
MOST_MONTHLY = 40
"""Nearly two on each working day: more is no plan (judgement)."""
_DAYS_A_MONTH = 365.25 / 12
_STAGES: tuple[Stage, ...] = ("screen", "first", "second", "final")


def pace(
    interviews: Sequence[Running],
    today: date,
    *,
    want: float | None = None,
    by: date | None = None,
    personal: Personal | None = None,
    draws: int = DRAWS,
    moments: int = MOMENTS,
    seed: int = SEED,
) -> Pace:
    """Return the chance of at least one offer in the next weeks, and what would bring it where it is wanted.

    Within a draw of what is unknown, interviews end independently of one another, and new first interviews
    come at any time, as a Poisson stream: with q the chance of one of them and n expected, none brings an
    offer with probability exp(-n q).

    Parameters
    ----------
    interviews : sequence of Running
        The open ones, one an opportunity.
    today : date
    want : float, optional
        The chance wanted, strictly between 0 and 1.
    by : date, optional
        The day by which; after ``today``. Left out: in 8 weeks.
    personal : Personal, optional
        What was learned from the person's own outcomes.
    draws, moments, seed : int
        How many draws, how many times within each, and where they start: the same numbers give the same
        answer.

    Raises
    ------
    ValueError
        If ``want`` is no chance, or ``by`` is not after ``today``.
    """
    if want is not None and not 0 < want < 1:
        raise ValueError("want must be a chance between 0 and 1")
    if by is not None and by <= today:
        raise ValueError("by must be a day after today")
    drawn = Draws(draws, moments, seed, personal)
    days = sorted({today + timedelta(weeks=weeks) for weeks in WEEKS} | ({by} if by else set()))
    none_open = np.ones((len(days), draws))
    for one in interviews:
        none_open *= 1 - drawn.offers(one, [waited(today, day, one.country) for day in days])
    new = {day: drawn.new_offers(waited(today, day)) for day in days}
    reaches = [
        _reach(day, monthly, 1 - none * np.exp(-_expected(monthly, today, day) * new[day]))
        for day, none in zip(days, none_open, strict=True)
        for monthly in MONTHLY
    ]
    need = None
    if want is not None:
        day = by or today + timedelta(weeks=WEEKS[1])
        need = _need(want, today, day, none_open[days.index(day)], new[day])
    share = drawn.first_to_offer()
    return Pace(
        today=today,
        open=len(interviews),
        reaches=tuple(reaches),
        need=need,
        base_rates=tuple(_base_rate(stage) for stage in _STAGES),
        first_to_offer=float(share.mean()),
        first_low=float(np.quantile(share, 0.1)),
        first_high=float(np.quantile(share, 0.9)),
        shared_sd=drawn.shared_sd,
        draws=draws,
    )


def _expected(monthly: float, today: date, by: date) -> float:
    return monthly * (by - today).days / _DAYS_A_MONTH


def _reach(by: date, monthly: int, chances: Floats) -> Reach:
    low, high = np.quantile(chances, (0.1, 0.9))
    return Reach(by=by, monthly=monthly, probability=float(chances.mean()), low=float(low), high=float(high))


def _need(want: float, today: date, by: date, none_open: Floats, new: Floats) -> Need:
    def reached(monthly: int) -> bool:
        chances = 1 - none_open * np.exp(-_expected(monthly, today, by) * new)
        return bool(chances.mean() >= want)

    enough = next((monthly for monthly in range(MOST_MONTHLY + 1) if reached(monthly)), None)
    # within each draw, how many it would take there
    missing = np.maximum(0.0, np.log(np.maximum(none_open, 1e-12) / (1 - want)))
    each = missing / np.maximum(_expected(1, today, by) * new, 1e-12)
    low, high = (_whole(float(value)) for value in np.quantile(each, (0.1, 0.9)))
    return Need(want=want, by=by, monthly=enough, low=low, high=high)


def _whole(monthly: float) -> int | None:
    return None if monthly > MOST_MONTHLY else ceil(monthly)


def _base_rate(stage: Stage) -> BaseRate:
    base = base_rate(Context(stage=stage))
    start = base.contributions[0]
    return BaseRate(
        stage=stage,
        target=base.target,
        probability=base.probability,
        grade=start.grade or "C",
        source=start.source or "",
    )
