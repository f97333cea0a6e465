"""An answer of today to a running interview."""

from __future__ import annotations

from datetime import date

from wentwell.interview import Answer
from wentwell.pacing._nouns import Running
from wentwell.weighing import silent_since, waited


def running(
    answer: Answer, today: date, heard_on: date | None = None, kept_on: date | None = None
) -> Running | None:
    """Return what the pace of a search needs of an interview; ``None`` if its words close it.

    Parameters
    ----------
    answer : Answer
        Weighed as of ``today``.
    today : date
    heard_on : date, optional
        The day of the employer's last word since the interview.
    kept_on : date, optional
        Counts as the day of the interview where that is not known.
    """
    assessment = answer.assessment
    context = assessment.context
    if assessment.status in ("offer", "refused"):
        return None
    started = silent_since(context, heard_on)
    start = started[0] if started else kept_on or today
    invited = assessment.status == "advanced"
    return Running(
        log_odds=assessment.log_odds,
        sd=assessment.sd,
        target=assessment.target,
        stage=assessment.stage,
        employer=context.employer,
        country=context.country,
        waited=0.0 if invited else waited(start, today, context.country),
        starts_in=0.0 if invited else waited(today, start, context.country),
        to_be_held=invited,
    )
