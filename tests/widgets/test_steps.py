"""Every topic of the five steps draws for everybody: full plans and empty ones, both languages, any words."""

from __future__ import annotations

from typing import Any

import pytest

from planner.model.entry import Entry
from planner.plan.plan import Plan
from planner.plan.topic import TOPICS
from planner.review.review import findings_for
from planner.teaching.people import practice_person
from tests.invented import TODAY, an_id
from tests.widgets.seat import Seat, sit_down
from widgets.health import medications
from widgets.resources import resources
from widgets.safety import safety
from widgets.skills import skills
from widgets.strengths import strengths

STEPS = {
    "strengths": strengths.TOPIC_CARDS,
    "resources": resources.TOPIC_CARDS,
    "medications": medications.TOPIC_CARDS,
    "skills": skills.TOPIC_CARDS,
    "safety": safety.TOPIC_CARDS,
}
ODD = "<b>{name}</b> {what} 🙂 \u202eמלה % \\n " + "long " * 60

ONLY_FIELDS = {"strengths.inside", "safety.overdose"}
"""Topics that show no words outside the fields they are written in."""


def _parts(plan: Plan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in Plan.model_fields if name not in {"id", "person_id"}}


def _seat(name: str, *, language: str = "en", staff: bool = False) -> Seat:
    return sit_down(language=language, staff=staff, **_parts(practice_person(name, TODAY).plan))


def _open_everything(seat: Seat, step: str) -> None:
    """Draw each topic, and open each of its cards and each page of the card."""
    seat.findings = findings_for(seat.plan, TODAY, step)
    for leaf in STEPS[step]:
        seat.draw(STEPS[step], leaf.topic)
        for name in [name for name in seat.buttons() if name.startswith(("Change: ", "Cambiar: "))]:
            seat.press(name)
            for tab in [one for one in seat.elements("button") if one.attributes.get("role") == "tab"]:
                tab.fire_event("click", {})
            seat.draw(STEPS[step], leaf.topic)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_has_a_leaf_for_each_of_its_topics(step: str) -> None:
    assert [leaf.topic for leaf in STEPS[step]] == [topic.id for topic in TOPICS[step]]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("name", "language"), [("dana", "en"), ("marisol", "es"), ("terrence", "en"), ("jo", "en")])
def test_looking_at_everything_changes_nothing(step: str, name: str, language: str) -> None:
    seat = _seat(name, language=language, staff=True)
    before = seat.plan
    _open_everything(seat, step)
    assert seat.plan is before


@pytest.mark.parametrize("step", STEPS)
def test_a_folded_topic_says_what_is_there(step: str) -> None:
    plan = _seat("dana").plan
    done = {topic.id for topic in TOPICS[step] if topic.is_done(plan) and topic.applies(plan)} - {"strengths.inside"}
    assert done
    assert {leaf.topic for leaf in STEPS[step] if leaf.line(plan)} >= done


@pytest.mark.parametrize("step", STEPS)
def test_any_words_are_drawn_as_those_words(step: str) -> None:
    plan = _with_odd_words(practice_person("dana", TODAY).plan)
    seat = sit_down(**_parts(plan))
    _open_everything(seat, step)
    for leaf in STEPS[step]:
        seat.draw(STEPS[step], leaf.topic)
        assert "<b>{name}</b> {what} 🙂" in seat.text() or leaf.topic in ONLY_FIELDS


def _with_odd_words(entry: Any) -> Any:
    """Return an entry with odd words in every free field, in the entries within it too."""
    changes: dict[str, Any] = {}
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        if isinstance(field.json_schema_extra, dict) and "limit" in field.json_schema_extra:
            changes[name] = ODD
        elif isinstance(value, Entry) and "reading" not in type(value).model_fields:
            changes[name] = _with_odd_words(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Entry):
            changes[name] = tuple(_with_odd_words(one) for one in value)
    return entry.amended(**changes)


def test_two_items_of_the_same_words_stand_side_by_side() -> None:
    plan = practice_person("dana", TODAY).plan
    twice = {
        name: (*items, *(item.amended(id=an_id(5000 + n)) for n, item in enumerate(items)))
        for name in (
            "strengths",
            "needs",
            "resources",
            "supports",
            "medications",
            "visits",
            "skills",
            "budget",
            "bills",
        )
        for items in [getattr(plan, name)]
    }
    seat = sit_down(**_parts(plan) | twice)
    for step, leaves in STEPS.items():
        for leaf in leaves:
            seat.draw(leaves, leaf.topic)
            assert seat.text(), step
