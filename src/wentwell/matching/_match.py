"""Mails to opportunities, one after the other, learning as they are filed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import fsum

from wentwell.interview import Message
from wentwell.matching._features import (
    OF_DAYS,
    REASONS,
    TELLS_RIVALS_APART,
    TIES,
    Features,
    Profile,
    Recalled,
    compare,
    interview_features,
    no_interview_features,
    none_features,
    opportunity_features,
    profiles,
    recalled,
)
from wentwell.matching._memory import Memory
from wentwell.matching._model import MatchingModel, shipped_model
from wentwell.matching._nouns import Choice, FiledMail, KnownOpportunity, Match, Matched, Verdict
from wentwell.matching._shown import Shown, shown

_OFFERED = 0.03
"""Opportunities less likely than this are not offered, unless nothing else is."""
_AGAIN = 3
"""How often those that were not sure are looked at again."""
_RIVAL = 0.02
"""As likely as this, beside the best, another role at its employer may be at most."""
_RIVAL_OF_AGENCY = 0.1
"""The same for another opportunity of its agency."""
_AHEAD = 1.5
"""Log-odds by which it must be ahead of another role at its employer, by what may decide."""
_TOLD = 3
"""Reasons that are told."""


@dataclass(slots=True)
class Looked:
    """A mail with all that speaks for each opportunity and for none."""

    mail: Shown
    profiles: tuple[Profile, ...]
    features: list[Features]
    none: Features
    past: Recalled


@dataclass
class Matcher:
    """Matches mails to known opportunities and learns from each one that is filed.

    Parameters
    ----------
    known : sequence of KnownOpportunity
    filed : iterable of FiledMail
        Mails filed before, in any order.
    mine : collection of str
        The candidate's own mail addresses.
    """

    known: Sequence[KnownOpportunity]
    filed: Iterable[FiledMail] = ()
    mine: Collection[str] = ()
    model: MatchingModel = field(default_factory=shipped_model)

    def __post_init__(self) -> None:
        self._memory = Memory()
        self._profiles = profiles(self.known)
        for mail in self.filed:
            self._memory.file(mail)

    def match(self, message: Message) -> Match:
        """Say where a mail belongs. Nothing is learned until it is filed."""
        return self.judge(self.look(message))

    def judge(self, looked: Looked) -> Match:
        """Say where a mail belongs by all that speaks."""
        chances, none = self.model.opportunity.judge(looked.features, looked.none)
        order = sorted(range(len(chances)), key=lambda place: -chances[place])
        best = order[0] if order else None
        if best is None or none >= chances[best]:
            asks = 1.0 - none >= self.model.worth_asking
            return Match(
                verdict="ask" if asks else "none",
                opportunity=None,
                interview=None,
                confidence=none,
                why=("nothing in it points to one of your opportunities surely",),
                choices=_choices(looked, chances, order) if asks else (),
            )
        verdict: Verdict = "ask"
        tied = not (
            TIES.isdisjoint(looked.features[best])
            or _follows_unknown(looked)
            or _thread_is_elsewhere(looked, best)
        )
        if chances[best] >= self.model.sure and tied and _stands_apart(self.model, looked, chances, best):
            verdict = "sure"
        elif 1.0 - none < self.model.worth_asking:
            verdict = "none"
        one = looked.profiles[best].known
        return Match(
            verdict=verdict,
            opportunity=one.number,
            interview=self._interview(looked, one),
            confidence=chances[best],
            why=_why(self.model, looked.features[best]),
            choices=_choices(looked, chances, order),
        )

    def file(self, message: Message, opportunity: int | None, interview: int | None = None) -> FiledMail:
        """Learn where a mail belongs, and return what is to be kept of it.

        Parameters
        ----------
        message : Message
        opportunity : int or None
            ``None``: the user said that it belongs to none. What is merely left alone is not filed.
        interview : int, optional
        """
        mail = remember(message, opportunity, interview, self.mine)
        self._memory.file(mail)
        return mail

    def look(self, message: Message) -> Looked:
        """Return all that speaks for each opportunity and for none."""
        mail = shown(message, self.mine)
        past = recalled(mail, self._memory)
        features = [opportunity_features(mail, one, past) for one in self._profiles]
        compare(features, self._profiles)
        named = {
            min((one.known.number, *one.twins))
            for one, some in zip(self._profiles, features, strict=True)
            if some.get("employer_own") or some.get("employer_subject")
        }
        return Looked(mail, self._profiles, features, none_features(mail, past, len(named)), past)

    def look_inside(self, looked: Looked, one: KnownOpportunity) -> tuple[list[Features], Features]:
        """Return all that speaks for each interview of an opportunity and for none."""
        every = one.interviews
        inside = [interview_features(looked.mail, some, every, looked.past, one.number) for some in every]
        return inside, no_interview_features(looked.mail, every)

    def _interview(self, looked: Looked, one: KnownOpportunity) -> int | None:
        if not one.interviews:
            return None
        chances, _ = self.model.interview.judge(*self.look_inside(looked, one))
        best = max(range(len(chances)), key=chances.__getitem__)
        return one.interviews[best].number if chances[best] >= self.model.sure_interview else None


def match(
    message: Message,
    known: Sequence[KnownOpportunity],
    filed: Iterable[FiledMail] = (),
    mine: Collection[str] = (),
) -> Match:
    """Say where one mail belongs.

    Parameters
    ----------
    message : Message
    known : sequence of KnownOpportunity
    filed : iterable of FiledMail
        Mails filed before: they teach threads, people, domains, subjects.
    mine : collection of str
        The candidate's own mail addresses.
    """
    return Matcher(known, filed, mine).match(message)


def match_all(messages: Iterable[Message], matcher: Matcher) -> Iterator[Matched]:
    """Match mails in the order given, filing the sure ones; then look again at those that were not.

    A later mail may show where an earlier one belongs, by its thread.

    Parameters
    ----------
    messages : iterable of Message
        By date, if possible: a thread is known from its first mail on.
    matcher : Matcher
        It learns from every mail that is sure.

    Yields
    ------
    Matched
        The sure ones in their order; after them all others.
    """
    waiting = []
    for message in messages:
        found = matcher.match(message)
        if found.verdict == "sure":
            matcher.file(message, found.opportunity, found.interview)
            yield Matched(message=message, match=found)
        else:
            waiting.append(message)
    for _ in range(_AGAIN):
        before, waiting = waiting, []
        for message in before:
            found = matcher.match(message)
            if found.verdict == "sure":
                matcher.file(message, found.opportunity, found.interview)
                yield Matched(message=message, match=found)
            else:
                waiting.append(message)
        if len(waiting) == len(before):
            break
    for message in waiting:
        yield Matched(message=message, match=matcher.match(message))


def remember(
    message: Message, opportunity: int | None, interview: int | None, mine: Collection[str]
) -> FiledMail:
    """Return what is kept of a filed mail: never its words."""
    mail = shown(message, mine)
    return FiledMail(
        opportunity=opportunity,
        interview=interview,
        message_id=message.message_id,
        thread=message.thread,
        addresses=mail.addresses,
        people=tuple(one.name for one in mail.others if one.name),
        named=tuple(sorted(mail.named)),
        topic=message.topic,
        references=tuple(sorted(mail.references)),
        day=mail.sent,
    )


def _follows_unknown(looked: Looked) -> bool:
    """Tell whether the candidate answers a mail that is not placed yet: that one is to be placed first."""
    return looked.mail.is_own and bool(looked.mail.message.thread) and looked.past.near is None


def _thread_is_elsewhere(looked: Looked, best: int) -> bool:
    """Tell whether the mail that it answers was put to another opportunity: then only the user tells."""
    near = looked.past.near
    return near is not None and near.opportunity not in (None, looked.profiles[best].known.number)


def _stands_apart(model: MatchingModel, looked: Looked, chances: Sequence[float], best: int) -> bool:
    """Tell whether the best one is far likelier than its rivals, and by what may decide among them.

    Rivals are other roles at its employer and others of its agency. A wrong one of these would draw its
    whole thread with it.
    """
    one, mine = looked.profiles[best], looked.features[best]
    weights = model.opportunity.weights
    for other, theirs, chance in zip(looked.profiles, looked.features, chances, strict=True):
        number = other.known.number
        share = _RIVAL if number in one.twins else _RIVAL_OF_AGENCY if number in one.mates else 1.0
        if chance > share * chances[best]:
            return False
        if number in one.twins:
            days = looked.mail.days | looked.mail.occasion
            hidden = any(_may_have_been_on(other.known, day) for day in days)
            ahead = fsum(  # exact: a set has no order
                weights.get(name, 0.0) * (mine.get(name, 0.0) - theirs.get(name, 0.0))
                for name in (TELLS_RIVALS_APART - OF_DAYS if hidden else TELLS_RIVALS_APART)
            )
            if ahead / model.opportunity.temperature < _AHEAD:
                return False
    return True


def _may_have_been_on(one: KnownOpportunity, day: date) -> bool:
    """Tell whether an interview of unknown day may have been on a day, by those before and after it."""
    before = one.began
    for place, some in enumerate(one.interviews):
        after = next((later.day for later in one.interviews[place:] if later.day is not None), None)
        if some.day is not None:
            before = some.day
        elif (before is None or before <= day) and (after is None or day <= after):
            return True
    return False


def _choices(looked: Looked, chances: Sequence[float], order: Sequence[int]) -> tuple[Choice, ...]:
    some = [place for place in order if chances[place] >= _OFFERED] or order[:3]
    return tuple(
        Choice(opportunity=looked.profiles[place].known.number, probability=chances[place]) for place in some
    )


def _why(model: MatchingModel, features: Features) -> tuple[str, ...]:
    weights = model.opportunity.weights
    spoke = sorted(
        (
            (weights.get(name, 0.0) * value, REASONS[name])
            for name, value in features.items()
            if name in REASONS
        ),
        reverse=True,
    )
    told = dict.fromkeys(reason for worth, reason in spoke if worth > 0)
    return tuple(told)[:_TOLD] or ("several small things together",)
