"""Questions to practise, and each time they were."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "practice_cards",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("interview_id", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("dropped", sa.Boolean, nullable=False),
        sa.Column("card", sa.JSON, nullable=False),
        sa.Column("due", sa.DateTime, nullable=False),
        sa.Column("stability", sa.Float),
        sa.Column("difficulty", sa.Float),
        sa.Column("last_review", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_practice_cards"),
        sa.UniqueConstraint("uuid", name="uq_practice_cards_uuid"),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], ondelete="CASCADE", name="fk_practice_cards_interview_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_practice_cards_interview_id", "practice_cards", ["interview_id"])
    op.create_table(
        "practice_attempts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("card_id", sa.Integer, nullable=False),
        sa.Column("tried_at", sa.DateTime, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("rating", sa.String(8)),
        sa.PrimaryKeyConstraint("id", name="pk_practice_attempts"),
        sa.UniqueConstraint("uuid", name="uq_practice_attempts_uuid"),
        sa.ForeignKeyConstraint(
            ["card_id"], ["practice_cards.id"], ondelete="CASCADE", name="fk_practice_attempts_card_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_practice_attempts_card_id", "practice_attempts", ["card_id"])
