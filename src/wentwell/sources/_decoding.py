"""Bytes to text, and text to clean text: encodings, line ends, control characters."""

from __future__ import annotations

import codecs
import re

from wentwell.sources._error import SourceError

# Longest mark first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = "this is not text; save it as .txt, .vtt, .docx or .pdf and give that file"
_FEW = 4  # stray control characters in a text, from a terminal or a bad copy
_CUT = "The file ends in the middle of a character: it may be cut off."

_TERMINAL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)")
_PAGE = re.compile(r"[\x0b\x0c]")
_UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def clean(text: str) -> str:
    r"""Remove control characters, terminal codes and direction overrides; make every line end ``\n``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _PAGE.sub("\n", _TERMINAL.sub("", text))
    return _SURROGATE.sub("\ufffd", _UNWANTED.sub("", text))


def blank(text: str) -> str:
    """Put a space for every character that `clean` would remove, so that spans stay where they are."""
    return _SURROGATE.sub("\ufffd", _UNWANTED.sub(" ", _PAGE.sub("\n", text.replace("\r", "\n"))))


def one_line(text: str) -> str:
    """Clean a name or a heading and put it on one line."""
    return " ".join(clean(text).split())


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode bytes.

    Returns
    -------
    tuple of (str, tuple of str)
        The text, not yet cleaned (see `clean`), and what had to be guessed.

    Raises
    ------
    SourceError
        If these bytes are no text.
    """
    text, warnings = _decode(data)
    # A guessed encoding turns any bytes into characters: what is full of controls was never text.
    if len(_CONTROL.findall(text)) > max(_FEW, len(text) // 50):
        raise SourceError(_BINARY)
    return text.removeprefix("\ufeff"), warnings


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_known(data[len(mark) :], encoding)
    if b"\x00" in data:
        wide = _wide_encoding(data)
        if wide is not None:
            text, warnings = _decode_known(data, wide)
            return text, (f"The encoding was guessed ({wide.upper()}).", *warnings)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8"), (_CUT,)
    if data.count(0) * 50 > len(data):
        raise SourceError(_BINARY)
    repaired = data.decode("utf-8", "replace")
    bad = repaired.count("\ufffd")
    if len(data) - len(repaired) > 4 * bad:  # far more good sequences than bad ones
        return repaired, (f"{bad} characters could not be read and stand as \ufffd.",)
    return _decode_guessed(data)


def _decode_known(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    unit = 4 if "32" in encoding else 2 if "16" in encoding else 1
    whole = len(data) - len(data) % unit
    text = data[:whole].decode(encoding, "replace")
    warnings = [_CUT] if whole < len(data) else []
    bad = text.count("\ufffd")
    if bad * 4 > len(text):
        raise SourceError(_BINARY)
    if bad:
        warnings.append(f"{bad} characters could not be read and stand as \ufffd.")
    return text, tuple(warnings)


def _wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by where the zero bytes lie."""
    sample = data[: 1 << 16]
    sample = sample[: len(sample) - len(sample) % 4] or sample
    zeros = [sample[place::4].count(0) for place in range(4)]
    quarter, total = max(1, len(sample) // 4), sum(zeros)
    if min(zeros[1:]) > 0.5 * quarter and zeros[0] < 0.1 * quarter:
        candidate = "utf-32-le"
    elif min(zeros[:3]) > 0.5 * quarter and zeros[3] < 0.1 * quarter:
        candidate = "utf-32-be"
    elif zeros[1] + zeros[3] > 0.9 * total:
        candidate = "utf-16-le"
    elif zeros[0] + zeros[2] > 0.9 * total:
        candidate = "utf-16-be"
    else:
        return None
    text = sample.decode(candidate, "replace")
    printable = sum(character.isprintable() or character in "\t\r\n" for character in text)
    return candidate if printable >= 0.95 * len(text) else None


def _decode_guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    # Guessers take short Western texts for Central European ones; few accents mean Western.
    if high * 6 < len(data):
        try:
            return data.decode("cp1252"), ("The encoding was guessed (Windows-1252).",)
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 1 << 16]).best()
    encoding = best.encoding if best is not None else "latin-1"
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") * 50 > len(text):
        raise SourceError(_BINARY)
    return text, (f"The encoding was guessed ({encoding}); if letters look wrong, save it as UTF-8.",)
