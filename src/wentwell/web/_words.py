"""How the fields of a form call their options."""

from __future__ import annotations

import re

from wentwell.web._language import Said, later

STAGES = Said(
    {
        "screen": later("Screening call"),
        "first": later("First round"),
        "second": later("Second round"),
        "final": later("Final round"),
        "single": later("The only round"),
        "informal": later("Informal chat"),
    }
)
EMPLOYERS = Said(
    {
        "startup": later("Startup"),
        "small": later("Small company"),
        "mid": later("Mid-sized company"),
        "large": later("Large company"),
        "public": later("Public employer"),
        "non-profit": later("Non-profit"),
        "agency": later("Agency"),
        "selective": later("Very selective employer"),
    }
)
FORMATS = Said(
    {
        "phone": later("By phone"),
        "video": later("On video"),
        "onsite": later("On site"),
        "recorded": later("Recorded answers"),
    }
)
TEMPERS = Said(
    {"dry": later("Dry with anybody"), "usual": later("As people are"), "warm": later("Warm with anybody")}
)
ROLES = Said(
    {
        "recruiter": later("A recruiter"),
        "decider": later("Somebody who decides"),
        "peer": later("A future colleague"),
    }
)
SPEAKERS = Said(
    {"interviewer": later("An interviewer"), "candidate": later("You"), "other": later("Somebody else")}
)
OUTCOMES = Said(
    {
        "offer": later("an offer"),
        "advanced": later("you went on"),
        "rejected": later("a no"),
        "withdrew": later("you withdrew"),
        "no-answer": later("no answer so far"),
    }
)
FAMILIES = Said(
    {
        "interest": later("What they asked you"),
        "duties": later("The work"),
        "affirmation": later("Praise"),
        "next": later("What comes next"),
        "selling": later("What they told and offered"),
        "length": later("Its length"),
        "contact": later("Contact"),
        "reply": later("Their reply"),
        "salary": later("Pay"),
        "intro": later("People and places"),
        "warmth": later("How they were"),
        "contrary": later("What gave you pause"),
        "outcome": later("The outcome itself"),
        "gut": later("Your gut"),
    }
)
QUESTION_KINDS = Said(
    {
        "example": later("Something you did"),
        "hypothetical": later("What you would do"),
        "motive": later("Your reasons"),
        "self": later("Yourself"),
        "improve": later("A weakness"),
        "fact": later("A plain fact"),
        "doubt": later("An answer to a doubt"),
        "other": later("Something else"),
    }
)


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
