"""What the statuses of other trackers mean here (``statuses.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from wentwell.interview import SEARCH_STAGES, Closing, SearchStage
from wentwell.trackers._words import words_of


class Meaning(NamedTuple):
    """Where a job stands."""

    stage: SearchStage | None
    """``None``: noted, and not applied for yet."""
    closing: Closing | None = None

    @property
    def name(self) -> str:
        """How it is written: ``first``, ``refused``, ``saved``."""
        return self.closing or self.stage or "saved"


SAVED = Meaning(None)
MEANINGS: Mapping[str, Meaning] = {
    one.name: one
    for one in (
        SAVED,
        *(Meaning(stage) for stage in SEARCH_STAGES if stage != "closed"),
        *(
            Meaning("closed", how)
            for how in ("accepted", "declined", "refused", "withdrawn", "no-answer", "other")
        ),
    )
}
"""Every meaning by its name."""


_DENIED = re.compile(r"\b(?:no|not|never|without|awaiting|waiting|before|pending|kein\w*|nicht|pas|sin)\b")
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.)\-–:]\s*(?=\D)")
_SEVERAL = re.compile(r"[,;/|\n]+")


def meaning_of(status: str, told: Mapping[str, Meaning] | None = None) -> Meaning | None:
    """Return what a status means; ``None`` if its words say nothing known.

    Parameters
    ----------
    status : str
        As it stands in a cell. Of several words divided by commas the one that is furthest on counts.
    told : mapping, optional
        What the user said of words, by `words_of` them: it goes before everything.
    """
    whole = _one(status, told)
    if whole is not None:
        return whole
    return furthest(filter(None, (_one(part, told) for part in _SEVERAL.split(status)))) or _by_words(status)


def furthest(meanings: Iterable[Meaning]) -> Meaning | None:
    """Return the meaning that is furthest on; of several endings the first that says how."""
    return max(meanings, key=_place, default=None)


def is_status(text: str) -> bool:
    """Whether a cell reads as a status by itself, as one of the phrases that are known."""
    return bool(text) and len(text) <= 60 and _one(text, None) is not None


def _place(meaning: Meaning) -> tuple[int, bool]:
    place = -1 if meaning.stage is None else SEARCH_STAGES.index(meaning.stage)
    return place, meaning.closing != "other"


def _one(status: str, told: Mapping[str, Meaning] | None) -> Meaning | None:
    words = words_of(_NUMBERED.sub("", status))
    if not words:
        return None
    if told:
        for known in (words_of(status), words):
            if known in told:
                return told[known]
    return _known()[0].get(words)


def _by_words(status: str) -> Meaning | None:
    words = words_of(status)
    for pattern, meaning in _known()[1]:
        found = pattern.search(words)
        if found is not None:
            before = words[: found.start()]
            # "no offer", "waiting for the interview": what is denied or awaited is no station
            return None if _DENIED.search(before) else meaning
    return None


@cache
def _known() -> tuple[Mapping[str, Meaning], tuple[tuple[re.Pattern[str], Meaning], ...]]:
    """Return the phrases with what they mean, and the patterns to look for where no phrase fits."""
    text = files("wentwell.trackers").joinpath("statuses.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    phrases = {phrase: MEANINGS[name] for name, several in table["phrases"].items() for phrase in several}
    within = tuple((re.compile(rf"\b(?:{pattern})\b"), MEANINGS[name]) for name, pattern in table["within"])
    return phrases, within
