"""``wentwell job import``: what a user types, and what comes back."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from wentwell.journal import Journal, OpportunityEntry, SearchBook

Run = Callable[..., Any]

PLAIN = """Company,Role,Status,Date applied,Notes
Norvane,Data analyst,Rejected,2024-03-01,met Lena
Norvane,Junior data analyst,Interview,2024-03-02,
Tarn,Baker,Wishlist,,
,Cook,Applied,2024-03-04,
"""
UNSURE = """Company,Role,Date,Status
Tarn,Baker,03/04/2024,hm
Norvane,Analyst,05/06/2024,Applied
"""


@pytest.fixture
def give(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str, name: str = "jobs.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command on a terminal, with lines as they are typed."""

    def go(*arguments: object, typed: str) -> Any:
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        return run(*arguments)

    return go


def kept(journal: Path) -> dict[str, OpportunityEntry]:
    with Journal.open(journal) as book:
        return {f"{one.opportunity.employer}/{one.opportunity.job}": one for one in SearchBook(book).list()}


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.startswith("wentwell: ") and "Traceback" not in text


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_sure_ones_are_taken_a_second_time_nothing_is_doubled_and_all_can_be_taken_back(
    run: Run, give: Any, journal: Path
) -> None:
    path = give(PLAIN)
    ran = run("job", "import", path, "--yes")
    assert ran.status == 0, ran.err
    assert "jobs.csv: 4 rows, headings in row 1." in ran.out
    assert "Noted, but not applied for yet: 1 (row 4)" in ran.out
    assert "Without an employer: 1 (row 5)" in ran.out
    assert "Kept as job 1 to 2" in ran.out
    jobs = kept(journal)
    assert {name: one.stage for name, one in jobs.items()} == {
        "Norvane/Data analyst": "closed",
        "Norvane/Junior data analyst": "first",
    }
    assert jobs["Norvane/Data analyst"].details.note == "met Lena"
    assert {step.made_by for one in jobs.values() for step in one.history} == {"import"}
    again = run("job", "import", path, "--yes")
    assert "Known already, and nothing new: 2 (rows 2, 3)" in again.out
    assert "Nothing to take in." in again.out
    assert kept(journal) == jobs
    assert "Taken out again: job 1, 2." in run("job", "import", "--undo").out
    assert kept(journal) == {}
    nothing = run("job", "import", "--undo")
    assert (nothing.status, one_line(nothing.err)) == (2, True)


def test_a_later_state_of_the_tracker_moves_jobs_on(run: Run, give: Any, journal: Path) -> None:
    run("job", "import", give(PLAIN), "--yes")
    ran = run("job", "import", give(PLAIN.replace("Interview", "Offer"), "later.csv"), "--yes")
    assert "job 2: adds steps" in flat(ran.out)
    assert "Brought up to date: 1." in ran.out
    assert kept(journal)["Norvane/Junior data analyst"].stage == "offer"
    assert "As before: job 2." in run("job", "import", "--undo").out
    assert kept(journal)["Norvane/Junior data analyst"].stage == "first"


def test_what_was_worked_on_since_stays(run: Run, give: Any, journal: Path) -> None:
    run("job", "import", give(PLAIN), "--yes")
    run("job", "tag", 2, "near")
    ran = run("job", "import", "--undo")
    assert "Taken out again: job 1." in ran.out
    assert "Left in, since you worked on it: job 2." in ran.out
    assert list(kept(journal)) == ["Norvane/Junior data analyst"]


def test_what_is_not_sure_is_asked_about(answer: Run, give: Any, journal: Path) -> None:
    ran = answer("job", "import", give(UNSURE), typed="y\nwhat\nmonth\nwithd\ny\n")
    assert ran.status == 0, ran.err
    assert "“Date” (03/04/2024, 05/06/2024): day you applied?" in ran.out
    assert "In 03/04/2024, which comes first?" in ran.out
    assert "one of: day, month" in ran.out
    assert "“hm” (1 row) is" in ran.out
    assert "Take in 2 new jobs? [Y/n]" in ran.out
    baker = kept(journal)["Tarn/Baker"]
    way = [(str(step.on), step.closing) for step in baker.history]
    assert way == [("2024-03-04", None), ("None", "withdrawn")]


def test_a_column_can_be_named_and_a_no_changes_nothing(answer: Run, give: Any, journal: Path) -> None:
    ran = answer("job", "import", give("a,b\nTarn,Baker\n"), typed="y\na\nn\n")
    assert "Which column names the employer?" in ran.out
    assert "Nothing was changed." in ran.out
    assert kept(journal) == {}


def test_one_that_is_like_a_known_job_is_asked_about_and_never_merged(
    answer: Run, run: Run, give: Any, journal: Path
) -> None:
    run("job", "add", "Norvane", "--job", "Analyst")
    path = give("Company,Role,Location\nNorvane,Data analyst,Leeds\nNorvane,Analyst (lead),York\n")
    left = run("job", "import", path, "--yes")
    assert "Row 2, Norvane · Data analyst, is like job 1 (Norvane · Analyst)" in left.out
    assert "2 not sure: left out." in left.out
    assert list(kept(journal)) == ["Norvane/Analyst"]
    ran = answer("job", "import", path, typed="another\nsame\ny\n")
    assert "Take in 1 new job and what is new of 1 known one?" in ran.out
    jobs = kept(journal)
    assert list(jobs) == ["Norvane/Analyst", "Norvane/Data analyst"]
    assert jobs["Norvane/Analyst"].details.place == "York"


def test_stopping_in_between_changes_nothing(answer: Run, give: Any, journal: Path) -> None:
    ran = answer("job", "import", give(UNSURE), typed="y\n")
    assert ran.status == 130
    assert kept(journal) == {}


def test_a_dry_run_shows_and_keeps_nothing(run: Run, give: Any, journal: Path) -> None:
    ran = run("job", "import", give(PLAIN), "--dry-run")
    assert ran.status == 0, ran.err
    assert "Would take in 2 new jobs. Nothing was changed." in ran.out
    assert kept(journal) == {}


def test_everything_can_be_said_beforehand(run: Run, give: Any, journal: Path) -> None:
    words = ("--map", "applied=Date", "--dates", "day-first", "--status", "hm=offer")
    ran = run("job", "import", give(UNSURE), "--yes", *words)
    assert ran.status == 0, ran.err
    baker = kept(journal)["Tarn/Baker"]
    assert (baker.stage, str(baker.history[0].on)) == ("offer", "2024-04-03")


def test_without_a_word_an_unsure_column_is_left_out_and_an_unknown_status_is_kept_as_a_note(
    run: Run, give: Any, journal: Path
) -> None:
    ran = run("job", "import", give(UNSURE), "--yes")
    assert 'Not sure, so left out. To take them: --map "applied=Date"' in ran.out
    assert "row 2: the status “hm” is not known; kept in the note" in ran.out
    baker = kept(journal)["Tarn/Baker"]
    assert (baker.stage, baker.details.note) == ("applied", "Status: hm")


def test_a_spreadsheet_and_its_sheets(run: Run, tmp_path: Path, journal: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Total", 1])
    jobs = book.create_sheet("Jobs")
    jobs.append(["Company", "Role", "Status"])
    jobs.append(["Tarn", "Baker", "Applied"])
    path = tmp_path / "jobs.xlsx"
    book.save(path)
    ran = run("job", "import", path, "--yes")
    assert "jobs.xlsx, sheet “Jobs” (of 2; --sheet NAME reads another): 1 row" in ran.out
    assert list(kept(journal)) == ["Tarn/Baker"]
    wrong = run("job", "import", path, "--yes", "--sheet", "Other")
    assert (wrong.status, one_line(wrong.err)) == (2, True)


def test_two_persons_have_their_own_jobs(run: Run, give: Any, journal: Path) -> None:
    path = give("Company,Role\nTarn,Baker\n")
    run("job", "import", path, "--yes")
    ran = run("job", "import", path, "--yes", "--person", "Ada")
    assert "Kept as job 2." in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name a file"),
        (("FILE",), "nothing can be asked here; add --yes"),
        (("FILE", "--undo"), "not both"),
        (("none.csv", "--yes"), "no such file"),
        (("FILE", "--yes", "--map", "firm=Company"), "write FIELD=COLUMN"),
        (("FILE", "--yes", "--map", "job=Firm"), "no column is called 'Firm'"),
        (("FILE", "--yes", "--map", "leave=Company"), "no column names the employer"),
        (("FILE", "--yes", "--status", "hm=perhaps"), "write WORD=STAGE"),
        (("FILE", "--yes", "--map", "applied=Date"), "add --dates day-first or --dates month-first"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    run: Run, give: Any, journal: Path, arguments: tuple[str, ...], told: str
) -> None:
    path = give(UNSURE)
    ran = run("job", "import", *(str(path) if one == "FILE" else one for one in arguments), stdin="")
    assert ran.status == 2
    assert told in ran.err
    assert one_line(ran.err)
    assert not journal.exists() or kept(journal) == {}


def test_what_a_file_says_cannot_steer_the_screen(run: Run, give: Any) -> None:
    ran = run("job", "import", give("Company\x1b[31m,Role\nTa\x1b]0;x\x07rn,[bold]Baker[/bold]\n"), "--yes")
    assert ran.status == 0, ran.err
    assert "\x1b" not in ran.out
    assert "[bold]Baker[/bold]" in ran.out
    narrow = run("board")
    assert "\x1b" not in narrow.out


def test_the_page_shows_what_the_command_says(answer: Run) -> None:
    docs = Path(__file__).parents[2] / "docs"
    page = (docs / "importing.md").read_text(encoding="utf-8")
    shown = page.split("```text\n", 1)[1].split("```", 1)[0].splitlines()
    ran = answer("job", "import", docs / "importing-example.csv", typed="\n\n")
    # what is typed ends the line in a terminal
    told = ran.out.replace("[applied] ", "[applied]\n").replace("[Y/n] ", "[Y/n]\n").splitlines()
    assert [line.rstrip() for line in told] == shown
