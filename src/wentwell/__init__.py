"""How did my job interview go, honestly, and what do I do next: the public face.

Names load when first used, so that ``import wentwell`` costs nothing.

Examples
--------
>>> import wentwell
>>> document = wentwell.Document.from_text("She asked when I could start.")
>>> [found.label for found in wentwell.read(document)]
['selling.start_date']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from wentwell._version import __version__

if TYPE_CHECKING:
    from wentwell._assess import assess
    from wentwell.correcting import add_sign, strike, take_back, training_data
    from wentwell.interview import (
        Answer,
        Assessment,
        Calibration,
        Context,
        Correction,
        Document,
        Evidence,
        Fact,
        Interview,
        NextStep,
        Opportunity,
        Outcome,
        Personal,
        Turn,
    )
    from wentwell.learning import calibrate, learned_from
    from wentwell.reading import find_facts, read, read_many
    from wentwell.sources import SourceError, load, load_all
    from wentwell.weighing import Chances, weigh, weigh_many

_HOME = {
    "Chances": "wentwell.weighing",
    "add_sign": "wentwell.correcting",
    "assess": "wentwell._assess",
    "calibrate": "wentwell.learning",
    "find_facts": "wentwell.reading",
    "learned_from": "wentwell.learning",
    "load": "wentwell.sources",
    "load_all": "wentwell.sources",
    "read": "wentwell.reading",
    "read_many": "wentwell.reading",
    "SourceError": "wentwell.sources",
    "strike": "wentwell.correcting",
    "take_back": "wentwell.correcting",
    "training_data": "wentwell.correcting",
    "weigh": "wentwell.weighing",
    "weigh_many": "wentwell.weighing",
}

__all__ = [
    "Answer",
    "Assessment",
    "Calibration",
    "Chances",
    "Context",
    "Correction",
    "Document",
    "Evidence",
    "Fact",
    "Interview",
    "NextStep",
    "Opportunity",
    "Outcome",
    "Personal",
    "SourceError",
    "Turn",
    "__version__",
    "add_sign",
    "assess",
    "calibrate",
    "find_facts",
    "learned_from",
    "load",
    "load_all",
    "read",
    "read_many",
    "strike",
    "take_back",
    "training_data",
    "weigh",
    "weigh_many",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'wentwell' has no attribute {name!r}")
    return getattr(import_module(_HOME.get(name, "wentwell.interview")), name)


def __dir__() -> list[str]:
    return __all__
