from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from .pages import Browser


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "localhost.evil"]
)
def test_a_foreign_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    for path in ("/", "/api/v1/interviews", "/static/x/page.css"):
        assert client.get(path, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost", "LOCALHOST:8765", "[::1]:9"])
def test_the_names_of_this_machine_are_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"},
    ],
)
def test_what_another_page_posts_changes_nothing(browser: Browser, headers: dict[str, str]) -> None:
    browser.open("/debrief")
    fields = browser.fields("/debrief/new/feeling") | {"feeling": "fine"}
    answer = browser.client.post("/debrief/new/feeling", data=fields, headers=headers)
    assert answer.status_code == 403
    answer = browser.client.post("/api/v1/interviews", json={}, headers=headers)
    assert answer.status_code == 403
    assert browser.client.get("/api/v1/interviews").json() == []


@pytest.mark.parametrize("mode", ["no-cors", "cors", "same-origin"])
def test_another_page_embeds_nothing_of_ours(client: TestClient, mode: str) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode}
    assert client.get("/settings/export.json", headers=headers).status_code == 403
    headers["sec-fetch-mode"] = "navigate"
    assert client.get("/", headers=headers).status_code == 200


def test_every_form_carries_a_token_and_without_it_nothing_is_lost(debriefed: Browser) -> None:
    for path in ("/", "/debrief", "/interview/1", "/settings", "/interview/1/text/0", "/interview/1/delete"):
        page = debriefed.open(path)
        forms = re.findall(r'(?s)<form[^>]*method="post".*?</form>', page)
        assert forms
        assert all('name="token" value="' in form for form in forms)
    debriefed.open("/debrief/1/words")
    words = "A long word about what was said, typed with care."
    fields = debriefed.fields("/debrief/1/words")
    answer = debriefed.client.post("/debrief/1/words", data=fields | {"notes": words, "token": "0" * 64})
    assert answer.status_code == 403
    assert words in answer.text
    debriefed._took(answer)
    debriefed.send("/debrief/1/words")
    assert words in debriefed.open("/debrief/1/words")


def test_another_session_has_another_token(client: TestClient, browser: Browser) -> None:
    browser.open("/debrief")
    fields = browser.fields("/debrief/new/feeling")
    client.cookies.clear()
    assert client.post("/debrief/new/feeling", data=fields).status_code == 403


def test_what_every_answer_carries(debriefed: Browser) -> None:
    for path in ("/", "/interview/1", "/nothing-such", "/api/v1/interviews", "/api/v1/interviews/99"):
        answer = debriefed.client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "http" not in policy


def test_the_cookie_cannot_be_read_and_does_not_travel(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_pages_hold_no_inline_script_or_style_and_name_no_other_host(debriefed: Browser) -> None:
    pages = (
        "/",
        "/debrief",
        "/debrief/1/signs",
        "/interview/1",
        "/interview/1/letter/thanks",
        "/signs",
        "/settings",
    )
    for path in pages:
        page = debriefed.open(path)
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", page), path
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page), path


def test_a_body_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    headers = {"content-length": str(200 * 1024 * 1024), "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/debrief/new/feeling", content=b"x", headers=headers).status_code == 413


def test_a_body_that_hides_its_length_is_cut_off(client: TestClient) -> None:
    def endless() -> object:
        for _ in range(60):
            yield b"a" * 1024 * 1024

    headers = {"content-type": "application/json"}
    answer = client.post("/api/v1/assess", content=endless(), headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 413


def test_the_api_takes_only_json(client: TestClient) -> None:
    answer = client.post("/api/v1/interviews", content=b"{}", headers={"content-type": "text/plain"})
    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "/static/x/../_safety.py",
        "/static/x/vendor/../../_app.py",
        "/static/x/%2e%2e/_app.py",
        "/static/x/base.html",
    ],
)
def test_only_our_own_files_are_given(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


HOSTILE = (
    "<script>document.title='got'</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE interview; --",
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "</textarea><svg onload=alert(1)>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_back_as_words(browser: Browser, text: str) -> None:
    browser.open("/debrief")
    browser.send("/debrief/new/feeling", feeling=text)
    browser.send("/debrief/1/job", employer_name=text, job=text)
    browser.open("/debrief/1/words")
    files = [("files", (text, f"They asked when I could start. {text}".encode(), "text/plain"))]
    browser.send("/debrief/1/words", files=files, notes=f"She asked when I could start. {text}", to="answer")
    assert browser.path == "/interview/1"
    for path in (
        "/",
        "/interview/1",
        "/interview/1/text/0",
        "/debrief/1/feeling",
        "/debrief/1/words",
        "/interview/1/letter/thanks",
        "/interview/1/delete",
        "/interview/1/file.html",
    ):
        page = browser.open(path)
        assert browser.status == 200
        assert not re.search(
            r"<script>document|<img|<svg onload|onerror=alert\(1\)>(?!.*&)", page.replace("&lt;img", "")
        ), path
        assert "49" not in re.findall(r"<h1>(.*?)</h1>", page)


def test_our_own_files_are_packed_and_pages_are_not(debriefed: Browser) -> None:
    style = re.findall(r'href="(/static/[^"]+\.css)"', debriefed.page)[0]
    packed = debriefed.client.get(style, headers={"accept-encoding": "br, gzip"})
    plain = debriefed.client.get(style, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    # what is in a page could be told from the length of a packed one
    page = debriefed.client.get("/interview/1", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in page.headers
