"""Cues: what every kind of transcript is read into, and how they become turns."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wentwell.interview import Document
from wentwell.sources._decoding import one_line
from wentwell.sources._speakers import personal_name

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)\]]*$")
_LONGEST_UNNAMED = 400  # characters; unpunctuated speech would otherwise grow without end
_LONG_PREAMBLE = 400  # characters that a warning repeats
_LONGEST_PAUSE = 2.0  # seconds
_CLOCK = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,9}))?\s*([AaPp])?")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with, where known, their speaker and times in seconds."""

    text: str
    speaker: str | None = None
    at: float | None = None
    until: float | None = None
    change: bool = False
    """The source marks that somebody else begins to speak here, without a name."""


def seconds(clock: str) -> float | None:
    """Read ``1:02:03.5``, ``02:03,500`` or ``10:02:11 PM`` as seconds; ``None`` if it is no time."""
    match = _CLOCK.match(clock.strip())
    if match is None:
        return None
    hours, minutes, secs, fraction, half = match.groups()
    day_hours = int(hours or 0)
    if half:
        day_hours = day_hours % 12 + (12 if half in "pP" else 0)
    return day_hours * 3600 + int(minutes) * 60 + int(secs) + (float(f"0.{fraction}") if fraction else 0.0)


def sound_time(value: object) -> float | None:
    """Return a time that can be one: a finite number of seconds, not negative; else ``None``."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number >= 0.0 else None


def same_speaker(one: str | None, other: str | None) -> bool:
    """Tell whether two labels name one speaker; two unknown ones do not."""
    return one is not None and other is not None and one.casefold() == other.casefold()


def merge_cues(cues: Iterable[Cue]) -> list[Cue]:
    """Join consecutive cues of one speaker into one, with a space between.

    Where nobody is named, cues are joined only until their sentence is finished: whoever spoke, a
    subtitle's line break is no change of speaker.

    Parameters
    ----------
    cues : iterable of Cue
        In the order of the talk.

    Returns
    -------
    list of Cue
        Each with the time of its first cue as ``at`` and of its last as ``until``.
    """
    merged: list[Cue] = []
    pieces: list[str] = []
    size = 0
    for cue in cues:
        text = cue.text.strip()
        if not text:
            continue
        last = merged[-1] if merged else None
        if last is not None and (
            same_speaker(last.speaker, cue.speaker) or _goes_on(last, pieces, size, cue)
        ):
            pieces.append(text)
            size += len(text) + 1
            merged[-1] = replace(last, until=cue.until if cue.until is not None else last.until)
            continue
        if last is not None:
            merged[-1] = replace(last, text=" ".join(pieces))
        merged.append(cue)
        pieces, size = [text], len(text)
    if merged:
        merged[-1] = replace(merged[-1], text=" ".join(pieces))
    return merged


def _goes_on(last: Cue, pieces: Sequence[str], size: int, cue: Cue) -> bool:
    if cue.change or last.speaker is not None or cue.speaker is not None or size > _LONGEST_UNNAMED:
        return False
    if last.until is not None and cue.at is not None and cue.at - last.until > _LONGEST_PAUSE:
        return False
    return not _SENTENCE_END.search(pieces[-1][-8:])


def not_speech(lines: Sequence[str]) -> str:
    """Say which lines stand before the talk, so that none is lost in silence."""
    whole = "; ".join(lines)
    if len(whole) <= _LONG_PREAMBLE:
        return f"Before the talk, not read as speech: {whole}"
    return (
        f"{len(lines)} lines stand before the talk and were not read as speech, from “{lines[0][:60]}” "
        f"to “{lines[-1][:60]}”. If they are notes, give them as a file of their own."
    )


def talk(cues: Iterable[Cue], name: str | None, form: str, warnings: Iterable[str] = ()) -> Document:
    """Make a transcript of cues; consecutive cues of one speaker become one turn."""
    said = list(warnings)
    turns = []
    for cue in merge_cues(cues):
        begin, end = sound_time(cue.at), sound_time(cue.until)
        if begin is not None and end is not None and end < begin:
            end = None
        if (begin is None) != (cue.at is None) or (end is None) != (cue.until is None):
            said.append("Some times make no sense and were left out.")
        speaker = one_line(cue.speaker) if cue.speaker is not None else None
        turns.append(
            {
                "text": cue.text,
                "speaker": speaker or None,
                "name": personal_name(speaker) if speaker else None,
                "start": begin,
                "end": end,
            }
        )
    if turns and all(turn["speaker"] is None for turn in turns):
        said.append("The transcript names no speakers.")
    document = Document.from_turns(turns, name=name)
    return document.model_copy(update={"format": form, "warnings": tuple(dict.fromkeys(said))})
