"""Corrected interviews as what a reader can learn from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wentwell.interview import Document, Evidence, Interview
from wentwell.reading import units


def training_data(read: Interview, id: str) -> list[dict[str, Any]]:
    """Return one example for each document of an interview that has corrections; otherwise none.

    Parameters
    ----------
    read : Interview
        As read, with its corrections: the labels are the signs that stand.
    id : str
        What to call the interview; the place of each document in it is added.

    Returns
    -------
    list of dict
        Notes and mails: ``id``, ``kind``, ``units`` (sentences) and ``labels`` as pairs of the index of a
        unit and a label. Talks: ``id``, ``kind``, ``turns`` (``speaker``, ``role``, ``start`` in seconds,
        ``text``) and ``labels`` (``turn``, ``label``, ``quote``, ``raised_by``).
    """
    if not read.corrections:
        return []
    examples: list[dict[str, Any]] = []
    for place, document in enumerate(read.documents, 1):
        if document.kind == "answers":
            continue
        found = [one for one in read.evidence if one.document == document.name]
        example = _of_talk(document, found) if document.turns else _of_text(document, found)
        examples.append({"id": f"{id}-{place}", "kind": document.kind, **example})
    return examples


def _of_talk(document: Document, evidence: Sequence[Evidence]) -> dict[str, Any]:
    return {
        "turns": [
            {"speaker": turn.speaker, "role": turn.role, "start": turn.at, "text": document.words(turn)}
            for turn in document.turns
        ],
        "labels": [
            {"turn": one.turn, "label": one.label, "quote": one.quote, "raised_by": one.raised_by}
            for one in evidence
            if one.turn is not None
        ],
    }


def _of_text(document: Document, evidence: Sequence[Evidence]) -> dict[str, Any]:
    spans = [(unit.start, unit.end) for unit in units(document)]
    # the candidate may add what stands in words that are not read, such as those of a quoted mail
    spans += {(one.start, one.end) for one in evidence if not any(_shared(one, span) for span in spans)}
    spans.sort()
    labels = {
        (max(range(len(spans)), key=lambda place: _shared(one, spans[place])), one.label) for one in evidence
    }
    return {
        "units": [document.text[slice(*span)] for span in spans],
        "labels": [list(label) for label in sorted(labels)],
    }


def _shared(found: Evidence, span: tuple[int, int]) -> int:
    """Return how many characters of a quote lie in a span."""
    return max(0, min(found.end, span[1]) - max(found.start, span[0]))
