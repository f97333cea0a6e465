"""Mails read from a real IMAP server (Dovecot) on this computer: ``python benchmarks/imap.py``.

First the libraries beneath: the same commands with the standard library's imaplib, with IMAPClient as it
comes, and with its log of the wire turned off. Then `wentwell.sources.imap.fetch` over folders of several
sizes, each in a process of its own: how long, and how much memory it took beyond what it took to connect.
"""

from __future__ import annotations

import argparse
import imaplib
import multiprocessing
import ssl
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.imap_server import HOST, PASSWORD, USER, Server, mail, missing, running

AT_ONCE = 100
LARGE, LARGE_SIZE = 250, 300_000
"""Every so many mails one has an attachment of this many bytes."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="imap.py", description="Mails read from a real IMAP server.")
    parser.add_argument("--mails", type=int, default=10_000)
    chosen = parser.parse_args(arguments)
    if why := missing():
        print(f"cannot run: {why}")
        return 2
    with running() as server:
        fill(server, chosen.mails)
        whole = sum(server.files().values())
        print(f"{chosen.mails:,} mails, {whole / 1e6:.1f} MB")
        print(
            "the wire alone, all mails whole         seconds  peak MB (traced, 1,000 mails and one of 8 MB)"
        )
        for name, read in LIBRARIES.items():
            fill(server, chosen.mails)
            begun = time.perf_counter()
            read(server)
            seconds = time.perf_counter() - begun
            fill(server, 1000)
            server.put([mail(1, size=8_000_000)])
            tracemalloc.start()
            read(server)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            print(f"  {name:36}{seconds:9.2f}{peak / 1e6:9.1f}")
        print("fetch, in a process of its own          seconds  MB beyond connecting")
        for count in (0, 100, chosen.mails // 10, chosen.mails):
            fill(server, count)
            for what in ("all", "one in ten") if count else ("all",):
                seconds, growth, found = apart(server, what == "all")
                print(f"  {f'{count:,} mails, {what} wanted: {found:,}':36}{seconds:9.2f}{growth / 1e6:9.1f}")
    return 0


def fill(server: Server, count: int) -> None:
    server.empty()
    server.put(mail(number, size=LARGE_SIZE if number % LARGE == 0 else 0) for number in range(count))


def apart(server: Server, wants_all: bool) -> tuple[float, float, int]:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measured, (server, wants_all))


def measured(server: Server, wants_all: bool) -> tuple[float, float, int]:
    from wentwell.sources import imap, message_from_bytes

    account = imap.Account(host=HOST, user=USER, port=server.tls, ca=server.ca)
    message_from_bytes(mail(0))
    imap.count(account, lambda: imap.Secret(PASSWORD))
    before = most_memory()
    begun = time.perf_counter()
    found = 0
    wants = None if wants_all else lambda head: head.subject.endswith("7")
    for batch in imap.fetch(account, lambda: imap.Secret(PASSWORD), wants=wants):
        found += len(batch.messages)
    return time.perf_counter() - begun, most_memory() - before, found


def most_memory() -> float:
    """Return the most memory this process ever held, in bytes; ``ru_maxrss`` would know its parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024.0 * int(status.partition("VmHWM:")[2].split()[0])


def with_imaplib(server: Server) -> None:
    client = imaplib.IMAP4_SSL(HOST, server.tls, ssl_context=ssl.create_default_context(cafile=server.ca))
    client.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
    client.select("INBOX", readonly=True)
    uids = client.uid("SEARCH", "UID", "1:*")[1][0].split()
    for first in range(0, len(uids), AT_ONCE):
        some = b",".join(uids[first : first + AT_ONCE]).decode()
        client.uid("FETCH", some, "(BODY.PEEK[])")
    client.logout()


def with_imapclient(server: Server, *, quiet: bool = False) -> None:
    from imapclient import IMAPClient

    client = IMAPClient(HOST, server.tls, ssl_context=ssl.create_default_context(cafile=server.ca))
    if quiet:
        client._imap.debug = 0
    client.sasl_login("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
    client.select_folder("INBOX", readonly=True)
    uids = client.search(["UID", "1:*"])
    for first in range(0, len(uids), AT_ONCE):
        client.fetch(uids[first : first + AT_ONCE], ["BODY.PEEK[]"])
    client.logout()


LIBRARIES: dict[str, Callable[[Server], None]] = {
    "imaplib": with_imaplib,
    "IMAPClient": with_imapclient,
    "IMAPClient, its log of the wire off": lambda server: with_imapclient(server, quiet=True),
}


if __name__ == "__main__":
    sys.exit(main())
