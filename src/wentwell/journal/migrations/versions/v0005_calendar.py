"""What calendars know of interviews, what was taken from them, and what was written for them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "appointments",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("interview_id", sa.Integer, nullable=False),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("recurrence", sa.Text, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("stamp", sa.DateTime),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("starts", sa.DateTime),
        sa.Column("minutes", sa.Float),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("people", sa.JSON, nullable=False),
        sa.Column("cancelled", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appointments"),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], ondelete="CASCADE", name="fk_appointments_interview_id"
        ),
        sa.UniqueConstraint("uid", "recurrence", name="uq_appointments_uid_recurrence"),
    )
    op.create_index("ix_appointments_interview_id", "appointments", ["interview_id"])
    op.create_table(
        "calendar_changes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("interview_id", sa.Integer, nullable=False),
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("added", sa.Boolean, nullable=False),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("recurrence", sa.Text, nullable=False),
        sa.Column("before", sa.JSON, nullable=False),
        sa.Column("after", sa.JSON, nullable=False),
        sa.Column("appointment_before", sa.JSON),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_changes"),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], ondelete="CASCADE", name="fk_calendar_changes_interview_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_calendar_changes_batch", "calendar_changes", ["batch"])
    op.create_index("ix_calendar_changes_interview_id", "calendar_changes", ["interview_id"])
    op.create_table(
        "calendar_entries",
        sa.Column("interview_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("handed_out", sa.Boolean, nullable=False),
        sa.Column("cancelled", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("interview_id", "kind", name="pk_calendar_entries"),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], ondelete="CASCADE", name="fk_calendar_entries_interview_id"
        ),
    )
    op.create_table(
        "calendar_feeds",
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("discreet", sa.Boolean, nullable=False),
        sa.Column("everything", sa.Boolean, nullable=False),
        sa.Column("alarms", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("path", name="pk_calendar_feeds"),
    )
