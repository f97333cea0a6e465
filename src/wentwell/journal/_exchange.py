"""What leaves and enters the journal as files: its own JSON, and CSV for spreadsheets."""

from __future__ import annotations

import csv
import json
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import Connection, select

from wentwell.interview import MomentInUtc
from wentwell.journal._calendar import merge_kept, read_kept
from wentwell.journal._error import JournalError
from wentwell.journal._mails import (
    exported_addresses,
    exported_folders,
    exported_mails,
    merge_folders,
    merge_mails,
)
from wentwell.journal._opportunities import exported_opportunities, merge_opportunities
from wentwell.journal._output import new_file, refuse_existing
from wentwell.journal._practice import exported_cards, merge_cards
from wentwell.journal._records import (
    Entry,
    ImportCounts,
    KeptAppointment,
    KeptCard,
    KeptFolder,
    KeptMail,
    KeptOpportunity,
    LearnedVersion,
)
from wentwell.journal._rows import (
    delete_empty_opportunities,
    insert_entry,
    insert_learned,
    number_of,
    read_learned,
    read_records,
    update_entry,
)
from wentwell.journal._schema import metadata

_VERSION: Literal[9] = 9
"""2: interviews have corrections. 3: a country, and assessments an outlook. 4: they may be another person's,
and what was learned is in it. 5: what calendars say of them is in it. 6: practice cards. 7: jobs,
with what is kept about them and their way. 8: mails. 9: how far folders on a server were read."""


class Export(BaseModel):
    """A whole journal, as one JSON file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["wentwell-journal"] = "wentwell-journal"
    version: Literal[1, 2, 3, 4, 5, 6, 7, 8, 9] = _VERSION
    exported_at: MomentInUtc
    interviews: tuple[Entry, ...]
    learned: tuple[LearnedVersion, ...] = ()
    appointments: tuple[KeptAppointment, ...] = ()
    practice: tuple[KeptCard, ...] = ()
    opportunities: tuple[KeptOpportunity, ...] = ()
    mails: tuple[KeptMail, ...] = ()
    mail_addresses: tuple[tuple[str | None, str], ...] = ()
    """Whose each address is, and the address."""
    mail_folders: tuple[KeptFolder, ...] = ()


def write_json(connection: Connection, target: Path, *, overwrite: bool) -> None:
    """Write everything as one JSON file."""
    export = Export(
        exported_at=datetime.now(UTC),
        interviews=tuple(read_records(connection)),
        learned=tuple(read_learned(connection)),
        appointments=tuple(read_kept(connection)),
        practice=exported_cards(connection),
        opportunities=exported_opportunities(connection),
        mails=exported_mails(connection),
        mail_addresses=exported_addresses(connection),
        mail_folders=exported_folders(connection),
    )
    with new_file(target, overwrite=overwrite) as file:
        file.write_text(export.model_dump_json(indent=1) + "\n", encoding="utf-8", newline="\n")


def parse_json(source: Path) -> Export:
    """Read an export, all of it or nothing."""
    # Neither the file's words nor the parser's message (which repeats them) go into the error.
    try:
        head = json.loads(source.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        raise JournalError(
            f"{source} is not whole JSON. Nothing was imported; export it again from the journal."
        ) from None
    if not isinstance(head, dict) or head.get("format") != "wentwell-journal":
        raise JournalError(f"{source} is not an export of a wentwell journal. Nothing was imported.")
    version = head.get("version")
    if isinstance(version, int) and version > _VERSION:
        raise JournalError(
            f"{source} was made by a newer wentwell. Nothing was imported; install the newest wentwell."
        )
    try:
        export = Export.model_validate(head)
    except ValidationError as error:
        where = error.errors(include_input=False, include_url=False, include_context=False)[0]["loc"]
        place = f" (interview {where[1] + 1} in the file)" if where[1:] and isinstance(where[1], int) else ""
        raise JournalError(
            f"{source} is damaged or was changed by hand{place}. Nothing was imported."
        ) from None
    return export


def merge(connection: Connection, export: Export) -> ImportCounts:
    """Add what is not known yet. Of an interview known already the later state stays; histories join."""
    known_versions = {one.uuid for one in read_learned(connection)}
    insert_learned(connection, [one for one in export.learned if one.uuid not in known_versions])
    merge_opportunities(connection, export.opportunities)
    added = updated = 0
    for entry in export.interviews:
        number = number_of(connection, entry.uuid)
        if number is None:
            insert_entry(connection, entry)
            added += 1
            continue
        known = read_records(connection, number)[0]
        joined = _joined(known, entry)
        if joined is not None:
            update_entry(connection, number, known, joined)
            updated += 1
    delete_empty_opportunities(connection)
    merge_kept(connection, export.appointments)
    numbers = {card.interview: number_of(connection, card.interview) for card in export.practice}
    merge_cards(
        connection, export.practice, {uuid: here for uuid, here in numbers.items() if here is not None}
    )
    merge_mails(connection, export.mails, export.mail_addresses)
    merge_folders(connection, export.mail_folders)
    unchanged = len(export.interviews) - added - updated
    return ImportCounts(added=added, updated=updated, unchanged=unchanged)


def _joined(known: Entry, other: Entry) -> Entry | None:
    """Join two states of one interview; ``None`` if the other adds nothing."""
    shown = {one.uuid: one for one in (*other.assessments, *known.assessments)}
    told = {one.uuid: one for one in (*other.outcomes, *known.outcomes)}
    later = other if other.updated_at > known.updated_at else known
    if later is known and len(shown) == len(known.assessments) and len(told) == len(known.outcomes):
        return None
    assessments = sorted(shown.values(), key=lambda one: one.shown_at)
    outcomes = sorted(told.values(), key=lambda one: one.recorded_at)
    # A gut chance that something followed is not told anew, by an import neither.
    gut_from = next((one for one in (known, other) if one.assessments or one.outcomes), later)
    return Entry(
        uuid=known.uuid,
        status=later.status,
        created_at=known.created_at,
        updated_at=later.updated_at,
        gut_at=gut_from.gut_at,
        interview=later.interview.model_copy(
            update={
                "gut": gut_from.interview.gut,
                "outcome": outcomes[-1].outcome if outcomes else None,
            }
        ),
        progress=later.progress,
        assessments=tuple(assessments),
        outcomes=tuple(outcomes),
    )


def write_csv(connection: Connection, folder: Path, *, overwrite: bool) -> tuple[Path, ...]:
    """Write one CSV file for each table."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    targets = {table: folder / f"{table.name}.csv" for table in metadata.sorted_tables}
    for target in targets.values():
        refuse_existing(target, overwrite=overwrite)
    with ExitStack() as stack:
        for table, target in targets.items():
            unfinished = stack.enter_context(new_file(target, overwrite=overwrite))
            with unfinished.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(table.columns.keys())
                order = list(table.primary_key.columns)
                for row in connection.execute(select(table).order_by(*order)):
                    writer.writerow([_cell(value) for value in row])
    return tuple(targets.values())


def _cell(value: Any) -> Any:
    """Write a value so that no spreadsheet takes words for a formula."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        return "'" + value
    return value
