"""The whole search: one short list of what to do next, over everything that is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from wentwell.advice._asking import day_to_ask
from wentwell.advice._missing import missing_facts
from wentwell.advice._next_steps import next_steps, numbered
from wentwell.interview import Assessment, Interview, NextStep
from wentwell.interview._base import Noun

if TYPE_CHECKING:
    from wentwell.pacing import Need

SearchStepKind = Literal[
    "interview",
    "reply",
    "inbox",
    "debrief",
    "record",
    "thank",
    "nudge",
    "prepare",
    "feedback",
    "practise",
    "search",
    "context",
    "wait",
]

_ORDER: tuple[SearchStepKind, ...] = get_args(SearchStepKind)
"""As listed: what cannot be moved comes first, then what loses its worth by the day, then what keeps."""
MOST_STEPS = 5
"""A list of more is not done (judgement)."""
_FRESH = timedelta(days=7)
"""So long after its day a thing to do is told; after that it rests, done or not."""
_FEEDBACK = timedelta(days=14)
"""So long after a refusal one may ask for a word on it (opinion)."""
_PRACTISED = timedelta(days=30)
"""So long after an interview its poor answers are worth a card."""
_SOON = timedelta(days=14)
"""From so many days before it, a booked round is prepared for."""

_AS_FOR_THE_FIRST = (
    "Prepare as carefully as for the first talk: others are likely coming too, and new people start fresh."
)


class Standing(Noun):
    """One interview of a search, as it stands."""

    number: int
    """In the journal."""
    interview: Interview
    """With evidence."""
    shown: Assessment
    """Weighed last; its context holds what the words told."""
    heard_on: date | None = None
    """The day of the employer's last word since the interview."""
    told: bool = True
    """False for one that is booked, or whose debrief is not finished."""
    answered_on: date | None = None
    """The day the outcome came or was recorded."""


class SearchStep(Noun):
    """One thing to do, for one interview or for the whole search."""

    kind: SearchStepKind
    action: str
    """What to do, in a sentence or two."""
    reason: str
    """Why, as a short sentence."""
    on: date | None = None
    """The day to do it, where a day matters."""
    numbers: tuple[int, ...] = ()
    """Of the interviews in the journal that it is about; none: the whole search."""
    who: str = ""
    """The employer and the job, as written; empty if it is about several, or none is known."""


def search_steps(
    standings: Iterable[Standing],
    today: date,
    *,
    cards_due: int = 0,
    with_cards: Collection[int] = (),
    need: Need | None = None,
    mails: int = 0,
) -> tuple[SearchStep, ...]:
    """Return what to do next in the whole search, the most pressing first.

    One step at most for an interview, and one each for practising, for going on with the search and for a
    fact that is missing; notes of thanks are one step together, and so are questions for news. Going on is
    always among the first five: no interview, however good, ends a search before an offer is signed.

    Parameters
    ----------
    standings : iterable of Standing
        What is open, what is booked, and what was refused lately.
    today : date
    cards_due : int
        Practice cards that are due.
    with_cards : collection of int
        Numbers of the interviews that have cards already.
    need : Need, optional
        How many first interviews a month the pace of the search asks for.
    mails : int
        Mails that wait for the candidate's word.
    """
    known = sorted(standings, key=lambda one: one.number)
    found = [step for one in known for step in _of_one(one, known, today)]
    found += [step for step in (_practice(known, today, cards_due, with_cards), _missing(known)) if step]
    found += _mails(mails)
    ranked = sorted(_together(found), key=_rank)
    place = sum(1 for one in ranked if _ORDER.index(one.kind) < _ORDER.index("search"))
    ranked.insert(min(place, MOST_STEPS - 1), _going_on(known, need))
    return tuple(ranked)


_SEVERAL: dict[SearchStepKind, tuple[str, str]] = {
    "thank": ("Send your notes of thanks to", "wentwell thank"),
    "nudge": ("Ask once for news, in three friendly lines, at", "wentwell draft nudge"),
}
"""What is done several times in a row, and is one line of the list."""


def _together(steps: Sequence[SearchStep]) -> Iterator[SearchStep]:
    """Put several steps of one kind into one."""
    for kind, (lead, command) in _SEVERAL.items():
        same = [step for step in steps if step.kind == kind]
        if len(same) > 1:
            listed = [f"{one.who or f'number {one.numbers[0]}'} ({command} {one.numbers[0]})" for one in same]
            yield SearchStep(
                kind=kind,
                action=f"{lead} {'; '.join(listed)}.",
                reason=same[0].reason,
                on=min((one.on for one in same if one.on), default=None),
                numbers=tuple(number for one in same for number in one.numbers),
            )
        else:
            yield from same
    yield from (step for step in steps if step.kind not in _SEVERAL)


def _rank(step: SearchStep) -> tuple[int, date, tuple[int, ...]]:
    return _ORDER.index(step.kind), step.on or date.max, step.numbers


def _of_one(one: Standing, all_of_them: Sequence[Standing], today: date) -> Iterator[SearchStep]:
    """Yield the one thing that one interview asks for, if any."""
    step = _booked(one, today) if not one.told else _after(one, all_of_them, today)
    if step is not None:
        yield step.model_copy(update={"numbers": (one.number,), "who": _who(one.interview)})


def _booked(one: Standing, today: date) -> SearchStep | None:
    day = one.interview.context.interview_date
    if day is not None and day > today + _SOON:
        return None
    if day is not None and day >= today:
        near = day <= today + timedelta(days=1)
        when = {0: "today", 1: "tomorrow"}.get((day - today).days, f"on {_told(day)}")
        return SearchStep(
            kind="interview" if near else "prepare",
            action=f"Your interview is {when}. {_AS_FOR_THE_FIRST}",
            reason=f"Afterwards, while you remember: wentwell debrief --resume {one.number}.",
            on=day,
        )
    return SearchStep(
        kind="debrief",
        action=f"Finish your debrief: wentwell debrief --resume {one.number}.",
        reason="What you do not write down in the first days is gone.",
        on=day,
    )


def _after(one: Standing, all_of_them: Sequence[Standing], today: date) -> SearchStep | None:
    outcome = one.interview.outcome
    if outcome is None or outcome.kind == "no-answer":
        return _while_open(one, today)
    if outcome.kind == "advanced":
        return None if any(_follows(other, one) for other in all_of_them) else _invited(one, today)
    answered = outcome.on or one.answered_on
    if outcome.kind == "rejected" and answered is not None and today - answered <= _FEEDBACK:
        return SearchStep(
            kind="feedback",
            action="Answer the refusal in two kind lines, and ask for one thing you could do better. "
            f"A draft: wentwell draft refusal {one.number}.",
            reason="First choices decline, and people remember those who took a no well.",
            on=today,
        )
    if outcome.kind == "offer":
        return SearchStep(
            kind="reply",
            action="Ask for the offer in writing, and for the day by which they need your answer. Keep your "
            "other talks going until you have signed.",
            reason="Terms can move until they are written down, and a second offer helps you to choose.",
        )
    return None


def _invited(one: Standing, today: date) -> SearchStep:
    since = one.interview.outcome.on if one.interview.outcome else None
    draft = f" To answer: wentwell draft invitation {one.number}."
    fresh = since is None or today - since <= timedelta(days=3)
    return SearchStep(
        kind="prepare",
        action=f"{_AS_FOR_THE_FIRST}{draft if fresh else ''}",
        reason="You were invited on. What was praised so far is known there; the next talk counts anew.",
    )


def _follows(other: Standing, one: Standing) -> bool:
    """Whether another interview is the next round of the same job."""
    mine, theirs = one.interview.opportunity, other.interview.opportunity
    if mine is None or theirs is None or other.number == one.number:
        return False
    same = _plain(mine.employer) == _plain(theirs.employer) and _plain(mine.job) == _plain(theirs.job)
    before = one.interview.context.interview_date or date.min
    return same and (other.interview.context.interview_date or date.max) > before


def _while_open(one: Standing, today: date) -> SearchStep | None:
    return next(_open_steps(one, today), None)


def _open_steps(one: Standing, today: date) -> Iterator[SearchStep]:
    """Yield what an open interview asks for, the most pressing first."""
    now = one.shown.model_copy(update={"today": today})
    steps = numbered(next_steps(now, one.interview.evidence, one.heard_on), one.number)
    first = {step.kind: step for step in reversed(steps)}
    if "record" in first:
        yield _taken("record", first["record"]) if now.status != "open" else _settled(first["record"], one)
        return
    held = now.context.interview_date
    fresh = held is None or today - held <= _FRESH
    if "reply" in first and fresh:
        yield _taken("reply", first["reply"])
    if "thank" in first and first["thank"].on is not None:
        yield _taken("thank", first["thank"])
    resting = one.interview.outcome is not None
    for late in now.outlook.dates if now.outlook and not resting else ():
        if late.kind == "count_on_nothing" and timedelta(0) <= today - late.day < _FRESH:
            yield SearchStep(
                kind="record",
                action="Better to count on nothing here, and to let it rest. If nothing came: "
                f"wentwell outcome {one.number} no-answer.",
                reason="Nearly all who go on have heard by now.",
                on=late.day,
            )
    ask = day_to_ask(now.context, one.heard_on)
    if "nudge" in first and ask is not None and today - ask < _FRESH and not resting:
        yield _taken("nudge", first["nudge"])
    if "wait" in first and first["wait"].on is not None:
        yield SearchStep(
            kind="wait",
            action=f"Leave it alone now; from {_told(first['wait'].on)} on, ask once for news.",
            reason=first["wait"].reason,
            on=first["wait"].on,
        )


def _taken(kind: SearchStepKind, step: NextStep) -> SearchStep:
    return SearchStep(kind=kind, action=step.action, reason=step.reason, on=step.on)


def _settled(step: NextStep, one: Standing) -> SearchStep:
    question = step.action.partition("Then add")[0].strip()
    return SearchStep(
        kind="record",
        action=f"{question} Then record it: wentwell outcome {one.number}, with offer, advanced or rejected.",
        reason=step.reason,
    )


def _practice(
    standings: Sequence[Standing], today: date, cards_due: int, with_cards: Collection[int]
) -> SearchStep | None:
    if cards_due:
        count = "1 practice card is" if cards_due == 1 else f"{cards_due} practice cards are"
        return SearchStep(
            kind="practise",
            action=f"{count} due: wentwell practice.",
            reason="A few minutes each; what comes back in time stays.",
            on=today,
        )
    for one in reversed(standings):
        held = one.interview.context.interview_date
        recent = one.told and held is not None and timedelta(0) <= today - held <= _PRACTISED
        if recent and one.number not in with_cards:
            steps = next_steps(one.shown.model_copy(update={"status": "open"}), one.interview.evidence)
            if any(step.kind == "practise" for step in steps):
                return SearchStep(
                    kind="practise",
                    action="Practise the answer that you would like to give again: "
                    f"wentwell practice --from {one.number}.",
                    reason="It will be asked again elsewhere. It may have had nothing to do with you.",
                    numbers=(one.number,),
                    who=_who(one.interview),
                )
    return None


def _missing(standings: Sequence[Standing]) -> SearchStep | None:
    """Return the one fact, over all that is open, that would be worth most to know."""
    best = None
    for one in standings:
        if not one.told or one.interview.outcome is not None:
            continue
        for fact in missing_facts(one.interview, one.shown)[:1]:
            if best is None or fact.spread > best[1].spread:
                best = (one, fact)
    if best is None:
        return None
    one, fact = best
    return SearchStep(
        kind="context",
        action=f"If you know {fact.words}, tell it: wentwell context {one.number} {fact.option} ...",
        reason=fact.reason,
        numbers=(one.number,),
        who=_who(one.interview),
    )


def _mails(count: int) -> list[SearchStep]:
    if not count:
        return []
    told = "the mail that waits" if count == 1 else f"the {count} mails that wait"
    return [
        SearchStep(
            kind="inbox",
            action=f"Say where {told} for your word belong{'s' if count == 1 else ''}: wentwell inbox.",
            reason="What came by mail may change an answer, or close a job.",
        )
    ]


def _going_on(standings: Sequence[Standing], need: Need | None) -> SearchStep:
    offers = any(one.interview.outcome and one.interview.outcome.kind == "offer" for one in standings)
    action = "Go on applying" + (" until you have signed." if offers else ", however this week went.")
    if need is not None and need.monthly:
        besides = " besides the open ones" if standings else ""
        count = "1 first interview" if need.monthly == 1 else f"{need.monthly} first interviews"
        action += (
            f" For an offer by {_told(need.by)} with a chance of {100 * need.want:.0f} in 100, it takes "
            f"about {count} a month{besides}: wentwell pace."
        )
    return SearchStep(
        kind="search",
        action=action,
        reason="Most searches end at another door than the one you are looking at; no interview, however "
        "good, ends one before an offer is signed.",
    )


def _told(day: date) -> str:
    return f"{day:%A}, {day.day} {day:%B}"


def _who(interview: Interview) -> str:
    where = interview.opportunity
    return "" if where is None else ", ".join(part for part in (where.employer, where.job) if part.strip())


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
