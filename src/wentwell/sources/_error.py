"""The one error of this package."""

from __future__ import annotations


class SourceError(ValueError):
    """A file cannot be read. The message is one line: what is wrong and what to do."""
