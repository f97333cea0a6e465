"""What matters today, often nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Literal, get_args

from wentwell.advice._asking import day_to_ask, promise_stands
from wentwell.advice._next_steps import next_steps, numbered
from wentwell.interview import Assessment, Deadline, Interview, Opportunity
from wentwell.interview._base import Noun
from wentwell.weighing import promised_day

MatterKind = Literal[
    "interview",
    "reply",
    "inbox",
    "deadline",
    "debrief",
    "record",
    "thank",
    "nudge",
    "promised",
    "close",
    "practise",
]

_DAYS_AHEAD = 2
_DAYS_TOLD = 7
"""So many days a thing to do is told; after that it rests, done or not: there is no log of what was sent."""
_ORDER: tuple[MatterKind, ...] = get_args(MatterKind)
"""The most pressing kind first: as they are listed."""
_STATUS_OUTCOME = {"advanced": "advanced", "offer": "offer", "refused": "rejected"}


class Matter(Noun):
    """One thing that matters today."""

    kind: MatterKind
    number: int | None = None
    """Of the interview in the journal."""
    opportunity: int | None = None
    """Of the job in the journal, where it is about no single interview."""
    who: str = ""
    """The employer, as written."""
    job: str = ""
    """The job, as written."""
    words: str
    """What it is and what to do, in a sentence or two."""
    on: date | None = None
    """The day it is about."""


def unfinished(number: int, interview: Interview, today: date) -> tuple[Matter, ...]:
    """Return what matters today about an interview that is booked, or whose debrief is not finished."""
    (who, job), day = _who(interview), interview.context.interview_date
    after = f"wentwell debrief --resume {number}"
    if day is not None and day >= today and not _told(interview):
        if day - today > timedelta(days=1):
            return ()
        when = "today" if day == today else "tomorrow"
        words = f"Your interview is {when}. Afterwards: {after}."
        return (Matter(kind="interview", number=number, who=who, job=job, words=words, on=day),)
    words = f"Your debrief is not finished: {after}. Go on while you remember."
    return (Matter(kind="debrief", number=number, who=who, job=job, words=words),)


def practice_due(due: Collection[date], today: date) -> tuple[Matter, ...]:
    """Return the matter of practice cards that are due; a week after the last fell due it rests.

    Parameters
    ----------
    due : collection of date
        The days on which the cards fell, or will fall, due.
    today : date
    """
    now = [day for day in due if day <= today]
    if not now or (today - max(now)).days >= _DAYS_TOLD:
        return ()
    count = "1 practice card is" if len(now) == 1 else f"{len(now)} practice cards are"
    return (Matter(kind="practise", words=f"{count} due: wentwell practice.", on=min(now)),)


def mails_waiting(count: int) -> tuple[Matter, ...]:
    """Return the matter of mails that wait for the candidate's word.

    Parameters
    ----------
    count : int
        How many.
    """
    if not count:
        return ()
    told = "1 mail waits" if count == 1 else f"{count} mails wait"
    return (Matter(kind="inbox", words=f"{told} for your word: wentwell inbox."),)


def due(number: int, opportunity: Opportunity, deadline: Deadline, today: date) -> tuple[Matter, ...]:
    """Return the matter of a job's deadline, from two days before until a week after it.

    Parameters
    ----------
    number : int
        The job's number.
    opportunity : Opportunity
    deadline : Deadline
    today : date
    """
    ahead = (deadline.day - today).days
    if not -_DAYS_TOLD < ahead <= _DAYS_AHEAD:
        return ()
    when = {0: "today", 1: "tomorrow"}.get(ahead, f"on {deadline.day}" if ahead > 0 else f"{deadline.day}")
    verb = "is" if ahead >= 0 else "was"
    what = deadline.what.strip() or "Your deadline"
    done = f"Done, or no longer needed: wentwell job edit {number} --no-deadline."
    words = f"{what}: that {verb} due {when}. {done}"
    return (
        Matter(
            kind="deadline",
            opportunity=number,
            who=opportunity.employer,
            job=opportunity.job,
            words=words,
            on=deadline.day,
        ),
    )


def matters(
    number: int, interview: Interview, shown: Assessment, today: date, heard_on: date | None = None
) -> tuple[Matter, ...]:
    """Return what matters today about one interview without a final outcome.

    Parameters
    ----------
    number : int
    interview : Interview
    shown : Assessment
        What was shown last: its context holds what the words told, such as a promised day.
    today : date
    heard_on : date, optional
        The day of the employer's last word since the interview.
    """
    context, (who, job) = shown.context, _who(interview)

    def matter(kind: MatterKind, words: str, on: date | None = None) -> tuple[Matter, ...]:
        return (Matter(kind=kind, number=number, who=who, job=job, words=words, on=on),)

    day = context.interview_date
    if day is not None and day >= today and interview.outcome is None and day - today <= timedelta(days=1):
        when = "today" if day == today else "tomorrow"
        if day > today or not _told(interview):
            return matter("interview", f"Your interview is {when}. Afterwards: wentwell debrief.", day)
    if shown.status in _STATUS_OUTCOME and interview.outcome is None:
        outcome = _STATUS_OUTCOME[shown.status]
        words = f"Your words tell how it turned out. If they do: wentwell outcome {number} {outcome}."
        return matter("record", words)
    if shown.status != "open" or interview.outcome is not None:
        return ()
    now = shown.model_copy(update={"today": today})
    found: list[Matter] = []
    ask, promised = day_to_ask(context, heard_on), promised_day(context)
    for step in numbered(next_steps(now, interview.evidence, heard_on), number):
        due = step.on is not None and step.on <= today
        if step.kind == "reply" and day is not None and (today - day).days < _DAYS_TOLD:
            found += matter("reply", step.action)
        if step.kind == "thank" and due:
            found += matter("thank", step.action, step.on)
        if step.kind == "nudge" and ask is not None and (today - ask).days < _DAYS_TOLD and due:
            found += matter("nudge", step.action, step.on)
    stands = promise_stands(context, heard_on)
    if promised is not None and ask is not None and promised < today < ask and stands:
        words = (
            "The day they named has passed. That is common and says little; leave it until "
            f"{ask:%A}, then ask once."
        )
        found += matter("promised", words, promised)
    for late in shown.outlook.dates if shown.outlook else ():
        if late.kind == "count_on_nothing" and 0 <= (today - late.day).days < _DAYS_TOLD:
            words = (
                "Nearly all who go on have heard by now: better to count on nothing here, and to let it "
                f"rest. If nothing came: wentwell outcome {number} no-answer."
            )
            found += matter("close", words, late.day)
    return tuple(found)


def most_pressing_first(found: Iterable[Matter]) -> tuple[Matter, ...]:
    """Return matters of several interviews in the order in which to do them."""
    return tuple(sorted(found, key=_place))


def _place(one: Matter) -> tuple[int, date, int]:
    return _ORDER.index(one.kind), one.on or date.max, one.number or one.opportunity or 0


def _who(interview: Interview) -> tuple[str, str]:
    where = interview.opportunity
    return ("", "") if where is None else (where.employer, where.job)


def _told(interview: Interview) -> bool:
    """Whether the candidate has told of the interview already."""
    return bool(interview.documents or interview.answers or interview.gut is not None)
