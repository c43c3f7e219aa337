"""Everything a plan suggests, gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.goals.goal import Goal
from planner.goals.value import Value
from planner.health.medication import Medication
from planner.model.entry import Item, nested
from planner.model.finding import Weight
from planner.plan.amending import left_open
from planner.plan.plan import NotNow, SessionPath
from planner.plan.sections import SECTIONS
from planner.plan.topic import KIND_TOPICS, TOPICS
from planner.review import review
from planner.review.review import CODE_TOPICS, findings, findings_for
from planner.safety.lapse import LapsePage
from planner.sessions.first_path import Leaving, Sure, Tonight
from planner.strengths.strength import Strength, StrengthKind
from planner.words.language import Language
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.model.entry import Entry
    from planner.plan.plan import Plan

COPING = Strength(id=an_id(1), kind=StrengthKind.COPING, own_words="Music")
VAGUE = Goal(id=an_id(2), own_words="Feel better")


def _codes(plan: Plan) -> list[str]:
    return [finding.code for finding in findings(plan, TODAY)]


def test_an_empty_plan_asks_what_a_plan_should_not_end_without() -> None:
    assert set(_codes(a_plan())) == {
        "strengths.none",
        "safety.signs",
        "safety.helps",
        "safety.calls",
        "safety.lapse",
        "overdose.ask",
        "review.first_thing",
        "review.next",
    }


def test_the_first_twenty_minutes_ask_only_for_what_they_need() -> None:
    plan = a_plan(path=SessionPath.FIRST, goals=(VAGUE,), tonight=Tonight(bed=Sure.NO))
    assert _codes(plan) == ["tonight.bed", "safety.calls", "review.next", "strengths.none", "overdose.ask"]
    assert findings_for(plan, TODAY, "first") == findings(plan, TODAY)


def test_the_heaviest_comes_first() -> None:
    plan = a_plan(tonight=Tonight(bed=Sure.NO, overdose_help=Sure.NO), goals=(VAGUE,))
    assert _codes(plan)[:2] == ["tonight.bed", "overdose.help"]
    weights = [finding.weight for finding in findings(plan, TODAY)]
    assert weights == sorted(weights, reverse=True)


def test_a_step_gets_its_own_suggestions() -> None:
    plan = a_plan(goals=(VAGUE,), strengths=(COPING,))
    assert {finding.where.step for finding in findings_for(plan, TODAY, "goals")} == {"goals"}
    assert {finding.code for finding in findings_for(plan, TODAY, "strengths")} == {"strength.when", "strength.unused"}


LEFT = [
    ("safety", "safety.lapse", {}),
    ("safety.signs", "safety.signs", {}),
    ("review.next", "review.next", {}),
    ("goals.goals", "goal.action", {"goals": (VAGUE,)}),
    ("goals.parts", "goal.action", {"goals": (VAGUE,)}),
    ("goals.values", "words.long", {"values": (Value(id=an_id(3), name="x" * 61),)}),
    ("strengths.coping", "strength.when", {"strengths": (COPING,)}),
    ("strengths", "strengths.none", {}),
    ("first.overdose", "overdose.help", {"tonight": Tonight(overdose_help=Sure.NO), "path": SessionPath.FIRST}),
    ("safety.overdose", "overdose.help", {"tonight": Tonight(overdose_help=Sure.NO)}),
    ("first.contact", "first.contact", {"leaving": Leaving(is_leaving=True)}),
    ("medications.medicines", "medication.for_what", {"medications": (Medication(id=an_id(4), name="Sertraline"),)}),
]


@pytest.mark.parametrize(("topic", "code", "sections"), LEFT, ids=[f"{topic}: {code}" for topic, code, _ in LEFT])
@pytest.mark.parametrize("answer", list(NotNow))
def test_a_topic_left_open_stays_quiet(topic: str, code: str, sections: dict[str, Any], answer: NotNow) -> None:
    assert code in _codes(a_plan(**sections))
    assert code not in _codes(left_open(a_plan(**sections), topic, answer, TODAY))


@pytest.mark.parametrize("path", list(SessionPath))
def test_everybody_is_asked_about_overdose_help(path: SessionPath) -> None:
    assert "overdose.ask" in _codes(a_plan(path=path))
    assert "overdose.ask" not in _codes(a_plan(path=path, tonight=Tonight(overdose_help=Sure.YES)))
    assert "overdose.ask" not in _codes(a_plan(path=path, lapse_page=LapsePage(overdose_help="In the drawer")))
    words = Tonight(medicines_words="suboxone, three days")
    assert "overdose.help" in _codes(a_plan(path=path, tonight=words))


@pytest.mark.parametrize("name", ["metadona", "Percocet", "methodone", "Vivitrol shot"])
def test_overdose_help_is_asked_for_first_of_all_where_the_name_tells_of_an_opioid(name: str) -> None:
    medicine = Medication(id=an_id(4), name=name)
    found = {finding.code: finding.weight for finding in findings(a_plan(medications=(medicine,)), TODAY)}
    assert found["overdose.help"] >= Weight.SAFETY


def test_overdose_help_is_asked_for_where_an_opioid_medicine_is_there() -> None:
    medicine = Medication(id=an_id(4), name="My film", for_opioid_use=True)
    assert "overdose.help" in _codes(a_plan(medications=(medicine,)))
    known = LapsePage(overdose_help="In the kitchen drawer; my sister knows")
    assert "overdose.help" not in _codes(a_plan(medications=(medicine,), lapse_page=known))
    assert "overdose.help" not in _codes(a_plan(medications=(medicine,), tonight=Tonight(overdose_help=Sure.YES)))


def test_every_part_of_a_plan_belongs_to_a_topic_that_exists() -> None:
    topics = {topic.id for step in TOPICS.values() for topic in step}
    lists = {name for name in type(a_plan()).model_fields if name not in _NOT_TYPED}
    assert {section.name for section in SECTIONS if section.topic and not section.is_added_by_us} == lists
    assert {
        *(section.topic for section in SECTIONS if section.topic),
        *CODE_TOPICS.values(),
        *KIND_TOPICS.values(),
    } <= topics
    assert {question.topic for question in review._QUESTIONS} <= {*topics, "strengths", ""}


_NOT_TYPED = {
    "id",
    "person_id",
    "schema_version",
    "path",
    "left_open",
    "left_off_paper",
    "paper_may_be_found",
    "answers",
}


@given(plans(), st.dates())
def test_no_plan_on_no_day_is_too_odd_to_review(plan: Plan, today: Any) -> None:
    found = findings(plan, today)
    spanish = Language("es")
    for finding in found:
        assert spanish(finding.says)
        assert finding.where.step in TOPICS


def _every_item(entry: Entry) -> Iterator[Item]:
    for name in nested(type(entry)):
        found = getattr(entry, name)
        for part in found if isinstance(found, tuple) else (found,) if found else ():
            if isinstance(part, Item):
                yield part
            yield from _every_item(part)


@given(plans())
def test_every_suggestion_names_a_place_that_is_there(plan: Plan) -> None:
    known = {item.id: item for item in _every_item(plan)}
    for finding in (*findings(plan, TODAY), *findings(plan.amended(path=SessionPath.FIRST), TODAY)):
        here = known[finding.where.item] if finding.where.item else plan
        for name in finding.where.field.split("."):
            assert name in type(here).model_fields, finding.code
            here = getattr(here, name)


@given(plans())
def test_of_each_goal_at_most_one_open_question_is_asked(plan: Plan) -> None:
    ids = [goal.id for goal in plan.goals]
    asked = [finding.where.item for finding in findings(plan, TODAY) if finding.code.startswith("goal.")]
    # what does not fit together, and what staff alone reads, stand beside the one question
    beside = {"goal.order", "goal.past", "goal.same", "goal.too_many", "goal.review_late", "goal.seen_differently"}
    open_ones = [f.where.item for f in findings(plan, TODAY) if f.code.startswith("goal.") and f.code not in beside]
    assert set(asked) <= set(ids)
    assert len(open_ones) == len(set(open_ones))
