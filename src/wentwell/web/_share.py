"""The door of a page that is shared: a passphrase, and not too many tries.

Without ``--share`` none of this is there, and the page answers to this machine alone.
"""

from __future__ import annotations

import json
import secrets
from collections import deque
from collections.abc import Callable
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from wentwell.web._language import gettext, ngettext
from wentwell.web._pages import Visit, get, post

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "__Host-wentwell-in"
"""A browser takes a cookie of such a name only over TLS, for this very host and all its paths."""
SHORTEST = 12
"""Characters of a passphrase (NIST SP 800-63B-4 asks for 15 of a password alone, 8 beside another factor)."""
_LONGEST = 1000
_LASTS = 12 * 3600.0
"""Seconds that a browser stays in."""
_SPAN = 300.0
"""Seconds in which tries are counted."""
_TRIES, _TRIES_OF_ALL = 5, 30
_OPEN = ("/enter", "/static/", "/favicon.ico")
_NO_ARGON = "To share the page, install the rest first: pip install 'wentwell[share]'."


class ShareError(Exception):
    """The page cannot be shared so: one line that says what is missing."""


class Keyhole:
    """A passphrase, kept as its hash (Argon2id), and who has said it.

    Parameters
    ----------
    passphrase : str
    now : callable
        Gives seconds; for tests.

    Raises
    ------
    ShareError
        If the passphrase is too short, or what hashes it is not installed.
    """

    def __init__(self, passphrase: str, now: Callable[[], float] = monotonic) -> None:
        try:
            from argon2 import PasswordHasher
        except ImportError:
            raise ShareError(_NO_ARGON) from None
        if not SHORTEST <= len(passphrase) <= _LONGEST:
            raise ShareError(f"The passphrase needs {SHORTEST} characters or more; some words are best.")
        self._hasher = PasswordHasher()
        self._hash = self._hasher.hash(passphrase)
        self._now = now
        self._guard = Lock()
        self._tried: dict[str, deque[float]] = {}
        self._inside: dict[bytes, float] = {}

    def wait(self, address: str) -> int:
        """Return for how many seconds no try counts from there; 0: one may be made."""
        with self._guard:
            return self._wait(address)

    def enter(self, address: str, passphrase: str) -> str | None:
        """Return what lets a browser in, or ``None`` if the passphrase is wrong or tried too often."""
        from argon2.exceptions import Argon2Error

        with self._guard:  # one at a time: each takes 64 MB
            if self._wait(address):
                return None
            for who in (address, ""):
                self._tried.setdefault(who, deque()).append(self._now())
            try:
                self._hasher.verify(self._hash, passphrase[:_LONGEST])
            except Argon2Error:
                return None
            del self._tried[address]
            key = secrets.token_urlsafe(32)
            self._inside[_mark(key)] = self._now() + _LASTS
            return key

    def knows(self, key: str) -> bool:
        """Whether a browser was let in, and not too long ago."""
        until = self._inside.get(_mark(key))
        return until is not None and until > self._now()

    def leave(self, key: str) -> None:
        """Let a browser out."""
        self._inside.pop(_mark(key), None)

    def _wait(self, address: str) -> int:
        now = self._now()
        for who in list(self._tried):
            tries = self._tried[who]
            while tries and tries[0] <= now - _SPAN:
                tries.popleft()
            if not tries:
                del self._tried[who]
        waits = [0.0]
        for who, most in ((address, _TRIES), ("", _TRIES_OF_ALL)):
            tries = self._tried.get(who, deque())
            if len(tries) >= most:
                waits.append(tries[-most] + _SPAN - now)
        return int(-(-max(waits) // 1))


def _mark(key: str) -> bytes:
    return sha256(key.encode("utf-8", "surrogatepass")).digest()


class Door:
    """The middleware that lets nobody further who has not said the passphrase."""

    def __init__(self, app: ASGIApp, lock: Keyhole) -> None:
        self._app = app
        self._lock = lock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or send it to the door."""
        path = scope.get("path", "")
        is_open = any(path == one or (one.endswith("/") and path.startswith(one)) for one in _OPEN)
        if scope["type"] != "http" or is_open or self._lock.knows(_key(scope)):
            await self._app(scope, receive, send)
            return
        if path.startswith("/api/"):
            told = {"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": _FIRST}
            refused = Response(json.dumps(told), 401, media_type="application/problem+json")
        else:
            refused = RedirectResponse("/enter", 303)
        await refused(scope, receive, send)


_FIRST = "Say the passphrase first, on the page /enter."


def _key(scope: Scope) -> str:
    heads = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
    try:
        found = SimpleCookie("; ".join(heads)).get(COOKIE)
    except CookieError:
        return ""
    return "" if found is None else found.value


def show_door(visit: Visit) -> Response:
    """Ask for the passphrase."""
    return visit.page("enter.html", wrong="")


def enter(visit: Visit) -> Response:
    """Let in who says the passphrase."""
    lock: Keyhole = visit.request.app.state.lock
    address = visit.request.client.host if visit.request.client else ""
    seconds = lock.wait(address)
    key = None if seconds else lock.enter(address, visit.form.get("passphrase"))
    if key is not None:
        response = RedirectResponse("/", 303)
        response.set_cookie(
            COOKIE, key, max_age=int(_LASTS), path="/", secure=True, httponly=True, samesite="strict"
        )
        return response
    if seconds:
        refused = visit.page(
            "enter.html",
            status=429,
            wrong=ngettext(
                "Too many tries. Wait %(num)s second.", "Too many tries. Wait %(num)s seconds.", seconds
            ),
        )
        refused.headers["retry-after"] = str(seconds)
        return refused
    return visit.page("enter.html", status=403, wrong=gettext("That is not the passphrase."))


def leave(visit: Visit) -> Response:
    """Let this browser out."""
    visit.request.app.state.lock.leave(_key(visit.request.scope))
    response = RedirectResponse("/enter", 303)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return response


routes = [get("/enter", show_door), post("/enter", enter), post("/leave", leave)]
