"""What the columns of trackers are called, by people and by programs (``headings.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

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


_PLAIN = 0.95
_UNSURE = 0.6
"""How plainly a heading speaks: a phrase that is known, and one that only has such a word in it."""


def field_of_heading(heading: str) -> tuple[Field, float] | None:
    """Return what a heading names and how plainly, between 0 and 1; ``None`` if it says nothing known."""
    words = heading_words(heading)
    if not words or len(words) > 80:
        return None
    phrases, within = _known()
    if words in phrases:
        return phrases[words]
    return next(((field, _UNSURE) for pattern, field in within if pattern.search(words)), None)


def is_linkedin(headings: tuple[str, ...]) -> bool:
    """Whether these are the headings of the applications in the copy of one's data that LinkedIn gives.

    Its days are written month first, and the mail address and the number in it are the user's own.
    """
    words = {heading_words(heading) for heading in headings}
    return {"application date", "company name", "job title", "job url", "question and answers"} <= words


@cache
def _known() -> tuple[Mapping[str, tuple[Field, float]], tuple[tuple[re.Pattern[str], Field], ...]]:
    """Return the phrases with what they name, and the patterns to look for in longer headings."""
    text = files("wentwell.trackers").joinpath("headings.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    phrases: dict[str, tuple[Field, float]] = {
        phrase: (field, _PLAIN) for field in FIELDS for phrase in table["phrases"].get(field, ())
    }
    phrases |= {phrase: (field, points) for phrase, (field, points) in table["less-sure"].items()}
    within = tuple((re.compile(rf"\b(?:{pattern})\b"), field) for field, pattern in table["within"])
    return phrases, within
