"""The page in this process, and a debrief that is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from wentwell.web import create_app

from .pages import ADDRESS, NOTES, Browser


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def app(place: Path) -> FastAPI:
    return create_app(place)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url=ADDRESS) as client:
        yield client


@pytest.fixture
def browser(client: TestClient) -> Browser:
    return Browser(client)


@pytest.fixture
def debriefed(browser: Browser) -> Browser:
    """A finished debrief: number 1, its answer open."""
    browser.open("/debrief")
    browser.send("/debrief/new/feeling", feeling="calm", gut="40")
    browser.send(
        "/debrief/1/job", employer_name="Crumb & Sons", job="Head baker", stage="second", employer="mid"
    )
    browser.send("/debrief/1/talk", format="onsite", interviewer_roles=["decider"])
    browser.send("/debrief/1/words", notes=NOTES, to="answer")
    assert browser.path == "/interview/1"
    return browser
