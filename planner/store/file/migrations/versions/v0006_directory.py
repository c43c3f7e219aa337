"""The community directory: feeds, their entries, and what the agency knows beside them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from planner.store.file import full_text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables and the index of words."""
    op.create_table(
        "directory_feed",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("imported", sa.String(32)),
        sa.Column("mapping", sa.Text, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
    )
    op.create_table(
        "directory_entry",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("feed", sa.Text, sa.ForeignKey("directory_feed.name"), nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("latitude", sa.Float),
        sa.Column("longitude", sa.Float),
        sa.Column("areas", sa.Integer, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("marks", sa.Integer, nullable=False),
        sa.Column("languages", sa.Text, nullable=False),
    )
    op.create_index("directory_entry_by_id", "directory_entry", ["id"])
    op.create_index("directory_entry_by_feed", "directory_entry", ["feed", "last"])
    op.create_table(
        "directory_text",
        sa.Column("row", sa.Integer, sa.ForeignKey("directory_entry.row", ondelete="CASCADE"), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "directory_note",
        sa.Column("service_id", sa.String(36), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "directory_word",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("word", sa.Text, nullable=False),
    )
    op.create_index("directory_word_once", "directory_word", ["word"], unique=True)
    full_text.make_index(op.get_bind())
