"""How well a chance made from signs foretells what really happened, in retellings whose outcome is known.

    python -m validation outcomes --texts FILE

Reads every retelling once with the shipped reader (kept in a folder that git ignores), weighs it with the
set's share of offers as base rate, fits models from signs and from words on the same folds held out, and
puts the tables into docs/validation.md. Needs what training/requirements.txt names.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from inspect import getfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from validation.page import PAGE, write_section
from validation.retelling import features, models, tables, wrong
from validation.retelling.forest import FOREST
from validation.retelling.measures import SMALLEST_GROUP, Measures, bins, difference, measure
from validation.retelling.read import Readings, read_all
from validation.retelling.texts import Retelling, load
from wentwell.interview import Assessment

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ROOT = Path(__file__).resolve().parent.parent
_SHIPPED, _BEST, _WORDS = "wentwell", "signs, steps, lengths", "words (TF-IDF)"
_COEFFICIENT_PENALTY = 0.003
_COEFFICIENTS = 14
_LOOKED_AT = 5
"""Folds below this one were looked at when the patterns in `stages` were written."""


def main(argv: list[str] | None = None) -> None:
    """Measure, print and keep the tables; ends the process with one line where it cannot."""
    parser = argparse.ArgumentParser(
        prog="validation outcomes", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, required=True, help="retellings with outcomes, JSON lines")
    parser.add_argument("--field", default="text_masked", help="which field is read (default: %(default)s)")
    parser.add_argument("--limit", type=int, default=0, help="take so many only, to try it")
    parser.add_argument(
        "--left-out",
        type=int,
        nargs="*",
        default=(8, 9),
        help="folds that the shipped weights were not learned from, shown apart (default: 8 9)",
    )
    parser.add_argument("--draws", type=int, default=1000, help="bootstrap draws (default: %(default)s)")
    parser.add_argument(
        "--cache",
        type=Path,
        default=ROOT / "training/work/retellings",
        help="where what was read is kept; it holds words of the texts (default: %(default)s)",
    )
    parser.add_argument("--page", type=Path, default=PAGE, help="the page (default: %(default)s)")
    arguments = parser.parse_args(argv)
    lacking = [name for name in ("sklearn", "onnx") if find_spec(name) is None]
    if lacking:
        sys.exit(f"{' and '.join(lacking)} not there: pip install -r training/requirements.txt")
    try:
        rows = load(arguments.texts, arguments.field, arguments.limit)
        _check(rows)
    except (OSError, ValueError) as error:
        sys.exit(f"cannot use the retellings: {error}")
    readings = read_all(rows, arguments.cache, progress=_progress(len(rows)))
    text = Report(rows, readings, arguments.draws, frozenset(arguments.left_out), arguments.cache).text()
    print(text)
    write_section("outcomes", text, arguments.page)


def _check(rows: Sequence[Retelling]) -> None:
    if len({row.fold for row in rows}) < 4:
        raise ValueError("they must lie in four folds or more")
    for fold in {row.fold for row in rows}:
        if len({row.offer for row in rows if row.fold == fold}) < 2:
            raise ValueError(f"fold {fold} has one outcome only")


def _progress(total: int) -> Callable[[int], None]:
    start = time.monotonic()

    def tell(done: int) -> None:
        if done % 1000 == 0 or done == total:
            _say(f"{done:,} of {total:,} read, {time.monotonic() - start:.0f} s")

    return tell


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


class Report:
    """All that is measured on one set of retellings.

    Parameters
    ----------
    rows : sequence of Retelling
    readings : Readings
        Of the same rows.
    draws : int
        Bootstrap draws.
    left_out : frozenset of int
        Folds that the shipped weights saw nothing of.
    cache : Path
        A folder for chances held out, by what they were made from.
    """

    def __init__(
        self, rows: Sequence[Retelling], readings: Readings, draws: int, left_out: frozenset[int], cache: Path
    ) -> None:
        self._rows, self._readings, self._draws = rows, readings, draws
        self._left_out, self._cache = left_out, cache
        self._offers = np.array([row.offer for row in rows])
        self._folds = np.array([row.fold for row in rows])
        self._employers = [row.company for row in rows]
        self._process = features.process(rows)

    def text(self) -> str:
        """Return the tables in Markdown."""
        assessments = self._assessed(silence=True)
        chances = self._chances(assessments)
        shown = [(name, self._measured(one)) for name, one in chances.items()]
        three = {name: chances[name] for name in (_SHIPPED, _BEST, _WORDS)}
        better = difference(chances[_BEST], chances[_WORDS], self._offers, self._draws)
        status = wrong.by_status(assessments, self._offers)
        signs = wrong.measured(self._readings, assessments, self._offers, self._employers)
        return "\n\n".join(
            [
                f"Made by `python -m validation outcomes --texts NARRATIVES.jsonl` with reader "
                f"{self._readings.version}, on {len(self._rows):,} retellings of which "
                f"{tables.share(float(self._offers.mean()))} tell of an offer. In brackets: 95 % intervals "
                f"from {self._draws:,} bootstrap draws over retellings. Every fitted chance is held out: "
                f"{len(set(self._folds.tolist()))} folds, settings chosen inside the fitted ones.",
                "### Overall",
                tables.overall(shown),
                f"“{_BEST}” against “{_WORDS}”: AUC {tables.signed(better[0].value, 3)} "
                f"({tables.signed(better[0].low, 3)} to {tables.signed(better[0].high, 3)}), Brier better by "
                f"{tables.signed(better[1].value, 4)} ({tables.signed(better[1].low, 4)} to "
                f"{tables.signed(better[1].high, 4)}), paired.",
                *self._apart(chances),
                "### By employer",
                self._groups("employer", three, self._by_employer()),
                "### By how far the words say it went",
                self._groups("furthest step told", three, self._by_step()),
                "### By length of the text",
                self._groups("length", three, self._by_length()),
                "### By fold",
                self._groups("folds", three, self._by_fold()),
                "### By quality of the rows",
                self._groups(
                    "marked as", three, {q: _where(self._rows, "quality", q) for q in self._qualities()}
                ),
                "### Reliability",
                tables.reliability(
                    list(three), [bins(one, self._offers, min(10, len(one))) for one in three.values()]
                ),
                "### What the words were taken to say of the outcome",
                tables.statuses(status),
                "### Sign by sign",
                tables.wrong(signs),
                "### What moves a model of signs and steps most",
                self._coefficients(),
            ]
        )

    def _apart(self, chances: Mapping[str, Floats]) -> list[str]:
        """Return the same for the folds that the shipped weights saw nothing of."""
        here = np.isin(self._folds, sorted(self._left_out))
        if here.sum() < SMALLEST_GROUP:
            return []
        names = [name for name, is_here in zip(self._employers, here, strict=True) if is_here]
        shown = [
            (name, measure(one[here], self._offers[here], names, self._draws))
            for name, one in chances.items()
        ]
        return [
            f"### Folds {self._names_left_out()}: the shipped weights saw nothing of them",
            tables.overall(shown),
        ]

    def _assessed(self, *, silence: bool) -> list[Assessment]:
        return wrong.assess(self._rows, self._readings, float(self._offers.mean()), silence=silence)

    def _measured(self, chances: Floats) -> Measures:
        return measure(chances, self._offers, self._employers, self._draws)

    def _chances(self, assessments: Sequence[Assessment]) -> dict[str, Floats]:
        """Return every way to make a chance, by name."""
        rows, readings = self._rows, self._readings
        signs, process = features.signs(readings), self._process
        facts, lengths = features.facts(rows), features.lengths(rows, readings)
        style, states = features.style(rows), features.states(readings)
        form, employer = features.circumstances(rows), features.employers(rows)
        beside = features.beside
        best = beside(signs, process, facts, lengths)
        plain = self._texts()
        with_form = beside(form, employer).values
        shipped = np.array([one.probability for one in assessments])
        told = np.array([one.probability for one in self._assessed(silence=False)])
        linear, both = (models.LINEAR,), (models.LINEAR, models.BOOSTED)
        random = (models.LINEAR, FOREST)
        made: dict[str, tuple[Floats, Sequence[Sequence[models.Make]]]] = {
            "words (TF-IDF)": (plain, (models.WORDS,)),
            "signs told (36 numbers)": (features.told_signs(readings).values, linear),
            "signs, every sentence": (signs.values, both),
            "steps and lengths without signs": (beside(process, facts, lengths).values, both),
            _BEST: (best.values, random),
            "the same, boosted trees": (best.values, both),
            "boosted, without outcome signs": (best.without(features.LEAKS).values, both),
            "boosted, and manner of telling": (beside(best, style).values, both),
            "boosted, and form and employer": (beside(best, style, form, employer).values, both),
            "words, form and employer": (
                np.concatenate([plain, with_form.astype(object)], 1),
                (models.WORDS,),
            ),
            "reference: encoder values": (states.values, linear),
            "reference: encoder values and all from text": (beside(states, best, style).values, linear),
        }
        found = {
            "base rate": models.base_rates(self._offers, self._folds),
            _SHIPPED: shipped,
            "wentwell, silence of notes left out": told,
        }
        for name, (inputs, families) in made.items():
            found[name] = self._held_out(inputs, families)
            _say(f"{name}: done")
        return found

    def _held_out(self, inputs: Floats, families: Sequence[Sequence[models.Make]]) -> Floats:
        """Return the chances held out; from the cache, where they were made of the same before."""
        told = inputs.tolist() if inputs.dtype == object else inputs.tobytes().hex()
        made_of = [told, self._offers.tolist(), self._folds.tolist(), [len(one) for one in families]]
        code = {models.__file__, *(getfile(make) for one in families for make in one)}
        made_by = b"".join(Path(file).read_bytes() for file in sorted(code))
        key = hashlib.sha256(json.dumps(made_of).encode() + made_by).hexdigest()
        path = self._cache / f"chances-{key[:24]}.npy"
        if not path.exists():
            np.save(path, models.cross_validated(inputs, self._offers, self._folds, families))
        kept: Floats = np.load(path)
        return kept

    def _texts(self) -> Floats:
        found: Floats = np.array([[row.text] for row in self._rows], dtype=object)
        return found

    def _groups(self, what: str, three: Mapping[str, Floats], rows: Mapping[str, Bools]) -> str:
        measured = [
            (
                name,
                [
                    measure(one[here], self._offers[here], [name] * int(here.sum()), self._draws)
                    for one in three.values()
                ],
            )
            for name, here in rows.items()
            if here.sum() >= SMALLEST_GROUP // 2
        ]
        return tables.groups(what, list(three), measured)

    def _by_employer(self) -> dict[str, Bools]:
        names = sorted(set(self._employers), key=lambda name: (-self._employers.count(name), name))
        return {name: _where(self._rows, "company", name) for name in names}

    def _qualities(self) -> list[str]:
        return sorted({row.quality for row in self._rows}, reverse=True)

    def _by_fold(self) -> dict[str, Bools]:
        """Return groups by what was known of them when patterns were written and weights were learned."""
        left_out = np.isin(self._folds, sorted(self._left_out))
        seen = (self._folds < _LOOKED_AT) & ~left_out
        return {
            f"0 to {_LOOKED_AT - 1}: looked at while patterns of steps were written": seen,
            "others that the shipped weights were learned from": ~seen & ~left_out,
            f"{self._names_left_out()}: neither": left_out,
        }

    def _names_left_out(self) -> str:
        return " and ".join(str(fold) for fold in sorted(self._left_out))

    def _by_length(self) -> dict[str, Bools]:
        lengths = np.array([len(row.text) for row in self._rows])
        low, high = (int(value) for value in np.quantile(lengths, [1 / 3, 2 / 3]))
        return {
            f"up to {low} characters": lengths <= low,
            f"{low + 1} to {high}": (lengths > low) & (lengths <= high),
            f"above {high}": lengths > high,
        }

    def _by_step(self) -> dict[str, Bools]:
        """Return groups by the furthest step told; the first that holds counts."""
        column = {name: self._process.values[:, place] for place, name in enumerate(self._process.names)}

        def any_of(*names: str) -> Bools:
            found: Bools = np.any([column[f"step:{name}"] > 0 for name in names], 0)
            return found

        later = (column["nth_round"] >= 2) | (column["rounds_told"] >= 2)
        tests = {
            "onsite, travel, a whole day or a final round": any_of("onsite", "flown", "final", "several"),
            "a second round or later": any_of("second", "third", "later_rounds") | later,
            "a talk by phone or video, or a screen": any_of("phone", "video", "screen"),
            "a test, a group or a campus event": any_of("test", "aptitude", "group", "campus", "task"),
            "none of these": np.ones(len(self._rows), np.bool_),
        }
        left = np.ones(len(self._rows), np.bool_)
        found = {}
        for name, here in tests.items():
            found[name] = here & left
            left &= ~here
        return found

    def _coefficients(self) -> str:
        signs = features.signs(self._readings)
        labels = len(self._readings.labels)
        highest = features.Table(
            names=signs.names[:labels], values=1 / (1 + np.exp(-signs.values[:, :labels]))
        )
        told = features.beside(
            highest, self._process, features.facts(self._rows), features.lengths(self._rows, self._readings)
        )
        known = features.beside(told, features.employers(self._rows))
        values, errors = models.weights(
            known.values, self._offers, _COEFFICIENT_PENALTY, max(20, self._draws // 20)
        )
        count = len(told.names)  # the employers are held fixed, not shown
        return tables.coefficients(
            told.names, values[:count].tolist(), errors[:count].tolist(), _COEFFICIENTS
        )


def _where(rows: Sequence[Retelling], field: str, value: str) -> Bools:
    return np.array([getattr(row, field) == value for row in rows])
