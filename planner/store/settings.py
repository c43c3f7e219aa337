"""The agency's settings, one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from planner.caseload.agency import Agency
from planner.store.tables import AGENCY

if TYPE_CHECKING:
    from sqlalchemy import Connection


def read(connection: Connection) -> Agency:
    """Return the settings; before anybody chose any, the ones a new agency begins with."""
    value = connection.scalar(select(AGENCY.c.value))
    return Agency.model_validate_json(value) if value else Agency()


def keep(connection: Connection, agency: Agency) -> None:
    """Keep the settings in the place of those before."""
    connection.execute(delete(AGENCY))
    connection.execute(insert(AGENCY).values(id=1, value=agency.model_dump_json()))
