"""Do I send one now? What the days and the record say to that."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from wentwell.advice import day_to_ask, last_day_for_a_note, promise_stands, usual_wait
from wentwell.drafting._draft import DraftKind, Timing, Verdict
from wentwell.drafting._topics import SURE
from wentwell.drafting._write import parts
from wentwell.interview import Assessment, Context, Evidence, Interview

_SURE_ENOUGH = 0.5
_SENT = re.compile(
    r"\b(?:sent|wrote|e-?mailed|messaged|msge?d|texted|dropped)\b[^.!?\n]{0,40}\b(?:thank[- ]?you|thanks)\b"
    r"|\bthank[- ]?you (?:note |mail |e-?mail |message )?(?:is |was )?sent\b",
    re.IGNORECASE,
)
_State = Literal["open", "advanced", "offer", "refused", "withdrew"]


def timing(
    kind: DraftKind,
    interview: Interview,
    assessment: Assessment,
    today: date,
    heard_on: date | None = None,
) -> Timing:
    """Say whether to send a message now.

    Parameters
    ----------
    kind : {"thanks", "nudge", "refusal", "invitation", "timeline"}
    interview : Interview
        With evidence.
    assessment : Assessment
        With the context it was weighed in.
    today : date
    heard_on : date, optional
        The day of the employer's last word since the interview.
    """
    state = _state(interview, assessment)
    verdict, on, reason = {
        "thanks": _thanks,
        "nudge": _nudge,
        "refusal": _refusal,
        "invitation": _invitation,
        "timeline": _timeline,
    }[kind](interview, assessment.context, state, today, heard_on)
    worth = parts()["worth"][kind]
    return Timing(
        verdict=verdict,
        on=on,
        reason=reason,
        worth=worth["text"],
        grade=worth["grade"],
        source=worth["source"],
    )


_Said = tuple[Verdict, date | None, str]
_CLOSED: dict[_State, str] = {
    "refused": "They have said no. Answer that, in a few kind lines: wentwell draft refusal ID.",
    "offer": "An offer is there. Your answer to it is the place: thank them, and ask for it in writing.",
    "withdrew": "You have withdrawn, so nothing more is needed.",
}
_INVITED = "You are invited on. Your answer to that is the place: wentwell draft invitation ID."


def _state(interview: Interview, assessment: Assessment) -> _State:
    kinds: dict[str, _State] = {
        "offer": "offer",
        "advanced": "advanced",
        "rejected": "refused",
        "withdrew": "withdrew",
    }
    outcome = interview.outcome
    if outcome is not None and outcome.kind in kinds:
        return kinds[outcome.kind]
    return assessment.status


def _thanks(
    interview: Interview, context: Context, state: _State, today: date, heard_on: date | None
) -> _Said:
    instead = _instead_of_thanks(interview, context, state, heard_on)
    if instead is not None:
        return "no", None, instead
    day, last = context.interview_date, last_day_for_a_note(context)
    if day is None or last is None:
        return "now", None, "Yes, if it was today or yesterday. The record does not hold the day."
    if today < day:
        return "wait", day, "The interview is still to come."
    if today > last:
        asking = day_to_ask(context, heard_on)
        when = f", from {_told(asking)} on" if asking is not None and asking > today else ""
        reason = (
            f"It was {(today - day).days} days ago, and a note of thanks now would read as a question for "
            f"news. Put your thanks into that question{when}: wentwell draft nudge ID."
        )
        return "late", None, reason
    if (today - day).days <= 1:
        return "now", today, "Yes: within about a day is usual."
    return "now", today, "Yes, today: about a day is usual, and this is still in time."


def _instead_of_thanks(
    interview: Interview, context: Context, state: _State, heard_on: date | None
) -> str | None:
    """Return what is called for in place of a note; ``None`` if nothing stands against one."""
    if state != "open":
        return _CLOSED.get(state, _INVITED)
    if context.format == "recorded":
        return "It was recorded, so nobody was there to thank."
    if any(document.kind == "notes" and _SENT.search(document.text) for document in interview.documents):
        return "Your notes say that you have written already; one note is enough."
    if heard_on is not None or _replied(interview):
        return "They have written to you since. Put your thanks into your next message."
    return None


def _nudge(
    interview: Interview, context: Context, state: _State, today: date, heard_on: date | None
) -> _Said:
    if state in _CLOSED:
        return "no", None, _CLOSED[state]
    if state == "advanced":
        return "no", None, _INVITED
    if heard_on is None and _replied(interview):
        return "wait", None, "They have answered. Ask again only if a fortnight passes without more."
    day = day_to_ask(context, heard_on)
    if day is None:
        reason = (
            "The record holds no day to count from. Four of five who go on have usually heard about "
            f"{usual_wait(context)} days after the interview; ask then, once."
        )
        return "wait", None, reason
    early, due = _why_then(context, heard_on, day)
    if today < day:
        return "wait", day, f"Not yet. {early}"
    return "now", today, f"Yes: {due}. Ask once, then let it rest."


def _why_then(context: Context, heard_on: date | None, day: date) -> tuple[str, str]:
    """Say why one asks from this day on: while it is to come, and once it is there."""
    promised = context.promised_date
    if promised is not None and promise_stands(context, heard_on):
        named = _told(promised)
        early = f"They named {named}; ask two working days after it, on {_told(day)}."
        return early, f"the day that they named, {named}, has passed"
    since = "their last word" if heard_on else "the interview"
    usual = f"y {_told(day)} four of five who go on have usually heard, counted from {since}"
    return f"B{usual}; ask then.", f"b{usual}"


def _refusal(
    interview: Interview, context: Context, state: _State, today: date, heard_on: date | None
) -> _Said:
    if state == "refused":
        return "now", None, "Yes, when you feel like it: a night's sleep is fine, and a week is not too late."
    if state == "withdrew":
        return "no", None, _CLOSED["withdrew"]
    return "no", None, "The record holds no refusal. Once one has come: wentwell outcome ID rejected."


def _invitation(
    interview: Interview, context: Context, state: _State, today: date, heard_on: date | None
) -> _Said:
    asked = any(_seen(found, "next.availability", "reply.logistics") for found in interview.evidence)
    if state == "advanced" or (state == "open" and asked):
        return "now", today, "Yes, today if you can: a quick answer keeps things moving."
    if state in _CLOSED:
        return "no", None, _CLOSED[state]
    return "no", None, "The record holds no invitation. Once one has come: wentwell outcome ID advanced."


def _timeline(
    interview: Interview, context: Context, state: _State, today: date, heard_on: date | None
) -> _Said:
    if state in _CLOSED:
        return "no", None, _CLOSED[state]
    return "now", None, "Yes, if you hold another offer, best in writing, and would still choose this one."


def _seen(found: Evidence, *labels: str) -> bool:
    return found.label in labels and found.probability >= _SURE_ENOUGH


def _replied(interview: Interview) -> bool:
    """Whether notes, mails or answers say that they have answered; nobody answers a note during the talk."""
    talks = {document.name for document in interview.documents if document.kind == "transcript"}
    return any(
        found.label.startswith("reply.") and found.probability >= SURE
        for found in interview.evidence
        if found.document not in talks
    )


def _told(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b} {day.year}"
