"""Which events are interviews of the user's own, how surely, and what they tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

from wentwell.calendars import _cues as cues
from wentwell.calendars._names import employer_and_job
from wentwell.domains import domain_kind
from wentwell.interview import Appointment, Context, Format, Opportunity, Stage
from wentwell.sources import CalendarEvent

SURE = 0.8
"""From this confidence on an event is taken without a question."""
WORTH_ASKING = 0.35
"""From this confidence on an event is asked about; below it is left alone."""

OWN_UIDS = "@wentwell"
"""How the identifiers end of what wentwell itself wrote into a calendar."""


@dataclass(frozen=True, slots=True)
class FoundInterview:
    """An event that may be an interview."""

    appointment: Appointment
    confidence: float
    """Between 0 and 1, by points set by hand (see ``_cues.py``): an opinion, not a measured rate."""
    reasons: tuple[str, ...]
    """What spoke for it and against it, the weightiest first."""
    context: Context
    """Day, planned minutes, format and stage, as far as the event tells."""
    opportunity: Opportunity | None = None


def find_interviews(
    events: Iterable[CalendarEvent], me: str = "", *, least: float = WORTH_ASKING
) -> tuple[FoundInterview, ...]:
    """Find the interviews that the user goes to among events.

    Parameters
    ----------
    events : iterable of CalendarEvent
    me : str
        The user's own mail address, if known: it tells an interview that the user gives from one that the
        user goes to, and an invitation that was declined.
    least : float
        The confidence below which an event is left out.

    Returns
    -------
    tuple of FoundInterview
        In the order of the events.
    """
    found = []
    for event in events:
        if event.appointment.uid.endswith(OWN_UIDS):
            continue
        points, reasons = score(event, me.lower())
        confidence = 1 / (1 + exp(-points))
        if confidence < least:
            continue
        employer, job = employer_and_job(event, me.lower())
        found.append(
            FoundInterview(
                appointment=event.appointment,
                confidence=confidence,
                reasons=reasons,
                opportunity=Opportunity(employer=employer, job=job) if employer or job else None,
                context=Context(
                    interview_date=event.appointment.day,
                    scheduled_minutes=event.appointment.minutes,
                    format=_format(event),
                    stage=_stage(event),
                ),
            )
        )
    return tuple(found)


def score(event: CalendarEvent, me: str) -> tuple[float, tuple[str, ...]]:
    """Return the log-odds that an event is an interview of the user's own, and what spoke."""
    title = event.appointment.title
    texts = {"title": title, "body": event.description}
    spoke = [(cue.points, cue.reason) for cue in cues.CUES if cue.pattern.search(texts[cue.where])]
    strong = cues.STRONG_TITLE.search(title) is not None
    other_screen = cues.OTHER_SCREENS.search(title) is not None and "interview" not in title.casefold()
    if other_screen or (cues.MEDICAL.pattern.search(title) and not strong):
        spoke.append((cues.MEDICAL.points, cues.MEDICAL.reason))
    spoke += _from_people(event, me)
    if any(cues.TEST_SITES.search(f"{link}/") for link in event.links):
        spoke.append((2.0, "it links to a program for interviews"))
    if event.repeats:
        spoke.append((-2.0, "it repeats"))
    spoke.sort(key=lambda one: -abs(one[0]))
    return cues.START + sum(points for points, _ in spoke), tuple(reason for _, reason in spoke)


def _from_people(event: CalendarEvent, me: str) -> list[tuple[float, str]]:
    """Return what organizer and guests say."""
    organizer = event.organizer
    others = [
        guest for guest in (organizer, *event.guests) if guest and guest.address and guest.address != me
    ]
    spoke: list[tuple[float, str]] = []
    if any(
        domain_kind(guest.domain) == "program" or cues.RECRUITING_NAMES.match(guest.address)
        for guest in others
    ):
        spoke.append((2.2, "a recruiter's address is in it"))
    if not me:
        return spoke
    if any(guest.address == me and guest.answer == "DECLINED" for guest in event.guests):
        spoke.append((-6.0, "you declined it"))
    home = me.rpartition("@")[2]
    works_there = domain_kind(home) == "organisation"
    outside = [guest for guest in others if guest.domain != home]
    if organizer and organizer.address == me and others:
        spoke.append((-2.5, "you invited to it"))
    elif works_there and organizer and organizer.domain == home and outside:
        spoke.append((-4.0, "somebody of your own domain invited you and an outsider"))
    elif works_there and others and not outside:
        spoke.append((-3.0, "only people of your own domain are in it"))
    elif organizer and organizer.address != me and domain_kind(organizer.domain) == "organisation":
        spoke.append((0.8, "somebody of an organisation invited you"))
    return spoke


def _format(event: CalendarEvent) -> Format | None:
    """Return how it is held: the place goes before the title, and that before the rest."""
    title, place, words = event.appointment.title, event.appointment.place, event.description[:2000]
    if cues.RECORDED.search(title) or cues.RECORDED.search(words):
        return "recorded"
    named = _named_format(place) or _named_format(title)
    if named is None and any(cues.VIDEO.search(link) for link in event.links):
        named = "video"
    if named is None and place and "://" not in place:
        named = "onsite"
    if named is None and cues.PHONE.search(words) and not cues.ONSITE.search(words):
        named = "phone"
    return named


def _named_format(text: str) -> Format | None:
    if cues.VIDEO.search(text):
        return "video"
    if cues.PHONE.search(text):
        return "phone"
    return "onsite" if cues.ONSITE.search(text) else None


def _stage(event: CalendarEvent) -> Stage | None:
    """Return the stage that the title names outright."""
    stages: dict[str, Stage] = {
        "final": "final",
        "second": "second",
        "screen": "screen",
        "first": "first",
        "informal": "informal",
    }
    return next(
        (stages[name] for name, pattern in cues.STAGES if pattern.search(event.appointment.title)), None
    )
