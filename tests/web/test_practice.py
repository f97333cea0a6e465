from __future__ import annotations

from pathlib import Path

import pytest

from wentwell.journal import Journal, PracticeBook

from .pages import Browser

POORLY = "I rambled when they asked about my weaknesses. They asked when I could start."
ANSWER = "Last May the ovens failed. I rang six bakers and since then we bake for three shops."


@pytest.fixture
def cards(debriefed: Browser) -> Browser:
    """One card, due, and the page on it."""
    debriefed.open("/debrief/1/words")
    debriefed.send("/debrief/1/words", notes=POORLY, to="answer")
    debriefed.send("/interview/1/practice")
    assert debriefed.path == "/practice"
    return debriefed


def kept(place: Path) -> list[tuple[str, str | None]]:
    with Journal.open(place) as book:
        return [(one.answer, one.rating) for card in PracticeBook(book).list() for one in card.attempts]


def test_an_empty_journal_is_told_what_practice_is(browser: Browser, place: Path) -> None:
    assert "Practise what went cold." in browser.open("/practice")
    assert "New debrief" in browser.text
    assert not place.exists()


def test_a_card_is_answered_counted_and_rated(cards: Browser, place: Path) -> None:
    assert "1 new card, due today." in cards.text
    assert "One question is due." in cards.text
    assert "about my weaknesses" in cards.text
    assert "An outline" in cards.text
    cards.send("/practice/1$", answer=ANSWER)
    assert cards.path == "/practice/1/counts"
    assert "says what came of it yes" in cards.text
    cards.send("/practice/1/rate", rating="good")
    assert cards.path == "/practice"
    assert "Kept. It comes back on" in cards.text
    assert "Nothing is due today." in cards.text
    assert "practised once" in cards.text
    assert kept(place) == [(ANSWER, "good")]


def test_the_next_time_stands_beside_the_last(cards: Browser) -> None:
    cards.send("/practice/1$", answer=ANSWER)
    cards.send("/practice/1/rate", rating="again")
    cards.open("/practice/1")
    cards.send("/practice/1$", answer="I think it was fine.")
    assert "now last time" in cards.text
    assert "words 5 17" in cards.text


def test_what_is_typed_is_kept_before_it_is_sent(cards: Browser, place: Path) -> None:
    fields = cards.fields("/practice/1$") | {"answer": "Last May", "keep": "1"}
    part = cards.client.post("/practice/1", data=fields, headers={"hx-request": "true"})
    assert part.status_code == 200
    assert "Kept as you type." in part.text
    assert "<html" not in part.text
    assert kept(place) == [("Last May", None)]
    assert cards.fields("/practice/1$")["answer"] == ""
    cards.open("/practice")
    assert cards.fields("/practice/1$")["answer"] == "Last May"


def test_two_tabs_write_nothing_over(cards: Browser, place: Path) -> None:
    early = cards.fields("/practice/1$")
    cards.send("/practice/1$", answer="From the first tab.")
    cards._took(cards.client.post("/practice/1", data=early | {"answer": "From the second tab."}))
    assert cards.status == 409
    assert "From the first tab." in cards.text
    assert cards.fields("/practice/1$")["answer"] == "From the second tab."
    assert kept(place) == [("From the first tab.", None)]
    cards.send("/practice/1$")  # seen, and mine is wanted
    assert kept(place) == [("From the second tab.", None)]


def test_an_answer_that_changed_is_not_rated_unseen(cards: Browser, place: Path) -> None:
    cards.send("/practice/1$", answer="The first words.")
    with Journal.open(place) as book:
        PracticeBook(book).write(1, "Other words.")
    cards.send("/practice/1/rate", rating="easy")
    assert cards.path == "/practice/1/counts"
    assert "Other words." in cards.text
    assert kept(place) == [("Other words.", None)]


def test_rating_twice_counts_once(cards: Browser, place: Path) -> None:
    cards.send("/practice/1$", answer=ANSWER)
    fields = cards.fields("/practice/1/rate") | {"rating": "good"}
    for _ in range(2):
        cards._took(cards.client.post("/practice/1/rate", data=fields))
    assert "kept already" in cards.text
    assert len(kept(place)) == 1


def test_nothing_typed_is_left_for_another_time(cards: Browser, place: Path) -> None:
    cards.send("/practice/1$", answer="  \n ")
    assert "Left for another time." in cards.text
    assert kept(place) == []
    cards.open("/practice/1/counts")
    assert cards.path == "/practice/1"


def test_a_question_is_put_in_other_words(cards: Browser) -> None:
    cards.send("/practice/1/question", question="What is your  greatest weakness?", kind="improve")
    assert "“What is your greatest weakness?”" in cards.text
    assert "as you noted it" not in cards.text
    cards.send("/practice/1/question", question="   ")
    assert cards.status == 422
    assert "Write the question" in cards.text


def test_a_card_is_put_away_and_taken_back(cards: Browser) -> None:
    cards.send("/practice/1/drop")
    away = Browser(cards.client)
    away.open("/practice/1")
    assert away.status == 404
    cards.send("/practice/1/take-up")
    assert cards.path == "/practice/1"
    assert cards.status == 200


def test_looking_a_second_time_doubles_nothing(cards: Browser) -> None:
    cards.open("/interview/1")
    cards.send("/interview/1/practice")
    assert "No new cards" in cards.text
    assert "One question is due." in cards.text


@pytest.mark.parametrize(
    "path", ["/practice/9", "/practice/x", "/practice/9/counts", "/practice/" + "9" * 30]
)
def test_what_is_not_there_is_told(cards: Browser, path: str) -> None:
    cards.open(path)
    assert cards.status == 404


def test_somebody_elses_cards_are_not_listed(cards: Browser, place: Path) -> None:
    with Journal.open(place) as book:
        record = book.get(1)
        book.update(1, record.interview.model_copy(update={"person": "Ada"}))
    cards.open("/practice")
    assert "about my weaknesses" not in cards.text
    assert "Crumb" not in cards.text
