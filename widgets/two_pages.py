"""One plan on two pages: what was kept beside, what is still to choose, what came after the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.merging import merged

if TYPE_CHECKING:
    from planner.merging import Conflict
    from planner.plan import Plan
    from planner.store import KeptBeside, Store


@dataclass(frozen=True)
class Choice:
    """Two sets of words for one place: `conflict.mine` came second and stands beside, `conflict.theirs` in the plan."""

    beside: KeptBeside
    conflict: Conflict


def choices(store: Store, person_id: str, plan: Plan) -> tuple[Choice, ...]:
    """Return what is still to choose between what was kept beside and the plan as it stands."""
    return tuple(
        Choice(beside, conflict)
        for beside in store.kept_beside(person_id)
        if beside.base
        for conflict in merged(beside.base, beside.plan, plan).conflicts
    )


def settle(store: Store, person_id: str, ours: Plan) -> None:
    """Note that all of a change that came second is in the plan by now."""
    for beside in store.kept_beside(person_id):
        if beside.plan == ours:
            store.settle_beside(beside.id)


def with_what_came_late(store: Store, person_id: str, plan: Plan) -> Plan:
    """Return the plan of the last revision with what another page wrote after the session was finished on this one."""
    ended = max((revision.at for revision in store.revisions(person_id)), default=None)
    for beside in store.kept_beside(person_id):
        if beside.base and ended and beside.kept_at >= ended:
            plan = merged(beside.base, beside.plan, plan).plan
    return plan
