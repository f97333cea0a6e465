"""Mails that were taken in: where each is filed, what was said to it, and the way back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Protocol
from uuid import UUID, uuid4

from pydantic import JsonValue
from sqlalchemy import Connection, Select, delete, func, insert, select, update

from wentwell.interview import MailKind, Message, Outcome
from wentwell.journal import _database as database
from wentwell.journal import _opportunities as jobs
from wentwell.journal import _rows as rows
from wentwell.journal._error import JournalError, UnknownNumberError
from wentwell.journal._records import (
    KeptFolder,
    KeptMail,
    MailEntry,
    MailFiling,
    MailFolder,
    MailState,
    NewMail,
    ReadAnew,
    Record,
    RecordedOutcome,
    StageMove,
    UndoneMails,
)
from wentwell.journal._schema import (
    interviews,
    mail_addresses,
    mail_batches,
    mail_bookmarks,
    mail_changes,
    mails,
    opportunities,
    opportunity_changes,
    opportunity_steps,
    outcomes,
)

_What = Literal["add", "fetch", "settle"]
_Values = dict[str, Any]


class _Opened(Protocol):
    def _read(self) -> AbstractContextManager[Connection]: ...
    def _write(self) -> AbstractContextManager[Connection]: ...
    def _wipe(self) -> bool: ...


class MailBook:
    """The mails of an open journal.

    Parameters
    ----------
    journal : Journal
        Open for as long as the book is used.
    """

    def __init__(self, journal: _Opened) -> None:
        self._journal = journal

    def addresses(self, person: str | None = None) -> tuple[str, ...]:
        """Return the mail addresses that a person writes from; ``None``: the user's own."""
        with self._journal._read() as connection:
            return tuple(rows.read_addresses(connection)[_key(person)])

    def add_addresses(self, addresses: Iterable[str], person: str | None = None) -> None:
        """Keep mail addresses as a person's own: what comes from them is no sign."""
        wanted = {" ".join(one.split()).lower() for one in addresses} - {""}
        with self._journal._write() as connection:
            new = sorted(wanted - set(rows.read_addresses(connection)[_key(person)]))
            if new:
                values = [{"person_key": _key(person), "person": person, "address": one} for one in new]
                connection.execute(insert(mail_addresses), values)

    def states(self, person: str | None = None) -> Mapping[str, MailState]:
        """Return the state of every mail that was taken in, by its identity."""
        mine = mails.c.person_key == _key(person)
        with self._journal._read() as connection:
            query = select(*mails.c["identity", "state"]).where(mine)
            return {row.identity: row.state for row in connection.execute(query)}

    def filed(self, person: str | None = None) -> Sequence[Mapping[str, JsonValue]]:
        """Return what the matching remembers of the mails that were filed, in the order they came."""
        wanted = select(mails.c.filed).where(mails.c.person_key == _key(person), mails.c.filed.is_not(None))
        with self._journal._read() as connection:
            return list(connection.execute(wanted.order_by(mails.c.id)).scalars())

    def count(self, state: MailState, person: str | None = None) -> int:
        """Return how many mails are in a state; none is read for it."""
        query = select(func.count()).where(mails.c.person_key == _key(person), mails.c.state == state)
        with self._journal._read() as connection:
            return int(connection.execute(query).scalar_one())

    def list(
        self, *states: MailState, person: str | None = None, opportunity: int | None = None
    ) -> Sequence[MailEntry]:
        """Return mails in some states, by the moment they were sent.

        Parameters
        ----------
        *states : str
            Left out: all but those about no job.
        person : str, optional
            Whose; left out, the user's own.
        opportunity : int, optional
            Only those of this job.
        """
        wanted = states or ("attached", "waiting", "dismissed")
        query = select(mails).where(mails.c.person_key == _key(person), mails.c.state.in_(wanted))
        if opportunity is not None:
            query = query.where(mails.c.opportunity_id == opportunity)
        with self._journal._read() as connection:
            return _read(connection, query)

    def unanswered(self, kinds: Collection[MailKind], person: str | None = None) -> Sequence[MailEntry]:
        """Return the attached mails of these kinds to whose proposal nothing was said yet."""
        query = select(mails).where(
            mails.c.person_key == _key(person),
            mails.c.state == "attached",
            mails.c.own.is_(False),
            mails.c.answer.is_(None),
            mails.c.kind.in_(tuple(kinds)),
        )
        with self._journal._read() as connection:
            return _read(connection, query)

    def get(self, id: int) -> MailEntry:
        """Return one mail."""
        with self._journal._read() as connection:
            return _known(connection, id)

    def take_in(
        self,
        new: Sequence[NewMail],
        settled: Mapping[int, MailFiling] | None = None,
        read: Iterable[ReadAnew] = (),
        *,
        person: str | None = None,
        folder: MailFolder | None = None,
        batch: int | None = None,
        what: _What = "add",
    ) -> int:
        """Take mails in, file waiting ones, and keep how far a folder was read: all of it or nothing.

        A mail that is known stays as it is, unless it was found to be about no job before.

        Parameters
        ----------
        new : sequence of NewMail
        settled : mapping, optional
            Other mails by their numbers, and how these are to be filed now.
        read : iterable of ReadAnew
            Interviews that get or lose documents by it.
        person : str, optional
        folder : MailFolder, optional
            How far a folder on a server was read with these mails.
        batch : int, optional
            Of an earlier call, if `undo` is to take both back together.
        what : {"add", "fetch", "settle"}
            What brings them in.

        Returns
        -------
        int
            The batch.

        Raises
        ------
        JournalError
            If a job, an interview or a mail is gone, or an interview was changed meanwhile.
        """
        with self._journal._write() as connection:
            number = batch if batch is not None else _begin(connection, what)
            _write_documents(connection, read)
            for one in new:
                _insert(connection, number, one, person)
            for id, filing in (settled or {}).items():
                _file(connection, number, _known(connection, id), filing)
            if folder is not None:
                _keep_folder(connection, number, folder, person)
            return number

    def put(self, settled: Mapping[int, MailFiling], read: Iterable[ReadAnew]) -> None:
        """Put attached mails to interviews that can hold them now; `undo` knows nothing of it."""
        with self._journal._write() as connection:
            _write_documents(connection, read)
            for id, filing in settled.items():
                _refile(connection, _known(connection, id), filing)

    def answer(
        self,
        id: int,
        said: Literal["yes", "no"],
        *,
        outcome: Outcome | None = None,
        move: StageMove | None = None,
        batch: int | None = None,
    ) -> int:
        """Keep what the user said to what a mail proposes, and do it.

        Parameters
        ----------
        id : int
            The mail's number.
        said : {"yes", "no"}
        outcome : Outcome, optional
            To be recorded of the interview that the mail is filed under.
        move : StageMove, optional
            Where the mail's job is to stand from now on.
        batch : int, optional
            Of an earlier call, if `undo` is to take both back together.

        Returns
        -------
        int
            The batch.
        """
        with self._journal._write() as connection:
            known = _known(connection, id)
            if known.opportunity is None:
                raise JournalError(f"Mail {id} belongs to no job. Say first to which: wentwell inbox {id}.")
            number = batch if batch is not None else _begin(connection, "settle")
            made: dict[str, str] = {}
            if outcome is not None and known.interview is not None:
                moment = rows.next_moment(connection, known.interview, datetime.now(UTC))
                told = RecordedOutcome(uuid=uuid4(), recorded_at=moment, outcome=outcome)
                rows.insert_history(connection, known.interview, [], [told])
                made["outcome"] = str(told.uuid)
            if move is not None:
                step = jobs._insert_step(connection, known.opportunity, move, "mail")
                job = jobs._known(connection, known.opportunity)
                jobs._change(connection, job, "move", {}, step=step.uuid)
                made["step"] = str(step.uuid)
            _file(connection, number, known, known.filing.model_copy(update={"answer": said}), **made)
            return number

    def folder(self, host: str, user: str, name: str, person: str | None = None) -> MailFolder | None:
        """Return how far a folder on a server was read; ``None``: it was not."""
        with self._journal._read() as connection:
            return _folder(connection, (_key(person), host, user, name))

    def undo(self) -> UndoneMails:
        """Take back what was done last: mails taken in, one filed otherwise, or what one proposed.

        Raises
        ------
        JournalError
            If there is nothing to take back.
        """
        with self._journal._write() as connection:
            undone = _undo(connection)
            database.ask_for_wiping(connection)
        self._journal._wipe()
        return undone


def exported_mails(connection: Connection) -> tuple[KeptMail, ...]:
    """Return all mails without what only this journal knows."""
    names = set(KeptMail.model_fields)
    return tuple(
        KeptMail.model_validate(one.model_dump(include=names)) for one in _read(connection, select(mails))
    )


def exported_addresses(connection: Connection) -> tuple[tuple[str | None, str], ...]:
    """Return the addresses that persons write from."""
    query = select(mail_addresses).order_by(mail_addresses.c.person_key, mail_addresses.c.address)
    return tuple((row.person, row.address) for row in connection.execute(query))


def exported_folders(connection: Connection) -> tuple[KeptFolder, ...]:
    """Return how far each folder on a server was read."""
    order = mail_bookmarks.c["person_key", "host", "user", "folder"]
    return tuple(
        KeptFolder(person=row["person_key"] or None, **{name: row[name] for name in MailFolder.model_fields})
        for row in connection.execute(select(mail_bookmarks).order_by(*order)).mappings()
    )


def merge_folders(connection: Connection, kept: Iterable[KeptFolder]) -> None:
    """Take over how far folders were read; what this journal knows itself stays.

    Going back costs nothing, since no mail is taken in twice; a later place could pass one over.
    """
    for one in kept:
        place = (_key(one.person), one.host, one.user, one.folder)
        if _folder(connection, place) is None:
            _set_folder(connection, place, one.bookmark)


def merge_mails(
    connection: Connection, kept: Iterable[KeptMail], addresses: Iterable[tuple[str | None, str]]
) -> None:
    """Add mails and addresses of another journal; of a mail known already the later state stays."""
    known = {key: set(some) for key, some in rows.read_addresses(connection).items()}
    for person, address in addresses:
        if address not in known.setdefault(_key(person), set()):
            known[_key(person)].add(address)
            values = {"person_key": _key(person), "person": person, "address": address}
            connection.execute(insert(mail_addresses), values)
    numbers = {row.uuid: row.id for row in connection.execute(select(*opportunities.c["uuid", "id"]))}
    of = {row.uuid: row.id for row in connection.execute(select(*interviews.c["uuid", "id"]))}
    there = {
        (row.person_key, row.identity): row
        for row in connection.execute(select(*mails.c["id", "person_key", "identity", "changed_at"]))
    }
    for one in kept:
        row = there.get((_key(one.person), one.identity))
        if row is not None and row.changed_at >= one.changed_at:
            continue
        job, interview = numbers.get(str(one.job)), of.get(str(one.of))
        state: MailState = "waiting" if one.state == "attached" and job is None else one.state
        values = {
            **_head(one.message),
            **one.model_dump(mode="json", include={"why", "filed", "message"}),
            **one.model_dump(
                include={
                    "person",
                    "identity",
                    "kept_at",
                    "changed_at",
                    "own",
                    "kind",
                    "kind_probability",
                    "confidence",
                    "answer",
                }
            ),
            "person_key": _key(one.person),
            "state": state,
            "opportunity_id": job if state == "attached" else None,
            "interview_id": interview if state == "attached" else None,
            "document": one.document if state == "attached" and interview else None,
        }
        if row is None:
            connection.execute(insert(mails), values)
        else:
            connection.execute(update(mails).where(mails.c.id == row.id).values(values))


def _key(person: str | None) -> str:
    return rows.person_key(person) or ""


def _read(connection: Connection, query: Select[Any]) -> list[MailEntry]:
    names = KeptMail.model_fields.keys() - {"job", "of"}
    # a mail without a day comes last
    order = (mails.c.sent_at.is_(None), mails.c.sent_at, mails.c.id)
    found = connection.execute(query.order_by(*order)).mappings().all()
    if not found:
        return []
    uuids = {row.id: row.uuid for row in connection.execute(select(*opportunities.c["uuid", "id"]))}
    of = {row.id: row.uuid for row in connection.execute(select(*interviews.c["uuid", "id"]))}
    return [
        MailEntry.model_validate(
            {
                **{name: row[name] for name in names},
                "id": row["id"],
                "opportunity": row["opportunity_id"],
                "interview": row["interview_id"],
                "job": uuids.get(row["opportunity_id"]),
                "of": of.get(row["interview_id"]),
            }
        )
        for row in found
    ]


def _known(connection: Connection, number: int) -> MailEntry:
    found = _read(connection, select(mails).where(mails.c.id == number, mails.c.state != "none"))
    if not found:
        raise UnknownNumberError(f"There is no mail {number} in the journal. See `wentwell inbox --list`.")
    return found[0]


def _begin(connection: Connection, what: _What) -> int:
    values: _Values = {"made_at": datetime.now(UTC), "what": what, "bookmarks": []}
    number: int = connection.execute(insert(mail_batches).returning(mail_batches.c.id), values).scalar_one()
    return number


def _head(message: Message | None) -> _Values:
    """Return what a mail is listed and sorted by."""
    if message is None:
        return {"sent_at": None, "sender": "", "subject": "", "message_id": None, "thread": []}
    sender = message.sender
    return {
        "sent_at": message.date,
        "sender": "" if sender is None else sender.name or sender.address,
        "subject": message.subject,
        "message_id": message.message_id,
        "thread": list(message.thread),
    }


def _columns(connection: Connection, filing: MailFiling) -> _Values:
    """Return a filing as columns; a job or an interview that is gone is told."""
    for number, table, what in (
        (filing.opportunity, opportunities, "job"),
        (filing.interview, interviews, "interview"),
    ):
        if number is not None and not _is_there(connection, table, number):
            raise UnknownNumberError(f"There is no {what} {number} in the journal any more. Run it again.")
    values = filing.model_dump(mode="json", exclude={"opportunity", "interview"})
    return {**values, "opportunity_id": filing.opportunity, "interview_id": filing.interview}


def _is_there(connection: Connection, table: Any, number: int) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == number)).scalar() is not None


def _insert(connection: Connection, batch: int, one: NewMail, person: str | None) -> None:
    there = connection.execute(
        select(*mails.c["id", "state"]).where(
            mails.c.person_key == _key(person), mails.c.identity == one.identity
        )
    ).first()
    if there is not None and (there.state != "none" or one.filing.state == "none"):
        return  # another program took it in meanwhile
    if there is not None:
        connection.execute(delete(mails).where(mails.c.id == there.id))
    moment = datetime.now(UTC)
    values = {
        "person": person,
        "person_key": _key(person),
        "kept_at": moment,
        "changed_at": moment,
        **_head(one.message),
        **one.model_dump(include={"identity", "own", "kind", "kind_probability"}),
        "message": None if one.message is None else one.message.model_dump(mode="json"),
        **_columns(connection, one.filing),
    }
    number = connection.execute(insert(mails).returning(mails.c.id), values).scalar_one()
    connection.execute(insert(mail_changes), {"batch_id": batch, "mail_id": number})


def _file(connection: Connection, batch: int, known: MailEntry, filing: MailFiling, **made: str) -> None:
    if filing == known.filing and not made:
        return
    before = known.filing.model_dump(mode="json")
    connection.execute(
        insert(mail_changes), {"batch_id": batch, "mail_id": known.id, "before": before, **made}
    )
    _refile(connection, known, filing)


def _refile(connection: Connection, known: MailEntry, filing: MailFiling) -> None:
    moment = max(datetime.now(UTC), known.changed_at + timedelta(microseconds=1))
    values = {**_columns(connection, filing), "changed_at": moment}
    connection.execute(update(mails).where(mails.c.id == known.id).values(**values))


def _write_documents(connection: Connection, several: Iterable[ReadAnew]) -> None:
    for read in several:
        known = _interview(connection, read.number)
        if known.updated_at != read.seen:
            raise JournalError(
                f"Interview {read.number} was changed meanwhile. Nothing was changed; run it again."
            )
        parts = {"documents": read.documents, "evidence": read.evidence}
        _change_interview(connection, known, parts)


def _interview(connection: Connection, number: int) -> Record:
    found = rows.read_records(connection, number)
    if not found:
        raise UnknownNumberError(f"There is no interview {number} in the journal any more. Run it again.")
    return found[0]


def _change_interview(connection: Connection, known: Record, parts: Mapping[str, Any]) -> None:
    changed = known.model_copy(
        update={
            "interview": known.interview.model_copy(update=dict(parts)),
            "updated_at": rows.next_moment(connection, known.id, datetime.now(UTC)),
        }
    )
    rows.update_entry(connection, known.id, known, changed)


def _keep_folder(connection: Connection, batch: int, now: MailFolder, person: str | None) -> None:
    """Keep how far a folder was read; the batch remembers how far it was before."""
    place = (_key(person), now.host, now.user, now.folder)
    log = connection.execute(select(mail_batches.c.bookmarks).where(mail_batches.c.id == batch)).scalar_one()
    if not any(tuple(one["place"]) == place for one in log):
        before = _folder(connection, place)
        told = {"place": list(place), "before": None if before is None else before.bookmark}
        connection.execute(
            update(mail_batches).where(mail_batches.c.id == batch).values(bookmarks=[*log, told])
        )
    _set_folder(connection, place, now.bookmark)


def _set_folder(
    connection: Connection, place: tuple[str, ...], bookmark: Mapping[str, JsonValue] | None
) -> None:
    columns = dict(zip(("person_key", "host", "user", "folder"), place, strict=True))
    same = [mail_bookmarks.c[name] == value for name, value in columns.items()]
    connection.execute(delete(mail_bookmarks).where(*same))
    if bookmark is not None:
        connection.execute(insert(mail_bookmarks), {**columns, "bookmark": dict(bookmark)})


def _folder(connection: Connection, place: tuple[str, str, str, str]) -> MailFolder | None:
    key, host, user, name = place
    found = connection.execute(
        select(mail_bookmarks.c.bookmark).filter_by(person_key=key, host=host, user=user, folder=name)
    ).scalar()
    return None if found is None else MailFolder(host=host, user=user, folder=name, bookmark=found)


def _undo(connection: Connection) -> UndoneMails:
    # a batch of which nothing is left, since what it brought was deleted, says nothing any more
    used = select(mail_changes.c.id).where(mail_changes.c.batch_id == mail_batches.c.id).exists()
    last = connection.execute(
        select(mail_batches).where(used).order_by(mail_batches.c.id.desc()).limit(1)
    ).first()
    if last is None:
        raise JournalError("There is nothing to undo: no mail was taken in or filed.")
    changes = (
        select(mail_changes).where(mail_changes.c.batch_id == last.id).order_by(mail_changes.c.id.desc())
    )
    removed, restored, touched = [], [], set()
    outcome = stage = None
    for row in connection.execute(changes).mappings().all():
        found = _read(connection, select(mails).where(mails.c.id == row["mail_id"]))
        known = found[0]
        before = None if row["before"] is None else MailFiling.model_validate(row["before"])
        if before is None:
            touched |= _take_out(connection, known)
            connection.execute(delete(mails).where(mails.c.id == known.id))
            if known.state != "none":
                removed.append(known.id)
            continue
        outcome = _delete_outcome(connection, row["outcome"]) or outcome
        stage = _delete_step(connection, row["step"]) or stage
        now = known.filing
        if (now.interview, now.document) != (before.interview, before.document):
            touched |= _take_out(connection, known)
            # where it was before it is put again, as a mail that is to be read
            before = before.model_copy(update={"document": None})
        if before.opportunity is not None and not _is_there(connection, opportunities, before.opportunity):
            before = MailFiling(state="waiting")
        if before.interview is not None and not _is_there(connection, interviews, before.interview):
            before = before.model_copy(update={"interview": None})
        _refile(connection, known, before)
        restored.append(known.id)
    for one in last.bookmarks:
        _set_folder(connection, tuple(one["place"]), one["before"])
    connection.execute(delete(mail_batches).where(mail_batches.c.id >= last.id))
    return UndoneMails(
        what=last.what,
        removed=tuple(sorted(removed)),
        restored=tuple(sorted(set(restored))),
        interviews=tuple(sorted(touched)),
        outcome=outcome,
        stage=stage,
    )


def _take_out(connection: Connection, mail: MailEntry) -> set[int]:
    """Take a mail out of the interview whose document it is, with its signs and their corrections."""
    if mail.interview is None or mail.document is None:
        return set()
    known = _interview(connection, mail.interview)
    held = known.interview
    _change_interview(
        connection,
        known,
        {
            "documents": tuple(one for one in held.documents if one.name != mail.document),
            "evidence": tuple(one for one in held.evidence if one.document != mail.document),
            "corrections": tuple(one for one in held.corrections if one.document != mail.document),
        },
    )
    return {mail.interview}


def _delete_outcome(connection: Connection, uuid: str | None) -> Any:
    if uuid is None:
        return None
    kind = connection.execute(select(outcomes.c.kind).where(outcomes.c.uuid == uuid)).scalar()
    rows.delete_outcome(connection, UUID(uuid))
    return kind


def _delete_step(connection: Connection, uuid: str | None) -> Any:
    if uuid is None:
        return None
    stage = connection.execute(
        select(opportunity_steps.c.stage).where(opportunity_steps.c.uuid == uuid)
    ).scalar()
    connection.execute(delete(opportunity_steps).where(opportunity_steps.c.uuid == uuid))
    connection.execute(delete(opportunity_changes).where(opportunity_changes.c.step == uuid))
    return stage
