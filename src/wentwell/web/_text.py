"""The words: a document as it was given, with the places that show a sign."""

from __future__ import annotations

from starlette.responses import Response

from wentwell.catalog import families
from wentwell.web._answer import look
from wentwell.web._pages import Visit, get
from wentwell.web._pieces import pieces
from wentwell.web._transcript import document_of, show_talk


def show_text(visit: Visit) -> Response:
    """Show one document with its signs; a talk in a room of its own."""
    with visit.space.changing() as book:
        seen = look(visit, book, visit.finished(book))
    interview = seen.answer.interview
    document = document_of(visit, interview)
    if document.turns:
        return show_talk(visit, seen, document)
    found = [one for one in interview.evidence if one.document == document.name]
    lines, start = [], 0
    for line in document.text.split("\n"):
        lines.append(list(pieces(document, start, start + len(line), found)))
        start += len(line) + 1
    return visit.page(
        "text.html",
        number=visit.number,
        document=document,
        lines=lines,
        count=len(found),
        families=families(),
    )


routes = [get("/interview/{number}/text/{place}", show_text)]
