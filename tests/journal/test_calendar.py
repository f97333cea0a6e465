"""What calendars say of interviews: kept once, undone whole, gone with the interview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wentwell.interview import Appointment, Context, Interview, Opportunity
from wentwell.journal import (
    AppointmentChange,
    CalendarEntry,
    CalendarFeed,
    Journal,
    JournalError,
    NewOpportunity,
    SearchBook,
)

DAY = date(2031, 5, 12)
EVENT = Appointment(
    uid="a@brook.example",
    day=DAY,
    starts=datetime(2031, 5, 12, 8, tzinfo=UTC),
    minutes=45,
    title="Interview",
    people=("Ruth",),
)
PLANNED = Interview(
    opportunity=Opportunity(employer="Brook & Sons", job="Driver"),
    context=Context(interview_date=DAY, scheduled_minutes=45),
)
NEW = AppointmentChange(appointment=EVENT, interview=PLANNED)


def later(**changed: object) -> Appointment:
    return EVENT.model_copy(update={"sequence": 1, **changed})


class TestTakingIn:
    def test_a_new_interview_waits_as_a_debrief_not_begun(self, journal: Journal) -> None:
        (number,) = journal.take_appointments([NEW])
        record = journal.get(number)
        assert (record.status, record.interview) == ("draft", PLANNED)
        assert journal.appointments() == {number: (EVENT,)}

    def test_a_debrief_that_the_user_began_comes_before_one_that_waits(self, journal: Journal) -> None:
        begun = journal.save_draft(Interview(feeling="calm"), {"at": 1})
        (waiting,) = journal.take_appointments([NEW])
        draft = journal.draft()
        assert draft is not None
        assert draft.id == begun
        journal.delete(begun)
        draft = journal.draft()
        assert draft is not None
        assert draft.id == waiting

    def test_facts_are_set_and_a_later_state_replaces_the_event(
        self, journal: Journal, interview: Interview
    ) -> None:
        number = journal.add(interview)
        journal.take_appointments(
            [AppointmentChange(appointment=EVENT, number=number, facts={"scheduled_minutes": 45})]
        )
        journal.take_appointments([AppointmentChange(appointment=later(title="moved"), number=number)])
        assert journal.get(number).interview.context.scheduled_minutes == 45
        assert [one.title for one in journal.appointments()[number]] == ["moved"]

    def test_all_or_none(self, journal: Journal) -> None:
        other = Appointment(uid="b", day=DAY)
        with pytest.raises(JournalError, match="no interview 99"):
            journal.take_appointments([NEW, AppointmentChange(appointment=other, number=99)])
        assert journal.list() == []
        assert journal.appointments() == {}

    def test_an_event_taken_in_meanwhile_is_not_doubled(self, journal: Journal) -> None:
        journal.take_appointments([NEW])
        with pytest.raises(JournalError, match="taken in meanwhile"):
            journal.take_appointments([NEW])
        assert len(journal.list()) == 1

    def test_it_goes_with_its_interview(self, journal: Journal) -> None:
        (number,) = journal.take_appointments([NEW])
        journal.delete(number)
        assert journal.appointments() == {}
        with pytest.raises(JournalError, match="nothing to undo"):
            journal.undo_appointments()


class TestUndoing:
    def test_nothing_to_undo(self, journal: Journal) -> None:
        with pytest.raises(JournalError, match="nothing to undo"):
            journal.undo_appointments()

    def test_it_takes_back_the_last_time_only_and_all_of_it(
        self, journal: Journal, interview: Interview
    ) -> None:
        number = journal.add(interview)
        before = journal.get(number).interview
        journal.take_appointments(
            [AppointmentChange(appointment=EVENT, number=number, facts={"scheduled_minutes": 45})]
        )
        (added,) = journal.take_appointments(
            [AppointmentChange(appointment=Appointment(uid="b", day=DAY), interview=PLANNED)]
        )
        assert journal.undo_appointments().removed == (added,)
        assert journal.appointments() == {number: (EVENT,)}
        assert journal.undo_appointments().restored == (number,)
        assert journal.get(number).interview == before
        assert journal.appointments() == {}

    def test_a_moved_event_goes_back(self, journal: Journal) -> None:
        (number,) = journal.take_appointments([NEW])
        moved = later(day=date(2031, 5, 14))
        journal.take_appointments(
            [AppointmentChange(appointment=moved, number=number, facts={"interview_date": "2031-05-14"})]
        )
        assert journal.get(number).interview.context.interview_date == date(2031, 5, 14)
        journal.undo_appointments()
        assert journal.get(number).interview == PLANNED
        assert journal.appointments() == {number: (EVENT,)}
        # nobody worked on it in between
        assert journal.undo_appointments().removed == (number,)

    def test_what_was_worked_on_since_stays(self, journal: Journal, interview: Interview) -> None:
        number = journal.add(interview)
        changes = [
            NEW,
            AppointmentChange(
                appointment=Appointment(uid="b", day=DAY), number=number, facts={"scheduled_minutes": 45}
            ),
        ]
        added, _ = journal.take_appointments(changes)
        journal.save_draft(PLANNED.model_copy(update={"feeling": "calm"}), {"at": 1}, added)
        own = interview.context.model_copy(update={"scheduled_minutes": 30})
        journal.update(number, interview.model_copy(update={"context": own}))
        undone = journal.undo_appointments()
        assert (undone.kept, undone.restored, undone.removed) == ((added,), (number,), ())
        assert journal.get(added).interview.feeling == "calm"
        assert journal.get(number).interview.context.scheduled_minutes == 30

    def test_what_it_removes_leaves_no_trace(self, tmp_path: Path) -> None:
        with Journal.open(tmp_path / "journal.sqlite") as journal:
            secret = EVENT.model_copy(update={"title": "Quetzal " * 1000})
            journal.take_appointments([AppointmentChange(appointment=secret, interview=PLANNED)])
            journal.undo_appointments()
        assert not any(b"Quetzal" in file.read_bytes() for file in tmp_path.iterdir())


class TestExchange:
    def test_what_calendars_say_goes_along_and_is_not_doubled(
        self, journal: Journal, open_new: Callable[[], Journal], tmp_path: Path
    ) -> None:
        journal.take_appointments([NEW])
        journal.export_json(tmp_path / "all.json")
        with open_new() as other:
            other.import_json(tmp_path / "all.json")
            assert other.import_json(tmp_path / "all.json").unchanged == 1
            assert list(other.appointments().values()) == [(EVENT,)]


class TestWritten:
    def entry(self, content: str = "a", day: date = DAY) -> CalendarEntry:
        return CalendarEntry(
            kind="interview",
            sequence=0,
            content=content,
            changed_at=datetime(1970, 1, 1, tzinfo=UTC),
            day=day,
        )

    def write(
        self, journal: Journal, number: int, *entries: CalendarEntry, handed_out: bool = False
    ) -> CalendarEntry | None:
        written = journal.write_calendar({number: entries}, handed_out=handed_out)
        return next(iter(written.get(number, ())), None)

    def test_an_event_keeps_its_number_until_it_changes(self, journal: Journal, interview: Interview) -> None:
        number = journal.add(interview)
        first = self.write(journal, number, self.entry())
        assert first is not None
        assert first.sequence == 0
        assert first.changed_at.year >= 2026
        assert self.write(journal, number, self.entry()) == first
        second = self.write(journal, number, self.entry("b"))
        assert second is not None
        assert second.sequence == 1
        assert second.changed_at >= first.changed_at

    def test_what_holds_no_more_is_cancelled_only_if_it_was_handed_out(
        self, journal: Journal, interview: Interview
    ) -> None:
        number = journal.add(interview)
        self.write(journal, number, self.entry())
        assert self.write(journal, number) is None
        self.write(journal, number, self.entry(), handed_out=True)
        gone = self.write(journal, number)
        assert gone is not None
        assert (gone.cancelled, gone.sequence, gone.day) == (True, 1, DAY)
        assert self.write(journal, number) == gone
        back = self.write(journal, number, self.entry())
        assert back is not None
        assert (back.cancelled, back.sequence) == (False, 2)

    def test_it_goes_with_its_interview(self, journal: Journal, interview: Interview) -> None:
        number = journal.add(interview)
        self.write(journal, number, self.entry(), handed_out=True)
        journal.delete(number)
        assert journal.write_calendar({}, handed_out=True) == {}

    def test_those_of_jobs_stand_apart_and_go_with_their_job(
        self, journal: Journal, interview: Interview
    ) -> None:
        number, jobs = journal.add(interview), SearchBook(journal)
        job = jobs.add(NewOpportunity(opportunity=Opportunity(employer="Oster Ferries")))
        entry = self.entry().model_copy(update={"kind": "deadline"})
        self.write(journal, number, self.entry(), handed_out=True)
        (first,) = jobs.write_calendar({job: [entry]}, handed_out=True)[job]
        assert list(journal.write_calendar({}, handed_out=True)) == [number]
        (gone,) = jobs.write_calendar({}, handed_out=True)[job]
        assert (first.sequence, gone.sequence, gone.cancelled) == (0, 1, True)
        jobs.delete(job)
        assert jobs.write_calendar({}, handed_out=True) == {}


class TestFeed:
    def test_there_is_one_at_most(self, journal: Journal) -> None:
        assert journal.calendar_feed() is None
        journal.keep_calendar_feed(CalendarFeed(path="/a.ics"))
        journal.keep_calendar_feed(CalendarFeed(path="/b.ics", discreet=True))
        assert journal.calendar_feed() == CalendarFeed(path="/b.ics", discreet=True)
        journal.delete_all()
        # so that the file becomes empty with the journal
        assert journal.calendar_feed() is not None
        journal.keep_calendar_feed(None)
        assert journal.calendar_feed() is None
