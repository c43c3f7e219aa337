"""What stays off the person's papers: what they left off, and what nobody may read who finds a paper by chance.

Before the first print the person is asked once whether someone could find it who should not. Crisis numbers stay on
every paper, whatever the answer is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.health.medication import names_of
from planner.library.ingredients import named_in, names_folded

if TYPE_CHECKING:
    from planner.plan.plan import Plan

HEALTH = "health"
"""The part of the person's page with their medicines and who looks after their health."""

LAPSE_PAGE = "lapse-page"
"""The sheet of its own for the first hour after a slip."""

_TELLS_TOO_MUCH = frozenset({HEALTH, LAPSE_PAGE, "looked-back"})

_TELLS_NOTHING_ELSE = frozenset({LAPSE_PAGE, "pill-schedule", "pill-list"})
"""Papers that hold nothing but what stays off where somebody could find it."""


def is_asked(plan: Plan) -> bool:
    """Whether the person has said if someone could find their paper."""
    return plan.paper_may_be_found is not None


def may_be_found(plan: Plan) -> bool:
    """Whether the person said that someone could find their paper who should not."""
    return plan.paper_may_be_found is True


def is_left_off(plan: Plan, part: str) -> bool:
    """Whether a part of the person's page, or the lapse page, stays off their papers."""
    return part in plan.left_off_paper or (part in _TELLS_TOO_MUCH and may_be_found(plan))


def stays_unprinted(plan: Plan, document: str) -> bool:
    """Whether a paper holds nothing but what nobody may find. On the screen the person can want it all the same."""
    return document in _TELLS_NOTHING_ELSE and may_be_found(plan)


def names_medicines(plan: Plan) -> bool:
    """Whether the person's papers may name a medicine."""
    return not is_left_off(plan, HEALTH)


def names_naloxone(plan: Plan) -> bool:
    """Whether the person's papers may say where the naloxone is."""
    return not may_be_found(plan)


def tells_of_a_medicine(words: str, plan: Plan) -> bool:
    """Whether words of the person's name a medicine: one that is known by name, or one of theirs.

    Nothing is taken out of what somebody said; whoever prints is asked whether the part stays off the paper.
    """
    said = names_folded(words)
    return bool(named_in(words).names) or any(_stands_in(name, said) for name in _names(plan))


def _names(plan: Plan) -> tuple[tuple[str, ...], ...]:
    return tuple(name for medicine in plan.medications for name in names_of(medicine))


def _stands_in(name: tuple[str, ...], said: tuple[str, ...]) -> bool:
    return any(said[place : place + len(name)] == name for place in range(len(said)))
