"""What the session summary shows, chapter by chapter: which lists of the plan, and what stands inside them.

A field is shown unless it is left out here by name, so that nothing new in the model is ever missing from a chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.goals.goal import Aim, ConfidenceChange, Goal, GoalChange, GoalRating, Ladder, Obstacle, Step
from planner.goals.value import Value
from planner.health.advice import DifferentAdvice
from planner.health.condition import Condition, HowItWas
from planner.health.medication import DoseTime, Medication, PickUp, Reaction
from planner.health.observation import Observation
from planner.health.provider import ClosedDays, Provider
from planner.health.visit import Visit, VisitQuestion
from planner.model.message import Message, say
from planner.resources.referral import Referral
from planner.resources.resource import Need, Resource
from planner.resources.support import Support
from planner.safety.lapse import LapsePage
from planner.safety.lapse_review import LapseReview
from planner.safety.warning_sign import Helps, Trigger, WarningSign
from planner.sessions.circumstances import Circumstances
from planner.sessions.closing import Closing, GivenAnswer
from planner.sessions.first_path import Leaving, Tonight
from planner.sessions.since_last import MedicineTaken, SinceLast
from planner.skills.bill import Bill
from planner.skills.budget import BudgetLine
from planner.skills.routine import Routine
from planner.skills.skill import Practice, Skill
from planner.strengths.internal_resource import InternalResources
from planner.strengths.strength import Strength

if TYPE_CHECKING:
    from planner.model.entry import Entry


_NOT_SHOWN = frozenset({"id", "key", "weight", "hard", "hard_words", "person_level", "counselor_level"})
"""What is ours alone: ids, keys of lists, how a rating counts; the words of a rating stand in place of its number."""

_OF_A_REVIEW = frozenset({"who_may_know", "print_in", "answers"})
"""What the person decided about a review of a hard day: it says who reads it, and is not for those readers."""

_NAMES = frozenset({"own_words", "name", "what_for"})
"""Where an entry that stands by itself has its heading from (`exports.documents.reader.name_of`)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A list that stands as a table: where it is, and its noun."""

    field: str
    kind: type[Entry]

    @property
    def shows(self) -> tuple[str, ...]:
        """The columns, in the order of the model."""
        return tuple(name for name in self.kind.model_fields if name not in _NOT_SHOWN)


@dataclass(frozen=True, slots=True)
class One:
    """A single entry, each field beside its label."""

    field: str
    kind: type[Entry]
    titled: bool = True

    @property
    def shows(self) -> tuple[str, ...]:
        """The fields, in the order of the model."""
        return tuple(name for name in self.kind.model_fields if name not in _NOT_SHOWN)


@dataclass(frozen=True, slots=True)
class Each:
    """A list whose entries stand one by one under their names, each with lists of its own."""

    field: str
    kind: type[Entry]
    inner: tuple[Rows | One, ...] = ()

    @property
    def shows(self) -> tuple[str, ...]:
        """The fields beside the name and the lists, in the order of the model."""
        apart = _NOT_SHOWN | _NAMES | {part.field for part in self.inner}
        apart |= _OF_A_REVIEW if self.kind is LapseReview else frozenset()
        return tuple(name for name in self.kind.model_fields if name not in apart)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step of the session."""

    id: str
    title: Message
    parts: tuple[Rows | One | Each, ...]


CHAPTERS = (
    Chapter("first", say("The first twenty minutes"), (One("tonight", Tonight), One("leaving", Leaving))),
    Chapter(
        "check-in",
        say("Check-in"),
        (Each("since_last", SinceLast, (Rows("by_medicine", MedicineTaken),)), Each("circumstances", Circumstances)),
    ),
    Chapter(
        "goals",
        say("Goals"),
        (
            Rows("values", Value),
            Rows("aims", Aim),
            Each(
                "goals",
                Goal,
                (
                    Rows("steps", Step),
                    Rows("obstacles", Obstacle),
                    Rows("confidence_changes", ConfidenceChange),
                    One("ladder", Ladder),
                    Rows("ratings", GoalRating),
                    Rows("changes", GoalChange),
                ),
            ),
        ),
    ),
    Chapter(
        "strengths", say("Strengths"), (Rows("strengths", Strength), Rows("internal_resources", InternalResources))
    ),
    Chapter(
        "resources",
        say("Resources"),
        (Rows("needs", Need), Each("resources", Resource), Rows("referrals", Referral), Rows("supports", Support)),
    ),
    Chapter(
        "medications",
        say("Medications and health"),
        (
            Each("conditions", Condition, (Rows("course", HowItWas),)),
            Each("providers", Provider, (Rows("closed_dates", ClosedDays),)),
            Each("medications", Medication, (Rows("doses", DoseTime), Rows("pick_ups", PickUp))),
            Rows("reactions", Reaction),
            Each("visits", Visit, (Rows("questions", VisitQuestion),)),
            Rows("observations", Observation),
            Rows("advice", DifferentAdvice),
        ),
    ),
    Chapter(
        "skills",
        say("Skills"),
        (
            Each("skills", Skill, (Rows("practices", Practice),)),
            Rows("budget", BudgetLine),
            Rows("bills", Bill),
            Rows("routines", Routine),
        ),
    ),
    Chapter(
        "safety",
        say("Safety"),
        (
            Rows("triggers", Trigger),
            Rows("warning_signs", WarningSign),
            Rows("helps", Helps),
            One("lapse_page", LapsePage),
            Each("lapse_reviews", LapseReview),
        ),
    ),
    Chapter("review", say("How we left it"), (One("closing", Closing, titled=False), Rows("answers", GivenAnswer))),
)
"""In the order of the steps."""
