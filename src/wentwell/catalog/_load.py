"""Read the shipped files once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from wentwell.catalog._models import ContextRules, Sign
from wentwell.interview import OutcomeKind


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("wentwell.catalog").joinpath(name).read_text(encoding="utf-8"))


@cache
def signs() -> Mapping[str, Sign]:
    """Return every sign by its label, in the order of the codebook."""
    rows = [Sign.model_validate(row) for row in _toml("signs.toml")["sign"]]
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
