"""Many sessions at once: no error, no acknowledged write lost. The whole minute: `benchmarks/load.py`."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

_HERE = Path(__file__).parents[2] / "benchmarks" / "load.py"


def _load() -> ModuleType:
    spec = spec_from_file_location("load_of_the_page", _HERE)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_hundred_sessions_lose_nothing(place: Path) -> None:
    load = _load()
    done = load.load(place, seconds=5.0, sessions=100)
    assert done.errors == []
    assert len(done.kept) >= 100
    assert load.missing(place, done) == []
