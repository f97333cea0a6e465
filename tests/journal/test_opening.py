from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from wentwell.interview import Interview
from wentwell.journal import Journal, JournalError

posix = pytest.mark.skipif(os.name != "posix", reason="files have no modes here")


@posix
def test_a_new_journal_is_readable_by_its_owner_alone(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "new" / "place" / "journal.sqlite"
    old_mask = os.umask(0o022)
    try:
        with Journal.open(path) as journal:
            journal.add(interview)
            files = list(path.parent.iterdir())
            assert {file.name for file in files} >= {"journal.sqlite", "journal.sqlite-wal"}
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    finally:
        os.umask(old_mask)
    assert [file.name for file in path.parent.iterdir()] == ["journal.sqlite"]


def test_the_environment_names_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENTWELL_JOURNAL", str(tmp_path / "named.sqlite"))
    with Journal.open() as journal:
        assert journal.path == tmp_path / "named.sqlite"
    with Journal.open(tmp_path / "told.sqlite") as journal:
        assert journal.path == tmp_path / "told.sqlite"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the data folder is elsewhere")
@pytest.mark.parametrize("empty", [None, ""])
def test_the_data_folder_is_the_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str | None
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("WENTWELL_JOURNAL", raising=False)
    if empty is not None:
        monkeypatch.setenv("WENTWELL_JOURNAL", empty)
    with Journal.open() as journal:
        assert journal.path == tmp_path / "wentwell" / "journal.sqlite"


def test_odd_names_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "what?mode=ro", "50%20#1.sqlite", "день.sqlite"):
        with Journal.open(name) as journal:
            number = journal.add(Interview(feeling="calm"))
        with Journal.open(tmp_path / name) as journal:
            assert journal.get(number).interview.feeling == "calm"


def test_an_empty_file_becomes_a_journal(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "empty"
    path.touch()
    with Journal.open(path) as journal:
        journal.add(interview)
    with Journal.open(path) as journal:
        assert len(journal.list()) == 1


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE bread (kind TEXT)")
        other.execute("INSERT INTO bread VALUES ('rye')")
        other.commit()


def _text(path: Path) -> None:
    path.write_text("Dear diary, it went on and on.\n" * 9, encoding="utf-8")


def _short_text(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def _bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)


@pytest.mark.parametrize("make", [_other_database, _text, _short_text, _bytes])
def test_what_is_not_a_journal_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "other"
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(JournalError, match=r"not a journal.*left as it is.*--journal"):
        Journal.open(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["other"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match=r"is a folder.*Name a file"):
        Journal.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(JournalError, match=r"file"):
        Journal.open(tmp_path / "file" / "journal.sqlite")


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="no such device here")
def test_a_device_is_refused() -> None:
    with pytest.raises(JournalError, match="not a journal"):
        Journal.open("/dev/null")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no place that nobody may write")
def test_a_place_that_cannot_be_written_is_told() -> None:
    with pytest.raises(JournalError) as caught:
        Journal.open("/proc/wentwell/journal.sqlite")
    assert "\n" not in str(caught.value)


@posix
@pytest.mark.parametrize("protected", ["the file", "its folder"])
def test_a_protected_journal_is_told(tmp_path: Path, protected: str) -> None:
    path = tmp_path / "place" / "journal.sqlite"
    Journal.open(path).close()
    target, mode = (path, 0o400) if protected == "the file" else (path.parent, 0o500)
    usual = stat.S_IMODE(target.stat().st_mode)
    target.chmod(mode)
    try:
        if os.access(target, os.W_OK):
            pytest.skip("modes do not bind this user")
        with pytest.raises(JournalError, match="may not be written"):
            Journal.open(path)
    finally:
        target.chmod(usual)


def _journal_with(path: Path, interview: Interview, count: int = 20) -> None:
    with Journal.open(path) as journal:
        for _ in range(count):
            journal.add(interview)


def test_a_cut_journal_is_told_and_left_alone(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "journal.sqlite"
    _journal_with(path, interview)
    whole = path.read_bytes()
    for size in (50, 100, 2000, 4096, 9000, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:size])
        with pytest.raises(JournalError), Journal.open(path) as journal:
            journal.check()
        assert path.read_bytes()[:size] == whole[:size]


def test_overwritten_pages_are_told_and_left_alone(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "journal.sqlite"
    _journal_with(path, interview)
    whole = path.read_bytes()
    for page in range(len(whole) // 4096):
        # The first 100 bytes are the head: without it the file is not known as a journal.
        begin = page * 4096 + (100 if page == 0 else 0)
        broken = whole[:begin] + b"\xa5" * (4096 - begin % 4096) + whole[(page + 1) * 4096 :]
        path.write_bytes(broken)
        with pytest.raises(JournalError) as caught, Journal.open(path) as journal:
            journal.check()
        assert "\n" not in str(caught.value)
        assert path.read_bytes() == broken


def test_a_row_changed_by_hand_into_nonsense_is_told(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as journal:
        number = journal.add(interview)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE interviews SET stage = 'dream'")
    with Journal.open(path) as journal:
        with pytest.raises(JournalError, match="damaged"):
            journal.get(number)
        with pytest.raises(JournalError, match="damaged"):
            journal.check()


def test_a_whole_journal_passes_the_check(journal: Journal, interview: Interview) -> None:
    journal.check()
    journal.add(interview)
    journal.check()


def test_a_journal_that_another_program_writes_is_told(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path, wait=0.05) as journal, closing(sqlite3.connect(path)) as other:
        number = journal.add(interview)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="in use by another program"):
            journal.add(interview)
        assert journal.get(number).interview == interview  # reading goes on
        other.rollback()
        journal.add(interview)
        assert len(journal.list()) == 2


def test_a_journal_locked_for_good_cannot_be_opened(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / "journal.sqlite"
    _journal_with(path, interview, 1)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="in use by another program"):
            Journal.open(path, wait=0.05)
    with Journal.open(path) as journal:
        assert len(journal.list()) == 1


def test_opening_a_journal_that_is_up_to_date_is_light(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    Journal.open(path).close()
    program = (
        "import sys; from wentwell.journal import JournalError; assert 'sqlalchemy' not in sys.modules;"
        "from wentwell.journal import Journal; Journal.open(sys.argv[1]).close();"
        "assert 'alembic' not in sys.modules and 'mako' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
