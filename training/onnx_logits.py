"""Logits of an exported net, by the product's own way of running it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.texts import Labelled
from wentwell.reading._encoder import Encoder


def logits(folder: Path, documents: Sequence[Labelled]) -> dict[tuple[int, int], np.ndarray]:
    """Return logits by document and labelled piece: of a piece in several sentences the highest."""
    found: dict[tuple[int, int], np.ndarray] = {}
    for number, judged in enumerate(Encoder(folder).judge([document.units for document in documents])):
        for row, piece in zip(judged.logits, documents[number].groups, strict=True):
            key = number, piece
            found[key] = np.maximum(found[key], row) if key in found else row
    return found
