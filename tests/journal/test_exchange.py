from __future__ import annotations

import csv
import json
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from wentwell.interview import Assessment, Correction, Document, Evidence, Interview, Opportunity, Outcome
from wentwell.journal import Journal, JournalError, Record


def _contents(journal: Journal) -> list[dict[str, Any]]:
    """Return all that the journal keeps, without the numbers that are its own."""
    records = [journal.get(line.id) for line in journal.list()]
    return [record.model_dump(mode="json", exclude={"id"}) for record in records]


@pytest.fixture
def filled(journal: Journal, interview: Interview, assessment: Assessment) -> Journal:
    number = journal.add(interview)
    journal.show_assessment(number, assessment)
    journal.record_outcome(number, Outcome(kind="no-answer"))
    journal.record_outcome(number, Outcome(kind="offer", note="In the end."))
    journal.add(Interview())
    journal.save_draft(Interview(gut=0.2, answers={"warmth": "yes"}), {"at": [1, "b", None, {"c": 0.5}]})
    return journal


class TestJson:
    def test_an_export_is_complete(
        self, filled: Journal, tmp_path: Path, open_new: Callable[[], Journal]
    ) -> None:
        filled.export_json(tmp_path / "all.json")
        with open_new() as other:
            counts = other.import_json(tmp_path / "all.json")
            assert (counts.added, counts.updated, counts.unchanged) == (3, 0, 0)
            assert _contents(other) == _contents(filled)

    def test_what_is_in_it_can_be_read_without_wentwell(self, filled: Journal, tmp_path: Path) -> None:
        filled.export_json(tmp_path / "all.json")
        export = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
        assert (export["format"], export["version"]) == ("wentwell-journal", 9)
        assert datetime.fromisoformat(export["exported_at"]).tzinfo is not None
        first = export["interviews"][0]
        assert first["interview"]["opportunity"] == {"employer": "Brook & Sons", "job": "Baker"}
        assert [told["outcome"]["kind"] for told in first["outcomes"]] == ["no-answer", "offer"]

    def test_importing_twice_doubles_nothing(
        self, filled: Journal, tmp_path: Path, open_new: Callable[[], Journal], interview: Interview
    ) -> None:
        filled.export_json(tmp_path / "all.json")
        with open_new() as other:
            own = other.add(interview)
            other.import_json(tmp_path / "all.json")
            before = _contents(other)
            counts = other.import_json(tmp_path / "all.json")
            assert (counts.added, counts.updated, counts.unchanged) == (0, 0, 3)
            assert _contents(other) == before
            assert len(before) == 4
            assert other.get(own).interview == interview

    def test_its_own_export_changes_nothing(self, filled: Journal, tmp_path: Path) -> None:
        before = _contents(filled)
        filled.export_json(tmp_path / "all.json")
        assert filled.import_json(tmp_path / "all.json").unchanged == 3
        assert _contents(filled) == before

    def test_what_was_told_since_is_added(
        self, filled: Journal, tmp_path: Path, open_new: Callable[[], Journal], assessment: Assessment
    ) -> None:
        filled.export_json(tmp_path / "early.json")
        with open_new() as other:
            other.import_json(tmp_path / "early.json")
            first, bare, draft = (line.id for line in other.list())
            # There, one interview is looked at again; here, another is changed and the draft finished.
            other.show_assessment(first, assessment)
            other.record_outcome(first, Outcome(kind="withdrew"))
            other.update(bare, Interview(feeling="calm"))
            other.complete(draft, Interview(gut=0.2, feeling="tired"))
            filled.record_outcome(filled.list()[0].id, Outcome(kind="advanced"))
            other.export_json(tmp_path / "there.json")
            counts = filled.import_json(tmp_path / "there.json")
            assert (counts.added, counts.updated, counts.unchanged) == (0, 3, 0)
            joined, changed, finished = (filled.get(line.id) for line in filled.list())
            assert [told.outcome.kind for told in joined.outcomes] == [
                "no-answer",
                "offer",
                "withdrew",
                "advanced",
            ]
            assert len(joined.assessments) == 2
            assert changed.interview.feeling == "calm"
            assert (finished.status, finished.interview.feeling) == ("complete", "tired")
            filled.export_json(tmp_path / "here.json")
            other.import_json(tmp_path / "here.json")
            assert _contents(other) == _contents(filled)

    def test_an_older_state_changes_nothing(self, filled: Journal, tmp_path: Path) -> None:
        filled.export_json(tmp_path / "early.json")
        filled.update(filled.list()[1].id, Interview(feeling="calm"))
        before = _contents(filled)
        assert filled.import_json(tmp_path / "early.json").unchanged == 3
        assert _contents(filled) == before

    def test_an_import_tells_no_gut_anew(
        self,
        journal: Journal,
        tmp_path: Path,
        open_new: Callable[[], Journal],
        interview: Interview,
        assessment: Assessment,
    ) -> None:
        number = journal.add(interview)
        journal.export_json(tmp_path / "early.json")
        journal.show_assessment(number, assessment)
        with open_new() as other:
            other.import_json(tmp_path / "early.json")
            other.update(
                other.list()[0].id, interview.model_copy(update={"gut": 0.9, "feeling": "sure by now"})
            )
            other.export_json(tmp_path / "late.json")
            journal.import_json(tmp_path / "late.json")
            journal.export_json(tmp_path / "joined.json")
            other.import_json(tmp_path / "joined.json")
            for record in (journal.get(number), other.get(other.list()[0].id)):
                assert record.interview.gut == interview.gut
                assert record.interview.feeling == "sure by now"
                assert record.gut_before_outcome == interview.gut
                assert record.gut_at is not None
                assert record.gut_at < record.assessments[0].shown_at

    def test_a_byte_order_mark_does_no_harm(
        self, filled: Journal, tmp_path: Path, open_new: Callable[[], Journal]
    ) -> None:
        filled.export_json(tmp_path / "all.json")
        (tmp_path / "all.json").write_bytes(b"\xef\xbb\xbf" + (tmp_path / "all.json").read_bytes())
        with open_new() as other:
            assert other.import_json(tmp_path / "all.json").added == 3

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"null",
            b"[]",
            b"{}",
            b'{"format": "wentwell-journal"}',
            b'{"format": "wentwell-journal", "version": 1}',
            b'{"format": "wentwell-journal", "version": 1, "exported_at": "x", "interviews": []}',
            b'{"format": "bread", "version": 1, "interviews": []}',
            b"Dear diary",
            b"\xff\xfe\x00",
            b"[" * 100_000,
            b"9" * 10_000,
        ],
        ids=lambda content: repr(content[:30]),
    )
    def test_foreign_files_change_nothing(self, filled: Journal, tmp_path: Path, content: bytes) -> None:
        before = _contents(filled)
        (tmp_path / "foreign.json").write_bytes(content)
        with pytest.raises(JournalError, match="Nothing was imported"):
            filled.import_json(tmp_path / "foreign.json")
        assert _contents(filled) == before

    def test_a_cut_export_changes_nothing(
        self, filled: Journal, tmp_path: Path, open_new: Callable[[], Journal]
    ) -> None:
        filled.export_json(tmp_path / "all.json")
        whole = (tmp_path / "all.json").read_bytes()
        with open_new() as other:
            for size in range(0, len(whole) - 2, max(1, len(whole) // 60)):
                (tmp_path / "cut.json").write_bytes(whole[:size])
                with pytest.raises(JournalError, match="Nothing was imported"):
                    other.import_json(tmp_path / "cut.json")
            assert other.list() == []

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda entry: entry.pop("uuid"),
            lambda entry: entry.update(uuid="1"),
            lambda entry: entry.update(status="lost"),
            lambda entry: entry.update(extra=1),
            lambda entry: entry.update(created_at="2031-05-02T10:00:00"),
            lambda entry: entry.update(created_at="0001-01-01T00:00:00+14:00"),
            lambda entry: entry.update(gut_at=None),
            lambda entry: entry.update(outcomes=[]),
            lambda entry: entry["interview"].update(gut=1.5),
            lambda entry: entry["interview"]["evidence"][0].update(end=9),
            lambda entry: entry["interview"]["corrections"][0].update(end=9),
            lambda entry: entry["interview"]["corrections"][0].update(done="undo"),
            lambda entry: entry["interview"]["corrections"][0].update(made_at="2031-05-03T10:00:00"),
            lambda entry: entry["interview"]["documents"][0].update(text=None),
            lambda entry: entry["interview"]["evidence"][0].update(turn=2**70),
            lambda entry: entry["interview"].update(feeling="\ud800"),
            lambda entry: entry["assessments"].append(entry["assessments"][0]),
            lambda entry: entry["assessments"][0]["assessment"].update(sd=-1),
        ],
    )
    def test_one_wrong_interview_stops_the_whole_import(
        self,
        filled: Journal,
        tmp_path: Path,
        open_new: Callable[[], Journal],
        spoil: Callable[[dict[str, Any]], None],
    ) -> None:
        filled.export_json(tmp_path / "all.json")
        export = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
        export["interviews"].reverse()  # the wrong one comes last
        spoil(export["interviews"][2])
        (tmp_path / "wrong.json").write_text(json.dumps(export), encoding="utf-8")
        with open_new() as other:
            with pytest.raises(JournalError) as caught:
                other.import_json(tmp_path / "wrong.json")
            assert "\n" not in str(caught.value)
            assert "Lena" not in str(caught.value)
            assert other.list() == []

    def test_a_newer_export_is_told(self, filled: Journal, tmp_path: Path) -> None:
        filled.export_json(tmp_path / "all.json")
        text = (tmp_path / "all.json").read_text(encoding="utf-8").replace('"version": 9', '"version": 10', 1)
        (tmp_path / "all.json").write_text(text, encoding="utf-8")
        with pytest.raises(JournalError, match="newer wentwell"):
            filled.import_json(tmp_path / "all.json")

    def test_a_missing_file_is_told(self, journal: Journal, tmp_path: Path) -> None:
        with pytest.raises(JournalError, match=r"missing\.json"):
            journal.import_json(tmp_path / "missing.json")
        with pytest.raises(JournalError):
            journal.import_json(tmp_path)


_FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1"]


class TestCsv:
    def test_each_table_is_complete(self, filled: Journal, tmp_path: Path) -> None:
        files = filled.export_csv(tmp_path / "out")
        with closing(sqlite3.connect(filled.path)) as raw:
            tables = {
                name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
                for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                if name not in {"alembic_version", "sqlite_sequence"}
            }
        assert {file.stem for file in files} == set(tables)
        assert {file.name for file in files} == {file.name for file in (tmp_path / "out").iterdir()}
        for file in files:
            with file.open(encoding="utf-8", newline="") as opened:
                rows = list(csv.DictReader(opened))
            assert len(rows) == tables[file.stem]
        with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as opened:
            (document,) = csv.DictReader(opened)
        assert document["text"] == filled.get(1).interview.documents[0].text
        with (tmp_path / "out" / "interviews.csv").open(encoding="utf-8", newline="") as opened:
            first, _, draft = csv.DictReader(opened)
        assert (first["gut"], first["stage"], first["self_doubter"]) == ("0.6", "first", "false")
        assert json.loads(draft["progress"]) == {"at": [1, "b", None, {"c": 0.5}]}

    def test_no_words_are_taken_for_a_formula(self, journal: Journal, tmp_path: Path) -> None:
        words = [*_FORMULAS, "plain", "1 = 1", "a@b"]
        for place, text in enumerate(words):
            journal.add(
                Interview(
                    opportunity=Opportunity(employer=f"{text}{place}", job=text),
                    documents=(Document(text=text, name=text, format=text),),
                    answers={text: "yes"},
                    feeling=text,
                    evidence=(Evidence(label=text, quote=text, start=0, end=len(text), at=-1.5),),
                    corrections=(
                        Correction(
                            done="add",
                            label=text,
                            document=text,
                            start=0,
                            end=len(text),
                            quote=text,
                            made_at=datetime(2031, 5, 3, tzinfo=UTC),
                        ),
                    ),
                    outcome=Outcome(kind="offer", note=text),
                )
            )
        cells = []
        for file in journal.export_csv(tmp_path / "out"):
            with file.open(encoding="utf-8", newline="") as opened:
                cells += [cell for row in csv.reader(opened) for cell in row]
        assert {cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))} == {"-1.5"}
        for text in _FORMULAS:
            assert cells.count("'" + text) >= 12  # each column above
        assert {"plain", "1 = 1", "a@b"} <= set(cells)

    def test_existing_files_stay_unless_told(self, filled: Journal, tmp_path: Path) -> None:
        (tmp_path / "evidence.csv").write_text("mine", encoding="utf-8")
        with pytest.raises(JournalError, match=r"evidence\.csv is there already"):
            filled.export_csv(tmp_path)
        assert (tmp_path / "evidence.csv").read_text(encoding="utf-8") == "mine"
        assert [file.name for file in tmp_path.glob("*.csv")] == ["evidence.csv"]
        filled.export_csv(tmp_path, overwrite=True)
        assert (tmp_path / "evidence.csv").read_text(encoding="utf-8") != "mine"


def _export_json(journal: Journal, target: Path) -> None:
    journal.export_json(target)


def _backup(journal: Journal, target: Path) -> None:
    journal.backup(target)


def _export_csv(journal: Journal, target: Path) -> None:
    journal.export_csv(target)


@pytest.mark.skipif(os.name != "posix", reason="files have no modes here")
def test_what_leaves_is_readable_by_its_owner_alone(filled: Journal, tmp_path: Path) -> None:
    old_mask = os.umask(0o022)
    try:
        filled.export_json(tmp_path / "all.json")
        filled.backup(tmp_path / "copy.sqlite")
        files = [tmp_path / "all.json", tmp_path / "copy.sqlite", *filled.export_csv(tmp_path / "out")]
    finally:
        os.umask(old_mask)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


@pytest.mark.parametrize("leave", [_export_json, _backup])
class TestOneFileOut:
    def test_an_existing_file_stays(
        self, filled: Journal, tmp_path: Path, leave: Callable[[Journal, Path], None]
    ) -> None:
        (tmp_path / "mine").write_text("mine", encoding="utf-8")
        with pytest.raises(JournalError, match="there already"):
            leave(filled, tmp_path / "mine")
        assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"

    def test_the_journal_itself_is_never_the_target(
        self, filled: Journal, leave: Callable[[Journal, Path], None]
    ) -> None:
        with pytest.raises(JournalError, match="the journal itself"):
            leave(filled, filled.path)
        with pytest.raises(JournalError, match="the journal itself"):
            filled.export_json(filled.path, overwrite=True)
        assert len(filled.list()) == 3

    def test_a_folder_or_a_missing_folder_is_told(
        self, filled: Journal, tmp_path: Path, leave: Callable[[Journal, Path], None]
    ) -> None:
        with pytest.raises(JournalError, match="is a folder"):
            leave(filled, tmp_path)
        with pytest.raises(JournalError, match="no folder"):
            leave(filled, tmp_path / "missing" / "file")

    def test_it_is_whole_or_not_there(
        self,
        filled: Journal,
        tmp_path: Path,
        leave: Callable[[Journal, Path], None],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def full(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        before = sorted(tmp_path.iterdir())
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(JournalError, match="No space left"):
            leave(filled, tmp_path / "new")
        assert sorted(tmp_path.iterdir()) == before


class TestBackup:
    def test_a_backup_is_a_whole_journal(self, filled: Journal, tmp_path: Path) -> None:
        filled.backup(tmp_path / "copy.sqlite")
        assert not (tmp_path / "copy.sqlite-wal").exists()
        with Journal.open(tmp_path / "copy.sqlite") as copy:
            copy.check()
            assert _contents(copy) == _contents(filled)
            copy.add(Interview())
        assert len(filled.list()) == 3

    def test_it_can_be_made_while_another_program_writes(
        self, filled: Journal, tmp_path: Path, interview: Interview
    ) -> None:
        with closing(sqlite3.connect(filled.path, isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("UPDATE interviews SET feeling = 'half way'")
            filled.backup(tmp_path / "copy.sqlite")
            writer.execute("ROLLBACK")
        with Journal.open(tmp_path / "copy.sqlite") as copy:
            assert _contents(copy) == _contents(filled)

    def test_a_damaged_journal_makes_no_backup(self, tmp_path: Path, interview: Interview) -> None:
        path = tmp_path / "journal.sqlite"
        with Journal.open(path) as journal:
            for _ in range(30):
                journal.add(interview)
        whole = path.read_bytes()
        page = len(whole) // 4096 - 2
        path.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
        with Journal.open(path) as journal, pytest.raises(JournalError):
            journal.backup(tmp_path / "copy.sqlite")
        assert not (tmp_path / "copy.sqlite").exists()


def test_a_record_is_json_too(filled: Journal) -> None:
    record = filled.get(1)
    assert Record.model_validate_json(record.model_dump_json()) == record
    assert record.created_at.tzinfo == UTC
