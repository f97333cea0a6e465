"""The board: where all jobs stand, how far they came, and the way out as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from wentwell.interview import SEARCH_STAGES, SearchStage
from wentwell.web._fields import mark
from wentwell.web._language import gettext, ngettext
from wentwell.web._pages import Visit, get, post

if TYPE_CHECKING:
    from wentwell.journal import Found, Journal, OpportunityEntry, TakenBack

_MOST = 8
"""Cards of a column; the others stand on a page of their own."""
_MOST_CLOSED = 6
_PAGE = 48
"""Cards of a page with one column."""
_FOUND_SHOWN = 20
_LONGEST_QUERY = 200
_DIGITS, _LONGEST_NUMBER = 4, 18
_NAMES = ("q", "tag", "stage", "since", "until", "page", "all")
_ENDINGS = {"csv": "text/csv", "json": "application/json", "md": "text/markdown"}


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the board is looked at."""

    q: str = ""
    tag: str = ""
    stage: SearchStage | None = None
    since: date | None = None
    until: date | None = None
    page: int = 1
    all: str = ""
    """Whether the words may stand anywhere, also in notes, mails and transcripts of interviews."""
    wrong: str = ""
    """What of it cannot be understood."""

    @property
    def narrows(self) -> bool:
        """Whether it leaves jobs out."""
        return bool(self.q or self.tag or self.since or self.until)

    def query(self, **changes: object) -> str:
        """Return it as the query of a path."""
        told = {name: getattr(self, name) for name in _NAMES} | {"page": None} | changes
        return urlencode({name: value for name, value in told.items() if value})


@dataclass(frozen=True, slots=True)
class Card:
    """One job on the board."""

    number: int
    employer: str
    job: str
    stage: SearchStage
    mark: str
    """Which state of it is shown."""
    time: str
    coming: str
    late: bool
    told: str
    """The chance in words, or how it closed."""
    band: tuple[int, int, int] | None
    tags: tuple[str, ...]
    back: SearchStage | None
    on: SearchStage | None

    @property
    def name(self) -> str:
        """What to call it."""
        return " · ".join(filter(None, (self.employer, self.job)))


@dataclass(frozen=True, slots=True)
class Column:
    """A stage with its cards."""

    stage: SearchStage
    name: str
    count: int
    cards: tuple[Card, ...]
    more: int
    """How many more there are than cards."""


def show_board(visit: Visit) -> Response:
    """Show where all jobs stand."""
    wanted = _filter(visit.request.query_params.items(), visit)
    return visit.page("board.html", **board(visit, wanted, undo=_moved(visit)))


def _moved(visit: Visit) -> tuple[OpportunityEntry, TakenBack] | None:
    """Return the job that was moved just before, by a browser without script, and how to take it back."""
    from wentwell.journal import SearchBook, UnknownNumberError

    given = visit.request.query_params.get("moved", "")
    if not (given.isdecimal() and given.isascii() and len(given) <= _LONGEST_NUMBER and visit.space.exists):
        return None
    with visit.space.journal() as book:
        jobs = SearchBook(book)
        try:
            change = jobs.last_change(int(given))
            return (jobs.get(int(given)), change) if change and change.kind == "move" else None
        except UnknownNumberError:
            return None


def board(
    visit: Visit, wanted: Filter, *, undo: tuple[OpportunityEntry, TakenBack] | None = None
) -> dict[str, Any]:
    """Return what the templates of the board show.

    Parameters
    ----------
    visit : Visit
    wanted : Filter
    undo : tuple, optional
        A job and what can be taken back of it.
    """
    from wentwell.journal import SearchBook
    from wentwell.reviewing import board_columns, chosen_jobs, funnel
    from wentwell.telling import STAGE_NAMES

    entries: Sequence[OpportunityEntry] = ()
    found: Sequence[Found] = ()
    today = visit.space.today()
    wrong = wanted.wrong
    if visit.space.exists:
        with visit.space.journal() as book:
            entries = SearchBook(book).list_of(None)
            if wanted.q and wanted.all:
                found, wrong = _search(book, wanted.q)
    chosen = chosen_jobs(
        entries,
        tags=[wanted.tag] if wanted.tag else (),
        since=wanted.since,
        until=wanted.until,
        phrase="" if wanted.all else wanted.q,
    )
    if wanted.q and wanted.all:
        numbers = {one.opportunity for one in found}
        chosen = [one for one in chosen if one.id in numbers]
    columns = [
        _column(visit, stage, several, wanted, today)
        for stage, several in board_columns(chosen, today).items()
        if wanted.stage in (None, stage)
    ]
    reached = [(STAGE_NAMES[row.stage], row.jobs, row.open) for row in funnel(chosen)]
    return {
        "filter": wanted,
        "wrong": wrong,
        "any": bool(entries),
        "fitting": len(chosen),
        "still": sum(one.is_open for one in chosen),
        "columns": columns,
        "names": STAGE_NAMES,
        "tags": sorted({tag for one in entries for tag in one.details.tags}, key=str.casefold)[:100],
        "places": [one for one in found if one.kind not in ("job", "contact")][:_FOUND_SHOWN],
        "funnel": reached,
        "closings": _closings(),
        "undo": undo and (*undo, change_mark(undo[1])),
        "today": today,
    }


def _closings() -> dict[str, str]:
    from wentwell.telling import CLOSING_NAMES

    return {way: gettext("something else") if way == "other" else name for way, name in CLOSING_NAMES.items()}


def _search(book: Journal, words: str) -> tuple[Sequence[Found], str]:
    from wentwell.journal import JournalError, SearchBook

    try:
        return SearchBook(book).search(words.split()), ""
    except JournalError as wrong:
        return (), str(wrong)


def _column(
    visit: Visit, stage: SearchStage, several: Sequence[OpportunityEntry], wanted: Filter, today: date
) -> Column:
    from wentwell.telling import STAGE_NAMES

    if wanted.stage is None:
        first, most = 0, _MOST_CLOSED if stage == "closed" else _MOST
    else:
        first, most = (wanted.page - 1) * _PAGE, _PAGE
    shown = several[first : first + most]
    cards = tuple(card(one, today, number=visit.numbers) for one in shown)
    return Column(stage, STAGE_NAMES[stage], len(several), cards, max(0, len(several) - first - len(shown)))


def card(one: OpportunityEntry, today: date, *, number: bool) -> Card:
    """Return how a job looks on the board."""
    from wentwell.telling import CLOSING_NAMES, clean, percent
    from wentwell.telling import chance_words as in_words

    coming = one.next_date(today)
    shown = one.last_chance
    band, told = None, ""
    if one.closing is not None:
        told = CLOSING_NAMES[one.closing]
    elif shown is not None and shown.probability is not None and 0 < shown.probability < 1:
        if number and shown.low is not None and shown.high is not None:
            band = (percent(shown.low), percent(shown.probability), percent(shown.high))
        else:
            told = gettext(
                "%(target)s looks %(chance)s", target=shown.target, chance=in_words(shown.probability)
            )
    place = SEARCH_STAGES.index(one.stage)
    return Card(
        number=one.id,
        employer=clean(one.opportunity.employer) or gettext("employer not told"),
        job=clean(one.opportunity.job),
        stage=one.stage,
        mark=mark_of(one),
        time=since_words(one, today),
        coming=f"{_day(coming[0], today)}: {clean(coming[1])}" if coming else "",
        late=bool(coming and coming[0] < today),
        told=told,
        band=band,
        tags=tuple(clean(tag) for tag in one.details.tags),
        back=SEARCH_STAGES[place - 1] if 0 < place < len(SEARCH_STAGES) - 1 else None,
        # how a job closed has to be said
        on=SEARCH_STAGES[place + 1] if place < len(SEARCH_STAGES) - 2 else None,
    )


def change_mark(change: TakenBack | None) -> str:
    """Return what tells one last change of a job from a later one."""
    from wentwell.telling import taken_back_words

    if change is None:
        return ""
    step = change.step.uuid.hex if change.step else ""
    stamp = change.entry.changed_at.isoformat() if change.entry else ""
    return mark({"kind": change.kind, "words": taken_back_words(change), "step": step, "at": stamp})


def mark_of(one: OpportunityEntry) -> str:
    """Return what tells one place of a job from a later one: its last step."""
    return one.history[-1].uuid.hex[:8] if one.history else "none"


def since_words(one: OpportunityEntry, today: date) -> str:
    """Say for how long a job has been where it stands, or since when it is closed."""
    days = days_there(one, today)
    if days:
        return ngettext("%(num)s day", "%(num)s days", days)
    return gettext("since today") if one.is_open and one.since == today else _day(one.since, today)


def days_there(one: OpportunityEntry, today: date) -> int:
    """Return for how many days an open job has been where it stands; 0 where that is not told as a span."""
    return max(0, (today - one.since).days) if one.is_open else 0


def _day(day: date, today: date) -> str:
    if day == today:
        return gettext("today")
    return f"{day:%a} {day.day} {day:%b}" + ("" if day.year == today.year else f" {day.year}")


def filter_of(visit: Visit) -> Filter:
    """Return the filter that a form was sent with."""
    given = visit.form.get("query")[: 10 * _LONGEST_QUERY]
    return _filter(parse_qsl(given, max_num_fields=2 * len(_NAMES)), visit)


def _filter(given: Iterable[tuple[str, str]], visit: Visit) -> Filter:
    told = {name: value.strip()[:_LONGEST_QUERY] for name, value in given if name in _NAMES}
    days: dict[str, date | None] = {}
    wrong = ""
    for name in ("since", "until"):
        try:
            days[name] = read_day(told.get(name, ""), visit.space.today())
        except ValueError as error:
            days[name], wrong = None, str(error)
    since, until = days["since"], days["until"]
    if since and until and since > until:
        since, until = until, since
    page = told.get("page", "")
    return Filter(
        q=told.get("q", ""),
        tag=told.get("tag", "").lstrip("#"),
        stage=next((one for one in SEARCH_STAGES if one == told.get("stage")), None),
        since=since,
        until=until,
        all="yes" if told.get("all") else "",
        page=max(1, int(page)) if page.isdecimal() and page.isascii() and len(page) <= _DIGITS else 1,
        wrong=wrong,
    )


def read_day(given: str, today: date) -> date | None:
    """Return the day of a field; ``None`` where it is empty.

    Raises
    ------
    ValueError
        If it is none.
    """
    from wentwell.debriefing import parse_day

    return parse_day(given, today) if given.strip() else None


def whole_or_part(
    visit: Visit,
    wanted: Filter,
    *,
    said: str,
    status: int = 200,
    undo: tuple[OpportunityEntry, TakenBack] | None = None,
) -> Response:
    """Show the board after something was changed, or was not: the part to our script, else the whole."""
    told = board(visit, wanted, undo=undo)
    if visit.in_place:
        return HTMLResponse(visit.render("board_parts.html", said=said, **told), status)
    return visit.page("board.html", status=status, said=said, **told)


def export(visit: Visit) -> Response:
    """Give the jobs as a file, those of some time if days are given."""
    from wentwell.journal import SearchBook
    from wentwell.reviewing import chosen_jobs
    from wentwell.telling import board_to_file

    ending = visit.request.path_params["ending"]
    if ending not in _ENDINGS:
        raise HTTPException(404)
    wanted = _filter(visit.request.query_params.items(), visit)
    if wanted.wrong:
        return visit.page("board.html", status=422, **board(visit, wanted))
    today = visit.space.today()
    entries: Sequence[OpportunityEntry] = ()
    if visit.space.exists:
        with visit.space.journal() as book:
            entries = SearchBook(book).list_of(None)
    jobs = chosen_jobs(entries, since=wanted.since, until=wanted.until)
    text = board_to_file(jobs, f".{ending}", today, (wanted.since, wanted.until))
    return Response(
        text.encode("utf-8", "replace"),
        media_type=_ENDINGS[ending],
        headers={"content-disposition": f'attachment; filename="jobs-{today}.{ending}"'},
    )


def find_again(visit: Visit) -> Response:
    """Go to the board as it was."""
    query = filter_of(visit).query()
    return visit.go("/board" + (f"?{query}" if query else ""))


routes = [get("/board", show_board), post("/board/again", find_again), get("/board/jobs.{ending}", export)]
