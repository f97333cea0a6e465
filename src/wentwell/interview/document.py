"""A text and, if it is a talk, its turns. Spans point into the text; the text is never copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from wentwell.interview._base import Noun

Kind = Literal["notes", "mail", "transcript", "answers"]
SpeakerRole = Literal["interviewer", "candidate", "other"]
AsideKind = Literal["quoted", "signature", "footer", "greeting"]


class Turn(Noun):
    """One stretch of talk by one speaker: a span of the document's text."""

    start: int = Field(ge=0)
    """Where the words begin in the document's text (characters)."""
    end: int = Field(ge=0)
    """Where they end (exclusive)."""
    speaker: str | None = None
    """The label the source gave, such as ``S1`` or a name; ``None`` if none."""
    name: str | None = None
    """The speaker's name, where known."""
    role: SpeakerRole | None = None
    """Who it is in the interview; ``None`` until somebody says or finds it."""
    guessed: bool = False
    """Whether the role is only a guess: it is guessed anew until somebody says it."""
    at: float | None = Field(default=None, ge=0.0)
    """When it begins, in seconds from the start of the recording."""
    until: float | None = Field(default=None, ge=0.0)
    """When it ends, in seconds."""


class Aside(Noun):
    """A span of a mail that is not the sender's own words."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: AsideKind


class Mail(Noun):
    """The head of a mail: who wrote, when, about what."""

    sender: str | None = None
    recipients: tuple[str, ...] = ()
    subject: str | None = None
    date: str | None = None
    """The date header as an ISO 8601 moment with its offset, where it could be read."""
    message_id: str | None = None
    in_reply_to: str | None = None
    automatic: bool = False
    """The head says that a machine sent it (a receipt, an absence notice)."""


class Document(Noun):
    """A text the candidate has, with turns if it is a talk."""

    text: str
    """The whole text. Every span in the product points into this very string."""
    kind: Kind = "notes"
    turns: tuple[Turn, ...] = ()
    asides: tuple[Aside, ...] | None = None
    """Mails: what is not the sender's own words. ``None``: nobody has looked yet."""
    mail: Mail | None = None
    name: str | None = None
    """What the user calls it: a file name, usually."""
    format: str | None = None
    """What the source was found to be, such as ``webvtt``."""
    warnings: tuple[str, ...] = ()
    """What the source could not read or was unsure of, one plain sentence each."""

    @model_validator(mode="after")
    def _spans_lie_inside(self) -> Self:
        size, last = len(self.text), 0
        for turn in self.turns:
            if not last <= turn.start <= turn.end <= size:
                raise ValueError("turns must follow one another inside the text")
            last = turn.end
        for aside in self.asides or ():
            if not aside.start <= aside.end <= size:
                raise ValueError("an aside lies outside the text")
        return self

    @classmethod
    def from_text(
        cls, text: str, kind: Literal["notes", "mail"] = "notes", name: str | None = None
    ) -> Document:
        """Make a document of plain text.

        Parameters
        ----------
        text : str
            Notes, or the body of a mail.
        kind : {"notes", "mail"}
            What it is: the candidate's own telling, or the employer's words.
        name : str, optional
            What to call it.
        """
        return cls(text=text, kind=kind, name=name)

    @classmethod
    def from_turns(cls, turns: Iterable[Mapping[str, Any]], name: str | None = None) -> Document:
        """Make a document of turns, kept as given: none is merged, cut or reordered.

        Parameters
        ----------
        turns : iterable of mappings
            Each with ``text`` and, where known, ``speaker``, ``name``, ``role``, ``start``, ``end`` (s).
        name : str, optional
            What to call it.
        """
        pieces: list[str] = []
        spans: list[Turn] = []
        begin = 0
        for given in turns:
            words = str(given["text"])
            spans.append(
                Turn(
                    start=begin,
                    end=begin + len(words),
                    speaker=given.get("speaker"),
                    name=given.get("name"),
                    role=given.get("role"),
                    at=given.get("start"),
                    until=given.get("end"),
                )
            )
            pieces.append(words)
            begin += len(words) + 1
        return cls(text="\n".join(pieces), kind="transcript", turns=tuple(spans), name=name)

    def words(self, span: Turn | Aside) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]
