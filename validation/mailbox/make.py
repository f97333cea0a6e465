"""Made-up mailboxes of a candidate, with the truth of where every mail belongs."""

# ruff: noqa: E501, S311 (what is written in one piece is read in one piece; nothing here is secret)

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from typing import Literal, TypeVar

from validation.mailbox import words
from wentwell.interview import Message
from wentwell.matching import KnownInterview, KnownOpportunity
from wentwell.sources import message_from_text

Side = Literal["fit", "held"]
Variant = Literal["usual", "programs", "agency", "unrecorded"]
"""``programs``: employers write from recruiting programs only. ``agency``: one agency has all the jobs.
``unrecorded``: half of what the candidate does not keep are more roles at employers of which another is kept, with
the same people writing: a mail that names no job then says nothing against the one that is kept."""

ME = "Robin Sayers"
MINE = ("robin.sayers@gmail.com", "r.sayers@alumni.westmere.ac.uk", "robin.sayers+jobs@gmail.com")
START = date(2025, 1, 13)
_PROGRAMS = (
    "no-reply@us.greenhouse-mail.io", "no-reply@hire.lever.co", "no-reply@ashbyhq.com", "{slug}@myworkday.com",
    "notification@smartrecruiters.com", "{slug}@talent.icims.com", "jobs@{slug}.teamtailor-mail.com",
    "noreply@{slug}.recruitee.com", "{slug}@jobs.personio.de", "notifications@workablemail.com",
)  # fmt: skip
_TESTS = (
    "support@hackerrankforwork.com",
    "no-reply@codility.com",
    "no-reply@testgorilla.com",
    "team@hirevue.com",
)
_FREE = ("gmail.com", "outlook.com", "gmx.de", "yahoo.co.uk", "icloud.com")
_ZONES = (0, 1, 1, -5, 2, -8)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Firm:
    """An employer or an agency."""

    name: str
    full: str
    """With its legal form."""
    domain: str
    slug: str
    program: str
    """The address that its recruiting program sends from; empty if it has none."""
    zone: int


@dataclass(slots=True)
class Job:
    """One opportunity as it really is."""

    number: int
    """0: the candidate does not keep it."""
    firm: Firm
    job: str
    ref: str
    people: list[Person]
    agency: Firm | None
    recruiter: Person
    began: date
    interviews: list[tuple[date, Person]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Made:
    """A mail with the truth."""

    message: Message
    raw: str
    opportunity: int | None
    interview: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A whole mailbox and what the candidate's journal knows."""

    mails: tuple[Made, ...]
    known: tuple[KnownOpportunity, ...]
    firms: dict[int, str]
    """The employer of each, however the candidate wrote it."""
    mine: tuple[str, ...] = MINE


@dataclass(slots=True)
class _Thread:
    ids: list[str]
    subject: str
    last: str
    by: Person
    at: datetime


class Maker:
    """Draws a mailbox; everything comes from its seed."""

    def __init__(self, seed: int, side: Side, variant: Variant) -> None:
        self.random = random.Random(f"{seed} {side} {variant}")
        self.side: Side = side
        self.variant: Variant = variant
        self.mails: list[Made] = []
        self.number = 0
        self.taken: set[str] = set()
        self.firsts: list[str] = []

    # --- drawing ---------------------------------------------------------------------------------------
    def pick(self, items: Sequence[T]) -> T:
        """Draw one of this side's items."""
        return self.random.choice(items[0 if self.side == "fit" else 1 :: 2])

    def chance(self, share: float) -> bool:
        """Return true so often."""
        return self.random.random() < share

    def fresh(self, make: Callable[[], str]) -> str:
        """Draw until something new comes."""
        for _ in range(1000):
            if (one := make()) not in self.taken:
                break
        self.taken.add(one)
        return one

    def person(self, domain: str, *, local: str = "") -> Person:
        """Return somebody at a domain."""
        first, last = self.pick(words.FIRST), self.pick(words.LAST)
        form = local or self.random.choice(("{f}.{l}", "{f}", "{i}{l}", "{f}{l}", "{l}"))
        address = form.format(f=first.lower(), l=last.lower(), i=first[0].lower())
        return Person(f"{first} {last}", f"{address}@{domain}")

    def firm(self, *, agency: bool = False) -> Firm:
        """Return a firm that was not there before."""
        name = self.fresh(self.agency_name if agency else self.firm_name)
        legal = self.pick(words.LEGAL)
        slug = _slug(name)
        initials = "".join(
            word[0] for word in name.lower().split() if word not in ("of", "and", "for", "the")
        )
        endings = (".com", ".io", ".co.uk", ".de", ".org", ".co", ".eu")
        form = self.random.random()
        if form < 0.5:
            label = slug
        elif form < 0.6:
            label = _slug(name.removeprefix("The ").split()[0])
        elif form < 0.68:
            label = _slug(name, "-")
        elif form < 0.78 and len(initials) > 2:
            label = initials
        elif form < 0.86:
            label = self.random.choice(("get{}", "join{}", "{}hq", "{}careers", "{}group")).format(slug)
        elif form < 0.92:
            label = _slug(self.fresh(self.firm_name))  # another brand, or the parent's
        else:
            label = slug
        domain = _slug(label, "-", keep="-") + self.random.choice(endings)
        if form >= 0.94 and not agency:
            domain = self.random.choice(_FREE)
        has_program = self.variant == "programs" or (self.chance(0.55) and not agency)
        program = self.random.choice(_PROGRAMS).format(slug=slug) if has_program else ""
        return Firm(name, f"{name} {legal}".strip(), domain, slug, program, self.random.choice(_ZONES))

    def coined(self) -> str:
        """Return the first word of a firm's name; now and then one that another firm has too."""
        if self.firsts and self.chance(0.06):
            return self.random.choice(self.firsts)
        one = self.pick(words.PLAIN) if self.chance(0.15) else self.pick(words.HEADS) + self.pick(words.TAILS)
        self.firsts.append(one)
        return one

    def firm_name(self) -> str:
        """Return a name for an employer."""
        form = self.random.random()
        coined = self.coined()
        if form < 0.3:
            return coined
        if form < 0.68:
            return f"{coined} {self.pick(words.SECOND)}"
        if form < 0.78:
            return f"{self.pick(words.PLACES)} {self.pick(words.BODIES)}"
        if form < 0.86:
            return self.pick(words.ACCENTED)
        if form < 0.94:
            return f"{coined} & {self.pick(words.LAST)}"
        return f"The {coined} Company"

    def agency_name(self) -> str:
        """Return a name for an agency."""
        return f"{self.pick(words.AGENCY)} {self.pick(words.AGENCY_KIND)}"

    def title(self) -> str:
        """Return a job."""
        return self.pick(words.JOBS)

    # --- writing ---------------------------------------------------------------------------------------
    def fill(
        self, text: str, job: Job, them: Person, day: date | None = None, other: Person | None = None
    ) -> str:
        """Fill a sentence with what is true of a job."""
        when = day or job.began + timedelta(days=self.random.randint(5, 30))
        told = self.random.choice(
            (
                "{d:%A} {n} {d:%B}",
                "{n} {d:%B}",
                "{d:%B} {n}",
                "{d:%A}, {d:%B} {n}",
                "{d:%a} {n} {d:%b} {d:%Y}",
            )
        )
        others = (self.pick(words.JOBS), self.pick(words.JOBS))
        hidden = job.agency is not None and job.number % 3 == 0
        firms = (self.firm_name(), self.firm_name())
        client = self.pick(words.CLIENTS)
        return text.format(
            employer=client if hidden and them.address.endswith(job.recruiter.address.rpartition("@")[2]) else self._written(job.firm),
            employer2=firms[0],
            employer3=firms[1],
            job=job.job,
            job2=others[0],
            job3=others[1],
            ref=job.ref,
            client=client,
            day=told.format(d=when, n=when.day),
            time=f"{self.random.randint(8, 17)}:{self.random.choice(('00', '15', '30'))}",
            other=(other or them).name if self.chance(0.7) else (other or them).name.partition(" ")[0],
            them=them.name,
            me=ME,
        )  # fmt: skip

    def _written(self, firm: Firm) -> str:
        return self.random.choices(
            (firm.name, firm.full, firm.name.removeprefix("The ").split()[0]), (0.8, 0.12, 0.08)
        )[0]

    def signature(self, them: Person, firm: Firm | None) -> str:
        """Return how somebody closes a mail."""
        if self.chance(0.35):
            return f"{self.pick(words.SIGN_OFF)}\n{them.name.split()[0]}"
        lines = [self.pick(words.SIGN_OFF) + ",", them.name]
        if firm is not None and self.chance(0.75):
            lines += [self.pick(words.TITLES), firm.full if self.chance(0.5) else firm.name]
        return "\n".join(lines)

    def mail(
        self,
        sender: Person,
        to: Person | Sequence[Person],
        at: datetime,
        subject: str,
        body: str,
        *,
        thread: _Thread | None = None,
        place: tuple[int | None, int | None] = (None, None),
        kind: str = "other",
        head: Sequence[str] = (),
        forward: str = "",
    ) -> _Thread:
        """Write a mail down and return the thread that it makes longer."""
        self.number += 1
        ident = f"<{self.number}.{self.random.randrange(10**8)}@{sender.address.rpartition('@')[2]}>"
        receivers = [to] if isinstance(to, Person) else list(to)
        lines = [
            f"From: {sender.name} <{sender.address}>" if sender.name else f"From: {sender.address}",
            "To: " + ", ".join(f"{one.name} <{one.address}>" for one in receivers),
            f"Date: {at:%a, %d %b %Y %H:%M:%S %z}",
            f"Message-ID: {ident}",
        ]
        if thread is not None:
            if not self.chance(0.08):  # some programs drop the thread
                lines.append(f"In-Reply-To: {thread.ids[-1]}")
                lines.append("References: " + " ".join(thread.ids[-6:]))
            if not subject:
                subject = thread.subject if thread.subject.startswith("Re: ") else f"Re: {thread.subject}"
            if self.chance(0.6):
                quoted = "\n".join(f"> {line}" for line in thread.last.splitlines())
                body += f"\n\nOn {thread.at:%d %b %Y} at {thread.at:%H:%M}, {thread.by.name} <{thread.by.address}> wrote:\n{quoted}"
        if forward:
            body += forward
        lines += [f"Subject: {subject}", *head, "Content-Type: text/plain; charset=utf-8", "", body, ""]
        raw = "\n".join(lines)
        opportunity, interview = place
        self.mails.append(Made(message_from_text(raw), raw, opportunity or None, interview, kind))
        ids = [*(thread.ids if thread else ()), ident]
        return _Thread(ids, subject, body, sender, at)


def mailbox(
    seed: int,
    side: Side = "held",
    variant: Variant = "usual",
    *,
    opportunities: int = 60,
    mails: int = 2000,
) -> Mailbox:
    """Make a mailbox.

    Parameters
    ----------
    seed : int
    side : {"fit", "held"}
        Which half of all names and sentences is used.
    variant : {"usual", "programs", "agency"}
    opportunities : int
        How many the candidate keeps; some more go on that the candidate does not keep.
    mails : int
        How many mails, by date.
    """
    maker = Maker(seed, side, variant)
    jobs = _jobs(maker, opportunities)
    for job in jobs:
        _story(maker, job)
    kept = [job for job in jobs if job.number]
    share = 0.62
    ours = [mail for mail in maker.mails if mail.opportunity]
    if len(ours) > share * mails:  # whole threads stay; later mails are left out at random
        drop = set(maker.random.sample(range(len(ours)), len(ours) - round(share * mails)))
        ours = [mail for place, mail in enumerate(ours) if place not in drop]
    strangers = [mail for mail in maker.mails if not mail.opportunity]
    maker.mails = []
    while len(ours) + len(strangers) + len(maker.mails) < mails:
        _noise(maker, maker.random.choice(kept))
    every = [*ours, *strangers, *maker.mails]
    every.sort(key=lambda one: one.message.date or datetime.min.replace(tzinfo=UTC))
    return Mailbox(
        tuple(every[:mails]),
        tuple(_known(maker, job) for job in kept),
        {job.number: job.firm.full for job in kept},
    )


def _jobs(maker: Maker, count: int) -> list[Job]:
    agencies = [maker.firm(agency=True) for _ in range(1 if maker.variant == "agency" else 3)]
    recruiters = {agency.name: [maker.person(agency.domain) for _ in range(2)] for agency in agencies}
    jobs: list[Job] = []
    firms: list[tuple[Firm, list[Person]]] = []
    number = 0
    while number < count:
        firm = maker.firm()
        people = [maker.person(firm.domain) for _ in range(maker.random.randint(3, 5))]
        firms.append((firm, people))
        roles = 2 if maker.chance(0.2) else 3 if maker.chance(0.03) else 1
        began = START + timedelta(days=maker.random.randint(0, 150))
        titles: set[str] = set()
        agency = (
            agencies[0]
            if maker.variant == "agency"
            else maker.random.choice(agencies)
            if maker.chance(0.22)
            else None
        )
        for _ in range(min(roles, count - number)):
            number += 1
            jobs.append(_job(maker, number, firm, people, began, titles, agency, recruiters))
            began += timedelta(days=maker.random.randint(0, 25))
    at_known = 0.5 if maker.variant == "unrecorded" else 0.0
    for _ in range(max(1, count // 8)):  # some that the candidate does not keep
        form = maker.random.random()
        firm, people = maker.random.choice(firms) if form < at_known else (maker.firm(), [])
        people = people or [maker.person(firm.domain) for _ in range(3)]
        titles = {job.job for job in jobs if job.firm == firm}
        agency = (
            maker.random.choice(agencies)
            if maker.variant == "agency" or at_known <= form < at_known + 0.3
            else None
        )
        began = START + timedelta(days=maker.random.randint(0, 150))
        jobs.append(_job(maker, 0, firm, people, began, titles, agency, recruiters))
    return jobs


def _job(  # noqa: PLR0917 (what a job is made of)
    maker: Maker,
    number: int,
    firm: Firm,
    people: list[Person],
    began: date,
    titles: set[str],
    agency: Firm | None,
    recruiters: dict[str, list[Person]],
) -> Job:
    title = maker.title()
    while title in titles:
        title = maker.title()
    titles.add(title)
    some = people if maker.chance(0.5) else maker.random.sample(people, 3)
    recruiter = maker.random.choice(recruiters[agency.name]) if agency is not None else some[0]
    ref = maker.random.choice(("R-{}", "JR{}", "REQ-{}", "{}")).format(maker.random.randint(10_000, 99_999))
    return Job(number, firm, title, ref, list(some), agency, recruiter, began)


def _known(maker: Maker, job: Job) -> KnownOpportunity:
    """Return what the candidate wrote down."""
    name = maker.random.choices(
        (job.firm.name, job.firm.full, job.firm.name.removeprefix("The "), job.firm.name.lower()),
        (0.6, 0.2, 0.12, 0.08),
    )[0]
    interviews = tuple(
        KnownInterview(
            number=job.number * 10 + place,
            day=day if maker.chance(0.9) else None,
            people=(person.name,) if maker.chance(0.5) else (),
        )
        for place, (day, person) in enumerate(job.interviews, start=1)
    )
    people = [one for one in [job.recruiter, *job.people[:1]] if maker.chance(0.35)]
    return KnownOpportunity(
        number=job.number,
        employer=name,
        job=job.job if maker.chance(0.93) else "",
        reference=job.ref if maker.chance(0.2) else "",
        agency=job.agency.name if job.agency is not None and maker.chance(0.6) else "",
        people=tuple(one.address if maker.chance(0.3) else one.name for one in people),
        domains=(job.firm.domain,) if maker.chance(0.06) and job.firm.domain not in _FREE else (),
        began=job.began if maker.chance(0.7) else None,
        interviews=interviews,
    )


def _story(maker: Maker, job: Job) -> None:  # noqa: PLR0915, PLR0912 (one thing after the other)
    """Write all mails of one opportunity."""
    rng, pick = maker.random, maker.pick
    mine = Person(ME, rng.choices(MINE, (0.7, 0.15, 0.15))[0])
    firm = job.agency or job.firm
    lead = job.recruiter
    zone = timezone(timedelta(hours=job.firm.zone))
    home = timezone(timedelta(hours=0))
    now = datetime.combine(job.began, datetime.min.time(), zone) + timedelta(hours=rng.uniform(8, 17))
    round_number = 0
    robot = Person(
        rng.choice(
            (job.firm.name, f"{job.firm.name} Hiring Team", f"{job.firm.name} Careers", "", "Recruiting Team")
        ),
        job.firm.program or f"{rng.choice(('careers', 'jobs', 'no-reply', 'recruiting'))}@{job.firm.domain}",
    )
    by_program = bool(job.firm.program) and job.agency is None

    def later(low: float, high: float) -> datetime:
        nonlocal now
        now += timedelta(hours=rng.uniform(low, high))
        if now.weekday() > 4:
            now += timedelta(days=2)
        return now

    def place(number: int | None) -> tuple[int | None, int | None]:
        if not job.number:
            return None, None
        return job.number, (job.number * 10 + number) if number else None

    def theirs(
        text: Sequence[str],
        kind: str,
        number: int | None,
        thread: _Thread | None,
        subjects: Sequence[str] = (),
        *,
        by: Person | None = None,
        day: date | None = None,
        other: Person | None = None,
    ) -> _Thread:
        person = by or lead
        sender = person
        if (by_program and maker.variant == "programs") or (by_program and maker.chance(0.25)):
            sender = Person(
                f"{person.name}" if maker.chance(0.5) else f"{person.name} ({job.firm.name})",
                job.firm.program,
            )
        subject = "" if thread is not None else maker.fill(pick(subjects), job, person, day, other)
        greeting = rng.choice(("Hi Robin,", "Dear Robin,", "Hello Robin,", "Robin,"))
        mine_firm = job.agency if job.agency is not None and person == job.recruiter else job.firm
        body = f"{greeting}\n\n{maker.fill(pick(text), job, person, day, other)}\n\n{maker.signature(person, mine_firm)}"
        return maker.mail(sender, mine, now, subject, body, thread=thread, place=place(number), kind=kind)

    def ours(
        text: Sequence[str],
        kind: str,
        number: int | None,
        thread: _Thread | None,
        subjects: Sequence[str] = (),
        *,
        to: Person | None = None,
        day: date | None = None,
        other: Person | None = None,
    ) -> _Thread:
        person = to or (thread.by if thread is not None and thread.by.address not in MINE else lead)
        subject = "" if thread is not None else maker.fill(pick(subjects), job, lead, day, other)
        body = f"Hi {person.name.split()[0] if person.name else 'there'},\n\n{maker.fill(pick(text), job, person, day, other)}\n\nBest\nRobin"
        return maker.mail(
            mine, person, now.astimezone(home), subject, body, thread=thread, place=place(number), kind=kind
        )

    def machine(  # noqa: PLR0917 (as the two above)
        text: Sequence[str],
        subjects: Sequence[str],
        kind: str,
        number: int | None,
        sender: Person | None = None,
        day: date | None = None,
    ) -> None:
        body = f"{maker.fill(pick(text), job, lead, day)}\n\n{rng.choice((job.firm.name + ' team', 'The hiring team', 'Please do not reply to this mail.'))}"
        maker.mail(
            sender or robot, mine, now, maker.fill(pick(subjects), job, lead, day), body,
            place=place(number), kind=kind, head=("Auto-Submitted: auto-generated",) if maker.chance(0.6) else (),
        )  # fmt: skip

    thread: _Thread | None = None
    if job.agency is not None or maker.chance(0.25):
        thread = theirs(words.OUTREACH, "outreach", None, None, words.OUTREACH_SUBJECT)
        later(2, 30)
        thread = ours(words.MINE_YES, "mine", None, thread)
    else:
        machine(words.RECEIPT, words.RECEIPT_SUBJECT, "receipt", None)
    rounds = rng.choices((0, 1, 2, 3, 4), (0.08, 0.3, 0.32, 0.2, 0.1))[0]
    for round_number in range(1, rounds + 1):
        later(24, 120)
        person = job.people[(round_number - 1) % len(job.people)]
        asked = now
        day = (asked + timedelta(days=rng.randint(3, 12))).date()
        while day.weekday() > 4:
            day += timedelta(days=1)
        job.interviews.append((day, person))
        arrange = partial(theirs, day=day, other=person)
        keep = thread is not None and maker.chance(0.5)
        first = round_number == 1
        thread = arrange(
            words.ASK if first else words.NEXT, "ask", round_number, thread if keep else None,
            words.ASK_SUBJECT if first else words.NEXT_SUBJECT,
        )  # fmt: skip
        later(1, 24)
        thread = ours(words.MINE_YES, "mine", round_number, thread, day=day)
        if maker.chance(0.8):
            later(1, 20)
            thread = arrange(words.CONFIRM, "confirm", round_number, thread)
        if maker.chance(0.55):
            later(0.1, 3)
            organiser = person if maker.chance(0.4) else lead
            subject = maker.fill(pick(words.CALENDAR_SUBJECT), job, organiser, day, person)
            body = maker.fill(pick(words.CALENDAR), job, organiser, day, person)
            maker.mail(organiser, mine, now, subject, body, place=place(round_number), kind="calendar")
        if maker.chance(0.2):
            later(1, 10)
            machine(
                words.TEST,
                words.TEST_SUBJECT,
                "test",
                round_number,
                Person(rng.choice(("", f"{job.firm.name} via test", "Assessments")), rng.choice(_TESTS)),
                day,
            )
        if maker.chance(0.3):
            later(1, 10)
            thread = theirs(
                words.PAPERS,
                "papers",
                round_number,
                thread if maker.chance(0.5) else None,
                words.PAPERS_SUBJECT,
                day=day,
            )
        if maker.chance(0.25):
            later(1, 6)
            inner = person
            forwarded = maker.fill(pick(words.FORWARDED), job, inner, day)
            block = (
                f"\n\n---------- Forwarded message ---------\nFrom: {inner.name} <{inner.address}>\n"
                f"Date: {now:%d %b %Y %H:%M}\nSubject: {maker.fill(pick(words.ASK_SUBJECT), job, inner, day)}\nTo: {lead.name} <{lead.address}>\n\n{forwarded}\n"
            )
            body = f"Hi Robin,\n\n{maker.fill(pick(words.FORWARD), job, lead, day, inner)}\n\n{maker.signature(lead, firm)}"
            sender = (
                lead if maker.chance(0.8) else Person(ME, MINE[1])
            )  # or from the candidate's other mailbox
            maker.mail(
                sender, mine, now, "Fwd: " + maker.fill(pick(words.ASK_SUBJECT), job, lead, day), body,
                place=place(round_number), kind="forward", forward=block,
            )  # fmt: skip
        eve = datetime.combine(day - timedelta(days=1), datetime.min.time(), zone) + timedelta(hours=9)
        now = max(now, eve)
        if maker.chance(0.4):
            machine(words.REMINDER, words.REMINDER_SUBJECT, "reminder", round_number, day=day)
        now = datetime.combine(day, datetime.min.time(), zone) + timedelta(hours=rng.uniform(15, 20))
        if maker.chance(0.7):
            to = person if maker.chance(0.5) else lead
            new = ours(
                words.THANKS,
                "thanks",
                round_number,
                thread if maker.chance(0.3) else None,
                words.THANKS_SUBJECT,
                to=to,
                day=day,
                other=person,
            )
            if maker.chance(0.6):
                later(2, 60)
                new = theirs(words.REPLY, "reply", round_number, new, by=to)
            thread = new if maker.chance(0.4) else thread
        if maker.chance(0.35):
            later(60, 160)
            thread = ours(
                words.NUDGE,
                "nudge",
                round_number,
                thread if maker.chance(0.6) else None,
                words.HOLDING_SUBJECT,
            )
        if maker.chance(0.45):
            later(20, 90)
            thread = theirs(
                words.HOLDING,
                "holding",
                round_number,
                thread if maker.chance(0.6) else None,
                words.HOLDING_SUBJECT,
            )
        if maker.chance(0.12) and job.agency is None:
            later(10, 50)
            before = lead
            lead = rng.choice([one for one in job.people if one != lead] or [maker.person(job.firm.domain)])
            thread = theirs(
                words.HANDOVER, "handover", round_number, None, words.HANDOVER_SUBJECT, other=before
            )
    last = rounds or None
    end = rng.random()
    later(40, 200)
    if end < 0.6:
        if maker.chance(0.4):
            machine(words.REFUSAL, words.REFUSAL_SUBJECT, "refusal", last)
        else:
            thread = theirs(
                words.REFUSAL, "refusal", last, thread if maker.chance(0.5) else None, words.REFUSAL_SUBJECT
            )
            if maker.chance(0.4):
                later(1, 20)
                thread = ours(words.MINE_FEEDBACK, "mine", last, thread)
                if maker.chance(0.6):
                    later(4, 70)
                    theirs(words.FEEDBACK, "feedback", last, thread)
    elif end < 0.75 and rounds:
        thread = theirs(
            words.OFFER, "offer", last, thread if maker.chance(0.4) else None, words.OFFER_SUBJECT
        )
        later(1, 30)
        thread = ours(words.MINE_OFFER, "mine", last, thread)
        later(1, 30)
        theirs(words.CONFIRM, "confirm", last, thread)
    if maker.chance(0.12) and rounds:
        later(20, 100)
        machine(words.SURVEY, words.SURVEY_SUBJECT, "survey", last)


def _noise(maker: Maker, job: Job) -> None:
    """Write a mail that belongs to no opportunity, though it may name one of them."""
    rng, pick = maker.random, maker.pick
    mine = Person(ME, rng.choices(MINE, (0.8, 0.1, 0.1))[0])
    day = START + timedelta(days=rng.randint(0, 230))
    at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=rng.uniform(6, 22))
    form = rng.choices(
        ("alert", "network", "news", "blast", "friend", "shop"), (0.24, 0.1, 0.08, 0.08, 0.2, 0.3)
    )[0]
    many = ("List-Unsubscribe: <https://example.org/u>", "List-Id: <many.example.org>")
    head: tuple[str, ...] = ()
    text: Sequence[str]
    subjects: Sequence[str]
    if form == "alert":
        address = rng.choice(
            (
                "jobalerts-noreply@linkedin.com",
                "alert@indeed.com",
                "jobs@stepstone.de",
                "noreply@reed.co.uk",
                "hello@glassdoor.com",
            )
        )
        sender = Person(rng.choice(("Job Alerts", "Jobs for you", "")), address)
        text, subjects, head = words.ALERT, words.ALERT_SUBJECT, many
    elif form == "network":
        sender = Person(
            rng.choice(("Professional Network", maker.person("x.org").name)), "notifications@linkedin.com"
        )
        text, subjects, head = words.NETWORK, words.NETWORK_SUBJECT, many
    elif form == "news":
        sender = Person(
            rng.choice((job.firm.name, f"{job.firm.name} News", "Team")),
            f"news@{rng.choice(('mail.', '', 'go.'))}{job.firm.domain}",
        )
        if job.firm.domain in _FREE:
            sender = Person(job.firm.name, f"news@{job.firm.slug}.com")
        text, subjects, head = words.NEWS, words.NEWS_SUBJECT, many if maker.chance(0.85) else ()
    elif form == "blast":
        domain = job.agency.domain if job.agency else f"{_slug(maker.agency_name())}.com"
        sender = job.recruiter if job.agency and maker.chance(0.5) else maker.person(domain)
        text, subjects, head = words.BLAST, words.BLAST_SUBJECT, many if maker.chance(0.5) else ()
    elif form == "friend":
        sender = maker.person(rng.choice(_FREE))
        text, subjects = words.FRIEND, words.FRIEND_SUBJECT
    else:
        name = pick(words.SHOP)
        sender = Person(name, f"{rng.choice(('no-reply', 'service', 'hello'))}@{_slug(name)}.com")
        text, subjects, head = words.SHOP_TEXT, words.SHOP_SUBJECT, many if maker.chance(0.6) else ()
    told = replace(job, number=1, agency=None) if job.agency else job
    subject, body = (
        maker.fill(pick(subjects), told, sender, day + timedelta(days=4)),
        maker.fill(pick(text), told, sender, day + timedelta(days=4)),
    )
    closing = f"\n\n{sender.name.split()[0] if sender.name else ''}" if form == "friend" else ""
    thread = maker.mail(sender, mine, at, subject, f"{body}{closing}", kind=form, head=head)
    if form == "friend" and maker.chance(0.4):
        at += timedelta(hours=rng.uniform(0.2, 20))
        maker.mail(
            mine, sender, at, "", maker.fill(pick(words.FRIEND), told, sender, day), thread=thread, kind=form
        )


def _slug(name: str, join: str = "", keep: str = "") -> str:
    plain = name.lower().replace("&", "and")
    for sign, letters in {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "é": "e",
        "è": "e",
        "å": "a",
        "ø": "o",
        "ñ": "n",
    }.items():
        plain = plain.replace(sign, letters)
    parts = re.findall(rf"[a-z0-9{re.escape(keep)}]+", plain)
    return join.join(part for part in parts if part != "the")
