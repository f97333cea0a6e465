"""What the candidate wants, in the candidate's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wentwell.drafting._phrases import tokens
from wentwell.drafting._topics import is_spelled_out
from wentwell.drafting._words import listed
from wentwell.interview import Interview
from wentwell.reading import units

_WANT = re.compile(
    r"\b(?:I(?:'d|’d| would) (?:really |very much |quite )?(?:like|love) to|I (?:really )?want to|"
    r"made me want to|I can(?:'t|’t|not) wait to) (?P<want>[^.?!;:,()\n\"“”]{4,90})"
)
_CUT = re.compile(
    r"\s(?:and|but|because|if|so|when|since|though|although|unless|before|after|until|while|as)\s.*$"
)
_VERBS = listed("want_verbs")
_UNCLEAR = listed("want_unclear")
_MAY_STAND_INSIDE = listed("want_inside")


@dataclass(frozen=True, slots=True)
class Want:
    """A thing that the candidate would like to do there."""

    phrase: str
    """After "to", such as "build the new model"."""
    quote: str
    source: str


def wants(interview: Interview) -> list[Want]:
    """Return what the candidate says they would like to do, where it can stand by itself.

    Only the candidate's own words count: notes, and the candidate's turns in a talk.
    """
    found: list[Want] = []
    for document in interview.documents:
        if document.kind not in ("notes", "transcript"):
            continue
        pieces = [piece for piece in units(document) if document.kind == "notes" or piece.role == "candidate"]
        if not is_spelled_out([piece.text for piece in pieces]):
            continue
        for piece in pieces:
            for match in _WANT.finditer(piece.text):
                want = _CUT.sub("", match["want"]).strip()
                if _holds_up(want):
                    found.append(Want(want, match[0], document.name or document.kind))
    return found


def _holds_up(want: str) -> bool:
    words = [word.plain for word in tokens(want)]
    if not 2 <= len(words) <= 12 or words[0] not in _VERBS or words[-1] in _UNCLEAR:
        return False
    if any(char.isdigit() for char in want) or {"our", "your", "their", "his", "her"} & set(words):
        return False
    return not (set(words) & (_UNCLEAR - _MAY_STAND_INSIDE)) and not set(words) & listed("private")
