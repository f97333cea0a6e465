from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wentwell.interview import (
    Appointment,
    Assessment,
    Context,
    Correction,
    Document,
    Evidence,
    Interview,
    Opportunity,
    Outcome,
)
from wentwell.journal import AppointmentChange, CalendarEntry, Journal

_THEN = datetime(2031, 5, 3, tzinfo=UTC)


def _secret(mark: str, pages: int = 30) -> Interview:
    """Return an interview with the mark in each text it can hold, long enough for pages of its own."""
    text = f"{mark} told at length. " * (pages * 4096 // (len(mark) + 16))
    return Interview(
        opportunity=Opportunity(employer=f"{mark} Ltd", job=f"{mark} keeper"),
        context=Context(stage="final"),
        documents=(Document.from_text(text, name=f"{mark}.txt"), Document.from_text(f"short {mark}")),
        answers={f"sign.{mark}": "yes"},
        feeling=f"{mark}, and calm",
        gut=0.4,
        evidence=(Evidence(label="warmth", quote=mark, start=0, end=len(mark)),),
        corrections=(
            Correction(
                done="strike",
                label="warmth",
                document=f"{mark}.txt",
                start=0,
                end=len(mark),
                quote=mark,
                made_at=datetime(2031, 5, 3, tzinfo=UTC),
            ),
        ),
    )


def _assessment(mark: str) -> Assessment:
    return Assessment(
        target="an offer", probability=0.2, low=0.1, high=0.4, base_rate=0.1, log_odds=0, sd=1, notes=(mark,)
    )


def _fill(journal: Journal, mark: str, pages: int = 30) -> int:
    number = journal.add(_secret(mark, pages))
    journal.show_assessment(number, _assessment(mark))
    event = Appointment(uid=mark, day=date(2031, 5, 3), title=mark, place=mark, people=(mark,))
    journal.take_appointments([AppointmentChange(appointment=event, number=number)])
    later = event.model_copy(update={"sequence": 1})
    journal.take_appointments([AppointmentChange(appointment=later, number=number)])
    entry = CalendarEntry(kind="interview", sequence=0, content="", changed_at=_THEN, day=event.day)
    journal.write_calendar({number: [entry]}, handed_out=True)
    journal.record_outcome(number, Outcome(kind="no-answer", note=f"{mark} said so"))
    return number


def _holds(folder: Path, mark: str) -> list[str]:
    """Return the files that hold the mark."""
    return sorted(
        file.name for file in folder.rglob("*") if file.is_file() and mark.encode() in file.read_bytes()
    )


def test_deleting_leaves_no_word_in_any_file(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        kept = journal.get(_fill(journal, "Marigold"))
        number = _fill(journal, "Quetzal")
        other = _fill(journal, "Periwinkle")
        assert "journal.sqlite-wal" in _holds(tmp_path, "Quetzal")
        assert journal.delete(number)
        assert _holds(tmp_path, "Quetzal") == []  # while it is open, log included
        assert [line.id for line in journal.list()] == [kept.id, other]
        assert journal.get(kept.id) == kept
        journal.check()
    assert _holds(tmp_path, "Quetzal") == []
    assert "journal.sqlite" in _holds(tmp_path, "Marigold")


def test_a_deleted_draft_leaves_no_word_of_any_of_its_states(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        _fill(journal, "Marigold")
        number = journal.save_draft(Interview(feeling="Quetzal"), {"note": "Quetzal"})
        for place in range(12):
            journal.save_draft(_secret("Quetzal", pages=place % 3), {"note": "Quetzal " * place}, number)
        assert journal.delete(number)
        assert _holds(tmp_path, "Quetzal") == []


@pytest.mark.parametrize("seed", range(4))
def test_rows_that_moved_between_pages_leave_no_word(tmp_path: Path, seed: int) -> None:
    """Rows move as pages fill up and empty, and copies of them stay behind: those must go too."""
    chance = random.Random(seed)  # noqa: S311
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        numbers: list[int] = []
        for _ in range(60):
            mark = chance.choice(["Quetzal ", "Marigold "])
            interview = Interview(
                opportunity=Opportunity(employer=mark * chance.randint(1, 30), job=mark),
                documents=(Document(text=mark * chance.randint(0, 300)),),
                feeling=mark * chance.randint(0, 60),
                answers={mark * place: "yes" for place in range(chance.randint(1, 5))},
            )
            if numbers and chance.random() < 0.4:
                journal.update(chance.choice(numbers), interview)
            else:
                numbers.append(journal.add(interview))
        for number in numbers:
            if "Quetzal" in journal.get(number).interview.model_dump_json():
                assert journal.delete(number)
        assert _holds(tmp_path, "Quetzal") == []


def test_deleting_everything_leaves_an_empty_journal(tmp_path: Path, interview: Interview) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        last = [_fill(journal, mark) for mark in ("Quetzal", "Quetzal Two", "Quetzal Three")][-1]
        journal.save_draft(Interview(feeling="Quetzal"), {"note": "Quetzal"})
        assert journal.delete_all()
        assert _holds(tmp_path, "Quetzal") == []
        assert journal.list() == []
        assert journal.draft() is None
        assert journal.add(interview) > last


def test_nothing_of_a_deleted_interview_is_left_in_any_table(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as journal:
        number = _fill(journal, "Quetzal")
    with Journal.open(path) as journal:
        journal.delete(number)
    with closing(sqlite3.connect(path)) as raw:
        tables = [
            name
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in {"alembic_version", "sqlite_sequence"}
        ]
        assert len(tables) == 23
        assert {raw.execute(f"SELECT count(*) FROM {name}").fetchone() for name in tables} == {(0,)}  # noqa: S608


def test_traces_that_another_reader_holds_are_wiped_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        with Journal.open(path, wait=0.05) as journal:
            number = _fill(journal, "Quetzal")
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*) FROM interviews").fetchone() == (1,)
            assert not journal.delete(number)
            assert journal.list() == []
        reader.execute("COMMIT")
    with Journal.open(path) as journal:
        assert _holds(tmp_path, "Quetzal") == []
        assert journal.list() == []


def test_a_kill_between_deleting_and_wiping_is_made_good_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as journal:
        number = _fill(journal, "Quetzal")
    program = (
        "import os, sys; from wentwell.journal import Journal; from wentwell.journal import _database;"
        "journal = Journal.open(sys.argv[1]);"
        "journal.save_draft(journal.get(int(sys.argv[2])).interview, {});"
        "_database.wipe_traces = lambda engine: os._exit(3);"
        "journal.delete_all()"
    )
    assert (
        subprocess.run([sys.executable, "-c", program, str(path), str(number)], check=False).returncode == 3
    )
    assert _holds(tmp_path, "Quetzal")
    with Journal.open(path) as journal:
        assert _holds(tmp_path, "Quetzal") == []
        assert journal.list() == []


@pytest.mark.parametrize("leave", [lambda journal: journal.backup, lambda journal: journal.export_json])
def test_a_backup_or_export_made_earlier_stays(
    tmp_path: Path, leave: Callable[[Journal], Callable[[Path], None]]
) -> None:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        number = _fill(journal, "Quetzal")
        leave(journal)(tmp_path / "copy")
        journal.delete(number)
    assert _holds(tmp_path, "Quetzal") == ["copy"]
