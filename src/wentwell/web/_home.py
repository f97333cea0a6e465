"""Home: what matters today, what is open, what is over; and what to do when there is nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from wentwell.web._pages import Visit, get
from wentwell.web._words import OUTCOMES, STAGES

if TYPE_CHECKING:
    from wentwell.journal import Record, Summary


@dataclass(frozen=True, slots=True)
class _Line:
    """One interview in the list."""

    number: int
    name: str
    about: str
    draft: bool
    told: str
    """The chance in words, or what came of it."""
    band: tuple[int, int, int] | None
    when: date | None


def home(visit: Visit) -> Response:
    """Show what matters today and the interviews."""
    space = visit.space
    if not space.exists:
        if space.is_demo:
            return RedirectResponse("/", 303)
        return visit.page("welcome.html")
    from wentwell.reviewing import matters_today, open_records, records_of

    today = space.today()
    with space.journal() as book:
        summaries = book.list_of(None)
        records = records_of(book, None)
    if not summaries:
        return visit.page("welcome.html")
    open_now = {record.id for record in open_records(records, today)}
    lines = sorted((_line(row, visit) for row in summaries), key=_newest_first)
    by_number = {record.id: record for record in records}
    return visit.page(
        "home.html",
        today=today,
        matters=[
            (matter, _where(visit, by_number.get(matter.number or 0)))
            for matter in matters_today(records, today)
        ],
        open=[line for line in lines if line.number in open_now and not line.draft],
        drafts=[line for line in lines if line.draft],
        over=[line for line in lines if line.number not in open_now and not line.draft],
    )


def _newest_first(line: _Line) -> tuple[int, int]:
    return -(line.when.toordinal() if line.when else 0), -line.number


def _where(visit: Visit, record: Record | None) -> str:
    if record is None:
        return ""
    return visit.path(
        f"/debrief/{record.id}/feeling" if record.status == "draft" else f"/interview/{record.id}"
    )


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
        row.status == "draft",
        told,
        band,
        row.interview_date,
    )


routes = [get("/", home)]
