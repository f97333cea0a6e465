"""Days are read as people write them; what comes first is decided over the column."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.trackers import order_of, read_day

DAY = date(2026, 3, 14)
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14",
        "2026/3/14",
        "2026-03-14T09:30:00.000Z",
        "2026-03-14 09:30",
        "20260314",
        "14 March 2026",
        "14th of March, 2026",
        "Sat, 14 Mar 2026 10:00:00 +0100",
        "March 14, 2026 9:00 AM",
        "March 14, 2026 → March 16, 2026",
        "Saturday, March 14, 2026",
        "14-Mar-26",
        "14. März 2026",
        "14. Mrz. 2026",
        "14 mars 2026",
        "14 de marzo de 2026",
        "14.03.2026",
        "14/03/2026",
        "3/14/26, 8:15 AM",
        "46095",
        "46095.5",
    ],
)
def test_one_day_in_many_ways(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "next week",
        "March",
        "14 March",
        "31/02/2026",
        "0/0/2026",
        "99999",
        "1.5",
        "2026",
        "99/99/99",
        "12/03/2026 and later",
        "1850-01-01",
        "2026-13-01",
        "tel. 0114 496 0000",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert read_day(text, "day-first") is None
    assert read_day(text, "month-first") is None


def test_an_ambiguous_day_is_read_only_with_an_order() -> None:
    assert read_day("03/04/2026") is None
    assert read_day("03/04/2026", "day-first") == date(2026, 4, 3)
    assert read_day("03/04/2026", "month-first") == date(2026, 3, 4)
    assert read_day("04/04/2026") == date(2026, 4, 4)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (["03/04/2026", "25/04/2026"], "day-first"),
        (["03/04/2026", "04/25/2026"], "month-first"),
        (["03/04/2026", "05/06/2026"], "either"),
        (["25/04/2026", "04/25/2026"], "both"),
        (["25/04/2026"] * 40 + ["04/25/2026"], "day-first"),
        (["03.04.2026"], "day-first"),
        (["03/04/2026", "03.04.2026"], "either"),
        (["2026-04-03", "4 April 2026", "04/04/2026", "soon", ""], "none"),
        ([], "none"),
    ],
)
def test_the_order_is_decided_over_the_column(values: list[str], shown: str) -> None:
    assert order_of(values) == shown


@given(DAYS, st.sampled_from("/-"), st.booleans())
def test_a_day_of_three_numbers_is_read_in_the_order_it_was_written(
    day: date, sign: str, short: bool
) -> None:
    year = "%y" if short else "%Y"
    assert read_day(day.strftime(f"%d{sign}%m{sign}{year}"), "day-first") == day
    assert read_day(day.strftime(f"%m{sign}%d{sign}{year}"), "month-first") == day


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d %b %Y", "%B %d, %Y", "%Y%m%d", "%d. %B %Y", "%d-%b-%Y"]))
def test_days_that_need_no_order_need_none(day: date, form: str) -> None:
    assert read_day(day.strftime(form)) == day


@given(st.lists(DAYS, min_size=1, max_size=30), st.sampled_from(["day-first", "month-first"]))
def test_a_column_never_shows_the_other_order(days: list[date], order: str) -> None:
    form = "%d/%m/%Y" if order == "day-first" else "%m/%d/%Y"
    shown = order_of([day.strftime(form) for day in days])
    telling = any(day.day > 12 for day in days)
    assert shown == order if telling else shown in ("either", "none")


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_none(text: str) -> None:
    for order in (None, "day-first", "month-first"):
        read = read_day(text, order)
        assert read is None or date(1970, 1, 1) <= read <= date(2100, 12, 31)


@given(st.integers(32_874, 73_415))
def test_the_numbers_of_spreadsheets(number: int) -> None:
    read = read_day(str(number))
    assert read is not None
    assert (read - date(1990, 1, 1)).days == number - 32_874
