"""The records of a JSON feed, one after the other, however large the file is.

A feed is a list, or an object around one; an object that is one record by itself is a feed of one.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import ijson  # pyright: ignore[reportMissingTypeStubs]

from planner.directory.feeds.report import BROKEN_OFF, NOT_A_FEED, NotAFeedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 40
"""No record of a directory is nested deeper; a file that is, is an attack on memory."""

_AROUND_A_LIST = frozenset(
    ("records", "meetings", "contents", "data", "items", "results", "locations", "rows", "entries", "services")
)
"""Keys under which feeds keep their list."""

_STARTS, _ENDS = frozenset(("start_map", "start_array")), frozenset(("end_map", "end_array"))
_Event = tuple[str, Any]


def records(stream: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """Yield each record with the key its list stands under, which is nothing for a plain list.

    Raises:
        NotAFeedError: it is no JSON, no list and no object, breaks off, or is nested without end.
    """
    try:
        yield from _records(_bounded(ijson.basic_parse(stream, use_float=True)))
    except (ijson.JSONError, UnicodeDecodeError, ValueError, ArithmeticError) as broken:
        raise NotAFeedError(BROKEN_OFF) from broken


def _bounded(events: Iterator[_Event]) -> Iterator[_Event]:
    depth = 0
    for event, value in events:
        depth += (event in _STARTS) - (event in _ENDS)
        if depth > _DEEPEST:
            raise NotAFeedError(NOT_A_FEED)
        yield event, value


def _records(events: Iterator[_Event]) -> Iterator[tuple[str, Any]]:
    first, _ = next(events)
    if first == "start_array":
        yield from (("", record) for record in _list(events))
        for _ in events:  # what comes after the list shows whether the file is whole
            pass
    elif first == "start_map":
        yield from _object(events)
    else:
        raise NotAFeedError(NOT_A_FEED)


def _list(events: Iterator[_Event]) -> Iterator[Any]:
    for event, value in events:
        if event == "end_array":
            return
        yield _value(event, value, events)


def _object(events: Iterator[_Event]) -> Iterator[tuple[str, Any]]:
    """Yield the records of the lists in an object; an object without any is a record itself."""
    own: dict[str, Any] = {}
    has_list = False
    for event, key in events:
        if event == "end_map":
            break
        event, value = next(events)  # noqa: PLW2901 (a key is followed by its value)
        if event == "start_array" and _holds_records(key, own):
            has_list = True
            yield from ((key, record) for record in _list(events))
        else:
            own[key] = _value(event, value, events)
    for _ in events:
        pass
    if not has_list:
        yield "", own


def _holds_records(key: str, own: dict[str, Any]) -> bool:
    return key.endswith(".csv") or (key in _AROUND_A_LIST and "id" not in own and "name" not in own)


def _value(event: str, value: Any, events: Iterator[_Event]) -> Any:
    if event not in _STARTS:
        return value
    builder: Any = ijson.ObjectBuilder()
    builder.event(event, value)
    depth = 1
    while depth:
        event, value = next(events)
        depth += (event in _STARTS) - (event in _ENDS)
        builder.event(event, value)
    return builder.value
