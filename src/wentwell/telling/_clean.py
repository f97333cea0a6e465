"""Make any text safe and fit to show: what a file says may never steer the screen it is shown on."""

from __future__ import annotations

import re
import unicodedata

_MARK = "[…]"
_LONGEST_QUOTE = 280

# Marks that turn the direction of the text around, so that words read other than they are stored.
_TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_UNSHOWABLE = frozenset({"Cc", "Cs", "Cn", "Co"})
_TAGS = range(0xE0000, 0xE0080)


def clean(text: str) -> str:
    """Return the text on one line, without control characters and direction overrides.

    Escape codes lose the character that makes them codes; the rest of them stays, as the plain text it is.
    """
    spaced = " ".join(text.split())
    if spaced.isprintable():  # nothing hidden is, as Python sees it: most words need no closer look
        return spaced
    return " ".join("".join(sign for sign in spaced if not _hidden(sign)).split())


def shown(text: str) -> str:
    """Return the text without control characters and direction overrides, its spaces as they are."""
    if text.isprintable():
        return text
    return "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or not _hidden(sign))


def _hidden(sign: str) -> bool:
    return sign in _TURNERS or ord(sign) in _TAGS or unicodedata.category(sign) in _UNSHOWABLE


def shorten(quote: str, about: str, limit: int = _LONGEST_QUOTE) -> str:
    """Return a long quote cut down, for display, to the part that says most of what it is about.

    Parameters
    ----------
    quote : str
        A cleaned quote.
    about : str
        The name of the sign; the sentence that shares most words with it is kept.
    limit : int
        The most characters to keep, the marks that show the cuts not counted.
    """
    if len(quote) <= limit:
        return quote
    begin = max(0, min(_carrying_sentence(quote, about), len(quote) - limit))
    end = begin + limit
    # Cut between words, unless there is none to cut at.
    if begin and quote[begin - 1] != " ":
        begin = quote.find(" ", begin, begin + limit // 4) + 1 or begin
    if end < len(quote) and quote[end] != " ":
        end = max(quote.rfind(" ", end - limit // 4, end), 0) or end
    before = f"{_MARK} " if begin else ""
    after = f" {_MARK}" if end < len(quote) else ""
    return f"{before}{quote[begin:end].strip()}{after}"


def _carrying_sentence(quote: str, about: str) -> int:
    """Return where the sentence begins that shares most words with the sign's name."""
    stems = {word[:5] for word in re.findall(r"\w{4,}", about.casefold())}

    def shared(sentence: re.Match[str]) -> int:
        return len(stems & {word[:5] for word in re.findall(r"\w{4,}", sentence[0].casefold())})

    sentences = list(re.finditer(r"[^.!?]+[.!?]*\s*", quote))
    return max(sentences, key=shared).start() if sentences else 0
