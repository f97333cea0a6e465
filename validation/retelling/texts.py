"""Retellings with outcomes, as `shared/score/outcomes.py` takes them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from wentwell.interview._base import Noun

SHORTEST = 25
"""Characters; shorter texts are left out, as the scoring script does."""


class Retelling(Noun):
    """One interview told after its outcome was known."""

    id: str
    text: str
    """Without the sentences that name or give away the outcome."""
    offer: bool
    fold: int
    company: str
    role: str = ""
    date: str = ""
    difficulty: str = ""
    process_days: float | None = None
    quality: str = "ok"


def load(path: Path, field: str = "text_masked", limit: int = 0) -> list[Retelling]:
    """Return the retellings of a file of JSON lines.

    Parameters
    ----------
    path : Path
        One object a line: ``id``, ``company``, ``outcome`` (``offer`` or ``no_offer``), ``fold``, the text.
    field : str
        Which field holds the text.
    limit : int
        At most so many, picked by the hash of their ids; 0 takes all.

    Raises
    ------
    ValueError
        If a line lacks a field, or no retelling is left.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            if row["outcome"] not in ("offer", "no_offer") or len(row[field]) < SHORTEST:
                continue
            told = {name: row[name] for name in Retelling.model_fields if row.get(name) is not None}
            found.append(Retelling(**{**told, "text": row[field], "offer": row["outcome"] == "offer"}))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}, line {number}: not a retelling with its outcome ({error})") from error
    if not found:
        raise ValueError(f"{path} has no retelling of {SHORTEST} characters or more with an outcome")
    if limit:
        kept = {row.id for row in sorted(found, key=_shuffled)[:limit]}
        found = [row for row in found if row.id in kept]
    return found


def _shuffled(row: Retelling) -> str:
    return hashlib.sha256(row.id.encode()).hexdigest()


def shuffled(rows: Sequence[Retelling]) -> list[Retelling]:
    """Return the rows in an order that depends on their ids alone."""
    return sorted(rows, key=_shuffled)
