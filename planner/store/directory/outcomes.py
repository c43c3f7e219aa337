"""What came of asking, as rows: one for each person and entry, read as counts only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from planner.directory.outcomes import Outcomes, outcomes_of
from planner.plan.plan import read_plan
from planner.store import revisions
from planner.store.tables import DIRECTORY_OUTCOME as OUTCOME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from planner.plan.plan import Plan


def note(connection: Connection, person_id: str, plan: Plan) -> None:
    """Keep what a person's plan says came of asking; what it no longer says goes."""
    of_person = OUTCOME.c.person_id == person_id
    now = {(outcome.service_id, outcome.helped, outcome.reason) for outcome in outcomes_of(plan)}
    asked = select(OUTCOME.c.service_id, OUTCOME.c.helped, OUTCOME.c.reason).where(of_person)
    if now == {tuple(row) for row in connection.execute(asked)}:
        return
    connection.execute(delete(OUTCOME).where(of_person))
    rows = [
        {"person_id": person_id, "service_id": service_id, "helped": helped, "reason": reason}
        for service_id, helped, reason in sorted(now)
    ]
    if rows:
        connection.execute(insert(OUTCOME), rows)


def go_back(connection: Connection, person_id: str) -> None:
    """Keep what the newest revision says, once a draft after it is discarded; nothing before there is one."""
    number = revisions.newest(connection, person_id)
    if number:
        note(connection, person_id, read_plan(revisions.text_of(connection, person_id, number)))
    else:
        connection.execute(delete(OUTCOME).where(OUTCOME.c.person_id == person_id))


def counted(connection: Connection, service_ids: Iterable[str]) -> dict[str, Outcomes]:
    """Return the counts of the entries that have any."""
    groups = (OUTCOME.c.service_id, OUTCOME.c.helped, OUTCOME.c.reason)
    asked = select(*groups, func.count()).where(OUTCOME.c.service_id.in_(list(service_ids))).group_by(*groups)
    found: dict[str, Outcomes] = {}
    for service_id, helped, reason, count in connection.execute(asked):
        before = found.get(service_id, Outcomes())
        reasons = {**before.reasons, reason: before.reasons.get(reason, 0) + count} if reason else before.reasons
        found[service_id] = Outcomes(
            before.helped + count * helped, before.not_helped + count * (not helped), dict(reasons)
        )
    return found
