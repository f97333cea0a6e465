"""Both readers must read what is told plainly."""

from __future__ import annotations

import pytest

from wentwell.reading import LexicalReader, Reader, default_reader

MISREAD = frozenset(
    {
        "I'm sorry, I have to run, I had a few more questions.",
        "At my last job the manager was rude.",
    }
)
"""What the shipped model is known to read wrongly: a model that reads it right must be told of here."""


@pytest.fixture(params=["lexical", "trained"])
def reader(request: pytest.FixtureRequest) -> Reader:
    if request.param == "lexical":
        return LexicalReader()
    if hasattr(request.node, "callspec") and MISREAD.intersection(
        value for value in request.node.callspec.params.values() if isinstance(value, str)
    ):
        request.applymarker(pytest.mark.xfail(strict=True, reason="known to be misread"))
    return default_reader()
