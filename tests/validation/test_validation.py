"""The proofs in small: what must hold for any worlds, and what is kept in the docs."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from validation.__main__ import main
from validation.page import PAGE, write_section
from validation.robustness import Told, measured_errors, misread, moves
from validation.sbc import calibration_slope, own

from wentwell.catalog import signs


def test_the_band_of_the_sum_holds_eight_times_in_ten() -> None:
    found = own(700, np.random.default_rng(4))
    # 80 % of 700, give or take three standard errors
    assert 0.755 <= found.inside <= 0.845
    assert found.p_value > 0.001


def test_a_calibration_slope_is_found_again() -> None:
    rng = np.random.default_rng(1)
    log_odds = rng.normal(size=20_000)
    outcome = rng.random(20_000) < 1 / (1 + np.exp(-0.5 * log_odds))
    assert abs(calibration_slope(log_odds, outcome) - 0.5) < 0.05


def test_the_same_told_again_or_in_another_order_changes_nothing() -> None:
    moved = dict(moves(400, 7))
    assert moved["every sign but praise told five times"].max() < 1e-9
    assert moved["told in another order"].max() < 1e-9
    assert 0 < moved["praise told five times"].max() < 15


def test_the_readers_errors_come_from_its_card_and_are_made_as_often() -> None:
    errors = measured_errors()
    assert set(errors) <= set(signs())
    told = Told(4000, 3)
    place = told.labels.index("warmth")
    read = misread(told.there, told.labels, np.random.default_rng(5))[:, place]
    there = told.there[:, place]
    assert abs(read[there].mean() - errors["warmth"].recall) < 0.06
    assert abs(there[read].mean() - errors["warmth"].precision) < 0.06


def test_a_section_is_put_between_its_markers_only(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- validation sbc -->\nold\n<!-- end sbc -->\nb\n", encoding="utf-8")
    write_section("sbc", "new \\1", page)
    assert page.read_text(encoding="utf-8") == "a\n<!-- validation sbc -->\nnew \\1\n<!-- end sbc -->\nb\n"
    with pytest.raises(ValueError, match="no place"):
        write_section("recovery", "x", page)


def test_every_proof_that_there_is_has_its_place_in_the_docs() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in ("sbc", "robustness"):
        assert f"python -m validation {name}" in text
        inside = text.split(f"<!-- validation {name} -->")[1].split(f"<!-- end {name} -->")[0]
        assert "| --- |" in inside


def test_a_proof_that_there_is_not_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
