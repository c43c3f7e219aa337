"""A long list shows its first dozen, finds one by its words, and shows the next dozen on a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.goals.goal import Goal
from tests.invented import an_id
from tests.widgets.seat import sit_down
from widgets.check_in.check_in import CheckIn
from widgets.elements.long_list import DOZEN, found_in

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

MANY = 300


def _goals_again(count: int) -> Seat:
    goals = tuple(Goal(id=an_id(10_000 + place), own_words=f"Walk {place} miles") for place in range(1, count + 1))
    seat = sit_down(goals=goals)
    seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))
    seat.press("How far your goals came")
    return seat


def _cards(seat: Seat) -> int:
    return sum("rp-card" in one.class_.split() for one in seat.elements())


def test_goal_250_of_300_is_found_by_its_words_and_rated() -> None:
    seat = _goals_again(MANY)
    assert _cards(seat) == DOZEN
    assert "Walk 250 miles" not in seat.text()
    seat.write("Find a goal", "250 WALK")
    assert "1 of 300" in seat.text()
    assert _cards(seat) == 1, "the goal that was open is folded"
    seat.press("Look at it: Walk 250 miles")
    seat.press("As hoped")
    (rated,) = [goal for goal in seat.plan.goals if goal.ratings]
    assert rated.own_words == "Walk 250 miles"


def test_a_press_shows_the_next_dozen() -> None:
    seat = _goals_again(MANY)
    seat.press("Show 12 more")
    assert _cards(seat) == 2 * DOZEN


def test_the_goal_that_follows_opens_also_where_it_was_not_shown_yet() -> None:
    seat = _goals_again(MANY)
    for _ in range(DOZEN):
        seat.press("Next goal")
    assert _cards(seat) == DOZEN + 1
    assert "Walk 13 miles" in seat.text()


def test_words_nothing_holds_find_nothing_and_say_what_helps() -> None:
    seat = _goals_again(MANY)
    seat.write("Find a goal", "swim")
    assert "None of them says that. Try fewer words." in seat.text()


def test_a_short_list_has_no_search() -> None:
    seat = _goals_again(DOZEN)
    assert _cards(seat) == DOZEN
    assert "Find a goal" not in seat.text()


def test_a_folded_part_names_a_few_goals_only() -> None:
    seat = _goals_again(MANY)
    seat.press("How life stands")
    assert "Walk 6 miles · 294 more" in seat.text()


@pytest.mark.parametrize("sought", ["", "  ", "cafe", "CAFÉ un", "un café"])
def test_case_accents_and_order_do_not_matter(sought: str) -> None:
    assert found_in({"a": "Tomar un café con Ana"}, sought) == ["a"]
