"""Practice cards: kept, practised, dropped; each step one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Connection, insert, select, update

from wentwell.interview import PracticeCard, QuestionKind, Rating, Schedule
from wentwell.journal._error import JournalError, UnknownNumberError
from wentwell.journal._records import Attempt, KeptCard, PracticeEntry
from wentwell.journal._schema import interviews, practice_attempts, practice_cards

_Line = TypeVar("_Line")


class _Opened(Protocol):
    def _read(self) -> AbstractContextManager[Connection]: ...
    def _write(self) -> AbstractContextManager[Connection]: ...
    def _listed(self, read: Callable[[Connection], Sequence[_Line]]) -> Sequence[_Line]: ...


class PracticeBook:
    """The practice cards of an open journal.

    Parameters
    ----------
    journal : Journal
        Open for as long as the book is used.
    """

    def __init__(self, journal: _Opened) -> None:
        self._journal = journal

    def add(self, interview: int, cards: Iterable[PracticeCard], first: Schedule) -> Sequence[PracticeEntry]:
        """Keep cards of an interview and return the new ones.

        A question that is known, also one that was dropped, is not doubled.

        Parameters
        ----------
        interview : int
            The interview's number.
        cards : iterable of PracticeCard
        first : Schedule
            When they are due first.

        Raises
        ------
        JournalError
            If there is no such interview.
        """
        with self._journal._write() as connection:
            uuid = connection.execute(select(interviews.c.uuid).where(interviews.c.id == interview)).scalar()
            if uuid is None:
                raise UnknownNumberError(
                    f"There is no interview {interview} in the journal. See `wentwell list`."
                )
            known = [one.card for one in read_cards(connection) if one.interview_id == interview]
            places = {(card.document, card.start) for card in known}
            moment = datetime.now(UTC)
            new = [
                KeptCard(
                    uuid=uuid4(),
                    interview=uuid,
                    made_at=moment,
                    changed_at=moment,
                    card=card,
                    schedule=first,
                )
                for card in cards
                if (card.document, card.start) not in places
            ]
            numbers = {_insert(connection, interview, one) for one in new}
            return [one for one in read_cards(connection) if one.id in numbers]

    def list(self, *, dropped: bool = False) -> Sequence[PracticeEntry]:
        """Return the cards that are kept, the one due first at the front; on demand the dropped ones too."""
        kept = [one for one in self._journal._listed(read_cards) if dropped or not one.dropped]
        return sorted(kept, key=lambda one: (one.schedule.due, one.id))

    def get(self, id: int) -> PracticeEntry:
        """Return one card."""
        with self._journal._read() as connection:
            return _known(connection, id)

    def drop(self, id: int) -> PracticeEntry:
        """Put a card away for good, and return it; it isn't made again from the same interview."""
        with self._journal._write() as connection:
            known = _known(connection, id)
            _change(connection, id, dropped=True)
            return known

    def take_up(self, id: int) -> PracticeEntry:
        """Take a card back that was put away, and return it; one that was not stays as it is."""
        with self._journal._write() as connection:
            known = _known(connection, id, dropped=True)
            if known.dropped:
                _change(connection, id, dropped=False)
            return _known(connection, id)

    def reword(self, id: int, question: str, kind: QuestionKind) -> PracticeEntry:
        """Keep a question as it is to be asked from now on, and return the card.

        Where it stands in the document, what was answered there and what followed stay as they are.

        Parameters
        ----------
        id : int
        question : str
            Not empty.
        kind : str
            What it asks for: the outline goes by that.

        Raises
        ------
        ValueError
            If the question is empty.
        """
        if not question.strip():
            raise ValueError("a question cannot be empty")
        with self._journal._write() as connection:
            card = _known(connection, id).card
            values = card.model_dump() | {"question": question, "kind": kind, "asked": True}
            _change(connection, id, card=PracticeCard.model_validate(values).model_dump(mode="json"))
            return _known(connection, id)

    def write(self, id: int, answer: str) -> None:
        """Keep an answer so far. Call it after each line: a kill then loses none.

        The attempt stays open, and is written over, until it is rated.
        """
        with self._journal._write() as connection:
            known = _known(connection, id)
            if known.open_attempt is None:
                attempt = Attempt(uuid=uuid4(), tried_at=datetime.now(UTC), answer=answer)
                _insert_attempts(connection, id, [attempt])
            else:
                mine = practice_attempts.c.uuid == str(known.open_attempt.uuid)
                connection.execute(update(practice_attempts).where(mine).values(answer=answer))
            _change(connection, id)

    def rate(self, id: int, rating: Rating, schedule: Schedule) -> None:
        """Keep how the open attempt went, and when the card is due next.

        Raises
        ------
        JournalError
            If there is no such card, or nothing was answered since it was rated last.
        """
        with self._journal._write() as connection:
            known = _known(connection, id)
            if known.open_attempt is None:
                raise JournalError(f"Nothing was answered to card {id} yet. See `wentwell practice`.")
            mine = practice_attempts.c.uuid == str(known.open_attempt.uuid)
            connection.execute(update(practice_attempts).where(mine).values(rating=rating))
            _change(connection, id, **schedule.model_dump())


def read_cards(connection: Connection) -> list[PracticeEntry]:
    """Read all cards with their attempts, in the order they were made."""
    attempts: defaultdict[int, list[Attempt]] = defaultdict(list)
    for row in connection.execute(select(practice_attempts).order_by(practice_attempts.c.id)).mappings():
        attempts[row["card_id"]].append(_noun_of(row))
    query = (
        select(practice_cards, interviews.c.uuid.label("interview"), interviews.c.person)
        .join(interviews, interviews.c.id == practice_cards.c.interview_id)
        .order_by(practice_cards.c.id)
    )
    return [
        PracticeEntry(
            id=row["id"],
            interview_id=row["interview_id"],
            person=row["person"],
            uuid=row["uuid"],
            interview=row["interview"],
            made_at=row["made_at"],
            changed_at=row["changed_at"],
            dropped=row["dropped"],
            card=PracticeCard.model_validate(row["card"]),
            schedule=Schedule.model_validate({name: row[name] for name in Schedule.model_fields}),
            attempts=tuple(attempts[row["id"]]),
        )
        for row in connection.execute(query).mappings()
    ]


def exported_cards(connection: Connection) -> tuple[KeptCard, ...]:
    """Return all cards without what only this journal knows."""
    names = set(KeptCard.model_fields)
    return tuple(KeptCard.model_validate(one.model_dump(include=names)) for one in read_cards(connection))


def merge_cards(connection: Connection, cards: Iterable[KeptCard], numbers: dict[UUID, int]) -> None:
    """Add cards and attempts that are not known; of a card known already the later state stays.

    Parameters
    ----------
    connection : Connection
    cards : iterable of KeptCard
    numbers : dict of UUID to int
        The interviews in this journal.
    """
    known = {one.uuid: one for one in read_cards(connection)}
    for card in cards:
        if card.uuid not in known:
            if card.interview in numbers:
                _insert(connection, numbers[card.interview], card)
            continue
        mine = known[card.uuid]
        theirs = {one.uuid: one for one in card.attempts}
        here = {one.uuid for one in mine.attempts}
        _insert_attempts(connection, mine.id, [one for one in card.attempts if one.uuid not in here])
        if card.changed_at > mine.changed_at:
            for attempt in mine.attempts:
                other = theirs.get(attempt.uuid)
                if other is not None and attempt.rating is None:
                    values = {"answer": other.answer, "rating": other.rating}
                    where = practice_attempts.c.uuid == str(attempt.uuid)
                    connection.execute(update(practice_attempts).where(where).values(values))
            state = {
                "card": card.card.model_dump(mode="json"),
                **card.schedule.model_dump(),
                "dropped": card.dropped,
                "changed_at": card.changed_at,
            }
            connection.execute(update(practice_cards).where(practice_cards.c.id == mine.id).values(state))


def _noun_of(row: Any) -> Attempt:
    return Attempt.model_validate({name: row[name] for name in Attempt.model_fields})


def _known(connection: Connection, id: int, *, dropped: bool = False) -> PracticeEntry:
    cards = read_cards(connection)
    found = next((one for one in cards if one.id == id and (dropped or not one.dropped)), None)
    if found is None:
        raise UnknownNumberError(f"There is no practice card {id}. See `wentwell practice --list`.")
    return found


def _insert(connection: Connection, interview: int, card: KeptCard) -> int:
    values = {
        "uuid": str(card.uuid),
        "interview_id": interview,
        "made_at": card.made_at,
        "changed_at": card.changed_at,
        "dropped": card.dropped,
        "card": card.card.model_dump(mode="json"),
        **card.schedule.model_dump(),
    }
    made = insert(practice_cards).returning(practice_cards.c.id)
    number: int = connection.execute(made, values).scalar_one()
    _insert_attempts(connection, number, card.attempts)
    return number


def _insert_attempts(connection: Connection, number: int, attempts: Iterable[Attempt]) -> None:
    for one in attempts:
        connection.execute(
            insert(practice_attempts), {**one.model_dump(), "uuid": str(one.uuid), "card_id": number}
        )


def _change(connection: Connection, number: int, **values: Any) -> None:
    connection.execute(
        update(practice_cards)
        .where(practice_cards.c.id == number)
        .values(changed_at=datetime.now(UTC), **values)
    )
