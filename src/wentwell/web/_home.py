"""Home: what matters today, what is open, what is over; and what to do when there is nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from wentwell.web._pages import Visit, get
from wentwell.web._words import OUTCOMES, STAGES

if TYPE_CHECKING:
    from wentwell.advice import Matter
    from wentwell.journal import Record, Summary


_MOST = 25
"""So many interviews of a group are shown, the newest; the others on demand."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One interview in the list."""

    number: int
    name: str
    about: str
    told: str
    """The chance in words, or what came of it."""
    band: tuple[int, int, int] | None


def home(visit: Visit) -> Response:
    """Show what matters today and the interviews."""
    space = visit.space
    if not space.exists:
        if space.is_demo:
            return RedirectResponse("/", 303)
        return visit.page("welcome.html")
    from wentwell.filing import to_look_at
    from wentwell.journal import SearchBook
    from wentwell.reviewing import (
        cards_due_days,
        interviews_of_closed,
        matters_today,
        may_matter,
        open_lines,
    )

    today = space.today()
    with space.journal() as book:
        rows = book.list_of(None)
        jobs = SearchBook(book).list_of(None)
        open_now = {row.id for row in open_lines(rows, today, interviews_of_closed(jobs))}
        records = [
            book.get(row.id)
            for row in rows
            if (row.id in open_now or row.status == "draft") and may_matter(row, today)
        ]
        cards_due = cards_due_days(book, None)
        mails = to_look_at(book)
    if not rows:
        return visit.page("welcome.html")
    rows = sorted(rows, key=_newest_first)
    groups = {
        "drafts": [row for row in rows if row.status == "draft"],
        "open": [row for row in rows if row.id in open_now],
        "over": [row for row in rows if row.status != "draft" and row.id not in open_now],
    }
    by_number = {record.id: record for record in records}
    most = len(rows) if "all" in visit.request.query_params else _MOST
    lines = {name: [_line(row, visit) for row in group[:most]] for name, group in groups.items()}
    return visit.page(
        "home.html",
        today=today,
        matters=[
            (matter, *_about(visit, matter, by_number.get(matter.number or 0)))
            for matter in matters_today(records, today, cards_due, jobs, mails)
        ],
        more=any(len(group) > most for group in groups.values()),
        drafts=lines["drafts"],
        open=lines["open"],
        over=lines["over"],
    )


def _newest_first(row: Summary) -> tuple[int, int]:
    return -(row.interview_date.toordinal() if row.interview_date else 0), -row.id


def _about(visit: Visit, matter: Matter, record: Record | None) -> tuple[str, str]:
    """Return what to call the interview that matters, and where it is; empty if it is about none."""
    from wentwell.reviewing import named
    from wentwell.telling import clean

    if matter.kind == "inbox":
        return "Mails", visit.path("/inbox")
    if record is None:
        return "", ""
    draft = record.status == "draft"
    path = f"/debrief/{record.id}/feeling" if draft else f"/interview/{record.id}"
    return clean(named(record.interview)) or f"Interview {record.id}", visit.path(path)


def _line(row: Summary, visit: Visit) -> _Line:
    from wentwell.reviewing import CLOSED
    from wentwell.telling import chance_words, clean, day_words, percent

    name = ", ".join(part for part in (clean(row.job or ""), clean(row.employer or "")) if part)
    about = [STAGES.get(row.stage or "", ""), day_words(row.interview_date) if row.interview_date else ""]
    band, told = None, ""
    if row.outcome in CLOSED:
        told = OUTCOMES[row.outcome]
    elif row.status == "draft":
        told = "the debrief is not finished"
    elif row.probability is not None and row.low is not None and row.high is not None:
        if row.probability in (0.0, 1.0):
            told = "an answer has come"
        else:
            told = f"{row.target} looks {chance_words(row.probability)}"
            if visit.numbers:
                band = (percent(row.low), percent(row.probability), percent(row.high))
    return _Line(
        row.id,
        name or f"Interview {row.id}",
        " · ".join(part for part in about if part),
        told,
        band,
    )


routes = [get("/", home)]
