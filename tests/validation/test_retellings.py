"""Retellings with outcomes: measures against hand values, what the words tell, and the whole command."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from validation.retelling.measures import auc, auc_within, bins, difference, ici, measure, recalibration
from validation.retelling.stages import DELAYS, ROUNDS, STEPS, delays, rounds, steps
from validation.retelling.texts import load
from validation.retelling.wrong import mantel_haenszel

_OPENINGS = (
    "A porter showed me the kiln before we sat down.",
    "The first talk was by phone and took twenty minutes.",
    "Two people from the mill met me in their yard.",
    "I wrote a short test about barley.",
    "The brewer asked when I could start.",
)
_GOOD = (
    "They showed me around the whole malting floor.",
    "She asked for two references and my notice period.",
    "We spoke about pay, and he named the range.",
)
_BAD = (
    "He looked at the clock all the time.",
    "She said that they would be in touch.",
    "Nobody answered my letters afterwards.",
)


def write(path: Path, count: int = 72, folds: int = 4) -> Path:
    """Made-up retellings in the documented format."""
    lines = []
    for number in range(count):
        offer = number % 5 in (0, 2)
        told = (_GOOD if (number % 7 != 0) == offer else _BAD)[number % 3]
        lines.append(
            json.dumps(
                {
                    "id": f"made-{number}",
                    "company": ("Saltmarsh Brewing", "Ostrava Malt")[number % 2],
                    "role": "Maltster",
                    "date": "2026-01-02",
                    "outcome": "offer" if offer else "no_offer",
                    "difficulty": "easy",
                    "process_days": 14 if number % 3 else None,
                    "quality": "ok",
                    "fold": (number // 3) % folds,
                    "text": "Not read.",
                    "text_masked": f"{_OPENINGS[number % 5]} {told} That was number {number}.",
                }
            )
        )
    lines.append(json.dumps({**json.loads(lines[0]), "id": "short", "text_masked": "Fine."}))
    lines.append(json.dumps({**json.loads(lines[0]), "id": "open", "outcome": "unknown"}))
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_auc_counts_pairs_and_ties_as_halves() -> None:
    chances = np.array([0.9, 0.4, 0.4, 0.1])
    offers = np.array([True, True, False, False])
    assert auc(chances, offers) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert math.isnan(auc(chances, np.ones(4, np.bool_)))
    assert measure(np.full(4, 0.5), offers, ["one"] * 4, draws=5).slope is None


def test_auc_equals_that_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="needs training/requirements.txt")
    random = np.random.default_rng(1)
    chances = random.integers(1, 20, 300) / 20
    offers = random.random(300) < chances
    assert auc(chances, offers) == pytest.approx(metrics.roc_auc_score(offers, chances))
    found = measure(chances, offers, ["one"] * 300, draws=20)
    assert found.brier.value == pytest.approx(metrics.brier_score_loss(offers, chances))
    assert found.log_score == pytest.approx(metrics.log_loss(offers, chances))


def test_auc_within_employers_does_not_see_that_one_takes_more() -> None:
    random = np.random.default_rng(2)
    groups = ["a"] * 200 + ["b"] * 200
    chances = np.array([0.8] * 200 + [0.2] * 200)
    offers = random.random(400) < chances
    assert auc(chances, offers) > 0.7
    assert auc_within(chances, offers, groups) == pytest.approx(0.5)
    assert math.isnan(auc_within(chances[:40], offers[:40], groups[:40]))


def test_recalibration_finds_what_was_bent() -> None:
    random = np.random.default_rng(3)
    log_odds = random.normal(-0.5, 1.2, 60_000)
    offers = random.random(60_000) < 1 / (1 + np.exp(-log_odds))
    bent = 1 / (1 + np.exp(-(2 * log_odds + 1)))
    intercept, slope = recalibration(bent, offers)
    assert slope == pytest.approx(0.5, abs=0.03)
    assert intercept == pytest.approx(-0.5, abs=0.05)


def test_calibration_error_is_the_mean_distance_of_the_bins() -> None:
    chances = np.array([0.1, 0.1, 0.7, 0.7])
    offers = np.array([False, False, True, False])
    assert np.allclose(bins(chances, offers, 2), [(2, 0.1, 0.0), (2, 0.7, 0.5)])
    assert ici(chances, offers, 2) == pytest.approx(0.5 * 0.1 + 0.5 * 0.2)
    assert ici(np.full(100, 0.3), np.arange(100) % 10 < 3) == pytest.approx(0)


def test_an_interval_holds_its_value_and_shrinks_with_more_retellings() -> None:
    random = np.random.default_rng(4)
    chances = random.random(4000)
    offers = random.random(4000) < chances
    few = measure(chances[:200], offers[:200], ["a"] * 200, draws=200).auc
    many = measure(chances, offers, ["a"] * 4000, draws=200).auc
    assert few is not None
    assert many is not None
    assert many.low < many.value < many.high
    assert many.high - many.low < 0.5 * (few.high - few.low)


def test_the_true_chance_beats_the_base_rate_in_a_paired_comparison() -> None:
    random = np.random.default_rng(5)
    chances = random.random(1000)
    offers = random.random(1000) < chances
    better = difference(chances, np.full(1000, 0.5), offers, draws=200)
    assert better[0].low > 0
    assert better[1].low > 0


def test_the_odds_ratio_within_groups_by_hand() -> None:
    told = np.array([1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0], np.bool_)
    offers = np.array([1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0], np.bool_)
    groups = ["x"] * 6 + ["y"] * 6
    ratio, se = mantel_haenszel(told, offers, groups)
    assert ratio == pytest.approx(math.log((2 * 2 / 6 + 1 * 3 / 6) / (1 * 1 / 6 + 1 * 1 / 6)))
    assert se is not None
    assert 0 < se < 3
    assert mantel_haenszel(told, told, groups) == (None, None)


def test_the_error_of_one_table_is_woolfs() -> None:
    counts = {(True, True): 30, (True, False): 20, (False, True): 25, (False, False): 45}
    told = np.array([t for (t, _), n in counts.items() for _ in range(n)])
    offers = np.array([o for (_, o), n in counts.items() for _ in range(n)])
    ratio, se = mantel_haenszel(told, offers, ["one"] * len(told))
    assert ratio == pytest.approx(math.log(30 * 45 / (20 * 25)))
    assert se == pytest.approx(math.sqrt(sum(1 / n for n in counts.values())), rel=0.02)


def told(text: str) -> set[str]:
    return {name for name, count in zip(STEPS, steps(text), strict=True) if count > 0}


def test_the_steps_that_words_tell() -> None:
    assert {"phone", "screen"} <= told("After a phone screen I heard nothing.")
    assert {"flown", "several"} <= told("They flew me out for a whole day.")
    assert {"second", "hr"} <= told("The second round was with HR.")
    assert told("The barley was dry.") == set()


def test_rounds_people_and_delays_that_words_tell() -> None:
    found = dict(zip(ROUNDS, rounds("Three rounds; in the third round I met four people."), strict=True))
    assert found == {"nth_round": 3.0, "rounds_told": 3.0, "people_told": 4.0}
    waited = dict(zip(DELAYS, delays("They wrote after 2-4 days, then it took two weeks."), strict=True))
    assert waited["longest_days"] == pytest.approx(math.log1p(14))
    assert waited["delays_told"] == 2
    assert delays("Nothing.") == [0.0, 0.0, 0.0]


def test_only_texts_with_an_outcome_and_of_some_length_are_taken(tmp_path: Path) -> None:
    path = write(tmp_path / "made.jsonl")
    rows = load(path)
    assert len(rows) == 72
    few = load(path, limit=10)
    assert {row.id for row in few} <= {row.id for row in load(path, limit=20)}
    path.write_text('{"id": "x", "outcome": "offer"}', "utf-8")
    with pytest.raises(ValueError, match="line 1"):
        load(path)


def test_the_whole_command(tmp_path: Path) -> None:
    for name in ("sklearn", "onnx"):
        pytest.importorskip(name, reason="needs training/requirements.txt")
    from validation.__main__ import main

    told = str(write(tmp_path / "made.jsonl"))
    there = tmp_path / "validation.md"
    there.write_text("Before.\n<!-- validation outcomes -->\n<!-- end outcomes -->\nAfter.\n", "utf-8")
    arguments = ["outcomes", "--texts", told, "--draws", "20", "--cache", str(tmp_path / "kept")]
    assert main([*arguments, "--page", str(there)]) == 0
    text = there.read_text("utf-8")
    assert text.startswith("Before.")
    assert text.endswith("After.\n")
    assert "on 72 retellings" in text
    assert "Saltmarsh Brewing | 36 |" in text
    for line in text.splitlines():
        if line.startswith("| base rate"):
            assert "| 72 |" in line


def test_what_is_kept_is_what_the_product_reads(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="needs training/requirements.txt")
    from validation.retelling.read import read_all

    import wentwell
    from wentwell.reading import units
    from wentwell.reading._encoder import Encoder

    rows = load(write(tmp_path / "made.jsonl", count=12, folds=2))
    readings = read_all(rows, tmp_path / "kept")
    for row, one in zip(rows, readings.each, strict=True):
        document = wentwell.Document.from_text(row.text, kind="notes")
        assert one.evidence == wentwell.read(document)
        assert np.array_equal(one.logits, Encoder().judge([units(document)])[0].logits)
    # what was read is not read again
    times = {one: one.stat().st_mtime_ns for one in (tmp_path / "kept").iterdir()}
    again = read_all(rows, tmp_path / "kept")
    assert {one: one.stat().st_mtime_ns for one in (tmp_path / "kept").iterdir()} == times
    assert [one.evidence for one in again.each] == [one.evidence for one in readings.each]


def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    for name in ("sklearn", "onnx"):
        pytest.importorskip(name, reason="needs training/requirements.txt")
    from validation.__main__ import main

    with pytest.raises(SystemExit, match=r"^cannot use the retellings: .*none\.jsonl") as ended:
        main(["outcomes", "--texts", str(tmp_path / "none.jsonl")])
    assert "\n" not in str(ended.value)
