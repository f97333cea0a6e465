"""Interviews to rows and back."""

from __future__ import annotations

import unicodedata
from collections import defaultdict, namedtuple
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID, uuid4, uuid5

from pydantic import BaseModel
from sqlalchemy import Connection, Select, Table, delete, func, insert, select, union_all, update

from wentwell.interview import (
    Assessment,
    Context,
    Correction,
    Document,
    Evidence,
    Interview,
    Opportunity,
    OpportunityDetails,
    Outcome,
    Personal,
)
from wentwell.journal._records import (
    Entry,
    LearnedVersion,
    Record,
    RecordedOutcome,
    ShownAssessment,
    Summary,
)
from wentwell.journal._schema import (
    answers,
    assessments,
    calendar_feeds,
    corrections,
    documents,
    evidence,
    interviews,
    learned,
    mail_addresses,
    mails,
    metadata,
    opportunities,
    outcomes,
)

_NounT = TypeVar("_NounT", bound=BaseModel)
_Row = dict[str, Any]
Bare = tuple[Any, ...]
"""A row as SQLite gives it."""
_AT_ONCE = 100
"""Interviews whose rows are held at the same time."""
_SPACE = UUID("0f6c1a52-6e5b-5c55-9a0b-3f1f3e0f2f5a")
"""What identifiers of opportunities are made in; the migration that first made them knows it too."""


def insert_entry(connection: Connection, entry: Entry) -> int:
    """Insert an interview with all that belongs to it; return its number."""
    interview = entry.interview
    values = {
        "uuid": str(entry.uuid),
        "opportunity_id": _opportunity_id(connection, entry, None, entry.created_at),
        "status": entry.status,
        "created_at": entry.created_at,
        "updated_at": entry.updated_at,
        "gut_at": entry.gut_at,
        "progress": entry.progress,
        **_own_columns(interview),
    }
    number: int = connection.execute(insert(interviews).returning(interviews.c.id), values).scalar_one()
    _insert_parts(connection, number, interview, Interview())
    insert_history(connection, number, entry.assessments, entry.outcomes)
    return number


def update_entry(connection: Connection, number: int, old: Entry, new: Entry) -> None:
    """Write what differs between an entry as it is kept and as it shall be; histories only grow."""
    values = {
        "status": new.status,
        "updated_at": new.updated_at,
        "gut_at": new.gut_at,
        "progress": new.progress,
        **_own_columns(new.interview),
    }
    if (new.interview.opportunity, new.interview.person) != (old.interview.opportunity, old.interview.person):
        values["opportunity_id"] = _opportunity_id(connection, new, number, new.updated_at)
        _let_mails_follow(connection, number, values["opportunity_id"])
    connection.execute(update(interviews).where(interviews.c.id == number).values(values))
    _insert_parts(connection, number, new.interview, old.interview)
    insert_history(
        connection,
        number,
        [shown for shown in new.assessments if shown not in old.assessments],
        [told for told in new.outcomes if told not in old.outcomes],
    )
    delete_empty_opportunities(connection)


def _let_mails_follow(connection: Connection, number: int, job: int | None) -> None:
    """Let the mails of an interview go with it to another job, and those of a job that it leaves bare."""
    old: int | None = connection.execute(
        select(interviews.c.opportunity_id).where(interviews.c.id == number)
    ).scalar()
    if old is None or old == job:
        return
    others = select(interviews.c.id).where(interviews.c.opportunity_id == old, interviews.c.id != number)
    kept = select(opportunities.c.id).where(opportunities.c.id == old, opportunities.c.kept)
    stays = connection.execute(others).first() is not None or connection.execute(kept).first() is not None
    theirs = mails.c.interview_id == number if stays else mails.c.opportunity_id == old
    # without a job it waits again; the interview keeps its words
    values = {"state": "waiting", "interview_id": None, "document": None} if job is None else {}
    connection.execute(update(mails).where(theirs).values(opportunity_id=job, **values))


def insert_history(
    connection: Connection, number: int, shown: Iterable[ShownAssessment], told: Iterable[RecordedOutcome]
) -> None:
    """Add assessments as shown and outcomes as told."""
    _insert_all(
        connection,
        assessments,
        [
            {
                "uuid": str(one.uuid),
                "interview_id": number,
                "shown_at": one.shown_at,
                "shown": one.assessment.model_dump(mode="json"),
                **one.assessment.model_dump(include={"target", "probability", "low", "high"}),
            }
            for one in shown
        ],
    )
    _insert_all(
        connection,
        outcomes,
        [
            {
                "uuid": str(one.uuid),
                "interview_id": number,
                "recorded_at": one.recorded_at,
                **one.outcome.model_dump(),
            }
            for one in told
        ],
    )


def delete_entry(connection: Connection, number: int) -> bool:
    """Delete an interview and all that belongs to it; say whether it was there."""
    found = connection.execute(delete(interviews).where(interviews.c.id == number)).rowcount > 0
    delete_empty_opportunities(connection)
    _delete_learned_of_nobody(connection)
    return found


def delete_outcome(connection: Connection, uuid: UUID) -> None:
    """Delete an outcome that was told."""
    connection.execute(delete(outcomes).where(outcomes.c.uuid == str(uuid)))


def delete_everything(connection: Connection) -> None:
    """Delete every row; what calendar file is kept up to date stays, so that it becomes empty too."""
    for table in reversed(metadata.sorted_tables):
        if table is not calendar_feeds:
            connection.execute(delete(table))


def read_records(
    connection: Connection,
    wanted: int | Collection[int] | None = None,
    *,
    words: bool = True,
    shown_of: Collection[int] | None = None,
) -> list[Record]:
    """Read one interview, some, or all of them, in the order they were added.

    On demand without words and signs, and with what was shown of some alone.
    """
    numbers = None if wanted is None else [wanted] if isinstance(wanted, int) else list(wanted)
    query = _own_rows(numbers)
    rows = connection.execute(query).mappings().all()
    none: defaultdict[int, list[_Row]] = defaultdict(list)
    texts = _grouped(connection, documents, numbers, "position") if words else none
    signs = _grouped(connection, evidence, numbers, "position") if words else none
    made = _grouped(connection, corrections, numbers, "position") if words else none
    replies = _grouped(connection, answers, numbers, "position")
    with_shown = numbers if shown_of is None else list(shown_of)
    shown = _grouped(connection, assessments, with_shown, "shown_at", "id")
    told = _grouped(connection, outcomes, numbers, "recorded_at", "id")
    mine = read_addresses(connection)
    return [
        _record(
            dict(row),
            texts=texts[key],
            replies=replies[key],
            signs=signs[key],
            made=made[key],
            shown=shown[key],
            told=told[key],
            mine=mine[row["person_key"] or ""],
        )
        for row in rows
        for key in [row["id"]]
    ]


def marks(connection: Connection, numbers: Sequence[int]) -> dict[int, Bare]:
    """Return all rows of interviews as they are kept: the same mark, the same record."""
    mine = read_addresses(connection)
    kind, own = as_kept(connection, _own_rows(numbers))
    found: dict[int, list[object]] = {}
    for row in own:
        one = kind._make(row)
        found[one.id] = [row, *mine[one.person_key or ""]]
    for table in (documents, answers, evidence, corrections, assessments, outcomes):
        query = select(table).where(table.c.interview_id.in_(numbers))
        _, groups = grouped_as_kept(
            connection, query.order_by(table.c.interview_id, *table.primary_key), "interview_id"
        )
        for number, rows in groups.items():
            found[number].append(tuple(rows))
    return {number: tuple(rows) for number, rows in found.items()}


def read_for_learning(connection: Connection) -> Iterator[Record]:
    """Read the finished interviews one by one, a few at a time, with what learning needs of them."""
    finished = select(interviews.c.id).where(interviews.c.status == "complete").order_by(interviews.c.id)
    numbers = connection.execute(finished).scalars().all()
    told = set(connection.execute(select(outcomes.c.interview_id)).scalars())
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        yield from read_records(connection, some, words=False, shown_of=told.intersection(some))


def _own_rows(numbers: Sequence[int] | None) -> Select[Any]:
    query = select(
        interviews, opportunities.c.employer.label("employer_name"), opportunities.c.job
    ).outerjoin_from(interviews, opportunities)
    if numbers is not None:
        query = query.where(interviews.c.id.in_(numbers))
    return query.order_by(interviews.c.id)


def read_addresses(connection: Connection) -> defaultdict[str, list[str]]:
    """Read the mail addresses that persons write from, by the persons' keys."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(mail_addresses).order_by(mail_addresses.c.address)):
        found[row.person_key].append(row.address)
    return found


def number_of(connection: Connection, uuid: UUID) -> int | None:
    """Return the number of an interview in this journal, if it is there."""
    return connection.execute(select(interviews.c.id).where(interviews.c.uuid == str(uuid))).scalar()


def newest_draft(connection: Connection) -> int | None:
    """Return the number of the draft that was saved last."""
    drafts = select(interviews.c.id).where(interviews.c.status == "draft")
    # one that only a calendar began comes after any that the user did
    begun = interviews.c.progress["at"].as_integer() > 0
    return connection.execute(
        drafts.order_by(begun.desc(), interviews.c.updated_at.desc(), interviews.c.id.desc()).limit(1)
    ).scalar()


def read_summaries(connection: Connection) -> list[Summary]:
    """Read one line for each interview, in the order they were added."""
    shown = latest(assessments, "shown_at", "target", "probability", "low", "high")
    told = latest(outcomes, "recorded_at", "kind")
    query = (
        select(
            *interviews.c["id", "person", "status", "created_at", "stage", "interview_date", "gut"],
            *opportunities.c["employer", "job"],
            opportunities.c.id.label("opportunity"),
            *shown.c["target", "probability", "low", "high"],
            told.c.kind.label("outcome"),
        )
        .outerjoin_from(interviews, opportunities)
        .outerjoin(shown, (shown.c.interview_id == interviews.c.id) & (shown.c.place == 1))
        .outerjoin(told, (told.c.interview_id == interviews.c.id) & (told.c.place == 1))
        .order_by(interviews.c.id)
    )
    kind, found = as_kept(connection, query)
    return [_summary(kind, row) for row in found]


# The same row says the same: after a change of one interview only that one is new.
@lru_cache(maxsize=4096)
def _summary(kind: Any, row: Bare) -> Summary:
    one = kind._make(row)
    return Summary.model_validate(one._asdict() | {"created_at": moment(one.created_at)})


def as_kept(connection: Connection, query: Select[Any]) -> tuple[Any, list[Bare]]:
    """Return rows as SQLite gives them, moments and JSON as text, and the named tuple that they fit.

    They are enough to tell whether something changed; making values of all takes longer than reading them.
    """
    with connection.execute(query) as result:
        found: list[Bare] = [] if result.cursor is None else list(result.cursor.fetchall())
    return _kind_of_row(tuple(query.selected_columns.keys())), found


def grouped_as_kept(connection: Connection, query: Select[Any], by: str) -> tuple[Any, dict[int, list[Bare]]]:
    """Return rows as `as_kept` does, by the value of one column."""
    kind, found = as_kept(connection, query)
    place = kind._fields.index(by)
    groups: defaultdict[int, list[Bare]] = defaultdict(list)
    for row in found:
        groups[row[place]].append(row)
    return kind, groups


@lru_cache(maxsize=32)
def _kind_of_row(names: tuple[str, ...]) -> Any:
    return namedtuple("Kept", names)


def moment(kept: str) -> datetime:
    """Return a moment that is kept as text in UTC."""
    return datetime.fromisoformat(kept).replace(tzinfo=UTC)


def next_moment(connection: Connection, number: int, now: datetime) -> datetime:
    """Return now, or the first moment after all that is kept of an interview if the clock was set back."""
    kept = union_all(
        select(interviews.c.updated_at.label("moment")).where(interviews.c.id == number),
        select(assessments.c.shown_at).where(assessments.c.interview_id == number),
        select(outcomes.c.recorded_at).where(outcomes.c.interview_id == number),
    ).subquery()
    last: datetime | None = connection.execute(select(func.max(kept.c.moment))).scalar()
    return now if last is None else max(now, last + timedelta(microseconds=1))


def _own_columns(interview: Interview) -> _Row:
    return {
        "person": interview.person,
        "person_key": person_key(interview.person),
        "feeling": interview.feeling,
        "gut": interview.gut,
        **interview.context.model_dump(),
    }


def person_key(person: str | None) -> str | None:
    """Return what is the same for a name whatever its case, width and spaces."""
    return None if person is None else _key(person)


def read_learned(connection: Connection) -> list[LearnedVersion]:
    """Read what was learned of anybody, in the order in which it was."""
    rows = connection.execute(select(learned).order_by(learned.c.made_at, learned.c.id)).mappings()
    return [
        LearnedVersion(
            uuid=row["uuid"],
            person=row["person"],
            made_at=row["made_at"],
            personal=None if row["personal"] is None else Personal.model_validate(row["personal"]),
        )
        for row in rows
    ]


def insert_learned(connection: Connection, versions: Iterable[LearnedVersion]) -> None:
    """Add versions of what was learned."""
    _insert_all(
        connection,
        learned,
        [
            {
                "uuid": str(one.uuid),
                "person": one.person,
                "person_key": person_key(one.person),
                "made_at": one.made_at,
                "personal": None if one.personal is None else one.personal.model_dump(mode="json"),
            }
            for one in versions
        ],
    )


def _delete_learned_of_nobody(connection: Connection) -> None:
    """Let what was learned of a person go with their last interview."""
    theirs = select(interviews.c.id).where(interviews.c.person_key.is_not_distinct_from(learned.c.person_key))
    connection.execute(delete(learned).where(~theirs.exists()))


def _insert_parts(connection: Connection, number: int, new: Interview, old: Interview) -> None:
    parts: list[tuple[Table, list[_Row], bool]] = [
        (
            documents,
            [document.model_dump(mode="json") for document in new.documents],
            new.documents != old.documents,
        ),
        (
            answers,
            [{"label": label, "reply": reply} for label, reply in new.answers.items()],
            list(new.answers.items()) != list(old.answers.items()),
        ),
        (evidence, [found.model_dump() for found in new.evidence], new.evidence != old.evidence),
        (corrections, [made.model_dump() for made in new.corrections], new.corrections != old.corrections),
    ]
    for table, rows, changed in parts:
        if changed:
            connection.execute(delete(table).where(table.c.interview_id == number))
            _insert_all(
                connection,
                table,
                [{"interview_id": number, "position": place, **row} for place, row in enumerate(rows)],
            )


def _insert_all(connection: Connection, table: Table, rows: Sequence[_Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def opportunity_keys(wanted: Opportunity, person: str | None) -> dict[str, str]:
    """Return what tells one person's job from every other, whatever case, width and spaces."""
    return {
        "person_key": person_key(person) or "",
        "employer_key": _key(wanted.employer),
        "job_key": _key(wanted.job),
    }


def _opportunity_id(connection: Connection, entry: Entry, number: int | None, moment: datetime) -> int | None:
    """Find or make the opportunity; an interview that has it already may correct how it is written."""
    wanted, person = entry.interview.opportunity, entry.interview.person
    if wanted is None:
        return None
    keys = opportunity_keys(wanted, person)
    found: int | None = connection.execute(select(opportunities.c.id).filter_by(**keys)).scalar()
    if found is None:
        # made of the interview's own, so that two copies of a journal agree
        name = uuid5(_SPACE, "\n".join((str(entry.uuid), *keys.values())))
        bare = {**OpportunityDetails().model_dump(mode="json"), **wanted.model_dump(), **keys}
        if connection.execute(select(opportunities.c.id).filter_by(uuid=str(name))).scalar() is not None:
            name = uuid4()  # it was given other names since
        about = {"uuid": str(name), "person": person, "kept": False}
        made: int = connection.execute(
            insert(opportunities).returning(opportunities.c.id),
            {**bare, **about, "created_at": moment, "changed_at": moment},
        ).scalar_one()
        return made
    mine = select(interviews.c.opportunity_id).where(interviews.c.id == number)
    if number is not None and connection.execute(mine).scalar() == found:
        connection.execute(
            update(opportunities)
            .where(opportunities.c.id == found)
            .values(**wanted.model_dump(), person=person)
        )
    return found


def delete_empty_opportunities(connection: Connection) -> None:
    """Delete what no interview belongs to, unless it has a life of its own."""
    used = select(interviews.c.id).where(interviews.c.opportunity_id == opportunities.c.id)
    connection.execute(delete(opportunities).where(~used.exists(), ~opportunities.c.kept))


def _grouped(
    connection: Connection, table: Table, numbers: Sequence[int] | None, *order: str
) -> defaultdict[int, list[_Row]]:
    query = select(table).order_by(table.c.interview_id, *(table.c[name] for name in order))
    if numbers is not None:
        query = query.where(table.c.interview_id.in_(numbers))
    groups: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        groups[row["interview_id"]].append(dict(row))
    return groups


def latest(table: Table, moment: str, *columns: str) -> Any:
    """Return some columns of each interview's rows, numbered from the latest one as ``place`` 1."""
    place = func.row_number().over(
        partition_by=table.c.interview_id, order_by=[table.c[moment].desc(), table.c.id.desc()]
    )
    # not all columns: what was shown in full would be carried through the sorting
    return select(table.c.interview_id, *table.c[columns], place.label("place")).subquery()


def _noun(kind: type[_NounT], row: _Row) -> _NounT:
    return kind.model_validate({name: row[name] for name in kind.model_fields})


def _record(
    row: _Row,
    *,
    texts: Sequence[_Row],
    replies: Sequence[_Row],
    signs: Sequence[_Row],
    made: Sequence[_Row],
    shown: Sequence[_Row],
    told: Sequence[_Row],
    mine: Sequence[str],
) -> Record:
    history = tuple(
        RecordedOutcome(uuid=one["uuid"], recorded_at=one["recorded_at"], outcome=_noun(Outcome, one))
        for one in told
    )
    interview = Interview(
        person=row["person"],
        opportunity=None
        if row["opportunity_id"] is None
        else Opportunity(employer=row["employer_name"], job=row["job"]),
        context=_noun(Context, row),
        documents=tuple(_noun(Document, text) for text in texts),
        answers={reply["label"]: reply["reply"] for reply in replies},
        feeling=row["feeling"],
        gut=row["gut"],
        evidence=tuple(_noun(Evidence, sign) for sign in signs),
        corrections=tuple(_noun(Correction, one) for one in made),
        outcome=history[-1].outcome if history else None,
    )
    return Record(
        id=row["id"],
        uuid=row["uuid"],
        status=row["status"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        gut_at=row["gut_at"],
        interview=interview,
        progress=row["progress"],
        assessments=tuple(
            ShownAssessment(
                uuid=one["uuid"],
                shown_at=one["shown_at"],
                assessment=Assessment.model_validate(one["shown"]),
            )
            for one in shown
        ),
        outcomes=history,
        mine=tuple(mine),
    )
