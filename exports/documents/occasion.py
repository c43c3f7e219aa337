"""A plan that goes on paper: whose it is, on which day, in which language, for which agency, on what paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page.edition import Edition

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.plan.plan import Plan
    from planner.sessions.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion(Edition):
    """What every document of a plan that stays with the person or in the agency is made from.

    What leaves the agency is made from a `SharedPlan` and an `Edition`, so that the whole plan is never at hand there.
    """

    plan: Plan
    person: Person
    session: Session | None = None
    """The session the plan comes from; where it is not known, the paper says no day of it."""
