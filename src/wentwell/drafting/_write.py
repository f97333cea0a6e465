"""The drafts themselves: fixed sentences, filled from the record or left with a marked gap."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from wentwell.advice import last_word, promise_stands
from wentwell.drafting._draft import Draft, DraftKind, Gap, Taken, Tone
from wentwell.drafting._people import Person, address, candidate, correspondent, interviewers, is_formal
from wentwell.drafting._topics import Topic, TopicKind, topics
from wentwell.drafting._wants import Want, wants
from wentwell.interview import Context, Evidence, Interview

_SAID = 0.5
"""Probability from which a sign keeps the note from asking what they told already."""
_WEEK = 6
"""Days within which a weekday is clear by its name."""
_LONGEST_JOB = 60
_NAMES_A_TIME = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:noon|tomorrow)\b", re.IGNORECASE
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WANTS: dict[TopicKind, str] = {
    "told": "know",
    "discussed": "know",
    "shown": "see",
    "tour": "see",
    "staff": "see",
    "asked": "say",
    "praised": "say",
}


@cache
def parts() -> Mapping[str, Any]:
    """Return the sentences by the kind of draft, the place in it, and the tone."""
    return tomllib.loads(files("wentwell.drafting").joinpath("parts.toml").read_text(encoding="utf-8"))


def thanks(
    interview: Interview,
    context: Context,
    today: date | None = None,
    *,
    to: str | None = None,
    sender: str | None = None,
    tone: Tone = "plain",
) -> tuple[Draft, ...]:
    """Write a note of thanks to each interviewer, under 120 words, made of what the record holds.

    Parameters
    ----------
    interview : Interview
        With evidence and roles, as ``assess`` gives it.
    context : Context
        The context it was weighed in.
    today : date, optional
        The day it is sent; without it days are named by their date.
    to : str, optional
        Whom it is for, if only one is wanted or the record names nobody.
    sender : str, optional
        The candidate's own name; otherwise taken from the talk or a mail, or left as a gap.
    tone : {"plain", "warm", "brief"}

    Returns
    -------
    tuple of Draft
        One for each interviewer that the record names, each with something of their own where there is
        anything; a single one with a gap for the name if it names nobody.
    """
    people = interviewers(interview)
    known = topics(interview, people)
    own = wants(interview)
    receivers: Sequence[Person | None] = [_found(to, people)] if to else list(people) or [None]
    alone = len(people) < 2 and not _is_stranger(interview, receivers[0])
    drafts: list[Draft] = []
    free = list(known)
    for place, person in enumerate(receivers):
        want = own[0] if own and place == 0 else None
        topic = _best_for(person, [one for one in free if not _says_the_same(one, want)], alone=alone)
        if topic is None:
            topic = _best_for(person, free, alone=alone)
            # the same thing twice in two sentences reads badly, and the topic is the one of the talk
            want = None if topic is not None else want
        if topic is not None:
            free.remove(topic)
        pen = _Pen("thanks", tone, interview, context=context, today=today, sender=sender)
        _write_thanks(pen, person, topic, want, _doubt(interview, person, alone=alone, first=place == 0))
        if place == 0 and context.promised_date is None and not _told_when(interview.evidence):
            pen.say("ask")
        drafts.append(_closed_thanks(pen, person))
    return tuple(drafts)


def _write_thanks(
    pen: _Pen, person: Person | None, topic: Topic | None, want: Want | None, doubt: Evidence | None
) -> None:
    pen.greet(person, needed=True)
    pen.say("open", when=pen.when())
    told = topic.kind if topic else "told"
    sentence = parts()["thanks"]["topic"][pen.tone][told].format(topic=pen.topic(topic, person))
    wanted = parts()["thanks"]["want"][pen.tone]
    if want is not None:
        pen.take(want.phrase, want.quote, want.source)
        pen.add(sentence + wanted["own"].format(want=want.phrase), claims=pen.tone != "brief")
    elif topic is not None:
        pen.add(sentence + wanted[_WANTS[topic.kind]], claims=True)
    else:
        reason = "The record does not say what you would like to do or learn there."
        pen.add(sentence + wanted["own"].format(want=pen.gap("want", reason)))
    if doubt is not None:
        reason = (
            "They voiced a doubt, and only you know the true answer. Delete the line if you would rather."
        )
        pen.paragraph()
        pen.say("doubt", answer=pen.gap("answer", reason, doubt.quote))
    pen.paragraph()


def _closed_thanks(pen: _Pen, person: Person | None) -> Draft:
    promised, today = pen.context.promised_date, pen.today
    by = ""
    if promised is not None and (today is None or promised >= today):
        by = f" by {pen.day(promised, 'the promised day')}"
    pen.say("close", by=by)
    return pen.draft(person)


def nudge(
    interview: Interview,
    context: Context,
    today: date | None = None,
    *,
    to: str | None = None,
    sender: str | None = None,
    tone: Tone = "plain",
) -> Draft:
    """Write a short question after a silence; the parameters are those of `thanks`."""
    pen = _Pen("nudge", tone, interview, context=context, today=today, sender=sender)
    person = _answered(to, interview)
    pen.greet(person)
    pen.say("open", when=pen.when())
    promised = context.promised_date
    waiting = promise_stands(context, last_word(interview.documents, context, today))
    if promised is not None and waiting and (today is None or promised < today):
        pen.say("promised", promised=pen.day(promised, "the promised day"))
    else:
        pen.say("open_date")
    pen.say("still", claims=True)
    pen.paragraph()
    pen.say("close")
    return pen.draft(person)


def answer_to_refusal(
    interview: Interview,
    context: Context,
    today: date | None = None,
    *,
    to: str | None = None,
    sender: str | None = None,
    tone: Tone = "plain",
) -> Draft:
    """Write an answer to a refusal that keeps the door open; the parameters are those of `thanks`."""
    pen = _Pen("refusal", tone, interview, context=context, today=today, sender=sender)
    person = _answered(to, interview)
    pen.greet(person)
    pen.say("open", when=pen.when() if tone != "brief" else "")
    pen.paragraph()
    pen.say("feedback")
    pen.say("door", claims=True)
    pen.paragraph()
    pen.say("close")
    return pen.draft(person)


def answer_to_invitation(
    interview: Interview,
    context: Context,
    today: date | None = None,
    *,
    to: str | None = None,
    sender: str | None = None,
    tone: Tone = "plain",
    time: str | None = None,
) -> Draft:
    """Write an answer to an invitation; the parameters are those of `thanks`.

    Parameters
    ----------
    time : str, optional
        The day and time to confirm, or the times when the candidate is free, in the candidate's words.
    """
    pen = _Pen("invitation", tone, interview, context=context, today=today, sender=sender)
    person = _answered(to, interview)
    pen.greet(person)
    pen.say("open")
    invited = _first(interview.evidence, "next.invited", "reply.logistics")
    asked = _first(interview.evidence, "next.availability")
    # who asks for times has named none, whatever else the words say
    named = invited is not None and _NAMES_A_TIME.search(invited.quote) is not None
    place = "free" if asked is not None and not named else "confirm"
    if time:
        pen.take(time, time, "--when")
        pen.say(place, time=time)
    elif place == "free":
        reason = "They asked when you are free, and the record does not hold your times."
        pen.say(place, time=pen.gap("free_times", reason, asked.quote if asked else ""))
    else:
        reason = "A wrong time would be worse than none: copy it from their own words."
        pen.say(place, time=pen.gap("invited_time", reason, invited.quote if invited else ""))
    pen.paragraph()
    pen.say("ask")
    pen.say("close")
    return pen.draft(person)


def question_about_timeline(
    interview: Interview,
    context: Context,
    today: date | None = None,
    *,
    to: str | None = None,
    sender: str | None = None,
    tone: Tone = "plain",
    deadline: date | None = None,
) -> Draft:
    """Write a question about the timeline when another offer presses; the parameters are those of `thanks`.

    Parameters
    ----------
    deadline : date, optional
        The day by which the other offer needs an answer. Nothing else of that offer is told.
    """
    pen = _Pen("timeline", tone, interview, context=context, today=today, sender=sender)
    person = _answered(to, interview)
    pen.greet(person)
    pen.say("open", when=pen.when())
    if deadline is not None:
        by = pen.day(deadline, "--by")
    else:
        by = pen.gap("deadline", "The record does not hold it; --by DAY tells it.")
    pen.say("offer", by=by, claims=True)
    pen.paragraph()
    pen.say("ask", claims=True)
    pen.say("close")
    return pen.draft(person)


class _Pen:
    """Writes one draft sentence by sentence, and remembers where each filled phrase came from."""

    def __init__(
        self,
        kind: DraftKind,
        tone: Tone,
        interview: Interview,
        *,
        context: Context,
        today: date | None,
        sender: str | None,
    ) -> None:
        self.kind, self.tone = kind, tone
        self.context, self.today = context, today
        self._interview = interview
        self._sender = sender
        self._paragraphs: list[list[str]] = [[]]
        self._gaps: list[Gap] = []
        self._taken: list[Taken] = []
        self._claims: list[str] = []
        self._greeting = ""

    def greet(self, person: Person | None, *, needed: bool = False) -> None:
        """Begin with the name, a gap for it where one is needed, or a greeting without."""
        tone: str = "plain" if is_formal(self._interview) else self.tone
        greeting = parts()["greeting"]
        if person is not None:
            name = address(person, self._interview)
            self.take(name, person.name, person.source)
            self._greeting = greeting[tone].format(name=name)
        elif needed:
            reason = "The record names no interviewer for sure; --to NAME tells it."
            self._greeting = greeting[tone].format(name=self.gap("name", reason))
        else:
            self._greeting = greeting["nobody"]

    def say(self, place: str, *, claims: bool = False, **filled: str) -> None:
        """Add the sentence for a place in the draft."""
        self.add(parts()[self.kind][place][self.tone].format(**filled), claims=claims)

    def add(self, sentence: str, *, claims: bool = False) -> None:
        """Add a sentence; one that claims something for the candidate is remembered."""
        self._paragraphs[-1].append(sentence)
        if claims:
            self._claims.append(sentence)

    def paragraph(self) -> None:
        """Begin a new paragraph."""
        self._paragraphs.append([])

    def take(self, phrase: str, quote: str, source: str) -> None:
        """Remember where a phrase came from."""
        self._taken.append(Taken(phrase=phrase, quote=quote, source=source))

    def gap(self, name: str, reason: str, hint: str = "") -> str:
        """Return a marked gap and remember why it is there."""
        text: str = parts()["gaps"][name]
        self._gaps.append(Gap(text=text, reason=reason, hint=" ".join(hint.split())))
        return text

    def topic(self, topic: Topic | None, person: Person | None) -> str:
        """Return the words of a topic; a gap if there is none."""
        if topic is None:
            reason = "The record holds nothing concrete from the talk that can be named in a few words."
            return self.gap("topic", reason, _nearest(self._interview, person))
        self.take(topic.phrase, topic.quote, topic.source)
        return topic.phrase

    def when(self) -> str:
        """Return when the interview was, such as " on Monday"; empty if nobody knows."""
        day = self.context.interview_date
        if day is None or (self.today is not None and day > self.today):
            return ""
        told = "today" if day == self.today else f"on {_named(day, self.today, self.today)}"
        self.take(told, day.isoformat(), "the day of the interview")
        return f" {told}"

    def day(self, day: date, source: str) -> str:
        """Return a day as one says it, such as "Friday" or "13 March"."""
        # "by Friday", said after that Friday, could mean the next one
        told = _named(day, self.today if self.today is not None and day > self.today else None, self.today)
        self.take(told, day.isoformat(), source)
        return told

    def draft(self, person: Person | None) -> Draft:
        """Sign it and hand it over."""
        me = self._sender or candidate(self._interview)
        if me is None:
            me = self.gap("me", "The record does not hold your name; --from NAME tells it.")
        else:
            self.take(me, me, "--from" if self._sender else "the record")
        body = "\n\n".join(" ".join(sentences) for sentences in self._paragraphs if sentences)
        job = " ".join(self._interview.opportunity.job.split()) if self._interview.opportunity else ""
        subject: str = parts()[self.kind]["subject"]
        if 1 < len(job) <= _LONGEST_JOB and job.isprintable():
            self.take(job, job, "the job")
            subject = f"{job}: {subject}"
        else:
            subject = subject[:1].upper() + subject[1:]
        whole = f"{self._greeting}\n\n{body}\n\n{parts()['sign_off'][self.tone]}\n{me}\n"
        return Draft(
            kind=self.kind,
            tone=self.tone,
            to=person.name if person else None,
            subject=subject,
            body=whole,
            gaps=tuple(sorted(self._gaps, key=lambda gap: whole.find(gap.text))),
            taken=tuple(taken for taken in self._taken if taken.phrase),
            says_for_you=tuple(self._claims),
        )


def _named(day: date, near: date | None, today: date | None) -> str:
    """Say a day by its weekday if it is near another day, else by its date, with the year if that differs."""
    if near is not None and 0 < abs((day - near).days) <= _WEEK:
        return _DAYS[day.weekday()]
    year = f" {day.year}" if today is None or day.year != today.year else ""
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def _found(name: str, people: Sequence[Person]) -> Person:
    """Return who is meant by a name, as the user writes it."""
    plain = " ".join(name.split())
    wanted = set(plain.casefold().split())
    meant = [one for one in people if wanted & set(one.name.casefold().split())]
    if len(meant) == 1 and wanted <= set(meant[0].name.casefold().split()):
        return meant[0]
    return Person(plain, "--to")


def _answered(to: str | None, interview: Interview) -> Person | None:
    """Return whom a message goes to: who is named, else who wrote last, else the first interviewer."""
    people = interviewers(interview)
    wrote = correspondent(interview)
    if to:
        return _found(to, [*([wrote] if wrote else []), *people])
    return wrote or (people[0] if people else None)


def _best_for(person: Person | None, known: Sequence[Topic], *, alone: bool) -> Topic | None:
    """Return what to name to somebody: their own words first, never what another one said."""
    own = [topic for topic in known if person is not None and topic.by == person.name]
    if own:
        return own[0]
    shared = [topic for topic in known if topic.by is None or (alone and person is None)]
    if not alone:
        shared = [topic for topic in shared if topic.kind in ("told", "shown", "tour", "staff")]
    return shared[0] if shared else None


def _says_the_same(topic: Topic, want: Want | None) -> bool:
    """Whether a topic and a wish end in the same noun: "the discharge unit", "work on the discharge unit"."""
    if want is None or not topic.phrase:
        return False
    return topic.phrase.split()[-1].casefold() in want.phrase.casefold().split()


def _doubt(interview: Interview, person: Person | None, *, alone: bool, first: bool) -> Evidence | None:
    """Return the doubt that this person voiced, if any."""
    found = _first(interview.evidence, "contrary.concern")
    if found is None or alone:
        return found
    speaker = _speaker(interview, found)
    if speaker is None:
        return found if first and not _is_stranger(interview, person) else None
    return found if _is_called(person, speaker) else None


def _nearest(interview: Interview, person: Person | None) -> str:
    """Return words of theirs that come near to something to name, for the user to choose from."""
    for family in ("duties.", "affirmation.", "selling.pitch", "intro."):
        for found in interview.evidence:
            speaker = _speaker(interview, found)
            theirs = speaker is None or person is None or _is_called(person, speaker)
            if found.label.startswith(family) and found.found_by != "answered" and theirs:
                return found.quote
    return ""


def _speaker(interview: Interview, found: Evidence) -> str | None:
    """Return who said the words of a sign in a talk; ``None`` in notes, or if nobody knows."""
    for document in interview.documents:
        if document.name == found.document and found.turn is not None and found.turn < len(document.turns):
            turn = document.turns[found.turn]
            return turn.name or turn.speaker
    return None


def _is_called(person: Person | None, name: str) -> bool:
    return person is not None and bool(set(name.casefold().split()) & set(person.name.casefold().split()))


def _is_stranger(interview: Interview, person: Person | None) -> bool:
    """Whether the record names interviewers, and this is none of them."""
    people = interviewers(interview)
    return person is not None and bool(people) and person not in people


def _told_when(evidence: Sequence[Evidence]) -> bool:
    return _first(evidence, "next.process", "next.availability", "next.invited") is not None


def _first(evidence: Sequence[Evidence], *labels: str) -> Evidence | None:
    return next((found for found in evidence if found.label in labels and found.probability >= _SAID), None)
