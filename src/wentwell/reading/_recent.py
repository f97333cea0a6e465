"""What was judged last: a mail is read for its signs and then for its kind, and judged once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wentwell.reading._units import Unit

    Floats = NDArray[np.float32]

_MOST_UNITS = 4_000
"""Units whose logits are kept: those of the 200 mails that are read together; under a megabyte."""


class Recent:
    """The logits of the mails that were read last, by their units; the oldest go first."""

    def __init__(self, most: int = _MOST_UNITS) -> None:
        self._most = most
        self._held = 0
        self._kept: OrderedDict[tuple[Unit, ...], Floats] = OrderedDict()
        self._lock = Lock()

    def keep(self, units: Sequence[Unit], logits: Floats) -> None:
        """Keep the logits if the units are of a mail; others are not asked for again."""
        key = tuple(units)
        if not key or key[0].kind != "mail" or len(key) > self._most:
            return
        with self._lock:
            if key in self._kept:
                self._held -= len(key)
                del self._kept[key]
            self._kept[key] = logits
            self._held += len(key)
            while self._held > self._most:
                self._held -= len(self._kept.popitem(last=False)[0])

    def get(self, units: Sequence[Unit]) -> Floats | None:
        """Return the logits of these very units, if they are still here."""
        with self._lock:
            return self._kept.get(tuple(units))
