"""Finished sessions stand in the record, and each line that was forgotten is named there.

Until here an event said that somebody was forgotten without naming the lines that went, so that it explained every gap
before it. One more event names those that are gone now; from here on no other is explained.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from planner.store.chain import gaps
from planner.store.chain.links import linked
from planner.store.file import sqlcipher

revision = "0008"
down_revision = "0007"

ID = sa.String(36)


def upgrade() -> None:
    """Make the room, its guard, and the lines for what was finished and forgotten before."""
    position = sa.Column("position", sa.Integer, sa.ForeignKey("chain.position"), primary_key=True, autoincrement=False)
    op.create_table(
        "session_history",
        position,
        sa.Column("person_id", ID, nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
    )
    op.create_index("session_history_by_session", "session_history", ["session_id", "position"])
    sqlcipher.guard(op.get_bind(), "session_history", forgettable=True)
    _note_finished()
    _name_forgotten()


def _note_finished() -> None:
    finished = "SELECT id, person_id, finished, value FROM session WHERE finished IS NOT NULL ORDER BY finished, id"
    for session_id, person_id, at, value in op.get_bind().execute(sa.text(finished)).all():
        _append("session_history", at, person_id=person_id, session_id=session_id, value=value)


def _name_forgotten() -> None:
    """Name what is gone and stood before an event that named nothing."""
    told = "SELECT position, at, detail FROM event WHERE kind = 'forgotten' ORDER BY position"
    nameless = [
        (at, when) for at, when, detail in op.get_bind().execute(sa.text(told)).all() if "; gone: " not in detail
    ]
    if not nameless:
        return
    last, when = nameless[-1]
    gone = op.get_bind().scalars(sa.text("SELECT position FROM forgotten WHERE position < :last"), {"last": last})
    detail = f"lines of earlier forgettings{gaps.told(gone)}"
    _append("event", when, person_id=None, kind="forgotten", detail=detail, by="")


def _append(room: str, at: str, **values: Any) -> None:
    connection = op.get_bind()
    last, before = connection.execute(sa.text("SELECT position, link FROM chain_head")).one()
    row = {"position": last + 1, "at": at, **values}
    made = linked(before, last + 1, room, at, row)
    _insert("chain", position=last + 1, room=room, at=at, digest=made.digest, link=made.link)
    _insert(room, **row, salt=made.salt)
    moved = sa.text("UPDATE chain_head SET position = :position, link = :link")
    connection.execute(moved, {"position": last + 1, "link": made.link})


def _insert(table: str, **values: Any) -> None:
    columns = sa.table(table, *map(sa.column, values))
    op.get_bind().execute(columns.insert().values(**values))
