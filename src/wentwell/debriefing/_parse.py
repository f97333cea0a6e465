"""Chances and days as people write them; what cannot be read is told in one line."""

from __future__ import annotations

from datetime import date, timedelta

from wentwell.interview import Context

_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2100, 12, 31)


def parse_chance(text: str) -> float:
    """Return a chance from ``35``, ``35%`` or ``0.35``.

    Raises
    ------
    ValueError
        If it is none between 1 and 99 percent.
    """
    wrong = f"{text!r} is no chance; write a percentage between 1 and 99, such as 35"
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        raise ValueError(wrong) from None
    chance = number / 100 if number >= 1 or "%" in text else number
    if not 0.01 <= chance <= 0.99:
        raise ValueError(wrong)
    return chance


def parse_day(text: str, today: date) -> date:
    """Return a day from ``2026-03-14``, ``today`` or ``yesterday``.

    Raises
    ------
    ValueError
        If it is none from 1970 to 2100.
    """
    plain = text.strip().lower()
    if plain in ("today", "yesterday"):
        return today - timedelta(days=plain == "yesterday")
    try:
        day = date.fromisoformat(plain)
    except ValueError:
        raise ValueError(f"{text!r} is no day; write it as YYYY-MM-DD, or today or yesterday") from None
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise ValueError(f"{text!r} is out of range; write a day from {_FIRST_DAY} to {_LAST_DAY}")
    return day


def check_days(context: Context, today: date) -> None:
    """Refuse an interview that is still to come, and a promised day before it.

    Raises
    ------
    ValueError
        With one line that says which.
    """
    interview, promised = context.interview_date, context.promised_date
    if interview is not None and interview > today:
        raise ValueError(f"the day of the interview {interview} is still to come (today is {today})")
    if promised and interview and promised < interview:
        raise ValueError(f"the promised day {promised} lies before the interview ({interview})")
