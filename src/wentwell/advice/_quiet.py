"""When a chance may be told anew: on days that say something, never as a daily falling number."""

from __future__ import annotations

from datetime import date, timedelta

from wentwell.interview import Assessment, OutlookDate


def quiet_day(shown: Assessment, today: date) -> date:
    """Return the day as of which to weigh an interview that was shown before, with nothing new known of it.

    That is today if a day that matters has come since: the promised day has passed, or the day by which
    most of those who go on (or nearly all) would have heard. Otherwise it is the day of what was shown
    last, so that the chance stays as it was.

    Parameters
    ----------
    shown : Assessment
        What was shown last.
    today : date
    """
    if shown.today is None or shown.today >= today:
        return today
    came = any(shown.today < _says_something(when) <= today for when in _dates(shown))
    return today if came else shown.today


def next_telling_day(shown: Assessment, today: date) -> date | None:
    """Return the next day on which the chance is told anew if nothing comes; ``None`` if none is left."""
    return min((day for day in map(_says_something, _dates(shown)) if day > today), default=None)


def _dates(shown: Assessment) -> tuple[OutlookDate, ...]:
    return shown.outlook.dates if shown.outlook else ()


def _says_something(when: OutlookDate) -> date:
    # a promised day has passed only when it is over
    return when.day + timedelta(days=1) if when.kind == "promised" else when.day
