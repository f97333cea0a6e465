"""A document as the small pieces that a sign is told in: sentences, and in talks sentences within turns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from wentwell.interview import Document, Kind, SpeakerRole

# A piece without any full stop (raw speech recognition, a pasted table) is cut at about this length.
_LONGEST = 420

_BULLET = re.compile(r"[ \t]*(?:[-*•–—·▪◦‣>]+|\(?\d{1,2}[.)]|[a-zA-Z]\))[ \t]+")
_STOP = re.compile(
    r"""(?<![.!?…])[.!?…]{1,9}["'”’)\]]{0,3}(?=[ \t])"""  # a stop, closing quotes, a space
    r"""|(?<=[a-z0-9)]{2})[.!?]["'”’)]?(?=[A-Z][a-z]+ )"""  # a stop with the space forgotten
)
_GOES_ON = re.compile(r"""["'”’]$|…|\.\.""")
_HAS_WORDS = re.compile(r"[^\W_]")
_WORD_BEFORE = re.compile(r"([\w.]*\w)$")
# After a title a name follows; after the others a capital begins a new sentence.
_TITLE_WORDS = "mr mrs ms mx dr prof st mt rev fr capt lt sgt gen col hon e.g eg i.e ie vs viz"
_TITLES = frozenset(_TITLE_WORDS.split())
_SHORT_FORMS = (
    "etc approx appr no nr dept inc ltd co corp est fig tel ext incl resp ca cf p.s sr jr "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_ABBREVIATIONS = frozenset(_SHORT_FORMS.split())
_QUOTED = re.compile(r'"[^"\n]{1,240}"|“[^”\n]{1,240}”')
_SOFT = re.compile(r"[,;:]+ |(?<=\w) (?=(?:and|so|but|then|because|cause|cos|which) )")


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of text that a reader judges: a sentence, with what surrounds it."""

    index: int
    """Its place among the units of the document."""
    start: int
    """Where it begins in the document's text."""
    end: int
    """Where it ends (exclusive)."""
    text: str
    """The words: ``document.text[start:end]``."""
    kind: Kind
    """What it stands in: notes, a mail, a transcript."""
    turn: int | None = None
    """Index of the turn, in a talk."""
    role: SpeakerRole | None = None
    """Who says it, in a talk."""
    at: float | None = None
    """Seconds into the talk at which the turn begins, where known."""
    before: str = ""
    """What stands before it: the sentence before; in a talk the last words of the other side."""


def units(document: Document) -> list[Unit]:
    """Cut a document into units, in order.

    Parameters
    ----------
    document : Document
        Notes and mails give sentences; line breaks and bullets are boundaries. In mails only the
        sender's own words count. A talk gives the sentences of each turn, never across turns.

    Returns
    -------
    list of Unit
    """
    if document.turns:
        return list(_of_talk(document))
    return list(_of_text(document))


def _of_text(document: Document) -> Iterator[Unit]:
    before = ""
    for index, (start, end) in enumerate(
        piece for block in _own_words(document) for piece in _sentences(document.text, *block)
    ):
        words = document.text[start:end]
        yield Unit(index, start, end, words, document.kind, before=before)
        before = words


def _of_talk(document: Document) -> Iterator[Unit]:
    index = 0
    last: dict[bool, str] = {}
    for number, turn in enumerate(document.turns):
        is_candidate = turn.role == "candidate"
        before = last.get(not is_candidate, "")
        for start, end in _sentences(document.text, turn.start, turn.end):
            words = document.text[start:end]
            yield Unit(index, start, end, words, document.kind, number, turn.role, turn.at, before)
            index += 1
        last[is_candidate] = document.text[turn.start : turn.end]


def _own_words(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans that are the writer's own words."""
    asides = document.asides
    if document.kind == "mail" and asides is None:
        from wentwell.sources import set_apart

        asides = set_apart(document.text)
    begin = 0
    for aside in sorted(asides or (), key=lambda span: span.start):
        if aside.start > begin:
            yield begin, aside.start
        begin = max(begin, aside.end)
    if begin < len(document.text):
        yield begin, len(document.text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line_start, line_end in _lines(text, start, end):
        bullet = _BULLET.match(text, line_start, line_end)
        begin = bullet.end() if bullet else line_start
        for cut in [*_stops(text, begin, line_end), line_end]:
            start_word, end_word = _stripped(text, begin, cut)
            if _HAS_WORDS.search(text, start_word, end_word):
                yield from _short_enough(text, start_word, end_word)
            begin = cut


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield lines; lines that were only wrapped at a margin are put together again."""
    bounds = []
    begin = start
    for line in text[start:end].splitlines(keepends=True):
        bounds.append((begin, begin + len(line)))
        begin += len(line)
    wrapped = _is_wrapped([text[a:b] for a, b in bounds])
    open_start: int | None = None
    for (a, b), (c, d) in pairwise([*bounds, (end, end)]):
        follows = text[c:d]
        goes_on = wrapped and bool(text[a:b].strip()) and bool(follows.strip()) and not _BULLET.match(follows)
        open_start = a if open_start is None else open_start
        if not goes_on:
            yield open_start, b
            open_start = None


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines were broken at a margin, as many mail programs do."""
    longest = max((len(line.rstrip()) for line in lines), default=0)
    if not 50 <= longest <= 100:
        return False
    inner = [a.rstrip() for a, b in pairwise(lines) if a.strip() and b.strip()]
    full = [line for line in inner if len(line) > 0.75 * longest]
    open_ended = [line for line in full if line[-1] not in ".!?:"]
    return len(inner) >= 2 and len(full) >= 0.7 * len(inner) and 2 * len(open_ended) > len(full)


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end, not inside a quotation, nor after an abbreviation or initial."""
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    openings = [a for a, _ in quoted]
    for match in _STOP.finditer(text, start, end):
        inside = bisect_right(openings, match.start()) - 1
        if inside >= 0 and match.start() < quoted[inside][1] and match.end() != quoted[inside][1]:
            continue
        following = text[match.end() : match.end() + 3].lstrip()[:1]
        if following.islower() and _GOES_ON.search(match.group()):
            continue  # "Great!" she said; well ... yes
        if match.group() == "." and _is_short_form(text, start, match.start(), following):
            continue
        yield match.end()


def _is_short_form(text: str, start: int, stop: int, following: str) -> bool:
    """Whether the full stop belongs to a word cut short or an initial."""
    found = _WORD_BEFORE.search(text, max(start, stop - 24), stop)
    word = found.group(1) if found else ""
    if len(word) == 1 and word.isalpha() and word not in "iI":
        return True
    return word.lower() in _TITLES or (word.lower() in _ABBREVIATIONS and not following.isupper())


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span, cut where it is longer than any sentence, at a comma, a joining word or a space."""
    while end - start > _LONGEST:
        least, most = start + _LONGEST // 2, start + _LONGEST
        soft = [match.end() for match in _SOFT.finditer(text, least, most)]
        space = text.rfind(" ", least, most)
        cut = soft[-1] if soft else space + 1 if space >= 0 else most
        piece = _stripped(text, start, cut)
        if piece[0] < piece[1]:
            yield piece
        start, _ = _stripped(text, cut, end)
    if start < end:
        yield start, end
