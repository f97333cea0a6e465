"""What a mail says once counts once: lists belong to the line above, a fact to its clearest words.

Small print counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wentwell.interview import Document
from wentwell.reading._reader import Finding
from wentwell.reading._units import Unit

_DETAIL = re.compile(r"(?:what|when|where|who|with|date|day|time|place|venue|format|duration|link)\s*:", re.I)
_ENDS = re.compile(r"[.!?…][\"'”’)]*$")
_BELONGS_ABOVE = ("contact.references", "reply.", "next.", "intro.", "contrary.brush_off")
"""What a line that introduces a list asks or tells once for all its items."""
_LONGEST_LIST = 240
_SMALL_PRINT = re.compile(
    r"\b(?:gdpr|data protection|privacy (?:policy|notice|statement)|personal data"
    r"|your data (?:will|is|are|may)|(?:answer|respond to|reply to) (?:all|any|every) "
    r"(?:enquir|inquir|quer|e-?mails?|messages?|applica))",
    re.I,
)
"""What is sent to everybody and promises nothing to this candidate."""
_TO_COME = re.compile(
    r"\b(?:will|shall|should|next|upcoming|scheduled|booked|allow|set aside|expect)\b", re.I
)


def once_in_a_mail(document: Document, units: Sequence[Unit], findings: Iterable[Finding]) -> list[Finding]:
    """Return each sign once, by its clearest words; praise as often as it is given.

    Items of a list ("please send:", then a line each) ask together for one thing: the quote then goes from
    the line that introduces them to the item. What stands in small print is left out.
    """
    above = _lines_above(units)
    best: dict[str, Finding] = {}
    praise = []
    for found in findings:
        if _SMALL_PRINT.search(found.unit.text) or (found.label == "length.minutes" and _is_to_come(found)):
            continue
        if found.label.startswith(_BELONGS_ABOVE) and found.unit.index in above:
            found = _with_line_above(document, above[found.unit.index], found)  # noqa: PLW2901
        if found.label.startswith("affirmation."):
            praise.append(found)
        elif found.label not in best or found.probability > best[found.label].probability:
            best[found.label] = found
    return [*best.values(), *praise]


def _lines_above(units: Sequence[Unit]) -> dict[int, Unit]:
    """Return the line that introduces each item of a list, by the item's index."""
    above: dict[int, Unit] = {}
    line: Unit | None = None
    before: Unit | None = None
    for unit in units:
        if _DETAIL.match(unit.text):
            line = line or before
        elif unit.text.endswith(":"):
            line, before = unit, unit
            continue
        elif line is not None and _ENDS.search(unit.text):
            line = None
        if line is None:
            before = unit
        else:
            above[unit.index] = line
    return above


def _with_line_above(document: Document, line: Unit, found: Finding) -> Finding:
    """Let the quote begin with the line that introduces the list."""
    end = found.unit.end if found.unit.end - line.start <= _LONGEST_LIST else line.end
    whole = replace(line, end=end, text=document.text[line.start : end])
    return replace(found, unit=whole, start=0, end=None)


def _is_to_come(found: Finding) -> bool:
    """Whether the minutes are those of a talk that is still to come."""
    number = re.search(r"\d", found.unit.text)
    return bool(_TO_COME.search(found.unit.text, 0, number.start() if number else found.start))
