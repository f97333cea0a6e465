"""Where a text is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Aside, Document
from wentwell.reading import units


def cut(text: str) -> list[str]:
    return [unit.text for unit in units(Document.from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("- first thing\n- second thing", ["first thing", "second thing"]),
        ("1. first\n2) second\n• third", ["first", "second", "third"]),
        ("Met Mr. Osei and Dr. Lund today. Nice.", ["Met Mr. Osei and Dr. Lund today.", "Nice."]),
        ("They do fruit, e.g. apples. And pears.", ["They do fruit, e.g. apples.", "And pears."]),
        ("It took 3.5 hours. Then home.", ["It took 3.5 hours.", "Then home."]),
        ("J. K. Moss came in. He sat.", ["J. K. Moss came in.", "He sat."]),
        ('She said "Good. Very good." and left.', ['She said "Good. Very good." and left.']),
        ('"Great!" she said. I smiled.', ['"Great!" she said.', "I smiled."]),
        ("so that was it. then he left", ["so that was it.", "then he left"]),
        ("well ... yes", ["well ... yes"]),
        ("I said no. I left.", ["I said no.", "I left."]),
        ("", []),
        (" \n\t\n--- \n ...", []),
    ],
)
def test_sentences_and_bullets(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_lines_wrapped_at_a_margin_are_one_sentence() -> None:
    text = (
        "Thank you for the morning you spent with all of us here\n"
        "at the nursery, the children still talk about the owls\n"
        "that you drew for them on the big blackboard. We shall\n"
        "write again soon.\n"
    )
    assert [" ".join(piece.split()) for piece in cut(text)] == [
        "Thank you for the morning you spent with all of us here at the nursery, the children still talk "
        "about the owls that you drew for them on the big blackboard.",
        "We shall write again soon.",
    ]


def test_short_notes_keep_their_lines() -> None:
    assert cut("met the boss\nnice chat about boats\nout by ten") == [
        "met the boss",
        "nice chat about boats",
        "out by ten",
    ]


@given(st.text(max_size=300) | st.text(alphabet=" .!?\n\"'-abI1", max_size=300))
def test_units_lie_in_order_and_lose_no_word(text: str) -> None:
    found = units(Document.from_text(text))
    at = 0
    kept = ""
    for index, unit in enumerate(found):
        assert unit.index == index
        assert at <= unit.start < unit.end <= len(text)
        assert unit.text == text[unit.start : unit.end]
        kept += unit.text
        at = unit.end
    assert [char for char in text if char.isalpha()] == [char for char in kept if char.isalpha()] or any(
        line.lstrip()[:3].rstrip()[-1:] in ".)" for line in text.splitlines()
    )


def test_speech_without_stops_is_cut_into_pieces() -> None:
    words = "and we went down to the harbour to look at the boats " * 60
    found = units(Document.from_turns([{"speaker": "A", "role": "interviewer", "text": words}]))
    assert len(found) > 3
    assert max(len(unit.text) for unit in found) < 600
    assert "".join(unit.text for unit in found).replace(" ", "") == words.replace(" ", "")


def test_units_of_a_talk_know_their_turn_and_what_was_said_before() -> None:
    document = Document.from_turns(
        [
            {"speaker": "A", "role": "interviewer", "start": 1.0, "text": "Hello. Who are you?"},
            {"speaker": "B", "role": "candidate", "start": 3.0, "text": "I am Kim."},
            {"speaker": "A", "role": "interviewer", "start": 5.0, "text": "Welcome."},
        ]
    )
    assert [(unit.turn, unit.role, unit.at, unit.text, unit.before) for unit in units(document)] == [
        (0, "interviewer", 1.0, "Hello.", ""),
        (0, "interviewer", 1.0, "Who are you?", ""),
        (1, "candidate", 3.0, "I am Kim.", "Hello. Who are you?"),
        (2, "interviewer", 5.0, "Welcome.", "I am Kim."),
    ]


def test_asides_of_a_mail_are_left_out() -> None:
    text = "Hi Kim,\nCome on Monday.\nBest, Lou"
    asides = (
        Aside(start=0, end=7, kind="greeting"),
        Aside(start=text.index("Best"), end=len(text), kind="signature"),
    )
    document = Document(text=text, kind="mail", asides=asides)
    assert [unit.text for unit in units(document)] == ["Come on Monday."]


def test_asides_nobody_looked_for_are_looked_for() -> None:
    text = "Come on Monday.\n\nOn Thu, 6 Feb 2025 at 9:05, Kim wrote:\n> Shall I come?\n"
    assert [unit.text for unit in units(Document.from_text(text, kind="mail"))] == ["Come on Monday."]
