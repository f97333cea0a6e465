"""Thresholds, help from patterns, and calibration: all that is chosen on the development texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.calibration import calibrate
from training.score import Kind, by_kind, choose_thresholds, f1
from training.texts import Labelled
from wentwell.reading import LexicalReader

ADDED = (1.0, 2.0, 3.0)
"""What a matching pattern may add to a logit."""
LEAST_GAIN = 0.02
"""Gain in a label's F1 from which patterns are let in."""


@dataclass(frozen=True, slots=True)
class Choice:
    """All settings of the reader."""

    thresholds: np.ndarray
    added: np.ndarray
    platt: np.ndarray
    kinds: tuple[Kind, ...]
    """The logits with what patterns add."""


def choose(
    documents: Sequence[Labelled], found: Mapping[tuple[int, int], np.ndarray], labels: Sequence[str]
) -> Choice:
    """Choose all settings of the reader from logits by document and labelled piece."""
    matched = pattern_matches(documents, labels)
    plain = by_kind(documents, found, labels)
    added = np.zeros(len(labels))
    for label in range(len(labels)):
        best = _best_f1(plain, label) + LEAST_GAIN
        for more in ADDED:
            tried = np.zeros(len(labels))
            tried[label] = more
            value = _best_f1(by_kind(documents, with_patterns(found, matched, tried), labels), label)
            if value > best:
                best, added[label] = value + 0.005, more
    kinds = by_kind(documents, with_patterns(found, matched, added), labels)
    logits = np.concatenate([kind.logits for kind in kinds])
    gold = np.concatenate([kind.gold for kind in kinds])
    return Choice(choose_thresholds(kinds), added, calibrate(logits, gold), tuple(kinds))


def pattern_matches(
    documents: Sequence[Labelled], labels: Sequence[str]
) -> dict[tuple[int, int], np.ndarray]:
    """Return which labels' patterns match, by document and labelled piece."""
    column = {label: number for number, label in enumerate(labels)}
    reader = LexicalReader()
    matched: dict[tuple[int, int], np.ndarray] = {}
    for number, document in enumerate(documents):
        group = {id(unit): piece for unit, piece in zip(document.units, document.groups, strict=True)}
        for finding in reader.find(document.units):
            row = matched.setdefault((number, group[id(finding.unit)]), np.zeros(len(labels)))
            row[column[finding.label]] = 1.0
    return matched


def with_patterns(
    found: Mapping[tuple[int, int], np.ndarray],
    matched: Mapping[tuple[int, int], np.ndarray],
    added: np.ndarray,
) -> dict[tuple[int, int], np.ndarray]:
    """Return logits with what matching patterns add."""
    return {key: values + added * matched[key] if key in matched else values for key, values in found.items()}


def _best_f1(kinds: Sequence[Kind], label: int) -> float:
    logits = np.concatenate([kind.logits[:, label] for kind in kinds])
    gold = np.concatenate([kind.gold[:, label] for kind in kinds])
    return max(f1(logits >= at, gold) for at in np.linspace(-2, 2, 17))
