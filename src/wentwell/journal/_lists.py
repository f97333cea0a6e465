"""The lists of an open journal, remembered while nobody commits: a page is shown more often than changed."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from wentwell.journal import _rows as rows
from wentwell.journal._records import Record

_Line = TypeVar("_Line")
_MOST_REMEMBERED = 256
"""Interviews with all their words: some ten kilobytes each."""


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


class Unchanged:
    """Interviews as they were read, for as long as all their rows are the same."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._read: OrderedDict[int, tuple[tuple[Any, ...], Record]] = OrderedDict()

    def records(self, connection: Connection, numbers: Sequence[int]) -> list[Record]:
        """Return interviews in the order of their numbers; made anew is only what is not as it was."""
        marks = rows.marks(connection, numbers)
        with self._lock:
            known = {number: self._read[number] for number in marks if number in self._read}
        found = {number: one for number, (mark, one) in known.items() if mark == marks[number]}
        changed = [number for number in marks if number not in found]
        if changed:
            found |= {one.id: one for one in rows.read_records(connection, changed)}
        with self._lock:
            for number in numbers:
                self._read.pop(number, None)  # one that is gone is forgotten
            self._read.update((number, (marks[number], found[number])) for number in marks)
            while len(self._read) > _MOST_REMEMBERED:
                self._read.popitem(last=False)
        return [found[number] for number in marks]

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._read.clear()
