"""What a silence is worth: a mixture-cure model of reply times.

Silent at day t, the chance changes by S_a(t) / (g + (1 - g) S_r(t)): replies to those who go on come
sooner than refusals, and a share g of refusals never comes. Lognormal times; an employer's own speed
(lognormal too, the same for both) widens their sigma.
"""

from __future__ import annotations

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
    rules = context_rules().silence
    times = reply_times(stage)
    clock = rules.clock.get(employer, 1.0) if employer else 1.0
    a_sigma, r_sigma = (sqrt(s**2 + rules.employer_speed_sd**2) for s in (times.a_sigma, times.r_sigma))
    kept = still_silent(days / clock, times.a_median, a_sigma)
    refused = times.ghost + (1 - times.ghost) * still_silent(days / clock, times.r_median, r_sigma)
    if kept <= 0:
        return -rules.most
    return max(-rules.most, min(0.0, log(kept / refused)))


def heard_by(share: float, stage: Stage | None = None, employer: Employer | None = None) -> float:
    """Return the days by which this share of those who go on have heard.

    Parameters
    ----------
    share : float
        Strictly between 0 and 1.
    stage, employer : optional
        They set the employer's clock.
    """
    rules = context_rules().silence
    times = reply_times(stage)
    clock = rules.clock.get(employer, 1.0) if employer else 1.0
    sigma = sqrt(times.a_sigma**2 + rules.employer_speed_sd**2)
    return clock * times.a_median * exp(sigma * NormalDist().inv_cdf(share))


def silence_sd(log_odds: float) -> float:
    """Return the standard deviation of a silence's weight (a line through the elicited values)."""
    return 0.22 + 0.16 * abs(log_odds)


def days_silent(context: Context, today: date | None) -> float:
    """Return the days of silence: from the promised day if there is one, else from the interview."""
    start = context.promised_date or context.interview_date
    if today is None or start is None:
        return 0.0
    return float(max(0, (today - start).days))


def silence(context: Context, today: date | None) -> Contribution | None:
    """Return what the silence so far adds, if there is any."""
    days = days_silent(context, today)
    if days <= 0:
        return None
    log_odds = silence_log_odds(days, context.stage, context.employer)
    rules = context_rules().silence
    since = "the promised day" if context.promised_date else "the interview"
    count = "1 day" if days == 1 else f"{days:.0f} days"
    return Contribution(
        kind="silence",
        label="silence",
        name="No word so far",
        log_odds=log_odds,
        sd=silence_sd(log_odds),
        grade=rules.grade,
        source=rules.source,
        reason=f"{count} since {since}",
    )
