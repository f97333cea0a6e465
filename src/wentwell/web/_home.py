"""Home: what matters today, what is open, what is over; and what to do when there is nothing yet."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, RedirectResponse, Response

from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get
from wentwell.web._words import OUTCOMES, STAGES

if TYPE_CHECKING:
    from wentwell.advice import Matter, Reminder, SearchStep
    from wentwell.journal import Summary
    from wentwell.web._space import Space


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


@dataclass(frozen=True, slots=True)
class _Look:
    """What home tells of a day; it is the same for whoever looks, until the journal changes."""

    open_now: frozenset[int]
    matters: tuple[Matter, ...]
    steps: tuple[SearchStep, ...]
    coming: tuple[tuple[int, Reminder], ...]
    news: bool
    about: Mapping[int, tuple[str, bool]]
    """What interviews are called, and whether each is not finished, by their numbers."""


def home(visit: Visit) -> Response:
    """Show what matters today and the interviews."""
    space = visit.space
    if not space.exists:
        if space.is_demo:
            return RedirectResponse("/", 303)
        return visit.page("welcome.html", jobs=0)
    from wentwell.advice import MOST_STEPS

    today = space.today()
    rows, jobs = space.lists()
    if not rows:
        return visit.page("welcome.html", jobs=len(jobs))
    look = space.until_changed(("home", today), lambda: _look(space, today))
    rows = sorted(rows, key=_newest_first)
    groups = {
        "drafts": [row for row in rows if row.status == "draft"],
        "open": [row for row in rows if row.id in look.open_now],
        "over": [row for row in rows if row.status != "draft" and row.id not in look.open_now],
    }
    everything = "all" in visit.request.query_params
    most = len(rows) if everything else _MOST
    lines = {name: [_line(row, visit) for row in group[:most]] for name, group in groups.items()}
    return visit.page(
        "home.html",
        today=today,
        matters=[
            (one, *_where(visit, one.kind, look, [one.number] if one.number else [])) for one in look.matters
        ],
        steps=[
            (one, *_where(visit, one.kind, look, one.numbers))
            for one in look.steps[: len(look.steps) if everything else MOST_STEPS]
        ],
        more_steps=len(look.steps) > MOST_STEPS and not everything,
        coming=[(one, visit.path(f"/interview/{number}")) for number, one in look.coming],
        news=look.news,
        jobs=sum(one.is_open for one in jobs),
        more=any(len(group) > most for group in groups.values()),
        drafts=lines["drafts"],
        open=lines["open"],
        over=lines["over"],
    )


def _look(space: Space, today: date) -> _Look:
    from wentwell.advice import search_steps
    from wentwell.filing import to_look_at
    from wentwell.reviewing import (
        cards_of,
        coming_up,
        has_news,
        interviews_of_closed,
        matters_today,
        may_matter,
        named,
        open_lines,
        standings,
    )
    from wentwell.telling import clean

    rows, jobs = space.lists()
    closed = interviews_of_closed(jobs)
    open_now = frozenset(row.id for row in open_lines(rows, today, closed))
    with space.journal() as book:
        looked_at = book.records(
            [row.id for row in rows if may_matter(row, today) and _counts(row, open_now)]
        )
        cards = cards_of(book, None)
        appointments = book.appointments()
        mails = to_look_at(book)
    records = [one for one in looked_at if one.id in open_now or one.status == "draft"]
    due_days = [card.schedule.due.astimezone().date() for card in cards]
    matters = matters_today(records, today, due_days, jobs, mails)
    ranked = search_steps(
        standings(looked_at, today, closed=closed),
        today,
        cards_due=sum(day <= today for day in due_days),
        with_cards={card.interview_id for card in cards},
        mails=mails,
    )
    return _Look(
        open_now=open_now,
        matters=matters,
        steps=tuple(_beyond(ranked, matters)),
        coming=tuple(coming_up(records, today, appointments)),
        news=any(has_news(one, today) for one in records),
        about={
            one.id: (
                clean(named(one.interview)) or gettext("Interview %(number)s", number=one.id),
                one.status == "draft",
            )
            for one in looked_at
        },
    )


def show_news(visit: Visit) -> Response:
    """Show the chances that say something new since they were shown, and keep them as shown."""
    from wentwell.reviewing import interviews_of_closed, may_matter, named, new_chances, open_lines
    from wentwell.telling import clean, sentence

    today = visit.space.today()
    found: list[tuple[str, str, str]] = []
    if visit.space.exists:
        with visit.space.changing() as book:
            rows, jobs = visit.space.lists()
            closed = interviews_of_closed(jobs)
            open_now = {row.id for row in open_lines(rows, today, closed)}
            records = book.records([row.id for row in rows if row.id in open_now and may_matter(row, today)])
            names = {
                one.id: clean(named(one.interview)) or gettext("Interview %(number)s", number=one.id)
                for one in records
            }
            for number, new in new_chances(book, records, today, closed, read=visit.space.read):
                told = sentence(new, number=visit.numbers)
                found.append((names[number], told, visit.path(f"/interview/{number}")))
    if visit.in_place:
        return HTMLResponse(visit.render("home_news.html", found=found))
    return visit.page("news.html", found=found)


def _counts(row: Summary, open_now: Container[int]) -> bool:
    """Whether an interview may ask for something: it is open, not finished, or was answered lately."""
    return row.id in open_now or row.status == "draft" or row.outcome in ("rejected", "offer")


def _beyond(steps: Sequence[SearchStep], matters: Sequence[Matter]) -> list[SearchStep]:
    """Return the steps that are not told as of today already."""
    told = {matter.number for matter in matters if matter.number is not None}
    kinds = {matter.kind for matter in matters}
    return [
        step
        for step in steps
        if not (step.numbers and told.issuperset(step.numbers))
        and not (step.kind == "practise" and "practise" in kinds)
    ]


def _where(visit: Visit, kind: str, look: _Look, numbers: Sequence[int]) -> tuple[str, str]:
    """Return what to call what a step is about, and where it is done; empty if it is about no place."""
    if kind == "practise":
        return gettext("Practice"), visit.path("/practice")
    if kind == "inbox":
        return gettext("Mails"), visit.path("/inbox")
    if len(numbers) != 1 or numbers[0] not in look.about:
        return "", ""
    name, draft = look.about[numbers[0]]
    return name, visit.path(f"/debrief/{numbers[0]}/feeling" if draft else f"/interview/{numbers[0]}")


def _newest_first(row: Summary) -> tuple[int, int]:
    return -(row.interview_date.toordinal() if row.interview_date else 0), -row.id


def _line(row: Summary, visit: Visit) -> _Line:
    from wentwell.reviewing import CLOSED
    from wentwell.telling import chance_words, clean, day_words, percent

    name = ", ".join(part for part in (clean(row.job or ""), clean(row.employer or "")) if part)
    about = [STAGES.get(row.stage or "", ""), day_words(row.interview_date) if row.interview_date else ""]
    band, told = None, ""
    if row.outcome in CLOSED:
        told = OUTCOMES[row.outcome]
    elif row.status == "draft":
        ahead = row.interview_date is not None and row.interview_date > visit.space.today()
        told = gettext("still to come") if ahead else gettext("the debrief is not finished")
    elif row.probability is not None and row.low is not None and row.high is not None:
        if row.probability in (0.0, 1.0):
            told = gettext("an answer has come")
        else:
            told = gettext(
                "%(target)s looks %(chance)s", target=row.target, chance=chance_words(row.probability)
            )
            if visit.numbers:
                band = (percent(row.low), percent(row.probability), percent(row.high))
    return _Line(
        row.id,
        name or gettext("Interview %(number)s", number=row.id),
        " · ".join(part for part in about if part),
        told,
        band,
    )


routes = [get("/", home), get("/news", show_news)]
