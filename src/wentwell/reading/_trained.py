"""The trained reader: the shipped encoder, its thresholds, and what its logits mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from wentwell.catalog import signs
from wentwell.interview._base import Noun
from wentwell.reading._encoder import MODEL, Encoder
from wentwell.reading._lexical import LexicalReader, is_guarded
from wentwell.reading._reader import Finding, Reader
from wentwell.reading._recent import Recent
from wentwell.reading._units import Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wentwell.reading._encoder import Judged


PLAIN = 0.8
"""Patterns this sure stand on their own: the plain wordings of an offer, a refusal, an invitation."""


DOUBTED = 0.6
"""Highest probability of an outcome told with words that speak against it ("last year", "my friend"): the
product then asks about it and does not use it."""


_ABSENT = -4.0
"""Log-odds of a sign that a reader without log-odds does not find."""


class LabelSetting(Noun):
    """How one label is read: all numbers were chosen on labelled texts that were not trained on."""

    threshold: float
    """Logit from which the sign is told."""
    slope: float
    """With `intercept`, makes a logit the log-odds that the sign is really there (Platt 1999)."""
    intercept: float
    lexical: float = 0.0
    """What a pattern that matches adds to the logit; 0 where patterns do not help."""


class Settings(Noun):
    """What belongs to the shipped network."""

    version: str
    raised: dict[str, float] = Field(default_factory=dict)
    """By how much the thresholds are higher, by kind of document: where false alarms would be too many."""
    labels: dict[str, LabelSetting]
    """In the order of the network's outputs."""


class TrainedReader:
    """Finds signs with the shipped encoder; nothing is loaded before the first text is read.

    Parameters
    ----------
    folder : Path
        Holds ``reader.json``, ``encoder.onnx`` and ``tokenizer.json``. By default the shipped model.
    threads : int, optional
        How many threads run the network. By default as many as there are cores.
    """

    def __init__(self, folder: Path = MODEL, threads: int | None = None) -> None:
        self._folder = folder
        self._threads = threads
        self._encoder = Encoder(folder, threads)
        self._lexical = LexicalReader()
        self._recent = Recent()

    def __reduce__(self) -> tuple[type[TrainedReader], tuple[Path, int | None]]:
        return TrainedReader, (self._folder, self._threads)

    def with_threads(self, threads: int | None) -> TrainedReader:
        """Return a reader with the same model that uses so many threads."""
        return TrainedReader(self._folder, threads)

    @cached_property
    def settings(self) -> Settings:
        """Labels, thresholds and the version of the model."""
        return Settings.model_validate(json.loads((self._folder / "reader.json").read_text("utf-8")))

    @cached_property
    def _numbers(self) -> dict[str, NDArray[np.float64]]:
        """The settings of all labels as one array each."""
        import numpy as np

        labels = self.settings.labels.values()
        return {name: np.array([getattr(one, name) for one in labels]) for name in LabelSetting.model_fields}

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        """Return the signs whose logit reaches the threshold of their label."""
        return self.find_many([units])[0]

    def find_many(self, documents: Iterable[Sequence[Unit]]) -> list[list[Finding]]:
        """Read several documents at once: all cores are kept busy, and each is read as if alone."""
        each = [list(units) for units in documents]
        judged = self._encoder.judge(each)
        for units, found in zip(each, judged, strict=True):
            self._recent.keep(units, found.logits)
        return [self._told(units, found) for units, found in zip(each, judged, strict=True)]

    def margins(
        self, documents: Iterable[Sequence[Unit]]
    ) -> tuple[list[NDArray[np.float64]], tuple[str, ...]]:
        """Return by how much the logit of each label exceeds its threshold in each unit, and the labels.

        A mail that was read just before is not judged again.
        """
        import numpy as np

        thresholds = self._numbers["threshold"]
        each = [list(units) for units in documents]
        kept = [self._recent.get(units) for units in each]
        judged = iter(
            self._encoder.judge([units for units, old in zip(each, kept, strict=True) if old is None])
        )
        logits = [next(judged).logits if old is None else old for old in kept]
        return [found.astype(np.float64) - thresholds for found in logits], tuple(self.settings.labels)

    def _told(self, units: Sequence[Unit], judged: Judged) -> list[Finding]:
        import numpy as np

        numbers, names = self._numbers, list(self.settings.labels)
        logits = judged.logits.astype(np.float64)
        sure = np.zeros_like(logits)
        spans: dict[tuple[int, int], tuple[int, int | None]] = {}
        row_of = {id(unit): row for row, unit in enumerate(units)}
        for finding in self._lexical.find(units):
            place = row_of[id(finding.unit)], names.index(finding.label)
            spans[place] = finding.start, finding.end
            logits[place] += numbers["lexical"][place[1]]
            if finding.probability >= PLAIN:
                sure[place] = finding.probability
        raised = np.array([self.settings.raised.get(unit.kind, 0.0) for unit in units])[:, None]
        chances = np.maximum(sure, 1 / (1 + np.exp(-(numbers["slope"] * logits + numbers["intercept"]))))
        found: list[Finding] = []
        for row, column in np.argwhere((logits >= numbers["threshold"] + raised) | (sure > 0)).tolist():
            start, end = spans.get((row, column)) or judged.looked_at[row, column].tolist()
            chance = float(chances[row, column])
            if chance > DOUBTED and names[column] in _leaks() and not sure[row, column]:
                is_doubted = is_guarded(units[row], names[column], start, len(units[row].text))
                chance = DOUBTED if is_doubted else chance
            found.append(Finding(units[row], names[column], chance, start, end))
        return found


def sign_margins(
    documents: Sequence[Sequence[Unit]], reader: Reader
) -> tuple[list[NDArray[np.float64]], tuple[str, ...]]:
    """Return what a reader says of every label in every unit, not only where it finds one.

    Parameters
    ----------
    documents : sequence of sequence of Unit
    reader : Reader
        One that is not the trained reader only tells what it finds: what it does not find is taken as
        clearly absent.

    Returns
    -------
    tuple of (list of array, tuple of str)
        For each document log-odds over the threshold, of shape (units, labels); and the labels.
    """
    import numpy as np

    if isinstance(reader, TrainedReader):
        return reader.margins(documents)
    labels = tuple(signs())
    column = {label: number for number, label in enumerate(labels)}
    found = []
    for units in documents:
        margins = np.full((len(units), len(labels)), _ABSENT)
        row_of = {id(unit): row for row, unit in enumerate(units)}
        for finding in reader.find(units):
            chance = min(max(finding.probability, 0.01), 0.99)
            margins[row_of[id(finding.unit)], column[finding.label]] = max(0.5, np.log(chance / (1 - chance)))
        found.append(margins)
    return found, labels


@cache
def _leaks() -> frozenset[str]:
    return frozenset(label for label, sign in signs().items() if sign.kind == "leak")


@cache
def default_reader() -> Reader:
    """Return the reader that is used where none is named; one for the whole process.

    It is the trained one; the lexical one where this installation lacks the model or what runs it.
    """
    has_runtime = all(find_spec(name) is not None for name in ("numpy", "onnxruntime", "tokenizers"))
    return TrainedReader() if has_runtime and (MODEL / "encoder.onnx").exists() else LexicalReader()
