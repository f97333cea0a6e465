from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from wentwell.journal import Journal, SearchBook

from .pages import Browser

TABLE = (
    "Company,Role,Status,Applied on,Notes\n"
    "Norvane Ltd,Data analyst,Interviewing,2024-10-05,met at the fair\n"
    "Oakfield Bank,Planner,Ghosted,2024-09-12,\n"
    "Tarn,Baker,Pondering,2024-11-20,<b>bold</b>\n"
    ",Nobody,Applied,2024-11-20,\n"
)


def give(browser: Browser, data: str | bytes, name: str = "jobs.csv") -> str:
    browser.open("/import")
    whole = data.encode() if isinstance(data, str) else data
    return browser.send("/import$", files=[("file", (name, whole))])


def jobs(place: Path) -> dict[str, str]:
    with Journal.open(place) as book:
        return {one.opportunity.employer: one.closing or one.stage for one in SearchBook(book).list_of(None)}


def test_a_table_is_shown_taken_in_and_taken_back(browser: Browser, place: Path) -> None:
    give(browser, TABLE)
    assert "Take in 3 new jobs" in browser.text
    assert "Without an employer: 1 (row 5)" in browser.text
    assert "“Pondering” (1 row) is" in browser.text
    assert "<b>bold" not in browser.page
    assert not place.exists()
    browser.send("/import/", status__pondering="final", do="take")
    # the plan is another one by that word, and is shown before anything is kept
    assert browser.status == 409
    assert "look at it once more" in browser.text
    browser.send("/import/", do="take")
    assert browser.path == "/board"
    assert jobs(place) == {"Norvane Ltd": "first", "Oakfield Bank": "no-answer", "Tarn": "final"}
    browser.open("/import")
    browser.send("/import/undo")
    assert "Taken out again: job 1, 2, 3." in browser.text
    assert jobs(place) == {}
    browser.open("/import")
    browser.send("/import/undo")
    assert browser.status == 409


def test_the_users_word_about_columns_counts(browser: Browser, place: Path) -> None:
    give(browser, "Alpha,Beta,Status\nTarn,Baker,Applied\nOakfield,Planner,Applied\n")
    fields = browser.fields("/import/")
    assert fields["column-2"] == "status"
    browser.send("/import/", **{"column-0": "job", "column-1": "employer"})
    assert "Take in 2 new jobs" in browser.text
    browser.send("/import/", do="take")
    assert set(jobs(place)) == {"Baker", "Planner"}


def test_days_that_can_be_read_in_two_ways_are_asked_about(browser: Browser, place: Path) -> None:
    give(browser, "Company,Role,Date applied\nTarn,Baker,03/04/2024\n")
    assert "Say which comes first" in browser.text
    assert "Take in" not in browser.text
    browser.send("/import/", do="take")
    assert browser.status == 422
    assert not place.exists()
    browser.send("/import/", order="day-first")
    assert "2024-04-03" in browser.text
    browser.send("/import/", order="month-first")
    assert "2024-03-04" in browser.text
    browser.send("/import/", do="take")
    assert jobs(place) == {"Tarn": "applied"}


def test_what_is_only_alike_is_asked_about(browser: Browser, place: Path) -> None:
    give(browser, "Company,Role,Location\nTarn,Baker,Leeds\n")
    browser.send("/import/", do="take")
    give(browser, "Company,Role,Location\nTarn,Baker,York\n")
    assert "is like job 1 (Tarn · Baker)" in browser.text
    assert "Take in" not in browser.text
    browser.send("/import/", **{"row-2": "another"})
    assert "Take in 1 new job" in browser.text
    browser.send("/import/", do="take")
    with Journal.open(place) as book:
        assert [one.opportunity.job for one in SearchBook(book).list()] == ["Baker", "Baker (York)"]


def test_what_changed_meanwhile_is_shown_before_it_is_taken_in(browser: Browser, place: Path) -> None:
    give(browser, TABLE)
    page, address = browser.page, browser.path
    browser.open("/board/new")
    browser.send("/board/new", employer="Tarn", job="Baker")
    browser.page, browser.path = page, address
    browser.send("/import/", do="take")
    assert browser.status == 409
    assert list(jobs(place)) == ["Tarn"]


def test_a_spreadsheet_with_sheets(browser: Browser, place: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    one = book.create_sheet("Jobs")
    one.append(["Company", "Role", "Status"])
    one.append(["Tarn", "Baker", "Applied"])
    other = book.create_sheet("Old ones")
    other.append(["Firm", "Position"])
    other.append(["Oakfield", "Planner"])
    file = io.BytesIO()
    book.save(file)
    give(browser, file.getvalue(), "mine.xlsx")
    assert browser.fields("/import/")["sheet"] == "Jobs"
    browser.send("/import/", sheet="Old ones")
    assert "Oakfield" in browser.text
    browser.send("/import/", do="take")
    assert list(jobs(place)) == ["Oakfield"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b""),
        ("a.xlsx", b"PK\x03\x04nonsense"),
        ("a.html", b"<html>no</html>"),
    ],
)
def test_what_is_no_table_is_told(browser: Browser, place: Path, name: str, data: bytes) -> None:
    give(browser, data, name)
    assert browser.status == 422
    assert re.search(r'role="alert">[^<]+', browser.page)
    assert not place.exists()


def test_a_table_that_is_held_no_more_is_told(browser: Browser) -> None:
    browser.open("/import/0123456789ab")
    assert browser.status == 404
    assert "choose the file again" in browser.text


def test_without_a_file_it_says_so(browser: Browser) -> None:
    browser.open("/import")
    browser.send("/import$")
    assert browser.status == 422
    assert "Choose a file first" in browser.text
