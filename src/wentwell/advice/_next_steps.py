"""From an assessment to a short ranked list of steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from wentwell.interview import Assessment, Context, Evidence, NextStep
from wentwell.weighing import heard_by

_NOTE_WINDOW_DAYS = 3
"""Later than this a thank-you note becomes a nudge."""
_GRACE_DAYS = 2
"""Days to wait after a promised day before asking."""
_HEARD_SHARE = 0.75
"""Ask once three of four who go on would have heard."""

_SEARCH = NextStep(
    kind="search",
    action="Go on applying and interviewing as if this one were still open.",
    reason="Most searches end at another door than the one you are looking at, and a full calendar calms.",
)


def working_day(day: date) -> date:
    """Return the day itself, or the Monday after a weekend."""
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() >= 5 else 0)


def nudge_day(context: Context) -> date | None:
    """Return the first sensible day to ask for news.

    Two days after a promised day; otherwise the day by which three of four who go on have heard, by the
    model of reply times for the stage and the employer's clock. ``None`` without a date to count from.
    """
    if context.promised_date is not None:
        return working_day(context.promised_date + timedelta(days=_GRACE_DAYS))
    if context.interview_date is None:
        return None
    return working_day(context.interview_date + timedelta(days=_usual_wait(context)))


def _usual_wait(context: Context) -> int:
    return ceil(heard_by(_HEARD_SHARE, context.stage, context.employer))


def next_steps(assessment: Assessment, evidence: Sequence[Evidence]) -> tuple[NextStep, ...]:
    """Return what to do next, the most pressing first; going on with the search is always among it.

    Parameters
    ----------
    assessment : Assessment
        With the context it was weighed in and the day it was made.
    evidence : sequence of Evidence
        What was found; quotes are used to say what a note could pick up.
    """
    if assessment.status == "refused":
        return _after_refusal()
    if assessment.status == "offer":
        return _after_offer()
    if assessment.status == "advanced":
        return _after_invitation(evidence)
    return _while_open(assessment, evidence)


def _after_refusal() -> tuple[NextStep, ...]:
    return (
        NextStep(
            kind="reply",
            action="Answer in two kind lines, and ask for one thing you could do better.",
            reason="First choices decline, and people remember those who took a no well.",
        ),
        NextStep(
            kind="record",
            action="Record it: wentwell outcome ID rejected.",
            reason="It lets the numbers learn from your own record. It may have had nothing to do with you.",
        ),
        _SEARCH,
    )


def _after_offer() -> tuple[NextStep, ...]:
    return (
        NextStep(
            kind="reply",
            action="Thank them, ask for the offer in writing and for the day by which they need your answer.",
            reason="Terms can still move until they are written down.",
        ),
        NextStep(
            kind="record",
            action="Record it: wentwell outcome ID offer.",
            reason="It lets the numbers learn from your own record.",
        ),
        NextStep(
            kind="search",
            action="Keep your other talks going until you have signed.",
            reason="An offer can be withdrawn, and a second one helps you to choose.",
        ),
    )


def _after_invitation(evidence: Sequence[Evidence]) -> tuple[NextStep, ...]:
    steps = [
        NextStep(
            kind="prepare",
            action="Prepare for the next round as carefully as for the first.",
            reason="Others were invited too. What was praised so far is known; new people start fresh.",
        ),
        NextStep(
            kind="record",
            action="Record it: wentwell outcome ID advanced.",
            reason="This step is done, and your record learns from it.",
        ),
    ]
    return (*_answer_their_questions(evidence), *steps, _SEARCH)


def _while_open(assessment: Assessment, evidence: Sequence[Evidence]) -> tuple[NextStep, ...]:
    steps = list(_answer_their_questions(evidence))
    note = _thank_you(assessment, evidence)
    if note is not None:
        steps.append(note)
    steps.append(_news(assessment))
    practice = _practice(evidence)
    if practice is not None:
        steps.append(practice)
    steps.append(_SEARCH)
    return tuple(steps)


def _first(evidence: Sequence[Evidence], *labels: str) -> Evidence | None:
    return next((found for found in evidence if found.label in labels and found.probability >= 0.5), None)


def _answer_their_questions(evidence: Sequence[Evidence]) -> tuple[NextStep, ...]:
    """Return the steps that the employer asked for: they come before anything else."""
    steps = []
    if _first(evidence, "next.availability"):
        steps.append(
            NextStep(
                kind="reply",
                action="Send them two or three times when you are free, if you have not yet.",
                reason="They asked for it, and a quick answer keeps things moving.",
            )
        )
    if _first(evidence, "contact.references"):
        steps.append(
            NextStep(
                kind="prepare",
                action="Tell your references that a call may come, and what the job is about.",
                reason="They asked for references or papers; a surprised reference is a weak one.",
            )
        )
    return tuple(steps)


def _thank_you(assessment: Assessment, evidence: Sequence[Evidence]) -> NextStep | None:
    """Return the step of sending a note, while there is time for it."""
    context, today = assessment.context, assessment.today
    if any(found.label.startswith("reply.") for found in evidence) or context.format == "recorded":
        return None
    day = None
    if context.interview_date is not None:
        if today is not None and (today - context.interview_date).days > _NOTE_WINDOW_DAYS:
            return None
        day = context.interview_date + timedelta(days=1)
        if today is not None:
            day = max(day, today)
    action = "Send a short thank-you note: one concrete thing from the talk, one thing it made you want."
    if _first(evidence, "contrary.concern"):
        action = "Send a short thank-you note, and answer in it, in two lines, the doubt that they voiced."
    elif not _first(evidence, "next.process", "next.availability"):
        action = "Send a short thank-you note, and ask in it when they expect to decide."
    return NextStep(
        kind="thank",
        action=action,
        reason="In the one study that looked (470 interviews) notes changed no ranking; it is good manners, "
        "and your chance to add something.",
        on=day,
    )


def _news(assessment: Assessment) -> NextStep:
    """Return whether to wait or to ask, and from which day."""
    context, today = assessment.context, assessment.today
    day = nudge_day(context)
    if day is None:
        return NextStep(
            kind="wait",
            action=f"Wait about {_usual_wait(context)} days from the interview, then ask once for news.",
            reason="By then three of four who go on have usually heard.",
        )
    if today is None or today < day:
        why = (
            "They named a day; two days of grace are polite."
            if context.promised_date
            else "By then three of four who go on have usually heard."
        )
        return NextStep(
            kind="wait",
            action="Leave it alone until then; after that, ask once for news.",
            reason=why,
            on=day,
        )
    return NextStep(
        kind="nudge",
        action="Ask once, in three friendly lines, whether there is news. Then let it rest.",
        reason="It is later than most good news comes, and a short question costs nothing.",
        on=working_day(today),
    )


def _practice(evidence: Sequence[Evidence]) -> NextStep | None:
    """Return what to practise, if something went badly by the candidate's own words or theirs."""
    if _first(evidence, "contrary.concern"):
        return NextStep(
            kind="practise",
            action="Write down the doubt they voiced and a true answer of four sentences to it.",
            reason="It will come again elsewhere, and then you have the answer ready.",
        )
    if _first(evidence, "gut.bad"):
        return NextStep(
            kind="practise",
            action="Pick the one answer you would like to give again, and say it aloud with an example.",
            reason="A bad feeling is weak evidence, but a better answer is worth having.",
        )
    return None
