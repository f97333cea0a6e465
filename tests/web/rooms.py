"""Every page of every room, so that a room which is added is visited too."""

from __future__ import annotations

import re

from starlette.routing import Route

from wentwell.web._app import ROOMS

_PUT = {"number": "1", "place": "0", "kind": "thanks", "label": "salary.asked"}
_SEVERAL = {"step": ("feeling", "job", "talk", "words", "signs")}
_FILES = re.compile(r"/settings/\{|\.\{|/events$")
"""What is saved, or read bit by bit, and not looked at."""


def every_page(number: int = 1) -> list[str]:
    """Return the paths of all pages that a browser shows, of an interview and its job."""
    paths: list[str] = []
    for room in ROOMS:
        for route in room.routes:
            if not isinstance(route, Route) or "GET" not in (route.methods or ()):
                continue
            if _FILES.search(route.path):
                continue
            found = [route.path]
            for name, values in _SEVERAL.items():
                found = [re.sub(rf"\{{{name}\}}", one, path) for path in found for one in values]
            paths += [_filled(path, _PUT | {"number": str(number)}) for path in found]
    return list(dict.fromkeys(paths))


def _filled(path: str, put: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda name: put.get(name[1], "1"), path)
