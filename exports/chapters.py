"""What the session summary shows, chapter by chapter: which lists of the plan, and which of their fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.arrival import Leaving, Tonight
from planner.bill import Bill
from planner.budget import BudgetLine
from planner.closing import Closing, GivenAnswer
from planner.condition import Condition, HowItWas
from planner.goal import Aim, ConfidenceChange, Goal, GoalRating, Ladder, Obstacle, Step
from planner.lapse import LapsePage
from planner.medication import DoseTime, Medication, PickUp, Reaction
from planner.message import Message, say
from planner.observation import Observation
from planner.provider import Provider
from planner.referral import Referral
from planner.resource import Need, Resource
from planner.routine import Routine
from planner.skill import Practice, Skill
from planner.strength import InternalResources, Strength
from planner.support import Support
from planner.value import Value
from planner.visit import Visit, VisitQuestion
from planner.warning_sign import Helps, Trigger, WarningSign

if TYPE_CHECKING:
    from planner.entry import Entry


@dataclass(frozen=True, slots=True)
class Rows:
    """A list that stands as a table: where it is, its noun, and its columns, one name after the other."""

    field: str
    kind: type[Entry]
    names: str


@dataclass(frozen=True, slots=True)
class One:
    """A single entry, each field beside its label."""

    field: str
    kind: type[Entry]
    names: str
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Each:
    """A list whose entries stand one by one under their names, each with lists of its own."""

    field: str
    kind: type[Entry]
    names: str
    inner: tuple[Rows | One, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step of the session."""

    id: str
    title: Message
    parts: tuple[Rows | One | Each, ...]


_TODAY = Chapter(
    "first",
    say("Today and tonight"),
    (
        One(
            "tonight",
            Tonight,
            "how_today bed bed_words food food_words medicines medicines_words overdose_help overdose_words",
        ),
        One(
            "leaving",
            Leaving,
            "is_leaving on from_where medicine_days first_appointment first_appointment_on who_calls contact_on",
        ),
    ),
)

_GOALS = Chapter(
    "goals",
    say("Goals"),
    (
        Rows("values", Value, "name meaning"),
        Rows("aims", Aim, "own_words value_id"),
        Each(
            "goals",
            Goal,
            "whose wanted_from_it value_id aim_id action measure baseline target per with_whom start by_when "
            "importance confidence way_on strength_ids support_ids resource_ids medication_ids visit_ids skill_ids "
            "status review_on",
            (
                Rows("steps", Step, "own_words who by done"),
                Rows("obstacles", Obstacle, "own_words plan"),
                Rows("confidence_changes", ConfidenceChange, "on before after way"),
                One("ladder", Ladder, "much_less less expected more much_more"),
                Rows("ratings", GoalRating, "on by_person by_counselor own_words"),
            ),
        ),
    ),
)

_STRENGTHS = Chapter(
    "strengths",
    say("Strengths"),
    (
        Rows("strengths", Strength, "own_words kind when_it_helped how_much heard_by fits"),
        Rows("internal_resources", InternalResources, "on belief steadiness problem_solving own_words"),
    ),
)

_RESOURCES = Chapter(
    "resources",
    say("Resources"),
    (
        Rows("needs", Need, "own_words area timing"),
        Each(
            "resources",
            Resource,
            "area what phone address hours ask_for bring timing transport transport_words confirmed_on",
        ),
        Rows("referrals", Referral, "resource_id asked_on asked_by status reason own_words look_again"),
        Rows("supports", Support, "name bond nearness phone helps_with when_hard"),
    ),
)

_MEDICATIONS = Chapter(
    "medications",
    say("Medications and health"),
    (
        Each(
            "conditions",
            Condition,
            "provider_words provider_id since how_it_is watch_for lasting",
            (Rows("course", HowItWas, "on own_words"),),
        ),
        Each("providers", Provider, "role place phone hours closed_on sees_me last_visit knows_others watch_for"),
        Each(
            "medications",
            Medication,
            "for_what how_taken days as_needed taper status for_opioid_use prescriber_id pharmacy_id since "
            "how_it_feels worries watch_for hurdles",
            (Rows("doses", DoseTime, "at how_much"), Rows("pick_ups", PickUp, "on how days next_due refills_left")),
        ),
        Rows("reactions", Reaction, "to_what what_happened when"),
        Each(
            "visits",
            Visit,
            "provider_id on at place transport transport_words reminder what_changed",
            (Rows("questions", VisitQuestion, "ask answer"),),
        ),
        Rows("observations", Observation, "on what own_words how_strong medication_id why_missed relay_to"),
    ),
)

_SKILLS = Chapter(
    "skills",
    say("Skills"),
    (
        Each(
            "skills",
            Skill,
            "area mastery when_to_use helper_id next_try look_again",
            (Rows("practices", Practice, "on own_words"),),
        ),
        Rows("budget", BudgetLine, "own_words flow amount every essential"),
        Rows("bills", Bill, "name amount due how_paid by_itself"),
        Rows("routines", Routine, "own_words kind days starts ends place transport transport_words"),
    ),
)

_SAFETY = Chapter(
    "safety",
    say("Safety"),
    (
        Rows("triggers", Trigger, "own_words plan"),
        Rows("warning_signs", WarningSign, "own_words who_notices"),
        Rows("helps", Helps, "own_words strength_id first"),
        One(
            "lapse_page",
            LapsePage,
            "to_myself first_hour safe_place call_first_id my_reason next_day overdose_help",
        ),
    ),
)

_REVIEW = Chapter(
    "review",
    say("How we left it"),
    (
        One(
            "closing",
            Closing,
            "first_thing answer answer_words next_on next_at next_how next_place handed_over counselor",
            titled=False,
        ),
        Rows("answers", GivenAnswer, "on answer own_words"),
    ),
)

CHAPTERS = (_TODAY, _GOALS, _STRENGTHS, _RESOURCES, _MEDICATIONS, _SKILLS, _SAFETY, _REVIEW)
"""In the order of the steps."""
