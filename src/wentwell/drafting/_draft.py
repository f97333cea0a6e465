"""What a draft is: the words, where each taken phrase stands in the record, and what is left to fill in."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wentwell.interview import Grade
from wentwell.interview._base import Noun

DraftKind = Literal["thanks", "nudge", "refusal", "invitation", "timeline"]
Tone = Literal["plain", "warm", "brief"]
Verdict = Literal["now", "wait", "late", "no"]


class Gap(Noun):
    """A marked place that the record does not fill."""

    text: str
    """As it stands in the draft, with its brackets."""
    reason: str
    """Why nothing stands there, in a plain sentence."""
    hint: str = ""
    """Words of the record that may help to fill it."""


class Taken(Noun):
    """A phrase of the draft and the words of the record that it was taken from."""

    phrase: str
    """As it stands in the draft."""
    quote: str
    """The exact words in the record."""
    source: str
    """Name of the document, or what the user told, such as ``the day of the interview``."""


class Draft(Noun):
    """A message to send, made of fixed phrases and of what the record holds."""

    kind: DraftKind
    tone: Tone
    to: str | None = None
    """Whom it is for; ``None`` if the record names nobody."""
    subject: str
    body: str
    gaps: tuple[Gap, ...] = ()
    """Marked places left to fill in, in the order of the text."""
    taken: tuple[Taken, ...] = ()
    """What was taken from the record."""
    says_for_you: tuple[str, ...] = ()
    """Sentences that speak of what you would like: true only if you say so."""

    @property
    def words(self) -> int:
        """Words in the body."""
        return len(self.body.split())


class Timing(Noun):
    """Whether to send something now, and why."""

    verdict: Verdict
    """``now``; ``wait`` for the day; ``late``: its time has passed; ``no``: something else is called for."""
    on: date | None = None
    """The day to send it, where a day matters."""
    reason: str
    """Why, in plain sentences."""
    worth: str
    """What is known about its worth."""
    grade: Grade
    """How well that is known."""
    source: str
    """Where it comes from; empty for an opinion."""
