"""``wentwell today`` and ``wentwell pace``, and what show does between days that say something."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from wentwell import assess
from wentwell.interview import Context, Interview, Opportunity, Outcome
from wentwell.journal import Journal

Run = Callable[..., Any]
MONDAY = date(2026, 3, 2)


def at(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the clock of the commands."""
    for module in ("_journal.today", "_pace.today", "_today.today_on_the_clock"):
        monkeypatch.setattr(f"wentwell.cli.{module}", lambda: day)


def keep(journal: Path, *, shown: bool = True, **more: object) -> int:
    context = Context(stage="first", interview_date=MONDAY, promised_date=MONDAY + timedelta(days=10))
    interview = Interview.model_validate(
        {"context": context, "opportunity": Opportunity(employer="Corner"), "gut": 0.4} | more
    )
    with Journal.open(journal) as book:
        number = book.add(interview)
        if shown:
            book.show_assessment(number, assess(interview, MONDAY).assessment)
    return number


def test_the_chance_is_told_on_three_days_of_four_months(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal)
    told, quiet = [], 0
    for n in range(100):
        at(MONDAY + timedelta(days=n), monkeypatch)
        if n % 3 == 0:  # asking again the same day tells nothing new
            run("today")
        ran = run("today")
        assert ran.status == 0, ran.err
        told += [n] if "as it looks now" in ran.out else []
        quiet += "Nothing to do today" in ran.out
    with Journal.open(journal) as book:
        assert len(book.get(1).assessments) == 4
    assert len(told) <= 3
    assert quiet > 70


def test_show_keeps_the_chance_between_days_that_say_something(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal)

    def chance() -> float:
        answer = json.loads(run("show", 1, "--json").out)["answer"]
        return float(answer["assessment"]["probability"])

    seen = []
    for n in range(40):
        at(MONDAY + timedelta(days=n), monkeypatch)
        seen.append(chance())
    assert len(set(seen)) <= 4
    assert seen[:11] == [seen[0]] * 11
    assert seen[11] != seen[0] or len(set(seen)) > 1
    at(MONDAY + timedelta(days=5), monkeypatch)
    with Journal.open(journal) as book:
        number = book.add(book.get(1).interview.model_copy(update={"opportunity": None}))
        book.show_assessment(number, assess(book.get(number).interview, MONDAY).assessment)
    told = run("show", number).out
    assert "As it looked on 2026-03-02" in told
    assert "The next day that says something is 2026-03-13" in told
    asked = run("show", number, "--today", "2026-03-20").out
    assert "As it looked" not in asked


def test_something_new_is_weighed_at_once(run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = keep(journal)
    at(MONDAY + timedelta(days=4), monkeypatch)
    with Journal.open(journal) as book:
        book.update(number, book.get(number).interview.model_copy(update={"answers": {"reply.warm": "yes"}}))
    assert "as it looks now" in run("today").out
    assert "as it looks now" not in run("today").out


def test_today_without_a_journal_makes_none_and_says_nothing_to_do(run: Run, journal: Path) -> None:
    ran = run("today")
    assert ran.status == 0
    assert "Nothing to do today" in ran.out
    assert not journal.exists()


def test_today_as_json_and_an_unfinished_debrief(run: Run, journal: Path) -> None:
    with Journal.open(journal) as book:
        number = book.save_draft(Interview(opportunity=Opportunity(employer="Corner")), {})
    found = json.loads(run("today", "--format", "json").out)
    assert found["schema"] == "wentwell.today/1"
    assert [(one["kind"], one["number"]) for one in found["today"]["matters"]] == [("debrief", number)]
    assert run("today", "--format", "json", "--no-number").status == 2


def test_pace_with_nothing_open_says_what_base_rates_say(run: Run, journal: Path) -> None:
    ran = run("pace", "--want", "60", "--by", "12w")
    assert ran.status == 0, ran.err
    text = " ".join(ran.out.split())
    assert "No interview is open just now" in text
    assert "of 100 first interviews about" in text
    assert "first interviews a month, from now on" in text
    assert "go on applying until an offer is signed" in text
    assert not journal.exists()


def test_pace_counts_what_is_open_one_an_opportunity(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(MONDAY + timedelta(days=7), monkeypatch)
    keep(journal)
    later = Context(stage="second", interview_date=MONDAY + timedelta(days=6))
    keep(journal, context=later)  # the same job, one round on
    keep(journal, opportunity=Opportunity(employer="Closed"), outcome=Outcome(kind="rejected"), shown=False)
    keep(journal, opportunity=Opportunity(employer="Invited"), outcome=Outcome(kind="advanced"), shown=False)
    keep(journal, opportunity=Opportunity(employer="Given"), outcome=Outcome(kind="offer"), shown=False)
    keep(journal, opportunity=Opportunity(employer="Theirs"), person="Ada", shown=False)
    found = json.loads(run("pace", "--format", "json").out)
    assert found["schema"] == "wentwell.pace/1"
    assert found["pace"]["open"] == 2
    told = run("pace").out
    assert "An offer is recorded already (number 5)" in " ".join(told.split())
    assert json.loads(run("pace", "--format", "json", "--person", "Ada").out)["pace"]["open"] == 1


@pytest.mark.parametrize("by", ["0w", "60w", "soon", "2020-01-01", "w"])
def test_a_time_that_is_none_is_refused_in_one_line(run: Run, by: str) -> None:
    ran = run("pace", "--want", "80", "--by", by)
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
