"""The first tables: people, sessions, contacts, drafts, and the chain with its rooms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from planner.store.file import sqlcipher

revision = "0001"
down_revision = None

ID = sa.String(36)
MOMENT = sa.String(32)


def upgrade() -> None:
    """Make the tables, the guards on those that only grow, and the head the chain begins with."""
    _people()
    _sessions()
    _drafts()
    _chain()
    _rooms()
    connection = op.get_bind()
    for room in ("revision", "event", "disclosure"):
        sqlcipher.guard(connection, room, forgettable=True)
    for table in ("chain", "forgotten"):
        sqlcipher.guard(connection, table, forgettable=False)
    head = sa.table("chain_head", sa.column("id"), sa.column("position"), sa.column("link"))
    op.execute(head.insert().values(id=1, position=0, link=bytes(32)))


def _people() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_agency"), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "person",
        sa.Column("id", ID, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("found_by", sa.Text, nullable=False),
        sa.Column("agreed", sa.Text, nullable=False),
        sa.Column("last_seen", sa.Date),
        sa.Column("next_on", sa.Date),
    )
    op.create_index("person_by_name", "person", ["found_by"])
    op.create_index("person_by_next", "person", ["next_on", "found_by"])


def _of_a_person() -> sa.Column[str]:
    return sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=False)


def _sessions() -> None:
    op.create_table(
        "session",
        sa.Column("id", ID, primary_key=True),
        _of_a_person(),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("started", MOMENT, nullable=False),
        sa.Column("finished", MOMENT),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("session_by_person", "session", ["person_id", "number"], unique=True)
    op.create_index("session_open", "session", ["person_id"], unique=True, sqlite_where=sa.text("finished IS NULL"))
    op.create_table(
        "contact",
        sa.Column("id", ID, primary_key=True),
        _of_a_person(),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("contact_by_person", "contact", ["person_id", "at"])


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), primary_key=True),
        *_state_of_a_draft(),
        sa.Column("visit_over", sa.Boolean, nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
    )
    op.create_table(
        "draft_step",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _of_a_person(),
        sa.Column("undone", sa.Boolean, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("visit", sa.Text, nullable=False),
        sa.Column("plan", sa.LargeBinary, nullable=False),
    )
    op.create_index("draft_step_by_person", "draft_step", ["person_id", "undone", "id"])
    op.create_table(
        "draft_kept_beside",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _of_a_person(),
        *_state_of_a_draft(),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("settled", sa.Boolean, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
    )
    op.create_index("draft_kept_beside_by_person", "draft_kept_beside", ["person_id", "settled", "id"])


def _state_of_a_draft() -> tuple[sa.Column[int] | sa.Column[str], ...]:
    return (
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("base_revision", sa.Integer, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("visit", sa.Text, nullable=False),
    )


def _chain() -> None:
    op.create_table(
        "chain",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("room", sa.String(16), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("link", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="one_head"), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("link", sa.LargeBinary, nullable=False),
    )
    op.create_table("forgotten", _position())


def _position() -> sa.Column[int]:
    return sa.Column("position", sa.Integer, sa.ForeignKey("chain.position"), primary_key=True, autoincrement=False)


def _rooms() -> None:
    op.create_table(
        "revision",
        _position(),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
    )
    op.create_index("revision_by_person", "revision", ["person_id", "number"], unique=True)
    op.create_table(
        "event",
        _position(),
        sa.Column("person_id", ID),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
    )
    op.create_index("event_by_person", "event", ["person_id", "position"])
    op.create_table(
        "disclosure",
        _position(),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
    )
    op.create_index("disclosure_by_person", "disclosure", ["person_id", "position"])
