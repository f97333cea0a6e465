"""The lexical reader: patterns per label over units, tried only where one of their words occurs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from wentwell.interview import Kind
from wentwell.reading._lengths import against_plan
from wentwell.reading._normal import normal
from wentwell.reading._patterns import CLASSES, GUARDS, NOT_IN_MAIL, SIGNS, SPEAKS, Patterns, Scope
from wentwell.reading._reader import Finding
from wentwell.reading._units import Unit

_WORD = re.compile(r"[a-z]+|\d+|[£$€¥₹]")
_LONGEST_WORD = 24
_MOST_KNOWN = 50_000
_QUOTED = re.compile(r'"[^"]*"?')
_SPEECH = re.compile(r'"|\b(?:says|said|goes|went|like|asks?|asked|told)\b')
_CLAUSE_END = re.compile(r"[.;:!?]| - |, ?(?:but|so|then) ")
_NEAR = 24
_MEASURED = 0.9
"""Probability of a length that two numbers tell: what it took, and what was planned (judgement)."""
# Words in nearly every sentence: where a pattern has another trigger that must occur, that one is better.
_COMMON_WORDS = "a an and the to of in on at by is it i me my you your with for that this was we they he she"
_COMMON = frozenset(_COMMON_WORDS.split())

_SCOPES: dict[Kind, Scope] = {"notes": "told", "answers": "told", "mail": "mail", "transcript": "said"}

_TRIGGER = re.compile(r"~\(([^)]*)\)")
_CLASS = re.compile(r"\{([a-z_]+)\}")
_SPACE = re.compile(r" (\??)")
# Words stay whole: a pattern begins with one, and so do the words on both sides of a gap.
_BEGINS = re.compile(r"^((?:\(\?:)*[a-z])")
_GAP = re.compile(r"([a-z)])(\.\{0,\d+\})")
_AFTER_GAP = re.compile(r"(\.\{0,\d+\}\??)(?=(?:\(\?:)*[a-z])")
_BRACKETS = re.compile(r"\\.|\[[^\]]*\]|[()]")


class LexicalReader:
    """Finds signs by patterns: the reader that needs nothing but this package."""

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        """Return what the patterns show, at most one finding per unit and label."""
        return [finding for unit in units for finding in _findings(unit)]


def is_guarded(unit: Unit, label: str, start: int, end: int) -> bool:
    """Whether words around a span say that the sign did not happen here: hoped for, elsewhere, to others.

    Parameters
    ----------
    unit : Unit
    label : str
        Its patterns' guards are looked at.
    start, end : int
        The span, as offsets in ``unit.text``.
    """
    seen = _Seen(normal(unit.text), _SCOPES[unit.kind])
    sign = SIGNS[label]
    guards = (*sign.guards, *(sign.plain.guards if sign.plain else ()))
    return any(_speaks_against(seen, guard, start, end) for guard in dict.fromkeys(guards))


class _Rule(NamedTuple):
    label: str
    pattern: str
    is_direct: bool
    """Words spoken to the candidate: in notes they count only where they are quoted."""
    guards: tuple[str, ...]
    precision: float


class _Seen:
    """One unit, written plainly, with the guards that hold in it (each looked at once, when needed)."""

    __slots__ = ("_guards", "_quotes", "scope", "text")

    def __init__(self, text: str, scope: Scope) -> None:
        self.text = text
        self.scope: Scope = scope
        self._guards: dict[str, list[tuple[int, int]]] = {}
        self._quotes: list[tuple[int, int]] | None = None

    def guarded(self, name: str) -> list[tuple[int, int]]:
        if name not in self._guards:
            found = _compiled(GUARDS[name].pattern).finditer(self.text)
            self._guards[name] = [match.span() for match in found]
        return self._guards[name]

    def is_spoken(self, start: int, end: int) -> bool:
        """Whether the words stand in quotation marks, or somebody is said to have spoken them."""
        if self._quotes is None:
            self._quotes = [match.span() for match in _QUOTED.finditer(self.text)] if '"' in self.text else []
        if any(a <= start < b for a, b in self._quotes):
            return True
        before, after = (_compiled(pattern) for pattern in SPEAKS)
        return bool(before.search(self.text, 0, start) or after.search(self.text, end))


def _findings(unit: Unit) -> Iterator[Finding]:
    text, scope = normal(unit.text), _SCOPES[unit.kind]
    index = _index(scope)
    numbers = {number for word in _WORD.findall(text) for number in index.rules_for(word[:_LONGEST_WORD])}
    is_speech = scope != "told" or bool(_SPEECH.search(text))
    found: set[str] = set()
    if numbers:
        seen = _Seen(text, scope)
        for rule in map(index.rules.__getitem__, sorted(numbers)):
            if rule.label not in found and (is_speech or not rule.is_direct) and (span := _shown(seen, rule)):
                found.add(rule.label)
                yield Finding(unit, rule.label, rule.precision, *span)
    measured = against_plan(text) if scope == "told" else None
    if measured:
        shown = "length.over" if measured[0] == "over" else "contrary.short"
        for label in sorted({shown, "length.minutes"} - found):
            yield Finding(unit, label, _MEASURED, *measured[1:])


def _precision(sign: Patterns, scope: Scope) -> float:
    return sign.precision.get(scope, 0.5)


def _shown(seen: _Seen, rule: _Rule) -> tuple[int, int] | None:
    """Return where the pattern shows its sign and no guard speaks against it."""
    pattern = _compiled(rule.pattern)
    match = pattern.search(seen.text)
    while match:
        start, end = match.span()
        is_meant = not (rule.is_direct and seen.scope == "told") or seen.is_spoken(start, end)
        if is_meant and not any(_speaks_against(seen, guard, start, end) for guard in rule.guards):
            return start, end
        match = pattern.search(seen.text, max(end, start + 1))
    return None


def _speaks_against(seen: _Seen, name: str, start: int, end: int) -> bool:
    guard = GUARDS[name]
    if seen.scope not in guard.scopes:
        return False
    for a, b in seen.guarded(name):
        if guard.reach == "unit":
            return True
        if a >= (start if guard.reach == "before" else end):
            break
        if guard.reach != "clause" and start - b > _NEAR:
            continue
        between = seen.text[b:start]
        if not _CLAUSE_END.search(between) and (guard.reach == "clause" or "," not in between):
            return True
    return False


class _Index:
    """The rules of one scope by the words that call them up."""

    def __init__(self, rules: Sequence[_Rule]) -> None:
        self.rules = rules
        self._words: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        for number, rule in enumerate(rules):
            for word in _trigger_words(rule.pattern):
                first = _WORD.match(word)
                if first is None:
                    raise ValueError(f"{rule.label}: {word!r} is not a word")
                (self._stems if word[-1] == "*" else self._words).setdefault(first[0], []).append(number)
        self._lengths = sorted({len(stem) for stem in self._stems})

    def rules_for(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the rules that a word calls up (remembered, within bounds)."""
        numbers = self._known.get(word)
        if numbers is None:
            found = list(self._words.get(word, ()))
            for length in self._lengths:
                if length > len(word):
                    break
                found += self._stems.get(word[:length], ())
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            numbers = self._known[word] = tuple(found)
        return numbers


@cache
def _index(scope: Scope) -> _Index:
    return _Index([rule for label, sign in SIGNS.items() for rule in _rules(label, sign, scope)])


def _rules(label: str, sign: Patterns, scope: Scope) -> list[_Rule]:
    """Return the rules of one sign: the plain ones first, for the first that shows it counts."""
    rules = _rules(label, sign.plain, scope) if sign.plain else []
    parts: Sequence[tuple[Scope, tuple[str, ...]]] = (
        ("told", sign.told),
        ("said", sign.said),
        ("mail", sign.mail),
    )
    precision = _precision(sign, scope)
    for meant, patterns in parts:
        if meant == scope or (meant == "said" and _counts_beyond_talk(label, scope)):
            rules += [_Rule(label, pattern, meant == "said", sign.guards, precision) for pattern in patterns]
    return rules


def _counts_beyond_talk(label: str, scope: Scope) -> bool:
    """Whether words that the employer speaks count in this scope too."""
    return scope == "told" or label not in NOT_IN_MAIL


def _trigger_words(pattern: str) -> list[str]:
    """Return the words of the best trigger that must occur; of all, where none must."""
    expanded, depth, at = _expanded(pattern), 0, 0
    nested: list[str] = []
    needed: list[list[str]] = []
    for trigger in _TRIGGER.finditer(expanded):
        for mark in _BRACKETS.finditer(expanded, at, trigger.start()):
            depth += {"(": 1, ")": -1}.get(mark[0], 0)
        at = trigger.end()
        if depth == 0 and expanded[at : at + 1] != "?":
            needed.append(trigger[1].split())
        nested += trigger[1].split()
    if not nested:
        raise ValueError(f"no trigger words in {pattern!r}")
    return min(needed, key=lambda words: len(_COMMON.intersection(words)), default=nested)


def _expanded(pattern: str) -> str:
    while _CLASS.search(pattern):
        pattern = _CLASS.sub(lambda match: f"(?:{CLASSES[match.group(1)]})", pattern)
    return pattern


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: most texts need only a part of them."""
    words = _TRIGGER.sub(_any_word, _expanded(pattern).replace(" .{0,", ".{0,"))
    whole = _BEGINS.sub(r"\\b\1", _GAP.sub(r"\1\\b\2", _AFTER_GAP.sub(r"\1\\b", words)))
    return re.compile(_SPACE.sub(_any_space, whole))


def _any_word(trigger: re.Match[str]) -> str:
    words = []
    for word in trigger[1].split():
        if word[-1] == "*":
            words.append(word[:-1] + r"\w*")
        elif word.isalnum():
            words.append(word + r"\b")
        else:
            words.append(re.escape(word))
    return r"(?<![a-z])(?:" + "|".join(words) + ")"


def _any_space(space: re.Match[str]) -> str:
    return " *" if space[1] else " +"
