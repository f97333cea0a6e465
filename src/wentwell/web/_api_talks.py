"""Talks as JSON: who speaks, who is who, and what was said, put right."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Body, FastAPI, Path
from pydantic import AwareDatetime, Field
from starlette.exceptions import HTTPException

from wentwell.interview import Document, Interview, SpeakerRole
from wentwell.web import _api
from wentwell.web._space import Space
from wentwell.web._transcript import keep_talk, undo_talk

if TYPE_CHECKING:
    from wentwell.reviewing import Review

_MOST = 100_000
Place = Annotated[
    int, Path(ge=0, le=_MOST, description="The place of the talk among the interview's documents, from 0.")
]
_At = Annotated[int, Field(ge=0, le=_MOST)]
_Turns = Annotated[tuple[_At, ...], Field(min_length=1, max_length=_MOST)]
_Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]


class TalkSpeaker(_api._Value):
    """One who speaks in a talk."""

    name: str
    role: SpeakerRole | None = None
    guessed: bool
    """Whether that is only a guess."""
    turns: tuple[int, ...]
    """The places of the turns, from 0."""
    words: int
    share: float
    """Of all words of the talk (0 to 1)."""


class Talk(_api._Value):
    """A talk as it stands, with who speaks in it."""

    number: int
    """The interview's."""
    place: int
    document: Document
    speakers: tuple[TalkSpeaker, ...]
    """In the order in which they first speak: their places, from 0, name them in a change."""
    last_change: str = ""
    """What undoing would take back; empty: nothing."""
    effect: str = ""
    """What that change did to the answer."""
    updated_at: datetime
    """When the interview was changed last."""


class _TalkChange(_api._Value):
    if_updated_at: AwareDatetime | None = None
    """When the interview was changed last, as you know it: if it was changed since, nothing is."""


class Confirm(_TalkChange):
    """The guess of who is who is right."""

    do: Literal["confirm"]


class Role(_TalkChange):
    """Who a speaker is."""

    do: Literal["role"]
    speaker: _At
    role: SpeakerRole


class Rename(_TalkChange):
    """What a speaker is called."""

    do: Literal["rename"]
    speaker: _At
    name: _Name


class Merge(_TalkChange):
    """Two speakers are one person."""

    do: Literal["merge"]
    speaker: _At
    into: _At
    """Whose name and role stay."""


class Assign(_TalkChange):
    """Some turns are another speaker's."""

    do: Literal["assign"]
    turns: _Turns
    speaker: _At


class Split(_TalkChange):
    """Some turns are somebody's who did not speak so far."""

    do: Literal["split"]
    turns: _Turns
    name: _Name
    role: SpeakerRole | None = None
    """``null``: it is found from the talk."""


class Reword(_TalkChange):
    """What was really said in a turn."""

    do: Literal["reword"]
    turn: _At
    words: Annotated[str, Field(min_length=1, max_length=100_000, pattern=r"\S")]


class Cut(_TalkChange):
    """A second voice begins within a turn: it becomes two."""

    do: Literal["cut"]
    turn: _At
    words: Annotated[str, Field(min_length=1, max_length=20_000, pattern=r"\S")]
    """With which the second begins, as they stand there."""


TalkChange = Confirm | Role | Rename | Merge | Assign | Split | Reword | Cut


def install(app: FastAPI, space: Space) -> None:
    """Put the calls into the application."""
    app.include_router(_router(space))


def _router(space: Space) -> APIRouter:
    problems = {**_api._PROBLEMS, 404: {**_api._PROBLEMS[404], "description": "There is no such talk"}}
    router = APIRouter(prefix=_api._BASE, responses=problems, tags=["talks"])

    @router.get("/interviews/{number}/talks/{place}")
    def read_talk(number: _api.Number, place: Place) -> Talk:
        """Read a talk and who speaks in it."""
        with space.changing() as book:
            seen = _api._review(space, book, _api._finished(book, number))
            return _talk(space, seen, place)

    @router.post("/interviews/{number}/talks/{place}/changes")
    def change_talk(
        number: _api.Number, place: Place, change: Annotated[TalkChange, Body(discriminator="do")]
    ) -> Talk:
        """Put a talk right; it is read and weighed again at once."""
        with space.changing() as book, _api._fitting():
            record = _api._finished(book, number)
            _api._expect(
                change.if_updated_at,
                record.updated_at,
                f"Interview {number} was changed since. Nothing was; read it again.",
            )
            before = _api._review(space, book, record)
            interview, document = before.answer.interview, _document(before, place)
            changed, said = _made(interview, document, change)
            if changed == interview:
                return _talk(space, before, place)
            return _talk(space, keep_talk(space, book, before, document, changed, said=said), place)

    @router.post("/interviews/{number}/talks/{place}/undo")
    def undo_talk_change(number: _api.Number, place: Place) -> Talk:
        """Take the last change of a talk back; they are known until the server stops."""
        with space.changing() as book, _api._fitting():
            before = _api._review(space, book, _api._finished(book, number))
            change = space.changes.last(number, _document(before, place))
            if change is None:
                raise HTTPException(409, "There is nothing to undo in this talk, or it was changed since.")
            return _talk(space, undo_talk(space, book, before, change), place)

    return router


def _document(seen: Review, place: int) -> Document:
    documents = seen.answer.interview.documents
    if place >= len(documents) or not documents[place].turns:
        raise HTTPException(404, f"There is no talk at place {place} of interview {seen.record.id}.")
    return documents[place]


def _made(interview: Interview, document: Document, change: TalkChange) -> tuple[Interview, str]:
    """Return an interview with a change in a talk of it, and what was done."""
    from wentwell import talks

    known = talks.speakers(document)

    def speaker(place: int) -> talks.Speaker:
        if place >= len(known):
            raise ValueError(f"there is no speaker {place} in this talk; look at it again")
        return known[place]

    if isinstance(change, Reword):
        words = talks.reworded(interview, str(document.name), change.turn, change.words)
        return words, "The words are corrected."
    if isinstance(change, Confirm):
        said = "Kept: that is who they are."
        for one in known:
            if one.guessed and one.role is not None:
                document = talks.with_role(document, one, one.role)
    elif isinstance(change, Role):
        said = f"{speaker(change.speaker).name} is told to be: {change.role}."
        document = talks.with_role(document, speaker(change.speaker), change.role)
    elif isinstance(change, Rename):
        said = f"{speaker(change.speaker).name} is now called {change.name}."
        document = talks.renamed(document, speaker(change.speaker), change.name)
    elif isinstance(change, Merge):
        said = f"{speaker(change.speaker).name} and {speaker(change.into).name} are one."
        document = talks.merged(document, speaker(change.speaker), speaker(change.into))
    elif isinstance(change, Assign):
        said = f"{len(set(change.turns))} of the turns are now {speaker(change.speaker).name}'s."
        document = talks.assigned(document, change.turns, speaker(change.speaker))
    elif isinstance(change, Split):
        said = f"{len(set(change.turns))} of the turns are now {change.name}'s."
        document = talks.split(document, change.turns, change.name, change.role)
    else:
        said = "The turn is two now."
        document = talks.cut(document, change.turn, change.words)
    return talks.with_document(interview, document), said


def _talk(space: Space, seen: Review, place: int) -> Talk:
    from wentwell.talks import speakers

    document = _document(seen, place)
    last = space.changes.last(seen.record.id, document)
    return Talk(
        number=seen.record.id,
        place=place,
        document=document,
        speakers=tuple(
            TalkSpeaker(
                name=one.name,
                role=one.role,
                guessed=one.guessed,
                turns=one.turns,
                words=one.words,
                share=one.share,
            )
            for one in speakers(document)
        ),
        last_change=last.said if last else "",
        effect=last.effect if last else "",
        updated_at=seen.record.updated_at,
    )
