"""How the fields of a form call their options."""

from __future__ import annotations

import re

STAGES = {
    "screen": "Screening call",
    "first": "First round",
    "second": "Second round",
    "final": "Final round",
    "single": "The only round",
    "informal": "Informal chat",
}
EMPLOYERS = {
    "startup": "Startup",
    "small": "Small company",
    "mid": "Mid-sized company",
    "large": "Large company",
    "public": "Public employer",
    "non-profit": "Non-profit",
    "agency": "Agency",
    "selective": "Very selective employer",
}
FORMATS = {"phone": "By phone", "video": "On video", "onsite": "On site", "recorded": "Recorded answers"}
TEMPERS = {"dry": "Dry with anybody", "usual": "As people are", "warm": "Warm with anybody"}
ROLES = {"recruiter": "A recruiter", "decider": "Somebody who decides", "peer": "A future colleague"}
SPEAKERS = {"interviewer": "An interviewer", "candidate": "You", "other": "Somebody else"}
OUTCOMES = {
    "offer": "an offer",
    "advanced": "you went on",
    "rejected": "a no",
    "withdrew": "you withdrew",
    "no-answer": "no answer so far",
}
FAMILIES = {
    "interest": "What they asked you",
    "duties": "The work",
    "affirmation": "Praise",
    "next": "What comes next",
    "selling": "What they told and offered",
    "length": "Its length",
    "contact": "Contact",
    "reply": "Their reply",
    "salary": "Pay",
    "intro": "People and places",
    "warmth": "How they were",
    "contrary": "What gave you pause",
    "outcome": "The outcome itself",
    "gut": "Your gut",
}
QUESTION_KINDS = {
    "example": "Something you did",
    "hypothetical": "What you would do",
    "motive": "Your reasons",
    "self": "Yourself",
    "improve": "A weakness",
    "fact": "A plain fact",
    "doubt": "An answer to a doubt",
    "other": "Something else",
}


def for_pages(words: str) -> str:
    """Return words without the commands of a terminal in them: the page has links and buttons instead."""
    kept: list[str] = []
    for part in re.split(r"(?<=[.!?])\s+", words):
        if "--i-am" in part:
            continue
        told, command, _ = part.partition("wentwell ")
        if not command:
            kept.append(part)
        elif told.rstrip().endswith(":") and not told.startswith(_ONLY_FOR_COMMANDS):
            kept.append(f"{told.rstrip()[:-1]}.")
    return " ".join(kept)


_ONLY_FOR_COMMANDS = ("If ", "A draft", "Afterwards")
"""How sentences begin that say nothing without their command."""
