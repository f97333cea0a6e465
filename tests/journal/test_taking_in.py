"""A file of jobs goes in whole or not at all, and out again without what was worked on since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Contact, Deadline, Interview, Opportunity, OpportunityDetails
from wentwell.journal import (
    Journal,
    JournalError,
    NewOpportunity,
    OpportunityChange,
    OpportunityEntry,
    SearchBook,
    StageMove,
)

BAKER = Opportunity(employer="Tarn", job="Baker")
COOK = Opportunity(employer="Tarn", job="Cook")


@pytest.fixture
def jobs(journal: Journal) -> SearchBook:
    return SearchBook(journal)


def new(opportunity: Opportunity, *steps: StageMove) -> NewOpportunity:
    return NewOpportunity(opportunity=opportunity, steps=steps or (StageMove(stage="applied"),))


def stands(entry: OpportunityEntry) -> list[tuple[str, str, date | None]]:
    return [(step.stage, step.made_by, step.on) for step in entry.history]


def test_new_jobs_keep_the_order_of_their_steps(jobs: SearchBook) -> None:
    way = (
        StageMove(stage="applied", on=date(2026, 3, 1)),
        StageMove(stage="first"),
        StageMove(stage="closed", closing="refused", on=date(2026, 3, 20)),
    )
    (number,) = jobs.take_in([new(BAKER, *way)])
    assert stands(jobs.get(number)) == [
        ("applied", "import", date(2026, 3, 1)),
        ("first", "import", None),
        ("closed", "import", date(2026, 3, 20)),
    ]
    jobs.move(number, StageMove(stage="first"))
    assert jobs.get(number).stage == "first"


def test_a_known_job_is_completed_and_as_before_after_the_undo(journal: Journal, jobs: SearchBook) -> None:
    journal.add(Interview(opportunity=BAKER))
    (known,) = jobs.list()
    change = OpportunityChange(
        number=known.id,
        details={
            "place": "Leeds",
            "tags": ("bread",),
            "deadline": Deadline(day=date(2026, 5, 1)),
            "contacts": (Contact(name="Lena"),),
        },
        steps=(StageMove(stage="final", on=date(2026, 4, 1)), StageMove(stage="offer")),
    )
    assert jobs.take_in([change]) == (known.id,)
    completed = jobs.get(known.id)
    assert completed.stage == "offer"
    assert completed.details.place == "Leeds"
    assert completed.details.contacts == (Contact(name="Lena"),)
    undone = jobs.undo_taken_in()
    assert (undone.removed, undone.restored, undone.kept) == ((), (known.id,), ())
    after = jobs.get(known.id)
    assert after.model_copy(update={"changed_at": known.changed_at}) == known
    with pytest.raises(JournalError, match="no file of jobs"):
        jobs.undo_taken_in()


def test_what_was_changed_since_stays(jobs: SearchBook) -> None:
    number = jobs.add(new(BAKER))
    details = {"place": "Leeds", "source": "a friend"}
    jobs.take_in([OpportunityChange(number=number, details=details, steps=(StageMove(stage="first"),))])
    jobs.edit(number, details=OpportunityDetails(place="York", source="a friend"))
    jobs.move(number, StageMove(stage="final"))
    assert jobs.undo_taken_in().restored == (number,)
    after = jobs.get(number)
    assert (after.details.place, after.details.source) == ("York", "")
    assert [stage for stage, _, _ in stands(after)] == ["applied", "final"]


def test_one_job_of_a_file_can_be_taken_back_alone(jobs: SearchBook) -> None:
    first, second = jobs.take_in([new(BAKER), new(COOK)])
    jobs.undo(first)
    assert jobs.undo_taken_in().removed == (second,)
    assert jobs.list() == []


def test_files_are_taken_back_one_after_another(jobs: SearchBook) -> None:
    (first,) = jobs.take_in([new(BAKER)])
    second, _ = jobs.take_in([new(COOK), OpportunityChange(number=first, details={"place": "Leeds"})])
    assert jobs.undo_taken_in().removed == (second,)
    assert jobs.get(first).details.place == ""
    assert jobs.undo_taken_in().removed == (first,)


def test_all_or_none(jobs: SearchBook) -> None:
    number = jobs.add(new(COOK))
    good = OpportunityChange(number=number, details={"place": "Leeds"})
    for bad in (OpportunityChange(number=99), new(Opportunity(employer="TARN", job="cook"))):
        before = jobs.list()
        with pytest.raises(JournalError):
            jobs.take_in([good, new(BAKER), bad])
        assert jobs.list() == before


def test_words_taken_out_are_wiped_from_the_files(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        jobs = SearchBook(journal)
        number = jobs.add(new(BAKER))
        details = OpportunityDetails(note="Quetzal")
        jobs.take_in(
            [
                NewOpportunity(opportunity=COOK, details=details),
                OpportunityChange(number=number, details={"note": "Quetzal"}),
            ]
        )
        jobs.undo_taken_in()
        assert [file.name for file in tmp_path.iterdir() if b"Quetzal" in file.read_bytes()] == []


ROLES = st.sampled_from(["Baker", "Cook", "Clerk", "Nurse"])
STAGES = st.lists(st.sampled_from(["screen", "first", "final", "offer"]), max_size=3, unique=True)


@given(st.lists(st.tuples(ROLES, STAGES), unique_by=lambda one: one[0]), st.lists(ROLES, unique=True))
def test_an_undo_gives_back_what_was(
    open_new: Callable[[], Journal], rows: list[tuple[str, list[str]]], there: list[str]
) -> None:
    with open_new() as journal:
        jobs = SearchBook(journal)
        numbers = {role: jobs.add(new(Opportunity(employer="Tarn", job=role))) for role in there}
        before = jobs.list()
        changes: list[NewOpportunity | OpportunityChange] = []
        for role, stages in rows:
            steps = tuple(StageMove.model_validate({"stage": stage}) for stage in stages)
            if role in numbers:
                details = {"note": role}
                changes.append(OpportunityChange(number=numbers[role], details=details, steps=steps))
            else:
                changes.append(
                    NewOpportunity(opportunity=Opportunity(employer="Tarn", job=role), steps=steps)
                )
        assert len(jobs.take_in(changes)) == len(rows)
        if not changes:
            return
        assert len(jobs.list()) == len(set(there) | {role for role, _ in rows})
        jobs.undo_taken_in()
        same = {"changed_at": before[0].changed_at} if before else {}
        after = [one.model_copy(update=same) for one in jobs.list()]
        assert after == [one.model_copy(update=same) for one in before]
