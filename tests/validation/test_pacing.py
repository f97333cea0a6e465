"""The pace of a search held against made-up ones, in small."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from validation.pacing import WORLDS, coverage, search


def test_the_band_of_the_pace_holds_about_eight_times_in_ten() -> None:
    found = coverage(WORLDS[0], 60, 3, draws=400)
    # 80 % of 60 searches (their three days go together), give or take two and a half standard errors
    assert 0.67 <= found.inside <= 0.93
    assert abs(found.off) < 6


def test_in_a_made_up_search_more_weeks_never_lower_the_truth() -> None:
    rng = np.random.default_rng(5)
    for _ in range(20):
        one = search(WORLDS[0], 4, rng)
        assert list(one.truth) == sorted(one.truth)
        assert len(one.open) <= 4
        assert (one.truth[-1] > 0) == bool(one.open)
