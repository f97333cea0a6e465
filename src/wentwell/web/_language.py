"""The language of the page's own words: English, or what a file of translations in the data folder says.

Only what the pages say themselves is translated. What the library says (answers, steps, drafts, what is wrong
with a field or a file) is English in every language.

Notes
-----
The words are looked up in GNU ``.mo`` files by the standard library's `gettext`. A
translation is used only where its placeholders are those of the English words: nothing in such a file can
break a page. It is data like any other, so it is escaped on its way into one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache
from gettext import GNUTranslations
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "wentwell_language"
_CODE = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,2}")
_PLACEHOLDER = re.compile(r"%(?:\((\w+)\)s|(.?))", re.DOTALL)
_LARGEST = 4 * 1024 * 1024
"""Bytes of a file; all words of the page take some tens of thousands."""
_MOST_FILES = 50


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the pages can be told in."""

    code: str = "en"
    """As the file is called: ``de``, ``pt_BR``."""
    file: str = ""
    _problem: Literal["", "damaged", "large", "other"] = ""
    _catalog: GNUTranslations | None = None
    _usable: dict[tuple[str, str, int], str] = field(default_factory=dict, compare=False, repr=False)
    _on_pages: dict[str, Markup] = field(default_factory=dict, compare=False, repr=False)

    @property
    def wrong(self) -> str:
        """What is wrong with its file, in the language of the request; all is English then."""
        if self._problem == "large":
            return gettext("%(file)s is too large, so the page is in English.", file=self.file)
        if self._problem == "other":
            return gettext("%(file)s has no words of these pages, so the page is in English.", file=self.file)
        if self._problem:
            return gettext("%(file)s cannot be read, so the page is in English.", file=self.file)
        return ""

    @property
    def tag(self) -> str:
        """What HTML calls it, after BCP 47."""
        return self.code.replace("_", "-") if self._catalog is not None else "en"

    @property
    def name(self) -> str:
        """What it calls itself: its translation of the word ``English``."""
        if self.code == "en":
            return _OWN_NAME
        own = self.say(_OWN_NAME)
        return self.code if own == _OWN_NAME else own

    def say(self, message: str) -> str:
        """Return the translation of a message, or the message."""
        return self._checked(message, "", 1)

    def count(self, one: str, many: str, number: int) -> str:
        """Return the translation of a message that fits a number, or the English one."""
        return self._checked(one, many, number)

    def _checked(self, one: str, many: str, number: int) -> str:
        english = one if number == 1 or not many else many
        if self._catalog is None:
            return english
        key = (one, many, number if many else 1)
        known = self._usable.get(key)
        if known is None:
            known = _looked_up(self._catalog, one, many, number)
            if not known or not _fits(known, one, many):
                known = english
            if len(self._usable) < _MOST_KEPT:
                self._usable[key] = known
        return known


_MOST_KEPT = 4000
"""Translations whose placeholders need not be looked at again."""
ENGLISH = Language()
_now: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def _looked_up(catalog: GNUTranslations, one: str, many: str, number: int) -> str:
    try:
        return catalog.ngettext(one, many, number) if many else catalog.gettext(one)
    except (ArithmeticError, ValueError, RecursionError):  # the rule for plurals is an expression of the file
        return ""


def _fits(translated: str, *english: str) -> bool:
    """Whether a translation is filled in as the English words are: the same names, and no lone ``%``."""
    told = _PLACEHOLDER.findall(translated)
    if any(not name and rest != "%" for name, rest in told):
        return False
    plural = all(english)
    names = _names(translated, plural=plural)
    return any(names == _names(text, plural=plural) for text in english if text)


def _names(text: str, *, plural: bool) -> list[str]:
    # a form for one may or may not say the number
    return sorted(name for name, _ in _PLACEHOLDER.findall(text) if name and not (plural and name == "num"))


def languages(folder: Path) -> list[Language]:
    """Return English and every language that a folder has a file for, also those that cannot be read."""
    codes: set[str] = set()
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return [ENGLISH]
    for entry in entries:
        code = entry.stem if entry.suffix == ".mo" else entry.name
        if code != "en" and _CODE.fullmatch(code) and _file(folder, code) is not None:
            codes.add(code)
    return [ENGLISH, *(language(folder, code) for code in sorted(codes)[:_MOST_FILES])]


def language(folder: Path, code: str) -> Language:
    """Return a language of a folder; English if there is none of that code.

    A file is read once, and again when it was changed.
    """
    if code == "en" or not _CODE.fullmatch(code):
        return ENGLISH
    file = _file(folder, code)
    if file is None:
        return ENGLISH
    try:
        state = file.stat()
    except OSError:
        return ENGLISH
    return _read(code, file, state.st_mtime_ns, state.st_size)


def _file(folder: Path, code: str) -> Path | None:
    for file in (folder / f"{code}.mo", folder / code / "LC_MESSAGES" / "wentwell.mo"):
        if file.is_file():
            return file
    return None


@lru_cache(maxsize=8)
def _read(code: str, file: Path, changed: int, size: int) -> Language:
    name = file.name if file.stem == code else "/".join(file.parts[-3:])
    if size > _LARGEST:
        return Language(code, name, "large")
    try:
        with file.open("rb") as data:
            catalog = GNUTranslations(data)
        ours = any(catalog.gettext(one) != one for one in _messages())
    except Exception:  # what the standard library raises of a damaged file is of many kinds
        return Language(code, name, "damaged")
    if not ours:
        return Language(code, name, "other")
    return Language(code, name, "", catalog)


@cache
def _messages() -> tuple[str, ...]:
    """Return what there is to translate, less what is counted or is escaped in the file of words."""
    text = (files("wentwell.web") / "languages" / "wentwell.pot").read_text(encoding="utf-8")
    return tuple(re.findall(r'^msgid "([^"\\]+)"\nmsgstr', text, re.MULTILINE))


def now() -> Language:
    """Return the language of the request that is answered."""
    return _now.get()


@contextmanager
def speaking(one: Language) -> Iterator[None]:
    """Say everything in a language for a while."""
    before = _now.set(one)
    try:
        yield
    finally:
        _now.reset(before)


def gettext(message: str, /, **values: object) -> str:
    """Return a message of the page in the language of the request, with values put in by their names."""
    said = _now.get().say(message)
    return said % values if values else said.replace("%%", "%")


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """Return the message that fits a number, in the language of the request; ``num`` is the number."""
    return _now.get().count(one, many, number) % {"num": number, **values}


def later(message: str) -> str:
    """Mark a message of a table, made before anybody asks, to be translated when it is shown."""
    return message


# Translators: the name of your own language, as its readers call it
_OWN_NAME = later("English")


class Said(Mapping[str, str]):
    """A table of messages that is read in the language of the request."""

    def __init__(self, english: Mapping[str, str]) -> None:
        self._english = dict(english)

    def __getitem__(self, key: str) -> str:
        return _now.get().say(self._english[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)


class Speaks:
    """Middleware: answers each request in the language that its browser chose on the settings page."""

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self._app, self._folder = app, folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        with speaking(self._of(scope)):
            await self._app(scope, receive, send)

    def _of(self, scope: Scope) -> Language:
        if scope["type"] != "http" or scope["path"].startswith("/api/"):
            return ENGLISH
        if not any(COOKIE.encode() in value for name, value in scope["headers"] if name == b"cookie"):
            return ENGLISH
        from starlette.requests import Request

        return language(self._folder, Request(scope).cookies.get(COOKIE, ""))


# What the templates use -------------------------------------------------------------------------------------


def _escaped(text: str) -> Markup:
    # an apostrophe is harmless: no attribute of ours stands in single quotes that has words in it
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;"))  # noqa: S704


def for_template(message: str, /, **values: object) -> Markup:
    """Return a message for a page, escaped, with values put in by their names, escaped as well.

    What is told without values is made once for each language: a page says some hundred such messages.
    """
    language = _now.get()
    if values:
        return _escaped(language.say(message)) % values
    known = language._on_pages.get(message)
    if known is None:
        known = Markup(_escaped(language.say(message)).replace("%%", "%"))  # noqa: S704 - escaped before
        if len(language._on_pages) < _MOST_KEPT:
            language._on_pages[message] = known
    return known


def counted_for_template(one: str, many: str, number: int, /, **values: object) -> Markup:
    """Return the message that fits a number for a page, escaped; ``num`` is the number."""
    return _escaped(_now.get().count(one, many, number)) % {"num": number, **values}


def _link(path: str, *, anew: bool = False) -> Markup:
    more = Markup(' target="_blank" rel="noopener"') if anew else ""
    return Markup('<a href="{}"{}>').format(path, more)


def _button(busy: str) -> Markup:
    return Markup('<button class="link" data-busy="{}">').format(busy)


def _counted(name: str, number: int) -> Markup:
    return Markup("<span data-{}>{}</span>").format(name, number)


def marks() -> dict[str, object]:
    """Return the markup within sentences: a translator sees its name alone, such as ``%(link)s``."""
    return {
        "link": _link,
        "button": _button,
        "counted": _counted,
        "end_link": Markup("</a>"),
        "end_button": Markup("</button>"),
        "strong": Markup("<strong>"),
        "end_strong": Markup("</strong>"),
        "em": Markup("<em>"),
        "end_em": Markup("</em>"),
        "code": Markup("<code>"),
        "end_code": Markup("</code>"),
        "away": Markup('<span class="away">'),
        "end_away": Markup("</span>"),
        "language": lambda: _now.get().tag,
    }
