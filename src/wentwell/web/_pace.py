"""Pace: the chance of an offer from the whole search, and what would raise it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.responses import Response

from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get

if TYPE_CHECKING:
    from wentwell.interview import Personal
    from wentwell.pacing import Pace, Running

_WANT, _WEEKS = "80", "12"
_MOST_WEEKS = 52


def show_pace(visit: Visit) -> Response:
    """Show the pace of the search, for the chance and the weeks that are asked for."""
    from wentwell.telling import GO_ON, PACE_HEADINGS, PACE_PRIORS, PACE_RANGE, lay_out_pace

    asked = visit.request.query_params
    typed = {
        name: asked.get(name, usual)[:20].strip() for name, usual in (("want", _WANT), ("weeks", _WEEKS))
    }
    want, weeks, wrong = _read(typed)
    today = visit.space.today()
    working = visit.working(gettext("Pace"), ("search", today))
    if working is not None:
        return working
    running, personal, offers = _search(visit, today)
    learned = None if personal is None else personal.model_dump_json()
    found = _pace(tuple(running), today, want, today + timedelta(weeks=weeks), learned)
    return visit.page(
        "pace.html",
        status=422 if wrong else 200,
        page=lay_out_pace(found),
        open=found.open,
        typed=typed,
        wrong=wrong,
        offers=offers,
        headings=PACE_HEADINGS,
        range_words=PACE_RANGE,
        priors=PACE_PRIORS,
        go_on=GO_ON,
    )


def _read(typed: dict[str, str]) -> tuple[float, int, dict[str, str]]:
    """Return the chance and the weeks asked for, and what is wrong with them; then the usual ones count."""
    wrong: dict[str, str] = {}
    want, weeks = float(_WANT), int(_WEEKS)
    try:
        given = float(typed["want"].removesuffix("%"))
        if not 0 < given < 100:
            raise ValueError
        want = given
    except ValueError:
        wrong["want"] = gettext("Write a number above 0 and below 100.")
    if typed["weeks"].isdecimal() and typed["weeks"].isascii() and 0 < int(typed["weeks"]) <= _MOST_WEEKS:
        weeks = int(typed["weeks"])
    else:
        wrong["weeks"] = gettext("Write whole weeks, 1 to %(most)s.", most=_MOST_WEEKS)
    return want / 100, weeks, wrong


def _search(visit: Visit, today: date) -> tuple[list[Running], Personal | None, list[int]]:
    if not visit.space.exists:
        return [], None, []
    from wentwell.reviewing import interviews_of_closed, open_lines, running_of, weighed_open

    def make() -> tuple[list[Running], Personal | None, list[int]]:
        rows, jobs = visit.space.lists()
        closed = interviews_of_closed(jobs)
        with visit.space.journal() as book:
            records = book.records([row.id for row in open_lines(rows, today, closed)])
            personal = book.learned(None)
        answers = weighed_open(records, today, personal, closed, read=visit.space.read)
        running = [
            one for record, answer in answers if (one := running_of(record, answer, today)) is not None
        ]
        return running, personal, [row.id for row in rows if row.outcome == "offer"]

    return visit.space.until_changed(("search", today), make)


# What it depends on is all that it is given: most changes of the journal change none of it.
@lru_cache(maxsize=8)
def _pace(running: tuple[Running, ...], today: date, want: float, by: date, learned: str | None) -> Pace:
    from wentwell.interview import Personal
    from wentwell.pacing import pace

    personal = None if learned is None else Personal.model_validate_json(learned)
    return pace(running, today, want=want, by=by, personal=personal)


routes = [get("/pace", show_pace)]
