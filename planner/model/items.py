"""Lists of items: put one in its place, take it out, move it."""

from __future__ import annotations

from typing import TypeVar

from planner.model.entry import Item

ItemT = TypeVar("ItemT", bound=Item)


def with_item(known: tuple[ItemT, ...], item: ItemT) -> tuple[ItemT, ...]:
    """Return the list with this item in the place of the one with its id, or at the end when it is new."""
    if any(item.id == other.id for other in known):
        return tuple(item if other.id == item.id else other for other in known)
    return (*known, item)


def without_item(known: tuple[ItemT, ...], item_id: str) -> tuple[ItemT, ...]:
    """Return the list without the item that has this id."""
    return tuple(item for item in known if item.id != item_id)


def moved_item(known: tuple[ItemT, ...], item_id: str, by: int) -> tuple[ItemT, ...]:
    """Return the list with one item moved by some places, at most to either end."""
    at = next((place for place, item in enumerate(known) if item.id == item_id), None)
    if at is None:
        return known
    others = [*known[:at], *known[at + 1 :]]
    others.insert(max(0, at + by), known[at])
    return tuple(others)
