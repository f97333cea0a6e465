"""From a document to evidence: what every reader shares, whatever finds the signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wentwell.interview import Document, Evidence, SpeakerRole
from wentwell.reading._in_mail import once_in_a_mail
from wentwell.reading._lengths import minutes_in
from wentwell.reading._normal import normal
from wentwell.reading._praise import specificity, usual_praise
from wentwell.reading._raised import raised_by
from wentwell.reading._reader import Finding, ManyReader, Reader
from wentwell.reading._roles import find_roles
from wentwell.reading._trained import default_reader
from wentwell.reading._units import Unit, units

_AUTOMATIC = re.compile(
    r"\bautomat(?:ed|ic|ically)\b.{0,40}\b(?:message|e-?mail|reply|response|confirmation|notification|"
    r"generated)\b"
    r"|\b(?:message|e-?mail|reply|response|notification)\b.{0,40}\b(?:automat(?:ed|ic|ically)|"
    r"auto-generated)\b"
    r"|\bdo not reply to this\b|\bout of (?:the )?office\b|\bwe (?:have |'ve )?(?:successfully )?received "
    r"your "
    r"(?:application|message|e-?mail|enquiry)\b|\byour (?:application|message|e-?mail) has been "
    r"(?:successfully )?"
    r"received\b|\bticket (?:number|id)\b"
)
_FROM_ANYBODY = frozenset(
    {
        "affirmation.answer",
        "affirmation.fit",
        "contact.open_door",
        "contrary.concern",
        "duties.you_in_role",
        "selling.pitch",
        "warmth",
    }
)
_ANSWER_TO_COME = re.compile(
    r"\W*(?:an? |the |their )?(?:answer|reply|decision|word|news|result)s? "
    r"(?:to come |due |expected )?(?:by|before|until|no later than) ",
    re.IGNORECASE,
)
"""A note such as "Answer by Friday" tells of an answer that is still to come, and not of a quick one."""
_OVER, _SHORT = "length.over", "contrary.short"
_SHORT_ENOUGH = 160
_LEAST_WORDS = 24
_CLAUSE = re.compile(r"[,;:]+[\"'”’]* |[.!?…]+[\"'”’]* | [-–—]+ | (?=(?:and|so|but|then|because|cause) )")


def read(document: Document, reader: Reader | None = None) -> list[Evidence]:
    """Find the signs in a document, each with the exact words that show it.

    Parameters
    ----------
    document : Document
        Notes, a mail or a talk. Roles that a talk lacks are found first.
    reader : Reader, optional
        What finds the signs in the units. By default the trained reader.

    Returns
    -------
    list of Evidence
        In the order of the text. ``document.text[e.start : e.end] == e.quote`` holds for each.
    """
    return read_together([document], reader or default_reader())[0]


def read_together(documents: Iterable[Document], reader: Reader) -> list[list[Evidence]]:
    """Find the signs in a few documents at once: what `read` gives for each."""
    prepared = [_prepared(document) for document in documents]
    readable = [[unit for unit in units(document) if _is_read(unit)] for document in prepared]
    if isinstance(reader, ManyReader):
        found = reader.find_many(readable)
    else:
        found = [reader.find(some) for some in readable]
    return [
        _finished(document, some, findings)
        for document, some, findings in zip(prepared, readable, found, strict=True)
    ]


def _prepared(document: Document) -> Document:
    """Fill in the roles that a talk lacks."""
    lacks_roles = any(turn.role is None for turn in document.turns)
    return find_roles(document).document if lacks_roles else document


def _finished(document: Document, units: Sequence[Unit], found: Iterable[Finding]) -> list[Evidence]:
    """Return findings as evidence, in the order of the text."""
    findings = [finding for finding in found if _can_show(finding)]
    if document.kind == "mail" and _is_automatic(document):
        findings = [finding for finding in findings if not finding.label.startswith("reply.")]
    if document.kind == "mail":
        findings = once_in_a_mail(document, units, findings)
    evidence = [_evidence(document, finding) for finding in _one_length(_once_each(findings))]
    return sorted(usual_praise(document, evidence), key=lambda found: (found.start, found.end, found.label))


def _can_show(finding: Finding) -> bool:
    """Whether the label means anything from this mouth: who only looks in asks and promises nothing."""
    label = finding.label
    if label.startswith("reply.") and _ANSWER_TO_COME.match(finding.unit.text):
        return False
    return finding.unit.role != "other" or label.startswith("intro.") or label in _FROM_ANYBODY


def _is_read(unit: Unit) -> bool:
    """In talks, only what the employer's side says can show a sign."""
    return unit.role != "candidate"


def _is_automatic(document: Document) -> bool:
    if document.mail is not None and document.mail.automatic:
        return True
    return bool(_AUTOMATIC.search(normal(document.text)))


def _once_each(findings: Iterable[Finding]) -> list[Finding]:
    """Keep the surest finding of a label per sentence, and per turn in talks."""
    best: dict[tuple[str, int, bool], Finding] = {}
    for finding in findings:
        unit = finding.unit
        place = (finding.label, unit.index if unit.turn is None else unit.turn, unit.turn is None)
        if place not in best or finding.probability > best[place].probability:
            best[place] = finding
    return list(best.values())


def _one_length(findings: Sequence[Finding]) -> list[Finding]:
    """Keep the surer one where the same sentence is read as too long and as cut short."""
    surest = {
        label: {id(found.unit): found.probability for found in findings if found.label == label}
        for label in (_OVER, _SHORT)
    }
    other = {_OVER: surest[_SHORT], _SHORT: surest[_OVER]}
    return [
        found
        for found in findings
        if found.probability >= other.get(found.label, {}).get(id(found.unit), 0.0)
    ]


def _evidence(document: Document, finding: Finding) -> Evidence:
    unit = finding.unit
    start, end = _quote(unit, finding.start, len(unit.text) if finding.end is None else finding.end)
    quote = document.text[unit.start + start : unit.start + end]
    family = finding.label.partition(".")[0]
    return Evidence(
        label=finding.label,
        quote=quote,
        start=unit.start + start,
        end=unit.start + end,
        turn=unit.turn,
        at=unit.at,
        role=_who_said(unit),
        raised_by=raised_by(unit, finding.label, finding.start),
        probability=min(1.0, max(0.0, finding.probability)),
        specificity=specificity(normal(unit.text)) if family == "affirmation" else None,
        minutes=minutes_in(normal(unit.text), finding.label) if family == "length" else None,
        document=document.name,
    )


def _who_said(unit: Unit) -> SpeakerRole | None:
    if unit.kind == "transcript":
        return unit.role
    return "interviewer" if unit.kind == "mail" else None


def _quote(unit: Unit, start: int, end: int) -> tuple[int, int]:
    """Return the words to show: the sentence if it is short, else the clauses around the match."""
    size = len(unit.text)
    start, end = max(0, min(start, size)), max(0, min(end, size))
    if size <= _SHORT_ENOUGH or end - start >= size:
        return 0, size
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(unit.text)), size]
    first = max(cut for cut in cuts if cut <= start)
    last = min(cut for cut in cuts if cut >= end)
    for cut in reversed(cuts):
        if last - first >= _LEAST_WORDS:
            break
        first = min(first, cut)
    while first < last and unit.text[last - 1] in " ,;:-–—":
        last -= 1
    while first < last and unit.text[first] in " ,;:-–—":
        first += 1
    return (first, last) if last > first else (0, size)
