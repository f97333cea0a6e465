from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Answer
from wentwell.telling import to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</style><style>*{display:none}",
    "{{ 7 * 7 }} {% raw %}",
    "<!-- -->]]>&lt;b&gt;",
    "javascript:alert(1)",
]
VOID = {"meta", "rect", "circle"}


class Reader(HTMLParser):
    """Collects the tags with their attributes' names, and the text that a person sees."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.links += [
            value or "" for name, value in attrs if name in ("href", "src", "xlink:href", "action")
        ]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("number", [True, False])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_tag(speak: Callable[[str], Answer], text: str, number: bool) -> None:
    page = read(to_html(speak(text), number=number))
    assert page.tags == read(to_html(speak("harmless"), number=number)).tags
    assert text in "".join(page.text)


@given(text=st.text(alphabet=st.one_of(st.sampled_from("<>&\"'/=!-scriptbx{}% \x1b\x00"), st.characters())))
def test_no_text_makes_a_tag(speak: Callable[[str], Answer], text: str) -> None:
    page = to_html(speak(f"a{text}"))
    assert read(page).tags == read(to_html(speak("a"))).tags
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", page)


@pytest.mark.parametrize("number", [True, False])
def test_the_page_is_well_formed_and_needs_nothing_from_outside(answer: Answer, number: bool) -> None:
    page = to_html(answer, number=number)
    reader = read(page)
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src &#39;none&#39;" in page or "default-src 'none'; style-src 'unsafe-inline'" in page
    assert all(link == "#next" for link in reader.links)
    assert not re.search(r"url\(|@import|https?://", page)
    assert not {"script", "link", "iframe", "img", "object", "form"} & {tag for tag, _ in reader.tags}
    assert [tag for tag, _ in reader.tags].count("h1") == 1


def test_every_chart_has_a_text_beside_it(answer: Answer) -> None:
    charts = [names for tag, names in read(to_html(answer)).tags if tag == "svg"]
    assert all({"role", "aria-label"} <= set(names) for names in charts)


def test_the_field_of_dots_shows_the_band(make: Callable[..., Answer]) -> None:
    page = to_html(make())
    dots = re.findall(r'<circle class="(full|ring|rest)" cx="\d+" cy="\d+" r="[\d.]+"/>', page)
    assert dots == ["full"] * 26 + ["ring"] * 28 + ["rest"] * 46


def test_bars_of_the_waterfall_join_up(make: Callable[..., Answer]) -> None:
    page = to_html(make())
    pieces = [(int(a), int(b)) for a, b in re.findall(r'aria-label="from (\d+) to (\d+) of 100"', page)]
    assert pieces[0][0] == 36
    assert pieces[-1][1] == 39
    assert all(one[1] == other[0] for one, other in pairwise(pieces))


@pytest.mark.parametrize("name", ["offer", "refused"])
def test_an_ended_process_has_no_chart(sample: Callable[[str], Answer], name: str) -> None:
    assert "<svg" not in to_html(sample(name))


def test_all_quotes_are_there(sample: Callable[[str], Answer]) -> None:
    assert to_html(sample("crowded")).count("<blockquote>") == 200


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [0, 1])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("ink", "paper", 7.0),
        ("quiet", "paper", 4.5),
        ("accent", "paper", 4.5),
        ("accent", "wash", 4.5),
        ("mark", "paper", 3.0),
    ],
)
def test_colours_stand_out_enough_in_light_and_dark(
    sample: Callable[[str], Answer], mode: int, front: str, back: str, least: float
) -> None:
    palettes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\}", to_html(sample("bare")), re.DOTALL)
    ]
    assert len(palettes) == 2
    darker, lighter = sorted(_luminance(palettes[mode][name]) for name in (front, back))
    assert (lighter + 0.05) / (darker + 0.05) >= least
