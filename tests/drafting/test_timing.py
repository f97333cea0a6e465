"""Do I send one now? By the days, by what came since, and by how it turned out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.advice import day_to_ask
from wentwell.drafting import DraftKind, Timing, timing
from wentwell.interview import Context, Document, Interview, Outcome
from wentwell.weighing import heard_by, waited, weigh

from .made_up import MONDAY, notes, seen

KINDS: tuple[DraftKind, ...] = ("thanks", "nudge", "refusal", "invitation", "timeline")


def when(
    kind: DraftKind, days: int, *labels: str, heard: int | None = None, said: str = "x", **facts: Any
) -> Timing:
    outcome = facts.pop("outcome", None)
    document = Document.from_text(said, name="notes.txt")
    evidence = tuple(seen(document, label, said) for label in labels)
    context = Context.model_validate({"interview_date": MONDAY, **facts})
    today = MONDAY + timedelta(days=days)
    interview = Interview(
        context=context,
        documents=(document,),
        evidence=evidence,
        outcome=Outcome(kind=outcome) if outcome else None,
    )
    heard_on = None if heard is None else MONDAY + timedelta(days=heard)
    return timing(kind, interview, weigh(evidence, context, today=today), today, heard_on)


@pytest.mark.parametrize(
    ("days", "verdict"), [(0, "now"), (1, "now"), (2, "now"), (3, "now"), (4, "late"), (30, "late")]
)
def test_a_note_goes_out_within_about_a_day(days: int, verdict: str) -> None:
    told = when("thanks", days)
    assert told.verdict == verdict
    if verdict == "late":
        assert "draft nudge" in told.reason


def test_the_worth_of_a_note_is_told_as_it_was_measured() -> None:
    told = when("thanks", 1)
    assert "470" in told.worth
    assert told.grade == "A"
    assert "6(3):478" in told.source
    assert all(when(kind, 1).grade == "C" for kind in KINDS if kind != "thanks")


def test_no_note_after_an_answer_a_refusal_or_to_a_camera() -> None:
    assert "next message" in when("thanks", 1, "reply.dry").reason
    assert "next message" in when("thanks", 1, heard=1).reason
    assert "draft refusal" in when("thanks", 1, "outcome.rejected").reason
    assert "draft refusal" in when("thanks", 1, outcome="rejected").reason
    assert "draft invitation" in when("thanks", 1, "next.invited").reason
    assert "recorded" in when("thanks", 1, format="recorded").reason
    assert "already" in when("thanks", 1, said="Sent Carol a short thank-you.").reason
    assert when("thanks", 1, said="To do: write a thank-you.").verdict == "now"
    assert when("thanks", 1, said="They wrote that they thank nobody.").verdict == "now"


def test_ask_two_working_days_after_a_promised_day() -> None:
    friday = MONDAY + timedelta(days=4)
    early = when("nudge", 7, promised_date=friday)
    assert (early.verdict, early.on) == ("wait", MONDAY + timedelta(days=8))
    assert "Fri 13 Mar 2026" in early.reason
    assert when("nudge", 8, promised_date=friday).verdict == "now"
    # their word after the promised day starts it anew
    assert when("nudge", 8, promised_date=friday, heard=5).verdict == "wait"


@given(
    st.sampled_from([None, "screen", "first", "second", "final"]),
    st.sampled_from([None, "startup", "large", "public"]),
    st.integers(0, 6),
)
def test_without_a_promise_ask_once_four_of_five_have_heard(stage: Any, employer: Any, later: int) -> None:
    start = MONDAY + timedelta(days=later)
    context = Context(stage=stage, employer=employer, interview_date=start)
    day = day_to_ask(context)
    assert day is not None
    assert day.weekday() < 5
    needed = heard_by(0.8, stage, employer)
    assert waited(start, day, None) >= needed - 1e-9
    # and no working day before it would do
    earlier = max(one for one in (day - timedelta(days=back) for back in range(1, 4)) if one.weekday() < 5)
    assert waited(start, earlier, None) < needed
    waits = (day - MONDAY).days
    before = when("nudge", waits - 1, stage=stage, employer=employer, interview_date=start)
    assert (before.verdict, before.on) == ("wait", day)
    assert "four of five" in before.reason
    assert when("nudge", waits, stage=stage, employer=employer, interview_date=start).verdict == "now"


def test_without_any_day_the_wait_is_told_in_days() -> None:
    told = when("nudge", 0, interview_date=None)
    assert (told.verdict, told.on) == ("wait", None)
    assert "days after the interview" in told.reason


def test_nobody_asks_for_news_that_has_come() -> None:
    assert when("nudge", 60, outcome="rejected").verdict == "no"
    assert when("nudge", 60, outcome="withdrew").verdict == "no"
    assert when("nudge", 60, "next.invited").verdict == "no"
    assert when("nudge", 60, outcome="no-answer").verdict == "now"


def test_an_answer_needs_something_to_answer() -> None:
    assert when("refusal", 5).verdict == "no"
    assert when("refusal", 5, outcome="rejected").verdict == "now"
    assert when("invitation", 5).verdict == "no"
    assert when("invitation", 5, "next.availability").verdict == "now"
    assert when("invitation", 5, outcome="advanced").verdict == "now"
    assert when("invitation", 5, "next.availability", outcome="rejected").verdict == "no"
    assert when("timeline", 5).verdict == "now"
    assert when("timeline", 5, outcome="offer").verdict == "no"


@given(
    st.sampled_from(KINDS),
    st.integers(-5, 90),
    st.sampled_from([None, "offer", "advanced", "rejected", "withdrew", "no-answer"]),
    st.none() | st.integers(0, 60),
    st.none() | st.integers(0, 30),
)
def test_it_is_told_kindly_and_never_for_a_day_gone_by(
    kind: DraftKind, days: int, outcome: str | None, heard: int | None, promised: int | None
) -> None:
    facts: dict[str, Any] = (
        {"promised_date": MONDAY + timedelta(days=promised)} if promised is not None else {}
    )
    told = when(kind, days, heard=heard, outcome=outcome, **facts)
    assert told.reason.endswith(".")
    assert told.on is None or told.on >= MONDAY + timedelta(days=days)
    assert not {"failed", "got it"} & set(told.reason.lower().split())


def test_a_reply_read_in_a_talk_is_no_reply_to_a_note() -> None:
    document = Document.from_turns(
        [{"text": "Thank you for your mail.", "role": "interviewer"}], name="talk.vtt"
    )
    evidence = (seen(document, "reply.dry", "Thank you for your mail."),)
    context = Context(interview_date=MONDAY)
    interview = Interview(documents=(document,), evidence=evidence)
    told = timing("thanks", interview, weigh((), context, today=MONDAY), MONDAY)
    assert told.verdict == "now"


def test_the_day_of_the_note_is_still_to_come() -> None:
    told = timing("thanks", notes("x"), weigh((), Context(interview_date=date(2026, 3, 20))), MONDAY)
    assert (told.verdict, told.on) == ("wait", date(2026, 3, 20))
