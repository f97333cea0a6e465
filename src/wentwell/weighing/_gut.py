"""What the candidate's own guess is worth."""

from __future__ import annotations

from wentwell.catalog import context_rules
from wentwell.interview import Contribution, Personal
from wentwell.weighing._logistic import logit


def stated_log_odds(gut: float) -> float:
    """Return the log-odds of a stated chance, within what a gut may count.

    Extreme guesses are cut where the usual slope reaches the most that a gut may add.
    """
    rules = context_rules().gut
    edge = rules.most / rules.slope_mean
    return min(edge, max(-edge, logit(min(0.99, max(0.01, gut)))))


def gut_feeling(gut: float, *, self_doubter: bool, personal: Personal | None = None) -> Contribution:
    """Return what a stated chance adds: a small slope on its log-odds, within a cap.

    A self-doubter's gut is trusted less; it is not corrected upwards. A slope learned from the person's
    own outcomes takes the place of both.

    Parameters
    ----------
    gut : float
        The chance the candidate named, strictly between 0 and 1.
    self_doubter : bool
        Whether they usually think that it went worse than it did.
    personal : Personal, optional
        What was learned of the person. A slope below 0 counts as 0: a good feeling never speaks against it.
    """
    rules = context_rules().gut
    if personal is not None:
        slope, sd = max(0.0, personal.gut_slope.mean), personal.gut_slope.sd
        stated = stated_log_odds(gut)
        return Contribution(
            kind="gut",
            label="gut",
            name="Your gut feeling",
            log_odds=slope * stated,
            sd=sd * abs(stated),
            source=f"your own {personal.outcomes} outcomes, and what is usual",
            reason="worth what your own record shows, leaning on what is usual",
        )
    factor = rules.self_doubter_factor if self_doubter else 1.0
    stated = logit(min(0.99, max(0.01, gut)))
    slope, sd = factor * rules.slope_mean, factor * rules.slope_sd
    log_odds = max(-rules.most, min(rules.most, slope * stated))
    return Contribution(
        kind="gut",
        label="gut",
        name="Your gut feeling",
        log_odds=log_odds,
        sd=sd * min(abs(stated), rules.most / rules.slope_mean),
        grade=rules.grade,
        source="interviewing.io: gut and outcome correlate about .17 after correction",
        reason="you tend to doubt yourself, so it counts for half"
        if self_doubter
        else "a guess of one's own is worth a little, until your record shows more",
    )
