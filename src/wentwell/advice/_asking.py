"""When the employer last wrote, and the first day to ask for news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from wentwell.interview import Context, Document
from wentwell.weighing import day_heard_by, promised_day, working_day


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


def day_to_ask(
    context: Context, heard_on: date | None = None, *, grace_days: int, heard_share: float
) -> date | None:
    """Return the first day to ask for news, a working day; ``None`` without a date to count from.

    Parameters
    ----------
    context : Context
    heard_on : date, optional
        The day of the employer's last word since the interview.
    grace_days : int
        Days to leave after a promised day, where nothing was heard since.
    heard_share : float
        Otherwise: the share of those who go on that have heard by that day, by the model of reply times for
        the stage and the employer's clock, counted from the employer's last word or from the interview.
    """
    promised = promised_day(context)
    if promised is not None and (heard_on is None or heard_on <= promised):
        return working_day(promised + timedelta(days=grace_days), context.country)
    since_then = context.model_copy(update={"promised_date": None})
    day = day_heard_by(heard_share, since_then, heard_on)
    return None if day is None else working_day(day, context.country)
