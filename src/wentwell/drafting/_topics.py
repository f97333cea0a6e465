"""What a note can name: something concrete that was talked about, in the record's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wentwell.drafting._people import Person
from wentwell.drafting._phrases import Phrase, phrases, tokens
from wentwell.drafting._words import gerunds, listed
from wentwell.interview import Document, Evidence, Interview
from wentwell.reading import Unit, units

TopicKind = Literal["told", "discussed", "asked", "shown", "praised", "tour", "staff"]

SURE = 0.7
"""Probability from which a sign is relied on where nothing but the sign is told, such as a tour."""
_LIKELY = 0.5
"""Probability from which its words are looked through: they were said, whatever they show."""

_WORTH: dict[TopicKind, float] = {
    "told": 5.0,
    "discussed": 4.0,
    "praised": 3.5,
    "shown": 3.0,
    "asked": 2.8,
    "tour": 1.0,
    "staff": 0.8,
}
_WORK = ("duties.specifics", "duties.you_in_role")
_PRAISE = ("affirmation.answer", "affirmation.fit")
_ABOUT_OTHERS = ("salary.", "interest.", "selling.", "next.", "contact.", "contrary.")
_IS = listed("be")
_LIKED = listed("liking")
_FOR_YOU = re.compile(r"\byou(?: would|'d|’d| will|'ll|’ll)\b", re.IGNORECASE)
_DONE = listed("done_to_work")
_WORK_VERBS = listed("before_work")
_TOLD = re.compile(
    r"\b(?:told (?:me|us) (?:\w+ ){0,3}?about|explained|described|(?:walked|took|talked) (?:me|us) through|"
    r"went through|spoke of|gave me an overview of)\s+",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(r"\b(?:talked|spoke|chatted|discussed)(?: (?:\w+ ){0,2}?about)?\s+", re.IGNORECASE)
_SHOWN = re.compile(r"\b(?:showed me|shown|let me see)\s+", re.IGNORECASE)
_ASKED = re.compile(r"\basked(?: me| us)? about\s+", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:tell (?:me|us) about|experience (?:of|with)|walk (?:me|us) through|talk (?:me|us) through|"
    r"familiar with|know about)\s+",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"\bhow (?:do|did|would|will|could) you (?P<verb>[a-z]+) (?P<rest>[^?.!;:,\n()]{4,80})\?", re.IGNORECASE
)
_MINE = re.compile(r"\bI(?:'ve| have|'d)?\s+(?:\w+ ){0,2}$")
_DANGLING = listed("dangling")


@dataclass(frozen=True, slots=True)
class Topic:
    """Something concrete, as it may stand in a note."""

    kind: TopicKind
    phrase: str
    """As it stands in the note; empty for a tour and for meeting people."""
    quote: str
    """The exact words of the record that it comes from."""
    source: str
    by: str | None
    """Who said it, where known."""
    worth: float


def topics(interview: Interview, people: Sequence[Person]) -> list[Topic]:
    """Return what a note can name, the best first, each phrase once.

    Parameters
    ----------
    interview : Interview
        With its evidence and roles.
    people : sequence of Person
        Who interviewed.
    """
    found = [topic for document in interview.documents for topic in _in_document(interview, document, people)]
    best: dict[str, Topic] = {}
    for topic in sorted(found, key=lambda one: -one.worth):
        best.setdefault(topic.phrase.casefold() or topic.kind, topic)
    return list(best.values())


def _in_document(interview: Interview, document: Document, people: Sequence[Person]) -> Iterator[Topic]:
    if document.kind not in ("notes", "transcript"):
        return
    evidence = [
        found
        for found in interview.evidence
        if found.document == document.name and found.probability >= _LIKELY
    ]
    yield from _without_phrase(document, evidence, people)
    pieces = units(document)
    if not is_spelled_out([piece.text for piece in pieces]):
        return
    for piece in pieces:
        if document.kind == "transcript" and piece.role != "interviewer":
            continue
        labels = {found.label for found in evidence if found.start < piece.end and piece.start < found.end}
        by = _speaker(document, piece, people)
        make = _Maker(document, piece, by, voiced=document.kind == "transcript", alone=len(people) < 2)
        yield from _in_talk(make, labels) if document.kind == "transcript" else _in_notes(make, labels)


def is_spelled_out(sentences: Sequence[str]) -> bool:
    """Whether a text has the capitals and stops by which phrases and names can be told apart."""
    begun = [sentence for sentence in sentences if sentence[:1].isalpha()]
    capital = sum(sentence[0].isupper() for sentence in begun)
    small_i = sum(bool(re.search(r"(?<![\w'])i(?![\w])", sentence)) for sentence in begun)
    return bool(begun) and capital >= 0.6 * len(begun) and small_i <= 0.15 * len(begun)


def _without_phrase(
    document: Document, evidence: Sequence[Evidence], people: Sequence[Person]
) -> Iterator[Topic]:
    kinds: tuple[tuple[str, TopicKind], ...] = (("intro.tour", "tour"), ("intro.staff", "staff"))
    for label, kind in kinds:
        for found in evidence:
            if found.label == label and found.probability >= SURE:
                by = people[0].name if len(people) == 1 else None
                yield Topic(kind, "", found.quote, document.name or document.kind, by, _WORTH[kind])


def _speaker(document: Document, piece: Unit, people: Sequence[Person]) -> str | None:
    """Return which of the interviewers a sentence belongs to."""
    if piece.turn is not None:
        turn = document.turns[piece.turn]
        said = (turn.name or turn.speaker or "").casefold()
        return next(
            (one.name for one in people if set(said.split()) & set(one.name.casefold().split())), None
        )
    if len(people) == 1:
        return people[0].name
    named = [one for one in people if re.search(rf"\b{re.escape(one.first)}\b", piece.text)]
    return named[0].name if len(named) == 1 else None


def _in_talk(make: _Maker, labels: set[str]) -> Iterator[Topic]:
    text = make.piece.text
    other = any(label.startswith(_ABOUT_OTHERS) for label in labels)
    if labels & set(_WORK):
        yield from make.work()
    elif _FOR_YOU.search(text) and "?" not in text and not other:
        done = make.worked_on()
        yield from (topic for topic in make.work() if topic.quote in done)
    elif labels & set(_PRAISE):
        for phrase in phrases(text):
            begins = phrase.before in ("", "like", "liked", "love", "loved", "about")
            if begins and phrase.words[0].casefold() in ("your", "the", "that") and make.fits(phrase):
                yield make.topic("praised", phrase)
    elif "?" in text and not other:
        yield from make.questions()
    elif match := _ASKS.search(text):
        yield from make.after(match, "asked")


def _in_notes(make: _Maker, labels: set[str]) -> Iterator[Topic]:
    text = make.piece.text
    if any(label.startswith(("salary.", "contrary.", "outcome.")) for label in labels):
        return
    if labels & set(_WORK):
        yield from make.work()
    if labels & set(_PRAISE):
        for phrase in phrases(text):
            named = phrase.after in _IS or phrase.before in _LIKED
            if phrase.words[0].casefold() == "my" and named and make.fits(phrase):
                yield make.topic("praised", phrase)
    kinds: tuple[tuple[re.Pattern[str], TopicKind], ...] = (
        (_TOLD, "told"),
        (_DISCUSSED, "discussed"),
        (_SHOWN, "shown"),
        (_ASKED, "asked"),
    )
    for pattern, kind in kinds:
        for match in pattern.finditer(text):
            if not _MINE.search(text[: match.start()]):
                yield from make.after(match, kind)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes topics of one sentence."""

    document: Document
    piece: Unit
    by: str | None
    voiced: bool
    """The employer's own words, and not the candidate's telling."""
    alone: bool
    """One interviewer at most: whose "his" or "her" means is clear."""

    def after(self, match: re.Match[str], kind: TopicKind) -> Iterator[Topic]:
        """Yield the phrase that begins where a trigger ends."""
        for phrase in phrases(self.piece.text):
            if phrase.start == match.end() and self.fits(phrase):
                yield self.topic(kind, phrase)

    def work(self) -> Iterator[Topic]:
        """Yield what the work is about, where it is described."""
        mine = "your" if self.voiced else "my"
        for phrase in phrases(self.piece.text):
            if phrase.words[0].casefold() != mine and self.fits(phrase):
                yield self.topic("told", phrase)

    def worked_on(self) -> set[str]:
        """Return the phrases that stand after a word such as "build" or "take over"."""
        text = self.piece.text
        return {text[one.start : one.end] for one in phrases(text) if one.before in _DONE}

    def questions(self) -> Iterator[Topic]:
        """Yield what a question is about: "how would you ...", "tell us about ..."."""
        text = self.piece.text
        for match in _HOW.finditer(text):
            done = gerunds().get(match["verb"].lower())
            rest = match["rest"].strip()
            words = [token.plain for token in tokens(rest)]
            bad = _DANGLING | listed("private")
            if done and 2 <= len(words) <= 10 and not bad & set(words) and words[-1] not in _LOOSE_ENDS:
                told = f"{done} {_in_my_voice(rest)}"
                yield self._make("asked", told, text[match.start("verb") : match.end("rest")], len(words))
        for match in _ASKS.finditer(text):
            yield from self.after(match, "asked")

    def fits(self, phrase: Phrase) -> bool:
        """Whether a phrase can be said by the candidate to the employer."""
        first = phrase.words[0].casefold()
        inner = {word.casefold() for word in phrase.words[1:]}
        if inner & {"this", "that", "these", "those", "their"}:
            return False
        if self.voiced:
            return first not in ("their",)
        return first not in ("our", "your") and not inner & {"our", "your"}

    def topic(self, kind: TopicKind, phrase: Phrase) -> Topic:
        """Make a topic of a phrase."""
        told = self.piece.text[phrase.start : phrase.end]
        told = _voiced(told) if self.voiced else _turned(told)
        worth = 0.3 * min(phrase.telling, 4) + 0.3 * (phrase.before in _WORK_VERBS)
        worth -= 0.2 * max(0, len(phrase.words) - 6) + (
            1.8 if len(phrase.words) < 3 and phrase.opened else 0.0
        )
        return self._make(kind, told, self.piece.text[phrase.start : phrase.end], worth)

    def _make(self, kind: TopicKind, told: str, quote: str, worth: float) -> Topic:
        source = self.document.name or self.document.kind
        return Topic(kind, told, quote, source, self.by, _WORTH[kind] + min(worth, 1.5))


_LOOSE_ENDS = listed("loose_ends")
_VOICES = {"our": "your", "your": "my", "my": "your"}
_OPENINGS = listed("openings")


def _voiced(words: str) -> str:
    """Turn the employer's words into the candidate's: "our" becomes "your", "your" becomes "my"."""
    return _opened(_in_my_voice(words))


def _in_my_voice(words: str) -> str:
    return re.sub(r"\b(?:our|your|my)\b", lambda word: _VOICES[word[0].lower()], words, flags=re.IGNORECASE)


def _turned(words: str) -> str:
    """Turn the candidate's telling into words to the employer: "their" becomes "your"."""
    return _opened(re.sub(r"\btheir\b", "your", words, flags=re.IGNORECASE))


def _opened(words: str) -> str:
    """Begin with "the" where a determiner stood: what was talked about is known to both."""
    first, _, rest = " ".join(words.split()).partition(" ")
    if first.casefold() in _OPENINGS and rest:
        return f"the {rest}"
    small = first.lower() if first.casefold() in _VOICES else first
    return f"{small} {rest}".strip()
