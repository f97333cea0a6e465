"""What is not known about an interview and would be worth telling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from wentwell.interview import Assessment, Context, Employer, Interview, Stage
from wentwell.interview._base import Noun
from wentwell.weighing import weigh

_LEAST = 0.05
"""A fact that moves the chance by less than five points is not asked for (judgement)."""
_LATE = ("second", "final", "single")
_STAGES: tuple[Stage, ...] = ("screen", "first", "second", "final")


class MissingFact(Noun):
    """A field of the context that is not known."""

    field: str
    option: str
    """How it is told on the command line, such as ``--stage``."""
    words: str
    """What it is, such as "which stage it was"."""
    reason: str
    spread: float
    """How far apart the chances are that its usual values give; 1 where the answer rests on it."""


_WORDS = {
    "interview_date": ("--date", "on which day it was"),
    "stage": ("--stage", "which stage it was"),
    "employer": ("--employer", "what kind of employer it is"),
    "interviewer_roles": ("--who", "who interviewed you"),
    "finalists": ("--finalists", "how many are left, you included"),
}


def missing_facts(interview: Interview, shown: Assessment) -> tuple[MissingFact, ...]:
    """Return what is not known and would change the answer, the weightiest first.

    The day and the stage carry the answer itself: a silence is counted from the one, the base rate stands on
    the other. Of the rest, each is weighed with its usual values, and told if these lie five points apart.

    Parameters
    ----------
    interview : Interview
        With evidence.
    shown : Assessment
        With the context it was weighed in.
    """
    if shown.status != "open":
        return ()
    context, found = shown.context, []
    if context.interview_date is None:
        found.append(
            _fact("interview_date", "Without it no silence is counted and no day to ask is known.", 1)
        )
    if context.stage is None and context.base_rate is None:
        found.append(_fact("stage", "The chance starts from the usual rate of the stage.", 1))
    for name, tries in _tries(context):
        chances = [weigh(interview.evidence, one, shown.gut, shown.today).probability for one in tries]
        spread = max(chances) - min(chances)
        if spread >= _LEAST:
            found.append(_fact(name, "Of all that is missing it could change the chance most.", spread))
    return tuple(sorted(found, key=lambda one: -one.spread))


def _fact(field: str, reason: str, spread: float) -> MissingFact:
    option, words = _WORDS[field]
    return MissingFact(field=field, option=option, words=words, reason=reason, spread=spread)


def _tries(context: Context) -> Iterator[tuple[str, list[Context]]]:
    if context.stage is None:
        return  # what it is about is not known, so no two chances can be compared
    if context.employer is None and context.base_rate is None:
        yield "employer", [_with(context, employer=kind) for kind in get_args(Employer)]
    if not context.interviewer_roles and context.format != "recorded":
        yield (
            "interviewer_roles",
            [_with(context, interviewer_roles=(who,)) for who in ("recruiter", "decider")],
        )
    if context.finalists is None and context.stage in _LATE and context.base_rate is None:
        yield "finalists", [_with(context, finalists=left) for left in (2, 4)]


def _with(context: Context, **more: object) -> Context:
    return context.model_copy(update=more)
