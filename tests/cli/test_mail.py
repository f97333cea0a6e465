"""``wentwell mail`` against a real server."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Any

import keyring
import pytest

from ..imap_server import FIRST_DAY, HOST, PASSWORD, USER, Server, mail, token
from .conftest import Run


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    kept: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(keyring, "get_password", lambda *of: kept.get(of))
    monkeypatch.setattr(keyring, "set_password", lambda *of: kept.update({of[:2]: of[2]}))
    monkeypatch.setattr(keyring, "delete_password", lambda *of: kept.pop(of))
    return kept


def where(server: Server) -> list[Any]:
    return ["--host", HOST, "--user", USER, "--port", server.tls, "--ca", server.ca]


def test_the_login_is_tried_remembered_and_forgotten(
    run: Run, mailbox: Server, ring: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox.put([mail(0), mail(1)])
    mailbox.put([mail(2)], day=FIRST_DAY + timedelta(days=3))
    mailbox.put([mail(3)], "Jobs")
    monkeypatch.setattr("getpass.getpass", lambda prompt: PASSWORD)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    since = FIRST_DAY + timedelta(days=1)
    ran = run(
        "mail",
        "check",
        *where(mailbox),
        "--folder",
        "INBOX",
        "--folder",
        "Jobs",
        "--since",
        since,
        "--remember",
    )
    assert (ran.status, ran.err) == (0, "")
    assert f"INBOX: 3 mails, 1 since {since}." in ran.out
    assert f"Jobs: 1 mail, 0 since {since}." in ran.out
    assert "Nothing was changed there." in ran.out
    assert PASSWORD not in ran.out
    assert list(ring.values()) == [PASSWORD]

    monkeypatch.setattr("getpass.getpass", lambda prompt: pytest.fail("it was asked for"))
    assert run("mail", "folders", *where(mailbox)).out.split() == ["INBOX", "Jobs"]
    assert "no longer in your keyring" in run("mail", "forget", *where(mailbox)).out
    assert ring == {}
    assert "There was no password" in run("mail", "forget", *where(mailbox)).out


def test_a_token_comes_from_a_command(run: Run, mailbox: Server) -> None:
    mailbox.put([], "Sent")
    command = f"{sys.executable} -c 'print(\"{token()}\")'"
    ran = run("mail", "folders", *where(mailbox), "--token-command", command)
    assert (ran.status, ran.out) == (0, "INBOX\nSent (sent)\n")


@pytest.mark.usefixtures("ring")
def test_what_is_wrong_is_one_line(run: Run, mailbox: Server) -> None:
    bad = f"{sys.executable} -c 'print(\"{token(good=False)}\")'"
    for arguments, words in (
        (["folders", "--host", "imaps://x", "--user", "a"], "bare name of a server"),
        (["folders", "--host", "x", "--user", "a\nb"], "--user"),
        (["folders", "--user", "a"], "--host"),
        (["folders", *where(mailbox)], "no password for joan@example.org"),
        (["check", *where(mailbox), "--token-command", bad], "user or token refused"),
        (["check", *where(mailbox), "--token-command", "x", "--remember"], "leave out one"),
        (["check", *where(mailbox)[:-2], "--token-command", bad], "its certificate is not trusted"),
    ):
        ran = run("mail", *arguments, stdin="")
        assert ran.status == 2, arguments
        assert ran.err.count("\n") == 1, ran.err
        assert words in ran.err
        assert "Traceback" not in ran.err
        assert ran.out == ""
