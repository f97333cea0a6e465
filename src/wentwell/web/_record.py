"""Your record: how good the guesses were, and what it teaches; learned and taken back."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.web._fields import mark
from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get, post

if TYPE_CHECKING:
    from wentwell.interview import Calibration, Personal
    from wentwell.journal import Journal, Summary

_LONGEST_NUMBER = 18
_LONGEST_NAME = 200


def show_record(visit: Visit) -> Response:
    """Show the record of the journal's keeper, or of the person of one interview."""
    of = visit.request.query_params.get("of", "")
    return visit.working(gettext("Your record"), _made_key(visit, of)) or _shown(visit, of)


def choose(visit: Visit) -> Response:
    """Go to the record of somebody: by the name as typed, as no list shows one person to another."""
    wanted = visit.form.get("person")[:_LONGEST_NAME]
    with visit.space.journal() as book:
        rows = book.list_of(wanted) if wanted.strip() else ()
        number = min((row.id for row in rows), default=None)
    if number is None:
        return _shown(visit, visit.form.get("of"), status=422, asked=wanted)
    # the address holds a number, and no name
    return visit.go(f"/record?of={number}")


def learn(visit: Visit) -> Response:
    """Learn from how the interviews turned out: what was shown before."""
    of = visit.form.get("of")
    with visit.space.changing() as book:
        person = _person(book, of)
        found, before = _calibration(visit, book, person).learned, book.learned(person)
        if found is None or found == before:
            return visit.go(_path(of), said=gettext("There is nothing new to learn."))
        if visit.form.get("was") != _mark(before, found):
            return _shown(visit, of, status=409, moved=True)
        book.keep_learned(found, person)
    return visit.go(
        _path(of),
        said=gettext("Learned. Every chance is weighed with it from now on; it can be taken back below."),
    )


def take_back(visit: Visit) -> Response:
    """Take back what was learned last, and show what that changed."""
    from wentwell.telling import learned_rows

    of = visit.form.get("of")
    with visit.space.changing() as book:
        person = _person(book, of)
        before = book.learned(person)
        if before is None or visit.form.get("was") != _mark(before, None):
            return visit.go(_path(of), said=gettext("There was nothing to take back any more."))
        after = book.undo_learned(person)
    return _shown(visit, of, taken_back=learned_rows(before, after))


def _shown(visit: Visit, of: str, *, status: int = 200, **more: Any) -> Response:
    from wentwell.interview import Calibration
    from wentwell.telling import lay_out_record, learned_rows
    from wentwell.telling._record import CLOSING, CURVE_COLUMNS, HEADINGS, SCORE_COLUMNS

    record, before, others = Calibration(resolved=0, yes=0), None, False
    if visit.space.exists:
        with visit.space.journal() as book:
            person = _person(book, of)
            record, before = _calibration(visit, book, person), book.learned(person)
            others = any(row.person is not None for row in _everybody(visit, book))
    elif of:
        raise HTTPException(404, gettext("There is no such record."))
    found = record.learned
    new = found is not None and found != before
    return visit.page(
        "record.html",
        status=status,
        **{
            "page": lay_out_record(record),
            "headings": HEADINGS,
            "score_columns": SCORE_COLUMNS,
            "curve_columns": CURVE_COLUMNS,
            "closing": CLOSING,
            "of": of,
            "others": others,
            "new": new,
            "changes": learned_rows(before, found) if new else (),
            "holds": learned_rows(None, before) if before is not None else (),
            "found": found,
            "was": _mark(before, found),
            "was_learned": _mark(before, None),
            "taken_back": (),
            "moved": False,
            "asked": "",
            **more,
        },
    )


def _calibration(visit: Visit, book: Journal, person: str | None) -> Calibration:
    from wentwell.learning import calibrate

    return visit.space.until_changed(("record", _key(person)), lambda: calibrate(book.for_learning(), person))


def _made_key(visit: Visit, of: str) -> tuple[str, str | None]:
    if not visit.space.exists:
        return "record", None
    with visit.space.journal() as book:
        return "record", _key(_person(book, of))


def _everybody(visit: Visit, book: Journal) -> Sequence[Summary]:
    return visit.space.until_changed("everybody", book.list)


def _person(book: Journal, of: str) -> str | None:
    """Return whose interview that is; ``None``: the journal's keeper."""
    if not of:
        return None
    known = of.isdecimal() and of.isascii() and len(of) <= _LONGEST_NUMBER
    row = next((row for row in book.list() if known and row.id == int(of)), None)
    if row is None:
        raise HTTPException(404, gettext("There is no such record."))
    return row.person


def _key(person: str | None) -> str | None:
    return None if person is None else " ".join(unicodedata.normalize("NFKC", person).casefold().split())


def _path(of: str) -> str:
    return f"/record?of={of}" if of else "/record"


def _mark(before: Personal | None, after: Personal | None) -> str:
    return mark(
        {name: one.model_dump_json() if one else "" for name, one in (("before", before), ("after", after))}
    )


routes = [
    get("/record", show_record),
    post("/record/of", choose),
    post("/record/learn", learn),
    post("/record/take-back", take_back),
]
