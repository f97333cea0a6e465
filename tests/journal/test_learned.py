"""What was learned is kept in versions, can be undone, and goes with the interviews it came from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from wentwell.interview import Assessment, Interview, Normal, Outcome, Personal
from wentwell.journal import Journal, JournalError


def personal(outcomes: int) -> Personal:
    return Personal(outcomes=outcomes, intercept=Normal(mean=0.1, sd=0.4), gut_slope=Normal(mean=0.3, sd=0.2))


@pytest.fixture
def kept(journal: Journal, interview: Interview) -> Journal:
    journal.add(interview)
    journal.add(interview.model_copy(update={"person": "Ada Quetzal"}))
    return journal


def test_undoing_goes_back_step_by_step(kept: Journal) -> None:
    for outcomes in (5, 8, 9):
        kept.keep_learned(personal(outcomes))
    assert kept.learned() == personal(9)
    assert kept.undo_learned() == personal(8)
    assert kept.undo_learned() == personal(5)
    kept.keep_learned(personal(11))
    assert kept.undo_learned() == personal(5) == kept.learned()
    assert kept.undo_learned() is None
    assert kept.learned() is None
    with pytest.raises(JournalError, match="nothing to undo"):
        kept.undo_learned()
    assert len(kept.learned_versions()) == 8


def test_each_person_has_a_record_of_their_own_whatever_the_spelling(kept: Journal) -> None:
    kept.keep_learned(personal(5), "Ada Quetzal")
    assert kept.learned() is None
    assert kept.learned(" ada  QUETZAL") == personal(5)
    with pytest.raises(JournalError):
        kept.undo_learned()
    assert [line.id for line in kept.list_of("ada quetzal")] == [2]
    assert [line.id for line in kept.list_of(None)] == [1]


def test_undoing_holds_when_the_clock_is_set_back(kept: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep_learned(personal(5))

    class EarlyClock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> EarlyClock:
            return cls(2001, 1, 1, tzinfo=UTC)

    monkeypatch.setattr("wentwell.journal._journal.datetime", EarlyClock)
    kept.keep_learned(personal(6))
    assert kept.learned() == personal(6)
    kept.undo_learned()
    assert kept.learned() == personal(5)


def test_what_was_learned_goes_with_the_last_interview_of_a_person(kept: Journal, tmp_path: Path) -> None:
    kept.keep_learned(personal(5), "Ada Quetzal")
    kept.keep_learned(personal(6))
    kept.delete(2)
    assert kept.learned("Ada Quetzal") is None
    assert kept.learned() == personal(6)
    kept.close()
    held = [file.name for file in tmp_path.iterdir() if b"Quetzal" in file.read_bytes()]
    assert held == []


def test_what_was_learned_is_exported_and_imported_once(
    kept: Journal, tmp_path: Path, open_new: Callable[[], Journal]
) -> None:
    kept.keep_learned(personal(5))
    kept.keep_learned(personal(7), "Ada Quetzal")
    kept.undo_learned()
    kept.export_json(tmp_path / "all.json")
    with open_new() as other:
        for _ in range(2):
            other.import_json(tmp_path / "all.json")
            assert other.learned_versions() == kept.learned_versions()
            assert other.learned("Ada Quetzal") == personal(7)
            assert [line.person for line in other.list()] == [None, "Ada Quetzal"]


class TestWhatCameBeforeTheOutcome:
    def test_a_word_that_no_answer_came_is_no_outcome(
        self, journal: Journal, interview: Interview, some_assessment: Callable[..., Assessment]
    ) -> None:
        number = journal.add(interview)
        journal.show_assessment(number, some_assessment(0.4))
        journal.record_outcome(number, Outcome(kind="no-answer"))
        journal.show_assessment(number, some_assessment(0.3))
        journal.record_outcome(number, Outcome(kind="rejected"))
        journal.show_assessment(number, some_assessment(0.1))
        record = journal.get(number)
        assert record.first_shown == record.assessments[0]
        assert record.last_shown == record.assessments[1]

    def test_an_outcome_of_an_earlier_day_makes_what_was_told_hindsight(
        self, journal: Journal, interview: Interview, assessment: Assessment
    ) -> None:
        today = datetime.now().astimezone().date()
        for on, counts in ((today - timedelta(days=3), False), (today, True), (None, True)):
            number = journal.add(interview)
            journal.show_assessment(number, assessment)
            journal.record_outcome(number, Outcome(kind="rejected", on=on))
            record = journal.get(number)
            assert (record.gut_before_outcome is not None) is counts
            assert (record.first_shown is not None) is counts
            assert (record.last_shown is not None) is counts

    def test_neither_gut_nor_what_was_shown_can_be_rewritten_afterwards(
        self, journal: Journal, interview: Interview, assessment: Assessment
    ) -> None:
        number = journal.add(interview)
        journal.show_assessment(number, assessment)
        journal.record_outcome(number, Outcome(kind="offer", on=date(2061, 5, 9)))
        before = journal.get(number)
        rewritten = interview.model_copy(update={"gut": 0.99})
        for attempt in (journal.update, journal.complete):
            with pytest.raises(JournalError, match="stays as it is"):
                attempt(number, rewritten)
        with pytest.raises(JournalError, match="finished already"):
            journal.save_draft(rewritten, {}, number)
        journal.correct(number, rewritten)
        journal.show_assessment(number, assessment.model_copy(update={"probability": 0.45}))
        after = journal.get(number)
        assert after.gut_before_outcome == before.gut_before_outcome == interview.gut
        assert after.first_shown == before.first_shown
        assert after.last_shown == before.last_shown
