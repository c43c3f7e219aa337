"""Who can be called when it is hard, in the order to call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.plan import find
from planner.support import Support

if TYPE_CHECKING:
    from planner.plan import Plan


def to_call(plan: Plan) -> tuple[Support, ...]:
    """Return who said yes to a call, with the one the lapse page names at the top."""
    first = find(plan, plan.lapse_page.call_first_id)
    others = tuple(support for support in plan.supports if support.when_hard and support is not first)
    return (first, *others) if isinstance(first, Support) else others
