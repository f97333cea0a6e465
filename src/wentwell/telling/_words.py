"""The wording that every face shares. The one place where a chance becomes a whole percent."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from datetime import date

from wentwell.interview import (
    Assessment,
    Contribution,
    Correcting,
    Document,
    Evidence,
    FoundBy,
    Grade,
    Hinge,
    OutlookDate,
    Status,
    WhatIf,
)

UNTITLED = "How it went"
HEADINGS = {
    "warnings": "Please note",
    "steps": "How it adds up",
    "quotes": "The words behind it",
    "unweighed": "Also found, and given no weight",
    "looked_for": "Looked for and not seen",
    "not_mentioned": "Not mentioned",
    "what_ifs": "What would change it",
    "hinges": "What it leans on",
    "outlook": "If nothing comes",
    "next_steps": "What to do next",
    "signs": "Signs found",
    "corrections": "Your corrections",
    "notes": "Notes",
}

NOTHING_FOUND = (
    "No known sign was found in the words. That is common, and by itself it says little either way. "
    "A few more notes about what was said would help."
)
NOT_MENTIONED = "Nobody said whether these happened, so they count neither for nor against."
NOT_MENTIONED_COUNTS = (
    "Your notes do not say whether these happened. Somebody who saw them would have noted some, so together "
    "they count a little against. If some did happen, say so in the debrief."
)
NO_LONGER_FITS = "no longer fits the words"
UNWEIGHED = "These tell the outcome itself, repeat another sign, or say too little to count."
WEIGHTS = "Most of the weights behind this are careful opinion and some are measured; each says which."
CLOSING = (
    "None of this is advice on law or on your career. "
    "Whatever it says, keep the search going until a contract is signed."
)
LIMIT = "a limit, not a sign"
TOGETHER = "Together"
OUTLOOK = (
    "What the chance would be on these days if no word came. Waiting is no refusal, and there is no need to "
    "look every day: these are the days that matter."
)
TODAY = "today"
BAND_MEANING = "The range should hold about 8 times in 10."

_CHANCE_LIMITS = (10, 25, 43, 58, 76, 91)
_CHANCES = (
    "unlikely, though not ruled out",
    "rather unlikely",
    "less likely than not",
    "about as likely as not",
    "more likely than not",
    "likely",
    "very likely, though never certain",
)
_STRENGTH_LIMITS = (0.05, 0.25, 0.6, 1.2)
_STRENGTHS = ("hardly matters", "speaks a little", "speaks", "speaks clearly", "speaks strongly")
_SURENESS_LIMITS = (45, 65, 85, 95)
_SURENESS = ("a guess", "unsure", "fairly sure", "quite sure", "sure")
_TOLD: dict[FoundBy, str] = {"answered": "you answered it", "typed": "you typed it"}
_CORRECTED: dict[Correcting, str] = {"strike": "struck", "add": "added"}
_CLOSED: dict[Status, str] = {"offer": "an offer was made", "refused": "they said no"}
_GRADES: dict[Grade, str] = {"A": "direct numbers", "B": "measured indirectly", "C": "opinion only"}

_STATUSES: dict[Status, tuple[str, ...]] = {
    "open": (),
    "advanced": (
        "Your words say that you were invited on: this step is done.",
        "The chance below is about the next one.",
    ),
    "offer": (
        "Your words say that an offer was made to you.",
        "There is nothing left to guess about this one.",
    ),
    "refused": (
        "It reads as if they said no this time.",
        "That is one decision about one job, and it says little about the next.",
    ),
}

_STAGES = {
    "screen": "screening call",
    "first": "first round",
    "second": "second round",
    "final": "final round",
    "single": "the only round",
    "informal": "informal chat",
}
_EMPLOYERS = {
    "startup": "startup",
    "small": "small company",
    "mid": "mid-sized company",
    "large": "large company",
    "public": "public employer",
    "non-profit": "non-profit",
    "agency": "agency",
    "selective": "very selective employer",
}
_FORMATS = {"phone": "by phone", "video": "on video", "onsite": "on site", "recorded": "recorded answers"}
_SPEAKERS = {"interviewer": "the interviewer", "candidate": "you", "other": "somebody else"}
_SOURCES = {
    "notes": "your notes",
    "mail": "the mail",
    "transcript": "the transcript",
    "answers": "your answers",
}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_WIDE = 30  # percentage points
_CHANCE_FIGURE = re.compile(
    r"""
    ~?\d[\d.,]{0,8}\s{0,2}(?:(?:[-–—]|to)\s{0,2}\d{1,3}\s{0,2})?      # 36, or 30 to 40
        (?:[%％]|per\ ?cent\b|percentage\ points?\b)
    | \b\d{1,3}(?:\s?(?:[-–—]|to)\s?\d{1,3})?                        # 3 in 10, or 3 to 5 of 100
        \s(?:in|of|out\ of|times\ in)\s(?:an?\s)?(?:10|20|100|ten|hundred)\b
    | (?<![\d.])\d*\.\d+(?![\d.])                                    # 0.42
    """,
    re.VERBOSE | re.IGNORECASE,
)


def percent(chance: float) -> int:
    """Round a chance to whole percents."""
    return math.floor(100 * chance + 0.5)


def running_chances(contributions: tuple[Contribution, ...]) -> list[float]:
    """Return the chance after each contribution, summed in the given order."""
    total, chances = 0.0, []
    for part in contributions:
        total += part.log_odds
        chances.append(0.5 * (1 + math.tanh(total / 2)))
    return chances


def chance_words(chance: float) -> str:
    """Say how likely a chance is, such as "more likely than not"."""
    return _CHANCES[bisect_right(_CHANCE_LIMITS, percent(chance))]


def grade_words(grade: Grade) -> str:
    """Say what a grade means, such as "opinion only"."""
    return _GRADES[grade]


def strength(log_odds: float) -> int:
    """Return how strongly a contribution speaks, from -4 (against) over 0 (hardly matters) to 4 (for)."""
    size = bisect_right(_STRENGTH_LIMITS, abs(log_odds))
    return size if log_odds > 0 else -size


def strength_words(log_odds: float) -> str:
    """Say which way a contribution points and how strongly, such as "speaks a little for it"."""
    size = strength(log_odds)
    if size == 0:
        return _STRENGTHS[0]
    return f"{_STRENGTHS[abs(size)]} {'for' if size > 0 else 'against'} it"


def sureness_words(evidence: Evidence, *, number: bool = True) -> str:
    """Say how sure it is that a sign is really there."""
    if evidence.found_by in _TOLD:
        return _TOLD[evidence.found_by]
    sure = percent(evidence.probability)
    words = _SURENESS[bisect_right(_SURENESS_LIMITS, sure)]
    return f"{words} ({sure}%)" if number else words


def closed(assessment: Assessment) -> bool:
    """Whether the words themselves tell how this process ended, so that no chance is left to tell."""
    return assessment.status in ("offer", "refused")


def status_sentences(assessment: Assessment) -> tuple[str, ...]:
    """Say what the words tell of the outcome, the main thing first; nothing while all is open."""
    return _STATUSES[assessment.status]


def chance_sentence(assessment: Assessment) -> str:
    """Say the chance in words only."""
    target = assessment.target[0].upper() + assessment.target[1:]
    return f"{target} looks {chance_words(assessment.probability)}."


def band_sentence(assessment: Assessment, *, number: bool = True) -> str:
    """Say the band and the middle guess, as counts out of 100 interviews or in words."""
    low, middle, high = (percent(x) for x in (assessment.low, assessment.probability, assessment.high))
    if number:
        span = f"{low}" if low == high else f"{low} to {high}"
        lead = "leads" if low == high == 1 else "lead"
        return (
            f"Of 100 interviews like this, about {span} {lead} to {assessment.target}. "
            f"Our middle guess is {middle}."
        )
    least, most = chance_words(assessment.low), chance_words(assessment.high)
    if least == most:
        return "What is not known would hardly move that."
    return f"It could be anything from {least} to {most}."


def width_sentence(assessment: Assessment) -> str:
    """Say why the band is wide; empty if it is not."""
    if percent(assessment.high) - percent(assessment.low) < _WIDE:
        return ""
    context = assessment.context
    unknown = [
        name
        for name, known in (
            ("which round this was", assessment.stage or context.stage),
            ("the kind of employer", context.employer),
            ("how the talk was held", context.format),
            ("who interviewed you", context.interviewer_roles),
        )
        if not known
    ]
    listed = " or ".join(part for part in (", ".join(unknown[:-1]), "".join(unknown[-1:])) if part)
    if assessment.status == "advanced":
        return "This is wide because that talk is still ahead."
    if not any(part.evidence for part in assessment.contributions):
        also = f", and we do not know {listed}" if listed else ""
        return f"This is wide because little is known: no sign was found that can be weighed{also}."
    if len(unknown) > 1:
        return f"This is wide because little is known: we do not know {listed}."
    told = "This is wide because such signs are seen both before a yes and before a no."
    return f"{told} We also do not know {listed}." if listed else told


def sentence(assessment: Assessment, *, number: bool = True) -> str:
    """Say the answer in plain words, then the band with the middle guess.

    Parameters
    ----------
    assessment : Assessment
        What to tell.
    number : bool
        Whether to say figures. Without, the chance and the band are told in words only.
    """
    told = status_sentences(assessment)
    if not closed(assessment):
        told = (*told, chance_sentence(assessment), band_sentence(assessment, number=number))
    return " ".join(told)


def change_sentence(before: Assessment, after: Assessment, *, number: bool = True) -> str:
    """Say on one line what the answer was and what it is now.

    Parameters
    ----------
    before, after : Assessment
        What to tell.
    number : bool
        Whether to say figures.
    """
    return f"Before: {_in_short(before, number=number)}. Now: {_in_short(after, number=number)}."


def _in_short(assessment: Assessment, *, number: bool) -> str:
    if closed(assessment):
        return _CLOSED[assessment.status]
    told = "you go on; " if assessment.status == "advanced" else ""
    if not number:
        return f"{told}{assessment.target} looks {chance_words(assessment.probability)}"
    low, middle, high = (percent(x) for x in (assessment.low, assessment.probability, assessment.high))
    return f"{told}{assessment.target} {middle} of 100 ({low} to {high})"


def corrected_words(done: Correcting) -> str:
    """Say what was done in a correction."""
    return _CORRECTED[done]


def what_if_words(turn: WhatIf, now: Assessment, *, number: bool = True) -> str:
    """Say what a possible turn would make of the chance, in words first."""
    told = _what_if_words(turn, now)
    if not number:
        return told
    low, middle, high = (percent(x) for x in (turn.low, turn.probability, turn.high))
    return f"{told} (about {middle} of 100, between {low} and {high})"


def comparable(turn: WhatIf, now: Assessment) -> bool:
    """Whether a possible turn leaves the question what it is: an invitation asks about the round after."""
    return turn.target == now.target and turn.label != "next.invited"


def _what_if_words(turn: WhatIf, now: Assessment) -> str:
    level = chance_words(turn.probability)
    if not comparable(turn, now):
        return f"from there, {turn.target} looks {level}"
    step = percent(turn.probability) - percent(now.probability)
    way = "about the same as now" if step == 0 else "better than now" if step > 0 else "lower than now"
    return f"{way}, {level}"


def hinge_words(hinge: Hinge, now: Assessment, *, number: bool = True) -> str:
    """Say what the chance would be if one fact were wrong, in words first."""
    step = percent(hinge.probability) - percent(now.probability)
    way = "about the same as now" if step == 0 else "better than now" if step > 0 else "lower than now"
    told = f"{way}, {chance_words(hinge.probability)}"
    if not number:
        return told
    low, middle, high = (percent(x) for x in (hinge.low, hinge.probability, hinge.high))
    return f"{told} (about {middle} of 100, between {low} and {high})"


def hinge_sentence(assessment: Assessment, *, number: bool = True) -> str:
    """Say on which single fact the chance leans most; empty if on none."""
    if not assessment.hinges:
        return ""
    first = assessment.hinges[0]
    if number:
        then, now = percent(first.probability), percent(assessment.probability)
        return f"{first.name}, the chance would be about {then} of 100 instead of {now}."
    return f"{first.name}, it would look {chance_words(first.probability)}."


def outlook_words(when: OutlookDate, *, number: bool = True) -> str:
    """Say why a day to come matters."""
    if when.kind == "promised":
        return "the promised day"
    heard = f"{percent(when.share)} of 100 who go on" if number and when.share else "most of those who go on"
    if when.kind == "most_heard":
        return f"{heard} have heard by then"
    if not number:
        return "nearly all who go on have heard; from then on it is better to count on nothing"
    return f"{heard} have heard; from then on it is better to count on nothing"


def more_quotes(count: int) -> str:
    """Say that some quotes of a sign are not shown here."""
    return f"and {count} more like {'this' if count == 1 else 'these'}, all shown on the page and in the JSON"


def guess_sentence(gut: float | None, *, number: bool = True) -> str:
    """Say what the candidate guessed before anything was shown; empty if nothing."""
    if gut is None:
        return ""
    if number:
        return f"Your own guess, before you saw this, was {percent(gut)} of 100."
    return f"Your own guess, before you saw this: {chance_words(gut)}."


def setting_words(assessment: Assessment) -> str:
    """Say the circumstances in a few words, such as "Final round · large company · on video"."""
    context = assessment.context
    stage = context.stage or assessment.stage
    parts = [
        _STAGES[stage] if stage else "",
        _EMPLOYERS[context.employer] if context.employer else "",
        _FORMATS[context.format] if context.format else "",
        day(context.interview_date) if context.interview_date else "",
    ]
    told = " · ".join(part for part in parts if part)
    return told[:1].upper() + told[1:]


def sign_name(label: str) -> str:
    """Return what to call a sign before a person; the label itself if the catalog has no such sign."""
    from wentwell.catalog import sign

    try:
        return sign(label).name
    except KeyError:
        return label


def who(evidence: Evidence, document: Document | None) -> str:
    """Say who said the words, by name where known; empty if nobody knows."""
    speaker = _SPEAKERS.get(evidence.role or "", "")
    name = None
    if document and evidence.turn is not None and evidence.turn < len(document.turns):
        turn = document.turns[evidence.turn]
        name = turn.name or turn.speaker
    told = f"{name} ({speaker})" if name and speaker else name or speaker
    if evidence.raised_by == "candidate":
        return f"{told}, after you brought it up" if told else "you brought it up"
    return told


def where(evidence: Evidence, document: Document | None) -> str:
    """Say where the words stand: the document, the turn or the line, the time."""
    place = evidence.document or (document and (document.name or _SOURCES[document.kind])) or ""
    spot = ""
    if evidence.turn is not None:
        spot = f"turn {evidence.turn + 1}"
    elif document and document.kind in ("notes", "mail"):
        spot = f"line {document.text.count(chr(10), 0, evidence.start) + 1}"
    time = "" if evidence.at is None else clock(evidence.at)
    return ", ".join(part for part in (place, spot, time) if part)


def clock(seconds: float) -> str:
    """Write a moment in a talk as mm:ss, or h:mm:ss after the first hour."""
    minutes, rest = divmod(int(seconds), 60)
    if minutes < 60:
        return f"{minutes:02d}:{rest:02d}"
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def day(when: date) -> str:
    """Write a day the same way everywhere, such as "Fri 14 Nov 2025"."""
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]} {when.year}"


def without_figures(text: str) -> str:
    """Return the sentences of a text that hold no chance as a figure, for people who want none."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(part for part in sentences if not _CHANCE_FIGURE.search(part))


def name_without_figures(name: str) -> str:
    """Return a name with every chance given as a figure replaced by an ellipsis."""
    return _CHANCE_FIGURE.sub("…", name)
