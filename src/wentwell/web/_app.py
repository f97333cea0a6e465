"""The application: all pages, the API beside them, and the safety around both."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from wentwell._version import __version__
from wentwell.web import (
    _answer,
    _api,
    _api_jobs,
    _api_mails,
    _api_practice,
    _api_talks,
    _board,
    _debrief,
    _deleted,
    _demo,
    _home,
    _import,
    _inbox,
    _job,
    _job_mails,
    _language,
    _letters,
    _pace,
    _practice,
    _reading,
    _record,
    _settings,
    _share,
    _signs,
    _text,
    _transcript,
)
from wentwell.web._pages import Visit, give_asset
from wentwell.web._safety import LOOPBACK, Safety
from wentwell.web._space import DemoSpace, Space

if TYPE_CHECKING:
    from fastapi.telemetry import TelemetryConfig

ROOMS = (
    _home,
    _debrief,
    _reading,
    _answer,
    _text,
    _transcript,
    _letters,
    _board,
    _job,
    _job_mails,
    _deleted,
    _import,
    _practice,
    _record,
    _pace,
    _inbox,
    _signs,
    _settings,
)
"""Modules with pages. A new one is added here; it is then there for trying, under ``/demo``, too."""

_SILENT: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,  # an environment variable must not make it send anything
}


def create_app(
    journal: str | os.PathLike[str] | None = None,
    *,
    hosts: Iterable[str] = LOOPBACK,
    passphrase: str | None = None,
) -> FastAPI:
    """Return the application of the pages and the API, for any ASGI server.

    Parameters
    ----------
    journal : path, optional
        The journal. Left out: what ``WENTWELL_JOURNAL`` names, else the one in the user's data folder.
    hosts : iterable of str
        The names by which a browser may ask for it, without a port.
    passphrase : str, optional
        What has to be said before anything is shown; for a page that others can reach, and over TLS alone.

    Raises
    ------
    ShareError
        If the passphrase is too short, or what hashes it is not installed.
    """
    from wentwell.journal import JournalError, locate
    from wentwell.sources import SourceError

    own, demo = Space(locate(journal)), DemoSpace()
    guards = [
        Middleware(_language.Speaks, folder=own.languages),
        Middleware(Safety, hosts=tuple(hosts), secure=passphrase is not None),
    ]
    keyhole = None
    if passphrase is not None:
        keyhole = _share.Keyhole(passphrase)
        guards.append(Middleware(_share.Door, lock=keyhole))

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        demo.throw_away()
        own.close()

    app = FastAPI(
        title="wentwell",
        version=__version__,
        summary="How did my job interview go, honestly, and what do I do next?",
        description=_api.DESCRIPTION,
        docs_url=None,  # its pages load scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=lifespan,
        middleware=guards,
        telemetry=_SILENT,
    )
    app.state.spaces = {own.base: own, demo.base: demo}
    app.state.lock = keyhole
    for calls in (_api, _api_jobs, _api_mails, _api_practice, _api_talks):
        calls.install(app, own)
    app.router.routes += [*(_share.routes if keyhole else ()), *_routes()]
    app.add_exception_handler(HTTPException, _told)
    for known in (JournalError, SourceError):
        app.add_exception_handler(known, _told)
    return app


def _routes() -> list[BaseRoute]:
    rooms: list[BaseRoute] = [route for room in ROOMS for route in room.routes]
    return [
        Route("/static/{mark}/{name:path}", give_asset, methods=["GET"]),
        Route("/favicon.ico", _no_icon, methods=["GET"]),
        *_demo.routes,
        Mount("/demo", routes=rooms),
        *rooms,
    ]


async def _no_icon(request: Request) -> Response:
    return Response(status_code=204)


async def _told(request: Request, wrong: Exception) -> Response:
    """Tell in one line what is wrong and what to do; an API gets it as problem JSON."""
    status = wrong.status_code if isinstance(wrong, HTTPException) else 409
    location = (wrong.headers or {}).get("location") if isinstance(wrong, HTTPException) else None
    if location:
        return RedirectResponse(location, 303)
    words = str(wrong.detail) if isinstance(wrong, HTTPException) else str(wrong)
    if status == 404 and words == "Not Found":
        words = _language.gettext("There is no such page.")
    if _api.asks(request):
        return _api.problem(status, words)
    return _problem_page(request, status, words)


def _problem_page(request: Request, status: int, words: str) -> Response:
    spaces: dict[str, Space] = request.app.state.spaces
    in_demo = request.url.path.startswith("/demo/") or request.url.path == "/demo"
    space = spaces["/demo" if in_demo else ""]
    return Visit(request, space).page("problem.html", status=status, words=words)
