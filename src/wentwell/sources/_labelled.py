"""Transcripts as plain text: ``Name: text`` and the forms that note takers and meeting tools export.

Each line that can begin a turn is a *head*. Whether heads make a talk is decided once for the whole text
(`find_heads`), so that notes with headings such as "Pros:" stay notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wentwell.interview import Document
from wentwell.sources._cues import Cue, not_speech, seconds, talk
from wentwell.sources._speakers import can_speak, is_heading, is_role_word, is_talk, plain_label

_T = r"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}(?:[.,][0-9]{1,3})?(?:\s?[AaPp]\.?[Mm]\.?(?![A-Za-z]))?"
_NAME = r"[^\W\d_][^:：\n<>{}\[\]()|]{0,59}?"
_NAME_WITH_NOTE = rf"{_NAME}(?:\s\([^()\n]{{1,30}}\))?"
_CODE = r"[A-Z]{2,20}_[0-9]{1,3}"
_CLOCK = rf"(?P<clock>{_T})"
_BRACKETED = rf"[\[(<]\s?(?P<bracketed>{_T})(?:\s?(?:-|–|—|to)\s?{_T})?\s?[\])>]"

_LABEL = rf"(?P<name>{_CODE}|{_NAME_WITH_NOTE})"
_EITHER = rf"(?:{_BRACKETED}|{_CLOCK}(?:\s?[-–]\s?{_T})?)"

_TIME_FIRST = re.compile(rf"\s*{_EITHER}\s*[-–—|]?\s*{_LABEL}\s?[:：](?=\s|$)\s*")
_TIME_THEN_NAME = re.compile(rf"\s*{_EITHER}\s*[-–—|]?\s*{_LABEL}\s*$")
_NAME_THEN_BRACKET = re.compile(rf"\s*(?P<name>{_CODE}|{_NAME})\s{{0,8}}{_BRACKETED}\s?[:：]?(?=\s|$)\s*")
_NAME_THEN_TIME = re.compile(rf"\s*{_LABEL}\s{{1,30}}[-–—|,·•]?\s{{0,4}}{_CLOCK}\s*(?:[:：]\s*|$)")
_BRACKETED_NAME = re.compile(rf"\s*\[{_LABEL}\]\s{{1,8}}{_CLOCK}\s*")
_CHAT = re.compile(rf"\s*{_CLOCK}\s{{1,8}}From\s{{1,4}}(?P<name>[^:\n]{{1,120}}?)\s{{0,4}}:\s*")
_GAP = re.compile(r"\S(?:\s{2}|\t)\s*[0-9]")
_TO = re.compile(r"\s[Tt]o\s")
# "clock": times of the day; "sure": no note looks so; "weak": an agenda could.
_TIMED_FORMS = (
    (_BRACKETED_NAME, "clock"),
    (_CHAT, "clock"),
    (_TIME_FIRST, "by time"),
    (_NAME_THEN_BRACKET, "sure"),
    (_NAME_THEN_TIME, "weak"),
    (_TIME_THEN_NAME, "weak"),
)
_TIME_ALONE = re.compile(rf"\s*[\[(]?({_T})[\])]?\s*$")
_BRACKETED_TIME = re.compile(rf"\s*\[({_T})(?:\s?[-–]\s?{_T})?\]\s*")
# What tools write around the talk.
_SERVICE = re.compile(
    r"(?:transcri(?:pt|ption) (?:ended|started|stopped)|meeting ended|recording (?:started|stopped)\.?$|"
    r"this editable transcript was|transcribed by http|"
    r".{1,60} (?:started|stopped) (?:the )?transcription\.?$)",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[^.?!]{0,60}$")
_ADDRESS = re.compile(
    r"\b(?:you|your|yours|yourself|i|i'm|i've|hello|hi|welcome|thanks|thank)\b", re.IGNORECASE
)
_QUESTION_WORDS = frozenset({"q", "a", "question", "answer"})
_HEAD = 200  # only so much of a line is looked at: a line of a megabyte costs nothing
_RECORDING_STARTS = 300.0  # a recording's first time lies near zero, an agenda's does not
_LONGEST_TITLE = 8  # words
_WALL_CLOCK = 3600.0


@dataclass(frozen=True, slots=True)
class Head:
    """A line that begins a turn, or a time that stands alone (``speaker`` is ``None``)."""

    line: int
    speaker: str | None
    at: float | None
    rest: str
    form: str
    lines: int = 1
    """How many lines the head itself takes."""


def find_heads(lines: Sequence[str], sure: bool = False) -> list[Head]:
    """Find the lines that begin turns; empty if this is no talk.

    Heads with a time in a tool's form are trusted if they look like a recording's. Plain ``Name: text``
    needs people taking turns (see `is_talk`); a name alone on its line needs that and more. ``sure``: the
    user said that it is a transcript, so one head is enough.
    """
    timed = _timed_heads(lines, loose=False)
    if _is_recording(timed, lines) or (sure and timed):
        timed = _timed_heads(lines, loose=True)
        plain = _plain_heads(lines, {head.line for head in timed}, loose=True)
        known = {head.speaker.casefold() for head in timed if head.speaker}
        spoken = [head for head in plain if head.speaker and head.speaker.casefold() in known]
        both = sorted([*timed, *plain], key=lambda head: head.line)
        if len(plain) > len(spoken) and is_talk([head.speaker for head in both if head.speaker]):
            return both
        return sorted([*timed, *spoken], key=lambda head: head.line)
    plain = _plain_heads(lines, set())
    if (sure and plain) or (_is_exchange(plain, lines) and _is_main_part(plain, lines)):
        return _plain_heads(lines, set(), loose=True)
    named = _name_lines(lines)
    if named and (sure or _is_main_part(named, lines)):
        return named
    bare = _bare_times(lines)
    filled = sum(1 for line in lines if line.strip())
    return bare if len(bare) >= (1 if sure else max(3, filled / 2)) else []


def parse_labelled(
    text: str, name: str | None, form: str = "labelled", warnings: Sequence[str] = (), sure: bool = False
) -> Document | None:
    """Read a transcript of labelled lines; ``None`` if the text is none.

    Parameters
    ----------
    text : str
        Clean text.
    name : str or None
        What the user calls it.
    form : str
        What to give as the document's format.
    warnings : sequence of str
        What is already known to be unsure.
    sure : bool
        The user said that it is a transcript: if no speaker is found, each paragraph is a turn.
    """
    lines = text.split("\n")
    heads = find_heads(lines, sure)
    if not heads:
        if not sure:
            return None
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text)]
        cues = [Cue(words, change=True) for words in paragraphs if words]
        return talk(cues, name, form, warnings) if cues else None
    said = list(warnings)
    cues = _cues(lines, heads, said)
    return talk(cues, name, form, said) if any(cue.text.strip() for cue in cues) else None


def _timed_heads(lines: Sequence[str], loose: bool) -> list[Head]:
    return [head for index in range(len(lines)) if (head := _timed_head(lines, index, loose)) is not None]


def _timed_head(lines: Sequence[str], index: int, loose: bool) -> Head | None:
    line = lines[index]
    head = line[:_HEAD]
    if ":" not in head:
        return None
    for pattern, usual in _TIMED_FORMS:
        match = pattern.match(head)
        if match is None:
            continue
        groups = match.groupdict()
        speaker, clock = groups["name"], groups.get("bracketed") or groups["clock"]
        if pattern is _CHAT:
            speaker = _TO.split(speaker, maxsplit=1)[0]
        elif not can_speak(speaker, loose and (usual != "weak" or _GAP.search(match[0]) is not None)):
            continue
        exact = groups.get("bracketed") is not None or clock.count(":") == 2
        if pattern is _TIME_THEN_NAME and not (exact and len(line) <= _HEAD and _next_is_words(lines, index)):
            continue
        form = usual if usual != "by time" else "sure" if exact else "weak"
        return Head(index, " ".join(speaker.split()), seconds(clock), line[match.end() :].strip(), form)
    return None


def _next_is_words(lines: Sequence[str], index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return bool(following.strip()) and _TIME_ALONE.match(following[:_HEAD]) is None


def _is_recording(timed: Sequence[Head], lines: Sequence[str]) -> bool:
    if not timed:
        return False
    labels = [head.speaker for head in timed if head.speaker]
    sure = sum(head.form != "weak" for head in timed)
    first = timed[0].at
    if len(timed) == 1:
        filled = [index for index, line in enumerate(lines) if line.strip()]
        return sure == 1 and filled.index(timed[0].line) <= len(filled) // 2
    round_times = all((head.at or 0.0) % 15 == 0 for head in timed)
    near_zero = first is not None and first < (60 if round_times else _RECORDING_STARTS)
    return sure >= 2 or near_zero or is_talk(labels)


def _plain_heads(lines: Sequence[str], taken: set[int], loose: bool = False) -> list[Head]:
    """Find ``Name: text``; ``loose``: the text is a talk, so that "Rao sir" is a name if it recurs."""
    found = []
    for index, line in enumerate(lines):
        if index in taken or not (":" in line[:_HEAD] or "：" in line[:_HEAD]):
            continue
        label = plain_label(line)
        if label is not None and can_speak(label[0], loose and label[0][0].isupper()):
            found.append(Head(index, label[0], None, label[1], "plain"))
    counts = Counter(head.speaker.casefold() for head in found if head.speaker)
    found = [
        head
        for head in found
        if head.speaker and (can_speak(head.speaker) or counts[head.speaker.casefold()] > 1)
    ]
    # A word in small letters is a name only if it recurs ("me:", not "honestly:") or if every line has one.
    filled = sum(1 for line in lines if line.strip())
    if len(found) + len(taken) < max(8, 0.9 * filled):
        found = [
            head
            for head in found
            if head.speaker
            and (
                is_role_word(head.speaker)
                or not head.speaker[0].islower()
                or counts[head.speaker.casefold()] > 1
            )
        ]
    return _without_form(found, counts)


def _without_form(heads: list[Head], counts: Counter[str]) -> list[Head]:
    """Drop leading lines that fill in a form, such as "Interviewer: Ann Lee" above the talk."""
    first = 0
    while first < len(heads):
        head = heads[first]
        speaker = (head.speaker or "").casefold()
        if counts[speaker] > 1 or not is_role_word(speaker) or not _fills_a_form(head.rest):
            break
        first += 1
    rest = heads[first:]
    return rest if len(rest) > 1 else heads


def _is_main_part(heads: Sequence[Head], lines: Sequence[str]) -> bool:
    """Tell whether the talk is most of the text, not a few lines quoted at the end of notes."""
    # Titles, dates and names above a talk are short lines; notes are sentences.
    before = sum(len(line) for line in lines[: heads[0].line] if len(line.split()) > _LONGEST_TITLE)
    return before <= sum(map(len, lines[heads[0].line :]))


def _fills_a_form(value: str) -> bool:
    words = value.split()
    return (
        len(words) <= 6
        and _VALUE.match(value) is not None
        and all(not word[0].islower() or word in {"of", "and", "at", "de", "the", "van"} for word in words)
        and len(words) > 1
    )


def _is_exchange(heads: Sequence[Head], lines: Sequence[str]) -> bool:
    labels = [head.speaker for head in heads if head.speaker]
    headings = sum(1 for line in lines if (label := plain_label(line)) is not None and is_heading(label[0]))
    if 2 * headings > len(heads):
        return False
    if is_talk(labels):
        return True
    # Nobody comes back: a few lines can still be an exchange, if the words speak to somebody.
    if len({label.casefold() for label in labels}) < 2 or not any(_ADDRESS.search(h.rest) for h in heads):
        return False
    if all(is_role_word(label) and label.casefold() not in _QUESTION_WORDS for label in labels):
        return not any(_fills_a_form(head.rest) for head in heads)
    return len(labels) == 2 == sum(1 for line in lines if line.strip())


def _name_lines(lines: Sequence[str]) -> list[Head]:
    """Find names alone on their lines, each with its words below, as some meeting tools write."""
    found: list[Head] = []
    for index, line in enumerate(lines):
        label = line.strip()
        if (
            not label
            or len(label) > 60
            or label[-1] in ".?!,;:…"
            or not can_speak(label)
            or label[0].islower()
        ):
            continue
        if len(label.split()) > 4 or (index and lines[index - 1].strip() and not found):
            continue
        following = lines[index + 1][:_HEAD] if index + 1 < len(lines) else ""
        clock = _TIME_ALONE.match(following)
        if clock is not None:
            found.append(Head(index, label, seconds(clock[1]), "", "name", 2))
        elif following.strip():
            found.append(Head(index, label, None, "", "name"))
    # Only those who come back are names, other short lines are words or headings; where nearly every
    # paragraph begins with one of them, somebody who spoke once is believed too.
    counts = Counter(head.speaker for head in found)
    sure = [head for head in found if counts[head.speaker] > 1 or head.lines == 2]
    if len(sure) < 3 or not is_talk([head.speaker for head in sure if head.speaker]):
        return []
    begins = {i for i, line in enumerate(lines) if line.strip() and (not i or not lines[i - 1].strip())}
    if len(begins & {head.line for head in sure}) >= 0.8 * len(begins):
        return [head for head in found if counts[head.speaker] > 1 or head.lines == 2 or head.line in begins]
    return sure


def _bare_times(lines: Sequence[str]) -> list[Head]:
    found = []
    for index, line in enumerate(lines):
        match = _BRACKETED_TIME.match(line[:_HEAD])
        if match is not None and line[match.end() :].strip():
            found.append(Head(index, None, seconds(match[1]), line[match.end() :].strip(), "bare"))
    return found


def _cues(lines: Sequence[str], heads: Sequence[Head], said: list[str]) -> list[Cue]:
    preamble = [line.strip() for line in lines[: heads[0].line] if line.strip()]
    heading_time = next((at for line in reversed(preamble) if (at := _time_alone(line)) is not None), None)
    preamble = [line for line in preamble if _time_alone(line) is None]
    if preamble:
        said.append(not_speech(preamble))
    cues: list[Cue] = []
    service: list[str] = []
    pending = heading_time
    ends = [head.line for head in heads[1:]] + [len(lines)]
    for head, end in zip(heads, ends, strict=True):
        words = [head.rest]
        at = head.at if head.at is not None else pending
        pending = None
        for line in lines[head.line + head.lines : end]:
            alone = _time_alone(line)
            if alone is not None:
                pending = alone
            elif _SERVICE.match(line.strip()[:_HEAD]):
                service.append(line.strip())
            elif line.strip():
                words.append(line.strip())
        cues.append(
            Cue(" ".join(part for part in words if part), head.speaker, at, None, head.speaker is None)
        )
    if service:
        said.append("Not read as speech: " + "; ".join(service))
    return _from_zero(cues, heads)


def _time_alone(line: str) -> float | None:
    match = _TIME_ALONE.match(line) if len(line) <= _HEAD else None
    return seconds(match[1]) if match is not None else None


def _from_zero(cues: list[Cue], heads: Sequence[Head]) -> list[Cue]:
    """Count wall-clock times from the first one; a talk over midnight goes on."""
    times = [cue.at for cue in cues if cue.at is not None]
    if not times or not all(head.form == "clock" for head in heads) or times[0] < _WALL_CLOCK:
        return cues
    first, last, shift = times[0], times[0], 0.0
    counted = []
    for cue in cues:
        if cue.at is None:
            counted.append(cue)
            continue
        if cue.at < last - 12 * _WALL_CLOCK:
            shift += 24 * _WALL_CLOCK
        last = cue.at
        counted.append(replace(cue, at=max(0.0, cue.at + shift - first)))
    return counted
