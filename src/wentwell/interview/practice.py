"""A question worth practising: what was asked, what was answered, how it is measured and when it is due."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from wentwell.interview._base import MomentInUtc, Noun

QuestionKind = Literal["example", "hypothetical", "motive", "self", "improve", "fact", "doubt", "other"]
"""What a question asks for: something you did, would do, your reasons, yourself, a weakness, a plain fact, an
answer to a doubt."""
ColdReason = Literal["sign", "doubt", "asked-again", "flat", "told"]
"""Why an exchange counts as cold: a contrary sign, words of doubt, the same question again, a flat word where
others got more; or the candidate says so."""
Rating = Literal["again", "hard", "good", "easy"]
Missing = Literal[
    "short",
    "long",
    "situation",
    "action",
    "result",
    "numbers",
    "hedging",
    "fillers",
    "not-answered",
    "talk-share-low",
    "talk-share-high",
]


class Measures(Noun):
    """What can be counted in an answer; words, not worth."""

    words: int = Field(ge=0)
    seconds: float | None = Field(default=None, ge=0.0)
    """How long it took, where the transcript has times."""
    situation: bool
    """There are words that set a scene, such as "last May"."""
    action: bool
    """There are words for something you did, such as "I rang"."""
    result: bool
    """There are words for what came of it, such as "since then"."""
    numbers: int = Field(ge=0)
    hedges: int = Field(ge=0)
    """Words that take back: "I think", "maybe", "sort of"."""
    fillers: int = Field(ge=0)
    """Words that fill: "um", "you know"."""
    overlap: float | None = Field(default=None, ge=0.0, le=1.0)
    """Share of the question's content words that the answer takes up; ``None`` if it has too few."""
    talk_share: float | None = Field(default=None, ge=0.0, le=1.0)
    """The candidate's share of all words in the whole talk."""

    def per_100_words(self, count: int) -> float:
        """Return a count per 100 words; 0 where there are no words."""
        return 100.0 * count / self.words if self.words else 0.0


class PracticeCard(Noun):
    """A question that went cold, with the exact words."""

    question: str = Field(min_length=1)
    """The exact words: what was asked, or what the candidate wrote about it."""
    kind: QuestionKind
    document: str
    start: int = Field(ge=0)
    """Where the question stands in the document's text (characters)."""
    end: int = Field(ge=0)
    at: float | None = None
    """Seconds into the talk, where known."""
    asked: bool = True
    """False where the words only tell of a question that they do not repeat."""
    answer: str | None = None
    """The candidate's own answer, turn by turn, if there is a transcript."""
    followed: str | None = None
    """The words that followed, or in which the candidate says that it went badly."""
    reasons: tuple[ColdReason, ...] = ()
    sign: str | None = None
    """The label of the sign that stands there."""
    measures: Measures | None = None
    """Of the answer in the interview."""
    missing: tuple[Missing, ...] = ()
    """What the measures do not find in it."""


class Schedule(Noun):
    """When a card is due, and the memory model's two numbers (FSRS)."""

    due: MomentInUtc
    stability: float | None = None
    """Days until the chance to recall it falls to 90 %; ``None`` before the first time."""
    difficulty: float | None = None
    """1 (easy) to 10 (hard)."""
    last_review: MomentInUtc | None = None
