"""Spreadsheets (.xlsx) to rows of clean text; what would unpack to far too much is refused."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from wentwell.sources._decoding import clean, one_line
from wentwell.sources._error import SourceError
from wentwell.sources._tables import Limits, Sheet, TableRow, trimmed

_MOST_MEMBERS = 5000
_MOST_BYTES_UNPACKED = 250 * 1024 * 1024
_MOST_BYTES_OF_WORDS = 60 * 1024 * 1024
_MOST_SHEETS = 100
_MOST_PLACES = 30_000_000
"""Cells with the empty ones in between: a single cell far to the right or far down makes many."""
_PROLOGUE = 4096

_DAMAGED = "this spreadsheet is damaged; open it, save it again, or save the sheet as .csv"
_TOO_LARGE = "this spreadsheet unpacks to far too much; save only the sheet that matters as .csv"
_OTHERS = {
    "word/": "this is a Word document; save the table as .csv or .xlsx",
    "ppt/": "this is a slide show; save the table as .csv or .xlsx",
    "Index/": "this is a Numbers file; export it as .xlsx or .csv",
    "mimetype": "this is an OpenDocument file; save it as .xlsx or .csv",
}


def workbook_sheets(data: bytes, wanted: str | None) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Return the sheets of a workbook and what was left out; only the wanted one, if there is such a wish."""
    _check_zip(data)
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that no row depends on
        try:
            # the values that were last worked out, not the formulas
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        except Exception as error:
            # A broken package makes openpyxl and zipfile fail in a dozen ways.
            raise SourceError(_DAMAGED) from error
        try:
            return _sheets(book, wanted)
        except (SourceError, MemoryError):
            raise
        except Exception as error:
            raise SourceError(_DAMAGED) from error
        finally:
            book.close()


def _sheets(book: Any, wanted: str | None) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    names = {one_line(one.title): one for one in book.worksheets[:_MOST_SHEETS]}
    if not names:
        raise SourceError("this spreadsheet has no sheets; save it again")
    if wanted is not None:
        key = one_line(wanted).casefold()
        chosen = [(name, one) for name, one in names.items() if name.casefold() == key]
        if not chosen:
            raise SourceError(f"no sheet is called {one_line(wanted)!r}; there are: {', '.join(names)}")
        hidden: list[str] = []
    else:
        chosen = [(name, one) for name, one in names.items() if one.sheet_state == "visible"]
        hidden = [name for name, one in names.items() if one.sheet_state != "visible"]
    limits = Limits()
    sheets = tuple(Sheet(name, tuple(_rows(one, limits))) for name, one in chosen)
    told = (f"Hidden, so not read: {', '.join(hidden)} (--sheet NAME reads one).",) if hidden else ()
    return sheets, told


def _rows(sheet: Any, limits: Limits) -> Iterator[TableRow]:
    sheet.reset_dimensions()  # the size that a file says it has is not to be trusted
    places = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        places += 1 + len(values)
        if places > _MOST_PLACES:
            raise SourceError(_TOO_LARGE)
        cells = trimmed([_text(value) for value in values])
        if cells:
            limits.count(len(cells))
            yield TableRow(number, cells)


def _text(value: Any) -> str:
    """Write a cell as a text file would hold it; days as ISO 8601 writes them."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    # days, times, whole numbers and words write themselves
    return "" if value is None else clean(str(value)).strip()


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            if not any(name.startswith("xl/") for name in names):
                kind = next(
                    (what for start, what in _OTHERS.items() if any(n.startswith(start) for n in names)), None
                )
                raise SourceError(kind or "this is a ZIP archive; unpack it and give the table in it")
            total = sum(member.file_size for member in members)
            words = sum(m.file_size for m in members if m.filename.lower().endswith("sharedstrings.xml"))
            if len(members) > _MOST_MEMBERS or total > _MOST_BYTES_UNPACKED or words > _MOST_BYTES_OF_WORDS:
                raise SourceError(_TOO_LARGE)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")) and _defines_entities(archive, member):
                    raise SourceError(_DAMAGED)
    except SourceError:
        raise
    except Exception as error:
        raise SourceError(_DAMAGED) from error


def _defines_entities(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a part begins with definitions of its own: no program writes them, and they can be bombs."""
    with archive.open(member) as stream:
        return b"<!DOCTYPE" in stream.read(_PROLOGUE).replace(b"\x00", b"")
