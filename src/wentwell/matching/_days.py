"""Days that a mail names."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_GERMAN = {"mär": 3, "mai": 5, "okt": 10, "dez": 12}
_MONTH = rf"(?P<month>{'|'.join((*_MONTHS, *_GERMAN))})[a-zä]{{0,6}}\.?"
_DAYS = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:of\s)?{_MONTH}(?:,?\s(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year>\d{{4}}))?", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?"),
)
_BESIDE = (
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|heute)\b", re.IGNORECASE), 0),
    (re.compile(r"\b(?:yesterday|gestern)\b", re.IGNORECASE), -1),
    (re.compile(r"\btomorrow\b", re.IGNORECASE), 1),
)
"""Words for a day beside the one on which they are written."""


def days_named(text: str, sent: date | None) -> frozenset[date]:
    """Return the days that a text names; those without a year are the nearest to the day it was sent."""
    found = set()
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            month = _month(match["month"])
            years = [int(match["year"])] if match["year"] else _around(sent)
            days = [day for year in years if (day := _day(year, month, int(match["day"]))) is not None]
            if days:
                found.add(min(days, key=lambda day: abs((day - sent).days) if sent else 0))
    return frozenset(found)


def days_beside(text: str, sent: date | None) -> frozenset[date]:
    """Return the days that a text names by "today", "yesterday" or "tomorrow"."""
    if sent is None:
        return frozenset()
    return frozenset(sent + timedelta(days=step) for word, step in _BESIDE if word.search(text))


def _around(sent: date | None) -> list[int]:
    return [] if sent is None else [sent.year + step for step in (-1, 0, 1)]


def _month(told: str) -> int:
    short = told[:3].lower()
    if told.isdigit():
        return int(told)
    return _GERMAN[short] if short in _GERMAN else _MONTHS.index(short) + 1


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
