"""Read the shipped files once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from wentwell.catalog._models import ContextRules, Fit, Learned, LearnedWeights, Sign, Weight
from wentwell.interview import OutcomeKind


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("wentwell.catalog").joinpath(name).read_text(encoding="utf-8"))


@cache
def elicited_signs() -> Mapping[str, Sign]:
    """Return every sign as it was judged before any retelling was read: the priors."""
    return MappingProxyType({row["label"]: Sign.model_validate(row) for row in _toml("signs.toml")["sign"]})


@cache
def _learned() -> LearnedWeights:
    return LearnedWeights.model_validate(_toml("weights.toml"))


def fit() -> Fit:
    """Return how the weights were learned: from how many retellings, with what bias, how surely."""
    return _learned().fit


def with_learned(sign: Sign, learned: Learned) -> Sign:
    """Put what was learned over a sign.

    A form whose prior has changed since keeps its prior: the result no longer belongs to it.
    """

    def row(form: Literal["routine", "informative"]) -> Weight | None:
        prior: Weight | None = getattr(sign, form)
        result: Weight = getattr(learned, form)
        return result if prior is not None and result.prior == prior.elicited else prior

    told = {"routine": row("routine"), "informative": row("informative"), "measured": learned.measured}
    return Sign.model_validate({**dict(sign), **told})


@cache
def signs() -> Mapping[str, Sign]:
    """Return every sign by its label, in the order of the codebook, with the weights that are used."""
    learned = {row.label: row for row in _learned().sign}
    rows = [
        with_learned(row, learned[label]) if label in learned else row
        for label, row in elicited_signs().items()
    ]
    nests: dict[str, tuple[str, bool]] = {}
    for row in rows:
        # the strongest of a nest replaces the others: only within one cluster can that never lower a sum
        kind = (row.cluster, row.kind == "commitment")
        if row.nest and nests.setdefault(row.nest, kind) != kind:
            raise ValueError(f"{row.label}: a nest lies within one cluster")
    return MappingProxyType({row.label: row for row in rows})


def sign(label: str) -> Sign:
    """Return one sign.

    Raises
    ------
    KeyError
        If there is no such sign.
    """
    return signs()[label]


def outcome_signs() -> Mapping[OutcomeKind, str]:
    """Return the label of the sign that tells an outcome, by outcome."""
    return {row.outcome: row.label for row in signs().values() if row.outcome is not None}


def families() -> Mapping[str, tuple[Sign, ...]]:
    """Return the signs grouped by family, both in the order of the codebook."""
    grouped: dict[str, tuple[Sign, ...]] = {}
    for row in signs().values():
        grouped[row.family] = (*grouped.get(row.family, ()), row)
    return grouped


@cache
def context_rules() -> ContextRules:
    """Return the base rates, the modifiers and the constants of the weighing."""
    return ContextRules.model_validate(_toml("context.toml") | {"silence": _toml("silence.toml")})
