"""The plan taking shape beside the work: the parts of the page, and what is drawn there by its name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings

from exports.documents.my_plan import sections
from exports.preview import preview
from planner.caseload.person import Person
from planner.goals.goal import Goal, GoalRating
from planner.strengths.internal_resource import InternalResources
from planner.words.language import Language
from tests.exports.making_plans import occasion
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

ENGLISH = Language("en")
SOMEBODY = Person(id=an_id(1), called="Dana", added_on=TODAY)


def test_no_heading_stands_alone_where_the_paper_has_a_drawing() -> None:
    days = (TODAY - timedelta(days=14), TODAY)
    rated = tuple(InternalResources(id=an_id(number), on=day, belief=5) for number, day in enumerate(days, start=2))
    walk = Goal(
        id=an_id(8),
        own_words="Walk",
        ratings=tuple(GoalRating(id=an_id(number), on=day, by_person=0) for number, day in enumerate(days, start=9)),
    )
    plan = a_plan(internal_resources=rated, goals=(walk,))
    part = preview(occasion(plan, SOMEBODY))[-1]
    assert (part.id, part.lines) == ("over-time", ("What carries me inside, over time", "How far we came: Walk"))
    (drawn,) = [one.drawings for one in sections(occasion(plan)) if one.drawings]
    assert tuple(one.title for one in drawn) == part.lines


@settings(max_examples=30)
@given(plans())
def test_every_part_of_any_page_stands_beside_the_work_with_a_line(plan: Plan) -> None:
    shown = preview(occasion(plan, SOMEBODY))
    assert [part.id for part in shown] == [part.id for part in sections(occasion(plan))]
    assert all(part.lines for part in shown)
