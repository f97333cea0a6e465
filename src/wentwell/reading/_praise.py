"""Praise: how much it names, and how freely this speaker gives it."""

from __future__ import annotations

import re
from collections import Counter

from wentwell.interview import Document, Evidence

_WORD = re.compile(r"[a-z']+")
_BARE_WORDS = (
    "that's thats that is was it's its a an the very really so such quite pretty just exactly actually "
    "great good excellent lovely brilliant perfect nice awesome amazing fantastic wonderful super cool "
    "fine ok okay yeah yes no oh wow right correct answer answers one example point i like love liked "
    "loved it this you your we us they were impressed with by and but to of in for said she he goes me "
    "my strong candidate fit well done job impressive interesting spot on absolutely totally definitely "
    "thank thanks"
)
_BARE = frozenset(_BARE_WORDS.split())
_ENOUGH = 7
_REPLY_WORDS = 12


def specificity(text: str) -> float:
    """Return how much praise names: 0 for bare words of praise, 1 for a thing that was good.

    Parameters
    ----------
    text : str
        The sentence, in lower case.
    """
    telling = [word for word in _WORD.findall(text) if word not in _BARE and len(word) > 2]
    return round(min(1.0, len(telling) / _ENOUGH), 2)


def usual_praise(document: Document, evidence: list[Evidence]) -> list[Evidence]:
    """Tell beside each praise in a talk what share of this speaker's replies to answers praise."""
    praised = {found.turn for found in evidence if found.label == "affirmation.answer"}
    if not document.turns or not praised:
        return evidence
    replies: Counter[str | None] = Counter()
    praises: Counter[str | None] = Counter()
    for number, (before, turn) in enumerate(zip(document.turns, document.turns[1:], strict=False), 1):
        is_answer = before.role == "candidate" and len(document.words(before).split()) >= _REPLY_WORDS
        if turn.role != "candidate" and (is_answer or number in praised):
            replies[turn.speaker] += 1
            praises[turn.speaker] += number in praised
    return [
        found.model_copy(update={"usual": round(praises[speaker] / replies[speaker], 3)})
        if found.label == "affirmation.answer"
        and found.turn is not None
        and replies[speaker := document.turns[found.turn].speaker]
        else found
        for found in evidence
    ]
