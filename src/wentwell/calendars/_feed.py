"""The calendar file that stays up to date."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from wentwell.calendars._write import calendar_of

if TYPE_CHECKING:
    from wentwell.journal import CalendarFeed, Journal


def write_feed(book: Journal, feed: CalendarFeed) -> None:
    """Write the file whole, readable by its owner alone, unless it holds the same already.

    Raises
    ------
    OSError
        If it cannot be written; what was there stays.
    """
    path = Path(feed.path)
    wanted = calendar_of(book, discreet=feed.discreet, everything=feed.everything, alarms=feed.alarms)
    if path.is_file() and path.read_bytes() == wanted:
        return
    # mode 0600, and in the same folder: only then can it take the place of the other in one step
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".wentwell-")
    os.close(handle)
    unfinished = Path(name)
    try:
        unfinished.write_bytes(wanted)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
