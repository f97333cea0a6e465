"""Models of the outcome, fitted on some folds and judged on others; settings are chosen inside the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from wentwell.reading._cores import cores

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Places = NDArray[np.int64]

_INNER = 3
_SEED = 7


class Model(Protocol):
    """Anything that learns from rows and gives chances."""

    def fit(self, inputs: Floats, outcomes: Bools) -> object:
        """Learn."""

    def predict_proba(self, inputs: Floats) -> Floats:
        """Return the chances of both outcomes, shape (rows, 2)."""


Make = Callable[[], Model]


def linear(penalty: float) -> Make:
    """Return how to make a logistic regression with a ridge penalty, its inputs standardised."""

    def make() -> Model:
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        found: Model = make_pipeline(StandardScaler(), LogisticRegression(C=penalty, max_iter=2000))
        return found

    return make


def boosted(leaves: int, rate: float, rounds: int) -> Make:
    """Return how to make gradient-boosted trees (each sees some of the columns at each split)."""

    def make() -> Model:
        from sklearn.ensemble import HistGradientBoostingClassifier

        found: Model = HistGradientBoostingClassifier(
            learning_rate=rate,
            max_iter=rounds,
            max_leaf_nodes=leaves,
            min_samples_leaf=30,
            l2_regularization=10.0,
            max_features=0.2,
            max_bins=48,
            early_stopping=False,
            random_state=_SEED,
        )
        return found

    return make


def words(penalty: float) -> Make:
    """Return how to make a logistic regression on TF-IDF of words and pairs of words.

    The first column of its inputs is the text; numbers may follow, which are standardised.
    """

    def make() -> Model:
        from sklearn.compose import ColumnTransformer
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True)
        both = ColumnTransformer([("words", vectorizer, 0), ("numbers", StandardScaler(), _after_first)])
        found: Model = make_pipeline(both, LogisticRegression(C=penalty, solver="liblinear"))
        return found

    return make


def _after_first(inputs: Any) -> list[int]:
    return list(range(1, inputs.shape[1]))


WORDS = tuple(words(penalty) for penalty in (1.0, 2.5))
LINEAR = tuple(linear(penalty) for penalty in (0.001, 0.003, 0.01))
BOOSTED = (boosted(8, 0.06, 160),)


def inner(folds: Places) -> Iterator[tuple[Places, Places]]:
    """Yield (fit, judge) rows that split the folds into `_INNER` parts."""
    part = {fold: place % _INNER for place, fold in enumerate(sorted(set(folds.tolist())))}
    parts = np.array([part[fold] for fold in folds.tolist()])
    for number in sorted(set(part.values())):
        yield np.flatnonzero(parts != number), np.flatnonzero(parts == number)


def _log_odds(chances: Floats) -> Floats:
    clipped = np.clip(chances, 1e-4, 1 - 1e-4)
    found: Floats = np.log(clipped / (1 - clipped))
    return found


def _loss(chances: Floats, outcomes: Bools) -> float:
    clipped = np.clip(chances, 1e-4, 1 - 1e-4)
    return float(-np.where(outcomes, np.log(clipped), np.log(1 - clipped)).mean())


def _held_out(make: Make, inputs: Floats, outcomes: Bools, folds: Places) -> Floats:
    found = np.zeros(len(outcomes))
    for fit, judge in inner(folds):
        model = make()
        model.fit(inputs[fit], outcomes[fit])
        found[judge] = model.predict_proba(inputs[judge])[:, 1]
    return found


class Stack:
    """Of each family of models the best setting, joined by a logistic regression of their log-odds.

    Parameters
    ----------
    families : sequence of sequences
        Settings to choose from, by the log score on rows held out inside the fitted folds.

    References
    ----------
    Wolpert 1992, "Stacked generalization"; with one family it is Platt's recalibration (1999).
    """

    def __init__(self, families: Sequence[Sequence[Make]]) -> None:
        self._families = families
        self._models: list[Model] = []
        self.chosen: list[int] = []

    def fit(self, inputs: Floats, outcomes: Bools, folds: Places) -> Stack:
        """Choose, fit and join."""
        from sklearn.linear_model import LogisticRegression

        self._models, self.chosen, judged = [], [], []
        for settings in self._families:
            each = [_held_out(make, inputs, outcomes, folds) for make in settings]
            best = int(np.argmin([_loss(one, outcomes) for one in each]))
            self.chosen.append(best)
            judged.append(_log_odds(each[best]))
            model = settings[best]()
            model.fit(inputs, outcomes)
            self._models.append(model)
        self._join = LogisticRegression(C=10.0).fit(np.stack(judged, 1), outcomes)
        return self

    def chances(self, inputs: Floats) -> Floats:
        """Return the chance of an offer for each row."""
        each = [_log_odds(model.predict_proba(inputs)[:, 1]) for model in self._models]
        found: Floats = self._join.predict_proba(np.stack(each, 1))[:, 1]
        return found


def cross_validated(
    inputs: Floats, outcomes: Bools, folds: Places, families: Sequence[Sequence[Make]] = (LINEAR, BOOSTED)
) -> Floats:
    """Return chances held out: each fold is judged by a stack that saw nothing of it."""
    from joblib import Parallel, delayed

    names = sorted(set(folds.tolist()))
    each = Parallel(n_jobs=cores())(
        delayed(_judged)(inputs, outcomes, folds, fold, families) for fold in names
    )
    found = np.zeros(len(outcomes))
    for fold, chances in zip(names, each, strict=True):
        found[folds == fold] = chances
    return found


def _judged(
    inputs: Floats, outcomes: Bools, folds: Places, fold: int, families: Sequence[Sequence[Make]]
) -> Floats:
    fit, judge = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
    return Stack(families).fit(inputs[fit], outcomes[fit], folds[fit]).chances(inputs[judge])


def base_rates(outcomes: Bools, folds: Places) -> Floats:
    """Return for each fold the share of offers in the others."""
    found = np.zeros(len(outcomes))
    for fold in set(folds.tolist()):
        found[folds == fold] = outcomes[folds != fold].mean()
    return found


def weights(inputs: Floats, outcomes: Bools, penalty: float, draws: int) -> tuple[Floats, Floats]:
    """Return what a standard deviation of each column moves the log-odds, and its standard error."""
    random = np.random.default_rng(_SEED)

    def one(rows: Places) -> Floats:
        model: Any = linear(penalty)().fit(inputs[rows], outcomes[rows])
        found: Floats = model[-1].coef_[0]
        return found

    drawn = [one(random.integers(0, len(outcomes), len(outcomes))) for _ in range(draws)]
    return one(np.arange(len(outcomes))), np.std(drawn, 0)
