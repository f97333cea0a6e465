"""Passwords and tokens: from the keyring, a command or a prompt; never from the command line, never shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from wentwell.sources._decoding import one_line
from wentwell.sources._error import SourceError
from wentwell.sources.imap._nouns import Account

_PATIENCE = 120
"""Seconds that a command may take: it may ask somebody to log in."""
_LONGEST = 16_384


@dataclass(frozen=True)
class Secret:
    """What opens a mailbox. Its value is in no text that is made of it."""

    value: str = field(repr=False)
    kind: Literal["password", "token"] = "password"
    """``token``: an OAuth 2.0 access token (RFC 6750)."""


def secret_for(
    account: Account, token_command: str | None = None, *, ask: bool = True
) -> Callable[[], Secret]:
    """Return what gives the account's secret whenever a connection needs it.

    Parameters
    ----------
    account : Account
    token_command : str, optional
        A command that prints an access token. It is run at each connection, since tokens expire.
        Without it, the password is taken from the keyring, or asked for once.
    ask : bool
        Whether a person may be asked.
    """
    if token_command is not None:
        return lambda: from_command(token_command)
    known: list[Secret] = []

    def once() -> Secret:
        if not known:
            found = from_keyring(account)
            if found is None:
                if not ask or not sys.stdin.isatty():
                    raise SourceError(
                        f"no password for {account.user} at {account.host}; keep one in your keyring with "
                        "wentwell mail check --remember, or give --token-command"
                    )
                found = from_prompt(account)
            known.append(found)
        return known[0]

    return once


def from_command(command: str) -> Secret:
    """Run a command and return the access token that it prints on its first line.

    Parameters
    ----------
    command : str
        Split into words as a shell does; no shell is started. What it says on standard error is shown.

    Raises
    ------
    SourceError
        If it cannot be run, fails, takes longer than two minutes or prints nothing.
    """
    import shlex
    import subprocess

    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        raise SourceError("--token-command: give a command that prints an access token, quotes closed")
    name = one_line(words[0])
    try:
        ran = subprocess.run(  # noqa: S603 (the user's own command)
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise SourceError(f"{name}: it gave no token in {_PATIENCE} seconds; run it by itself once") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be run ({error.strerror}); check --token-command") from None
    if ran.returncode:
        raise SourceError(f"{name}: it ended with status {ran.returncode}; run it by itself to see why")
    return Secret(_checked(next(iter(ran.stdout.decode("utf-8", "replace").splitlines()), ""), name), "token")


def from_keyring(account: Account) -> Secret | None:
    """Return the password that the system's keyring holds for this account, if there is one."""
    ring = _keyring()
    if ring is None:
        return None
    try:
        found = ring.get_password(_service(account), account.user)
    except Exception:
        return None  # locked, absent, or broken in any way of its own: a person can still be asked
    return Secret(found) if found else None


def from_prompt(account: Account) -> Secret:
    """Ask for the password at the terminal, without showing it."""
    from getpass import getpass

    prompt = f"Password of {one_line(account.user)} at {one_line(account.host)} (not shown): "
    return Secret(_checked(getpass(prompt), "the password"))


def keep_secret(account: Account, secret: Secret) -> None:
    """Keep a password in the system's keyring.

    Raises
    ------
    SourceError
        If there is no keyring that can be used.
    """
    ring = _keyring()
    try:
        if ring is None:
            raise RuntimeError("it is not installed: pip install 'wentwell[mail]'")
        ring.set_password(_service(account), account.user, secret.value)
    except Exception as error:
        why = one_line(str(error)).replace(secret.value, "…")[:160] or type(error).__name__
        raise SourceError(f"the keyring cannot be used ({why}); the password was not kept") from None


def forget_secret(account: Account) -> bool:
    """Remove the account's password from the keyring; tell whether there was one."""
    ring = _keyring()
    if ring is None or from_keyring(account) is None:
        return False
    try:
        ring.delete_password(_service(account), account.user)
    except Exception as error:
        raise SourceError(
            f"the keyring kept the password ({type(error).__name__}); remove it there"
        ) from None
    return True


def _keyring() -> Any:
    try:
        import keyring
    except ImportError:
        return None
    return keyring


def _service(account: Account) -> str:
    return f"wentwell {account.host}"


def _checked(value: str, what: str) -> str:
    value = value.strip("\r\n") if what == "the password" else value.strip()
    if not value or len(value) > _LONGEST or any(ord(one) < ord(" ") for one in value):
        raise SourceError(f"{what}: nothing that can be used was given; try again")
    return value
