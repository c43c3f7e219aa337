"""Every look at the record, in the order in which one can rely on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.message import say
from planner.store.verifying import heads, lines, sessions
from planner.store.verifying.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

    from planner.store.verifying.heads import Witness


def damage(pages: Iterable[str]) -> tuple[Problem, ...]:
    """Say where the file itself is damaged; what stands on such a page cannot be read at all."""
    return tuple(Problem("file", 0, say("The file is damaged: {where}.", where=where)) for where in pages)


def can_be_walked(found: Collection[Problem]) -> bool:
    """Tell whether the lines of the record can be read: what stands in a table's place could say anything."""
    return all(problem.room != "tables" for problem in found)


def record(connection: Connection, witnesses: Collection[Witness]) -> tuple[Problem, ...]:
    """Say what is not as it was written: lines, finished sessions, and what was cut off or written anew."""
    return (
        *lines.problems(connection),
        *sessions.problems(connection),
        *heads.problems(connection, witnesses),
    )
