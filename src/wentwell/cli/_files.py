"""The files of a command line: what cannot be read is told, what is written is whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

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


def refuse_overwriting(path: Path, journal: str | None, files: Sequence[str] = (), *, force: bool) -> None:
    """Refuse to write over a file, unless told to; never over one in use or over what is no file.

    Parameters
    ----------
    path : Path
        What is to be written.
    journal : str, optional
        The journal file as given.
    files : sequence of str
        The files that are read.
    force : bool
        Whether an ordinary file may be overwritten.
    """
    if not os.path.lexists(path):
        return
    from wentwell.journal import locate

    if any(_same(path, used) for used in (*map(Path, files), locate(journal))):
        raise click.UsageError(f"{path} is one of the files in use here; choose another name")
    if not path.is_file():
        raise click.UsageError(f"{path} is no ordinary file; choose another name")
    if not force:
        raise click.UsageError(f"{path} is there already; choose another name, or add --force")


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all, readable by its owner alone."""
    import tempfile

    try:
        # mode 0600, and in the same folder: only then can it take the place of the other in one step
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".wentwell-")
        os.close(handle)
        unfinished = Path(name)
        try:
            unfinished.write_text(text, encoding="utf-8", errors="replace")
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError as wrong:
        raise click.ClickException(
            f"{path}: cannot be written ({wrong.strerror}); choose another place"
        ) from wrong


def console() -> Console:
    """Return a console that keeps to the terminal's width and to plain text in a pipe."""
    from rich.console import Console

    class PipedConsole(Console):
        def on_broken_pipe(self) -> None:
            # rich would exit with 1; whoever stops reading has what they wanted
            raise BrokenPipeError

    return PipedConsole(highlight=False)
