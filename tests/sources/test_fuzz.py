"""Whatever comes in, documents or one clear error come out; and what is written is read back."""

import io
import json
import string
from collections.abc import Callable

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wentwell.interview import Document
from wentwell.sources import SourceError, parse


def word_file() -> bytes:
    document = docx.Document()
    document.add_paragraph("Ada Moss   0:03\nHello.")
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Pay"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


VALID: dict[str, bytes] = {
    "webvtt": b"WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000 align:start\n"
    b"<v Ada>Hello <i>you</i></v>\n\n"
    b"00:02.000 --> 00:03.000\n<v.loud Ben>Hi &amp; bye\n\n00:03.000 --> 00:04.000\n- Ada: So\n- Ben: Yes\n",
    "srt": b"1\n00:00:01,000 --> 00:00:02,000\nAda: Hello\n\n2\n00:00:02,000 --> 00:00:03,000\n"
    b"<b>Ben: Hi</b>\n\n",
    "labelled": b"[00:01] Ada: Hello.\n[00:05] Ben (he/him): Hi.\nmore\n[00:07] Ada: So?\n",
    "otter": b"Ada Moss  0:03\nHello.\n\nBen  0:05\nHi.\n\nAda Moss  1:05:03 PM\nSo.\n",
    "zoom": b"[Ada] 10:02:11\nHello.\n10:02:15 From Ben to Everyone:\n\tHi.\n",
    "meet": b"Title\n\n00:05:00\n\nAda\nHello.\n\nBen\nHi.\n\nAda\nSo.\n",
    "whisper": b'{"segments": [{"start": 0, "end": 1.5, "text": " Hello.", "words": [{"word": "Hello.", '
    b'"speaker": "A"}]}, {"start": 1.5, "end": 2, "text": "Yes", "speaker": "B"}]}',
    "turns": b'[{"speaker": "S1", "role": "interviewer", "name": null, "start": 0, "text": "Hello."}]',
    "document": Document.from_turns([{"text": "Hello.", "speaker": "A"}], name="x")
    .model_dump_json()
    .encode(),
    "convokit": b'{"id": "1", "speaker": "a", "conversation_id": "c", "reply_to": null, "timestamp": 1, '
    b'"text": "x"}\n'
    b'{"id": "2", "speaker": "b", "root": "1", "reply_to": "1", "timestamp": 2, "text": "y"}\n',
    "eml": b"From: A <a@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n"
    b"Date: Tue, 04 Mar 2025 16:20:00 +0100\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; '
    b"charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHi B,\r\n\r\n"
    b"fine=20\r\nso.\r\n\r\nA\r\n"
    b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SGk8L3A+\r\n--b--\r\n",
    "mbox": b"From a Mon Jan  1 00:00:00 2024\nFrom: a@example.org\nTo: b@example.org\nSubject: 1\n\nOne.\n\n"
    b"From a Mon Jan  1 00:00:00 2024\nFrom: a@example.org\nSubject: 2\n\n>From here.\n",
    "pasted": b"From: Dana\nSent: Tuesday, March 4, 2025 4:20 PM\nTo: Ann\nSubject: x\n\nHi Ann,\n\n"
    b"ok.\n\nDana\n",
    "html": b"<!doctype html><html><body><p>One<br>two</p><blockquote>old</blockquote></body></html>",
    # The reader finds the objects of a PDF without a table of their places.
    "pdf": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
    b"/Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
    b"4 0 obj\n<< /Length 39 >>\nstream\nBT /F1 12 Tf 40 700 Td (Good talk.) Tj ET\nendstream\nendobj\n"
    b"5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n",
    "docx": word_file(),
}
PIECES = [
    b"-->",
    b"<v ",
    b"\n",
    b"\n\n",
    b": ",
    b"[",
    b"]",
    b"{",
    b'"',
    b"00:00:01.000",
    b"\x00",
    b"\xff",
    b">",
    b"&#",
]


def is_sound(data: bytes, name: str = "", kind: str | None = None) -> None:
    """Check that parsing gives documents whose spans hold, or the one error of this package."""
    try:
        documents = parse(data, name, kind)  # type: ignore[arg-type]
    except SourceError as error:
        message = str(error)
        documents = []
    else:
        message = ""
    assert bool(documents) != bool(message)
    assert "\n" not in message
    for document in documents:
        assert document.text.strip()
        assert Document.model_validate_json(document.model_dump_json()) == document
        for turn in document.turns:
            assert document.words(turn) == document.words(turn).strip() or document.format == "wentwell-json"
        allowed = set(string.printable) - set("\x0b\x0c\r")
        assert not {c for c in document.text if ord(c) < 160 and c not in allowed}


@given(st.binary(max_size=300), st.sampled_from([None, "notes", "mail", "transcript"]))
@example(b"\xff\xfe\x00\xd8", None)
def test_any_bytes(data: bytes, kind: str | None) -> None:
    is_sound(data, "x.txt", kind)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32-be"]))
def test_any_text(text: str, encoding: str) -> None:
    is_sound(text.encode(encoding, "surrogatepass"))


@pytest.mark.parametrize("form", VALID)
def test_the_samples_are_valid(form: str) -> None:
    assert parse(VALID[form])


@pytest.mark.parametrize("form", VALID)
@given(data=st.data())
def test_broken_files(form: str, data: st.DataObject) -> None:
    whole = VALID[form]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(whole)))
        match data.draw(st.sampled_from(["cut", "insert", "flip", "drop", "repeat"])):
            case "cut":
                whole = whole[:place]
            case "insert":
                whole = (
                    whole[:place] + data.draw(st.sampled_from(PIECES) | st.binary(max_size=6)) + whole[place:]
                )
            case "flip":
                whole = (
                    whole[:place]
                    + bytes(byte ^ 0x55 for byte in whole[place : place + 1])
                    + whole[place + 1 :]
                )
            case "drop":
                whole = whole[:place] + whole[place + data.draw(st.integers(1, 20)) :]
            case _:
                whole = whole[:place] * 2 + whole[place:]
    is_sound(whole, f"x.{form}", data.draw(st.sampled_from([None, "notes", "mail", "transcript"])))


@given(
    st.lists(
        st.sampled_from(
            [
                "Ada: so",
                "Ben:",
                "[00:01] Ada: x",
                "Ada  0:03",
                "[Ben] 10:00:00",
                "00:05:00",
                "",
                "words",
                "Ada",
            ]
        )
        | st.text(max_size=20),
        max_size=30,
    )
)
def test_lines_of_every_form_mixed(lines: list[str]) -> None:
    is_sound("\n".join(lines).encode("utf-8", "surrogatepass"))
    is_sound("\n".join(lines).encode("utf-8", "surrogatepass"), kind="transcript")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "text",
                    "segments",
                    "turns",
                    "speaker",
                    "start",
                    "end",
                    "words",
                    "word",
                    "id",
                    "kind",
                    "conversation_id",
                    "reply_to",
                    "timestamp",
                    "role",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json(value: object) -> None:
    is_sound(json.dumps(value).encode(), "x.json")


WORDS = st.lists(
    st.sampled_from(
        "we build bridges and you could start in march with pay of about fifty thousand".split()  # noqa: SIM905
    ),
    min_size=3,
    max_size=9,
).map(lambda words: " ".join(words).capitalize() + ".")
NAMES = ["Ada Moss", "Ben", "Carla de Vries", "Speaker 4"]


@st.composite
def talks(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Draw at least four turns in which each speaker comes back."""
    people = NAMES[: draw(st.integers(2, len(NAMES)))]
    order = people * 2 + draw(st.lists(st.sampled_from(people), max_size=8))
    turns: list[tuple[str, str]] = []
    for name in order:
        if not turns or turns[-1][0] != name:
            turns.append((name, draw(WORDS)))
    return turns


def clock(seconds: int, comma: str) -> str:
    return f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}{comma}000"


WRITERS: dict[str, tuple[str, Callable[[int, str, str], str]]] = {
    "webvtt": (
        "WEBVTT\n\n",
        lambda n, name, words: f"{clock(n, '.')} --> {clock(n + 1, '.')}\n<v {name}>{words}</v>\n\n",
    ),
    "webvtt, names in words": (
        "WEBVTT\n\n",
        lambda n, name, words: f"{clock(n, '.')} --> {clock(n + 1, '.')}\n{name}: {words}\n\n",
    ),
    "srt": (
        "",
        lambda n, name, words: f"{n + 1}\n{clock(n, ',')} --> {clock(n + 1, ',')}\n{name}: {words}\n\n",
    ),
    "plain": ("", lambda n, name, words: f"{name}: {words}\n"),
    "bracketed": ("", lambda n, name, words: f"[{clock(n, '.')[:8]}] {name}: {words}\n"),
    "otter": ("", lambda n, name, words: f"{name}  {n // 60}:{n % 60:02d}\n{words}\n\n"),
    "name line": ("", lambda n, name, words: f"{name}\n{words}\n\n"),
}


@pytest.mark.parametrize("form", WRITERS)
@given(talk=talks())
def test_what_is_written_is_read_back(form: str, talk: list[tuple[str, str]]) -> None:
    head, write = WRITERS[form]
    text = head + "".join(write(n, name, words) for n, (name, words) in enumerate(talk))
    (document,) = parse(text.encode())
    assert [(turn.speaker, document.words(turn)) for turn in document.turns] == talk


@given(talk=talks(), cut=st.integers(1, 6))
def test_turns_cut_into_cues_are_joined_again(talk: list[tuple[str, str]], cut: int) -> None:
    text = "WEBVTT\n\n"
    moment = 0
    for name, words in talk:
        pieces = words.split()
        for begin in range(0, len(pieces), cut):
            part = " ".join(pieces[begin : begin + cut])
            text += f"{clock(moment, '.')} --> {clock(moment + 1, '.')}\n<v {name}>{part}</v>\n\n"
            moment += 1
    (document,) = parse(text.encode())
    assert [(turn.speaker, document.words(turn)) for turn in document.turns] == talk
    assert document.turns[-1].until == moment


@given(talk=talks())
def test_json_is_read_back(talk: list[tuple[str, str]]) -> None:
    turns = [{"speaker": name, "text": words, "start": float(n)} for n, (name, words) in enumerate(talk)]
    (document,) = parse(json.dumps({"turns": turns}).encode())
    assert [(turn.speaker, document.words(turn)) for turn in document.turns] == talk
    (again,) = parse(document.model_dump_json().encode())
    assert again == document
