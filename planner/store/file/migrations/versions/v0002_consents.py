"""Signed consents: a room of their own in the chain, so that no consent changes after it was signed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from planner.store.file import sqlcipher

revision = "0002"
down_revision = "0001"

ID = sa.String(36)


def upgrade() -> None:
    """Make the table, its indexes and its guard."""
    position = sa.Column("position", sa.Integer, sa.ForeignKey("chain.position"), primary_key=True, autoincrement=False)
    op.create_table(
        "consent",
        position,
        sa.Column("person_id", ID, nullable=False),
        sa.Column("consent_id", ID, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
    )
    op.create_index("consent_by_person", "consent", ["person_id", "position"])
    op.create_index("consent_by_id", "consent", ["consent_id", "position"])
    sqlcipher.guard(op.get_bind(), "consent", forgettable=True)
