"""Soft targets: what nets say, on average, of texts that nobody labelled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.fine_tune import probabilities
from training.model import SignNet
from training.windows import Sample


def soft_targets(
    nets: Sequence[SignNet], chosen: Sequence[Sample], pieces: Sequence[int]
) -> list[np.ndarray]:
    """Return the mean probability of nets for each piece of each document, shape (pieces, labels)."""
    total: list[np.ndarray] = []
    for net in nets:
        found = probabilities(net, chosen)
        labels = len(next(iter(found.values())))
        lowest = np.full(labels, -30.0)
        each = [
            1 / (1 + np.exp(-np.stack([found.get((number, piece), lowest) for piece in range(count)])))
            for number, count in enumerate(pieces)
        ]
        total = each if not total else [one + more for one, more in zip(total, each, strict=True)]
    return [(one / len(nets)).astype(np.float32) for one in total]
