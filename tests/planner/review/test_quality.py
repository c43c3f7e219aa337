"""A careful colleague's points about a plan: each rests on a place, none is a total, and what was left open is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from planner.goals.goal import Goal, Obstacle, Step, Way, Whose
from planner.goals.value import Value
from planner.model.entry import Item
from planner.model.path import NoSuchPlaceError, value_at
from planner.plan.amending import left_open
from planner.plan.plan import NotNow, Plan, items
from planner.resources.resource import Resource
from planner.resources.support import Bond, Support
from planner.review.quality import Standing, quality
from planner.safety.warning_sign import Helps, WarningSign
from planner.sessions.closing import Answer, Closing
from planner.strengths.strength import Strength
from planner.teaching.people import practice_person
from planner.words.reading import read_count
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan, plans

if TYPE_CHECKING:
    from planner.model.finding import Place
    from planner.review.quality import Point

LUIS = Support(id=an_id(2), name="Luis", bond=Bond.PEER, when_hard=True)
STRENGTH = Strength(id=an_id(3), own_words="I show up")
PANTRY = Resource(id=an_id(4), name="Pantry")
GOAL = Goal(
    id=an_id(1),
    own_words="Three meetings a week with Luis",
    value_id=an_id(5),
    whose=Whose.MINE,
    action="go to meetings",
    measure="meetings",
    target=read_count("3"),
    by_when=a_day("2026-12-31"),
    confidence=8,
    steps=(Step(id=an_id(6), own_words="Call Luis", who="me"),),
    obstacles=(Obstacle(id=an_id(7), own_words="it rains", plan="call Luis"),),
    strength_ids=(STRENGTH.id,),
    support_ids=(LUIS.id,),
    resource_ids=(PANTRY.id,),
)
WHOLE = a_plan(
    goals=(GOAL,),
    values=(Value(id=an_id(5), name="Family"),),
    strengths=(STRENGTH,),
    supports=(LUIS,),
    resources=(PANTRY,),
    warning_signs=(WarningSign(id=an_id(8), own_words="I skip dinner"),),
    helps=(Helps(id=an_id(9), own_words="Music"),),
    closing=Closing(first_thing="Call", answer=Answer.AGREE, next_on=a_day("2026-12-06")),
)


def _point(plan: Plan, code: str) -> Point:
    return next(point for point in quality(plan) if point.code == code)


def test_a_whole_plan_has_every_point_there() -> None:
    assert {point.code: point.standing for point in quality(WHOLE)} == {
        point.code: Standing.THERE for point in quality(WHOLE)
    }
    assert len(quality(WHOLE)) == 14


def test_an_empty_plan_has_every_point_open_and_says_where_to_begin() -> None:
    for point in quality(a_plan()):
        assert (point.standing, point.rests_on) == (Standing.OPEN, ())
        assert point.open_at


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("own_words", {"own_words": ""}),
        ("whose", {"whose": Whose.REQUIRED}),
        ("life", {"value_id": None}),
        ("strengths", {"strength_ids": ()}),
        ("strengths", {"strength_ids": (an_id(99),)}),
        ("self_directed", {"steps": (Step(id=an_id(6), own_words="Call the office", who="Rosa"),)}),
        ("measurable", {"target": read_count("")}),
        ("timed", {"by_when": a_day("")}),
        ("confidence", {"confidence": 4}),
        ("confidence", {"confidence": None}),
        ("obstacles", {"obstacles": (Obstacle(id=an_id(7), own_words="it rains"),)}),
    ],
)
def test_a_part_that_is_missing_opens_its_point_and_no_other(code: str, change: dict[str, Any]) -> None:
    found = quality(WHOLE.amended(goals=(GOAL.amended(**change),)))
    assert [point.code for point in found if point.standing is not Standing.THERE] == [code]


def test_one_goal_of_two_is_a_beginning_and_both_places_are_named() -> None:
    other = Goal(id=an_id(20), own_words="Find a job")
    point = _point(WHOLE.amended(goals=(GOAL, other)), "measurable")
    assert point.standing is Standing.BEGUN
    assert [place.item for place in point.rests_on] == [GOAL.id]
    assert [place.item for place in point.open_at] == [other.id]


def test_below_seven_a_changed_plan_is_as_good_as_confidence() -> None:
    plan = WHOLE.amended(goals=(GOAL.amended(confidence=4, way_on=Way.SMALLER_STEP),))
    assert _point(plan, "confidence").standing is Standing.THERE


def test_a_required_goal_is_the_persons_once_they_want_something_from_it() -> None:
    plan = WHOLE.amended(goals=(GOAL.amended(whose=Whose.REQUIRED, wanted_from_it="My license back"),))
    assert _point(plan, "whose").standing is Standing.THERE


def test_people_who_are_paid_are_no_natural_supports() -> None:
    paid = WHOLE.amended(supports=(LUIS.amended(bond=Bond.PAID),))
    assert _point(paid, "natural_supports").standing is Standing.OPEN
    alone = WHOLE.amended(goals=(GOAL.amended(support_ids=()),))
    assert _point(alone, "natural_supports").standing is Standing.BEGUN


def test_a_strength_the_person_turned_down_carries_nothing() -> None:
    assert _point(WHOLE.amended(strengths=(STRENGTH.amended(fits=False),)), "strengths").standing is Standing.OPEN


def test_what_the_person_left_open_is_not_looked_at() -> None:
    for topic, gone in (("goals.values", "life"), ("safety", "hard_days"), ("review", "next")):
        codes = {point.code for point in quality(left_open(WHOLE, topic, NotNow.FOR_ME, TODAY))}
        assert gone not in codes
        assert "measurable" in codes


def _leads_somewhere(plan: Plan, place: Place) -> bool:
    here = next((item for _, item in items(plan) if item.id == place.item), None) if place.item else plan
    if not isinstance(here, Item):
        return False
    try:
        value_at(here, tuple(place.field.split(".")))
    except NoSuchPlaceError:
        return False
    return True


@pytest.mark.parametrize("name", ["dana", "terrence", "marisol", "jo"])
def test_every_point_rests_on_a_place_that_is_in_the_plan(name: str) -> None:
    plan = practice_person(name, TODAY).plan
    places = [place for point in quality(plan) for place in (*point.rests_on, *point.open_at)]
    assert places
    assert [place for place in places if not _leads_somewhere(plan, place)] == []


@settings(max_examples=40, deadline=None)
@given(plans())
def test_any_plan_can_be_looked_at(plan: Plan) -> None:
    for point in quality(plan):
        assert (point.standing is Standing.OPEN) == (not point.rests_on)
        assert (point.standing is Standing.THERE) == (bool(point.rests_on) and not point.open_at)
