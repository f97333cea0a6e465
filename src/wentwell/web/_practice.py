"""Practice: the questions that went cold, asked again when they are due, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from wentwell.interview import QuestionKind, Rating
from wentwell.web import _words
from wentwell.web._fields import mark
from wentwell.web._language import gettext, later, ngettext
from wentwell.web._pages import Visit, get, post

if TYPE_CHECKING:
    from wentwell.journal import Journal, PracticeEntry, Record

_LONGEST_QUESTION, _LONGEST_ANSWER = 1_000, 100_000
_SHORT = 90
_MOST_SOURCES = 5
"""So many interviews without cards are offered to look in, the newest."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One card in the list."""

    number: int
    question: str
    due: str
    done: int
    begun: bool


def next_card(visit: Visit) -> Response:
    """Show the card that is due first, and all cards."""
    if not visit.space.exists:
        return visit.page("practice.html", entry=None, lines=[], sources=[], next_day="", due=0)
    from wentwell.reviewing import cards_of

    today = visit.space.today()
    with visit.space.journal() as book:
        entries = cards_of(book, None)
        sources = _sources(visit, book, entries)
    due = _due(visit, entries)
    return visit.page(
        "practice.html",
        entry=due[0] if due else None,
        due=len(due),
        lines=[_line(one, visit) for one in entries],
        sources=sources,
        next_day=_day(entries[0]) if entries else "",
        today=today,
        **(_told(due[0]) if due else {}),
    )


def show_card(visit: Visit) -> Response:
    """Show one card, due or not."""
    with visit.space.journal() as book:
        entry = _entry(visit, book)
    return _card(visit, entry)


def take_answer(visit: Visit) -> Response:
    """Keep an answer: as far as it is typed, or to be measured."""
    typed = visit.form.get("answer")[:_LONGEST_ANSWER]
    with visit.space.changing() as book:
        entry = _entry(visit, book)
        kept = _answer(entry)
        if visit.form.get("was") != _mark(entry) and typed != kept and kept:
            return _kept_part(visit, entry, theirs=True, typed=typed)
        if typed != kept and (typed.strip() or entry.open_attempt is not None):
            entry = _write(book, entry, typed)
    if "keep" in visit.form:
        return _kept_part(visit, entry)
    if not typed.strip():
        return visit.go("/practice", said=gettext("Left for another time."))
    return visit.go(f"/practice/{entry.id}/counts")


def show_counts(visit: Visit) -> Response:
    """Show what is counted in the answer beside the one before, and ask how it went."""
    from wentwell.reviewing import count_answer
    from wentwell.telling import COUNTED, measure_rows

    with visit.space.journal() as book:
        entry = _entry(visit, book)
    found = count_answer(entry)
    if found is None:
        return visit.go(f"/practice/{entry.id}")
    return visit.page(
        "practice_counts.html",
        entry=entry,
        counted=COUNTED,
        rows=measure_rows(found.now, found.before),
        when=""
        if found.before is None
        else gettext("last time")
        if found.practised
        else gettext("in the interview"),
        practised=found.practised,
        before=found.before,
        earlier=found.earlier,
        ratings=[(key, gettext(name), gettext(told)) for key, name, told in _RATINGS],
        was=_mark(entry),
    )


def rate(visit: Visit) -> Response:
    """Keep how it went, and when the card comes back."""
    from datetime import UTC, datetime

    from wentwell.journal import PracticeBook
    from wentwell.practising import next_due

    ratings: tuple[Rating, ...] = get_args(Rating)
    rating = next((one for one in ratings if one == visit.form.get("rating")), None)
    if rating is None:
        raise HTTPException(422, gettext("Choose how it went: again, hard, good or easy."))
    with visit.space.changing() as book:
        entry = _entry(visit, book)
        if entry.open_attempt is None:
            return visit.go("/practice", said=gettext("How it went is kept already."))
        if visit.form.get("was") != _mark(entry):
            # what is rated is what was read
            return visit.go(
                f"/practice/{entry.id}/counts",
                said=gettext("The answer was changed since, in another tab. Look at it again."),
            )
        schedule = next_due(entry.schedule, rating, datetime.now(UTC))
        PracticeBook(book).rate(entry.id, rating, schedule)
        changed = PracticeBook(book).get(entry.id)
    return visit.go("/practice", said=gettext("Kept. It comes back on %(day)s.", day=_day(changed)))


def drop(visit: Visit) -> Response:
    """Put a card away."""
    from wentwell.journal import PracticeBook

    with visit.space.changing() as book:
        entry = _entry(visit, book)
        PracticeBook(book).drop(entry.id)
    return visit.page("practice_dropped.html", entry=entry)


def take_up(visit: Visit) -> Response:
    """Take a card back that was put away."""
    from wentwell.journal import PracticeBook, UnknownNumberError

    with visit.space.changing() as book:
        try:
            PracticeBook(book).take_up(visit.number)
        except UnknownNumberError as wrong:
            raise HTTPException(404, str(wrong)) from None
    return visit.go(f"/practice/{visit.number}", said=gettext("Taken back."))


def reword(visit: Visit) -> Response:
    """Keep a question as it is to be asked from now on."""
    from wentwell.journal import PracticeBook

    kinds: tuple[QuestionKind, ...] = get_args(QuestionKind)
    question = " ".join(visit.form.get("question").split())[:_LONGEST_QUESTION]
    with visit.space.changing() as book:
        entry = _entry(visit, book)
        kind = next((one for one in kinds if one == visit.form.get("kind")), entry.card.kind)
        if not question:
            return _card(visit, entry, wrong=gettext("Write the question; it cannot be empty."), status=422)
        if (question, kind) != (entry.card.question, entry.card.kind):
            PracticeBook(book).reword(entry.id, question, kind)
    return visit.go(f"/practice/{entry.id}", said=gettext("The question is kept as you wrote it."))


def make(visit: Visit) -> Response:
    """Make cards of what went cold in an interview."""
    from wentwell.reviewing import make_cards

    with visit.space.changing() as book:
        made = make_cards(book, visit.finished(book), read=visit.space.read)
    new = made.new
    if new:
        return visit.go(
            "/practice",
            said=ngettext("%(num)s new card, due today.", "%(num)s new cards, due today.", len(new)),
        )
    said = (
        gettext("No new cards: all that went cold in it is known already.")
        if made.found
        else gettext(
            "Nothing in it went cold by what followed or by what you wrote. To practise all the same, add "
            "to your notes which answer you would like to give again."
        )
    )
    return visit.go("/practice", said=said)


_RATINGS: tuple[tuple[Rating, str, str], ...] = (
    ("again", later("Again"), later("it did not come")),
    ("hard", later("Hard"), later("it came slowly")),
    ("good", later("Good"), later("it came")),
    ("easy", later("Easy"), later("it came at once")),
)


def _entry(visit: Visit, book: Journal) -> PracticeEntry:
    from wentwell.journal import PracticeBook, UnknownNumberError

    try:
        return PracticeBook(book).get(visit.number)
    except UnknownNumberError:
        raise HTTPException(
            404, gettext("There is no practice card %(number)s.", number=visit.number)
        ) from None


def _write(book: Journal, entry: PracticeEntry, typed: str) -> PracticeEntry:
    from wentwell.journal import PracticeBook

    cards = PracticeBook(book)
    cards.write(entry.id, typed)
    return cards.get(entry.id)


def _answer(entry: PracticeEntry) -> str:
    return entry.open_attempt.answer if entry.open_attempt is not None else ""


def _mark(entry: PracticeEntry) -> str:
    return mark({"answer": _answer(entry)})


def _kept_part(visit: Visit, entry: PracticeEntry, *, theirs: bool = False, typed: str = "") -> Response:
    """Give the part that says what is kept to our script, the whole page to a browser without it."""
    kept = _answer(entry)
    if visit.in_place:
        words = visit.render(
            "practice_kept.html",
            number=entry.id,
            was="" if theirs else _mark(entry),
            begun=bool(kept),
            theirs=theirs,
        )
        return HTMLResponse(words, 409 if theirs else 200)
    return _card(visit, entry, theirs=theirs, typed=typed if theirs else kept, status=409 if theirs else 200)


def _card(visit: Visit, entry: PracticeEntry, *, status: int = 200, **more: Any) -> Response:
    return visit.page("practice_card.html", status=status, entry=entry, **{**_told(entry), **more})


def _told(entry: PracticeEntry) -> dict[str, Any]:
    """Return what the template of a card shows."""
    from wentwell.practising import kind_words, missing_sentence, outline
    from wentwell.telling import why_words

    card = entry.card
    return {
        "number": entry.id,
        "why": why_words(card),
        "missing": [missing_sentence(one, card.measures) for one in card.missing if card.measures],
        "kindly": kind_words(card),
        "steps": outline(card.kind),
        "kinds": _words.QUESTION_KINDS,
        "typed": _answer(entry),
        "was": _mark(entry),
        "begun": bool(_answer(entry)),
        "theirs": False,
        "wrong": "",
    }


def _due(visit: Visit, entries: list[PracticeEntry]) -> list[PracticeEntry]:
    from wentwell.practising import is_due

    return [one for one in entries if _answer(one).strip() or is_due(one.schedule, visit.space.today())]


def _line(entry: PracticeEntry, visit: Visit) -> _Line:
    from wentwell.practising import is_due
    from wentwell.telling import clean

    words = clean(entry.card.question)
    return _Line(
        entry.id,
        words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…",
        "today" if is_due(entry.schedule, visit.space.today()) else _day(entry),
        sum(one.rating is not None for one in entry.attempts),
        bool(_answer(entry).strip()),
    )


def _day(entry: PracticeEntry) -> str:
    from wentwell.telling import day_words

    return day_words(entry.schedule.due.astimezone().date())


def _sources(visit: Visit, book: Journal, entries: list[PracticeEntry]) -> list[tuple[int, str]]:
    """Return interviews that have words and no cards yet, the newest first."""
    from wentwell.telling import clean

    with_cards = {one.interview_id for one in entries}
    rows = [row for row in visit.space.lists()[0] if row.status == "complete" and row.id not in with_cards]
    rows.sort(
        key=lambda row: (row.interview_date.toordinal() if row.interview_date else 0, row.id), reverse=True
    )
    found: list[tuple[int, str]] = []
    for row in rows[:_MOST_SOURCES]:
        name = ", ".join(part for part in (clean(row.job or ""), clean(row.employer or "")) if part)
        if _has_words(book.get(row.id)):
            found.append((row.id, name or gettext("Interview %(number)s", number=row.id)))
    return found


def _has_words(record: Record) -> bool:
    return any(one.kind in ("transcript", "notes") for one in record.interview.documents)


routes = [
    get("/practice", next_card),
    get("/practice/{number}", show_card),
    post("/practice/{number}", take_answer),
    get("/practice/{number}/counts", show_counts),
    post("/practice/{number}/rate", rate),
    post("/practice/{number}/drop", drop),
    post("/practice/{number}/take-up", take_up),
    post("/practice/{number}/question", reword),
    post("/interview/{number}/practice", make),
]
