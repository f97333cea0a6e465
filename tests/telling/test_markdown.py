from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from wentwell.interview import Answer
from wentwell.telling import to_markdown
from wentwell.telling._clean import clean
from wentwell.telling._markdown import escape

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "<script>alert(1)</script>",
    "[click](http://evil.example) ![x](y) <http://evil.example>",
    "`code` *a* _b_ **c** ~~d~~ | e | f \\",
    "# heading",
    "1. item",
    "---",
    "> quote",
    "- [ ] task",
    "    indented",
    "&lt;b&gt; &amp; &#60;",
    "```\nfence",
    "[x]: http://evil.example",
]


def shape(text: str) -> list[str]:
    return list(_flat(PARSER.parse(text)))


def _flat(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type not in ("text", "text_special", "softbreak"):
            yield token.type
        yield from _flat(token.children or ())


@pytest.mark.parametrize("number", [True, False])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_markup(speak: Callable[[str], Answer], text: str, number: bool) -> None:
    harmless = shape(to_markdown(speak("harmless"), number=number))
    assert shape(to_markdown(speak(text), number=number)) == harmless


@given(
    text=st.text(
        alphabet=st.one_of(st.sampled_from("`*_{}[]()<>#+-.!|~&\\:/@ =\n1x$\"'\x1b"), st.characters())
    )
)
def test_no_text_makes_markup(speak: Callable[[str], Answer], text: str) -> None:
    written = to_markdown(speak(f"a{text}"))
    assert shape(written) == shape(to_markdown(speak("a")))
    assert "\x1b" not in written


@given(st.text(alphabet=st.one_of(st.sampled_from("`*_{}[]()<>#+-.!|~&\\:/@ =1x$"), st.characters())))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    line = clean(text)
    tokens = PARSER.parse(escape(line))
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert shown == line


def test_bare_addresses_are_broken_up() -> None:
    assert escape("see https://evil.example or www.evil.example or a@b.example") == (
        "see https\\://evil.example or www\\.evil.example or a\\@b.example"
    )


def test_the_waterfall_is_a_table_with_the_band_at_its_end(make: Callable[..., Answer]) -> None:
    written = to_markdown(make())
    assert "| They closed vaguely | −17 | 42% | speaks clearly against it | opinion only |" in written
    assert "| **Together** |  | **39%** | between 26 and 54 |  |" in written
    assert shape(written).count("table_open") == 1


def test_all_quotes_are_there(sample: Callable[[str], Answer]) -> None:
    assert to_markdown(sample("crowded")).count("“I like point") == 200


def test_no_part_is_empty(answer: Answer) -> None:
    blocks = to_markdown(answer).split("\n\n")
    assert all(block.strip() for block in blocks)
    headings = [n for n, block in enumerate(blocks) if block.startswith("#")]
    assert all(not blocks[n + 1].startswith("## ") for n in headings)
