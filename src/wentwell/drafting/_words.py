"""The closed lists of words by which phrases and names are told apart, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of words by its name in ``words.toml``."""
    words: str = _data()[name]
    return frozenset(words.split())


@cache
def gerunds() -> Mapping[str, str]:
    """Return the -ing form of each verb that a question may be about."""
    found: dict[str, str] = _data()["gerunds"]
    return found


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("wentwell.drafting").joinpath("words.toml").read_text(encoding="utf-8"))
