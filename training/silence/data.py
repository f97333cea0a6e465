"""Read what is known of waits: delays told in reviews, and logs of applications with dates."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

Stage = Literal["screen", "first", "late"]
STAGES: tuple[Stage, ...] = ("screen", "first", "late")

_SCREENS = {"recruiter_call", "automated_interview", "phone_interview"}
_LATER = {"interview_2", "interview_3", "onsite_interview"}
_TALKS = _SCREENS | _LATER | {"interview", "interview_1"}
_GOES_ON = {
    "interview_invite",
    "assessment_invite",
    "task_received",
    "reaction_2",
    "reaction_3",
    "reaction_4",
}
_MIDWINTER = {(12, day) for day in range(24, 32)} | {(1, 1)}


@dataclass(frozen=True)
class Told:
    """A delay as told in a review: the decision came between two days."""

    offer: bool
    days: float
    low: float
    high: float


@dataclass(frozen=True)
class Waited:
    """One wait after a talk, from a log.

    ``how``: ``went_on`` or ``refused`` between ``low`` and ``high`` days; ``refused_some_time`` is known to
    have been told, not when; ``silent`` had heard nothing after ``low`` days.
    """

    person: str
    stage: Stage
    how: Literal["went_on", "refused", "refused_some_time", "silent"]
    low: float
    high: float


def told_interval(days: float) -> tuple[float, float]:
    """Return the days that a told delay may mean: people say "a week" of five days and of nine.

    Parameters
    ----------
    days : float
        As told; below 1 for the same day.
    """
    rounded = {7: (4.5, 10.5), 14: (10.5, 17.5), 21: (17.5, 25.5), 30: (25.5, 45.0), 60: (45.0, 75.0)}
    if days < 1:
        return 0.0, 0.75
    if days in rounded:
        return rounded[int(days)]
    return (days - 0.5, days + 0.5) if days < 10 else (0.85 * days, 1.15 * days)


def read_told(path: Path) -> list[Told]:
    """Read ``decision_delays.csv``."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Told(row["outcome"] == "offer", float(row["days"]), *told_interval(float(row["days"])))
        for row in rows
    ]


def read_waits(path: Path) -> list[Waited]:
    """Read the waits after talks out of ``job_logs.csv``.

    Left out: talks without a date, people who withdrew or whose outcome does not say whether they were
    told, and dates that lie after the log was closed.
    """
    applications: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(path):
        applications[row["app_id"]].append(row)
    return [wait for events in applications.values() for wait in _waits(events)]


def _waits(events: Sequence[dict[str, str]]) -> Iterable[Waited]:
    person, outcome = events[0]["person"], events[0]["outcome"]
    closed = date.fromisoformat(events[0]["observed_until"])
    seen = 0
    for place, event in enumerate(events):
        if event["event"] not in _TALKS:
            continue
        seen += 1
        if not event["event_on"] or date.fromisoformat(event["event_on"]) > closed:
            continue
        day = date.fromisoformat(event["event_on"])
        stage: Stage = (
            "late"
            if event["event"] in _LATER or seen > 1
            else "screen"
            if event["event"] in _SCREENS
            else "first"
        )
        following = next((later for later in events[place + 1 :] if later["event"] != "task_returned"), None)
        watched = float((closed - day).days)
        if following is None:
            if outcome in ("ghosted", "other:ghosted", "no_decision_recorded", "pending"):
                yield Waited(person, stage, "silent", watched, watched)
            elif outcome == "rejected":
                yield Waited(person, stage, "refused_some_time", 0.0, watched)
            continue
        if not following["event_on"]:
            if following["event"] == "rejection":
                yield Waited(person, stage, "refused_some_time", 0.0, watched)
            continue
        days = float((date.fromisoformat(following["event_on"]) - day).days)
        if days < 0 or days > watched:
            continue
        if following["event"] == "rejection":
            yield Waited(person, stage, "refused", max(0.0, days - 0.5), days + 0.5)
        elif following["event"] in _GOES_ON or following["event"] == "offer":
            yield Waited(person, stage, "went_on", max(0.0, days - 0.5), days + 0.5)
        elif following["event"] in _TALKS:
            # the invitation came some time before the next talk
            yield Waited(person, stage, "went_on", 0.0, days + 0.5)


@dataclass(frozen=True)
class Calendar:
    """On which days employers write: answers to applications, by the day."""

    answers: int
    weekend: int
    midwinter: int
    around: int
    """Answers on the other days of December and January."""


def read_calendar(path: Path) -> Calendar:
    """Count the days on which answers came; an answer of one day counts once an application."""
    seen: set[tuple[str, date]] = set()
    for row in _rows(path):
        if row["event"] in ("rejection", "first_response", "interview_invite") and row["event_on"]:
            seen.add((row["app_id"], date.fromisoformat(row["event_on"])))
    days = [day for _, day in seen]
    midwinter = sum((day.month, day.day) in _MIDWINTER for day in days)
    return Calendar(
        answers=len(days),
        weekend=sum(day.weekday() >= 5 for day in days),
        midwinter=midwinter,
        around=sum(day.month in (12, 1) for day in days) - midwinter,
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
