"""How long it took, how long it was planned for, and how much it ran over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from wentwell.reading._durations import NUMBER, Duration, durations, number_of

Kind = Literal["minutes", "scheduled_minutes", "overrun_minutes"]

_PLAN = (
    r"supposed|meant|scheduled|booked|planned|slot|blocked|set aside|put aside|calendar|diary|promised|"
    r"allotted|foreseen|instead of|"
    r"in place of|out of a|out of|against|down for|allow|they'd said|said they'd|said|told me|of a|"
    r"pencilled|listed as|invite|planned for|"
    r"should have been"
)
_TOLD_PLAN = re.compile(rf"\b(?:{_PLAN})\b[^.;!?,]{{0,24}}$")
_TALK_PLAN = re.compile(
    rf"\b(?:{_PLAN}|expected|put|we have|we've got|i've got|we'll be|we'll have|will be|will take|will "
    rf"last|gonna take|"
    r"going to take|us|about|this is|it's|got)\b[^.;!?]{0,24}$"
)
_PLANNED_AFTER = re.compile(
    r"^[ -]{0,2}(?:slot|interview slot|window|booking|booked|scheduled|planned|in the diary|on the "
    r"calendar|on the invite|"
    r"on paper|blocked|set aside|was the plan|allotted|together|of your time|conversation|on the rota|"
    r"became|turned into|put down)\b"
)
_PLANNED = re.compile(r"\b(?:planned|booked|promised)\b")
_OVER_BEFORE = re.compile(
    r"\b(?:overran|overrun|over|ran over|late|overflowed|past|went over)(?: \w+)? by (?:a |an |about |at "
    r"least |over |good )*$"
)
_OVER_AFTER = re.compile(
    r"^ (?:over|past|longer|overtime|beyond|more than (?:planned|scheduled|they))\b(?! the (?:phone|"
    r"course|next))"
)
_NOT_IT = re.compile(
    r"\b(?:after|within|waited|wait|waiting|late|drive|drove|walk|train|bus|test|exam|every|next|another|"
    r"early|ago|"
    r"assessment|last|first|prep|until|before|each|shift|shifts)(?: \w+){0,2} ?$"
)
_ENDED = re.compile(
    r"\b(?:over|done|ended|finished|stopped|out|through|wrapped up|cut off) after "
    r"(?:about |only |just |barely )?$"
)
_NOT_IT_AFTER = re.compile(
    r"^ (?:late|early|before|ago|away|later|drive|walk|left|per|a (?:day|week)|presentation|test|exam|"
    r"wait|of notice|shift|"
    r"shifts|notice|break)\b|^[- ](?:walk|drive|shift|test|exam)"
)
_BARE = re.compile(
    rf"(?<![\d.:£$€])\b({NUMBER})\b(?![.:]\d|[\d%£$€]|(?:st|nd|rd|th)\b| (?:people|questions?|of them|"
    rf"interviewers|k)\b)"
)
_PLAN_WORD = re.compile(rf"\b(?:{_PLAN}|kept me|in the diary)\b")
_LONGER, _SHORTER = 1.12, 0.75


def lengths(text: str, in_talk: bool) -> Iterator[tuple[Kind, int, int, float]]:
    """Yield the durations of the interview in plain lower-case text, and what each one is.

    Parameters
    ----------
    text : str
        One sentence.
    in_talk : bool
        Whether it was said in the interview itself: then a duration is a plan.
    """
    for start, end, minutes in durations(text):
        kind = _kind(text, start, end, in_talk)
        if kind:
            yield kind, start, end, minutes


def _kind(text: str, start: int, end: int, in_talk: bool) -> Kind | None:
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    if _OVER_BEFORE.search(before) or _OVER_AFTER.search(after):
        return "overrun_minutes"
    if (
        _PLANNED.search(text, start, end)
        or _PLANNED_AFTER.search(after)
        or (_TALK_PLAN if in_talk else _TOLD_PLAN).search(before)
    ):
        return "scheduled_minutes"
    if in_talk or _NOT_IT_AFTER.search(after) or (_NOT_IT.search(before) and not _ENDED.search(before)):
        return None
    return "minutes"


def against_plan(text: str) -> tuple[Literal["over", "short"], int, int] | None:
    """Compare what a sentence says it took with what it says was planned.

    Returns
    -------
    tuple or None
        ``over`` or ``short`` and the span from the first number to the last; ``None`` where it does not say
        both, or they are about the same.
    """
    if not _PLAN_WORD.search(text):
        return None
    told = durations(text)
    if not told:
        return None
    inside = [(found.start, found.end) for found in told]
    bare = [
        Duration(match.start(), match.end(), value)
        for match in _BARE.finditer(text)
        if not any(a <= match.start() < b for a, b in inside) and 3 <= (value := number_of(match[1])) <= 240
    ]
    kinds = [(found, _kind(text, found.start, found.end, in_talk=False)) for found in [*told, *bare]]
    planned = [found for found, kind in kinds if kind == "scheduled_minutes"]
    taken = [found for found, kind in kinds if kind == "minutes"]
    if len(planned) != 1 or not taken:
        return None
    took = max(taken, key=lambda found: found.minutes) if len(taken) > 1 else taken[0]
    span = min(planned[0].start, took.start), max(planned[0].end, took.end)
    ratio = took.minutes / planned[0].minutes
    if ratio >= _LONGER:
        return "over", *span
    return ("short", *span) if ratio <= _SHORTER else None


def minutes_in(text: str, label: str) -> float | None:
    """Return the minutes that plain lower-case text tells for a sign of length.

    Parameters
    ----------
    text : str
        The sentence.
    label : str
        ``length.minutes``: how long it took, or was to take; ``length.over``: how much it ran over.
    """
    told = {kind: value for kind, _, _, value in reversed(list(lengths(text, in_talk=False)))}
    if label == "length.over":
        if "overrun_minutes" in told:
            return told["overrun_minutes"]
        if "minutes" in told and "scheduled_minutes" in told:
            return max(0.0, told["minutes"] - told["scheduled_minutes"])
        return None
    return told.get("minutes", told.get("scheduled_minutes"))
