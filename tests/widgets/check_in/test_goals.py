"""A goal looked at again: rated in words, made smaller, reached or set aside, with everything before kept beside it."""

from __future__ import annotations

import pytest

from planner.goals.confidence import eased, sure_now
from planner.goals.goal import GoalStatus, Way
from planner.goals.outcome import became
from planner.words.reading import CountWords
from tests.invented import TODAY, an_id
from tests.widgets.again import BEFORE, READ, WALK, check_in


def test_a_goal_is_rated_in_words_and_the_time_before_stays() -> None:
    seat = check_in(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("As hoped")
    seat.write("In my words", "Four times")
    seat.press("8")
    before, now = seat.plan.goals[0].ratings
    assert before == WALK.ratings[0]
    assert (now.on, now.by_person, now.by_counselor, now.confidence, now.own_words) == (TODAY, 0, None, 8, "Four times")
    assert seat.plan.goals[0].confidence == 8
    seat.press("As hoped")
    assert seat.plan.goals[0].ratings[-1].by_person is None


def test_the_steps_done_are_ticked_before_anything_is_rated() -> None:
    seat = check_in(goals=(WALK,))
    seat.press("How far your goals came")
    assert "You have done 1 step of 2." in seat.text()
    assert seat.text().index("Find my shoes") < seat.text().index("How far did you come with this?")
    seat.press("Ask Luis")
    assert [step.done for step in seat.plan.goals[0].steps] == [True, True]
    assert "You have done 2 steps of 2." in seat.text()


def test_the_words_of_a_ladder_are_the_answers() -> None:
    seat = check_in(goals=(READ,))
    seat.press("How far your goals came")
    seat.press("Four walks")
    assert seat.plan.goals[0].ratings[0].by_person == 1


def test_below_seven_the_plan_is_changed_and_before_and_after_are_kept() -> None:
    seat = check_in(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("4")
    seat.press("A smaller step")
    assert "Add a step" in seat.buttons()
    seat.press("7")
    (change,) = seat.plan.goals[0].confidence_changes
    assert (change.before, change.after, change.way) == (4, 7, Way.SMALLER_STEP)
    assert "Before: 4 of 10 → A smaller step → Now: 7 of 10" in seat.text()


def test_a_way_taken_weeks_ago_is_not_chosen_again_today() -> None:
    eased_before = sure_now(eased(WALK, Way.SMALLER_STEP, BEFORE, an_id(14)), 8)
    seat = check_in(goals=(eased_before,))
    seat.press("How far your goals came")
    seat.press("5")
    assert seat.state("A smaller step") == "false"
    seat.press("A smaller step")
    assert seat.state("A smaller step") == "true"
    seat.press("Close")
    seat.press(f"Look at it: {WALK.own_words}")
    assert "Add a step" in seat.buttons()


def test_another_goal_leads_to_the_goals() -> None:
    seat = check_in(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("4")
    seat.press("Another goal")
    seat.press("Go to Goals")
    assert seat.editor.step == "goals"


@pytest.mark.parametrize(
    ("way", "status", "words"),
    [
        ("I reached it", GoalStatus.REACHED, "You did what you set out to do."),
        ("Make it smaller", GoalStatus.SMALLER, "Smaller is a good size"),
        ("Set it aside", GoalStatus.ASIDE, "It can rest."),
    ],
)
def test_what_becomes_of_a_goal_is_said_kindly_and_keeps_its_history(way: str, status: GoalStatus, words: str) -> None:
    seat = check_in(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press(way)
    assert words in seat.text()
    seat.write("What I say to it", "It was good")
    goal = seat.plan.goals[0]
    assert (goal.status, [change.words_before for change in goal.changes]) == (status, [WALK.own_words])
    assert goal.changes[0].own_words == "It was good"


def test_a_goal_made_smaller_is_written_anew_with_its_earlier_words_beside() -> None:
    seat = check_in(goals=(WALK.amended(target=CountWords(words="3", reading=3)),))
    seat.press("How far your goals came")
    seat.press("Make it smaller")
    seat.write("In my own words", "Walk once a week")
    seat.write("How much I want", "1")
    goal = seat.plan.goals[0]
    assert (goal.own_words, goal.target.words) == ("Walk once a week", "1")
    assert "before: Walk on three days a week · 3" in seat.text()


def test_a_goal_made_smaller_stays_while_its_words_are_rewritten() -> None:
    seat = check_in(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("Make it smaller")
    for words in ("", "W", "Walk once"):
        seat.write("In my own words", words)
    assert seat.plan.goals[0].own_words == "Walk once"


def test_the_same_way_twice_is_one_change() -> None:
    seat = check_in(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("Set it aside")
    seat.press("Set it aside")
    assert len(seat.plan.goals[0].changes) == 1


def test_a_goal_made_smaller_last_time_is_one_they_are_on_and_can_be_made_smaller_once_more() -> None:
    smaller = became(WALK, GoalStatus.SMALLER, BEFORE, an_id(14)).amended(own_words="Walk on two days")
    seat = check_in(goals=(smaller,))
    seat.press("How far your goals came")
    assert (seat.state("Keep at it"), seat.state("Make it smaller")) == ("true", "false")
    seat.press("Keep at it")
    assert len(seat.plan.goals[0].changes) == 1
    seat.press("Make it smaller")
    seat.write("In my own words", "Walk on one day")
    assert [one.words_before for one in seat.plan.goals[0].changes] == [WALK.own_words, "Walk on two days"]
    seat.press("Close")
    assert "Made smaller" in seat.text()


def test_staff_see_how_far_all_goals_came_at_each_check_in_and_the_person_does_not() -> None:
    goals = (WALK, WALK.amended(id=an_id(60), own_words="Call Mia"))
    together, staff = check_in(goals=goals), check_in(goals=goals, staff=True)
    for seat in (together, staff):
        seat.press("How far your goals came")
        seat.press("As hoped")
    assert "T 43.8" in staff.text()
    assert "November 8, 2026: T 37.6" in staff.text().replace("Nov 8", "November 8")
    assert "T 4" not in together.text()


def test_a_ladder_written_anew_changes_nothing_of_what_was_said() -> None:
    seat = check_in(goals=(READ,))
    seat.press("How far your goals came")
    seat.press("Four walks")
    said = seat.plan.goals[0].amended(ladder=READ.ladder.amended(more="Five walks"))
    later = check_in(goals=(said.amended(ratings=(said.ratings[0].amended(id=an_id(61), on=BEFORE),)),))
    later.press("How far your goals came")
    assert "Nov 8, 2026: Four walks" in later.text()
