"""What just happened is said once, and can be taken back where it stands."""

from __future__ import annotations

from typing import Any

from planner.goals.goal import Goal, Step
from planner.resources.resource import Resource
from tests.invented import TODAY, an_id
from tests.widgets.seat import Seat, sit_down
from widgets.frame.session_page import SessionPage

GOAL = Goal(id=an_id(11), own_words="Find a job", steps=(Step(id=an_id(12), own_words="Take my papers along"),))
PANTRY = Resource(id=an_id(21), name="Food pantry")


def _table(step: str, **parts: Any) -> Seat:
    seat = sit_down(**parts)
    seat.editor.go(step)
    seat.show(SessionPage(seat.context, lambda: None, None))
    return seat


def _said(seat: Seat) -> str:
    region = next(one for one in seat.elements() if one.class_ == "rp-happened")
    assert region.attributes["role"] == "status"
    words = [child.children[0] for child in region.children if child.tag == "span"]
    return words[0] if words else ""


def _open_the_goals(seat: Seat) -> None:
    if "What you will do" in seat.buttons():
        seat.press("What you will do")


def test_what_was_removed_is_said_and_undo_brings_it_back() -> None:
    seat = _table("goals", goals=(GOAL,))
    _open_the_goals(seat)
    assert _said(seat) == ""

    seat.press("Remove: Find a job")
    assert _said(seat) == "Removed: Find a job"
    assert seat.plan.goals == ()

    seat.press("Undo", nth=-1)
    assert seat.plan.goals == (GOAL,)
    assert _said(seat) == "It is back."


def test_it_is_over_with_the_next_change() -> None:
    seat = _table("goals", goals=(GOAL,))
    _open_the_goals(seat)
    seat.press("Remove: Find a job")
    assert _said(seat)

    seat.press("Add a goal")

    assert _said(seat) == ""


def test_no_two_ways_to_remove_something_have_one_name() -> None:
    seat = _table("goals", goals=(GOAL,))
    _open_the_goals(seat)
    seat.press("Change: Find a job")
    seat.press("Steps")
    seat.press("Change: Take my papers along")

    names = [name for name in seat.buttons() if name.startswith("Remove")]
    assert names == ["Remove: Take my papers along", "Remove: Find a job"]
    shown = [_shown(one) for one in seat.elements("button") if _shown(one).startswith("Remove")]
    assert len(set(shown)) == len(shown)


def _shown(button: Any) -> str:
    return next((child for child in button.children if isinstance(child, str)), "")


def test_a_place_that_was_checked_says_so() -> None:
    seat = _table("resources", resources=(PANTRY,))
    if "Places that help" in seat.buttons():
        seat.press("Places that help")
    seat.press("Change: Food pantry")
    seat.press("How to reach them")

    seat.press("We checked it today")

    assert _said(seat) == "Checked today: Food pantry"
    assert seat.plan.resources[0].confirmed_on == TODAY
