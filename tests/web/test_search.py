"""Home's next steps and days, the pace of the search, and the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from wentwell import weigh
from wentwell.interview import Context, Interview, Opportunity, Outcome
from wentwell.journal import CalendarFeed, Journal

from .pages import Browser

TODAY = datetime.now(UTC).astimezone().date()


def keep(place: Path, employer: str, held: date, *, promised: date | None = None, shown: bool = True) -> int:
    context = Context(stage="first", interview_date=held, promised_date=promised)
    with Journal.open(place) as book:
        number = book.add(Interview(opportunity=Opportunity(employer=employer, job="Baker"), context=context))
        if shown:
            book.show_assessment(number, weigh([], context, today=held, outlook=True))
    return number


def book_one(place: Path, employer: str, held: date) -> int:
    interview = Interview(
        opportunity=Opportunity(employer=employer, job="Baker"), context=Context(interview_date=held)
    )
    with Journal.open(place) as book:
        return book.save_draft(interview, {})


def section(browser: Browser, heading: str) -> str:
    parts = browser.text.split(f" {heading} ", 1)
    return parts[1] if len(parts) > 1 else ""


def test_home_says_what_comes_next(browser: Browser, place: Path) -> None:
    keep(place, "Crumb & Sons", TODAY - timedelta(days=4), promised=TODAY + timedelta(days=6))
    book_one(place, "Loom Street", TODAY + timedelta(days=9))
    browser.open("/")
    told = section(browser, "What comes next")
    assert "Go on applying" in told
    assert "Loom Street, Baker Your interview is on" in told
    assert "wentwell debrief" not in browser.page
    assert "still to come" in section(browser, "Not finished")


def test_what_matters_today_is_not_told_twice(browser: Browser, place: Path) -> None:
    book_one(place, "Loom Street", TODAY)
    browser.open("/")
    assert browser.text.count("Your interview is") <= 1
    assert "Loom Street" not in section(browser, "What comes next").partition("Coming up")[0]


def test_days_to_come_stand_in_order(browser: Browser, place: Path) -> None:
    keep(place, "Crumb & Sons", TODAY - timedelta(days=2), promised=TODAY + timedelta(days=8))
    book_one(place, "Loom Street", TODAY + timedelta(days=3))
    book_one(place, "Far Away", TODAY + timedelta(days=40))
    browser.open("/")
    told = section(browser, "Coming up").partition(" Not finished ")[0]
    assert told.index("Interview: Loom Street") < told.index("Crumb & Sons said you would hear by today")
    assert "Far Away" not in told


def test_a_chance_that_says_something_new_is_looked_up_apart(browser: Browser, place: Path) -> None:
    held = TODAY - timedelta(days=25)
    number = keep(place, "Crumb & Sons", held, promised=held + timedelta(days=7))
    browser.open("/")
    assert 'hx-get="/news"' in browser.page
    browser.open("/news")
    assert "Crumb & Sons, Baker" in browser.text
    with Journal.open(place) as book:
        assert len(book.get(number).assessments) == 2
    assert "Nothing says anything new." in browser.open("/news")
    assert 'hx-get="/news"' not in browser.open("/")


def test_pace_without_anything(browser: Browser, place: Path) -> None:
    browser.open("/pace")
    assert browser.status == 200
    assert "No interview is open just now. That is a lull, and says nothing about you." in browser.text
    assert "with these alone" not in browser.text.lower()
    assert "go on applying until an offer is signed" in browser.text
    assert not place.exists()


def test_pace_by_what_is_open_and_what_is_wanted(browser: Browser, place: Path) -> None:
    keep(place, "Crumb & Sons", TODAY - timedelta(days=4))
    browser.open("/pace")
    assert "1 interview is open." in browser.text
    assert "With these alone" in browser.text
    assert "For 80 of 100 by" in browser.text
    browser.open("/pace?want=40&weeks=6")
    assert "For 40 of 100 by" in browser.text
    assert "in 6 weeks" in browser.text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("want=0&weeks=8", "above 0 and below 100"),
        ("want=nan&weeks=8", "above 0 and below 100"),
        ("want=abc&weeks=8", "above 0 and below 100"),
        ("want=50&weeks=0", "whole weeks, 1 to 52"),
        ("want=50&weeks=999999999999999999999", "whole weeks, 1 to 52"),
        ("want=50&weeks=%C2%B2", "whole weeks, 1 to 52"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(browser: Browser, asked: str, words: str) -> None:
    browser.open(f"/pace?{asked}")
    assert browser.status == 422
    assert words in browser.text


def test_pace_in_words_where_numbers_are_hidden(browser: Browser, place: Path) -> None:
    keep(place, "Crumb & Sons", TODAY - timedelta(days=4))
    browser.open("/settings")
    browser.send("/settings/appearance", numbers="off")
    browser.open("/pace")
    assert 'class="bar"' not in browser.page
    assert "likely" in section(browser, "By when")


def test_the_calendar_is_taken_with_and_without_names(browser: Browser, place: Path) -> None:
    keep(place, "Crumb & Sons", TODAY - timedelta(days=2), promised=TODAY + timedelta(days=8))
    browser.open("/settings")
    fields = browser.fields("/settings/calendar.ics")
    whole = browser.client.post("/settings/calendar.ics", data=fields)
    assert whole.headers["content-type"].startswith("text/calendar")
    assert whole.headers["content-disposition"] == 'attachment; filename="interviews.ics"'
    assert whole.content.count(b"BEGIN:VEVENT") == 3
    assert b"Crumb" in whole.content
    discreet = browser.client.post("/settings/calendar.ics", data=fields | {"discreet": "yes"})
    assert b"Crumb" not in discreet.content


def test_the_file_of_a_feed_follows_what_the_page_changes(
    browser: Browser, place: Path, tmp_path: Path
) -> None:
    number = keep(place, "Crumb & Sons", TODAY - timedelta(days=2), promised=TODAY + timedelta(days=8))
    feed = tmp_path / "feed.ics"
    with Journal.open(place) as book:
        book.keep_calendar_feed(CalendarFeed(path=str(feed)))
    browser.open(f"/interview/{number}")
    browser.send("/outcome", kind="rejected")
    assert feed.read_bytes().count(b"BEGIN:VEVENT") == 1
    browser.open("/settings")
    assert str(feed) in browser.text
    browser.send("/settings/calendar-feed")
    feed.unlink()
    browser.open(f"/interview/{number}")
    browser.send("/outcome", kind="advanced")
    assert not feed.exists()


def test_a_feed_that_cannot_be_written_is_told_and_the_change_is_kept(
    browser: Browser, place: Path, tmp_path: Path
) -> None:
    number = keep(place, "Crumb & Sons", TODAY - timedelta(days=2))
    with Journal.open(place) as book:
        book.keep_calendar_feed(CalendarFeed(path=str(tmp_path / "gone" / "feed.ics")))
    browser.open(f"/interview/{number}")
    browser.send("/outcome", kind="rejected")
    assert "Recorded: a no." in browser.text
    with Journal.open(place) as book:
        assert book.get(number).interview.outcome == Outcome(kind="rejected", on=TODAY)
    assert "could not be brought up to date (No such file or directory)" in browser.open("/settings")
