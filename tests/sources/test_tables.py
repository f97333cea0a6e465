"""Tables come in as they are, or as one clear error."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wentwell.sources import SourceError, load_tables, parse_tables
from wentwell.sources import _tables as tables

HEAD = ("Company", "Job", "Note")
ROWS = (("Norvane", "Data analyst", "met Lena, twice"), ("Tarn", "Baker", 'a "quiet" place\nby the sea'))


def written(delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows((HEAD, *ROWS))
    return stream.getvalue().encode(encoding)


def cells(data: bytes, sheet: str | None = None) -> list[tuple[str, ...]]:
    (one,) = parse_tables(data, "t.csv", sheet).sheets
    return [row.cells for row in one.rows]


def workbook(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_whatever_divides_the_cells_and_writes_the_letters(delimiter: str, encoding: str) -> None:
    assert cells(written(delimiter, encoding)) == [HEAD, *ROWS]


def test_commas_inside_cells_do_not_win_over_semicolons() -> None:
    data = b"Firma;Ort;Gehalt\nA, B und C;Halle, Saale;1,5\nD, E;Bonn, Rhein;2,5\n"
    assert cells(data)[1] == ("A, B und C", "Halle, Saale", "1,5")


def test_a_first_line_may_say_what_divides_the_cells() -> None:
    assert cells(b"sep=;\r\nCompany;Job\r\nTarn;Baker\r\n") == [("Company", "Job"), ("Tarn", "Baker")]


def test_rows_keep_their_numbers_and_empty_ones_are_left_out() -> None:
    (sheet,) = parse_tables(b"My search\n\nCompany,Job,,\nTarn\n,,,\nNorvane,Analyst,x,y,z\n").sheets
    assert [(row.number, len(row.cells)) for row in sheet.rows] == [(1, 1), (3, 2), (4, 1), (6, 5)]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no rows"),
        (b"\n , ,\n", "no rows"),
        (b'a,b\n"open,1\nTarn,2\n', "in row 2 a quotation mark opens and is never closed"),
        (b'a,b\nTarn,"x', "never closed"),
        (b'a,b\n1,"' + b"x,y\n" * 60_000, "never closed"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "save it as .csv or .xlsx"),
        (b'[{"company": "Tarn"}]', "save it as .csv or .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old spreadsheet, or one with a password"),
        (b"PK\x03\x04 nothing else", "damaged"),
        (bytes(range(256)) * 40, "not text"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as wrong:
        parse_tables(data, "mine.csv")
    assert told in str(wrong.value)
    assert str(wrong.value).startswith("mine.csv: ")
    assert "\n" not in str(wrong.value)


def test_a_quotation_that_ends_with_the_file_is_whole() -> None:
    assert cells(b'a,b\n1,"two\nlines"')[1] == ("1", "two\nlines")


def test_far_too_many_rows_or_cells_stop_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 10)
    with pytest.raises(SourceError, match="more than 10 rows"):
        parse_tables(b"a,b\n" * 11)
    monkeypatch.setattr(tables, "MOST_CELLS", 15)
    with pytest.raises(SourceError, match="more than 15 cells"):
        parse_tables(b"a,b,c,d\n" * 4)


def test_a_folder_or_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        load_tables(tmp_path / "none.csv")
    with pytest.raises(SourceError, match="a folder"):
        load_tables(tmp_path)


def test_a_spreadsheet_gives_its_shown_sheets_with_days_as_iso_writes_them() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        first = book.active
        assert first is not None
        first.title = "Jobs"
        first.append(["Company", "Applied", "Interview", "Pay", "Sent"])
        first.append([])
        noted = datetime(2026, 3, 9, 10, 30)  # noqa: DTZ001 - a spreadsheet knows no zones
        first.append(["Tarn", date(2026, 3, 1), noted, 41000.0, True])
        first["F3"] = "=1+1"
        lists = book.create_sheet("Lists")
        lists.append(["Applied"])
        lists.sheet_state = "hidden"

    data = workbook(fill)
    read = parse_tables(data, "jobs.xlsx")
    assert [sheet.name for sheet in read.sheets] == ["Jobs"]
    assert read.sheets[0].rows[1].number == 3
    assert read.sheets[0].rows[1].cells == ("Tarn", "2026-03-01", "2026-03-09 10:30", "41000", "true")
    assert "Hidden, so not read: Lists" in read.warnings[0]
    assert cells(data, "lists") == [("Applied",)]
    with pytest.raises(SourceError, match="no sheet is called 'Other'; there are: Jobs, Lists"):
        parse_tables(data, "jobs.xlsx", "Other")


def test_a_sheet_is_asked_of_a_file_that_has_none() -> None:
    with pytest.raises(SourceError, match="has no sheets"):
        parse_tables(b"a,b\n", "t.csv", "Jobs")


def test_other_packages_are_named(tmp_path: Path) -> None:
    for name, told in (("word/document.xml", "Word"), ("mimetype", "OpenDocument"), ("a.csv", "unpack it")):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(name, "x")
        with pytest.raises(SourceError, match=told):
            parse_tables(stream.getvalue(), "t.zip")


def repacked(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
    return stream.getvalue()


SMALL = workbook(lambda book: book.worksheets[0].append(["Company", "Tarn"]))
SHEET = "xl/worksheets/sheet1.xml"


def test_a_bomb_is_not_unpacked() -> None:
    data = repacked(SMALL, SHEET, lambda old: old + b" " * (260 * 1024 * 1024))
    assert len(data) < 1024 * 1024
    with pytest.raises(SourceError, match="unpacks to far too much"):
        parse_tables(data)


def test_definitions_of_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    data = repacked(SMALL, SHEET, lambda old: bomb + old[old.find(b"<worksheet") :])
    with pytest.raises(SourceError, match="damaged"):
        parse_tables(data)


def test_a_cell_far_down_and_far_right_does_not_fill_the_memory() -> None:
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    (sheet,) = parse_tables(repacked(SMALL, SHEET, lambda old: old.replace(b"</sheetData>", far))).sheets
    assert [row.number for row in sheet.rows] == [1, 1_048_576]


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf"), exclude_characters="\u2028\u2029"),
    max_size=12,
).map(lambda text: " ".join(text.split()))
TABLE = st.integers(2, 6).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=12)
)


@given(TABLE, st.sampled_from([",", ";", "\t", "|"]))
@example([["a", ""], ["", '"'], [",;", "|"]], ";")
def test_what_a_program_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    # a first line as programs write it settles what divides the cells
    head = [f"h{place}" for place in range(len(rows[0]))]
    stream = io.StringIO(newline="")
    stream.write(f"sep={delimiter}\r\n")
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([head, *rows])
    trimmed = [tables.trimmed(list(row)) for row in rows]
    assert cells(stream.getvalue().encode())[1:] == [row for row in trimmed if row]


def told(data: bytes) -> str:
    """Return the error, empty if there is none; every cell is clean then."""
    try:
        read = parse_tables(data, "x")
    except SourceError as wrong:
        return str(wrong)
    assert all(cell == cell.strip() for sheet in read.sheets for row in sheet.rows for cell in row.cells)
    return ""


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
@example(b'"')
@example(b"sep=,")
@example(b"sep=\n")
def test_any_bytes_give_rows_or_one_clear_error(data: bytes) -> None:
    assert "\n" not in told(data)


@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=30))
def test_a_damaged_spreadsheet_gives_rows_or_one_clear_error(at: int, noise: bytes) -> None:
    assert "\n" not in told(SMALL[:at] + noise + SMALL[at + len(noise) :])
