"""What every piece of evidence carries, whoever finds the signs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wentwell.catalog import signs
from wentwell.interview import Document, Evidence
from wentwell.reading import Finding, LexicalReader, Unit, find_facts, read

PRAISE = "affirmation.answer"
PIECES = [
    "She asked what salary I expect",
    "it was meant to be half an hour, we talked for 90 minutes",
    'he said "spot on, that is a brilliant answer"',
    "They will call me by Friday",
    "showed me around the office",
    "I never heard back",
    "Mr. Å. said “great – really”",
    "İstanbul is far",
    "e.g. 3.5 hours",
    "we'll be in touch",
    "\t- ",
    "...",
    '"',
    "\u2028",
    "\r\n",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join),
)
ROLES = st.sampled_from(["interviewer", "candidate", "other", None])
TURNS = st.lists(
    st.fixed_dictionaries({"speaker": st.sampled_from(["A", "B", "C", None]), "role": ROLES, "text": TEXTS}),
    max_size=8,
)


def holds(document: Document, evidence: list[Evidence]) -> None:
    assert evidence == sorted(evidence, key=lambda found: (found.start, found.end, found.label))
    for found in evidence:
        assert document.text[found.start : found.end] == found.quote
        assert found.quote.strip()
        assert found.label in signs()
        assert 0.0 < found.probability <= 1.0
        assert found.found_by == "read"
        assert found.document == document.name


@given(TEXTS, st.sampled_from(["notes", "mail"]))
def test_quotes_are_the_very_words_of_any_text(text: str, kind: str) -> None:
    document = Document.from_text(text, kind="mail" if kind == "mail" else "notes", name="a file")
    holds(document, read(document))
    for fact in find_facts(document):
        assert text[fact.start : fact.end] == fact.quote


@given(TURNS)
def test_quotes_of_a_talk_lie_inside_their_turn(turns: list[dict[str, str | None]]) -> None:
    document = Document.from_turns(turns)
    evidence = read(document)
    holds(document, evidence)
    for found in evidence:
        assert found.turn is not None
        turn = document.turns[found.turn]
        assert turn.start <= found.start <= found.end <= turn.end
        assert found.role != "candidate"


@given(TEXTS)
def test_a_label_is_found_once_in_a_sentence(text: str) -> None:
    seen = [(found.label, found.start) for found in read(Document.from_text(text))]
    assert len(seen) == len(set(seen))


class Everything:
    """A reader that sees a doubtful sign in each unit, twice, with a span that is off."""

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        return [
            Finding(unit, "warmth", probability, start=-5, end=10_000)
            for unit in units
            for probability in (0.3, 0.9)
        ]


def test_another_reader_gets_the_same_surroundings() -> None:
    document = Document.from_turns(
        [
            {"speaker": "A", "role": "interviewer", "start": 0.0, "text": "Hello. Sit down."},
            {"speaker": "B", "role": "candidate", "start": 4.0, "text": "Thank you."},
            {"speaker": "A", "role": "interviewer", "start": 6.5, "text": "Shall we begin?"},
        ],
        name="talk",
    )
    evidence = read(document, reader=Everything())
    holds(document, evidence)
    assert [(found.turn, found.at, found.role) for found in evidence] == [
        (0, 0.0, "interviewer"),
        (2, 6.5, "interviewer"),
    ]
    assert {found.probability for found in evidence} == {0.9}


@pytest.mark.parametrize(
    ("text", "told", "left_out"),
    [
        ("It went 70 minutes instead of the 45 they had booked.", "length.over", "contrary.short"),
        ("Booked for an hour, we were done in 25.", "contrary.short", "length.over"),
    ],
)
def test_one_sentence_is_not_both_too_long_and_cut_short(text: str, told: str, left_out: str) -> None:
    labels = {one.label for one in read(Document.from_text(text))}
    assert told in labels
    assert left_out not in labels


def test_a_long_sentence_is_quoted_by_its_clause() -> None:
    text = (
        "We spent a good while on the seating plan for the wedding season and the way the kitchen sends out "
        "plates, and near the end she asked when I could start, and then we looked at the orchard behind the "
        "house and the new greenhouse that her brother built last autumn."
    )
    (found,) = [found for found in read(Document.from_text(text)) if found.label == "selling.start_date"]
    assert "when I could start" in found.quote
    assert len(found.quote) < len(text) / 2


def test_pay_that_the_candidate_raised_says_so() -> None:
    turns = [
        {"speaker": "A", "role": "interviewer", "text": "Anything you want to ask?"},
        {"speaker": "B", "role": "candidate", "text": "Yes. Can I ask what the salary is?"},
        {"speaker": "A", "role": "interviewer", "text": "The salary is 30,000 a year."},
        {"speaker": "B", "role": "candidate", "text": "Good to know, I had no idea."},
        {
            "speaker": "A",
            "role": "interviewer",
            "text": "And what are you on now, what salary do you expect?",
        },
    ]
    raised = {found.label: found.raised_by for found in read(Document.from_turns(turns))}
    assert raised["salary.discussed"] == "candidate"
    assert raised["salary.asked"] == "interviewer"


def test_notes_tell_who_raised_it_when_they_say_so() -> None:
    text = "I asked about the salary and he told me the pay is 30,000."
    found = [found for found in read(Document.from_text(text)) if found.label == "salary.discussed"]
    assert [one.raised_by for one in found] == ["candidate"]


def test_praise_that_names_the_thing_is_more_specific() -> None:
    def specificity(text: str) -> float:
        turns = [{"speaker": "A", "role": "interviewer", "text": text}]
        (found,) = [one for one in read(Document.from_turns(turns), LexicalReader()) if one.label == PRAISE]
        assert found.specificity is not None
        return found.specificity

    bare = specificity("Great answer.")
    named = specificity("Great answer, the way you traced that invoice through three ledgers.")
    assert bare < 0.2
    assert named > 0.6


def test_praise_is_held_against_the_speakers_own_habit() -> None:
    answer = {
        "speaker": "B",
        "role": "candidate",
        "text": "We had a queue at the door every morning, so I moved the till and it was gone in a week.",
    }

    def usual(*replies: str) -> set[float | None]:
        turns = [
            turn
            for reply in replies
            for turn in (answer, {"speaker": "A", "role": "interviewer", "text": reply})
        ]
        evidence = read(Document.from_turns(turns), LexicalReader())
        return {found.usual for found in evidence if found.label == PRAISE}

    assert usual("Great answer.", "Great answer.", "Great answer.", "Great answer.") == {1.0}
    assert usual("Okay.", "And then?", "Great answer.", "Mm.") == {0.25}


@pytest.mark.parametrize(
    ("text", "label", "minutes"),
    [
        ("The interview took 40 minutes.", "length.minutes", 40),
        ("We talked for an hour and a half.", "length.minutes", 90),
        ("It was supposed to be half an hour and lasted 50 minutes.", "length.over", 20),
        ("We ran fifteen minutes over.", "length.over", 15),
        ("We ran over.", "length.over", None),
    ],
)
def test_lengths_carry_their_minutes(text: str, label: str, minutes: float | None) -> None:
    (found,) = [found for found in read(Document.from_text(text)) if found.label == label]
    assert found.minutes == minutes


def test_much_text_in_one_line_is_read_in_time() -> None:
    text = "asked what salary " * 6_000 + " " * 50_000 + '"said ' * 6_000
    document = Document.from_text(text)
    holds(document, read(document))
