"""Mailboxes and folders of mails, one message at a time: never more than one of them is held."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from wentwell.interview import Message
from wentwell.sources._decoding import clean, decode, one_line
from wentwell.sources._error import SourceError
from wentwell.sources._mail import (
    ESCAPED_FROM,
    has_mime_head,
    head_fields,
    is_mbox,
    parse_message,
    parse_pasted_message,
)

MOST_OF_A_MAIL = 8 * 1024 * 1024
"""Bytes of one mail that are read: words stand before attachments, which are not read."""
_LINE = 1 << 16
_HEAD_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:|>From ")
_LEFT_OUT = frozenset({"tmp", ".git", "__pycache__"})
_MAIL_FILES = frozenset({".eml", ".emlx", ".mbox", ".mbx", ".mail", ".msg", ".txt"})
_EMLX = re.compile(rb"\s{0,8}(\d{1,9})[ \t]*\r?\n")
_OLE = b"\xd0\xcf\x11\xe0"


def read_messages(path: str | os.PathLike[str]) -> Iterator[Message]:
    """Read every mail at a place, one at a time, in a fixed order.

    Parameters
    ----------
    path : str or os.PathLike
        A mail (.eml, .emlx, pasted text), a mailbox (.mbox), a Maildir with its subfolders, or a folder of
        such files. What a file is, is found from its content.

    Yields
    ------
    Message
        Mails without words too: they belong to their threads. What could not be read stands in
        ``document.warnings``. Of a mail larger than 8 MB only the beginning is read.

    Raises
    ------
    SourceError
        If there is nothing at the path, or it cannot be opened. Within a folder, files that are no mails are
        passed over.

    Notes
    -----
    Memory does not grow with the number of mails: mailboxes of any size are read line by line.
    """
    place = Path(path)
    if place.is_dir():
        yield from _of_folder(place)
    else:
        yield from _of_file(place, place.name)


def message_from_bytes(data: bytes, source: str | None = None) -> Message:
    """Read one mail as mail programs and servers give it (RFC 5322).

    Whatever the bytes are, a message is returned: what is broken is left out and told in
    ``document.warnings``. Of more than 8 MB only the beginning is read.

    Parameters
    ----------
    data : bytes
    source : str, optional
        Where it is from, such as a file's name.
    """
    is_cut = len(data) > MOST_OF_A_MAIL
    return parse_message(data[:MOST_OF_A_MAIL], source, is_cut=is_cut)


def message_from_text(text: str, source: str | None = None) -> Message:
    """Read pasted mail text, with or without its head lines.

    Parameters
    ----------
    text : str
    source : str, optional
        Where it is from.
    """
    tidy = clean(text[:MOST_OF_A_MAIL])
    if has_mime_head(tidy):
        return message_from_bytes(text.encode("utf-8", "surrogatepass"), source)
    return parse_pasted_message(tidy, source)


def _of_folder(folder: Path) -> Iterator[Message]:
    if (folder / "cur").is_dir() or (folder / "new").is_dir():
        for state in ("cur", "new"):
            yield from _of_files(_entries(folder / state), folder.name, any_name=True)
        inside = [name for name in _entries(folder) if name.name.startswith(".") and name.is_dir()]
        for subfolder in inside:  # Maildir++ keeps them as ".Name"
            if (subfolder / "cur").is_dir():
                yield from _of_folder(subfolder)
        return
    yield from _of_files(_entries(folder), folder.name, any_name=False)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        said = error.strerror or "unknown"
        raise SourceError(
            f"{one_line(str(folder))}: cannot be opened ({said}); check its permissions"
        ) from None


def _of_files(paths: Iterable[Path], folder: str, *, any_name: bool) -> Iterator[Message]:
    for path in paths:
        if path.is_dir():
            if not any_name and path.name not in _LEFT_OUT and not path.is_symlink():
                yield from _of_folder(path)
            continue
        if not any_name and path.suffix.lower() not in _MAIL_FILES and path.suffix:
            continue
        try:
            yield from _of_file(path, f"{folder}/{path.name}", is_sure=any_name, needs_head=True)
        except SourceError:
            continue  # in a folder of mails there may be anything


def _of_file(
    path: Path, source: str, *, is_sure: bool = False, needs_head: bool = False
) -> Iterator[Message]:
    name = one_line(source)
    try:
        with path.open("rb") as stream:
            first = stream.read(_LINE)
            stream.seek(0)
            if is_mbox(first) and not is_sure:
                yield from _of_mbox(stream, name)
                return
            data = stream.read(MOST_OF_A_MAIL + 1)
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file; check its name and folder") from None
    except OSError as error:
        reason = error.strerror or "unknown"
        raise SourceError(f"{name}: cannot be read ({reason}); copy it elsewhere and try again") from None
    yield _single(data, name, is_sure=is_sure, needs_head=needs_head)


def _single(data: bytes, name: str, *, is_sure: bool, needs_head: bool) -> Message:
    if data.startswith(_OLE):
        raise SourceError(f"{name}: an Outlook file; save the mail as .eml or as text")
    sized = _EMLX.match(data)
    if sized is not None and _HEAD_LINE.match(data, sized.end()):  # Apple Mail: length, mail, property list
        data = data[sized.end() : sized.end() + int(sized[1])]
    is_cut = len(data) > MOST_OF_A_MAIL
    if not is_sure:
        try:
            text = clean(decode(data[:_LINE])[0])
        except SourceError as error:
            raise SourceError(f"{name}: {error}") from None
        if not text.strip():
            raise SourceError(f"{name}: nothing in it; check that you gave the right file")
        if needs_head and not head_fields(text):
            raise SourceError(f"{name}: no mail")
        if not has_mime_head(text):
            whole, said = decode(data[:MOST_OF_A_MAIL])
            return parse_pasted_message(clean(whole), name, said)
    return parse_message(data[:MOST_OF_A_MAIL], name, is_cut=is_cut)


def _of_mbox(stream: BinaryIO, name: str) -> Iterator[Message]:
    for number, (data, is_cut) in enumerate(_split(stream), start=1):
        yield parse_message(ESCAPED_FROM.sub(rb"\1", data), f"{name} ({number})", "mbox", is_cut=is_cut)


def _split(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Cut a mailbox at its ``From`` lines: after an empty line, and above a field."""
    kept: list[bytes] = []
    size = 0
    begun = False
    waiting = b""  # a line that may begin the next mail: what follows it decides
    after_empty = whole = True
    while line := stream.readline(_LINE):
        if waiting:
            if _HEAD_LINE.match(line):
                if begun:
                    yield b"".join(kept), size > MOST_OF_A_MAIL
                kept, size, begun = [], 0, True
            else:
                size = _keep(kept, size, waiting)
            waiting = b""
        if whole and after_empty and line.startswith(b"From "):
            waiting = line
        else:
            size = _keep(kept, size, line)
        after_empty = whole and not line.strip(b"\r\n")
        whole = line.endswith(b"\n")
    if begun:
        _keep(kept, size, waiting)
        yield b"".join(kept), size > MOST_OF_A_MAIL


def _keep(kept: list[bytes], size: int, line: bytes) -> int:
    """Keep a line as long as the mail is not too large, and return how large it is with it."""
    if size <= MOST_OF_A_MAIL:
        kept.append(line)
    return size + len(line)
