"""The journal: what the candidate wants kept, each action one transaction."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import uuid4

from pydantic import JsonValue
from sqlalchemy import Connection, Engine

from wentwell.interview import Appointment, Assessment, Correction, Interview, Outcome, Personal
from wentwell.journal import _database as database
from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError, UnknownNumberError, explained
from wentwell.journal._lists import Lists, Unchanged
from wentwell.journal._migrate import bring_up_to_date
from wentwell.journal._output import new_file
from wentwell.journal._place import locate
from wentwell.journal._records import (
    AppointmentChange,
    CalendarEntry,
    CalendarFeed,
    Entry,
    EntryStatus,
    ImportCounts,
    LearnedVersion,
    Record,
    RecordedOutcome,
    ShownAssessment,
    Summary,
    Undone,
)

if TYPE_CHECKING:
    from wentwell.journal._taking_out import TakenOut

_Line = TypeVar("_Line")
_AT_ONCE = 500
"""Numbers in one query: SQLite takes no more than 999 everywhere."""


class Journal:
    """What is remembered of all interviews, in one SQLite file.

    Open it with `Journal.open` and use it as a context manager. Each action is one transaction: when it
    returns, it is on the disk, and when it raises, nothing was changed.

    The gut chance and the chances shown are there to be learned from, so they stay as they were told:
    the gut chance of an interview can be set and changed only until the first assessment was shown or an
    outcome was told; assessments and outcomes are only ever added.

    Examples
    --------
    >>> with Journal.open("journal.sqlite") as journal:  # doctest: +SKIP
    ...     number = journal.add(interview)
    ...     journal.show_assessment(number, assessment)
    """

    def __init__(self, path: Path, engine: Engine, wait: float) -> None:
        self._path = path
        self._engine = engine
        self._wait = wait
        self._lists = Lists(path, wait)
        self._unchanged = Unchanged()

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None, *, wait: float = 5.0) -> Self:
        """Open a journal; make it if there is none.

        Parameters
        ----------
        path : path, optional
            The file. Left out: what the environment variable ``WENTWELL_JOURNAL`` names, else
            ``journal.sqlite`` in the user's data folder.
        wait : float
            How many seconds to wait for another program that writes just now.

        Raises
        ------
        JournalError
            If it is no journal, cannot be used, or was made by a newer version; it is left as it is.
        """
        place = locate(path)
        with explained(place):
            database.prepare(place)
            engine = database.connect(place, wait)
            try:
                bring_up_to_date(engine, place)
                database.keep_a_log_ahead(engine)
                database.wipe_traces(engine)
            except BaseException:
                engine.dispose()
                raise
        return cls(place, engine, wait)

    def close(self) -> None:
        """Close the file."""
        self._lists.close()
        self._unchanged.clear()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    def add(self, interview: Interview, shown: Assessment | None = None) -> int:
        """Keep an interview with all it holds.

        It joins the person's opportunity with the same employer and job, whatever their case and spacing,
        as that is written already. An outcome told at the same time is kept as told together with the gut
        chance, not after it.

        Parameters
        ----------
        interview : Interview
        shown : Assessment, optional
            What is shown of it at once: see `show_assessment`. Both are kept, or neither.

        Returns
        -------
        int
            Its number in this journal.
        """
        with self._write() as connection:
            number = rows.insert_entry(connection, _first_entry(interview, "complete", None))
            if shown is not None:
                _keep_shown(connection, number, shown)
            return number

    def update(self, id: int, interview: Interview) -> None:
        """Keep an interview as it is now.

        An outcome that differs from the latest is added to the history; none leaves the history alone.

        Raises
        ------
        JournalError
            If there is no such interview, or if its gut chance would change after an assessment was shown
            or an outcome told.
        """
        with self._write() as connection:
            known = self._known(connection, id)
            _write_over(connection, known, interview, known.status, known.progress)

    def correct(
        self,
        id: int,
        read: Interview,
        made: Iterable[Correction] = (),
        taken_back: Iterable[Correction] = (),
    ) -> None:
        """Keep what the candidate corrected, and what stands after it.

        Corrections that another program keeps at the same time stay.

        Parameters
        ----------
        id : int
            The interview's number.
        read : Interview
            The interview as it was read with the corrections: its documents and evidence are kept.
        made : iterable of Correction
            New corrections, in the order in which they were made.
        taken_back : iterable of Correction
            Kept corrections that no longer hold.

        Raises
        ------
        JournalError
            If there is no such interview, or no such correction to take back.
        """
        with self._write() as connection:
            known = self._known(connection, id)
            standing = list(known.interview.corrections)
            for correction in taken_back:
                if correction not in standing:
                    raise JournalError(
                        f"Interview {id} has no such correction. See `wentwell correct {id} --list`."
                    )
                standing.remove(correction)
            corrected = known.interview.model_copy(
                update={
                    "documents": read.documents,
                    "evidence": read.evidence,
                    "corrections": (*standing, *made),
                }
            )
            _write_over(connection, known, corrected, known.status, known.progress)

    def get(self, id: int) -> Record:
        """Return an interview with all that was shown and told."""
        with self._read() as connection:
            return self._known(connection, id)

    def list(self) -> Sequence[Summary]:
        """Return one line for each interview, in the order they were added."""
        return self._listed(rows.read_summaries)

    def list_of(self, person: str | None) -> Sequence[Summary]:
        """Return the lines of one person's interviews; ``None``: of the user's own."""
        key = rows.person_key(person)
        return [line for line in self.list() if rows.person_key(line.person) == key]

    def records(self, numbers: Collection[int] | None = None, *, words: bool = True) -> Sequence[Record]:
        """Return interviews with all that was shown and told, in the order they were added.

        Parameters
        ----------
        numbers : collection of int, optional
            Which ones; those that are not there are left out. By default all.
        words : bool
            Whether with documents, signs and corrections. Without, it is quicker and takes less memory.
        """
        with self._read() as connection:
            if numbers is None:
                return rows.read_records(connection, words=words)
            wanted = sorted(set(numbers))
            found: list[Record] = []
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                found += (
                    self._unchanged.records(connection, some)
                    if words
                    else rows.read_records(connection, some, words=False)
                )
            return found

    def for_learning(self) -> Iterator[Record]:
        """Give the finished interviews one by one, with what learning needs, in the order they were added.

        That is without documents, signs and corrections, and with what was shown only where an outcome was
        told: few are held at the same time.
        """
        with self._read() as connection:
            yield from rows.read_for_learning(connection)

    def learned(self, person: str | None = None) -> Personal | None:
        """Return what was learned of a person and still holds; ``None`` if nothing.

        Parameters
        ----------
        person : str, optional
            The name, whatever its case and spacing. Left out: the user's own record.
        """
        with self._read() as connection:
            return _standing(rows.read_learned(connection), person)[-1]

    def learned_versions(self, person: str | None = None) -> Sequence[LearnedVersion]:
        """Return all that was ever learned of a person and taken back, in this order."""
        with self._read() as connection:
            return _of(rows.read_learned(connection), person)

    def keep_learned(self, personal: Personal, person: str | None = None) -> None:
        """Keep what was learned of a person; it is weighed from now on, and can be undone."""
        with self._write() as connection:
            rows.insert_learned(connection, [_version(connection, person, personal)])

    def undo_learned(self, person: str | None = None) -> Personal | None:
        """Take back what was learned last, and return what holds now.

        Raises
        ------
        JournalError
            If there is nothing to take back.
        """
        with self._write() as connection:
            standing = _standing(rows.read_learned(connection), person)
            if standing[-1] is None:
                raise JournalError("There is nothing to undo: nothing was learned, or all was taken back.")
            rows.insert_learned(connection, [_version(connection, person, None)])
            return standing[-2]

    def show_assessment(self, id: int, assessment: Assessment) -> None:
        """Keep an assessment as it was shown, and when. Call it as it is shown.

        Raises
        ------
        JournalError
            If there is no such interview, or its debrief is not finished: an assessment shown in between
            would colour the rest.
        """
        with self._write() as connection:
            known = self._known(connection, id)
            if known.status == "draft":
                raise JournalError(f"The debrief of interview {id} is not finished. Finish it first.")
            _keep_shown(connection, id, assessment)

    def record_outcome(self, id: int, outcome: Outcome) -> None:
        """Keep how it turned out, and when that was told.

        The latest outcome counts; the ones before, the gut chance and what was shown stay as they are.
        """
        with self._write() as connection:
            self._known(connection, id)
            moment = rows.next_moment(connection, id, datetime.now(UTC))
            rows.insert_history(connection, id, [], [_told(outcome, moment)])

    def take_back_outcome(self, id: int) -> Outcome:
        """Take back the outcome told last of an interview, as if it had never been told, and return it.

        Raises
        ------
        JournalError
            If there is no such interview, or no outcome to take back.
        """
        with self._write() as connection:
            known = self._known(connection, id)
            if not known.outcomes:
                raise JournalError(f"There is nothing to undo: no outcome of interview {id} was told.")
            rows.delete_outcome(connection, known.outcomes[-1].uuid)
            database.ask_for_wiping(connection)
        self._wipe()
        return known.outcomes[-1].outcome

    def save_draft(
        self, interview: Interview, progress: Mapping[str, JsonValue], id: int | None = None
    ) -> int:
        """Keep an unfinished debrief. Call it after each answer: a kill then loses none.

        Parameters
        ----------
        interview : Interview
            What is known so far.
        progress : mapping
            Where the debrief is, in values that JSON knows.
        id : int, optional
            The draft's number, once it has one. Left out, a new draft is made.

        Returns
        -------
        int
            The draft's number, the interview's number later.
        """
        kept: dict[str, JsonValue] = json.loads(json.dumps(dict(progress), allow_nan=False))
        with self._write() as connection:
            if id is None:
                return rows.insert_entry(connection, _first_entry(interview, "draft", kept))
            known = self._known(connection, id)
            if known.status != "draft":
                raise JournalError(f"The debrief of interview {id} is finished already.")
            _write_over(connection, known, interview, "draft", kept)
            return id

    def draft(self) -> Record | None:
        """Return the draft that was saved last, to go on with; ``None`` if there is none."""
        with self._read() as connection:
            number = rows.newest_draft(connection)
            return None if number is None else self._known(connection, number)

    def complete(self, id: int, interview: Interview, shown: Assessment | None = None) -> None:
        """Make a draft a finished interview, with what is shown of it at once: both are kept, or neither."""
        with self._write() as connection:
            _write_over(connection, self._known(connection, id), interview, "complete", None)
            if shown is not None:
                _keep_shown(connection, id, shown)

    def appointments(self) -> Mapping[int, Sequence[Appointment]]:
        """Return what calendars say of interviews, by their numbers."""
        from wentwell.journal._calendar import read_appointments

        with self._read() as connection:
            return read_appointments(connection)

    def take_appointments(self, changes: Sequence[AppointmentChange]) -> tuple[int, ...]:
        """Take in events of a calendar, all or none, as one step that `undo_appointments` takes back.

        A new interview is kept as a debrief that is not begun: it waits for the day.

        Returns
        -------
        tuple of int
            The number of each interview.

        Raises
        ------
        JournalError
            If an interview is gone or an event was taken in by another program meanwhile.
        """
        from wentwell.journal._calendar import take_in

        with self._write() as connection:
            return take_in(connection, changes)

    def undo_appointments(self) -> Undone:
        """Take back what the last `take_appointments` did; interviews worked on since stay.

        Raises
        ------
        JournalError
            If there is nothing to take back.
        """
        from wentwell.journal._calendar import undo

        with self._write() as connection:
            undone = undo(connection)
            if undone.removed:
                database.ask_for_wiping(connection)
        if undone.removed:
            self._wipe()
        return undone

    def write_calendar(
        self, wanted: Mapping[int, Sequence[CalendarEntry]], *, handed_out: bool
    ) -> Mapping[int, Sequence[CalendarEntry]]:
        """Give each event for a calendar its number: it keeps its identity, and each change is told.

        Parameters
        ----------
        wanted : mapping
            The events by the number of their interview; their ``sequence`` and ``changed_at`` are set here.
        handed_out : bool
            They go to a file that is taken into a calendar once: one that falls away later is cancelled.

        Returns
        -------
        mapping
            All that stand, cancelled ones included.
        """
        from wentwell.journal._calendar import write_entries

        with self._write() as connection:
            return write_entries(connection, wanted, handed_out=handed_out)

    def calendar_feed(self) -> CalendarFeed | None:
        """Return the calendar file that is kept up to date, if there is one."""
        from wentwell.journal._calendar import read_feeds

        with self._read() as connection:
            return next(iter(read_feeds(connection)), None)

    def keep_calendar_feed(self, feed: CalendarFeed | None) -> None:
        """Keep this calendar file up to date from now on; ``None``: none any more."""
        from wentwell.journal._calendar import keep_feed

        with self._write() as connection:
            keep_feed(connection, feed)

    def delete(self, id: int) -> bool:
        """Delete an interview and all its words from the journal's files, for good.

        Words that were changed before, in any interview, go from the files at the same time.
        Backups and exports made earlier are files of their own and stay.

        Returns
        -------
        bool
            True if no trace is left. False if another program has the journal open just now: the interview
            is gone, and its traces in the files are wiped when the journal is opened or deleted from next.
        """
        with self._write() as connection:
            if not rows.delete_entry(connection, id):
                raise _unknown(id)
            database.ask_for_wiping(connection)
        return self._wipe()

    def take_out(self, id: int) -> TakenOut:
        """Delete an interview as `delete` does, and return what it was, so that `put_back` can undo it.

        Nothing of it stays in the journal's files: let go of what is returned, and it is gone for good.
        """
        from wentwell.journal._taking_out import take_out_interview

        with self._write() as connection:
            taken = take_out_interview(connection, id)
            if taken is None:
                raise _unknown(id)
            database.ask_for_wiping(connection)
        return replace(taken, wiped=self._wipe())

    def put_back(self, taken: TakenOut) -> None:
        """Put back what `take_out` took out, or `SearchBook.take_out`, under the number that it had.

        What came in its place meanwhile stays: a mail that was taken in again, a job of the same name that
        its interview then belongs to.

        Raises
        ------
        JournalError
            If it is there already, or for a job, if another one bears its names now.
        """
        from wentwell.journal._taking_out import put_back

        with self._write() as connection:
            put_back(connection, taken)

    def delete_all(self) -> bool:
        """Delete everything; the empty journal stays. Returns what `delete` returns."""
        with self._write() as connection:
            rows.delete_everything(connection)
            database.ask_for_wiping(connection)
        return self._wipe()

    def export_json(self, target: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write the whole journal to one JSON file, which `import_json` reads."""
        from wentwell.journal._exchange import write_json

        path = self._elsewhere(target)
        with self._read() as connection:
            write_json(connection, path, overwrite=overwrite)

    def import_json(self, source: str | os.PathLike[str]) -> ImportCounts:
        """Take in an export, all of it or nothing.

        Interviews known already are not doubled: what was shown and told since is added, and of two
        states of an interview the later one stays.

        Raises
        ------
        JournalError
            If the file is not a whole export.
        """
        from wentwell.journal._exchange import merge, parse_json

        path = Path(source).expanduser()
        with explained(path):
            export = parse_json(path)
        with self._write() as connection:
            return merge(connection, export)

    def export_csv(self, folder: str | os.PathLike[str], *, overwrite: bool = False) -> tuple[Path, ...]:
        """Write one CSV file (UTF-8) for each table, and return them.

        Words that a spreadsheet would take for a formula get an apostrophe in front.
        """
        from wentwell.journal._exchange import write_csv

        path = Path(folder).expanduser()
        with self._read() as connection:
            return write_csv(connection, path, overwrite=overwrite)

    def backup(self, target: str | os.PathLike[str]) -> None:
        """Copy the journal to a new file, whole and checked, also while it is in use."""
        path = self._elsewhere(target)
        with explained(path), new_file(path, overwrite=False) as unfinished:
            database.copy(self._path, unfinished, self._wait)

    def check(self) -> None:
        """Look through the whole journal for damage.

        Raises
        ------
        JournalError
            If there is any.
        """
        with self._read() as connection:
            if database.is_whole(connection):
                rows.read_records(connection)
                return
        raise JournalError(f"The journal {self._path} is damaged. Restore a backup.")

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with explained(self._path), self._engine.connect() as connection:
            yield connection

    def _listed(self, read: Callable[[Connection], Sequence[_Line]]) -> Sequence[_Line]:
        """Return a list as it was read before, if nothing was committed since, by whomever; else read it."""
        with explained(self._path):
            return self._lists.get(read, self._engine)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with explained(self._path), database.writing(self._engine).begin() as connection:
            yield connection

    def _known(self, connection: Connection, id: int) -> Record:
        found = rows.read_records(connection, id)
        if not found:
            raise _unknown(id)
        return found[0]

    def _wipe(self) -> bool:
        with explained(self._path):
            return database.wipe_traces(self._engine)

    def _elsewhere(self, target: str | os.PathLike[str]) -> Path:
        path = Path(target).expanduser()
        if path.exists() and path.samefile(self._path):
            raise JournalError(f"{path} is the journal itself. Choose another name.")
        return path


def _keep_shown(connection: Connection, number: int, assessment: Assessment) -> None:
    moment = rows.next_moment(connection, number, datetime.now(UTC))
    rows.insert_history(
        connection, number, [ShownAssessment(uuid=uuid4(), shown_at=moment, assessment=assessment)], []
    )


def _unknown(id: int) -> UnknownNumberError:
    return UnknownNumberError(f"There is no interview {id} in the journal. See `wentwell list`.")


def _of(versions: Iterable[LearnedVersion], person: str | None) -> Sequence[LearnedVersion]:
    key = rows.person_key(person)
    return [one for one in versions if rows.person_key(one.person) == key]


def _standing(versions: Iterable[LearnedVersion], person: str | None) -> list[Personal | None]:
    """Return what was learned of a person and not taken back, the last one last, after a first ``None``."""
    stack: list[Personal | None] = [None]
    for one in _of(versions, person):
        if one.personal is not None:
            stack.append(one.personal)
        elif len(stack) > 1:
            stack.pop()
    return stack


def _version(connection: Connection, person: str | None, personal: Personal | None) -> LearnedVersion:
    # after all there is, also if the clock was set back: the order is what undoing goes by
    last = max((one.made_at for one in rows.read_learned(connection)), default=None)
    now = datetime.now(UTC)
    moment = now if last is None else max(now, last + timedelta(microseconds=1))
    return LearnedVersion(uuid=uuid4(), person=person, made_at=moment, personal=personal)


def _told(outcome: Outcome, moment: datetime) -> RecordedOutcome:
    return RecordedOutcome(uuid=uuid4(), recorded_at=moment, outcome=outcome)


def _first_entry(interview: Interview, status: EntryStatus, progress: dict[str, JsonValue] | None) -> Entry:
    moment = datetime.now(UTC)
    return Entry(
        uuid=uuid4(),
        status=status,
        created_at=moment,
        updated_at=moment,
        gut_at=None if interview.gut is None else moment,
        interview=interview,
        progress=progress,
        outcomes=() if interview.outcome is None else (_told(interview.outcome, moment),),
    )


def _write_over(
    connection: Connection,
    known: Record,
    interview: Interview,
    status: EntryStatus,
    progress: dict[str, JsonValue] | None,
) -> None:
    moment = rows.next_moment(connection, known.id, datetime.now(UTC))
    gut_at = known.gut_at
    if interview.gut != known.interview.gut:
        if known.assessments or known.outcomes:
            raise JournalError(
                f"The gut chance of interview {known.id} stays as it is: it counts only if it was told "
                "before a chance was shown or the outcome was known."
            )
        gut_at = None if interview.gut is None else moment
    outcomes = known.outcomes
    if interview.outcome is not None and interview.outcome != known.interview.outcome:
        outcomes = (*outcomes, _told(interview.outcome, moment))
    rows.update_entry(
        connection,
        known.id,
        known,
        Entry(
            uuid=known.uuid,
            status=status,
            created_at=known.created_at,
            updated_at=moment,
            gut_at=gut_at,
            interview=interview.model_copy(update={"outcome": outcomes[-1].outcome if outcomes else None}),
            progress=progress,
            assessments=known.assessments,
            outcomes=outcomes,
        ),
    )
