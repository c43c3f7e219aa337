"""When it is hard: who can be called, and what helps, each in the order in which to try it; and where naloxone is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.plan.plan import find
from planner.resources.support import Support

if TYPE_CHECKING:
    from planner.plan.plan import Plan


def to_call(plan: Plan) -> tuple[Support, ...]:
    """Return who can be called: the one the lapse page names first, those for when nobody picks up, the others."""
    named = (plan.lapse_page.call_first_id, *plan.lapse_page.call_next_ids)
    first = [found for support_id in named if isinstance(found := find(plan, support_id), Support)]
    others = [support for support in plan.supports if support.when_hard]
    return tuple({support.id: support for support in (*first, *others)}.values())


def where_naloxone_is(plan: Plan) -> str:
    """Return the place in the person's words: those of the lapse page, or else those of the first twenty minutes."""
    return plan.lapse_page.overdose_help.strip() or plan.tonight.overdose_words.strip()


def what_helps(plan: Plan) -> tuple[str, ...]:
    """Return what helps in the person's words, with what they try first at the top."""
    ordered = sorted(plan.helps, key=lambda help_: not help_.first)
    return tuple(help_.own_words.strip() for help_ in ordered if help_.own_words.strip())
