"""Start the page: a server on the loopback address, and the browser with it."""

from __future__ import annotations

import os
import socket
import webbrowser
from collections.abc import Callable
from threading import Thread, Timer

PORT = 8765
"""The port that is tried first; a free one is taken if another program has it."""
HOST = "127.0.0.1"
_AFTER_FIRST_PAGE = 1.0
"""Seconds."""


def serve(
    journal: str | os.PathLike[str] | None = None,
    *,
    port: int = PORT,
    browse: bool = True,
    say: Callable[[str], object] = print,
) -> None:
    """Serve the page on this machine until it is stopped.

    Parameters
    ----------
    journal : path, optional
        The journal. Left out: what ``WENTWELL_JOURNAL`` names, else the one in the user's data folder.
    port : int
        The port to try first.
    browse : bool
        Whether to open the browser.
    say : callable
        Called once with the address.
    """
    import uvicorn

    from wentwell.web._app import create_app

    listening = _listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    app = create_app(journal)
    config = uvicorn.Config(
        app,
        log_level="critical",  # no log: an address holds the number of an interview
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=3,
        limit_concurrency=200,
    )
    say(address)
    if browse:
        # the browser may start slowly; the server listens already
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    # not while the first page is made: that one is waited for
    head_start = Timer(_AFTER_FIRST_PAGE, _warm_up)
    head_start.daemon = True
    head_start.start()
    uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    """Listen on the loopback address; on any free port if that one is taken."""
    for wanted in (port, 0):
        # with its protocol named, answers are sent at once; else the two ends wait 40 ms for each other
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name != "nt":  # there it would share the port with another program
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, wanted))
        except OSError:
            listening.close()
            if wanted == 0:
                raise
            continue
        listening.listen(128)
        return listening
    raise AssertionError


def _warm_up() -> None:
    """Load what the first answer needs, while the user is still reading."""
    from wentwell.interview import Context, Document, Interview

    try:
        from wentwell import assess
        from wentwell.telling import lay_out

        lay_out(
            assess(
                Interview(context=Context(), documents=(Document.from_text("She asked when I could start."),))
            )
        )
    except Exception:  # noqa: S110 - only a head start: what is wrong is told where it is needed
        pass
