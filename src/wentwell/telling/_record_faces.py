"""A person's record on a terminal, as Markdown, as a page, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wentwell._version import __version__
from wentwell.interview import Calibration, Personal
from wentwell.telling import _record as told
from wentwell.telling import charts
from wentwell.telling._markdown import escape
from wentwell.telling._record import Curve, CurveRow, lay_out_record, learned_rows
from wentwell.telling._templates import template
from wentwell.telling._terminal import _Screen

if TYPE_CHECKING:
    from rich.console import Console

CALIBRATION_SCHEMA = "wentwell.calibration/1"
_BAR = 40
_SIDE_BY_SIDE = 76


def calibration_to_json(record: Calibration) -> str:
    """Write a record as JSON, in printable ASCII."""
    whole = {
        "wentwell": __version__,
        "schema": CALIBRATION_SCHEMA,
        "calibration": record.model_dump(mode="json"),
    }
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def calibration_to_terminal(record: Calibration, console: Console) -> None:
    """Print a record on a terminal."""
    screen, page = _Screen(console), lay_out_record(record)
    screen.say(page.title, "bold", indent=0)
    for text in page.lead:
        screen.say(text)
    screen.line()
    screen.say(page.verdict, "bold")
    if page.scores:
        screen.heading(told.HEADINGS["scores"])
        _print_table(screen, told.SCORE_COLUMNS, page.scores)
        screen.say(page.scores_note, "dim")
    for key, texts in (("gut", page.gut), ("starts", page.starts)):
        if texts:
            screen.heading(told.HEADINGS[key])
        for text in texts:
            screen.say(text)
    if page.curves or page.no_curve:
        screen.heading(told.HEADINGS["curve"])
        screen.say(page.no_curve)
    for curve in page.curves:
        _print_curve(screen, curve)
    if page.learned:
        screen.heading(told.HEADINGS["learned"])
    for text in page.learned:
        screen.say(text)
    screen.line()
    screen.say(told.CLOSING, "dim")


def _print_table(screen: _Screen, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[place]) for row in (columns, *rows)) for place in range(len(columns))]
    if sum(widths) + 2 * len(widths) > screen.width:
        # no room for a table: each row on lines of its own
        for name, *cells in rows:
            screen.say(name, "bold")
            for column, cell in zip(columns[1:], cells, strict=True):
                screen.say(f"{column}: {cell}" if cell else "", indent=4)
        return
    for row in (columns, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        screen.line(("  " + "  ".join(cells), "dim" if row is columns else ""))


def _print_curve(screen: _Screen, curve: Curve) -> None:
    screen.line()
    screen.say(curve.name, "bold")
    if screen.width >= _SIDE_BY_SIDE:
        screen.line(("  told  went on      0" + " " * (_BAR - 6) + "of 100", "dim"))
    for row in curve.rows:
        count = f"{row.yes} of {row.count}"
        if screen.width >= _SIDE_BY_SIDE:
            screen.line((f"  {row.told:>4}  {count:<11} ", ""), (_bar(screen, row), "cyan"))
        else:
            screen.say(f"told {row.told}: {count} went on; if just right, {row.low} to {row.high} of 100")
    if screen.width >= _SIDE_BY_SIDE:
        glyphs = screen.glyphs
        screen.say(
            f"{glyphs.band} where it would be 8 times in 10 if just right   {glyphs.middle} went on", "dim"
        )
    screen.say(curve.told)


def _bar(screen: _Screen, row: CurveRow) -> str:
    def cell(chance: int) -> int:
        return round(chance * (_BAR - 1) / 100)

    cells = [screen.glyphs.rest] * _BAR
    low, high = cell(row.low), cell(row.high)
    cells[low : high + 1] = [screen.glyphs.band] * (high + 1 - low)
    cells[cell(row.came)] = screen.glyphs.middle
    return "".join(cells)


def learned_to_terminal(before: Personal | None, after: Personal | None, console: Console) -> None:
    """Print what learning changes, each thing as it is and as it would be."""
    screen = _Screen(console)
    for name, now, then in learned_rows(before, after):
        screen.say(name, "bold")
        screen.say(f"{now}  ->  {then}" if now != then else f"{now}, as before", indent=4)


def calibration_to_markdown(record: Calibration) -> str:
    """Write a record as Markdown."""
    page = lay_out_record(record)
    parts = [f"# {escape(page.title)}", *map(escape, page.lead), f"**{escape(page.verdict)}**"]
    if page.scores:
        parts += [
            f"## {told.HEADINGS['scores']}",
            _table(told.SCORE_COLUMNS, page.scores),
            escape(page.scores_note),
        ]
    for key, texts in (("gut", page.gut), ("starts", page.starts)):
        if texts:
            parts += [f"## {told.HEADINGS[key]}", *map(escape, texts)]
    if page.curves or page.no_curve:
        parts += [f"## {told.HEADINGS['curve']}", escape(page.no_curve)]
    for curve in page.curves:
        rows = [
            (f"{row.told} of 100", f"{row.yes} of {row.count} ({row.came})", f"{row.low} to {row.high}")
            for row in curve.rows
        ]
        parts += [f"### {escape(curve.name)}", _table(told.CURVE_COLUMNS, rows), escape(curve.told)]
    if page.learned:
        parts += [f"## {told.HEADINGS['learned']}", *map(escape, page.learned)]
    parts.append(f"*{told.CLOSING}*")
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def calibration_to_html(record: Calibration) -> str:
    """Write a record as one page that needs no network and no script."""
    return template("calibration.html").render(
        page=lay_out_record(record),
        charts=charts,
        headings=told.HEADINGS,
        score_columns=told.SCORE_COLUMNS,
        curve_columns=told.CURVE_COLUMNS,
        closing=told.CLOSING,
    )
