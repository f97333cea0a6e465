"""One list over the whole search: what is pressing first, short, and never without going on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.advice import MOST_STEPS, SearchStep, Standing, day_to_ask, missing_facts, search_steps
from wentwell.catalog import signs
from wentwell.interview import Context, Evidence, Interview, Opportunity, Outcome
from wentwell.pacing import Need
from wentwell.weighing import weigh

TODAY = date(2026, 3, 12)


def standing(
    number: int, days: int | None, *labels: str, told: bool = True, outcome: Any = None, **facts: Any
) -> Standing:
    """Make an interview held so many days ago (negative: to come)."""
    held = None if days is None else TODAY - timedelta(days=days)
    context = Context.model_validate({"stage": "first", "interview_date": held, **facts})
    evidence = tuple(Evidence(label=label, quote="", start=0, end=0) for label in labels)
    return Standing(
        number=number,
        interview=Interview(
            opportunity=Opportunity(employer=f"Firm {number}", job="Buyer"),
            context=context,
            evidence=evidence,
            outcome=outcome,
        ),
        shown=weigh(evidence, context, today=held or TODAY, outlook=True),
        told=told,
    )


def kinds(*standings: Standing, **more: Any) -> list[str]:
    return [step.kind for step in search_steps(standings, TODAY, **more)]


def only(*standings: Standing, kind: str, **more: Any) -> SearchStep:
    (step,) = [step for step in search_steps(standings, TODAY, **more) if step.kind == kind]
    return step


def test_an_empty_search_says_to_apply_with_the_paces_number() -> None:
    need = Need(want=0.8, by=date(2026, 6, 4), monthly=8, low=2, high=22)
    (step,) = search_steps([], TODAY, need=need)
    assert step.kind == "search"
    assert "about 8 first interviews a month" in step.action
    assert "Thursday, 4 June" in step.action
    for silent in (None, need.model_copy(update={"monthly": None}), need.model_copy(update={"monthly": 0})):
        (step,) = search_steps([], TODAY, need=silent)
        assert step.action == "Go on applying, however this week went."


def test_what_cannot_be_moved_comes_first() -> None:
    found = kinds(
        standing(1, -1, told=False),
        standing(2, 1, "next.availability"),
        standing(3, 1),
        standing(4, 12, promised_date=TODAY - timedelta(days=3)),
        standing(5, 20, outcome=Outcome(kind="rejected", on=TODAY - timedelta(days=2))),
        standing(6, 3, told=False),
        cards_due=2,
    )
    assert found == ["interview", "reply", "debrief", "thank", "search", "nudge", "feedback", "practise"] + (
        ["context"] if "context" in found else []
    )


def test_a_question_for_news_has_the_day_of_the_one_rule() -> None:
    waiting = standing(1, 4)
    step = only(waiting, kind="wait")
    assert step.on == day_to_ask(waiting.shown.context)
    assert step.on is not None
    assert f"{step.on:%A}" in step.action
    assert only(standing(1, 20, promised_date=TODAY - timedelta(days=2)), kind="nudge").on == TODAY
    # long after its day it rests
    assert kinds(standing(1, 90), with_cards={1})[0] == "search"


def test_several_notes_are_one_step_with_a_command_for_each() -> None:
    step = only(standing(1, 1), standing(2, 0), standing(3, 2), kind="thank")
    assert step.numbers == (1, 2, 3)
    assert all(f"wentwell thank {number}" in step.action for number in step.numbers)


def test_after_an_invitation_prepare_as_for_the_first_until_the_next_round_is_booked() -> None:
    invited = standing(1, 5, outcome=Outcome(kind="advanced", on=TODAY - timedelta(days=1)))
    step = only(invited, kind="prepare")
    assert "others are likely coming too" in step.action
    assert "draft invitation 1" in step.action
    booked = standing(2, -4, told=False)
    same = invited.interview.opportunity
    booked = booked.model_copy(
        update={"interview": booked.interview.model_copy(update={"opportunity": same})}
    )
    step = only(invited, booked, kind="prepare")
    assert step.numbers == (2,)
    assert "Monday, 16 March" in step.action
    # one in a month is no step yet
    assert "prepare" not in kinds(standing(3, -30, told=False))


def test_a_refusal_is_answered_while_it_is_fresh_and_an_offer_never_ends_it() -> None:
    no = Outcome(kind="rejected", on=TODAY - timedelta(days=2))
    assert "draft refusal 1" in only(standing(1, 9, outcome=no), kind="feedback").action
    old = Outcome(kind="rejected", on=TODAY - timedelta(days=15))
    assert kinds(standing(1, 40, outcome=old), with_cards={1}) == ["search"]
    offer = standing(1, 9, outcome=Outcome(kind="offer", on=TODAY))
    assert "in writing" in only(offer, kind="reply").action
    assert "until you have signed" in only(offer, kind="search").action


def test_a_doubt_is_practised_once() -> None:
    doubted = standing(1, 3, "contrary.concern")
    assert "practice --from 1" in only(doubted, kind="practise").action
    assert "practise" not in kinds(doubted, with_cards={1})
    assert "1 practice card is due" in only(doubted, kind="practise", cards_due=1).action


def test_what_is_missing_is_asked_for_once_where_it_counts_most() -> None:
    undated, known = standing(1, None), standing(2, 3, employer="mid", interviewer_roles=("decider",))
    step = only(known, undated, kind="context")
    assert step.action.endswith("wentwell context 1 --date ...")
    assert "context" not in kinds(known)
    assert [one.field for one in missing_facts(Interview(), weigh([], Context()))][:2] == [
        "interview_date",
        "stage",
    ]


@pytest.mark.parametrize("stage", ["first", "final"])
def test_a_fact_is_asked_for_only_if_its_values_move_the_chance(stage: str) -> None:
    context = Context.model_validate({"stage": stage, "interview_date": TODAY})
    shown = weigh([], context, today=TODAY)
    for fact in missing_facts(Interview(context=context), shown):
        assert fact.spread >= 0.05
        assert getattr(context, fact.field) in (None, ())
    refused = shown.model_copy(update={"status": "refused"})
    assert missing_facts(Interview(context=context), refused) == ()


@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(-40, 120),
            st.lists(st.sampled_from(sorted(signs())), max_size=4),
            st.booleans(),
            st.sampled_from([None, "offer", "advanced", "rejected", "withdrew", "no-answer"]),
            st.none() | st.integers(-30, 30),
        ),
        max_size=7,
    ),
    st.integers(0, 4),
)
def test_going_on_is_always_among_the_first_and_no_day_to_do_it_has_passed(
    made: list[tuple[int | None, list[str], bool, Any, int | None]], cards: int
) -> None:
    standings = [
        standing(
            number,
            days,
            *labels,
            told=told,
            outcome=Outcome(kind=outcome) if outcome else None,
            promised_date=None if promised is None else TODAY + timedelta(days=promised),
        )
        for number, (days, labels, told, outcome, promised) in enumerate(made, 1)
    ]
    found = search_steps(standings, TODAY, cards_due=cards)
    assert "search" in [step.kind for step in found[:MOST_STEPS]]
    assert [step.kind for step in found].count("search") == 1
    about = [number for step in found if step.kind not in ("context", "practise") for number in step.numbers]
    assert len(about) == len(set(about))
    for step in found:
        assert step.action.endswith((".", "..."))
        assert " ID" not in step.action
        assert "in your journal" not in step.action
        assert step.kind != "wait" or (step.on is not None and step.on > TODAY)
        words = f"{step.action} {step.reason}".lower()
        assert not any(
            bad in words for bad in ("you failed", "you got it", "stop applying", "stop searching")
        )
