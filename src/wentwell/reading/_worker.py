"""What a process of `read_many` does: read chunks from its input, write evidence to its output."""

from __future__ import annotations

import os
import pickle
import struct
import sys
import traceback
from typing import IO

_SIZE = struct.Struct("<Q")


def send(stream: IO[bytes], packed: bytes) -> None:
    """Write some bytes and how many they are."""
    stream.write(_SIZE.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Return the bytes that were sent.

    Raises
    ------
    EOFError
        If the stream ended before.
    """
    head = stream.read(_SIZE.size)
    size = _SIZE.unpack(head)[0] if len(head) == _SIZE.size else 0
    packed = stream.read(size)
    if not packed or len(packed) < size:
        raise EOFError
    return packed


def main() -> None:
    """Read with the reader that comes first, chunk by chunk, until the input ends."""
    from wentwell.reading._read import read_together

    # what a reader prints must not stand among the answers
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    reader = pickle.loads(receive(sys.stdin.buffer))  # noqa: S301 - the process that started this one wrote it
    send(answers, pickle.dumps("ready"))
    while True:
        try:
            chunk = receive(sys.stdin.buffer)
        except EOFError:
            return
        try:
            packed = pickle.dumps(read_together(pickle.loads(chunk), reader))  # noqa: S301
        except Exception as wrong:  # it is raised where the results are waited for
            packed = _packed(wrong)
        send(answers, packed)


def _packed(wrong: Exception) -> bytes:
    wrong.add_note("In a process of read_many:\n" + "".join(traceback.format_exception(wrong)))
    try:
        packed = pickle.dumps(wrong)
        pickle.loads(packed)  # noqa: S301 - not every error can be made again from what it was made of
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(wrong).__name__}: {wrong}"))
    return packed
