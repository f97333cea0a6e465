"""What the chance leans on, and the bars of good sense."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.catalog import signs
from wentwell.interview import Context, Evidence
from wentwell.weighing import weigh

SOFT = sorted(label for label, sign in signs().items() if sign.kind == "soft")
DAY = date(2026, 3, 2)
SOFT_BAR = 0.56
"""Warm words alone never carry a final round much beyond even."""


def seen(label: str, **more: object) -> Evidence:
    return Evidence.model_validate({"label": label, "quote": "", "start": 0, "end": 0, **more})


def test_each_hinge_is_the_chance_of_the_same_sum_without_the_fact() -> None:
    found = [seen("next.availability"), seen("warmth"), seen("contrary.concern", probability=0.8)]
    context = Context(stage="second", finalists=3, interview_date=DAY)
    answer = weigh(found, context, 0.8, date(2026, 3, 20), hinges=True)
    told = {hinge.label: hinge for hinge in answer.hinges}
    rest = [item for item in found if item.label != "next.availability"]
    without = weigh(rest, context, 0.8, date(2026, 3, 20))
    assert told["next.availability"].probability == pytest.approx(without.probability)
    assert told["next.availability"].low == pytest.approx(without.low)
    other = context.model_copy(update={"finalists": 4})
    assert told["finalists"].probability == pytest.approx(
        weigh(found, other, 0.8, date(2026, 3, 20)).probability
    )
    assert told["silence"].probability > answer.probability


def test_an_absence_that_was_only_missed_is_a_hinge() -> None:
    answer = weigh([], Context(stage="final"), looked_for={"next.availability": 1.0}, hinges=True)
    there = weigh([seen("next.availability")], Context(stage="final"))
    hinge = next(hinge for hinge in answer.hinges if hinge.label == "next.availability")
    assert hinge.kind == "not_seen"
    assert hinge.probability == pytest.approx(there.probability)


@given(
    st.lists(st.builds(seen, label=st.sampled_from(SOFT), probability=st.floats(0, 1)), max_size=8),
    st.sampled_from([None, "screen", "first", "second", "final", "single", "informal"]),
    st.none() | st.integers(1, 6),
)
def test_hinges_come_by_the_size_of_the_change(
    found: list[Evidence], stage: str | None, finalists: int | None
) -> None:
    answer = weigh(found, Context.model_validate({"stage": stage, "finalists": finalists}), hinges=True)
    changes = [abs(hinge.probability - answer.probability) for hinge in answer.hinges]
    assert changes == sorted(changes, reverse=True)
    assert all(change > 0 for change in changes)


def test_what_is_closed_leans_on_nothing() -> None:
    assert weigh([seen("outcome.rejected")], Context(stage="final"), hinges=True).hinges == ()


@pytest.mark.parametrize("employer", [None, "startup", "small", "mid", "large", "public", "selective"])
@pytest.mark.parametrize("temper", [None, "dry"])
def test_soft_signs_alone_never_go_far_beyond_even_at_a_final_round(
    employer: str | None, temper: str | None
) -> None:
    context = Context.model_validate(
        {"stage": "final", "employer": employer, "format": "onsite", "temper": temper}
    )
    # greedy: put in whatever raises it most, until nothing does
    chosen: list[Evidence] = []
    best = weigh(chosen, context).probability
    while True:
        tries = [
            [*chosen, seen(label, specificity=1.0)]
            for label in SOFT
            if all(item.label != label for item in chosen)
        ]
        top = max(tries, key=lambda some: weigh(some, context).probability)
        if weigh(top, context).probability <= best + 1e-12:
            break
        chosen, best = top, weigh(top, context).probability
    assert chosen
    assert best <= SOFT_BAR, [item.label for item in chosen]
