"""Keep each proof's output in its place in docs/validation.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "validation.md"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; the first column is text, the others are figures."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def write_section(name: str, text: str, page: Path = PAGE) -> None:
    """Put a proof's output between its markers, ``<!-- validation NAME -->`` and ``<!-- end NAME -->``.

    Raises
    ------
    ValueError
        If the page has no such markers.
    """
    begin, end = f"<!-- validation {name} -->", f"<!-- end {name} -->"
    before = page.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(before):
        raise ValueError(f"{page.name} has no place for it: add {begin} and {end}")
    after = pattern.sub(lambda _: f"{begin}\n{text.strip()}\n{end}", before)
    page.write_text(after, encoding="utf-8")
