"""Questions for a visit that the plan itself leads to, and the visit they go into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.care_team.alignment import alignment_findings, belong_together
from planner.health.advice import DifferentAdvice, advice_findings
from planner.health.medication import Medication
from planner.health.provider import Provider
from planner.health.visit import Visit, VisitQuestion
from planner.model.items import with_item
from planner.plan.amending import added, replaced
from planner.plan.plan import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.words.language import Language


def asked_at_next_visit(
    plan: Plan, provider_id: str | None, ask: str, *, new_id: Callable[[], str], today: date
) -> Plan:
    """Put a question into the next visit with a provider, or into a new one that still needs its day."""
    question = VisitQuestion(id=new_id(), ask=ask)
    ahead = [visit for visit in plan.visits if visit.provider_id == provider_id and visit.is_ahead(today)]
    if not ahead:
        return added(plan, "visits", Visit(id=new_id(), provider_id=provider_id, questions=(question,)))
    visit = min(ahead, key=lambda one: (one.on.reading is None, one.on.reading or today))
    return replaced(plan, "visits", visit.amended(questions=with_item(visit.questions, question)))


def leading_to_questions(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield the findings across the three groups that lead to a question for a visit."""
    found = (
        *alignment_findings(plan, today),
        *(advice_finding for told in plan.advice for advice_finding in advice_findings(told)),
    )
    yield from (finding for finding in found if finding.ways)


def may_be_asked(plan: Plan, finding: Finding) -> tuple[Provider, ...]:
    """Return the providers a finding is about: each of them can be asked."""
    concerned = _concerned(plan, finding.where.item)
    return tuple(provider for provider in plan.providers if provider.id in concerned)


def is_brought(plan: Plan, finding: Finding, t: Language) -> bool:
    """Whether every provider a finding is about is asked all it leads to, at a visit of the plan."""
    asked = {(visit.provider_id, question.ask.strip()) for visit in plan.visits for question in visit.questions}
    return all((one.id, t(way)) in asked for one in may_be_asked(plan, finding) for way in finding.ways)


def suggested_questions(plan: Plan, provider_id: str | None, today: date) -> tuple[Message, ...]:
    """Return the questions the plan leads to for a visit with this provider, each one once."""
    ways = {
        str(way): way
        for finding in leading_to_questions(plan, today)
        if any(one.id == provider_id for one in may_be_asked(plan, finding))
        for way in finding.ways
    }
    return tuple(ways.values())


def _concerned(plan: Plan, item_id: str) -> set[str | None]:
    match find(plan, item_id):
        case Provider() as provider:
            return {provider.id}
        case DifferentAdvice() as told:
            return {told.one_id, told.other_id}
        case Medication() as medicine:
            return {
                medication.prescriber_id
                for medication in plan.medications
                if medication.is_in_use and belong_together(medication, medicine)
            }
        case _:
            return set()
