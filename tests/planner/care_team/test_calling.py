from planner.care_team.calling import to_call, what_helps
from planner.plan.plan import Plan
from planner.resources.support import Support
from planner.safety.lapse import LapsePage
from planner.safety.warning_sign import Helps

CARLA = Support(id="00000000-0000-4000-8000-00000000000a", name="Carla", when_hard=True)
LUIS = Support(id="00000000-0000-4000-8000-00000000000b", name="Luis", when_hard=True)
BOSS = Support(id="00000000-0000-4000-8000-00000000000c", name="Boss")
PLAN = Plan(
    id="00000000-0000-4000-8000-000000000001",
    person_id="00000000-0000-4000-8000-000000000002",
    supports=(CARLA, LUIS, BOSS),
)


def test_those_who_said_yes_are_called_in_the_order_of_the_circle() -> None:
    assert to_call(PLAN) == (CARLA, LUIS)


def test_the_one_the_lapse_page_names_comes_first_and_once() -> None:
    assert to_call(PLAN.amended(lapse_page=LapsePage(call_first_id=LUIS.id))) == (LUIS, CARLA)


def test_the_one_the_lapse_page_names_counts_without_a_tick() -> None:
    assert to_call(PLAN.amended(lapse_page=LapsePage(call_first_id=BOSS.id))) == (BOSS, CARLA, LUIS)


def test_what_is_tried_first_leads_and_empty_lines_are_left_out() -> None:
    helps = (
        Helps(id="00000000-0000-4000-8000-00000000000d", own_words="A walk"),
        Helps(id="00000000-0000-4000-8000-00000000000e", own_words="  "),
        Helps(id="00000000-0000-4000-8000-00000000000f", own_words="Music", first=True),
    )

    assert what_helps(PLAN.amended(helps=helps)) == ("Music", "A walk")


def test_those_for_when_nobody_picks_up_come_next_in_their_order_and_once() -> None:
    line = LapsePage(call_first_id=LUIS.id, call_next_ids=(BOSS.id, CARLA.id, LUIS.id))
    assert to_call(PLAN.amended(lapse_page=line)) == (LUIS, BOSS, CARLA)
    assert to_call(PLAN.amended(lapse_page=LapsePage(call_next_ids=(LUIS.id,)))) == (LUIS, CARLA)
