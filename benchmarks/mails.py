"""Mails read from their raw text: ``python benchmarks/mails.py --data FOLDER``.

FOLDER holds dev/mails.jsonl: {"id", "raw", "units": [...], "labels": [[unit, label], ...]}. Each is
read twice: from the given sentences of its sender, and from the raw text, out of which the product cuts the
sender's own words itself. What it finds is put on the given sentences by where the words stand; what stands
on none of them is wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from wentwell import Document, read
from wentwell.interview import Evidence
from wentwell.reading import units

Spans = list[tuple[int, int]]
Shown = frozenset[tuple[int, str]]
_NOWHERE = -1


@dataclass(frozen=True)
class Mail:
    name: str
    raw: str
    sentences: tuple[str, ...]
    gold: Shown


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="mails.py", description="Mails read from their raw text.")
    parser.add_argument("--data", type=Path, metavar="FOLDER", required=True, help="holds dev/")
    parser.add_argument("--part", default="dev", help="which part is read")
    parser.add_argument("--which", action="store_true", help="name what was lost and what was kept wrongly")
    chosen = parser.parse_args(arguments)
    mails = mails_in(chosen.data / chosen.part / "mails.jsonl")
    given, cut = [], []
    kept = lost = more = 0
    for mail in mails:
        given.append(from_sentences(mail))
        cut.append(from_raw(mail))
        missing, added = stripped(mail)
        kept, lost, more = kept + len(mail.sentences) - len(missing), lost + len(missing), more + len(added)
        if chosen.which:
            for what, some in (("lost", missing), ("more", added)):
                for words in some:
                    print(f"{mail.name} {what}: {words[:100]}")
    gold = [mail.gold for mail in mails]
    print(f"{len(mails)} mails, {kept + lost} sentences of their senders")
    print(f"cut out of the raw text: {kept} kept, {lost} lost, {more} other pieces kept")
    print("micro F1 of signs           on sentences  in the mail")
    for name, found in (("from the given sentences", given), ("from the raw text", cut)):
        print(
            f"  {name:26}{f1(gold, found):12.3f}{f1(list(map(whole, gold)), list(map(whole, found))):13.3f}"
        )
    return 0


def mails_in(path: Path) -> list[Mail]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Mail(
            row["id"],
            row["raw"],
            tuple(row["units"]),
            frozenset((unit, label) for unit, label in row["labels"]),
        )
        for row in rows
    ]


def from_sentences(mail: Mail) -> Shown:
    document = Document.from_text("\n".join(mail.sentences), kind="mail")
    ends = list(accumulate(len(sentence) + 1 for sentence in mail.sentences))
    spans = [(end - len(sentence) - 1, end - 1) for end, sentence in zip(ends, mail.sentences, strict=True)]
    return placed(read(document), spans)


def from_raw(mail: Mail) -> Shown:
    return placed(read(Document.from_text(mail.raw, kind="mail")), where(mail))


def where(mail: Mail) -> Spans:
    """Return where each given sentence stands in the raw text, however its lines were broken."""
    spans, begin = [], 0
    for sentence in mail.sentences:
        pattern = r"[\s>]+".join(map(re.escape, sentence.split()))
        found = re.compile(pattern).search(mail.raw, begin) or re.compile(pattern).search(mail.raw)
        spans.append(found.span() if found else (_NOWHERE, _NOWHERE))
        begin = found.end() if found else begin
    return spans


def placed(evidence: Sequence[Evidence], spans: Spans) -> Shown:
    return frozenset((place(one.start, one.end, spans), one.label) for one in evidence)


def place(start: int, end: int, spans: Spans) -> int:
    """Return the sentence that shares most with these words, or nowhere."""
    shares = [min(end, last) - max(start, first) for first, last in spans]
    most = max(shares, default=0)
    return shares.index(most) if most > 0 else _NOWHERE


def stripped(mail: Mail) -> tuple[list[str], list[str]]:
    """Return the sentences that were lost, and the pieces that were kept beside them."""
    mine = units(Document.from_text(mail.raw, kind="mail"))
    spans = where(mail)
    missing = [
        sentence
        for sentence, (first, last) in zip(mail.sentences, spans, strict=True)
        if not any(unit.start < last and unit.end > first for unit in mine)
    ]
    added = [unit.text for unit in mine if place(unit.start, unit.end, spans) == _NOWHERE]
    return missing, added


def whole(shown: Shown) -> Shown:
    return frozenset((0, label) for _, label in shown)


def f1(gold: Sequence[Shown], found: Sequence[Shown]) -> float:
    right = sum(len(a & b) for a, b in zip(gold, found, strict=True))
    return 2 * right / max(1, sum(len(a) + len(b) for a, b in zip(gold, found, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
