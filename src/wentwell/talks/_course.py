"""The course of a talk: when each turn begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from wentwell.interview import Document

_WORDS_A_SECOND = 2.5
"""How quickly people talk, about 150 words a minute; only where a source tells no end of a turn."""
_MOST_TIMED = 0.5
"""Share of turns that must have a time for the times to be used."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when a turn goes, on the scale of its course."""

    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Course:
    """The turns of a talk on one scale."""

    stretches: tuple[Stretch, ...]
    """One for each turn, in their order."""
    begin: float
    end: float
    timed: bool
    """Whether the scale is seconds of the recording; otherwise it is words."""

    def place(self, moment: float) -> float:
        """Return where a moment lies between the beginning (0) and the end (1)."""
        return min(1.0, max(0.0, (moment - self.begin) / ((self.end - self.begin) or 1.0)))

    def moment(self, document: Document, position: int) -> float:
        """Return when the character at a position of the text is said, as if each turn went evenly."""
        place = max(0, bisect_right(document.turns, position, key=lambda turn: turn.start) - 1)
        turn, stretch = document.turns[place], self.stretches[place]
        into = (position - turn.start) / max(1, turn.end - turn.start)
        return stretch.begin + min(1.0, max(0.0, into)) * (stretch.end - stretch.begin)


def course(document: Document) -> Course:
    """Return the course of a talk, by its times where most turns have one, else by its words.

    A turn without an end takes as long as its words do at 150 a minute, at most until the next one begins.
    """
    counts = [len(document.words(turn).split()) for turn in document.turns]
    timed = [turn.at for turn in document.turns if turn.at is not None]
    by_time = bool(timed) and len(timed) >= _MOST_TIMED * len(counts) and max(timed) > min(timed)
    stretches: list[Stretch] = []
    last = min(timed) if by_time else 0.0
    for place, (turn, count) in enumerate(zip(document.turns, counts, strict=True)):
        if by_time:
            begin = last if turn.at is None else turn.at
            follows = next(
                (one.at for one in document.turns[place + 1 : place + 2] if one.at is not None), None
            )
            end = begin + count / _WORDS_A_SECOND if turn.until is None else turn.until
            if turn.until is None and follows is not None and follows > begin:
                end = min(end, follows)
        else:
            begin, end = last, last + count
        end = max(begin, end)
        stretches.append(Stretch(begin, end))
        last = end
    return Course(
        tuple(stretches),
        min((one.begin for one in stretches), default=0.0),
        max((one.end for one in stretches), default=0.0),
        by_time,
    )
