"""Files to documents: the only place of this package that touches the disk."""

from __future__ import annotations

import os
from pathlib import Path

from wentwell.interview import Document
from wentwell.sources._decoding import one_line
from wentwell.sources._error import SourceError
from wentwell.sources._parse import MAX_BYTES, SourceKind, parse


def load(path: str | os.PathLike[str], kind: SourceKind | None = None) -> Document:
    """Read a file that holds one document.

    Parameters
    ----------
    path : str or os.PathLike
        Notes, a transcript or a mail. The format is found from the content.
    kind : {"notes", "mail", "transcript"}, optional
        What it is; found from the content if not given.

    Returns
    -------
    Document

    Raises
    ------
    SourceError
        If the file cannot be read, or holds several documents (see `load_all`).
    """
    documents = load_all(path, kind)
    if len(documents) > 1:
        name = one_line(Path(path).name)
        raise SourceError(f"{name}: {len(documents)} documents in one file; read them with load_all")
    return documents[0]


def load_all(path: str | os.PathLike[str], kind: SourceKind | None = None) -> list[Document]:
    """Read every document in a file: each mail of a mailbox, each conversation of a corpus.

    Parameters
    ----------
    path : str or os.PathLike
        Notes, a transcript or a mail. The format is found from the content.
    kind : {"notes", "mail", "transcript"}, optional
        What it is; found from the content if not given.

    Returns
    -------
    list of Document
        At least one.

    Raises
    ------
    SourceError
        If the file cannot be read.
    """
    file = Path(path)
    return parse(read_bytes(file), file.name, kind)


def read_bytes(file: Path) -> bytes:
    """Read a file within the limit of size; what cannot be read is told in one line."""
    name = one_line(str(file))
    try:
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            # A pipe does not tell its size.
            data = stream.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
    except IsADirectoryError:
        raise SourceError(f"{name}: a folder; name the files in it") from None
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file; check its name and folder") from None
    except PermissionError:
        raise SourceError(f"{name}: you may not read this file; check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = getattr(error, "strerror", None) or "no such file"
        raise SourceError(f"{name}: cannot be read ({reason}); copy it elsewhere and try again") from None
    if size > MAX_BYTES:
        raise SourceError(f"{one_line(file.name)}: {_too_large(size)}")
    return data


def _too_large(size: int) -> str:
    limit = MAX_BYTES // 1024 // 1024
    return f"{size // 1024 // 1024} MB; files up to {limit} MB are read, so give only the part that matters"
