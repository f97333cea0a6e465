"""``wentwell next`` and ``wentwell context``; practice in ``wentwell today``."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from wentwell import assess
from wentwell.interview import Context, Document, Interview, Opportunity, Outcome, PracticeCard, Schedule
from wentwell.journal import Journal, PracticeBook

Run = Callable[..., Any]
MONDAY = date(2026, 3, 2)


def keep(journal: Path, employer: str, outcome: Outcome | None = None, **facts: object) -> int:
    interview = Interview(
        opportunity=Opportunity(employer=employer, job="Buyer"),
        context=Context.model_validate({"stage": "first", "interview_date": MONDAY} | facts),
        documents=(Document.from_text("Met Jane Okafor, head of ops. A good talk.", name="notes.txt"),),
        gut=0.4,
    )
    with Journal.open(journal) as book:
        number = book.add(interview)
        book.show_assessment(number, assess(interview, MONDAY).assessment)
        if outcome is not None:
            book.record_outcome(number, outcome)
    return number


def steps(run: Run, *more: object) -> list[dict[str, Any]]:
    ran = run("next", "--today", "2026-03-04", "--format", "json", *more)
    assert ran.status == 0, ran.err
    told = json.loads(ran.out)
    assert told["schema"] == "wentwell.next/1"
    return list(told["next"]["steps"])


def test_without_a_journal_it_says_to_go_on_and_makes_none(run: Run, journal: Path) -> None:
    ran = run("next")
    assert ran.status == 0, ran.err
    assert "Go on applying" in ran.out
    assert not journal.exists()


def test_the_whole_search_in_one_list(run: Run, journal: Path) -> None:
    fresh = keep(journal, "Corner")
    refused = keep(journal, "Quay", Outcome(kind="rejected", on=MONDAY), interview_date=date(2026, 2, 10))
    with Journal.open(journal) as book:
        booked = book.save_draft(
            Interview(
                opportunity=Opportunity(employer="Mill"), context=Context(interview_date=date(2026, 3, 9))
            ),
            {},
        )
    found = {step["kind"]: step for step in steps(run)}
    assert found["thank"]["numbers"] == [fresh]
    assert found["feedback"]["numbers"] == [refused]
    assert found["prepare"]["numbers"] == [booked]
    assert "first interview" in found["search"]["action"]
    told = run("next", "--today", "2026-03-04").out
    assert told.count("\n  1. ") == 1
    assert "Corner, Buyer: Send a short thank-you note" in told
    assert " ID" not in told


def test_only_five_are_shown_unless_all_are_wanted(run: Run, journal: Path) -> None:
    for number in range(6):
        keep(
            journal,
            f"Firm {number}",
            promised_date=date(2026, 3, 20 + number),
            interview_date=date(2026, 2, 25),
        )
    short = run("next", "--today", "2026-03-04").out
    assert "6. " not in short
    assert "more: wentwell next --all" in short
    assert "6. " in run("next", "--today", "2026-03-04", "--all").out


def test_somebody_elses_search_stays_apart(run: Run, journal: Path) -> None:
    keep(journal, "Corner")
    assert [step["kind"] for step in steps(run, "--person", "Ada")] == ["search"]


@pytest.mark.parametrize("more", [("--by", "0w"), ("--want", "200"), ("--by", "2020-01-01")])
def test_what_cannot_be_wanted_is_refused_in_one_line(run: Run, more: tuple[str, str]) -> None:
    ran = run("next", *more)
    assert ran.status == 2
    assert ran.err.count("\n") == 1


def test_today_tells_due_practice_of_this_person_only(run: Run, journal: Path) -> None:
    number = keep(journal, "Corner", Outcome(kind="withdrew"))
    card = PracticeCard(question="Why us?", kind="motive", document="notes.txt", start=0, end=7)
    with Journal.open(journal) as book:
        due = Schedule(due=datetime(2026, 3, 4, 12, tzinfo=UTC))
        PracticeBook(book).add(number, [card], due)
    assert "Nothing to do today" in run("today", "--today", "2026-03-02").out
    assert "1 practice card is due: wentwell practice." in run("today", "--today", "2026-03-05").out
    assert "Nothing to do today" in run("today", "--today", "2026-03-05", "--person", "Ada").out
    assert "Nothing to do today" in run("today", "--today", "2026-03-20").out
    assert "practise" in [step["kind"] for step in steps(run, "--today", "2026-03-20")]


def test_context_fills_what_is_missing_and_tells_the_change(run: Run, journal: Path) -> None:
    number = keep(journal, "Corner", interview_date=None)
    assert "--date  on which day it was" in run("context", number).out
    day = (date.today() - timedelta(days=3)).isoformat()  # noqa: DTZ011 - the user's clock
    ran = run("context", number, "--date", day, "--employer", "large")
    assert ran.status == 0, ran.err
    assert ran.out.startswith("Before: the next round ")
    with Journal.open(journal) as book:
        kept = book.get(number)
        assert kept.interview.context.interview_date == date.fromisoformat(day)
        assert kept.interview.context.employer == "large"
        assert kept.interview.context.stage == "first"
        assert kept.interview.gut == 0.4
    assert "--date" not in run("context", number).out


def test_context_refuses_what_cannot_be(run: Run, journal: Path) -> None:
    number = keep(journal, "Corner")
    before = run("show", number, "--json").out
    for more in (("--date", "2099-01-01"), ("--promised", "2026-02-01"), ("--stage", "tenth")):
        ran = run("context", number, *more)
        assert ran.status == 2, more
        assert "Traceback" not in ran.err
    assert run("context", 99).status == 2
    assert run("show", number, "--json").out == before


def test_a_country_of_the_environment_is_no_change(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = keep(journal, "Corner")
    monkeypatch.setenv("WENTWELL_COUNTRY", "GB")
    assert "Before:" not in run("context", number).out
    with Journal.open(journal) as book:
        assert book.get(number).interview.context.country is None
