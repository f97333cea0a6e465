"""The jobs by where they stand, and how many came how far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wentwell.interview import SEARCH_STAGES, SearchStage

if TYPE_CHECKING:
    from wentwell.journal import OpportunityEntry


@dataclass(frozen=True, slots=True)
class Reached:
    """One row of the funnel."""

    stage: SearchStage
    jobs: int
    """How many came at least so far."""
    open: int
    """How many of these nothing has closed: they may still go further."""


def board_columns(
    entries: Iterable[OpportunityEntry], today: date
) -> dict[SearchStage, list[OpportunityEntry]]:
    """Return the jobs by where they stand, every stage in its order, also without any.

    In a column those with a day that matters come first, the nearest day before the others; then the newest.
    """
    columns: dict[SearchStage, list[OpportunityEntry]] = {stage: [] for stage in SEARCH_STAGES}
    for one in entries:
        columns[one.stage].append(one)
    for several in columns.values():
        several.sort(key=lambda one: _order(one, today))
    return columns


def _order(one: OpportunityEntry, today: date) -> tuple[int, int, int]:
    coming = one.next_date(today)
    return (coming[0] if coming else date.max).toordinal(), -one.since.toordinal(), -one.id


def funnel(entries: Iterable[OpportunityEntry]) -> tuple[Reached, ...]:
    """Return how many jobs came at least as far as each stage, from the application to the offer.

    One that stood at a later stage counts at every earlier one, also where that is not kept; one that
    was accepted or whose offer was declined had an offer. A step that was taken backwards changes nothing.
    """
    stages = SEARCH_STAGES[:-1]
    reached = [0] * len(stages)
    still = [0] * len(stages)
    for one in entries:
        for place in range(_furthest(one) + 1):
            reached[place] += 1
            still[place] += one.is_open
    return tuple(Reached(*row) for row in zip(stages, reached, still, strict=True))


def _furthest(one: OpportunityEntry) -> int:
    if one.closing in ("accepted", "declined"):
        return SEARCH_STAGES.index("offer")
    return max((SEARCH_STAGES.index(step.stage) for step in one.history if step.stage != "closed"), default=0)
