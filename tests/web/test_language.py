"""The words of the pages in another language: all of them, whole, and harmless whatever its file holds."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

from wentwell.web import _language, _pages

from .pages import Browser
from .rooms import every_page

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "wentwell" / "web"
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = re.compile("wentwell|Markdown|JSON")
"""What is called so in every language."""
_SPOKEN = (
    "aria-label",
    "placeholder",
    "title",
    "alt",
    "data-busy",
    "data-copied",
    "data-drop",
    "data-first",
    "data-last",
    "label",
)
"""Attributes that are read by a person."""
Speak = Callable[[Catalog], None]


def _strings() -> Catalog:
    return read_po(BytesIO((WEB / "languages" / "wentwell.pot").read_bytes()))


def _bracketed() -> Catalog:
    """Return a language in which everything stands in brackets."""
    catalog = _strings()
    catalog.locale = "en"
    for message in catalog:
        if isinstance(message.id, tuple):
            message.string = tuple(f"⟦{form}⟧" for form in message.id)
        elif message.id:
            message.string = f"⟦{message.id}⟧"
    return catalog


@pytest.fixture
def speak(place: Path, browser: Browser) -> Speak:
    """Return a function that puts a language into the data folder and lets the browser choose it."""

    def chosen(catalog: Catalog) -> None:
        file = place.parent / "languages" / "de.mo"
        file.parent.mkdir(exist_ok=True)
        with file.open("wb") as data:
            write_mo(data, catalog)
        browser.open("/settings")
        browser.send("/settings/appearance", language="de")

    return chosen


def _of(*messages: tuple[str | tuple[str, str], str | tuple[str, ...]], plural: str | None = None) -> Catalog:
    catalog = Catalog(locale="de", charset="utf-8")
    if plural:
        catalog.mime_headers = [("Plural-Forms", f"nplurals=2; plural={plural};")]
    for english, said in messages:
        catalog.add(english, said)
    return catalog


class _Words(HTMLParser):
    """Reads what a person reads of a page, with the words of pictures left out: these the library makes."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._in: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("svg", "script", "code"):
            self._in.append(tag)
        if not self._in:
            self.words += [f"\n{value}\n" for name, value in attrs if name in _SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        if self._in and tag == self._in[-1]:
            self._in.pop()

    def handle_data(self, data: str) -> None:
        if not self._in:
            self.words.append(data)


def _left_over(page: str) -> list[str]:
    """Return the words of a page that are neither translated nor put in from elsewhere."""
    reader = _Words()
    reader.feed(page)
    text = _NAMES.sub("", "".join(reader.words))
    while (fewer := re.sub(r"⟦[^⟦⟧⟪⟫]*⟧|⟪[^⟦⟧⟪⟫]*⟫", "", text)) != text:
        text = fewer
    return [line.strip() for line in text.splitlines() if _WORD.search(line)]


def _put_in(value: object) -> object:
    """Mark what a template puts in and did not say itself: sentences of the library, words of the user."""
    if isinstance(value, Markup) or not _WORD.search(str(value)):
        return value
    return f"⟪{value}⟫"


@pytest.mark.parametrize("state", ["empty", "debriefed", "demo"])
def test_no_english_of_the_templates_is_left_on_any_page(
    state: str, request: pytest.FixtureRequest, speak: Speak, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser: Browser = request.getfixturevalue("debriefed" if state == "debriefed" else "browser")
    if state == "demo":
        browser.open("/")
        browser.send("demo-start")
    speak(_bracketed())
    _pages.asset("page.css")  # made of a template, too, and kept
    marking = _pages._environment.__wrapped__()
    marking.finalize = _put_in
    monkeypatch.setattr(_pages, "_environment", lambda: marking)
    base = "/demo" if state == "demo" else ""
    translated = 0
    for path in every_page():
        page = browser.open(f"{base}{path}")
        translated += page.count("⟦")
        assert '<html lang="⟪de⟫"' in page, path
        assert not _left_over(page), path
    assert translated > 500


def test_words_outside_of_both_kinds_of_brackets_are_seen() -> None:
    assert _left_over("<p>⟦Good <b>⟪day⟫</b>⟧ Sir</p>") == ["Sir"]
    assert _left_over('<a aria-label="Go on">⟦x⟧</a>') == ["Go on"]
    assert not _left_over("<p>⟦You keep <a>⟪3⟫⟧</a> ⟪more⟫ · 3</p>")


def test_no_template_has_bare_words() -> None:
    """Also in what the rooms above do not come to: notices, conflicts, refusals."""
    for file in sorted((WEB / "templates").glob("*.html")):
        source = re.sub(r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", " ", file.read_text(encoding="utf-8"))
        reader = _Words()
        reader.feed(source)
        bare = [one.strip() for one in reader.words if _WORD.search(_NAMES.sub("", one))]
        # what a block puts into a tag is no text
        assert [one for one in bare if '="' not in one] == [], file.name


def test_no_message_of_the_pages_is_said_past_the_translation() -> None:
    """What is told after a change, or is wrong, goes through `gettext`; not so the API."""
    bare: list[str] = []
    for file in sorted(WEB.glob("_*.py")):
        if file.name.startswith("_api") or file.name in ("_serve.py", "__init__.py", "_language.py"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", "")
            given = [one.value for one in node.keywords if one.arg in ("said", "wrong", "needs", "told")]
            if name in ("HTTPException", "ValueError"):
                given += node.args
            for one in given:
                parts = one.values if isinstance(one, ast.JoinedStr) else [one]
                texts = [part.value for part in parts if isinstance(part, ast.Constant)]
                if any(isinstance(text, str) and _WORD.search(text) for text in texts):
                    bare.append(f"{file.name}:{one.lineno}")
    assert bare == []


def test_the_file_of_words_is_up_to_date() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from write_strings import FILE, strings
    finally:
        sys.path.pop(0)
    assert FILE.read_text(encoding="utf-8") == strings(), "run python scripts/write_strings.py"


def test_english_without_any_file_and_without_a_choice(browser: Browser, place: Path) -> None:
    page = browser.open("/settings")
    assert '<html lang="en"' in page
    assert 'name="language"' not in page
    assert str(place.parent / "languages") in browser.text
    browser.client.cookies.set(_language.COOKIE, "../../etc")
    assert '<html lang="en"' in browser.open("/settings")


def test_a_language_is_chosen_by_its_own_name_and_left_again(browser: Browser, speak: Speak) -> None:
    speak(_of(("English", "Deutsch"), ("Settings", "Einstellungen"), ("Mid-sized company", "Mittelgroß")))
    assert "<h1>Einstellungen</h1>" in browser.open("/settings")
    assert ">Deutsch</span>" in browser.page
    assert ">English</span>" in browser.page
    browser.send("/settings/appearance", language="en")
    assert "<h1>Settings</h1>" in browser.open("/settings")


def test_a_folder_as_gettext_lays_it_out_and_a_changed_file_are_found(browser: Browser, place: Path) -> None:
    file = place.parent / "languages" / "pt_BR" / "LC_MESSAGES" / "wentwell.mo"
    file.parent.mkdir(parents=True)
    for word in ("Ajustes", "Configurações"):
        with file.open("wb") as data:
            write_mo(data, _of(("Settings", word)))
        browser.client.cookies.set(_language.COOKIE, "pt_BR")
        page = browser.open("/settings")
        assert f"<h1>{word}</h1>" in page
        assert '<html lang="pt-BR"' in page


def test_plurals_by_the_rule_of_the_language_and_placeholders_in_any_order(tmp_path: Path) -> None:
    file = tmp_path / "de.mo"
    catalog = _of(
        ("Settings", "Einstellungen"),
        (("%(num)s mail.", "%(num)s mails."), ("eine Mail.", "%(num)s Mails.")),
        (("Job %(number)s was moved."), "Verschoben wurde Stelle %(number)s."),
    )
    with file.open("wb") as data:
        write_mo(data, catalog)
    german = _language.language(tmp_path, "de")
    with _language.speaking(german):
        assert _language.ngettext("%(num)s mail.", "%(num)s mails.", 1) == "eine Mail."
        assert _language.ngettext("%(num)s mail.", "%(num)s mails.", 7) == "7 Mails."
        said = _language.gettext("Job %(number)s was moved.", number=4)
        assert said == "Verschoben wurde Stelle 4."
    assert _language.ngettext("%(num)s mail.", "%(num)s mails.", 7) == "7 mails."


def test_markup_in_a_translation_is_shown_and_does_nothing(browser: Browser, speak: Speak) -> None:
    speak(
        _of(
            ("Settings", '<script src="x">&'),
            ("Skip to the page", '"><img src=x>'),
            ("Pages", '" onclick="x'),
            ("As numbers", "'><b>"),
        )
    )
    page = browser.open("/settings")
    assert "<h1>&lt;script src=&#34;x&#34;&gt;&amp;</h1>" in page
    assert "<img" not in page
    assert "<b>" not in page
    assert 'aria-label="&#34; onclick=&#34;x"' in page


@pytest.mark.parametrize(
    "said",
    [
        "%(nothing)s",
        "100 %",
        "%s",
        "%(word)d",
        "%(word)",
        "no place for the word",
        "%(word)s %(word)s",
        "%(word.__class__)s",
    ],
)
def test_a_translation_that_cannot_be_filled_in_is_english(
    debriefed: Browser, speak: Speak, said: str
) -> None:
    speak(_of(("Type the word %(word)s to do it", said), ("Settings", "Einstellungen")))
    debriefed.open("/settings")
    assert debriefed.status == 200
    assert "Type the word delete to do it" in debriefed.text
    assert "Einstellungen" in debriefed.text


@pytest.mark.parametrize("damage", ["empty", "noise", "cut", "large"])
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    browser: Browser, place: Path, speak: Speak, damage: str
) -> None:
    speak(_bracketed())
    file = place.parent / "languages" / "de.mo"
    whole = file.read_bytes()
    file.write_bytes(
        {
            "empty": b"",
            "noise": b"no translation at all",
            "cut": whole[: len(whole) // 3],
            "large": whole + b" " * 4_200_000,
        }[damage]
    )
    page = browser.open("/settings")
    assert browser.status == 200
    assert '<html lang="en"' in page
    assert "<h1>Settings</h1>" in page
    assert "de.mo " in browser.text
    assert "so the page is in English." in browser.text


def test_a_file_of_another_program_is_told_in_one_line(browser: Browser, speak: Speak) -> None:
    speak(_of(("Frobnicate the widget", "Das Ding frobnizieren")))
    page = browser.open("/settings")
    assert '<html lang="en"' in page
    assert "de.mo has no words of these pages, so the page is in English." in browser.text


def test_a_value_may_be_called_as_what_it_is_put_into() -> None:
    made = _pages._environment().from_string("{{ _('%(message)s: 100%%', message='<b>') }} {{ _('100%%') }}")
    assert made.render() == "&lt;b&gt;: 100% 100%"
    counted = _pages._environment().from_string("{{ ngettext('%(one)s', '%(num)s %(one)s', 2, one='&') }}")
    assert counted.render() == "2 &amp;"


def test_a_rule_for_plurals_that_divides_by_nothing_is_english(tmp_path: Path) -> None:
    file = tmp_path / "de.mo"
    with file.open("wb") as data:
        messages = ("Settings", "Einstellungen"), (("%(num)s mail.", "%(num)s mails."), ("a", "b"))
        write_mo(data, _of(*messages, plural="(n / (n - n))"))
    with _language.speaking(_language.language(tmp_path, "de")):
        assert _language.ngettext("%(num)s mail.", "%(num)s mails.", 2) == "2 mails."


def test_the_library_and_the_api_speak_english(debriefed: Browser, speak: Speak) -> None:
    speak(_bracketed())
    answer = debriefed.client.get("/api/v1/interviews/99")
    assert answer.status_code == 404
    assert "⟦" not in answer.text
    headline = re.search(r"<h1>(.*?)</h1>", debriefed.open("/interview/1"))
    assert headline is not None
    assert "⟦" not in headline[1]


def test_what_is_told_after_a_change_and_what_is_wrong_are_translated(
    debriefed: Browser, speak: Speak
) -> None:
    speak(
        _of(
            ("There is no such page.", "Diese Seite gibt es nicht."),
            ("Nothing was deleted. Type the word %(word)s to delete it all.", "Es fehlt das Wort %(word)s."),
        )
    )
    debriefed.open("/nowhere")
    assert "Diese Seite gibt es nicht." in debriefed.text
    debriefed.open("/settings")
    debriefed.send("/settings/delete-all", word="no")
    assert "Es fehlt das Wort delete." in debriefed.text
