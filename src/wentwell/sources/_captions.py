"""Timed captions: WebVTT, SubRip (.srt), SubViewer (.sbv), and plain text with ``-->`` times.

One tolerant reader for all: a line of times begins a cue, and the words up to the next one belong to it.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from wentwell.interview import Document
from wentwell.sources._cues import Cue, not_speech, seconds, talk
from wentwell.sources._decoding import clean, one_line
from wentwell.sources._speakers import can_speak, is_role_word, is_talk, plain_label

_TIME = r"(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]{1,9})?"
_SETTINGS = r"(?:\s+[A-Za-z][A-Za-z0-9]{0,20}:\S{1,40})*\s*$"
_TIMING = re.compile(rf"\s*({_TIME})\s{{0,8}}-{{1,2}}>\s{{0,8}}({_TIME})?")
_SURE_TIMING = re.compile(rf"\s*{_TIME}\s{{0,8}}-->\s{{0,8}}{_TIME}{_SETTINGS}")
_INLINE_TIMING = re.compile(rf"\s*\[({_TIME})\s{{0,8}}-->\s{{0,8}}({_TIME})\]\s*")
_PAIR = re.compile(
    r"\s*((?:[0-9]+:)?[0-9]{1,2}:[0-9]{2}\.[0-9]{3}),((?:[0-9]+:)?[0-9]{1,2}:[0-9]{2}\.[0-9]{3})\s*$"
)
_CUT_TIMING = re.compile(rf"\s*{_TIME}\s{{0,8}}-{{0,2}}\s*$")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_NUMBER = re.compile(r"\s*[0-9]{1,7}\s*$")
_GUID = re.compile(r"\s*[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{8,40}(?:/[0-9-]{1,12})?\s*$")
_HEAD_LINE = re.compile(r"\s*(?:WEBVTT|Kind:|Language:|X-TIMESTAMP-MAP|##)")
# Tags by name: any other "<" is a character that somebody wrote.
_TAG = re.compile(
    r"<(/?)(v|c|i|b|u|s|lang|ruby|rt|font|em|strong|span|br)((?:\.[^\s<>.]{1,80})*)(?:[ \t]([^<>]*))?/?>"
    r"|<[0-9:.]{5,16}>"
    r"|\{\\[^{}]{1,80}\}",
    re.IGNORECASE,
)
_CUT_TAG = re.compile(r"</?(?:v|c|i|b|u|font)(?:[. ][^<>\n]{0,80})?$", re.IGNORECASE)
_KARAOKE = re.compile(r"<[0-9]{1,2}:[0-9:.]{3,13}>")
_CHANGE = re.compile(r"\s*(?:>>+|[-–—](?=\s))\s*")
_HEAD = 200  # only so much of a line is looked at for times


@dataclass(slots=True)
class _Block:
    """One cue as it stands in the file."""

    at: float | None
    until: float | None
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """One line of one cue, in one voice."""

    text: str
    speaker: str | None
    block: int
    change: bool = False


def is_webvtt(text: str) -> bool:
    """Tell whether the text says that it is WebVTT."""
    return re.match(r"\s*WEBVTT(?:\s|$)", text) is not None


def has_timings(text: str) -> bool:
    """Tell whether the text is lines of caption times and words, not notes with such a line in them."""
    place = 0
    for line in text.split("\n"):
        head = line[:_HEAD]
        if _SURE_TIMING.match(head) or _INLINE_TIMING.match(head) or _PAIR.match(head):
            return 2 * place <= len(text)
        place += len(line) + 1
    return False


def parse_captions(text: str, name: str | None, warnings: Sequence[str] = ()) -> Document | None:
    """Read captions; ``None`` if there is not one cue with words."""
    blocks, form, said = _blocks(text)
    if not blocks:
        return None
    if blocks[-1].lines:
        last = blocks[-1].lines[-1]
        blocks[-1].lines[-1] = last[:-_HEAD] + _CUT_TAG.sub("", last[-_HEAD:])
    lines = [line for index, block in enumerate(blocks) for line in _voices(block.lines, index)]
    _name_speakers(lines)
    lines = _without_repeats([line for line in lines if line.text], blocks)
    if not lines:
        return None
    if not blocks[-1].lines:
        said.append("The last cue has no words: the file may be cut off.")
    return talk(_cues(lines, blocks), name, form, [*warnings, *said])


def _cues(lines: list[_Line], blocks: list[_Block]) -> list[Cue]:
    """Join the lines of one voice in one cue."""
    groups: list[list[_Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last is None or line.change or (line.block, line.speaker) != (last.block, last.speaker):
            groups.append([])
        groups[-1].append(line)
    return [
        Cue(
            " ".join(line.text for line in group),
            group[0].speaker,
            blocks[group[0].block].at,
            blocks[group[0].block].until,
            group[0].change,
        )
        for group in groups
    ]


def _timing(line: str) -> tuple[str, str | None, str] | None:
    """Return start, end and, where the words stand on the same line, the words."""
    head = line[:_HEAD]
    match = _INLINE_TIMING.match(head)
    if match is not None:
        return match[1], match[2], line[match.end() :]
    match = _TIMING.match(head) or (_PAIR.match(head) if len(line) <= _HEAD else None)
    return (match[1], match[2], "") if match is not None else None


def _blocks(text: str) -> tuple[list[_Block], str, list[str]]:
    lines = text.rstrip().split("\n")
    webvtt = is_webvtt(text)
    form = "webvtt" if webvtt else ""
    blocks: list[_Block] = []
    strays: list[str] = []
    said: list[str] = []
    comment = numbered = False
    for index, line in enumerate(lines):
        timing = _timing(line)
        before = lines[index - 1] if index else ""
        gap = index < 2 or not lines[index - 2].strip()
        if timing is not None:
            form = form or _form(line)
            held = blocks[-1].lines if blocks else strays
            if held and before.strip() and not comment and _is_identifier(before, gap, webvtt, numbered):
                numbered = numbered or _NUMBER.match(before) is not None
                held.pop()
            start, end, words = timing
            blocks.append(_Block(seconds(start), seconds(end) if end else None, [words] if words else []))
            comment = False
        elif not line.strip():
            comment = False
        elif comment or (webvtt and not before.strip() and _COMMENT.match(line)):
            comment = True
        elif not blocks:
            if not _HEAD_LINE.match(line):
                strays.append(line.strip())
        elif index == len(lines) - 1 and _CUT_TIMING.match(line[:_HEAD]) and (form != "webvtt" or webvtt):
            said.append("The file ends in the middle of a cue: it may be cut off.")
        else:
            blocks[-1].lines.append(line.strip())
    if strays:
        said.insert(0, not_speech(strays))
    return blocks, form, said


def _form(line: str) -> str:
    if "->" not in line:
        return "sbv"
    return "srt" if "," in line.split("-", 1)[0] else "webvtt"


def _is_identifier(line: str, gap: bool, webvtt: bool, numbered: bool) -> bool:
    """Tell whether the line before a line of times names the cue rather than being spoken."""
    if _NUMBER.match(line):
        return gap or numbered
    return _GUID.match(line) is not None or (gap and webvtt and len(line) <= _HEAD)


def _voices(lines: list[str], block: int) -> list[_Line]:
    """Split a cue at its voice tags and at lines that begin with a dash or ``>>``; strip all other tags."""
    found: list[_Line] = []
    speaker: str | None = None
    dashed = sum(_CHANGE.match(line) is not None for line in lines)
    for line in lines:
        mark = _CHANGE.match(line)
        change = mark is not None and (dashed > 1 or ">>" in mark[0])
        begin = mark.end() if mark is not None and change else 0
        speaker = None if change else speaker
        words: list[str] = []
        for tag in _TAG.finditer(line, begin):
            words.append(line[begin : tag.start()])
            begin = tag.end()
            kind = (tag[2] or "").lower()
            if kind == "br":
                words.append(" ")
            elif kind == "v" and not tag[1]:
                _add(found, _Line("".join(words), speaker, block, change))
                words = []
                speaker = one_line(html.unescape(tag[4] or "")) or None
        words.append(line[begin:])
        _add(found, _Line("".join(words), speaker, block, change))
    return found


def _add(found: list[_Line], line: _Line) -> None:
    line.text = " ".join(clean(html.unescape(line.text)).split())
    if line.text:
        found.append(line)


def _name_speakers(lines: list[_Line]) -> None:
    """Take speakers from the words where no tag names any: ``Name: text``, or a first line with a name."""
    if any(line.speaker for line in lines) or _take_first_lines(lines):
        return
    labelled = {
        index: found
        for index, line in enumerate(lines)
        if (found := plain_label(line.text)) is not None and can_speak(found[0])
    }
    labels = [label for label, _ in labelled.values()]
    share = len({lines[index].block for index in labelled}) / max(1, len({line.block for line in lines}))
    alone = len(labelled) == 1 and not is_role_word(labels[0]) and share < 1.0
    if not labelled or alone or (share < 0.5 and not is_talk(labels)):
        return
    labelled |= _recurring(lines)
    speaker: str | None = None
    for index, line in enumerate(lines):
        if index in labelled:
            speaker, line.text = labelled[index]
        elif share >= 0.8 and index and line.block != lines[index - 1].block:
            speaker = None  # every cue names its speaker here, so this one's is not known
        elif line.change:
            speaker = None
        line.speaker = speaker


def _recurring(lines: list[_Line]) -> dict[int, tuple[str, str]]:
    """Find labels that are no usual names ("Rao sir") but come again."""
    found = {
        index: label
        for index, line in enumerate(lines)
        if (label := plain_label(line.text)) is not None
        and label[0][0].isupper()
        and can_speak(label[0], loose=True)
    }
    counts = Counter(label for label, _ in found.values())
    return {index: label for index, label in found.items() if counts[label[0]] > 1}


def _take_first_lines(lines: list[_Line]) -> bool:
    """Name each cue's speaker by its first line, if that is how this file does it."""
    cues = [list(group) for _, group in groupby(lines, key=lambda line: line.block)]
    names = [
        cue[0].text.casefold()
        for cue in cues
        if len(cue) > 1
        and can_speak(cue[0].text)
        and not cue[0].text[0].islower()
        and cue[0].text[-1].isalnum()
    ]
    if len(names) < 0.9 * len(cues) or len(set(names)) > max(2, len(names) / 2):
        return False
    for cue in cues:
        speaker, cue[0].text = cue[0].text, ""
        for line in cue:
            line.speaker = speaker
    return bool(cues)


def _without_repeats(lines: list[_Line], blocks: list[_Block]) -> list[_Line]:
    """Drop what a cue repeats of the one before, where captions roll as live ones do."""
    cues = [list(group) for _, group in groupby(lines, key=lambda line: line.block)]
    overlaps = [_overlap(one, other) for one, other in pairwise(cues)]
    karaoke = any(_KARAOKE.search(line) for block in blocks for line in block.lines)
    # One short word said twice is talk; a line of several words that comes again beside new ones is not.
    telling = sum(
        bool(grown) or (drop < len(other) and any(" " in line.text for line in other[:drop]))
        for (drop, grown), other in zip(overlaps, cues[1:], strict=True)
    )
    rolling = karaoke or telling >= max(1.0, 0.3 * len(overlaps))
    kept = cues[0] if cues else []
    for (drop, grown), (one, other) in zip(overlaps, pairwise(cues), strict=True):
        before, block = blocks[one[0].block], blocks[other[0].block]
        copy = drop == len(other) and (before.at, before.until) == (block.at, block.until)
        if not rolling and not copy:
            kept.extend(other)
            continue
        if drop == len(other):
            blocks[kept[-1].block].until = block.until
        if grown:
            other[0] = _Line(grown, other[0].speaker, other[0].block, other[0].change)
        kept.extend(other[drop:])
    return kept


def _overlap(one: list[_Line], other: list[_Line]) -> tuple[int, str]:
    """Return how many lines repeat the last ones of the cue before, and what is new in a line that grew."""
    for size in range(min(len(one), len(other), 4), 0, -1):
        if all(
            a.text == b.text and a.speaker == b.speaker
            for a, b in zip(one[-size:], other[:size], strict=True)
        ):
            return size, ""
    last, first = one[-1], other[0]
    if " " in last.text and first.text.startswith(last.text + " ") and first.speaker == last.speaker:
        return 0, first.text[len(last.text) + 1 :]
    return 0, ""
