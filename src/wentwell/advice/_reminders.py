"""The days that belong into a calendar.

Of an interview: itself, the promised day, the day to ask. Of a job: its deadline.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from wentwell.advice._asking import day_to_ask, last_word
from wentwell.interview import Appointment, Context, Deadline, Interview, MomentInUtc, Opportunity
from wentwell.interview._base import Noun

ReminderKind = Literal["interview", "promised", "follow-up", "deadline"]

_CLOSED = frozenset({"offer", "advanced", "rejected", "withdrew"})


class Reminder(Noun):
    """One event for a calendar."""

    kind: ReminderKind
    day: date
    starts: MomentInUtc | None = None
    """``None``: the whole day."""
    minutes: float | None = None
    title: str
    """With the employer's name."""
    discreet: str
    """The same without any name."""
    words: str
    """What to do, in a sentence or two."""
    place: str = ""


def reminders(
    interview: Interview,
    appointments: Sequence[Appointment] = (),
    shown: Context | None = None,
    *,
    imported: bool = False,
) -> tuple[Reminder, ...]:
    """Return what a calendar should hold of an interview.

    The promised day and the day to ask are left out once an answer was recorded. None of it depends on
    today, so that a calendar does not change by itself.

    Parameters
    ----------
    interview : Interview
    appointments : sequence of Appointment
        What a calendar said of it.
    shown : Context, optional
        The context it was last weighed in: it holds what the words told, such as a promised day.
    imported : bool
        Also give the interview itself where it came from a calendar, which has it already.
    """
    context = _joined(interview.context, shown)
    who = _named(interview.opportunity)
    standing = [one for one in appointments if not one.cancelled]
    found: list[Reminder] = []
    if standing and imported:
        found.append(_interview(context, who, standing[0].day, standing[0]))
    elif not appointments and context.interview_date is not None:
        found.append(_interview(context, who, context.interview_date, None))
    if interview.outcome is not None and interview.outcome.kind in _CLOSED:
        return tuple(found)
    if context.promised_date is not None:
        found.append(
            Reminder(
                kind="promised",
                day=context.promised_date,
                title=f"{who or 'They'} said you would hear by today",
                discreet="An answer was promised by today",
                words="No word yet is common and says little. Give it two working days before you ask.",
            )
        )
    heard_on = last_word(interview.documents, context, None)
    ask = None if appointments and not standing else day_to_ask(context, heard_on)
    if ask is not None:
        found.append(
            Reminder(
                kind="follow-up",
                day=ask,
                title=f"Ask {who} for news, once" if who else "Ask for news, once",
                discreet="Ask for news, once",
                words="If you have not heard by now: thank them in three friendly lines, and ask once "
                "whether there is news. Then let it rest, and go on applying.",
            )
        )
    return tuple(found)


def deadline_reminder(number: int, opportunity: Opportunity, deadline: Deadline) -> Reminder:
    """Return what a calendar should hold of the deadline of an open job.

    Parameters
    ----------
    number : int
        The job's number.
    opportunity : Opportunity
    deadline : Deadline
    """
    who = ", ".join(filter(None, (opportunity.employer.strip(), opportunity.job.strip())))
    what = deadline.what.strip() or "Your deadline"
    return Reminder(
        kind="deadline",
        day=deadline.day,
        title=f"{what}: {who}" if who else what,
        discreet="A deadline of yours",
        words=f"Due on this day. Done, or no longer needed: wentwell job edit {number} --no-deadline.",
    )


def _interview(context: Context, who: str, day: date, event: Appointment | None) -> Reminder:
    return Reminder(
        kind="interview",
        day=day,
        starts=event.starts if event else None,
        minutes=(event.minutes if event else None) or context.scheduled_minutes,
        title=f"Interview: {who}" if who else "Interview",
        discreet="Interview",
        words="Afterwards: wentwell debrief. Under three minutes, while you remember.",
        place=event.place if event else "",
    )


def _named(opportunity: Opportunity | None) -> str:
    return opportunity.employer.strip() if opportunity else ""


def _joined(context: Context, shown: Context | None) -> Context:
    """Fill gaps with what the words told when it was last weighed."""
    if shown is None:
        return context
    names = ("stage", "employer", "interview_date", "promised_date")
    gaps = {name: getattr(shown, name) for name in names if getattr(context, name) is None}
    return context.model_copy(update=gaps)
