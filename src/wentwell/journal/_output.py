"""New files for what leaves the journal: whole or not at all, readable by their owner alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wentwell.journal._error import JournalError


@contextmanager
def new_file(target: Path, *, overwrite: bool) -> Iterator[Path]:
    """Give a temporary file beside ``target`` to write; it takes the target's name once it is whole."""
    refuse_existing(target, overwrite=overwrite)
    if not target.parent.is_dir():
        raise JournalError(f"There is no folder {target.parent}. Make it first, or choose another.")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".wentwell-")  # mode 0600
    os.close(handle)
    unfinished = Path(name)
    try:
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        refuse_existing(target, overwrite=overwrite)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def refuse_existing(target: Path, *, overwrite: bool) -> None:
    """Refuse to write over something, unless told to; never over a folder."""
    if target.is_dir():
        raise JournalError(f"{target} is a folder. Name a file in it.")
    if not overwrite and (target.exists() or target.is_symlink()):
        raise JournalError(f"{target} is there already and was left as it is. Choose another name.")
