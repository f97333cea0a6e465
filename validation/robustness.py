"""How far the chance moves when the evidence is bad: told twice, contradictory, misread, misplaced."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import ArrayLike, NDArray

from validation.page import table, write_section
from validation.worlds import CONTEXTS, draw
from wentwell import weigh_many
from wentwell.catalog import context_rules, signs

Floats = NDArray[np.float64]
PIECES = 5
"""Columns that a label has here."""
READ = 0.9
"""Probability of a sign that was read."""
PRAISE = ("affirmation.answer", "affirmation.fit")
PAIRS = (
    ("warmth", "contrary.distant"),
    ("next.process", "contrary.brush_off"),
    ("affirmation.fit", "contrary.concern"),
    ("length.over", "contrary.short"),
    ("reply.warm", "reply.dry"),
    ("next.availability", "contrary.brush_off"),
)
WRONG_STAGES = (("screen", "first"), ("first", "screen"), ("second", "final"), ("final", "second"))
_ROW = re.compile(r"^\| `([a-z_.]+)` \| [\d,]+ \| ([\d.]+) \| ([\d.]+) \|", re.MULTILINE)


@dataclass(frozen=True)
class Errors:
    """How a reader errs on one label."""

    precision: float
    recall: float


def measured_errors() -> dict[str, Errors]:
    """Return the reader's precision and recall by label, from the card of its model."""
    card = files("wentwell.reading").joinpath("model", "MODEL_CARD.md").read_text(encoding="utf-8")
    found = {
        label: Errors(float(precision), float(recall)) for label, precision, recall in _ROW.findall(card)
    }
    if not found:
        raise ValueError("the model's card has no table of precision and recall by label")
    return found


def misread(there: NDArray[np.bool_], labels: list[str], rng: np.random.Generator) -> NDArray[np.bool_]:
    """Return what a reader with the measured errors finds: some signs missed, some that are not there.

    False alarms come where the sign is not there, as often as the measured precision says at the share of
    interviews that have the sign here.
    """
    read = there.copy()
    for place, label in enumerate(labels):
        errors = measured_errors().get(label)
        if errors is None:
            continue
        share = there[:, place].mean()
        hits = share * errors.recall
        false = hits * (1 - errors.precision) / max(errors.precision, 0.01) / max(1 - share, 0.01)
        chance = np.where(there[:, place], errors.recall, min(1.0, false))
        read[:, place] = rng.random(len(there)) < chance
    return read


class Told:
    """Interviews as they are told, to be weighed after something is done to them."""

    def __init__(self, count: int, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        worlds = draw(count, self.rng, mentioned=context_rules().notes.mentioned)
        self.labels, self.context = worlds.labels, worlds.context
        self.there = worlds.told

    def chance(
        self,
        there: NDArray[np.bool_] | None = None,
        *,
        more: dict[str, int] | None = None,
        context: NDArray[np.intp] | None = None,
        order: NDArray[np.intp] | None = None,
    ) -> Floats:
        """Return the chances, in points; ``more`` tells a label so many times where it was told."""
        shown = np.where(self.there if there is None else there, READ, np.nan)
        wide = np.full((len(shown), PIECES, len(self.labels)), np.nan)
        wide[:, 0] = shown
        for label, times in (more or {}).items():
            place = self.labels.index(label)
            wide[:, :times, place] = shown[:, place, None]
        columns = wide.reshape(len(shown), -1)
        labels = self.labels * PIECES
        if order is not None:
            columns, labels = columns[:, order], [labels[place] for place in order]
        which = self.context if context is None else context
        mentioned = context_rules().notes.mentioned
        return 100 * weigh_many(columns, CONTEXTS, which, labels=labels, mentioned=mentioned).probability


def moves(count: int, seed: int) -> list[tuple[str, Floats]]:
    """Return, for each thing that may be wrong, by how many points it moves the interviews it touches."""
    told = Told(count, seed)
    now, rng, found = told.chance(), told.rng, []
    place = told.labels.index

    def moved(name: str, then: Floats, touched: ArrayLike | None = None) -> None:
        change = np.abs(then - now)
        found.append((name, change if touched is None else change[np.asarray(touched, bool)]))

    plain = [label for label in told.labels if label not in PRAISE and signs()[label].kind != "leak"]
    moved("every sign but praise told five times", told.chance(more=dict.fromkeys(plain, PIECES)))
    praised = told.there[:, [place(label) for label in PRAISE]].any(axis=1)
    moved("praise told five times", told.chance(more=dict.fromkeys(PRAISE, PIECES)), praised)
    everything = rng.permutation(len(told.labels) * PIECES)
    moved("told in another order", told.chance(order=everything))
    for first, second in PAIRS:
        both = told.there.copy()
        either = both[:, place(first)] ^ both[:, place(second)]
        both[either, place(first)] = both[either, place(second)] = True
        name = f"“{signs()[first].name}” and “{signs()[second].name}”: told both, not one"
        moved(name, told.chance(both), either)
    one_less = told.there.copy()
    for row in np.flatnonzero(told.there.any(axis=1)):
        one_less[row, rng.choice(np.flatnonzero(told.there[row]))] = False
    moved("one sign missed", told.chance(one_less), told.there.any(axis=1))
    moved("read at the reader's measured error rates", told.chance(misread(told.there, told.labels, rng)))
    for stage, taken_for in WRONG_STAGES:
        touched = np.array([one.stage == stage for one in CONTEXTS])[told.context]
        other = [
            CONTEXTS.index(one.model_copy(update={"stage": taken_for})) if one.stage == stage else number
            for number, one in enumerate(CONTEXTS)
        ]
        then = told.chance(context=np.array(other, np.intp)[told.context])
        moved(f"stage: {taken_for} told, {stage} meant", then, touched)
    return found


def main(arguments: list[str]) -> None:
    """Run it and keep the output in docs/validation.md."""
    parser = argparse.ArgumentParser(prog="python -m validation robustness", description=__doc__)
    parser.add_argument("--interviews", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=20_261_130)
    wanted = parser.parse_args(arguments)
    rows = [
        (
            name,
            f"{len(change):,}",
            f"{np.median(change):.1f}",
            f"{np.quantile(change, 0.9):.1f}",
            f"{change.max():.1f}",
        )
        for name, change in moves(wanted.interviews, wanted.seed)
        if len(change)
    ]
    text = (
        f"{wanted.interviews:,} made-up interviews told as notes, seed {wanted.seed}. "
        "Made by `python -m validation robustness`. Points of 100 that the chance moves, either way.\n\n"
    ) + table(("what is wrong", "interviews", "median", "nine of ten below", "most"), rows)
    write_section("robustness", text)
    print(text)
