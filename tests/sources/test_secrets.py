"""Passwords and tokens: where they are taken from, and that they are never shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest

from wentwell.sources import SourceError, imap

ACCOUNT = imap.Account(host="imap.example.org", user="joan@example.org")


class Ring(keyring.backend.KeyringBackend):
    """A keyring that is gone after the test."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.is_locked:
            raise keyring.errors.KeyringLocked("it is locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_locked:
            raise keyring.errors.KeyringLocked(f"it is locked; tried {password}")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    before = keyring.get_keyring()
    mine = Ring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


def test_a_secret_is_in_no_text_that_is_made_of_it() -> None:
    secret = imap.Secret("correct horse")
    assert "horse" not in f"{secret} {secret!r} {[secret]}"


def test_a_password_is_kept_found_and_forgotten(ring: Ring) -> None:
    assert imap.from_keyring(ACCOUNT) is None
    imap.keep_secret(ACCOUNT, imap.Secret("correct horse"))
    other = ACCOUNT.model_copy(update={"user": "bo@example.org"})
    assert imap.secret_for(ACCOUNT)() == imap.Secret("correct horse")
    assert imap.from_keyring(other) is None
    assert imap.forget_secret(ACCOUNT)
    assert ring.kept == {}
    assert not imap.forget_secret(ACCOUNT)


def test_a_locked_keyring_leaves_the_prompt_and_keeps_nothing(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring.is_locked = True
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "correct horse"

    monkeypatch.setattr("getpass.getpass", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    secret = imap.secret_for(ACCOUNT)
    assert [secret(), secret()] == [imap.Secret("correct horse")] * 2
    assert len(asked) == 1
    assert "joan@example.org" in asked[0]
    with pytest.raises(SourceError, match="the password was not kept") as told:
        imap.keep_secret(ACCOUNT, secret())
    assert "horse" not in str(told.value)


@pytest.mark.usefixtures("ring")
def test_where_nobody_can_be_asked_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    with pytest.raises(SourceError, match=r"no password for joan@example\.org .* --remember") as told:
        imap.secret_for(ACCOUNT)()
    assert "\n" not in str(told.value)


def test_without_a_keyring_installed_it_is_as_if_there_were_no_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert imap.from_keyring(ACCOUNT) is None
    with pytest.raises(SourceError, match="pip install"):
        imap.keep_secret(ACCOUNT, imap.Secret("correct horse"))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imapclient", None)
    with pytest.raises(SourceError, match=r"pip install 'wentwell\[mail\]'"):
        imap.folders(ACCOUNT, lambda: imap.Secret("correct horse"))


def test_a_command_prints_a_new_token_each_time(tmp_path: Path) -> None:
    count = tmp_path / "count"
    program = tmp_path / "give token.py"
    program.write_text(
        f"import pathlib, sys\np = pathlib.Path({str(count)!r})\n"
        "n = int(p.read_text()) + 1 if p.exists() else 1\np.write_text(str(n))\n"
        "print(sys.argv[1] + str(n))\nprint('expires soon')\n"
    )
    secret = imap.secret_for(ACCOUNT, f"{sys.executable} '{program}' ya29.")
    assert [secret(), secret()] == [imap.Secret("ya29.1", "token"), imap.Secret("ya29.2", "token")]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (f"{sys.executable} -c 'print(\"secret words\"); raise SystemExit(3)'", "ended with status 3"),
        (f"{sys.executable} -c pass", "nothing that can be used"),
        (f"{sys.executable} -c 'print(\"a\\1b\")'", "nothing that can be used"),
        ("/no/such/program", "cannot be run"),
        ("", "give a command"),
        ("'open", "give a command"),
    ],
)
def test_a_command_that_fails_is_told_without_what_it_printed(command: str, words: str) -> None:
    with pytest.raises(SourceError, match=words) as told:
        imap.from_command(command)
    assert "\n" not in str(told.value)
    assert "secret words" not in str(told.value)
