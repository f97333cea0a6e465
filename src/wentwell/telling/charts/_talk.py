"""A talk: who speaks when and how much, and where the signs stand. Places run from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wentwell.telling.charts._svg import rect, svg

if TYPE_CHECKING:
    from markupsafe import Markup

_LEAST = 0.5
"""A shorter stretch is drawn as wide as this (of 100), so that it is seen."""
_GAP = 0.25
"""Stretches nearer to one another than this are drawn as one."""


def talk_lane(stretches: Iterable[tuple[float, float]], name: str, *, filled: bool = True) -> Markup:
    """Return one speaker's lane: a piece for each stretch of talk.

    Parameters
    ----------
    stretches : iterable of pairs of float
        From where to where, in order.
    name : str
        The same in words.
    filled : bool
        Whether the pieces are filled or hollow, to tell one side from the other without a colour.
    """
    pieces: list[tuple[float, float]] = []
    for begin, end in stretches:
        first, last = 100 * begin, max(100 * end, 100 * begin + _LEAST)
        if pieces and first - pieces[-1][1] < _GAP:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], last))
        else:
            pieces.append((first, last))
    kind = "up" if filled else "range"
    drawn = (rect(kind, round(first, 2), 1, round(last - first, 2), 8) for first, last in pieces)
    return svg("0 0 101 10", name, (rect("track", 0, 4.6, 101, 0.8), *drawn), css="bar", aspect="none")


def sign_lane(places: Iterable[float], name: str) -> Markup:
    """Return the lane of the signs: a mark for each."""
    marks = (rect("full", round(100 * place, 2), 0, 0.7, 10) for place in places)
    return svg("0 0 101 10", name, (rect("track", 0, 4.6, 101, 0.8), *marks), css="bar", aspect="none")


def share_bar(shares: Sequence[tuple[float, bool]], name: str) -> Markup:
    """Return who has which share of a whole, one piece after the other.

    Parameters
    ----------
    shares : sequence of pairs
        Each share and whether it is filled or hollow.
    name : str
        The same in words.
    """
    drawn, begin = [], 0.0
    for share, filled in shares:
        width = 100 * share
        drawn.append(
            rect("up" if filled else "range", round(begin, 2), 1, round(max(width - 0.5, 0.2), 2), 8)
        )
        begin += width
    return svg("0 0 100 10", name, drawn, css="bar", aspect="none")
