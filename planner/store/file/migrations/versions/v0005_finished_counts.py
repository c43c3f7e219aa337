"""Only what was finished counts: a finish can be taken back, and a session that was only opened is no contact."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa
from alembic import op

from planner.store.file import sqlcipher

if TYPE_CHECKING:
    from collections.abc import Iterator

revision = "0005"
down_revision = "0004"

ID = sa.String(36)
_PERSON = sa.table("person", *map(sa.column, ("id", "agreed", "agreed_at_finish", "last_seen", "next_on")))
_NO_ANSWER = "no answer"


def upgrade() -> None:
    """Make the room for what was taken back, and look anew when the two were last in touch."""
    position = sa.Column("position", sa.Integer, sa.ForeignKey("chain.position"), primary_key=True, autoincrement=False)
    op.create_table(
        "taken_back",
        position,
        sa.Column("person_id", ID, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
    )
    op.create_index("taken_back_by_person", "taken_back", ["person_id", "number"])
    sqlcipher.guard(op.get_bind(), "taken_back", forgettable=True)
    op.execute(sa.text("ALTER TABLE person ADD COLUMN agreed_at_finish TEXT DEFAULT '' NOT NULL"))
    for person in op.get_bind().execute(sa.select(_PERSON.c.id, _PERSON.c.agreed)).all():
        _look_anew(person.id, person.agreed)


def _look_anew(person_id: str, agreed: str) -> None:
    last_seen = max(_days_in_touch(person_id), default=None)
    at_finish = _agreed_at_finish(person_id)
    days = {*agreed.split(), *at_finish}
    next_on = min((day for day in days if last_seen is None or day > last_seen), default=None)
    op.execute(
        _PERSON.update()
        .where(_PERSON.c.id == person_id)
        .values(agreed_at_finish=" ".join(at_finish), last_seen=last_seen, next_on=next_on)
    )


def _days_in_touch(person_id: str) -> Iterator[str]:
    """Yield the days of the sessions that were finished, and of the contacts that reached somebody."""
    zone = _zone()
    finished = "SELECT started FROM session WHERE person_id = :id AND finished IS NOT NULL"
    for started in _of(finished, person_id):
        yield _day(started, zone)
    for contact in _of("SELECT value FROM contact WHERE person_id = :id", person_id):
        value = json.loads(contact)
        if value.get("kind") != _NO_ANSWER:
            yield _day(value["at"], zone)


def _agreed_at_finish(person_id: str) -> list[str]:
    """Return the days on which the newest revision says somebody will be in touch, the earliest first."""
    newest = "SELECT plan FROM revision WHERE person_id = :id ORDER BY number DESC LIMIT 1"
    plan: dict[str, Any] = json.loads(next(iter(_of(newest, person_id)), "{}"))
    leaving = plan.get("leaving", {})
    next_on = plan.get("closing", {}).get("next_on", {}).get("reading")
    contact_on = leaving.get("contact_on", {}).get("reading") if leaving.get("is_leaving") else None
    return sorted({day for day in (next_on, contact_on) if day})


def _of(query: str, person_id: str) -> list[str]:
    return list(op.get_bind().scalars(sa.text(query), {"id": person_id}))


def _zone() -> ZoneInfo | None:
    kept = op.get_bind().scalar(sa.text("SELECT value FROM agency"))
    try:
        return ZoneInfo(json.loads(kept)["zone"]) if kept else None
    except (ZoneInfoNotFoundError, ValueError, OSError, KeyError):
        return None


def _day(at: str, zone: ZoneInfo | None) -> str:
    return datetime.fromisoformat(at).astimezone(zone or UTC).date().isoformat()
