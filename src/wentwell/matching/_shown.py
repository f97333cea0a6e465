"""What a mail shows, looked up once for all opportunities."""

# ruff: noqa: E501 (a pattern is read as a whole)

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from wentwell.domains import domain_kind, label, registered
from wentwell.interview import Address, Message
from wentwell.matching._days import days_beside, days_named
from wentwell.matching._names import (
    expanded,
    fold,
    jobs_named,
    people_named,
    person_name,
    references_in,
)

_READ = 20_000
"""Characters of a mail that are looked at."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PRESS = re.compile(
    r"(?:news|newsletter|marketing|events?|updates?|community|digest|alerts?|jobalerts?)\b", re.IGNORECASE
)
_ALERT = re.compile(
    r"\bjob alerts?\b|\b(?:new|more|similar|recommended|latest) (?:jobs|roles|vacancies|openings)\b|\bjobs? (?:for you|matching)\b|"
    r"\bnewsletter\b|\bdigest\b|\btalent (?:community|pool|network)\b|\bunsubscribe\b|\bviewed your profile\b|"
    r"\bwebinar|\bopen day\b|\bregister now\b|\bin this issue\b|\bweekly (?:round-?up|update)\b|\bare you (?:open|looking)\b|\bexciting opportunit",
    re.IGNORECASE,
)
_HIRING = re.compile(
    r"\binterview|\bappl(?:ication|ied|ying)|\bcandidat|\bhiring\b|\brecruit|\bvacanc|\bposition\b|\brole\b|\bjob\b|"
    r"\boffer\b|\bcv\b|\bresum|\bnext (?:round|step|stage)|\bpanel\b|\bassessment\b|\breferees?\b|\bsalary\b|\bteam\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\s*(?:re|aw|antw|sv)\s*:", re.IGNORECASE)
_THANKS = re.compile(
    r"\bthank(?:s| you)\b|\b(?:great|good|lovely|nice|pleasure)\b.{0,20}\b(?:to|meet|talk|speak|learn)|"
    r"\b(?:our|the) (?:talk|conversation|interview|chat|meeting)\b|\benjoyed\b|\bappreciate",
    re.IGNORECASE,
)
_REMINDS = re.compile(
    r"\bremind|\btomorrow\b|\bsee you\b|\b(?:up)?coming\b|\bgetting ready\b|\bforget\b|\bbegins at\b|\bstarts at\b",
    re.IGNORECASE,
)
_SMALL_HOURS = 5
"""What is written before this hour may be meant for the day before."""


@dataclass(frozen=True)
class Shown:
    """One mail, taken apart."""

    message: Message
    mine: frozenset[str]
    """The candidate's own addresses, in small letters."""

    @cached_property
    def is_own(self) -> bool:
        """Whether the candidate sent it."""
        return self.message.sender is not None and self.message.sender.address in self.mine

    @cached_property
    def others(self) -> tuple[Address, ...]:
        """Everybody in the head but the candidate; of a mail from the other side the sender is first."""
        people = (self.message.sender, self.message.reply_to, *self.message.to, *self.message.cc)
        return tuple(
            {one.address: one for one in people if one is not None and one.address not in self.mine}.values()
        )

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Addresses of the other side."""
        return tuple(one.address for one in self.others if one.address)

    @cached_property
    def domains(self) -> tuple[str, ...]:
        """Domains of the other side, each once."""
        return tuple(dict.fromkeys(one.domain for one in self.others if one.domain))

    @cached_property
    def people(self) -> frozenset[str]:
        """Names of the other side, folded."""
        return frozenset(name for one in self.others if one.name and (name := person_name(one.name)))

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """Domains of the other side that are somebody's own."""
        return tuple(domain for domain in self.domains if domain_kind(domain) == "organisation")

    @cached_property
    def registered(self) -> frozenset[str]:
        """What somebody registered of these domains."""
        return frozenset(map(registered, self.organisations))

    @cached_property
    def labels(self) -> frozenset[str]:
        """The names in these domains."""
        return frozenset(map(label, self.organisations))

    @cached_property
    def topic(self) -> str:
        """The subject without ``Re:`` and the like."""
        return self.message.topic

    @cached_property
    def sender_line(self) -> str:
        """Names of the other side as written, folded."""
        return fold(" | ".join(one.name for one in self.others if one.name))

    @cached_property
    def own_words(self) -> str:
        """The sender's own words."""
        return self._parts[0]

    @cached_property
    def subject(self) -> str:
        """The subject, folded."""
        return fold(self.message.subject)

    @cached_property
    def own(self) -> str:
        """The sender's own words, folded."""
        return fold(self.own_words)

    @cached_property
    def tail(self) -> str:
        """Greeting, signature and footer, folded."""
        return fold(self._parts[1])

    @cached_property
    def quoted(self) -> str:
        """What is quoted or forwarded, folded."""
        return fold(self._parts[2])

    @cached_property
    def zones(self) -> dict[str, str]:
        """Where a name may stand."""
        return {
            "sender": self.sender_line,
            "subject": self.subject,
            "own": self.own,
            "tail": self.tail,
            "quoted": self.quoted,
        }

    @cached_property
    def everything(self) -> str:
        """All of them."""
        return "|".join(self.zones.values())

    @cached_property
    def unquoted(self) -> str:
        """All but what is quoted."""
        return "|".join(text for name, text in self.zones.items() if name != "quoted")

    @cached_property
    def subject_words(self) -> frozenset[str]:
        """The words of the subject."""
        return expanded(self.subject)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of subject and own words."""
        return self.subject_words | expanded(self.own)

    @cached_property
    def quoted_addresses(self) -> frozenset[str]:
        """Addresses in what is quoted or forwarded, without the candidate's own."""
        return frozenset(one.lower() for one in _ADDRESS.findall(self._parts[2])) - self.mine

    @cached_property
    def quoted_labels(self) -> frozenset[str]:
        """The names in their domains, where these are somebody's own."""
        domains = {address.rpartition("@")[2] for address in self.quoted_addresses}
        return frozenset(label(one) for one in domains if domain_kind(one) == "organisation")

    @cached_property
    def jobs(self) -> tuple[frozenset[str], ...]:
        """The words of each job that subject and own words seem to name."""
        return jobs_named(f"{self.message.subject}\n{self.own_words}")

    @cached_property
    def references(self) -> frozenset[str]:
        """The numbers of postings that it names."""
        return references_in(f"{self.message.subject}\n{self.own_words}\n{self._parts[1]}")

    @cached_property
    def quoted_references(self) -> frozenset[str]:
        """The numbers of postings in what is quoted."""
        return references_in(self._parts[2])

    @cached_property
    def sent(self) -> date | None:
        """The day on which it was sent, by the sender's clock."""
        return self.message.date.date() if self.message.date is not None else None

    @cached_property
    def days(self) -> frozenset[date]:
        """The days that it names."""
        return days_named(f"{self.message.subject}\n{self.own_words}", self.sent)

    @cached_property
    def occasion(self) -> frozenset[date]:
        """The days on which an interview would explain the mail: "today", a note of thanks, a reminder."""
        if self.sent is None:
            return frozenset()
        text = f"{self.message.subject}\n{self.own_words}"
        days = set(days_beside(text, self.sent))
        if self.is_own and _THANKS.search(text):
            days.add(self.sent)
        if self.is_own and self.message.date is not None and self.message.date.hour < _SMALL_HOURS:
            days |= {day - timedelta(days=1) for day in days}
        if not self.is_own and _REMINDS.search(text):
            days |= {self.sent, self.sent + timedelta(days=1)}
        return frozenset(days)

    @cached_property
    def answers(self) -> bool:
        """Whether its subject says that it is an answer."""
        return _ANSWERS.match(self.message.subject) is not None

    @cached_property
    def named(self) -> frozenset[str]:
        """People whom its own words name, folded, as far as they can be told."""
        return people_named(f"{self.message.subject}\n{self.own_words}") - self.people - self._me

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The same with greeting and signature."""
        return (
            people_named(f"{self.message.subject}\n{self.own_words}\n{self._parts[1]}")
            - self.people
            - self._me
        )

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Words of its own and of its signature that may be first names, in small letters."""
        found = re.findall(r"\b[A-ZÀ-Þ][\w'’-]+", f"{self.own_words}\n{self._parts[1]}")
        own = {name.split()[0] for name in self.people | self._me}
        return frozenset(fold(word).strip() for word in found) - own

    @cached_property
    def _me(self) -> frozenset[str]:
        people = (self.message.sender, *self.message.to, *self.message.cc)
        return frozenset(
            person_name(one.name)
            for one in people
            if one is not None and one.name and one.address in self.mine
        ) - {""}

    @cached_property
    def is_mass(self) -> bool:
        """Whether its head says that it was sent to many."""
        return self.message.has_unsubscribe or self.message.list_id is not None

    @cached_property
    def is_press(self) -> bool:
        """Whether its address is one for news."""
        return self.message.sender is not None and _PRESS.match(self.message.sender.address) is not None

    @cached_property
    def is_alert(self) -> bool:
        """Whether it sounds like a job alert, a newsletter or an advertisement."""
        return _ALERT.search(f"{self.message.subject}\n{self.own_words}\n{self._parts[1]}") is not None

    @cached_property
    def is_about_hiring(self) -> bool:
        """Whether a word of it is one of hiring."""
        return _HIRING.search(f"{self.message.subject}\n{self.own_words}") is not None

    @cached_property
    def letters(self) -> frozenset[str]:
        """What stands in addresses at programs beside the program's own name: often the employer's name."""
        found = set()
        for one in self.others:
            if domain_kind(one.domain) in {"program", "service"}:
                parts = re.split(r"[.@+_]", one.address)
                found |= {part.replace("-", "") for part in parts if len(part) > 3}
        return frozenset(found)

    @cached_property
    def _parts(self) -> tuple[str, str, str]:
        document = self.message.document
        kinds = bytearray(min(len(document.text), _READ))
        for aside in document.asides or ():
            mark = 2 if aside.kind == "quoted" else 1
            end = min(aside.end, len(kinds))
            kinds[aside.start : end] = bytes([mark]) * max(0, end - aside.start)
        pieces: tuple[list[str], list[str], list[str]] = ([], [], [])
        start = 0
        for place in range(1, len(kinds) + 1):
            if place == len(kinds) or kinds[place] != kinds[start]:
                pieces[kinds[start]].append(document.text[start:place])
                start = place
        return "\n".join(pieces[0]), "\n".join(pieces[1]), "\n".join(pieces[2])


def shown(message: Message, mine: Collection[str]) -> Shown:
    """Take a mail apart."""
    return Shown(message, frozenset(address.strip().lower() for address in mine))
