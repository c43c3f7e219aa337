"""Where a finding leads: the step, the topic card, the items and the field in which its question is answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from planner.model.entry import Item
from planner.model.path import NoSuchPlaceError, value_at
from planner.plan.plan import find, items
from planner.plan.sections import SECTION, name_of
from planner.resources.referral import Referral
from planner.review.review import topic_of
from planner.strengths.strength import HeardBy, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.model.finding import Place
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan

_TOPICS = {
    ("lapse_page", "call_first_id"): "safety.calls",
    ("lapse_page", "overdose_help"): "safety.overdose",
    ("closing", "first_thing"): "review.first_thing",
    ("closing", "answer"): "review.answer",
    ("closing", "answer_words"): "review.answer",
    ("internal_resources", ""): "strengths.inside",
}
"""Fields with a topic of their own within their section."""

_ELSEWHERE = {("safety", "supports"): "safety.calls", ("safety", "tonight"): "safety.overdose"}
"""Sections that a step shows a part of, though they are worked on at another one."""


@dataclass(frozen=True, slots=True)
class Destination:
    """One arrival at a place of the plan. `number` tells it from the arrival before, at the same place too."""

    step: str
    topic: str
    path: FieldPath
    through: str
    """An item of another list inside which it stands on the page: the place something was asked of."""

    number: int

    @property
    def token(self) -> str:
        """What marks the field itself on the page."""
        return f"place/{self.number}"

    @property
    def opens(self) -> frozenset[str]:
        """What stands open on the way there."""
        return frozenset({self.topic, *self.path, self.through})

    def within(self, name: str) -> str:
        """Return what marks a card on the way to it."""
        return f"{self.token}/{name}"

    def after(self, item_id: str) -> str:
        """Return which field of an item, or which list, leads there; empty where the item is not on the way."""
        if item_id == self.through:
            return self.path[0]
        rest = self.path[self.path.index(item_id) + 1 :] if item_id in self.path else ()
        return rest[0] if rest else ""


def said_today(went_to: Destination | None, section: str, item_id: str) -> Destination | None:
    """Return the same place in what is said today, where it was meant in what was said on a day before."""
    if went_to is None or went_to.path[:1] != (section,):
        return went_to
    return replace(went_to, path=(section, item_id, *went_to.path[2:]))


def destination(plan: Plan, place: Place, number: int) -> Destination:
    """Return where a place is worked on."""
    path = path_of(plan, place)
    item = find(plan, path[1] if len(path) > 1 else "")
    through = (item.resource_id or "") if isinstance(item, Referral) else ""
    return Destination(place.step, _topic(plan, place.step, path), path, through, number)


def is_in(plan: Plan, place: Place) -> bool:
    """Whether a place is one of this plan, so that somebody can go there."""
    path = path_of(plan, place)
    return bool(path) and _stands(plan, path)


def name_at(plan: Plan, place: Place) -> str:
    """Return what the person calls the thing a place is about, the nearest one that has a name."""
    path = path_of(plan, place)
    there = (value_at(plan, path[:end]) for end in range(len(path), 0, -1) if _stands(plan, path[:end]))
    return next((name for one in there if isinstance(one, Item) and (name := name_of(one))), "")


def section_at(plan: Plan, place: Place) -> str:
    """Return the title of the section a place stands in; empty where it is none."""
    section = SECTION.get((*path_of(plan, place), "")[0])
    return section.title if section else ""


def path_of(plan: Plan, place: Place) -> FieldPath:
    """Return the path of a place; the path of its field alone where that leads from the plan itself."""
    field = tuple(part for part in place.field.split(".") if part)
    here = _path_to(plan, place.item) if place.item else ()
    return field if here and not _stands(plan, (*here, *field)) and _stands(plan, field) else (*here, *field)


def _stands(plan: Plan, path: FieldPath) -> bool:
    try:
        value_at(plan, path)
    except NoSuchPlaceError:
        return False
    return True


def _path_to(plan: Plan, item_id: str) -> FieldPath:
    for section, item in items(plan):
        if item.id == item_id:
            return (section, item.id)
        if found := next(_within(item, item_id), None):
            return (section, item.id, *found)
    return ()


def _within(entry: Item, item_id: str) -> Iterator[FieldPath]:
    """Yield the way to an item that stands in a list of another item."""
    lists = cast("dict[str, tuple[object, ...]]", {name: part for name, part in entry if isinstance(part, tuple)})
    for name, part in lists.items():
        if any(isinstance(one, Item) and one.id == item_id for one in part):
            yield (name, item_id)


def _topic(plan: Plan, step: str, path: FieldPath) -> str:
    section, field = (*path, "", "")[:2]
    item = find(plan, field)
    if isinstance(item, Strength) and item.heard_by is HeardBy.COUNSELOR and item.fits is None:
        return "strengths.heard"
    special = _ELSEWHERE.get((step, section)) or _TOPICS.get((section, field))
    return special or (topic_of(section, item) if section in SECTION else "")
