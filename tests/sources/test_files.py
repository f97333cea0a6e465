"""Files on disk: what is read, what is refused and how it is said."""

import io
import os
import time
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from wentwell.sources import MAX_BYTES, SourceError, load, load_all, parse


def word_file(*paragraphs: str, table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
        document.add_paragraph("After the table.")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_file(*pages: str) -> bytes:
    """Write the smallest PDF that has a line of text on each page."""
    count = len(pages)
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(count))
    font = 3 + 2 * count
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"]
    for number, words in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {4 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in words.split("\n") if line)
        stream = f"BT /F1 12 Tf 40 700 Td {lines}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    out = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{p:010d} 00000 n \n" for p in places
    )
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


@pytest.mark.parametrize("name", ["notes.txt", "notes.md", "notes", "notes.vtt"])
def test_notes_by_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("They asked when I could start.\n")
    document = load(path)
    assert (document.kind, document.format, document.name) == ("notes", "text", name)
    assert load(str(path)) == document
    assert load_all(path) == [document]


def test_captions_named_txt_are_read_as_captions(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hello.</v>\n")
    assert load(path).format == "webvtt"


def test_several_documents_need_load_all(tmp_path: Path) -> None:
    path = tmp_path / "box.mbox"
    mail = "From a@example.org Mon Jan  1 00:00:00 2024\nFrom: a@example.org\nSubject: {}\n\nHello {}.\n\n"
    path.write_text(mail.format(1, 1) + mail.format(2, 2))
    with pytest.raises(SourceError, match="load_all"):
        load(path)
    assert len(load_all(path)) == 2


def test_word_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(word_file("It went long.", "She smiled.", table=[["Pay", "asked"], ["Tour", "yes"]]))
    document = load(path)
    assert (document.kind, document.format) == ("notes", "docx")
    assert document.text.strip() == "It went long.\nShe smiled.\nPay\tasked\nTour\tyes\nAfter the table."


def test_a_teams_transcript_in_word() -> None:
    data = word_file(
        "Interview-20250304_100000-Meeting Recording",
        "30m 12s",
        "Ada Moss started transcription",
        "Ada Moss   0:03\nHello Ben.",
        "Ben Okoro   0:05\nHello.",
        "Ada Moss   1:05\nShall we start?",
        "Ada Moss stopped transcription",
    )
    (document,) = parse(data, "call.docx")
    assert (document.kind, document.format) == ("transcript", "docx")
    assert [(turn.speaker, document.words(turn), turn.at) for turn in document.turns] == [
        ("Ada Moss", "Hello Ben.", 3.0),
        ("Ben Okoro", "Hello.", 5.0),
        ("Ada Moss", "Shall we start?", 65.0),
    ]
    told = " ".join(document.warnings)
    assert "Meeting Recording" in told
    assert "stopped transcription" in told


def test_words_that_were_inserted_or_stand_in_a_control_are_read() -> None:
    source = io.BytesIO(word_file("Plain."))
    target = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                extra = (
                    b"<w:p><w:ins><w:r><w:t>Inserted.</w:t></w:r></w:ins>"
                    b"<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>"
                    b"<w:sdt><w:sdtContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                )
                data = data.replace(b"<w:sectPr", extra + b"<w:sectPr", 1)
            new.writestr(item, data)
    assert parse(target.getvalue())[0].text.split() == ["Plain.", "Inserted.", "Boxed."]


def test_word_files_that_cannot_be_read() -> None:
    whole = word_file("Hello.")
    for data in (whole[: len(whole) // 2], whole[:30], b"PK\x03\x04" + b"x" * 100):
        with pytest.raises(SourceError, match="damaged"):
            parse(data, "a.docx")
    with pytest.raises(SourceError, match="no text"):
        parse(word_file(), "a.docx")


def test_a_packing_bomb_is_refused_before_it_unpacks() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"a" * (60 * 1024 * 1024))
    begin = time.monotonic()
    with pytest.raises(SourceError, match="far too much"):
        parse(stream.getvalue(), "a.docx")
    assert time.monotonic() - begin < 1.0


@pytest.mark.parametrize(
    ("member", "word"), [("xl/a.xml", "spreadsheet"), ("ppt/a.xml", "slide"), ("a", "ZIP")]
)
def test_other_archives_are_named(member: str, word: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, "x")
    with pytest.raises(SourceError, match=word):
        parse(stream.getvalue(), "a.zip")


def test_pdf_notes_and_transcripts() -> None:
    (document,) = parse(pdf_file("It went long.", "She smiled."), "notes.pdf")
    assert (document.kind, document.format) == ("notes", "pdf")
    assert document.text.split() == ["It", "went", "long.", "She", "smiled."]
    (talk,) = parse(pdf_file("Ada: Hello.\nBen: Hi.\nAda: Ready?\nBen: Yes."), "talk.pdf")
    assert (talk.kind, talk.format, len(talk.turns)) == ("transcript", "pdf", 4)


def test_an_empty_page_is_told() -> None:
    assert "page 2" in parse(pdf_file("Words.", ""), "notes.pdf")[0].warnings[0]


def test_pdf_files_that_cannot_be_read(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SourceError, match=r"^scan\.pdf: no text in this PDF"):
        parse(pdf_file(""), "scan.pdf")
    whole = pdf_file("Words.")
    for data in (b"%PDF-1.4\nnothing", b"%PDF-", whole[:200]):
        with pytest.raises(SourceError):
            parse(data, "a.pdf")
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(SourceError, match="password"):
        parse(stream.getvalue(), "a.pdf")
    assert capfd.readouterr() == ("", "")


def test_a_huge_file_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    begin = time.monotonic()
    with pytest.raises(SourceError, match=r"^huge\.txt: 50 MB"):
        load(path)
    assert time.monotonic() - begin < 0.5
    with pytest.raises(SourceError, match="larger than 20 MB"):
        parse(b"a" * (MAX_BYTES + 1))


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        load(tmp_path / "absent.txt")
    with pytest.raises(SourceError, match="a folder"):
        load(tmp_path)
    with pytest.raises(SourceError):
        load("a\x00b")
    with pytest.raises(SourceError):
        load("x" * 5000)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("Hello.")
    path.chmod(0)
    with pytest.raises(SourceError, match="may not read"):
        load(path)


def test_a_file_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("Hello.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match="may not read"):
        load(path)


def test_an_unknown_kind_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="kind must be"):
        parse(b"Hello.", kind="poem")  # type: ignore[arg-type]


def test_errors_are_one_line_without_the_text() -> None:
    for data in (b"", b"\x00" * 99, b'{"secret words": 1}', b"%PDF-1.4 secret words"):
        with pytest.raises(SourceError) as caught:
            parse(data, "notes.txt")
        assert "\n" not in str(caught.value)
        assert "secret" not in str(caught.value)
        assert str(caught.value).startswith("notes.txt: ")
