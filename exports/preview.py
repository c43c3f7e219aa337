"""The plan taking shape: the same parts as on paper, for the sheet beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.my_plan import sections
from exports.documents.reader import NO_AGENCY

if TYPE_CHECKING:
    from datetime import date

    from exports.page.section import Section
    from planner.caseload.agency import Agency
    from planner.caseload.person import Person
    from planner.plan.plan import Plan
    from planner.words.language import Language


def preview(
    plan: Plan, _person: Person, *, today: date, language: Language, agency: Agency = NO_AGENCY
) -> tuple[Section, ...]:
    """Return the parts of the person's page as it would print now; each has an `id`, a `title` and `lines`.

    What is drawn on paper is named here: there is no room to draw it beside the work.
    """
    return sections(plan, today=today, language=language, agency=agency, is_drawn=False)
