"""Noun phrases cut out of a sentence, with care: rather none than a wrong one.

There is no grammar here, only closed lists of words (``words.toml``) and the rule that a phrase must end where
something certain follows: a stop, a preposition, a joining word, a verb.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LONGEST = 9
"""Words of a phrase; a longer one reads like speech."""
_WORD = re.compile(r"[^\W_]+(?:['’&/.+-][^\W_]+)*[+#]*")
_EDGE = re.compile(r"[^\w\s'’&/+#-]|\s[-–—]\s|\n")


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Return the closed lists of words by name."""
    return {name: frozenset(words.split()) for name, words in _data().items() if isinstance(words, str)}


@cache
def gerunds() -> Mapping[str, str]:
    """Return the -ing form of each verb that a question may be about."""
    found: dict[str, str] = _data()["gerunds"]
    return found


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("wentwell.drafting").joinpath("words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence."""

    text: str
    start: int
    end: int
    edge: bool
    """Whether a stop, a comma or a bracket stands right before it."""

    @property
    def plain(self) -> str:
        """The word in lower case."""
        return self.text.casefold().replace("’", "'")


def tokens(text: str) -> list[Token]:
    """Cut a sentence into words."""
    found: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        between = text[last : match.start()]
        found.append(Token(match[0], match.start(), match.end(), bool(_EDGE.search(between))))
        last = match.end()
    return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: a span of the sentence."""

    words: tuple[str, ...]
    start: int
    end: int
    before: str
    """The word before it, in lower case; empty at the beginning or after a stop."""
    after: str
    """The word after it, in lower case; empty at the end or before a stop."""
    opened: bool
    """Whether it begins with an article or the like."""

    @property
    def telling(self) -> int:
        """How many words say something."""
        lists = word_lists()
        dull = lists["determiners"] | lists["prepositions"] | lists["vague"]
        return sum(word.casefold() not in dull for word in self.words)


def phrases(text: str) -> Iterator[Phrase]:
    """Yield the noun phrases of a sentence that can be told apart with some certainty, in order.

    Parameters
    ----------
    text : str
        One sentence, in ordinary spelling.
    """
    words = tokens(text)
    for place, word in enumerate(words):
        before = "" if place == 0 or word.edge else words[place - 1].plain
        opens = word.plain in word_lists()["determiners"]
        if not opens and not _may_stand_bare(words, place, before):
            continue
        stop = _end(words, place)
        if stop is None:
            continue
        taken = words[place:stop]
        if _holds_up(taken, opened=opens):
            after = "" if stop == len(words) or words[stop].edge else words[stop].plain
            texts = tuple(one.text for one in taken)
            yield Phrase(texts, taken[0].start, taken[-1].end, before, after, opens)


def _may_stand_bare(words: list[Token], place: int, before: str) -> bool:
    """Whether a phrase without a determiner may begin here: only after words that ask for one."""
    word = words[place].plain
    return before in _ASKS_FOR_ONE and not _is_closed(word) and word not in word_lists()["verbs"]


_ASKS_FOR_ONE = frozenset("about do doing does build building run running on covers cover discussed".split())


_TRAILING = frozenset(
    "first last next monday tuesday wednesday thursday friday saturday sunday going".split()
)


def _is_closed(word: str) -> bool:
    lists = word_lists()
    return _stops(word) or word in lists["prepositions"] or word in lists["determiners"]


def _stops(word: str) -> bool:
    """Whether no phrase goes on over this word; contractions such as "there's" count by their first part."""
    stops = word_lists()["stops"]
    return word in stops or ("'" in word and word.split("'")[0] in stops)


def _end(words: list[Token], begin: int) -> int | None:
    """Return where the phrase that begins here ends (exclusive); ``None`` if it is not clear."""
    lists = word_lists()
    place = begin + (words[begin].plain in lists["determiners"])
    heads = 0  # words since the last preposition
    while place < len(words):
        word, plain = words[place], words[place].plain
        if word.edge and place > begin:
            break
        following = words[place + 1] if place + 1 < len(words) and not words[place + 1].edge else None
        if _stops(plain):
            break
        if plain in lists["prepositions"]:
            if not heads or following is None or not _opens_a_tail(plain, following.plain):
                break
            place += 1
            heads = 0
            if following.plain in lists["determiners"]:
                place += 1
            continue
        if plain in lists["determiners"]:
            break
        if heads and _is_verb_here(plain, words[place - 1].plain, following):
            break
        heads += 1
        place += 1
    while place > begin and (_is_closed(words[place - 1].plain) or words[place - 1].plain in _TRAILING):
        place -= 1
    if place - begin > LONGEST or place <= begin:
        return None
    return place


def _opens_a_tail(preposition: str, following: str) -> bool:
    """Whether a preposition carries the phrase on: "the pilot in Kent", not "the task to take over"."""
    lists = word_lists()
    if preposition not in {"of", "for", "in", "at", "on", "from", "with", "between", "behind", "across", "by", "within"}:
        return False
    if _stops(following) or following in lists["prepositions"]:
        return False
    return following not in lists["verbs"] and not following.endswith("ing")


def _is_verb_here(word: str, before: str, following: Token | None) -> bool:
    lists = word_lists()
    if word in lists["verbs"]:
        return True
    next_word = "" if following is None else following.plain
    opens = next_word in lists["determiners"] or _stops(next_word)
    if word.endswith("ed") and len(word) > 4 and before not in lists["determiners"]:
        return True
    if word.endswith("ing") and following is not None and (opens or next_word in lists["prepositions"]):
        return True
    # "the system works well", "the teams plan the week"
    return word.endswith("s") and not word.endswith("ss") and next_word.endswith("ly") and next_word != ""


def _holds_up(taken: list[Token], *, opened: bool) -> bool:
    lists = word_lists()
    last, plain = taken[-1].plain, [word.plain for word in taken]
    head = next((at for at, word in enumerate(plain) if word in lists["prepositions"]), len(plain))
    first_head = plain[head - 1]
    if last.endswith(("'s", "s'")) or any(word in lists["private"] or _stops(word) for word in plain):
        return False
    if any(char.isdigit() for word in plain for char in word):
        return False
    if last.endswith("ly") and last not in lists["adverb_like"]:
        return False
    if last in lists["determiners"] or (last in lists["vague"] and len(plain) < 3):
        return False
    inner = plain[1:head] if opened else plain[:head]
    if not inner or all(word in lists["vague"] for word in inner):
        return False
    if first_head in _PERSONS:
        return False
    if opened:
        return len(inner) > 1 or _sounds_like_a_noun(first_head)
    if len(plain) < 2:
        return False
    # without a determiner only what needs none: plurals, nouns of mass, names
    return (first_head.endswith("s") and not first_head.endswith("ss")) or first_head in lists["mass"]


def _sounds_like_a_noun(word: str) -> bool:
    """Whether a word that stands alone after an article is hardly anything but a noun."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word in word_lists()["mass"] or (len(word) > 4 and (plural or word.endswith(_NOUN_ENDINGS)))


_NOUN_ENDINGS = tuple(
    "tion sion ment ity ance ence ship ware log logue folio line base flow model report plan project programme "
    "system service network platform school clinic ward plant depot warehouse kitchen website store launch pilot "
    "rollout workshop timetable curriculum catalogue inbox".split()
)
_PERSONS = frozenset(
    "manager managers boss director directors ceo cto founder founders colleague colleagues recruiter recruiters "
    "interviewer interviewers candidate candidates man woman guy lady person people lad lads girl girls friend "
    "friends mate mum dad sister brother receptionist assistant chair panel panelist".split()
)
