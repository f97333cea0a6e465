from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wentwell.journal import Journal

from .mails import fill


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Journal]:
    """A journal with two roles at one employer and a third job; interview 1 was held, 2 is to come."""
    with Journal.open(tmp_path / "journal.sqlite") as opened:
        fill(opened)
        yield opened
