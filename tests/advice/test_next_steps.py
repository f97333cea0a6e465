"""What to do next: in the right order, on the right day, and never to stop searching."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.advice import day_to_ask, next_steps
from wentwell.catalog import signs
from wentwell.interview import Context, Evidence, NextStep
from wentwell.weighing import MOST_HEARD, heard_by, waited, weigh

MONDAY = date(2026, 3, 2)


def seen(label: str) -> Evidence:
    return Evidence(label=label, quote="", start=0, end=0)


def steps(*labels: str, today: date | None = None, **facts: object) -> list[NextStep]:
    evidence = [seen(label) for label in labels]
    context = Context.model_validate(facts)
    return list(next_steps(weigh(evidence, context, today=today), evidence))


def kinds(found: list[NextStep]) -> list[str]:
    return [step.kind for step in found]


@given(st.lists(st.sampled_from(sorted(signs())), max_size=6), st.integers(0, 90))
def test_the_search_always_goes_on_and_no_day_lies_in_the_past(labels: list[str], waited: int) -> None:
    today = MONDAY + timedelta(days=waited)
    found = steps(*labels, today=today, stage="first", interview_date=MONDAY)
    assert "search" in kinds(found)
    assert len(found) <= 6
    assert all(step.on >= today for step in found if step.on)
    words = " ".join(step.action + step.reason for step in found).lower()
    assert "you failed" not in words
    assert "you got it" not in words


def test_the_day_after_the_note_is_due() -> None:
    note = next(step for step in steps(today=MONDAY, interview_date=MONDAY) if step.kind == "thank")
    assert note.on == MONDAY + timedelta(days=1)
    assert "470" in note.reason


def test_no_note_when_it_is_late_answered_or_nobody_was_there() -> None:
    late = MONDAY + timedelta(days=8)
    assert "thank" not in kinds(steps(today=late, interview_date=MONDAY))
    assert "thank" not in kinds(steps("reply.warm", today=MONDAY, interview_date=MONDAY))
    assert "thank" not in kinds(steps(format="recorded"))


def test_a_doubt_is_answered_in_the_note_and_practised() -> None:
    found = steps("contrary.concern")
    assert "doubt" in next(step for step in found if step.kind == "thank").action
    assert "practise" in kinds(found)


def test_what_they_asked_for_comes_first() -> None:
    assert kinds(steps("next.availability", "contact.references"))[:2] == ["reply", "prepare"]


def test_ask_for_news_two_working_days_after_a_promised_day() -> None:
    friday = date(2026, 3, 6)
    context = Context(interview_date=MONDAY, promised_date=friday)
    assert day_to_ask(context) == date(2026, 3, 10)
    thursday = context.model_copy(update={"promised_date": date(2026, 3, 5)})
    assert day_to_ask(thursday) == date(2026, 3, 9)
    # a word of theirs after that day starts it anew
    assert day_to_ask(context, date(2026, 3, 9)) == day_to_ask(Context(), date(2026, 3, 9))
    waiting = steps(today=MONDAY, interview_date=MONDAY, promised_date=friday)
    assert next(step for step in waiting if step.kind == "wait").on == date(2026, 3, 10)
    overdue = steps(today=date(2026, 3, 10), interview_date=MONDAY, promised_date=friday)
    assert "nudge" in kinds(overdue)


@pytest.mark.parametrize("stage", ["screen", "first", "final"])
def test_without_a_promise_the_model_of_reply_times_names_the_day(stage: str) -> None:
    day = day_to_ask(Context.model_validate({"stage": stage, "interview_date": MONDAY}))
    assert day is not None
    # in the days that the model counts: working days, times 7/5
    assert 0 <= waited(MONDAY, day) - heard_by(MOST_HEARD, stage) < 7 / 5  # type: ignore[arg-type]
    assert day.weekday() < 5
    slow = day_to_ask(
        Context.model_validate({"stage": stage, "employer": "public", "interview_date": MONDAY})
    )
    assert slow is not None
    assert slow > day


@pytest.mark.parametrize("heard", [None, MONDAY + timedelta(days=5)])
def test_the_day_to_ask_is_the_day_on_which_the_chance_is_told_anew(heard: date | None) -> None:
    context = Context(stage="first", interview_date=MONDAY)
    outlook = weigh([], context, today=MONDAY, heard_on=heard, outlook=True).outlook
    assert outlook is not None
    assert day_to_ask(context, heard) in [one.day for one in outlook.dates if one.kind == "most_heard"]


def test_without_any_date_the_wait_is_told_in_days() -> None:
    assert "days" in next(step for step in steps() if step.kind == "wait").action


def test_an_unclear_outcome_is_settled_before_anything_else() -> None:
    evidence = [Evidence(label="outcome.rejected", quote="", start=0, end=0, probability=0.6)]
    found = next_steps(weigh(evidence, Context()), evidence)
    assert kinds(list(found)) == ["record", "search"]
    assert "--outcome rejected" in found[0].action


def test_after_a_reply_nobody_is_chased_and_nobody_writes_twice_on_one_day() -> None:
    late = MONDAY + timedelta(days=20)
    assert "nudge" not in kinds(steps("reply.dry", today=late, interview_date=MONDAY))
    overdue = steps(
        today=MONDAY + timedelta(days=4), interview_date=MONDAY, promised_date=MONDAY + timedelta(days=1)
    )
    assert kinds(overdue).count("nudge") + kinds(overdue).count("thank") == 1
    evidence = [seen("reply.dry")]
    context = Context(stage="first", interview_date=MONDAY)
    heard = MONDAY + timedelta(days=18)
    again = next_steps(weigh(evidence, context, today=late, heard_on=heard), evidence, heard)
    assert next(step for step in again if step.kind == "wait").on == day_to_ask(context, heard)


def test_after_an_invitation_prepare_as_for_the_first() -> None:
    found = steps("next.invited", stage="first")
    assert kinds(found)[:2] == ["prepare", "record"]


def test_after_a_refusal_be_kind_and_after_an_offer_get_it_in_writing() -> None:
    assert kinds(steps("outcome.rejected")) == ["reply", "record", "search"]
    assert "writing" in steps("outcome.offer")[0].action
