"""The way to what stands in the week: a routine's own, or that of its place."""

from __future__ import annotations

import pytest

from planner.resources.resource import Resource
from planner.skills.routine import Routine, Weekday
from planner.week.event import EventKind
from planner.week.week import events_between
from planner.words.reading import read_time
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan

GYM = Resource(id=an_id(1), name="Harbor Gym", transport_words="bus 20, then 5 minutes on foot", way_takes="40 minutes")
SWIM = Routine(id=an_id(2), own_words="Swim", days=tuple(Weekday), starts=read_time("10 am"), resource_id=GYM.id)


@pytest.mark.parametrize(
    ("place", "routine", "minutes"),
    [
        (GYM, SWIM, 40),
        (GYM.amended(way_takes=""), SWIM, 5),
        (GYM.amended(way_takes="a while"), SWIM, None),
        (GYM, SWIM.amended(transport_words="10 minutes by bike"), 10),
    ],
    ids=["how long it takes in all", "as far as words say", "no length was said", "a way of its own"],
)
def test_the_length_of_the_way_is_what_was_said_for_the_whole(
    place: Resource, routine: Routine, minutes: int | None
) -> None:
    events = events_between(a_plan().amended(resources=(place,), routines=(routine,)), TODAY, TODAY, TODAY)
    (event,) = (one for one in events if one.kind is not EventKind.TRAVEL and one.title == "Swim")
    assert event.minutes_there == minutes
