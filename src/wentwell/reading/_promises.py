"""Promised times: the words that name them, and the day they mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from wentwell.reading._durations import NUMBER, number_of
from wentwell.reading._normal import normal

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = "january february march april may june july august september october november december"
_MONTHS = _MONTH_NAMES.split()
_DAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_DATE = (
    rf"(?:(?:the )?(?:{_NTH}|\d{{1,2}})(?: of)? {_MONTH}(?:,? \d{{4}})?|{_MONTH} (?:the )?\d{{1,2}}(?:st|"
    rf"nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|the {_NTH})"
)
_SPAN = r"(?:working |business |calendar )?(?:days?|weeks?|months?|hours?|fortnight)"
_COUNT = rf"(?:a couple of|couple of|a few|few|the next|{NUMBER}|an?)"
_PART = (
    r"(?:early|mid|late|the (?:beginning|start|middle|end) of|(?:beginning|start|middle|end) of|the "
    r"(?:first|second|latter) half of|"
    r"(?:later|sometime|some time|at some point))"
)
_PERIOD = (
    r"(?:today|tonight|tomorrow|the week after next|(?:this|next|the following|the coming|the) (?:week|"
    r"month|weekend|"
    r"fortnight)|the weekend|week|month|business|"
    r"the day|play)"
)
PHRASE = re.compile(
    rf"\b(?:(?:no later than |sometime |some time |at the latest |hopefully )?"
    rf"(?:(?:by|on|before|until|till|around|from|for|come|within|in|over|after) )?"
    rf"(?:(?:by |in |at )?{_PART} )?(?:the )?(?:(?:week|w/c|weekend|middle|end) (?:of|beginning|"
    rf"commencing) )?"
    rf"(?:{_DATE}|(?:this |next |the following |the coming )?{_DAY}\b(?:(?: or |, ){_DAY}\b)?(?: (?:week|"
    rf"next week|the {_NTH}))?"
    rf"|{_COUNT}(?: or {NUMBER}| to {NUMBER}|-\d+)? {_SPAN}(?: time)?|{_PERIOD}\b))"
    rf"|\b(?:first thing )?tomorrow\b|\bthe same day\b|\bthe day after tomorrow\b|\ba week (?:on|from) "
    rf"{_DAY}\b"
)
_TELLS = re.compile(
    r"\b(?:hear|heard|call|calls|calling|ring|ringing|phone|phoning|let (?:you|me|everyone|everybody|us|"
    r"all \w+|candidates|people) know|"
    r"decide|decides|decided|decision|decisions|get back|back to (?:you|me)|answer|e-?mail|write|result|"
    r"results|contact|contacted|know|"
    r"inform|informed|notified|notify|in touch|outcome|feedback|reply|respond|reach out|update|offer|"
    r"letter|letters|message|text|tell|"
    r"make (?:up )?(?:a|our|their|your|my)|mind|minds|news|revert|confirm|telephone|announce|announced|"
    r"result)\b"
)
_ANCHORED = re.compile(
    rf"(?:\d|\b(?:{'|'.join(_DAYS)}|{_DAY[3:-1]}|today|tonight|tomorrow|week|weeks|weekend|month|months|"
    rf"days?|fortnight|hours?|business|"
    r"play)\b)"
)
_FUTURE_NOT = re.compile(
    r"\b(?:ago|last (?:week|month|year|monday|tuesday|wednesday|thursday|friday)|yesterday)\b"
    # what the candidate wrote, or when a note was added, promises nothing
    # who asks for an answer, or for times, gives none
    r"|\b(?:could|can|would|will) you (?:please |kindly )?(?:let (?:me|us) know|tell|confirm|reply|send)\b"
    r"|\bplease (?:let (?:me|us) know|confirm|reply)\b"
    r"|\b(?:when|if|what days|which days)\b[^.!?]{0,20}\b(?:you|i)\b[^.!?]{0,20}\b(?:free|available)\b"
    r"|\bupdate[,:]|\b(?:i|i've) (?:wrote|e-?mailed|sent|called|rang|texted|messaged)\b|\bwrote (?!that|they)"
)
_REACH = 80
_TOO_BARE = frozenset({"week", "month", "the day", "a day", "business", "play", "an hour"})
_ANY_DAY = date(2024, 1, 10)


def promises(text: str) -> Iterator[tuple[int, int]]:
    """Yield where plain lower-case text names the time of an answer."""
    tells = [match.span() for match in _TELLS.finditer(text)]
    if not tells or _FUTURE_NOT.search(text):
        return
    for match in PHRASE.finditer(text):
        words = match.group()
        is_near = any(a - match.end() <= _REACH and match.start() - b <= _REACH for a, b in tells)
        names_a_day = words not in _TOO_BARE and _ANCHORED.search(words) and promised_on(words, _ANY_DAY)
        if is_near and names_a_day:
            yield match.span()


def promised_on(phrase: str, interview_date: date) -> date | None:
    """Return the last day that a promise covers.

    Parameters
    ----------
    phrase : str
        The words that name the time, such as "by Friday" or "within two weeks".
    interview_date : date
        The day on which they were said.

    Returns
    -------
    date or None
        ``None`` if the words name no day. Never before ``interview_date``.

    Examples
    --------
    >>> promised_on("by Friday", date(2024, 5, 6))
    datetime.date(2024, 5, 10)
    >>> promised_on("within two weeks", date(2024, 5, 6))
    datetime.date(2024, 5, 20)
    """
    words = " ".join(normal(phrase).split())
    try:
        day = _resolved(words, interview_date)
    except (ValueError, OverflowError):
        return None
    return None if day is None else max(day, interview_date)


def _resolved(words: str, today: date) -> date | None:
    for find in (_iso, _span_of_time, _calendar_day, _weekday, _period):
        day = find(words, today)
        if day is not None:
            return day
    return None


def _iso(words: str, today: date) -> date | None:
    match = re.search(r"\b(\d{4})-(\d{2})-(\d{2})\b", words)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _span_of_time(words: str, today: date) -> date | None:
    """Resolve "within two weeks", "in 3 to 5 working days", "a fortnight"."""
    match = re.search(
        rf"\b(?P<low>a couple of|couple of|a few|few|the next(?: couple of| few)?|next (?:couple of|few)|"
        rf"{NUMBER}|an?)"
        rf"(?: ?(?:or|to|-) ?(?P<high>{NUMBER}))? (?P<kind>working |business |calendar )?(?P<unit>days?|"
        rf"weeks?|months?|hours?|fortnight)\b",
        words,
    )
    if not match or re.search(rf"\b{_DAY}\b", words):
        return None
    count = _count(match["high"] or match["low"])
    unit = match["unit"].rstrip("s")
    if (
        match["low"].startswith("the next")
        and unit in ("week", "month")
        and not match["low"].endswith(("of", "few"))
    ):
        count = 1
    if unit == "hour":
        return today + timedelta(days=max(1, round(count / 24)) if count >= 12 else 0)
    if unit == "day":
        return (
            _plus_working_days(today, count)
            if (match["kind"] or "").strip() in ("working", "business")
            else today + timedelta(count)
        )
    if unit == "month":
        return _plus_months(today, count)
    return today + timedelta(weeks=count * (2 if unit == "fortnight" else 1))


def _count(words: str) -> int:
    if "couple" in words:
        return 2
    if "few" in words:
        return 3
    if words in ("a", "an") or words.startswith("the next"):
        return 1
    return min(400, round(number_of(words)))


def _calendar_day(words: str, today: date) -> date | None:
    """Resolve "on the 14th", "by 3 June", "early in March", "the week of the 14th"."""
    month = re.search(rf"\b({_MONTH})\b", words)
    number = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)\b", words) or (
        re.search(r"\b(\d{1,2})\b", words) if month else None
    )
    year = re.search(r"\b(20\d{2})\b", words)
    if month is None and number is None:
        return None
    if month is None:
        day = _next_such(int(number[1]), today) if number else None
    else:
        index = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[1][:3]))
        chosen = int(year[1]) if year else today.year
        at = int(number[1]) if number else _day_of_month(words, chosen, index)
        day = date(chosen, index, at)
        if day < today and not year:
            day = date(chosen + 1, index, min(at, calendar.monthrange(chosen + 1, index)[1]))
    if day and re.search(r"\b(?:week|w/c)\b", words):
        day += timedelta(days=max(0, 4 - day.weekday()))
    return day


def _day_of_month(words: str, year: int, month: int) -> int:
    if re.search(r"\b(?:early|beginning|start|first)\b", words):
        return 10
    if re.search(r"\b(?:mid|middle)\b", words):
        return 20
    return calendar.monthrange(year, month)[1]


def _next_such(number: int, today: date) -> date | None:
    if not 1 <= number <= 31:
        return None
    year, month = today.year, today.month
    for _ in range(12):
        if number <= calendar.monthrange(year, month)[1] and date(year, month, number) >= today:
            return date(year, month, number)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None


def _weekday(words: str, today: date) -> date | None:
    """Resolve "by Friday", "Wednesday or Thursday", "Tuesday next week", "a week on Monday"."""
    named = [_DAYS.index(name) for name in _weekdays_in(words)]
    if not named:
        return None
    next_week = bool(re.search(r"\bnext week\b|\bthe following week\b|\bweek after\b", words))
    if next_week:
        monday = today + timedelta(days=7 - today.weekday())
        return monday + timedelta(days=max(named))
    day = max(today + timedelta(days=(index - today.weekday() - 1) % 7 + 1) for index in named)
    if (
        re.search(r"\b(?:a )?week (?:on|from)\b", words)
        or re.search(rf"\b{_DAY} week\b", words)
        or (
            re.search(rf"\b(?:next|the following) {_DAY}\b", words)
            and day - today < timedelta(days=7 - today.weekday())
        )
    ):
        day += timedelta(weeks=1)
    if re.search(r"\b(?:week (?:of|beginning|commencing)|w/c)\b", words):
        day += timedelta(days=max(0, 4 - day.weekday()))
    return day


def _weekdays_in(words: str) -> list[str]:
    return [
        next(name for name in _DAYS if name.startswith(match[:3]))
        for match in re.findall(rf"\b{_DAY}\b", words)
    ]


def _period(words: str, today: date) -> date | None:
    """Resolve "tomorrow", "this week", "early next week", "the end of the month", "the weekend"."""
    if "tomorrow" in words:
        return today + timedelta(days=2 if "day after" in words else 1)
    if re.search(r"\b(?:today|tonight|same day|the day|business|play)\b", words):
        return today
    is_next = bool(re.search(r"\b(?:next|following|coming)\b", words))
    part = re.search(r"\b(?:(early|beginning|start|first)|mid|middle)\b", words)
    if "weekend" in words:
        return today + timedelta(days=6 - today.weekday() + 7 * is_next)
    if "month" in words:
        year, month = divmod(today.year * 12 + today.month - 1 + is_next, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, last if part is None else 10 if part[1] else 20)
    if "week" in words:
        weeks = 2 if "after next" in words else is_next
        monday = today + timedelta(days=7 * weeks - today.weekday())
        day = monday + timedelta(days=4 if part is None else 1 if part[1] else 2)
        return day + timedelta(weeks=1) if day < today else day
    return today + timedelta(weeks=2) if "fortnight" in words else None


def _plus_months(day: date, count: int) -> date:
    months = day.month - 1 + count
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _plus_working_days(day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
