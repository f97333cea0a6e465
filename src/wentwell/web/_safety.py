"""What every request passes before a page sees it, and what every answer carries.

A page on the loopback address can be reached by whatever runs in the same browser. So a request must name
this machine as its host (a name of somebody else's that points here is refused: DNS rebinding), one that
changes something must come from a page of ours, and none may be larger or slower than an interview needs.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import os
import secrets
from collections.abc import Iterable
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from time import monotonic
from typing import TYPE_CHECKING

from wentwell.web._language import gettext

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine that a browser may ask for."""
COOKIE = "wentwell"
MAX_BODY = 50 * 1024 * 1024
"""Bytes of the largest request: two of the largest files that are read, and some words."""
_BODY_SECONDS = 60.0
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_API = "/api/"

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), browsing-topics=()"),
)


class Safety:
    """The middleware around all pages.

    Parameters
    ----------
    app : ASGI application
    hosts : iterable of str
        Names that a browser may ask for, without a port.
    secure : bool
        Whether it is served over TLS alone, so that its cookies never travel without.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = LOOPBACK, *, secure: bool = False) -> None:
        self._app = app
        self._hosts = frozenset(name.lower() for name in hosts)
        self._secure = secure
        self._key = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or refuse it in one line."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # there is no socket to talk over
        heads = _Heads(scope)
        refused = self._refused(scope, heads)
        if refused is not None:
            await _refuse(send, *refused, path=scope["path"])
            return
        known = _session(heads.one(b"cookie"))
        session = known or secrets.token_urlsafe(32)
        scope["wentwell.token"] = hmac.new(self._key, session.encode(), "sha256").hexdigest()
        body = _Body(receive)

        async def give(message: Message) -> None:
            if body.refused is not None and not body.answered:
                return  # whatever a page makes of half a body is not told
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), *_HEADERS]
                if not any(name.lower() == b"cache-control" for name, _ in headers):
                    # no word of the journal stays in the browser's cache
                    headers.append((b"cache-control", b"no-store"))
                if known is None:
                    cookie = f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Strict"
                    headers.append((b"set-cookie", cookie.encode()))
                if self._secure:
                    headers = [_only_over_tls(*one) for one in headers]
                message = {**message, "headers": headers}
                body.answered = True
            await send(message)

        try:
            await self._app(scope, body, give)
        except Exception as wrong:
            if body.refused is not None:
                pass
            elif body.answered or os.environ.get("WENTWELL_TRACEBACK"):
                raise
            else:
                # the message itself could hold the user's words, so only the kind of error is told
                body.refused = 500, _unexpected(type(wrong).__name__)
        if body.refused is not None and not body.answered:
            await _refuse(send, *body.refused, path=scope["path"])

    def _refused(self, scope: Scope, heads: _Heads) -> tuple[int, str] | None:
        host = heads.one(b"host")
        if len(heads.all(b"host")) != 1 or _name(host) not in self._hosts:
            return 421, gettext(
                "This page answers only to the name of this machine. Open it at http://127.0.0.1."
            )
        safe = scope["method"] in _SAFE_METHODS
        if _comes_from_elsewhere(heads, host, safe=safe):
            return 403, gettext("This came from another page, so nothing was done.")
        if safe:
            return None
        length = heads.one(b"content-length")
        if length and (not length.isdecimal() or int(length[:20]) > MAX_BODY):
            return 413, _too_large()
        kind = heads.one(b"content-type").split(";")[0].strip().lower()
        if scope["path"].startswith(_API) and kind not in ("application/json", ""):
            return 415, "Send it as application/json."
        return None


def _only_over_tls(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if name.lower() == b"set-cookie" and b"; secure" not in value.lower():
        value += b"; Secure"
    return name, value


def _comes_from_elsewhere(heads: _Heads, host: str, *, safe: bool) -> bool:
    """Whether another site wants to embed, fetch or change something; following a link from there is fine."""
    site, mode = heads.one(b"sec-fetch-site"), heads.one(b"sec-fetch-mode")
    if site in ("cross-site", "same-site") and not (safe and mode == "navigate"):
        return True
    origin = heads.one(b"origin")
    return not safe and bool(origin) and origin not in (f"http://{host}", f"https://{host}")


def _unexpected(kind: str) -> str:
    return gettext(
        "Something unexpected happened (%(kind)s); nothing was changed. Go back and try again, or start it "
        "with WENTWELL_TRACEBACK=1 to see where, and please report it.",
        kind=kind,
    )


def _too_large() -> str:
    return gettext(
        "That is larger than %(most)s MB. Nothing was kept; give only what matters.",
        most=MAX_BODY // 1024 // 1024,
    )


class _TooMuchError(Exception):
    """A body larger or slower than any interview."""


class _Body:
    """The body of a request, within the limits of size and time."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._size = 0
        self._until = monotonic() + _BODY_SECONDS
        self._whole = False
        self.answered = False
        self.refused: tuple[int, str] | None = None

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._until - monotonic()))
        except TimeoutError:
            self.refused = 408, gettext("It took too long to arrive. Nothing was kept; try again.")
            raise _TooMuchError from None
        if message["type"] == "http.request":
            self._size += len(message.get("body", b""))
            self._whole = not message.get("more_body", False)
            if self._size > MAX_BODY:
                self.refused = 413, _too_large()
                raise _TooMuchError
        return message


class _Heads:
    """The headers of a request."""

    def __init__(self, scope: Scope) -> None:
        self._heads: list[tuple[bytes, bytes]] = list(scope["headers"])

    def all(self, name: bytes) -> list[str]:
        return [value.decode("latin-1").strip() for key, value in self._heads if key == name]

    def one(self, name: bytes) -> str:
        return ", ".join(self.all(name))


def _name(host: str) -> str:
    """Return a host without its port, in small letters."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _session(cookies: str) -> str | None:
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return None
    return found.value if found is not None and len(found.value) == 43 else None


async def _refuse(send: Send, status: int, words: str, *, path: str) -> None:
    kind, body = "text/plain; charset=utf-8", f"{words}\n"
    if path.startswith(_API):
        kind = "application/problem+json"
        body = json.dumps(
            {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": words}
        )
    head = [(b"content-type", kind.encode()), (b"connection", b"close"), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body.encode()})
