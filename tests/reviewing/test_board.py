from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import (
    SEARCH_STAGES,
    Deadline,
    Opportunity,
    OpportunityDetails,
    StageStep,
    stage_history,
)
from wentwell.journal import OpportunityEntry
from wentwell.reviewing import board_columns, chosen_jobs, funnel

TODAY = date(2026, 5, 4)
MOMENT = datetime(2026, 1, 5, tzinfo=UTC)


def entry(number: int, *stages: str, **details: object) -> OpportunityEntry:
    steps = tuple(
        StageStep(
            uuid=uuid4(),
            stage="closed" if stage not in SEARCH_STAGES else stage,
            closing=None if stage in SEARCH_STAGES else stage,
            on=TODAY - timedelta(100 - number),
            recorded_at=MOMENT + timedelta(hours=place),
        )
        for place, stage in enumerate(stages)
    )
    return OpportunityEntry(
        id=number,
        uuid=uuid4(),
        opportunity=Opportunity(employer=f"Employer {number}", job="Baker"),
        details=OpportunityDetails.model_validate(details),
        created_at=MOMENT,
        changed_at=MOMENT,
        steps=steps,
        history=stage_history(steps),
    )


def test_the_funnel_counts_the_furthest_each_came() -> None:
    jobs = [
        entry(1, "applied"),
        entry(2, "applied", "final", "first"),
        entry(3, "applied", "first", "refused"),
        entry(4, "applied", "accepted"),
        entry(5, "no-answer"),
    ]
    assert [(row.jobs, row.open) for row in funnel(jobs)] == [(5, 2), (3, 1), (3, 1), (2, 1), (2, 1), (1, 0)]
    assert [row.jobs for row in funnel([])] == [0] * 6


_WAYS = st.lists(st.sampled_from([*SEARCH_STAGES[:-1], "refused", "accepted"]), max_size=4)


@given(ways=st.lists(_WAYS, max_size=8))
def test_no_stage_is_reached_by_more_than_the_one_before(ways: list[list[str]]) -> None:
    rows = funnel([entry(number, *way) for number, way in enumerate(ways, 1)])
    assert rows[0].jobs == len(ways)
    for before, after in pairwise(rows):
        assert before.jobs >= after.jobs
        assert before.open >= after.open
    assert all(row.open <= row.jobs for row in rows)


@given(ways=st.lists(_WAYS, max_size=8))
def test_every_job_stands_in_one_column(ways: list[list[str]]) -> None:
    columns = board_columns([entry(number, *way) for number, way in enumerate(ways, 1)], TODAY)
    assert tuple(columns) == SEARCH_STAGES
    assert sorted(one.id for several in columns.values() for one in several) == list(range(1, len(ways) + 1))
    assert all(one.stage == stage for stage, several in columns.items() for one in several)


def test_what_has_a_day_comes_first_then_the_newest() -> None:
    jobs = [
        entry(1, "applied"),
        entry(2, "applied", deadline=Deadline(day=date(2026, 5, 9))),
        entry(3, "applied"),
        entry(4, "applied", deadline=Deadline(day=date(2026, 5, 2))),
    ]
    assert [one.id for one in board_columns(jobs, TODAY)["applied"]] == [4, 2, 3, 1]


def test_words_of_a_job_are_found_wherever_they_stand() -> None:
    one = entry(1, "applied", note="They mentioned a ROTA", contacts=[{"name": "Ines Roth"}], tags=["night"])
    for phrase in ("rota", "ines baker", "NIGHT employer", ""):
        assert chosen_jobs([one], phrase=phrase) == [one], phrase
    assert chosen_jobs([one], phrase="rota nowhere") == []
