"""Two writers: who has a plan open, and what a change that came too late began from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table of leases, and the column beside what was kept beside."""
    op.create_table(
        "lease",
        sa.Column("person_id", sa.String(36), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("holder", sa.Text, primary_key=True),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.Column("seen", sa.String(32), nullable=False),
    )
    op.execute(sa.text("ALTER TABLE draft_kept_beside ADD COLUMN base TEXT"))
