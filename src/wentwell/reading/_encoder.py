"""The shipped encoder: windows of tokens in, a logit per unit and label out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wentwell.reading._cores import cores
from wentwell.reading._windows import Pieces, Place, Window, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from wentwell.reading._units import Unit

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

MODEL = Path(__file__).with_name("model")
"""Where the shipped model lies."""
_MOST_FOR_ONE = 4
"""Threads for a window that is alone: more have too little to do each."""
_WINDOWS_AT_ONCE = 128
"""Results of so many windows are held at most before they are pooled."""


class Judged(NamedTuple):
    """What the encoder says of one document's units."""

    logits: Floats
    """Shape (units, labels)."""
    looked_at: Integers
    """Shape (units, labels, 2): begin and end of the characters that were looked at most."""


class Encoder:
    """Runs the shipped network; it is loaded when it is first needed.

    Parameters
    ----------
    folder : Path
        Holds ``encoder.onnx`` and ``tokenizer.json``.
    threads : int, optional
        How many windows are judged at the same time. By default as many as there are cores.

    Notes
    -----
    Each window runs by itself: the 8-bit network takes one scale from all that it is given at once, so that
    in a batch a window's logits would depend on what stands beside it. Alone, they are the same to the bit
    whatever else is read, and nothing is padded.
    """

    def __init__(self, folder: Path = MODEL, threads: int | None = None) -> None:
        self._folder = folder
        self._threads = threads

    @cached_property
    def _session(self) -> InferenceSession:
        return _session(self._folder, 1)

    @cached_property
    def _wide_session(self) -> InferenceSession:
        """For a window that has no other beside it: several threads run this one."""
        return _session(self._folder, min(self._most_threads, _MOST_FOR_ONE))

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        found: Tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        found.no_padding()
        found.no_truncation()
        return found

    def judge(self, documents: Iterable[Sequence[Unit]]) -> list[Judged]:
        """Judge the units of documents together: their windows run side by side."""
        laid = [self.lay_out(units) for units in documents]
        places = [(number, window) for number, found in enumerate(laid) for window in found]
        return self._judge(places, [sum(len(window.places) for window in found) for found in laid])

    def lay_out(self, units: Sequence[Unit]) -> list[Window]:
        """Return the windows of one document."""
        return lay_out(units, self._tokenizer)

    def _judge(self, places: Sequence[tuple[int, Window]], sizes: Sequence[int]) -> list[Judged]:
        import numpy as np

        is_alone = len(places) == 1 and self._most_threads > 1
        session = self._wide_session if is_alone else self._session
        labels = session.get_outputs()[0].shape[-1] // 2
        judged = [
            Judged(np.zeros((size, labels), np.float32), np.zeros((size, labels, 2), np.int64))
            for size in sizes
        ]
        for (number, window), values in zip(places, self._each(session, places), strict=True):
            for place in window.places:
                logits, span = _pool(values[place.first : place.last], place, labels)
                judged[number].logits[place.unit] = logits
                judged[number].looked_at[place.unit] = span
        return judged

    def _each(self, session: InferenceSession, places: Sequence[tuple[int, Window]]) -> Iterator[Floats]:
        """Yield what the network says of each window, in order."""
        threads = min(self._most_threads, len(places))
        if threads < 2:
            yield from (_values(session, window) for _, window in places)
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads) as pool:
            for first in range(0, len(places), _WINDOWS_AT_ONCE):
                some = places[first : first + _WINDOWS_AT_ONCE]
                yield from pool.map(lambda place: _values(session, place[1]), some)

    @property
    def _most_threads(self) -> int:
        return self._threads or cores()


def _session(folder: Path, threads: int) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = threads
    return InferenceSession(
        folder / "encoder.onnx",
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # on a CPU the joint operator takes twice as long
    )


def _values(session: InferenceSession, window: Window) -> Floats:
    import numpy as np

    values: Floats = session.run(None, {"ids": np.array([window.ids], np.int64)})[0][0]
    return values


def lay_out(units: Sequence[Unit], tokenizer: Tokenizer) -> list[Window]:
    """Return the windows of one document, as they are read and as the network is trained on them."""

    def tokenize(texts: Sequence[str]) -> list[Pieces]:
        found = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [(encoding.ids, encoding.offsets) for encoding in found]

    begin, end = map(tokenizer.token_to_id, ("[CLS]", "[SEP]"))
    if begin is None or end is None:
        raise ValueError("the tokenizer has no marks [CLS] and [SEP]")
    return windows(units, tokenize, begin, end)


def _pool(values: Floats, place: Place, labels: int) -> tuple[Floats, Integers]:
    """Return the logits of one unit, and for each label the characters looked at most.

    A logit is the mean of what the tokens say, weighted by the softmax of how much to look at each.
    """
    import numpy as np

    look, says = values[:, :labels], values[:, labels:]
    weight = np.exp(look - look.max(0))
    weight /= weight.sum(0)
    offsets = place.offsets or ((0, 0),)
    most = np.minimum(weight.argmax(0), len(offsets) - 1)
    return (weight * says).sum(0), np.asarray(offsets, np.int64)[most]
