"""How well logits tell what pieces show: the measures of the scoring script, on arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.texts import Labelled


@dataclass(frozen=True, slots=True)
class Kind:
    """All documents of one kind as arrays; in transcripts a row is a turn."""

    name: str
    logits: np.ndarray
    """Shape (rows, labels)."""
    gold: np.ndarray
    document: np.ndarray
    """Number of the document of each row."""

    def whole(self, values: np.ndarray) -> np.ndarray:
        """Return the highest value of each document."""
        order = np.unique(self.document, return_index=True)[1]
        return np.maximum.reduceat(values, order)


def by_kind(
    documents: Sequence[Labelled], found: Mapping[tuple[int, int], np.ndarray], labels: Sequence[str]
) -> list[Kind]:
    """Put logits and gold side by side, kind by kind."""
    column = {label: number for number, label in enumerate(labels)}
    kinds: dict[str, dict[tuple[int, int], tuple[np.ndarray, set[str]]]] = {}
    for number, document in enumerate(documents):
        rows = kinds.setdefault(document.source, {})
        for piece, shown in enumerate(document.labels):
            place = document.units[piece].turn if document.is_talk else piece
            values = found.get((number, piece), np.full(len(labels), -30.0))
            key = (number, place or 0)
            if key in rows:
                rows[key] = (np.maximum(rows[key][0], values), rows[key][1] | shown)
            else:
                rows[key] = (values, set(shown))
    made = []
    for name, rows in kinds.items():
        gold = np.zeros((len(rows), len(labels)), dtype=bool)
        for row, (_, shown) in enumerate(rows.values()):
            gold[row, [column[label] for label in shown]] = True
        logits = np.stack([values for values, _ in rows.values()])
        made.append(Kind(name, logits, gold, np.array([key[0] for key in rows])))
    return made


def f1(found: np.ndarray, gold: np.ndarray) -> float:
    """Return the micro F1 over everything."""
    right = (found & gold).sum()
    return float(2 * right / max(1, found.sum() + gold.sum()))


def macro(kinds: Sequence[Kind], thresholds: np.ndarray, least: int = 8) -> float:
    """Return the mean F1 over labels with so many in the gold, all kinds together."""
    found = np.concatenate([kind.logits >= thresholds for kind in kinds])
    gold = np.concatenate([kind.gold for kind in kinds])
    right = (found & gold).sum(0)
    each = 2 * right / np.maximum(1, found.sum(0) + gold.sum(0))
    return float(each[gold.sum(0) >= least].mean())


def false_alarms(kind: Kind, thresholds: np.ndarray) -> float:
    """Return false alarms per 1,000 rows that show nothing."""
    empty = ~kind.gold.any(1)
    return float(1000 * (kind.logits[empty] >= thresholds).any(1).mean())


def choose_thresholds(kinds: Sequence[Kind], pull: float = 0.03) -> np.ndarray:
    """Return a logit per label: what gives the best F1 on sentences and on interviews, in its neighbourhood.

    A label has few cases here, and the best point of a jagged curve would be chance: so the F1 is smoothed
    over the points around, and each label is held to the threshold that is best for all together.

    Parameters
    ----------
    kinds : sequence of Kind
    pull : float
        F1 that one unit of distance (squared) from the common threshold costs.
    """
    grid = np.linspace(-2.5, 2.5, 51)
    count = kinds[0].gold.shape[1]
    common = max(grid[5:-5], key=lambda at: sum(_worth(kinds, np.full(count, at + d)) for d in _AROUND))
    chosen = np.full(count, common)
    for label in range(count):
        worth = np.array([_label_worth(kinds, label, at) for at in grid])
        smooth = np.convolve(np.pad(worth, _WIDTH, mode="edge"), _WEIGHTS, mode="valid")
        there = sum(int(kind.gold[:, label].sum()) for kind in kinds)
        held = pull * (1 + 20 / max(1, there)) * (grid - common) ** 2
        chosen[label] = grid[int(np.argmax(smooth - held))]
    return chosen


def raises(kinds: Sequence[Kind], thresholds: np.ndarray) -> dict[str, float]:
    """Return by how much the thresholds of each kind of document are raised, so that it is quiet enough.

    What has too few empty rows to tell is left alone.
    """
    raised = dict.fromkeys(DOCUMENT_KINDS.values(), 0.0)
    for kind in kinds:
        if (~kind.gold.any(1)).sum() < ENOUGH_EMPTY:
            continue
        steps = np.arange(0.0, 1.5, 0.05)
        quiet = [more for more in steps if false_alarms(kind, thresholds + more) < MOST_ALARMS]
        name = DOCUMENT_KINDS[kind.name]
        raised[name] = max(raised[name], round(float(quiet[0] if quiet else steps[-1]), 2))
    return raised


def lowered(kinds: Sequence[Kind], raised: Mapping[str, float]) -> list[Kind]:
    """Return the kinds with logits lowered by as much as their thresholds are raised."""
    return [
        Kind(kind.name, kind.logits - raised[DOCUMENT_KINDS[kind.name]], kind.gold, kind.document)
        for kind in kinds
    ]


DOCUMENT_KINDS = {"narratives": "notes", "notes": "notes", "mails": "mail", "transcripts": "transcript"}
"""What the product takes each kind of telling for."""
ENOUGH_EMPTY = 250
ALARM = 3.0
"""How many errors a false alarm on an empty row counts for."""
MOST_ALARMS = 78.0
"""False alarms per 1,000 empty rows."""
_AROUND = (-0.4, 0.0, 0.4)
_WIDTH = 8
_WEIGHTS = np.exp(-0.5 * (np.arange(-_WIDTH, _WIDTH + 1) / 4.0) ** 2)
_WEIGHTS /= _WEIGHTS.sum()


def halves(kinds: Sequence[Kind]) -> list[tuple[list[Kind], list[Kind]]]:
    """Return both ways to choose on one half of the documents and score on the other."""
    parts: list[list[Kind]] = [[], []]
    for kind in kinds:
        for half in (0, 1):
            mine = kind.document % 2 == half
            parts[half].append(Kind(kind.name, kind.logits[mine], kind.gold[mine], kind.document[mine]))
    return [(parts[0], parts[1]), (parts[1], parts[0])]


def by_halves(kinds: Sequence[Kind]) -> list[tuple[str, float, float, float]]:
    """Return name, unit F1, interview F1 and false alarms of each kind, chosen on the other half."""
    parts = []
    for chosen_on, scored in halves(kinds):
        thresholds = choose_thresholds(chosen_on)
        parts.append((thresholds, lowered(scored, raises(chosen_on, thresholds))))
    rows = []
    for place, kind in enumerate(kinds):
        each = [(scored[place], thresholds) for thresholds, scored in parts]
        found = np.concatenate([part.logits >= thresholds for part, thresholds in each])
        gold = np.concatenate([part.gold for part, _ in each])
        whole = np.concatenate([part.whole(part.logits >= thresholds) for part, thresholds in each])
        wanted = np.concatenate([part.whole(part.gold) for part, _ in each])
        alarms = 1000 * float(found[~gold.any(1)].any(1).mean())
        rows.append((kind.name, f1(found, gold), f1(whole, wanted), alarms))
    return rows


def _worth(kinds: Sequence[Kind], thresholds: np.ndarray) -> float:
    total = 0.0
    for kind in kinds:
        found = kind.logits >= thresholds
        total += f1(found, kind.gold) + f1(kind.whole(found), kind.whole(kind.gold))
    return total


def _label_worth(kinds: Sequence[Kind], label: int, at: float) -> float:
    """F1 of one label over all kinds (each kind's errors count in inverse proportion to its labels).

    A false alarm where there is nothing at all counts several times: it is what a reader minds most.
    """
    right = wrong = 0.0
    for kind in kinds:
        found, gold = kind.logits[:, label] >= at, kind.gold[:, label]
        share = 100 / max(1, kind.gold.sum())
        wrong += share * (ALARM - 1) * (found & ~kind.gold.any(1)).sum()
        for one, truth in ((found, gold), (kind.whole(found), kind.whole(gold))):
            right += share * (one & truth).sum()
            wrong += share * (one != truth).sum()
    return float(2 * right / (2 * right + wrong)) if right else 0.0


def table(kinds: Sequence[Kind], thresholds: np.ndarray) -> str:
    """Return one line a kind: micro F1 on sentences and interviews, false alarms."""
    lines = []
    for kind in kinds:
        found = kind.logits >= thresholds
        whole = f1(kind.whole(found), kind.whole(kind.gold))
        lines.append(
            f"{kind.name:12s} unit {f1(found, kind.gold):.3f}  interview {whole:.3f}"
            f"  false alarms {false_alarms(kind, thresholds):.0f}"
        )
    return "\n".join([*lines, f"macro over all {macro(kinds, thresholds):.3f}"])
