"""Spans of time in words and figures, as minutes."""

from __future__ import annotations

import re
from typing import NamedTuple

_BELOW_20 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_UNITS = _BELOW_20.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_UNITS)},
    **{word: 10.0 * value for value, word in enumerate(_TENS, 2)},
    "a": 1.0,
    "an": 1.0,
}

_TEN = "|".join(_TENS)
_ONE = "|".join(_UNITS[1:10])
_BELOW_TWENTY = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
NUMBER = rf"(?:\d+(?:\.\d+)?|(?:{_TEN})[- ](?:{_ONE})|{_TEN}|{_BELOW_TWENTY})"
"""A number in figures or in words below a hundred (a pattern over plain lower-case text)."""

_DURATION = re.compile(
    rf"\b(?:(?P<h>\d{{1,2}}) ?h ?(?P<m>\d{{2}})\b"
    rf"|(?P<quarters>three quarters|three-quarters|(?:a )?quarter|half) (?:of )?(?:an? )?hour\b"
    rf"|(?P<half>(?:an?|{NUMBER}) hours? and (?:a half|a quarter|three quarters|half))\b"
    rf"|(?P<ahalf>{NUMBER}|an?) and a half hours?\b"
    rf"|(?P<low>{NUMBER})(?: ?(?:-|to) ?(?P<high>{NUMBER}))?[- ]{{0,2}}(?:ish |odd |solid |full |good |"
    rf"short )?"
    rf"(?P<unit>minutes?|mins?|hours?|hrs?|h)\b(?: and (?P<extra>{NUMBER})(?: (?:minutes?|mins?))?)?"
    rf"|(?P<one>an?|the|one) (?:full |good |whole |solid |nearly |planned |booked |promised )?"
    rf"(?P<hour>hour)\b(?:(?: and)? (?P<past>{NUMBER})(?: (?:minutes?|mins?)\b|(?= in (?:the end|all|total)\b"
    rf"| altogether\b|[.,;!?]|$)))?)"
)
_QUARTERS = {"three quarters": 45.0, "three-quarters": 45.0, "a quarter": 15.0, "quarter": 15.0, "half": 30.0}
_MOST = 24 * 60


class Duration(NamedTuple):
    """Minutes, and where they stand."""

    start: int
    end: int
    minutes: float


def number_of(words: str) -> float:
    """Return the value of a number in figures or words."""
    plain = words.strip()
    if plain.replace(".", "", 1).isdigit():
        return float(plain)
    if plain in _NUMBERS:
        return _NUMBERS[plain]
    return sum(_NUMBERS[part] for part in re.split(r"[- ]", plain))


def durations(text: str) -> list[Duration]:
    """Return the durations told in plain lower-case text, in order."""
    return [
        Duration(match.start(), match.end(), minutes)
        for match in _DURATION.finditer(text)
        if 0 < (minutes := _minutes(match)) <= _MOST
    ]


def _minutes(match: re.Match[str]) -> float:
    if match["low"]:
        low = number_of(match["low"])
        value = (low + number_of(match["high"])) / 2 if match["high"] else low
        extra = number_of(match["extra"]) if match["extra"] else 0.0
        return value * 60 + extra if match["unit"].startswith("h") else value
    if match["quarters"]:
        return _QUARTERS[match["quarters"]]
    if match["half"]:
        whole, _, rest = match["half"].partition(" hour")
        part = 45.0 if "three" in rest else 15.0 if "quarter" in rest else 30.0
        return number_of(whole) * 60 + part
    if match["ahalf"]:
        return (number_of(match["ahalf"]) + 0.5) * 60
    if match["hour"]:
        return 60.0 + (number_of(match["past"]) if match["past"] else 0.0)
    return int(match["h"]) * 60.0 + int(match["m"])
