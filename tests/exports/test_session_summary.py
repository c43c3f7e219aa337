"""The chart's summary: everything the plan holds, under the labels of the model."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import count
from typing import Any, get_args

import nbformat
import pytest
from hypothesis import given, settings

from exports.chapters import CHAPTERS, Each, One, Rows
from exports.session_summary import session_summary, summary_sections
from planner.entry import Item
from planner.goal import ConfidenceChange, Goal, Way
from planner.language import Language
from planner.lapse_review import Paper
from planner.plan import LeftOpen, NotNow, Plan
from tests.exports.making_plans import DANA, dana_saying, somebody
from tests.planner.making import TODAY, a_plan, an_id, plans

ENGLISH = Language("en")
APART = {"consents", "lapse_reviews"}
"""A consent has a paper of its own; a review of a hard day is printed only where it was ticked."""

BESIDE_THE_CHAPTERS = {"id", "person_id", "schema_version", "path", "left_open", "left_off_paper", *APART}


def lines(plan: Plan) -> list[str]:
    found = summary_sections(plan, somebody(), today=TODAY, language=ENGLISH)
    return [line for section in found for line in section.lines]


def _parts() -> list[Any]:
    outer = [part for chapter in CHAPTERS for part in chapter.parts]
    return outer + [inner for part in outer if isinstance(part, Each) for inner in part.inner]


@pytest.mark.parametrize("part", _parts(), ids=lambda part: f"{part.kind.__name__}")
def test_a_chapter_shows_what_its_noun_has(part: Rows | One | Each) -> None:
    assert part.shows
    assert set(part.shows) <= set(part.kind.model_fields)


def test_every_list_of_the_plan_has_its_place() -> None:
    placed = {part.field for chapter in CHAPTERS for part in chapter.parts}
    assert set(Plan.model_fields) - placed <= BESIDE_THE_CHAPTERS


def test_every_list_inside_an_entry_has_its_place() -> None:
    for part in _parts():
        inner = {one.field for one in part.inner} if isinstance(part, Each) else set()
        held = {name: get_args(field.annotation) for name, field in part.kind.model_fields.items()}
        lists = {
            name for name, kinds in held.items() if kinds and isinstance(kinds[0], type) and issubclass(kinds[0], Item)
        }
        assert lists <= inner


def test_every_word_of_a_full_plan_is_in_the_chart() -> None:
    numbers = count()
    plan = dana_saying(iter(lambda: f"word{next(numbers)}!", "")).amended(**dict.fromkeys(APART, ()))
    plan = plan.amended(since_last=tuple(one.amended(hard_words="") for one in plan.since_last))
    words = set(re.findall(r"word\d+!", plan.model_dump_json()))
    shown = " ".join(lines(plan))
    assert len(words) > 100
    assert {word for word in words if word not in shown} == set()


def test_a_review_of_a_hard_day_is_in_the_chart_only_where_it_was_ticked_for_it() -> None:
    (review,) = DANA.plan.lapse_reviews
    for papers, is_there in (((Paper.CHART,), True), ((Paper.MY_PLAN, Paper.CARE_TEAM), False), ((), False)):
        plan = DANA.plan.amended(lapse_reviews=(review.amended(print_in=papers),))
        assert (review.what_stopped in " ".join(lines(plan))) is is_there
        assert review.who_may_know not in " ".join(lines(plan))


def test_confidence_before_and_after_is_kept() -> None:
    change = ConfidenceChange(id=an_id(2), on=date(2026, 11, 22), before=4, after=7, way=Way.SMALLER_STEP)
    plan = a_plan(goals=(Goal(id=an_id(1), own_words="Walk", confidence_changes=(change,)),))
    assert "November 22, 2026 · 4 · 7 · A smaller step" in lines(plan)


def test_what_was_left_for_another_day_is_said_with_the_answer() -> None:
    plan = a_plan(left_open=(LeftOpen(topic="goals.values", answer=NotNow.TODAY, on=TODAY),))
    assert "What matters most · Not today · November 22, 2026" in lines(plan)


def test_a_box_that_nobody_ticked_says_nothing() -> None:
    assert not [line for line in lines(a_plan(goals=(Goal(id=an_id(1), own_words="Walk"),))) if line.endswith(": No")]


def test_it_is_a_notebook_of_its_own_kind() -> None:
    made = session_summary(DANA.plan, DANA.person, today=TODAY, language=ENGLISH)
    nbformat.validate(nbformat.from_dict(json.loads(json.dumps(made))))
    assert "session-summary" in json.dumps(made["metadata"])


@settings(max_examples=40)
@given(plans())
def test_any_plan_has_a_summary(plan: Plan) -> None:
    json.dumps(session_summary(plan, somebody(), today=TODAY, language=ENGLISH))


def test_the_chart_draws_what_was_said_on_more_than_one_day() -> None:
    made = session_summary(DANA.plan, DANA.person, today=TODAY, language=ENGLISH)
    cells = {cell["id"]: cell for cell in made["cells"]}  # pyright: ignore[reportGeneralTypeIssues]
    drawn = cells["over-time-drawing-1"]["outputs"][0]
    assert "<svg" in drawn["data"]["image/svg+xml"]
    assert "Cravings. October 11, 2026: Often" in drawn["metadata"]["image/svg+xml"]["alt"]
    once = DANA.plan.amended(
        circumstances=DANA.plan.circumstances[-1:], internal_resources=(), observations=(), goals=()
    )
    shorter = session_summary(once, DANA.person, today=TODAY, language=ENGLISH)
    assert "over-time" not in {cell["id"] for cell in shorter["cells"]}  # pyright: ignore[reportGeneralTypeIssues]
