"""A mail tells a sign once: lists belong to the line above them."""

from __future__ import annotations

from collections.abc import Sequence

from wentwell import Document, read
from wentwell.reading import Unit
from wentwell.reading._reader import Finding

LIST = (
    "Please send us these before Friday:\n"
    "- a copy of your licence\n"
    "- two referees\n"
    "- your vaccination card\n"
    "The yard opens at six."
)


class Everywhere:
    """Finds one label in each unit that holds a word; surer the further down it stands."""

    def __init__(self, label: str, *words: str) -> None:
        self.label, self.words = label, words

    def find(self, units: Sequence[Unit]) -> list[Finding]:
        return [
            Finding(unit, self.label, 0.5 + unit.index / 100)
            for unit in units
            if any(word in unit.text for word in self.words)
        ]


def quotes(text: str, reader: Everywhere) -> list[str]:
    document = Document.from_text(text, kind="mail")
    found = read(document, reader)
    assert all(document.text[one.start : one.end] == one.quote for one in found)
    return [one.quote for one in found]


def test_an_item_is_quoted_with_the_line_that_asks_for_it() -> None:
    found = quotes(LIST, Everywhere("contact.references", "referees"))
    assert found == ["Please send us these before Friday:\n- a copy of your licence\n- two referees"]


def test_a_long_list_is_told_by_its_first_line() -> None:
    long = LIST.replace("licence", "licence and of every page of the last three inspection books " * 5)
    found = quotes(long, Everywhere("contact.references", "referees"))
    assert found == ["Please send us these before Friday:"]


def test_a_question_in_a_list_stands_alone() -> None:
    text = "Tell us please:\n1. What you earn now\n2. Your notice\nThank you."
    assert quotes(text, Everywhere("salary.asked", "earn")) == ["What you earn now"]


def test_details_belong_to_the_sentence_before() -> None:
    text = "Your second talk is booked.\nWhen: Monday at nine\nWhere: the old mill\nBring a pen."
    found = quotes(text, Everywhere("next.invited", "Monday", "mill"))
    assert found == ["Your second talk is booked.\nWhen: Monday at nine\nWhere: the old mill"]
    assert quotes(text, Everywhere("next.invited", "pen")) == ["Bring a pen."]


def test_a_sign_is_told_once_and_praise_each_time() -> None:
    text = "Ring me. Ring me on Tuesday. Ring me whenever you like."
    assert quotes(text, Everywhere("contact.open_door", "Ring")) == ["Ring me whenever you like."]
    assert len(quotes(text, Everywhere("affirmation.fit", "Ring"))) == 3


def test_minutes_of_a_talk_to_come_are_no_length() -> None:
    to_come = "The next one will be a call of 45 minutes."
    assert quotes(to_come, Everywhere("length.minutes", "minutes")) == []
    past = "After the 45 minutes on Tuesday the team will decide."
    assert quotes(past, Everywhere("length.minutes", "minutes")) == [past]


def test_small_print_counts_for_nothing() -> None:
    text = (
        "We decide next week. We aim to answer all enquiries within a week. Your data will be erased in May."
    )
    found = quotes(text, Everywhere("next.process", "We", "Your"))
    assert found == ["We decide next week."]


def test_notes_are_left_alone() -> None:
    document = Document.from_text(LIST, kind="notes")
    found = read(document, Everywhere("contact.references", "referees", "licence"))
    assert [one.quote for one in found] == ["a copy of your licence", "two referees"]
