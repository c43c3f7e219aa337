"""The topics of each step: what the two can work on, and whether it has its words yet.

The rings of the rail and "what is still open" both come from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.message import Message, say
from planner.plan.leaving import said_about_leaving
from planner.sessions.first_path import Sure
from planner.strengths.strength import HeardBy, Strength, StrengthKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planner.goals.goal import Goal
    from planner.plan.plan import Plan


def _always(_plan: Plan) -> bool:
    return True


def _never(_plan: Plan) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to talk about within a step.

    `id` ("goals.values") is what "not today" and "not for me" answer to.
    """

    id: str
    title: Message
    is_done: Callable[[Plan], bool]
    applies: Callable[[Plan], bool] = _always

    @property
    def step(self) -> str:
        """The step it belongs to."""
        return self.id.partition(".")[0]


def _said(words: Iterable[str]) -> bool:
    return any(word.strip() for word in words)


def _every_open_goal(holds: Callable[[Goal], bool]) -> Callable[[Plan], bool]:
    def is_done(plan: Plan) -> bool:
        goals = [goal for goal in plan.goals if goal.is_open]
        return bool(goals) and all(holds(goal) for goal in goals)

    return is_done


def _a_strength(*kinds: StrengthKind) -> Callable[[Plan], bool]:
    def is_named(strength: Strength) -> bool:
        return strength.kind in (kinds or StrengthKind) and strength.is_mine and bool(strength.own_words.strip())

    return lambda plan: any(is_named(strength) for strength in plan.strengths)


def _heard_a_strength(plan: Plan) -> bool:
    heard = (strength for strength in plan.strengths if strength.heard_by is HeardBy.COUNSELOR)
    return any(strength.own_words.strip() and strength.fits is not None for strength in heard)


def _inside_is_rated(plan: Plan) -> bool:
    return bool(plan.internal_resources) and None not in plan.internal_resources[-1].ratings


def _has_answer(answer: Sure | None) -> bool:
    return answer is not None


def _has_overdose_help(plan: Plan) -> bool:
    return plan.tonight.overdose_help is Sure.YES or _said([plan.lapse_page.overdose_help])


def _has_somebody_to_call(plan: Plan) -> bool:
    return plan.lapse_page.call_first_id is not None or any(support.when_hard for support in plan.supports)


def _has_next_contact(plan: Plan) -> bool:
    return _said([plan.closing.next_on.words])


def _is_leaving(plan: Plan) -> bool:
    return plan.leaving.is_leaving is True


def _has_somebody_to_tell(plan: Plan) -> bool:
    return bool(plan.consents) or _said(provider.name for provider in plan.providers)


VALUES = Topic("goals.values", say("What matters most"), lambda plan: _said(value.name for value in plan.values))
STEPS_OF_GOALS = Topic(
    "goals.steps", say("Steps"), _every_open_goal(lambda goal: _said(s.own_words for s in goal.steps))
)
CALLS = Topic("safety.calls", say("Who to call"), _has_somebody_to_call)
NEXT = Topic("review.next", say("When you meet next"), _has_next_contact)

KIND_TOPICS = {
    StrengthKind.SUCCESS: "strengths.success",
    StrengthKind.RESPONSIBILITY: "strengths.responsibility",
    StrengthKind.VALUE_HELD: "strengths.value",
    StrengthKind.COPING: "strengths.coping",
    StrengthKind.TRAIT: "strengths.trait",
}
"""The topic of each kind of strength."""

GOALS = (
    VALUES,
    Topic(
        "goals.aims",
        say("What you would like"),
        lambda plan: _said(wish.own_words for wish in (*plan.aims, *plan.goals)),
    ),
    Topic("goals.goals", say("What you will do"), _every_open_goal(lambda goal: _said([goal.own_words]))),
    Topic("goals.parts", say("What, how much, by when"), _every_open_goal(lambda goal: goal.has_its_parts)),
    Topic(
        "goals.rulers",
        say("How much it matters, and how sure you are"),
        _every_open_goal(lambda goal: goal.importance is not None and goal.confidence is not None),
    ),
    STEPS_OF_GOALS,
    Topic("goals.leans", say("What each goal leans on"), _every_open_goal(lambda goal: goal.leans)),
)

STRENGTHS = (
    Topic("strengths.success", say("What you got through"), _a_strength(StrengthKind.SUCCESS)),
    Topic("strengths.responsibility", say("What you took care of"), _a_strength(StrengthKind.RESPONSIBILITY)),
    Topic("strengths.value", say("What you held on to"), _a_strength(StrengthKind.VALUE_HELD)),
    Topic("strengths.coping", say("What helps you cope"), _a_strength(StrengthKind.COPING)),
    Topic("strengths.trait", say("What you are like"), _a_strength(StrengthKind.TRAIT)),
    Topic("strengths.heard", say("What your counselor hears"), _heard_a_strength),
    Topic("strengths.inside", say("What carries you inside"), _inside_is_rated),
)

RESOURCES = (
    Topic("resources.needs", say("What you need"), lambda plan: _said(need.own_words for need in plan.needs)),
    Topic("resources.places", say("Places that help"), lambda plan: _said(place.name for place in plan.resources)),
    Topic(
        "resources.ways",
        say("How you get there"),
        lambda plan: all(place.has_a_way for place in plan.resources if place.is_now),
        lambda plan: any(place.is_now for place in plan.resources),
    ),
    Topic("resources.circle", say("Your people"), lambda plan: _said(support.name for support in plan.supports)),
)

MEDICATIONS = (
    Topic("medications.conditions", say("Your health"), lambda plan: _said(c.own_words for c in plan.conditions)),
    Topic("medications.providers", say("Who looks after you"), lambda plan: _said(p.name for p in plan.providers)),
    Topic("medications.medicines", say("Your medicines"), lambda plan: _said(m.name for m in plan.medications)),
    Topic(
        "medications.reactions",
        say("What you react badly to"),
        lambda plan: _said(reaction.to_what for reaction in plan.reactions),
    ),
    Topic(
        "medications.noticed",
        say("What you noticed"),
        lambda plan: _said(observation.own_words or (observation.what or "") for observation in plan.observations),
    ),
    Topic(
        "medications.visits",
        say("Your visits"),
        lambda plan: _said(words for visit in plan.visits for words in (visit.on.words, visit.what_for)),
    ),
    Topic("medications.consents", say("Who may know"), lambda plan: bool(plan.consents), _has_somebody_to_tell),
)

SKILLS = (
    Topic("skills.skills", say("What you practice"), lambda plan: _said(skill.name for skill in plan.skills)),
    Topic("skills.budget", say("Your money"), lambda plan: _said(line.own_words for line in plan.budget)),
    Topic("skills.bills", say("Your bills"), lambda plan: _said(bill.name for bill in plan.bills)),
    Topic("skills.week", say("Your week"), lambda plan: _said(routine.own_words for routine in plan.routines)),
)

SAFETY = (
    Topic("safety.triggers", say("What can set it off"), lambda plan: _said(t.own_words for t in plan.triggers)),
    Topic("safety.signs", say("What you notice early"), lambda plan: _said(s.own_words for s in plan.warning_signs)),
    Topic("safety.helps", say("What helps"), lambda plan: _said(h.own_words for h in plan.helps)),
    CALLS,
    Topic(
        "safety.lapse",
        say("The lapse page"),
        lambda plan: _said([plan.lapse_page.to_myself, plan.lapse_page.first_hour]),
    ),
    Topic("safety.overdose", say("Overdose medicine"), _has_overdose_help),
)

REVIEW = (
    Topic("review.first_thing", say("What you do first"), lambda plan: _said([plan.closing.first_thing])),
    Topic("review.answer", say("Whether this is your plan"), lambda plan: plan.closing.answer is not None),
    NEXT,
)

FIRST = (
    Topic("first.today", say("How today is"), lambda plan: _said([plan.tonight.how_today])),
    Topic("first.bed", say("A bed for tonight"), lambda plan: _has_answer(plan.tonight.bed)),
    Topic("first.food", say("Something to eat"), lambda plan: _has_answer(plan.tonight.food)),
    Topic("first.medicines", say("Medicines for the next days"), lambda plan: _has_answer(plan.tonight.medicines)),
    Topic("first.overdose", say("Overdose medicine"), lambda plan: _has_answer(plan.tonight.overdose_help)),
    VALUES,
    Topic("first.strength", say("One strength"), _a_strength()),
    Topic(
        "first.step",
        say("One step"),
        lambda plan: _said([plan.closing.first_thing, *(step.own_words for goal in plan.goals for step in goal.steps)]),
    ),
    CALLS,
    NEXT,
    Topic(
        "first.leaving",
        say("The day you leave treatment"),
        lambda plan: _said([plan.leaving.on.words]) and _said([said_about_leaving(plan).first_appointment]),
        _is_leaving,
    ),
    Topic(
        "first.contact",
        say("Who makes contact within two days"),
        lambda plan: _said([said_about_leaving(plan).who_calls]),
        _is_leaving,
    ),
)

CHECK_IN = (
    Topic("check-in.open", say("What was still open"), _always, _never),
    Topic("check-in.opening", say("What went right, and what was hard"), _always, _never),
    Topic("check-in.goals", say("How far your goals came"), _always, _never),
    Topic("check-in.inside", say("What carries you inside, again"), _always, _never),
    Topic("check-in.circumstances", say("How life stands"), _always, _never),
)
"""What a check-in can leave for another day. Its ring counts what is due (`check_in.how_far`), not these."""

TOPICS: dict[str, tuple[Topic, ...]] = {
    "first": FIRST,
    "check-in": CHECK_IN,
    "goals": GOALS,
    "strengths": STRENGTHS,
    "resources": RESOURCES,
    "medications": MEDICATIONS,
    "skills": SKILLS,
    "safety": SAFETY,
    "review": REVIEW,
}
