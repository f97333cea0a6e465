"""When the employer last wrote, and the first day to ask for news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from wentwell.interview import Context, Document
from wentwell.weighing import MOST_HEARD, day_heard_by, heard_by, promised_day, working_day

_GRACE_DAYS = 2
"""Working days to leave after a promised day. Nobody has measured it (opinion): a day named in a talk slips
by one or two easily, a question a day late costs a day, and one a day early reads as impatience."""


def last_word(documents: Sequence[Document], context: Context, today: date | None) -> date | None:
    """Return the day of the employer's last mail since the interview; one without a date came just now.

    Parameters
    ----------
    documents : sequence of Document
    context : Context
        With the day of the interview, where known.
    today : date, optional
    """
    days = []
    for document in documents:
        if document.kind != "mail" or (document.mail is not None and document.mail.automatic):
            continue
        sent = document.mail.date if document.mail is not None else None
        day = date.fromisoformat(sent[:10]) if sent else today
        if day is not None and (context.interview_date is None or day >= context.interview_date):
            days.append(day if today is None else min(day, today))
    return max(days, default=None)


def promise_stands(context: Context, heard_on: date | None) -> bool:
    """Whether a promised day is what one waits for: a later word of theirs sets it aside."""
    promised = promised_day(context)
    return promised is not None and (heard_on is None or heard_on <= promised)


def day_to_ask(context: Context, heard_on: date | None = None) -> date | None:
    """Return the first day to ask for news, a working day; ``None`` without a date to count from.

    Two working days after a promised day. Otherwise the day by which four of five of those who go on have
    heard, by the model of reply times for the stage and the employer's clock, counted from the employer's
    last word or from the interview: the day on which the chance is told anew. Everything that names a day
    for the question takes it from here.

    Parameters
    ----------
    context : Context
    heard_on : date, optional
        The day of the employer's last word since the interview.
    """
    day = promised_day(context)
    if day is not None and promise_stands(context, heard_on):
        for _ in range(_GRACE_DAYS):
            day = working_day(day + timedelta(days=1), context.country)
        return day
    since_then = context.model_copy(update={"promised_date": None})
    day = day_heard_by(MOST_HEARD, since_then, heard_on)
    return None if day is None else working_day(day, context.country)


def usual_wait(context: Context) -> int:
    """Return the days from the interview after which one asks, where its day is not known."""
    return ceil(heard_by(MOST_HEARD, context.stage, context.employer))
