"""``calibration`` and ``learn``: too early, shown, asked, undone; one person never sees another."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from wentwell.interview import Calibration, Context, Evidence, Interview, Outcome, OutcomeKind
from wentwell.journal import Journal
from wentwell.weighing import weigh

Run = Callable[..., Any]
KINDS: tuple[OutcomeKind, ...] = ("advanced", "rejected", "rejected")
GUTS = (0.7, 0.2, 0.45, 0.3)


def fill(path: Path, count: int, person: str | None = None) -> None:
    """Keep interviews as a user would: gut, what was shown, outcome."""
    day = date.today() - timedelta(days=3)  # noqa: DTZ011 - a day on the user's clock
    seen = (Evidence(label="selling.start_date", quote="", start=0, end=0, found_by="answered"),)
    with Journal.open(path) as book:
        for place in range(count):
            context = Context(stage="first", employer="mid", interview_date=day)
            gut = GUTS[place % 4]
            number = book.add(Interview(person=person, context=context, gut=gut))
            book.show_assessment(number, weigh(seen, context, gut))
            book.record_outcome(number, Outcome(kind=KINDS[place % 3]))


def test_too_early_is_said_and_nothing_is_learned(run: Run, journal: Path) -> None:
    fill(journal, 4)
    told = run("calibration")
    assert told.status == 0
    assert "Too early to say" in told.out
    assert "Brier" not in told.out
    assert "Too early to say" in run("learn", "--yes").out
    with Journal.open(journal) as book:
        assert book.learned() is None


def test_there_is_a_line_for_those_who_have_no_journal_or_no_such_person(run: Run, journal: Path) -> None:
    assert run("calibration").status == 2
    fill(journal, 1)
    for command in ("calibration", "learn"):
        refused = run(command, "--person", "Nobody")
        assert refused.status == 2
        assert refused.err.count("\n") == 1


def test_learning_is_shown_asked_for_applied_and_undone(run: Run, journal: Path) -> None:
    fill(journal, 9)
    with Journal.open(journal) as book:
        context = Context(stage="first", employer="mid", interview_date=date(2026, 3, 2))
        number = book.add(Interview(context=context, gut=0.6))

    def shown() -> Any:
        return json.loads(run("show", number, "--json", "--today", "2026-03-02").out)["answer"]["assessment"]

    before = shown()
    declined = run("learn", stdin="n\n")
    assert "0.35, for anybody  ->" in declined.out
    assert "Nothing was changed" in declined.out
    assert shown() == before
    accepted = run("learn", stdin="y\n")
    assert "Learned." in accepted.out
    after = shown()
    record = [part for part in after["contributions"] if part["kind"] == "record"]
    assert len(record) == 1
    assert after["probability"] != before["probability"]
    assert sum(part["log_odds"] for part in after["contributions"]) == pytest.approx(after["log_odds"])
    assert "Your record" in run("show", number).out
    assert "Nothing new" in run("learn", "--yes").out
    undone = run("learn", "--undo")
    assert undone.status == 0
    assert shown() == before
    refused = run("learn", "--undo")
    assert refused.status == 2
    assert "nothing to undo" in refused.err


def test_the_record_in_each_format_tells_the_same(run: Run, journal: Path) -> None:
    fill(journal, 24)
    whole = json.loads(run("calibration", "--format", "json").out)
    record = Calibration.model_validate(whole["calibration"])
    assert (record.resolved, record.yes) == (24, 8)
    brier = f"{record.scores[1].brier.mean:.2f}"
    texts = [run("calibration", "--format", name).out for name in ("text", "markdown", "html")]
    for text in texts:
        words = " ".join(text.split())
        assert "24 interviews with a known outcome; 8 went on." in words
        assert brier in words
        assert not re.search(r"you got (it|the job)|you failed", words.casefold())
    page = texts[2]
    assert page.lstrip().startswith("<!DOCTYPE html>")
    assert page.count("<svg") == 2
    assert page.count('class="came"') == len(record.curve) + len(record.gut_curve)
    assert not re.search(r"<script|https?://|\bsrc=", page)
    first = record.curve[0]
    assert f"{first.yes} of {first.count}" in page


def test_no_curve_below_twenty(run: Run, journal: Path) -> None:
    fill(journal, 19)
    for name in ("text", "markdown", "html"):
        told = run("calibration", "--format", name).out
        assert "No curve is drawn below 20" in " ".join(told.split())
        assert "<svg" not in told
        assert "━" not in told


def test_one_person_is_never_shown_to_another(run: Run, journal: Path) -> None:
    fill(journal, 21, "Ada Quetzal")
    fill(journal, 26, "Bo Ferrous")
    fill(journal, 33, "Cy Umber")
    fill(journal, 7)
    run("learn", "--yes", "--person", "Bo Ferrous")
    for arguments in (
        *(("calibration", "--format", name) for name in ("text", "json", "markdown", "html")),
        ("learn",),
        ("list",),
        ("list", "--json"),
    ):
        stdin = "n\n" if arguments == ("learn",) else None
        theirs = run(*arguments, "--person", "ada quetzal", stdin=stdin).out
        assert not re.search(r"\bBo\b|Ferrous|\bCy\b|Umber|\b(26|33) interviews|your (26|33)\b", theirs), (
            arguments
        )
        mine = run(*arguments, stdin=stdin).out
        assert not re.search(r"Ada|Quetzal|Ferrous|Umber", mine), arguments
    assert "The record of Ada Quetzal" in run("calibration", "--person", "ada quetzal").out
    everybody = run("list", "--everybody").out
    assert {"Ada", "Bo", "Cy", "you"} <= set(everybody.split())
    with Journal.open(journal) as book:
        assert book.learned() is None
        assert book.learned("bo ferrous") is not None
        assert book.learned("ada quetzal") is None


def test_an_interview_of_another_person_is_kept_as_theirs(run: Run, journal: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("She asked when I could start.", encoding="utf-8")
    assert run("assess", notes, "--save", "--person", "Ada Quetzal").status == 0
    assert run("assess", notes, "--person", "Ada Quetzal").status == 2
    debrief = run("debrief", "--person", " Ada  Quetzal", stdin="calm\n40\n" + "\n" * 60 + "q\n")
    assert debrief.status == 0, debrief.err
    with Journal.open(journal) as book:
        assert [line.person for line in book.list()] == ["Ada Quetzal", "Ada Quetzal"]
    assert "No interviews yet" in run("list").out
    assert run("list", "--person", "ADA QUETZAL").out.count("\n") == 3
    assert run("debrief", "--resume", "--person", "Ada").status == 2
    assert run("list", "--person", "  ").status == 2
