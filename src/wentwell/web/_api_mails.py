"""The inbox as JSON: mails in, where each belongs, what it proposes, and the way back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, FastAPI, Path, Query
from pydantic import AwareDatetime, Field
from starlette.exceptions import HTTPException

from wentwell.interview import MailKind, Message, Outcome
from wentwell.journal import MailBook, MailEntry, MailState, StageMove, UndoneMails
from wentwell.web import _api
from wentwell.web._job_mails import waiting_mails
from wentwell.web._space import Space

if TYPE_CHECKING:
    from wentwell.journal import Journal

Number = Annotated[int, Path(ge=1, le=_api._MOST_NUMBER, description="The number of the mail.")]
_Address = Annotated[str, Field(max_length=320, pattern=r"^[^\s@]+@[^\s@]+$")]


class Mail(_api._Value):
    """A mail and where it is filed."""

    number: int
    state: MailState
    sent_at: datetime | None = None
    sender: str = ""
    """The address it comes from."""
    subject: str = ""
    own: bool
    """The candidate wrote it."""
    kind: MailKind | None = None
    """What it reads as."""
    kind_probability: float | None = None
    job: int | None = None
    """The number of the job that it is attached to."""
    interview: int | None = None
    """The number of the interview that it is filed under."""
    document: str | None = None
    """What it is called among that interview's documents, if it is one of them."""
    confidence: float | None = None
    """How surely it was matched; ``null``: the user said so, or it was not matched."""
    why: tuple[str, ...] = ()
    answer: Literal["yes", "no"] | None = None
    """What was said to what it proposes."""
    changed_at: datetime


class ReadMail(Mail):
    """A mail with all its words."""

    message: Message | None = None


class WaitingMail(Mail):
    """A mail that waits, and the jobs that it may belong to."""

    jobs: tuple[int, ...] = ()
    """The likeliest first."""


class ProposingMail(Mail):
    """An attached mail, and what it proposes: one of the two."""

    outcome: Outcome | None = None
    """To be recorded of its interview."""
    move: StageMove | None = None
    """Where its job is to stand."""


class Inbox(_api._Value):
    """What waits for the user's word."""

    waiting: tuple[WaitingMail, ...] = ()
    proposals: tuple[ProposingMail, ...] = ()
    later: int = 0
    """How many more wait; they come once these are settled."""


class MailText(_api._Value):
    """A mail as text, with its head lines if you can."""

    text: Annotated[str, Field(min_length=1, max_length=_api._LONGEST_TEXT, pattern=r"\S")]
    mine: Annotated[tuple[_Address, ...], Field(max_length=20)] = ()
    """Your own addresses: what comes from these is no sign."""


class TakenMails(_api._Value):
    """What taking a mail in did."""

    attached: tuple[int, ...] = ()
    """The jobs that mails were attached to; also of mails that waited and became sure."""
    waiting: int
    none: int
    """About none of the jobs: no word of it is kept."""
    known: int
    """Taken in before."""


class Filed(_api._Value):
    """Where a mail belongs."""

    job: Annotated[int, Field(ge=1, le=_api._MOST_NUMBER)] | None
    """``null``: it is about none of your jobs."""
    if_changed_at: AwareDatetime | None = None
    """When the mail was changed last, as you know it: if it was changed since, nothing is."""


class Said(_api._Value):
    """What is said to what a mail proposes."""

    answer: Literal["yes", "no"]
    if_changed_at: AwareDatetime | None = None
    """When the mail was changed last, as you know it: if it was changed since, nothing is."""


def install(app: FastAPI, space: Space) -> None:
    """Put the calls into the application."""
    app.include_router(_router(space))


def _router(space: Space) -> APIRouter:
    problems = {**_api._PROBLEMS, 404: {**_api._PROBLEMS[404], "description": "There is no such mail"}}
    router = APIRouter(prefix=_api._BASE, responses=problems, tags=["mails"])

    @router.get("/inbox")
    def read_inbox() -> Inbox:
        """Read what waits for the user's word: where mails belong, and what they propose."""
        from wentwell.filing import catch_up, pending

        if not space.exists:
            return Inbox()
        with space.changing() as book:
            catch_up(book, read=space.read)
            waits, proposals = waiting_mails(space, book), pending(book)
            count = MailBook(book).count("waiting")
        return Inbox(
            waiting=tuple(WaitingMail(**_told(one.mail), jobs=one.choices) for one in waits),
            proposals=tuple(
                ProposingMail(**_told(one.mail), outcome=one.proposal.outcome, move=one.proposal.move)
                for one in proposals
            ),
            later=count - len(waits),
        )

    @router.get("/mails")
    def list_mails(
        state: Annotated[list[MailState], Query(max_length=10)] = [],  # noqa: B006 - never changed
        job: Annotated[int | None, Query(ge=1, le=_api._MOST_NUMBER)] = None,
    ) -> list[Mail]:
        """List the mails that are kept, by the moment they were sent; their words are left out."""
        if not space.exists:
            return []
        with space.journal() as book:
            kept = MailBook(book).list(*(one for one in state if one != "none"), opportunity=job)
        return [] if state == ["none"] else [Mail(**_told(one)) for one in kept]

    @router.post("/mails", status_code=201)
    def take_in_mail(given: MailText) -> TakenMails:
        """Take one mail in: a sure one is attached and changes an answer, an unsure one waits."""
        from wentwell.filing import take_in
        from wentwell.journal import SearchBook
        from wentwell.sources import message_from_text

        with space.changing() as book, _api._fitting():
            if not SearchBook(book).list_of(None):
                raise HTTPException(409, "There is no job yet to put mails to. Keep one first.")
            MailBook(book).add_addresses(given.mine)
            taken = take_in(book, [message_from_text(given.text)], read=space.read)
        return TakenMails(attached=taken.attached, waiting=taken.waiting, none=taken.none, known=taken.known)

    @router.get("/mails/{number}")
    def read_mail(number: Number) -> ReadMail:
        """Read one mail."""
        with space.changing() as book:
            known = _found(book, number)
        return ReadMail(**_told(known), message=known.message)

    @router.post("/mails/{number}/file")
    def file_mail(number: Number, filed: Filed) -> Mail:
        """Say where a mail belongs, also one that is filed already; what becomes sure by it follows."""
        from wentwell.filing import settle

        with space.changing() as book, _api._fitting():
            known = _unchanged(_found(book, number), filed.if_changed_at)
            settle(book, known.id, filed.job, read=space.read)
            return Mail(**_told(_found(book, number)))

    @router.post("/mails/{number}/answer")
    def answer_mail(number: Number, said: Said) -> Mail:
        """Do what a mail proposes, or leave it."""
        from wentwell.filing import answer, pending

        with space.changing() as book, _api._fitting():
            _unchanged(_found(book, number), said.if_changed_at)
            one = next((one for one in pending(book) if one.mail.id == number), None)
            if one is None:
                raise HTTPException(409, f"Mail {number} proposes nothing that waits for your word.")
            answer(book, one.mail, one.proposal, yes=said.answer == "yes")
            return Mail(**_told(_found(book, number)))

    @router.post("/mails/undo")
    def undo_mails() -> UndoneMails:
        """Take back what was done last with mails: taken in, filed, or done as one proposed."""
        from wentwell.filing import undo

        with space.changing() as book:
            return undo(book, read=space.read)

    return router


def _found(book: Journal, number: int) -> MailEntry:
    with _api._looking_for(f"mail {number}"):
        return MailBook(book).get(number)


def _unchanged(mail: MailEntry, moment: datetime | None) -> MailEntry:
    changed = f"Mail {mail.id} was filed anew since. Nothing was changed; read it again."
    _api._expect(moment, mail.changed_at, changed)
    return mail


def _told(mail: MailEntry) -> dict[str, object]:
    message = mail.message
    return {
        "number": mail.id,
        "job": mail.opportunity,
        "sent_at": message.date if message else None,
        "sender": message.sender.address if message and message.sender else "",
        "subject": message.subject if message else "",
        **{
            name: getattr(mail, name)
            for name in (
                "state",
                "own",
                "kind",
                "kind_probability",
                "interview",
                "document",
                "confidence",
                "why",
                "answer",
                "changed_at",
            )
        },
    }
