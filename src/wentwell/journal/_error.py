"""The errors of the journal, and what the database's errors mean in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError


class JournalError(Exception):
    """The journal cannot do what was asked: one plain line that says what to do."""


class UnknownNumberError(JournalError):
    """Nothing of the kind that was asked for has this number in the journal, or it has no more."""


_MEANING = {
    sqlite3.SQLITE_BUSY: "The journal {path} is in use by another program. Close it there and try again.",
    sqlite3.SQLITE_LOCKED: "The journal {path} is in use by another program. Close it there and try again.",
    sqlite3.SQLITE_READONLY: "The journal {path} may not be written. Make it and its folder writable, "
    "or choose another place with --journal.",
    sqlite3.SQLITE_CANTOPEN: "The journal {path} cannot be opened. Check that its folder exists and may be "
    "read and written, or choose another place with --journal.",
    sqlite3.SQLITE_PERM: "The journal {path} may not be opened. Check who may read and write it.",
    sqlite3.SQLITE_FULL: "There is no room left on the disk of {path}. Nothing was changed; make room "
    "and try again.",
    sqlite3.SQLITE_IOERR: "The disk of {path} could not be read or written. Nothing was changed; check the "
    "disk and try again.",
    sqlite3.SQLITE_CORRUPT: "The journal {path} is damaged. It was left as it is; restore a backup, or "
    "choose another place with --journal.",
    sqlite3.SQLITE_NOTADB: "{path} is not a journal of wentwell, or it is damaged. It was left as it is; "
    "choose another place with --journal.",
    sqlite3.SQLITE_TOOBIG: "The text is too long for the journal. Nothing was changed; keep it in parts.",
}
_UNKNOWN = "The journal {path} could not be used. Nothing was changed; try again, or restore a backup."
_DAMAGED = _MEANING[sqlite3.SQLITE_CORRUPT]


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database, the disk and broken values raise into a ``JournalError``.

    The cause is left out on purpose: it may hold words of the candidate.
    """
    from sqlalchemy.exc import DBAPIError, StatementError

    try:
        yield
    except sqlite3.Error as error:
        raise JournalError(_meaning(error, path)) from None
    except DBAPIError as error:
        raise JournalError(_meaning(error.orig, path)) from None
    except ValidationError:
        # Only stored rows are validated in here.
        raise JournalError(_DAMAGED.format(path=path)) from None
    except UnicodeEncodeError:
        raise JournalError(
            "The text holds a broken character (half of a pair) that cannot be kept. Nothing was changed; "
            "save the text as UTF-8 and try again."
        ) from None
    except (StatementError, OverflowError):
        raise JournalError(
            "A value is too large or of a wrong kind to be kept. Nothing was changed."
        ) from None
    except OSError as error:
        raise JournalError(f"{error.filename or path}: {error.strerror or 'cannot be used'}.") from None


def _meaning(error: BaseException | None, path: Path) -> str:
    # The low byte is the kind of error; the rest only refines it.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _MEANING.get(code, _UNKNOWN).format(path=path)
