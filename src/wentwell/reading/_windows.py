"""Units laid out for the encoder: neighbours share one window, so that each is read in its context."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from wentwell.interview import Kind
from wentwell.reading._units import Unit

MOST_TOKENS = 160
"""Tokens in a window, marks included."""
MOST_OF_UNIT = 112
"""Tokens of one unit; the rest of a longer one is not read."""
CONTEXT = 48
"""Tokens of the units before, repeated where a text goes on in a new window."""
ANSWER = 40
"""Last tokens of the candidate's answer that stand before the employer's next turn."""

_KIND_WORDS: dict[Kind, str] = {"notes": "notes", "answers": "notes", "mail": "mail", "transcript": "talk"}
_ROLE_WORDS = {"interviewer": "interviewer", "candidate": "candidate", "other": "other", None: "interviewer"}

Pieces = tuple[list[int], list[tuple[int, int]]]
"""Token numbers of a text and the characters each stands for."""
Tokenize = Callable[[Sequence[str]], list[Pieces]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands in a window."""

    unit: int
    """Its position in the sequence of units given."""
    first: int
    """Its first token in the window."""
    last: int
    """Behind the mark after its last token: so there is always one."""
    offsets: tuple[tuple[int, int], ...]
    """The characters of the unit that each token stands for."""


@dataclass(slots=True)
class Window:
    """Token numbers, and the units among them that are to be judged."""

    ids: list[int]
    places: list[Place] = field(default_factory=list)


def windows(units: Sequence[Unit], tokenize: Tokenize, begin: int, end: int) -> list[Window]:
    """Lay out the units of one document.

    Parameters
    ----------
    units : sequence of Unit
        In the order of the text.
    tokenize : callable
        Gives the token numbers of texts, without marks at begin and end.
    begin, end : int
        The token numbers that stand at the begin of a window and after each part.

    Returns
    -------
    list of Window
        Every unit has exactly one place.
    """
    if not units:
        return []
    words = sorted({*_KIND_WORDS.values(), *_ROLE_WORDS.values()})
    answers = sorted({unit.before for unit in units if unit.kind == "transcript" and unit.before})
    # all in one call: each has a cost of its own
    pieces = iter(
        tokenize([*words, *(answer[-8 * ANSWER :] for answer in answers), *(unit.text for unit in units)])
    )
    told = {word: next(pieces)[0] for word in words}
    spoken = {answer: next(pieces)[0] for answer in answers}
    head = [begin, *told[_KIND_WORDS[units[0].kind]], end]
    found: list[Window] = []
    window = Window(list(head))
    recent: list[list[int]] = []
    for number, (context, part, offsets, lead) in enumerate(_parts(units, pieces, told, spoken, end)):
        if window.places and len(window.ids) + len(context) + len(part) + 1 > MOST_TOKENS:
            found.append(window)
            window = Window([*head, *_tail(recent, end)])
        room = MOST_TOKENS - len(window.ids) - len(part) - 1
        window.ids += context[-room:] if room > 0 else []
        first = len(window.ids) + lead
        window.ids += [*part, end]
        window.places.append(Place(number, first, len(window.ids), offsets))
        recent = [*recent[-8:], *([context] if context else []), [*part, end]]
    return [*found, window]


def _parts(
    units: Sequence[Unit],
    pieces: Iterator[Pieces],
    told: dict[str, list[int]],
    spoken: dict[str, list[int]],
    end: int,
) -> Iterator[tuple[list[int], list[int], tuple[tuple[int, int], ...], int]]:
    """Yield for each unit what stands before it, its tokens, their characters, and how many are a lead."""
    turn: int | None = None
    heard = ""
    for unit, (ids, offsets) in zip(units, pieces, strict=True):
        context: list[int] = []
        lead: list[int] = []
        if unit.kind == "transcript" and unit.turn != turn:
            turn = unit.turn
            if unit.before and unit.before != heard:
                heard = unit.before
                context = [*told["candidate"], *spoken[heard][-ANSWER:], end]
            lead = told[_ROLE_WORDS[unit.role]]
        kept = ids[:MOST_OF_UNIT]
        yield context, [*lead, *kept], tuple(offsets[: len(kept)]), len(lead)


def _tail(recent: Sequence[Sequence[int]], end: int) -> list[int]:
    """Return the last tokens that were laid out, whole parts if they fit."""
    tail: list[int] = []
    for part in reversed(recent):
        if len(tail) + len(part) > CONTEXT:
            room = CONTEXT - len(tail)
            return [*(part[-room:] if not tail else []), *tail]
        tail = [*part, *tail]
    return tail
