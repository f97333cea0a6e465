from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from wentwell.journal import Journal
from wentwell.web import create_app

from .pages import ADDRESS, Browser


@pytest.mark.parametrize("what", ["export.json", "backup.sqlite"])
def test_what_is_taken_out_is_taken_in_elsewhere(debriefed: Browser, tmp_path: Path, what: str) -> None:
    data = debriefed.client.get(f"/settings/{what}").content
    other = tmp_path / "other.sqlite"
    with TestClient(create_app(other), base_url=ADDRESS) as client:
        browser = Browser(client)
        for count in ("1 added, 0 updated, 0 known already.", "0 added, 0 updated, 1 known already."):
            browser.open("/settings")
            browser.send("/settings/restore", files=[("file", (what, data))])
            assert count in browser.text
        assert "Head baker" in browser.open("/interview/1")


def test_tables_are_taken_out_as_a_zip(debriefed: Browser) -> None:
    data = debriefed.client.get("/settings/export.zip").content
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "interviews.csv" in archive.namelist()


@pytest.mark.parametrize("data", [b"", b"{}", b"\x00\x01", b"SQLite format 3\0" + b"x" * 200, b"[" * 100_000])
def test_what_is_no_export_is_refused_and_nothing_changes(
    debriefed: Browser, place: Path, data: bytes
) -> None:
    debriefed.open("/settings")
    debriefed.send("/settings/restore", files=[("file", ("odd.bin", data))])
    assert debriefed.status == 422
    with Journal.open(place) as book:
        assert len(book.list()) == 1


def test_deleting_everything_takes_the_word(debriefed: Browser, place: Path) -> None:
    debriefed.open("/settings")
    debriefed.send("/settings/delete-all", word="yes")
    assert debriefed.status == 422
    debriefed.send("/settings/delete-all", word=" Delete ")
    assert debriefed.path == "/"
    with Journal.open(place) as book:
        assert book.list() == []


def test_how_it_looks_is_kept(browser: Browser) -> None:
    browser.open("/settings")
    browser.send("/settings/appearance", theme="dark", numbers="off")
    assert browser.path == "/settings"
    assert 'data-theme="dark"' in browser.page
    assert 'content="dark"' in browser.page


@pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(browser: Browser, where: str) -> None:
    browser.open("/settings")
    browser.send("/settings/appearance", theme="dark", back=where)
    assert browser.path == "/settings"


def test_the_demo_touches_nothing_and_is_thrown_away(browser: Browser, place: Path) -> None:
    browser.open("/")
    browser.send("/demo-start")
    assert browser.path == "/demo/"
    assert "Norvane" in browser.text
    browser.open("/demo/interview/2")
    assert "An offer looks more likely than not." in browser.text
    browser.send("/demo/interview/2/outcome", kind="offer")
    assert browser.status == 200
    assert not place.exists()
    browser.open("/demo/")
    browser.send("/demo-end")
    assert browser.path == "/"
    assert "Norvane" not in browser.page
    browser.open("/demo/")
    assert browser.path == "/"


def test_the_whole_demo_can_be_walked(browser: Browser) -> None:
    browser.open("/")
    browser.send("/demo-start")
    for path in (
        "",
        "debrief",
        "debrief/1/words",
        "debrief/3/signs",
        "interview/1",
        "interview/3",
        "interview/1/text/0",
        "interview/2/letter/nudge",
        "signs",
        "settings",
    ):
        browser.open(f"/demo/{path}")
        assert browser.status == 200, path
        assert "You are in the demo." in browser.text
        for wrong in ('href="/interview', 'href="/debrief', 'action="/interview', 'action="/debrief'):
            assert wrong not in browser.page, path


def test_export_is_whole(debriefed: Browser) -> None:
    told = json.loads(debriefed.client.get("/settings/export.json").text)
    assert told["format"] == "wentwell-journal"
    assert len(told["interviews"]) == 1
