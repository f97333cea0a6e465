"""Where words stand in a text."""

from __future__ import annotations

import re

_ALIKE = ("'’‘ʼ`", '"“”„«»', "-–—\N{NON-BREAKING HYPHEN}")
"""What a keyboard types, and what may stand in the text for it."""


def exact_places(text: str, quote: str) -> list[tuple[int, int]]:
    """Return the spans at which a quote stands, those that overlap too."""
    places = []
    start = text.find(quote) if quote else -1
    while start >= 0:
        places.append((start, start + len(quote)))
        start = text.find(quote, start + 1)
    return places


def typed_places(text: str, typed: str) -> list[tuple[int, int]]:
    """Return the spans of words as somebody types them off a screen.

    A line break or several spaces count as one space; straight quotation marks and hyphens stand for any.
    """
    words = typed.split()
    if not words:
        return []
    pattern = r"\s+".join("".join(map(_any_like, word)) for word in words)
    # a match takes no room, so that overlapping ones are found too
    return [match.span(1) for match in re.finditer(f"(?=({pattern}))", text)]


def _any_like(sign: str) -> str:
    for signs in _ALIKE:
        if sign in signs:
            return f"[{re.escape(signs)}]"
    return re.escape(sign)
