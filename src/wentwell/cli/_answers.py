"""Answers to questions, as the command line takes them and hands them on."""

from __future__ import annotations

from collections.abc import Mapping

from wentwell.catalog import outcome_signs, signs
from wentwell.cli._say import say
from wentwell.interview import Interview, Reply

_OUTCOME_SIGNS: dict[str, str] = {str(outcome): label for outcome, label in outcome_signs().items()}
OUTCOMES = ("none", *_OUTCOME_SIGNS)
"""What can have come of an interview already."""


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


def with_outcome(interview: Interview, outcome: str) -> Interview:
    """Return an interview with this answer in place of what was answered before."""
    others = {
        label: reply for label, reply in interview.answers.items() if label not in _OUTCOME_SIGNS.values()
    }
    return interview.model_copy(update={"answers": {**others, **told_outcome(outcome)}})


def without_unknown_answers(interview: Interview) -> Interview:
    """Return an interview without answers about signs that this version does not know, and say so."""
    unknown = sorted(set(interview.answers) - set(signs()))
    if not unknown:
        return interview
    say(f"answers left out, as this version does not know the sign: {', '.join(unknown)}")
    known = {label: reply for label, reply in interview.answers.items() if label in signs()}
    return interview.model_copy(update={"answers": known})
