"""How quickly the answer came: from the dates of the thread, by the clock and by working hours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from pydantic import AwareDatetime, Field

from wentwell.interview import Document, Message
from wentwell.interview._base import Noun

_A_DAY = 24.0
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_TIME = r"(?:,?\s(?:at|um|à)?\s?)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s?(?P<half>[ap]m)?"
_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})\.?\s{_MONTH},?\s(?P<year>\d{{4}}){_TIME}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}}){_TIME}", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[T\s](?P<hour>\d{1,2}):(?P<minute>\d{2})"),
)
_HEAD = 400
"""Characters at the beginning of a quoted mail that its date stands in."""


class WorkingHours(Noun):
    """When an office works, by its own clock."""

    opens: time = time(9)
    closes: time = time(17)
    weekdays: frozenset[int] = frozenset(range(5))
    """0 is Monday."""
    holidays: frozenset[date] = frozenset()

    @property
    def a_day(self) -> float:
        """Hours of one working day."""
        opens, closes = (60 * at.hour + at.minute for at in (self.opens, self.closes))
        return max(0, closes - opens) / 60


class ReplyDelay(Noun):
    """The time between a message and its answer."""

    elapsed_hours: float = Field(ge=0.0)
    """By the clock."""
    working_hours: float = Field(ge=0.0)
    """Of them, those in which the answering side works, by its own clock."""
    prompt: bool
    """It came within about a day: 24 hours, or one working day. As ``reply.prompt`` in the catalog."""


class Answered(Noun):
    """An answer in a thread, and the candidate's message from which its time is counted."""

    asked: Message
    """The first message since the other side last wrote: chasing again does not make an answer quick."""
    answer: Message
    delay: ReplyDelay
    messages: int = Field(ge=1)
    """How many messages the candidate sent until the answer came."""


def working_hours_between(begin: datetime, end: datetime, hours: WorkingHours | None = None) -> float:
    """Return the working hours between two moments, by the clock at the end's offset from UTC.

    Parameters
    ----------
    begin, end : datetime
        With their offsets. The answer's offset is the one the answering side works by.
    hours : WorkingHours, optional
        By default Monday to Friday, 9 to 17.

    Raises
    ------
    ValueError
        If a moment has no offset, or the end lies before the beginning.
    """
    if begin.tzinfo is None or end.tzinfo is None:
        raise ValueError("both moments must have an offset from UTC")
    if end < begin:
        raise ValueError("the end lies before the beginning")
    office = hours or WorkingHours()
    begin = begin.astimezone(end.tzinfo)
    worked = 0.0
    for number in range((end.date() - begin.date()).days + 1):
        day = begin.date() + timedelta(days=number)
        if day.weekday() in office.weekdays and day not in office.holidays:
            opens, closes = (datetime.combine(day, at, end.tzinfo) for at in (office.opens, office.closes))
            worked += max(0.0, (min(end, closes) - max(begin, opens)).total_seconds())
    return worked / 3600


def reply_delay(asked: datetime, answered_at: datetime, hours: WorkingHours | None = None) -> ReplyDelay:
    """Return how long an answer took.

    Parameters
    ----------
    asked, answered_at : datetime
        When the message and the answer were sent, with their offsets.
    hours : WorkingHours, optional
        Of the answering side. By default Monday to Friday, 9 to 17, by the answer's own clock.

    Raises
    ------
    ValueError
        If a moment has no offset, or the answer lies before the message.
    """
    office = hours or WorkingHours()
    worked = working_hours_between(asked, answered_at, office)
    elapsed = (answered_at - asked).total_seconds() / 3600
    return ReplyDelay(
        elapsed_hours=elapsed, working_hours=worked, prompt=elapsed <= _A_DAY or worked <= office.a_day
    )


def answered(
    messages: Iterable[Message], mine: Collection[str], hours: WorkingHours | None = None
) -> tuple[Answered, ...]:
    """Return every answer to the candidate in these messages, with the time it took.

    Parameters
    ----------
    messages : iterable of Message
        In any order, of any number of threads. Those without a date or a sender are left out, and those
        that a machine sent are no answers.
    mine : collection of str
        The candidate's own mail addresses.
    hours : WorkingHours, optional
        Of the answering side.

    Returns
    -------
    tuple of Answered
        By the date of the answer.
    """
    own = {address.strip().lower() for address in mine}
    dated = [message for message in messages if message.date is not None and message.sender is not None]
    found = [one for thread in _threads(dated, own) for one in _answers(thread, own, hours)]
    return tuple(sorted(found, key=lambda one: _sent(one.answer)))


def quoted_moment(document: Document, zone: datetime | None = None) -> datetime | None:
    """Return when the mail was sent that this one quotes first, as its introduction tells.

    Parameters
    ----------
    document : Document
        A mail with what it quotes set apart.
    zone : datetime, optional
        Its offset is taken, for introductions name none: the answer's own date. By default UTC.

    Returns
    -------
    datetime or None
        ``None`` where nothing is quoted or no date is told in a form that is known.
    """
    quoted = next((aside for aside in document.asides or () if aside.kind == "quoted"), None)
    if quoted is None:
        return None
    head = document.text[quoted.start : quoted.end][:_HEAD]
    matches = [match for pattern in _DATES if (match := pattern.search(head))]
    for match in sorted(matches, key=lambda match: match.start()):
        told = match.groupdict()
        month = told["month"]
        hour = int(told["hour"]) % 12 if told.get("half") else int(told["hour"])
        hour += 12 * ((told.get("half") or "").lower() == "pm")
        try:
            return datetime(
                int(told["year"]),
                int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1,
                int(told["day"]),
                hour,
                int(told["minute"]),
                tzinfo=zone.tzinfo if zone is not None else UTC,
            )
        except ValueError:
            continue
    return None


def _answers(thread: Sequence[Message], own: set[str], hours: WorkingHours | None) -> Iterator[Answered]:
    waiting: list[Message] = []
    for message in sorted(thread, key=_sent):
        if message.sender is not None and message.sender.address in own:
            waiting.append(message)
        elif not message.automatic and waiting:
            delay = reply_delay(_sent(waiting[0]), _sent(message), hours)
            yield Answered(asked=waiting[0], answer=message, delay=delay, messages=len(waiting))
            waiting = []


def _sent(message: Message) -> AwareDatetime:
    if message.date is None:
        raise ValueError("a message without a date has no place in a thread")
    return message.date


def _threads(messages: Sequence[Message], own: set[str]) -> list[list[Message]]:
    """Put messages together that name each other; those that name none, by subject and address."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    keys = []
    by_topic: dict[tuple[str, str], str] = {}
    for number, message in enumerate(messages):
        names = [name for name in (message.message_id, *message.thread) if name]
        key = names[0] if names else f"message {number}"
        keys.append(key)
        for name in names:
            parent[root(name)] = root(key)
        people = {person.address for person in (message.sender, *message.to) if person is not None} - own
        for person in sorted(people) if message.topic else ():
            other = by_topic.setdefault((message.topic, person), key)
            if not message.thread:
                parent[root(other)] = root(key)
    threads: dict[str, list[Message]] = {}
    for key, message in zip(keys, messages, strict=True):
        threads.setdefault(root(key), []).append(message)
    return list(threads.values())
