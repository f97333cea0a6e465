"""Transcripts as JSON: our own documents and turns, Whisper, WhisperX and ConvoKit."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from wentwell.interview import Document
from wentwell.sources._cues import Cue, sound_time, talk
from wentwell.sources._decoding import blank, clean, one_line
from wentwell.sources._error import SourceError

_UNKNOWN = (
    'this JSON is no transcript that is known: it needs "segments" (Whisper), "turns", '
    "or ConvoKit's utterances, one a line"
)
_DAMAGED = "this JSON is damaged or cut off; export it again"
_BAD_TIMES = "Some times make no sense and were left out."
_ROLES = frozenset({"interviewer", "candidate", "other"})
_JSON_BEGINS = re.compile(r"[\[{]\s*[\"{]")
_UNIX_TIME = 1e6  # later "seconds" are a moment on the calendar, not a place in a recording


def parse_json(text: str, name: str | None, warnings: Sequence[str] = ()) -> list[Document] | None:
    """Read JSON or JSON lines; ``None`` if the text is neither."""
    bare = text.strip()
    if not bare.startswith(("{", "[")):
        return None
    try:
        value = json.loads(bare)
    except ValueError:
        return _parse_lines(bare, name, warnings)
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(item, dict) for item in values):
        raise SourceError(_UNKNOWN)
    return _of_one_shape(values, name, warnings, listed=isinstance(value, list))


def _of_one_shape(
    values: list[dict[str, Any]], name: str | None, warnings: Sequence[str], listed: bool
) -> list[Document]:
    if all(map(_is_utterance, values)):
        return _conversations(values, name, warnings)
    if all(map(_is_conversation, values)) or not listed:
        return _several(values, name, warnings)
    return [_turns(values, name, warnings)]


def _parse_lines(text: str, name: str | None, warnings: Sequence[str]) -> list[Document] | None:
    values: list[dict[str, Any]] = []
    broken: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError:
            value = None
        if isinstance(value, dict):
            values.append(value)
        else:
            broken.append(number)
    if not values or len(broken) > len(values):
        # "[00:12] Ann: ..." begins as JSON does, and is none.
        if _JSON_BEGINS.match(text):
            raise SourceError(_DAMAGED)
        return None
    said = list(warnings)
    if broken:
        said.append(f"Line {', '.join(map(str, broken))} of the file is damaged or cut off and was left out.")
    return _of_one_shape(values, name, said, listed=True)


def _is_utterance(value: object) -> bool:
    return (
        isinstance(value, dict)
        and "text" in value
        and ("speaker" in value or "user" in value)
        and "id" in value
        and any(key in value for key in ("conversation_id", "root", "reply_to", "reply-to"))
    )


def _is_conversation(value: object) -> bool:
    return isinstance(value, dict) and ("turns" in value or "segments" in value or _is_document(value))


def _is_document(value: Mapping[str, Any]) -> bool:
    return isinstance(value.get("text"), str) and "kind" in value


def _several(values: Sequence[Mapping[str, Any]], name: str | None, said: Sequence[str]) -> list[Document]:
    if len(values) == 1:
        return [_one(values[0], name, said)]
    documents = []
    for number, value in enumerate(values, start=1):
        label = value.get("id")
        documents.append(_one(value, _part_name(name, label if isinstance(label, str) else number), said))
    return documents


def _part_name(name: str | None, part: object) -> str:
    return one_line(f"{name} ({part})" if name else str(part))


def _one(value: Mapping[str, Any], name: str | None, said: Sequence[str]) -> Document:
    if _is_document(value):
        return _document(value, name, said)
    if isinstance(value.get("segments"), list):
        return _whisper(value["segments"], name, said)
    if isinstance(value.get("turns"), list):
        return _turns(value["turns"], name, said)
    if isinstance(value.get("text"), str) and value["text"].strip():
        return _whisper([value], name, said)
    raise SourceError(_UNKNOWN)


def _document(value: Mapping[str, Any], name: str | None, said: Sequence[str]) -> Document:
    from pydantic import ValidationError

    try:
        # Every character keeps its place, for spans point into the text.
        document = Document.model_validate({**_tidy(value), "text": blank(value["text"])})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "it"
        raise SourceError(
            f"this saved document does not fit ({where}: {first['msg']}); save it again"
        ) from error
    if not document.text.strip():
        raise SourceError("this saved document has no words; save it again")
    return document.model_copy(
        update={
            "name": document.name or name,
            "format": document.format or "wentwell-json",
            "warnings": (*document.warnings, *said),
        }
    )


def _tidy(value: Any) -> Any:
    """Clean every string of a saved document but its text."""
    if isinstance(value, dict):
        return {key: _tidy(inner) for key, inner in value.items() if key != "text"}
    if isinstance(value, list):
        return [_tidy(inner) for inner in value]
    return one_line(value) if isinstance(value, str) else value


def _turns(values: Iterable[Any], name: str | None, warnings: Sequence[str]) -> Document:
    """Read our own turns: kept as given, none merged."""
    said = list(warnings)
    turns: list[dict[str, Any]] = []
    for value in values:
        if not isinstance(value, dict) or not isinstance(value.get("text"), str):
            raise SourceError(_UNKNOWN)
        role = value.get("role")
        if role is not None and role not in _ROLES:
            said.append(f"Role not known and left out: {one_line(str(role))[:40]}")
            role = None
        begin, end = _time(value.get("start"), said), _time(value.get("end"), said)
        turns.append(
            {
                "text": clean(value["text"]),
                "speaker": _label(value.get("speaker")),
                "name": _label(value.get("name")),
                "role": role,
                "start": begin,
                "end": end,
            }
        )
    if not any(turn["text"].strip() for turn in turns):
        raise SourceError("this JSON holds no words; export it again")
    document = Document.from_turns(turns, name=name)
    return document.model_copy(update={"format": "wentwell-json", "warnings": tuple(dict.fromkeys(said))})


def _label(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("id") or value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return one_line(str(value)) or None


def _time(value: object, said: list[str]) -> float | None:
    time = sound_time(value)
    if value is not None and time is None:
        said.append(_BAD_TIMES)
    return time


def _whisper(segments: Sequence[Any], name: str | None, warnings: Sequence[str]) -> Document:
    said = list(warnings)
    cues: list[Cue] = []
    speakers = False
    for segment in segments:
        if not isinstance(segment, dict) or not isinstance(segment.get("text"), str):
            raise SourceError(_UNKNOWN)
        pieces = _by_word_speaker(segment, said)
        speakers = speakers or any(piece.speaker for piece in pieces)
        cues.extend(pieces)
    if not any(cue.text.strip() for cue in cues):
        raise SourceError("this JSON holds no words; transcribe the recording again")
    return talk(cues, name, "whisperx-json" if speakers else "whisper-json", said)


def _by_word_speaker(segment: Mapping[str, Any], said: list[str]) -> list[Cue]:
    """Cut a segment where its words change speaker."""
    text = clean(segment["text"]).strip()
    speaker = _label(segment.get("speaker"))
    begin, end = _time(segment.get("start"), said), _time(segment.get("end"), said)
    given = segment.get("words")
    words = [word for word in given if isinstance(word, dict)] if isinstance(given, list) else []
    runs: list[Cue] = []
    place = cut = 0
    for word in words:
        written = word.get("word", word.get("text"))
        if not isinstance(written, str):
            continue
        found = text.find(clean(written).strip(), place)
        if found < 0:
            said.append("Some words do not stand in their segment; it was not cut between speakers.")
            return [Cue(text, speaker, begin, end)]
        who = _label(word.get("speaker")) or (runs[-1].speaker if runs else speaker)
        at, until = _time(word.get("start"), said), _time(word.get("end"), said)
        if runs and runs[-1].speaker == who:
            last = runs[-1]
            runs[-1] = Cue("", who, last.at, until if until is not None else last.until)
        else:
            if runs:
                last = runs[-1]
                runs[-1] = Cue(text[cut:found].strip(), last.speaker, last.at, last.until)
                cut = found
            runs.append(Cue("", who, at if at is not None or runs else begin, until))
        place = found + len(clean(written).strip())
    if len(runs) < 2:
        return [Cue(text, runs[0].speaker if runs else speaker, begin, end)]
    last = runs[-1]
    runs[-1] = Cue(text[cut:].strip(), last.speaker, last.at, end if end is not None else last.until)
    return runs


def _conversations(
    values: Sequence[Mapping[str, Any]], name: str | None, said: Sequence[str]
) -> list[Document]:
    groups: dict[str, list[Mapping[str, Any]]] = {}
    parents = {str(value["id"]): _reply_to(value) for value in values}
    roots: dict[str, str] = {}
    for value in values:
        groups.setdefault(_conversation(value, parents, roots), []).append(value)
    documents = []
    for key, group in groups.items():
        label = _part_name(name, key) if len(groups) > 1 else name
        document = _conversation_document(group, label, said)
        if document is not None:
            documents.append(document)
    if not documents:
        raise SourceError("these utterances hold no words; export them again")
    return documents


def _reply_to(value: Mapping[str, Any]) -> str | None:
    parent = value.get("reply_to", value.get("reply-to"))
    return str(parent) if parent is not None else None


def _conversation(value: Mapping[str, Any], parents: Mapping[str, str | None], roots: dict[str, str]) -> str:
    named = value.get("conversation_id", value.get("root"))
    if named is not None:
        return str(named)
    trail: list[str] = []
    here = str(value["id"])
    seen: set[str] = set()
    while here not in roots and here not in seen:
        trail.append(here)
        seen.add(here)
        parent = parents.get(here)
        if parent is None or parent not in parents:
            break
        here = parent
    root = roots.get(here, here)
    roots.update(dict.fromkeys(trail, root))
    return root


def _conversation_document(
    group: Sequence[Mapping[str, Any]], name: str | None, warnings: Sequence[str]
) -> Document | None:
    said = list(warnings)
    times = [_moment(value.get("timestamp")) for value in group]
    known = [time for time in times if time is not None]
    order = list(range(len(group)))
    if len(known) == len(group):
        order.sort(key=lambda index: (times[index] or 0.0, index))
    elif known:
        said.append("Some utterances have no time: they stand in the order of the file.")
    zero = min(known) if known and min(known) > _UNIX_TIME else 0.0
    cues = []
    for index in order:
        value, time = group[index], times[index]
        if not isinstance(value["text"], str):
            raise SourceError(_UNKNOWN)
        at = time - zero if time is not None else None
        cues.append(Cue(clean(value["text"]), _label(value.get("speaker", value.get("user"))), at))
    return talk(cues, name, "convokit", said) if any(cue.text.strip() for cue in cues) else None


def _moment(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        moment = float(value)
    except (ValueError, OverflowError):
        return None
    return moment if math.isfinite(moment) else None
