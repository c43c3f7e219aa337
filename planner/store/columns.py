"""What a column holds: a moment, an id, a place in the chain; and the one collection all tables stand in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String
from sqlalchemy.types import TypeDecorator

from planner.model.instant import in_utc
from planner.store.errors import DamagedStoreError

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

METADATA = MetaData()

ID = String(36)


def as_kept(at: datetime) -> str:
    """Return a moment the way it is kept: in UTC, with microseconds, so that text sorts as the moments do."""
    return in_utc(at).isoformat(timespec="microseconds")


class Moment(TypeDecorator[datetime]):
    """A column of moments."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write it in UTC with microseconds."""
        return None if value is None else as_kept(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read it back as a moment in UTC.

        Raises:
            DamagedStoreError: what stands there was never a moment.
        """
        try:
            return None if value is None else datetime.fromisoformat(value).astimezone(UTC)
        except (TypeError, ValueError) as unreadable:
            raise DamagedStoreError from unreadable


def position() -> Column[int]:
    """Return the column that says where in the chain a row stands."""
    return Column("position", Integer, ForeignKey("chain.position"), primary_key=True, autoincrement=False)


def salt() -> Column[bytes]:
    """Return the column of the salt under which the chain digests a row."""
    return Column("salt", LargeBinary, nullable=False)
