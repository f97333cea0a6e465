"""Days as people and programs write them; what comes first, day or month, is decided over a whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from wentwell.trackers._words import words_of

Order = Literal["day-first", "month-first"]
Shown = Literal["day-first", "month-first", "either", "both", "none"]
"""What a column shows: one order; values that fit either; some that fit only the one and some only the other;
or nothing that it matters for."""

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2100, 12, 31)
_SERIAL_ZERO = date(1899, 12, 30)
"""Day 0 of spreadsheets: they take 1900 for a leap year, so that from March 1900 on this is right."""
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_415
"""1990 to 2100: other numbers of five digits are rather not days."""
_FEW = 0.05
"""The share of values against the others below which they are slips."""

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?$")
_DAY_NAME_YEAR = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-/]*(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?[\s\-/']*(?:de[l]?\s+)?"
    r"(\d{4}|\d{2})(?!\d)",
    re.I,
)
_NAME_DAY_YEAR = re.compile(
    r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+'?(\d{4}|\d{2})(?!\d)", re.I
)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?,?\s+(?=\d)|^[^\W\d_]{2,10}\.?,\s+")
_REST = re.compile(
    r"[\s,T]*(?:(?:at|um|à|a las)\s+)?(?:\d{1,2}(?:[:.h]\d{2}){0,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?|uhr)?)?"
    r"\s*(?:Z|UTC|GMT|[A-Z]{2,5}|\(?(?:UTC|GMT)?[+-]\d{1,2}:?\d{0,2}\)?)?\s*$",
    re.I,
)
"""What may follow a day: a time, and a zone."""

_MONTHS = (
    "january januar janvier enero",
    "february februar fevrier febrero",
    "march marz maerz mrz mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juni juin junio",
    "july juli juillet julio",
    "august aout agosto",
    "september septembre septiembre setiembre",
    "october oktober octobre octubre",
    "november novembre noviembre",
    "december dezember decembre diciembre",
)


def _month_names() -> dict[str, int]:
    meant: dict[str, set[int]] = {}
    for number, names in enumerate(_MONTHS, 1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                meant.setdefault(name[:length], set()).add(number)
    return {name: next(iter(numbers)) for name, numbers in meant.items() if len(numbers) == 1}


_MONTH_OF = _month_names()


class _Numbers(NamedTuple):
    """A day written as three numbers, of which the year is known to be the last."""

    first: int
    second: int
    year: int
    dotted: bool

    def read(self, order: Order) -> date | None:
        if order == "day-first":
            return _day(self.year, self.second, self.first)
        return _day(self.year, self.first, self.second)


def read_day(text: str, order: Order | None = None) -> date | None:
    """Return the day that a cell names; ``None`` if it names none, or if it depends on an order not given.

    Parameters
    ----------
    text : str
        A day, with or without a time behind it: 2026-03-14, 14/03/2026, 14 March 2026, Mar 14, 2026,
        14. März 2026, or the number by which spreadsheets count days. Of a range the first day counts.
    order : {"day-first", "month-first"}, optional
        How days of three numbers are meant whose year comes last.
    """
    text = text.partition("→")[0].strip()
    if not text or len(text) > 80:
        return None
    numbers = _numbers(text)
    if numbers is None:
        return _plain_day(text)
    readings = {numbers.read("day-first"), numbers.read("month-first")} - {None}
    if order is not None:
        return numbers.read(order)
    if numbers.dotted and (day := numbers.read("day-first")):
        return day
    return readings.pop() if len(readings) == 1 else None


def is_day(text: str) -> bool:
    """Whether a cell names a day, in whatever order; a bare number is not taken for one."""
    if _SERIAL.match(text):
        return False
    return any(read_day(text, order) is not None for order in ("day-first", "month-first"))


def order_of(values: Iterable[str]) -> Shown:
    """Say which order the days of a column are written in.

    One value that fits only one order decides, unless others fit only the other one. Days with dots are
    written day first wherever they are usual.
    """
    day_first = month_first = either = dotted = 0
    for value in values:
        numbers = _numbers(value.partition("→")[0].strip())
        if numbers is None:
            continue
        fits_day, fits_month = numbers.read("day-first"), numbers.read("month-first")
        if fits_day == fits_month:
            continue
        if fits_day and fits_month:
            either += 1
            dotted += numbers.dotted
        elif fits_day:
            day_first += 1
        else:
            month_first += 1
    if day_first and month_first:
        return _majority(day_first, month_first)
    if day_first or month_first:
        return "day-first" if day_first else "month-first"
    if either and either == dotted:
        return "day-first"
    return "either" if either else "none"


def _majority(day_first: int, month_first: int) -> Shown:
    if month_first <= _FEW * day_first:
        return "day-first"
    return "month-first" if day_first <= _FEW * month_first else "both"


def _numbers(text: str) -> _Numbers | None:
    text = _WEEKDAY.sub("", text)
    found = _NUMBERS.match(text)
    if found is None or not _REST.match(text, found.end()):
        return None
    return _Numbers(int(found[1]), int(found[3]), _year(found[4]), found[2] == ".")


def _plain_day(text: str) -> date | None:
    """Read what is the same in every order."""
    if found := _SERIAL.match(text):
        number = int(found[1])
        in_range = _FIRST_SERIAL <= number <= _LAST_SERIAL
        return _SERIAL_ZERO + timedelta(days=number) if in_range else None
    for bare in dict.fromkeys((text, _WEEKDAY.sub("", text))):
        for pattern, year, month, day in (
            (_ISO, 1, 3, 4),
            (_COMPACT, 1, 2, 3),
            (_DAY_NAME_YEAR, 3, 2, 1),
            (_NAME_DAY_YEAR, 3, 1, 2),
        ):
            found = pattern.match(bare)
            if found is None or not _REST.match(bare, found.end()):
                continue
            number = int(found[month]) if found[month].isdigit() else _MONTH_OF.get(words_of(found[month]), 0)
            return _day(_year(found[year]), number, int(found[day]))
    return None


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        read = date(year, month, day)
    except ValueError:
        return None
    return read if FIRST_DAY <= read <= LAST_DAY else None
