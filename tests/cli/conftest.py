"""Run the command line as a user does, in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "journal.sqlite"
    monkeypatch.setenv("WENTWELL_JOURNAL", str(place))
    return place


@pytest.fixture
def run(journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs ``wentwell`` with arguments and, if given, standard input."""
    from wentwell.cli import main

    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("WENTWELL_TRACEBACK", raising=False)

    def go(*arguments: object, stdin: str | bytes | None = None) -> Ran:
        monkeypatch.setattr(sys, "argv", ["wentwell", *map(str, arguments)])
        if stdin is not None:
            data = stdin.encode() if isinstance(stdin, str) else stdin
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        told = capsys.readouterr()
        status = stop.value.code
        return Ran(status if isinstance(status, int) else 0, told.out, told.err)

    return go
