"""One plan on two pages: what was kept beside, what is still to choose, what came after the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from planner.model.path import NoSuchPlaceError, value_at
from planner.plan.merging import merged
from planner.store import KeptDraft, StoreError
from planner.words.reading import Typed

if TYPE_CHECKING:
    from planner.model.path import FieldPath
    from planner.plan.merging import Conflict
    from planner.plan.plan import Plan
    from planner.store import KeptBeside, Lease, Store

ON_THEIR_WAY = timedelta(seconds=1)
"""How long something pressed may be on its way from a page to its kernel."""


class Neighbors:
    """Who else is at this plan. A page that was just left still stands in the store; only a new sign of life counts."""

    def __init__(self) -> None:
        self._first_heard: dict[str, datetime] = {}

    def heard_of(self, lease: Lease | None) -> Lease | None:
        """Return a lease once its holder was heard of a second time, for as long as the store knows it."""
        if lease is None:
            return None
        return lease if lease.seen > self._first_heard.setdefault(lease.holder, lease.seen) else None


@dataclass(frozen=True)
class LaidOver:
    """A draft that stood on the screen until another page's came: what was done on it may still be on its way."""

    before: KeptDraft
    came: datetime

    def made_on(self, now: KeptDraft, plan: Plan, at: datetime, typed: FieldPath | None) -> KeptDraft:
        """Return the draft a change was made on, which led to `plan`; `typed` is the place of words.

        Words that came with the change tell it themselves: a slow page sends the next letter long after another page's
        words arrived in its kernel, and has not shown them yet.
        """
        if at - self.came < ON_THEIR_WAY:
            return self.before
        goes_on = typed is not None and go_on_from(
            *(_words_at(one, typed) for one in (plan, self.before.plan, now.plan))
        )
        return self.before if goes_on else now


def go_on_from(words: str, before: str, now: str) -> bool:
    """Whether words are those before with a change at one place, rather than those that stand there now."""
    return _changed(words, before) < _changed(words, now)


def _changed(words: str, other: str) -> int:
    """Return how many letters a change at one place took out and put in."""
    begins = _alike(words, other)
    ends = _alike(words[begins:][::-1], other[begins:][::-1])
    return len(words) + len(other) - 2 * (begins + ends)


def _alike(words: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    return next(
        (at for at, (one, two) in enumerate(zip(words, other, strict=False)) if one != two), min(len(words), len(other))
    )


def _words_at(plan: Plan, path: FieldPath) -> str:
    value = _at(plan, path)
    return value.words if isinstance(value, Typed) else str(value or "")


@dataclass(frozen=True)
class ConflictChoice:
    """Two sets of words for one place: `conflict.mine` stand beside, `conflict.theirs` in the plan."""

    beside: KeptBeside
    conflict: Conflict


def choices(store: Store, person_id: str, plan: Plan) -> tuple[ConflictChoice, ...]:
    """Return what is still to choose between what was kept beside and the plan; nothing while that can not be read."""
    try:
        kept = store.drafts.beside(person_id)
    except StoreError:
        return ()
    return tuple(
        ConflictChoice(beside, conflict)
        for beside in kept
        if beside.base
        for conflict in merged(beside.base, beside.plan, plan).conflicts
    )


def brought_together(store: Store, base: Plan, ours: Plan, current: KeptDraft) -> Plan:
    """Return one plan out of ours and another page's, which began from the same one.

    Where both wrote, ours stand in the plan, so that nothing changes under the hand that writes; theirs are kept beside
    first.

    Raises:
        StoreError: they could not be kept beside.
    """
    both = merged(base, current.plan, ours)
    if both.conflicts:
        store.drafts.keep_beside(current, base)
    return both.plan


def settle(store: Store, person_id: str, base: Plan, ours: Plan, plan: Plan) -> None:
    """Note which of the words kept beside are in the plan by now, or were written on from there by the same hand."""
    for beside in store.drafts.beside(person_id):
        if beside.base is None:
            continue
        left = merged(beside.base, beside.plan, plan).conflicts
        if beside.plan == ours or (left and all(_at(base, one.path) == one.mine for one in left)):
            store.drafts.settle_beside(beside.id)


def _at(plan: Plan, path: FieldPath) -> Any:
    try:
        return value_at(plan, path)
    except NoSuchPlaceError:
        return None


def with_what_came_late(store: Store, person_id: str, plan: Plan) -> Plan:
    """Return the plan of the last revision with what another page wrote once the session had ended on this one."""
    ended = max((revision.at for revision in store.revisions(person_id)), default=None)
    for beside in store.drafts.beside(person_id):
        if beside.base and (ended is None or beside.kept_at >= ended):  # a discarded session leaves no revision
            plan = merged(beside.base, beside.plan, plan).plan
    return plan
