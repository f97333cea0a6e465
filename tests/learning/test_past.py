"""What of a kept interview is learned from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from wentwell.interview import Context, OutcomeKind
from wentwell.journal import Entry
from wentwell.learning import past
from wentwell.learning._past import standing
from wentwell.weighing import weigh

DAY = date(2031, 5, 5)
Make = Callable[..., Entry]


@pytest.mark.parametrize(
    ("kind", "yes"), [("offer", True), ("advanced", True), ("rejected", False), ("no-answer", None)]
)
def test_what_an_outcome_means(entry: Make, kind: OutcomeKind, yes: bool | None) -> None:
    found = past(entry(kind))
    assert found is not None
    assert found.yes is yes


@pytest.mark.parametrize("kind", ["withdrew", None])
def test_what_is_not_known_is_left_out_and_never_a_refusal(entry: Make, kind: OutcomeKind | None) -> None:
    assert past(entry(kind)) is None
    assert standing(entry(kind)) == "censored"


def test_no_answer_counts_by_its_days(entry: Make) -> None:
    found = past(entry("no-answer", days=21))
    assert found is not None
    shown = weigh(
        [], Context(stage="first", employer="mid", interview_date=DAY), None, DAY + timedelta(days=21)
    )
    quiet = next(part for part in shown.contributions if part.kind == "silence")
    assert found.silence == pytest.approx(quiet.log_odds)
    assert quiet.log_odds < -0.5
    undated = entry("no-answer", context=Context(stage="first"))
    assert past(undated) is None
    assert standing(undated) == "censored"


def test_an_outcome_known_before_anything_was_shown_is_hindsight(entry: Make) -> None:
    early = entry("rejected", on=date(2031, 5, 1))
    assert standing(early) == "hindsight"
    assert past(early) is None
    told = entry("advanced", labels=("next.invited",))
    assert told.assessments[0].assessment.status == "advanced"
    assert standing(told) == "hindsight"


def test_the_offset_holds_the_shipped_numbers_alone(entry: Make) -> None:
    made = entry("rejected", 0.9)
    shown = made.assessments[0].assessment
    kinds = {part.kind for part in shown.contributions}
    assert {"base", "sign", "gut"} <= kinds
    found = past(made)
    assert found is not None
    gut = next(part for part in shown.contributions if part.kind == "gut")
    assert found.offset == pytest.approx(shown.log_odds - gut.log_odds)
    assert (found.gut, found.first, found.base) == (0.9, shown.probability, shown.base_rate)
    assert set(found.signs) == {"selling.start_date"}


def test_words_about_a_feeling_stay_in_the_offset(entry: Make) -> None:
    made = entry("rejected", None, labels=("gut.bad",))
    found = past(made)
    assert found is not None
    assert found.offset == pytest.approx(made.assessments[0].assessment.log_odds)
