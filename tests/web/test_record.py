from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wentwell import weigh
from wentwell.interview import Context, Interview, Opportunity, Outcome
from wentwell.journal import Journal

from .pages import Browser


def fill(place: Path, outcomes: int, *, person: str | None = None, employer: str = "Mill") -> None:
    """Keep interviews with a gut, a chance shown and then an outcome; two of three go on."""
    context = Context(stage="first", interview_date=date(2026, 1, 12))
    shown = weigh([], context, 0.3)
    with Journal.open(place) as book:
        for number in range(outcomes):
            where = Opportunity(employer=f"{employer} {number}", job="Baker")
            id = book.add(Interview(person=person, opportunity=where, context=context, gut=0.3))
            book.show_assessment(id, shown)
            book.record_outcome(id, Outcome(kind="rejected" if number % 3 == 0 else "advanced"))


def test_nothing_kept_is_too_early_and_keeps_nothing(browser: Browser, place: Path) -> None:
    browser.open("/record")
    assert "Too early to say: it takes 5 known outcomes, and there are none yet." in browser.text
    assert not place.exists()


def test_a_few_outcomes_are_too_early(browser: Browser, place: Path) -> None:
    fill(place, 4)
    browser.open("/record")
    assert "Too early to say" in browser.text
    assert "Brier" not in browser.page
    assert "/record/learn" not in browser.page


def test_scores_without_a_curve_below_twenty(browser: Browser, place: Path) -> None:
    fill(place, 12)
    browser.open("/record")
    assert "Your gut runs low" in browser.text
    assert "Brier" in browser.text
    assert "No curve is drawn below 20 known outcomes" in browser.text
    assert 'class="reliability"' not in browser.page


def test_the_picture_says_its_figures_in_words(browser: Browser, place: Path) -> None:
    fill(place, 24)
    browser.open("/record")
    assert browser.page.count('class="reliability"') == 2
    name = re.findall(r'class="reliability"[^>]*aria-label="([^"]*)"', browser.page)[0]
    told = re.findall(r"Told (\d+) of 100: (\d+) of (\d+) went on, (\d+) to (\d+) of 100 if just right", name)
    assert sum(int(one[1]) for one in told) == 16
    assert sum(int(one[2]) for one in told) == 24
    for chance, yes, count, low, high in told:  # and as a table
        assert re.search(rf"{chance} of 100 {yes} of {count} \(\d+\) {low} to {high}", browser.text)


def test_learned_shown_first_and_taken_back(browser: Browser, place: Path) -> None:
    fill(place, 12)
    browser.open("/record")
    assert "From 12 known outcomes, this would change" in browser.text
    assert "0.35, for anybody" in browser.text
    with Journal.open(place) as book:
        assert book.learned() is None
    browser.send("/record/learn")
    assert "Learned." in browser.text
    assert "All known outcomes are learned from already." in browser.text
    assert "/record/learn" not in browser.page
    with Journal.open(place) as book:
        assert book.learned() is not None
    again = browser.fields("/record/take-back")
    browser.send("/record/take-back")
    assert "This is what changed" in browser.text
    with Journal.open(place) as book:
        assert book.learned() is None
    browser._took(browser.client.post("/record/take-back", data=again))
    assert "nothing to take back any more" in browser.text


def test_what_was_not_seen_is_not_learned(browser: Browser, place: Path) -> None:
    fill(place, 12)
    browser.open("/record")
    fill(place, 3, employer="Later")
    browser.send("/record/learn")
    assert browser.status == 409
    assert "From 15 known outcomes" in browser.text
    with Journal.open(place) as book:
        assert book.learned() is None


@pytest.fixture
def two(browser: Browser, place: Path) -> Browser:
    fill(place, 6)
    fill(place, 9, person="Ada Quill", employer="Harbour")
    return browser


def test_one_person_is_never_shown_to_another(two: Browser) -> None:
    mine = two.open("/record")
    assert "6 interviews with a known outcome" in two.text
    two.send("/record/of", person="  ada   QUILL ")
    assert two.path == "/record"
    assert "9 interviews with a known outcome" in two.text
    assert "The record of Ada Quill" in two.text
    for page in (mine, two.open("/record")):
        assert "Ada" not in page
        assert "Quill" not in page


def test_no_name_stands_in_an_address(two: Browser) -> None:
    two.open("/record")
    fields: dict[str, Any] = two.fields("/record/of") | {"person": "Ada Quill"}
    answer = two.client.post("/record/of", data=fields, follow_redirects=False)
    assert answer.headers["location"] == "/record?of=7"


def test_learning_of_one_leaves_the_other(two: Browser, place: Path) -> None:
    two.open("/record?of=7")
    two.send("/record/learn")
    assert "The record of Ada Quill" in two.text
    with Journal.open(place) as book:
        assert book.learned("Ada Quill") is not None
        assert book.learned() is None


def test_a_name_nobody_has_is_told_in_its_place(two: Browser) -> None:
    two.open("/record")
    two.send("/record/of", person="<b>Nobody</b>")
    assert two.status == 422
    assert "no interviews of a person with this name" in two.text
    assert "<b>Nobody" not in two.page


@pytest.mark.parametrize("of", ["99", "x", "-1", "9" * 40])
def test_a_record_that_is_not_there(two: Browser, of: str) -> None:
    two.open(f"/record?of={of}")
    assert two.status == 404


def test_an_outcome_told_elsewhere_is_seen_at_once(browser: Browser, place: Path) -> None:
    fill(place, 6)
    browser.open("/record")
    fill(place, 1, employer="Another")
    browser.open("/record")
    assert "7 interviews with a known outcome" in browser.text


def test_a_long_record_says_that_it_is_looked_through(browser: Browser, place: Path) -> None:
    fill(place, 201)
    browser.open("/record")
    assert "Looking through 201 interviews" in browser.text
    browser.open(re.findall(r'<a href="(/record\?now=1)">Show it', browser.page)[0])
    assert "201 interviews with a known outcome" in browser.text
    browser.open("/record")  # it is at hand now
    assert "201 interviews with a known outcome" in browser.text
    assert "Looking through 201 interviews" in browser.open("/pace")
