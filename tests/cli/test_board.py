"""``wentwell board``, ``job``, ``search``, the filters of ``list``, ``export --search`` and ``restore``."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from wentwell.interview import Context, Interview, Opportunity, Outcome
from wentwell.journal import Journal

Run = Callable[..., Any]
TODAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (
        "_journal.today",
        "_board.today",
        "_job.today",
        "_today.today_on_the_clock",
        "_pace.today",
    ):
        monkeypatch.setattr(f"wentwell.cli.{module}", lambda: TODAY)


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text


def well(ran: Any) -> str:
    assert ran.status == 0, ran.err
    return str(ran.out)


def keep(journal: Path, employer: str = "Brook", job: str = "Baker", **context: Any) -> int:
    with Journal.open(journal) as book:
        return book.add(
            Interview(opportunity=Opportunity(employer=employer, job=job), context=Context(**context))
        )


def test_a_job_goes_its_way_and_every_step_can_be_taken_back(run: Run) -> None:
    assert "job 1" in well(
        run("job", "add", "Brook", "--job", "Baker", "--on", "2026-03-01", "--tag", "#near")
    )
    assert "19 days" in well(run("board"))
    well(run("job", "move", 1, "screen", "--note", "They rang."))
    well(run("job", "tag", 1, "early", "near"))
    assert "#near #early" in well(run("board"))
    well(run("job", "close", 1, "no-answer"))
    assert "1 no answer" in well(run("board"))
    shown = well(run("job", "show", 1))
    assert "2026-03-20  Screen · They rang." in shown
    for stands in ("Screen", "Screen", "Applied"):
        assert stands in well(run("job", "undo", 1))
    assert "Nothing was changed" in well(run("job", "undo", 1, stdin="n\n"))
    well(run("job", "undo", 1, "--yes"))
    assert "No jobs yet" in well(run("board"))


def test_the_board_has_columns_where_there_is_room_and_is_a_list_where_not(
    run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    well(
        run(
            "job",
            "add",
            "Heron Ferries",
            "--job",
            "Cook",
            "--deadline",
            "2026-04-01",
            "--deadline-for",
            "papers",
        )
    )
    keep(journal, stage="first", interview_date=TODAY + timedelta(days=3))
    wide = well(run("board"))
    assert any("Applied (1)" in line and "First interview (1)" in line for line in wide.splitlines())
    assert "2026-04-01: papers" in wide
    assert "2026-03-23: interview" in wide
    assert "2 open." in wide
    monkeypatch.setenv("COLUMNS", "40")
    narrow = well(run("board"))
    assert not any("Applied (1)" in line and "First interview" in line for line in narrow.splitlines())
    assert all(len(line) <= 40 for line in narrow.splitlines())
    told = json.loads(well(run("board", "--format", "json")))
    assert [(job["number"], job["stage"]) for job in told["jobs"]] == [(1, "applied"), (2, "first")]
    assert told["jobs"][1]["history"][0]["made_by"] == "interview"


def test_an_outcome_moves_the_job_and_is_taken_back_with_a_question(run: Run, journal: Path) -> None:
    keep(journal, stage="first")
    well(run("outcome", 1, "rejected", "--on", "2026-03-18"))
    assert "1 a no" in well(run("board"))
    assert "Nothing was changed" in well(run("job", "undo", 1, stdin="n\n"))
    assert "First interview" in well(run("job", "undo", 1, "--yes"))
    well(run("outcome", 1, "offer"))
    assert "Taken back" in well(run("outcome", 1, "--undo"))
    refused = run("outcome", 1, "--undo")
    assert (refused.status, one_line(refused.err)) == (2, True)
    assert run("outcome", 1).status == 2
    assert run("outcome", 1, "offer", "--undo").status == 2
    with Journal.open(journal) as book:
        assert book.get(1).outcomes == ()


def test_a_closed_job_is_open_nowhere(run: Run, journal: Path) -> None:
    keep(journal, stage="first", interview_date=TODAY - timedelta(days=2))
    keep(journal, "Heron Ferries", "Cook", stage="first", interview_date=TODAY - timedelta(days=2))
    assert "2 interviews are open" in well(run("pace"))
    assert "wentwell outcome 1 rejected" in well(run("job", "close", 1, "refused"))
    assert "1 interview is open" in well(run("pace"))
    assert "Brook" not in well(run("list", "--open"))
    assert "Brook" not in well(run("today"))


def test_a_deadline_is_told_in_time_and_rests_then(run: Run) -> None:
    well(run("job", "add", "Brook", "--deadline", "2026-03-25", "--deadline-for", "send\x1b[31m papers"))
    assert "Nothing to do" in well(run("today"))
    ran = well(run("today", "--today", "2026-03-24"))
    assert "is due tomorrow" in ran
    assert "\x1b" not in ran
    assert "was due 2026-03-25" in well(run("today", "--today", "2026-03-30"))
    (matter,) = json.loads(well(run("today", "--today", "2026-03-25", "--format", "json")))["today"][
        "matters"
    ]
    assert (matter["kind"], matter["opportunity"], matter["number"]) == ("deadline", 1, None)
    assert "Nothing to do" in well(run("today", "--today", "2026-04-01"))
    well(run("job", "edit", 1, "--no-deadline"))
    assert "Nothing to do" in well(run("today", "--today", "2026-03-24"))


def test_the_list_and_the_board_are_filtered(run: Run, journal: Path) -> None:
    keep(journal, stage="first", interview_date=date(2026, 3, 2))
    keep(journal, "Heron Ferries", "Cook", stage="final", interview_date=date(2026, 3, 10))
    with Journal.open(journal) as book:
        book.add(Interview(context=Context(interview_date=date(2026, 3, 11))))
        book.record_outcome(2, Outcome(kind="rejected"))
    well(run("job", "tag", 1, "near", "early"))

    def listed(*filters: object) -> list[int]:
        return [json.loads(line)["id"] for line in well(run("list", "--json", *filters)).splitlines()]

    def on_board(*filters: object) -> list[int]:
        return [job["number"] for job in json.loads(well(run("board", "--format", "json", *filters)))["jobs"]]

    assert listed() == [1, 2, 3]
    assert listed("--tag", "NEAR") == on_board("--tag", "NEAR", "--tag", "#early") == [1]
    assert listed("--tag", "near", "--tag", "late") == []
    assert listed("--stage", "closed") == on_board("--stage", "closed") == [2]
    assert listed("--employer", "ferries") == on_board("--employer", "ferries heron") == [2]
    assert listed("--since", "2026-03-05") == [2, 3]
    assert listed("--until", "2026-03-10") == [1, 2]
    assert listed("--open") == [1, 3]
    assert on_board("--open") == [1]
    assert "No interview fits" in well(run("list", "--tag", "late"))
    assert "No job fits" in well(run("board", "--tag", "late"))
    assert "only in wentwell list" in well(run("board"))
    wrong = run("list", "--since", "2026-03-05", "--until", "2026-03-01")
    assert (wrong.status, one_line(wrong.err)) == (2, True)


def test_one_person_never_sees_anothers_jobs(run: Run) -> None:
    well(run("job", "add", "Brook", "--job", "Baker"))
    well(run("job", "add", "Brook", "--job", "Baker", "--person", "Ida"))
    assert "1 open." in well(run("board"))
    assert len(json.loads(well(run("board", "--format", "json")))["jobs"]) == 1
    assert "Ida" in well(run("board", "--everybody"))
    assert "Nothing found" in well(run("search", "zebra"))
    assert well(run("search", "brook", "--person", "ida")).startswith("job 2")
    assert run("board", "--everybody", "--person", "Ida").status == 2


def test_search_shows_the_place_and_cleans_it(run: Run, journal: Path) -> None:
    well(run("job", "add", "Brook", "--note", "Ask Ines about\x1b[2J the night shift."))
    ran = well(run("search", "night", "ines"))
    assert "job 1 · Brook · note" in ran
    assert "\x1b" not in ran
    assert "1 place." in ran
    (found,) = json.loads(well(run("search", "night shift", "--format", "json")))["found"]
    assert (found["opportunity"], found["words"]) == (1, "night shift")
    refused = run("search", "...")
    assert (refused.status, one_line(refused.err)) == (2, True)


def test_the_search_leaves_as_one_file_of_three_kinds(run: Run, journal: Path, tmp_path: Path) -> None:
    well(
        run(
            "job",
            "add",
            "=Brook|1",
            "--job",
            "Baker",
            "--on",
            "2026-02-01",
            "--contact",
            "Ines <i@brook.example>",
        )
    )
    keep(journal, "Heron Ferries", "Cook", stage="final", interview_date=date(2026, 3, 10))
    well(run("export", tmp_path / "search.csv", "--search"))
    with (tmp_path / "search.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["employer"], first["applied"], first["contacts"]) == (
        "'=Brook|1",
        "2026-02-01",
        "Ines <i@brook.example>",
    )
    assert second["history"] == "2026-03-10 final"
    well(run("export", tmp_path / "march.md", "--search", "--since", "2026-03-01", "--until", "2026-03-31"))
    text = (tmp_path / "march.md").read_text(encoding="utf-8")
    assert "Heron Ferries" in text
    assert "Brook" not in text
    assert "2026-03-10: Final round" in text
    well(run("export", tmp_path / "all.md", "--search"))
    assert "=Brook\\|1" in (tmp_path / "all.md").read_text(encoding="utf-8")
    well(run("export", tmp_path / "search.json", "--search"))
    assert len(json.loads((tmp_path / "search.json").read_text(encoding="utf-8"))["jobs"]) == 2
    for wrong in (
        ("search.txt", "--search"),
        ("search.csv", "--search"),
        ("x.json", "--since", "2026-03-01"),
        ("x", "--csv", "--search"),
        ("x.md", "1", "--search"),
    ):
        ran = run("export", tmp_path / wrong[0], *wrong[1:])
        assert (ran.status, one_line(ran.err)) == (2, True), wrong


def test_a_backup_is_restored_and_what_was_there_is_named(run: Run, tmp_path: Path) -> None:
    well(run("job", "add", "Brook"))
    well(run("backup", tmp_path / "copy"))
    well(run("job", "move", 1, "final"))
    refused = run("restore", tmp_path / "copy")
    assert (refused.status, one_line(refused.err)) == (2, True)
    assert "Final" in well(run("job", "show", 1))
    told = well(run("restore", tmp_path / "copy", "--force"))
    assert "1 job" in told
    assert "Applied" in well(run("job", "show", 1))
    aside = told.strip().splitlines()[-1].removeprefix("What was there before is kept as ").rstrip(".")
    assert "Final" in well(run("--journal", aside, "job", "show", 1))
    missing = run("restore", tmp_path / "nothing")
    assert (missing.status, one_line(missing.err)) == (2, True)


def test_deleting_the_last_interview_says_that_its_job_stays(run: Run, journal: Path) -> None:
    keep(journal)
    well(run("job", "tag", 1, "near"))
    assert "job 1 stays" in well(run("delete", 1, "--yes"))
    assert "Deleted job 1" in well(run("job", "delete", 1, "--yes"))


def test_changes_of_what_is_kept(run: Run) -> None:
    well(run("job", "add", "Brook", "--contact", "Ines Roth <INES@brook.example>, crew lead", "--url", "x"))
    well(run("job", "edit", 1, "--contact", "bo@brook.example", "--domain", "@Brook.example", "--url", ""))
    details = json.loads(well(run("job", "show", 1, "--format", "json")))["details"]
    assert [(one["name"], one["mail"], one["role"]) for one in details["contacts"]] == [
        ("Ines Roth", "ines@brook.example", "crew lead"),
        ("", "bo@brook.example", ""),
    ]
    assert (details["domains"], details["url"]) == (["brook.example"], "")
    well(run("job", "edit", 1, "--no-contact", "ines roth", "--no-domain", "brook.example"))
    details = json.loads(well(run("job", "show", 1, "--format", "json")))["details"]
    assert [one["mail"] for one in details["contacts"]] == ["bo@brook.example"]
    assert details["domains"] == []
    assert "Nothing was changed" in well(run("job", "edit", 1))


@pytest.mark.parametrize(
    "wrong",
    [
        ("add", ""),
        ("add", "x" * 201),
        ("add", "Brook", "--job", "Baker"),
        ("add", "Two", "--tag", "two words"),
        ("add", "Two", "--contact", "<>"),
        ("add", "Two", "--domain", "brook"),
        ("add", "Two", "--on", "2026-03-21"),
        ("add", "Two", "--deadline-for", "papers"),
        ("add", "Two", "--stage", "closed"),
        ("edit", "1", "--employer", ""),
        ("edit", "1", "--no-contact", "Bo"),
        ("move", "1", "closed"),
        ("move", "9", "final"),
        ("move", "one", "final"),
        ("close", "1", "lost"),
        ("undo", "9"),
        ("show", "9"),
        ("delete", "9"),
    ],
)
def test_bad_input_gets_one_line_and_changes_nothing(run: Run, wrong: tuple[str, ...]) -> None:
    well(run("job", "add", "Brook", "--job", "Baker"))
    before = well(run("board", "--format", "json"))
    ran = run("job", *wrong)
    assert (ran.status, one_line(ran.err)) == (2, True), ran.err
    assert well(run("board", "--format", "json")) == before
