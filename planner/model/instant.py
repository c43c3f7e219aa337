"""A moment in UTC, and the day it falls on where the agency is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, AwareDatetime


def in_utc(at: datetime) -> datetime:
    """Return the same moment in UTC.

    Raises:
        ValueError: the moment has no zone, so nobody can tell which moment it is.
    """
    if at.tzinfo is None:
        message = "a moment needs its zone"
        raise ValueError(message)
    return at.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(in_utc)]
"""A moment; whatever zone it comes in, it is kept in UTC."""


def local_time(at: datetime, zone: str) -> datetime:
    """Return a moment as a clock in an IANA zone shows it; a zone nobody knows is read as UTC."""
    try:
        return at.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return at.astimezone(UTC)


def local_day(at: datetime, zone: str) -> date:
    """Return the day of a moment in an IANA zone; a zone nobody knows is read as UTC."""
    return local_time(at, zone).date()


def is_zone(name: str) -> bool:
    """Whether a clock is set by this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def same_clock(one: str, other: str, at: datetime) -> bool:
    """Whether two zones show the same time through the year to come; a name nobody knows shows none."""
    if not (is_zone(one) and is_zone(other)):
        return False
    months = (at + timedelta(days=30 * month) for month in range(13))
    return all(
        day.astimezone(ZoneInfo(one)).utcoffset() == day.astimezone(ZoneInfo(other)).utcoffset() for day in months
    )
