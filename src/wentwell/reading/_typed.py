"""Words that the candidate says show a sign, with all that evidence carries."""

from __future__ import annotations

from collections.abc import Sequence

from wentwell.interview import Document, Evidence, SpeakerRole
from wentwell.reading._lengths import minutes_in
from wentwell.reading._normal import normal
from wentwell.reading._praise import specificity
from wentwell.reading._raised import raised_by
from wentwell.reading._units import Unit


def typed(document: Document, pieces: Sequence[Unit], label: str, start: int, end: int) -> Evidence:
    """Return the evidence that a span of a document shows a sign, as sure as can be.

    Parameters
    ----------
    document : Document
        With the roles of a talk filled in.
    pieces : sequence of Unit
        The document's units.
    label : str
        The sign.
    start, end : int
        The span.
    """
    touched = [unit for unit in pieces if unit.start < end and start < unit.end]
    turn = turn_of(document, start, end)
    words = normal(document.text[touched[0].start : touched[-1].end] if touched else document.text[start:end])
    family = label.partition(".")[0]
    return Evidence(
        label=label,
        quote=document.text[start:end],
        start=start,
        end=end,
        turn=turn,
        at=None if turn is None else document.turns[turn].at,
        role=_who_said(document, turn),
        raised_by=raised_by(touched[0], label, max(0, start - touched[0].start)) if touched else None,
        found_by="typed",
        specificity=specificity(words) if family == "affirmation" else None,
        minutes=minutes_in(words, label) if family == "length" else None,
        document=document.name,
    )


def turn_of(document: Document, start: int, end: int) -> int | None:
    """Return the index of the turn that a span lies in; ``None`` if it lies in none, or in several."""
    for place, turn in enumerate(document.turns):
        if turn.start <= start and end <= turn.end:
            return place
    return None


def _who_said(document: Document, turn: int | None) -> SpeakerRole | None:
    if turn is not None:
        return document.turns[turn].role
    return "interviewer" if document.kind == "mail" else None
