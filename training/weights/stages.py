"""How far a retold process went, as far as its words tell.

Who got further was refused later or not at all, and has more to tell. So the stage reached is the first
thing to hold fast before a sign is compared with the outcome.
"""

from __future__ import annotations

import re
from typing import Literal

Reached = Literal["not told", "remote", "onsite", "final"]
REACHED: tuple[Reached, ...] = ("not told", "remote", "onsite", "final")

_REMOTE = re.compile(
    r"\b(?:tele)?phone\b|\btelephonic|\bcall(?:ed)?\b|\bskype\b|\bzoom\b|\bteams call|\bvideo\b|\bvirtual"
    r"|\bscreen(?:ing)?s?\b|\bonline (?:test|assessment|coding)|\bhackerrank\b|\bcodility\b|\btake[- ]home\b",
    re.IGNORECASE,
)
_ONSITE = re.compile(
    r"\bon[- ]?sites?\b|\bin[- ]person\b|\bface[- ]to[- ]face\b|\bf2f\b|\bin (?:their|the) office"
    r"|\bfl(?:y|ew|own|ying)\b|\bflight\b|\bhotel\b|\bpanel\b|\bback[- ]to[- ]back\b|\b(?:whole|full) day\b"
    r"|\bloop\b|\bsuper ?day\b|\bassessment cent(?:er|re)|\bheadquarters\b|\bHQ\b",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"\bfinal (?:round|interview|stage|step|call|talk)s?\b|\blast (?:round|interview|stage|step)\b"
    r"|\bas[- ]appropriate\b|\bfinal(?:ly)?,? (?:met|meet|an interview|interviewed|talk)"
    r"|\b(?:vice president|VP|director|CEO|CTO|head of|partner)\b",
    re.IGNORECASE,
)
_NEAR_OFFER = re.compile(
    r"\breferences?\b|\bbackground (?:check|verification)|\bnegotiat|\bcompensation package|\bpaper ?work\b"
    r"|\bsalary (?:discussion|negotiation)|\bhiring committee\b|\bteam match|\bverbal(?:ly)?\b",
    re.IGNORECASE,
)


def reached(text: str) -> Reached:
    """Return the furthest stage that the words name."""
    if _FINAL.search(text):
        return "final"
    if _ONSITE.search(text):
        return "onsite"
    return "remote" if _REMOTE.search(text) else "not told"


def near_offer(text: str) -> bool:
    """Whether the words name a step that stands next to an offer: references, a committee, negotiation.

    It says so much of the outcome that it is kept beside the stage and is no covariate: it would take
    from signs such as asked references what is theirs.
    """
    return _NEAR_OFFER.search(text) is not None
