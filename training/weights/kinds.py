"""How a sign is told: what kind of bias to expect between what happened and what is retold afterwards."""

from __future__ import annotations

from wentwell.catalog import ToldAs, signs

_JUDGEMENTS = {
    "affirmation.answer", "affirmation.fit", "duties.you_in_role", "selling.pitch", "warmth", "reply.warm",
    "reply.dry", "contact.open_door",
}  # fmt: skip
_COMPLAINTS = {"contrary.distant", "contrary.short", "contrary.brush_off"}
_NEWS = {"contact.references", "contrary.concern", "contrary.silence"}
_ONWARD = {"next.invited", "next.process", "next.availability", "reply.logistics"}


def told_as(label: str) -> ToldAs:
    """Return how a sign is told.

    ``step``: a plain thing that was done. ``judgement``: the teller's reading of people who were kind.
    ``complaint``: of people who were not. ``feeling``: how it went. ``news``: what often comes with the
    decision itself: papers asked once the offer stands, a doubt named in the refusal, the silence that is the
    refusal. ``onward``: a step to a next round; whoever tells of one has passed this round and may fail the
    next, so that the offer at the end hardly measures it.
    """
    if signs()[label].kind == "gut":
        return "feeling"
    for kind, labels in _BY_KIND.items():
        if label in labels:
            return kind
    return "step"


_BY_KIND: dict[ToldAs, set[str]] = {
    "judgement": _JUDGEMENTS,
    "complaint": _COMPLAINTS,
    "news": _NEWS,
    "onward": _ONWARD,
}
