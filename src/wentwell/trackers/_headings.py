"""What the columns of trackers are called: by people, and by programs that export them.

Headings are facts of public exports and templates: Huntr, Teal, LinkedIn's copy of one's data, Trello, and what
spreadsheets and Notion or Airtable tables are commonly headed with, in English, German, French and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

from wentwell.trackers._words import heading_words

Field = Literal[
    "employer",
    "job",
    "both",
    "status",
    "applied",
    "saved",
    "screen",
    "interview",
    "first",
    "further",
    "final",
    "offer",
    "accepted",
    "refused",
    "withdrawn",
    "changed",
    "deadline",
    "follow-up",
    "url",
    "website",
    "place",
    "source",
    "contact",
    "mail",
    "phone",
    "tags",
    "salary",
    "note",
    "leave",
]
"""What a column holds. ``both``: employer and job in one; ``interview``: the day of one, of whatever round;
``changed``: when the status last changed; ``leave``: nothing that is kept."""

FIELDS: tuple[Field, ...] = get_args(Field)
DAYS: frozenset[Field] = frozenset(
    {
        "applied",
        "saved",
        "screen",
        "interview",
        "first",
        "further",
        "final",
        "offer",
        "accepted",
        "refused",
        "withdrawn",
        "changed",
        "deadline",
        "follow-up",
    }
)
"""Columns of days."""
SEVERAL: frozenset[Field] = frozenset(
    {"status", "interview", "contact", "mail", "phone", "tags", "salary", "note", "website", "leave"}
)
"""Of these a table may have several columns."""

SURE_HEADING, LIKELY, UNSURE = 0.95, 0.8, 0.6

_BY_PHRASE: dict[str, Field] = {
    " ".join(phrase.split()): field for field, phrases in _EXACT.items() for phrase in phrases.split("|")
}
_LESS_SURE: Mapping[str, tuple[Field, float]] = {
    "date": ("applied", UNSURE),
    "datum": ("applied", UNSURE),
    "fecha": ("applied", UNSURE),
    "name": ("employer", 0.5),
    "nom": ("employer", 0.5),
    "nombre": ("employer", 0.5),
    "task name": ("both", 0.5),
    "title": ("job", 0.85),
    "titre": ("job", 0.85),
    "titulo": ("job", 0.85),
    "business": ("employer", 0.7),
    "person": ("contact", UNSURE),
    "response": ("status", LIKELY),
    "step": ("status", LIKELY),
    "site": ("source", UNSURE),
    "follow up": ("follow-up", LIKELY),
    "application": ("both", 0.5),
    "opportunity": ("both", 0.5),
    "bewerbung": ("both", 0.5),
    "candidature": ("both", 0.5),
    "candidatura": ("both", 0.5),
    "termin": ("interview", UNSURE),
    "contact info": ("mail", LIKELY),
}
"""Headings that mean one thing or another."""

# Words within a longer heading, the most telling first.
_WITHIN: tuple[tuple[re.Pattern[str], Field], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), field)  # type: ignore[misc]
    for pattern, field in (
        (r"resume|cover letter|attachment|lebenslauf|anschreiben", "leave"),
        (r"e ?mail|courriel|correo", "mail"),
        (r"phone screen|screening call", "screen"),
        (r"phone|telephone|telefon|telefono", "phone"),
        (r"company website|website", "website"),
        (r"deadline|closing|closes|due|bewerbungsfrist|limite", "deadline"),
        (r"follow ?up|nachfassen|relance|seguimiento", "follow-up"),
        (r"(?:second|2nd|third|3rd|4th|technical) (?:interview|round)|(?:interview|round) [234]|[23] gesprach", "further"),
        (r"(?:first|1st) (?:interview|round)|(?:interview|round) 1", "first"),
        (r"final (?:interview|round)|onsite", "final"),
        (r"date applied|applied (?:date|on)|application date|bewerbungsdatum|date de candidature", "applied"),
        (r"last (?:updated?|contact|modified|edited)|updated", "changed"),
        (r"url|link|lien|enlace", "url"),
        (r"salary|salaire|gehalt|salario|compensation|pay", "salary"),
        (r"interview (?:date|day|time)|date of interview|entretien|entrevista|vorstellungsgesprach", "interview"),
        (r"job title|position|role|stelle|poste|puesto", "job"),
        (r"company|employer|unternehmen|firma|entreprise|empresa|arbeitgeber", "employer"),
        (r"status|stage|statut|estado", "status"),
        (r"contact|recruiter|ansprechpartner|hiring manager", "contact"),
        (r"notes?|comments?|notizen|remarques|notas", "note"),
        (r"location|city|standort|lieu|ubicacion", "place"),
        (r"tags?|labels?", "tags"),
        (r"source", "source"),
    )
)  # fmt: skip


def field_of_heading(heading: str) -> tuple[Field, float] | None:
    """Return what a heading names and how plainly, between 0 and 1; ``None`` if it says nothing known."""
    words = heading_words(heading)
    if not words or len(words) > 80:
        return None
    if words in _LESS_SURE:
        return _LESS_SURE[words]
    if words in _BY_PHRASE:
        return _BY_PHRASE[words], SURE_HEADING
    for pattern, field in _WITHIN:
        if pattern.search(words):
            return field, UNSURE
    return None


def is_linkedin(headings: tuple[str, ...]) -> bool:
    """Whether these are the headings of the applications in the copy of one's data that LinkedIn gives.

    Its days are written month first, and the mail address and the number in it are the user's own.
    """
    words = {heading_words(heading) for heading in headings}
    return {"application date", "company name", "job title", "job url", "question and answers"} <= words
