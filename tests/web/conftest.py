"""The page in this process, and a debrief that is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from wentwell.journal import Journal
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


@pytest.fixture(scope="session")
def made_journal(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal with one finished debrief in it, made once."""
    place = tmp_path_factory.mktemp("made") / "journal.sqlite"
    with TestClient(create_app(place), base_url=ADDRESS) as client:
        browser = Browser(client)
        browser.open("/debrief")
        browser.send("/debrief/new/feeling", feeling="calm", gut="40")
        browser.send(
            "/debrief/1/job", employer_name="Crumb & Sons", job="Head baker", stage="second", employer="mid"
        )
        browser.send("/debrief/1/talk", format="onsite", interviewer_roles=["decider"])
        browser.send("/debrief/1/words", notes=NOTES, to="answer")
        assert browser.path == "/interview/1"
    with Journal.open(place) as book:
        copy = place.with_name("copy.sqlite")
        book.backup(copy)
    return copy.read_bytes()


@pytest.fixture
def debriefed(made_journal: bytes, place: Path, browser: Browser) -> Browser:
    """A finished debrief: number 1, its answer open."""
    place.write_bytes(made_journal)
    browser.open("/interview/1")
    return browser


Anew = Callable[[bytes | None], TestClient]


@pytest.fixture(scope="session")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anew]:
    """Return a function that begins anew on a journal, or on none, without building the application again."""
    place = tmp_path_factory.mktemp("anew") / "journal.sqlite"
    app = create_app(place)
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:

        def begin(journal: bytes | None) -> TestClient:
            app.state.spaces[""].close()
            for file in place.parent.iterdir():
                file.unlink()
            if journal is not None:
                place.write_bytes(journal)
            client.cookies.clear()
            return client

        yield begin
