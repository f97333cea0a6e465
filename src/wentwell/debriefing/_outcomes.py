"""What has come of an interview already, as answers about the signs that tell it."""

from __future__ import annotations

from collections.abc import Mapping

from wentwell.catalog import outcome_signs, signs
from wentwell.interview import Interview, Reply

_OUTCOME_SIGNS: dict[str, str] = {str(outcome): label for outcome, label in outcome_signs().items()}
OUTCOMES = ("none", *_OUTCOME_SIGNS)
"""What can have come of an interview already."""
COME_OF = ("not yet", "they invited me on", "an offer", "a no")
"""The same as a candidate says it, in the same order."""


def told_outcome(outcome: str) -> dict[str, Reply]:
    """Return an outcome as answers; "none" denies whatever the words seem to say of one."""
    if outcome == "none":
        return dict.fromkeys(_OUTCOME_SIGNS.values(), "no")
    return {_OUTCOME_SIGNS[outcome]: "yes"}


def outcome_in(answers: Mapping[str, Reply]) -> str | None:
    """Return the outcome that answers tell, if they tell any."""
    for outcome, label in _OUTCOME_SIGNS.items():
        if answers.get(label) == "yes":
            return outcome
    return "none" if all(label in answers for label in _OUTCOME_SIGNS.values()) else None


def come_of(answers: Mapping[str, Reply]) -> str | None:
    """Return what has come of it, as a candidate says it; ``None`` if that was not answered."""
    outcome = outcome_in(answers)
    return None if outcome is None else COME_OF[OUTCOMES.index(outcome)]


def with_outcome(interview: Interview, outcome: str | None) -> Interview:
    """Return an interview with this answer in place of what was answered before; ``None``: no answer."""
    others = {
        label: reply for label, reply in interview.answers.items() if label not in _OUTCOME_SIGNS.values()
    }
    told = {} if outcome is None else told_outcome(outcome)
    return interview.model_copy(update={"answers": {**others, **told}})


def known_answers(interview: Interview) -> tuple[Interview, tuple[str, ...]]:
    """Return an interview without answers about signs that this version does not know, and their labels."""
    unknown = tuple(sorted(set(interview.answers) - set(signs())))
    if not unknown:
        return interview, ()
    known = {label: reply for label, reply in interview.answers.items() if label in signs()}
    return interview.model_copy(update={"answers": known}), unknown
