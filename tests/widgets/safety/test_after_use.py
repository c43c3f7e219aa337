"""After "I used" the body comes first: what is dangerous now, where the naloxone is, and the lapse page."""

from __future__ import annotations

import pytest

from planner.library import lapse_page
from planner.safety.lapse import LapsePage
from planner.safety.lapse_review import HowFar, LapseReview
from planner.sessions.first_path import Tonight
from planner.sessions.since_last import Hard, SinceLast
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.check_in.due_items import Opening
from widgets.safety.after_use import AfterUse
from widgets.safety.lapse_review import ReviewPage

TOLERANCE = "After a break, your body can take much less than before."


@pytest.mark.parametrize("hard", [None, *Hard])
def test_it_stands_with_the_answer_and_with_no_other(hard: Hard | None) -> None:
    seat = sit_down(lapse_page=LapsePage(overdose_help="On the hook"))
    now = SinceLast(id=an_id(1), on=TODAY, hard=hard)
    seat.lay(lambda plan: Opening(plan, now, (), ()))
    assert (TOLERANCE in seat.text()) is (hard is Hard.USED)
    assert ("Naloxone: On the hook" in seat.text()) is (hard is Hard.USED)


def test_it_says_what_the_lapse_page_says_of_the_body_word_for_word() -> None:
    seat = sit_down()
    seat.lay(AfterUse)
    said = seat.text()
    parts = {part.key: part for part in lapse_page("en", line="988").parts}
    assert [line for key in ("body", "danger") for line in parts[key].lines if line not in said] == []


def test_where_nobody_knows_where_the_naloxone_is_it_asks() -> None:
    seat = sit_down()
    seat.lay(AfterUse)
    seat.write("Where the overdose medicine is", "In my bag")
    assert seat.plan.lapse_page.overdose_help == "In my bag"

    known = sit_down(tonight=Tonight(overdose_words="By the bed"))
    known.lay(AfterUse)
    assert "Naloxone: By the bed" in known.text()


def test_the_lapse_page_is_one_press_away() -> None:
    seat = sit_down()
    seat.lay(AfterUse)
    seat.press("Read the lapse page")
    assert [one.attributes.get("role") for one in seat.elements("section")].count("dialog") == 1
    seat.press("Close")
    assert [one.attributes.get("role") for one in seat.elements("section")].count("dialog") == 0


@pytest.mark.parametrize("how_far", [None, *HowFar])
def test_looking_back_on_a_day_of_use_says_it_too(how_far: HowFar | None) -> None:
    review = LapseReview(id=an_id(1), how_far=how_far)
    seat = sit_down(lapse_reviews=(review,))
    seat.lay(lambda plan: ReviewPage(plan, review, lambda: None))
    assert (TOLERANCE in seat.text()) is (how_far is HowFar.LAPSE)
