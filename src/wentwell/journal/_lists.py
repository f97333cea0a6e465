"""The lists of an open journal, remembered while nobody commits: a page is shown more often than changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

_Line = TypeVar("_Line")


class Lists:
    """What was read of a journal, for as long as it is still so.

    Parameters
    ----------
    path : Path
    wait : float
        Seconds to wait for another program.
    """

    def __init__(self, path: Path, wait: float) -> None:
        self._path = path
        self._wait = wait
        self._lock = Lock()
        self._watching: sqlite3.Connection | None = None
        self._read: dict[object, tuple[int, tuple[Any, ...]]] = {}

    def get(self, read: Callable[[Connection], Sequence[_Line]], engine: Engine) -> Sequence[_Line]:
        """Return what ``read`` gives, without reading where that must be the same as before."""
        # taken before reading: what is committed in between makes it old at the next look
        version = self._version()
        known = self._read.get(read)
        if known is not None and known[0] == version:
            return list(known[1])
        with engine.connect() as connection:
            lines = tuple(read(connection))
        self._read[read] = version, lines
        return list(lines)

    def close(self) -> None:
        """Forget all of it."""
        with self._lock:
            self._read.clear()
            if self._watching is not None:
                self._watching.close()
                self._watching = None

    def _version(self) -> int:
        """Return a number that changes with every commit of any other connection, here or elsewhere.

        That is SQLite's own ``PRAGMA data_version``; the connection that asks for it never writes.
        """
        with self._lock:
            if self._watching is None:
                self._watching = sqlite3.connect(
                    self._path, timeout=self._wait, isolation_level=None, check_same_thread=False
                )
            version: int = self._watching.execute("PRAGMA data_version").fetchone()[0]
        return version
