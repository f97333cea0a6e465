"""What a silence is worth: a mixture-cure model of reply times.

Silent at day t, the chance changes by S_a(t) / (g + (1 - g) S_r(t)): replies to those who go on come
sooner than refusals, and a share g of refusals never comes. Lognormal times; an employer's own speed
(lognormal too, the same for both) widens their sigma. Both sides share one sigma, so that the later the
word, the less it ever promises. The parameters stand in ``catalog/silence.toml``, fitted by
``python -m training.silence``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import erfc, exp, log, sqrt
from statistics import NormalDist

from wentwell.catalog import ReplyTimes, context_rules
from wentwell.interview import Context, Contribution, Employer, Stage
from wentwell.weighing._calendar import day_after_waiting, waited, working_day

MOST_HEARD = 0.80
"""Share of those who go on that have heard by the day on which one asks, and on which the chance is told anew
(judgement: for those who wait, four in five are most; the day itself is the model's)."""


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
    return 0.5 * erfc((log(days) - log(median)) / (sigma * sqrt(2.0)))


@dataclass(frozen=True, slots=True)
class _Clock:
    """Reply times for one stage and employer, the employer's own speed included."""

    a_median: float
    r_median: float
    sigma: float
    ghost: float

    def still_waiting(self, days: float) -> float:
        """Chance that those who go on have not heard after ``days``."""
        return still_silent(days, self.a_median, self.sigma)

    def still_untold(self, days: float) -> float:
        """Chance that those who do not go on have not heard after ``days``; some never do."""
        return self.ghost + (1 - self.ghost) * still_silent(days, self.r_median, self.sigma)

    def heard_by(self, share: float) -> float:
        """Days by which this share of those who go on have heard."""
        return self.a_median * exp(self.sigma * NormalDist().inv_cdf(share))

    def word_log_odds(self, days: float) -> float:
        """Log ratio of the densities of a word after ``days``: f_a / ((1 - g) f_r), falling in ``days``."""
        a, r, t = log(self.a_median), log(self.r_median), log(max(days, 0.5))
        return ((t - r) ** 2 - (t - a) ** 2) / (2 * self.sigma**2) - log(1 - self.ghost)


def _clock(stage: Stage | None, employer: Employer | None) -> _Clock:
    rules, times = context_rules().silence, reply_times(stage)
    pace = rules.clock[employer].value if employer in rules.clock else 1.0
    return _Clock(
        pace * times.a_median.value,
        pace * times.r_median.value,
        sqrt(times.sigma.value**2 + rules.employer_speed_sd**2),
        times.ghost.value,
    )


def silence_log_odds(days: float, stage: Stage | None = None, employer: Employer | None = None) -> float:
    """Return the log likelihood ratio of a silence: 0 or below, never below the model's cap.

    Parameters
    ----------
    days : float
        Days since the interview, or since the day an answer was promised, as ``waited`` counts them.
    stage, employer : optional
        They set the employer's clock.

    References
    ----------
    Boag 1949, on mixture-cure models.
    """
    most, clock = context_rules().silence.most, _clock(stage, employer)
    waiting = clock.still_waiting(days)
    return -most if waiting <= 0 else max(-most, min(0.0, log(waiting / clock.still_untold(days))))


def delay_log_odds(days: float, stage: Stage | None = None, employer: Employer | None = None) -> float:
    """Return what the delay of a word is worth whose content says nothing: a little, either way.

    The log ratio of the densities of the same model, within bounds: a word that decides nothing yet tells
    less by its day than the decision itself would.

    Parameters
    ----------
    days : float
        From the interview, or the day an answer was promised, to the word, as ``waited`` counts them.
    stage, employer : optional
        They set the employer's clock.
    """
    most = context_rules().silence.delay_most
    return max(-most, min(most, _clock(stage, employer).word_log_odds(days)))


def heard_by(share: float, stage: Stage | None = None, employer: Employer | None = None) -> float:
    """Return the days by which this share of those who go on have heard, as ``waited`` counts them.

    Parameters
    ----------
    share : float
        Strictly between 0 and 1.
    stage, employer : optional
        They set the employer's clock.
    """
    return _clock(stage, employer).heard_by(share)


def day_heard_by(share: float, context: Context, heard_on: date | None = None) -> date | None:
    """Return the day by which this share of those who go on have heard; ``None`` with no day to count from.

    Parameters
    ----------
    share : float
        Strictly between 0 and 1.
    context : Context
    heard_on : date, optional
        The day of the employer's last word since the interview.
    """
    start = silent_since(context, heard_on)
    if start is None:
        return None
    days = heard_by(share, context.stage, context.employer)
    return day_after_waiting(start[0], days, context.country)


def silence_sd(log_odds: float) -> float:
    """Return the standard deviation of a silence's weight (a line through the elicited values)."""
    return 0.22 + 0.16 * abs(log_odds)


def promised_day(context: Context) -> date | None:
    """Return the promised day, or the working day after it if it is none."""
    return working_day(context.promised_date, context.country) if context.promised_date else None


def silent_since(context: Context, heard_on: date | None) -> tuple[date, str] | None:
    """Return the day from which silence counts, and what to call it.

    That is the promised day if there is one, else the interview; a word from the employer starts it anew.
    """
    start, name = promised_day(context), "the promised day"
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
    clock = _clock(context.stage, context.employer)
    days = waited(start[0], today, context.country)
    if days <= 0:
        return None  # only a weekend or holidays have passed
    log_odds = silence_log_odds(days, context.stage, context.employer)
    rules = context_rules().silence
    passed = (today - start[0]).days
    count = "1 day" if passed == 1 else f"{passed} days"
    waiting = 100 * clock.still_waiting(days)
    return Contribution(
        kind="silence",
        label="silence",
        name="No word so far",
        log_odds=log_odds,
        sd=silence_sd(log_odds),
        grade=rules.grade,
        source=rules.source,
        reason=f"{count} since {start[1]}; about {waiting:.0f} of 100 who go on wait that long",
    )


def delay(context: Context, heard_on: date | None) -> Contribution | None:
    """Return what the delay of the employer's last word adds, its content left aside.

    ``None`` without its day or the day of the interview. A word on or before a promised day came as told
    and says nothing by its day.
    """
    start = promised_day(context) or context.interview_date
    if heard_on is None or start is None or (context.promised_date is not None and heard_on <= start):
        return None
    log_odds = delay_log_odds(waited(start, heard_on, context.country), context.stage, context.employer)
    rules = context_rules().silence
    passed = (heard_on - start).days
    name = "the promised day" if context.promised_date is not None else "the interview"
    when = "the same day" if passed <= 0 else "1 day" if passed == 1 else f"{passed} days"
    return Contribution(
        kind="delay",
        label="delay",
        name="How soon they wrote",
        log_odds=log_odds,
        sd=silence_sd(log_odds),
        grade=rules.grade,
        source=rules.source,
        reason=f"{when}{' as' if passed <= 0 else ' after'} {name}; good news comes sooner, and a quick word "
        "that says nothing tells little",
    )
