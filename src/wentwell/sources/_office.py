"""Word documents and PDF files to plain text."""

from __future__ import annotations

import io
import logging
import zipfile
from typing import Any

from wentwell.sources._error import SourceError

_MOST_BYTES_UNPACKED = 100 * 1024 * 1024
_MOST_BYTES_OF_WORDS = 40 * 1024 * 1024
_MOST_MEMBERS = 5000
_MOST_PAGES = 1000
_MOST_CHARACTERS = 20 * 1024 * 1024
_PAGES_NAMED = 12
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

_DAMAGED_DOCX = (
    "this Word document is damaged; open it in Word, save it again, or paste its text into a .txt file"
)
_DAMAGED_PDF = "this PDF is damaged; open it, save it again, or paste its text into a .txt file"
_ZIPS = {
    "xl/": "this is a spreadsheet; save it as text",
    "ppt/": "this is a slide show; save it as text",
    "mimetype": "this is an OpenDocument file; save it as .docx or .txt",
}


def docx_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the words of a .docx: paragraphs and tables in their order, a table's row as one line."""
    _check_zip(data)
    import docx
    from lxml import etree  # type: ignore[import-untyped]

    try:
        document = docx.Document(io.BytesIO(data))
        body: Any = document.element.body
        text = _body_text(etree.iterwalk(body, events=("start", "end")))
        left_out = [
            kind
            for kind in ("footnotes", "endnotes", "comments")
            if any(
                relation.reltype.endswith("/" + kind) and b"<w:t" in relation.target_part.blob
                for relation in document.part.rels.values()
                if not relation.is_external
            )
        ]
    except Exception as error:
        # A broken package makes python-docx, lxml and zipfile fail in a dozen ways.
        raise SourceError(_DAMAGED_DOCX) from error
    if not text.strip():
        raise SourceError("this Word document has no text (pictures only?); paste the text into a .txt file")
    return text, ((f"Not read: the {' and '.join(left_out)} of the document.",) if left_out else ())


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
        raise SourceError(_DAMAGED_DOCX) from error
    names = [member.filename for member in members]
    if not any(name.startswith("word/") for name in names):
        kind = next((what for start, what in _ZIPS.items() if any(n.startswith(start) for n in names)), None)
        raise SourceError(kind or "this is a ZIP archive; unpack it and give the files in it")
    words = max(member.file_size for member in members if member.filename.startswith("word/"))
    total = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or total > _MOST_BYTES_UNPACKED or words > _MOST_BYTES_OF_WORDS:
        raise SourceError("this Word document unpacks to far too much; paste its text into a .txt file")


def _body_text(events: Any) -> str:
    # Walking the XML keeps inserted text, content controls and text boxes, which Paragraph.text leaves out.
    buffers: list[list[str]] = [[]]
    rows: list[list[str]] = []
    skipped = 0
    for event, element in events:
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        starts = event == "start"
        if skipped or tag in {"Fallback", "instrText", "del", "moveFrom", "pPr"}:
            skipped += 1 if starts else -1
        elif starts and tag == "t":
            buffers[-1].append(element.text or "")
        elif starts and tag in _MARKS:
            buffers[-1].append(_MARKS[tag])
        elif starts and tag == "tr":
            rows.append([])
        elif starts and tag == "tc":
            buffers.append([])
        elif not starts and tag == "p":
            buffers[-1].append("\n")
        elif not starts and tag == "tc":
            rows[-1].append("".join(buffers.pop()).strip())
        elif not starts and tag == "tr":
            buffers[-1].append("\t".join(rows.pop()).rstrip() + "\n")
    return "".join(buffers[0])


def pdf_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the words of a PDF, page after page."""
    from pypdf import PdfReader

    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # it would print its doubts about the file on the screen
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(
                "this PDF has a password; save it without one or paste its text into a .txt file"
            )
        count = len(reader.pages)
        if count > _MOST_PAGES:
            raise SourceError(f"this PDF has {count} pages; give only the pages of the interview")
        pages: list[str] = []
        size = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            size += len(pages[-1])
            if size > _MOST_CHARACTERS:
                raise SourceError("this PDF holds far too much text; give only the pages of the interview")
    except SourceError:
        raise
    except Exception as error:
        # A broken file makes pypdf fail in many ways; a cipher it lacks is one more.
        if "cryptography" in str(error):
            raise SourceError(
                "this PDF is encrypted; save it without protection or paste its text into a .txt file"
            ) from error
        raise SourceError(_DAMAGED_PDF) from error
    finally:
        logger.setLevel(level)
    empty = [number for number, page in enumerate(pages, start=1) if not page.strip()]
    if len(empty) == len(pages):
        raise SourceError("no text in this PDF (a scan?); save it as text or paste it into a .txt file")
    return "\n".join(pages), ((_empty_pages(empty),) if empty else ())


def _empty_pages(empty: list[int]) -> str:
    named = ", ".join(map(str, empty[:_PAGES_NAMED]))
    more = f" and {len(empty) - _PAGES_NAMED} more" if len(empty) > _PAGES_NAMED else ""
    return f"No text on page {named}{more} of the PDF (a picture?)."
