"""A record told: any terminal, any name, kind words."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from wentwell.interview import Bin, Calibration, Estimate, GutWorth, Normal, OwnStart, Personal, Score
from wentwell.telling import (
    calibration_to_html,
    calibration_to_markdown,
    calibration_to_terminal,
    learned_to_terminal,
)


def estimate(mean: float) -> Estimate:
    return Estimate(mean=mean, low=mean - 0.05, high=mean + 0.06)


def make(difference: float = 0.2, against: float = -0.1, person: str | None = None) -> Calibration:
    lean = "low" if difference > 0.06 else "high" if difference < -0.06 else "none"
    return Calibration.model_validate(
        {
            "person": person,
            "resolved": 20,
            "yes": 8,
            "censored": 2,
            "scores": (
                Score(
                    forecaster="first shown",
                    count=20,
                    brier=estimate(0.21),
                    log=estimate(0.61),
                    log_against_base=estimate(against),
                ),
                Score(forecaster="base rate", count=20, brier=estimate(0.24), log=estimate(0.66)),
            ),
            "curve": (
                Bin(forecast=0.25, count=10, yes=2, low=1, high=4),
                Bin(forecast=0.5, count=10, yes=9, low=3, high=7),
            ),
            "gut": GutWorth(
                count=20, guessed=0.4 - difference, came=0.4, difference=estimate(difference), lean=lean
            ),
            "learned": learned(),
        }
    )


def learned(intercept: float = 0.3) -> Personal:
    return Personal(
        outcomes=20,
        intercept=Normal(mean=intercept, sd=0.3),
        gut_slope=Normal(mean=0.42, sd=0.15),
        starts={"first": OwnStart(count=12, yes=5, shift=0.1, sd=0.4, suggested=0.43, table=0.42)},
        signs={"warmth": 0.2, "salary.asked": 0.01},
    )


def to_text(record: Calibration, width: int = 100, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    calibration_to_terminal(record, Console(file=file, width=width))
    file.flush()
    return raw.getvalue().decode(encoding)


FACES = [to_text, calibration_to_markdown, calibration_to_html]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    ("difference", "words"),
    [(0.2, "Your gut runs low"), (-0.2, "Your gut runs high"), (0.01, "cannot be told yet")],
)
def test_whether_the_gut_runs_low_or_high_is_told_with_its_range(
    face: object, difference: float, words: str
) -> None:
    told = " ".join(str(face(make(difference))).split())  # type: ignore[operator]
    assert words in told
    assert ("15 to 26" in told) is (difference == 0.2)
    assert ("14 to 25" in told) is (difference == -0.2)
    assert not re.search(r"(?i)you failed|bad at|worse than other|stop (searching|looking)", told)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    ("against", "words"),
    [(-0.1, "did better than the usual rate"), (0.1, "usual rate alone did better"), (0.0, "cannot be told")],
)
def test_the_verdict_goes_by_the_range(face: object, against: float, words: str) -> None:
    assert words in " ".join(str(face(make(against=against))).split())  # type: ignore[operator]


@pytest.mark.parametrize("width", [20, 40, 75, 76, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for line in to_text(make(), width).splitlines():
        assert len(line) <= max(width, 20)


def test_a_plain_terminal_gets_plain_characters() -> None:
    told = to_text(make(), encoding="ascii")
    assert "?" not in told
    assert "===" in told


def test_a_name_is_only_ever_text() -> None:
    record = make(person="<b>Ada</b> *x* \x1b[31m")
    assert "<b>" not in calibration_to_html(record)
    assert "<b>" not in calibration_to_markdown(record)
    assert "\x1b" not in to_text(record)


def test_learning_tells_before_and_after_and_only_what_moves() -> None:
    file = io.StringIO()
    learned_to_terminal(None, learned(), Console(file=file, width=100))
    told = " ".join(file.getvalue().split())
    assert "0, for anybody -> 0.30 (" in told
    assert "0.35, for anybody -> 0.42 (0.23 to 0.61)" in told
    assert "42, the table's -> 44 (5 of your 12 went on)" in told
    assert "as in the table -> a little more for it" in told
    assert "pay" not in told
