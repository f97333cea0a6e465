"""Whose interview it is, and what was learned from a person's outcomes."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns and make the table."""
    op.add_column("interviews", sa.Column("person", sa.Text))
    op.add_column("interviews", sa.Column("person_key", sa.Text))
    op.create_index("ix_interviews_person_key", "interviews", ["person_key"])
    op.create_table(
        "learned",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("person_key", sa.Text),
        sa.Column("person", sa.Text),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("personal", sa.JSON),
        sa.PrimaryKeyConstraint("id", name="pk_learned"),
        sa.UniqueConstraint("uuid", name="uq_learned_uuid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_learned_person_key", "learned", ["person_key"])
