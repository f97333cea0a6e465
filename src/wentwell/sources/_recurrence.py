"""On which days a series of a calendar takes place: within bounds, whatever its rule says.

Own code on purpose: the usual libraries search to the year 9999 for a rule that fits no day (29 February
every year on a Monday that is a Tuesday), which takes minutes. Here one pass over the days answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from wentwell.sources._error import SourceError

MAX_OCCURRENCES = 200
"""The most occurrences of one series that are taken."""
_LONGEST_LIFE = timedelta(days=20_000)
"""A series that began longer ago is not followed."""
_LONGEST_RULE = 500
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"})
_WEEKDAYS = {name: place for place, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNREAD = "a repeating event whose rule cannot be read"


def occurrences(start: date, rule: str, first: date, last: date) -> Iterator[date]:
    """Yield the days of a series between two days, soonest first.

    Parameters
    ----------
    start : date
        Of the first occurrence.
    rule : str
        The value of an ``RRULE`` (RFC 5545, 3.3.10). Read: by days, weeks, months or years, with
        ``INTERVAL``, ``COUNT``, ``UNTIL``, ``BYDAY``, ``BYMONTHDAY``, ``BYMONTH`` and ``WKST``.
    first, last : date
        The bounds.

    Raises
    ------
    SourceError
        If the rule is none, or has other parts.
    """
    parts = _parts(rule)
    try:
        fits = _fitting(start, parts)
        until, count = _end(parts)
    except (ValueError, KeyError, OverflowError):
        raise SourceError(_UNREAD) from None
    if first - start > _LONGEST_LIFE:
        raise SourceError("a repeating event that began too long ago to be followed")
    end = min(last, until or last)
    taken = passed = 0
    day = start
    while day <= end and taken < MAX_OCCURRENCES and (count is None or passed < count):
        # the first day belongs to the series, whatever its rule says
        if day == start or fits(day):
            passed += 1
            if day >= first:
                taken += 1
                yield day
        day += timedelta(days=1)


def _parts(rule: str) -> dict[str, str]:
    text = rule.upper().replace(" ", "").rstrip(";")
    parts = dict(_PART.findall(text)) if len(text) <= _LONGEST_RULE else {}
    if not parts or ";".join(f"{name}={value}" for name, value in parts.items()) != text:
        raise SourceError(_UNREAD)
    if parts.get("FREQ") in {"SECONDLY", "MINUTELY", "HOURLY"}:
        raise SourceError("an event that repeats within a day, which no interview does")
    if not parts.keys() <= _KNOWN:
        raise SourceError("an event that repeats by an unusual rule")
    return parts


def _end(parts: dict[str, str]) -> tuple[date | None, int | None]:
    until = None
    if "UNTIL" in parts:
        # one in UTC may name the day before or after: a day more loses nothing of a daily rhythm
        until = date.fromisoformat(parts["UNTIL"][:8])
        until = min(until, date.max - timedelta(days=1))
    return until, int(parts["COUNT"]) if "COUNT" in parts else None


def _numbers(parts: dict[str, str], name: str) -> frozenset[int]:
    return frozenset(int(one) for one in parts[name].split(",")) if name in parts else frozenset()


def _fitting(start: date, parts: dict[str, str]) -> Callable[[date], bool]:
    """Return what tells whether a day is one of the series."""
    every = int(parts.get("INTERVAL", "1"))
    if every < 1:
        raise ValueError
    frequency = parts["FREQ"]
    months, month_days = _numbers(parts, "BYMONTH"), _numbers(parts, "BYMONTHDAY")
    named = []
    for one in parts["BYDAY"].split(",") if "BYDAY" in parts else ():
        match = _BYDAY.fullmatch(one)
        if match is None:
            raise ValueError
        named.append((int(match[1] or 0), _WEEKDAYS[match[2]]))
    week_begins = _WEEKDAYS[parts.get("WKST", "MO")]
    first_week = start - timedelta(days=(start.weekday() - week_begins) % 7)

    def in_step(day: date) -> bool:
        if frequency == "DAILY":
            return (day - start).days % every == 0
        if frequency == "WEEKLY":
            return (day - first_week).days // 7 % every == 0
        if frequency == "MONTHLY":
            return (12 * (day.year - start.year) + day.month - start.month) % every == 0
        if frequency == "YEARLY":
            return (day.year - start.year) % every == 0
        raise ValueError

    def by_day(day: date) -> bool:
        before, after = (day.day - 1) // 7 + 1, -((_days_in(day) - day.day) // 7 + 1)
        return any(day.weekday() == weekday and nth in (0, before, after) for nth, weekday in named)

    def fits(day: date) -> bool:
        if not in_step(day) or (months and day.month not in months):
            return False
        if month_days and not month_days & {day.day, day.day - _days_in(day) - 1}:
            return False
        if named:
            return by_day(day)
        if month_days or frequency == "DAILY":
            return True
        if frequency == "WEEKLY":
            return day.weekday() == start.weekday()
        return day.day == start.day and (frequency == "MONTHLY" or bool(months) or day.month == start.month)

    in_step(start)
    if frequency == "YEARLY" and named and not months:
        # such days are counted through the year, which nobody's calendar does for an interview
        raise ValueError
    return fits


def _days_in(day: date) -> int:
    following = day.replace(day=28) + timedelta(days=4)
    return (following - timedelta(days=following.day)).day
