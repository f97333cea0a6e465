"""Mails that were taken in, how far mailboxes were read, and what was done, so that it can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "mails",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person", sa.Text),
        sa.Column("person_key", sa.Text, nullable=False),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("kept_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("message_id", sa.Text),
        sa.Column("thread", sa.JSON, nullable=False),
        sa.Column("message", sa.JSON),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.Column("kind", sa.String(16)),
        sa.Column("kind_probability", sa.Float),
        sa.Column("opportunity_id", sa.Integer),
        sa.Column("interview_id", sa.Integer),
        sa.Column("document", sa.Text),
        sa.Column("confidence", sa.Float),
        sa.Column("why", sa.JSON, nullable=False),
        sa.Column("filed", sa.JSON),
        sa.Column("answer", sa.String(3)),
        sa.PrimaryKeyConstraint("id", name="pk_mails"),
        sa.UniqueConstraint("person_key", "identity", name="uq_mails_person_key_identity"),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunities.id"], ondelete="CASCADE", name="fk_mails_opportunity_id"
        ),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], ondelete="CASCADE", name="fk_mails_interview_id"
        ),
        sa.CheckConstraint("state IN ('attached', 'waiting', 'none', 'dismissed')", name="ck_mails_state"),
        sa.CheckConstraint(
            "(state = 'attached') = (opportunity_id IS NOT NULL)", name="ck_mails_attached_has_a_job"
        ),
        sqlite_autoincrement=True,
    )
    for column in ("state", "opportunity_id", "interview_id"):
        op.create_index(f"ix_mails_{column}", "mails", [column])
    op.create_table(
        "mail_batches",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("what", sa.String(8), nullable=False),
        sa.Column("bookmarks", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mail_batches"),
        sa.CheckConstraint("what IN ('add', 'fetch', 'settle')", name="ck_mail_batches_what"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mail_changes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.Integer, nullable=False),
        sa.Column("mail_id", sa.Integer, nullable=False),
        sa.Column("before", sa.JSON),
        sa.Column("outcome", sa.String(36)),
        sa.Column("step", sa.String(36)),
        sa.PrimaryKeyConstraint("id", name="pk_mail_changes"),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["mail_batches.id"], ondelete="CASCADE", name="fk_mail_changes_batch_id"
        ),
        sa.ForeignKeyConstraint(
            ["mail_id"], ["mails.id"], ondelete="CASCADE", name="fk_mail_changes_mail_id"
        ),
        sqlite_autoincrement=True,
    )
    for column in ("batch_id", "mail_id"):
        op.create_index(f"ix_mail_changes_{column}", "mail_changes", [column])
    op.create_table(
        "mail_bookmarks",
        sa.Column("person_key", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("folder", sa.Text, nullable=False),
        sa.Column("bookmark", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("person_key", "host", "user", "folder", name="pk_mail_bookmarks"),
    )
    op.create_table(
        "mail_addresses",
        sa.Column("person_key", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("person", sa.Text),
        sa.PrimaryKeyConstraint("person_key", "address", name="pk_mail_addresses"),
    )
