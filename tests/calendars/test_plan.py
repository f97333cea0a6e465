from __future__ import annotations

from datetime import UTC, date, datetime

from wentwell.calendars import FoundInterview, Known, Proposal, plan
from wentwell.interview import Appointment, Context, Format, Interview, Opportunity

DAY = date(2026, 12, 3)


def found(
    uid: str = "a",
    day: date = DAY,
    sequence: int = 0,
    employer: str = "Acme",
    job: str = "",
    *,
    cancelled: bool = False,
    minutes: float | None = 45,
    held: Format | None = None,
) -> FoundInterview:
    appointment = Appointment(
        uid=uid,
        day=day,
        starts=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        sequence=sequence,
        minutes=minutes,
        cancelled=cancelled,
    )
    return FoundInterview(
        appointment=appointment,
        confidence=0.9,
        reasons=(),
        context=Context(interview_date=day, scheduled_minutes=minutes, format=held),
        opportunity=Opportunity(employer=employer, job=job) if employer else None,
    )


def known(
    number: int = 1,
    day: date | None = DAY,
    employer: str = "Acme",
    job: str = "",
    appointments: tuple[Appointment, ...] = (),
    **facts: object,
) -> Known:
    interview = Interview(
        opportunity=Opportunity(employer=employer, job=job),
        context=Context.model_validate({"interview_date": day, **facts}),
    )
    return Known(number, interview, appointments)


def only(proposals: tuple[Proposal, ...]) -> Proposal:
    assert len(proposals) == 1
    return proposals[0]


def test_an_unknown_event_makes_a_new_interview() -> None:
    assert only(plan([found()], [])).kind == "add"
    assert only(plan([found()], [known(day=date(2026, 12, 4))])).kind == "add"
    assert only(plan([found()], [known(employer="Norvane")])).kind == "add"
    assert only(plan([found(employer="")], [known()])).kind == "add"


def test_it_completes_the_interview_of_the_same_day_and_employer() -> None:
    proposal = only(plan([found(held="video")], [known(4, employer="ACME Ltd", format="phone")]))
    assert (proposal.kind, proposal.numbers) == ("complete", (4,))
    # what the user said stays
    assert proposal.facts == {"scheduled_minutes": 45}


def test_two_roles_at_one_employer_are_never_merged() -> None:
    assert only(plan([found(job="Data analyst")], [known(job="Driver")])).kind == "add"
    both = [known(1, job="Driver"), known(2, job="Data analyst")]
    assert only(plan([found(job="data analyst")], both)).numbers == (2,)
    unclear = only(plan([found()], both))
    assert (unclear.kind, unclear.numbers, unclear.changes) == ("unclear", (1, 2), False)


def test_two_events_of_a_day_do_not_share_one_interview() -> None:
    assert [one.kind for one in plan([found("a"), found("b")], [known()])] == ["complete", "add"]


def test_the_same_state_changes_nothing() -> None:
    again = found()
    assert (
        only(plan([again], [known(appointments=(again.appointment,), scheduled_minutes=45)])).kind == "same"
    )


def test_a_moved_event_moves_what_the_calendar_said_and_not_what_the_user_said() -> None:
    before = found().appointment
    later = found(day=date(2026, 12, 8), sequence=1, minutes=60)
    proposal = only(plan([later], [known(appointments=(before,), scheduled_minutes=45)]))
    assert proposal.kind == "move"
    assert proposal.facts == {"interview_date": date(2026, 12, 8), "scheduled_minutes": 60}
    corrected = known(appointments=(before,), day=date(2026, 12, 4), scheduled_minutes=30)
    assert only(plan([later], [corrected])).facts == {}


def test_an_older_state_is_left_alone() -> None:
    newer = found(sequence=3).appointment
    proposal = only(plan([found(day=date(2026, 12, 9), sequence=2)], [known(appointments=(newer,))]))
    assert (proposal.kind, proposal.changes) == ("older", False)


def test_a_cancelled_event_is_told_and_sets_nothing() -> None:
    before = found().appointment
    proposal = only(plan([found(sequence=1, cancelled=True)], [known(appointments=(before,))]))
    assert (proposal.kind, proposal.facts) == ("cancel", {})
    assert only(plan([found(cancelled=True)], [])).kind == "never-known"
    assert only(plan([found(cancelled=True)], [known()])).kind == "never-known"


def test_a_cancelled_event_that_comes_back_counts_as_moved() -> None:
    gone = found(cancelled=True).appointment
    assert only(plan([found(sequence=1)], [known(appointments=(gone,))])).kind == "move"
