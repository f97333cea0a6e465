from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from wentwell.interview import Interview, Opportunity
from wentwell.journal import Journal, JournalError, NewOpportunity, SearchBook, restore
from wentwell.journal._database import APPLICATION_ID

STATES = Path(__file__).parent / "states"


@pytest.fixture
def backup(tmp_path: Path, interview: Interview) -> Path:
    """Return a backup with three interviews and a job."""
    with Journal.open(tmp_path / "first.sqlite") as journal:
        for _ in range(3):
            journal.add(interview)
        SearchBook(journal).add(NewOpportunity(opportunity=Opportunity(employer="Heron Ferries")))
        journal.backup(tmp_path / "backup.sqlite")
    return tmp_path / "backup.sqlite"


def _feelings(path: Path) -> list[str | None]:
    with Journal.open(path) as journal:
        journal.check()
        return [record.interview.feeling for record in journal.records()]


def test_a_backup_becomes_the_journal(tmp_path: Path, backup: Path, interview: Interview) -> None:
    place, before = tmp_path / "new" / "journal.sqlite", backup.read_bytes()
    done = restore(backup, place)
    assert (done.interviews, done.jobs, done.aside) == (3, 2, None)
    assert _feelings(place) == [interview.feeling] * 3
    assert backup.read_bytes() == before
    assert [file.name for file in place.parent.iterdir()] == ["journal.sqlite"]


def test_a_journal_that_is_there_stays_unless_told_and_is_kept_aside(
    tmp_path: Path, backup: Path, interview: Interview
) -> None:
    place = tmp_path / "journal.sqlite"
    with Journal.open(place) as journal:
        journal.add(Interview(feeling="mine"))
    with pytest.raises(JournalError, match="--force"):
        restore(backup, place)
    assert _feelings(place) == ["mine"]
    with Journal.open(place) as reader:  # also while it is open elsewhere
        done = restore(backup, place, overwrite=True)
        assert len(reader.list()) == 3
    assert done.aside is not None
    assert _feelings(done.aside) == ["mine"]
    assert _feelings(place) == [interview.feeling] * 3
    again = restore(done.aside, place, overwrite=True)
    assert again.aside not in (None, done.aside)
    assert _feelings(place) == ["mine"]


def test_an_older_backup_is_brought_up_to_date(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript((STATES / "0003.sql").read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    before = old.read_bytes()
    assert restore(old, tmp_path / "journal.sqlite").interviews >= 4
    assert old.read_bytes() == before


def _damage(path: Path) -> None:
    whole = path.read_bytes()
    page = len(whole) // 4096 // 2
    path.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")


def _dangling(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE interviews SET opportunity_id = 999")


def _broken_value(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE interviews SET stage = 'nonsense'")


def _export(path: Path) -> None:
    path.write_text('{"format": "wentwell-journal"}', encoding="utf-8")


@pytest.mark.parametrize("spoil", [_damage, _newer, _dangling, _broken_value, _export, Path.unlink])
def test_what_is_no_whole_backup_changes_nothing(tmp_path: Path, backup: Path, spoil: object) -> None:
    place = tmp_path / "journal.sqlite"
    with Journal.open(place) as journal:
        journal.add(Interview(feeling="mine"))
    spoil(backup)  # type: ignore[operator]
    with pytest.raises(JournalError) as caught:
        restore(backup, place, overwrite=True)
    assert "\n" not in str(caught.value)
    assert str(backup) in str(caught.value)
    assert _feelings(place) == ["mine"]
    assert not [file for file in tmp_path.iterdir() if "before" in file.name or "wentwell-" in file.name]


def test_a_damaged_journal_is_moved_aside_as_it_is(
    tmp_path: Path, backup: Path, interview: Interview
) -> None:
    place = tmp_path / "journal.sqlite"
    with Journal.open(place) as journal:
        for _ in range(30):
            journal.add(interview)
    _damage(place)
    broken = place.read_bytes()
    done = restore(backup, place, overwrite=True)
    assert done.aside is not None
    assert done.aside.read_bytes() == broken
    assert len(_feelings(place)) == 3


def test_a_journal_in_use_is_told_in_time(tmp_path: Path, backup: Path) -> None:
    place = tmp_path / "journal.sqlite"
    with Journal.open(place) as journal:
        journal.add(Interview(feeling="mine"))
    with closing(sqlite3.connect(place, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="in use by another program"):
            restore(backup, place, overwrite=True, wait=0.2)
        writer.execute("ROLLBACK")
    assert _feelings(place) == ["mine"]


def test_what_is_not_ours_is_never_replaced(tmp_path: Path, backup: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ines", encoding="utf-8")
    with pytest.raises(JournalError, match="not a journal"):
        restore(backup, tmp_path / "letter.txt", overwrite=True)
    with pytest.raises(JournalError, match="the journal itself"):
        restore(backup, backup, overwrite=True)
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "Dear Ines"
