"""A small run of the recovery study; the whole one is ``python -m validation recovery``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from validation.recovery import markdown, people, study

PEOPLE = {person.name: person for person in people()}


@pytest.mark.parametrize("name", ["self-doubter", "over-confident", "noisy"])
def test_more_outcomes_come_nearer_to_the_truth_and_help_the_forecast(name: str) -> None:
    few, many = study(PEOPLE[name], 30, 40), study(PEOPLE[name], 300, 40)
    assert many.slope[1] < few.slope[1]
    assert many.gain > few.gain - 2 * few.gain_error
    assert many.gain > 3 * many.gain_error
    if name != "noisy":
        assert many.intercept[1] < few.usual[0] * 0.75


def test_ranges_hold_the_truth_of_anybody_eight_times_in_ten() -> None:
    found = study(PEOPLE["anybody"], 60, 150)
    for _, rmse, held in (found.intercept, found.slope):
        assert 0.72 <= held <= 0.88
        assert rmse > 0
    assert found.gain > 0


def test_the_section_tells_every_row() -> None:
    found = [study(PEOPLE["noisy"], 30, 3)]
    section = markdown(found, 3)
    assert "python -m validation recovery` (3 times each)" in section
    assert section.count("\n| noisy | 30 |") == 1
