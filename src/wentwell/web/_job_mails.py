"""The mails of a job: those that are filed to it, and those that wait and may belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get

if TYPE_CHECKING:
    from wentwell.filing import Waiting
    from wentwell.journal import Journal, OpportunityEntry, Record
    from wentwell.web._space import Space

MOST_WAITING = 25
"""So many mails that wait are matched at once, the others once these are settled: it takes its time."""
_WAITING = "waiting mails"
_DIGITS = 18


@dataclass(frozen=True, slots=True)
class _Line:
    """One mail of a job."""

    name: str
    path: str
    """Its place: where its words stand, or else in the inbox."""
    asks: int | None = None
    """Its number, if it proposes something that waits for the user's word."""


def waiting_mails(space: Space, book: Journal) -> Sequence[Waiting]:
    """Return the user's mails that wait, matched anew if the journal changed since."""
    from wentwell.filing import waiting

    return space.until_changed(_WAITING, lambda: waiting(book, most=MOST_WAITING))


def mails_told(visit: Visit, book: Journal, entry: OpportunityEntry, records: list[Record]) -> dict[str, Any]:
    """Return what the page of a job shows of its mails.

    With 500 jobs the matching of 25 mails takes a second and more: what waits is looked for in a part of
    its own, unless it is known.
    """
    from wentwell.filing import pending
    from wentwell.journal import MailBook
    from wentwell.telling import clean, mail_line

    kept = MailBook(book)
    filed = kept.list("attached", person=entry.person, opportunity=entry.id)
    asking = {one.mail.id for one in pending(book, entry.person)} if filed else set()
    documents = {
        (record.id, one.name): place
        for record in records
        for place, one in enumerate(record.interview.documents)
        if one.kind == "mail"
    }
    lines = []
    for mail in filed:
        place = None if mail.interview is None else documents.pop((mail.interview, mail.document), None)
        if place is not None:
            path = f"/interview/{mail.interview}/text/{place}"
        else:
            path = f"/inbox?all=1#mail-{mail.id}"
        lines.append(_Line(mail_line(mail), path, asks=mail.id if mail.id in asking else None))
    for (number, name), place in documents.items():
        lines.append(_Line(clean(name or gettext("a mail")), f"/interview/{number}/text/{place}"))
    waits = entry.person is None and kept.count("waiting") > 0
    later = waits and not visit.space.has_made(_WAITING)
    return {
        "mails": lines,
        "waits_for": [] if later or not waits else _waiting_for(visit, book, entry.id),
        "waits_later": later,
    }


def _waiting_for(visit: Visit, book: Journal, number: int) -> list[_Line]:
    from wentwell.telling import mail_line

    return [
        _Line(mail_line(one.mail), f"/inbox#mail-{one.mail.id}")
        for one in waiting_mails(visit.space, book)
        if number in one.choices
    ]


def show_waiting(visit: Visit) -> Response:
    """Show the mails that wait and may belong to a job: to our script as a part of its page."""
    from wentwell.journal import JournalError, SearchBook

    given = visit.request.path_params["job"]
    if not (given.isdecimal() and given.isascii() and len(given) <= _DIGITS):
        raise HTTPException(404)
    with visit.space.journal() as book:
        try:
            entry = SearchBook(book).get(int(given))
        except JournalError:
            raise HTTPException(404, gettext("There is no job %(number)s.", number=given)) from None
        found = _waiting_for(visit, book, entry.id) if entry.person is None else []
    told: dict[str, Any] = {"entry": entry, "waits_for": found, "waits_later": False}
    if visit.in_place:
        return HTMLResponse(visit.render("job_waiting.html", **told))
    return visit.page("job_waiting_page.html", **told)


routes = [get("/job/{job}/waiting", show_waiting)]
