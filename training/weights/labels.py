"""Labels that somebody set in retellings: which signs the masked text of each tells."""

from __future__ import annotations

import json
from pathlib import Path

from wentwell import Document
from wentwell.reading import units

RETOLD = Path(__file__).parent.parent / "labels" / "retellings.tsv"
Labelled = dict[str, frozenset[str]]


def given(folder: Path, part: str, rows: list[dict]) -> Labelled:
    """Return the labels of a folder's ``train`` or ``dev`` narratives, by id.

    Labels of sentences that the masked text leaves out do not count.

    Parameters
    ----------
    folder : Path
        Holds ``train/narratives.jsonl`` and ``dev/narratives.jsonl``, as for the reader's training.
    part : str
        ``train`` or ``dev``.
    rows : list of dict
        The retellings with outcome.
    """
    masked = _masked(rows)
    found = {}
    for line in (folder / part / "narratives.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in masked:
            found[row["id"]] = _kept(row["units"], row["labels"], masked[row["id"]])
    return found


def set_later(rows: list[dict], path: Path = RETOLD) -> Labelled:
    """Return the labels of this repository: number, count of sentences, and what each shows, a line.

    Those of a retelling that is cut into another number of sentences now are left out.
    """
    masked, texts = _masked(rows), {row["id"]: row["text"] for row in rows}
    found = {}
    for line in path.read_text("utf-8").splitlines():
        name, count, told = line.split("\t")
        if name not in texts:
            continue
        sentences = [unit.text for unit in units(Document.from_text(texts[name]))]
        if len(sentences) != int(count):
            continue
        pairs = []
        for part in filter(None, told.split("; ")):
            place, labels = part.split(" ", 1)
            pairs += [(int(place), label) for label in labels.split(", ")]
        found[name] = _kept(sentences, pairs, masked[name])
    return found


def _masked(rows: list[dict]) -> dict[str, str]:
    return {row["id"]: _plain(row["text_masked"]) for row in rows}


def _kept(sentences: list[str], labels: list[tuple[int, str]], masked: str) -> frozenset[str]:
    return frozenset(label for place, label in labels if _plain(sentences[place]) in masked)


def _plain(text: str) -> str:
    return " ".join(text.split())
