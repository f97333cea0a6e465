"""Noun phrases cut out of a sentence, with care: rather none than a wrong one.

There is no grammar here, only closed lists of words (``words.toml``) and the rule that a phrase must end
where something certain follows: a stop, a preposition, a joining word, a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wentwell.drafting._words import listed

LONGEST = 9
"""Words of a phrase; a longer one reads like speech."""
_WORD = re.compile(r"[^\W_]+(?:['’&/.+-][^\W_]+)*[+#]*")
_EDGE = re.compile(r"[^\w\s'’&/+#-]|\s[-–—]\s|\n")


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
        dull = listed("determiners") | listed("prepositions") | listed("vague")
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
        opens = word.plain in listed("determiners")
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
    return before in _ASKS_FOR_ONE and not _is_closed(word) and word not in listed("verbs")


_ASKS_FOR_ONE = listed("ask_for_a_phrase")


_TRAILING = listed("trailing")


def _is_closed(word: str) -> bool:
    return _stops(word) or word in listed("prepositions") or word in listed("determiners")


def _stops(word: str) -> bool:
    """Whether no phrase goes on over this word; contractions such as "there's" count by their first part."""
    stops = listed("stops")
    return word in stops or ("'" in word and word.split("'", maxsplit=1)[0] in stops)


def _end(words: list[Token], begin: int) -> int | None:
    """Return where the phrase that begins here ends (exclusive); ``None`` if it is not clear."""
    place = begin + (words[begin].plain in listed("determiners"))
    heads = 0  # words since the last preposition
    while place < len(words):
        word, plain = words[place], words[place].plain
        if word.edge and place > begin:
            break
        following = words[place + 1] if place + 1 < len(words) and not words[place + 1].edge else None
        if _stops(plain):
            break
        if plain in listed("prepositions"):
            if not heads or following is None or not _opens_a_tail(words, place):
                break
            place += 1
            heads = 0
            if following.plain in listed("determiners"):
                place += 1
            continue
        if plain in listed("determiners"):
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


def _opens_a_tail(words: list[Token], place: int) -> bool:
    """Whether a preposition carries the phrase on: "the pilot in Kent", not "the task to take over"."""
    following = words[place + 1].plain
    if words[place].plain not in listed("tails") or _stops(following) or following in listed("prepositions"):
        return False
    at = place + 1 + (following in listed("determiners"))
    if at == len(words):
        return False
    named = words[at].plain
    alone = at + 1 == len(words) or words[at + 1].edge or _is_closed(words[at + 1].plain)
    # "on Mondays" says when, not what; "from Sofie" says who
    when = named in listed("vague") and alone
    who = words[place].plain in ("from", "with", "by") and words[place + 1].text[:1].isupper()
    return not (when or who or named in listed("verbs") or named.endswith("ing"))


def _is_verb_here(word: str, before: str, following: Token | None) -> bool:
    if word in listed("verbs"):
        return True
    next_word = "" if following is None else following.plain
    opens = next_word in listed("determiners") or _stops(next_word)
    if word.endswith("ed") and len(word) > 4 and before not in listed("determiners"):
        return True
    if word.endswith("ing") and following is not None and (opens or next_word in listed("prepositions")):
        return True
    # "the system works well", "the teams plan the week"
    return word.endswith("s") and not word.endswith("ss") and next_word.endswith("ly") and next_word != ""


def _holds_up(taken: list[Token], *, opened: bool) -> bool:
    """Whether the words make a phrase that a note can name."""
    plain = [word.plain for word in taken]
    tail = next((at for at, word in enumerate(plain) if word in listed("prepositions")), len(plain))
    inner, head = plain[opened:tail], plain[tail - 1]
    if not inner or head in listed("persons") or any(_unfit(word) for word in plain) or not _ends_well(plain):
        return False
    if all(word in listed("vague") for word in inner):
        return False
    if opened:
        return len(inner) > 1 or _sounds_like_a_noun(head)
    # without a determiner only what needs none: plurals and nouns of mass
    plural = head.endswith("s") and not head.endswith("ss")
    return len(plain) > 1 and (plural or head in listed("mass"))


def _unfit(word: str) -> bool:
    return word in listed("private") or _stops(word) or any(char.isdigit() for char in word)


def _ends_well(plain: list[str]) -> bool:
    last = plain[-1]
    if last.endswith(("'s", "s'")) or (last.endswith("ly") and last not in listed("adverb_like")):
        return False
    if last in listed("determiners") or last in listed("adjectives") or last in listed("persons"):
        return False
    return last not in listed("vague") or len(plain) > 2


def _sounds_like_a_noun(word: str) -> bool:
    """Whether a word that stands alone after an article is hardly anything but a noun."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word in listed("mass") or (
        (len(word) > 4 and plural) or (len(word) > 3 and word.endswith(_NOUN_ENDINGS))
    )


_NOUN_ENDINGS = tuple(sorted(listed("noun_endings")))
