"""Retellings as numbers, by group: the reader's signs, steps told, lengths, what stands beside the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import log1p

import numpy as np
from numpy.typing import NDArray
from pydantic import ConfigDict

from validation.retelling.read import Readings, ReadRetelling
from validation.retelling.stages import DELAYS, ROUNDS, STEPS, delays, rounds, steps
from validation.retelling.texts import Retelling
from wentwell import Document
from wentwell.interview._base import Noun
from wentwell.reading import find_facts

Floats = NDArray[np.float64]

LEAKS = ("outcome.offer", "outcome.rejected", "next.invited")
"""Signs that are the outcome or nearly so: kept apart, so that a model without them can be made."""
_LOWEST, _HIGHEST = -8.0, 6.0


class Table(Noun):
    """Numbers of all retellings: a row each, a named column for each thing."""

    model_config = ConfigDict(arbitrary_types_allowed=True, frozen=True)

    names: tuple[str, ...]
    values: Floats

    def without(self, words: Sequence[str]) -> Table:
        """Return the table without the columns that are about these."""
        kept = [place for place, name in enumerate(self.names) if name.split(" ")[0] not in words]
        return Table(names=tuple(self.names[place] for place in kept), values=self.values[:, kept])


def beside(*tables: Table) -> Table:
    """Return tables put side by side."""
    return Table(
        names=tuple(name for one in tables for name in one.names),
        values=np.concatenate([one.values for one in tables], 1),
    )


def signs(readings: Readings) -> Table:
    """Return what the reader makes of each label in each retelling.

    Log-odds that the sign is there (calibrated), over the sentences: the highest, the second highest, the
    mean, the first, the last, and where the highest stands (0 begin, 1 end); how many are expected, from
    the probabilities; and how many were told.
    """
    labels = readings.labels
    slopes, intercepts = np.array(readings.slopes), np.array(readings.intercepts)
    views = ("highest", "second", "mean", "first", "last", "place", "expected", "told")
    rows = []
    for one in readings.each:
        log_odds = np.clip(one.logits * slopes + intercepts, _LOWEST, _HIGHEST)
        rows.append(np.stack([*_pooled(log_odds), _told(one, labels)]))
    values = np.stack(rows)  # retellings, views, labels
    return Table(
        names=tuple(f"{label} {view}" for view in views for label in labels),
        values=values.reshape(len(rows), -1),
    )


def _pooled(log_odds: Floats) -> list[Floats]:
    if not len(log_odds):
        nothing = np.full(log_odds.shape[1], _LOWEST)
        return [nothing, nothing, nothing, nothing, nothing, nothing * 0 + 0.5, nothing * 0]
    ordered = np.sort(log_odds, 0)
    place = log_odds.argmax(0) / max(1, len(log_odds) - 1)
    expected = (1 / (1 + np.exp(-log_odds))).sum(0)
    return [
        ordered[-1],
        ordered[-2] if len(ordered) > 1 else np.full(log_odds.shape[1], _LOWEST),
        log_odds.mean(0),
        log_odds[0],
        log_odds[-1],
        place,
        np.log1p(expected),
    ]


def _told(one: ReadRetelling, labels: Sequence[str]) -> Floats:
    counts = dict.fromkeys(labels, 0)
    for found in one.evidence:
        counts[found.label] = counts.get(found.label, 0) + 1
    return np.array([log1p(counts[label]) for label in labels])


def told_signs(readings: Readings) -> Table:
    """Return for each label the highest probability of the signs that the reader tells; 0 where none is."""
    labels = readings.labels
    values = np.zeros((len(readings.each), len(labels)))
    for row, one in enumerate(readings.each):
        for found in one.evidence:
            column = labels.index(found.label)
            values[row, column] = max(values[row, column], found.probability)
    return Table(names=tuple(f"{label} told" for label in labels), values=values)


def process(rows: Sequence[Retelling]) -> Table:
    """Return which steps the words tell, and how many rounds and people."""
    return _from_words(
        rows,
        (*(f"step:{name}" for name in STEPS), *ROUNDS),
        lambda row: [*steps(row.text), *rounds(row.text)],
    )


_FACTS = ("minutes", "scheduled_minutes", "overrun_minutes", "promise", "money", "interviewers")


def facts(rows: Sequence[Retelling]) -> Table:
    """Return minutes, promises, pay and interviewers, as the product finds them, and days told."""

    def numbers(row: Retelling) -> list[float]:
        found = find_facts(Document.from_text(row.text, kind="notes"))
        highest = dict.fromkeys(_FACTS, 0.0)
        count = dict.fromkeys(_FACTS, 0)
        for fact in found:
            if fact.kind not in highest:
                continue
            highest[fact.kind] = max(highest[fact.kind], 1.0 if fact.value is None else fact.value)
            count[fact.kind] += 1
        return [
            *(log1p(min(value, 1e6)) for value in highest.values()),
            *(log1p(value) for value in count.values()),
            *delays(row.text),
        ]

    names = (*(f"{name} highest" for name in _FACTS), *(f"{name} count" for name in _FACTS), *DELAYS)
    return _from_words(rows, names, numbers)


def lengths(rows: Sequence[Retelling], readings: Readings) -> Table:
    """Return how long the text is: characters, words and sentences, as logarithms, and words a sentence."""
    values = []
    for row, one in zip(rows, readings.each, strict=True):
        words, sentences = len(row.text.split()), max(1, len(one.logits))
        values.append([log1p(len(row.text)), log1p(words), log1p(sentences), log1p(words / sentences)])
    return Table(
        names=("log characters", "log words", "log sentences", "log words a sentence"),
        values=np.array(values),
    )


_STYLE: Mapping[str, str] = {
    "i": r"i|i'm|i've|i'd|im|my|me",
    "we": r"we|our|us",
    "you": r"you|your|u",
    "they": r"they|their|them",
    "he_she": r"he|she|his|her|him",
    "past": r"was|were|had|did|went|got|asked|told|said",
    "present": r"is|are|have|do|ask|asks",
    "negation": r"not|no|never|nothing|n't|didn't|don't|wasn't|couldn't|cannot",
    "question": r"what|how|why|which|when",
    "asked": r"explain|write an?|implement|questions (?:were|about|from|on)|questions? was",
    "position": r"position|role|job|opening",
}
_STYLE_PATTERNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _STYLE.items()}


def style(rows: Sequence[Retelling]) -> Table:
    """Return how it is told, whatever is told: persons, tenses, negations and question marks a word."""

    def numbers(row: Retelling) -> list[float]:
        text = row.text.lower().replace("’", "'")
        words = max(1, len(text.split()))
        shares = [len(pattern.findall(text)) / words for pattern in _STYLE_PATTERNS.values()]
        letters = max(1, sum(char.isalpha() for char in row.text))
        return [
            *shares,
            text.count("?") / words,
            text.count("!") / words,
            text.count(",") / words,
            sum(char.isdigit() for char in text) / len(text),
            sum(char.isupper() for char in row.text) / letters,
        ]

    names = (*_STYLE, "question marks", "exclamations", "commas", "digits", "capitals")
    return _from_words(rows, tuple(f"style:{name}" for name in names), numbers)


_ROLES: Mapping[str, str] = {
    "intern": r"intern|internship|explore|student|co-op|new grad|graduate|trainee|fresher",
    "engineer": r"engineer|developer|sde|sdet|programmer|software|swe|qa|test",
    "data": r"data|analyst|research|scientist|analytics|quant",
    "product": r"product|program|pm\b|project",
    "manager": r"manager|director|lead|head|senior|principal|vp",
    "sales": r"sales|account|marketing|partner|business|client|customer",
    "support": r"support|service|help ?desk|technician|operations|administrat",
    "consultant": r"consult|advis|audit|tax|associate",
    "design": r"design|ux|writer|content|artist",
    "people": r"recruit|hr\b|human|talent",
}
_ROLE_PATTERNS = {name: re.compile(words) for name, words in _ROLES.items()}
_DIFFICULTY = {"very easy": -2.0, "easy": -1.0, "average": 0.0, "difficult": 1.0, "very difficult": 2.0}
_SMALLEST = 40


def employers(rows: Sequence[Retelling]) -> Table:
    """Return which employer it was; those with few retellings are one."""
    names = [row.company for row in rows]
    large = sorted({name for name in names if names.count(name) >= _SMALLEST})
    values = np.array([[float(name == one) for one in large] for name in names]).reshape(len(rows), -1)
    return Table(names=tuple(f"employer:{name}" for name in large), values=values)


def circumstances(rows: Sequence[Retelling]) -> Table:
    """Return what the form beside the text says: difficulty, days it took, family of the role, year."""
    days = [0.0 if row.process_days is None else log1p(row.process_days) for row in rows]
    middle = float(np.median([one for one in days if one])) if any(days) else 0.0
    values = []
    for row, took in zip(rows, days, strict=True):
        role = row.role.lower()
        values.append(
            [
                _DIFFICULTY.get(row.difficulty, 0.0),
                float(row.difficulty not in _DIFFICULTY),
                took or middle,
                float(row.process_days is None),
                *(float(bool(pattern.search(role))) for pattern in _ROLE_PATTERNS.values()),
                float(row.date[:4] or 2015) - 2015,
            ]
        )
    return Table(
        names=(
            "difficulty",
            "difficulty not given",
            "log process days",
            "process days not given",
            *(f"role:{name}" for name in _ROLES),
            "year",
        ),
        values=np.array(values),
    )


def states(readings: Readings) -> Table:
    """Return the mean of the encoder's hidden states: not signs, an upper reference only."""
    values = np.stack([one.states for one in readings.each])
    return Table(names=tuple(f"state:{place}" for place in range(values.shape[1])), values=values)


def _from_words(
    rows: Sequence[Retelling], names: Sequence[str], numbers: Callable[[Retelling], list[float]]
) -> Table:
    return Table(names=tuple(names), values=np.array([numbers(row) for row in rows], np.float64))
