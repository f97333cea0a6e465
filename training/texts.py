"""Labelled texts in: the documented JSON lines, and the plain text form of `training/data`."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from wentwell import Document
from wentwell.catalog import signs
from wentwell.interview import Kind
from wentwell.reading import Unit, units

SPEAKERS = {"I": "interviewer", "C": "candidate", "O": "other"}
_TURN = re.compile(r"^(I|C|O)(\d?): (.*)$")
_MARKED = re.compile(r"\{([a-z_.,\s]+)\|\s*([^{}]*?)\s*\}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document with what each unit shows."""

    id: str
    source: str
    """What kind of telling: narratives, notes, mails, transcripts."""
    units: tuple[Unit, ...]
    """As the product cuts the text."""
    groups: tuple[int, ...]
    """For each unit, the labelled piece that it is a part of."""
    labels: tuple[frozenset[str], ...]
    """For each labelled piece, what it shows."""
    turns: tuple[tuple[str, str], ...] = ()
    """Role and words of each turn, in a transcript."""
    texts: tuple[str, ...] = ()
    """The labelled pieces of any other text."""

    @property
    def is_talk(self) -> bool:
        """Whether it is a transcript."""
        return bool(self.turns)


def read_labelled(path: Path) -> list[Labelled]:
    """Read a file of labelled texts: JSON lines, or the plain text form.

    Raises
    ------
    ValueError
        If a label is not in the catalog, or a line has neither form.
    """
    if path.suffix == ".jsonl":
        return [_from_json(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return list(_from_text(path))


def read_all(paths: Sequence[Path]) -> list[Labelled]:
    """Read files, and the files of folders, in the order of their names."""
    found: list[Labelled] = []
    for path in paths:
        inside = sorted([*path.glob("*.jsonl"), *path.glob("*.txt")]) if path.is_dir() else [path]
        for file in inside:
            found += read_labelled(file)
    return found


def _from_json(row: dict) -> Labelled:
    if "turns" in row:
        turns = [(turn["role"] or "interviewer", turn["text"]) for turn in row["turns"]]
        marks = [(mark["turn"], mark["label"], mark.get("quote") or "") for mark in row["labels"]]
        return _talk(str(row["id"]), turns, marks)
    texts = row.get("units") or row["sents"]
    is_mail = "raw" in row or row.get("kind") == "mail"
    source = "mails" if is_mail else "narratives" if "pick" in row else "notes"
    told: list[set[str]] = [set() for _ in texts]
    for unit, label in row["labels"]:
        told[unit].add(label)
    return _telling(str(row["id"]), source, texts, told)


def _from_text(path: Path) -> Iterator[Labelled]:
    source = path.stem.rstrip("0123456789").rstrip("_").split("_")[0]
    name, lines = "", []
    for line in [*path.read_text("utf-8").splitlines(), "# "]:
        if not line.startswith("# "):
            lines += [line] if line.strip() else []
            continue
        if lines:
            yield _document(name, source, lines)
        name, lines = line[2:].split("|")[0].strip(), []


def _document(name: str, source: str, lines: Sequence[str]) -> Labelled:
    if source == "transcripts":
        turns, marks = [], []
        for line in lines:
            found = _TURN.match(line)
            if found is None:
                raise ValueError(f"{name}: not a turn: {line[:60]!r}")
            text = found[3]
            for mark in _MARKED.finditer(text):
                marks += [(len(turns), label.strip(), mark[2]) for label in mark[1].split(",")]
            turns.append((SPEAKERS[found[1]], _MARKED.sub(lambda mark: mark[2], text)))
        return _talk(name, turns, marks)
    texts, told = [], []
    for line in lines:
        text, _, labels = line.partition(" || ")
        texts.append(text.strip())
        told.append({label.strip() for label in labels.split(",") if label.strip()})
    return _telling(name, source, texts, told)


def _telling(name: str, source: str, texts: Sequence[str], told: Sequence[set[str]]) -> Labelled:
    """Cut the text as the product does; a sentence belongs to the labelled unit that its middle lies in."""
    kind: Kind = "mail" if source == "mails" else "notes"
    document = Document.from_text("\n".join(texts), kind=kind)
    ends = list(accumulate(len(text) + 1 for text in texts))
    made = units(document)
    groups = tuple(bisect_right(ends, (unit.start + unit.end) / 2) for unit in made)
    shown = tuple(map(frozenset, told))
    return checked(Labelled(name, source, tuple(made), groups, shown, texts=tuple(texts)))


def _talk(name: str, turns: Sequence[tuple[str, str]], marks: Sequence[tuple[int, str, str]]) -> Labelled:
    """Cut turns into sentences; a label lies on the sentences that its quote covers."""
    document = Document.from_turns([{"speaker": role, "role": role, "text": text} for role, text in turns])
    readable = [unit for unit in units(document) if unit.role != "candidate"]
    told: list[set[str]] = [set() for _ in readable]
    for turn, label, quote in marks:
        mine = [place for place, unit in enumerate(readable) if unit.turn == turn]
        if not mine:
            continue
        begins = document.turns[turn].start
        at = document.text[begins : document.turns[turn].end].find(quote) if quote else -1
        low, high = (begins + at, begins + at + len(quote)) if at >= 0 else (0, len(document.text))
        covered = [
            place
            for place in mine
            if 2 * (min(high, readable[place].end) - max(low, readable[place].start))
            >= min(high - low, readable[place].end - readable[place].start)
        ]
        for place in covered or mine[:1]:
            told[place].add(label)
    return checked(
        Labelled(
            name,
            "transcripts",
            tuple(readable),
            tuple(range(len(readable))),
            tuple(map(frozenset, told)),
            tuple(turns),
        )
    )


def checked(document: Labelled) -> Labelled:
    """Return the document if all its labels are in the catalog.

    Raises
    ------
    ValueError
        If one is not.
    """
    unknown = frozenset().union(*document.labels) - set(signs())
    if unknown:
        raise ValueError(f"{document.id}: not in the catalog: {', '.join(sorted(unknown))}")
    return document
