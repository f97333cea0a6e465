"""Retellings in, one row each: what the shipped reader finds, how far it went, how it ended."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

import wentwell.reading
from training.weights.stages import Reached, near_offer, reached
from wentwell import Document
from wentwell.interview import Evidence
from wentwell.reading import read_many

SHORTEST = 25
"""Characters below which a telling tells nothing (as in the score of outcomes)."""
_SAME = (("Standard & Poor", "S&P Global"), ("S&P", "S&P Global"))
"""Names of one house, by how they begin."""


class Telling(BaseModel):
    """One retelling with its outcome."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    employer: str
    role: str
    year: int | None
    offer: bool
    fold: int
    given_away: bool
    """Whether sentences were left out because they give the outcome away."""
    words: int
    reached: Reached
    near_offer: bool
    process_days: float | None
    difficulty: str
    minutes: float | None
    """The longest duration that the reader found told."""
    signs: dict[str, float]
    """Probability that each label is really there, the best piece of evidence of each."""
    specificity: dict[str, float]
    """Praise: how specific the most specific words are, 0 to 1."""


def employer_of(company: str) -> str:
    """Return one name for one house."""
    return next((name for start, name in _SAME if company.startswith(start)), company)


def reader_print() -> str:
    """Return a short print of the shipped reader's model and code: another reader, another print."""
    folder = Path(wentwell.reading.__file__).parent
    files = sorted([*folder.glob("*.py"), *folder.glob("model/*.onnx"), *folder.glob("model/*.json")])
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def rows(texts: Path) -> list[dict]:
    """Read the retellings of good quality whose outcome is known, in the order of the file."""
    found = []
    for line in texts.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["outcome"] not in ("offer", "no_offer") or row.get("quality", "ok") != "ok":
            continue
        if len(row["text_masked"]) >= SHORTEST:
            found.append(row)
    return found


def tellings(found: list[dict], progress: Callable[[int], object]) -> Iterator[Telling]:
    """Let the reader read the masked text of each row."""
    documents = (Document.from_text(row["text_masked"], kind="notes") for row in found)
    for row, evidence in zip(found, read_many(documents, progress=progress), strict=True):
        yield telling(row, evidence)


def telling(row: dict, evidence: list[Evidence]) -> Telling:
    """Return one row from what is known of a retelling and what was read in it."""
    signs: dict[str, float] = {}
    specific: dict[str, float] = {}
    for item in evidence:
        signs[item.label] = max(signs.get(item.label, 0.0), round(item.probability, 4))
        if item.specificity is not None:
            specific[item.label] = max(specific.get(item.label, 0.0), item.specificity)
    minutes = [
        item.minutes for item in evidence if item.label == "length.minutes" and item.minutes is not None
    ]
    text = row["text_masked"]
    outcome: Literal["offer", "no_offer"] = row["outcome"]
    return Telling(
        id=row["id"],
        employer=employer_of(row["company"]),
        role=row.get("role") or "",
        year=int(row["date"][:4]) if row.get("date") else None,
        offer=outcome == "offer",
        fold=row["fold"],
        given_away=text != row["text"],
        words=len(text.split()),
        reached=reached(text),
        near_offer=near_offer(text),
        process_days=row.get("process_days"),
        difficulty=row.get("difficulty") or "",
        minutes=max(minutes, default=None),
        signs=dict(sorted(signs.items())),
        specificity=dict(sorted(specific.items())),
    )


def keep(found: list[Telling], path: Path) -> None:
    """Write tellings, one JSON object a line; the file appears whole or not at all."""
    half = path.with_suffix(".half")
    half.write_text("".join(f"{one.model_dump_json()}\n" for one in found), encoding="utf-8")
    half.replace(path)


def kept(path: Path) -> list[Telling]:
    """Read what `keep` wrote."""
    return [Telling.model_validate_json(line) for line in path.read_text("utf-8").splitlines()]
