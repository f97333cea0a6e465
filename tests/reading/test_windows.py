"""How units are laid out for the encoder."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Document
from wentwell.reading import Unit, units
from wentwell.reading._windows import CONTEXT, MOST_OF_UNIT, MOST_TOKENS, Pieces, Window, windows

BEGIN, END = -1, -2


def tokenize(texts: Sequence[str]) -> list[Pieces]:
    """Take each character but spaces for a token, so that tokens tell where they come from."""
    found = []
    for text in texts:
        places = [place for place, char in enumerate(text) if char != " "]
        found.append(([ord(text[place]) for place in places], [(place, place + 1) for place in places]))
    return found


def words(ids: Sequence[int]) -> str:
    return "".join({BEGIN: "^", END: "|"}.get(id, chr(id) if id >= 0 else "?") for id in ids)


def laid(document: Document) -> tuple[list[Unit], list[Window]]:
    readable = [unit for unit in units(document) if unit.role != "candidate"]
    return readable, windows(readable, tokenize, BEGIN, END)


WORDS = st.text(alphabet="abc d", min_size=1, max_size=400)
TURNS = st.lists(
    st.tuples(st.sampled_from(["interviewer", "candidate", "other"]), WORDS), min_size=1, max_size=12
)


@given(st.lists(WORDS, max_size=20), st.sampled_from(["notes", "mail"]))
def test_every_unit_has_one_place_and_its_own_tokens(lines: list[str], kind: str) -> None:
    document = Document.from_text("\n".join(lines), kind="mail" if kind == "mail" else "notes")
    holds(*laid(document))


@given(TURNS)
def test_so_it_is_in_a_talk(turns: list[tuple[str, str]]) -> None:
    document = Document.from_turns([{"speaker": role, "role": role, "text": text} for role, text in turns])
    holds(*laid(document))


def holds(readable: Sequence[Unit], found: Sequence[Window]) -> None:
    places = [(place.unit, window, place) for window in found for place in window.places]
    assert [unit for unit, _, _ in places] == list(range(len(readable)))
    for number, window, place in places:
        assert len(window.ids) <= MOST_TOKENS
        kept = tokenize([readable[number].text])[0][0][:MOST_OF_UNIT]
        assert list(window.ids[place.first : place.last]) == [*kept, END]
        assert len(place.offsets) == len(kept)


def test_neighbours_stand_before() -> None:
    _, found = laid(Document.from_text("Aa.\nBb.\nCc."))
    assert [words(window.ids) for window in found] == ["^notes|Aa.|Bb.|Cc.|"]


def test_a_long_text_goes_on_with_what_stood_before() -> None:
    lines = [f"{letter * 60}" for letter in "abcdefgh"]
    _, found = laid(Document.from_text("\n".join(lines)))
    assert len(found) > 1
    for before, after in pairwise(found):
        repeated = after.ids[len("^notes|") : after.places[0].first]
        assert 0 < len(repeated) <= CONTEXT
        assert words(before.ids).endswith(words(repeated))


def test_a_talk_tells_who_speaks_and_the_end_of_the_answer_before() -> None:
    turns = [
        {"speaker": "A", "role": "interviewer", "text": "Why us?"},
        {"speaker": "B", "role": "candidate", "text": "x" * 100 + "end"},
        {"speaker": "A", "role": "interviewer", "text": "Good. When?"},
        {"speaker": "C", "role": "other", "text": "Tea?"},
    ]
    _, found = laid(Document.from_turns(turns))
    text = words([id for window in found for id in window.ids])
    assert text == "^talk|interviewerWhyus?|candidate" + "x" * 37 + "end|interviewerGood.|When?|otherTea?|"


def test_an_unit_without_known_words_still_has_a_place() -> None:
    unit = Unit(0, 0, 3, "   ", "notes")
    (window,) = windows([unit], tokenize, BEGIN, END)
    assert window.places[0].last - window.places[0].first == 1


def test_nothing_gives_no_window() -> None:
    assert windows([], tokenize, BEGIN, END) == []
