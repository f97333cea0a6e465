from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wentwell.interview import Assessment, Context, Correction, Document, Interview, Opportunity, Outcome
from wentwell.journal import (
    Journal,
    JournalError,
    MailBook,
    PracticeBook,
    SearchBook,
    UnknownNumberError,
)


def test_an_interview_comes_back_as_it_was_given(journal: Journal, interview: Interview) -> None:
    record = journal.get(journal.add(interview))
    assert record.interview == interview
    assert record.status == "complete"
    assert record.created_at == record.updated_at == record.gut_at
    assert abs((datetime.now(UTC) - record.created_at).total_seconds()) < 60
    (found,) = record.interview.evidence
    assert record.interview.documents[0].text[found.start : found.end] == found.quote


def test_everything_is_there_after_closing(tmp_path: Path, interview: Interview) -> None:
    with Journal.open(tmp_path / "j.sqlite") as journal:
        number = journal.add(interview)
    with Journal.open(tmp_path / "j.sqlite") as journal:
        assert journal.get(number).interview == interview


def test_answers_keep_their_order(journal: Journal) -> None:
    replies = {"warmth": "yes", "intro.tour": "no", "contact.given": "could-not", "affirmation.fit": "yes"}
    number = journal.add(Interview.model_validate({"answers": replies}))
    assert list(journal.get(number).interview.answers.items()) == list(replies.items())


def test_one_opportunity_whatever_the_case_and_spacing(journal: Journal) -> None:
    first = journal.add(Interview(opportunity=Opportunity(employer="Straße Nord", job="Cook")))
    second = journal.add(Interview(opportunity=Opportunity(employer=" STRASSE  nord", job="cook ")))
    other = journal.add(Interview(opportunity=Opportunity(employer="Straße Nord", job="Waiter")))
    assert journal.get(second).interview.opportunity == journal.get(first).interview.opportunity
    assert [line.job for line in journal.list()] == ["Cook", "Cook", "Waiter"]
    journal.delete(first)
    assert journal.get(second).interview.opportunity == Opportunity(employer="Straße Nord", job="Cook")
    assert journal.get(other).interview.opportunity == Opportunity(employer="Straße Nord", job="Waiter")


def test_the_spelling_of_an_opportunity_can_be_corrected(journal: Journal, interview: Interview) -> None:
    number = journal.add(interview)
    proper = interview.model_copy(update={"opportunity": Opportunity(employer="BROOK & Sons", job="Baker")})
    journal.update(number, proper)
    assert journal.get(number).interview == proper


def test_updating_replaces_what_was_there(journal: Journal, interview: Interview) -> None:
    number = journal.add(interview)
    before = journal.get(number)
    changed = interview.model_copy(
        update={
            "opportunity": None,
            "context": Context(stage="second", promised_date=date(2031, 5, 2), base_rate=0.25),
            "documents": (Document.from_text("Another note."), Document.from_text("And one more.")),
            "answers": {"warmth": "yes"},
            "evidence": (),
            "feeling": None,
        }
    )
    journal.update(number, changed)
    after = journal.get(number)
    assert after.interview == changed
    assert (after.uuid, after.created_at, after.gut_at) == (before.uuid, before.created_at, before.gut_at)
    assert after.updated_at > before.updated_at


@pytest.mark.parametrize(
    "action",
    [
        lambda journal: journal.get(7),
        lambda journal: journal.update(7, Interview()),
        lambda journal: journal.delete(7),
        lambda journal: journal.show_assessment(
            7, Assessment(target="an offer", probability=0.1, low=0, high=1, base_rate=0.1, log_odds=0, sd=0)
        ),
        lambda journal: journal.record_outcome(7, Outcome(kind="offer")),
        lambda journal: journal.save_draft(Interview(), {}, 7),
        lambda journal: journal.complete(7, Interview()),
        lambda journal: journal.correct(7, Interview()),
    ],
)
def test_an_unknown_number_is_told_plainly(journal: Journal, action: Callable[[Journal], object]) -> None:
    with pytest.raises(JournalError, match="no interview 7"):
        action(journal)


def test_numbers_are_never_given_twice(journal: Journal, interview: Interview) -> None:
    first = journal.add(interview)
    journal.delete(first)
    assert journal.add(interview) > first


class TestGutAndChances:
    def test_the_gut_may_change_until_something_was_shown(
        self, journal: Journal, interview: Interview, assessment: Assessment
    ) -> None:
        number = journal.add(interview)
        told_first = journal.get(number).gut_at
        journal.update(number, interview.model_copy(update={"gut": 0.3}))
        told_again = journal.get(number).gut_at
        assert told_first is not None
        assert told_again is not None
        assert told_again > told_first
        journal.show_assessment(number, assessment)
        for gut in (0.7, None):
            with pytest.raises(JournalError, match="gut chance"):
                journal.update(number, interview.model_copy(update={"gut": gut, "feeling": "calm"}))
        assert journal.get(number).interview == interview.model_copy(update={"gut": 0.3})

    def test_a_gut_is_not_told_late(
        self, journal: Journal, interview: Interview, assessment: Assessment
    ) -> None:
        without = interview.model_copy(update={"gut": None})
        shown, told = journal.add(without), journal.add(without)
        journal.show_assessment(shown, assessment)
        journal.record_outcome(told, Outcome(kind="rejected"))
        for number in (shown, told):
            with pytest.raises(JournalError, match="gut chance"):
                journal.update(number, interview)

    def test_the_rest_may_change_after_it(
        self, journal: Journal, interview: Interview, assessment: Assessment
    ) -> None:
        number = journal.add(interview)
        journal.show_assessment(number, assessment)
        changed = interview.model_copy(update={"feeling": "calm"})
        journal.update(number, changed)
        assert journal.get(number).interview == changed

    def test_assessments_stay_as_they_were_shown(
        self,
        journal: Journal,
        interview: Interview,
        some_assessment: Callable[..., Assessment],
    ) -> None:
        number = journal.add(interview)
        shown = [some_assessment(chance) for chance in (0.4, 0.5, 0.1)]
        for one in shown:
            journal.show_assessment(number, one)
        record = journal.get(number)
        assert [one.assessment for one in record.assessments] == shown
        moments = [one.shown_at for one in record.assessments]
        assert moments == sorted(set(moments))
        assert record.gut_at is not None
        assert record.gut_at < moments[0]
        assert record.first_shown == record.assessments[0]
        assert journal.list()[0].probability == 0.1

    def test_the_latest_outcome_counts_and_nothing_before_it_changes(
        self, journal: Journal, interview: Interview, assessment: Assessment
    ) -> None:
        number = journal.add(interview)
        journal.show_assessment(number, assessment)
        before = journal.get(number)
        journal.record_outcome(number, Outcome(kind="no-answer"))
        journal.record_outcome(number, Outcome(kind="advanced", on=date(2031, 5, 9), note="They called."))
        after = journal.get(number)
        assert [one.outcome.kind for one in after.outcomes] == ["no-answer", "advanced"]
        assert after.interview.outcome == after.outcomes[1].outcome
        assert after.interview.gut == before.interview.gut
        assert after.assessments == before.assessments
        assert after.gut_before_outcome == interview.gut
        assert after.first_shown == before.assessments[0]
        assert journal.list()[0].outcome == "advanced"

    def test_what_was_told_with_the_outcome_did_not_come_before_it(
        self, journal: Journal, interview: Interview, assessment: Assessment
    ) -> None:
        number = journal.add(interview.model_copy(update={"outcome": Outcome(kind="offer")}))
        journal.show_assessment(number, assessment)
        record = journal.get(number)
        assert record.interview.outcome == Outcome(kind="offer")
        assert record.interview.gut == interview.gut
        assert record.gut_before_outcome is None
        assert record.first_shown is None

    def test_order_holds_when_the_clock_is_set_back(
        self,
        journal: Journal,
        interview: Interview,
        assessment: Assessment,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        number = journal.add(interview)
        journal.show_assessment(number, assessment)

        class EarlyClock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> EarlyClock:
                return cls(2001, 1, 1, tzinfo=UTC)

        monkeypatch.setattr("wentwell.journal._journal.datetime", EarlyClock)
        journal.record_outcome(number, Outcome(kind="no-answer"))
        journal.record_outcome(number, Outcome(kind="offer"))
        record = journal.get(number)
        assert record.interview.outcome == Outcome(kind="offer")
        assert record.gut_before_outcome == interview.gut
        assert record.first_shown is not None
        assert journal.list()[0].outcome == "offer"

    def test_updating_adds_a_new_outcome_and_never_takes_one_away(
        self, journal: Journal, interview: Interview
    ) -> None:
        number = journal.add(interview)
        told = interview.model_copy(update={"outcome": Outcome(kind="advanced")})
        journal.update(number, told)
        journal.update(number, told)
        journal.update(number, interview)
        record = journal.get(number)
        assert [one.outcome.kind for one in record.outcomes] == ["advanced"]
        assert record.interview == told


class TestCorrections:
    def test_they_are_kept_with_what_stands_after_them_and_change_nothing_else(
        self,
        journal: Journal,
        interview: Interview,
        assessment: Assessment,
        some_correction: Callable[..., Correction],
    ) -> None:
        number = journal.add(interview)
        journal.show_assessment(number, assessment)
        before = journal.get(number)
        made = [some_correction("Lena", 1), some_correction("earn", 2)]
        journal.correct(number, interview.model_copy(update={"evidence": (), "feeling": "sad"}), made)
        after = journal.get(number)
        kept = (*interview.corrections, *made)
        assert after.interview == interview.model_copy(update={"evidence": (), "corrections": kept})
        assert (after.assessments, after.gut_at) == (before.assessments, before.gut_at)
        assert after.updated_at > before.updated_at

    def test_one_can_be_taken_back_and_only_once(
        self, journal: Journal, interview: Interview, some_correction: Callable[..., Correction]
    ) -> None:
        number = journal.add(interview)
        twice = some_correction("Lena", 1)
        journal.correct(number, interview, [twice, twice])
        journal.correct(number, interview, taken_back=[some_correction()])
        assert journal.get(number).interview.corrections == (twice, twice)
        journal.correct(number, interview, taken_back=[twice])
        assert journal.get(number).interview.corrections == (twice,)
        with pytest.raises(JournalError, match="no such correction"):
            journal.correct(number, interview, [some_correction("earn")], [twice, twice])
        assert journal.get(number).interview.corrections == (twice,)

    def test_those_that_another_program_makes_meanwhile_stay(
        self, journal: Journal, interview: Interview, some_correction: Callable[..., Correction]
    ) -> None:
        number = journal.add(interview)
        one, two = some_correction("Lena", 1), some_correction("earn", 2)
        with Journal.open(journal.path) as other:
            here, there = journal.get(number).interview, other.get(number).interview
            journal.correct(number, here, [one])
            other.correct(number, there, [two])
        assert journal.get(number).interview.corrections == (*interview.corrections, one, two)


class TestDrafts:
    def test_a_draft_is_kept_after_each_answer_and_goes_on(
        self, tmp_path: Path, interview: Interview
    ) -> None:
        path = tmp_path / "j.sqlite"
        with Journal.open(path) as journal:
            assert journal.draft() is None
            number = journal.save_draft(Interview(gut=0.6), {"question": 1})
            gut_at = journal.get(number).gut_at
            journal.save_draft(Interview(gut=0.6, feeling="calm"), {"question": 2, "skipped": ["a"]}, number)
        with Journal.open(path) as journal:
            draft = journal.draft()
            assert draft is not None
            assert draft.id == number
            assert draft.interview == Interview(gut=0.6, feeling="calm")
            assert draft.progress == {"question": 2, "skipped": ["a"]}
            assert journal.list()[0].status == "draft"
            journal.complete(number, interview)
            record = journal.get(number)
            assert journal.draft() is None
            assert (record.status, record.progress, record.interview) == ("complete", None, interview)
            assert record.gut_at == gut_at

    def test_the_draft_saved_last_goes_on(self, journal: Journal) -> None:
        first = journal.save_draft(Interview(feeling="calm"), {})
        second = journal.save_draft(Interview(feeling="tired"), {})
        assert (found := journal.draft()) is not None
        assert found.id == second
        journal.save_draft(Interview(feeling="calmer"), {}, first)
        assert (found := journal.draft()) is not None
        assert found.id == first

    def test_a_finished_debrief_is_no_draft(self, journal: Journal, interview: Interview) -> None:
        number = journal.add(interview)
        with pytest.raises(JournalError, match="finished already"):
            journal.save_draft(Interview(), {}, number)
        assert journal.get(number).interview == interview

    def test_nothing_is_shown_before_it_is_finished(self, journal: Journal, assessment: Assessment) -> None:
        number = journal.save_draft(Interview(), {})
        with pytest.raises(JournalError, match="not finished"):
            journal.show_assessment(number, assessment)

    def test_progress_that_json_does_not_know_is_a_mistake_of_the_caller(self, journal: Journal) -> None:
        with pytest.raises(TypeError):
            journal.save_draft(Interview(), {"at": object()})  # type: ignore[dict-item]
        assert journal.list() == []


def test_a_line_of_the_list(journal: Journal, interview: Interview, assessment: Assessment) -> None:
    journal.add(Interview())
    number = journal.add(interview)
    journal.show_assessment(number, assessment)
    bare, full = journal.list()
    assert (bare.employer, bare.stage, bare.gut, bare.probability, bare.outcome) == (None,) * 5
    assert (full.id, full.employer, full.job, full.stage) == (number, "Brook & Sons", "Baker", "first")
    assert (full.gut, full.target, full.probability) == (0.6, "the next round", 0.4)
    assert (full.low, full.high) == (assessment.low, assessment.high)


@pytest.mark.parametrize(
    "words", ["half a pair: \ud83d", "\udcff"], ids=["half of an emoji", "a byte that was no UTF-8"]
)
def test_a_broken_character_is_refused_and_nothing_is_changed(
    journal: Journal, interview: Interview, words: str
) -> None:
    number = journal.add(interview)
    for broken in (
        Interview(documents=(Document(text=words),)),
        Interview(feeling=words),
        Interview(documents=(Document(text="fine", warnings=(words,)),)),
    ):
        with pytest.raises(JournalError, match="broken character") as caught:
            journal.add(broken)
        assert "half a pair" not in str(caught.value)
        with pytest.raises(JournalError, match="broken character"):
            journal.update(number, broken.model_copy(update={"gut": interview.gut}))
    assert [line.id for line in journal.list()] == [number]
    assert journal.get(number).interview == interview


def test_a_number_beyond_the_database_is_refused(journal: Journal, interview: Interview) -> None:
    (found,) = interview.evidence
    huge = interview.model_copy(update={"evidence": (found.model_copy(update={"turn": 2**70}),)})
    with pytest.raises(JournalError, match="too large"):
        journal.add(huge)
    assert journal.list() == []


def test_no_word_is_logged_or_told_in_an_error(
    journal: Journal,
    interview: Interview,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    words = "a word that is nobody's business"
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, logger="sqlalchemy.engine")
    number = journal.add(interview.model_copy(update={"feeling": words}))
    journal.save_draft(Interview(documents=(Document.from_text(words),)), {"note": words})
    journal.record_outcome(number, Outcome(kind="offer", note=words))
    with pytest.raises(JournalError) as caught:
        journal.add(Interview(feeling=words + "\ud83d"))
    journal.delete_all()
    assert caplog.records  # statements without their values, because they were asked for
    assert words not in caplog.text
    assert words not in "".join(capfd.readouterr())
    assert words not in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "ask",
    [
        lambda book: book.get(7),
        lambda book: book.delete(7),
        lambda book: book.record_outcome(7, Outcome(kind="offer")),
        lambda book: SearchBook(book).get(7),
        lambda book: SearchBook(book).last_change(7),
        lambda book: MailBook(book).get(7),
        lambda book: PracticeBook(book).get(7),
    ],
)
def test_a_number_that_is_not_there_has_its_own_error(
    journal: Journal, ask: Callable[[Journal], object]
) -> None:
    with pytest.raises(
        UnknownNumberError, match=r"There is no (interview|job|mail|practice card) 7"
    ) as wrong:
        ask(journal)
    assert isinstance(wrong.value, JournalError)


def test_what_cannot_be_done_is_no_missing_number(journal: Journal) -> None:
    number = journal.add(Interview())
    with pytest.raises(JournalError) as wrong:
        journal.take_back_outcome(number)
    assert not isinstance(wrong.value, UnknownNumberError)
