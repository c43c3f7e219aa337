"""What a field that points at other items can point at, in the words that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.health.visit import Visit
from planner.plan.sections import LINKED, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.model.entry import Item
    from planner.plan.plan import Plan

Options = tuple[tuple[str, str], ...]


def links(plan: Plan) -> dict[str, Options]:
    """Return the options for every linking field there is, by the field's name."""
    options = {section.name: _named(getattr(plan, section.name)) for section in LINKED.values()}
    return {field: options[section.name] for field, section in LINKED.items()}


def _named(items: Iterable[Item]) -> Options:
    known = ((item.id, name_of(item) or _day_of(item)) for item in items)
    return tuple((target, words) for target, words in known if words)


def _day_of(item: Item) -> str:
    """Return the day of a visit about which nothing else was said."""
    return item.on.words.strip() if isinstance(item, Visit) else ""
