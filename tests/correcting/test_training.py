"""Corrected interviews as examples for a reader."""

from __future__ import annotations

import json
from typing import Any

from wentwell import Document, Interview, add_sign, strike, training_data
from wentwell._assess import read_interview


def read(interview: Interview) -> Interview:
    return read_interview(interview)[0]


def test_without_a_correction_there_is_nothing_to_learn() -> None:
    interview = read(Interview(documents=(Document.from_text("She asked when I could start.", name="a"),)))
    assert training_data(interview, "x") == []


def test_notes_give_their_sentences_and_what_stands_after_correcting() -> None:
    text = "She asked when I could start. He was kind. They gave me a tour.\n- Soup was had."
    interview = read(
        Interview(documents=(Document.from_text(text, name="a"),), answers={"salary.asked": "yes"})
    )
    start = next(found for found in interview.evidence if found.label == "selling.start_date")
    corrected = add_sign(strike(interview, start), "contrary.distant", "Soup was")
    corrected = add_sign(corrected, "warmth", "He was kind. They")
    (example,) = training_data(read(corrected), "x")
    assert example["id"] == "x-1"
    assert example["kind"] == "notes"
    assert example["units"] == [
        "She asked when I could start.",
        "He was kind.",
        "They gave me a tour.",
        "Soup was had.",
    ]
    assert [1, "warmth"] in example["labels"]
    assert [3, "contrary.distant"] in example["labels"]
    assert 0 not in [unit for unit, _ in example["labels"]]
    assert "salary.asked" not in [label for _, label in example["labels"]]


def test_what_was_added_in_words_that_are_not_read_is_a_unit_of_its_own() -> None:
    mail = Document.from_text("We talk soon.\n\n> I hope so", kind="mail", name="m")
    corrected = add_sign(read(Interview(documents=(mail,))), "warmth", "I hope so")
    (example,) = training_data(read(corrected), "x")
    assert example["units"] == ["We talk soon.", "I hope so"]
    assert [1, "warmth"] in example["labels"]


def test_a_talk_gives_its_turns_with_quotes() -> None:
    turns: list[dict[str, Any]] = [
        {"speaker": "S1", "role": "interviewer", "text": "Hello. When could you start?", "start": 1.5},
        {"speaker": "S2", "role": "candidate", "text": "In May."},
    ]
    talk = Document.from_turns(turns, name="talk")
    corrected = add_sign(read(Interview(documents=(talk,))), "warmth", "Hello")
    (example,) = training_data(read(corrected), "x")
    assert example["turns"] == [
        {"speaker": "S1", "role": "interviewer", "start": 1.5, "text": "Hello. When could you start?"},
        {"speaker": "S2", "role": "candidate", "start": None, "text": "In May."},
    ]
    assert {"turn": 0, "label": "warmth", "quote": "Hello", "raised_by": "interviewer"} in example["labels"]
    assert "selling.start_date" in [label["label"] for label in example["labels"]]
    assert json.loads(json.dumps(example)) == example
