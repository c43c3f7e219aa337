"""Everything a plan suggests right now: the nouns' own findings, gathered, none for what was left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from planner.care_team.alignment import alignment_findings
from planner.care_team.concomitant import concomitant_findings
from planner.care_team.reaction_check import reaction_check_findings
from planner.consent.consent import prepared_findings
from planner.first_path.bridge import bridge_findings
from planner.goals.attainment import disagreement, ladder_findings, scale_findings
from planner.goals.coach import goal_findings
from planner.health.advice import advice_findings
from planner.health.medication import medication_findings, reaction_findings
from planner.health.observation import observation_findings
from planner.health.provider import provider_findings
from planner.health.visit import visit_findings
from planner.plan.plan import Plan, SessionPath, is_left_open
from planner.plan.sections import SECTION, SECTIONS
from planner.plan.topic import KIND_TOPICS
from planner.resources.referral import referral_findings
from planner.resources.resource import resource_findings
from planner.resources.support import support_findings
from planner.review import cross_findings as links
from planner.review.absence import absence_findings
from planner.safety.lapse_review import lapse_review_findings
from planner.safety.warning_sign import trigger_findings
from planner.sessions.circumstances import circumstances_findings
from planner.sessions.closing import closing_findings
from planner.sessions.first_path import leaving_findings, tonight_findings
from planner.sessions.since_last import since_last_findings
from planner.skills.bill import bill_findings
from planner.skills.budget import budget_findings
from planner.skills.routine import routine_findings
from planner.skills.skill import skill_findings
from planner.strengths.internal_resource import inside_findings
from planner.strengths.strength import Strength, strength_findings
from planner.week.findings import week_findings
from planner.words.legible import legible_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from planner.model.entry import Item
    from planner.model.finding import Finding

CLINICAL = frozenset(
    {
        "advice.different",
        "alignment.knows",
        "alignment.purpose",
        "alignment.same",
        "lapse.doses",
        "lapse.symptoms",
        "leaving.medicine_days",
        "leaving.medicine_gap",
        "leaving.next_dose",
        "leaving.next_shot",
        "leaving.no_appointment",
        "medication.both",
        "medication.not_compared",
        "medication.opioid_use",
        "medication.reaction",
        "overdose.ask",
        "overdose.help",
        "supply.ahead",
        "supply.before_visit",
        "supply.closed",
        "supply.closed_unread",
        "supply.days",
        "supply.due",
        "supply.due_order",
        "supply.gap",
        "supply.missed",
        "supply.no_refill",
        "supply.out",
        "supply.paused",
        "supply.soon",
        "supply.twice",
        "supply.unknown",
        "tonight.medicines",
    }
)
"""Findings whose words touch treatment: a clinician reads them before an agency relies on them."""

CODE_TOPICS = {
    "goal.value": "goals.values",
    "goal.action": "goals.parts",
    "goal.measure": "goals.parts",
    "goal.target": "goals.parts",
    "goal.per": "goals.parts",
    "goal.by_when": "goals.parts",
    "goal.confidence": "goals.rulers",
    "goal.importance": "goals.rulers",
    "goal.how_sure": "goals.rulers",
    "goal.sure_again": "goals.rulers",
    "goal.way_on": "goals.rulers",
    "goal.steps": "goals.steps",
    "step.day": "goals.steps",
    "goal.leans": "goals.leans",
    "goal.no_way": "goals.leans",
    "resource.way": "resources.ways",
    "resource.no_way": "resources.ways",
    "resource.second_way": "resources.ways",
}
"""Questions that have a topic of their own within their part of the plan."""


def topic_of(section: str, item: object = None) -> str:
    """Return the topic that "not today" and "not for me" answer to, for a part of the plan or one item of it."""
    return KIND_TOPICS[item.kind] if isinstance(item, Strength) else SECTION[section].topic


@dataclass(frozen=True, slots=True)
class _Question:
    """One question across a plan, the topic it belongs to, and whether the first twenty minutes ask it too."""

    topic: str
    ask: Callable[[Plan, date], Iterable[Finding]]
    early: bool = False


def _each(section: str, ask: Callable[..., Iterable[Finding]], *, dated: bool = False) -> _Question:
    """Ask every item of a section, with today where the question is about days."""

    def ask_all(plan: Plan, today: date) -> Iterator[Finding]:
        for item in getattr(plan, section):
            if not is_left_open(plan, topic_of(section, item)):
                yield from ask(item, today) if dated else ask(item)

    return _Question("", ask_all)


def _goals(plan: Plan, today: date) -> Iterator[Finding]:
    left = frozenset(code for code, topic in CODE_TOPICS.items() if is_left_open(plan, topic))
    return (finding for goal in plan.goals for finding in goal_findings(goal, today, left))


def _ladders(plan: Plan, _today: date) -> Iterator[Finding]:
    yield from scale_findings(plan.goals)
    for goal in plan.goals:
        yield from disagreement(goal)
        yield from ladder_findings(goal)


def _since_last(plan: Plan, _today: date) -> Iterator[Finding]:
    return (finding for latest in plan.since_last[-1:] for finding in since_last_findings(latest))


def _inside(plan: Plan, _today: date) -> Iterator[Finding]:
    return (finding for latest in plan.internal_resources[-1:] for finding in inside_findings(latest))


_QUESTIONS = (
    _Question("first.today", lambda plan, _: tonight_findings(plan.tonight), early=True),
    _Question("first.leaving", lambda plan, _: leaving_findings(plan.leaving), early=True),
    _Question("first.leaving", bridge_findings, early=True),
    _Question("check-in.opening", _since_last),
    _Question("check-in.circumstances", lambda plan, today: circumstances_findings(plan.circumstances, today)),
    _Question("goals.goals", _goals),
    _Question("goals.goals", lambda plan, _: links.several_goals(plan)),
    _Question("goals.goals", _ladders),
    _each("strengths", strength_findings),
    _Question("strengths.inside", _inside),
    _Question("strengths", lambda plan, _: links.unused_strengths(plan)),
    _Question("resources.needs", lambda plan, _: links.needs_without_a_place(plan)),
    _each("resources", resource_findings, dated=True),
    _Question("resources.places", lambda plan, _: links.small_circle(plan)),
    _each("referrals", referral_findings, dated=True),
    _each("supports", support_findings),
    _Question("resources.circle", lambda plan, _: links.own_people(plan)),
    _Question("resources.circle", lambda plan, _: links.circle_gaps(plan)),
    _Question("goals.leans", lambda plan, _: links.goals_without_a_way(plan)),
    _each("medications", medication_findings),
    _Question("medications.medicines", links.supplies, early=True),
    _Question("medications.medicines", links.missed_doses, early=True),
    _Question("medications.medicines", lambda plan, _: reaction_check_findings(plan), early=True),
    _Question("medications.medicines", lambda plan, _: concomitant_findings(plan), early=True),
    _Question("medications.medicines", links.worries),
    _each("reactions", reaction_findings),
    _each("providers", provider_findings),
    _each("visits", visit_findings, dated=True),
    _each("observations", observation_findings),
    _each("advice", advice_findings),
    _Question("medications.providers", alignment_findings),
    _each("consents", prepared_findings),
    _each("skills", skill_findings, dated=True),
    _Question("skills.skills", lambda plan, _: links.unused_skills(plan)),
    _Question("skills.budget", lambda plan, _: budget_findings(plan.budget, plan.bills)),
    _each("bills", bill_findings),
    _each("routines", routine_findings),
    _Question("skills.week", week_findings),
    _each("triggers", trigger_findings),
    _each("lapse_reviews", lapse_review_findings),
    _Question("safety.lapse", lambda plan, _: links.first_call(plan)),
    _Question("review.next", lambda plan, today: closing_findings(plan.closing, today), early=True),
)


def findings(plan: Plan, today: date) -> tuple[Finding, ...]:
    """Return every suggestion for a plan, the heaviest first; in the first twenty minutes only what they ask for."""
    found = (*_asked(plan, today), *absence_findings(plan), *_legible(plan))
    kept = (finding for finding in found if not is_left_open(plan, CODE_TOPICS.get(finding.code, "")))
    return tuple(sorted(kept, key=lambda finding: -finding.weight))


def findings_for(plan: Plan, today: date, step: str) -> tuple[Finding, ...]:
    """Return the suggestions that arise on one step, the heaviest first; the first path is one page for all of them."""
    found = findings(plan, today)
    if step == "first" and plan.path is SessionPath.FIRST:
        return found
    return tuple(finding for finding in found if finding.where.step == step)


def _asked(plan: Plan, today: date) -> Iterator[Finding]:
    is_first = plan.path is SessionPath.FIRST
    for question in _QUESTIONS:
        if (question.early or not is_first) and not is_left_open(plan, question.topic):
            yield from question.ask(plan, today)


def _is_not_asked(plan: Plan, section: str) -> bool:
    """Whether a section's fields are on no page: nobody asks about leaving where the person is not about to leave."""
    return section == "leaving" and plan.leaving.is_leaving is not True


def _legible(plan: Plan) -> Iterator[Finding]:
    for section in SECTIONS:
        if not section.topic or section.is_added_by_us or _is_not_asked(plan, section.name):
            continue
        part = getattr(plan, section.name)
        if isinstance(part, tuple):
            for item in cast("tuple[Item, ...]", part):
                if not is_left_open(plan, topic_of(section.name, item)):
                    yield from legible_findings(item, section.step, item.id)
        elif not is_left_open(plan, section.topic):
            yield from legible_findings(part, section.step, within=f"{section.name}.")
