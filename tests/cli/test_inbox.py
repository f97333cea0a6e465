"""``wentwell mail add``, ``mail fetch`` and ``inbox``, as a user runs them."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wentwell.journal import Journal, MailBook, SearchBook

from ..filing.mails import INVITED, ME, RECEIPT, REFUSAL, REPLY, SHOP, THANKS, UNSURE, fill
from ..imap_server import HOST, PASSWORD, USER, Server, token
from .conftest import Run

ALL = (INVITED, THANKS, REPLY, REFUSAL, UNSURE, RECEIPT, SHOP)


@pytest.fixture
def search(journal: Path) -> Path:
    with Journal.open(journal) as book:
        fill(book)
    return journal


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "all.mbox"
    path.write_text("".join(f"From x@y Thu Mar  6 10:00:00 2031\n{one}\n" for one in ALL), encoding="utf-8")
    return path


@pytest.mark.usefixtures("search")
def test_from_a_mailbox_to_the_answer_and_back(run: Run, box: Path) -> None:
    ran = run("mail", "add", box)
    assert (ran.status, ran.err) == (0, "")
    assert "5 attached, 1 for your word, 1 about none of your jobs." in ran.out
    assert "wentwell show 1" in ran.out
    # what was about no job is looked at anew
    assert "Mails: 1 about none of your jobs, 6 known already." in run("mail", "add", box).out
    listed = run("inbox")
    assert "Piet Larsen" in listed.out
    assert "Record for interview 1 (Larkfield Mills · Head Baker): a no?" in listed.out
    assert "2 mails wait for your word" in run("today", "--today", "2031-03-13").out
    assert "2 mails that wait" in " ".join(run("next", "--today", "2031-03-13").out.split())
    told = json.loads(run("inbox", "--format", "json").out)["inbox"]
    (wait,), (proposal,) = told["waiting"], told["proposals"]
    assert {choice["opportunity"] for choice in wait["choices"]} >= {1, 2}
    assert proposal["outcome"] == {"kind": "rejected", "on": "2031-03-12", "note": None}
    assert "Attached to job 2." in run("inbox", wait["number"], "--job", 2).out
    assert "Recorded: a no." in run("inbox", proposal["number"], "--accept").out
    assert "Closed" in run("board", "--closed").out
    assert "No mail waits" in run("inbox").out
    assert "job 2, Larkfield Mills · Flour Buyer" in run("inbox", "--all").out
    assert "for your word" not in run("today", "--today", "2031-03-13").out
    assert "rejected" in run("inbox", "--undo").out
    assert "As before: mail" in run("inbox", "--undo").out
    assert "Taken out again: 6 mails." in run("inbox", "--undo").out
    ran = run("inbox", "--undo")
    assert (ran.status, ran.err.count("\n")) == (2, 1)


@pytest.mark.usefixtures("search")
def test_words_of_mails_are_found_where_they_stand(run: Run, box: Path) -> None:
    assert run("mail", "add", box).status == 0
    # sent before the interview: of the job alone
    ran = run("search", "look forward", "lena")
    where, *words, count = ran.out.strip().splitlines()
    assert where == "job 1 · Larkfield Mills · Head Baker · mail 1 of 2031-03-01"
    assert "Dear Jo, we look forward to the interview" in " ".join(map(str.strip, words))
    assert count.strip() == "1 place."
    # one that waits belongs to no job yet
    (waits,) = json.loads(run("search", "still talking", "--format", "json").out)["found"]
    assert (waits["kind"], waits["opportunity"], waits["interview"]) == ("mail", None, None)
    assert waits["place"].endswith("waiting in the inbox")
    alone = run("inbox", waits["mail"], "--list").out
    assert "still talking" in alone
    assert "Lena Fisk" not in alone
    assert "job 1, Larkfield Mills · Head Baker" in run("inbox", 1).out
    unknown = run("inbox", 77)
    assert (unknown.status, unknown.err) == (
        2,
        "wentwell: There is no mail 77 in the journal. See `wentwell inbox --list`.\n",
    )
    # one that is a document of an interview is found there, once
    (read,) = json.loads(run("search", "lovely to meet", "--format", "json").out)["found"]
    assert (read["kind"], read["interview"], read["mail"]) == ("document", 1, None)
    # of one about no job nothing is kept; one that the user put away is not shown
    assert "Nothing found" in run("search", "boots").out
    assert run("inbox", waits["mail"], "--none").status == 0
    assert "Nothing found" in run("search", "still talking").out
    assert "Nothing found" in run("search", "look forward", "--person", "Ida").out


def test_a_pasted_mail_and_whose_address_it_is(run: Run, search: Path) -> None:
    ran = run("mail", "add", "-", "--me", "Jo@Second.example", stdin=REPLY)
    assert "1 attached" in ran.out or "1 for your word" in ran.out
    with Journal.open(search) as book:
        assert MailBook(book).addresses() == (ME, "jo@second.example")


def test_an_address_in_nearly_all_mails_is_taken_and_told(run: Run, search: Path, box: Path) -> None:
    with Journal.open(search) as book:
        book.delete_all()
        fill(book)
        with book._write() as connection:
            connection.exec_driver_sql("DELETE FROM mail_addresses")
    ran = run("mail", "add", box, stdin="")
    assert f"taken as your own address: {ME}" in ran.err
    with Journal.open(search) as book:
        assert [one.own for one in MailBook(book).list()].count(True) == 1


@pytest.mark.usefixtures("search")
def test_what_is_wrong_is_one_line_and_the_rest_is_taken_in(run: Run, box: Path, tmp_path: Path) -> None:
    ran = run("mail", "add", tmp_path / "nothing.eml", box)
    assert ran.status == 2
    assert "no such file" in ran.err
    assert "5 attached" in ran.out
    for arguments, words in (
        (["mail", "add", "-"], "nothing in it"),
        (["inbox", "99", "--none"], "no mail 99"),
        (["inbox", "1", "--job", "99"], "no job 99"),
        (["inbox", "3", "--accept"], "proposes nothing"),
        (["inbox", "--accept"], "needs the number"),
        (["inbox", "1", "--accept", "--decline"], "choose one"),
        (["inbox", "1", "--interview", "1"], "goes with --job"),
        (["inbox", "1", "--undo"], "leave the rest out"),
    ):
        ran = run(*arguments, stdin="")
        assert (ran.status, ran.err.count("\n")) == (2, 1), (arguments, ran.err)
        assert words in ran.err


def test_without_a_job_there_is_nothing_to_attach_to(run: Run, journal: Path, box: Path) -> None:
    Journal.open(journal).close()
    ran = run("mail", "add", box)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "wentwell job add" in ran.err


@pytest.mark.usefixtures("search")
def test_words_of_a_mail_cannot_speak_to_the_terminal(run: Run, tmp_path: Path) -> None:
    bad = UNSURE.replace("thank you", "thank\x1b[31m you\x07").replace(
        "Your application", "=?utf-8?q?=1B]0;x=07?= Your"
    )
    (tmp_path / "bad.eml").write_text(bad, encoding="utf-8")
    run("mail", "add", tmp_path / "bad.eml")
    for ran in (run("inbox"), run("inbox", "--all")):
        assert "\x1b" not in ran.out
        assert "\x07" not in ran.out


class Terminal:
    """A command on a terminal: what it shows, and the keys that are pressed."""

    def __init__(self, *arguments: str) -> None:
        self._parent, terminal = pty.openpty()
        environment = {**os.environ, "TERM": "dumb", "COLUMNS": "100"}
        command = [sys.executable, "-m", "wentwell", *arguments]
        self._child = subprocess.Popen(
            command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, start_new_session=True
        )
        os.close(terminal)
        self.seen = ""

    def expect(self, words: str) -> None:
        """Read until these words stand there, after those expected before."""
        while words not in self.seen:
            assert select.select([self._parent], [], [], 60)[0], f"{words!r} did not come: {self.seen[-600:]}"
            try:
                self.seen += os.read(self._parent, 4096).decode()
            except OSError:
                raise AssertionError(f"{words!r} did not come: {self.seen[-600:]}") from None
        self.seen = self.seen[self.seen.index(words) + len(words) :]

    def key(self, key: str) -> None:
        """Press one key once the command listens for one: what is typed ahead is dropped."""
        while termios.tcgetattr(self._parent)[3] & termios.ICANON:
            time.sleep(0.01)
        os.write(self._parent, key.encode())

    def type(self, keys: str) -> None:
        os.write(self._parent, keys.encode())

    def end(self) -> int:
        status = self._child.wait(60)
        os.close(self._parent)
        return status


def test_one_key_each_on_a_terminal(run: Run, search: Path, box: Path) -> None:
    run("mail", "add", box)
    screen = Terminal("inbox")
    screen.expect("Piet Larsen")
    screen.expect("y job 1")
    screen.expect("q enough ")
    screen.key("x")
    screen.expect("y, n, o, s or q")
    screen.key("o")
    screen.expect("Which job?")
    screen.type("2\n")
    screen.expect("Attached to job 2.")
    screen.expect("a no?")
    screen.expect("q enough ")
    screen.key("y")
    screen.expect("Recorded: a no.")
    screen.expect("That was all.")
    assert screen.end() == 0
    with Journal.open(search) as book:
        assert SearchBook(book).get(1).closing == "refused"
        assert SearchBook(book).get(2).is_open
        assert [one.opportunity for one in MailBook(book).list("attached")].count(2) == 1


def test_stopping_keeps_what_was_said(run: Run, search: Path, box: Path) -> None:
    run("mail", "add", box)
    screen = Terminal("inbox")
    screen.expect("q enough ")
    screen.key("n")
    screen.expect("Kept apart")
    screen.expect("q enough ")
    screen.key("\x03")
    screen.expect("nothing that you answered or saved is lost")
    assert screen.end() == 130
    with Journal.open(search) as book:
        assert len(MailBook(book).list("dismissed")) == 1
        assert SearchBook(book).get(1).is_open


def where(server: Server) -> list[Any]:
    good = f"{sys.executable} -c 'print(\"{token()}\")'"
    return ["--host", HOST, "--user", USER, "--port", server.tls, "--ca", server.ca, "--token-command", good]


def test_mails_are_fetched_once_and_what_is_new_comes_later(run: Run, search: Path, mailbox: Server) -> None:
    day = date(2031, 3, 6)
    mailbox.put([INVITED.encode(), REPLY.encode(), SHOP.encode()], day=day)
    mailbox.put([THANKS.encode()], "Sent", day=day)
    before = mailbox.files()
    both = ["--folder", "INBOX", "--folder", "Sent"]
    ran = run("mail", "fetch", *where(mailbox), *both)
    assert ran.status == 0, ran.err
    assert "3 attached, 1 about none of your jobs." in ran.out
    assert PASSWORD not in ran.out
    assert mailbox.files().keys() == before.keys()
    assert "No new mails." in run("mail", "fetch", *where(mailbox), *both).out
    mailbox.put([REFUSAL.encode(), THANKS.encode()], day=day)
    assert "Mails: 1 attached" in run("mail", "fetch", *where(mailbox), *both).out
    with Journal.open(search) as book:
        assert USER in MailBook(book).addresses()
        assert len(MailBook(book).list()) == 4
    # taken back, the mails of that fetch come again with the next one
    assert "Taken out again: 1 mail." in run("inbox", "--undo").out
    assert "Mails: 1 attached" in run("mail", "fetch", *where(mailbox), *both).out
    again = run("mail", "fetch", *where(mailbox), "--again").out
    assert again == "Mails: 1 about none of your jobs.\n"
    assert "nothing is doubled" in run("mail", "fetch", "--help").out


def test_a_fetch_that_breaks_goes_on_where_it_was(
    run: Run, search: Path, mailbox: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    import wentwell.filing

    day = date(2031, 3, 6)
    mailbox.put([INVITED.encode(), THANKS.encode(), REPLY.encode()], day=day)
    mailbox.put([UNSURE.encode(), SHOP.encode()], "Jobs", day=day)
    mailbox.put([REFUSAL.encode(), RECEIPT.encode()], "Late", day=day)
    folders = ["--folder", "INBOX", "--folder", "Jobs", "--folder", "Late"]
    real = wentwell.filing.take_in

    def breaking(book: Journal, messages: Any, *given: Any, **more: Any) -> Any:
        if more["folder"].folder == "Jobs":
            raise KeyboardInterrupt
        return real(book, messages, *given, **more)

    monkeypatch.setattr(wentwell.filing, "take_in", breaking)
    ran = run("mail", "fetch", *where(mailbox), *folders)
    assert (ran.status, ran.err.strip().count("\n")) == (130, 0)
    with Journal.open(search) as book:
        assert len(MailBook(book).states()) == 3
    monkeypatch.setattr(wentwell.filing, "take_in", real)
    assert "2 attached, 1 for your word, 1 about" in run("mail", "fetch", *where(mailbox), *folders).out
    with Journal.open(search) as book:
        assert len(MailBook(book).states()) == len(ALL)
        names = [one.name for one in book.get(1).interview.documents]
        assert len(names) == len(set(names)) == 4
