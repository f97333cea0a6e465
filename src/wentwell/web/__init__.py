"""The page: the same calls as the command line, in a browser on this machine."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wentwell.web._app import create_app
    from wentwell.web._serve import Share, serve
    from wentwell.web._share import ShareError

_HOME = {"create_app": "_app", "serve": "_serve", "Share": "_serve", "ShareError": "_share"}

__all__ = ["Share", "ShareError", "create_app", "serve"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'wentwell.web' has no attribute {name!r}")
    return getattr(import_module(f"wentwell.web.{_HOME[name]}"), name)
