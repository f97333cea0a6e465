"""What the statuses of other trackers mean here: words that people and programs use, in four languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

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


_MEANING_OF: Mapping[str, Meaning] = {
    " ".join(phrase.split()): MEANINGS[name]
    for name, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
}
# Whole words that decide when no phrase fits, the plainest first: what ends a way is looked for before its stations.
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), name)
    for pattern, name in (
        (r"not applied|not yet|to apply|noch nicht", "saved"),
        (
            r"offer (?:was )?(?:declined|refused)|declined (?:the |their )?offer|turned (?:it )?down",
            "declined",
        ),
        (r"offer accepted|accepted (?:the |their )?offer|hired|signed", "accepted"),
        (r"withdr(?:ew|awn)|zuruckgezogen", "withdrawn"),
        (
            r"ghosted|no (?:response|reply|answer)|never heard|keine (?:antwort|ruckmeldung)|sans reponse",
            "no-answer",
        ),
        (r"rejected|rejection|not selected|unsuccessful|absage|abgelehnt|refus|rechazad[oa]", "refused"),
        (r"offer|angebot|offre|oferta", "offer"),
        (r"final|onsite|on site|superday", "final"),
        (
            r"(?:2nd|3rd|second|third|technical|zweite[sn]?|deuxieme|segunda) (?:round|interview|gesprach|entretien|entrevista)",
            "further",
        ),
        (r"phone|screen(?:ing)?|telefon\w*|telephonique|telefonica", "screen"),
        (r"interview(?:s|ed|ing)?|vorstellungsgesprach|entretien|entrevista", "first"),
        (r"applied|application (?:sent|submitted)|beworben|postule|aplicad[oa]", "applied"),
        (r"archived|closed|expired", "other"),
    )
)
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
    """Return the meaning that is furthest on; of several endings the first."""
    return max(meanings, key=_place, default=None)


def is_status(text: str) -> bool:
    """Whether a cell reads as a status by itself, as one of the phrases that are known."""
    return bool(text) and len(text) <= 60 and _one(text, None) is not None


def _place(meaning: Meaning) -> int:
    return -1 if meaning.stage is None else SEARCH_STAGES.index(meaning.stage)


def _one(status: str, told: Mapping[str, Meaning] | None) -> Meaning | None:
    words = words_of(_NUMBERED.sub("", status))
    if not words:
        return None
    if told:
        for known in (words_of(status), words):
            if known in told:
                return told[known]
    return _MEANING_OF.get(words)


def _by_words(status: str) -> Meaning | None:
    words = words_of(status)
    for pattern, name in _WORDS:
        found = pattern.search(words)
        if found is not None:
            before = words[: found.start()]
            # "no offer", "waiting for the interview": what is denied or awaited is no station
            return None if _DENIED.search(before) else MEANINGS[name]
    return None
