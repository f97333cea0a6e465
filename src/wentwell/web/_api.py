"""The same calls as JSON: what a program on this machine can ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, FastAPI, Path, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from wentwell.catalog import Sign, signs
from wentwell.interview import Answer, Context, Correction, Day, Document, Interview, Outcome
from wentwell.interview.context import Chance
from wentwell.journal import Record, Summary, UnknownNumberError
from wentwell.web._space import Space

if TYPE_CHECKING:
    from wentwell.journal import Journal
    from wentwell.reviewing import Review

DESCRIPTION = (
    "The calls of the library, on this machine. Everything is JSON; what is wrong comes as problem JSON "
    "(RFC 9457) with one line that says what to do."
)
_BASE = "/api/v1"
_LONGEST_TEXT = 2_000_000
_MOST_NUMBER = 2**63 - 1
_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2100, 12, 31)


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Problem(BaseModel):
    """What is wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class Words(_Value):
    """Words to be weighed; nothing is kept of them."""

    text: Annotated[str, Field(min_length=1, max_length=_LONGEST_TEXT)]
    kind: Literal["notes", "mail"] = "notes"
    name: Annotated[str, Field(max_length=200)] | None = None
    context: Context = Context()
    gut: Chance | None = None
    today: Day | None = None
    """The day to count silence to; without it silence is not weighed."""


class Change(_Value):
    """A sign struck or added."""

    do: Literal["strike", "add"]
    label: Annotated[str, Field(max_length=100)]
    """The sign, such as ``salary.asked``."""
    quote: Annotated[str, Field(max_length=20_000)]
    """The exact words that show it, or that were taken for it."""
    document: Annotated[str, Field(max_length=1000)] | None = None
    """Needed only where the words stand in several."""


class Kept(_Value):
    """An interview of the journal, as it looks today."""

    number: int
    status: Literal["draft", "complete"]
    updated_at: datetime
    interview: Interview
    answer: Answer | None = None
    """``null`` while its debrief is not finished."""
    quiet: str = ""
    """Why the chance is of an earlier day; empty if it is of today."""


Number = Annotated[int, Path(ge=1, le=_MOST_NUMBER, description="The number of the interview.")]
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem, "content": {"application/problem+json": {}}, "description": words}
    for code, words in (
        (400, "It is no JSON"),
        (404, "There is no such interview"),
        (409, "The journal cannot do this"),
        (413, "It is too large"),
        (415, "It was not sent as application/json"),
        (422, "Something in it does not fit"),
    )
}


def asks(request: Request) -> bool:
    """Whether a request is for the API."""
    return request.url.path.startswith("/api/")


def problem(status: int, words: str) -> Response:
    """Return what is wrong as problem JSON."""
    from http import HTTPStatus

    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=words)
    return JSONResponse(told.model_dump(), status, media_type="application/problem+json")


def install(app: FastAPI, space: Space) -> None:
    """Put the calls into the application."""
    app.include_router(_router(space))
    app.add_exception_handler(RequestValidationError, _does_not_fit)


async def _does_not_fit(request: Request, wrong: Exception) -> Response:
    if not isinstance(wrong, RequestValidationError):
        raise wrong
    # the words that were sent are not repeated
    first = wrong.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    told = f"{where}: {first['msg']}" if where else str(first["msg"])
    return problem(422, told.encode("utf-8", "replace").decode())


def _router(space: Space) -> APIRouter:  # noqa: PLR0915 - one list of calls
    router = APIRouter(prefix=_BASE, responses=_PROBLEMS)

    @router.get("/interviews", tags=["interviews"])
    def list_interviews() -> list[Summary]:
        """List the interviews, in the order they were added."""
        if not space.exists:
            return []
        with space.journal() as book:
            return list(book.list())

    @router.post("/interviews", status_code=201, tags=["interviews"])
    def add_interview(interview: Interview) -> Kept:
        """Keep an interview and weigh it; its documents are read anew."""
        from wentwell.reviewing import finish

        today = space.today()
        _check(interview.context, today)
        with space.changing() as book, _fitting():
            number, answer = finish(book, None, interview, today, read=space.read)
            record = book.get(number)
        return _kept(record, answer)

    @router.get("/interviews/{number}", tags=["interviews"])
    def read_interview(number: Number) -> Kept:
        """Read an interview with its answer as of the last day that says something."""
        with space.changing() as book:
            return _seen(space, book, _found(book, number))

    @router.put("/interviews/{number}/context", tags=["interviews"])
    def change_context(number: Number, context: Context) -> Kept:
        """Change the circumstances."""
        _check(context, space.today())
        with space.changing() as book, _fitting():
            record = _found(book, number)
            book_update(book, record, record.interview.model_copy(update={"context": context}))
            return _seen(space, book, book.get(number))

    @router.post("/interviews/{number}/corrections", tags=["interviews"])
    def correct(number: Number, change: Change) -> Kept:
        """Strike a sign that was found wrongly, or add one that was missed."""
        from wentwell.correcting import add_sign, strike

        with space.changing() as book, _fitting():
            record = _finished(book, number)
            read = _review(space, book, record).answer.interview
            if change.do == "add":
                after = add_sign(read, change.label, change.quote, change.document)
            else:
                meant = [
                    one
                    for one in read.evidence
                    if (one.label, one.quote) == (change.label, change.quote)
                    and change.document in (None, one.document)
                ]
                if len(meant) != 1:
                    raise ValueError(
                        f"{len(meant)} signs {change.label} with these words stand there, not one"
                    )
                after = strike(read, meant[0])
            _keep_corrected(space, book, record, after, made=after.corrections[len(read.corrections) :])
            return _seen(space, book, book.get(number))

    @router.post("/interviews/{number}/corrections/take-back", tags=["interviews"])
    def take_back(number: Number, correction: Correction) -> Kept:
        """Take a correction back, as if it had never been made."""
        from wentwell import correcting

        with space.changing() as book, _fitting():
            record = _finished(book, number)
            after = correcting.take_back(record.interview, correction)
            _keep_corrected(space, book, record, after, undone=(correction,))
            return _seen(space, book, book.get(number))

    @router.post("/interviews/{number}/outcome", tags=["interviews"])
    def record_outcome(number: Number, outcome: Outcome) -> Kept:
        """Record how it turned out."""
        _check_day(outcome.on, space.today(), "the day")
        with space.changing() as book, _fitting():
            record = _found(book, number)
            book.record_outcome(record.id, outcome)
            return _seen(space, book, book.get(number))

    @router.post("/interviews/{number}/outcome/take-back", tags=["interviews"])
    def take_back_outcome(number: Number) -> Kept:
        """Take back the outcome told last, as if it had never been told."""
        with space.changing() as book, _fitting():
            record = _found(book, number)
            book.take_back_outcome(record.id)
            return _seen(space, book, book.get(number))

    @router.delete("/interviews/{number}", status_code=204, tags=["interviews"])
    def delete_interview(number: Number) -> None:
        """Delete an interview and all its words for good."""
        with space.changing() as book:
            book.delete(_found(book, number).id)

    @router.post("/assess", tags=["words"])
    def assess_words(words: Words) -> Answer:
        """Read words, weigh them and say what to do next; nothing is kept."""
        from wentwell import assess

        _check(words.context, None)
        _check_day(words.today, None, "today")
        with _fitting():
            document = Document.from_text(words.text, words.kind, words.name)
            interview = Interview(context=words.context, documents=(document,), gut=words.gut)
            return assess(interview, today=words.today, read=space.read)

    @router.get("/signs", tags=["words"])
    def list_signs() -> list[Sign]:
        """List the catalog of signs."""
        return list(signs().values())

    return router


def book_update(book: Journal, record: Record, interview: Interview) -> None:
    """Keep a changed interview, finished or not."""
    if record.status == "draft":
        book.save_draft(interview, record.progress or {}, record.id)
    else:
        book.update(record.id, interview)


@contextmanager
def _fitting() -> Iterator[None]:
    """Tell what does not fit in one line."""
    try:
        yield
    except (ValueError, OverflowError) as wrong:
        raise HTTPException(422, str(wrong).splitlines()[0] if str(wrong) else "this does not fit") from None


def _check_day(day: date | None, today: date | None, what: str) -> None:
    if day is None:
        return
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise HTTPException(422, f"{what} {day} is out of range; give one from {_FIRST_DAY} to {_LAST_DAY}")
    if today is not None and day > today:
        raise HTTPException(422, f"{what} {day} is still to come (today is {today})")


def _check(context: Context, today: date | None) -> None:
    from wentwell.debriefing import check_days
    from wentwell.weighing import check_country

    _check_day(context.interview_date, None, "interview_date")
    _check_day(context.promised_date, None, "promised_date")
    with _fitting():
        check_days(context, today or _LAST_DAY)
        if context.country is not None:
            check_country(context.country)


@contextmanager
def _looking_for(what: str) -> Iterator[None]:
    """Tell that the journal has no such thing, such as ``mail 3``."""
    try:
        yield
    except UnknownNumberError:
        raise HTTPException(404, f"There is no {what}.") from None


def _expect(known: object, now: object, changed: str) -> None:
    """Refuse a call, saying what changed, if what its sender knows is not so any more; ``None``: anything."""
    if known is not None and known != now:
        raise HTTPException(409, changed)


def _found(book: Journal, number: int) -> Record:
    with _looking_for(f"interview {number}"):
        return book.get(number)


def _finished(book: Journal, number: int) -> Record:
    record = _found(book, number)
    if record.status == "draft":
        raise HTTPException(409, f"The debrief of interview {number} is not finished.")
    return record


def _review(space: Space, book: Journal, record: Record) -> Review:
    from wentwell.reviewing import review

    return review(book, record, space.today(record), read=space.read)


def _seen(space: Space, book: Journal, record: Record) -> Kept:
    if record.status == "draft":
        return _kept(record, None)
    seen = _review(space, book, record)
    return _kept(record, seen.answer, seen.quiet)


def _kept(record: Record, answer: Answer | None, quiet: str = "") -> Kept:
    return Kept(
        number=record.id,
        status=record.status,
        updated_at=record.updated_at,
        interview=record.interview,
        answer=answer,
        quiet=quiet,
    )


def _keep_corrected(
    space: Space,
    book: Journal,
    record: Record,
    after: Interview,
    *,
    made: tuple[Correction, ...] = (),
    undone: tuple[Correction, ...] = (),
) -> None:
    from wentwell.reviewing import weighed

    again = record.model_copy(update={"interview": after})
    read = weighed(again, space.today(record), None, read=space.read).interview
    book.correct(record.id, read, made, undone)
