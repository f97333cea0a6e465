"""Processes that read chunks of documents for this one, and end with it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import weakref
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, NamedTuple, Self

from wentwell.interview import Document, Evidence
from wentwell.reading._reader import Reader
from wentwell.reading._trained import TrainedReader
from wentwell.reading._worker import receive, send


class CannotStart(Exception):  # noqa: N818 - nobody sees it
    """No process can read with this reader here."""


class Asked(NamedTuple):
    """A chunk that is being read."""

    chunk: list[Document]
    packed: bytes
    found: Future[list[list[Evidence]]]


class Workers:
    """A few processes, each with a thread here that talks to it.

    Each is a new interpreter that runs `wentwell.reading._worker` and nothing of the caller's script, so
    that a script needs no guard around its main part. It leaves when its input ends, which it also does
    when this process is gone.

    Parameters
    ----------
    reader : Reader
        What they read with; each has a copy.
    count : int
        How many at most.

    Raises
    ------
    CannotStart
        If the reader cannot be sent. The `found` of a chunk raises it too, where no process can be started
        or use the reader.
    """

    def __init__(self, reader: Reader, count: int) -> None:
        self._reader = _packed(reader)
        self._count = count
        self._asked: SimpleQueue[Asked | None] = SimpleQueue()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        # also ends them when this object is forgotten, or Python ends in the middle
        self._end = weakref.finalize(self, _end, self._processes, self._threads, self._asked)

    def ask(self, chunk: list[Document]) -> Asked:
        """Have a chunk read by the next process that is free; one more is started until there are enough."""
        asked = Asked(chunk, pickle.dumps(chunk), Future())
        if len(self._processes) < self._count:
            self._start()
        if self._processes:
            self._asked.put(asked)
        else:
            asked.found.set_exception(CannotStart())
        return asked

    def _start(self) -> None:
        try:
            process = _start()
        except (OSError, NotImplementedError):
            self._count = len(self._processes)
            return
        thread = threading.Thread(target=_talk, args=(process, self._reader, self._asked), daemon=True)
        self._processes.append(process)
        self._threads.append(thread)
        thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()


def _packed(reader: Reader) -> bytes:
    if type(reader).__module__ == "__main__":
        raise CannotStart  # a worker does not run the caller's script
    if isinstance(reader, TrainedReader):
        reader = reader.with_threads(1)
    try:
        return pickle.dumps(reader)
    except Exception as wrong:  # whatever a foreign object raises
        raise CannotStart from wrong


def _start() -> subprocess.Popen[bytes]:
    if not sys.executable or getattr(sys, "frozen", False):
        raise NotImplementedError("no interpreter to start")
    paths = [path or str(Path.cwd()) for path in sys.path]
    return subprocess.Popen(
        [sys.executable, "-P", "-c", "from wentwell.reading._worker import main; main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths), "TOKENIZERS_PARALLELISM": "false"},
        # a group of its own: Ctrl-C reaches this process alone, which then ends the others
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        process_group=0 if os.name == "posix" else None,
    )


def _talk(process: subprocess.Popen[bytes], reader: bytes, asked: SimpleQueue[Asked | None]) -> None:
    """Hand chunks to one process until there are no more, or it has gone."""
    gone: Exception = CannotStart()
    try:
        _answer(process, reader)  # it is ready
        gone = RuntimeError(
            "a process that was reading has gone (too little memory?); processes=1 reads without any"
        )
        while (one := asked.get()) is not None:
            try:
                answer = _answer(process, one.packed)
            except (OSError, EOFError):
                one.found.set_exception(gone)
                raise
            if isinstance(answer, Exception):
                one.found.set_exception(answer)
            else:
                one.found.set_result(answer)
    except (OSError, EOFError):
        while (one := asked.get()) is not None:
            one.found.set_exception(gone)


def _answer(process: subprocess.Popen[bytes], packed: bytes) -> Any:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    send(process.stdin, packed)
    return pickle.loads(receive(process.stdout))  # noqa: S301 - our own process wrote it


def _end(
    processes: Sequence[subprocess.Popen[bytes]],
    threads: Sequence[threading.Thread],
    asked: SimpleQueue[Asked | None],
) -> None:
    for process in processes:
        process.kill()
    for _ in threads:
        asked.put(None)
    for thread in threads:
        if thread is not threading.current_thread():
            thread.join()
    for process in processes:
        with suppress(OSError), process:  # closes its ends and waits
            pass
