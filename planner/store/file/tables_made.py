"""Whether a store's tables, indexes and guards are those the migrations make, and nothing else stands there."""

from __future__ import annotations

import re
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

from planner.model.message import say
from planner.store.file import schema, sqlcipher
from planner.store.verifying.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from sqlite3 import Connection as RawConnection

    from planner.model.message import Message

_QUOTES = re.compile(r'["`\[\]]')
_WORD = re.compile(r"[(),]|[^\s(),]+")

Making = tuple[str, str, tuple[str, ...]]
"""What something is, the table it belongs to, and the words of its making, however they are spaced and quoted."""

_ROOMS = {"table": "tables", "view": "tables", "trigger": "guards", "index": "indexes"}


def problems(raw: RawConnection, *, practice: bool) -> Iterator[Problem]:
    """Yield what is missing, made otherwise, or too much."""
    made, stands = _for_practice() if practice else _by_migrations(), _read(raw)
    for name in sorted({*made, *stands}):
        if made.get(name) != stands.get(name):
            kinds = {one[name][0] for one in (made, stands) if name in one}
            room = "tables" if kinds & {"table", "view"} else _ROOMS.get(min(kinds), "tables")
            yield Problem(room, 0, _says(name, is_missing=name not in stands, is_strange=name not in made))


def _says(name: str, *, is_missing: bool, is_strange: bool) -> Message:
    if is_missing:
        return say("{name} is missing: this program made it to keep the record as it is.", name=name)
    if is_strange:
        return say("{name} stands in the store, and was never made by this program.", name=name)
    return say("{name} is not as this program made it.", name=name)


@cache
def _by_migrations() -> Mapping[str, Making]:
    with closing(sqlcipher.in_memory()) as raw:
        schema.bring_up_to_date(raw)
        return _read(raw)


@cache
def _for_practice() -> Mapping[str, Making]:
    with closing(sqlcipher.in_memory()) as raw:
        with sqlcipher.engine_over(raw).connect().execution_options(writes=True) as connection, connection.begin():
            schema.make_tables(connection)
        return _read(raw)


def _read(raw: RawConnection) -> dict[str, Making]:
    rows = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {str(name): (str(kind), str(table), _words(sql)) for kind, name, table, sql in rows}


def _words(sql: object) -> tuple[str, ...]:
    return tuple(_WORD.findall(_QUOTES.sub("", str(sql or ""))))
