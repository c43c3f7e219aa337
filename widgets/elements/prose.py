"""Our own words on the person's page, without a word of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.my_plan import my_plan
from exports.documents.occasion import Occasion
from planner.words.language import Language

if TYPE_CHECKING:
    from datetime import date

    from planner.caseload.person import Person
    from planner.plan.plan import Plan


def house_prose(plan: Plan, person: Person, today: date) -> str:
    """Return what we wrote on the page."""
    page = my_plan(Occasion(plan=plan, person=person, today=today, language=Language(person.language.value)))
    return "\n".join((page.title, *(section.title for section in page.sections)))
