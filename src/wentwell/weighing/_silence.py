"""What a silence is worth: a mixture-cure model of reply times.

Silent at day t, the chance changes by S_a(t) / (g + (1 - g) S_r(t)): replies to those who go on come
sooner than refusals, and a share g of refusals never comes. Lognormal times; an employer's own speed
(lognormal too, the same for both) widens their sigma.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import erfc, exp, log, sqrt
from statistics import NormalDist

from wentwell.catalog import ReplyTimes, context_rules
from wentwell.interview import Context, Contribution, Employer, Stage


def reply_times(stage: Stage | None) -> ReplyTimes:
    """Return the reply times for a stage."""
    by_stage = context_rules().silence.stage
    if stage == "screen":
        return by_stage.screen
    return by_stage.late if stage in ("second", "final", "single") else by_stage.first


def still_silent(days: float, median: float, sigma: float) -> float:
    """Return the chance that a lognormal reply has not come after ``days``."""
    if days <= 0:
        return 1.0
    return 0.5 * erfc(log(days / median) / (sigma * sqrt(2.0)))


@dataclass(frozen=True, slots=True)
class _Clock:
    """Reply times for one stage and employer, the employer's own speed included."""

    times: ReplyTimes
    pace: float
    speed_sd: float

    def still_waiting(self, days: float) -> float:
        """Chance that those who go on have not heard after ``days``."""
        return still_silent(days / self.pace, self.times.a_median, self._widened(self.times.a_sigma))

    def still_untold(self, days: float) -> float:
        """Chance that those who do not go on have not heard after ``days``; some never do."""
        told = 1 - still_silent(days / self.pace, self.times.r_median, self._widened(self.times.r_sigma))
        return 1 - (1 - self.times.ghost) * told

    def heard_by(self, share: float) -> float:
        """Days by which this share of those who go on have heard."""
        sigma = self._widened(self.times.a_sigma)
        return self.pace * self.times.a_median * exp(sigma * NormalDist().inv_cdf(share))

    def _widened(self, sigma: float) -> float:
        return sqrt(sigma**2 + self.speed_sd**2)


def _clock(stage: Stage | None, employer: Employer | None) -> _Clock:
    rules = context_rules().silence
    pace = rules.clock.get(employer, 1.0) if employer else 1.0
    return _Clock(reply_times(stage), pace, rules.employer_speed_sd)


def silence_log_odds(days: float, stage: Stage | None = None, employer: Employer | None = None) -> float:
    """Return the log likelihood ratio of a silence: 0 or below, never below the model's cap.

    Parameters
    ----------
    days : float
        Calendar days since the interview, or since the day an answer was promised.
    stage, employer : optional
        They set the employer's clock.

    References
    ----------
    Boag 1949, on mixture-cure models.
    """
    most, clock = context_rules().silence.most, _clock(stage, employer)
    waiting = clock.still_waiting(days)
    return -most if waiting <= 0 else max(-most, min(0.0, log(waiting / clock.still_untold(days))))


def heard_by(share: float, stage: Stage | None = None, employer: Employer | None = None) -> float:
    """Return the days by which this share of those who go on have heard.

    Parameters
    ----------
    share : float
        Strictly between 0 and 1.
    stage, employer : optional
        They set the employer's clock.
    """
    return _clock(stage, employer).heard_by(share)


def silence_sd(log_odds: float) -> float:
    """Return the standard deviation of a silence's weight (a line through the elicited values)."""
    return 0.22 + 0.16 * abs(log_odds)


def silent_since(context: Context, heard_on: date | None) -> tuple[date, str] | None:
    """Return the day from which silence counts, and what to call it.

    That is the promised day if there is one, else the interview; a word from the employer starts it anew.
    """
    start, name = context.promised_date, "the promised day"
    if start is None:
        start, name = context.interview_date, "the interview"
    if heard_on is not None and (start is None or heard_on > start):
        return heard_on, "their last word"
    return None if start is None else (start, name)


def silence(context: Context, today: date | None, heard_on: date | None) -> Contribution | None:
    """Return what the silence so far adds, if there is any."""
    start = silent_since(context, heard_on)
    if today is None or start is None or today <= start[0]:
        return None
    days = (today - start[0]).days
    log_odds = silence_log_odds(days, context.stage, context.employer)
    rules = context_rules().silence
    count = "1 day" if days == 1 else f"{days} days"
    waiting = _clock(context.stage, context.employer).still_waiting(days)
    return Contribution(
        kind="silence",
        label="silence",
        name="No word so far",
        log_odds=log_odds,
        sd=silence_sd(log_odds),
        grade=rules.grade,
        source=rules.source,
        reason=f"{count} since {start[1]}; about {100 * waiting:.0f} of 100 who go on wait that long",
    )
