"""The page as a browser sees it, in this process: forms are read off the page and sent back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Any

from starlette.testclient import TestClient

ADDRESS = "http://127.0.0.1:8765"


class _Forms(HTMLParser):
    """Reads the forms of a page: where they go and what stands in their fields."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((known.get("action", ""), []))
        elif tag == "input" and self.forms and known.get("name") and known.get("type") != "file":
            picked = known.get("type") not in ("radio", "checkbox") or "checked" in known
            if picked:
                self.forms[-1][1].append((known["name"], known.get("value", "")))
        elif tag == "textarea" and known.get("name"):
            self._area = known["name"]
            self.forms[-1][1].append((self._area, ""))
        elif tag == "select" and known.get("name"):
            self._select = known["name"]
        elif tag == "option" and self._select and "selected" in known:
            self.forms[-1][1].append((self._select, known.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            name, before = self.forms[-1][1][-1]
            self.forms[-1][1][-1] = (name, before + data)


@dataclass
class Browser:
    """A browser without script: it opens pages, fills in forms and sends them."""

    client: TestClient
    page: str = ""
    path: str = ""
    status: int = 0

    def open(self, path: str) -> str:
        return self._took(self.client.get(path))

    def fields(self, action: str) -> dict[str, Any]:
        """Return the fields of the form that goes there, as they stand."""
        reader = _Forms()
        reader.feed(self.page)
        for where, fields in reader.forms:
            if re.search(action, where):
                return _gathered(fields)
        raise AssertionError(f"no form goes to {action}: {[where for where, _ in reader.forms]}")

    def action(self, action: str) -> str:
        reader = _Forms()
        reader.feed(self.page)
        return next(where for where, _ in reader.forms if re.search(action, where))

    def send(self, action: str, files: Any = None, **changes: Any) -> str:
        """Send the form that goes there with some fields changed; ``None`` leaves a field out."""
        fields = self.fields(action) | {name.replace("__", ":"): value for name, value in changes.items()}
        sent = {name: value for name, value in fields.items() if value is not None}
        return self._took(self.client.post(self.action(action), data=sent, files=files))

    @property
    def text(self) -> str:
        """What a person reads."""
        return " ".join(
            unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<head>.*?</head>", "", self.page))).split()
        )

    def _took(self, answer: Any) -> str:
        self.page, self.status = answer.text, answer.status_code
        self.path = answer.url.path
        return self.page


def _gathered(fields: list[tuple[str, str]]) -> dict[str, Any]:
    gathered: dict[str, Any] = {}
    for name, value in fields:
        if name in gathered:
            before = gathered[name]
            gathered[name] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            gathered[name] = value
    return gathered


NOTES = (
    "Round two at the bakery chain. They asked when I could start and what I earn now.\n"
    "At the end she told me that I would hear by Friday."
)
