"""The invented world of every test: one day, one hour, and ids by number."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

TODAY = date(2026, 11, 22)
"""A Sunday."""

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
_numbers = count(1)


def an_id(number: int) -> str:
    """Return the id with this number."""
    return str(UUID(int=number))


def new_id() -> str:
    """Return an id nobody had before, the same in every run."""
    return an_id(next(_numbers))
