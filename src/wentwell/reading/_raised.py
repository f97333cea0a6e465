"""Who brought a matter up: what the candidate asked about first says less."""

from __future__ import annotations

import re
from functools import cache

from wentwell.interview import SpeakerRole
from wentwell.reading._normal import normal
from wentwell.reading._units import Unit

# What a candidate asks about, per label (a family holds for its forms).
_MATTERS = {
    "salary": r"salar|\bpay|\bpaid|wage|compensation|\bcomp\b|package|benefit|bonus|\brate\b|pension|"
    r"holiday|money|equity|"
    r"expens|overtime|\bearn|per hour|an hour|allowance|\bleave\b",
    "next": r"next step|hear|timeline|what happens|process|decid|decision|after this|when (?:will|would|"
    r"do|can|might)|how long|"
    r"next stage|\bback to me\b|let me know|from here",
    "contrary.brush_off": r"next step|hear|timeline|what happens|process|decid|decision|when (?:will|"
    r"would|do|can)|let me know",
    "contrary.concern": r"concern|hesita|reservation|doubt|worr|gap|feedback|how (?:did|have) i|lack|"
    r"missing|improve|enough",
    "duties": r"\brole\b|\bjob\b|typical|day to day|day-to-day|look like|looks like|work on|working on|"
    r"\bteam\b|hours|shift|first "
    r"(?:few|three|six|month|week|90|ninety|thing)|project|responsib|expect|success|report to|sit\b|the "
    r"work|would i|will i|do i",
    "selling.pitch": r"like (?:about|it here|working)|enjoy|culture|what's it like|what is it like|why "
    r"did you|team like|people|"
    r"\blove\b|training|progress|grow|opportunit|stay",
    "selling.start_date": r"start|notice|begin|join",
    "interest": r"offer|other (?:process|interview|compan)|elsewhere|why i|deadline",
    "contact": r"question|contact|number|email|reach|get in touch|get hold|card|linkedin",
    "intro": r"look round|look around|see (?:the|it|where)|show me|meet (?:the|them|everyone)|the team|tour",
    "affirmation": r"how (?:did|was|have) i|feedback|was that (?:ok|right|what)|did i do|is that (?:right|"
    r"ok|what)|make sense",
    "contact.references": r"reference|document|check|paperwork",
    "length": r"how long|time|minutes",
}
_ASKS = re.compile(
    r"\?|\b(?:can|could|may|might) i (?:just )?ask\b|\bi (?:was|am|'m) (?:just )?(?:wondering|curious)\b|"
    r"\bi wanted to ask\b|"
    r"\b(?:what|how|when|who|where|which|is there|are there|do you|does|would i|will i|is it)\b"
)
_I_ASKED = re.compile(
    r"\b(?:when |so |then |and )?i (?:also |then |just |did )?(?:asked|brought up|raised|mentioned|"
    r"enquired|inquired|pushed|wanted to know)\b"
    r"|\bi'd asked\b|\bquestions? i asked\b|\bi said comp\b|\bafter i asked\b|\bin answer to my\b|\bmy "
    r"question"
)


@cache
def _matter(label: str) -> re.Pattern[str] | None:
    words = _MATTERS.get(label) or _MATTERS.get(label.partition(".")[0])
    return re.compile(words) if words else None


def raised_by(unit: Unit, label: str, at: int) -> SpeakerRole | None:
    """Return who brought up what a finding shows, as far as the words tell.

    Parameters
    ----------
    unit : Unit
        Where it was found.
    label : str
        What was found.
    at : int
        Where in the unit it begins.
    """
    if unit.kind == "transcript":
        return "candidate" if _asked_about(normal(unit.before)[-400:], label) else "interviewer"
    if unit.kind == "mail":
        return None
    asked = _I_ASKED.search(normal(unit.text))
    return "candidate" if asked and asked.start() <= at + 12 else None


def _asked_about(words: str, label: str) -> bool:
    matter = _matter(label)
    if matter is None or not _ASKS.search(words):
        return False
    return any(
        matter.search(sentence) and _ASKS.search(sentence) for sentence in re.split(r"(?<=[.?!])\s+", words)
    )
