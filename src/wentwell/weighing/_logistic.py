"""Log-odds and back."""

from __future__ import annotations

from math import exp, log

BAND_Z = 1.2815515655446004
"""Standard normal quantile at .90: the band holds the middle 80 %."""

LOWEST, HIGHEST = 0.03, 0.95
"""No chance leaves this range before an outcome is in hand."""


def logit(probability: float) -> float:
    """Return the log-odds of a probability strictly between 0 and 1."""
    return log(probability / (1.0 - probability))


def expit(log_odds: float) -> float:
    """Return the probability of log-odds, without overflow."""
    if log_odds >= 0:
        return 1.0 / (1.0 + exp(-log_odds))
    odds = exp(log_odds)
    return odds / (1.0 + odds)


def clip(probability: float) -> float:
    """Keep a chance within what may be said before an outcome."""
    return min(HIGHEST, max(LOWEST, probability))


def band(log_odds: float, sd: float) -> tuple[float, float]:
    """Return the 80 % band of a logistic-normal chance, clipped.

    Parameters
    ----------
    log_odds, sd : float
        Mean and standard deviation of the normal on the log-odds scale.
    """
    return clip(expit(log_odds - BAND_Z * sd)), clip(expit(log_odds + BAND_Z * sd))
