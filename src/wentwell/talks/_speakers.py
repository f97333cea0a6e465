"""Who speaks in a talk; and who is who, told by the candidate.

Only turns change here, never a word of the text: every span stays as true as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from wentwell.interview import Document, SpeakerRole

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks in a talk, as the talk has it now."""

    name: str
    """The name, or else the label that the source gave; empty if it gave neither."""
    role: SpeakerRole | None
    """Who it is in most of the turns."""
    guessed: bool
    """Whether that is only a guess."""
    turns: tuple[int, ...]
    """The indices of the turns."""
    words: int
    """How many words they say."""
    share: float
    """Of all words of the talk (0 to 1)."""


def speakers(document: Document) -> tuple[Speaker, ...]:
    """Return who speaks, in the order in which they first do.

    Turns without a speaker belong together if they have the same role.
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for place, turn in enumerate(document.turns):
        label = turn.speaker or turn.name or ""
        groups.setdefault((label, "" if label else turn.role or ""), []).append(place)
    counts = [len(document.words(turn).split()) for turn in document.turns]
    total = max(1, sum(counts))
    found = []
    for (label, _), places in groups.items():
        own = [document.turns[place] for place in places]
        role = Counter(turn.role for turn in own).most_common(1)[0][0]
        words = sum(counts[place] for place in places)
        found.append(
            Speaker(
                name=next((turn.name for turn in own if turn.name), label),
                role=role,
                guessed=any(turn.guessed for turn in own),
                turns=tuple(places),
                words=words,
                share=words / total,
            )
        )
    return tuple(found)


def with_role(document: Document, speaker: Speaker, role: SpeakerRole) -> Document:
    """Return a talk in which it is told who a speaker is."""
    return _with(document, speaker.turns, role=role, guessed=False)


def renamed(document: Document, speaker: Speaker, name: str) -> Document:
    """Return a talk in which a speaker has another name.

    Raises
    ------
    ValueError
        If the name is empty or longer than 100 characters.
    """
    return _with(document, speaker.turns, name=_name(name))


def merged(document: Document, speaker: Speaker, into: Speaker) -> Document:
    """Return a talk in which two speakers are one, with the name and the role of the second.

    Raises
    ------
    ValueError
        If they are the same already.
    """
    if set(speaker.turns) & set(into.turns):
        raise ValueError("a speaker cannot be merged with themselves; choose another")
    return assigned(document, speaker.turns, into)


def assigned(document: Document, turns: Collection[int], speaker: Speaker) -> Document:
    """Return a talk in which some turns are those of a speaker who speaks in it.

    Raises
    ------
    ValueError
        If there is no such turn, or none is named.
    """
    like = document.turns[speaker.turns[0]]
    return _with(document, turns, speaker=like.speaker, name=like.name, role=like.role, guessed=like.guessed)


def split(document: Document, turns: Collection[int], name: str, role: SpeakerRole | None = None) -> Document:
    """Return a talk in which some turns are those of somebody else, who did not speak in it so far.

    Parameters
    ----------
    document : Document
    turns : collection of int
        Their indices.
    name : str
        What to call the new speaker.
    role : {"interviewer", "candidate", "other"}, optional
        Who it is; left out, it is found from the talk.

    Raises
    ------
    ValueError
        If there is no such turn, none is named, or if somebody has the name.
    """
    name = _name(name)
    taken = {
        known.casefold()
        for place, turn in enumerate(document.turns)
        for known in (turn.speaker, turn.name)
        if known and place not in turns
    }
    if name.casefold() in taken:
        raise ValueError(f"{name} speaks in this talk already; choose them instead of a new speaker")
    return _with(document, turns, speaker=name, name=name, role=role, guessed=False)


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not name:
        raise ValueError("a speaker needs a name")
    if len(name) > _LONGEST_NAME:
        raise ValueError(f"a name has {_LONGEST_NAME} characters at most")
    return name


def _with(document: Document, places: Collection[int], **values: Any) -> Document:
    chosen = set(places)
    if not chosen:
        raise ValueError("choose at least one turn")
    if not all(0 <= place < len(document.turns) for place in chosen):
        raise ValueError("there is no such turn in this talk; look at it again")

    turns = tuple(
        turn.model_copy(update=values) if place in chosen else turn
        for place, turn in enumerate(document.turns)
    )
    return document.model_copy(update={"turns": turns})
