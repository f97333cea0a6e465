"""The calendar file that stays up to date: written anew after each command that changed the journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wentwell.cli._say import say

if TYPE_CHECKING:
    from wentwell.journal import CalendarFeed, Journal

_Mark = tuple[tuple[int, int] | None, ...]


def following(journal: str | None) -> Callable[[], None]:
    """Return what is to be called once a command is done: it writes the file if the journal changed.

    Two looks at the journal's files tell that; no command needs to know of it.
    """
    before = _mark(journal)

    def catch_up() -> None:
        if _mark(journal) != before:
            try:
                _write_anew(journal)
            except Exception as wrong:
                # the command itself is done and kept; what is wrong here must not look as if it were not
                say(f"the calendar file could not be brought up to date ({_reason(wrong)}); {_OFF}")

    return catch_up


_OFF = "wentwell calendar feed --off stops it"


def _mark(journal: str | None) -> _Mark:
    from wentwell.journal import locate

    place = locate(journal)
    return tuple(_stamp(file) for file in (place, place.with_name(f"{place.name}-wal")))


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        state = file.stat()
    except OSError:
        return None
    # an empty log is one that a mere reader made
    return (state.st_mtime_ns, state.st_size) if state.st_size else None


def _write_anew(journal: str | None) -> None:
    from wentwell.journal import Journal, locate

    place = locate(journal)
    if not place.exists():
        return
    with Journal.open(place) as book:
        feed = book.calendar_feed()
        if feed is not None:
            write_feed(book, feed)


def write_feed(book: Journal, feed: CalendarFeed) -> None:
    """Write the file, unless it holds the same already."""
    import click

    from wentwell import calendars

    try:
        calendars.write_feed(book, feed)
    except OSError as wrong:
        raise click.ClickException(
            f"{feed.path}: cannot be written ({wrong.strerror}); choose another place"
        ) from wrong


def _reason(wrong: Exception) -> str:
    # only what is known to hold no words of the candidate
    import click

    from wentwell.journal import JournalError

    if isinstance(wrong, click.ClickException):
        return wrong.message
    if isinstance(wrong, JournalError):
        return str(wrong)
    return type(wrong).__name__
