"""Two hands on one plan: what both changed since they parted, brought together by the id of each item.

    base  --mine-->   plan
          --theirs->  plan     ->  one plan, and what could not be brought together

Nothing is chosen between two sets of words: theirs stay in the plan, and mine stand in a `Conflict` beside them until
somebody chooses. A page that brings its own changes in names them "theirs", so that nothing changes under the hand that
writes. An item that one hand took out and the other went on writing in stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from planner.model.entry import Entry, Item
from planner.plan.amending import ids_in, unlinked
from planner.words.reading import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.model.path import FieldPath
    from planner.plan.plan import Plan

EntryT = TypeVar("EntryT", bound=Entry)
_ABSENT: Any = object()


@dataclass(frozen=True)
class Conflict:
    """One place where both wrote something else. `path` is where it stands in the merged plan.

    `kind` is the entry the field belongs to, so that a screen finds its label.
    """

    path: FieldPath
    kind: type[Entry]
    mine: Any
    theirs: Any

    @property
    def field(self) -> str:
        """The name of the field."""
        return self.path[-1]


@dataclass(frozen=True)
class Merged:
    """One plan out of two, and what is left to choose."""

    plan: Plan
    conflicts: tuple[Conflict, ...]


def merged(base: Plan, mine: Plan, theirs: Plan) -> Merged:
    """Bring two plans together that began from the same one."""
    if theirs in (base, mine) or mine == base:
        return Merged(mine if theirs == base else theirs, ())
    found: list[Conflict] = []
    plan = _entry(base, mine, theirs, (), found)
    gone = (ids_in(mine) | ids_in(theirs)) - ids_in(plan)
    return Merged(unlinked(plan, gone), tuple(found))


def _entry(base: EntryT | None, mine: EntryT, theirs: EntryT, path: FieldPath, found: list[Conflict]) -> EntryT:
    """Merge field by field; without a base, what was never filled in is no change."""
    kind = type(theirs)
    changes: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        before = getattr(base, name) if base is not None else field.get_default(call_default_factory=True)
        here, there = getattr(mine, name), getattr(theirs, name)
        value = _value(before, here, there, (*path, name), found)
        if value is _ABSENT:
            found.append(Conflict((*path, name), kind, here, there))
        elif value is not there:
            changes[name] = value
    return theirs.amended(**changes) if changes else theirs


def _value(base: Any, mine: Any, theirs: Any, path: FieldPath, found: list[Conflict]) -> Any:
    """Return the merged value, or `_ABSENT` where somebody has to choose."""
    if mine in (theirs, base):
        return theirs
    if theirs == base:
        return mine
    if isinstance(theirs, tuple):
        return _several(base, mine, theirs, path, found)
    if _is_alike(mine, theirs):
        return _entry(base if type(base) is type(mine) else None, mine, theirs, path, found)
    return _ABSENT


def _is_alike(mine: Any, theirs: Any) -> bool:
    return isinstance(theirs, Entry) and type(mine) is type(theirs) and not isinstance(theirs, Typed)


def _several(base: Any, mine: Any, theirs: Any, path: FieldPath, found: list[Conflict]) -> tuple[Any, ...]:
    parted = _by_name(base)
    ours, others = _by_name(mine), _by_name(theirs)
    kept: dict[Any, Any] = {}
    for name in _in_order(tuple(parted), tuple(ours), tuple(others)):
        one = _one(parted.get(name, _ABSENT), ours.get(name, _ABSENT), others.get(name, _ABSENT), (*path, name), found)
        if one is not _ABSENT:
            kept[name] = one
    return tuple(kept.values())


def _by_name(several: Iterable[Any]) -> dict[Any, Any]:
    """Return what stands in a list by id; what has none stands for itself, and the second of two equal ones apart."""
    named: dict[Any, Any] = {}
    for one in several:
        name: Any = one.id if isinstance(one, Item) else one
        times = 0
        while (key := (name, times) if times else name) in named:
            times += 1
        named[key] = one
    return named


def _one(base: Any, mine: Any, theirs: Any, path: FieldPath, found: list[Conflict]) -> Any:
    """Merge one of a list: changed outlives taken out, and taken out outlives unchanged."""
    if mine is _ABSENT:
        return _ABSENT if theirs == base else theirs
    if theirs is _ABSENT:
        return _ABSENT if mine == base else mine
    if mine == theirs or not _is_alike(mine, theirs):
        return theirs
    return _entry(None if base is _ABSENT else base, mine, theirs, path, found)


def _in_order(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> Iterator[Any]:
    """Yield every name once: in my order where only I moved any, else in theirs."""
    only_i_moved = _common(theirs, base) == _common(base, theirs)
    first, second = (mine, theirs) if only_i_moved else (theirs, mine)
    order = list(first)
    for place, name in enumerate(second):
        if name not in order:
            before = next((one for one in reversed(second[:place]) if one in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, name)
    yield from order


def _common(of: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(name for name in of if name in other)
