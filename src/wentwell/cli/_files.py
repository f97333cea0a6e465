"""The files of a command line: what cannot be read is told, what is written is whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
    files = Files([File(path) for path in paths], kind)
    return [document for _, document in files], files.wrong


class File(NamedTuple):
    """A file to be read."""

    path: str
    """``-`` is standard input."""
    within: str = ""
    """The folders above it, from the one that the user named: they come before the document's name."""


class Files:
    """The documents of files, loaded one after another as they are needed.

    Parameters
    ----------
    files : sequence of File
    kind : {"notes", "mail", "transcript"}, optional
        What they are, if the user says so.
    wrong : int
        How many could not be read already.
    """

    def __init__(self, files: Sequence[File], kind: str | None, wrong: int = 0) -> None:
        self.files = files
        self.wrong = wrong
        """How many could not be read; each gets one line."""
        self._kind = kind

    @classmethod
    def inside(cls, paths: Sequence[str], kind: str | None) -> Files:
        """Return files, and all files inside folders by their names; hidden ones are left out."""
        files: list[File] = []
        wrong = 0
        for path in paths:
            if path == "-" or not Path(path).is_dir():
                files.append(File(path))
                continue
            found, failed = _in_folder(Path(path))
            files += found
            for message in failed or ([] if found else [f"{path}: no files in this folder"]):
                wrong += 1
                say(message)
        return cls(files, kind, wrong)

    def __iter__(self) -> Iterator[tuple[int, Document]]:
        """Yield each document with the number of its file."""
        from wentwell.sources import SourceError

        for number, file in enumerate(self.files):
            try:
                documents = self._load(file.path)
            except SourceError as error:
                self.wrong += 1
                say(str(error))
                continue
            for document in documents:
                name = "/".join(filter(None, (file.within, document.name)))
                yield number, document.model_copy(update={"name": name}) if file.within else document

    def _load(self, path: str) -> list[Document]:
        from wentwell.sources import MAX_BYTES, load_all, parse

        if path == "-":
            return parse(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", self._kind)  # type: ignore[arg-type]
        return load_all(path, self._kind)  # type: ignore[arg-type]


def _in_folder(folder: Path) -> tuple[list[File], list[str]]:
    """Return the files inside a folder, and a line for each folder that cannot be looked into."""
    files: list[File] = []
    failed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        within = Path(place).relative_to(folder).as_posix()
        files += [
            File(str(Path(place) / name), "" if within == "." else within)
            for name in sorted(names)
            if not name.startswith(".")
        ]
    return files, [f"{error.filename}: this folder cannot be read ({error.strerror})" for error in failed]


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


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all, readable by its owner alone."""
    import tempfile

    try:
        # mode 0600, and in the same folder: only then can it take the place of the other in one step
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".wentwell-")
        os.close(handle)
        unfinished = Path(name)
        try:
            if isinstance(text, str):
                unfinished.write_text(text, encoding="utf-8", errors="replace")
            else:
                unfinished.write_bytes(text)
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
