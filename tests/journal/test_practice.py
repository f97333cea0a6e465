"""Practice cards are kept, practised, dropped, exported; they go with their interview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wentwell.interview import Interview, PracticeCard, Schedule
from wentwell.journal import Journal, JournalError, PracticeBook

NOW = datetime(2031, 5, 3, 9, tzinfo=UTC)
FIRST = Schedule(due=NOW)
LATER = Schedule(due=NOW + timedelta(days=3), stability=2.5, difficulty=4.0, last_review=NOW)


def card(question: str = "why Quetzal?", start: int = 0) -> PracticeCard:
    return PracticeCard(
        question=question, kind="motive", document="evening.txt", start=start, end=start + len(question)
    )


@pytest.fixture
def book(journal: Journal, interview: Interview) -> PracticeBook:
    journal.add(interview)
    return PracticeBook(journal)


def test_a_card_comes_back_as_it_was_and_is_not_doubled(book: PracticeBook) -> None:
    (kept,) = book.add(1, [card()], FIRST)
    assert (kept.card, kept.schedule, kept.interview_id) == (card(), FIRST, 1)
    assert book.add(1, [card(), card(start=5)], LATER)[0].card.start == 5
    assert [one.id for one in book.list()] == [kept.id, kept.id + 1]
    with pytest.raises(JournalError, match="no interview 7"):
        book.add(7, [card()], FIRST)


def test_an_attempt_is_written_over_until_it_is_rated(book: PracticeBook) -> None:
    number = book.add(1, [card()], FIRST)[0].id
    with pytest.raises(JournalError, match="Nothing was answered"):
        book.rate(number, "good", LATER)
    for answer in ("One.", "One.\nTwo."):
        book.write(number, answer)
    assert [one.answer for one in book.get(number).attempts] == ["One.\nTwo."]
    book.rate(number, "good", LATER)
    assert book.get(number).schedule == LATER
    assert book.get(number).open_attempt is None
    book.write(number, "Three.")
    assert [one.rating for one in book.get(number).attempts] == ["good", None]


def test_a_dropped_card_is_not_made_again(book: PracticeBook) -> None:
    number = book.add(1, [card()], FIRST)[0].id
    book.drop(number)
    assert list(book.list()) == []
    assert list(book.add(1, [card()], FIRST)) == []
    assert [one.dropped for one in book.list(dropped=True)] == [True]
    with pytest.raises(JournalError, match="no practice card"):
        book.write(number, "Words.")


def test_a_dropped_card_is_taken_back_as_it_was(book: PracticeBook) -> None:
    (kept,) = book.add(1, [card()], FIRST)
    book.write(kept.id, "Words.")
    before = book.get(kept.id)
    book.drop(kept.id)
    for _ in range(2):  # a second time changes nothing
        assert book.take_up(kept.id).model_dump(exclude={"changed_at"}) == before.model_dump(
            exclude={"changed_at"}
        )
    assert [one.id for one in book.list()] == [kept.id]
    with pytest.raises(JournalError, match="no practice card 9"):
        book.take_up(9)


def test_a_question_is_asked_in_other_words_and_still_known(book: PracticeBook) -> None:
    (kept,) = book.add(1, [card()], FIRST)
    changed = book.reword(kept.id, "What is it about the night shift?", "self").card
    assert (changed.question, changed.kind, changed.asked) == (
        "What is it about the night shift?",
        "self",
        True,
    )
    assert (changed.document, changed.start, changed.end) == (
        kept.card.document,
        kept.card.start,
        kept.card.end,
    )
    assert list(book.add(1, [card()], FIRST)) == []
    with pytest.raises(ValueError, match="question"):
        book.reword(kept.id, "", "self")
    assert book.get(kept.id).card == changed


def test_cards_go_with_their_interview(journal: Journal, book: PracticeBook, tmp_path: Path) -> None:
    number = book.add(1, [card()], FIRST)[0].id
    book.write(number, "Quetzal again")
    assert journal.delete(1)
    assert list(book.list(dropped=True)) == []
    journal.close()
    assert [file.name for file in tmp_path.iterdir() if b"Quetzal" in file.read_bytes()] == []


def test_export_and_import_keep_all_and_join_what_each_side_did(
    journal: Journal, book: PracticeBook, tmp_path: Path, open_new: Callable[[], Journal]
) -> None:
    first, second = (one.id for one in book.add(1, [card(), card(start=5)], FIRST))
    book.write(first, "Begun")
    journal.export_json(tmp_path / "early.json")
    with open_new() as other:
        other.import_json(tmp_path / "early.json")
        theirs = PracticeBook(other)
        theirs.write(first, "Begun and done")
        theirs.rate(first, "hard", LATER)
        theirs.reword(first, "Why nights?", "motive")
        theirs.drop(second)
        other.export_json(tmp_path / "late.json")
        for source in ("late.json", "early.json", "late.json"):
            journal.import_json(tmp_path / source)
            here, there = book.list(dropped=True), theirs.list(dropped=True)
            assert [one.model_dump() for one in here] == [one.model_dump() for one in there]
    assert book.get(first).attempts[-1].answer == "Begun and done"
    assert book.get(first).card.question == "Why nights?"
