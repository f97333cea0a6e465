"""One job: where it stands and how it got there, what is kept about it, what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.interview import (
    SEARCH_STAGES,
    Closing,
    Contact,
    Deadline,
    Opportunity,
    OpportunityDetails,
    SearchStage,
    distinct_tags,
    parse_contact,
    parse_domain,
    parse_tag,
)
from wentwell.web._answer import look
from wentwell.web._board import (
    card,
    change_mark,
    days_there,
    filter_of,
    mark_of,
    read_day,
    since_words,
    whole_or_part,
)
from wentwell.web._fields import mark
from wentwell.web._job_mails import mails_told
from wentwell.web._language import gettext
from wentwell.web._pages import Form, Visit, get, post
from wentwell.web._space import Deleted
from wentwell.web._words import OUTCOMES, STAGES

if TYPE_CHECKING:
    from wentwell.journal import Journal, OpportunityEntry, Record, TakenBack

FIELDS = (
    "employer",
    "job",
    "tags",
    "deadline",
    "deadline_for",
    "url",
    "place",
    "source",
    "contacts",
    "domains",
    "note",
)
_LONGEST = {"employer": 200, "job": 200, "url": 2000, "note": 20_000}
_LINE = 500
_STEPS_SHOWN, _DIGITS = 3, 18
_ASKED = ("add", "outcome")
"""Kinds of changes that are asked about before they are taken back."""
_OUTCOMES = {"refused": "rejected", "withdrawn": "withdrew", "accepted": "offer", "declined": "offer"}


def _entry(visit: Visit, book: Journal) -> OpportunityEntry:
    from wentwell.journal import SearchBook, UnknownNumberError

    given = visit.request.path_params["job"]
    if not (given.isdecimal() and given.isascii() and len(given) <= _DIGITS):
        raise HTTPException(404)
    try:
        return SearchBook(book).get(int(given))
    except UnknownNumberError:
        raise HTTPException(404, gettext("There is no job %(number)s.", number=given)) from None


def show_job(visit: Visit) -> Response:
    """Show one job."""
    with visit.space.changing() as book:
        return visit.page("job.html", **_told(visit, book, _entry(visit, book)))


def _told(
    visit: Visit, book: Journal, entry: OpportunityEntry, wrong: Mapping[str, str] | None = None
) -> dict[str, Any]:
    from wentwell.journal import SearchBook
    from wentwell.reviewing import matters_today
    from wentwell.telling import CLOSING_NAMES, STAGE_NAMES, taken_back_words

    today = visit.space.today()
    records = [book.get(line.id) for line in entry.interviews]
    matters = matters_today(records, today, (), [entry])
    last = _undecided(entry, records)
    change = SearchBook(book).last_change(entry.id)
    return {
        "entry": entry,
        "card": card(entry, today, number=visit.numbers),
        "since": since_words(entry, today),
        "for_days": days_there(entry, today),
        "mark": mark_of(entry),
        "stages": {stage: name for stage, name in STAGE_NAMES.items() if stage != "closed"},
        "closings": CLOSING_NAMES,
        "rounds": STAGES,
        "outcomes": OUTCOMES,
        "matters": [matter.words for matter in matters],
        "last": last,
        "todos": _todos(visit, book, last),
        **mails_told(visit, book, entry, records),
        "untold": _untold(entry),
        "change": change,
        "change_words": taken_back_words(change) if change else "",
        "change_mark": change_mark(change),
        "asked": _ASKED,
        "today": today,
        "wrong": wrong or {},
        "typed": {name: visit.form.get(name) for name in ("to", "on", "note")},
    }


def _undecided(entry: OpportunityEntry, records: list[Record]) -> Record | None:
    """Return the newest interview of an open job, if it waits for an answer."""
    finished = [one for one in records if one.status == "complete"]
    if not (entry.is_open and finished):
        return None
    outcome = finished[-1].interview.outcome
    return finished[-1] if outcome is None or outcome.kind == "no-answer" else None


def _todos(visit: Visit, book: Journal, last: Record | None) -> list[Any]:
    from wentwell.telling import lay_out

    if last is None:
        return []
    return list(lay_out(look(visit, book, last).answer, number=visit.numbers).todos)[:_STEPS_SHOWN]


def _untold(entry: OpportunityEntry) -> int | None:
    """Return the interview of a closed job whose outcome the record does not know."""
    last = entry.interviews[-1] if entry.interviews else None
    if last is None or last.status != "complete" or last.outcome not in (None, "no-answer"):
        return None
    return last.id if entry.closing in _OUTCOMES else None


def move(visit: Visit) -> Response:
    """Move a job to another stage, or close it."""
    from wentwell.journal import SearchBook, StageMove
    from wentwell.telling import closed_words, name_of, stage_words

    form, today = visit.form, visit.space.today()
    told, _, was = form.get("to").partition(" ")
    stage, closing = _place(told)
    with visit.space.changing() as book:
        entry = _entry(visit, book)
        day, wrong = _moved_on(form, today)
        if (was or form.get("was")) != mark_of(entry):
            now = stage_words(entry.stage, entry.closing)
            said = gettext(
                "%(job)s was moved since you opened this: %(stage)s now. Nothing was changed.",
                job=name_of(entry),
                stage=now,
            )
            return _unmoved(visit, book, entry, said, status=409)
        if stage is None:
            wrong["to"] = gettext("choose where it stands now")
        if wrong or stage is None:
            said = gettext("Nothing was changed: %(why)s.", why="; ".join(wrong.values()))
            return _unmoved(visit, book, entry, said, wrong=wrong)
        if (stage, closing) == (entry.stage, entry.closing):
            return _onward(visit, entry, gettext("%(job)s stands there already.", job=name_of(entry)))
        jobs = SearchBook(book)
        to = StageMove(stage=stage, closing=closing, on=day or today, note=form.get("note").strip())
        entry = jobs.move(entry.id, to)
        told = closed_words(closing) if closing else f"{stage_words(stage, None)}."
        return _onward(visit, entry, f"{name_of(entry)}: {told}", jobs.last_change(entry.id))


def _moved_on(form: Form, today: date) -> tuple[date | None, dict[str, str]]:
    """Return the day of a move, and what of the form does not fit."""
    wrong: dict[str, str] = {}
    day: date | None = None
    try:
        day = _past(form.get("on"), today)
    except ValueError as error:
        wrong["on"] = str(error)
    if len(form.get("note").strip()) > _LONGEST["note"]:
        wrong["note"] = _too_long(len(form.get("note")), _LONGEST["note"])
    return day, wrong


def _too_long(length: int, most: int) -> str:
    return gettext("this is %(length)s characters long; keep it to %(most)s", length=length, most=most)


def _unmoved(
    visit: Visit,
    book: Journal,
    entry: OpportunityEntry,
    said: str,
    *,
    status: int = 422,
    wrong: Mapping[str, str] | None = None,
) -> Response:
    """Say why nothing was moved, on the page where it was tried."""
    if "query" in visit.form:
        return whole_or_part(visit, filter_of(visit), said=said, status=status)
    return visit.page("job.html", status=status, **_told(visit, book, entry, wrong), said=said)


def _onward(visit: Visit, entry: OpportunityEntry, said: str, change: TakenBack | None = None) -> Response:
    """Show what was moved, on the page where that was done."""
    if "query" not in visit.form:
        return visit.go(f"/job/{entry.id}", said=said)
    wanted = filter_of(visit)
    if visit.in_place:
        return whole_or_part(visit, wanted, said=said, undo=(entry, change) if change else None)
    query = wanted.query(moved=entry.id if change else None)
    return visit.go("/board" + (f"?{query}" if query else "") + f"#job-{entry.id}", said=said)


def _place(told: str) -> tuple[SearchStage | None, Closing | None]:
    """Return the stage that a form names: ``first``, ``closed:refused``."""
    stage = next((one for one in SEARCH_STAGES if one == told), None)
    if stage is not None and stage != "closed":
        return stage, None
    name = told.removeprefix("closed:")
    ways: tuple[Closing, ...] = get_args(Closing)
    way = next((one for one in ways if one == name and told.startswith("closed:")), None)
    return ("closed", way) if way else (None, None)


def _past(given: str, today: date) -> date | None:
    day = read_day(given, today)
    if day is not None and day > today:
        raise ValueError(
            gettext("the day %(day)s is still to come (today is %(today)s)", day=day, today=today)
        )
    return day


def ask_undoing(visit: Visit) -> Response:
    """Ask before something is taken back that is more than a step or an edit."""
    from wentwell.journal import SearchBook
    from wentwell.telling import name_of, taken_back_words

    with visit.space.journal() as book:
        entry = _entry(visit, book)
        change = SearchBook(book).last_change(entry.id)
    if change is None:
        return visit.go(f"/job/{entry.id}", said=gettext("There is nothing to take back."))
    return visit.page(
        "job_undo.html",
        entry=entry,
        name=name_of(entry),
        change_words=taken_back_words(change),
        change_mark=change_mark(change),
    )


def undo(visit: Visit) -> Response:
    """Take back the last change of a job."""
    from wentwell.journal import SearchBook
    from wentwell.telling import name_of, taken_back_words

    on_board = "query" in visit.form
    with visit.space.changing() as book:
        entry = _entry(visit, book)
        jobs = SearchBook(book)
        coming = jobs.last_change(entry.id)
        if coming is None or visit.form.get("what") != change_mark(coming):
            said = gettext(
                "%(job)s was changed since you opened this. Nothing was taken back.", job=name_of(entry)
            )
            if on_board:
                return whole_or_part(visit, filter_of(visit), said=said, status=409)
            return visit.page("job.html", status=409, **_told(visit, book, entry), said=said)
        if coming.kind == "add" and entry.interviews:
            said = gettext("It has interviews, so it stays. Nothing was taken back.")
            return visit.go(f"/job/{entry.id}", said=said)
        done = jobs.undo(entry.id)
        said = gettext("Taken back: %(what)s.", what=taken_back_words(done))
        if visit.in_place and on_board:
            return whole_or_part(visit, filter_of(visit), said=said)
    gone = done.entry is None
    return visit.go("/board" if gone or on_board else f"/job/{entry.id}", said=said)


def show_new(visit: Visit) -> Response:
    """Show an empty form for a job."""
    return visit.page("job_edit.html", **_form(visit, None, dict.fromkeys(FIELDS, "")))


def add(visit: Visit) -> Response:
    """Keep a new job."""
    from wentwell.journal import JournalError, NewOpportunity, SearchBook, StageMove

    form, today = visit.form, visit.space.today()
    fields = _sent(form)
    opportunity, details, wrong = _taken(fields, OpportunityDetails(), today)
    stage, closing = _place(form.get("to") or "applied")
    day: date | None = None
    try:
        day = _past(form.get("on"), today)
    except ValueError as error:
        wrong["on"] = str(error)
    if stage is None or closing is not None:
        wrong["to"] = gettext("choose where it stands")
    if not wrong and stage is not None:
        new = NewOpportunity(
            opportunity=opportunity, details=details, steps=(StageMove(stage=stage, on=day or today),)
        )
        try:
            with visit.space.changing() as book:
                number = SearchBook(book).add(new)
        except JournalError as doubled:
            wrong["job"] = str(doubled)
        else:
            return visit.go(f"/job/{number}", said=gettext("Kept. It stands on the board from now on."))
    return visit.page("job_edit.html", status=422, **_form(visit, None, fields, wrong))


def show_edit(visit: Visit) -> Response:
    """Show what is kept about a job, to be changed."""
    with visit.space.journal() as book:
        entry = _entry(visit, book)
    return visit.page("job_edit.html", **_form(visit, entry, job_fields(entry)))


def edit(visit: Visit) -> Response:
    """Change what is kept about a job."""
    from wentwell.journal import JournalError, SearchBook

    fields = _sent(visit.form)
    with visit.space.changing() as book:
        entry = _entry(visit, book)
        kept = job_fields(entry)
        opportunity, details, wrong = _taken(fields, entry.details, visit.space.today())
        changed = (opportunity, details) != (entry.opportunity, entry.details)
        if visit.form.get("was") != mark(kept) and (changed or wrong):
            return visit.page("job_edit.html", status=409, **_form(visit, entry, fields, wrong, theirs=True))
        if not wrong and changed:
            try:
                SearchBook(book).edit(entry.id, opportunity=opportunity, details=details)
            except JournalError as doubled:
                wrong["job"] = str(doubled)
        if wrong:
            return visit.page("job_edit.html", status=422, **_form(visit, entry, fields, wrong))
    return visit.go(
        f"/job/{entry.id}", said=gettext("Changed.") if changed else gettext("Nothing was changed.")
    )


def _form(
    visit: Visit,
    entry: OpportunityEntry | None,
    fields: Mapping[str, str],
    wrong: Mapping[str, str] | None = None,
    *,
    theirs: bool = False,
) -> dict[str, Any]:
    from wentwell.telling import STAGE_NAMES

    kept = job_fields(entry) if entry else {}
    return {
        "entry": entry,
        "fields": fields,
        "kept": kept,
        "was": mark(kept),
        "theirs": theirs,
        "wrong": wrong or {},
        "stages": {stage: name for stage, name in STAGE_NAMES.items() if stage != "closed"},
        "typed": {"to": visit.form.get("to") or "applied", "on": visit.form.get("on")},
        "today": visit.space.today(),
    }


def job_fields(entry: OpportunityEntry) -> dict[str, str]:
    """Return what is kept about a job as a form shows it."""
    details = entry.details
    return {
        "employer": entry.opportunity.employer,
        "job": entry.opportunity.job,
        "tags": ", ".join(details.tags),
        "deadline": details.deadline.day.isoformat() if details.deadline else "",
        "deadline_for": details.deadline.what if details.deadline else "",
        "url": details.url,
        "place": details.place,
        "source": details.source,
        "contacts": "\n".join(_contact_line(one) for one in details.contacts),
        "domains": ", ".join(details.domains),
        "note": details.note,
    }


def _contact_line(one: Contact) -> str:
    from wentwell.telling import contact_words

    return contact_words(one.name, one.mail, one.role)


def _sent(form: Form) -> dict[str, str]:
    return {name: form.get(name).strip() for name in FIELDS}


def _taken(
    fields: Mapping[str, str], known: OpportunityDetails, today: date
) -> tuple[Opportunity, OpportunityDetails, dict[str, str]]:
    """Return the job that a form tells, as far as it fits, and what does not, by field."""
    wrong: dict[str, str] = {}
    for name in FIELDS:
        most = _LONGEST.get(name, _LINE)
        if name not in ("contacts", "domains", "tags") and len(fields[name]) > most:
            wrong[name] = _too_long(len(fields[name]), most)
    if not fields["employer"]:
        wrong["employer"] = gettext("the employer has no name; write one")
    # what was kept already, perhaps from a file, is not judged anew
    tags = {tag: tag for tag in known.tags}
    people = {_contact_line(one): one for one in known.contacts}
    domains = {one: one for one in known.domains}
    details: dict[str, Any] = {}
    for name, kept, read, pieces in (
        ("tags", tags, parse_tag, fields["tags"].replace("\n", ",").split(",")),
        ("contacts", people, parse_contact, fields["contacts"].split("\n")),
        ("domains", domains, parse_domain, fields["domains"].replace("\n", ",").split(",")),
    ):
        try:
            given = [piece.strip() for piece in pieces if piece.strip()]
            details[name] = tuple(kept[one] if one in kept else read(one) for one in given)
        except ValueError as error:
            wrong[name] = str(error)
    try:
        day = read_day(fields["deadline"], today)
        details["deadline"] = Deadline(day=day, what=fields["deadline_for"][:_LINE]) if day else None
    except ValueError as error:
        wrong["deadline"] = str(error)
    if wrong:
        return Opportunity(employer="", job=""), known, wrong
    details["tags"] = distinct_tags(details["tags"])
    details["domains"] = tuple(dict.fromkeys(details["domains"]))
    texts = {name: fields[name] for name in ("url", "place", "source", "note")}
    return (
        Opportunity(employer=fields["employer"], job=fields["job"]),
        OpportunityDetails(**details, **texts),
        wrong,
    )


def ask_deleting(visit: Visit) -> Response:
    """Ask before a job is deleted."""
    from wentwell.telling import name_of

    with visit.space.journal() as book:
        entry = _entry(visit, book)
    return visit.page("job_delete.html", entry=entry, name=name_of(entry))


def delete(visit: Visit) -> Response:
    """Delete a job without interviews; unless told otherwise, it is held in memory to be put back."""
    from wentwell.journal import SearchBook
    from wentwell.telling import name_of

    with visit.space.changing() as book:
        entry = _entry(visit, book)
        if entry.interviews:
            return visit.go(f"/job/{entry.id}", said=gettext("It has interviews, so it stays."))
        if visit.form.get("how") == "final":
            SearchBook(book).delete(entry.id)
            return visit.go(
                "/board", said=gettext("Deleted for good. Backups and exports made earlier still hold it.")
            )
        visit.space.deleted.hold(Deleted(name_of(entry), SearchBook(book).take_out(entry.id)))
    return visit.go("/deleted")


routes = [
    get("/board/new", show_new),
    post("/board/new", add),
    get("/job/{job}", show_job),
    post("/job/{job}/move", move),
    get("/job/{job}/undo", ask_undoing),
    post("/job/{job}/undo", undo),
    get("/job/{job}/edit", show_edit),
    post("/job/{job}/edit", edit),
    get("/job/{job}/delete", ask_deleting),
    post("/job/{job}/delete", delete),
]
