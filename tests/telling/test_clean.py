from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from wentwell.telling._clean import clean, shorten

LONG = (
    "We talked about the weather for a while and about the trains that never come on time in this town. "
    "Then there was a lot about how the firm was founded by two sisters in a shed behind a bakery. "
    "She wanted to know when I could start and whether two months would be too long for me. "
    "After that we came back to the trains, and to the canteen, which is said to be good on Thursdays."
)


@given(st.text())
def test_cleaned_text_is_one_line_without_controls(text: str) -> None:
    cleaned = clean(text)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in cleaned)
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert clean(cleaned) == cleaned


def test_escape_codes_lose_their_power_and_words_stay() -> None:
    assert clean("a\x1b[31mb\x9b2Jc\x07\x7f\nd\u202ee\U000e0041") == "a[31mb2Jc de"


def test_letters_of_all_scripts_and_joined_signs_stay() -> None:
    text = "Größe, 面接, مقابلة, می‌خواهم, 👩‍💻"
    assert clean(text) == text


def test_short_quotes_are_left_alone() -> None:
    assert shorten("Good.", "They praised an answer") == "Good."


def test_long_quotes_keep_the_sentence_that_carries_the_sign() -> None:
    cut = shorten(LONG, "They asked when you could start", limit=120)
    assert "when I could start" in cut
    assert cut.startswith("[…] ")
    assert cut.endswith(" […]")


def test_a_cut_at_the_beginning_is_marked_only_at_the_end() -> None:
    cut = shorten(LONG, "nothing alike", limit=120)
    assert cut.startswith("We talked")
    assert cut.endswith(" […]")


def test_a_quote_without_a_single_sentence_is_cut_too() -> None:
    assert shorten("?" * 50, "They asked", limit=10) == "?" * 10 + " […]"


@given(st.text(min_size=1), st.text(), st.integers(8, 60))
def test_what_is_kept_is_a_part_of_the_quote(text: str, about: str, limit: int) -> None:
    quote = clean(text)
    kept = shorten(quote, about, limit)
    assert len(kept) <= limit + len("[…] ") * 2
    assert kept.removeprefix("[…] ").removesuffix(" […]") in quote
