"""What mails already filed teach of each opportunity: its threads, people, domains, subjects and days."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from wentwell.domains import domain_kind, registered
from wentwell.matching._names import person_name
from wentwell.matching._nouns import FiledMail

Place = int | None
"""An opportunity's number, or that a mail belongs to none."""


@dataclass(slots=True)
class Memory:
    """Filed mails, by what they may be known by."""

    by_id: dict[str, FiledMail] = field(default_factory=dict)
    """The mail itself, or one that follows it."""
    by_address: defaultdict[str, Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    by_domain: defaultdict[str, Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    by_person: defaultdict[str, Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    by_topic: defaultdict[str, Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    by_reference: defaultdict[str, Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    by_name: defaultdict[str, Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    """People who wrote, or whom the words named."""
    by_first: defaultdict[str, Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    """First names of those who wrote."""
    with_address: defaultdict[str, list[tuple[date, int, Place]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """When mails were exchanged with an address, in their order, and where they belong."""
    on_topic: defaultdict[tuple[str, str], list[tuple[date, int, Place]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """The same for a subject and an address."""
    count: int = 0
    days: defaultdict[Place, list[date]] = field(default_factory=lambda: defaultdict(list))

    def file(self, mail: FiledMail) -> None:
        """Remember one more mail."""
        if mail.message_id:
            self.by_id[mail.message_id] = mail
        for name in mail.thread:
            self.by_id.setdefault(name, mail)
        for address in mail.addresses:
            if domain_kind(address.rpartition("@")[2]) in {"program", "service", "board"}:
                continue  # everybody's
            self.by_address[address][mail.opportunity] += 1
        domains = {address.rpartition("@")[2] for address in mail.addresses}
        for domain in {registered(one) for one in domains if domain_kind(one) == "organisation"}:
            self.by_domain[domain][mail.opportunity] += 1
        people = {person_name(one) for one in mail.people} - {""}
        for name in people:
            self.by_person[name][mail.opportunity] += 1
            self.by_first[name.split()[0]][mail.opportunity] += 1
        for name in people | set(mail.named):
            self.by_name[name][mail.opportunity] += 1
        if mail.topic:
            self.by_topic[mail.topic][mail.opportunity] += 1
        for number in mail.references:
            self.by_reference[number][mail.opportunity] += 1
        if mail.day is not None:
            insort(self.days[mail.opportunity], mail.day)
            self._file_by_day(mail, mail.day)

    def near(self, names: tuple[str, ...]) -> FiledMail | None:
        """Return the filed mail that a thread's identifiers name last."""
        return next((self.by_id[name] for name in reversed(names) if name in self.by_id), None)

    def _file_by_day(self, mail: FiledMail, day: date) -> None:
        self.count += 1
        row = (day, self.count, mail.opportunity)
        for address in mail.addresses:
            if mail.topic:
                insort(self.on_topic[mail.topic, address], row)
            if domain_kind(address.rpartition("@")[2]) not in {"program", "board"}:
                insort(self.with_address[address], row)
