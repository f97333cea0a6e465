"""The words: a document as it was given, with the places that show a sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starlette.exceptions import HTTPException
from starlette.responses import Response

from wentwell.catalog import families
from wentwell.interview import Document, Evidence
from wentwell.web._answer import look
from wentwell.web._pages import Visit, get

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that show the same signs from their beginning to their end."""

    start: int
    words: str
    signs: tuple[str, ...]
    """The names of the signs; empty: none."""
    begins: bool = False
    """Whether a quote begins here: it can be linked to."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A turn of a talk, or a line."""

    who: str
    role: str
    at: str
    pieces: tuple[Piece, ...]


def show_text(visit: Visit) -> Response:
    """Show one document with its signs."""
    from wentwell.telling import sign_name

    with visit.space.changing() as book:
        seen = look(visit, book, visit.finished(book))
    interview = seen.answer.interview
    given = visit.request.path_params["place"]
    place = int(given) if given.isdecimal() and len(given) <= _DIGITS else -1
    if not 0 <= place < len(interview.documents) or interview.documents[place].kind == "answers":
        raise HTTPException(404, "There is no such text in this interview.")
    document = interview.documents[place]
    found = [one for one in interview.evidence if one.document == document.name]
    return visit.page(
        "text.html",
        number=visit.number,
        document=document,
        place=place,
        paragraphs=list(paragraphs(document, found)),
        signs=[(one, sign_name(one.label)) for one in found],
        families=families(),
    )


def paragraphs(document: Document, found: Sequence[Evidence]) -> Iterator[Paragraph]:
    """Yield a document turn by turn, or line by line, cut where signs begin and end."""
    from wentwell.telling import sign_name
    from wentwell.telling._words import clock

    marks = [(one.start, one.end, sign_name(one.label)) for one in found]
    begins = {one.start for one in found}
    if document.turns:
        for turn in document.turns:
            pieces = tuple(_pieces(document.text, turn.start, turn.end, marks, begins))
            when = "" if turn.at is None else clock(turn.at)
            yield Paragraph(turn.name or turn.speaker or "", turn.role or "", when, pieces)
        return
    start = 0
    for line in document.text.split("\n"):
        yield Paragraph("", "", "", tuple(_pieces(document.text, start, start + len(line), marks, begins)))
        start += len(line) + 1


def _pieces(
    text: str, start: int, end: int, marks: Sequence[tuple[int, int, str]], begins: set[int]
) -> Iterator[Piece]:
    near = [one for one in marks if one[0] < end and one[1] > start]
    cuts = sorted({start, end, *(min(max(cut, start), end) for one in near for cut in one[:2])})
    for one, other in pairwise(cuts):
        names = tuple(dict.fromkeys(name for a, b, name in near if a <= one and b >= other))
        yield Piece(one, text[one:other], names, one in begins)


routes = [get("/interview/{number}/text/{place}", show_text)]
