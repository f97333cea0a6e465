"""A table of another tracker on the terminal: what its columns hold, and what its rows would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wentwell.telling._board import stage_words
from wentwell.telling._clean import clean, shorten
from wentwell.telling._terminal import _Screen

if TYPE_CHECKING:
    from rich.console import Console

    from wentwell.journal import Undone
    from wentwell.trackers import Guess, Layout, Meaning, PlannedJob

_LONGEST_CELL, _LONGEST_NAME = 34, 60
_WIDE = 60
"""Characters that a terminal needs to show a table; on a narrower one it becomes a list."""
_ROWS_SHOWN, _DOUBTS_SHOWN, _NUMBERS_SHOWN = 12, 8, 20

FIELD_WORDS: Mapping[str, str] = {
    "employer": "employer",
    "job": "job",
    "both": "employer and job in one",
    "status": "status",
    "applied": "day you applied",
    "saved": "day it was noted (not kept)",
    "screen": "day of a screening call",
    "interview": "day of an interview",
    "first": "day of the first interview",
    "further": "day of a further round",
    "final": "day of the final round",
    "offer": "day of an offer",
    "accepted": "day you accepted",
    "refused": "day of a no",
    "withdrawn": "day you withdrew",
    "changed": "day the status changed",
    "deadline": "deadline",
    "follow-up": "day to follow up (deadline)",
    "url": "advertisement",
    "website": "website (mail domain)",
    "place": "place",
    "source": "where you found it",
    "contact": "contact",
    "mail": "contact's mail address",
    "phone": "phone (in the note)",
    "tags": "tags",
    "salary": "salary (in the note)",
    "note": "note",
    "leave": "left out",
}
"""What a column holds, in words."""


def columns_to_terminal(layout: Layout, console: Console) -> None:
    """Print what each column of a table is taken for; a question mark stands where it is not sure."""
    rows = [
        (
            shorten(clean(guess.column.heading), "", _LONGEST_CELL),
            FIELD_WORDS[guess.field] + ("" if guess.sure else " ?"),
            shorten(clean(guess.column.examples[0]), "", _LONGEST_CELL) if guess.column.examples else "",
        )
        for guess in layout.guesses
        if guess.field != "leave" or not guess.sure
    ]
    _table(console, ("Column", "Taken for", "Such as"), rows)
    left = [clean(guess.column.heading) for guess in layout.guesses if guess.field == "leave" and guess.sure]
    if left:
        _Screen(console).say(f"Left out: {', '.join(left)}.", indent=0)


def plan_to_terminal(planned: Sequence[PlannedJob], console: Console) -> None:
    """Print what the rows of a table would change, and in a line each why others change nothing."""
    screen = _Screen(console)
    changing = [one for one in planned if one.changes]
    rows = [planned_row(one) for one in changing[:_ROWS_SHOWN]]
    if rows:
        _table(console, ("Row", "Job", "Stands", ""), rows)
    if len(changing) > _ROWS_SHOWN:
        screen.say(f"... and {len(changing) - _ROWS_SHOWN:,} more.", indent=0)
    for line in (*left_out_lines(planned), *doubt_lines(planned)):
        screen.say(line, indent=0)


def planned_row(one: PlannedJob) -> tuple[str, str, str, str]:
    """Return what one row of a table would change: its number, the job, where it stands, what that does."""
    return str(one.found.row), _name(one), _way(one), _effect(one)


def left_out_lines(planned: Sequence[PlannedJob]) -> list[str]:
    """Say in a line each why other rows change nothing."""
    counts: Counter[str] = Counter(one.kind for one in planned)
    return [
        words.format(counts[kind], _rows([one.found.row for one in planned if one.kind == kind]))
        for kind, words in _LEFT.items()
        if counts[kind]
    ]


def doubt_lines(planned: Sequence[PlannedJob]) -> list[str]:
    """Say which cells could not be read, and that they are kept."""
    doubts = [(one.found.row, doubt) for one in planned for doubt in one.found.doubts if one.changes]
    lines = [f"row {row}: {clean(doubt)}; kept in the note" for row, doubt in doubts[:_DOUBTS_SHOWN]]
    if len(doubts) > _DOUBTS_SHOWN:
        lines.append(f"... and {len(doubts) - _DOUBTS_SHOWN:,} more such cells, kept in the notes.")
    return lines


def taken_in_words(chosen: Sequence[PlannedJob]) -> str:
    """Say how many jobs would be taken in."""
    new = sum(one.kind == "add" for one in chosen)
    known = len(chosen) - new
    told = [f"{new:,} new job{'' if new == 1 else 's'}"] if new else []
    told += [f"what is new of {known:,} known one{'' if known == 1 else 's'}"] if known else []
    return " and ".join(told)


def undone_lines(undone: Undone) -> list[str]:
    """Say what became of each job when an import was taken back."""
    return [
        words.format(_listed(numbers))
        for numbers, words in (
            (undone.removed, "Taken out again: job {}."),
            (undone.restored, "As before: job {}."),
            (undone.kept, "Left in, since you worked on it: job {}. To remove it: wentwell job delete N."),
        )
        if numbers
    ]


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_NUMBERS_SHOWN]))
    more = len(numbers) - _NUMBERS_SHOWN
    return shown + (f" and {more:,} more" if more > 0 else "")


_LEFT = {
    "same": "Known already, and nothing new: {0:,} ({1}).",
    "double": "The same as an earlier row: {0:,} ({1}).",
    "saved": "Noted, but not applied for yet: {0:,} ({1}); left out.",
    "no-employer": "Without an employer: {0:,} ({1}); left out. Name one there and import it again.",
}


def similar_words(one: PlannedJob, name: str) -> str:
    """Say what a row is like, and why it is not sure that it is the same.

    Parameters
    ----------
    one : PlannedJob
    name : str
        Of the known job that it is like; empty for an earlier row.
    """
    like = f"job {one.number} ({clean(name)})" if one.number is not None else f"row {one.row}"
    return f"Row {one.found.row}, {_name(one)}, is like {like}: {clean(one.reason)}."


def guess_words(guess: Guess) -> str:
    """Say what a column holds and what it may be, as a question."""
    examples = ", ".join(shorten(clean(cell), "", _LONGEST_CELL) for cell in guess.column.examples)
    return f"“{clean(guess.column.heading)}” ({examples}): {FIELD_WORDS[guess.field]}?"


def meaning_words(meaning: Meaning) -> str:
    """Say what a status means."""
    return "not applied for yet" if meaning.stage is None else stage_words(meaning.stage, meaning.closing)


def _name(one: PlannedJob) -> str:
    named = one.found.opportunity
    return " · ".join(shorten(clean(part), "", _LONGEST_NAME) for part in (named.employer, named.job) if part)


def _way(one: PlannedJob) -> str:
    """Say where a job stands, and when it was applied for."""
    steps = one.found.steps if one.kind == "add" else one.steps
    if not steps:
        return ""
    last, first = steps[-1], steps[0]
    told = stage_words(last.stage, last.closing) + (f" {last.on}" if last.on else "")
    return told if last is first or not first.on else f"{told}; applied {first.on}"


def _effect(one: PlannedJob) -> str:
    if one.kind == "add":
        return "new"
    return f"job {one.number}: adds " + ", ".join([*one.details, *(["steps"] if one.steps else [])])


def _rows(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_ROWS_SHOWN]))
    more = len(numbers) - _ROWS_SHOWN
    return ("row " if len(numbers) == 1 else "rows ") + shown + (f" and {more:,} more" if more > 0 else "")


def _table(console: Console, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = _Screen(console)
    if screen.width < _WIDE:
        for row in rows:
            screen.say(" · ".join(filter(None, row)), indent=0)
        return
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="" if console.no_color else "bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(screen.printable(cell)) for cell in row))
    console.print(table)
