"""A page that is shared: over TLS alone, behind a passphrase, and not to be guessed."""

from __future__ import annotations

import http.client
import os
import re
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from wentwell.cli import main
from wentwell.web import ShareError, create_app
from wentwell.web._share import Keyhole

from .pages import Browser

PASSPHRASE = "four loaves before noon"  # noqa: S105 - made up


@pytest.fixture
def outside(place: Path) -> Iterator[TestClient]:
    """A browser on another computer."""
    app = create_app(place, hosts=("bakery.example",), passphrase=PASSPHRASE)
    with TestClient(app, base_url="https://bakery.example:8765") as client:
        yield client


def _say(client: TestClient, passphrase: str) -> Browser:
    browser = Browser(client)
    browser.open("/enter")
    browser.send("/enter", passphrase=passphrase)
    return browser


def test_nothing_is_shown_before_the_passphrase(outside: TestClient, place: Path) -> None:
    for path in ("/", "/interview/1", "/settings/export.json", "/demo/", "/debrief", "/nothing"):
        answer = outside.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/enter"), path
    for path in ("/api/v1/interviews", "/api/v1/openapi.json"):
        answer = outside.get(path)
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
    assert outside.post("/api/v1/interviews", json={}).status_code == 401
    assert outside.post("/settings/delete-all", data={"word": "delete"}, follow_redirects=False).is_redirect
    assert not place.exists()


def test_the_passphrase_opens_it_until_one_leaves(outside: TestClient) -> None:
    browser = _say(outside, PASSPHRASE)
    assert browser.path == "/"
    assert outside.get("/api/v1/interviews").json() == []
    kept = outside.cookies.get("__Host-wentwell-in")
    assert kept
    token = browser.fields("/settings/appearance")["token"]
    outside.post("/leave", data={"token": token})
    outside.cookies.set("__Host-wentwell-in", kept)
    assert outside.get("/api/v1/interviews").status_code == 401


@pytest.mark.parametrize("said", ["", "four loaves before", PASSPHRASE + "!", PASSPHRASE.upper(), "é" * 5000])
def test_another_passphrase_does_not(outside: TestClient, said: str) -> None:
    browser = _say(outside, said)
    assert browser.status == 403
    assert "That is not the passphrase." in browser.text
    assert outside.get("/api/v1/interviews").status_code == 401


@pytest.mark.parametrize("cookie", ["", "x", "a" * 43, "%00", '"'])
def test_no_cookie_of_ones_own_opens_it(outside: TestClient, cookie: str) -> None:
    headers = {"cookie": f"__Host-wentwell-in={cookie}"}
    assert outside.get("/api/v1/interviews", headers=headers).status_code == 401


def test_every_cookie_travels_over_tls_alone_and_is_no_scripts_business(outside: TestClient) -> None:
    first = outside.get("/enter")
    browser = Browser(outside)
    browser.open("/enter")
    fields = browser.fields("/enter") | {"passphrase": PASSPHRASE}
    answers = [
        first,
        outside.post("/enter", data=fields, follow_redirects=False),
        outside.post("/settings/appearance", data=fields | {"theme": "dark"}, follow_redirects=False),
    ]
    for answer in answers:
        cookie = answer.headers["set-cookie"]
        assert "secure" in cookie.lower()
        assert "httponly" in cookie.lower()
        assert "samesite=strict" in cookie.lower()


def test_a_foreign_name_is_refused_there_too(outside: TestClient) -> None:
    assert outside.get("/enter", headers={"host": "evil.example"}).status_code == 421
    browser = Browser(outside)
    browser.open("/enter")
    fields = browser.fields("/enter") | {"passphrase": PASSPHRASE}
    assert outside.post("/enter", data=fields, headers={"origin": "https://evil.example"}).status_code == 403
    assert outside.post("/enter", data={"passphrase": PASSPHRASE}).status_code == 403  # no token of ours


def test_after_five_tries_even_the_right_one_waits(outside: TestClient) -> None:
    for _ in range(5):
        assert _say(outside, "guessing and guessing").status == 403
    browser = _say(outside, PASSPHRASE)
    assert browser.status == 429
    assert re.search(r"Too many tries\. Wait \d+ seconds\.", browser.text)
    assert outside.get("/api/v1/interviews").status_code == 401


def test_tries_are_forgotten_and_many_addresses_do_not_help() -> None:
    clock = [0.0]
    keyhole = Keyhole(PASSPHRASE, now=lambda: clock[0])
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # forty of the real ones take seconds
    keyhole._hasher, keyhole._hash = cheap, cheap.hash(PASSPHRASE)
    for turn in range(40):
        assert keyhole.enter(f"10.0.0.{turn}", "guessing and guessing") is None
    assert 0 < keyhole.wait("10.9.9.9") <= 300
    assert keyhole.enter("10.9.9.9", PASSPHRASE) is None
    clock[0] = 301.0
    assert keyhole.wait("10.9.9.9") == 0
    key = keyhole.enter("10.9.9.9", PASSPHRASE)
    assert key is not None
    assert keyhole.knows(key)
    clock[0] += 12 * 3600 + 1
    assert not keyhole.knows(key)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(ShareError, match="12 characters or more"):
        create_app("never-opened.sqlite", passphrase="short")  # noqa: S106


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--share"], "--cert and --key"),
        (["--share", "--cert", "a.pem", "--key", "b.pem"], "--name"),
        (["--share", "--key", "b.pem", "--name", "here"], "--cert"),
        (["--cert", "a.pem"], "are for --share"),
        (["--share", "--cert", "a.pem", "--key", "b.pem", "--name", "here"], "no certificate and its key"),
    ],
)
def test_what_is_missing_is_told_in_one_line(
    place: Path,
    options: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WENTWELL_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(sys, "argv", ["wentwell", "--journal", str(place), "serve", "--port", "0", *options])
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr()
    assert left.value.code not in (0, None)
    assert told in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert not place.exists()


def test_over_tls_with_a_real_server(place: Path, tmp_path: Path) -> None:
    authority = trustme.CA()
    pair = authority.issue_cert("localhost")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    pair.cert_chain_pems[0].write_to_path(cert)
    pair.private_key_pem.write_to_path(key)
    options = ["--share", "--cert", cert, "--key", key, "--name", "localhost", "--port", "0"]
    command = [sys.executable, "-m", "wentwell", "--journal", place, "serve", *options]
    server = subprocess.Popen(
        [str(one) for one in command],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "WENTWELL_PASSPHRASE": PASSPHRASE},
    )
    try:
        assert server.stdout is not None
        said = server.stdout.readline()
        found = re.search(r"https://localhost:(\d+)/", said)
        assert found, said
        trust = ssl.create_default_context()
        authority.configure_trust(trust)
        over_tls = http.client.HTTPSConnection("localhost", int(found[1]), timeout=20, context=trust)
        over_tls.request("GET", "/")
        answer = over_tls.getresponse()
        assert (answer.status, answer.getheader("location")) == (303, "/enter")
        plain = http.client.HTTPConnection("localhost", int(found[1]), timeout=20)
        plain.request("GET", "/enter")
        with pytest.raises((http.client.HTTPException, OSError)):
            plain.getresponse()
        plain.close()
        over_tls.close()
    finally:
        server.terminate()
        server.communicate(timeout=20)
