"""A job's way: the candidate's word always counts, an interview or an outcome only ever moves it on."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wentwell.interview import (
    SEARCH_STAGES,
    Contact,
    OutcomeKind,
    SearchStage,
    Stage,
    StageStep,
    StepMaker,
    stage_after,
    stage_history,
    stage_of,
)

_THEN = datetime(2031, 5, 2, 9, tzinfo=UTC)
_INTERVIEWS = [UUID(int=number) for number in (1, 2, 3)]
_MAKERS: tuple[StepMaker, ...] = ("you", "interview", "outcome", "mail", "import")
_MADE_BY_ITSELF = ("interview", "outcome")


def step(
    stage: SearchStage, made_by: StepMaker = "you", hours: int = 0, interview: UUID | None = None
) -> StageStep:
    return StageStep(
        uuid=uuid4(),
        stage=stage,
        closing="refused" if stage == "closed" else None,
        recorded_at=_THEN + timedelta(hours=hours),
        made_by=made_by,
        interview=interview,
    )


@st.composite
def _steps(draw: st.DrawFn) -> list[StageStep]:
    return [
        step(
            draw(st.sampled_from(SEARCH_STAGES)),
            made_by,
            draw(st.integers(0, 12)),
            draw(st.sampled_from(_INTERVIEWS)) if made_by in _MADE_BY_ITSELF else None,
        )
        for made_by in draw(st.lists(st.sampled_from(_MAKERS), max_size=12))
    ]


def _rank(one: StageStep) -> int:
    return SEARCH_STAGES.index(one.stage)


@given(_steps())
def test_each_word_of_the_candidate_counts(steps: list[StageStep]) -> None:
    told = [one for one in steps if one.made_by not in _MADE_BY_ITSELF]
    kept = [one for one in stage_history(steps) if one.made_by not in _MADE_BY_ITSELF]
    assert {one.uuid for one in kept} == {one.uuid for one in told}


@given(_steps())
def test_nothing_moves_back_by_itself(steps: list[StageStep]) -> None:
    history = stage_history(steps)
    for before, after in pairwise(history):
        if after.made_by == "interview":
            assert _rank(after) > _rank(before)
        elif after.made_by == "outcome" and _rank(after) <= _rank(before):
            # only the newer word about the same interview
            assert (before.made_by, before.interview) == ("outcome", after.interview)
            assert before.stage in ("offer", "closed")


@given(_steps(), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_given_does_not_matter(
    steps: list[StageStep], chance: random.Random
) -> None:
    shuffled = list(steps)
    chance.shuffle(shuffled)
    assert stage_history(shuffled) == stage_history(steps)


@given(_steps())
def test_what_counts_counts_again(steps: list[StageStep]) -> None:
    history = stage_history(steps)
    assert stage_history(history) == history
    assert [one.recorded_at for one in history] == sorted(one.recorded_at for one in history)


@given(_steps(), st.sampled_from(SEARCH_STAGES))
def test_the_last_word_says_where_it_stands(steps: list[StageStep], stage: SearchStage) -> None:
    last = step(stage, "you", 13)
    assert stage_history([*steps, last])[-1] == last


def test_an_interview_booked_late_in_a_closed_job_does_not_open_it() -> None:
    history = stage_history([step("closed"), step("final", "interview", 1, _INTERVIEWS[0])])
    assert [one.stage for one in history] == ["closed"]


def test_a_corrected_outcome_takes_the_place_of_the_first() -> None:
    wrong = step("closed", "outcome", 1, _INTERVIEWS[0])
    right = step("further", "outcome", 2, _INTERVIEWS[0])
    other = step("further", "outcome", 2, _INTERVIEWS[1])
    assert stage_history([wrong, right])[-1] == right
    assert stage_history([wrong, other])[-1] == wrong


def test_a_withdrawn_offer_closes() -> None:
    history = stage_history([step("offer", "outcome", 1, _INTERVIEWS[0]), step("closed", "outcome", 2)])
    assert history[-1].stage == "closed"


@pytest.mark.parametrize(
    ("stage", "stands", "after"),
    [
        (None, "first", "further"),
        ("informal", "screen", "first"),
        ("screen", "screen", "first"),
        ("first", "first", "further"),
        ("second", "further", "further"),
        ("final", "final", "final"),
        ("single", "final", "final"),
    ],
)
def test_where_an_interview_and_an_invitation_take_a_job(
    stage: Stage | None, stands: SearchStage, after: SearchStage
) -> None:
    assert stage_of(stage) == stands
    assert stage_after("advanced", stage) == (after, None)


@pytest.mark.parametrize(
    ("kind", "reached"),
    [
        ("offer", ("offer", None)),
        ("rejected", ("closed", "refused")),
        ("withdrew", ("closed", "withdrawn")),
        ("no-answer", None),
    ],
)
def test_where_an_outcome_takes_a_job(kind: OutcomeKind, reached: object) -> None:
    assert stage_after(kind, "first") == reached


def test_only_a_closed_job_says_how() -> None:
    with pytest.raises(ValidationError):
        StageStep(uuid=uuid4(), stage="closed", recorded_at=_THEN)
    with pytest.raises(ValidationError):
        StageStep(uuid=uuid4(), stage="offer", closing="accepted", recorded_at=_THEN)
    with pytest.raises(ValidationError):
        Contact(role="recruiter")
    assert step("applied").model_copy(update={"on": date(2031, 4, 1)}).day == date(2031, 4, 1)
