"""Tables: comma-separated files and spreadsheets to rows of clean text."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wentwell.sources._decoding import clean, decode, one_line
from wentwell.sources._error import SourceError
from wentwell.sources._load import read_bytes
from wentwell.sources._parse import MAX_BYTES

MOST_ROWS = 200_000
MOST_CELLS = 3_000_000
"""Filled rows and cells of one file: they are held in memory, some 400 MB at the very most."""
_LONGEST_CELL = 100_000
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 64 * 1024
_RECORDS_TRIED = 200
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"

_NO_TABLE = "save it as .csv or .xlsx and give that file"
_TOO_MANY = "far more than a job search holds; give only the part that matters"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that holds something."""

    number: int
    """Its number as a spreadsheet shows it: the first row is 1, empty ones count."""
    cells: tuple[str, ...]
    """Clean text, empty where there is nothing; rows of one table may differ in length."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table."""

    name: str
    """Empty in a file that has only one table and no name for it."""
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class TableFile:
    """All tables of a file."""

    name: str
    sheets: tuple[Sheet, ...]
    """At least one."""
    warnings: tuple[str, ...] = ()


def load_tables(path: str | os.PathLike[str], sheet: str | None = None) -> TableFile:
    """Read a file of rows: .csv, .tsv or .xlsx, found from the content.

    Parameters
    ----------
    path : str or os.PathLike
    sheet : str, optional
        Read only the sheet of this name, whatever its case. Left out: all that are not hidden.

    Returns
    -------
    TableFile

    Raises
    ------
    SourceError
        If the file cannot be read, holds nothing, or holds far too much.
    """
    file = Path(path)
    return parse_tables(read_bytes(file), file.name, sheet)


def parse_tables(data: bytes, name: str = "", sheet: str | None = None) -> TableFile:
    """Read the rows of a file's bytes; see `load_tables`."""
    shown = one_line(name) or "this file"
    try:
        if len(data) > MAX_BYTES:
            raise SourceError(f"more than {MAX_BYTES // 1024 // 1024} MB; give only the part that matters")
        if data.startswith(_OLD_OFFICE):
            raise SourceError(f"an old spreadsheet, or one with a password; {_NO_TABLE}")
        if data.startswith(_ZIP):
            from wentwell.sources._sheets import workbook_sheets

            sheets, warnings = workbook_sheets(data, sheet)
        else:
            text, warnings = decode(data)
            if sheet is not None:
                raise SourceError("this file has no sheets; leave out --sheet")
            sheets = (Sheet("", tuple(_csv_rows(text))),)
    except SourceError as wrong:
        raise SourceError(f"{shown}: {wrong}") from None
    if not any(one.rows for one in sheets):
        raise SourceError(f"{shown}: no rows in it; export it again and give that file")
    return TableFile(one_line(name), sheets, warnings)


class Limits:
    """Counts rows and cells while they are read, and stops what is far too much."""

    def __init__(self) -> None:
        self._rows = 0
        self._cells = 0

    def count(self, cells: int) -> None:
        """Count a filled row."""
        self._rows += 1
        self._cells += cells
        if self._rows > MOST_ROWS:
            raise SourceError(f"more than {MOST_ROWS:,} rows: {_TOO_MANY}")
        if self._cells > MOST_CELLS:
            raise SourceError(f"more than {MOST_CELLS:,} cells: {_TOO_MANY}")


def trimmed(cells: list[str]) -> tuple[str, ...]:
    """Return the cells without the empty ones at the end."""
    last = len(cells)
    while last and not cells[last - 1]:
        last -= 1
    return tuple(cells[:last])


def _csv_rows(text: str) -> Iterator[TableRow]:
    # some programs write a line break inside a cell as one of these two
    text = clean(text.replace("\x0b", " ").replace("\x0c", " "))
    start = text[:_SAMPLE].lstrip()
    if start.startswith(("<!", "<html", "<?xml", "{", "[{")):
        raise SourceError(f"no table, but a page or data of a program; {_NO_TABLE}")
    delimiter, first = _delimiter(text)
    limits = Limits()
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        lines.taken.clear()
        try:
            record = next(reader, None)
        except csv.Error:
            raise SourceError(_unclosed(number + 1)) from None
        if record is None:
            return
        number += 1
        if number < first:
            continue
        if lines.ended and _is_unclosed(lines.taken, delimiter):
            raise SourceError(_unclosed(number))
        cells = trimmed([cell.strip() for cell in record])
        if cells:
            limits.count(len(cells))
            if max(map(len, cells)) > _LONGEST_CELL:
                raise SourceError(_unclosed(number))
            yield TableRow(number, cells)


class _Lines:
    """The lines of a text, and which of them the record just read was made of."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.taken: list[str] = []

    @property
    def ended(self) -> bool:
        return self._at >= len(self._text)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.ended:
            raise StopIteration
        end = self._text.find("\n", self._at)
        end = len(self._text) if end < 0 else end + 1
        line = self._text[self._at : end]
        self._at = end
        self.taken.append(line)
        return line


def _is_unclosed(lines: list[str], delimiter: str) -> bool:
    """Whether the last record ends inside a quotation: the reader says so only when it is strict."""
    try:
        for _ in csv.reader(lines, delimiter=delimiter, strict=True):
            pass
    except csv.Error as wrong:
        return "unexpected end" in str(wrong)
    return False


def _unclosed(number: int) -> str:
    return (
        f"in row {number} a quotation mark opens and is never closed; mend it there, or open the file "
        "in a spreadsheet and save it again as .csv"
    )


def _delimiter(text: str) -> tuple[str, int]:
    """Return what stands between cells, and the first record of the table.

    It is what gives the most records the same number of cells. A first line ``sep=;`` says it outright.
    """
    head, _, _ = text[:20].partition("\n")
    if head.lower().startswith("sep=") and len(head) == 5:
        return head[4], 2
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    return max(_DELIMITERS, key=lambda one: _evenness(sample, one)), 1


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """Return which share of records has the commonest number of cells, and that number."""
    widths: list[int] = []
    try:
        for record in csv.reader(sample.splitlines(keepends=True), delimiter=delimiter):
            if any(cell.strip() for cell in record):
                widths.append(len(record))
            if len(widths) == _RECORDS_TRIED:
                break
    except csv.Error:
        return 0.0, 0
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0, 0
    width, count = max(several.items(), key=lambda one: (one[1], one[0]))
    return count / len(widths), width
