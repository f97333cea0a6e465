"""Each retelling read once by the shipped reader: evidence, and what the net says of every sentence."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import ConfigDict, TypeAdapter

from validation.retelling.texts import Retelling, shuffled
from wentwell import Document, Evidence
from wentwell.interview._base import Noun
from wentwell.reading import TrainedReader, Unit
from wentwell.reading._encoder import MODEL, Encoder, Judged, _pool
from wentwell.reading._read import read_together

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float64]

_AT_ONCE = 100
_FORMAT = b"1"
"""Another one makes what was kept before unusable."""
_EVIDENCE = TypeAdapter(list[Evidence])


class ReadRetelling:
    """What the reader makes of one retelling.

    Parameters
    ----------
    evidence : list of Evidence
        What `wentwell.read` gives.
    logits : array, shape (sentences, labels)
    states : array, shape (hidden values,)
        The encoder's last hidden states, averaged over each sentence and then over the sentences.
    """

    def __init__(self, evidence: list[Evidence], logits: Floats, states: Floats) -> None:
        self.evidence = evidence
        self.logits = logits
        self.states = states


class Readings(Noun):
    """All retellings as read, in the order of the rows."""

    model_config = ConfigDict(arbitrary_types_allowed=True, frozen=True)

    labels: tuple[str, ...]
    slopes: tuple[float, ...]
    intercepts: tuple[float, ...]
    """With the slopes, turn logits into log-odds that the sign is there."""
    version: str
    each: tuple[Any, ...]


class _Watched(Encoder):
    """The shipped encoder; what it says of each document is kept, with the states behind it."""

    kept: list[tuple[Floats, Floats]]

    @cached_property
    def _session(self) -> InferenceSession:
        import onnx
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1
        net = onnx.load(self._folder / "encoder.onnx")
        states = _before_head(net)
        net.graph.output.append(onnx.helper.make_tensor_value_info(states, onnx.TensorProto.FLOAT, None))
        with tempfile.TemporaryDirectory() as place:
            with_states = Path(place) / "encoder.onnx"
            onnx.save(net, with_states)
            return InferenceSession(
                with_states,
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=["SkipLayerNormFusion"],
            )

    def judge(self, documents: Iterable[Sequence[Unit]]) -> list[Judged]:
        return [self._one(units) for units in documents]

    def _one(self, units: Sequence[Unit]) -> Judged:
        labels = self._session.get_outputs()[0].shape[-1] // 2
        judged = Judged(
            np.zeros((len(units), labels), np.float32), np.zeros((len(units), labels, 2), np.int64)
        )
        states = []
        for window in self.lay_out(units):
            ids = np.array([window.ids], np.int64)
            values, hidden = self._session.run(None, {"ids": ids})
            for place in window.places:
                logits, span = _pool(values[0][place.first : place.last], place, labels)
                judged.logits[place.unit], judged.looked_at[place.unit] = logits, span
                states.append(hidden[0][place.first : place.last].mean(0))
        width = len(states[0]) if states else self._session.get_outputs()[1].shape[-1]
        mean = np.mean(states, 0) if states else np.zeros(width)
        self.kept.append((judged.logits.astype(np.float64), np.asarray(mean, np.float64)))
        return judged


def _before_head(net: Any) -> str:
    """Return the name of the values that the head's product takes: the last hidden states."""
    made_by = {name: node for node in net.graph.node for name in node.output}
    node = made_by[net.graph.output[0].name]
    while node.op_type not in ("MatMul", "Gemm"):
        node = next(made_by[name] for name in node.input if name in made_by)
    found: str = node.input[0]
    return found


def read_all(
    rows: Sequence[Retelling],
    cache: Path,
    folder: Path = MODEL,
    progress: Callable[[int], object] | None = None,
) -> Readings:
    """Read retellings, each once: what was read before with the same model and code is taken from the cache.

    Parameters
    ----------
    rows : sequence of Retelling
    cache : Path
        A folder for what was read; it holds words of the texts, so keep it where the texts may lie.
    folder : Path
        The model. By default the shipped one.
    progress : callable, optional
        Called with the number of retellings read so far.
    """
    reader = TrainedReader(folder)
    cache.mkdir(parents=True, exist_ok=True)
    found: dict[str, ReadRetelling] = {}
    for part in _parts(shuffled(rows)):
        found |= zip((row.id for row in part), _part(part, cache, reader, _key(folder)), strict=True)
        if progress is not None:
            progress(len(found))
    settings = reader.settings
    return Readings(
        labels=tuple(settings.labels),
        slopes=tuple(one.slope for one in settings.labels.values()),
        intercepts=tuple(one.intercept for one in settings.labels.values()),
        version=settings.version,
        each=tuple(found[row.id] for row in rows),
    )


def _parts(rows: Sequence[Retelling]) -> Iterator[Sequence[Retelling]]:
    for first in range(0, len(rows), _AT_ONCE):
        yield rows[first : first + _AT_ONCE]


def _key(folder: Path) -> bytes:
    """Return what all that is read depends on, but for the text: the model and the code around it."""
    code = sorted(Path(read_together.__code__.co_filename).parent.glob("*.py"))
    files = [*code, folder / "reader.json", folder / "encoder.onnx", folder / "tokenizer.json"]
    return hashlib.sha256(
        _FORMAT + b"".join(hashlib.sha256(one.read_bytes()).digest() for one in files)
    ).digest()


def _part(part: Sequence[Retelling], cache: Path, reader: TrainedReader, key: bytes) -> list[ReadRetelling]:
    told = json.dumps([(row.id, row.text) for row in part]).encode()
    path = cache / f"{hashlib.sha256(key + told).hexdigest()[:24]}.npz"
    if not path.exists():
        _write(path, part, reader)
    return _kept(path)


def _write(path: Path, part: Sequence[Retelling], reader: TrainedReader) -> None:
    if not isinstance(reader._encoder, _Watched):
        reader._encoder = _Watched(reader._folder)
    watched = reader._encoder
    watched.kept = []
    evidence = read_together([Document.from_text(row.text, kind="notes") for row in part], reader)
    words = json.dumps([_EVIDENCE.dump_python(one, mode="json") for one in evidence]).encode()
    half = path.with_suffix(".part.npz")
    np.savez_compressed(
        half,
        sizes=np.array([len(logits) for logits, _ in watched.kept]),
        logits=np.concatenate([logits for logits, _ in watched.kept]).astype(np.float32),
        states=np.stack([states for _, states in watched.kept]).astype(np.float32),
        evidence=np.frombuffer(words, np.uint8),
    )
    half.replace(path)


def _kept(path: Path) -> list[ReadRetelling]:
    with np.load(path) as kept:
        ends = np.cumsum(kept["sizes"])
        logits = np.split(kept["logits"].astype(np.float64), ends[:-1])
        evidence = [_EVIDENCE.validate_python(one) for one in json.loads(kept["evidence"].tobytes())]
        return [
            ReadRetelling(*one)
            for one in zip(evidence, logits, kept["states"].astype(np.float64), strict=True)
        ]
