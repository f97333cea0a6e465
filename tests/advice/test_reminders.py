from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from wentwell.advice import day_to_ask, deadline_reminder, reminders
from wentwell.interview import (
    Appointment,
    Context,
    Deadline,
    Document,
    Interview,
    Mail,
    Opportunity,
    Outcome,
    OutcomeKind,
)

CONTEXT = Context(stage="first", interview_date=date(2026, 12, 3), promised_date=date(2026, 12, 10))
INTERVIEW = Interview(opportunity=Opportunity(employer="Acme"), context=CONTEXT)
APPOINTMENT = Appointment(
    uid="a",
    day=date(2026, 12, 3),
    starts=datetime(2026, 12, 3, 9, tzinfo=UTC),
    minutes=45,
    place="Mill Lane 3",
)


def days(interview: Interview, *appointments: Appointment, imported: bool = False) -> dict[str, date]:
    return {one.kind: one.day for one in reminders(interview, appointments, imported=imported)}


def test_the_three_days_of_an_open_interview() -> None:
    assert days(INTERVIEW) == {
        "interview": date(2026, 12, 3),
        "promised": date(2026, 12, 10),
        "follow-up": day_to_ask(CONTEXT),
    }


@pytest.mark.parametrize("kind", ["offer", "advanced", "rejected", "withdrew"])
def test_after_an_answer_only_the_interview_stays(kind: OutcomeKind) -> None:
    assert set(days(INTERVIEW.model_copy(update={"outcome": Outcome(kind=kind)}))) == {"interview"}


def test_no_answer_is_no_end() -> None:
    assert len(days(INTERVIEW.model_copy(update={"outcome": Outcome(kind="no-answer")}))) == 3


def test_without_a_day_there_is_nothing_to_remind_of() -> None:
    assert reminders(Interview()) == ()


def test_what_came_from_a_calendar_is_not_given_back_unless_asked_for() -> None:
    assert "interview" not in days(INTERVIEW, APPOINTMENT)
    (interview, *_) = reminders(INTERVIEW, [APPOINTMENT], imported=True)
    assert (interview.starts, interview.minutes, interview.place) == (APPOINTMENT.starts, 45, "Mill Lane 3")


def test_a_cancelled_interview_is_not_followed_up() -> None:
    cancelled = APPOINTMENT.model_copy(update={"cancelled": True})
    assert set(days(INTERVIEW, cancelled, imported=True)) == {"promised"}


def test_what_the_words_told_when_it_was_last_weighed_fills_gaps_only() -> None:
    bare = INTERVIEW.model_copy(update={"context": CONTEXT.model_copy(update={"promised_date": None})})
    shown = CONTEXT.model_copy(
        update={"promised_date": date(2026, 12, 8), "interview_date": date(2026, 1, 1)}
    )
    told = {one.kind: one.day for one in reminders(bare, (), shown)}
    assert told["promised"] == date(2026, 12, 8)
    assert told["interview"] == date(2026, 12, 3)


def test_the_day_to_ask_counts_from_the_employers_last_dated_mail() -> None:
    mail = Document(text="Soon.", kind="mail", mail=Mail(date="2026-12-20T09:00:00+01:00"))
    receipt = Document(
        text="Got it.", kind="mail", mail=Mail(date="2026-12-24T09:00:00+01:00", automatic=True)
    )
    heard = INTERVIEW.model_copy(update={"documents": (mail, receipt)})
    assert days(heard)["follow-up"] == day_to_ask(CONTEXT, date(2026, 12, 20))


def test_discreet_words_name_nobody() -> None:
    for one in reminders(INTERVIEW, [APPOINTMENT], imported=True):
        assert "Acme" in one.title
        assert "Acme" not in f"{one.discreet} {one.words}"


def test_the_words_are_kind() -> None:
    told = " ".join(one.words for one in reminders(INTERVIEW)).lower()
    assert not any(word in told for word in ("failed", "got it", "rejected"))
    assert "go on applying" in told


def test_a_deadline_says_what_is_due_and_how_to_put_it_away() -> None:
    job = Opportunity(employer="Acme", job="Baker")
    told = deadline_reminder(3, job, Deadline(day=date(2026, 12, 9), what="send papers to Ann"))
    assert (told.kind, told.day, told.title) == (
        "deadline",
        date(2026, 12, 9),
        "send papers to Ann: Acme, Baker",
    )
    assert "wentwell job edit 3 --no-deadline" in told.words
    assert not {"Acme", "Baker", "Ann"} & set(told.discreet.split())
    assert deadline_reminder(3, job, Deadline(day=date(2026, 12, 9))).title == "Your deadline: Acme, Baker"
