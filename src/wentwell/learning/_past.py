"""A kept interview as learning sees it: what was told before the outcome, and the outcome."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum
from typing import Literal

from wentwell.interview import Assessment, OutcomeKind, Stage
from wentwell.journal import Entry
from wentwell.weighing import silence, table_stage

Standing = Literal["resolved", "silent", "censored", "hindsight"]

_CAME: dict[OutcomeKind, bool] = {"offer": True, "advanced": True, "rejected": False}
"""Going on and an offer are a yes, whichever the chance was about. All else is not known."""
_LEARNED_ANEW = ("gut", "silence", "record", "limit")
"""Parts of a shown chance that are no part of what an interview starts from here."""


@dataclass(frozen=True, slots=True)
class Past:
    """One interview of the past."""

    yes: bool | None
    """Whether it went on; ``None``: no word so far."""
    offset: float
    """Log-odds by the shipped numbers: the start and the signs, without gut, silence and own record."""
    gut: float | None = None
    self_doubter: bool = False
    stage: Stage | None = None
    """The stage, where the chance starts from the table."""
    start: float = 0.35
    """The start of the table, as a chance."""
    start_sd: float = 0.5
    """Its standard deviation, in log-odds."""
    signs: Mapping[str, float] = field(default_factory=dict)
    """The standard deviation that each sign seen has in the sum, by label."""
    silence: float = 0.0
    """No word so far: the log likelihood ratio of the silence until the last time it was told."""
    first: float = 0.35
    """The first chance shown."""
    last: float = 0.35
    """The last chance shown before the outcome."""
    base: float = 0.35
    """The base rate as it was first shown."""


@dataclass(slots=True)
class Kept:
    """What is kept of one person, without anything that learning does not need."""

    person: str | None = None
    """The name, as written last."""
    stands: list[Standing] = field(default_factory=list)
    pasts: list[Past] = field(default_factory=list)


def by_person(entries: Iterable[Entry]) -> dict[str | None, Kept]:
    """Return the finished interviews of each person, by a key of the name; each entry is looked at once."""
    found: dict[str | None, Kept] = {}
    for entry in entries:
        if entry.status == "complete":
            theirs = found.setdefault(person_key(entry.interview.person), Kept())
            theirs.person = entry.interview.person
            theirs.stands.append(standing(entry))
            if (one := past(entry)) is not None:
                theirs.pasts.append(one)
    return found


def person_key(person: str | None) -> str | None:
    """Return what is the same for a name whatever its case, width and spaces."""
    if person is None:
        return None
    return " ".join(unicodedata.normalize("NFKC", person).casefold().split())


def standing(entry: Entry) -> Standing:
    """Return what can be learned from an interview.

    ``hindsight``: nothing was shown while it was open, or the words told the outcome already.
    """
    outcome = entry.interview.outcome
    came = None if outcome is None else _CAME.get(outcome.kind)
    shown = entry.first_shown
    blind = shown is not None and shown.assessment.status == "open"
    if came is not None:
        return "resolved" if blind else "hindsight"
    if outcome is not None and outcome.kind == "no-answer" and blind and _silence(entry) is not None:
        return "silent"
    return "censored"


def past(entry: Entry) -> Past | None:
    """Return an interview as learning sees it; ``None`` if nothing can be learned from it.

    Learning takes the first chance shown: it was told at the time of the gut, from the same knowledge, and
    waiting cannot make it better. An interview without an answer counts by its silence where the
    candidate said that no answer came and the days are known; it is never taken for a refusal. One that
    was withdrawn, or of which nothing was said since, tells nothing.
    """
    stands = standing(entry)
    first, last = entry.first_shown, entry.last_shown
    if stands not in ("resolved", "silent") or first is None or last is None:
        return None
    shown, outcome = first.assessment, entry.interview.outcome
    base = [part for part in shown.contributions if part.kind == "base"]
    return Past(
        yes=_CAME.get(outcome.kind) if outcome else None,
        offset=_offset(shown),
        gut=entry.gut_before_outcome,
        self_doubter=shown.context.self_doubter,
        stage=table_stage(shown.context),
        start=shown.base_rate,
        start_sd=base[0].sd if base else 0.5,
        signs={part.label: part.sd for part in shown.contributions if part.kind == "sign"},
        silence=(_silence(entry) or 0.0) if stands == "silent" else 0.0,
        first=shown.probability,
        last=_last_open(entry),
        base=shown.base_rate,
    )


def _offset(shown: Assessment) -> float:
    # words about a feeling are a sign like others; a stated chance is learned anew
    dropped = _LEARNED_ANEW if shown.gut is not None else _LEARNED_ANEW[1:]
    return fsum(part.log_odds for part in shown.contributions if part.kind not in dropped)


def _last_open(entry: Entry) -> float:
    """Return the last chance shown that was still about this step."""
    answered = entry.last_shown
    open_ones = [
        one.assessment
        for one in entry.assessments
        if answered and one.shown_at <= answered.shown_at and one.assessment.status == "open"
    ]
    return open_ones[-1].probability


def _silence(entry: Entry) -> float | None:
    """Return what the silence weighs up to the day on which no answer was told."""
    told = entry.outcomes[-1]
    until = told.outcome.on or told.recorded_at.astimezone().date()
    quiet = silence(entry.interview.context, until, None)
    return None if quiet is None else quiet.log_odds
