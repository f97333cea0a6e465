"""Journals of every version there was must open and keep all they hold.

For each migration there is a state: ``states/NNNN.sql`` is the dump of a filled journal of that version
(``sqlite3 journal.sqlite .dump``) and ``states/NNNN.json`` is its export, made by the wentwell of that time.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from wentwell.interview import (
    Appointment,
    Context,
    Correction,
    Document,
    Evidence,
    Interview,
    OpportunityDetails,
)
from wentwell.journal import Journal, JournalError, MailBook, PracticeBook, SearchBook
from wentwell.journal._database import APPLICATION_ID, connect, prepare
from wentwell.journal._migrate import migrations, upgrade
from wentwell.journal._schema import (
    VERSION,
    appointments,
    corrections,
    documents,
    evidence,
    interviews,
    metadata,
    opportunities,
)

STATES = Path(__file__).parent / "states"
REVISIONS = sorted(script.revision for script in ScriptDirectory.from_config(migrations()).walk_revisions())


_NAMES = {"opportunity", "interview"}
"""Nouns in most of what is kept; in a mail they are numbers of one journal."""


@contextmanager
def _engine(path: Path) -> Iterator[Engine]:
    engine = connect(path, 1)
    yield engine
    engine.dispose()


def _contents(journal: Journal) -> list[dict[str, Any]]:
    records = [journal.get(line.id) for line in journal.list()]
    names = dict.fromkeys([None, *(record.interview.person for record in records)])
    learned = [one for name in names for one in journal.learned_versions(name)]
    practice = PracticeBook(journal).list(dropped=True)
    jobs = sorted(SearchBook(journal).list(), key=lambda one: one.uuid)
    mails = [one for name in names for one in MailBook(journal).list(person=name)]
    every = [*records, *learned, *practice, *jobs, *mails]
    alone = {"id", "interview_id", "interviews", "opportunity", "interview"}
    told = [one.model_dump(mode="json", exclude=alone if one in mails else alone - _NAMES) for one in every]
    return [*told, *({"addresses": MailBook(journal).addresses(name)} for name in names)]


def _restore(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((STATES / f"{revision}.sql").read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _assert_schema_is_current(path: Path) -> None:
    with _engine(path) as engine, engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == VERSION


def test_the_migrations_are_one_line_that_ends_at_the_version() -> None:
    scripts = ScriptDirectory.from_config(migrations())
    assert scripts.get_heads() == [VERSION]
    assert [f"{place:04}" for place in range(1, len(REVISIONS) + 1)] == REVISIONS
    for revision, before in zip(REVISIONS, [None, *REVISIONS], strict=False):
        assert scripts.get_revision(revision).down_revision == before


def test_each_version_has_its_state() -> None:
    assert sorted(file.name for file in STATES.iterdir()) == sorted(
        f"{revision}.{ending}" for revision in REVISIONS for ending in ("json", "sql")
    )


def test_a_new_journal_has_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    Journal.open(tmp_path / "new.sqlite").close()
    _assert_schema_is_current(tmp_path / "new.sqlite")


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_empty_journal_of_each_version_opens(tmp_path: Path, revision: str, interview: Interview) -> None:
    path = tmp_path / "old.sqlite"
    prepare(path)
    with _engine(path) as engine:
        upgrade(engine, path, revision)
    with Journal.open(path) as journal:
        assert journal.list() == []
        assert journal.get(journal.add(interview)).interview == interview
    _assert_schema_is_current(path)


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_filled_journal_of_each_version_keeps_all_it_holds(
    tmp_path: Path, revision: str, open_new: Callable[[], Journal], interview: Interview
) -> None:
    path = tmp_path / "old.sqlite"
    _restore(path, revision)
    with Journal.open(path) as journal, open_new() as other:
        other.import_json(STATES / f"{revision}.json")
        assert _contents(journal) == _contents(other)
        assert journal.appointments() == other.appointments()
        assert bool(journal.appointments()) == (revision >= "0005")
        assert bool(PracticeBook(journal).list()) == (revision >= "0006")
        assert any(job.steps for job in SearchBook(journal).list()) == (revision >= "0007")
        assert any(one.document for one in MailBook(journal).list()) == (revision >= "0008")
        assert len(journal.list()) >= 4
        journal.check()
        assert journal.import_json(STATES / f"{revision}.json").unchanged == len(journal.list())
        last = journal.list()[-1].id
        assert journal.add(interview) > last
    _assert_schema_is_current(path)


def test_jobs_of_an_earlier_version_stand_where_their_interviews_and_outcomes_say(tmp_path: Path) -> None:
    """Two persons' interviews for one job were one opportunity; they become two, each with its own way."""
    path = tmp_path / "old.sqlite"
    _restore(path, "0006")
    with Journal.open(path) as journal:
        found = {(one.person, one.opportunity.job): one for one in SearchBook(journal).list()}
        assert len(found) == 3
        hers, own = found["Ada Käfer", "Baker"], found[None, "Baker"]
        assert [(step.stage, step.made_by) for step in hers.history] == [
            ("first", "interview"),
            ("further", "outcome"),
        ]
        assert [(step.stage, str(step.on)) for step in own.history] == [("further", "2031-05-02")]
        assert [line.id for line in hers.interviews] == [1]
        assert [line.id for line in own.interviews] == [2]
        assert not any(one.kept for one in found.values())
        for line in journal.list():
            journal.delete(line.id)
        assert SearchBook(journal).list() == []


def test_rebuilding_a_table_keeps_what_hangs_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_new: Callable[[], Journal]
) -> None:
    """SQLite changes a table by copying and dropping it: the documents of an interview must stay."""
    old = migrations().get_main_option("script_location")
    assert old is not None
    scripts = shutil.copytree(old, tmp_path / "migrations")
    following = f"{int(VERSION) + 1:04}"
    (scripts / "versions" / "following.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f"revision, down_revision = {following!r}, {VERSION!r}\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('interviews', recreate='always') as batch:\n"
        "        batch.add_column(sa.Column('weather', sa.Text))\n",
        encoding="utf-8",
    )
    config = migrations()
    config.set_main_option("script_location", str(scripts))
    monkeypatch.setattr("wentwell.journal._migrate.migrations", lambda: config)
    monkeypatch.setattr("wentwell.journal._migrate.VERSION", following)
    path = tmp_path / "old.sqlite"
    _restore(path, VERSION)
    with Journal.open(path) as journal, open_new() as other:
        other.import_json(STATES / f"{VERSION}.json")
        assert _contents(journal) == _contents(other)
        journal.check()
        kept = len(journal.list())
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT weather FROM interviews").fetchall() == [(None,)] * kept


def test_each_field_of_a_noun_has_its_column() -> None:
    for noun, table in (
        (Context, interviews),
        (Document, documents),
        (Evidence, evidence),
        (Correction, corrections),
        (Appointment, appointments),
        (OpportunityDetails, opportunities),
    ):
        assert set(noun.model_fields) <= set(table.columns.keys())


@pytest.mark.parametrize("version", ["0999", "9999", "a1b2c3d4e5f6"])
def test_a_journal_of_a_newer_version_is_refused_and_left_alone(
    tmp_path: Path, interview: Interview, version: str
) -> None:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as journal:
        journal.add(interview)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", [version])
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"newer wentwell.*left as it is"):
        Journal.open(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("version", ["", "0000"])
def test_a_version_that_never_was_is_told(tmp_path: Path, version: str) -> None:
    path = tmp_path / "journal.sqlite"
    Journal.open(path).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", [version])
    before = path.read_bytes()
    with pytest.raises(JournalError, match="damaged"):
        Journal.open(path)
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    prepare(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE outcomes (mine TEXT)")  # the last table to be made is in the way
    before = path.read_bytes()
    with pytest.raises(JournalError) as caught:
        Journal.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_the_keys_are_on_after_a_migration(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    prepare(path)
    with _engine(path) as engine:
        upgrade(engine, path)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
