"""How far each step is: the rings of the rail, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.message import Message, say
from planner.plan.plan import is_left_open
from planner.plan.topic import TOPICS

if TYPE_CHECKING:
    from planner.plan.plan import Plan
    from planner.plan.topic import Topic

STEPS = ("check-in", "goals", "strengths", "resources", "medications", "skills", "safety", "review")
"""The steps of a session in the order of the rail; each can be taken at any time."""

TITLES: dict[str, Message] = {
    "first": say("The first twenty minutes"),
    "check-in": say("Check-in"),
    "goals": say("Goals"),
    "strengths": say("Strengths"),
    "resources": say("Resources"),
    "medications": say("Medications and health"),
    "skills": say("Skills"),
    "safety": say("Safety"),
    "review": say("Review and finish"),
}
"""What each step is called, the first path with them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the topics the two chose have their words."""

    done: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing was chosen."""
        return self.done / self.of if self.of else 0.0

    @property
    def is_complete(self) -> bool:
        """Whether every chosen topic has its words. Where all were left open, there is nothing to complete."""
        return 0 < self.of == self.done


def chosen(plan: Plan, step: str) -> tuple[Topic, ...]:
    """Return the topics of a step (or of "first") that apply and were not answered "not today" or "not for me"."""
    return tuple(topic for topic in TOPICS[step] if topic.applies(plan) and not is_left_open(plan, topic.id))


def progress(plan: Plan, step: str) -> Progress:
    """Return how far a step is, counting only what the two chose to work on."""
    topics = chosen(plan, step)
    return Progress(done=sum(topic.is_done(plan) for topic in topics), of=len(topics))


def still_open(plan: Plan, step: str) -> tuple[Topic, ...]:
    """Return the chosen topics of a step that have no words yet."""
    return tuple(topic for topic in chosen(plan, step) if not topic.is_done(plan))
