"""Names folded anew: a search finds them without apostrophes, hyphens and spaces, in any order."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from planner.store.people import findable

revision = "0004"
down_revision = "0003"

PERSON = sa.table("person", sa.column("id"), sa.column("value"), sa.column("found_by"))


def upgrade() -> None:
    """Write again what each person is found by."""
    connection = op.get_bind()
    for person_id, value in connection.execute(sa.select(PERSON.c.id, PERSON.c.value)).all():
        said = json.loads(value)
        names = (said.get(name, "") for name in ("called", "full_name", "note_to_find"))
        connection.execute(sa.update(PERSON).where(PERSON.c.id == person_id).values(found_by=findable(*names)))
