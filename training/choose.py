"""Thresholds, help from patterns, and calibration: all that is chosen on the development texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.calibration import calibrate
from training.score import Kind, by_kind, choose_thresholds, f1, lowered, raises
from training.texts import Labelled
from wentwell.reading import LexicalReader

A_LITTLE = 1.0
"""What a matching pattern adds to a logit wherever that costs nothing: patterns know plain wordings that the
training texts are short of."""
MUCH = (2.0, 3.0)
"""What it may add where that helps."""
LEAST_GAIN = 0.02
"""Gain in a label's F1 from which it adds much."""


@dataclass(frozen=True, slots=True)
class Choice:
    """All settings of the reader."""

    thresholds: np.ndarray
    raised: dict[str, float]
    """By how much they are raised, by kind of document."""
    added: np.ndarray
    platt: np.ndarray
    kinds: tuple[Kind, ...]
    """The logits with what patterns add."""
    lowered: tuple[Kind, ...]
    """The same, less what the thresholds are raised by: to be held against `thresholds`."""


def choose(
    documents: Sequence[Labelled], found: Mapping[tuple[int, int], np.ndarray], labels: Sequence[str]
) -> Choice:
    """Choose all settings of the reader from logits by document and labelled piece."""
    matched = pattern_matches(documents, labels)
    added = np.zeros(len(labels))

    def worth(label: int, more: float) -> float:
        tried = np.zeros(len(labels))
        tried[label] = more
        return _best_f1(by_kind(documents, with_patterns(found, matched, tried), labels), label)

    for label in range(len(labels)):
        without = worth(label, 0.0)
        added[label] = A_LITTLE if worth(label, A_LITTLE) >= without else 0.0
        best = max(MUCH, key=lambda more: worth(label, more))
        if worth(label, best) >= without + LEAST_GAIN:
            added[label] = best
    kinds = by_kind(documents, with_patterns(found, matched, added), labels)
    logits = np.concatenate([kind.logits for kind in kinds])
    gold = np.concatenate([kind.gold for kind in kinds])
    thresholds = choose_thresholds(kinds)
    raised = raises(kinds, thresholds)
    return Choice(
        thresholds, raised, added, calibrate(logits, gold), tuple(kinds), tuple(lowered(kinds, raised))
    )


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
