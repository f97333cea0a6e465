"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _interview_id(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("interview_id", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], ondelete="CASCADE", name=f"fk_{table}_interview_id"
        ),
    )


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "opportunities",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("employer", sa.Text, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("employer_key", sa.Text, nullable=False),
        sa.Column("job_key", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_opportunities"),
        sa.UniqueConstraint("employer_key", "job_key", name="uq_opportunities_employer_key_job_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "interviews",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("opportunity_id", sa.Integer),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
        sa.Column("feeling", sa.Text),
        sa.Column("gut", sa.Float),
        sa.Column("gut_at", sa.DateTime),
        sa.Column("progress", sa.JSON),
        sa.Column("stage", sa.String(16)),
        sa.Column("employer", sa.String(16)),
        sa.Column("format", sa.String(16)),
        sa.Column("interviewers", sa.Integer),
        sa.Column("interviewer_roles", sa.JSON, nullable=False),
        sa.Column("scheduled_minutes", sa.Float),
        sa.Column("actual_minutes", sa.Float),
        sa.Column("temper", sa.String(16)),
        sa.Column("self_doubter", sa.Boolean, nullable=False),
        sa.Column("referred", sa.Boolean, nullable=False),
        sa.Column("finalists", sa.Integer),
        sa.Column("interview_date", sa.Date),
        sa.Column("promised_date", sa.Date),
        sa.Column("base_rate", sa.Float),
        sa.PrimaryKeyConstraint("id", name="pk_interviews"),
        sa.UniqueConstraint("uuid", name="uq_interviews_uuid"),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunities.id"], name="fk_interviews_opportunity_id"
        ),
        sa.CheckConstraint("status IN ('draft', 'complete')", name=op.f("ck_interviews_status")),
        sa.CheckConstraint("(gut IS NULL) = (gut_at IS NULL)", name=op.f("ck_interviews_gut_has_its_moment")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interviews_opportunity_id", "interviews", ["opportunity_id"])
    op.create_table(
        "documents",
        *_interview_id("documents"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("format", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("turns", sa.JSON, nullable=False),
        sa.Column("asides", sa.JSON),
        sa.Column("mail", sa.JSON),
        sa.Column("warnings", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("interview_id", "position", name="pk_documents"),
    )
    op.create_table(
        "answers",
        *_interview_id("answers"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("reply", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("interview_id", "position", name="pk_answers"),
    )
    op.create_table(
        "evidence",
        *_interview_id("evidence"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("turn", sa.Integer),
        sa.Column("at", sa.Float),
        sa.Column("role", sa.String(16)),
        sa.Column("raised_by", sa.String(16)),
        sa.Column("probability", sa.Float, nullable=False),
        sa.Column("found_by", sa.String(16), nullable=False),
        sa.Column("specificity", sa.Float),
        sa.Column("usual", sa.Float),
        sa.Column("minutes", sa.Float),
        sa.Column("document", sa.Text),
        sa.PrimaryKeyConstraint("interview_id", "position", name="pk_evidence"),
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        *_interview_id("assessments"),
        sa.Column("shown_at", sa.DateTime, nullable=False),
        sa.Column("target", sa.String(16), nullable=False),
        sa.Column("probability", sa.Float, nullable=False),
        sa.Column("low", sa.Float, nullable=False),
        sa.Column("high", sa.Float, nullable=False),
        sa.Column("shown", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.UniqueConstraint("uuid", name="uq_assessments_uuid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_assessments_interview_id_shown_at", "assessments", ["interview_id", "shown_at"])
    op.create_table(
        "outcomes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        *_interview_id("outcomes"),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("on", sa.Date),
        sa.Column("note", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_outcomes"),
        sa.UniqueConstraint("uuid", name="uq_outcomes_uuid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outcomes_interview_id_recorded_at", "outcomes", ["interview_id", "recorded_at"])
