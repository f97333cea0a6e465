"""Whatever the bytes are, the words come out clean."""

import pytest

from wentwell.sources import SourceError, parse

TEXT = "She said “great answer”, naïve as I am. Pay: £45k to 50k. Zoë will ring.\nFine."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"],
)
def test_encodings(encoding: str) -> None:
    (document,) = parse(TEXT.encode(encoding))
    assert document.text == TEXT
    guessed = encoding in {"cp1252", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"}
    assert any("guessed" in warning for warning in document.warnings) == guessed


def test_marks_of_the_wide_encodings() -> None:
    assert parse(b"\xff\xfe" + TEXT.encode("utf-16-le"))[0].text == TEXT
    assert parse(b"\xfe\xff" + TEXT.encode("utf-16-be"))[0].text == TEXT


def test_a_short_latin_text() -> None:
    assert parse("Café, très bien.".encode("latin-1"))[0].text == "Café, très bien."


def test_cyrillic_is_guessed() -> None:
    text = "Мы обсудили зарплату и сроки. Она спросила, когда я смогу начать работу у них."
    document = parse(text.encode("cp1251"))[0]
    assert document.text == text
    assert document.warnings


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    data = "“Great answer”, she said — twice. Zoë smiled.".encode() + b"\xff and left."
    document = parse(data)[0]
    assert document.text.startswith("“Great answer”, she said — twice. Zoë smiled.")
    assert document.text.endswith(" and left.")
    assert "could not be read" in document.warnings[0]


def test_a_file_cut_inside_a_character() -> None:
    document = parse("Good talk. Zoë".encode()[:-1])[0]
    assert document.text == "Good talk. Zo"
    assert "cut off" in document.warnings[0]
    assert "cut off" in parse(b"\xff\xfe" + "Hello".encode("utf-16-le") + b"x")[0].warnings[0]


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00\x01\x02\x03" * 500,
        b"\x00" * 1000,
        b"Hello\x00\x00\x00\x00\x00\x00\x00\x00 there",
        b"\x7fELF\x02\x01\x01" + b"\x00" * 64,
        b"\xff\xfe" + b"\x00\xd8" * 300,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^junk: "):
        parse(data, "junk")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        (b"ID3\x03" + b"\x00" * 50, "recording"),
        (b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 50, "recording"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "docx"),
        (b"\x1f\x8b\x08" + b"\x00" * 50, "archive"),
        (rb"{\rtf1\ansi Hello}", "rich text"),
        (b"", "nothing"),
        (b" \n\t \r\n", "nothing"),
        ("\ufeff \u00a0".encode(), "nothing"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, word: str) -> None:
    with pytest.raises(SourceError, match=word):
        parse(data, "x.bin")


def test_control_and_terminal_codes_never_come_through() -> None:
    text = (
        "\x1b[31mred\x1b[0m \x1b]0;title\x07go\x08od\x9b bad\u202eevil\u2066\r\nnext\rline\x0cpage\ttab\x00"
    )
    (document,) = parse(text.encode())
    assert document.text == "red good badevil\nnext\nline\npage\ttab"


def test_codes_hidden_in_json_and_entities_do_not_come_through() -> None:
    talk = '{"turns": [{"speaker": "A\\u001b[2J", "text": "Hi\\u001b[31m there\\ud800\\u202e"}]}'
    (document,) = parse(talk.encode())
    assert document.text == "Hi there\ufffd"
    assert document.turns[0].speaker == "A"
    (captions,) = parse(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A&#27;B>x&#27;[2Jy&#x202e;z\n")
    assert "\x1b" not in captions.text
    assert "\u202e" not in captions.text


def test_names_are_cleaned_too() -> None:
    (document,) = parse(b"Hello.", "no\x1b[31mtes\n.txt")
    assert document.name == "notes .txt"
    with pytest.raises(SourceError) as caught:
        parse(b"", "a\x1b[2Jb\nc")
    assert str(caught.value).startswith("ab c: ")
