"""What is told and asked beside the answer: clean lines, and a sign of life in long work."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
