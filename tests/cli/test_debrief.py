"""The guided debrief: feeling and gut first, back and skip, nothing lost."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from wentwell.journal import Journal

Run = Callable[..., Any]

# FINAL: feeling, gut, employer, job, stage, finalists, kind, format, how many, who, minutes, temper, doubter
# TAIL: day, promised day, files
FINAL = [
    "hopeful",
    "35",
    "Corner Bakery",
    "Shift lead",
    "4",
    "3",
    "small",
    "onsite",
    "1",
    "2",
    "45 65",
    "usual",
    "n",
]
TAIL = ["2026-03-02", "2026-03-09", ""]


def feed(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def kept(journal: Path, number: int = 1) -> Any:
    with Journal.open(journal) as book:
        return book.get(number)


def test_a_whole_debrief_is_kept_with_gut_first(run: Run, journal: Path) -> None:
    notes = ["She asked for two references.", ""]
    ran = run("debrief", stdin=feed(*FINAL, *TAIL, *notes, "y", "n", "c", "q"))
    assert ran.status == 0, ran.err
    assert ran.out.index("in a word") < ran.out.index("Your gut") < ran.out.index("Which stage")
    before_gut = ran.out[: ran.out.index("Which employer")]
    assert "%" not in before_gut
    record = kept(journal)
    interview = record.interview
    assert record.status == "complete"
    assert (interview.feeling, interview.gut) == ("hopeful", 0.35)
    assert interview.opportunity.employer == "Corner Bakery"
    context = interview.context
    assert (context.stage, context.finalists, context.employer) == ("final", 3, "small")
    assert (context.scheduled_minutes, context.actual_minutes) == (45, 65)
    assert context.interviewer_roles == ("decider",)
    assert context.promised_date == date(2026, 3, 9)
    assert sorted(interview.answers.values()) == ["could-not", "no", "yes"]
    assert "contact.references" in {found.label for found in interview.evidence}
    assert len(record.assessments) == 1
    assert "two references" in " ".join(ran.out.split())


def test_enter_skips_everything(run: Run, journal: Path) -> None:
    ran = run("debrief", stdin="\n" * 80)
    assert ran.status == 0, ran.err
    record = kept(journal)
    assert record.interview.gut is None
    assert not record.interview.answers


def test_back_changes_the_answer_before(run: Run, journal: Path) -> None:
    answers = ["tired", "20", "b", "40", *FINAL[2:], *TAIL, "", "y", "b", "n", "q"]
    ran = run("debrief", stdin=feed(*answers))
    assert ran.status == 0, ran.err
    interview = kept(journal).interview
    assert interview.gut == 0.4
    assert list(interview.answers.values()) == ["no"]


def test_a_wrong_answer_is_asked_again(run: Run, journal: Path) -> None:
    wrong = ["fine", "lots", "150", "50", "x", "y", "9", "second", "many", "2"]
    ran = run("debrief", stdin=feed(*wrong, *[""] * 80))
    assert ran.status == 0, ran.err
    assert ran.out.count("is no chance") == 2
    assert "please choose by number" in ran.out
    interview = kept(journal).interview
    assert (interview.gut, interview.context.stage, interview.context.finalists) == (0.5, "second", 2)


def test_the_end_of_input_keeps_what_was_answered_and_resume_goes_on(run: Run, journal: Path) -> None:
    stopped = run("debrief", stdin=feed("calm", "45", "Corner Bakery"))
    assert stopped.status == 130
    assert stopped.err.count("\n") == 1
    resumed = run("debrief", "--resume", stdin=feed("Cook", "4", *[""] * 80))
    assert resumed.status == 0, resumed.err
    assert "Your gut: how likely" not in resumed.out
    interview = kept(journal).interview
    assert (interview.feeling, interview.gut, interview.opportunity.job) == ("calm", 0.45, "Cook")
    assert run("debrief", "--resume", stdin="").status == 2


def test_signs_found_in_the_notes_and_impossible_ones_are_not_asked(run: Run) -> None:
    phone = ["", "", "", "", "1", "", "phone"]
    ran = run("debrief", stdin=feed(*phone, *[""] * 8, "She asked when I could start.", "", *[""] * 60))
    assert ran.status == 0, ran.err
    asked = ran.out[ran.out.index("Did this happen?") : ran.out.rindex("/")]
    assert "shown around" not in asked
    assert "when you could start" not in asked
    assert "about your pay" in asked


def test_a_file_that_cannot_be_read_is_told_and_asked_again(run: Run, tmp_path: Path, journal: Path) -> None:
    notes = tmp_path / "my notes.txt"
    notes.write_text("They asked about my salary.", encoding="utf-8")
    ran = run("debrief", stdin=feed(*[""] * 14, str(tmp_path / "none.txt"), f'"{notes}"', "", *[""] * 60))
    assert ran.status == 0, ran.err
    assert "none.txt" in ran.err
    assert {found.label for found in kept(journal).interview.evidence} == {"salary.asked"}


def test_a_kill_loses_no_answer(tmp_path: Path) -> None:
    """Type into a real terminal, kill without warning after each answer, and look."""
    place = tmp_path / "journal.sqlite"
    answers = ["uneasy", "55", "Corner Bakery"]
    for count in range(1, len(answers) + 1):
        place.unlink(missing_ok=True)
        parent, terminal = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "wentwell", "debrief"],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env={**os.environ, "WENTWELL_JOURNAL": str(place)},
            start_new_session=True,
        ) as child:
            for answer, question in zip(
                answers[:count], ("in a word", "Your gut", "Which employer"), strict=False
            ):
                _until(parent, question)
                os.write(parent, f"{answer}\n".encode())
            _until(parent, ("Your gut", "Which employer", "Which job")[count - 1])
            child.send_signal(signal.SIGKILL)
        os.close(parent)
        os.close(terminal)
        with Journal.open(place) as book:
            draft = book.draft()
        assert draft is not None
        interview = draft.interview
        told = (interview.feeling, interview.gut, interview.opportunity and interview.opportunity.employer)
        assert told[:count] == ("uneasy", 0.55, "Corner Bakery")[:count]


def _until(terminal: int, words: str, seconds: float = 20.0) -> None:
    seen, end = b"", time.monotonic() + seconds
    while words.encode() not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise AssertionError(f"never saw {words!r} in {seen!r}")
        seen += os.read(terminal, 4096)
