"""The coming weeks if nothing comes, by the same sum as the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from wentwell.interview import Evidence, Outlook, OutlookDate, OutlookDateKind, OutlookDay
from wentwell.weighing._silence import MOST_HEARD, day_heard_by, promised_day, silence, silent_since
from wentwell.weighing._sum import Case, Sum, add_up, has_reply

NEARLY_ALL_HEARD = 0.95
"""Share of those who go on that have heard by the day from which it is better to count on nothing
(judgement)."""
_FEWEST_WEEKS, _MOST_WEEKS = 4, 12


def coming_weeks(evidence: Sequence[Evidence], case: Case, now: Sum) -> Outlook | None:
    """Return the chance on the days to come if nothing comes, and the days that matter.

    Every chance is that of the whole sum with the silence of that day, as if it were weighed on that day.

    Parameters
    ----------
    evidence : sequence of Evidence
        Without leaks.
    case : Case
        With the day of the assessment.
    now : Sum
        The sum of the evidence on that day.

    Returns
    -------
    Outlook or None
        ``None`` without the day of the assessment, without a day from which to count, or after an answer
        whose day is not known.
    """
    start, today = silent_since(case.context, case.heard_on), case.today
    if today is None or start is None or (has_reply(evidence) and case.heard_on is None):
        return None
    dates = _dates_that_matter(case)
    to_the_last = max(day for day, _, _ in dates) - today
    weeks = min(_MOST_WEEKS, max(_FEWEST_WEEKS, -(-to_the_last.days // 7) + 1))
    last = today + timedelta(weeks=weeks)
    days = {today + timedelta(weeks=n) for n in range(weeks + 1)}
    days |= {day for day, _, _ in dates if today < day <= last}
    # the last of these days has a silence in it: only that part differs on the others
    quiet = add_up(evidence, replace(case, today=last))

    def chances(day: date) -> dict[str, float]:
        silent = silence(case.context, day, case.heard_on)
        total = now if silent is None else quiet.with_silence(silent)
        low, high = total.band
        return {"probability": total.probability, "low": low, "high": high}

    return Outlook(
        days=tuple(OutlookDay(day=day, **chances(day)) for day in sorted(days)),
        dates=tuple(
            OutlookDate(day=day, kind=kind, share=share, **chances(max(day, today)))
            for day, kind, share in dates
        ),
    )


def _dates_that_matter(case: Case) -> list[tuple[date, OutlookDateKind, float | None]]:
    context, heard_on = case.context, case.heard_on
    found: list[tuple[date, OutlookDateKind, float | None]] = []
    promised = promised_day(context)
    if promised is not None and (heard_on is None or heard_on <= promised):
        found.append((promised, "promised", None))
    shares: tuple[tuple[float, OutlookDateKind], ...] = (
        (MOST_HEARD, "most_heard"),
        (NEARLY_ALL_HEARD, "count_on_nothing"),
    )
    for share, kind in shares:
        day = day_heard_by(share, context, heard_on)
        if day is not None:
            found.append((day, kind, share))
    return found
