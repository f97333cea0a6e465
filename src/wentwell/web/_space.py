"""Where the pages keep what they are given: the user's journal, or one for trying that is thrown away."""

from __future__ import annotations

import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from wentwell.interview import Document, Evidence

if TYPE_CHECKING:
    from wentwell.journal import Journal, OpportunityEntry, Record, Summary, TakenOut
    from wentwell.sources import TableFile
    from wentwell.web._reading import Task

T = TypeVar("T")

_MOST_TABLES = 2
_MOST_DELETED = 10
"""Deleted interviews and jobs that can be put back; one with an hour's talk takes some hundred kilobytes."""
_MOST_REMEMBERED = 256
"""Documents whose signs are remembered: some hundred kilobytes each at most."""


_MOST_CHANGES = 50
"""Changes that can be undone, one after the other; an hour's talk takes some hundred kilobytes of each."""


class Space:
    """One journal as the pages use it; other programs may use it at the same time."""

    def __init__(self, place: Path, *, base: str = "") -> None:
        self.place = place
        self.base = base
        """What stands before the path of its pages."""
        self._writing = RLock()
        self._opening = Lock()
        self._feeding = Lock()
        self.feed_wrong = ""
        """Why the calendar file could not be brought up to date; empty if it was."""
        self._open: tuple[tuple[int, int], Journal] | None = None
        self.read = Remembered()
        """Finds the signs in documents."""
        self.tasks: dict[int, Task] = {}
        """What is being read, by the number of its interview."""
        self.changes = Changes()
        """What was last put right in talks, to be undone."""
        self.deleted: Held[Deleted] = Held(_MOST_DELETED)
        """What was deleted last and can be put back."""
        self._made: dict[Hashable, Any] = {}
        self._made_at: tuple[object, ...] = ()
        self.tables: Held[TableFile] = Held(_MOST_TABLES)
        """Tables that were given and are not taken in yet."""

    @property
    def languages(self) -> Path:
        """Where translations of the page's words are looked for: a folder beside the journal."""
        return self.place.parent / "languages"

    @property
    def is_demo(self) -> bool:
        """Whether it is for trying, and thrown away."""
        return False

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Give the journal; make it if there is none. It stays open, for the next page comes soon."""
        from wentwell.journal import Journal

        with self._opening:
            if self._open is not None and self._open[0] != _identity(self.place):
                # another file took its place, such as a backup that was restored
                self._open[1].close()
                self._open = None
            if self._open is None:
                book = Journal.open(self.place)
                self._open = (_identity(self.place) or (0, 0), book)
            book = self._open[1]
        yield book

    def close(self) -> None:
        """Close the journal."""
        with self._opening:
            if self._open is not None:
                self._open[1].close()
                self._open = None

    def let_go(self) -> None:
        """Forget all that is held in memory of interviews and jobs."""
        self.changes = Changes()
        self.read = Remembered()
        self.deleted = Held(_MOST_DELETED)

    @contextmanager
    def changing(self) -> Iterator[Journal]:
        """Open the journal to look and then change what was looked at, while no other page does."""
        with self._writing, self.journal() as book:
            yield book

    def follow_calendar(self) -> None:
        """Bring the calendar file up to date that follows the journal, if there is one.

        The change itself is kept already: what is wrong here is told in the settings, and stops nothing.
        """
        from wentwell.calendars import write_feed
        from wentwell.journal import JournalError

        if self.is_demo or not self.exists:
            return
        try:
            with self._feeding, self.journal() as book:
                feed = book.calendar_feed()
                if feed is not None:
                    write_feed(book, feed)
            self.feed_wrong = ""
        except (OSError, JournalError) as wrong:
            self.feed_wrong = (
                wrong.strerror if isinstance(wrong, OSError) else None
            ) or "it cannot be written"

    @property
    def exists(self) -> bool:
        """Whether anything was kept yet; looking makes no journal."""
        return self.place.exists()

    def until_changed(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made of the journal, made anew only if the journal changed since.

        Parameters
        ----------
        key : hashable
            What tells it from other things that are made of the journal, such as the day.
        make : callable
        """
        state = self._state()
        with self._opening:
            if self._made_at != state:
                self._made, self._made_at = {}, state
            if key in self._made:
                known: T = self._made[key]
                return known
        made = make()
        with self._opening:
            if self._made_at == state and len(self._made) < _MOST_REMEMBERED:
                self._made[key] = made
        return made

    def has_made(self, key: Hashable) -> bool:
        """Whether `until_changed` has that at hand."""
        state = self._state()
        with self._opening:
            return self._made_at == state and key in self._made

    def _state(self) -> tuple[object, ...]:
        """Return what changes when the journal does."""
        return tuple(_stamp(file) for file in (self.place, self.place.with_name(f"{self.place.name}-wal")))

    def lists(self) -> tuple[Sequence[Summary], Sequence[OpportunityEntry]]:
        """Return the lines of the keeper's own interviews and jobs."""

        def make() -> tuple[Sequence[Summary], Sequence[OpportunityEntry]]:
            from wentwell.journal import SearchBook

            with self.journal() as book:
                return book.list_of(None), SearchBook(book).list_of(None)

        return self.until_changed("lists", make)

    def today(self, record: Record | None = None) -> date:
        """Return the day on the user's clock."""
        return datetime.now().astimezone().date()


def _stamp(file: Path) -> tuple[int, int] | None:
    """Return what changes when a file does."""
    try:
        state = file.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


@dataclass(frozen=True, slots=True)
class Deleted:
    """An interview or a job that was deleted and is held in memory."""

    name: str
    """What it is called."""
    taken: TakenOut


class Held(Generic[T]):
    """The last things of a kind, in memory alone: until they are let go, others come or the server stops.

    Parameters
    ----------
    most : int
        How many at the same time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[str, T] = OrderedDict()
        self._lock = Lock()

    def __bool__(self) -> bool:
        return bool(self._held)

    def items(self) -> list[tuple[str, T]]:
        """Return what is held with the names to ask for it by, the last first."""
        with self._lock:
            return list(reversed(self._held.items()))

    def hold(self, one: T) -> str:
        """Hold one more, and return the name to ask for it by."""
        name = token_hex(6)
        with self._lock:
            self._held[name] = one
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return name

    def get(self, name: str) -> T | None:
        """Return one; ``None`` if it is held no more."""
        with self._lock:
            return self._held.get(name)

    def let_go(self, name: str) -> None:
        """Hold one no longer."""
        with self._lock:
            self._held.pop(name, None)


def _identity(place: Path) -> tuple[int, int] | None:
    """Return which file stands there, whatever its name."""
    try:
        state = place.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


class DemoSpace(Space):
    """The made-up interviews in a journal of their own, in a folder that goes with the server."""

    def __init__(self, *, base: str = "/demo") -> None:
        self._folder: Path | None = None
        self._days: dict[int, date] = {}
        super().__init__(Path(), base=base)

    @property
    def is_demo(self) -> bool:
        return True

    @property
    def exists(self) -> bool:
        return self._folder is not None and self.place.exists()

    def start(self) -> None:
        """Fill it with the made-up interviews, unless it is filled."""
        from wentwell.examples import demos
        from wentwell.reviewing import finish

        with self._writing:
            if self.exists:
                return
            self._folder = Path(tempfile.mkdtemp(prefix="wentwell-demo-"))
            self.place = self._folder / "journal.sqlite"
            with self.journal() as book:
                for demo in demos():
                    number, _ = finish(book, None, demo.interview, demo.today, read=self.read)
                    self._days[number] = demo.today

    def throw_away(self) -> None:
        """Remove it and all that was tried in it."""
        with self._writing:
            self.close()
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._folder, self._days = None, {}
            self.let_go()

    def today(self, record: Record | None = None) -> date:
        """Return the day on which the candidate of the demo asks: its interviews are long past."""
        if record is not None and record.id in self._days:
            return self._days[record.id]
        if record is None and self._days:
            return max(self._days.values())
        return super().today()


@dataclass(frozen=True, slots=True)
class Change:
    """A document before and after something in it was put right."""

    number: int
    """The interview's."""
    before: Document
    after: Document
    said: str
    """What was done."""
    effect: str
    """What that did to the answer."""


class Changes:
    """The last changes to documents, so that each can be undone; they are known until the server stops."""

    def __init__(self) -> None:
        self._made: list[Change] = []
        self._lock = Lock()

    def add(self, change: Change) -> None:
        """Take a change in."""
        with self._lock:
            self._made = [*self._made, change][-_MOST_CHANGES:]

    def last(self, number: int, document: Document) -> Change | None:
        """Return the change that made a document what it is now; ``None`` if it was changed since."""
        with self._lock:
            own = [one for one in self._made if (one.number, one.after.name) == (number, document.name)]
        return own[-1] if own and own[-1].after == document else None

    def forget(self, number: int) -> None:
        """Forget what was put right in an interview that is gone for good."""
        with self._lock:
            self._made = [one for one in self._made if one.number != number]

    def undone(self, change: Change) -> None:
        """Forget a change that was undone."""
        with self._lock:
            self._made = [one for one in self._made if one is not change]


class Remembered:
    """Finds the signs in documents, and remembers those of the last ones: an edit reads none anew."""

    def __init__(self) -> None:
        self._found: OrderedDict[bytes, list[Evidence]] = OrderedDict()
        self._lock = Lock()

    def unread(self, documents: Sequence[Document]) -> list[Document]:
        """Return the documents whose signs are not known."""
        with self._lock:
            return [one for one in documents if one.kind != "answers" and _key(one) not in self._found]

    def forget(self, documents: Sequence[Document]) -> None:
        """Forget the signs of documents that are deleted."""
        with self._lock:
            for one in documents:
                self._found.pop(_key(one), None)

    def __call__(
        self, documents: Sequence[Document], *, step: Callable[[], object] | None = None
    ) -> list[list[Evidence]]:
        """Return the signs of each document; ``step`` is called after each, and what it raises ends it."""
        from wentwell.reading import read_many

        keys = [_key(document) for document in documents]
        with self._lock:
            known = {key: self._found[key] for key in keys if key in self._found}
        new = [(key, one) for key, one in zip(keys, documents, strict=True) if key not in known]
        if new:
            with closing(read_many([one for _, one in new])) as found:
                for (key, _), signs in zip(new, found, strict=True):
                    known[key] = signs
                    self._keep({key: signs})  # what is stopped is not read a second time
                    if step is not None:
                        step()
        self._keep({key: known[key] for key in keys})
        return [known[key] for key in keys]

    def _keep(self, found: dict[bytes, list[Evidence]]) -> None:
        with self._lock:
            for key, signs in found.items():
                self._found[key] = signs
                self._found.move_to_end(key)
            while len(self._found) > _MOST_REMEMBERED:
                self._found.popitem(last=False)


def _key(document: Document) -> bytes:
    if document.turns and all(turn.role for turn in document.turns):
        # once it is settled who is who, names show no sign
        turns = tuple(turn.model_copy(update={"name": None, "guessed": False}) for turn in document.turns)
        document = document.model_copy(update={"turns": turns})
    return sha256(document.model_dump_json().encode("utf-8", "surrogatepass")).digest()
