"""Whether finished sessions stand as the record says.

A session's own row changes until it is finished. Each end, and each opening again, is a line of the record that holds
the whole session; the newest of them is how it has to stand.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import exists, not_

from planner.model.message import say, say_count
from planner.store.columns import as_kept
from planner.store.tables import REVISION, SESSION, SESSION_HISTORY, TAKEN_BACK
from planner.store.verifying.lines import as_stored
from planner.store.verifying.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from planner.model.message import Message


def problems(connection: Connection) -> Iterator[Problem]:
    """Yield the sessions that were changed, deleted, opened again or finished without a line in the record."""
    rows = {row.id: row for row in connection.execute(as_stored(SESSION)).all()}
    lines = connection.execute(as_stored(SESSION_HISTORY).order_by(SESSION_HISTORY.c.position)).all()
    newest = {line.session_id: line for line in lines}
    for session_id, line in newest.items():
        if not _stands(rows.get(session_id), line):
            yield _changed(line.position)
    for position in _revisions_apart(connection, lines):
        yield _changed(position)
    without_a_line = [row for row in rows.values() if row.id not in newest]
    if unreadable := sum(_read(row.value) is None for row in without_a_line):
        says = say_count("{n} session can not be read.", "{n} sessions can not be read.", unreadable)
        yield Problem("session", 0, says)
    if finished := sum(_read(row.value) is not None and _is_finished(row) for row in without_a_line):
        yield Problem("session", 0, _without_a_line(finished))


def _stands(row: Row[Any] | None, line: Row[Any]) -> bool:
    """Whether a session stands as its newest line says; one that was opened again may change, and be discarded."""
    said = _read(line.value)
    if said is None:
        return True  # no program wrote that line, and the walk has said so
    if not said.get("finished"):
        return row is None or not _is_finished(row)
    return row is not None and row.value == line.value and _columns(row) == _columns_of(said)


def _is_finished(row: Row[Any]) -> bool:
    """Whether either says so: the column a search looks at, or the session itself."""
    said = _read(row.value)
    return row.finished is not None or said is None or bool(said.get("finished"))


def _read(value: object) -> dict[str, Any] | None:
    try:
        said: Any = json.loads(value) if isinstance(value, str) else None
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", said) if isinstance(said, dict) else None


def _columns(row: Row[Any]) -> tuple[object, ...]:
    return (row.id, row.person_id, row.number, row.started, row.finished)


def _columns_of(said: Mapping[str, Any]) -> tuple[object, ...]:
    return (said.get("id"), said.get("person_id"), said.get("number"), _kept(said, "started"), _kept(said, "finished"))


def _kept(said: Mapping[str, Any], name: str) -> str | None:
    try:
        return as_kept(datetime.fromisoformat(str(said.get(name))))
    except ValueError:
        return None


def _revisions_apart(connection: Connection, lines: Sequence[Row[Any]]) -> Iterator[int]:
    """Yield the revisions of which no session was finished at their moment, by their author."""
    ended = {(line.session_id, line.person_id, line.at, (_read(line.value) or {}).get("author")) for line in lines}
    of_one = (TAKEN_BACK.c.person_id == REVISION.c.person_id, TAKEN_BACK.c.number == REVISION.c.number)
    standing = as_stored(REVISION).where(not_(exists().where(*of_one))).order_by(REVISION.c.position)
    for row in connection.execute(standing).all():
        if (row.session_id, row.person_id, row.at, row.author) not in ended:
            yield row.position


def _changed(position: int) -> Problem:
    says = say("The session that ended with line {position} is not as it was finished.", position=position)
    return Problem("session", position, says)


def _without_a_line(count: int) -> Message:
    return say_count(
        "{n} finished session has no line in the record.", "{n} finished sessions have no line in the record.", count
    )
