"""What came of asking, counted for the whole agency; and the copy of a week that something is tried on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from planner.directory.outcomes import outcomes_of
from planner.plan.plan import PlanUnreadableError, read_plan

revision = "0009"
down_revision = "0008"

ID = sa.String(36)


def upgrade() -> None:
    """Make the tables, and count what came of asking so far."""
    op.create_table(
        "directory_outcome",
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("service_id", ID, primary_key=True),
        sa.Column("helped", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "week_trial",
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    newest = (
        "SELECT person_id, plan FROM draft UNION ALL SELECT person_id, plan FROM revision AS last WHERE number = "
        "(SELECT max(number) FROM revision WHERE person_id = last.person_id) "
        "AND person_id NOT IN (SELECT person_id FROM draft)"
    )
    for person_id, text in op.get_bind().execute(sa.text(newest)).all():
        _count(person_id, text)


def _count(person_id: str, text: str) -> None:
    kept = sa.text("INSERT INTO directory_outcome VALUES (:person, :service, :helped, :reason)")
    try:
        found = outcomes_of(read_plan(text))
    except PlanUnreadableError:
        return  # it says so itself when somebody opens it
    for one in found:
        row = {"person": person_id, "service": one.service_id, "helped": one.helped, "reason": one.reason}
        op.get_bind().execute(kept, row)
