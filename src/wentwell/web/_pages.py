"""What the pages share: a request as a page sees it, how an answer is rendered, how forms are read.

A page is a module with `routes`: a list of `get` and `post`. Its functions take a `Visit`, call the library
and return `Visit.page`, `Visit.go` or another response; they run in a thread of their own, so they may block.
"""

from __future__ import annotations

import gzip
import hmac
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from wentwell.web import _language
from wentwell.web._space import Space
from wentwell.web._words import for_pages

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from wentwell.journal import Journal, Record

_SAID = "wentwell_said"
THEMES = ("system", "light", "dark")
_MANY = 200
"""From so many interviews on, what has to read them all takes a moment that one notices."""
_MAX_FIELDS, _MAX_FILES = 300, 20
_LONGEST_NUMBER = 18
"""More digits than any number in the journal can have."""
_MAX_PART = 4 * 1024 * 1024
"""Characters of one field: a day-long talk, pasted."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form that was sent."""

    fields: tuple[tuple[str, str], ...] = ()
    uploads: tuple[Upload, ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """Return the first value of a field."""
        return next((value for key, value in self.fields if key == name), default)

    def all(self, name: str) -> list[str]:
        """Return every value of a field."""
        return [value for key, value in self.fields if key == name]

    def __contains__(self, name: object) -> bool:
        return any(key == name for key, _ in self.fields)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request, as a page sees it."""

    request: Request
    space: Space
    form: Form = field(default_factory=Form)

    @property
    def numbers(self) -> bool:
        """Whether chances are told as figures."""
        return self.request.cookies.get("wentwell_numbers") != "off"

    @property
    def theme(self) -> str:
        """How the page is to look: one of `THEMES`."""
        theme = self.request.cookies.get("wentwell_theme", "system")
        return theme if theme in THEMES else "system"

    @property
    def languages(self) -> Path:
        """Where translations of the page's words are: beside the user's journal, also while trying."""
        spaces: dict[str, Space] = self.request.app.state.spaces
        return spaces[""].languages

    @property
    def said(self) -> str:
        """What the page before this one did, to be told once."""
        return unquote(self.request.cookies.get(_SAID, ""))

    @property
    def in_place(self) -> bool:
        """Whether a part of the page is asked for, by the script of ours, and not the whole."""
        return self.request.headers.get("hx-request") == "true"

    @property
    def number(self) -> int:
        """The interview's number in the path."""
        given = self.request.path_params["number"]
        if not (given.isdecimal() and given.isascii() and len(given) <= _LONGEST_NUMBER):
            raise HTTPException(404)
        return int(given)

    def path(self, path: str) -> str:
        """Return a path of this space."""
        return f"{self.space.base}{path}"

    def page(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """Render a template."""
        response = HTMLResponse(self.render(template, **{"said": self.said, **values}), status)
        if self.said:
            response.delete_cookie(_SAID, path="/", httponly=True, samesite="strict")
        return response

    def render(self, template: str, **values: Any) -> str:
        """Return a template with values put in."""
        from wentwell import telling

        return (
            _environment()
            .get_template(template)
            .render(
                visit=self,
                base=self.space.base,
                token=self.request.scope["wentwell.token"],
                asset=asset,
                charts=telling.charts,
                clean=telling.clean,
                shown=telling.shown,
                day=telling.day_words,
                percent=telling.percent,
                chance_words=telling.chance_words,
                for_pages=for_pages,
                here=self.request.url.path.removeprefix(self.space.base) or "/",
                **values,
            )
        )

    def working(self, title: str, key: Hashable) -> HTMLResponse | None:
        """Return a page that says that work is going on and then gives way to what it leads to.

        ``None`` if that is at hand, or quickly made, or was asked for after this page.

        Parameters
        ----------
        title : str
        key : hashable
            What `Space.until_changed` knows it by.
        """
        if self.in_place or "now" in self.request.query_params or self.space.has_made(key):
            return None
        count = len(self.space.lists()[0]) if self.space.exists else 0
        if count < _MANY:
            return None
        asked = f"{self.request.url.query}&" if self.request.url.query else ""
        return self.page("working.html", title=title, count=count, asked=f"{asked}now=1")

    def go(self, path: str, *, said: str = "") -> Response:
        """Send the browser to another page of this space; ``said`` is told there once."""
        response = RedirectResponse(self.path(path), 303)
        if said:
            response.set_cookie(_SAID, quote(said), max_age=60, path="/", httponly=True, samesite="strict")
        return response

    def finished(self, book: Journal) -> Record:
        """Return the interview of the path; one whose debrief is not finished is no page yet."""
        record = self.kept(book)
        if record.status == "draft":
            raise HTTPException(303, headers={"location": self.path(f"/debrief/{record.id}/feeling")})
        return record

    def kept(self, book: Journal) -> Record:
        """Return the interview of the path, finished or not."""
        from wentwell.journal import UnknownNumberError

        try:
            return book.get(self.number)
        except UnknownNumberError as wrong:
            raise HTTPException(404, str(wrong)) from None


Handler = Callable[[Visit], Response]


def get(path: str, handler: Handler) -> Route:
    """Return the route of a page that only shows."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(handler, Visit(request, _space(request)))

    return Route(path, endpoint, methods=["GET"], name=handler.__name__)


def post(path: str, handler: Handler) -> Route:
    """Return the route of a page that changes something; a form without our token changes nothing."""

    async def endpoint(request: Request) -> Response:
        form = await _read_form(request)
        visit = Visit(request, _space(request), form)
        given = request.headers.get("x-wentwell-token") or form.get("token")
        if not hmac.compare_digest(given.encode(), request.scope["wentwell.token"].encode()):
            return visit.page("again.html", status=403, fields=_sendable(form), files=len(form.uploads))
        response = await run_in_threadpool(handler, visit)
        # once the browser has its answer
        response.background = BackgroundTask(visit.space.follow_calendar)
        return response

    return Route(path, endpoint, methods=["POST"], name=handler.__name__)


def _space(request: Request) -> Space:
    spaces: dict[str, Space] = request.app.state.spaces
    return spaces[request.scope.get("root_path", "")]


async def _read_form(request: Request) -> Form:
    from starlette.datastructures import UploadFile

    fields: list[tuple[str, str]] = []
    uploads: list[Upload] = []
    async with request.form(max_files=_MAX_FILES, max_fields=_MAX_FIELDS, max_part_size=_MAX_PART) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                data = await value.read()
                if value.filename or data:
                    uploads.append(Upload(value.filename or "", data))
            else:
                fields.append((name, value.replace("\r\n", "\n")))
    return Form(tuple(fields), tuple(uploads))


def _sendable(form: Form) -> Sequence[tuple[str, str]]:
    return [(name, value) for name, value in form.fields if name != "token"]


@cache
def _environment() -> Environment:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=ChoiceLoader([PackageLoader("wentwell.web"), PackageLoader("wentwell.telling")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # as the extension calls them ("newstyle": values come with the message), with less to do for each message
    made.newstyle_gettext = True  # type: ignore[attr-defined]
    said, counted = _language.for_template, _language.counted_for_template
    made.globals |= {"_": said, "gettext": said, "ngettext": counted}
    made.globals |= _language.marks()
    return made


_ASSETS = {
    "page.js": "text/javascript; charset=utf-8",
    "board.js": "text/javascript; charset=utf-8",
    "vendor/htmx.min.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


@cache
def _asset(name: str) -> tuple[bytes, str, str]:
    """Return an asset, its type, and what tells one state of it from another."""
    if name == "page.css":
        # one paper for the pages and for the files that are written: it stands in `telling`
        data, kind = _environment().get_template("page.css").render().encode(), "text/css; charset=utf-8"
    else:
        data, kind = (files("wentwell.web") / "static" / name).read_bytes(), _ASSETS[name]
    return data, kind, sha256(data).hexdigest()[:12]


def asset(name: str) -> str:
    """Return the path of an asset; it changes when the asset does, so that it may be kept for good."""
    return f"/static/{_asset(name)[2]}/{name}"


async def give_asset(request: Request) -> Response:
    """Give one of our own files: there is no other folder to reach."""
    name = request.path_params["name"]
    if name != "page.css" and name not in _ASSETS:
        raise HTTPException(404)
    data, kind, _ = _asset(name)
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    # Only what is ours and the same for everybody: the length of a packed page could tell what is in it.
    if "gzip" in [one.strip() for one in request.headers.get("accept-encoding", "").split(",")]:
        data = _packed(name)
        headers["content-encoding"] = "gzip"
    return Response(data, media_type=kind, headers=headers)


@cache
def _packed(name: str) -> bytes:
    return gzip.compress(_asset(name)[0], mtime=0)


def back(visit: Visit, otherwise: str) -> str:
    """Return the page of this space that a form was on, by its own word."""
    wanted = urlsplit(visit.form.get("back"))
    plain = not wanted.scheme and not wanted.netloc and wanted.path.startswith("/")
    return wanted.path if plain and not wanted.path.startswith("//") else otherwise
