"""A backup back in its place: checked before, and what was there kept aside."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from wentwell.journal import _database as database
from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError, explained
from wentwell.journal._migrate import bring_up_to_date
from wentwell.journal._opportunities import read_opportunities
from wentwell.journal._output import new_file
from wentwell.journal._place import locate
from wentwell.journal._records import Restored


def restore(
    source: str | os.PathLike[str],
    path: str | os.PathLike[str] | None = None,
    *,
    overwrite: bool = False,
    wait: float = 5.0,
) -> Restored:
    """Put a backup in the place of a journal, once it is found whole.

    The backup itself is left as it is. It is checked and brought up to date as a copy; only then the journal
    takes over its contents, in one transaction: killed in between, the journal is as it was.

    Parameters
    ----------
    source : path
        What `Journal.backup` wrote, by this or an earlier version.
    path : path, optional
        The journal, as in `Journal.open`.
    overwrite : bool
        Whether a journal that is there may be replaced; it is kept aside, beside it.
    wait : float
        How many seconds to wait for another program that uses the journal.

    Raises
    ------
    JournalError
        If the backup is not a whole journal, or a journal is there already; nothing is changed then.
    """
    backup, place = Path(source).expanduser().absolute(), locate(path)
    with explained(backup):
        _refuse(backup, place, overwrite=overwrite)
        with _copy(backup, place, wait) as (twin, interviews, jobs), explained(place):
            aside = _keep_aside(place, wait)
            database.prepare(place)
            _write_into(twin, place, wait)
    return Restored(interviews=interviews, jobs=jobs, aside=aside)


def _refuse(backup: Path, place: Path, *, overwrite: bool) -> None:
    if not backup.exists():
        raise JournalError(f"There is no file {backup}. Name a backup made by wentwell backup.")
    if not backup.is_file() or not database.is_ours(backup):
        raise JournalError(
            f"{backup} is not a backup made by wentwell backup. Nothing was changed. "
            "An export is taken in by wentwell import."
        )
    if place.exists() and place.samefile(backup):
        raise JournalError(f"{backup} is the journal itself. Name a backup of it.")
    if _is_there(place) and not database.is_ours(place):
        raise JournalError(
            f"{place} is not a journal of wentwell. It was left as it is; choose another place."
        )
    if _is_there(place) and not overwrite:
        raise JournalError(
            f"There is a journal at {place} already; it was left as it is. To put the backup in its place, "
            "add --force: it is kept aside then."
        )


def _is_there(place: Path) -> bool:
    return place.exists() and place.stat().st_size > 0


@contextmanager
def _copy(backup: Path, place: Path, wait: float) -> Iterator[tuple[Path, int, int]]:
    """Give a checked copy of a backup, brought up to date, and how many interviews and jobs are in it."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".wentwell-") as folder:
        twin = Path(folder) / "restored.sqlite"
        database.copy(backup, twin, wait)
        engine = database.connect(twin, wait)
        try:
            bring_up_to_date(engine, backup)
            with engine.connect() as connection:
                if not database.is_whole(connection):
                    raise JournalError(
                        f"The backup {backup} is damaged. Nothing was changed; try another one."
                    )
                counts = len(rows.read_records(connection)), len(read_opportunities(connection))
        finally:
            engine.dispose()
        yield twin, *counts


def _keep_aside(place: Path, wait: float) -> Path | None:
    """Keep the journal that is there as a file of its own; return that."""
    if not _is_there(place):
        return None
    aside = _free_name(place)
    try:
        with new_file(aside, overwrite=False) as unfinished:
            database.copy(place, unfinished, wait)
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
        # a damaged one is kept as it is, with its log, for whoever can save something of it
        for ending in ("-wal", "-shm", ""):
            part = place.with_name(place.name + ending)
            if part.exists():
                part.replace(aside.with_name(aside.name + ending))
    return aside


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _free_name(place: Path) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    count = 1
    while True:
        more = f"-{count}" if count > 1 else ""
        file = place.with_name(f"{place.stem}-before-{stamp}{more}{place.suffix}")
        if not file.exists():
            return file
        count += 1


def _write_into(twin: Path, place: Path, wait: float) -> None:
    """Let a journal take over all contents of a file, in one transaction."""
    until = time.monotonic() + wait

    def give_up_in_time(status: int, remaining: int, total: int) -> None:
        # it would wait for another program for ever
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise JournalError(
                f"The journal {place} is in use by another program. Nothing was changed; close it there and "
                "try again."
            )

    with (
        closing(sqlite3.connect(twin, timeout=wait)) as original,
        closing(sqlite3.connect(place, timeout=min(wait, 1.0))) as journal,
    ):
        original.backup(journal, progress=give_up_in_time)
