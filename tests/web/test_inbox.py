"""The room of the mails, without script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wentwell.journal import Journal, MailBook, SearchBook

from ..filing.mails import INVITED, RECEIPT, REFUSAL, REPLY, THANKS, UNSURE, fill
from .pages import Browser


@pytest.fixture
def mails(browser: Browser, place: Path) -> Browser:
    with Journal.open(place) as book:
        fill(book)
    browser.open("/inbox")
    told = (INVITED, THANKS, REPLY, REFUSAL, UNSURE, RECEIPT)
    box = "".join(f"From x@y Thu Mar  6 10:00:00 2031\n{one}\n" for one in told)
    browser.send("/inbox/add", files=[("files", ("all.mbox", box.encode()))])
    return browser


def test_dropped_confirmed_and_taken_back(mails: Browser, place: Path) -> None:
    assert mails.status == 200
    assert "5 attached, 1 for your word" in mails.text
    assert "2 mails wait for your word." in mails.text
    assert "a no?" in mails.text
    mails.send("/inbox/[0-9]+/file", job="2", do="job")
    assert "Attached to job 2." in mails.text
    mails.send("/inbox/[0-9]+/answer", do="yes")
    assert "Recorded: a no." in mails.text
    assert "No mail waits for your word." in mails.text
    with Journal.open(place) as book:
        assert SearchBook(book).get(1).closing == "refused"
        assert len(book.get(1).interview.documents) == 4
    for _ in range(3):
        mails.send("/inbox/undo")
        assert mails.status == 200
    with Journal.open(place) as book:
        assert SearchBook(book).get(1).is_open
        assert len(book.get(1).interview.documents) == 1
    mails.send("/inbox/undo")
    assert mails.status == 409
    assert "nothing to undo" in mails.text


def test_dismissed_and_filed_elsewhere(mails: Browser, place: Path) -> None:
    mails.send("/inbox/[0-9]+/file", do="none")
    assert "Kept apart" in mails.text
    mails.open("/inbox?all=1")
    assert "about no job, as you said" in mails.text
    with Journal.open(place) as book:
        (one,) = MailBook(book).list("dismissed")
    mails.send(f"/inbox/{one.id}/file", job="2", do="job")
    with Journal.open(place) as book:
        assert MailBook(book).get(one.id).opportunity == 2


def test_left_as_it_is(mails: Browser, place: Path) -> None:
    mails.send("/inbox/[0-9]+/answer", do="no")
    assert "Left as it is." in mails.text
    with Journal.open(place) as book:
        assert SearchBook(book).get(1).is_open


def test_two_tabs_do_not_write_over_each_other(mails: Browser, place: Path) -> None:
    fields, where = mails.fields("/inbox/[0-9]+/file"), mails.action("/inbox/[0-9]+/file")
    mails.send("/inbox/[0-9]+/file", job="2", do="job")
    answer = mails.client.post(where, data=fields | {"job": "1", "do": "job"})
    assert answer.status_code == 409
    assert "meanwhile" in answer.text
    with Journal.open(place) as book:
        assert sum(one.opportunity == 2 for one in MailBook(book).list()) == 1


def test_a_job_lists_its_mails_each_with_its_place(mails: Browser, place: Path) -> None:
    mails.open("/settings")  # a change since: what waits is not at hand
    with Journal.open(place) as book:
        MailBook(book).add_addresses(["jo@third.example"])
        (wait,) = MailBook(book).list("waiting")
        read = MailBook(book).list("attached", opportunity=1)
    mails.open("/job/1")
    assert 'hx-get="/job/1/waiting"' in mails.page
    assert "Piet Larsen" not in mails.text
    part = mails.client.get("/job/1/waiting", headers={"hx-request": "true"}).text
    assert f'href="/inbox#mail-{wait.id}"' in part
    assert "<html" not in part
    mails.open("/job/1/waiting")
    assert "Mails that may belong to this job." in mails.text
    mails.open("/job/1")
    assert "hx-get" not in mails.page.split("Mails that may belong here")[1]
    assert f'href="/inbox#mail-{wait.id}"' in mails.page
    assert mails.text.count("proposes something") == 1
    links = re.findall(r'href="(/(?:interview/1/text|inbox)[^"]*)"', mails.page.split('id="mails"')[1])
    assert len([one for one in links if "text" in one or "all=1" in one]) == len(read) == 5
    assert f'<li class="entry" id="mail-{wait.id}">' in mails.open("/inbox")
    for link in dict.fromkeys(links):
        page = mails.open(link.partition("#")[0])
        assert mails.status == 200, link
        spot = link.partition("#")[2]
        assert not spot or page.count(f'id="{spot}"') == 1, link
    assert "No mail that waits points to this job." in mails.open("/job/3/waiting")
    assert mails.client.get("/job/9/waiting").status_code == 404


def test_home_says_that_mails_wait(mails: Browser) -> None:
    mails.open("/")
    assert 'href="/inbox"' in mails.page
    assert "2 mails wait for your word" in mails.text


def test_a_mail_is_pasted(browser: Browser, place: Path) -> None:
    with Journal.open(place) as book:
        fill(book)
    browser.open("/inbox")
    browser.send("/inbox/add", words=REPLY, me="jo@second.example")
    assert browser.status == 200
    with Journal.open(place) as book:
        assert len(MailBook(book).list()) == 1
        assert "jo@second.example" in MailBook(book).addresses()


def test_what_is_wrong_is_told(browser: Browser, place: Path) -> None:
    browser.open("/inbox")
    browser.send("/inbox/add", words=REPLY)
    assert browser.status == 422
    assert "no job yet" in browser.text
    with Journal.open(place) as book:
        fill(book)
    browser.open("/inbox")
    browser.send("/inbox/add")
    assert browser.status == 422
    browser.send("/inbox/add", files=[("files", ("odd.eml", b""))])
    assert browser.status == 422
    assert "Traceback" not in browser.page
    for path in ("/inbox/99/file", "/inbox/x/file", "/inbox/99999999999999999999/answer"):
        answer = browser.client.post(path, data={"token": browser.fields("/inbox/add")["token"]})
        assert answer.status_code == 404, path


def test_a_form_without_our_token_changes_nothing(mails: Browser, place: Path) -> None:
    where = mails.action("/inbox/[0-9]+/file")
    assert mails.client.post(where, data={"do": "none"}).status_code == 403
    with Journal.open(place) as book:
        assert len(MailBook(book).list("waiting")) == 1


def test_hostile_words_are_words(browser: Browser, place: Path) -> None:
    with Journal.open(place) as book:
        fill(book)
    browser.open("/inbox")
    bad = UNSURE.replace("thank you", "<script>alert(1)</script> thank you").replace(
        "Piet Larsen <", '"<b>P</b>" <'
    )
    browser.send("/inbox/add", words=bad)
    assert "<script>alert(1)" not in browser.page
    assert "<b>P</b>" not in browser.page
    assert "&lt;script&gt;alert(1)" in browser.page


def test_there_for_trying_in_the_demo(browser: Browser, place: Path) -> None:
    browser.open("/")
    browser.send("/demo-start")
    browser.open("/demo/inbox")
    assert "You are in the demo." in browser.text
    browser.send("/inbox/add", words=REPLY)
    assert browser.path == "/demo/inbox"
    assert not place.exists()


def test_words_of_a_mail_are_found_on_the_board(mails: Browser) -> None:
    mails.open("/board?all=1&q=look+forward+lena")
    assert "Dear Jo, we look forward to the interview" in mails.text
    assert 'href="/job/1"' in mails.page
    mails.open("/board?all=1&q=still+talking")
    assert "a mail that waits" in mails.text
    mails.open("/inbox")
    assert "still talking" in mails.text
