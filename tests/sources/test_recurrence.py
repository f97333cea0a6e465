from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from wentwell.sources import SourceError
from wentwell.sources._recurrence import MAX_OCCURRENCES, occurrences

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Return rules that fit some day soon: the library used to check them never ends on others."""
    kind = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={kind}", f"INTERVAL={draw(st.integers(1, 5))}"]
    some_days = st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True).map(",".join)
    nth_days = st.tuples(st.sampled_from(["1", "+2", "3", "4", "-1", "-2", ""]), st.sampled_from(DAYS)).map(
        "".join
    )
    month_days = st.lists(
        st.sampled_from([1, 2, 15, 28, -1, -2, -28]), min_size=1, max_size=3, unique=True
    ).map(lambda days: ",".join(map(str, days)))
    if kind in ("DAILY", "WEEKLY") and draw(st.booleans()):
        parts.append(f"BYDAY={draw(some_days)}")
    if kind == "WEEKLY":
        parts.append(f"WKST={draw(st.sampled_from(DAYS))}")
    if kind == "MONTHLY":
        parts.append(draw(st.one_of(nth_days.map("BYDAY={}".format), month_days.map("BYMONTHDAY={}".format))))
    if kind == "YEARLY":
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True))
        parts.append(f"BYMONTH={','.join(map(str, months))}")
        parts.append(draw(st.one_of(nth_days.map("BYDAY={}".format), month_days.map("BYMONTHDAY={}".format))))
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    return ";".join(parts)


@given(rule=rules(), begin=st.dates(date(2024, 1, 1), date(2026, 12, 31)), ahead=st.integers(0, 900))
def test_the_days_are_those_that_a_known_library_gives(rule: str, begin: date, ahead: int) -> None:
    # a first day that fits the rule: of others the standard says nothing that libraries agree on
    endless = ";".join(part for part in rule.split(";") if not part.startswith("COUNT"))
    midnight = datetime.combine(begin, time.min)
    fitting = rrulestr(endless, dtstart=midnight).after(midnight, inc=True)
    start = fitting.date()
    last = start + timedelta(days=ahead)
    expected = []
    for moment in rrulestr(rule, dtstart=fitting):
        if moment.date() > last:
            break
        expected.append(moment.date())
    assert list(occurrences(start, rule, start, last)) == expected[:MAX_OCCURRENCES]


def test_only_days_inside_the_bounds_are_given_and_earlier_ones_count() -> None:
    start = date(2026, 1, 5)
    assert list(occurrences(start, "FREQ=WEEKLY;COUNT=4", date(2026, 1, 13), date(2027, 1, 1))) == [
        date(2026, 1, 19),
        date(2026, 1, 26),
    ]
    until = "FREQ=WEEKLY;UNTIL=20260112T080000Z"
    assert list(occurrences(start, until, start, date(2027, 1, 1))) == [date(2026, 1, 5), date(2026, 1, 12)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=MONTHLY;INTERVAL=999999999",
        "FREQ=WEEKLY;COUNT=99999999999999999999",
    ],
)
def test_a_rule_that_never_fits_again_ends(rule: str) -> None:
    days = list(occurrences(date(2026, 1, 5), rule, date(2026, 1, 5), date(2030, 1, 1)))
    assert days[0] == date(2026, 1, 5)
    assert len(days) <= MAX_OCCURRENCES


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=",
        "FREQ=SOMETIMES",
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYSECOND=1,2,3",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=DAILY;BYMONTH=" + ",".join(["1"] * 400),
        "INTERVAL=2",
    ],
)
def test_what_is_no_rule_or_an_unusual_one_is_told(rule: str) -> None:
    with pytest.raises(SourceError):
        list(occurrences(date(2026, 1, 5), rule, date(2026, 1, 5), date(2027, 1, 1)))


def test_a_series_that_began_ages_ago_is_not_followed() -> None:
    with pytest.raises(SourceError, match="too long ago"):
        list(occurrences(date(1601, 1, 1), "FREQ=DAILY", date(2026, 1, 1), date(2026, 2, 1)))
