"""Practice as JSON: the cards, what was answered to them, and how it went."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from fastapi import APIRouter, FastAPI, Path
from pydantic import AwareDatetime, Field
from starlette.exceptions import HTTPException

from wentwell.interview import Measures, PracticeCard, QuestionKind, Rating, Schedule
from wentwell.journal import Attempt, PracticeBook, PracticeEntry
from wentwell.web import _api
from wentwell.web._space import Space

if TYPE_CHECKING:
    from wentwell.journal import Journal

Number = Annotated[int, Path(ge=1, le=_api._MOST_NUMBER, description="The number of the card.")]
_GONE = "There is no such card"


class Card(_api._Value):
    """A question to practise, with what was answered to it so far."""

    number: int
    interview: int
    """The number of the interview that it comes from."""
    card: PracticeCard
    missing: tuple[str, ...] = ()
    """What the answer in the interview lacks, in sentences."""
    outline: tuple[str, ...] = ()
    """Of an answer to such a question."""
    schedule: Schedule
    is_due: bool
    answer: str = ""
    """What is answered and not rated yet."""
    attempts: tuple[Attempt, ...] = ()
    dropped: bool = False
    uuid: UUID
    changed_at: datetime


class Answered(_api._Value):
    """An answer, as far as it is written."""

    answer: Annotated[str, Field(max_length=100_000)]
    if_changed_at: AwareDatetime | None = None
    """When the card was changed last, as you know it: if it was changed since, nothing is."""


class Rated(_api._Value):
    """How it went."""

    rating: Rating
    if_changed_at: AwareDatetime | None = None
    """When the card was changed last, as you know it: if it was changed since, nothing is."""


class Question(_api._Value):
    """A question as it is to be asked from now on."""

    question: Annotated[str, Field(min_length=1, max_length=1000, pattern=r"\S")]
    kind: QuestionKind | None = None
    """What it asks for; ``null``: as before."""


class Counts(_api._Value):
    """What is counted in an answer, beside the one before."""

    now: Measures
    before: Measures | None = None
    practised: bool
    """Whether the one before was practised; else it was given in the interview."""


def install(app: FastAPI, space: Space) -> None:
    """Put the calls into the application."""
    app.include_router(_router(space))


def _router(space: Space) -> APIRouter:
    problems = {**_api._PROBLEMS, 404: {**_api._PROBLEMS[404], "description": _GONE}}
    router = APIRouter(prefix=_api._BASE, responses=problems, tags=["practice"])

    @router.get("/practice")
    def list_cards(*, due: bool = False) -> list[Card]:
        """List the cards that are kept, the one due first at the front; on demand only those due today."""
        from wentwell.reviewing import cards_of

        if not space.exists:
            return []
        with space.journal() as book:
            cards = [_card(space, one) for one in cards_of(book, None)]
        return [one for one in cards if one.is_due or not due]

    @router.post("/interviews/{number}/practice", status_code=201)
    def make_cards(number: _api.Number) -> list[Card]:
        """Keep what went cold in an interview as cards, and return the new ones."""
        from wentwell.reviewing import make_cards

        with space.changing() as book:
            record = _api._finished(book, number)
            return [_card(space, one) for one in make_cards(book, record, read=space.read).new]

    @router.get("/practice/{number}")
    def read_card(number: Number) -> Card:
        """Read one card, also one that was put away."""
        with space.changing() as book:
            return _card(space, _found(book, number, dropped=True))

    @router.put("/practice/{number}/answer")
    def write_answer(number: Number, answered: Answered) -> Card:
        """Keep an answer so far; it is written over until it is rated."""
        with space.changing() as book, _api._fitting():
            known = _unchanged(_found(book, number), answered.if_changed_at)
            if answered.answer.strip() or known.open_attempt is not None:
                PracticeBook(book).write(number, answered.answer)
            return _card(space, _found(book, number))

    @router.get("/practice/{number}/measures")
    def count_in_answer(number: Number) -> Counts:
        """Count in the answer that is not rated yet, and in the one before."""
        from wentwell.reviewing import count_answer

        with space.changing() as book:
            found = count_answer(_found(book, number))
        if found is None:
            raise HTTPException(409, f"Nothing was answered to card {number} yet.")
        return Counts(now=found.now, before=found.before, practised=found.practised)

    @router.post("/practice/{number}/rating")
    def rate_answer(number: Number, rated: Rated) -> Card:
        """Say how it went: that settles when the card comes back."""
        from wentwell.practising import next_due

        with space.changing() as book, _api._fitting():
            known = _unchanged(_found(book, number), rated.if_changed_at)
            PracticeBook(book).rate(
                number, rated.rating, next_due(known.schedule, rated.rating, datetime.now(UTC))
            )
            return _card(space, _found(book, number))

    @router.put("/practice/{number}/question")
    def reword(number: Number, question: Question) -> Card:
        """Put a question in other words."""
        with space.changing() as book, _api._fitting():
            known = _found(book, number)
            words = " ".join(question.question.split())
            return _card(space, PracticeBook(book).reword(number, words, question.kind or known.card.kind))

    @router.post("/practice/{number}/drop")
    def drop(number: Number) -> Card:
        """Put a card away; it is not made again."""
        with space.changing() as book:
            PracticeBook(book).drop(_found(book, number).id)
            return _card(space, _found(book, number, dropped=True))

    @router.post("/practice/{number}/take-up")
    def take_up(number: Number) -> Card:
        """Take a card back that was put away."""
        with space.changing() as book, _api._looking_for(f"practice card {number}"):
            return _card(space, PracticeBook(book).take_up(number))

    return router


def _found(book: Journal, number: int, *, dropped: bool = False) -> PracticeEntry:
    cards = PracticeBook(book)
    if dropped:
        known = next((one for one in cards.list(dropped=True) if one.id == number), None)
        if known is not None:
            return known
    with _api._looking_for(f"practice card {number}"):
        return cards.get(number)


def _unchanged(entry: PracticeEntry, moment: datetime | None) -> PracticeEntry:
    changed = f"Card {entry.id} was changed since. Nothing was changed; read it again."
    _api._expect(moment, entry.changed_at, changed)
    return entry


def _card(space: Space, entry: PracticeEntry) -> Card:
    from wentwell.practising import is_due, missing_sentence, outline

    card, answer = entry.card, entry.open_attempt.answer if entry.open_attempt else ""
    return Card(
        number=entry.id,
        interview=entry.interview_id,
        card=card,
        missing=tuple(missing_sentence(one, card.measures) for one in card.missing if card.measures),
        outline=tuple(outline(card.kind)),
        schedule=entry.schedule,
        is_due=bool(answer.strip()) or is_due(entry.schedule, space.today()),
        answer=answer,
        attempts=entry.attempts,
        dropped=entry.dropped,
        uuid=entry.uuid,
        changed_at=entry.changed_at,
    )
