"""Who a session is played for: what they would say at each step."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.teaching.people import practice_person

if TYPE_CHECKING:
    from datetime import date

BESIDE = Path(__file__).parents[3] / "shared" / "data" / "fhir" / "persona_meghan"
"""A published persona in FHIR, where a copy lies beside the project; the project holds none."""


@dataclass(frozen=True)
class Persona:
    """What one person says."""

    called: str
    matters: str
    goals: tuple[str, ...]
    conditions: tuple[str, ...]
    medicines: tuple[tuple[str, str], ...]
    """Each by its name and the words on its label."""


def invented(today: date) -> Persona:
    """Return the person of the practice store."""
    person = practice_person("dana", today)
    plan = person.plan
    return Persona(
        person.person.called,
        plan.values[0].meaning or plan.values[0].name,
        tuple(goal.own_words for goal in plan.goals),
        tuple(condition.own_words for condition in plan.conditions),
        tuple((medicine.name, medicine.how_taken) for medicine in plan.medications),
    )


def published() -> Persona:
    """Return the published persona: her goals in her own words, her concerns, her medications."""
    found = _resources()
    patient = next(one for one in found if one["resourceType"] == "Patient")
    goals = tuple(one["description"]["text"] for one in found if one["resourceType"] == "Goal")
    return Persona(
        patient["name"][0]["given"][0],
        "To be able to hike in nature again",
        goals,
        tuple(one["code"]["text"] for one in found if one["resourceType"] == "Condition"),
        tuple(_medicine(one) for one in found if one["resourceType"].startswith("Medication")),
    )


def _medicine(resource: dict[str, Any]) -> tuple[str, str]:
    concept = resource["medicationCodeableConcept"]
    name = concept.get("text") or concept["coding"][0]["display"]
    return name, resource["dosageInstruction"][0]["text"]


def _resources() -> list[dict[str, Any]]:
    files = [json.loads(file.read_text("utf-8")) for file in sorted(BESIDE.glob("*.json"))]
    return [entry["resource"] for file in files for entry in file.get("entry", [{"resource": file}])]
