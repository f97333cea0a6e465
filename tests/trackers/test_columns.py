"""Each style of headings is understood; what is not plain is not sure."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.sources import SourceError, parse_tables
from wentwell.trackers import Layout, lay_out, unsure, with_mapping

sys.path.insert(0, str(Path(__file__).parent))

from tables import STYLES, Style  # noqa: E402


def laid_out(text: str) -> Layout:
    return lay_out(parse_tables(text.encode(), "t.csv"))


def fields(layout: Layout) -> dict[str, str]:
    return {guess.column.heading: guess.field for guess in layout.guesses}


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_columns_of_trackers(style: Style) -> None:
    layout = laid_out(style.text)
    assert style.fields.items() <= fields(layout).items()
    assert [guess.column.heading for guess in unsure(layout)] == []
    assert layout.order == style.order


def test_a_bare_date_is_asked_about() -> None:
    layout = laid_out("Company,Role,Date\nTarn,Baker,2026-03-04\nNorvane,Analyst,2026-03-05\n")
    (asked,) = unsure(layout)
    assert (asked.column.heading, asked.field) == ("Date", "applied")


def test_without_headings_nothing_is_sure() -> None:
    layout = laid_out(
        "Norvane,Data analyst,2026-03-01,https://x.example/1\nTarn,Baker,2026-03-02,https://x.example/2\n"
    )
    assert layout.heading_row == 0
    assert len(layout.rows) == 2
    assert fields(layout) == {
        "column A": "leave",
        "column B": "job",
        "column C": "applied",
        "column D": "url",
    }
    assert not any(guess.sure for guess in layout.guesses)


def test_a_heading_that_its_cells_belie_is_not_believed() -> None:
    layout = laid_out(
        "Company,Position,Status\n" + "".join(f"Firm {n},Baker {n},saw the owner {n}\n" for n in range(9))
    )
    assert fields(layout)["Status"] == "note"
    layout = laid_out("Company,Position,Applied\n" + "Tarn,Baker,by mail\n" * 3)
    assert fields(layout)["Applied"] == "note"
    layout = laid_out("Company,Position\nhttps://a.example,Baker\nhttps://b.example,Cook\n")
    assert fields(layout)["Company"] != "employer"


def test_repeated_headings_and_empty_columns_are_left_out() -> None:
    layout = laid_out("Company,Role,Notes\nTarn,Baker,\nCompany,Role,Notes\nNorvane,Analyst,\n")
    assert [row.cells[0] for row in layout.rows] == ["Tarn", "Norvane"]
    assert "Notes" not in fields(layout)


def test_two_columns_for_one_thing_give_it_to_the_plainer() -> None:
    layout = laid_out("Company,Role,Job title and level\nTarn,Baker,Baker (senior)\n")
    assert fields(layout) == {"Company": "employer", "Role": "job", "Job title and level": "leave"}


def test_days_of_one_column_settle_those_of_another_and_a_quarrel_settles_nothing() -> None:
    head = "Company,Applied on,Interview\n"
    assert laid_out(head + "Tarn,03/04/2026,25/04/2026\n").order == "day-first"
    undecided = laid_out(head + "Tarn,03/04/2026,05/04/2026\n")
    assert (undecided.order, undecided.order_matters) == (None, True)
    assert laid_out(head + "Tarn,14/03/2026,03/25/2026\n").order is None
    plain = laid_out(head + "Tarn,2026-03-04,2026-03-05\n")
    assert (plain.order, plain.order_matters) == (None, False)


def test_the_users_word_takes_the_place_of_a_guess() -> None:
    layout = with_mapping(
        laid_out("Company,Agency,Role\nHR Ltd,Tarn,Baker\n"), {"agency": "employer", "column c": "note"}
    )
    assert fields(layout) == {"Company": "leave", "Agency": "employer", "Role": "note"}
    with pytest.raises(ValueError, match="no column is called 'Firm'; there are: Company, Agency, Role"):
        with_mapping(layout, {"Firm": "employer"})


def test_of_several_sheets_the_one_that_looks_like_a_tracker_is_taken() -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "Summary"
    for row in (["Applications", 12], ["Interviews", 3], ["Offers", 0]):
        first.append(row)
    jobs = book.create_sheet("Applications")
    jobs.append(["Company", "Role", "Status"])
    jobs.append(["Tarn", "Baker", "Applied"])
    stream = io.BytesIO()
    book.save(stream)
    assert lay_out(parse_tables(stream.getvalue(), "t.xlsx")).sheet.name == "Applications"


@given(st.lists(st.lists(st.text(max_size=15), min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_table_can_be_laid_out(rows: list[list[str]]) -> None:
    import csv

    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    try:
        file = parse_tables(stream.getvalue().encode("utf-8", "replace"))
    except SourceError:
        return
    layout = lay_out(file)
    once = [guess.field for guess in layout.guesses if guess.field in ("employer", "job", "url", "applied")]
    assert len(once) == len(set(once))
