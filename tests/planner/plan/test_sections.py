"""A section of a plan is declared once, with every decision made, and whoever asks about sections asks there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from exports.documents.chapters import CHAPTERS
from planner.consent.part import TITLES, Part
from planner.model.entry import nested, references
from planner.plan.plan import Plan
from planner.plan.progress import STEPS
from planner.plan.sections import (
    LINKED,
    SECTIONS,
    SECTIONS_OF,
    WHOSE,
    Chart,
    Section,
    UndeclaredSectionError,
    by_name,
)
from planner.plan.topic import TOPICS
from planner.review.review import topic_of
from tests.exports.making_plans import DANA
from widgets.forms.link_options import links

if TYPE_CHECKING:
    from planner.model.entry import Entry

FIELDS = set(Plan.model_fields) - WHOSE
DECISIONS: dict[str, Any] = {"name": "pets", "topic": "goals.goals", "part": None, "chart": Chart.APART}


def _kinds(kind: type[Entry], found: set[type[Entry]]) -> set[type[Entry]]:
    if kind not in found:
        found.add(kind)
        for inner in nested(kind).values():
            _kinds(inner, found)
    return found


@pytest.mark.parametrize("decision", sorted(DECISIONS))
def test_a_section_without_a_decision_can_not_be_declared(decision: str) -> None:
    assert Section(**DECISIONS).name == "pets"
    undecided = {name: made for name, made in DECISIONS.items() if name != decision}
    with pytest.raises(TypeError, match=decision):
        Section(**undecided)


def test_a_new_field_of_the_plan_is_declared_or_nothing_starts() -> None:
    assert set(by_name(SECTIONS, FIELDS)) == FIELDS
    with pytest.raises(UndeclaredSectionError, match="pets"):
        by_name(SECTIONS, FIELDS | {"pets"})


def test_a_section_is_declared_once_and_is_one_of_the_plan() -> None:
    twice = (*SECTIONS, Section(**{**DECISIONS, "name": "goals"}))
    with pytest.raises(UndeclaredSectionError, match="goals"):
        by_name(twice, FIELDS)
    with pytest.raises(UndeclaredSectionError, match="pets"):
        by_name((*SECTIONS, Section(**DECISIONS)), FIELDS)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_a_section_is_where_its_declaration_says(section: Section) -> None:
    topics = {topic.id for step in TOPICS.values() for topic in step}
    assert not section.topic or section.topic in topics
    assert not section.topic or topic_of(section.name) == section.topic
    charted = {part.field: chapter.id for chapter in CHAPTERS for part in chapter.parts}
    assert charted.get(section.name) == (section.step if section.chart is not Chart.APART else None)
    covered = [part for part, names in SECTIONS_OF.items() if section.name in names]
    assert covered == ([section.part] if section.part else [])
    assert section.title


def test_every_part_of_a_consent_covers_something_and_has_its_title() -> None:
    assert set(SECTIONS_OF) == set(TITLES) == set(Part)
    assert all(SECTIONS_OF.values())


def test_every_step_has_its_chapter() -> None:
    assert [chapter.id for chapter in CHAPTERS] == ["first", *STEPS]


def test_every_field_that_points_at_something_has_a_section_to_point_into() -> None:
    pointing = {name for kind in _kinds(Plan, set()) for name in references(kind)}
    assert set(LINKED) == pointing
    assert set(links(DANA.plan)) == pointing
    assert {words for _, words in links(DANA.plan)["support_ids"]} == {one.name for one in DANA.plan.supports}
