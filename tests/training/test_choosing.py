"""Thresholds and calibration, on made-up logits."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from training.calibration import calibrate, platt, reliability
from training.score import Kind, choose_thresholds, f1, false_alarms, macro


def made(rows: int, shift: float = 0.0, seed: int = 0) -> Kind:
    """Logits of two labels that are there as often as the logits, moved, say."""
    random = np.random.default_rng(seed)
    logits = random.normal(-2, 2, (rows, 2))
    gold = random.random((rows, 2)) < 1 / (1 + np.exp(-(logits + shift)))
    return Kind("notes", logits, gold, np.arange(rows) // 10)


def test_calibration_finds_what_the_logits_mean() -> None:
    kind = made(20_000, shift=0.5)
    slope, intercept = platt(kind.logits[:, 0], kind.gold[:, 0].astype(float), (1.0, 0.0), (10.0, 10.0))
    assert slope == pytest.approx(1.0, abs=0.06)
    assert intercept == pytest.approx(0.5, abs=0.1)
    each = calibrate(kind.logits, kind.gold)
    assert each[:, 0] == pytest.approx([1.0, 1.0], abs=0.06)


def test_a_label_never_seen_keeps_near_the_others() -> None:
    kind = made(4_000)
    gold = kind.gold.copy()
    gold[:, 1] = False
    logits = kind.logits.copy()
    logits[:, 1] = -9.0
    slope, intercept = calibrate(logits, gold)[1]
    assert 0.7 < slope < 1.3
    assert -1.0 < intercept < 0.5


def test_thresholds_separate_what_can_be_separated() -> None:
    random = np.random.default_rng(1)
    gold = random.random((400, 3)) < 0.2
    logits = np.where(gold, 1.2, -0.4) + random.normal(0, 0.1, gold.shape)
    kind = Kind("mails", logits, gold, np.arange(400) // 8)
    thresholds = choose_thresholds([kind])
    assert ((thresholds > -0.2) & (thresholds < 1.0)).all()
    found = logits >= thresholds
    assert f1(found, gold) == 1.0
    assert macro([kind], thresholds) == 1.0
    assert false_alarms(kind, thresholds) == 0.0


def test_a_document_shows_what_any_of_its_rows_shows() -> None:
    kind = Kind(
        "notes", np.array([[0.0], [3.0], [-1.0]]), np.array([[1], [0], [0]], bool), np.array([0, 0, 1])
    )
    assert kind.whole(kind.logits).tolist() == [[3.0], [-1.0]]
    assert false_alarms(kind, np.array([1.0])) == 500.0


def test_reliability_counts_each_finding_once() -> None:
    bins = reliability(np.array([0.05, 0.15, 0.18, 1.0]), np.array([0, 0, 1, 1]), np.linspace(0, 1, 11))
    assert [count for _, _, count in bins] == [1, 2, 1]
    assert bins[1][1] == 0.5
