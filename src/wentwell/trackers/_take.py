"""From the journal to what is known, and from what was chosen to what the journal is to keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from wentwell.interview import Opportunity
from wentwell.trackers._plan import KnownJob, PlannedJob, as_known, as_new
from wentwell.trackers._rows import FoundJob, FoundStep

if TYPE_CHECKING:
    from wentwell.journal import NewOpportunity, OpportunityChange, OpportunityEntry


def known_jobs(entries: Iterable[OpportunityEntry]) -> tuple[KnownJob, ...]:
    """Return what a plan has to know of the jobs of a journal (`SearchBook.list_of`)."""
    return tuple(
        KnownJob(
            one.id,
            one.opportunity,
            one.details,
            one.stage,
            one.closing,
            tuple(FoundStep(step.stage, step.closing, step.on) for step in one.history),
        )
        for one in entries
    )


def changes_of(
    planned: Sequence[PlannedJob], known: Iterable[KnownJob], person: str | None = None
) -> tuple[NewOpportunity | OpportunityChange, ...]:
    """Return what the journal is to take in (`SearchBook.take_in`).

    A new job of the names of another one gets what tells it apart behind its own: the place, or the month in
    which it was applied for, or a number.

    Parameters
    ----------
    planned : sequence of PlannedJob
        Those chosen.
    known : iterable of KnownJob
        All jobs of this person.
    person : str, optional
        Whose they are; left out: the user's own.
    """
    from wentwell.journal import NewOpportunity, OpportunityChange, StageMove

    taken = {_names(one.opportunity) for one in known}
    changes: list[NewOpportunity | OpportunityChange] = []
    for one in planned:
        steps = tuple(
            StageMove(stage=step.stage, closing=step.closing, on=step.on)
            for step in (one.found.steps if one.kind == "add" else one.steps)
        )
        if one.kind == "add":
            named = _told_apart(one.found, taken)
            taken.add(_names(named))
            changes.append(
                NewOpportunity(person=person, opportunity=named, details=one.found.details, steps=steps)
            )
        elif one.kind == "complete" and one.number is not None:
            changes.append(OpportunityChange(number=one.number, details=one.details, steps=steps))
    return tuple(changes)


Answer = Literal["another", "same", "leave"]
"""What a row is that is only like a known job: another one, that very one, or nothing to be kept."""


def settled(
    planned: Iterable[PlannedJob], answers: Mapping[int, Answer], known: Sequence[KnownJob]
) -> list[PlannedJob]:
    """Return the rows that change something, in their order, with the user's word about unsure ones.

    Parameters
    ----------
    planned : iterable of PlannedJob
    answers : mapping
        By the row's number; a row that nothing is said of is left out.
    known : sequence of KnownJob
    """
    chosen = []
    for one in planned:
        answer = answers.get(one.found.row, "leave")
        if one.kind != "similar":
            chosen.append(one)
        elif answer != "leave":
            chosen.append(as_new(one) if answer == "another" else as_known(one, known))
    # in the order of the rows, so that the jobs get their numbers in it
    return sorted((one for one in chosen if one.changes), key=lambda one: one.found.row)


def _told_apart(one: FoundJob, taken: set[tuple[str, str]]) -> Opportunity:
    """Return names that no other job bears."""
    named = one.opportunity
    applied = next((step.on for step in one.steps if step.on), None)
    marks = [mark for mark in (one.details.place[:60], f"{applied:%B %Y}" if applied else "") if mark]
    # of more jobs than marks each gets a number
    marks += [str(number) for number in range(2, len(taken) + 3)] if _names(named) in taken else []
    for mark in marks:
        if _names(named) not in taken:
            break
        named = Opportunity(employer=named.employer, job=f"{one.opportunity.job} ({mark})".strip())
    return named


def _names(one: Opportunity) -> tuple[str, str]:
    return " ".join(one.employer.casefold().split()), " ".join(one.job.casefold().split())
