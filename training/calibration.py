"""What logits mean: per label, the log-odds that the sign is really there."""

from __future__ import annotations

import numpy as np


def platt(logits: np.ndarray, gold: np.ndarray, centre: tuple[float, float], sd: tuple[float, float]):
    """Return slope and intercept of a logistic fit with a normal prior on both.

    Parameters
    ----------
    logits, gold : array
        One label's, on texts that were not trained on.
    centre, sd : pair of float
        Mean and standard deviation of the prior of slope and intercept: rare labels stay near the mean.

    References
    ----------
    Platt (1999), "Probabilistic outputs for support vector machines".
    """
    rows = np.stack([logits, np.ones_like(logits)], 1)
    mean, precision = np.array(centre), 1 / np.array(sd) ** 2
    at = mean.copy()
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(rows @ at)))
        slope = rows.T @ (chance - gold) + precision * (at - mean)
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(precision)
        step = np.linalg.solve(curve, slope)
        at = at - step
        if np.abs(step).max() < 1e-8:
            break
    return float(at[0]), float(at[1])


def calibrate(logits: np.ndarray, gold: np.ndarray) -> np.ndarray:
    """Return slope and intercept per label, shape (labels, 2), drawn towards those of all labels together."""
    near = logits > -6.0
    common = platt(logits[near], gold[near].astype(float), (1.0, 0.0), (10.0, 10.0))
    return np.array(
        [
            platt(logits[:, label], gold[:, label].astype(float), common, (0.15, 0.35))
            for label in range(logits.shape[1])
        ]
    )


def reliability(chances: np.ndarray, gold: np.ndarray, edges: np.ndarray) -> list[tuple[float, float, int]]:
    """Return mean chance, share that were there, and count, for each bin with any."""
    which = np.digitize(chances, edges[1:-1])
    return [
        (float(chances[which == bin].mean()), float(gold[which == bin].mean()), int((which == bin).sum()))
        for bin in range(len(edges) - 1)
        if (which == bin).any()
    ]
