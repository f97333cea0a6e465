"""The schema's version: read cheaply, brought up to date where it is behind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect

from wentwell.journal._database import run_plainly, writing
from wentwell.journal._error import JournalError
from wentwell.journal._schema import VERSION

if TYPE_CHECKING:
    from alembic.config import Config


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Run the migrations that the journal lacks; refuse one made by a newer wentwell."""
    version = _version(engine)
    if version == VERSION:
        return
    if version is not None and version > VERSION:
        raise JournalError(
            f"The journal {path} was made by a newer wentwell. It was left as it is; "
            "install the newest wentwell, or choose another place with --journal."
        )
    if version is not None and version not in {f"{number:04}" for number in range(1, int(VERSION))}:
        raise _damaged(path)
    upgrade(engine, path)


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def migrations() -> Config:
    """Return Alembic's view of the migrations shipped in this package."""
    from alembic.config import Config

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(engine: Engine, path: Path, revision: str = "head") -> None:
    """Run the migrations up to a revision, in one transaction."""
    from alembic import command

    config = migrations()
    with writing(engine).connect() as connection:
        config.attributes["connection"] = connection
        # Copying a table drops the old one, and with the keys on that would delete what hangs on it.
        run_plainly(connection, "PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                command.upgrade(config, revision)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise _damaged(path)
        finally:
            run_plainly(connection, "PRAGMA foreign_keys = ON")


def _damaged(path: Path) -> JournalError:
    return JournalError(f"The journal {path} is damaged. It was left as it is; restore a backup.")
