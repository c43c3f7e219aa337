"""Changing a plan: put an item in, change it, take it out, move it. Every change makes a new plan that shares the rest.

`section` is the name of one of the plan's lists ("goals", "visits"). For a list inside an item, such as the steps of
a goal, `with_item`, `without_item` and `moved_item` make the new list for `item.amended(steps=...)`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from planner.model.entry import Entry, Item, nested, references
from planner.model.items import moved_item, with_item, without_item
from planner.plan.plan import LeftOpen, NotNow, Plan, items

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

EntryT = TypeVar("EntryT", bound=Entry)


class NoSuchItemError(LookupError):
    """An item was to be changed that is not in the list: writing nothing would lose what was typed."""

    def __init__(self, section: str, item_id: str) -> None:
        """Name the list and the id; neither holds a person's words."""
        super().__init__(f"{section} holds no item {item_id}. Add it, or look it up again.")


class IdTakenError(ValueError):
    """An item was to be added under an id that stands for another one already."""

    def __init__(self, section: str, item_id: str) -> None:
        """Name the list and the id; neither holds a person's words."""
        super().__init__(f"{section} can not take {item_id} a second time. Make a new id for a new item.")


def added(plan: Plan, section: str, item: Item) -> Plan:
    """Return the plan with one more item at the end of a list.

    Raises:
        IdTakenError: another item of the plan has this id.
    """
    if any(item.id == known.id for _, known in items(plan)):
        raise IdTakenError(section, item.id)
    return plan.amended(**{section: (*_items_of(plan, section), item)})


def replaced(plan: Plan, section: str, item: Item) -> Plan:
    """Return the plan with this item in the place of the one that has the same id.

    Raises:
        NoSuchItemError: the list holds no item with this id.
    """
    known = _items_of(plan, section)
    if not any(item.id == other.id for other in known):
        raise NoSuchItemError(section, item.id)
    return plan.amended(**{section: with_item(known, item)})


def removed(plan: Plan, section: str, item_id: str) -> Plan:
    """Return the plan without an item, and without every link that led to it or to a part of it.

    An item that is not there (a second click) leaves the plan as it is.
    """
    known = _items_of(plan, section)
    gone = frozenset(found for item in known if item.id == item_id for found in _ids(item))
    if not gone:
        return plan
    return _unlinked(plan.amended(**{section: without_item(known, item_id)}), gone)


def moved(plan: Plan, section: str, item_id: str, by: int) -> Plan:
    """Return the plan with an item moved up (`by` below zero) or down its list, at most to the end."""
    known = _items_of(plan, section)
    changed = moved_item(known, item_id, by)
    return plan if changed == known else plan.amended(**{section: changed})


def left_open(plan: Plan, topic: str, answer: NotNow, on: date) -> Plan:
    """Return the plan with "not today" or "not for me" as the answer to a topic."""
    others = taken_up(plan, topic).left_open
    return plan.amended(left_open=(*others, LeftOpen(topic=topic, answer=answer, on=on)))


def taken_up(plan: Plan, topic: str) -> Plan:
    """Return the plan with a topic open for work again."""
    return plan.amended(left_open=tuple(left for left in plan.left_open if left.topic != topic))


def unlinked(plan: Plan, gone: frozenset[str]) -> Plan:
    """Return the plan without any link to these ids."""
    return _unlinked(plan, gone)


def ids_in(plan: Plan) -> frozenset[str]:
    """Return the id of every item in a plan, and of every part of one."""
    return frozenset(found for _, item in items(plan) for found in _ids(item))


def _items_of(plan: Plan, section: str) -> tuple[Item, ...]:
    return cast("tuple[Item, ...]", getattr(plan, section))


def _ids(item: Item) -> Iterator[str]:
    yield item.id
    for name in nested(type(item)):
        found: Any = getattr(item, name)
        for part in cast("tuple[Any, ...]", found if isinstance(found, tuple) else (found,)):
            if isinstance(part, Item):
                yield from _ids(part)


def _unlinked(entry: EntryT, gone: frozenset[str]) -> EntryT:
    """Return the entry without links to the ids that are gone; the very same one when it held none."""
    changes: dict[str, Any] = {}
    for name in references(type(entry)):
        kept = _reference_without(getattr(entry, name), gone)
        if kept != getattr(entry, name):
            changes[name] = kept
    for name in _linked_parts(type(entry)):
        kept = _part_without(getattr(entry, name), gone)
        if kept is not getattr(entry, name):
            changes[name] = kept
    return entry.amended(**changes) if changes else entry


def _reference_without(link: str | tuple[str, ...] | None, gone: frozenset[str]) -> str | tuple[str, ...] | None:
    if isinstance(link, tuple):
        return tuple(one for one in link if one not in gone)
    return None if link in gone else link


def _part_without(part: Any, gone: frozenset[str]) -> Any:
    if isinstance(part, Entry):
        return _unlinked(part, gone)
    if not isinstance(part, tuple):
        return part
    known = cast("tuple[Entry, ...]", part)
    kept = tuple(_unlinked(one, gone) for one in known)
    return known if all(new is old for new, old in zip(kept, known, strict=True)) else kept


@cache
def _linked_parts(kind: type[Entry]) -> tuple[str, ...]:
    return tuple(name for name, part in nested(kind).items() if references(part) or _linked_parts(part))
