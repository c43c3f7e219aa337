"""Goals: what is understood is offered and never written over; what carries a goal is offered with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner.goals.goal import Goal, GoalRating, GoalStatus, Per, Whose
from planner.plan.plan import Plan
from planner.resources.support import Support
from planner.review.review import findings_for
from planner.strengths.strength import Strength
from planner.teaching.people import practice_person
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.draft.context import SessionContext
from widgets.goals import goals
from widgets.goals.read_back import underlined

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

SENTENCE = "Go to three NA meetings a week until the end of March"
GOAL = Goal(id=an_id(10), own_words=SENTENCE)
SCALED = GOAL.amended(
    measure="meetings",
    target={"words": "3", "reading": 3},
    baseline={"words": "1", "reading": 1},
    per=Per.WEEK,
    ratings=(GoalRating(id=an_id(13), on=TODAY, by_person=-1, by_counselor=0),),
)


def _seat(*given: Goal, staff: bool = False, language: str = "en", **parts: Any) -> Seat:
    seat = sit_down(staff=staff, language=language, goals=given, **parts)
    seat.draw(goals.TOPIC_CARDS, "goals.goals")
    return seat


def _open(*given: Goal, page: str = "", **view: Any) -> Seat:
    seat = _seat(*given, **view)
    seat.press(f"Change: {given[0].own_words}")
    if page:
        seat.press(page)
    return seat


def _understood(seat: Seat) -> list[str]:
    return [str(one.children[0]) for one in seat.elements("u")]


def test_what_was_understood_is_underlined_below_the_sentence() -> None:
    seat = _open(GOAL)
    assert _understood(seat) == ["Go to ", "three", "NA meetings", "a week", "until the end of March"]
    assert seat.written("In my own words") == SENTENCE


def test_the_line_says_the_sentence_letter_by_letter() -> None:
    from planner.goals.smart import read_goal

    for words in (SENTENCE, "  call  my sister 🙂 on Sundays", "2–3 times a week\nwalk", "\ud83d walk"):
        pieces = underlined(read_goal(words, TODAY))
        assert "".join(piece if isinstance(piece, str) else piece.kwargs["children"][0] for piece in pieces) == words


def test_one_press_fills_what_is_empty_and_nothing_else() -> None:
    seat = _open(GOAL.amended(by_when={"words": "Friday"}))
    seat.press("Use: Go to three NA meetings · three NA meetings a week")
    goal = seat.plan.goals[0]
    assert (goal.target.words, goal.measure, goal.per) == ("three", "NA meetings", Per.WEEK)
    assert (goal.own_words, goal.by_when.words) == (SENTENCE, "Friday")
    assert not [name for name in seat.buttons() if name.startswith("Use:")]


def test_undo_takes_the_whole_press_back() -> None:
    seat = _open(GOAL)
    seat.press(next(name for name in seat.buttons() if name.startswith("Use:")))
    seat.editor.undo()
    assert seat.plan.goals == (GOAL,)


def test_a_day_that_has_no_date_yet_is_asked_for() -> None:
    assert "“my birthday”: which day is that?" in _open(GOAL.amended(own_words="quit by my birthday")).text()


def test_spanish_is_read_as_spanish() -> None:
    seat = sit_down(language="es", goals=(GOAL.amended(own_words="caminar 20 minutos cada día"),))
    seat.draw(goals.TOPIC_CARDS, "goals.goals")
    next(one for one in seat.elements("button") if "caminar" in one.attributes.get("aria-label", "")).fire_event(
        "click", {}
    )
    assert "20" in _understood(seat)


def test_typing_is_read_when_the_hand_rests() -> None:
    seat = _open(GOAL)
    seat.editor.rest()  # from the first time on, the editor counts on being told
    seat.write("In my own words", "Walk 20 minutes")
    assert seat.plan.goals[0].own_words == "Walk 20 minutes"
    assert "three" in _understood(seat)

    seat.editor.rest()

    assert "20" in _understood(seat)


def test_who_and_what_could_carry_it_is_offered_with_the_reason() -> None:
    luis = Support(id=an_id(30), name="Luis")
    call = Strength(id=an_id(31), own_words="I call when it gets hard", how_much=9)
    seat = _open(
        GOAL.amended(own_words="Walk with Luis"), page="What helps with it", supports=(luis,), strengths=(call,)
    )
    assert "You named them." in seat.text()
    assert "It helped you a lot before." in seat.text()
    seat.press("Luis")
    assert seat.plan.goals[0].support_ids == (luis.id,)
    assert "You named them." not in seat.text()


def test_where_a_goal_stands_changes_with_its_history() -> None:
    seat = _open(GOAL, page="What helps with it")
    seat.press("Set it aside")
    goal = seat.plan.goals[0]
    assert (goal.status, goal.changes[0].status) == (GoalStatus.ASIDE, GoalStatus.ASIDE)
    seat.press("Keep at it")
    assert [change.status for change in seat.plan.goals[0].changes] == [GoalStatus.ASIDE, GoalStatus.ACTIVE]


def test_a_required_goal_asks_what_the_person_wants_from_it() -> None:
    seat = _open(GOAL)
    assert "What I want from it" not in seat.text()
    seat.press("I have to do it")
    assert seat.plan.goals[0].whose is Whose.REQUIRED
    seat.write("What I want from it", "Peace at home")
    assert seat.plan.goals[0].wanted_from_it == "Peace at home"


def test_the_gate_keeps_each_before_and_after() -> None:
    seat = _open(GOAL, page="How sure")
    seat.press("4", nth=1)
    seat.press("Plan for what gets in the way")
    seat.press("How sure")
    assert "Before: 4 of 10 → Plan for what gets in the way → Now: say it on the ruler" in seat.text()
    seat.press("8", nth=1)
    assert "Before: 4 of 10 → Plan for what gets in the way → Now: 8 of 10" in seat.text()


def test_a_ladder_is_drafted_from_the_goals_own_parts_in_the_staff_view() -> None:
    seat = _open(SCALED, page="Ladder", staff=True)
    seat.press("Draft a ladder")
    ladder = seat.plan.goals[0].ladder
    assert ladder is not None
    assert "3" in ladder.expected
    seat.write("Who or what tells us", "My calendar")
    seat.press("2 times")
    assert (seat.plan.goals[0].ladder.source, seat.plan.goals[0].weight) == ("My calendar", 2)
    seat.press("Remove the ladder")
    assert seat.plan.goals[0].ladder is None


def test_what_the_rules_say_of_a_ladder_stands_once_with_its_goal() -> None:
    seat = sit_down(staff=True, goals=(SCALED.amended(ladder={"expected": "Three meetings"}),))
    seat.findings = findings_for(seat.plan, TODAY, "goals")
    seat.draw(goals.TOPIC_CARDS, "goals.goals")
    seat.press(f"Change: {SENTENCE}")
    seat.press("Ladder")
    assert seat.text().count("Who or what tells which level it is?") == 1
    assert seat.text().count("You see this differently") == 1


def test_a_ladder_can_begin_blank_and_a_draft_waits_for_the_goals_parts() -> None:
    seat = _open(Goal(id=an_id(10), own_words="Find a job"), page="Ladder", staff=True)
    assert "Draft a ladder" not in seat.buttons()
    seat.press("Begin with blank levels")
    seat.write("What we hope for", "A job by June")
    assert seat.plan.goals[0].ladder.expected == "A job by June"


def test_the_together_view_has_no_ladder_no_t_and_no_second_view() -> None:
    three = tuple(SCALED.amended(id=an_id(number)) for number in (10, 11, 12))
    together, staff = _open(*three), _open(*three, staff=True)
    assert "Ladder" in staff.buttons()
    assert "All goals together" in staff.text()
    assert "T " in staff.text()
    assert "Ladder" not in together.buttons()
    assert "All goals together" not in together.text()


def test_leaving_the_staff_view_closes_the_ladder() -> None:
    seat = _open(SCALED, page="Ladder", staff=True)
    seat.context = SessionContext(seat.context.t, TODAY, seat.editor, seat.context.agency)
    seat.press("Begin with blank levels")
    assert "What we hope for" not in seat.text()


def test_one_goal_alone_makes_no_number() -> None:
    seat = _seat(SCALED, staff=True)
    assert "One goal alone makes no number." in seat.text()
    assert "No T" in seat.text()


@pytest.mark.parametrize(("name", "language"), [("dana", "en"), ("marisol", "es"), ("terrence", "en"), ("jo", "en")])
def test_looking_at_every_goal_changes_nothing(name: str, language: str) -> None:
    plan = practice_person(name, TODAY).plan
    parts = {part: getattr(plan, part) for part in Plan.model_fields if part not in {"id", "person_id"}}
    seat = sit_down(staff=True, language=language, **parts)
    seat.findings = findings_for(seat.plan, TODAY, "goals")
    seat.draw(goals.TOPIC_CARDS, "goals.goals")
    for change in [button for button in seat.buttons() if button.startswith(("Change: ", "Cambiar: "))]:
        seat.press(change)
        for tab in [one for one in seat.elements("button") if one.attributes.get("role") == "tab"]:
            tab.fire_event("click", {})
        seat.draw(goals.TOPIC_CARDS, "goals.goals")
    assert seat.plan == plan.amended(id=seat.plan.id, person_id=seat.plan.person_id)


def test_many_goals_wait_behind_one_press_and_a_new_one_stands_open() -> None:
    many = tuple(GOAL.amended(id=an_id(100 + n), own_words=f"Goal {n}") for n in range(300))
    seat = _seat(*many)
    assert "Change: Goal 11" in seat.buttons()
    assert "Change: Goal 12" not in seat.buttons()
    seat.press("Add a goal")
    seat.write("In my own words", "One more")
    assert seat.plan.goals[-1].own_words == "One more"
    seat.press("Show 12 more")
    assert "Change: Goal 23" in seat.buttons()
    seat.write("Find one by its words", "goal 250")
    assert [name for name in seat.buttons() if name.startswith("Change:")] == ["Change: Goal 250"]


def test_a_folded_goal_that_rests_says_so_and_asks_nothing() -> None:
    seat = _seat(GOAL.amended(status=GoalStatus.REACHED))
    assert "Reached" in seat.text()
    assert "By when?" not in seat.text()
