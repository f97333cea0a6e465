"""Who is who, found from the talk."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.interview import Document, SpeakerRole
from wentwell.reading import find_roles, read

ASKS = [
    "Thanks for coming in today. Tell me a bit about yourself.",
    "And what made you apply for this role?",
    "Can you give me an example of a time when you had to calm somebody down?",
    "How would you plan the week if two people were off sick?",
    "Okay. The role reports to me, and you'd be looking after the two smaller gardens.",
    "Do you have any questions for us?",
    "We'll let you know by Friday. Thank you for your time.",
]
ANSWERS = [
    "Thanks for having me in. I've been a gardener for six years, and I loved my uncle's nursery.",
    "I was looking for something with more people in it. My last job was mostly me and a hedge.",
    "I had a visitor who was very angry about the roses, so I listened and I walked him to my manager.",
    "I'd write out what must be watered, because I learned that the hard way in my first year.",
    "I like that. I used to look after three, and I trained two apprentices as well.",
    "I wanted to ask what my first month would look like, I was wondering about that on the train.",
    "Thank you, I enjoyed it, I really did.",
]


def talk(*names: tuple[str | None, str], answers: list[str] = ANSWERS) -> list[dict[str, Any]]:
    asker, answerer = names
    return [
        {"speaker": who[0], "text": text}
        for pair in zip(ASKS, answers, strict=True)
        for who, text in zip((asker, answerer), pair, strict=True)
    ]


def roles(turns: list[dict[str, Any]], i_am: str | None = None) -> dict[str | None, SpeakerRole | None]:
    found = find_roles(Document.from_turns(turns), i_am=i_am)
    return {turn.speaker: turn.role for turn in found.document.turns}


def test_two_speakers_without_names() -> None:
    turns = talk(("S1", ""), ("S2", ""))
    assert roles(turns) == {"S1": "interviewer", "S2": "candidate"}
    assert find_roles(Document.from_turns(turns)).sure


def test_who_speaks_first_does_not_decide() -> None:
    turns = [
        {"speaker": "X", "text": "Hello, I'm here for my interview, I was told to come up."},
        *talk(("Y", ""), ("X", "")),
    ]
    assert roles(turns) == {"X": "candidate", "Y": "interviewer"}


def test_raw_speech_without_marks() -> None:
    def plain(turn: dict[str, Any]) -> dict[str, Any]:
        words = "".join(char for char in turn["text"].lower() if char.isalnum() or char in " '")
        return {**turn, "text": words}

    assert roles([plain(turn) for turn in talk(("S1", ""), ("S2", ""))]) == {
        "S1": "interviewer",
        "S2": "candidate",
    }


def test_a_panel_of_two() -> None:
    turns = talk(("Ana", ""), ("Kim", ""))
    for number in (4, 8, 12):
        turns[number]["speaker"] = "Bob"
    assert roles(turns) == {"Ana": "interviewer", "Bob": "interviewer", "Kim": "candidate"}


def test_who_only_looks_in_is_other() -> None:
    turns = [*talk(("Ana", ""), ("Kim", "")), *talk(("Ana", ""), ("Kim", ""))]
    turns.insert(3, {"speaker": "Desk", "text": "Somebody's parked across the gate again."})
    assert roles(turns) == {"Ana": "interviewer", "Desk": "other", "Kim": "candidate"}


@pytest.mark.parametrize(
    ("asker", "answerer"),
    [
        ("Them", "Me"),
        ("Interviewer", "Speaker 2"),
        ("Speaker 1", "Candidate"),
        ("Hiring manager", "Ola"),
        ("Recruiter", "You"),
    ],
)
def test_labels_that_say_who_it_is(asker: str, answerer: str) -> None:
    found = find_roles(Document.from_turns(talk((asker, ""), (answerer, ""))[:2]))
    assert [turn.role for turn in found.document.turns] == ["interviewer", "candidate"]
    assert found.sure


def test_me_is_the_candidate_even_when_asking() -> None:
    turns = talk(("Me", ""), ("Them", ""))
    assert roles(turns) == {"Me": "candidate", "Them": "interviewer"}


@pytest.mark.parametrize("i_am", ["Ana Berg", "ana", "BERG", "Ana B"])
def test_the_person_settles_it(i_am: str) -> None:
    turns = talk(("Ana Berg", ""), ("Kim", ""))
    assert roles(turns, i_am=i_am) == {"Ana Berg": "candidate", "Kim": "interviewer"}


def test_a_whole_label_goes_before_a_part() -> None:
    turns = talk(("S1", ""), ("S10", ""))
    assert roles(turns, i_am="s1") == {"S1": "candidate", "S10": "interviewer"}


def test_a_name_beside_the_label_counts() -> None:
    turns = talk(("S1", ""), ("S2", ""))
    for turn in turns:
        turn["name"] = {"S1": "Ana", "S2": "Kim"}[turn["speaker"]]
    assert roles(turns, i_am="ana") == {"S1": "candidate", "S2": "interviewer"}


@pytest.mark.parametrize("i_am", ["Zoe", "", "n"])
def test_a_name_that_settles_nothing_is_told(i_am: str) -> None:
    found = find_roles(Document.from_turns(talk(("Ana", ""), ("Nina", ""))), i_am=i_am)
    assert not found.sure
    assert found.message
    assert "--i-am" in found.message
    assert "Ana" in found.message
    assert "Nina" in found.message
    assert all(turn.role for turn in found.document.turns)


def test_given_roles_are_kept() -> None:
    turns = talk(("A", ""), ("B", ""))
    turns[0]["role"] = "candidate"
    given_ = find_roles(Document.from_turns(turns)).document
    assert given_.turns[0].role == "candidate"
    assert {turn.speaker: turn.role for turn in given_.turns} == {"A": "candidate", "B": "interviewer"}
    full = Document.from_turns([{"speaker": "A", "role": "other", "text": "Hi."}])
    assert find_roles(full).document == full


def test_too_little_talk_is_not_sure_and_says_what_to_do() -> None:
    found = find_roles(
        Document.from_turns([{"speaker": "Ana", "text": "Hello."}, {"speaker": "Kim", "text": "Hi."}])
    )
    assert not found.sure
    assert found.message
    assert "--i-am" in found.message
    assert "Ana, Kim" in found.message
    assert "\n" not in found.message


def test_nobody_named_is_guessed_by_turn() -> None:
    found = find_roles(Document.from_turns(talk((None, ""), (None, ""))))
    guessed = [turn.role for turn in found.document.turns]
    right = sum(role == ("interviewer", "candidate")[n % 2] for n, role in enumerate(guessed))
    assert not found.sure
    assert found.message
    assert right >= 12


def test_a_talk_without_roles_can_be_read() -> None:
    labels = {found.label for found in read(Document.from_turns(talk(("S1", ""), ("S2", ""))))}
    assert {"interest.motivation", "next.process"} <= labels


NAMES = st.sampled_from(["A", "B", "C", "Me", "Recruiter", None, ""])
TURNS = st.lists(
    st.fixed_dictionaries(
        {
            "speaker": NAMES,
            "name": st.none() | st.text(max_size=5),
            "role": st.sampled_from([None, None, "interviewer", "candidate", "other"]),
            "text": st.sampled_from([*ASKS, *ANSWERS, "", "   "]) | st.text(max_size=40),
        }
    ),
    max_size=12,
)


@given(TURNS, st.none() | st.text(max_size=4) | NAMES)
def test_every_turn_gets_a_role_and_no_word_is_changed(turns: list[dict[str, Any]], i_am: str | None) -> None:
    document = Document.from_turns(turns)
    found = find_roles(document, i_am=i_am)
    assert found.document.text == document.text
    assert [(turn.start, turn.end, turn.speaker) for turn in found.document.turns] == [
        (turn.start, turn.end, turn.speaker) for turn in document.turns
    ]
    assert all(turn.role for turn in found.document.turns)
    assert found.sure or found.message
    if i_am is None:
        for before, after in zip(document.turns, found.document.turns, strict=True):
            assert before.role in (None, after.role)
