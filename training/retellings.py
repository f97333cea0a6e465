"""Retellings that came without labels, and the labels that were set later."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.texts import Labelled, checked
from wentwell import Document
from wentwell.reading import units


def read_unlabelled(path: Path, known: frozenset[str]) -> list[Labelled]:
    """Read retellings (`id`, `text` a line), but for those that are labelled already."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in known or row.get("quality", "ok") != "ok":
            continue
        made = tuple(units(Document.from_text(row["text"])))
        if made:
            groups = tuple(range(len(made)))
            found.append(Labelled(row["id"], "narratives", made, groups, (frozenset(),) * len(made)))
    return found


def with_labels(documents: Sequence[Labelled], path: Path) -> list[Labelled]:
    """Return the retellings that a file labels: number, count of sentences, and what each shows, a line.

    Raises
    ------
    ValueError
        If a retelling is cut into another number of sentences than when it was labelled.
    """
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    told = {name: (int(count), labels) for name, count, labels in rows}
    found = []
    for document in documents:
        if document.id not in told:
            continue
        count, labels = told[document.id]
        if count != len(document.units):
            raise ValueError(f"{document.id}: {len(document.units)} sentences, labelled with {count}")
        shown: list[frozenset[str]] = [frozenset()] * count
        for part in filter(None, labels.split("; ")):
            place, names = part.split(" ", 1)
            shown[int(place)] = frozenset(names.split(", "))
        found.append(checked(replace(document, labels=tuple(shown))))
    return found
