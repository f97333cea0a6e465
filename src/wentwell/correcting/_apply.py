"""Put corrections over what a reader found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wentwell.catalog import signs
from wentwell.correcting._places import exact_places
from wentwell.interview import Correction, Document, Evidence
from wentwell.reading import Unit, units
from wentwell.reading._praise import usual_praise
from wentwell.reading._typed import turn_of, typed


def corrected(
    documents: Sequence[Document], evidence: Iterable[Evidence], corrections: Sequence[Correction]
) -> tuple[list[Evidence], list[str]]:
    """Return what stands once the candidate has struck and added, and what no longer fits the words.

    Corrections hold in their order: one strikes or replaces whatever evidence of its sign stands on any of
    its words, be it a reader's or an earlier correction's.

    Parameters
    ----------
    documents : sequence of Document
        Each with a name of its own, and the roles of a talk filled in.
    evidence : iterable of Evidence
        What a reader found in them.
    corrections : sequence of Correction
        In the order in which they were made.

    Returns
    -------
    list of Evidence
        In the order of the documents and of their text.
    list of str
        One sentence for each correction that changes nothing now.
    """
    standing = list(evidence)
    if not corrections:
        return standing, []
    by_name = {document.name: document for document in documents}
    pieces: dict[str, list[Unit]] = {}
    warnings: list[str] = []
    for correction in corrections:
        if correction.label not in signs():
            warnings.append(
                f"{correction.document}: a correction is left out, as this version does not know the sign "
                f"{correction.label}."
            )
            continue
        fitting = fitted(correction, documents)
        if fitting is None:
            warnings.append(_no_longer_fits(correction))
            continue
        standing = [found for found in standing if not _same_words(found, fitting)]
        if fitting.done == "add":
            name = fitting.document
            if name not in pieces:
                pieces[name] = units(by_name[name])
            standing.append(typed(by_name[name], pieces[name], fitting.label, fitting.start, fitting.end))
    return [found for document in documents for found in _of(document, standing)], warnings


def fitted(correction: Correction, documents: Iterable[Document]) -> Correction | None:
    """Return a correction where its words stand now; ``None`` if they do not, or not in one place only."""
    document = next((text for text in documents if text.name == correction.document), None)
    if document is None or document.kind == "answers":
        return None
    span = (correction.start, correction.end)
    if document.text[slice(*span)] != correction.quote:
        places = exact_places(document.text, correction.quote)
        if len(places) != 1:
            return None
        span = places[0]
    if document.turns and turn_of(document, *span) is None:
        return None
    return correction.model_copy(update={"start": span[0], "end": span[1]})


def _no_longer_fits(correction: Correction) -> str:
    done = "struck" if correction.done == "strike" else "added"
    return (
        f"{correction.document}: you {done} “{signs()[correction.label].name}”, but the words you meant no "
        "longer stand there, or stand there more than once. This correction is kept and changes nothing."
    )


def _same_words(found: Evidence, correction: Correction) -> bool:
    return (
        found.label == correction.label
        and found.document == correction.document
        and found.start < correction.end
        and correction.start < found.end
    )


def _of(document: Document, standing: Iterable[Evidence]) -> list[Evidence]:
    found = sorted(
        (one for one in standing if one.document == document.name),
        key=lambda one: (one.start, one.end, one.label),
    )
    # a praise more or less changes how freely this speaker gives it
    return usual_praise(document, found)
