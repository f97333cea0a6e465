"""An answer as Markdown (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wentwell.interview import Answer
from wentwell.telling import _words as words
from wentwell.telling._page import Group, Page, lay_out

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def to_markdown(answer: Answer, *, number: bool = True) -> str:
    """Write an answer as Markdown.

    Parameters
    ----------
    answer : Answer
        What to tell.
    number : bool
        Whether to show figures of chance. Without, everything is told in words.
    """
    page = lay_out(answer, number=number)
    parts = [part for section in _SECTIONS for part in section(page)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Return a text of one line that Markdown shows as it stands: no markup, no HTML, no link of it."""
    text = re.sub(r"[\\`*_\[\]|~$]", r"\\\g<0>", text).translate(_HTML)
    # Bare addresses become links on many sites, unless they are broken up.
    text = re.sub(r"(?i)://|@|(?<=\bwww)\.", r"\\\g<0>", text)
    # At the beginning of a line these would begin a heading, a list, a rule or a block of code.
    return re.sub(r"^(\d{0,9})([-#+=.)])", r"\1\\\2", text)


def _head(page: Page) -> Iterator[str]:
    yield f"# {escape(page.title)}"
    yield escape(page.setting)
    yield page.status
    yield f"**{page.headline}** {page.spread}"
    yield " ".join(text for text in (words.BAND_MEANING if page.band else "", page.width, page.guess) if text)


def _warnings(page: Page) -> Iterator[str]:
    yield from _section("warnings", _items(page.warnings))


def _steps(page: Page) -> Iterator[str]:
    if not page.steps:
        return
    yield _heading("steps")
    cells = [("What", "Moves", "Chance then", "How it speaks", "Grade")]
    cells += [
        (
            escape(step.name),
            step.share,
            "" if step.after is None else f"{step.after}%",
            step.weight,
            step.grade,
        )
        for step in page.steps
    ]
    if page.band:
        band = f"between {page.band.low} and {page.band.high}"
        cells.append((f"**{words.TOGETHER}**", "", f"**{page.band.middle}%**", band, ""))
    aligned = ["---", "--:", "--:", "---", "---"]
    kept = [0, 1, 2, 3, 4] if page.number else [0, 3, 4]
    rows = [cells[0], tuple(aligned), *cells[1:]]
    yield "\n".join("| " + " | ".join(row[column] for column in kept) + " |" for row in rows)
    reasons = (
        f"- **{escape(step.name)}:** "
        + ". ".join(
            part for part in (escape(step.reason), step.source and f"Source: {escape(step.source)}") if part
        )
        for step in page.steps
        if step.reason or step.source
    )
    yield "\n".join(reasons)


def _ledger(page: Page) -> Iterator[str]:
    if page.groups or page.nothing_found:
        yield _heading("quotes")
    if page.nothing_found:
        yield words.NOTHING_FOUND
    for group in page.groups:
        yield _group(group)
    if page.unweighed:
        yield _heading("unweighed")
        yield words.UNWEIGHED
        for group in page.unweighed:
            yield _group(group)


def _group(group: Group) -> str:
    weight = f" ({group.weight})" if group.weight else ""
    lines = [f"**{escape(group.name)}**{weight}", ""]
    for quote in group.quotes:
        said = f"“{escape(quote.words)}”" if quote.words else ""
        lines.append("- " + " — ".join(part for part in (said, escape(quote.source)) if part))
    return "\n".join(lines)


def _unseen(page: Page) -> Iterator[str]:
    yield from _section("looked_for", (f"- {escape(sign.name)}: {sign.weight}" for sign in page.looked_for))
    if page.not_mentioned:
        yield _heading("not_mentioned")
        yield escape(page.not_mentioned_lead)
        yield "\n".join(_items(page.not_mentioned))


def _possibilities(page: Page) -> Iterator[str]:
    yield from _section(
        "what_ifs",
        (
            f"- **{escape(turn.name)}**" + (f", {turn.by}" if turn.by else "") + f": {turn.told}"
            for turn in page.possibilities
        ),
    )


def _leanings(page: Page) -> Iterator[str]:
    rest = (f"**{escape(leaning.name)}:** {leaning.told}" for leaning in page.leanings[1:])
    lead = [escape(page.hinge)] if page.hinge else []
    yield from _section("hinges", [f"- {item}" for item in (*lead, *rest)])


def _outlook(page: Page) -> Iterator[str]:
    if not page.dates:
        return
    yield _heading("outlook")
    yield words.OUTLOOK
    if page.weeks:
        rows = ["| Day | Chance | Range | |", "| --- | --: | --- | --- |"]
        rows += [
            f"| {week.day} | {week.band.middle}% | {week.band.low} to {week.band.high} | {week.told} |"
            for week in page.weeks
            if week.band
        ]
        yield "\n".join(rows)
    yield "\n".join(
        f"- **{when.day}:** {when.told}; {when.level}"
        + (f" ({when.band.middle} of 100)" if when.band else "")
        for when in page.dates
    )


def _todos(page: Page) -> Iterator[str]:
    yield from _section(
        "next_steps",
        (
            f"{place}. **{escape(todo.action)}** "
            + " · ".join(part for part in (todo.on, escape(todo.reason)) if part)
            for place, todo in enumerate(page.todos, 1)
        ),
    )


def _notes(page: Page) -> Iterator[str]:
    yield from _section("notes", _items(page.notes))
    yield f"*{page.closing}*"


def _section(key: str, items: Iterable[str]) -> Iterator[str]:
    lines = "\n".join(item.rstrip() for item in items)
    if lines:
        yield _heading(key)
        yield lines


def _heading(key: str) -> str:
    return f"## {words.HEADINGS[key]}"


def _items(texts: Iterable[str]) -> Iterator[str]:
    return (f"- {escape(text)}" for text in texts)


_SECTIONS = (
    _head,
    _warnings,
    _steps,
    _ledger,
    _unseen,
    _possibilities,
    _leanings,
    _outlook,
    _todos,
    _notes,
)
