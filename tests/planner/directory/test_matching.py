"""What fits now and what can wait: reasons in words, basics first, nothing without a reason."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from planner.directory.matching import MOST_NOW, About, Match, about, match, wishes
from planner.directory.outcomes import Outcomes
from planner.directory.service import AgencyNote, Cost, Listing, OpenHours, Service, service_id
from planner.goals.goal import Goal
from planner.model.daily_life import Area
from planner.plan.plan import Plan
from planner.resources.resource import Need, Resource, Timing
from planner.skills.routine import Routine, Weekday
from planner.words.reading import read_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.directory.search import Search

TODAY = date(2026, 11, 28)  # a Saturday


def an_id(name: str) -> str:
    return service_id("test", name)


def listed(name: str, *areas: Area, note: AgencyNote | None = None, **facts: Any) -> Listing:
    hours = facts.pop("hours", (OpenHours(day=1, opens=time(9), closes=time(17)),))
    told = {"areas": areas, "hours": hours, "checked_on": date(2026, 11, 1), **facts}
    return Listing(service=Service(id=an_id(name), feed="test", name=name, **told), note=note)


PANTRY, MEALS = listed("Harbor Food Pantry", Area.FOOD), listed("Quay Meals", Area.FOOD)
SHELTER = listed("Night Shelter", Area.HOUSING)
JOBS, BOWLING = listed("Second Start Job Training", Area.WORK), listed("Bowling Alley")
EVERYTHING = (BOWLING, JOBS, MEALS, PANTRY, SHELTER)


def need(words: str, area: Area | None = None, timing: Timing | None = None) -> Need:
    return Need(id=an_id(words), own_words=words, area=area, timing=timing)


def plan(*needs: Need, **parts: Any) -> Plan:
    return Plan(id=an_id("plan"), person_id=an_id("person"), needs=needs, **parts)


def matched(made: Plan, listings: Iterable[Listing] = EVERYTHING, **facts: Any) -> Match:
    def find(_search: Search) -> Iterable[Listing]:
        return listings

    return match(wishes(made), about(made, TODAY, facts.pop("language", "en"), **facts), find)


def names(fits: Iterable[Any]) -> list[str]:
    return [fit.listing.service.name for fit in fits]


def test_a_bed_and_food_come_before_work_in_whatever_order_they_were_said() -> None:
    found = matched(plan(need("a job"), need("food", Area.FOOD), need("somewhere to sleep", Area.HOUSING)))

    assert names(found.now)[:3] == ["Night Shelter", "Harbor Food Pantry", "Second Start Job Training"]


def test_nothing_stands_in_the_order_that_nothing_in_the_plan_speaks_for() -> None:
    found = matched(plan(need("food", Area.FOOD)))

    assert "Bowling Alley" not in names((*found.now, *found.later))
    assert all(fit.reasons for fit in (*found.now, *found.later))
    assert matched(plan()) == Match()


def test_at_most_five_are_for_now_and_each_later_one_says_its_when() -> None:
    many = [listed(f"Food Pantry {number}", Area.FOOD) for number in range(9)]
    found = matched(plan(need("food", Area.FOOD), need("a job", Area.WORK, Timing.LATER)), [*many, JOBS])

    assert len(found.now) == MOST_NOW
    assert len(found.later) == 5
    assert all(fit.when for fit in found.later)
    assert str(found.later[0].when) == "You said it can wait"
    assert not {*names(found.now)} & {*names(found.later)}


def test_each_need_gets_its_best_before_any_gets_a_second() -> None:
    found = matched(plan(need("food", Area.FOOD), need("a job", Area.WORK)))

    assert names(found.now) == ["Harbor Food Pantry", "Second Start Job Training", "Quay Meals"]


def test_a_goal_that_names_a_kind_of_help_is_served_too() -> None:
    made = plan(goals=(Goal(id=an_id("goal"), own_words="Find a job by spring"),))
    (fit,) = matched(made).now

    assert fit.listing == JOBS
    assert str(fit.reasons[0]) == "It fits your goal: Find a job by spring"


@pytest.mark.parametrize(
    ("better", "facts", "reason"),
    [
        ({"cost": Cost.FREE}, {}, "It is free"),
        ({"languages": ("es",)}, {"language": "es"}, "They speak your language"),
        ({"medication_welcome": True}, {"takes_medication": True}, "People on medication are welcome"),
        ({"latitude": 36.85, "longitude": -76.29}, {"near": (36.85, -76.29)}, "About 0.0 miles away"),
        ({"note": AgencyNote(service_id=an_id("B Pantry"), ask_for="Pat")}, {}, "Your counselor's agency knows them"),
    ],
)
def test_what_makes_it_easier_comes_first_and_says_why(
    better: dict[str, Any], facts: dict[str, Any], reason: str
) -> None:
    two = [listed("A Pantry", Area.FOOD), listed("B Pantry", Area.FOOD, **better)]
    found = matched(plan(need("food", Area.FOOD)), two, **facts)

    assert names(found.now) == ["B Pantry", "A Pantry"]
    assert reason in map(str, found.now[0].reasons)
    assert reason not in map(str, found.now[1].reasons)


def test_open_hours_count_where_the_week_has_room_for_them() -> None:
    work = Routine(
        id=an_id("work"),
        own_words="Work",
        days=(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
        starts=read_time("8 am"),
        ends=read_time("4:30 pm"),
    )
    shut, late = (
        listed("Food A", Area.FOOD),
        listed("Food B", Area.FOOD, hours=(OpenHours(day=1, opens=time(17), closes=time(19)),)),
    )
    made = plan(need("food", Area.FOOD), routines=(work,))
    assert work.starts.reading
    reasons = {fit.listing.service.name: [str(one) for one in fit.reasons] for fit in matched(made, [shut, late]).now}

    assert any("when you are free" in reason for reason in reasons["Food B"])
    assert not any("when you are free" in reason for reason in reasons["Food A"])


def test_a_place_that_stands_in_the_plan_or_is_closed_for_now_is_not_offered() -> None:
    mine = Resource(id=an_id("place"), name="The pantry", listing_id=PANTRY.service.id)
    closed = listed("Closed Pantry", Area.FOOD, paused=True)

    assert names(matched(plan(need("food", Area.FOOD), resources=(mine,)), [PANTRY, MEALS, closed]).now) == [
        "Quay Meals"
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"hours": ()}, "Hours not listed: call first"),
        ({"hours": (), "by_appointment": True}, "By appointment: call first"),
        ({"checked_on": None}, "Not checked yet: call first"),
        ({"checked_on": date(2024, 1, 5)}, "Last checked on 2024-01-05: call first"),
    ],
)
def test_what_is_not_sure_says_to_call_first(facts: dict[str, Any], said: str) -> None:
    (fit,) = matched(plan(need("food", Area.FOOD)), [listed("Pantry", Area.FOOD, **facts)]).now

    assert said in map(str, fit.reasons)


def test_the_same_plan_and_directory_give_the_same_order() -> None:
    made = plan(need("food", Area.FOOD), need("somewhere to sleep"))

    assert matched(made) == matched(made)
    assert about(made, TODAY, "en") == About(TODAY)


def test_what_came_of_asking_moves_a_place_within_its_kind_and_says_why() -> None:
    two = [listed("A Pantry", Area.FOOD), listed("B Pantry", Area.FOOD)]
    made = plan(need("food", Area.FOOD))

    def ranked(outcomes: dict[str, Outcomes]) -> Match:
        return match(wishes(made), about(made, TODAY, "en"), lambda _search: two, lambda _ids: outcomes)

    assert names(ranked({}).now) == ["A Pantry", "B Pantry"]
    taught = ranked({an_id("A Pantry"): Outcomes(0, 6, {"no funds": 6}), an_id("B Pantry"): Outcomes(6, 0)})
    assert names(taught.now) == ["B Pantry", "A Pantry"]
    assert "It helped most of those we sent there" in map(str, taught.now[0].reasons)
    assert "It often did not work out" in " ".join(map(str, taught.now[1].reasons))

    few = ranked({an_id("A Pantry"): Outcomes(0, 4), an_id("B Pantry"): Outcomes(4, 0)})
    assert names(few.now) == ["A Pantry", "B Pantry"]
    assert few == ranked({})
