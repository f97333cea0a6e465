"""Facts in the words: how long, for how long it was planned, by when, how much, how many, which round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wentwell.interview import Document, Fact, FactKind
from wentwell.reading._circumstances import circumstances
from wentwell.reading._durations import NUMBER, number_of
from wentwell.reading._lengths import lengths
from wentwell.reading._normal import normal
from wentwell.reading._promises import promises
from wentwell.reading._units import Unit, units

_MONEY = re.compile(
    r"(?:(?P<sign>[£$€₹]) ?|\b(?P<code>gbp|usd|eur|aed|inr|cad|aud|nzd|chf) ?)(?P<amount>\d[\d,.]*\d|"
    r"\d)(?: ?(?P<scale>k\b|m\b|thousand|grand|lakhs?|lpa))?"
    rf"|\b(?P<number>\d[\d,.]*|{NUMBER})(?: ?(?P<scale2>k\b|thousand|grand|lakhs?|lpa))(?! (?:people|"
    rf"users|customers|items|cows|miles|words|lines|"
    r"skus|staff|employees|views|units|steps))"
    rf"|\b(?P<plain>\d[\d,.]*|{NUMBER}) ?(?P<unit>quid|pounds?|dollars?|bucks|euros?|eur|usd|gbp)\b"
    rf"|\b(?P<rate>\d+(?:\.\d+)?|{NUMBER}) (?P<per>an hour|per hour|a day|per annum|a year)\b"
)
_SCALES = {"k": 1e3, "m": 1e6, "thousand": 1e3, "grand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lpa": 1e5}
_PAY = re.compile(
    r"\b(?:pay|pays|paid|salary|wage|rate|band|base|basic|range|offer|package|an hour|per hour|a day|"
    r"bonus|earn|ctc|comp|money)\b"
)
_PEOPLE = (
    r"(?:people|interviewers|of them|of us|managers|engineers|partners|directors|panell?ists|"
    r"members|women|men|trustees|vets|ladies|guys|blokes)"
)
_INTERVIEWERS = re.compile(
    rf"\bpanel of (?P<panel>{NUMBER})\b"
    rf"|\b(?:there were|it was|by|met|faced|with|opposite|were) (?:just |only |the )?(?P<were>{NUMBER}) "
    rf"(?:\w+ )?{_PEOPLE}\b"
    rf"|\b(?P<start>{NUMBER}) (?:\w+ )?(?:interviewers|of them|people) (?:on|in|across|asking|"
    rf"interview\w*|panel)"
    rf"|\b(?P<person>{NUMBER})[- ](?:person|man|people|strong) panel\b"
    rf"|\b(?P<on>{NUMBER}) (?:people )?(?:of them )?on the (?:panel|desk)\b"
    rf"|\b(?P<interviewers>{NUMBER}) interviewers\b"
)


def find_facts(document: Document) -> list[Fact]:
    """Find numbers, promises and circumstances: they fill what is not known of the interview.

    Parameters
    ----------
    document : Document
        Notes, a mail or a talk. In talks the candidate's words are left out.

    Returns
    -------
    list of Fact
        Minutes taken, minutes planned, minutes over, promised times, money, how many interviewers; of notes
        also which round it was, how it was held, the kind of employer, how many are left and whether
        somebody inside referred the candidate. In the order of the text.
    """
    read = [unit for unit in units(document) if unit.role != "candidate"]
    facts = [fact for unit in read for fact in _in_unit(unit, document.name)]
    if document.kind == "notes":
        facts += _circumstances(read, document.name)
    return sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind))


def _in_unit(unit: Unit, document: str | None) -> Iterator[Fact]:
    text = normal(unit.text)
    in_talk = unit.kind == "transcript"

    def fact(kind: FactKind, start: int, end: int, value: float | None, phrase: str | None = None) -> Fact:
        return Fact(
            kind=kind,
            quote=unit.text[start:end],
            start=unit.start + start,
            end=unit.start + end,
            value=value,
            phrase=phrase,
            turn=unit.turn,
            document=document,
        )

    if unit.kind != "mail":
        for kind, start, end, minutes in lengths(text, in_talk):
            yield fact(kind, start, end, minutes)
    for start, end in promises(text):
        yield fact("promise", start, end, None, unit.text[start:end])
    for start, end, amount in _money(text):
        yield fact("money", start, end, amount)
    if unit.kind == "notes":
        for match in _INTERVIEWERS.finditer(text):
            value = number_of(next(group for group in match.groups() if group))
            if 1 <= value <= 50 and value == int(value):
                yield fact("interviewers", match.start(), match.end(), value)


def _circumstances(read: Sequence[Unit], document: str | None) -> Iterator[Fact]:
    for told in circumstances([normal(unit.text) for unit in read]):
        unit = read[told.sentence]
        is_number = told.kind == "finalists"
        yield Fact(
            kind=told.kind,
            quote=unit.text[told.start : told.end],
            start=unit.start + told.start,
            end=unit.start + told.end,
            value=float(told.option) if is_number else None,
            phrase=None if is_number else told.option or None,
            document=document,
        )


def _money(text: str) -> Iterator[tuple[int, int, float]]:
    is_pay = bool(_PAY.search(text))
    for match in _MONEY.finditer(text):
        words = match["amount"] or match["number"] or match["plain"] or match["rate"]
        if not (match["sign"] or match["code"] or match["unit"] or match["per"] or is_pay):
            continue
        scale = match["scale"] or match["scale2"]
        try:
            value = number_of(words.replace(",", "").rstrip("."))
        except (KeyError, ValueError):
            continue
        yield match.start(), match.end(), value * _SCALES.get(scale or "", 1.0)
