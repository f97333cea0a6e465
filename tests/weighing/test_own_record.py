"""A person's own record in the sum."""

from __future__ import annotations

from datetime import date
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Assessment, Context, Evidence, Normal, OwnStart, Personal, Stage
from wentwell.weighing import expit, stated_log_odds, weigh

STAGES: tuple[Stage, ...] = ("screen", "first", "second", "final", "single", "informal")
LABELS = ("selling.start_date", "salary.asked", "warmth", "contact.references", "contrary.short")
small = st.floats(-1.5, 1.5)


def seen(label: str) -> Evidence:
    return Evidence(label=label, quote="", start=0, end=0, found_by="answered")


@st.composite
def personals(draw: st.DrawFn) -> Personal:
    starts = {
        stage: OwnStart(
            count=6,
            yes=2,
            shift=draw(small),
            sd=draw(st.floats(0.05, 0.8)),
            with_gut=draw(st.floats(-0.05, 0.05)),
            suggested=0.4,
            table=0.4,
        )
        for stage in draw(st.lists(st.sampled_from(STAGES), unique=True, max_size=3))
    }
    return Personal(
        outcomes=12,
        intercept=Normal(mean=draw(small), sd=draw(st.floats(0.05, 0.55))),
        gut_slope=Normal(mean=draw(st.floats(-0.3, 1.2)), sd=draw(st.floats(0.01, 0.2))),
        with_gut=draw(st.floats(-0.05, 0.05)),
        starts=starts,
        signs=draw(st.dictionaries(st.sampled_from(LABELS), st.floats(-0.5, 0.5))),
    )


contexts = st.builds(
    Context,
    stage=st.none() | st.sampled_from(STAGES),
    finalists=st.none() | st.integers(1, 5),
    base_rate=st.none() | st.floats(0.05, 0.95),
    self_doubter=st.booleans(),
    interview_date=st.just(date(2031, 5, 5)),
)
evidence = st.lists(st.sampled_from(LABELS).map(seen), max_size=5)
guts = st.none() | st.floats(0.01, 0.99)


@given(evidence, contexts, guts, personals())
def test_the_parts_still_add_up(
    found: list[Evidence], context: Context, gut: float | None, personal: Personal
) -> None:
    answer = weigh(found, context, gut, date(2031, 5, 20), personal=personal)
    assert fsum(part.log_odds for part in answer.contributions) == answer.log_odds
    assert answer.probability == expit(answer.log_odds)
    assert [part.kind for part in answer.contributions].count("record") == 1
    assert answer.low <= answer.probability <= answer.high


@given(evidence, contexts, guts, personals())
def test_it_changes_nothing_but_its_own_part_and_the_guts(
    found: list[Evidence], context: Context, gut: float | None, personal: Personal
) -> None:
    def others(personal: Personal | None) -> list[object]:
        answer = weigh(found, context, gut, personal=personal)
        return [part for part in answer.contributions if part.kind not in ("record", "gut", "limit")]

    assert others(personal) == others(None)


@given(contexts, guts, personals())
def test_the_band_is_never_narrower_than_employers_differ(
    context: Context, gut: float | None, personal: Personal
) -> None:
    answer = weigh([], context, gut, personal=personal)
    assert answer.sd >= max(part.sd for part in answer.contributions if part.kind == "base") - 1e-12


def part_of(answer: Assessment, kind: str) -> float:
    return next(part.log_odds for part in answer.contributions if part.kind == kind)


def test_the_gut_counts_by_the_learned_slope() -> None:
    personal = Personal(outcomes=40, intercept=Normal(mean=0, sd=0.2), gut_slope=Normal(mean=0.8, sd=0.1))
    context = Context(stage="first")
    for gut in (0.05, 0.3, 0.7, 0.97):
        told = part_of(weigh([], context, gut, personal=personal), "gut")
        assert told == pytest.approx(0.8 * stated_log_odds(gut))
    usual = personal.model_copy(update={"gut_slope": Normal(mean=0.35, sd=0.2)})
    for gut in (0.01, 0.3, 0.99):
        assert part_of(weigh([], context, gut, personal=usual), "gut") == pytest.approx(
            part_of(weigh([], context, gut), "gut")
        )
    upside_down = personal.model_copy(update={"gut_slope": Normal(mean=-0.2, sd=0.1)})
    assert part_of(weigh([], context, 0.9, personal=upside_down), "gut") == 0


def test_an_own_start_counts_only_where_the_table_is_the_start() -> None:
    start = OwnStart(count=9, yes=7, shift=0.6, sd=0.4, suggested=0.5, table=0.42)
    personal = Personal(
        outcomes=9,
        intercept=Normal(mean=0.2, sd=0.3),
        gut_slope=Normal(mean=0.35, sd=0.2),
        starts={"final": start},
    )

    def record(context: Context) -> float:
        return part_of(weigh([], context, personal=personal), "record")

    assert record(Context(stage="final")) == pytest.approx(0.8)
    assert record(Context(stage="first")) == pytest.approx(0.2)
    assert record(Context(stage="final", finalists=3)) == pytest.approx(0.2)
    assert record(Context(stage="final", base_rate=0.5)) == pytest.approx(0.2)


def test_a_moved_weight_counts_in_its_own_standard_deviations() -> None:
    personal = Personal(
        outcomes=90,
        intercept=Normal(mean=0, sd=0.1),
        gut_slope=Normal(mean=0.35, sd=0.2),
        signs={"warmth": 0.4, "salary.asked": -0.5},
    )
    answer = weigh([seen("warmth")], Context(stage="final"), personal=personal)
    sign = next(part for part in answer.contributions if part.kind == "sign")
    assert part_of(answer, "record") == pytest.approx(0.4 * sign.sd)


def test_the_round_after_an_invitation_knows_the_record_too() -> None:
    personal = Personal(outcomes=9, intercept=Normal(mean=0.5, sd=0.3), gut_slope=Normal(mean=0.35, sd=0.2))
    invited = weigh([seen("next.invited")], Context(stage="first"), personal=personal)
    assert invited.status == "advanced"
    assert part_of(invited, "record") == pytest.approx(0.5)
    open_one = weigh([], Context(stage="first"), personal=personal)
    ahead = next(turn for turn in open_one.what_would_change if turn.label == "next.invited")
    assert ahead.probability == pytest.approx(invited.probability)
