"""The pace of a search and what matters today, told on a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
    from wentwell.pacing import Need, Pace

PACE_SCHEMA, TODAY_SCHEMA, NEXT_SCHEMA = "wentwell.pace/1", "wentwell.today/1", "wentwell.next/1"

GO_ON = (
    "Whatever the numbers: go on applying until an offer is signed. An offer can be withdrawn, and a second "
    "one helps you to choose."
)
_NONE_OPEN = "No interview is open just now. That is a lull, and says nothing about you."
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


def pace_to_terminal(found: Pace, console: Console) -> None:
    """Print a pace on a terminal."""
    screen = _Screen(console)
    screen.say(f"Your search on {day_words(found.today)}", "bold", indent=0)
    count = "1 interview is" if found.open == 1 else f"{found.open} interviews are"
    screen.say(f"{count} open." if found.open else _NONE_OPEN)
    screen.heading("The chance of at least one offer, of 100")
    for by, reaches in groupby(found.reaches, key=lambda one: one.by):
        screen.say(f"by {day_words(by)} ({_weeks((by - found.today).days)})", "bold")
        for one in reaches:
            if one.monthly == 0 and not found.open:
                continue
            more = f"with {one.monthly} new first interviews a month" if one.monthly else "with these alone"
            low, high = percent(one.low), percent(one.high)
            screen.say(f"{more}: about {percent(one.probability)} ({low} to {high})", indent=4)
    screen.say("The range should hold about 8 times in 10, if our priors are right.", "dim")
    if found.need is not None:
        screen.heading("What you want")
        screen.say(need_sentence(found.need, found.open))
    screen.heading("What it rests on")
    for row in found.base_rates:
        screen.say(
            f"Of 100 {_NAMES.get(row.stage, row.stage)} about {percent(row.probability)} lead to "
            f"{row.target}. ({row.source})",
            "dim",
        )
    low, middle, high = (percent(x) for x in (found.first_low, found.first_to_offer, found.first_high))
    screen.say(f"So of 100 first interviews about {middle} end in an offer ({low} to {high}).")
    screen.say(
        "These are base rates of many people, priors and not a measure of you. How you come across and how "
        "the market is move all of your chances together, so several open interviews are less safe than they "
        "look."
    )
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
