"""Which days count while one waits: employers hardly write on weekends, holidays and in midwinter.

Reply times are told in calendar days with their usual share of weekends. So a wait is counted in working
days, times 7/5 (7/6 where the weekend is one day): a week is a week, and a Saturday, a holiday or the days
from Christmas Eve to New Year add nothing. In the logs of applications an answer on a weekend day is a
quarter as frequent as on another day, and one in midwinter a fifth (``docs/silence.md``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

_SATURDAY, _SUNDAY = 5, 6
_CHRISTMAS_EVE, _NEW_YEAR = (12, 24), (1, 1)


def check_country(code: str) -> None:
    """Refuse a country that the calendar of holidays does not know.

    Parameters
    ----------
    code : str
        ISO 3166 code, such as ``GB``; with a part of the country after a hyphen if wanted, such as
        ``GB-SCT``.

    Raises
    ------
    ValueError
        On one line, with how to find codes.
    """
    _calendar(code)


@dataclass(frozen=True, slots=True)
class _Country:
    """The weekend of a country, and the question whether a day is neither in it nor a holiday."""

    weekend: frozenset[int]
    works_on: Callable[[date], bool]


_ANY = _Country(frozenset({_SATURDAY, _SUNDAY}), lambda day: day.weekday() < _SATURDAY)


@lru_cache(maxsize=8)
def _calendar(country: str | None) -> _Country:
    if country is None:
        return _ANY
    from holidays import country_holidays, list_supported_countries

    code, _, part = country.partition("-")
    try:
        known = country_holidays(code, subdiv=part or None)
    except NotImplementedError:
        parts = list_supported_countries().get(code)
        if parts is None:
            told = "write a two-letter ISO 3166 code such as GB, US, DE or IN (https://www.iso.org/obp/ui)"
        else:
            told = f"write {code} alone" + (f", or with one of {', '.join(parts)}" if parts else "")
        raise ValueError(f"no calendar of holidays for {country!r}: {told}") from None
    return _Country(frozenset(known.weekend), known.is_working_day)


def is_working_day(day: date, country: str | None = None) -> bool:
    """Whether employers write on this day: no weekend, no public holiday, not 24 December to 1 January.

    Parameters
    ----------
    day : date
    country : str, optional
        For its holidays and its weekend; without it Saturday and Sunday are the weekend.

    Raises
    ------
    ValueError
        If the country is not known.
    """
    if (day.month, day.day) >= _CHRISTMAS_EVE or (day.month, day.day) == _NEW_YEAR:
        return False
    return _calendar(country).works_on(day)


def working_day(day: date, country: str | None = None) -> date:
    """Return the day itself, or the first working day after it."""
    while not is_working_day(day, country):
        day += timedelta(days=1)
    return day


@lru_cache(maxsize=256)
def _counts(year: int, country: str | None) -> tuple[int, ...]:
    """Return how many working days of a year have passed on each of its days."""
    first = date(year, 1, 1)
    length = (date(year, 12, 31) - first).days + 1
    return tuple(accumulate(is_working_day(first + timedelta(days=n), country) for n in range(length)))


def waited(start: date, until: date, country: str | None = None) -> float:
    """Return how long one has waited, in calendar days with their usual share of weekends.

    Seven fifths of the working days after ``start``, ``until`` itself counted; never below 0 (seven sixths
    where the weekend is one day).

    Parameters
    ----------
    start, until : date
        The interview, the promised day or their last word; and the day up to which nothing came.
    country : str, optional
        For its holidays.
    """
    if until <= start:
        return 0.0
    days = -_counts(start.year, country)[start.timetuple().tm_yday - 1]
    days += sum(_counts(year, country)[-1] for year in range(start.year, until.year))
    days += _counts(until.year, country)[until.timetuple().tm_yday - 1]
    return days * 7 / (7 - len(_calendar(country).weekend))


def day_after_waiting(start: date, days: float, country: str | None = None) -> date:
    """Return the first day on which one has waited so long.

    Parameters
    ----------
    start : date
    days : float
        Calendar days with their usual share of weekends.
    country : str, optional
        For its holidays.
    """
    # as many calendar days at least, but for a weekend or two
    day = max(start, start + timedelta(days=int(days) - 4))
    while waited(start, day, country) < days:
        day += timedelta(days=1)
    return day
