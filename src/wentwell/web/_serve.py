"""Start the page: a server on the loopback address, and the browser with it."""

from __future__ import annotations

import os
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread, Timer

from wentwell.web._safety import LOOPBACK

PORT = 8765
"""The port that is tried first; a free one is taken if another program has it."""
HOST = "127.0.0.1"
_AFTER_FIRST_PAGE = 1.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Share:
    """How others may reach the page: over TLS, by these names, with a passphrase."""

    certificate: str
    key: str
    names: tuple[str, ...]
    """By which a browser may ask for it, the first one told to the user."""
    passphrase: str = field(repr=False)
    host: str = "0.0.0.0"  # noqa: S104 - only where sharing was asked for
    """The address to listen on."""


def serve(
    journal: str | os.PathLike[str] | None = None,
    *,
    port: int = PORT,
    browse: bool = True,
    say: Callable[[str], object] = print,
    share: Share | None = None,
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
    share : Share, optional
        How others may reach it. Left out: nobody but this machine can.

    Raises
    ------
    ShareError
        If it cannot be shared so.
    """
    import uvicorn

    from wentwell.web._app import create_app

    if share is None:
        app = create_app(journal)
    else:
        _check(share)
        app = create_app(journal, hosts=(*LOOPBACK, *share.names), passphrase=share.passphrase)
    listening = _listen(port, HOST if share is None else share.host)
    taken = listening.getsockname()[1]
    address = f"http://{HOST}:{taken}/" if share is None else f"https://{share.names[0]}:{taken}/"
    config = uvicorn.Config(
        app,
        ssl_certfile=None if share is None else share.certificate,
        ssl_keyfile=None if share is None else share.key,
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


def _check(share: Share) -> None:
    """Refuse a certificate and a key that do not serve."""
    import ssl

    from wentwell.web._share import ShareError

    try:
        # a key with a passphrase of its own would be asked for on the terminal: none is given
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(share.certificate, share.key, lambda: b"")
    except (OSError, ssl.SSLError, ValueError):
        raise ShareError(
            f"{share.certificate} and {share.key} are no certificate and its key. Give both as PEM files, "
            "the key without a passphrase."
        ) from None


def _listen(port: int, host: str = HOST) -> socket.socket:
    """Listen on an address, the loopback one unless told; on any free port if that one is taken."""
    for wanted in (port, 0):
        # with its protocol named, answers are sent at once; else the two ends wait 40 ms for each other
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name != "nt":  # there it would share the port with another program
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, wanted))
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
