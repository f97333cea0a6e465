"""Which column of a table holds what: by its heading, and by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wentwell.sources import Sheet, TableFile, TableRow
from wentwell.trackers._days import Order, Shown, is_day, order_of, read_day
from wentwell.trackers._headings import DAYS, SEVERAL, Field, field_of_heading, is_linkedin
from wentwell.trackers._statuses import is_status
from wentwell.trackers._words import heading_words, words_of

SURE, WORTH_ASKING = 0.8, 0.4
"""From here on a guess is taken without a question; below the other one the column is left alone."""
_HEADING_WITHIN = 30
"""Rows in which the headings are looked for: templates put a title and a summary above them."""
_LOOKED_AT = 2000
_MOST = 0.6
"""The share of cells from which a column is of their kind."""
_EXAMPLES = 3
_UNSURE_DAY = 0.6
"""How surely a column of days is what it seems, if its heading does not say so plainly."""

_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_URL = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_MAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
YES = frozenset("yes y x true 1 ja j oui o si s ✓ ✔ ☑ ✅ checked".split())  # noqa: SIM905
NO = frozenset("no n false 0 nein non ✗ ✘ ☐ ❌ - unchecked".split())  # noqa: SIM905
_JOB = re.compile(
    r"\b(?:engineer|developer|programmer|analyst|manager|designer|scientist|nurse|teacher|accountant|consultant|"
    r"technician|assistant|administrator|director|officer|specialist|coordinator|architect|driver|cook|chef|"
    r"baker|carer|cleaner|clerk|representative|associate|executive|intern|trainee|apprentice|researcher|"
    r"lecturer|electrician|mechanic|librarian|editor|writer|receptionist|supervisor|planner|buyer|tester|"
    r"operator|lead|entwickler(?:in)?|ingenieur(?:in)?|sachbearbeiter(?:in)?|leiter(?:in)?|pfleger(?:in)?|"
    r"kaufmann|kauffrau|berater(?:in)?|werkstudent(?:in)?|praktikum|ingenieure?|developpeu(?:r|se)|"
    r"charge[e]? d|responsable|assistante?|comptable|infirmi(?:er|ere)|ingenier[oa]|desarrollador[a]?|"
    r"analista|gerente|asistente|enfermer[oa]|contable|tecnic[oa])s?\b"
)
_FIRM = re.compile(
    r"\b(?:inc|ltd|llc|plc|gmbh|ag|sarl|s\.?l|corp|co|group|bank|university|labs?)\b\.?$", re.I
)
_BOTH_AT = re.compile(r"\s+(?:at|@|bei|chez|en)\s+|\s*@\s+", re.I)
_BOTH = re.compile(r"\s+[-–—|:/]\s+|\s*[|–—]\s*|:\s+")

BothOrder = Literal["employer-first", "job-first"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    place: int
    """0 for the first."""
    heading: str
    """As it is written, or "column B" where there is none."""
    filled: int
    """How many cells below the heading hold something."""
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column may hold."""

    column: Column
    field: Field
    confidence: float
    """Between 0 and 1: points set by hand, an opinion and not a measured rate."""
    reason: str

    @property
    def sure(self) -> bool:
        """Whether to take it without a question."""
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Layout:
    """A table with what its columns hold."""

    sheet: Sheet
    heading_row: int
    """Its number; 0 if there are no headings."""
    guesses: tuple[Guess, ...]
    """One for each column that holds anything, in their order."""
    order: Order | None
    """How days of three numbers are meant; ``None``: no value tells."""
    order_matters: bool
    """Whether there are days that cannot be read without it, or that it would change."""
    both_order: BothOrder | None = None
    """Which comes first in a column that holds employer and job."""

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows below the headings; one that repeats them is left out."""
        head = next((row.cells for row in self.sheet.rows if row.number == self.heading_row), None)
        return tuple(row for row in self.sheet.rows if row.number > self.heading_row and row.cells != head)

    def columns(self, field: Field) -> tuple[Column, ...]:
        """Return the columns that hold this."""
        return tuple(guess.column for guess in self.guesses if guess.field == field)

    def with_field(self, column: Column, field: Field) -> Layout:
        """Return it with the user's word about a column: it takes the place of another that held the same."""
        guesses = []
        for guess in self.guesses:
            if guess.column == column:
                guesses.append(Guess(column, field, 1.0, "you said so"))
            elif guess.field == field and field not in SEVERAL:
                guesses.append(Guess(guess.column, "leave", 1.0, "another column holds it"))
            else:
                guesses.append(guess)
        return _with_orders(replace(self, guesses=tuple(guesses)))

    def with_order(self, order: Order) -> Layout:
        """Return it with the user's word about days."""
        return replace(self, order=order)


def lay_out(file: TableFile) -> Layout:
    """Find the table that looks like a tracker, its headings, and what its columns hold.

    Parameters
    ----------
    file : TableFile
        Of several sheets the one is taken whose headings tell the most.
    """
    filled = [sheet for sheet in file.sheets if sheet.rows]
    return max(map(_lay_out, filled), key=_promise)


def _promise(layout: Layout) -> tuple[float, int]:
    named = {guess.field: guess.confidence for guess in layout.guesses if guess.field != "leave"}
    told = sum(named.values()) + 3 * (("employer" in named) or ("both" in named)) + ("job" in named)
    return told, len(layout.rows)


def _lay_out(sheet: Sheet) -> Layout:
    head = _heading_row(sheet)
    number, headings = (0, ()) if head is None else (head.number, head.cells)
    body = [row.cells for row in sheet.rows if row.number > number and row.cells != headings]
    width = max(map(len, (headings, *body)), default=0)
    step = max(1, len(body) // _LOOKED_AT)
    looked_at = body[::step]
    guesses = []
    for place in range(width):
        cells = [row[place] for row in looked_at if place < len(row) and row[place]]
        heading = headings[place] if place < len(headings) else ""
        filled = sum(1 for row in body if place < len(row) and row[place])
        if not filled:
            continue
        examples = tuple(dict.fromkeys(cells))[:_EXAMPLES]
        column = Column(place, heading or f"column {_letters(place)}", filled, examples)
        guesses.append(_guess(column, heading, cells))
    if is_linkedin(tuple(headings)):
        guesses = [_of_linkedin(guess) for guess in guesses]
    guesses = _settled(_named(guesses))
    return _with_orders(
        Layout(sheet, number, tuple(guesses), None, False), linkedin=is_linkedin(tuple(headings))
    )


def _heading_row(sheet: Sheet) -> TableRow | None:
    """Return the row with the headings; ``None`` if the first row is data already."""
    best, most = None, 0.0
    for row in sheet.rows[:_HEADING_WITHIN]:
        told = [
            found[1] if len(cell) <= 60 else 0.0
            for cell in row.cells
            if cell and (found := field_of_heading(cell)) and not is_day(cell)
        ]
        points = sum(told) - 0.5 * sum(1 for cell in row.cells if _is_datum(cell))
        if len(told) > 1 and points > most:
            best, most = row, points
    if best is not None:
        return best
    first = sheet.rows[0]
    single = len(first.cells) == 1 and field_of_heading(first.cells[0])
    return first if single or not any(map(_is_datum, first.cells)) else None


def _is_datum(cell: str) -> bool:
    return bool(_URL.match(cell) or _MAIL.search(cell) or is_day(cell) or re.fullmatch(r"[\d.,]+", cell))


def _letters(place: int) -> str:
    """Return a column's name in a spreadsheet: A, B, ..., Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Which shares of a column's cells are of what kind."""

    days: float
    serials: float
    numbers: float
    urls: float
    mails: float
    statuses: float
    flags: float
    jobs: float
    firms: float
    distinct: float
    several: bool

    @classmethod
    def of(cls, cells: Sequence[str]) -> _Kinds:
        def share(test: Callable[[str], bool]) -> float:
            return sum(1 for cell in cells if test(cell)) / len(cells)

        return cls(
            days=share(is_day),
            serials=share(lambda cell: _SERIAL.fullmatch(cell) is not None and read_day(cell) is not None),
            numbers=share(lambda cell: re.fullmatch(r"[\d.,]+", cell) is not None),
            urls=share(lambda cell: _URL.match(cell) is not None),
            mails=share(lambda cell: _MAIL.search(cell) is not None),
            statuses=share(is_status),
            flags=share(is_flag),
            jobs=share(lambda cell: _JOB.search(words_of(cell[:200])) is not None),
            firms=share(lambda cell: _FIRM.search(cell) is not None),
            distinct=len(set(cells)) / len(cells),
            several=len(cells) > 2,
        )


def is_flag(cell: str) -> bool:
    """Whether a cell only says yes or no."""
    return cell.casefold() in YES or cell.casefold() in NO


def _guess(column: Column, heading: str, cells: Sequence[str]) -> Guess:
    kinds = _Kinds.of(cells)
    named = field_of_heading(heading) if heading else None
    if named is None:
        return _by_values(column, kinds)
    field, confidence = named
    called = f"it is called {heading!r}"
    rules = _of_days if field in DAYS else _of_words
    for holds, other, points, reason in rules(field, confidence, kinds):
        if holds:
            return Guess(column, other, points, f"{called}{reason}")
    return Guess(column, field, confidence, called)


_Rules = Sequence[tuple[bool, Field, float, str]]
"""The first that holds decides: what the column then is, how surely, and why."""


def _of_words(field: Field, confidence: float, kinds: _Kinds) -> _Rules:
    odd = max(kinds.days, kinds.flags, kinds.numbers) >= _MOST
    links = kinds.urls >= _MOST
    return (
        (field in ("employer", "job", "contact") and odd, "leave", 0.7, ", but names nothing"),
        (
            field in ("employer", "job", "status", "place", "source") and links,
            "url",
            0.7,
            ", but holds links",
        ),
        (field == "url" and kinds.urls < _MOST and kinds.jobs >= _MOST, "job", 0.7, ", but names jobs"),
        (field == "url" and kinds.urls < _MOST, "note", 0.7, ", but holds few links"),
        (field == "mail" and kinds.mails < 0.3, "contact", 0.7, ", but holds few addresses"),
        (field == "contact" and kinds.mails >= _MOST, "mail", confidence, " and holds addresses"),
        (field == "status" and kinds.days >= _MOST, "changed", _UNSURE_DAY, " and holds days"),
        (
            field == "status" and kinds.statuses < 0.3 and kinds.distinct > 0.8 and kinds.several,
            "note",
            0.5,
            ", but holds no statuses",
        ),
        (field == "status" and kinds.statuses < 0.3, "status", min(confidence, 0.75), ""),
        (field in ("source", "tags") and kinds.flags >= _MOST, "leave", SURE, ", and only says yes or no"),
    )


def _of_days(field: Field, confidence: float, kinds: _Kinds) -> _Rules:
    dated = kinds.days + kinds.serials
    flagged = dated + kinds.flags >= _MOST
    return (
        (dated >= _MOST, field, confidence, " and holds days"),
        (flagged and field in _NO_FLAG, "leave", SURE, ", and only says yes or no"),
        (flagged, field, min(confidence, 0.85), " and says yes or no"),
        (kinds.statuses >= _MOST, "status", 0.7, ", but holds statuses"),
        (kinds.urls >= _MOST, "url", 0.7, ", but holds links"),
        (dated >= 0.2, field, 0.65, " and holds some days"),
        (True, "note", 0.5, ", but holds no days"),
    )


_NO_FLAG = frozenset({"saved", "changed", "deadline", "follow-up"})
"""Columns of days in which a bare "yes" tells nothing."""


def _by_values(column: Column, kinds: _Kinds) -> Guess:
    """Guess by what stands in the column alone."""
    rules: _Rules = (
        (kinds.urls >= _MOST, "url", 0.75, "it holds links"),
        (kinds.mails >= _MOST, "mail", 0.75, "it holds mail addresses"),
        (kinds.statuses >= _MOST, "status", 0.75, "it holds words for statuses"),
        (kinds.days >= _MOST, "applied", 0.5, "it holds days"),
        (kinds.jobs >= _MOST, "job", 0.7, "it holds names of jobs"),
        (kinds.firms >= _MOST, "employer", 0.6, "it holds names of firms"),
        (True, "leave", 0.3, "nothing tells what it holds"),
    )
    return next(Guess(column, field, points, why) for holds, field, points, why in rules if holds)


def _of_linkedin(guess: Guess) -> Guess:
    words = heading_words(guess.column.heading)
    if words in ("contact email", "contact phone number", "question and answers"):
        return Guess(guess.column, "leave", 1.0, "LinkedIn writes what you sent there")
    return guess


def _named(guesses: Sequence[Guess]) -> list[Guess]:
    """Settle what a bare "Name" is: the employer, the job, or both, whatever the other columns leave."""
    sure = {guess.field for guess in guesses if guess.sure}
    return [
        _named_by_others(guess, sure)
        if guess.confidence == _BARE and guess.field in ("employer", "both")
        else guess
        for guess in guesses
    ]


_BARE = 0.5
"""How plainly "Name" speaks."""


def _named_by_others(guess: Guess, sure: set[Field]) -> Guess:
    examples = guess.column.examples
    if {"employer", "job"} <= sure:
        return replace(guess, field="leave", confidence=SURE, reason="others name employer and job")
    if "employer" in sure:
        return replace(guess, field="job", confidence=0.85, reason="another column names the employer")
    if "job" in sure:
        return replace(guess, field="employer", confidence=0.85, reason="another column names the job")
    if sum(1 for cell in examples if _is_two(cell)) > len(examples) / 2:
        return replace(guess, field="both", confidence=0.7, reason="it holds two names in one")
    return guess


def _settled(guesses: Sequence[Guess]) -> list[Guess]:
    """Let each field that there is only once have its surest column; columns less likely are left."""
    best: dict[Field, Guess] = {}
    for guess in sorted(guesses, key=lambda one: (-one.confidence, -one.column.filled, one.column.place)):
        best.setdefault(guess.field, guess)
    settled = []
    for guess in guesses:
        if guess.confidence < WORTH_ASKING:
            settled.append(replace(guess, field="leave"))
        elif guess.field not in SEVERAL and best[guess.field] is not guess:
            rival = best[guess.field].column.heading
            # days whose heading says nothing are days of something else: worth a question
            points = _UNSURE_DAY if guess.field in DAYS and guess.confidence <= _UNSURE_DAY else SURE
            settled.append(Guess(guess.column, "leave", points, f"{rival!r} holds it rather"))
        else:
            settled.append(guess)
    if any(guess.field == "employer" and guess.sure for guess in settled):
        # who the employer is stands for itself already
        settled = [
            Guess(guess.column, "leave", SURE, "another column names the employer")
            if guess.field == "both"
            else guess
            for guess in settled
        ]
    return settled


def _with_orders(layout: Layout, *, linkedin: bool = False) -> Layout:
    """Decide what comes first in days, over every column of days together; and in names of two parts."""
    shown: list[Shown] = []
    for field in DAYS:
        for column in layout.columns(field):
            cells = (row.cells[column.place] for row in layout.rows if column.place < len(row.cells))
            shown.append(order_of(cells))
    decided = {one for one in shown if one in ("day-first", "month-first")}
    matters = any(one != "none" for one in shown)
    order: Order | None = layout.order
    if linkedin:
        order = "month-first"
    elif "both" not in shown and len(decided) == 1:
        order = decided.pop()
    return replace(layout, order=order, order_matters=matters, both_order=_both_order(layout))


def _both_order(layout: Layout) -> BothOrder | None:
    """Say which part of "Acme - Data analyst" is the job, by which side more often reads as one."""
    first = second = 0
    for column in layout.columns("both"):
        for row in layout.rows[:_LOOKED_AT]:
            parts = _parts(row.cells[column.place]) if column.place < len(row.cells) else None
            if parts is not None:
                first += _JOB.search(words_of(parts[0])) is not None
                second += _JOB.search(words_of(parts[1])) is not None
    if first == second:
        return None
    return "job-first" if first > second else "employer-first"


def _parts(cell: str) -> tuple[str, str] | None:
    """Return the two sides of "Acme - Data analyst"; ``None`` if there are none, or "at" tells more."""
    if _BOTH_AT.search(cell):
        return None
    parts = [part.strip() for part in _BOTH.split(cell, maxsplit=1)]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else None


def _is_two(cell: str) -> bool:
    return bool(_BOTH_AT.search(cell) or _parts(cell))


def employer_and_job(cell: str, order: BothOrder | None) -> tuple[str, str]:
    """Return the employer and the job that a cell names together; a single name is the employer's."""
    at = [part.strip() for part in _BOTH_AT.split(cell, maxsplit=1)]
    if len(at) == 2 and all(at):
        return at[1], at[0]
    parts = _parts(cell)
    if parts is None:
        return cell.strip(), ""
    return (parts[1], parts[0]) if order == "job-first" else parts


def with_mapping(layout: Layout, wishes: Mapping[str, Field]) -> Layout:
    """Return a layout with the user's words about columns, by their headings or letters.

    Parameters
    ----------
    layout : Layout
    wishes : mapping
        Field by heading, whatever its case; or by "column B".

    Raises
    ------
    ValueError
        If there is no such column.
    """
    for name, field in wishes.items():
        key = heading_words(name)
        fitting = [
            guess.column
            for guess in layout.guesses
            if key in (heading_words(guess.column.heading), f"column {_letters(guess.column.place).lower()}")
        ]
        if not fitting:
            there = ", ".join(guess.column.heading for guess in layout.guesses)
            raise ValueError(f"no column is called {name!r}; there are: {there}")
        layout = layout.with_field(fitting[0], field)
    return layout


def with_fields(layout: Layout, fields: Mapping[int, Field]) -> Layout:
    """Return a layout with the user's word about columns, by their place (0: the first).

    What agrees with the guess is no word of the user. Columns that are given up come first, so that two may
    change places.
    """
    changed = [
        (guess.column, fields[guess.column.place])
        for guess in layout.guesses
        if fields.get(guess.column.place, guess.field) != guess.field
    ]
    for column, field in sorted(changed, key=lambda one: one[1] != "leave"):
        layout = layout.with_field(column, field)
    return layout


def unsure(layout: Layout) -> tuple[Guess, ...]:
    """Return the guesses to be asked about, in the order of the columns."""
    return tuple(guess for guess in layout.guesses if WORTH_ASKING <= guess.confidence < SURE)


def example_of_order(layout: Layout) -> str:
    """Return a day of the table that can be read in two ways; empty if there is none."""
    for field in DAYS:
        for column in layout.columns(field):
            for row in layout.rows:
                cell = row.cells[column.place] if column.place < len(row.cells) else ""
                if cell and order_of([cell]) == "either":
                    return cell
    return ""
