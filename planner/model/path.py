"""Reaching one place in a plan: `("goals", <id>, "steps", <id>, "own_words")`.

A change names its place and nothing else, so two changes in flight never overwrite each other's neighbours.
"""

from __future__ import annotations

from typing import Any

from planner.model.entry import Entry, Item

FieldPath = tuple[str, ...]
"""Field names, and the id of an item after the name of a list of items."""


class NoSuchPlaceError(LookupError):
    """The place is not in the plan (any more): the item was removed meanwhile, or the name is unknown."""

    def __init__(self, path: FieldPath) -> None:
        """Name the place by its field names; ids and words stay out."""
        super().__init__("There is no " + " › ".join(part for part in path if "-" not in part or " " in part))


def value_at(entry: Entry, path: FieldPath) -> Any:
    """Return what stands at a place.

    Raises:
        NoSuchPlaceError: an item or a field on the way does not exist.
    """
    here: Any = entry
    for part in path:
        here = _child(here, part, path)
    return here


def put(entry: Entry, path: FieldPath, value: Any) -> Any:
    """Return the entry with `value` at a place, validated on the way.

    Raises:
        NoSuchPlaceError: an item or a field on the way does not exist.
        pydantic.ValidationError: the value is of the wrong kind for its field.
    """
    return _put(entry, path, value, path)


def _child(here: Any, part: str, path: FieldPath) -> Any:
    if isinstance(here, tuple):
        found = next((item for item in _items(here) if item.id == part), None)
        if found is not None:
            return found
    elif isinstance(here, Entry) and part in type(here).model_fields:
        return getattr(here, part)
    raise NoSuchPlaceError(path)


def _put(here: Any, rest: FieldPath, value: Any, path: FieldPath) -> Any:
    if not rest:
        return value
    child = _put(_child(here, rest[0], path), rest[1:], value, path)
    if isinstance(here, tuple):
        return tuple(child if item.id == rest[0] else item for item in _items(here))
    return here.amended(**{rest[0]: child})


def _items(here: Any) -> tuple[Item, ...]:
    return here if all(isinstance(item, Item) for item in here) else ()
