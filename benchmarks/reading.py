"""The readers side by side on the same labelled texts: ``python benchmarks/reading.py --data FOLDER``.

FOLDER holds train/ and dev/ with JSON lines. Notes and mails: {"id", "units": [...],
"labels": [[unit, label], ...]}. Transcripts: {"id", "turns": [{"speaker", "role", "start", "text"}],
"labels": [{"turn", "label", "quote"}, ...]}. Without it the texts in training/data are split.

The baselines are trained on train/; what all readers find in dev/ goes through `wentwell.read` and is scored
alike. Baselines need what training/requirements.txt names.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from training.score import by_kind, choose_thresholds  # noqa: E402
from training.texts import Labelled, read_all  # noqa: E402

from wentwell import Document, read  # noqa: E402
from wentwell.catalog import signs  # noqa: E402
from wentwell.reading import Finding, LexicalReader, Reader, TrainedReader, Unit  # noqa: E402
from wentwell.reading._encoder import MODEL  # noqa: E402

KINDS = ("narratives", "notes", "mails", "transcripts")
LABELS = tuple(sorted(signs()))
NEEDS = "needs training/requirements.txt"
_LEAST = 8
"""Times that a label must occur to count in the macro F1."""
_WEIGHT = 4.0
"""How much more a sentence that shows a sign counts in training a baseline: most sentences show none."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Gold:
    """A document and what its pieces show: sentences, or turns in transcripts."""

    kind: str
    document: Document
    pieces: int
    shown: frozenset[tuple[int, str]]
    ends: tuple[int, ...] = ()
    """Where each sentence ends; nothing in transcripts."""

    def place(self, start: int, end: int, turn: int | None) -> int:
        """Return the piece that a quote lies in."""
        return turn if turn is not None else bisect_right(self.ends, (start + end) / 2)


@dataclass
class Score:
    """What a reader found in all documents of one kind."""

    unit: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By label and "right", "alarm" or "miss"."""
    whole: Counter[tuple[str, str]] = field(default_factory=Counter)
    empty: int = 0
    alarms: int = 0

    def take(self, gold: Gold, seen: frozenset[tuple[int, str]]) -> None:
        _count(self.unit, gold.shown, seen, lambda key: key[1])
        _count(self.whole, {label for _, label in gold.shown}, {label for _, label in seen}, str)
        labelled = {piece for piece, _ in gold.shown}
        self.empty += gold.pieces - len(labelled)
        self.alarms += len({piece for piece, _ in seen} - labelled)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="reading.py", description="The readers side by side.")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="holds train/ and dev/")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="train baselines on every Nth text only"
    )
    parser.add_argument("--only", action="append", metavar="NAME", help="only readers with NAME in theirs")
    parser.add_argument(
        "--base",
        type=Path,
        default=ROOT / "training" / "work" / "base",
        metavar="FOLDER",
        help="where the weights of the base encoder lie, or are fetched to",
    )
    chosen = parser.parse_args(arguments)
    train, dev, gold = _texts(chosen.data)
    train = train[:: chosen.every]
    some = f", every {chosen.every}th of them" if chosen.every > 1 else ""
    print(f"Trained on: {len(train)} texts{some}. Scored on: {_told(gold)}.")
    if chosen.data is None:
        print(
            "These are the texts in training/data: two thirds train the baselines, a third is scored.\n"
            "The trained reader has seen them all: its row shows what it remembers, not how it reads others."
        )
    print("Thresholds, and those of the trained reader, were chosen on texts like those scored (dev).\n")
    ways: dict[str, Callable[[], Reader]] = {
        "lexical": LexicalReader,
        "TF-IDF": lambda: _tf_idf(train, dev),
        "frozen": lambda: _frozen(train, dev, chosen.base),
        "trained": _shipped,
    }
    print("\n".join(_head()))
    for name, way in ways.items():
        if not chosen.only or any(word.lower() in name.lower() for word in chosen.only):
            print(f"{name:9}{_row(way, gold)}", flush=True)
    print(
        "\nunit, interview: micro F1 of labels on the right sentence or turn, and anywhere in the document;"
    )
    print(
        "alarms: sentences or turns with a false sign, of 1,000 that show none; macro: mean F1 of labels that"
    )
    print(f"occur {_LEAST} times or more, all kinds together. TF-IDF and the frozen base encoder each have")
    print("a logistic regression for every label.")
    return 0


def _texts(data: Path | None) -> tuple[list[Labelled], list[Labelled], list[Gold]]:
    """Return texts to train on, to choose thresholds on, and to score: the last two are the same ones."""
    if data is None:
        own = read_all([ROOT / "training" / "data"])
        scored = own[::3]
        return [text for number, text in enumerate(own) if number % 3], scored, list(map(_as_gold, scored))
    files = [data / "dev" / f"{kind}.jsonl" for kind in KINDS]
    gold = [
        _from_row(json.loads(line), file.stem)
        for file in files
        for line in file.read_text("utf-8").splitlines()
        if line.strip()
    ]
    return read_all([data / "train"]), read_all(files), gold


def _from_row(row: dict[str, Any], kind: str) -> Gold:
    if "turns" in row:
        keys = ("speaker", "name", "role", "start", "text")
        turns = [{key: turn.get(key) for key in keys} for turn in row["turns"]]
        marks = frozenset((mark["turn"], mark["label"]) for mark in row["labels"])
        return Gold(kind, Document.from_turns(turns), len(turns), marks)
    texts = row.get("units") or row["sents"]
    return _telling(kind, texts, frozenset((unit, label) for unit, label in row["labels"]))


def _as_gold(text: Labelled) -> Gold:
    if text.is_talk:
        turns = [{"speaker": role, "role": role, "text": words} for role, words in text.turns]
        marks = frozenset(
            (text.units[piece].turn or 0, label) for piece, shown in enumerate(text.labels) for label in shown
        )
        return Gold(text.source, Document.from_turns(turns), len(turns), marks)
    marks = frozenset((piece, label) for piece, shown in enumerate(text.labels) for label in shown)
    return _telling(text.source, text.texts, marks)


def _telling(kind: str, texts: Sequence[str], shown: frozenset[tuple[int, str]]) -> Gold:
    ends = tuple(accumulate(len(text) + 1 for text in texts))
    document = Document.from_text("\n".join(texts), kind="mail" if kind == "mails" else "notes")
    return Gold(kind, document, len(texts), shown, ends)


def _told(gold: Sequence[Gold]) -> str:
    documents = Counter(one.kind for one in gold)
    pieces = sum(one.pieces for one in gold)
    return f"{', '.join(f'{documents[kind]} {kind}' for kind in KINDS)} ({pieces:,} sentences and turns)"


def _head() -> Iterator[str]:
    yield " " * 9 + "".join(f"{kind:24}" for kind in KINDS) + "all kinds"
    yield "reader   " + "unit interview alarms   " * len(KINDS) + "macro  units/s"


def _row(way: Callable[[], Reader], gold: Sequence[Gold]) -> str:
    try:
        reader = way()
    except ImportError:
        return NEEDS
    except FileNotFoundError:
        return "no model in this installation"
    scores = {kind: Score() for kind in KINDS}
    read(gold[0].document, reader)  # what loads once is loaded
    spent = 0.0
    for one in gold:
        begun = time.perf_counter()
        evidence = read(one.document, reader)
        spent += time.perf_counter() - begun
        seen = frozenset((one.place(found.start, found.end, found.turn), found.label) for found in evidence)
        scores[one.kind].take(one, seen)
    cells = [
        f"{_f1(score.unit):.3f} {_f1(score.whole):.3f} {1000 * score.alarms / max(1, score.empty):9.0f}    "
        for score in scores.values()
    ]
    together: Counter[tuple[str, str]] = sum((score.unit for score in scores.values()), Counter())
    speed = sum(one.pieces for one in gold) / spent
    return f"{''.join(f'{cell:24}' for cell in cells)}{_macro(together):.3f}  {speed:7,.0f}"


def _count(
    counts: Counter[tuple[str, str]],
    gold: frozenset[Any] | set[str],
    seen: frozenset[Any] | set[str],
    label: Callable[[Any], str],
) -> None:
    for name, keys in (("right", gold & seen), ("alarm", seen - gold), ("miss", gold - seen)):
        counts.update((label(key), name) for key in keys)


def _f1(counts: Counter[tuple[str, str]], only: str | None = None) -> float:
    right, alarm, miss = (
        sum(
            number
            for (label, name), number in counts.items()
            if name == wanted and (only is None or label == only)
        )
        for wanted in ("right", "alarm", "miss")
    )
    return 2 * right / max(1, 2 * right + alarm + miss)


def _macro(counts: Counter[tuple[str, str]]) -> float:
    frequent = [label for label in LABELS if counts[label, "right"] + counts[label, "miss"] >= _LEAST]
    return sum(_f1(counts, label) for label in frequent) / max(1, len(frequent))


class Baseline:
    """Finds what a logistic regression for every label says of each unit alone."""

    def __init__(self, features: Callable[[Sequence[Unit]], Any], train: Sequence[Labelled]) -> None:
        from sklearn.linear_model import LogisticRegression

        self._features = features
        self._thresholds: Floats = np.zeros(len(LABELS))
        units = [unit for text in train for unit in text.units]
        shown = [text.labels[group] for text in train for group in text.groups]
        values = features(units)
        self._models: list[Any] = []
        for label in LABELS:
            truth = np.array([label in labels for labels in shown])
            model = LogisticRegression(C=10.0, class_weight={False: 1.0, True: _WEIGHT}, solver="liblinear")
            self._models.append(model.fit(values, truth) if truth.any() else None)

    def choose(self, dev: Sequence[Labelled]) -> Baseline:
        """Choose a threshold for each label as the trained reader's are chosen."""
        found: dict[tuple[int, int], Floats] = {}
        for number, text in enumerate(dev):
            for row, piece in zip(self._logits(text.units), text.groups, strict=True):
                key = number, piece
                found[key] = np.maximum(found[key], row) if key in found else row
        self._thresholds = choose_thresholds(by_kind(dev, found, LABELS))
        return self

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        logits = self._logits(units)
        chances = 1 / (1 + np.exp(-logits))
        return [
            Finding(units[row], LABELS[column], float(chances[row, column]))
            for row, column in np.argwhere(logits >= self._thresholds).tolist()
        ]

    def _logits(self, units: Sequence[Unit]) -> Floats:
        logits = np.full((len(units), len(LABELS)), -30.0)
        if units:
            values = self._features(units)
            for column, model in enumerate(self._models):
                if model is not None:
                    logits[:, column] = model.decision_function(values)
        return logits


def _tf_idf(train: Sequence[Labelled], dev: Sequence[Labelled]) -> Reader:
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"\w+|[?!€$£]")
    words.fit([unit.text for text in train for unit in text.units])
    return Baseline(lambda units: words.transform([unit.text for unit in units]), train).choose(dev)


def _frozen(train: Sequence[Labelled], dev: Sequence[Labelled], folder: Path) -> Reader:
    """Mean of the base encoder's token vectors, of length one: as it is meant to be used for sentences."""
    import sklearn  # noqa: F401 - so that a lack of it shows before anything is fetched
    import torch
    from tokenizers import Tokenizer
    from training.base import fetch
    from training.model import load_encoder

    fetch(folder)
    encoder = load_encoder(folder).eval()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(112)

    def features(units: Sequence[Unit]) -> Floats:
        rows = [found.ids for found in tokenizer.encode_batch([unit.text for unit in units])]
        made: Floats = np.zeros((len(rows), encoder.config.hidden_size))
        order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
        for first in range(0, len(order), 64):
            some = order[first : first + 64]
            ids = torch.zeros(len(some), max(len(rows[row]) for row in some), dtype=torch.int64)
            for place, row in enumerate(some):
                ids[place, : len(rows[row])] = torch.tensor(rows[row])
            mask = (ids > 0).long()
            with torch.inference_mode():
                hidden = encoder(input_ids=ids, attention_mask=mask).last_hidden_state
            means = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            made[some] = torch.nn.functional.normalize(means).numpy()
        return made

    return Baseline(features, train).choose(dev)


def _shipped() -> Reader:
    if not (MODEL / "encoder.onnx").exists():
        raise FileNotFoundError
    return TrainedReader()


if __name__ == "__main__":
    sys.exit(main())
