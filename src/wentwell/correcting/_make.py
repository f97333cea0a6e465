"""Make corrections of what was found, and take them back."""

from __future__ import annotations

from datetime import UTC, datetime

from wentwell.catalog import signs
from wentwell.correcting._places import typed_places
from wentwell.interview import Correcting, Correction, Document, Evidence, Interview
from wentwell.reading._typed import turn_of


def strike(interview: Interview, found: Evidence, at: datetime | None = None) -> Interview:
    """Say that words do not show the sign that was found in them.

    Parameters
    ----------
    interview : Interview
        The interview, as read.
    found : Evidence
        What was found in it.
    at : datetime, optional
        When it was said; now, if left out.

    Returns
    -------
    Interview
        With one correction more. Assess it again to see what that changes.

    Raises
    ------
    ValueError
        If it is an answer of the candidate's own, or was not found in one of the interview's documents.
    """
    if found.found_by == "answered":
        raise ValueError("this is your own answer, not a sign that was found; an answer is not struck")
    document = _named(interview, found.document)
    if document is None or document.text[found.start : found.end] != found.quote:
        raise ValueError("this sign was not found in the interview; read it first")
    return _with(interview, document, (found.start, found.end), done="strike", label=found.label, at=at)


def add_sign(
    interview: Interview, label: str, quote: str, document: str | None = None, at: datetime | None = None
) -> Interview:
    """Say that words show a sign that was missed.

    Parameters
    ----------
    interview : Interview
        The interview, as read: its documents have their names.
    label : str
        The sign.
    quote : str
        The exact words. How the space between them runs and which quotation marks are used does not matter:
        what is kept are the words of the document.
    document : str, optional
        Name of the document; needed only where the words stand in several.
    at : datetime, optional
        When it was said; now, if left out.

    Returns
    -------
    Interview
        With one correction more. Assess it again to see what that changes.

    Raises
    ------
    ValueError
        If there is no such sign or document, or if the words are not in the text, or in several places.
    """
    if label not in signs():
        raise ValueError(f"not a sign: {label}; `wentwell signs` lists them")
    if not quote.strip():
        raise ValueError("the quote is empty; give the exact words that show the sign")
    texts = [text for text in interview.documents if text.kind != "answers" and text.name is not None]
    if document is not None and document not in [text.name for text in texts]:
        known = ", ".join(str(text.name) for text in texts)
        raise ValueError(f"no document {document!r}" + (f"; there are: {known}" if known else ""))
    looked_in = [text for text in texts if document in (None, text.name)]
    places = [(text, span) for text in looked_in for span in typed_places(text.text, quote)]
    if not places:
        raise ValueError("these words are not in the text; copy them exactly as they stand there")
    inside = [(text, span) for text, span in places if not text.turns or turn_of(text, *span) is not None]
    if not inside:
        raise ValueError("these words run over several turns of the talk; quote from one of them")
    if len(inside) > 1:
        several = len({text.name for text, _ in inside}) > 1
        raise ValueError(
            f"these words stand in {len(inside)} places; give more of the words around them"
            + (", or name the document" if several else "")
        )
    return _with(interview, *inside[0], done="add", label=label, at=at)


def take_back(interview: Interview, correction: Correction) -> Interview:
    """Take a correction back, as if it had never been made.

    Raises
    ------
    ValueError
        If the interview has no such correction.
    """
    standing = list(interview.corrections)
    if correction not in standing:
        raise ValueError("the interview has no such correction")
    standing.remove(correction)
    return interview.model_copy(update={"corrections": tuple(standing)})


def _named(interview: Interview, name: str | None) -> Document | None:
    return next((text for text in interview.documents if name is not None and text.name == name), None)


def _with(
    interview: Interview,
    document: Document,
    span: tuple[int, int],
    *,
    done: Correcting,
    label: str,
    at: datetime | None,
) -> Interview:
    correction = Correction(
        done=done,
        label=label,
        document=str(document.name),
        start=span[0],
        end=span[1],
        quote=document.text[slice(*span)],
        made_at=at or datetime.now(UTC),
    )
    return interview.model_copy(update={"corrections": (*interview.corrections, correction)})
