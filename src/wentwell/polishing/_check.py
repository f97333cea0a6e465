"""What a rephrased draft may not do: say anything that the draft did not say."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GAP = re.compile(r"\[[^\]\n]*\]")
_LINK = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_MOST_WORDS, _MOST_LONGER = 120, 1.5
"""A longer message is hardly read; and what is half as long again says more than it did."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("wentwell.polishing").joinpath("words.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def middle(body: str) -> str:
    """Return what stands between the greeting and the sign-off: all that is ever rephrased.

    Parameters
    ----------
    body : str
        A draft's body: a greeting, paragraphs and a sign-off, with blank lines between.
    """
    return "\n\n".join(body.strip().split("\n\n")[1:-1])


def with_middle(body: str, words: str) -> str:
    """Return a body with other words between its greeting and its sign-off."""
    greeting, *_, sign_off = body.strip().split("\n\n")
    return f"{greeting}\n\n{words.strip()}\n\n{sign_off}\n"


def added(original: str, polished: str) -> tuple[str, ...]:
    """Return why a rephrased text is refused, in short phrases; empty if it may stand.

    Each name, number, day and word that can bear a claim must stand in the original in the same form, and
    those of the original must stay. Free are words of courtesy and of grammar, from a closed list. Words
    that turn a sentence round (not, never) stay as often as they are, those that tell of something done
    (have, was) may not become more, and a wish (would) must stay one. Marked gaps stay, each as often.

    Parameters
    ----------
    original, polished : str
        Without greeting and sign-off.
    """
    found: list[str] = []
    if not polished.strip():
        return ("it is empty",)
    if Counter(_GAP.findall(original)) != Counter(_GAP.findall(polished)):
        found.append("a marked gap was changed")
    before, after = _GAP.sub(" ", original), _GAP.sub(" ", polished)
    if _LINK.search(after) or any(not (char.isprintable() or char == "\n") for char in after):
        found.append("it holds a link, an address or signs that are not text")
    old, new = Counter(_plain(before)), Counter(_plain(after))
    free = _lists()["free"]
    found += [
        f"“{word}” was not in it"
        for word in dict.fromkeys(_plain(after))
        if not old[word] and word not in free
    ]
    capitals = {word for word in _WORD.findall(before) if word[0].isupper()}
    found += [f"“{word}” was no name in it" for word in _names(after) if word not in capitals]
    found += [f"“{word}” is gone" for word in old if word not in free and not new[word]]
    turning, telling = _lists()["turning"], _lists()["telling"]
    if any(new[word] != old[word] for word in turning):
        found.append("a “not” came in or fell out")
    if sum(new[word] for word in telling) > sum(old[word] for word in telling):
        found.append("it tells of more that was done")
    if new["would"] < old["would"]:
        found.append("a wish became a statement")
    count = sum(new.values())
    if count > min(_MOST_WORDS, max(_MOST_LONGER * sum(old.values()), 20)):
        found.append("it is much longer")
    return tuple(dict.fromkeys(found))


def _plain(text: str) -> list[str]:
    """Return the words of a text in small letters, short forms written out."""
    words: list[str] = []
    for word in _WORD.findall(text.replace("’", "'").casefold()):
        if word.endswith("n't"):
            words += [word[:-3], "not"]
            continue
        stem, _, ending = word.partition("'")
        long = {"d": "would", "ll": "will", "ve": "have", "m": "am", "re": "are"}.get(ending)
        words += [stem, long] if long else [word]
    return words


def _names(text: str) -> list[str]:
    """Return the words with a capital that begin no sentence."""
    inside = re.finditer(r"(?<=[^\s.?!:]) +(" + _WORD.pattern + ")", text)
    return [
        word[1] for word in inside if word[1][0].isupper() and word[1] != "I" and not word[1].startswith("I'")
    ]
