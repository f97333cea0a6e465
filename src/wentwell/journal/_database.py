"""The SQLite file: where it is, whether it is ours, how it is opened, wiped, checked and copied."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from wentwell.journal._error import JournalError

APPLICATION_ID = 0x57454C4C
"""SQLite's mark for whose file it is, at byte 68: the letters WELL."""

_NOT_OURS = "{path} is not a journal of wentwell. It was left as it is; choose another place with --journal."

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    # A commit waits for the disk: an answer that was said to be kept survives a power cut too.
    "PRAGMA synchronous = FULL",
    # What is deleted is overwritten with zeros.
    "PRAGMA secure_delete = ON",
    # No word goes to a temporary folder.
    "PRAGMA temp_store = MEMORY",
)


def prepare(path: Path) -> None:
    """Make the file if there is none, readable by its owner alone; refuse what is not a journal.

    An existing file is judged by its first bytes, so that a stranger's is never even opened as a database.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if path.is_dir():
        raise JournalError(f"{path} is a folder. Name a file in it, such as {path / 'journal.sqlite'}.")
    if not path.is_file():
        raise JournalError(_NOT_OURS.format(path=path))
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise JournalError(
            f"The journal {path} may not be written. Make it and its folder writable, "
            "or choose another place with --journal."
        )
    if not path.stat().st_size:
        _mark(path)
    elif not is_ours(path):
        raise JournalError(_NOT_OURS.format(path=path))


def is_ours(path: Path) -> bool:
    """Say whether a file's first bytes are those of a journal."""
    with path.open("rb") as file:
        head = file.read(100)
    return head[:16] == b"SQLite format 3\0" and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _mark(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def connect(path: Path, wait: float) -> Engine:
    """Return the engine for a journal; a statement waits up to ``wait`` seconds for another program."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": wait},
        hide_parameters=True,
        # Not as escapes: what cannot be written as UTF-8 is refused everywhere alike.
        json_serializer=partial(json.dumps, ensure_ascii=False, allow_nan=False),
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # transactions begin in _begin, not where Python's driver guesses
    for setting in _SETTINGS:
        raw.execute(setting)


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: one that begins by reading could not wait for another.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    return engine.execution_options(writes=True)


def run_plainly(connection: Connection, statement: str) -> tuple[Any, ...] | None:
    """Run a statement that may not be in a transaction; return its first row."""
    raw: Any = connection.connection.driver_connection
    row: tuple[Any, ...] | None = raw.execute(statement).fetchone()
    return row


def keep_a_log_ahead(engine: Engine) -> None:
    """Switch to write-ahead logging: readers and a writer do not wait for one another."""
    with engine.connect() as connection:
        if run_plainly(connection, "PRAGMA journal_mode") == ("wal",):
            return
        try:
            run_plainly(connection, "PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Another process has it open already and switches it, or the next opening will.
            if not _is_busy(error):
                raise


def ask_for_wiping(connection: Connection) -> None:
    """Note, in the transaction that deletes, that traces are to be wiped: a kill cannot skip it."""
    connection.exec_driver_sql("PRAGMA user_version = 1")


def wipe_traces(engine: Engine) -> bool:
    """Wipe what deleted rows left behind, if that was asked for; say whether nothing is left to wipe.

    ``secure_delete`` clears the place of a row, but not the copies made when pages were split, nor the
    write-ahead log: so the file is written anew and the log cut to nothing.
    """
    with engine.connect() as connection:
        if run_plainly(connection, "PRAGMA user_version") == (0,):
            return True
        try:
            run_plainly(connection, "VACUUM")
            busy = run_plainly(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
            if busy is not None and busy[0]:
                return False
            run_plainly(connection, "PRAGMA user_version = 0")
        except sqlite3.OperationalError as error:
            if _is_busy(error):
                return False
            raise
    return True


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_whole(connection: Connection) -> bool:
    """Say whether SQLite finds the file sound and each row where it belongs."""
    return (
        connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    )


def copy(source: Path, target: Path, wait: float) -> None:
    """Copy a journal that may be in use, and check the copy."""
    with (
        closing(sqlite3.connect(source, timeout=wait)) as original,
        closing(sqlite3.connect(target, timeout=wait)) as twin,
    ):
        original.backup(twin)
        # One file, with no log beside it.
        twin.execute("PRAGMA journal_mode = DELETE")
        if twin.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError
