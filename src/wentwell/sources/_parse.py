"""Which format is it? Found by what stands in the bytes, not by the name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from wentwell.interview import Document
from wentwell.sources._captions import has_timings, is_webvtt, parse_captions
from wentwell.sources._decoding import blank, clean, decode, one_line
from wentwell.sources._error import SourceError
from wentwell.sources._html import html_text
from wentwell.sources._json import parse_json
from wentwell.sources._labelled import parse_labelled
from wentwell.sources._mail import (
    has_mime_head,
    head_fields,
    is_mbox,
    parse_body,
    parse_eml,
    parse_mbox,
    parse_pasted,
)
from wentwell.sources._office import docx_text, pdf_text

SourceKind = Literal["notes", "mail", "transcript"]

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is read. The transcript of a one-hour talk has about 60,000 bytes."""

_TOO_LARGE = (
    f"larger than {MAX_BYTES // 1024 // 1024} MB, which no interview is; give only the part that matters"
)
_EMPTY = "nothing in it; check that you gave the right file"
_NOT_TEXT = (
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x00"),
        "a picture; type or paste what it says into a .txt file",
    ),
    (
        (b"ID3", b"RIFF", b"OggS", b"fLaC", b"\xff\xfb", b"\xff\xf1", b"\x1aE\xdf\xa3"),
        "a recording; make a transcript of it first and give that",
    ),
    (
        (b"\xd0\xcf\x11\xe0",),
        "an old or password-protected Office file; save it as .docx without a password",
    ),
    (
        (b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ"),
        "a packed archive; unpack it and give the files in it",
    ),
    ((rb"{\rtf",), "a rich text file; save it as .docx or .txt"),
    ((b"SQLite format 3",), "a database, not a text; give notes, a transcript or a mail"),
)
_HTML = re.compile(r"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)


def parse(data: bytes, name: str = "", kind: SourceKind | None = None) -> list[Document]:
    """Read the bytes of one file.

    Parameters
    ----------
    data : bytes
        What stands in the file.
    name : str
        What to call it, usually the file's name.
    kind : {"notes", "mail", "transcript"}, optional
        What it is; found from the content if not given.

    Returns
    -------
    list of Document
        One, except for mailboxes and files with several conversations.

    Raises
    ------
    SourceError
        If it cannot be read. The message is one line that says what to do.
    """
    if kind not in (None, "notes", "mail", "transcript"):
        raise ValueError(f'kind must be "notes", "mail" or "transcript", not {kind!r}')
    label = one_line(name)
    try:
        return _parse(data, label or None, kind)
    except SourceError as error:
        raise SourceError(f"{label or 'input'}: {error}") from error.__cause__
    except RecursionError:
        raise SourceError(f"{label or 'input'}: nested too deep to be read; export it again") from None


def _parse(data: bytes, name: str | None, kind: SourceKind | None) -> list[Document]:
    refuse_unfit(data)
    if b"%PDF-" in data[:1024]:
        text, warnings = pdf_text(data)
        return _text(clean(text), name, kind, "pdf", warnings)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        text, warnings = docx_text(data)
        return _text(clean(text), name, kind, "docx", warnings)
    if is_mbox(data):
        return [_as_kind(document, kind) for document in parse_mbox(data, name)]
    raw, warnings = decode(data)
    text = clean(raw)
    if is_calendar(text):
        raise SourceError("this is a calendar; take it in with wentwell calendar import")
    if has_mime_head(text):
        # The parts of a mail have their own encodings, so its bytes are read, unless they were UTF-16.
        return [_as_kind(parse_eml(text.encode() if b"\x00" in data else data, name), kind)]
    # Spans of saved documents point into their text, so that here no character may vanish.
    saved = parse_json(blank(raw), name, warnings)
    if saved is not None:
        return [_same_kind(document, kind) for document in saved]
    form = "html" if _HTML.match(text) else None
    return _text(clean(html_text(text)) if form else text, name, kind, form, warnings)


def is_calendar(text: str) -> bool:
    """Tell whether a text is a calendar file."""
    return text[:200].lstrip("\ufeff \t\n").upper().startswith("BEGIN:VCALENDAR")


def refuse_unfit(data: bytes) -> None:
    """Refuse what is too large, empty, or no text at all."""
    if len(data) > MAX_BYTES:
        raise SourceError(_TOO_LARGE)
    if not data.strip():
        raise SourceError(_EMPTY)
    for marks, what in _NOT_TEXT:
        if data.startswith(marks) or (what.startswith("a recording") and data[4:8] == b"ftyp"):
            raise SourceError(f"this is {what}")


def _text(
    text: str, name: str | None, kind: SourceKind | None, form: str | None, warnings: Sequence[str]
) -> list[Document]:
    """Read plain text; ``form`` is the format it was taken out of, if any."""
    if not text.strip():
        raise SourceError(_EMPTY)
    if kind in (None, "transcript"):
        document = _transcript(text, name, kind, form, warnings)
        if document is not None:
            return [document]
    if kind in (None, "mail") and head_fields(text):
        document = parse_pasted(text, name, warnings)
        return [document if form is None else document.model_copy(update={"format": form})]
    if kind == "mail":
        return [parse_body(text, name, form or "text", warnings)]
    return [Document(text=text, kind="notes", name=name, format=form or "text", warnings=tuple(warnings))]


def _transcript(
    text: str, name: str | None, kind: SourceKind | None, form: str | None, warnings: Sequence[str]
) -> Document | None:
    if is_webvtt(text) or has_timings(text):
        document = parse_captions(text, name, warnings)
        if document is not None:
            return document if form is None else document.model_copy(update={"format": form})
        if is_webvtt(text):
            raise SourceError("a WebVTT file without one cue; export the transcript again")
    if kind is None and head_fields(text):
        return None
    return parse_labelled(text, name, form or "labelled", warnings, sure=kind == "transcript")


def _as_kind(document: Document, kind: SourceKind | None) -> Document:
    """Take the body of a mail as what the user says it is."""
    if kind in (None, "mail"):
        return document
    if kind == "notes":
        return document.model_copy(update={"kind": "notes", "asides": None})
    talked = _transcript(document.text, document.name, kind, document.format, document.warnings)
    if talked is None:
        raise SourceError("no transcript in this mail; save its text as a .txt file")
    return talked.model_copy(update={"mail": document.mail})


def _same_kind(document: Document, kind: SourceKind | None) -> Document:
    if kind is not None and document.kind != kind:
        raise SourceError(f"this is a saved {document.kind} file, not {kind}; leave the kind out")
    return document
