"""The terminal face: thin, the same calls as the library."""

from wentwell.cli._main import main

__all__ = ["main"]
