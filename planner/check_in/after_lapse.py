"""What a review of a lapse proposes to change in the plan: each change to accept, or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.care_team.visit_questions import asked_at_next_visit
from planner.model.daily_life import Area
from planner.model.entry import has_text
from planner.model.message import Message, say
from planner.model.missed_dose import WhyMissed
from planner.plan.amending import added, replaced
from planner.resources.resource import Need, Timing
from planner.safety.lapse_review import Happened, LapseReview, ProposalAnswer
from planner.safety.warning_sign import Helps, WarningSign
from planner.skills.skill import Mastery, Practice, Skill

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.plan.plan import Plan
    from planner.words.language import Language


@dataclass(frozen=True, slots=True)
class Edge:
    """What the screen hands in when a change is accepted: new ids, the day, the language of the plan."""

    new_id: Callable[[], str]
    today: date
    language: Language


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change. `says` names it, `because` says where it comes from."""

    code: str
    says: Message
    because: Message
    applies: Callable[[Plan, LapseReview], bool]
    change: Callable[[Plan, LapseReview, Edge], Plan]


def proposals(plan: Plan, review: LapseReview) -> tuple[Proposal, ...]:
    """Return the changes that a review leads to and that nobody has answered yet, what worked first."""
    answered = {answer.code for answer in review.answers}
    return tuple(one for one in _PROPOSALS if one.code not in answered and one.applies(plan, review))


def accepted(plan: Plan, review: LapseReview, proposal: Proposal, edge: Edge) -> Plan:
    """Return the plan with a change made, and the yes kept with the review."""
    return _answered(proposal.change(plan, review, edge), review, proposal.code, accepted=True)


def turned_down(plan: Plan, review: LapseReview, proposal: Proposal) -> Plan:
    """Return the plan as it is, with the no kept with the review."""
    return _answered(plan, review, proposal.code, accepted=False)


def _answered(plan: Plan, review: LapseReview, code: str, *, accepted: bool) -> Plan:
    answers = (*review.answers, ProposalAnswer(code=code, accepted=accepted))
    return replaced(plan, "lapse_reviews", review.amended(answers=answers))


def _keep_skill(plan: Plan, review: LapseReview, edge: Edge) -> Plan:
    tried = Practice(id=edge.new_id(), on=review.on, own_words=edge.language("It worked."))
    skill = Skill(id=edge.new_id(), name=review.what_stopped, mastery=Mastery.PRACTISING, practices=(tried,))
    return added(plan, "skills", skill)


def _keep_in_first_hour(plan: Plan, review: LapseReview, _edge: Edge) -> Plan:
    return plan.amended(lapse_page=plan.lapse_page.amended(first_hour=review.what_stopped))


def _strengths_to_lean_on(plan: Plan, review: LapseReview) -> list[tuple[str, str]]:
    used = {one.strength_id for one in plan.helps}
    return [
        (strength.id, strength.own_words)
        for strength in plan.strengths
        if strength.id in review.strength_ids and strength.id not in used
    ]


def _lean_on_strengths(plan: Plan, review: LapseReview, edge: Edge) -> Plan:
    for strength_id, own_words in _strengths_to_lean_on(plan, review):
        plan = added(plan, "helps", Helps(id=edge.new_id(), own_words=own_words, strength_id=strength_id))
    return plan


_ASK = {
    WhyMissed.FORGOT: say("What could remind me to take it?"),
    WhyMissed.FELT_BAD: say("It made me feel bad. What else could we try?"),
    WhyMissed.FELT_WELL: say("I felt well without it. What do you think?"),
    WhyMissed.RAN_OUT: say("How do I get it before it runs out?"),
    WhyMissed.HID_IT: say("How can I take it without others seeing it?"),
    WhyMissed.TOLD_NOT_TO: say("Somebody told me not to take it. What do you say?"),
}
_ASK_FIRST = say("I missed doses. How do I go on?")
_NEEDS = {
    WhyMissed.NO_RIDE: (Area.TRANSPORT, say("A way to get my medicine")),
    WhyMissed.NO_MONEY: (Area.MONEY, say("Help to pay for my medicine")),
}


def _missed(_plan: Plan, review: LapseReview) -> bool:
    return review.missed_doses is Happened.YES


def _ask_about_doses(plan: Plan, review: LapseReview, edge: Edge) -> Plan:
    prescribers = [
        medication.prescriber_id for medication in plan.medications if medication.id in review.medication_ids
    ]
    ask = _ASK.get(review.why_missed, _ASK_FIRST) if review.why_missed else _ASK_FIRST
    return _asking(plan, next((prescriber for prescriber in prescribers if prescriber), None), edge.language(ask), edge)


def _need_for_doses(plan: Plan, review: LapseReview, edge: Edge) -> Plan:
    if review.why_missed is None:
        return plan
    area, own_words = _NEEDS[review.why_missed]
    need = Need(id=edge.new_id(), area=area, own_words=edge.language(own_words), timing=Timing.NOW)
    return added(plan, "needs", need)


def _ask_about_symptoms(plan: Plan, review: LapseReview, edge: Edge) -> Plan:
    providers = [condition.provider_id for condition in plan.conditions if condition.id in review.condition_ids]
    ask = edge.language("This has changed: {what}. What do you think?", what=review.symptoms)
    return _asking(plan, next((provider for provider in providers if provider), None), ask, edge)


def _asking(plan: Plan, provider_id: str | None, ask: str, edge: Edge) -> Plan:
    return asked_at_next_visit(plan, provider_id, ask, new_id=edge.new_id, today=edge.today)


def _keep_sign(plan: Plan, review: LapseReview, edge: Edge) -> Plan:
    return added(plan, "warning_signs", WarningSign(id=edge.new_id(), own_words=review.symptoms))


def _has_shifted(_plan: Plan, review: LapseReview) -> bool:
    return review.symptoms_shifted is Happened.YES and has_text(review.symptoms)


def _mend_access(plan: Plan, review: LapseReview, edge: Edge) -> Plan:
    need = Need(id=edge.new_id(), area=review.access_area, own_words=review.access, timing=Timing.NOW)
    return added(plan, "needs", need)


_PROPOSALS = (
    Proposal(
        "skill",
        say("Keep it as a skill that worked"),
        say("It stopped it, or brought you back."),
        lambda _, review: has_text(review.what_stopped),
        _keep_skill,
    ),
    Proposal(
        "first_hour",
        say("Put it on your lapse page, for the first hour"),
        say("That line is still empty."),
        lambda plan, review: has_text(review.what_stopped) and not has_text(plan.lapse_page.first_hour),
        _keep_in_first_hour,
    ),
    Proposal(
        "helps",
        say("Put your strength under what helps"),
        say("It carried you this time."),
        lambda plan, review: bool(_strengths_to_lean_on(plan, review)),
        _lean_on_strengths,
    ),
    Proposal(
        "ask_doses",
        say("Bring a question about the doses to the next visit"),
        say("Doses were missed. The prescriber can say how to go on."),
        _missed,
        _ask_about_doses,
    ),
    Proposal(
        "need_doses",
        say("Look for help with this now"),
        say("A ride or money stood in the way of a dose."),
        lambda plan, review: _missed(plan, review) and review.why_missed in _NEEDS,
        _need_for_doses,
    ),
    Proposal(
        "ask_symptoms",
        say("Bring a question about what changed to the next visit"),
        say("Something changed in how you feel."),
        _has_shifted,
        _ask_about_symptoms,
    ),
    Proposal(
        "sign",
        say("Keep it as an early sign"),
        say("Next time you notice it sooner."),
        _has_shifted,
        _keep_sign,
    ),
    Proposal(
        "access",
        say("Put what fell away under what you need now"),
        say("Some help fell away."),
        lambda _, review: review.access_broke is Happened.YES and has_text(review.access),
        _mend_access,
    ),
)
