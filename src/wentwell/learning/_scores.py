"""Brier and log scores with ranges, each on the same interviews as those it is set beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wentwell.catalog import context_rules
from wentwell.interview import Estimate, Forecaster, Score
from wentwell.learning._past import Past

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_RESAMPLES, _SEED = 4_000, 20_261_130
_TAIL = 0.10
"""The ranges hold the middle 80 %, as all ranges here."""


def scores(record: Sequence[Past]) -> tuple[Score, ...]:
    """Return the scores of the gut, of what was shown and of the base rate.

    All are taken over the same interviews: those with a known outcome and a gut chance if these are at
    least five, else those with a known outcome, without a score of the gut. Ranges are those of a
    bootstrap over interviews (percentiles, 80 %, a fixed seed); with few interviews they are too narrow
    rather than too wide.

    Parameters
    ----------
    record : sequence of Past
        Interviews without a word so far are left out.

    References
    ----------
    Brier 1950; Good 1952; Efron 1979.
    """
    import numpy as np

    told = paired(record)
    if not told:
        return ()
    came = np.array([float(one.yes is True) for one in told])
    chances: dict[Forecaster, list[float]] = {}
    if all(one.gut is not None for one in told):
        chances["gut"] = [one.gut or 0.0 for one in told]
    chances["first shown"] = [one.first for one in told]
    chances["last shown"] = [one.last for one in told]
    chances["base rate"] = [one.base for one in told]
    return _scored({name: np.array(given) for name, given in chances.items()}, came)


def paired(record: Sequence[Past]) -> list[Past]:
    """Return the interviews that every forecaster is scored on: those with a gut, if they are enough."""
    told = [one for one in record if one.yes is not None]
    with_gut = [one for one in told if one.gut is not None]
    return with_gut if len(with_gut) >= context_rules().record.from_outcomes else told


def _scored(chances: Mapping[Forecaster, Array], came: Array) -> tuple[Score, ...]:
    import numpy as np

    draws = np.random.default_rng(_SEED).integers(0, len(came), (_RESAMPLES, len(came)))
    logs = {name: -np.log(np.where(came == 1, given, 1 - given)) for name, given in chances.items()}
    return tuple(
        Score(
            forecaster=name,
            count=len(came),
            brier=_estimate((given - came) ** 2, draws),
            log=_estimate(logs[name], draws),
            log_against_base=None
            if name == "base rate"
            else _estimate(logs[name] - logs["base rate"], draws),
        )
        for name, given in chances.items()
    )


def bootstrap(values: Sequence[float]) -> Estimate:
    """Return a mean with its 80 % bootstrap range (percentiles, a fixed seed)."""
    import numpy as np

    draws = np.random.default_rng(_SEED).integers(0, len(values), (_RESAMPLES, len(values)))
    return _estimate(np.array(values, dtype=float), draws)


def _estimate(values: Array, draws: NDArray[np.int64]) -> Estimate:
    import numpy as np

    low, high = np.quantile(values[draws].mean(axis=1), (_TAIL, 1 - _TAIL))
    return Estimate(mean=float(values.mean()), low=float(low), high=float(high))
