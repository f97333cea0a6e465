"""What was deleted last: put back as it was, or forgotten. It is in memory alone, until the server stops."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.web._language import gettext
from wentwell.web._pages import Visit, get, post
from wentwell.web._space import Deleted


def show_deleted(visit: Visit) -> Response:
    """Show what can be put back."""
    return visit.page("deleted.html", held=visit.space.deleted.items(), wrong="")


def put_back(visit: Visit) -> Response:
    """Put an interview or a job back as it was."""
    from wentwell.journal import JournalError

    held = _held(visit)
    try:
        with visit.space.changing() as book:
            book.put_back(held.taken)
    except JournalError as wrong:
        return visit.page("deleted.html", status=409, held=visit.space.deleted.items(), wrong=str(wrong))
    visit.space.deleted.let_go(visit.request.path_params["key"])
    where = "interview" if held.taken.what == "interview" else "job"
    return visit.go(f"/{where}/{held.taken.id}", said=gettext("Put back, as it was."))


def forget(visit: Visit) -> Response:
    """Hold it no longer: it is gone for good."""
    held = _held(visit)
    visit.space.deleted.let_go(visit.request.path_params["key"])
    if held.taken.what == "interview":
        visit.space.changes.forget(held.taken.id)
    return visit.go("/deleted", said=gettext("Forgotten. It is gone for good."))


def _held(visit: Visit) -> Deleted:
    held = visit.space.deleted.get(visit.request.path_params["key"])
    if held is None:
        raise HTTPException(404, gettext("This is held no more, or was put back already."))
    return held


routes = [
    get("/deleted", show_deleted),
    post("/deleted/{key}/put-back", put_back),
    post("/deleted/{key}/forget", forget),
]
