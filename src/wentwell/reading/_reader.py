"""The seam: what a reader is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from wentwell.reading._units import Unit


@dataclass(frozen=True, slots=True)
class Finding:
    """A sign that a reader sees in one unit.

    The span tells which words show it, as offsets in ``unit.text``. A reader that cannot say leaves it
    out: the whole unit is meant. Whatever it says, the words shown are taken from the document itself.
    """

    unit: Unit
    label: str
    probability: float
    start: int = 0
    end: int | None = None


class Reader(Protocol):
    """Anything that finds signs in units.

    Splitting into units, roles, quotes, who raised a matter, praise against the speaker's own habit and
    minutes are the same for every reader and are not its business.
    """

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        """Return what is seen in the units, in any order; a unit may carry several signs or none."""
        ...


@runtime_checkable
class ManyReader(Reader, Protocol):
    """A reader that is quicker when it is given several documents at once."""

    def find_many(self, documents: Iterable[Sequence[Unit]]) -> list[list[Finding]]:
        """Return for each document just what `find` would."""
        ...
