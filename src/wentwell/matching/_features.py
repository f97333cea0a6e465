"""What speaks for a mail's belonging to an opportunity, to none, or to an interview: named numbers."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log1p
from typing import Literal, TypeVar

from wentwell.domains import registered
from wentwell.matching._memory import Memory, Place
from wentwell.matching._names import (
    Names,
    employer_names,
    fold,
    job_phrases,
    job_words,
    person_name,
    reference,
    references_in,
    without_references,
)
from wentwell.matching._nouns import FiledMail, KnownInterview, KnownOpportunity
from wentwell.matching._shown import Shown

Features = dict[str, float]
T = TypeVar("T")
_ANY_NUMBER = 10**9
_FOLLOWS_WITHIN = 30
"""Days after which a mail of the same subject is no longer taken for the one that is answered."""

REASONS = {
    "thread": "it answers a mail of this opportunity",
    "thread_near": "it answers a mail of this opportunity",
    "address": "its address wrote about this opportunity before",
    "address_sole": "its address wrote about this opportunity only",
    "address_sole_twin": "its address wrote about this opportunity before",
    "person": "the person wrote about this opportunity before",
    "contact": "it is from somebody whom you named",
    "contact_named": "it names somebody whom you named",
    "domain": "the domain wrote about this opportunity before",
    "domain_sole": "the domain wrote about this opportunity only",
    "domain_sole_twin": "the domain wrote about this opportunity before",
    "domain_name": "the domain is the employer's name",
    "domain_like": "the domain is like the employer's name",
    "domain_given": "the domain is one that you named",
    "letters": "the employer's name is in the address",
    "employer": "it names the employer",
    "employer_of_it_alone": "it names this employer and no other of yours",
    "job_of_it_alone": "it names this job and no other of yours",
    "contact_of_it_alone": "it is from or names somebody of this opportunity alone",
    "day_of_it_alone": "it names the day of this interview and no other",
    "employer_sender": "the employer's name stands beside the address",
    "employer_subject": "the subject names the employer",
    "employer_own": "its words name the employer",
    "employer_tail": "the signature names the employer",
    "employer_quoted": "what it quotes names the employer",
    "employer_core": "it names the employer in short",
    "employer_short": "it names the employer by first letters",
    "agency": "it comes from the agency",
    "job_subject": "the subject names the job",
    "job_own": "its words name the job",
    "job_quoted": "what it quotes names the job",
    "job_words": "words of the job stand in it",
    "reference": "it names the posting's number",
    "topic": "the subject is that of an earlier mail",
    "topic_sole": "the subject is that of an earlier mail",
    "day_named": "it names the day of an interview",
    "near_interview": "an interview is close",
    "recent": "mails of this opportunity are close",
    "occasion": "it is of the day of an interview",
    "meeting": "it names an interview's day and who interviews",
    "follows": "it answers a mail of this opportunity by its subject",
    "last_of_address": "the last mail with its address was about this opportunity",
    "mentioned": "it names somebody who had to do with this opportunity",
    "first_name": "it names somebody who wrote about this opportunity",
    "quoted_address": "it forwards or quotes somebody of this opportunity",
}
"""What each number means, as it is told."""

TELLS_RIVALS_APART = frozenset(
    """thread thread_near follows before_it_began reference reference_quoted job_subject job_own job_quoted
    job_words job_of_a_rival job_of_no_rival day_named day_of_a_rival day_of_no_rival occasion
    occasion_of_a_rival occasion_of_no_rival meeting meeting_of_a_rival meeting_of_no_rival employer
    employer_sender employer_subject employer_own""".split()  # noqa: SIM905
)
"""What may decide between two roles at one employer: people, domains and habits never do; of dates only
that one had not begun when the mail was sent.

One recruiter may write about both. The names are there for employers that are only alike, such as one called
by the first word of another.
"""
OF_DAYS = frozenset(
    """day_named day_of_a_rival day_of_no_rival occasion occasion_of_a_rival
    occasion_of_no_rival""".split()  # noqa: SIM905
)
"""Of these, what goes by the days of interviews alone."""
TIES = frozenset(
    """thread thread_near follows meeting address address_sole address_sole_twin person contact
    contact_named domain domain_sole domain_sole_twin domain_name domain_like domain_given letters employer
    employer_core employer_short agency reference quoted_address""".split()  # noqa: SIM905
)
"""What ties a mail to an opportunity: a job that many seek, or a day, never does alone."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An opportunity made comparable."""

    known: KnownOpportunity
    names: Names
    agency: Names | None
    job: frozenset[str]
    phrases: frozenset[str]
    reference: str
    addresses: frozenset[str]
    people: frozenset[str]
    domains: frozenset[str]
    twins: frozenset[int]
    """Other opportunities at this employer."""
    mates: frozenset[int]
    """Other opportunities of this agency."""


def profiles(known: Sequence[KnownOpportunity]) -> tuple[Profile, ...]:
    """Make the known opportunities comparable."""
    named = [employer_names(one.employer) for one in known]
    found = []
    for one, names in zip(known, named, strict=True):
        people = [*one.people, *(person for some in one.interviews for person in some.people)]
        found.append(
            Profile(
                known=one,
                names=names,
                agency=employer_names(one.agency) if one.agency else None,
                job=job_words(without_references(one.job)),
                phrases=job_phrases(without_references(one.job)),
                reference=reference(one.reference) or min(references_in(one.job), default=""),
                addresses=frozenset(person.strip().lower() for person in people if "@" in person),
                people=frozenset(person_name(person) for person in people if "@" not in person) - {""},
                domains=frozenset(registered(domain) for domain in one.domains),
                twins=frozenset(
                    other.number
                    for other, theirs in zip(known, named, strict=True)
                    if other.number != one.number and _same(names, theirs)
                ),
                mates=frozenset(
                    other.number
                    for other in known
                    if one.agency and other.number != one.number and fold(other.agency) == fold(one.agency)
                ),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Recalled:
    """What mails already filed say of a mail, looked up once for all opportunities."""

    near: FiledMail | None
    """The filed mail that its thread names last."""
    thread: frozenset[Place]
    """Where mails of its thread were put."""
    addresses: tuple[Counter[Place], ...]
    domains: tuple[Counter[Place], ...]
    people: tuple[Counter[Place], ...]
    topic: Counter[Place] | None
    quoted: tuple[Counter[Place], ...]
    """Of the addresses that it quotes."""
    numbers: tuple[Counter[Place], ...]
    """Of the postings that it names."""
    mentioned: tuple[Counter[Place], ...]
    """Of people whom it names and who did not send or get it."""
    firsts: tuple[Counter[Place], ...]
    """Of first names that it names."""
    last: tuple[Place, int] | None
    """Where the last mail with one of its addresses belongs, and how many days that is ago."""
    follows: Place | Literal[False]
    """Where the mail belongs that it answers by subject and address; false: there is none."""
    days: Mapping[Place, Sequence[date]]


def recalled(mail: Shown, memory: Memory) -> Recalled:
    """Look up what mails already filed say of a mail."""
    message = mail.message
    ids = (*message.thread, *((message.message_id,) if message.message_id else ()))

    def known(some: Mapping[str, Counter[Place]], names: Iterable[str]) -> tuple[Counter[Place], ...]:
        return tuple(some[name] for name in names if name in some)

    return Recalled(
        near=memory.near(ids),
        thread=frozenset(memory.by_id[name].opportunity for name in ids if name in memory.by_id),
        addresses=known(memory.by_address, mail.addresses),
        domains=known(memory.by_domain, mail.registered),
        people=known(memory.by_person, mail.people),
        topic=memory.by_topic.get(mail.topic) if mail.topic else None,
        quoted=known(memory.by_address, mail.quoted_addresses),
        numbers=known(memory.by_reference, mail.references),
        mentioned=known(memory.by_name, mail.mentioned),
        firsts=known(memory.by_first, mail.firsts),
        last=_last(memory.with_address, mail.addresses, mail.sent),
        follows=_follows(memory, mail),
        days=memory.days,
    )


def _last(
    known: Mapping[T, Sequence[tuple[date, int, Place]]], keys: Iterable[T], sent: date | None
) -> tuple[Place, int] | None:
    if sent is None:
        return None
    upto = (sent, _ANY_NUMBER)
    found = [
        some[place - 1]
        for key in keys
        if key in known and (some := known[key]) and (place := bisect(some, upto, key=lambda one: one[:2]))
    ]
    if not found:
        return None
    day, _, where = max(found, key=lambda one: one[:2])
    return where, (sent - day).days


def _follows(memory: Memory, mail: Shown) -> Place | Literal[False]:
    if not mail.answers or not mail.topic:
        return False
    sent = mail.sent
    if sent is None:
        return False
    places = {
        where
        for address in mail.addresses
        for day, _, where in memory.on_topic.get((mail.topic, address), ())
        if 0 <= (sent - day).days <= _FOLLOWS_WITHIN
    }
    return places.pop() if len(places) == 1 else False


def opportunity_features(mail: Shown, one: Profile, past: Recalled) -> Features:
    """Return what speaks for the mail's belonging to an opportunity."""
    number = one.known.number
    found: Features = {}
    crowded = bool(one.twins or one.mates)
    if past.near is not None:
        found["thread_near"] = float(past.near.opportunity == number)
        found["thread"] = float(number in past.thread)
        found["thread_elsewhere"] = float(number not in past.thread)
    _from_habit(found, "address", past.addresses, number, crowded)
    _from_habit(found, "domain", past.domains, number, crowded)
    if "address" not in found and past.people:
        found["person"] = max(_share(places, number) for places in past.people)
    if past.topic:
        found["topic"] = _share(past.topic, number)
        found["topic_sole"] = float(set(past.topic) == {number} and len(mail.subject.split()) > 2)
        found["topic_elsewhere"] = float(number not in past.topic)

    found["contact"] = float(bool(one.addresses & set(mail.addresses) or one.people & mail.people))
    found["contact_named"] = float(
        not found["contact"] and any(name in mail.own or name in mail.tail for name in one.people)
    )
    if mail.quoted_addresses:
        filed = max((_share(places, number) for places in past.quoted), default=0.0)
        fits = max((one.names.fits(letters) for letters in mail.quoted_labels), default=0.0)
        given = float(bool(one.addresses & mail.quoted_addresses))
        found["quoted_address"] = max(filed, given, 0.7 * (fits >= 0.75))
    if past.near is None and past.follows is not False:
        found["follows"] = float(past.follows == number)
        found["follows_elsewhere"] = float(past.follows != number)
    if past.last is not None:
        where, ago = past.last
        found["last_of_address"] = float(where == number)
        found["last_of_address_near"] = exp(-ago / 7) * float(where == number)
    if past.mentioned:
        found["mentioned"] = max(_share(places, number) for places in past.mentioned)
        found["mentioned_elsewhere"] = float(not found["mentioned"])
    if past.firsts and not found.get("mentioned"):
        found["first_name"] = max(_share(places, number) for places in past.firsts)
    _from_names(found, mail, one)
    _from_job(found, mail, one, past)
    _from_days(found, mail, one, past)
    _together(found)
    return {name: value for name, value in found.items() if value}


def _together(found: Features) -> None:
    """Add what says more together than each alone."""
    said = {kind for kind, names in _SIDES.items() if any(found.get(name) for name in names)}
    for one, other in _PAIRS:
        found[f"{one}_and_{other}"] = float(one in said and other in said)
    found["who_alone"] = float("who" in said and said.isdisjoint({"what", "where", "when"}))
    if found.get("on_first_day"):
        found["first_day_and_what"] = float("what" in said)
        found["first_day_and_where"] = float("where" in said)


def compare(features: Sequence[Features], every: Sequence[Profile]) -> None:
    """Add what only shows beside the others: that a mail names another one's employer, job or contact."""
    said = [
        {kind for kind, names in _NAMED.items() if any(some.get(name) for name in names)} for some in features
    ]
    named = {kind: sum(kind in some for some in said) for kind in _NAMED}
    place = {one.known.number: at for at, one in enumerate(every)}
    for some, mine, one in zip(features, said, every, strict=True):
        for kind in _NAMED:
            if kind not in mine and named[kind]:
                some[f"{kind}_of_another"] = 1.0
            elif kind in mine and named[kind] == 1:
                some[f"{kind}_of_it_alone"] = 1.0
        rivals = one.twins | one.mates
        if not rivals:
            continue
        theirs = [said[place[number]] for number in rivals if number in place]
        for kind in _AMONG_RIVALS:
            by_rivals = any(kind in says for says in theirs)
            if kind not in mine and by_rivals:
                some[f"{kind}_of_a_rival"] = 1.0
            elif kind in mine and not by_rivals:
                some[f"{kind}_of_no_rival"] = 1.0


_NAMED = {
    "employer": (
        "employer_sender",
        "employer_subject",
        "employer_own",
        "employer_tail",
        "domain_name",
        "letters",
    ),
    "job": ("job_subject", "job_own"),
    "contact": ("contact", "contact_named"),
    "day": ("day_named",),
    "occasion": ("occasion",),
    "meeting": ("meeting",),
}
"""What makes a mail name an opportunity's employer, job, contact or day."""
_AMONG_RIVALS = ("job", "contact", "day", "occasion", "meeting")
_SIDES = {
    "who": (
        "contact",
        "contact_named",
        "address",
        "address_sole",
        "address_sole_twin",
        "person",
        "agency",
        "mentioned",
    ),
    "what": ("job_subject", "job_own", "reference", "job_quoted"),
    "where": (
        "employer_sender",
        "employer_subject",
        "employer_own",
        "employer_tail",
        "employer_core",
        "domain_name",
        "domain_given",
        "letters",
    ),
    "when": ("day_named", "occasion"),
}
_PAIRS = (
    ("who", "what"),
    ("who", "where"),
    ("who", "when"),
    ("what", "where"),
    ("what", "when"),
    ("where", "when"),
)


def none_features(mail: Shown, past: Recalled, named: int) -> Features:
    """Return what speaks for the mail's belonging to no opportunity.

    Parameters
    ----------
    mail : Shown
    past : Recalled
    named : int
        How many known employers it names.
    """
    near = past.near
    places = sum(past.addresses, Counter[Place]())
    found = {
        "bias": 1.0,
        "mass": float(mail.is_mass),
        "alert": float(mail.is_alert),
        "press": float(mail.is_press),
        "mass_alert": float(mail.is_mass and mail.is_alert),
        "several_employers": float(named > 1),
        "not_hiring": float(not mail.is_about_hiring),
        "automatic": float(mail.message.automatic),
        "free_sender": float(not mail.organisations and not mail.letters),
        "own": float(mail.is_own),
        "nobody_else": float(not mail.addresses),
        "thread_none": float(near is not None and near.opportunity is None),
        "address_none": places[None] / total if (total := places.total()) else 0.0,
        "answers_unknown": float(near is None and bool(mail.message.thread)),
    }
    return {name: value for name, value in found.items() if value}


def interview_features(
    mail: Shown, one: KnownInterview, all_of_it: Sequence[KnownInterview], past: Recalled, number: int
) -> Features:
    """Return what speaks for the mail's being about one interview of its opportunity."""
    found: Features = {}
    found["only"] = float(len(all_of_it) == 1)
    near = past.near
    if near is not None and near.opportunity == number and near.interview is not None:
        found["thread"] = float(near.interview == one.number)
    names = {person_name(person) for person in one.people} - {""}
    addresses = {person.strip().lower() for person in one.people if "@" in person}
    found["person"] = float(
        bool(names & mail.people or addresses & set(mail.addresses))
        or any(name in mail.own or name in mail.tail for name in names)
    )
    if one.day is not None and mail.sent is not None:
        found["day_named"] = float(one.day in mail.days)
        since = (mail.sent - one.day).days
        over = [other.day for other in all_of_it if other.day is not None and other.day <= mail.sent]
        to_come = [other.day for other in all_of_it if other.day is not None and other.day > mail.sent]
        if since >= 0:
            found["last"] = float(one.day == max(over))
            found["since"] = log1p(since)
            found["long_since"] = float(since > 45)
            found["same_day"] = float(since == 0)
        else:
            found["next"] = float(one.day == min(to_come))
            found["until"] = log1p(-since)
            found["next_after_some"] = float(one.day == min(to_come) and bool(over))
            found["asks_when"] = float(one.day == min(to_come)) * float(bool(mail.days))
        others = {other.day for other in all_of_it if other.number != one.number}
        found["other_day_named"] = float(bool(others & mail.days))
    return {name: value for name, value in found.items() if value}


def no_interview_features(mail: Shown, all_of_it: Sequence[KnownInterview]) -> Features:
    """Return what speaks for the mail's being about no interview in particular."""
    days = [one.day for one in all_of_it if one.day is not None]
    first = min(days, default=None)
    before = first is not None and mail.sent is not None and mail.sent < first
    found = {
        "bias": 1.0,
        "automatic": float(mail.message.automatic),
        "before_all": float(before),
        "long_before": float(
            before and first is not None and mail.sent is not None and (first - mail.sent).days > 10
        ),
        "names_no_day": float(not mail.days),
        "no_interview_word": float(" interview" not in mail.own and " interview" not in mail.subject),
        "appl": float(" application " in mail.subject or " application " in mail.own),
    }
    return {name: value for name, value in found.items() if value}


def _same(one: Names, other: Names) -> bool:
    return bool(one.whole & other.whole or one.whole & other.core or one.core & other.whole)


def _share(places: Counter[Place], number: int) -> float:
    total = places.total()
    return places[number] / total if total else 0.0


def _from_habit(
    found: Features, name: str, known: Sequence[Counter[Place]], number: int, crowded: bool
) -> None:
    """Set what an address or a domain that wrote before says."""
    if not known:
        return
    best = max(known, key=lambda places: _share(places, number))
    if set(best) == {number}:
        found[f"{name}_sole_twin" if crowded else f"{name}_sole"] = 1.0
        found[f"{name}_often"] = min(1.0, best[number] / 5)
    else:
        found[name] = _share(best, number)
    found[f"{name}_elsewhere"] = float(not best[number])


def _from_names(found: Features, mail: Shown, one: Profile) -> None:
    fits = max((one.names.fits(letters) for letters in mail.labels), default=0.0)
    found["domain_name"] = float(fits >= 0.75)
    found["domain_like"] = float(fits == 0.5)
    found["domain_given"] = float(not one.domains.isdisjoint(mail.registered))
    from_agency = one.agency is not None and (
        any(one.agency.fits(letters) >= 0.75 for letters in mail.labels)
        or _any(one.agency.whole, mail.sender_line)
    )
    found["agency"] = float(from_agency)
    found["letters"] = float(any(one.names.fits(letters) >= 0.75 for letters in mail.letters))
    whole = _any(one.names.whole, mail.everything)
    found["employer"] = float(whole)
    if whole:
        for name, text in mail.zones.items():
            found[f"employer_{name}"] = float(_any(one.names.whole, text))
    else:
        found["employer_core"] = float(_any(one.names.core, mail.unquoted))
        found["employer_short"] = float(_any(one.names.short, mail.unquoted))
    found["stranger"] = float(
        bool(mail.labels)
        and not fits
        and not from_agency
        and not found["domain_given"]
        and not found.get("domain")
        and not found.get("contact")
        and not found.get("address")
    )
    found["nothing_named"] = float(
        not (
            whole
            or fits
            or from_agency
            or found["letters"]
            or found["employer_core"]
            or found["employer_short"]
        )
    )


def _from_job(found: Features, mail: Shown, one: Profile, past: Recalled) -> None:
    if one.job:
        found["job_subject"] = float(one.job <= mail.subject_words or _any(one.phrases, mail.subject))
        found["job_own"] = float(_any(one.phrases, mail.own))
        found["job_quoted"] = float(_any(one.phrases, mail.quoted))
        found["job_words"] = len(one.job & mail.words) / len(one.job)
        if mail.jobs and not found["job_subject"] and not found["job_own"]:
            best = max(len(one.job & job) / len(one.job | job) for job in mail.jobs)
            found["other_job"] = 1.0 - best
    numbers = mail.references
    if one.reference and numbers:
        found["reference"] = float(one.reference in numbers)
        found["reference_elsewhere"] = float(one.reference not in numbers)
    elif numbers:
        found["reference"] = max((_share(places, one.known.number) for places in past.numbers), default=0.0)
        found["reference_elsewhere"] = float(bool(past.numbers) and not found["reference"])
    if one.reference and not numbers and mail.quoted_references:
        found["reference_quoted"] = float(one.reference in mail.quoted_references)


def _from_days(found: Features, mail: Shown, one: Profile, past: Recalled) -> None:
    sent = mail.sent
    if sent is None:
        return
    interviews = [some.day for some in one.known.interviews if some.day is not None]
    found["day_named"] = float(any(day in mail.days for day in interviews))
    found["occasion"] = float(any(day in mail.occasion for day in interviews))
    found["meeting"] = float(any(_is_met(mail, some) for some in one.known.interviews))
    found["near_interview"] = float(any(abs((sent - day).days) <= 2 for day in interviews))
    filed = past.days.get(one.known.number, ())
    near = bisect(filed, sent)
    known: list[date] = [*interviews, *filed[max(0, near - 1) : near + 1]]
    if one.known.began is not None:
        known.append(one.known.began)
        found["on_first_day"] = float(abs((one.known.began - sent).days) <= 1)
        found["before_it_began"] = float((one.known.began - sent).days > 3)
    if known:
        found["recent"] = exp(-min(abs((sent - day).days) for day in known) / 10)
        found["long_after"] = float((sent - max(known)).days > 60)
        found["long_before"] = float((min(known) - sent).days > 40)
    if one.known.closed is not None:
        found["after_it_closed"] = float((sent - one.known.closed).days > 14)


def _is_met(mail: Shown, one: KnownInterview) -> bool:
    """Tell whether a mail names or has both the day of an interview and somebody who interviews."""
    if one.day is None or not (one.day in mail.days or one.day in mail.occasion):
        return False
    addresses = {person.strip().lower() for person in one.people if "@" in person}
    names = {person_name(person) for person in one.people} - {""}
    return bool(
        addresses & set(mail.addresses)
        or names & mail.people
        or names & mail.mentioned
        or {name.split()[0] for name in names} & mail.firsts
    )


def _any(names: Iterable[str], text: str) -> bool:
    return any(name in text for name in names)
