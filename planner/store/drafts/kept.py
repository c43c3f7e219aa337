"""Drafts as they are kept: the newest one, and those that stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from planner.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it is kept.

    `sequence` grows by one with every write and is what the next one names; `base_revision` is the revision the draft
    began from, 0 before there was any. `place` is the step of the session where the two were, `visit` the field.
    """

    person_id: str
    plan: Plan
    sequence: int
    base_revision: int
    place: str
    visit: str
    kept_at: datetime
    can_undo: bool
    can_redo: bool


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """A plan with words that another page wrote otherwise, in the same place; nothing of it is lost."""

    id: int
    person_id: str
    plan: Plan
    sequence: int
    base_revision: int
    place: str
    visit: str
    kept_at: datetime
    base: Plan | None
    """What it was changed from, where that is known."""
