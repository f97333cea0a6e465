"""The tables. A change here needs a new migration and a new ``VERSION``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

VERSION = "0009"
"""The newest migration, so that an up-to-date journal opens without loading the migrations."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment: kept in UTC without its zone, given back with it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Move it to UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that it is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def _json() -> JSON:
    return JSON(none_as_null=True)


def _interview_id(**options: Any) -> Column[int]:
    return Column("interview_id", ForeignKey("interviews.id", ondelete="CASCADE"), nullable=False, **options)


def _opportunity_id(**options: Any) -> Column[int]:
    return Column(
        "opportunity_id", ForeignKey("opportunities.id", ondelete="CASCADE"), nullable=False, **options
    )


opportunities = Table(
    "opportunities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("employer", Text, nullable=False),
    Column("job", Text, nullable=False),
    Column("person", Text),
    # The same names whatever their case, width and spaces; no person: empty, as nulls are never the same.
    Column("employer_key", Text, nullable=False),
    Column("job_key", Text, nullable=False),
    Column("person_key", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    # It has a life of its own, and stays without an interview.
    Column("kept", Boolean, nullable=False),
    Column("tags", _json(), nullable=False),
    Column("deadline", _json()),
    Column("url", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("contacts", _json(), nullable=False),
    Column("domains", _json(), nullable=False),
    UniqueConstraint("person_key", "employer_key", "job_key"),
    sqlite_autoincrement=True,
)

# What was told of where a job stands. What its interviews and their outcomes say is not kept a second time.
opportunity_steps = Table(
    "opportunity_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    _opportunity_id(index=True),
    Column("stage", String(16), nullable=False),
    Column("closing", String(16)),
    Column("on", Date),
    Column("recorded_at", Moment, nullable=False),
    Column("made_by", String(16), nullable=False),
    Column("note", Text, nullable=False),
    CheckConstraint("(closing IS NULL) = (stage <> 'closed')", name="closed_says_how"),
    sqlite_autoincrement=True,
)

# What was changed in a job, so that it can be undone; each row goes with its job, or once it is undone.
opportunity_changes = Table(
    "opportunity_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    _opportunity_id(index=True),
    # Changes made in one go, such as a file that was taken in.
    Column("batch", Integer, index=True),
    Column("made_at", Moment, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("before", _json(), nullable=False),
    Column("after", _json(), nullable=False),
    Column("step", String(36)),
    CheckConstraint("kind IN ('add', 'edit', 'move')", name="kind"),
    sqlite_autoincrement=True,
)

interviews = Table(
    "interviews",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("opportunity_id", ForeignKey("opportunities.id"), index=True),
    Column("status", String(8), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("feeling", Text),
    Column("gut", Float),
    Column("gut_at", Moment),
    Column("progress", _json()),
    # The fields of the context, under their own names.
    Column("stage", String(16)),
    Column("employer", String(16)),
    Column("format", String(16)),
    Column("interviewers", Integer),
    Column("interviewer_roles", _json(), nullable=False),
    Column("scheduled_minutes", Float),
    Column("actual_minutes", Float),
    Column("temper", String(16)),
    Column("self_doubter", Boolean, nullable=False),
    Column("referred", Boolean, nullable=False),
    Column("finalists", Integer),
    Column("interview_date", Date),
    Column("promised_date", Date),
    Column("country", String(6)),
    Column("base_rate", Float),
    # Whose it is, as written and whatever the case, width and spaces; none: the user's own.
    Column("person", Text),
    Column("person_key", Text, index=True),
    CheckConstraint("status IN ('draft', 'complete')", name="status"),
    CheckConstraint("(gut IS NULL) = (gut_at IS NULL)", name="gut_has_its_moment"),
    # An id is never given twice: an outcome told late must not land on another interview.
    sqlite_autoincrement=True,
)

documents = Table(
    "documents",
    metadata,
    _interview_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", Text),
    Column("format", Text),
    Column("text", Text, nullable=False),
    Column("turns", _json(), nullable=False),
    Column("asides", _json()),
    Column("mail", _json()),
    Column("warnings", _json(), nullable=False),
)

answers = Table(
    "answers",
    metadata,
    _interview_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("reply", String(16), nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    _interview_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("turn", Integer),
    Column("at", Float),
    Column("role", String(16)),
    Column("raised_by", String(16)),
    Column("probability", Float, nullable=False),
    Column("found_by", String(16), nullable=False),
    Column("specificity", Float),
    Column("usual", Float),
    Column("minutes", Float),
    Column("document", Text),
)

corrections = Table(
    "corrections",
    metadata,
    _interview_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("done", String(8), nullable=False),
    Column("label", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    _interview_id(),
    Column("shown_at", Moment, nullable=False),
    # The chance again beside the whole, so that a list needs not read every whole.
    Column("target", String(16), nullable=False),
    Column("probability", Float, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("shown", _json(), nullable=False),
    Index(None, "interview_id", "shown_at"),
    sqlite_autoincrement=True,
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    _interview_id(),
    Column("recorded_at", Moment, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("on", Date),
    Column("note", Text),
    Index(None, "interview_id", "recorded_at"),
    sqlite_autoincrement=True,
)

# A stack that only grows: a row without a value takes back the one before it.
learned = Table(
    "learned",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("person_key", Text, index=True),
    Column("person", Text),
    Column("made_at", Moment, nullable=False),
    Column("personal", _json()),
    sqlite_autoincrement=True,
)

# What a calendar says of an interview. A cancelled event stays: a late copy of it must not add it anew.
appointments = Table(
    "appointments",
    metadata,
    Column("id", Integer, primary_key=True),
    _interview_id(index=True),
    Column("uid", Text, nullable=False),
    Column("recurrence", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("stamp", Moment),
    Column("day", Date, nullable=False),
    Column("starts", Moment),
    Column("minutes", Float),
    Column("title", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("people", _json(), nullable=False),
    Column("cancelled", Boolean, nullable=False),
    UniqueConstraint("uid", "recurrence"),
)

# What taking a calendar in changed, so that it can be undone; each row goes with its interview.
calendar_changes = Table(
    "calendar_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    _interview_id(index=True),
    Column("batch", Integer, nullable=False, index=True),
    Column("made_at", Moment, nullable=False),
    Column("added", Boolean, nullable=False),
    Column("uid", Text, nullable=False),
    Column("recurrence", Text, nullable=False),
    Column("before", _json(), nullable=False),
    Column("after", _json(), nullable=False),
    Column("appointment_before", _json()),
    sqlite_autoincrement=True,
)


def _calendar_columns() -> tuple[Column[Any], ...]:
    return (
        Column("kind", String(16), primary_key=True),
        Column("sequence", Integer, nullable=False),
        Column("content", String(64), nullable=False),
        Column("changed_at", Moment, nullable=False),
        Column("day", Date, nullable=False),
        Column("handed_out", Boolean, nullable=False),
        Column("cancelled", Boolean, nullable=False),
    )


# What was written for calendars: an event keeps its number, and the number grows with each change.
calendar_entries = Table(
    "calendar_entries",
    metadata,
    _interview_id(primary_key=True),
    *_calendar_columns(),
)

# The same of what belongs to a job: its deadline.
calendar_job_entries = Table(
    "calendar_job_entries",
    metadata,
    _opportunity_id(primary_key=True),
    *_calendar_columns(),
)

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    Column("path", Text, primary_key=True),
    Column("discreet", Boolean, nullable=False),
    Column("everything", Boolean, nullable=False),
    Column("alarms", Boolean, nullable=False),
)

practice_cards = Table(
    "practice_cards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    _interview_id(index=True),
    Column("made_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    # A card that was dropped stays, so that it is not made again.
    Column("dropped", Boolean, nullable=False),
    Column("card", _json(), nullable=False),
    Column("due", Moment, nullable=False),
    Column("stability", Float),
    Column("difficulty", Float),
    Column("last_review", Moment),
    sqlite_autoincrement=True,
)

practice_attempts = Table(
    "practice_attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("card_id", ForeignKey("practice_cards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("tried_at", Moment, nullable=False),
    Column("answer", Text, nullable=False),
    Column("rating", String(8)),
    sqlite_autoincrement=True,
)

# One row for each mail that was taken in. Of one that belongs to no job only its digest is kept.
mails = Table(
    "mails",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", Text),
    Column("person_key", Text, nullable=False),
    # A digest of the Message-ID, or of the mail itself: no mail is kept twice.
    Column("identity", String(64), nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("kept_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("sender", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("message_id", Text),
    Column("thread", _json(), nullable=False),
    Column("message", _json()),
    Column("own", Boolean, nullable=False),
    Column("kind", String(16)),
    Column("kind_probability", Float),
    Column("opportunity_id", ForeignKey("opportunities.id", ondelete="CASCADE"), index=True),
    Column("interview_id", ForeignKey("interviews.id", ondelete="CASCADE"), index=True),
    # What it is called among the interview's documents, if it is one of them.
    Column("document", Text),
    Column("confidence", Float),
    Column("why", _json(), nullable=False),
    # What the matching remembers of it.
    Column("filed", _json()),
    # What the user said to what it proposes: yes or no.
    Column("answer", String(3)),
    UniqueConstraint("person_key", "identity"),
    CheckConstraint("state IN ('attached', 'waiting', 'none', 'dismissed')", name="state"),
    CheckConstraint("(state = 'attached') = (opportunity_id IS NOT NULL)", name="attached_has_a_job"),
    sqlite_autoincrement=True,
)

# What was done to mails in one go, so that it can be undone; a fetch also moves its bookmark.
mail_batches = Table(
    "mail_batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("what", String(8), nullable=False),
    Column("bookmarks", _json(), nullable=False),
    CheckConstraint("what IN ('add', 'fetch', 'settle')", name="what"),
    sqlite_autoincrement=True,
)

mail_changes = Table(
    "mail_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("batch_id", ForeignKey("mail_batches.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("mail_id", ForeignKey("mails.id", ondelete="CASCADE"), nullable=False, index=True),
    # How it was filed before; none: it is new.
    Column("before", _json()),
    Column("outcome", String(36)),
    Column("step", String(36)),
    sqlite_autoincrement=True,
)

# How far each folder on a server was read.
mail_bookmarks = Table(
    "mail_bookmarks",
    metadata,
    Column("person_key", Text, primary_key=True),
    Column("host", Text, primary_key=True),
    Column("user", Text, primary_key=True),
    Column("folder", Text, primary_key=True),
    Column("bookmark", _json(), nullable=False),
)

# The addresses that a person writes from.
mail_addresses = Table(
    "mail_addresses",
    metadata,
    Column("person_key", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("person", Text),
)
