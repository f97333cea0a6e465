"""The messages about one interview: which may be due, and the drafts of one kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wentwell.drafting import Draft, DraftKind, Timing, Tone
    from wentwell.interview import Answer

LETTERS: tuple[DraftKind, ...] = ("thanks", "nudge", "refusal", "invitation", "timeline")
"""Every kind of message."""


def letters_due(answer: Answer, today: date) -> dict[DraftKind, Timing]:
    """Return for each kind of message whether now is the time, and why."""
    from wentwell.advice import last_word
    from wentwell.drafting import timing

    interview, assessment = answer.interview, answer.assessment
    heard_on = last_word(interview.documents, assessment.context, today)
    return {kind: timing(kind, interview, assessment, today, heard_on) for kind in LETTERS}


def letters(
    kind: DraftKind,
    answer: Answer,
    today: date,
    *,
    to: str | None = None,
    sender: str | None = None,
    tone: Tone = "plain",
    time: str | None = None,
    deadline: date | None = None,
) -> Sequence[Draft]:
    """Write the drafts of one kind, whether now is the time or not.

    Parameters
    ----------
    kind : {"thanks", "nudge", "refusal", "invitation", "timeline"}
    answer : Answer
    today : date
    to, sender : str, optional
        Whom it is for, and who signs.
    tone : {"plain", "warm", "brief"}
    time : str, optional
        ``invitation``: the day and time, or when the candidate is free.
    deadline : date, optional
        ``timeline``: the last day to answer the other offer.
    """
    from wentwell import drafting

    interview, context = answer.interview, answer.assessment.context
    if kind == "thanks":
        return tuple(drafting.thanks(interview, context, today, to=to, sender=sender, tone=tone))
    if kind == "nudge":
        return (drafting.nudge(interview, context, today, to=to, sender=sender, tone=tone),)
    if kind == "refusal":
        return (drafting.answer_to_refusal(interview, context, today, to=to, sender=sender, tone=tone),)
    if kind == "invitation":
        draft = drafting.answer_to_invitation(
            interview, context, today, to=to, sender=sender, tone=tone, time=time
        )
        return (draft,)
    draft = drafting.question_about_timeline(
        interview, context, today, to=to, sender=sender, tone=tone, deadline=deadline
    )
    return (draft,)
