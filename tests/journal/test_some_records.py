"""Some records at once, and records without their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wentwell import weigh
from wentwell.interview import Context, Interview, Opportunity, Outcome, OutcomeKind
from wentwell.journal import Journal, MailBook, SearchBook, StageMove
from wentwell.learning import calibrate


def test_some_are_read_as_each_by_itself(journal: Journal, interview: Interview) -> None:
    numbers = [journal.add(interview.model_copy(update={"gut": gut})) for gut in (0.2, 0.4, 0.6)]
    wanted = [numbers[2], numbers[0], 999]
    assert list(journal.records(wanted)) == [journal.get(numbers[0]), journal.get(numbers[2])]
    assert list(journal.records([])) == []
    assert len(journal.records()) == 3


def test_without_words_all_that_was_shown_and_told_is_there(journal: Journal, interview: Interview) -> None:
    for outcome in ("advanced", "rejected", "advanced", "rejected", "offer", "advanced"):
        number = journal.add(interview)
        journal.show_assessment(number, weigh([], Context(stage="first"), 0.4))
        journal.record_outcome(number, Outcome(kind=outcome))
    whole, bare = journal.records(), journal.records(words=False)
    assert whole[0].interview.documents
    assert all(not one.interview.documents and not one.interview.evidence for one in bare)
    assert [one.assessments for one in bare] == [one.assessments for one in whole]
    assert calibrate(bare) == calibrate(whole)
    assert calibrate(bare).resolved == 6


def test_what_learning_needs_is_given_one_by_one_without_the_rest(
    journal: Journal, interview: Interview
) -> None:
    kinds: list[OutcomeKind | None] = [
        "advanced",
        "rejected",
        None,
        "no-answer",
        "rejected",
        "offer",
        "advanced",
    ]
    for number, kind in enumerate(kinds):
        person = "Ines" if number == 4 else None
        id = journal.add(interview.model_copy(update={"person": person}))
        journal.show_assessment(id, weigh([], Context(stage="first"), 0.4))
        journal.show_assessment(id, weigh([], Context(stage="first"), 0.3))
        if kind is not None:
            journal.record_outcome(id, Outcome(kind=kind))
    journal.save_draft(interview, {})
    given, whole = list(journal.for_learning()), journal.records()
    assert [one.id for one in given] == [one.id for one in whole if one.status == "complete"]
    assert [len(one.assessments) for one in given] == [2, 2, 0, 2, 2, 2, 2]
    for person in (None, "ines", "nobody"):
        assert calibrate(given, person) == calibrate(whole, person)


def _rename(book: Journal, id: int) -> None:
    opportunity = Opportunity(employer="Crumb", job="Miller")
    SearchBook(book).edit(SearchBook(book).list()[0].id, opportunity=opportunity)


def _close(book: Journal, id: int) -> None:
    SearchBook(book).move(SearchBook(book).list()[0].id, StageMove(stage="closed", closing="withdrawn"))


def _tell_and_take_back(book: Journal, id: int) -> None:
    book.record_outcome(id, Outcome(kind="advanced"))
    book.take_back_outcome(id)


CHANGES: list[Callable[[Journal, int], object]] = [
    lambda book, id: book.update(id, book.get(id).interview.model_copy(update={"feeling": "calm"})),
    lambda book, id: book.update(id, book.get(id).interview.model_copy(update={"documents": ()})),
    lambda book, id: book.update(id, book.get(id).interview.model_copy(update={"answers": {}})),
    lambda book, id: book.correct(id, book.get(id).interview, taken_back=book.get(id).interview.corrections),
    lambda book, id: book.record_outcome(id, Outcome(kind="rejected")),
    _tell_and_take_back,
    lambda book, id: book.show_assessment(id, weigh([], Context(stage="first"), 0.4)),
    lambda book, id: MailBook(book).add_addresses(["ines@crumb.example"]),
    _rename,
    _close,
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_another_program_changed_is_seen_at_once(
    journal: Journal, interview: Interview, change: Callable[[Journal, int], object]
) -> None:
    first, second = journal.add(interview), journal.add(interview)
    before = {one.id: one for one in journal.records([first, second])}
    journal.list(), SearchBook(journal).list()
    with Journal.open(journal.path) as other:
        change(other, first)
        after, lines, jobs = other.records(), other.list(), SearchBook(other).list()
    assert list(journal.records([first, second])) == list(after)
    assert list(journal.list()) == list(lines)
    assert list(SearchBook(journal).list()) == list(jobs)
    # what is as it was is not made anew
    assert (journal.records([second])[0] is before[second]) == (after[1] == before[second])


def test_what_is_deleted_is_gone(journal: Journal, interview: Interview) -> None:
    first, second = journal.add(interview), journal.add(interview)
    assert len(journal.records([first, second])) == 2
    with Journal.open(journal.path) as other:
        other.delete(first)
    assert [one.id for one in journal.records([first, second])] == [second]
