"""Where the employer sits, for its holidays."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column."""
    op.add_column("interviews", sa.Column("country", sa.String(6)))
