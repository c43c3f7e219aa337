"""The end of the first twenty minutes: what is still open and who does it, and the page to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.arrival import FollowUp
from planner.still_open import follow_up
from widgets.fields import form
from widgets.markup import para, tag
from widgets.sitting import use_sitting
from widgets.today import Today

if TYPE_CHECKING:
    from planner.plan import Plan
    from planner.still_open import StillOpen

WHO = form(FollowUp, "who")


@reacton.component
def StillOpenList(plan: Plan, open_things: tuple[StillOpen, ...]) -> Any:
    """Draw each thing that is open, with a line for who does it."""
    return tag("ul", *(_Line(plan, one).key(one.about) for one in open_things), cls="rp-still-open")


@reacton.component
def _Line(plan: Plan, one: StillOpen) -> Any:
    sitting = use_sitting()
    says = sitting.t(one.says)
    fresh = reacton.use_memo(sitting.desk.new_id, [one.about])
    entry = follow_up(plan, one.about) or FollowUp(id=fresh, about=one.about)
    return tag("li", para(says, cls="rp-own"), Today(entry, ("follow_ups",), WHO), role="group", aria_label=says)
