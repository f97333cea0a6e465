"""Words cut where signs begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wentwell.interview import Document, Evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that show the same signs from their beginning to their end."""

    start: int
    words: str
    signs: tuple[tuple[str, str], ...]
    """Label and name of each sign; empty: none."""
    begins: bool = False
    """Whether a quote begins here: it can be linked to."""


def pieces(document: Document, start: int, end: int, found: Sequence[Evidence]) -> Iterator[Piece]:
    """Yield a stretch of a document, cut where signs begin and end."""
    from wentwell.telling import sign_name

    near = [one for one in found if one.start < end and one.end > start]
    begins = {one.start for one in near}
    cuts = sorted({start, end, *(min(max(cut, start), end) for one in near for cut in (one.start, one.end))})
    for one, other in pairwise(cuts):
        labels = dict.fromkeys(sign.label for sign in near if sign.start <= one and sign.end >= other)
        names = tuple((label, sign_name(label)) for label in labels)
        yield Piece(one, document.text[one:other], names, one in begins)
