"""What is told and asked beside the answer: clean lines, and a sign of life in long work."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from wentwell.interview import Document

_LONG_TEXT = 300_000
"""Characters from which reading takes longer than a moment."""


def say(message: str) -> None:
    """Say something on one line, whatever the message holds."""
    from wentwell.telling import clean

    click.echo(f"wentwell: {' '.join(clean(message).split())}", err=True)


def read_line(prompt: str) -> str:
    """Ask for a line of standard input; the end of the input stops, and what was answered stays."""
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not line:
        raise click.Abort
    return line.rstrip("\n")


@contextmanager
def working(documents: Sequence[Document]) -> Iterator[None]:
    """Show on a terminal that long reading goes on, and how much there is."""
    size = sum(len(document.text) for document in documents)
    if size < _LONG_TEXT or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    files = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
    with Console(stderr=True).status(f"Reading {files}, {size:,} characters (Ctrl-C stops)"):
        yield


@contextmanager
def counting(files: int) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many files are done; gives what is called with that number."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files (Ctrl-C stops)"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        # what goes to a file or a pipe must not land on the terminal; what goes there stands above the bar
        redirect_stdout=sys.stdout.isatty(),
    ) as progress:
        task = progress.add_task("", total=files)

        def move(done: int) -> None:
            progress.update(task, completed=done)

        yield move


@contextmanager
def unbroken() -> Iterator[None]:
    """Put Ctrl-C off until what is being written is whole; pressed twice, it stops at once."""
    pressed = False

    def put_off(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.signal(signal.SIGINT, put_off)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
