from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wentwell.interview import (
    SEARCH_STAGES,
    Assessment,
    Contact,
    Context,
    Deadline,
    Document,
    Interview,
    Opportunity,
    OpportunityDetails,
    Outcome,
)
from wentwell.journal import Journal, JournalError, NewOpportunity, OpportunityEntry, SearchBook, StageMove

COOK = Opportunity(employer="Heron Ferries", job="Cook")
DECKHAND = Opportunity(employer="Heron Ferries", job="Deckhand")


@pytest.fixture
def jobs(journal: Journal) -> SearchBook:
    return SearchBook(journal)


def new(opportunity: Opportunity = COOK, **more: Any) -> NewOpportunity:
    return NewOpportunity(opportunity=opportunity, **{"steps": (StageMove(stage="applied"),)} | more)


def interview(opportunity: Opportunity = COOK, person: str | None = None, **context: Any) -> Interview:
    return Interview(opportunity=opportunity, person=person, context=Context(**context))


def stands(entry: OpportunityEntry) -> list[tuple[str, str]]:
    return [(step.stage, step.made_by) for step in entry.history]


def test_a_job_is_kept_without_an_interview(journal: Journal, jobs: SearchBook) -> None:
    details = OpportunityDetails(
        tags=("sea",),
        deadline=Deadline(day=date(2031, 6, 1), what="papers"),
        url="https://heron.example/1",
        place="Dock 3",
        source="a friend",
        note="Ask for Ines.",
        contacts=(Contact(name="Ines Roth", mail="ines@heron.example"),),
        domains=("heron.example",),
    )
    number = jobs.add(new(details=details, steps=(StageMove(stage="applied", on=date(2031, 5, 1)),)))
    with Journal.open(journal.path) as again:
        entry = SearchBook(again).get(number)
    assert (entry.opportunity, entry.details) == (COOK, details)
    assert (entry.stage, entry.since, entry.is_open) == ("applied", date(2031, 5, 1), True)
    other = journal.add(interview())
    assert journal.delete(other)
    assert jobs.get(number).details == details


def test_a_job_that_only_interviews_made_goes_with_the_last_of_them(
    journal: Journal, jobs: SearchBook
) -> None:
    number = journal.add(interview())
    second = journal.add(interview(stage="final"))
    journal.delete(number)
    assert [one.opportunity for one in jobs.list()] == [COOK]
    journal.delete(second)
    assert jobs.list() == []


def test_a_touched_job_stays_and_one_whose_change_was_undone_does_not(
    journal: Journal, jobs: SearchBook
) -> None:
    number = journal.add(interview())
    (job,) = jobs.list()
    jobs.move(job.id, StageMove(stage="final"))
    jobs.undo(job.id)
    journal.delete(number)
    assert jobs.list() == []


def test_interviews_and_outcomes_move_a_job_on(journal: Journal, jobs: SearchBook) -> None:
    number = jobs.add(new())
    first = journal.add(interview(Opportunity(employer="heron  ferries", job="COOK"), stage="screen"))
    journal.record_outcome(first, Outcome(kind="advanced", on=date(2031, 5, 9), note="They rang."))
    journal.record_outcome(first, Outcome(kind="no-answer"))
    final = journal.add(interview(stage="final", interview_date=date(2031, 5, 20)))
    journal.add(interview(stage="screen"))  # told late: it moves nothing back
    assert stands(jobs.get(number)) == [
        ("applied", "you"),
        ("screen", "interview"),
        ("first", "outcome"),
        ("final", "interview"),
    ]
    assert jobs.get(number).opportunity == COOK
    journal.record_outcome(final, Outcome(kind="rejected"))
    entry = jobs.get(number)
    assert (entry.stage, entry.closing, entry.is_open) == ("closed", "refused", False)
    assert journal.take_back_outcome(final).kind == "rejected"
    assert jobs.get(number).stage == "final"
    with pytest.raises(JournalError, match="nothing to undo"):
        journal.take_back_outcome(final)


def test_two_roles_and_two_persons_are_never_one(journal: Journal, jobs: SearchBook) -> None:
    one, other = jobs.add(new()), jobs.add(new(DECKHAND))
    hers = jobs.add(new(person="Ida"))
    with pytest.raises(JournalError, match=f"Job {one} has this name"):
        jobs.add(new(Opportunity(employer="HERON FERRIES", job="cook ")))
    with pytest.raises(JournalError, match=f"Job {one} has this name"):
        jobs.edit(other, opportunity=COOK)
    journal.add(interview())
    theirs = journal.add(interview(person="ida"))
    assert [len(jobs.get(number).interviews) for number in (one, other, hers)] == [1, 0, 1]
    assert [entry.id for entry in jobs.list_of("IDA")] == [hers]
    assert jobs.find(COOK, "Ida") == jobs.get(hers)
    journal.update(theirs, interview())  # it was one's own after all
    assert [len(jobs.get(number).interviews) for number in (one, other, hers)] == [2, 0, 0]


def test_a_new_name_is_the_interviews_too(journal: Journal, jobs: SearchBook) -> None:
    number = journal.add(interview())
    (job,) = jobs.list()
    jobs.edit(job.id, opportunity=DECKHAND)
    assert journal.get(number).interview.opportunity == DECKHAND
    again = journal.add(interview())
    journal.update(number, interview())  # back to the old name: another job
    assert jobs.find(COOK) is not None
    assert [one.id for one in jobs.find(COOK).interviews] == [number, again]  # type: ignore[union-attr]
    assert jobs.get(job.id).interviews == ()


class TestUndo:
    def test_each_change_is_taken_back_the_last_one_first(self, journal: Journal, jobs: SearchBook) -> None:
        number = jobs.add(new())
        jobs.edit(number, details=OpportunityDetails(tags=("sea",), note="Ask for Ines."))
        held = journal.add(interview(stage="first"))
        jobs.move(number, StageMove(stage="further"))
        journal.record_outcome(held, Outcome(kind="offer"))
        jobs.move(number, StageMove(stage="closed", closing="declined"))
        kinds = []
        for stage in ("offer", "further", "first", "first"):
            done = jobs.undo(number)
            kinds.append(done.kind)
            assert done.entry is not None
            assert done.entry.stage == stage
        assert kinds == ["move", "outcome", "move", "edit"]
        assert jobs.get(number).details == OpportunityDetails()
        with pytest.raises(JournalError, match=r"Interviews belong to job 1 \(number 1\)"):
            jobs.undo(number)
        journal.delete(held)
        assert jobs.undo(number).entry is None
        assert jobs.list() == []

    def test_nothing_to_undo_is_told(self, journal: Journal, jobs: SearchBook) -> None:
        journal.add(interview())
        assert jobs.last_change(1) is None
        with pytest.raises(JournalError, match="nothing to undo in job 1"):
            jobs.undo(1)

    def test_a_change_that_changes_nothing_leaves_nothing_to_undo(self, jobs: SearchBook) -> None:
        number = jobs.add(new())
        jobs.edit(number, opportunity=COOK, details=OpportunityDetails())
        assert jobs.last_change(number).kind == "add"  # type: ignore[union-attr]

    def test_a_name_that_another_job_took_meanwhile_is_told(self, jobs: SearchBook) -> None:
        number = jobs.add(new())
        jobs.edit(number, opportunity=DECKHAND)
        other = jobs.add(new())
        with pytest.raises(JournalError, match=f"Job {other} has this name"):
            jobs.undo(number)
        assert jobs.get(number).opportunity == DECKHAND

    def test_words_that_were_taken_back_are_in_no_file(self, tmp_path: Path) -> None:
        with Journal.open(tmp_path / "journal.sqlite") as journal:
            jobs = SearchBook(journal)
            number = jobs.add(new())
            jobs.edit(number, details=OpportunityDetails(note="Quetzal " * 900))
            jobs.move(number, StageMove(stage="screen", note="Quetzal"))
            jobs.undo(number)
            jobs.undo(number)
            held = [file.name for file in tmp_path.iterdir() if b"Quetzal" in file.read_bytes()]
        assert held == []


_CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from(SEARCH_STAGES)),
        st.tuples(st.just("tags"), st.lists(st.sampled_from(["sea", "near", "late"]), unique=True)),
        st.tuples(st.just("note"), st.text(st.characters(exclude_categories=["Cs"]), max_size=20)),
        st.tuples(st.just("job"), st.sampled_from(["Cook", "Cook (night)", "Purser"])),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_CHANGES)
def test_undoing_walks_back_through_every_state(jobs: SearchBook, changes: list[tuple[str, Any]]) -> None:
    number = jobs.add(new())

    def state() -> dict[str, Any]:
        return jobs.get(number).model_dump(exclude={"changed_at"})

    states = [state()]
    for what, value in changes:
        known = jobs.get(number)
        if what == "move":
            closing = "other" if value == "closed" else None
            jobs.move(number, StageMove(stage=value, closing=closing))
        elif what == "job":
            jobs.edit(number, opportunity=known.opportunity.model_copy(update={"job": value}))
        else:
            update = {what: tuple(value) if what == "tags" else value}
            jobs.edit(number, details=known.details.model_copy(update=update))
        if state() != states[-1]:
            states.append(state())
    while len(states) > 1:
        assert state() == states.pop()
        jobs.undo(number)
    assert state() == states.pop()
    assert jobs.undo(number).kind == "add"
    assert jobs.list() == []


def test_jobs_taken_in_together_go_together_unless_worked_on(journal: Journal, jobs: SearchBook) -> None:
    names = [Opportunity(employer="Heron Ferries", job=f"Role {place}") for place in range(4)]
    numbers = jobs.take_in([new(name) for name in names])
    assert {step.made_by for number in numbers for step in jobs.get(number).history} == {"import"}
    jobs.move(numbers[1], StageMove(stage="screen"))
    journal.add(interview(names[2]))
    undone = jobs.undo_taken_in()
    assert (undone.removed, undone.kept) == ((numbers[0], numbers[3]), (numbers[1], numbers[2]))
    with pytest.raises(JournalError, match="no file of jobs"):
        jobs.undo_taken_in()


def test_of_several_jobs_all_are_taken_in_or_none(jobs: SearchBook) -> None:
    with pytest.raises(JournalError):
        jobs.take_in([new(DECKHAND), new(COOK), new(DECKHAND)])
    assert jobs.list() == []


def test_a_job_with_interviews_is_not_deleted_and_one_without_is_for_good(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        jobs = SearchBook(journal)
        number = jobs.add(new(Opportunity(employer="Quetzal"), details=OpportunityDetails(note="Quetzal")))
        held = journal.add(interview(Opportunity(employer="Quetzal")))
        with pytest.raises(JournalError, match="delete these first"):
            jobs.delete(number)
        journal.delete(held)
        assert jobs.delete(number)
        assert [file.name for file in tmp_path.iterdir() if b"Quetzal" in file.read_bytes()] == []
    with Journal.open(tmp_path / "journal.sqlite") as journal, pytest.raises(JournalError, match="no job 1"):
        SearchBook(journal).get(1)


def test_an_export_holds_the_jobs_and_is_taken_in_once(
    journal: Journal, jobs: SearchBook, tmp_path: Path, open_new: Callable[[], Journal]
) -> None:
    number = jobs.add(new(details=OpportunityDetails(tags=("sea",))))
    jobs.move(number, StageMove(stage="closed", closing="no-answer", note="Silence."))
    journal.add(interview(DECKHAND, stage="final"))
    journal.export_json(tmp_path / "all.json")

    def contents(book: SearchBook) -> list[dict[str, Any]]:
        found = [one.model_dump(exclude={"id", "interviews"}) for one in book.list()]
        return sorted(found, key=lambda one: one["uuid"])

    with open_new() as other:
        theirs = SearchBook(other)
        for _ in range(2):
            other.import_json(tmp_path / "all.json")
            assert contents(theirs) == contents(jobs)
        known = theirs.find(COOK)
        assert known is not None
        theirs.edit(known.id, details=OpportunityDetails(tags=("later",)))
        other.export_json(tmp_path / "theirs.json")
        other.import_json(tmp_path / "all.json")  # the later state stays
        assert theirs.get(known.id).details.tags == ("later",)
    journal.import_json(tmp_path / "theirs.json")
    assert jobs.get(number).details.tags == ("later",)
    assert len(jobs.get(number).history) == 2


def test_the_same_job_of_two_journals_becomes_one(
    jobs: SearchBook, tmp_path: Path, open_new: Callable[[], Journal]
) -> None:
    number = jobs.add(new())
    with open_new() as other:
        theirs = SearchBook(other)
        theirs.move(
            theirs.add(new(Opportunity(employer="heron ferries", job="cook"))), StageMove(stage="final")
        )
        other.export_json(tmp_path / "theirs.json")
    jobs._journal.import_json(tmp_path / "theirs.json")  # type: ignore[attr-defined]
    assert [one.id for one in jobs.list()] == [number]
    assert jobs.get(number).stage == "final"


def test_the_chance_and_the_dates_of_a_job(
    journal: Journal, jobs: SearchBook, assessment: Assessment
) -> None:
    today = date(2031, 5, 10)
    number = jobs.add(new(details=OpportunityDetails(deadline=Deadline(day=date(2031, 5, 15)))))
    assert jobs.get(number).next_date(today) == (date(2031, 5, 15), "deadline")
    held = journal.add(interview(interview_date=date(2031, 5, 2), promised_date=date(2031, 5, 12)))
    journal.add(interview(interview_date=date(2031, 5, 11)))
    journal.show_assessment(held, assessment)
    entry = jobs.get(number)
    assert entry.next_date(today) == (date(2031, 5, 11), "interview")
    assert entry.next_date(date(2031, 5, 12)) == (date(2031, 5, 12), "answer promised")
    assert entry.last_chance is not None
    assert entry.last_chance.probability == assessment.probability
    jobs.move(number, StageMove(stage="closed", closing="withdrawn"))
    entry = jobs.get(number)
    assert (entry.last_chance, entry.next_date(today)) == (None, None)


def test_a_clock_set_back_does_not_change_the_order(
    jobs: SearchBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = jobs.add(new())
    jobs.move(number, StageMove(stage="final"))

    class Earlier(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) - timedelta(days=900)

    monkeypatch.setattr("wentwell.journal._opportunities.datetime", Earlier)
    assert jobs.move(number, StageMove(stage="screen")).stage == "screen"
    assert jobs.undo(number).entry.stage == "final"  # type: ignore[union-attr]


class TestSearch:
    @pytest.fixture
    def filled(self, journal: Journal, jobs: SearchBook) -> SearchBook:
        jobs.add(
            new(
                details=OpportunityDetails(
                    note="Ask for Ines at the pier.", contacts=(Contact(name="Ines Roth", role="crew lead"),)
                )
            )
        )
        text = (
            "We talked of knots.\nThen she said that the Käpt'n decides.\n" + "The rest was small talk. " * 20
        )
        number = journal.add(
            Interview(opportunity=DECKHAND, documents=(Document.from_text(text, name="talk.txt"),))
        )
        journal.record_outcome(number, Outcome(kind="no-answer", note="The pier is shut."))
        journal.add(Interview(opportunity=COOK, person="Ida", feeling="calm at the pier"))
        return jobs

    def test_it_looks_through_everything_of_one_person(self, filled: SearchBook) -> None:
        found = [(one.kind, one.opportunity, one.interview, one.place) for one in filled.search(["PIER"])]
        assert found == [("note", 1, None, "note"), ("note", 2, 1, "outcome: no-answer")]
        assert [one.interview for one in filled.search(["pier"], "ida")] == [2]

    @pytest.mark.parametrize("phrase", ["ines", "KNOT", "käpt'n", "said that", "said  that", "crew"])
    def test_a_word_is_found_by_its_beginning_and_words_together(
        self, filled: SearchBook, phrase: str
    ) -> None:
        assert filled.search([phrase])

    @pytest.mark.parametrize("phrase", ["nots", "that said", "a.k", "%", "talk_"])
    def test_nothing_else_is_found(self, filled: SearchBook, phrase: str) -> None:
        if any(sign.isalnum() for sign in phrase):
            assert filled.search([phrase]) == []
        else:
            with pytest.raises(JournalError, match="no word"):
                filled.search([phrase])

    def test_all_words_must_stand_in_one_place(self, filled: SearchBook) -> None:
        assert len(filled.search(["knots", "decides"])) == 1
        assert filled.search(["knots", "pier"]) == []

    def test_the_words_around_are_the_true_ones(self, filled: SearchBook) -> None:
        (found,) = filled.search(["decides"])
        assert found.words == "decides"
        assert "Käpt'n " in found.before
        assert found.after.endswith("…")
        assert len(found.before) + len(found.after) < 125
