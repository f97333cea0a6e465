"""Much to read: told, stopped, and kept when it is done."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from wentwell.interview import Document, Evidence
from wentwell.journal import Journal
from wentwell.web import _reading

from .pages import Browser

FILES = [("files", (f"talk {n}.txt", f"They asked when I could start. Part {n}.".encode())) for n in range(6)]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Make a little be much, and let it be read no further than the second text until this is set."""
    import wentwell.reading

    monkeypatch.setattr(_reading, "MUCH", 100)
    monkeypatch.setattr(_reading, "_LOOK", 0.01)
    real, go = wentwell.reading.read_many, Event()

    def held(documents: Sequence[Document], **more: Any) -> Any:
        def results() -> Any:
            for place, found in enumerate(real(documents, **more)):
                if place >= 2:
                    assert go.wait(60)
                yield found

        found: Any = results()
        return found

    monkeypatch.setattr(wentwell.reading, "read_many", held)
    return go


def _until(browser: Browser, path: str) -> None:
    """Look again as a page without script does, until it leads elsewhere."""
    for _ in range(600):
        browser.open(path)
        if browser.path != path:
            return
        time.sleep(0.05)
    raise AssertionError("it does not end")


def _give(browser: Browser, **more: Any) -> None:
    browser.open("/debrief")
    browser.send("/debrief/new/feeling", feeling="calm")
    browser.open("/debrief/1/words")
    browser.send("/debrief/1/words", files=FILES, **more)


def test_much_is_read_in_the_background_and_ends_at_the_answer(
    browser: Browser, slow: Event, place: Path
) -> None:
    _give(browser, to="answer")
    assert browser.path == "/reading/1"
    assert _read(browser) in (0, 1, 2)
    assert '<meta http-equiv="refresh" content="2">' in browser.page
    assert browser.open("/signs")  # other pages do not wait for it
    slow.set()
    _until(browser, "/reading/1")
    assert browser.path == "/interview/1"
    with Journal.open(place) as book:
        record = book.get(1)
    assert record.status == "complete"
    assert "selling.start_date" in {one.label for one in record.interview.evidence}


def _read(browser: Browser) -> int:
    told = browser.page.partition("<span data-read>")[2].partition("<")[0]
    return int(told)


def test_a_browser_is_told_how_far_it_is(browser: Browser, slow: Event) -> None:
    _give(browser)
    slow.set()
    answer = browser.client.get("/reading/1/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = [json.loads(line.removeprefix("data: ")) for line in answer.text.splitlines() if line]
    assert [one["read"] for one in told] == sorted(one["read"] for one in told)
    assert told[-1] == {"read": 6, "of": 6, "state": "done"}
    browser.open("/reading/1")
    assert browser.path == "/debrief/1/signs"
    assert "found in your words already" in browser.text


def test_it_can_be_stopped_and_nothing_given_is_lost(browser: Browser, slow: Event, place: Path) -> None:
    _give(browser, to="answer")
    browser.send("/reading/1/stop")
    assert browser.path == "/debrief/1/words"
    assert "Stopped." in browser.text
    slow.set()
    with Journal.open(place) as book:
        record = book.get(1)
    assert record.status == "draft"
    assert len(record.interview.documents) == len(FILES)


def test_what_is_added_to_a_finished_interview_is_kept_when_it_is_read(
    debriefed: Browser, slow: Event, place: Path
) -> None:
    debriefed.open("/debrief/1/words")
    debriefed.send("/debrief/1/words", files=FILES, to="answer")
    assert debriefed.path == "/reading/1"
    with Journal.open(place) as book:
        assert len(book.get(1).interview.documents) < len(FILES)
    slow.set()
    _until(debriefed, "/reading/1")
    assert debriefed.path == "/interview/1"
    with Journal.open(place) as book:
        names = {one.document for one in book.get(1).interview.evidence}
    assert {f"talk {n}.txt" for n in range(6)} <= names


def test_what_goes_wrong_is_told_without_the_words(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    import wentwell.reading

    def falls(documents: Sequence[Document], **more: Any) -> Any:
        raise RuntimeError("secret words")
        yield list[Evidence]()

    monkeypatch.setattr(_reading, "MUCH", 100)
    monkeypatch.setattr(wentwell.reading, "read_many", falls)
    _give(browser, to="answer")
    if browser.path == "/reading/1":  # it may have ended by now
        _until(browser, "/reading/1")
    assert browser.path == "/debrief/1/words"
    assert "did not work while reading" in browser.text
    assert "secret" not in browser.page
    with Journal.open(place) as book:
        assert len(book.get(1).interview.documents) == len(FILES)


def test_where_nothing_is_read_it_leads_back(debriefed: Browser) -> None:
    debriefed.open("/reading/1")
    assert debriefed.path == "/debrief/1/words"
    assert debriefed.client.get("/reading/1/events").status_code == 404
