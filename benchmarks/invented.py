"""People and plans of a chosen size, the same in every run."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid5

from planner.caseload.person import Person
from planner.goals.goal import Goal, Step
from planner.plan.plan import Plan

PASSPHRASE = "a long walk beside the river"
AT = datetime(2026, 11, 22, 15, tzinfo=UTC)
FIRST_NAMES = ("Dana", "Luis", "Mia", "Sol", "Wren", "Amara", "José", "Nadia", "Theo", "Yusuf", "Inés", "Grace")
LAST_NAMES = ("Ríos", "Okafor", "Shah", "Miller", "Nguyen", "Alvarez", "Larsen", "Haddad", "Cohen", "Tanaka")


def invented_id(*parts: object) -> str:
    """Return the same id for the same parts."""
    return str(uuid5(NAMESPACE_URL, "/".join(map(str, parts))))


def person(number: int) -> Person:
    """Return one of as many people as are asked for."""
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    last = LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]
    return Person(
        id=invented_id("person", number),
        called=f"{first} {last[0]}.",
        full_name=f"{first} {last} {number}",
        added_on=date(2026, 11, 1),
    )


def plan_with_goals(count: int, *, person_id: str, words: str = "Go to three meetings a week with Luis") -> Plan:
    """Return a plan whose goals each have three steps; 130 of them make about 60 KB."""
    return Plan(
        id=invented_id("plan", person_id),
        person_id=person_id,
        goals=tuple(_goal(person_id, number, words) for number in range(count)),
    )


def _goal(person_id: str, number: int, words: str) -> Goal:
    steps = ("Call Luis on Sunday", "Look up the bus to the early meeting", "Put my shoes beside the door")
    return Goal(
        id=invented_id(person_id, "goal", number),
        own_words=f"{words}, goal {number}",
        action="go to meetings",
        measure="meetings",
        with_whom="Luis",
        importance=9,
        confidence=6,
        steps=tuple(
            Step(id=invented_id(person_id, number, "step", index), own_words=step) for index, step in enumerate(steps)
        ),
    )
