"""``practice``: cards made once, asked when due, each line kept at once, scheduled by the word given."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wentwell.interview import Document, Interview
from wentwell.journal import Journal, PracticeBook

Run = Callable[..., Any]
NOTES = "She asked why I left the mill. I rambled for ages.\n\nI stumbled over the date ranges."


@pytest.fixture
def made(run: Run, journal: Path) -> Run:
    with Journal.open(journal) as book:
        book.add(Interview(documents=(Document.from_text(NOTES, name="notes.txt"),)))
        book.add(Interview(person="Ada", documents=(Document.from_text(NOTES, name="notes.txt"),)))
    assert run("practice", "--from", 1).status == 0
    return run


def listed(run: Run, *more: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("practice", "--list", "--json", *more).out.splitlines()]


def test_cards_are_made_once_with_the_exact_words(made: Run) -> None:
    cards = listed(made)
    assert [one["card"]["question"] for one in cards] == ["why I left the mill", "the date ranges"]
    for one in cards:
        assert NOTES[one["card"]["start"] : one["card"]["end"]] == one["card"]["question"]
        assert "nothing to do with you" in one["kind_words"]
        assert one["outline"]
    again = made("practice", "--from", 1)
    assert (again.status, "No new cards" in again.out) == (0, True)
    assert len(listed(made)) == 2


def test_practising_shows_measures_against_last_time_and_schedules(made: Run) -> None:
    told = made("practice", stdin="In May I rang them.\nIt saved 3 days.\n\ng\nMaybe.\n\nagain\n")
    assert told.status == 0, told.err
    assert "why I left the mill" in told.out
    assert told.out.count("Kept. Again on") == 2
    assert "last time" not in told.out
    first, second = sorted(listed(made), key=lambda one: int(one["id"]))
    assert first["attempts"][0]["answer"] == "In May I rang them.\nIt saved 3 days."
    assert (first["attempts"][0]["rating"], second["attempts"][0]["rating"]) == ("good", "again")
    assert first["schedule"]["due"] > second["schedule"]["due"] > first["made_at"]
    assert "Nothing is due today" in made("practice").out


def test_the_last_answer_stands_beside_the_new_one(made: Run, journal: Path) -> None:
    from wentwell.interview import Schedule

    with Journal.open(journal) as book:
        cards = PracticeBook(book)
        entry = cards.list()[0]
        cards.write(entry.id, "one two three four five six seven")
        cards.rate(
            entry.id,
            "hard",
            Schedule(due=entry.schedule.due, last_review=entry.schedule.due, stability=1, difficulty=5),
        )
    told = made("practice", stdin="Two words.\n\neasy\n\n")
    row = next(line.split() for line in told.out.splitlines() if line.strip().startswith("words"))
    assert row == ["words", "2", "7"]
    assert "last time" in told.out


def test_stopping_loses_no_line_and_going_on_adds_to_it(made: Run) -> None:
    stopped = made("practice", stdin="The first line.\nThe second")
    assert stopped.status == 130
    assert listed(made)[0]["attempts"][0]["answer"] == "The first line.\nThe second"
    resumed = made("practice", stdin="A third.\n\n\n\n")
    assert "You began already" in resumed.out
    (attempt,) = listed(made)[0]["attempts"]
    assert (attempt["answer"], attempt["rating"]) == ("The first line.\nThe second\nA third.", None)
    rated = made("practice", stdin="\nnonsense\nhard\n\n")
    assert "Write again, hard, good or easy" in rated.out
    assert [one["attempts"][0]["rating"] for one in listed(made) if one["attempts"]] == ["hard"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_line_is_kept_once_the_next_is_asked_for_even_when_killed(made: Run, journal: Path) -> None:
    command = [sys.executable, "-m", "wentwell", "--journal", str(journal), "practice"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("The first line.\n")
        running.stdin.flush()
        said = ""
        while said.count("> ") < 2:
            said += running.stdout.read(1)
        running.kill()
    assert listed(made)[0]["attempts"][0]["answer"] == "The first line."


def test_a_dropped_card_is_gone_and_not_made_again(made: Run) -> None:
    number = listed(made)[0]["id"]
    assert made("practice", "--drop", number).status == 0
    assert number not in [one["id"] for one in listed(made)]
    assert "No new cards" in made("practice", "--from", 1).out
    refused = made("practice", "--drop", number)
    assert (refused.status, refused.err.count("\n")) == (2, 1)


def test_one_person_is_never_asked_about_another(made: Run) -> None:
    made("practice", "--from", 2)
    assert {one["interview_id"] for one in listed(made)} == {1}
    assert {one["interview_id"] for one in listed(made, "--person", "ADA")} == {2}


def test_what_cannot_be_asked_for(made: Run, tmp_path: Path) -> None:
    for arguments in (
        ("--list", "--drop", 1),
        ("--json",),
        ("--from", 99),
        ("--from", 1, "--person", "Ada"),
    ):
        refused = made("practice", *arguments)
        assert (refused.status, refused.err.count("\n")) == (2, 1), arguments
    assert made("--journal", tmp_path / "none.sqlite", "practice").status == 2


def test_an_interview_without_a_cold_exchange_says_so(run: Run, journal: Path) -> None:
    with Journal.open(journal) as book:
        book.add(Interview(documents=(Document.from_text("We talked about boats.", name="notes.txt"),)))
    assert "No cards yet" in run("practice").out
    assert "Nothing in it went cold" in run("practice", "--from", 1).out
    assert run("practice", "--from", 1, "--json").out == ""
