"""Jobs with a life of their own: whose they are, what is kept about them, and their way."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

# The identifiers of jobs are made of their first interview's, so that two copies of a journal agree.
_SPACE = uuid.UUID("0f6c1a52-6e5b-5c55-9a0b-3f1f3e0f2f5a")

_READ = """
SELECT i.id AS interview, i.uuid, i.created_at AS moment, i.person, coalesce(i.person_key, '') AS person_key,
       o.id, o.employer, o.job, o.employer_key, o.job_key
FROM interviews AS i JOIN opportunities AS o ON o.id = i.opportunity_id
ORDER BY i.id
"""
_WRITE = """
INSERT INTO opportunities_anew (
    id, uuid, employer, job, person, employer_key, job_key, person_key, created_at, changed_at, kept,
    tags, url, place, source, note, contacts, domains
) VALUES (
    :number, :name, :employer, :job, :person, :employer_key, :job_key, :person_key, :moment, :moment, 0,
    '[]', '', '', '', '', '[]', '[]'
)
"""
_POINT = """
UPDATE interviews
SET opportunity_id = (SELECT id FROM opportunities_anew WHERE uuid = :name)
WHERE id = :interview
"""


def upgrade() -> None:
    """Make the tables; the same job of two persons becomes two."""
    op.create_table(
        "opportunities_anew",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("employer", sa.Text, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("person", sa.Text),
        sa.Column("employer_key", sa.Text, nullable=False),
        sa.Column("job_key", sa.Text, nullable=False),
        sa.Column("person_key", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("kept", sa.Boolean, nullable=False),
        sa.Column("tags", sa.JSON, nullable=False),
        sa.Column("deadline", sa.JSON),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("contacts", sa.JSON, nullable=False),
        sa.Column("domains", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_opportunities"),
        sa.UniqueConstraint("uuid", name="uq_opportunities_uuid"),
        sa.UniqueConstraint(
            "person_key", "employer_key", "job_key", name="uq_opportunities_person_key_employer_key_job_key"
        ),
        sqlite_autoincrement=True,
    )
    _carry_over()
    op.drop_table("opportunities")
    op.rename_table("opportunities_anew", "opportunities")
    op.create_table(
        "opportunity_steps",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("opportunity_id", sa.Integer, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("closing", sa.String(16)),
        sa.Column("on", sa.Date),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.Column("made_by", sa.String(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_opportunity_steps"),
        sa.UniqueConstraint("uuid", name="uq_opportunity_steps_uuid"),
        sa.ForeignKeyConstraint(
            ["opportunity_id"],
            ["opportunities.id"],
            ondelete="CASCADE",
            name="fk_opportunity_steps_opportunity_id",
        ),
        sa.CheckConstraint(
            "(closing IS NULL) = (stage <> 'closed')", name="ck_opportunity_steps_closed_says_how"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opportunity_steps_opportunity_id", "opportunity_steps", ["opportunity_id"])
    op.create_table(
        "opportunity_changes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("opportunity_id", sa.Integer, nullable=False),
        sa.Column("batch", sa.Integer),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("before", sa.JSON, nullable=False),
        sa.Column("after", sa.JSON, nullable=False),
        sa.Column("step", sa.String(36)),
        sa.PrimaryKeyConstraint("id", name="pk_opportunity_changes"),
        sa.ForeignKeyConstraint(
            ["opportunity_id"],
            ["opportunities.id"],
            ondelete="CASCADE",
            name="fk_opportunity_changes_opportunity_id",
        ),
        sa.CheckConstraint("kind IN ('add', 'edit', 'move')", name="ck_opportunity_changes_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opportunity_changes_opportunity_id", "opportunity_changes", ["opportunity_id"])
    op.create_index("ix_opportunity_changes_batch", "opportunity_changes", ["batch"])


def _carry_over() -> None:
    connection = op.get_bind()
    groups: dict[tuple[int, str], list[sa.RowMapping]] = {}
    for row in connection.exec_driver_sql(_READ).mappings().all():
        groups.setdefault((row["id"], row["person_key"]), []).append(row)
    taken: set[int] = set()
    # the first person keeps the number; the others follow, after all the numbers there are
    later = []
    for (number, _), rows in groups.items():
        if number in taken:
            later.append(rows)
        else:
            taken.add(number)
            _insert(number, rows)
    for rows in later:
        _insert(None, rows)


def _insert(number: int | None, rows: list[sa.RowMapping]) -> None:
    connection = op.get_bind()
    first = rows[0]
    keys = [first["person_key"], first["employer_key"], first["job_key"]]
    name = str(uuid.uuid5(_SPACE, "\n".join((first["uuid"], *keys))))
    values = {**first, "number": number, "name": name}
    connection.exec_driver_sql(_WRITE, values)
    connection.exec_driver_sql(_POINT, [{"interview": row["interview"], "name": name} for row in rows])
