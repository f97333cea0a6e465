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

import pytest

from wentwell.journal import Journal

Run = Callable[..., Any]

# FINAL: feeling, gut, employer, job, stage, finalists, kind, format, how many, who, minutes, temper, doubter
# TAIL: day, promised day, files, whether an answer has come
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
TAIL = ["2025-03-02", "2025-03-09", "", "1"]


def feed(*lines: object) -> str:
    return "\n".join(map(str, lines)) + "\n"


def kept(journal: Path, number: int = 1) -> Any:
    with Journal.open(journal) as book:
        return book.get(number)


def test_a_whole_debrief_is_kept_with_gut_first(run: Run, journal: Path) -> None:
    notes = ["She asked for two references.", "."]
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
    assert context.promised_date == date(2025, 3, 9)
    assert sorted(interview.answers.values()) == ["could-not", *["no"] * 4, "yes"]
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
    assert set(interview.answers.values()) == {"no"}
    assert len(interview.answers) == 4


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
    ran = run("debrief", stdin=feed(*phone, *[""] * 9, "She asked when I could start.", ".", *[""] * 60))
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


def test_nothing_is_kept_before_the_first_answer(run: Run, journal: Path) -> None:
    assert run("debrief", stdin=feed("calm", "45")).status == 130
    assert run("debrief", stdin="\n\n").status == 130
    with Journal.open(journal) as book:
        assert [row.id for row in book.list()] == [1]


def test_any_unfinished_debrief_can_be_resumed(run: Run, journal: Path) -> None:
    run("debrief", stdin=feed("calm"))
    second = run("debrief", stdin=feed("tired"))
    assert "wentwell debrief --resume 1" in second.out
    assert "wentwell debrief --resume 1" in run("show", 1).err
    assert run("debrief", "--resume", "1", "--no-number", stdin=feed("30", *[""] * 80)).status == 0
    first = kept(journal)
    assert (first.status, first.interview.feeling, first.interview.gut) == ("complete", "calm", 0.3)
    assert kept(journal, 2).status == "draft"
    done = run("debrief", "--resume", "1", stdin="")
    assert done.status == 2
    assert "wentwell show 1" in done.err
    assert run("debrief", "--resume", "--no-number", stdin=feed("40", *[""] * 80)).status == 0
    assert kept(journal, 2).interview.gut == 0.4


def test_pasted_notes_may_hold_blank_lines_and_a_b(run: Run, journal: Path) -> None:
    notes = ["", "She asked about my pay.", "", "b", "", "Then I left.", "", "."]
    ran = run("debrief", stdin=feed(*[""] * 16, *notes, *[""] * 60))
    assert ran.status == 0, ran.err
    assert not any(document.kind == "notes" for document in kept(journal).interview.documents)
    ran = run("debrief", stdin=feed(*[""] * 16, *notes[1:], *[""] * 60))
    text = kept(journal, 2).interview.documents[0].text
    assert text == "She asked about my pay.\n\nb\n\nThen I left."
    assert not kept(journal, 2).interview.answers


def test_the_end_of_input_in_the_notes_keeps_them(run: Run, journal: Path) -> None:
    assert run("debrief", stdin=feed(*[""] * 16, "She asked about my pay.", "", "Then")).status == 130
    record = kept(journal)
    assert record.status == "draft"
    assert record.interview.documents[0].text == "She asked about my pay.\n\nThen"


def test_impossible_days_are_asked_again(run: Run, journal: Path) -> None:
    days = ["2090-01-01", "1815-06-18", "2025-03-02", "2025-03-01", "2101-01-01", "2025-03-09"]
    ran = run("debrief", stdin=feed(*[""] * 12, *days, *[""] * 80))
    assert ran.status == 0, ran.err
    assert "still to come" in ran.out
    assert "lies before the interview" in ran.out
    assert ran.out.count("out of range") == 2
    context = kept(journal).interview.context
    assert (context.interview_date, context.promised_date) == (date(2025, 3, 2), date(2025, 3, 9))


def test_digits_that_are_no_numbers_are_asked_again(run: Run, journal: Path) -> None:
    ran = run("debrief", stdin=feed(*[""] * 4, "²", "2", *[""] * 80))
    assert ran.status == 0, ran.err
    assert "please choose by number" in ran.out
    assert kept(journal).interview.context.stage == "first"


def test_files_named_again_replace_the_earlier_ones_and_a_tilde_is_home(
    run: Run, tmp_path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "one.txt").write_text("They asked about my salary.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("She asked when I could start.", encoding="utf-8")
    again = ["~/one.txt", "b", "~/one.txt ~/two.txt", "", "We talked.", ".", "b", "b", "b", "~/two.txt"]
    ran = run("debrief", stdin=feed(*[""] * 14, *again, *[""] * 80))
    assert ran.status == 0, ran.err
    documents = [d for d in kept(journal).interview.documents if d.kind == "notes"]
    assert [document.name for document in documents] == ["two.txt", "notes from the debrief"]


def test_on_windows_a_backslash_is_part_of_a_name() -> None:
    from wentwell.cli._debrief import _paths

    assert _paths(r'C:\notes\one.txt "C:\my notes\two.txt"', posix=False) == [
        r"C:\notes\one.txt",
        r"C:\my notes\two.txt",
    ]


@pytest.mark.parametrize(
    ("reply", "status", "answers"),
    [
        ("1", "open", {"next.invited": "no", "outcome.offer": "no", "outcome.rejected": "no"}),
        ("2", "advanced", {"next.invited": "yes"}),
        ("an offer", "offer", {"outcome.offer": "yes"}),
        ("4", "refused", {"outcome.rejected": "yes"}),
    ],
)
def test_an_answer_that_came_already_counts(
    run: Run, journal: Path, reply: str, status: str, answers: dict[str, str]
) -> None:
    notes = ["They rang and offered me the job.", "."] if status == "open" else [""]
    ran = run("debrief", stdin=feed(*[""] * 15, "3", "b", reply, *notes, *[""] * 80))
    assert ran.status == 0, ran.err
    assert ran.out.index("Any files") < ran.out.index("Has an answer come") < ran.out.index("Tell what")
    record = kept(journal)
    assert record.interview.answers == answers
    assert record.assessments[0].assessment.status == status


def test_signs_found_in_a_transcript_are_not_asked(run: Run, tmp_path: Path) -> None:
    from wentwell.catalog import signs

    talk = tmp_path / "talk.txt"
    talk.write_text(
        "Mara: Tell me about yourself.\n"
        "Joan: I led a team of nine in my last job, and I cooked for four hundred.\n"
        "Mara: Can you walk me through a bad night?\nJoan: Sure, one night two cooks were ill.\n"
        "Mara: Thank you. And what is your notice period, when could you start?\nJoan: In May.\n",
        encoding="utf-8",
    )
    ran = run("debrief", stdin=feed(*[""] * 14, talk, "", "", *["n"] * 60))
    assert ran.status == 0, ran.err
    asked = ran.out[ran.out.index("Did this happen?") : ran.out.rindex("/")]
    assert signs()["selling.start_date"].name not in asked
    assert signs()["salary.asked"].name in asked


def test_going_back_asks_an_answered_sign_again(run: Run, journal: Path) -> None:
    ran = run("debrief", stdin=feed(*[""] * 17, "y", "y", "b", "b", "n", "n", "q"))
    assert ran.status == 0, ran.err
    assert list(kept(journal).interview.answers.values()) == ["no", "no"]


def test_what_is_pasted_after_the_notes_answers_nothing(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite"
    parent, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "wentwell", "debrief"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "WENTWELL_JOURNAL": str(place)},
        start_new_session=True,
    ) as child:
        try:
            _until(parent, "in a word")
            os.write(parent, b"\n" * 16)
            _until(parent, "Tell what happened")
            os.write(parent, b"One.\n\nTwo.\n.\nyes\nno\n")
            _until(parent, "1/")
            time.sleep(0.3)
        finally:
            child.kill()
    os.close(parent)
    os.close(terminal)
    with Journal.open(place) as book:
        draft = book.draft()
    assert draft is not None
    assert draft.interview.documents[0].text == "One.\n\nTwo."
    assert not draft.interview.answers


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
