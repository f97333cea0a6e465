"""What a table adds to the journal: each job in it is new, known, or like one that is; none is made one."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from wentwell.interview import (
    SEARCH_STAGES,
    Closing,
    Opportunity,
    OpportunityDetails,
    SearchStage,
)
from wentwell.trackers._rows import FoundJob, FoundStep
from wentwell.trackers._words import employer_key, job_key, words_of

PlanKind = Literal["add", "complete", "same", "similar", "double", "no-employer", "saved"]
"""``add`` and ``complete`` change something; ``similar`` is asked about; the others say why nothing is done.
``double``: an earlier row of the same table is the same job; ``saved``: noted, and not applied for yet."""

_ALIKE = 0.85
"""How alike the letters of two jobs are (0 to 1) to be asked about: a slip of the pen, another ending."""
_APART = 45
"""Days between two applications from which the same name is rather a second try than the same row again."""


@dataclass(frozen=True, slots=True)
class KnownJob:
    """A job that the journal knows."""

    number: int
    opportunity: Opportunity
    details: OpportunityDetails = field(default_factory=OpportunityDetails)
    stage: SearchStage = "applied"
    closing: Closing | None = None
    steps: tuple[FoundStep, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedJob:
    """What one row would change."""

    kind: PlanKind
    found: FoundJob
    number: int | None = None
    """The job in the journal that it is, or is like."""
    row: int | None = None
    """The earlier row that it is, or is like."""
    reason: str = ""
    """Why it is not sure."""
    details: dict[str, Any] = field(default_factory=dict)
    """Of a known job: details to be filled in. What is there already stays."""
    steps: tuple[FoundStep, ...] = ()
    """Of a known job: steps that take it further than the journal knows."""

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.kind in ("add", "complete")


def plan_jobs(found: Iterable[FoundJob], known: Iterable[KnownJob]) -> tuple[PlannedJob, ...]:
    """Say what each row of a table would change.

    A row is a known job if employer and job have the same names, whatever their case, signs and legal
    form. Names that are only alike are never taken for the same: they are asked about. Two jobs at one
    employer stay two.

    Parameters
    ----------
    found : iterable of FoundJob
    known : iterable of KnownJob
        All jobs of the same person.
    """
    there = _Known(known)
    rows: dict[tuple[str, str], list[FoundJob]] = defaultdict(list)
    planned = []
    for one in found:
        if not one.opportunity.employer:
            planned.append(PlannedJob("no-employer", one))
            continue
        if one.saved:
            planned.append(PlannedJob("saved", one))
            continue
        earlier = rows[_key(one.opportunity)]
        planned.append(_among_rows(one, earlier) or there.plan(one))
        earlier.append(one)
    return tuple(planned)


def as_new(one: PlannedJob) -> PlannedJob:
    """Return a row that is like something known as a new job, as the user said."""
    return replace(one, kind="add")


def as_known(one: PlannedJob, known: Iterable[KnownJob]) -> PlannedJob:
    """Return a row that is like a known job as that very job, as the user said."""
    for other in known:
        if other.number == one.number:
            return _completed(one.found, other)
    return replace(one, kind="double")


class _Known:
    """The jobs of the journal, found by their names."""

    def __init__(self, known: Iterable[KnownJob]) -> None:
        self._by_names: dict[tuple[str, str], list[KnownJob]] = defaultdict(list)
        self._by_employer: dict[str, list[KnownJob]] = defaultdict(list)
        self._by_first_word: dict[str, list[KnownJob]] = defaultdict(list)
        for one in known:
            key = _key(one.opportunity)
            self._by_names[key].append(one)
            self._by_employer[key[0]].append(one)
            self._by_first_word[key[0].split(" ")[0]].append(one)

    def plan(self, one: FoundJob) -> PlannedJob:
        key = _key(one.opportunity)
        same = self._by_names.get(key, [])
        if len(same) == 1 and not _differ_in_form(same[0].opportunity, one.opportunity):
            other = same[0]
            difference = _difference(one, other.details, other.steps)
            if difference:
                return PlannedJob("similar", one, other.number, reason=f"the same names, but {difference}")
            return _completed(one, other)
        if same:
            return PlannedJob("similar", one, same[0].number, reason="the same names but for the legal form")
        for other in self._by_employer.get(key[0], ()):
            reason = _alike(key[1], job_key(other.opportunity.job))
            if reason:
                return PlannedJob("similar", one, other.number, reason=reason)
        for other in self._by_first_word.get(key[0].split(" ")[0], ()):
            theirs = _key(other.opportunity)
            shorter, longer = sorted((key[0], theirs[0]), key=len)
            if theirs[1] == key[1] and longer.startswith(f"{shorter} "):
                return PlannedJob(
                    "similar", one, other.number, reason="the same job at an employer of a like name"
                )
        return PlannedJob("add", one)


def _key(one: Opportunity) -> tuple[str, str]:
    return employer_key(one.employer), job_key(one.job)


def _differ_in_form(one: Opportunity, other: Opportunity) -> bool:
    """Whether both names bear a legal form, and not the same: Acme Ltd and Acme GmbH may be two."""
    first, second = words_of(one.employer), words_of(other.employer)
    key = employer_key(one.employer)
    return first != second and key not in (
        first,
        second,
        first.removeprefix("the "),
        second.removeprefix("the "),
    )


def _among_rows(one: FoundJob, earlier: list[FoundJob]) -> PlannedJob | None:
    """Return what a row is beside earlier rows of the same names; ``None`` if there are none."""
    differences = []
    for other in earlier:
        difference = _difference(one, other.details, other.steps)
        if not difference:
            return PlannedJob("double", one, row=other.row)
        differences.append((other.row, difference))
    if not differences:
        return None
    row, difference = differences[0]
    return PlannedJob("similar", one, row=row, reason=f"the same names, but {difference}")


def _difference(one: FoundJob, details: OpportunityDetails, steps: tuple[FoundStep, ...]) -> str:
    """Say what speaks for two jobs behind the same names; empty if nothing does."""
    if one.details.place and details.place and words_of(one.details.place) != words_of(details.place):
        return "another place"
    mine, theirs = _applied(one.steps), _applied(steps)
    if mine and theirs and abs((mine - theirs).days) >= _APART:
        return "applied for at another time"
    if (
        one.details.url
        and details.url
        and _address(one.details.url) != _address(details.url)
        and mine != theirs
    ):
        return "another advertisement and another day"
    return ""


def _applied(steps: tuple[FoundStep, ...]) -> date | None:
    return next((step.on for step in steps if step.stage == "applied" and step.on), None)


def _address(url: str) -> str:
    return url.partition("?")[0].rstrip("/").removeprefix("https://").removeprefix("http://").casefold()


def _alike(mine: str, theirs: str) -> str:
    """Say why two jobs at one employer may be the same one; empty if nothing speaks for it."""
    if not mine or not theirs:
        return "one of the two names no job"
    one, other = set(mine.split()), set(theirs.split())
    if one < other or other < one:
        return "one name is a part of the other"
    if one == other:
        return "the same words in another order"
    # a number or a level tells two jobs apart, however alike the rest is
    if any(len(word) <= 3 or word.isdigit() for word in one ^ other):
        return ""
    if difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _ALIKE:
        return "names that are nearly the same"
    return ""


def _completed(one: FoundJob, known: KnownJob) -> PlannedJob:
    """Return what a row adds to the job that it is: gaps, tags, people, and steps that go further."""
    mine, theirs = one.details, known.details
    details: dict[str, Any] = {
        name: getattr(mine, name)
        for name in ("url", "place", "source", "note", "deadline")
        if getattr(mine, name) and not getattr(theirs, name)
    }
    for name in ("tags", "domains"):
        more = [value for value in getattr(mine, name) if value not in getattr(theirs, name)]
        if more:
            details[name] = (*getattr(theirs, name), *more)
    people = {value.casefold() for person in theirs.contacts for value in (person.name, person.mail) if value}
    new = [p for p in mine.contacts if not {p.name.casefold(), p.mail.casefold()} & people]
    if new:
        details["contacts"] = (*theirs.contacts, *new)
    steps: tuple[FoundStep, ...] = ()
    if known.stage != "closed":
        reached = SEARCH_STAGES.index(known.stage)
        steps = tuple(step for step in one.steps if SEARCH_STAGES.index(step.stage) > reached)
    kind: PlanKind = "complete" if details or steps else "same"
    return PlannedJob(kind, one, known.number, details=details, steps=steps)
