"""One plan on two pages: what was kept beside, what is still to choose, what came after the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.model.path import NoSuchPlaceError, value_at
from planner.plan.merging import merged
from planner.store import StoreError

if TYPE_CHECKING:
    from datetime import datetime

    from planner.model.path import FieldPath
    from planner.plan.merging import Conflict
    from planner.plan.plan import Plan
    from planner.store import KeptBeside, KeptDraft, Lease, Store


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
