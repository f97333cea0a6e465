"""The jobs in the rows of a table."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.utils import getaddresses
from urllib.parse import urlsplit

from wentwell.interview import (
    SEARCH_STAGES,
    Closing,
    Contact,
    Deadline,
    Opportunity,
    OpportunityDetails,
    SearchStage,
)
from wentwell.sources import TableRow
from wentwell.trackers._columns import NO, YES, Layout, employer_and_job, is_flag
from wentwell.trackers._days import read_day
from wentwell.trackers._headings import Field
from wentwell.trackers._statuses import MEANINGS, SAVED, Meaning, furthest, meaning_of
from wentwell.trackers._words import unlinked

_LONGEST_NAME, _LONGEST_LINE, _LONGEST_URL, _LONGEST_NOTE, _LONGEST_TAG = 200, 500, 2000, 20_000, 60
_MOST_TAGS, _MOST_CONTACTS = 30, 20
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.I)
_MAIL = re.compile(r"[^\s@,;<>()\[\]\"]+@[^\s@,;<>()\[\]\"]+\.[^\s@,;<>()\[\]\".]+")
_DIVIDED = re.compile(r"[,;|\n]+")

_STATIONS: tuple[Field, ...] = ("applied", "screen", "first", "further", "final", "offer")
_ENDINGS: tuple[Field, ...] = ("accepted", "refused", "withdrawn")
_DATED: tuple[Field, ...] = (*_STATIONS, *_ENDINGS, "interview", "changed")
_TO_DO: tuple[Field, ...] = ("deadline", "follow-up")
_EMPTY = frozenset("n/a na none tbd tba ? – — unknown pending null".split())  # noqa: SIM905
_NOTED: Mapping[Field, str] = {"salary": "Salary", "phone": "Phone"}


@dataclass(frozen=True, slots=True)
class FoundStep:
    """A step of a job's way, as a row tells it."""

    stage: SearchStage
    closing: Closing | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class FoundJob:
    """The job in one row."""

    row: int
    """The row's number as a spreadsheet shows it."""
    opportunity: Opportunity
    """Its employer is empty where the row names none."""
    details: OpportunityDetails = dataclasses.field(default_factory=OpportunityDetails)
    steps: tuple[FoundStep, ...] = ()
    """Its way, the first step first; empty if it was only noted and not applied for."""
    doubts: tuple[str, ...] = ()
    """What in this row could not be read, and what was made of it."""

    @property
    def saved(self) -> bool:
        """Whether it was only noted, and not applied for yet."""
        return not self.steps


def found_jobs(layout: Layout, today: date, told: Mapping[str, Meaning] | None = None) -> Iterator[FoundJob]:
    """Read the jobs of a table, one for each row.

    What cannot be read as a day or a status is kept in the note, word by word, and told.

    Parameters
    ----------
    layout : Layout
        With the user's word where it was asked for. Days that depend on an order that is not known are
        read as no days.
    today : date
        Deadlines before it are over: they are kept in the note. Interviews after it are still to come: the
        first one is the deadline.
    told : mapping, optional
        What the user said of statuses, by `words_of` them.
    """
    fields = {field: layout.columns(field) for field in {guess.field for guess in layout.guesses}}
    places = {field: tuple(column.place for column in columns) for field, columns in fields.items()}
    headings = {guess.column.place: guess.column.heading for guess in layout.guesses}
    for row in layout.rows:
        yield _Row(row, _Reading(places, headings, layout, today, told or {})).job()


def unknown_statuses(layout: Layout) -> Mapping[str, int]:
    """Return the statuses of a table whose words say nothing known, with how often they stand there."""
    counts: dict[str, int] = {}
    for column in layout.columns("status"):
        for row in layout.rows:
            status = row.cells[column.place] if column.place < len(row.cells) else ""
            if (
                status
                and not is_flag(status)
                and read_day(status, "day-first") is None
                and not meaning_of(status)
            ):
                counts[status] = counts.get(status, 0) + 1
    return counts


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is the same for all rows."""

    places: Mapping[Field, tuple[int, ...]]
    headings: Mapping[int, str]
    layout: Layout
    today: date
    told: Mapping[str, Meaning]


class _Row:
    """One row while it is read."""

    def __init__(self, row: TableRow, reading: _Reading) -> None:
        self._row = row
        self._places = reading.places
        self._headings = reading.headings
        self._layout = reading.layout
        self._today = reading.today
        self._told = reading.told
        self._noted: list[str] = []
        self._doubts: list[str] = []
        self._coming: list[tuple[date, str]] = []

    def job(self) -> FoundJob:
        employer, job = self._names()
        steps = self._steps()
        return FoundJob(
            row=self._row.number,
            opportunity=Opportunity(employer=employer[:_LONGEST_NAME], job=job[:_LONGEST_NAME]),
            details=self._details(),
            steps=steps,
            doubts=tuple(self._doubts),
        )

    def _cells(self, field: Field) -> list[tuple[str, str]]:
        """Return the filled cells of a field with their headings."""
        cells = self._row.cells
        return [
            (self._headings[place], cells[place])
            for place in self._places.get(field, ())
            if place < len(cells) and cells[place]
        ]

    def _first(self, field: Field) -> str:
        return next((_line(cell) for _, cell in self._cells(field)), "")

    def _names(self) -> tuple[str, str]:
        employer, job = unlinked(self._first("employer")), unlinked(self._first("job"))
        both = self._first("both")
        if both and not employer:
            employer, other = employer_and_job(unlinked(both), self._layout.both_order)
            job = job or other
        return employer, job

    def _steps(self) -> tuple[FoundStep, ...]:
        days: dict[str, date | None] = {}
        for field in _DATED:
            for heading, cell in self._cells(field):
                day, came = self._day_in(heading, cell)
                before = days.get(field)
                if came and (before is None or (day is not None and day < before)):
                    days[field] = day
        if "interview" in days and days.get("first") is None:
            days["first"] = days["interview"]
        reached = [MEANINGS[field] for field in (*_STATIONS, *_ENDINGS) if field in days]
        meanings = self._meanings()
        if not reached and self._is_only_noted(furthest(meanings)):
            return ()
        return _way([*reached, *meanings], days)

    def _is_only_noted(self, meaning: Meaning | None) -> bool:
        """Whether nothing in the row says that it was applied for, although something could."""
        # a day that cannot be read is one all the same
        told = [cell for _, cell in self._cells("applied") if cell.casefold() not in NO | _EMPTY]
        asks_when = bool(self._places.get("applied")) and not told
        if meaning is None:
            only_saved = bool(self._places.get("saved")) and not self._places.get("status")
            return asks_when or (only_saved and not self._cells("status"))
        # what was noted and then put away was never applied for
        return meaning == SAVED or (meaning.closing == "other" and asks_when)

    def _day_in(self, heading: str, cell: str) -> tuple[date | None, bool]:
        """Return the day in a cell, and whether the cell says that it came to that."""
        if cell.casefold() in YES:
            return None, True
        if cell.casefold() in NO | _EMPTY:
            return None, False
        day = read_day(cell, self._layout.order)
        if day is None:
            self._keep(heading, cell)
            self._doubts.append(f"“{_line(cell)[:60]}” under {_line(heading)} is no day that can be read")
            return None, False
        if day > self._today:
            # a day that was booked: it is to come, and where the job stands does not wait for it
            self._coming.append((day, _line(heading)[:_LONGEST_LINE]))
            return None, True
        return day, True

    def _meanings(self) -> list[Meaning]:
        """Return what the statuses mean, one for each column of them."""
        meanings = []
        for heading, cell in self._cells("status"):
            if is_flag(cell):
                continue
            meaning = meaning_of(cell, self._told)
            if meaning is None:
                self._keep(heading, cell)
                self._doubts.append(f"the status “{_line(cell)[:60]}” is not known")
            else:
                meanings.append(meaning)
        return meanings

    def _keep(self, heading: str, cell: str) -> None:
        self._noted.append(f"{_line(heading)}: {cell}")

    def _details(self) -> OpportunityDetails:
        deadline = self._deadline()
        url, domains = self._url(), self._domains()
        contacts = self._contacts()
        tags = self._tags()
        place, source = self._first("place"), self._first("source")
        return OpportunityDetails(
            tags=tags,
            deadline=deadline,
            url=url,
            place=place[:_LONGEST_LINE],
            source=source[:_LONGEST_LINE],
            contacts=contacts,
            domains=domains,
            note=self._note(),
        )

    def _deadline(self) -> Deadline | None:
        """Return the first day by which something is to be done; the others are kept in the note."""
        found = list(self._coming)
        for field in _TO_DO:
            for heading, cell in self._cells(field):
                day = read_day(cell, self._layout.order)
                if day is not None and day >= self._today:
                    found.append((day, _line(heading)[:_LONGEST_LINE]))
                elif cell.casefold() not in YES | NO | _EMPTY:
                    self._keep(heading, cell)
        found.sort()
        self._noted += [f"{what}: {day}" for day, what in found[1:]]
        return Deadline(day=found[0][0], what=found[0][1]) if found else None

    def _url(self) -> str:
        kept = ""
        for heading, cell in self._cells("url"):
            links = _URL.findall(cell)
            if links and not kept and len(links[0]) <= _LONGEST_URL:
                kept = links[0] if links[0].lower().startswith("http") else f"https://{links[0]}"
                if cell.strip() != links[0]:
                    self._keep(heading, cell)
            else:
                self._keep(heading, cell)
        return kept

    def _domains(self) -> tuple[str, ...]:
        found: list[str] = []
        for heading, cell in self._cells("website"):
            domain = _domain(cell)
            if domain:
                found.append(domain)
            else:
                self._keep(heading, cell)
        return tuple(dict.fromkeys(found))

    def _contacts(self) -> tuple[Contact, ...]:
        people: list[Contact] = []
        loose: list[str] = []
        for _, cell in self._cells("contact"):
            for name, mail in _people(cell):
                people.append(Contact(name=name, mail=mail.lower()))
        for heading, cell in self._cells("mail"):
            for name, mail in _people(cell):
                if mail and name:
                    people.append(Contact(name=name, mail=mail.lower()))
                elif mail:
                    loose.append(mail.lower())
                else:
                    self._keep(heading, cell)
        known = {one.mail.casefold() for one in people if one.mail}
        loose = [mail for mail in dict.fromkeys(loose) if mail.casefold() not in known]
        nameless = [place for place, one in enumerate(people) if not one.mail]
        if len(nameless) == len(loose) == 1:
            place = nameless[0]
            people[place] = people[place].model_copy(update={"mail": loose.pop()})
        people += [Contact(mail=mail) for mail in loose]
        for one in people[_MOST_CONTACTS:]:
            self._noted.append(f"Contact: {one.name} {one.mail}".strip())
        return tuple(dict.fromkeys(people[:_MOST_CONTACTS]))

    def _tags(self) -> tuple[str, ...]:
        tags: list[str] = []
        for heading, cell in self._cells("tags"):
            for part in _DIVIDED.split(cell):
                tag = _line(part).lstrip("#")
                if len(tag) > _LONGEST_TAG or len(tags) >= _MOST_TAGS:
                    self._keep(heading, part)
                elif tag:
                    tags.append(tag)
        return tuple(dict.fromkeys(tags))

    def _note(self) -> str:
        notes = self._cells("note")
        parts = [cell if len(notes) == 1 else f"{_line(heading)}: {cell}" for heading, cell in notes]
        for field, name in _NOTED.items():
            for heading, cell in self._cells(field):
                parts.append(f"{_line(heading) if field == 'salary' else name}: {cell}")
        note = "\n".join((*parts, *self._noted))
        if len(note) > _LONGEST_NOTE:
            self._doubts.append(f"the note is longer than {_LONGEST_NOTE:,} characters and was cut")
        return note[:_LONGEST_NOTE]


def _way(reached: list[Meaning], days: Mapping[str, date | None]) -> tuple[FoundStep, ...]:
    """Put the stations in their order, the application first; the day of the status goes to the last one."""
    ending = furthest(one for one in reached if one.closing)
    stages = {"applied", *(one.stage for one in reached)}
    steps = [FoundStep(one, on=days.get(one)) for one in SEARCH_STAGES if one in stages and one != "closed"]
    if ending is not None:
        steps.append(FoundStep("closed", ending.closing, days.get(ending.name)))
    last, changed = steps[-1], days.get("changed")
    known = [step.on for step in steps if step.on]
    if changed and last.on is None and len(steps) > 1 and changed >= max(known, default=changed):
        steps[-1] = FoundStep(last.stage, last.closing, changed)
    return tuple(steps)


def _people(cell: str) -> list[tuple[str, str]]:
    """Return names and addresses: "Jo Reed <jo@acme.example>", "Jo Reed, Max Lind", "jo@acme.example"."""
    found = []
    for part in re.split(r"[;\n]|,(?![^<]*>)", cell):
        text = _line(part)
        if not text:
            continue
        mail = _MAIL.search(text)
        if mail is None:
            found.append((text[:_LONGEST_LINE], ""))
            continue
        ((name, address),) = getaddresses([text])[:1] or [("", "")]
        if not _MAIL.fullmatch(address):
            address = mail[0]
            name = _line(text.replace(address, "")).strip("<>()[]-–:,/ ")
        found.append((name[:_LONGEST_LINE], address[:_LONGEST_LINE]))
    return found


def _domain(cell: str) -> str:
    text = cell.strip().split()[0] if cell.strip() else ""
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return host if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) and len(host) <= _LONGEST_LINE else ""


def _line(text: str) -> str:
    return " ".join(text.split())
