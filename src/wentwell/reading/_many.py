"""Thousands of documents: in chunks, in order, on all cores, with bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from wentwell.interview import Document, Evidence
from wentwell.reading._cores import cores
from wentwell.reading._read import read_together
from wentwell.reading._reader import Reader
from wentwell.reading._trained import default_reader

if TYPE_CHECKING:
    from wentwell.reading._workers import Asked, Workers

_CHUNK = 40_000
"""Characters that are read together: a short talk, or some twenty notes."""
_MOST_DOCUMENTS = 200
_ENOUGH = 200_000
"""Characters from which processes of their own are worth their start."""
_CHUNKS_EACH = 2
"""Chunks in flight for each process: one that it reads, one that waits for it."""

Found = list[list[Evidence]]


def read_many(
    documents: Iterable[Document],
    reader: Reader | None = None,
    *,
    processes: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Generator[list[Evidence], None, None]:
    """Find the signs in many documents, on all cores: what `read` gives for each, in order.

    Parameters
    ----------
    documents : iterable of Document
        Taken as they are needed: only some chunks of them are held at any time.
    reader : Reader, optional
        What finds the signs in the units. By default the trained reader. One that cannot be pickled, or is
        made in the script that runs, is used in this process.
    processes : int, optional
        How many processes read at most; with 1 none is started. By default as many as there are cores.
    progress : callable, optional
        Called with the number of documents read so far, before each result.

    Yields
    ------
    list of Evidence
        Of one document, in the order of its text.

    Raises
    ------
    ValueError
        If `processes` is less than 1.
    RuntimeError
        If a process that reads was ended from outside.

    Notes
    -----
    Processes are started for much text only. Where none can be started, all is read in this one. They end
    with the iterator: when it is exhausted, closed, or an error goes through it.
    """
    most = cores() if processes is None else processes
    if most < 1:
        raise ValueError("processes must be at least 1")
    return _one_by_one(_chunks(documents), reader or default_reader(), most, progress)


def _one_by_one(
    chunks: Iterator[list[Document]], reader: Reader, processes: int, progress: Callable[[int], object] | None
) -> Generator[list[Evidence], None, None]:
    done = 0
    with closing(_read_chunks(chunks, reader, processes)) as found:
        for evidence in chain.from_iterable(found):
            done += 1
            if progress is not None:
                progress(done)
            yield evidence


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text)
        if size >= _CHUNK or len(chunk) >= _MOST_DOCUMENTS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _read_chunks(
    chunks: Iterator[list[Document]], reader: Reader, processes: int
) -> Generator[Found, None, None]:
    left: deque[Asked] = deque()
    first = _first(chunks) if processes > 1 else []
    is_enough = sum(len(document.text) for chunk in first for document in chunk) >= _ENOUGH
    chunks = chain(first, chunks)
    if len(first) > 1 and is_enough:
        from wentwell.reading._workers import CannotStart, Workers

        try:
            with Workers(reader, processes) as workers:
                yield from _in_order(chunks, workers, left, _CHUNKS_EACH * processes)
        except CannotStart:
            pass  # what was not read yet is left, and is read here
    for chunk in chain([asked.chunk for asked in left], chunks):
        yield read_together(chunk, reader)


def _first(chunks: Iterator[list[Document]]) -> list[list[Document]]:
    """Take chunks until there is enough for processes, or nothing more."""
    first: list[list[Document]] = []
    size = 0
    for chunk in chunks:
        first.append(chunk)
        size += sum(len(document.text) for document in chunk)
        if size >= _ENOUGH:
            break
    return first


def _in_order(
    chunks: Iterator[list[Document]], workers: Workers, waiting: deque[Asked], most: int
) -> Iterator[Found]:
    """Keep the workers busy and yield what they found, in order; what is not yielded stays in `waiting`."""
    for chunk in chunks:
        waiting.append(workers.ask(chunk))
        while len(waiting) >= most or (waiting and waiting[0].found.done()):
            found = waiting[0].found.result()
            waiting.popleft()
            yield found
    while waiting:
        found = waiting[0].found.result()
        waiting.popleft()
        yield found
