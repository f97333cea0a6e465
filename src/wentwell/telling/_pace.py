"""The pace of a search and what matters today, told on a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from wentwell._version import __version__
from wentwell.telling._clean import clean
from wentwell.telling._terminal import _Screen
from wentwell.telling._words import day as day_words
from wentwell.telling._words import percent

if TYPE_CHECKING:
    from rich.console import Console

    from wentwell.advice import Matter, SearchStep
    from wentwell.pacing import Need, Pace, Reach

PACE_SCHEMA, TODAY_SCHEMA, NEXT_SCHEMA = "wentwell.pace/1", "wentwell.today/1", "wentwell.next/1"

GO_ON = (
    "Whatever the numbers: go on applying until an offer is signed. An offer can be withdrawn, and a second "
    "one helps you to choose."
)
NONE_OPEN = "No interview is open just now. That is a lull, and says nothing about you."
_NAMES = {
    "screen": "recruiters' screens",
    "first": "first interviews",
    "second": "second rounds",
    "final": "final rounds",
}


def pace_to_json(found: Pace) -> str:
    """Write a pace as JSON, in printable ASCII."""
    return _json(PACE_SCHEMA, "pace", found.model_dump(mode="json"))


def today_to_json(found: Sequence[Matter], chances: Sequence[tuple[int, str]], today: date) -> str:
    """Write what matters today as JSON, in printable ASCII."""
    whole = {
        "day": today.isoformat(),
        "matters": [one.model_dump(mode="json") for one in found],
        "chances": [{"number": number, "words": words} for number, words in chances],
    }
    return _json(TODAY_SCHEMA, "today", whole)


def _json(schema: str, name: str, value: object) -> str:
    whole = {"wentwell": __version__, "schema": schema, name: value}
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


@dataclass(frozen=True)
class PaceRow:
    """The chance of an offer by a day, with so many new first interviews a month."""

    name: str
    probability: float
    low: int
    """Whole percents, as the next two."""
    middle: int
    high: int


@dataclass(frozen=True)
class PaceDay:
    """The chances by one day."""

    name: str
    rows: tuple[PaceRow, ...]


@dataclass(frozen=True)
class PacePage:
    """A pace, ready to lay out from top to bottom."""

    title: str
    lead: str
    days: tuple[PaceDay, ...]
    need: str
    rests_on: tuple[str, ...]
    first_to_offer: str


PACE_HEADINGS = {
    "days": "The chance of at least one offer, of 100",
    "need": "What you want",
    "rests": "What it rests on",
}
PACE_RANGE = "The range should hold about 8 times in 10, if our priors are right."
PACE_PRIORS = (
    "These are base rates of many people, priors and not a measure of you. How you come across and how "
    "the market is move all of your chances together, so several open interviews are less safe than they "
    "look."
)


def lay_out_pace(found: Pace) -> PacePage:
    """Put a pace into the order in which it is told."""
    count = "1 interview is" if found.open == 1 else f"{found.open} interviews are"
    days = tuple(
        PaceDay(
            f"by {day_words(by)} ({_weeks((by - found.today).days)})",
            tuple(_pace_row(one) for one in reaches if one.monthly or found.open),
        )
        for by, reaches in groupby(found.reaches, key=lambda one: one.by)
    )
    low, middle, high = (percent(x) for x in (found.first_low, found.first_to_offer, found.first_high))
    return PacePage(
        title=f"Your search on {day_words(found.today)}",
        lead=f"{count} open." if found.open else NONE_OPEN,
        days=days,
        need=need_sentence(found.need, found.open) if found.need is not None else "",
        rests_on=tuple(
            f"Of 100 {_NAMES.get(row.stage, row.stage)} about {percent(row.probability)} lead to "
            f"{row.target}. ({row.source})"
            for row in found.base_rates
        ),
        first_to_offer=f"So of 100 first interviews about {middle} end in an offer ({low} to {high}).",
    )


def _pace_row(one: Reach) -> PaceRow:
    name = f"with {one.monthly} new first interviews a month" if one.monthly else "with these alone"
    return PaceRow(name, one.probability, percent(one.low), percent(one.probability), percent(one.high))


def pace_to_terminal(found: Pace, console: Console) -> None:
    """Print a pace on a terminal."""
    page, screen = lay_out_pace(found), _Screen(console)
    screen.say(page.title, "bold", indent=0)
    screen.say(page.lead)
    screen.heading(PACE_HEADINGS["days"])
    for day in page.days:
        screen.say(day.name, "bold")
        for row in day.rows:
            screen.say(f"{row.name}: about {row.middle} ({row.low} to {row.high})", indent=4)
    screen.say(PACE_RANGE, "dim")
    if page.need:
        screen.heading(PACE_HEADINGS["need"])
        screen.say(page.need)
    screen.heading(PACE_HEADINGS["rests"])
    for told in page.rests_on:
        screen.say(told, "dim")
    screen.say(page.first_to_offer)
    screen.say(PACE_PRIORS)
    screen.line()
    screen.say(GO_ON, "bold")


def need_sentence(need: Need, open_now: int) -> str:
    """Say how many first interviews a month it takes, in words that promise nothing."""
    want = f"For {percent(need.want)} of 100 by {day_words(need.by)}"
    besides = "besides the open ones" if open_now else "from now on"
    if need.monthly is None:
        return (
            f"{want} it would take more first interviews a month than anybody can hold. Take a later day: "
            "the way from a first interview to an offer needs its weeks."
        )
    if need.monthly == 0:
        return f"{want} the open ones are about enough by our middle guess. It is no reason to stop."
    high = "more than can be held" if need.high is None else str(need.high)
    low = "none" if need.low == 0 else str(need.low or need.monthly)
    return (
        f"{want}: about {need.monthly} first interviews a month, {besides}. In one search of ten {low} would "
        f"be enough; to be safe in nine of ten it takes {high}."
    )


def _weeks(days: int) -> str:
    if days % 7:
        return f"in {days} days"
    return "in 1 week" if days == 7 else f"in {days // 7} weeks"


def today_to_terminal(
    found: Sequence[Matter],
    chances: Sequence[tuple[int, str]],
    today: date,
    console: Console,
    names: Mapping[int, str] | None = None,
) -> None:
    """Print what matters today on a terminal; `names`: how to call them, by their numbers."""
    screen = _Screen(console)
    screen.say(day_words(today), "bold", indent=0)
    if not found and not chances:
        screen.say("Nothing to do today. Nothing has to be watched either; go on applying.")
        return
    for one in found:
        who = clean(", ".join(part for part in (one.who, one.job) if part.strip()))
        who = who or (f"Number {one.number}" if one.number else "")
        screen.say(f"{who}: {clean(one.words)}" if who else clean(one.words))
    for number, words in chances:
        who = clean((names or {}).get(number, "")) or f"Number {number}"
        screen.say(f"{who}, as it looks now: {words} (wentwell show {number})")


def next_to_json(found: Sequence[SearchStep], today: date) -> str:
    """Write what to do next as JSON, in printable ASCII."""
    steps = [one.model_dump(mode="json") for one in found]
    return _json(NEXT_SCHEMA, "next", {"day": today.isoformat(), "steps": steps})


def next_to_terminal(found: Sequence[SearchStep], left: int, today: date, console: Console) -> None:
    """Print what to do next in the whole search; `left`: how many steps more there are."""
    screen = _Screen(console)
    screen.say(f"What comes next, as of {day_words(today)}", "bold", indent=0)
    for place, one in enumerate(found, 1):
        who = clean(one.who) or (f"Number {one.numbers[0]}" if len(one.numbers) == 1 else "")
        screen.say(f"{who}: {clean(one.action)}" if who else clean(one.action), first=f"{place}. ")
        screen.say(one.reason, "dim", indent=5)
    if left:
        screen.say(f"{left} more: wentwell next --all", "dim")
