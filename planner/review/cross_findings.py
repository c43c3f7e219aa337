"""What two nouns say together: a need without a place, a strength nobody uses, a worry without a question."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.care_team.calling import to_call
from planner.health.observation import Noticed
from planner.health.running_out import missed_day, supply_findings
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.resources.resource import Timing
from planner.resources.support import Bond
from planner.skills.skill import Mastery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.health.medication import Medication
    from planner.health.visit import Visit
    from planner.plan.plan import Plan
    from planner.resources.resource import Need

_AT_ONCE = 3
"""More open goals than this are hard to carry at the same time."""

_A_WEEK = timedelta(days=7)

_SMALL_CIRCLE = 5
"""A few places that are really used hold better than a long list."""


def several_goals(plan: Plan) -> Iterator[Finding]:
    """Yield the question which goal comes first, where many are open."""
    n = sum(goal.is_open and has_text(goal.own_words, goal.action) for goal in plan.goals)
    if n > _AT_ONCE:
        yield Finding(
            "goals.many",
            Place("goals", field="goals"),
            say("You have {n} goals open. Which one comes first?", n=n),
            say("A few at once are easier to carry. The others can wait."),
        )


def unused_strengths(plan: Plan) -> Iterator[Finding]:
    """Yield each strength that no open goal leans on and that helps with nothing yet."""
    open_goals = [goal for goal in plan.goals if goal.is_open]
    used = {link for goal in open_goals for link in goal.strength_ids} | {help_.strength_id for help_ in plan.helps}
    for strength in plan.strengths if open_goals else ():
        if strength.is_mine and has_text(strength.own_words) and strength.id not in used:
            yield Finding(
                "strength.unused",
                Place("strengths", strength.id, "own_words"),
                say("Where could this help you?"),
                say("Let one of your goals lean on it."),
                weight=Weight.READING,
            )


def unused_skills(plan: Plan) -> Iterator[Finding]:
    """Yield each strong skill that no open goal leans on."""
    open_goals = [goal for goal in plan.goals if goal.is_open]
    used = {link for goal in open_goals for link in goal.skill_ids}
    for skill in plan.skills if open_goals else ():
        if skill.mastery is Mastery.STRONG and has_text(skill.name) and skill.id not in used:
            yield Finding(
                "skill.unused",
                Place("skills", skill.id, "mastery"),
                say("You are strong in this. Which goal could lean on it?"),
                say("What you can do well carries other things."),
                weight=Weight.READING,
            )


def needs_without_a_place(plan: Plan) -> Iterator[Finding]:
    """Yield each need of now that no resource meets, by a link or by its area."""
    for need in plan.needs:
        if need.timing is Timing.NOW and has_text(need.own_words) and not _is_met(plan, need):
            yield Finding(
                "need.place",
                Place("resources", need.id, "own_words"),
                say("Who could help with this now?"),
                say("One place or one person to ask is a start."),
                weight=Weight.NEXT,
            )


def _is_met(plan: Plan, need: Need) -> bool:
    def meets(area: object, need_ids: tuple[str, ...]) -> bool:
        return need.id in need_ids or (need.area is not None and area == need.area)

    return any(has_text(place.name) and meets(place.area, place.need_ids) for place in plan.resources)


def small_circle(plan: Plan) -> Iterator[Finding]:
    """Yield the question what can wait, where the list of places for now is long."""
    n = sum(place.is_now for place in plan.resources)
    if n > _SMALL_CIRCLE:
        yield Finding(
            "resources.many",
            Place("resources", field="resources"),
            say("You have {n} places for now. Which ones can wait?", n=n),
            say("A small circle that you use holds better than a long list."),
        )


def own_people(plan: Plan) -> Iterator[Finding]:
    """Yield a question where everybody in the circle is paid to help."""
    bonds = [support.bond for support in plan.supports if has_text(support.name)]
    if bonds and all(bond is Bond.PAID for bond in bonds):
        yield Finding(
            "circle.own",
            Place("resources", field="supports"),
            say("Is there somebody of your own: family, a friend, someone in recovery?"),
            say("It can be somebody you have not called for a while."),
        )


def circle_gaps(plan: Plan) -> Iterator[Finding]:
    """Yield what is open in the circle: nobody for the night, and nobody else where one call stays unanswered."""
    callable_ = [support for support in to_call(plan) if has_text(support.name)]
    if callable_ and not any(support.at_night for support in callable_):
        yield Finding(
            "circle.night",
            Place("resources", callable_[0].id, "at_night"),
            say("Who could you call at night?"),
            say("Ask one of them while it is day. Until then the crisis line is there at any hour."),
            weight=Weight.SOON,
        )
    if len(callable_) == 1:
        yield Finding(
            "circle.next",
            Place("resources", field="supports"),
            say("Who could you call if {name} does not pick up?", name=callable_[0].name.strip()),
            say("A second name makes the first call easier."),
            weight=Weight.SOON,
        )


def goals_without_a_way(plan: Plan) -> Iterator[Finding]:
    """Yield each open goal that leans on a place nobody can get to yet."""
    unreachable = {place.id: place.name.strip() for place in plan.resources if place.no_way and has_text(place.name)}
    for goal in plan.goals:
        name = next((unreachable[place] for place in goal.resource_ids if place in unreachable), "")
        if name and goal.is_open:
            yield Finding(
                "goal.no_way",
                Place("goals", goal.id, "resource_ids"),
                say("This leans on {name}, and there is no way there yet. What would open one?", name=name),
                say("Another place, a call instead, or a ride: look at the way there first."),
                weight=Weight.SOON,
            )


def first_call(plan: Plan) -> Iterator[Finding]:
    """Yield the missing number of the one who is called first; `support_findings` asks where they said yes."""
    first = next((support for support in plan.supports if support.id == plan.lapse_page.call_first_id), None)
    if first and not first.when_hard and not has_text(first.phone):
        yield Finding(
            "lapse.phone",
            Place("safety", first.id, "phone"),
            say("Which number reaches the one you call first?"),
            say("Put it with their name, under your people."),
            weight=Weight.SOON,
        )


def worries(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield each worry about a medicine that no visit ahead has a question for."""
    for medicine in plan.medications:
        visits = [visit for visit in plan.visits if visit.is_ahead(today) and _is_with(visit, medicine)]
        if medicine.is_in_use and has_text(medicine.worries) and not any(visit.has_questions for visit in visits):
            yield Finding(
                "medication.worry",
                Place("medications", medicine.id, "worries"),
                say("Would you like to ask about this at the next visit?"),
                say("Put it down as a question to bring."),
                weight=Weight.EASIER,
            )


def _is_with(visit: Visit, medicine: Medication) -> bool:
    return medicine.prescriber_id is None or visit.provider_id in {None, medicine.prescriber_id}


def supplies(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield what runs out, with the next visit of whoever prescribes it and the closed days of where it is from."""
    places = {provider.id: provider for provider in plan.providers}
    for medicine in plan.medications:
        days = [visit.on.reading for visit in plan.visits if visit.on.reading and _is_with(visit, medicine)]
        next_visit = min((day for day in days if day >= today), default=None)
        yield from supply_findings(medicine, today, next_visit, places.get(medicine.pharmacy_id or ""))


def missed_doses(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield each dose of a medicine for opioid use disorder noted as missed within the past week."""
    for seen in plan.observations:
        medicine = next((medication for medication in plan.medications if medication.id == seen.medication_id), None)
        is_recent = seen.on.reading is not None and timedelta() <= today - seen.on.reading <= _A_WEEK
        if (
            seen.what is Noticed.MISSED_DOSE
            and is_recent
            and medicine
            and medicine.is_for_opioid_use
            and medicine.is_in_use
        ):
            yield missed_day(medicine, seen.id)
