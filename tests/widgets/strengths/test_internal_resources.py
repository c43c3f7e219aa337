"""The three internal resources: one entry a day, and the days before stay."""

from __future__ import annotations

from datetime import date

from planner.strengths.internal_resource import InternalResources
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.strengths import strengths

BEFORE = InternalResources(id=an_id(21), on=date(2026, 10, 1), belief=2, steadiness=3)


def test_the_first_number_makes_todays_entry_and_the_next_ones_go_into_it() -> None:
    seat = sit_down()
    seat.draw(strengths.TOPIC_CARDS, "strengths.inside")
    seat.press("4")
    seat.press("5", nth=1)
    seat.press("6", nth=2)
    (entry,) = seat.plan.internal_resources
    assert (entry.on, entry.ratings) == (TODAY, (4, 5, 6))


def test_the_days_before_are_shown_and_never_changed() -> None:
    seat = sit_down(internal_resources=(BEFORE,))
    seat.draw(strengths.TOPIC_CARDS, "strengths.inside")
    assert "Oct 1, 2026 2 3 –" in seat.text()
    seat.press("7")
    assert seat.plan.internal_resources[0] == BEFORE
    assert seat.plan.internal_resources[1].belief == 7


def test_pressing_the_chosen_number_again_takes_it_back() -> None:
    seat = sit_down()
    seat.draw(strengths.TOPIC_CARDS, "strengths.inside")
    seat.press("4")
    seat.press("4")
    assert seat.plan.internal_resources[0].belief is None


def test_each_ruler_has_its_words_at_both_ends_and_in_the_middle() -> None:
    seat = sit_down()
    seat.draw(strengths.TOPIC_CARDS, "strengths.inside")
    for words in ("I do not think I can change things.", "I can calm down, with time or help.", "find a way."):
        assert words in seat.text()
