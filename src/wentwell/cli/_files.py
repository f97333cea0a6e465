"""Read the files of a command line: what cannot be read is told, the others still count."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wentwell.cli._say import say
from wentwell.interview import Document

if TYPE_CHECKING:
    from rich.console import Console


def read_files(paths: Sequence[str], kind: str | None) -> tuple[list[Document], int]:
    """Return the documents and how many files could not be read; each of these gets one line.

    Parameters
    ----------
    paths : sequence of str
        Files; ``-`` is standard input.
    kind : {"notes", "mail", "transcript"}, optional
        What they are, if the user says so.
    """
    from wentwell.sources import MAX_BYTES, SourceError, load_all, parse

    documents: list[Document] = []
    wrong = 0
    for path in paths:
        try:
            if path == "-":
                documents += parse(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", kind)  # type: ignore[arg-type]
            else:
                documents += load_all(path, kind)  # type: ignore[arg-type]
        except SourceError as error:
            wrong += 1
            say(str(error))
    return documents, wrong


def console() -> Console:
    """Return a console that keeps to the terminal's width and to plain text in a pipe."""
    from rich.console import Console

    class PipedConsole(Console):
        def on_broken_pipe(self) -> None:
            # rich would exit with 1; whoever stops reading has what they wanted
            raise BrokenPipeError

    return PipedConsole(highlight=False)
