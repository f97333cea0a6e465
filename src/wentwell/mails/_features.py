"""A mail as named numbers: the signs in its sentences, some wordings, its subject and its head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wentwell.interview import Message
from wentwell.mails._cues import CUES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FIRST = 2
"""Sentences that count as the beginning."""
_STEEP = 1.5
"""How steeply a margin becomes a strength between 0 and 1."""
_LONGEST = 20_000
"""Characters of the body that are looked at."""
_CUE = 2.0
_SUBJECT = 1.5
_HEAD = 2.0
"""How large the features of the body's wordings, of the subject and of the head are: the larger, the less
their weights are held down when they are fitted. Chosen on development mails."""
_SHORT = 25
"""Words below which a mail is short."""
_VOICES = {
    "i": re.compile(r"\b(?:i|i'm|i've|i'll|i'd|my|me)\b"),
    "we": re.compile(r"\b(?:we|we're|we've|we'll|we'd|our|us)\b"),
}
"""Who speaks: a machine seldom says "I"."""
_TOKEN = re.compile(r"[a-z']+|[0£$€?!]")
_DIGITS = re.compile(r"\d+")
_MACHINE = re.compile(
    r"\b(?:no|not|do[-_.]?not|don'?t)[-_.]?reply|^(?:notifications?|alerts?|mailer-daemon|postmaster|"
    r"auto(?:mated|mailer)?|system|robot|bounces?)\b",
    re.IGNORECASE,
)


def features(message: Message, margins: NDArray[np.float64], labels: Sequence[str]) -> dict[str, float]:
    """Return a mail as named numbers; what is 0 is left out.

    Parameters
    ----------
    message : Message
    margins : array
        Shape (sentences, labels): by how much the reader's log-odds exceed the label's threshold.
    labels : sequence of str
        The columns of `margins`.
    """
    body = plain(own_and_signed(message))
    return (
        sign_features(margins, labels)
        | {f"cue:{name}": _CUE for name in cues(body)}
        | voice_features(body)
        | subject_features(message.subject)
        | head_features(message)
    )


def own_and_signed(message: Message) -> str:
    """Return the body without what it quotes; greeting, signature and footer stay."""
    document = message.document
    pieces: list[str] = []
    begin = 0
    for aside in document.asides or ():
        if aside.kind == "quoted":
            pieces.append(document.text[begin : aside.start])
            begin = aside.end
    pieces.append(document.text[begin:])
    return "".join(pieces)


def plain(text: str) -> str:
    """Return text in small letters, with every number as 0."""
    return _DIGITS.sub("0", text[:_LONGEST].lower().replace("’", "'"))


def sign_features(margins: NDArray[np.float64], labels: Sequence[str]) -> dict[str, float]:
    """Return for each sign how strongly it shows at most, in sum and at the beginning."""
    import numpy as np

    count = len(margins)
    if not count:
        return {}
    strength = 1 / (1 + np.exp(-_STEEP * np.clip(margins, -20, 20)))
    values = {
        "max": strength.max(0),
        "sum": strength.sum(0) / np.sqrt(count),
        "first": strength[:_FIRST].max(0),
    }
    made = {
        f"{name}:{label}": round(float(value), 4)
        for name, row in values.items()
        for label, value in zip(labels, row, strict=True)
    }
    return made | {"sentences": float(np.log1p(count)) / 3}


def cues(text: str) -> list[str]:
    """Return the names of the wordings that occur in text made plain."""
    return [name for name, pattern in _compiled().items() if pattern.search(text)]


def voice_features(text: str) -> dict[str, float]:
    """Return whether and how often a text made plain says "I" and "we", and whether it is short."""
    count = max(1, len(text.split()))
    made = {"short": _CUE} if count < _SHORT else {}
    for name, pattern in _VOICES.items():
        said = len(pattern.findall(text))
        if said:
            made |= {
                f"voice:{name}": _CUE,
                f"voice:{name} often": round(_CUE * min(1.0, 10 * said / count), 4),
            }
    return made


def tokens(text: str) -> list[str]:
    """Return the words of text made plain."""
    return _TOKEN.findall(text)


def subject_features(subject: str) -> dict[str, float]:
    """Return what a subject shows; nothing if there is none."""
    text = plain(" ".join(subject.split()))
    if not text:
        return {}
    words = tokens(text)
    grams = {*words, *map(" ".join, pairwise(words))}
    shown = [f"subject:{gram}" for gram in sorted(grams)] + [f"subject cue:{name}" for name in cues(text)]
    return {**dict.fromkeys(shown, _SUBJECT), "subject": _SUBJECT}


def head_features(message: Message) -> dict[str, float]:
    """Return what the head says of how the mail was sent."""
    sender = message.sender.address.partition("@")[0] if message.sender else ""
    shown: Mapping[str, bool] = {
        "head:answers": message.is_answer,
        "head:answered by a machine": message.auto_submitted in {"auto-replied", "auto-notified"},
        "head:sent by a machine": message.automatic,
        "head:no answers wanted": bool(_MACHINE.search(sender)),
        "head:sent to many": message.has_unsubscribe or message.list_id is not None,
        "quotes": any(aside.kind == "quoted" for aside in message.document.asides or ()),
    }
    return {name: _HEAD for name, is_so in shown.items() if is_so}


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in CUES.items()}
