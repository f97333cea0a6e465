"""Logistic regression with a normal prior, by Laplace's approximation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_STEPS, _CLOSE = 100, 1e-10


@dataclass(frozen=True, slots=True)
class Fit:
    """The posterior as a normal distribution."""

    mean: Array
    covariance: Array
    log_evidence: float
    """Log of the marginal likelihood (Laplace), up to what does not depend on the prior."""


def fit(
    columns: Array,
    offset: Array,
    came: Array,
    silence: Array,
    *,
    prior_mean: Array,
    prior_covariance: Array,
) -> Fit:
    """Return the posterior of the coefficients of a logistic regression.

    The log-odds of interview i are ``offset[i] + columns[i] @ coefficients``. An interview without a word
    so far has the likelihood p k + 1 - p, where k is the likelihood ratio of its silence: the mixture-cure
    model seen from the chance.

    Parameters
    ----------
    columns : array, shape (interviews, coefficients)
    offset : array, shape (interviews,)
        Known log-odds.
    came : array, shape (interviews,)
        1 went on, 0 did not, nan no word so far.
    silence : array, shape (interviews,)
        Log likelihood ratio of the silence, where there is no word.
    prior_mean, prior_covariance : array

    References
    ----------
    MacKay 1992, "The evidence framework applied to classification networks"; Tierney & Kadane 1986.
    """
    import numpy as np

    precision = np.linalg.inv(prior_covariance)
    unknown = np.isnan(came)

    def log_posterior(at: Array) -> float:
        eta = offset + columns @ at
        told = np.where(came == 1, -np.logaddexp(0, -eta), -np.logaddexp(0, eta))
        quiet = np.logaddexp(silence - np.logaddexp(0, -eta), -np.logaddexp(0, eta))
        away = at - prior_mean
        return float(np.where(unknown, quiet, told).sum() - 0.5 * away @ precision @ away)

    at = np.array(prior_mean, dtype=float)
    value = log_posterior(at)
    for _ in range(_STEPS):
        eta = offset + columns @ at
        chance = _expit(eta)
        # a silent interview counts as what it would be expected to be: an EM step, which only climbs
        expected = np.where(unknown, _expit(eta + silence), came)
        slope = columns.T @ (expected - chance) - precision @ (at - prior_mean)
        curve = columns.T @ (columns * (chance * (1 - chance))[:, None]) + precision
        step = np.linalg.solve(curve, slope)
        size = 1.0
        while size > _CLOSE and log_posterior(at + size * step) < value:
            size /= 2
        at = at + size * step
        value, before = log_posterior(at), value
        if value - before < _CLOSE and np.abs(step).max() < 1e-6:
            break
    eta = offset + columns @ at
    chance = _expit(eta)
    hidden = np.where(unknown, _expit(eta + silence), 0.0)
    # what is not known of a silent interview takes away from what it tells, never below nothing
    weight = np.maximum(0.0, chance * (1 - chance) - hidden * (1 - hidden))
    curve = columns.T @ (columns * weight[:, None]) + precision
    covariance = np.linalg.inv(curve)
    evidence = value + 0.5 * (np.linalg.slogdet(precision)[1] - np.linalg.slogdet(curve)[1])
    return Fit(at, covariance, float(evidence))


def _expit(log_odds: Array) -> Array:
    import numpy as np

    return np.exp(-np.logaddexp(0, -log_odds))
