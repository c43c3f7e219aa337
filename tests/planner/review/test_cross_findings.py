"""What two nouns say together."""

from __future__ import annotations

from datetime import date

import pytest

from planner.goals.goal import Goal, GoalStatus
from planner.health.medication import Medication, PickUp
from planner.health.observation import Noticed, Observation
from planner.health.visit import Visit, VisitQuestion
from planner.model.daily_life import Area
from planner.model.finding import Weight
from planner.resources.resource import Need, Resource, Timing
from planner.resources.support import Bond, Support
from planner.review import cross_findings as links
from planner.safety.lapse import LapsePage
from planner.safety.warning_sign import Helps
from planner.skills.skill import Mastery, Skill
from planner.strengths.strength import Strength
from planner.words.reading import read_count
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan

GOAL = Goal(id=an_id(1), own_words="Walk by the water")
HUMOR = Strength(id=an_id(2), own_words="I can laugh about it")
LISTENING = Skill(id=an_id(3), name="Listening", mastery=Mastery.STRONG)
BED = Need(id=an_id(4), own_words="A bed", area=Area.HOUSING, timing=Timing.NOW)


def test_a_strength_nobody_uses_is_pointed_out_where_it_stands() -> None:
    (finding,) = links.unused_strengths(a_plan(goals=(GOAL,), strengths=(HUMOR,)))
    assert (finding.code, finding.where.item) == ("strength.unused", HUMOR.id)


@pytest.mark.parametrize(
    "plan",
    [
        a_plan(goals=(GOAL.amended(strength_ids=(HUMOR.id,)),), strengths=(HUMOR,)),
        a_plan(goals=(GOAL,), strengths=(HUMOR,), helps=(Helps(id=an_id(9), strength_id=HUMOR.id),)),
        a_plan(goals=(GOAL,), strengths=(HUMOR.amended(fits=False),)),
        a_plan(strengths=(HUMOR,)),
    ],
    ids=["a goal leans on it", "it helps when it is hard", "it does not fit", "there is no goal yet"],
)
def test_a_strength_in_use_is_left_alone(plan: object) -> None:
    assert not list(links.unused_strengths(plan))


def test_a_goal_that_rests_leans_on_nothing() -> None:
    resting = GOAL.amended(strength_ids=(HUMOR.id,), status=GoalStatus.ASIDE)
    assert list(links.unused_strengths(a_plan(goals=(resting, GOAL.amended(id=an_id(8))), strengths=(HUMOR,))))


def test_a_strong_skill_looks_for_a_goal() -> None:
    assert [finding.code for finding in links.unused_skills(a_plan(goals=(GOAL,), skills=(LISTENING,)))] == [
        "skill.unused"
    ]
    leaning = GOAL.amended(skill_ids=(LISTENING.id,))
    assert not list(links.unused_skills(a_plan(goals=(leaning,), skills=(LISTENING,))))


@pytest.mark.parametrize(
    ("resources", "is_met"),
    [
        ((), False),
        ((Resource(id=an_id(5), name="Pantry", area=Area.FOOD),), False),
        ((Resource(id=an_id(5), name="Shelter", area=Area.HOUSING),), True),
        ((Resource(id=an_id(5), name="Aunt Rosa's friend", need_ids=(BED.id,)),), True),
        ((Resource(id=an_id(5), name=" ", area=Area.HOUSING),), False),
    ],
)
def test_a_need_of_now_looks_for_a_place(resources: tuple[Resource, ...], is_met: bool) -> None:  # noqa: FBT001 (a case)
    found = list(links.needs_without_a_place(a_plan(needs=(BED,), resources=resources)))
    assert [finding.code for finding in found] == ([] if is_met else ["need.place"])


def test_a_need_that_can_wait_is_not_asked_about() -> None:
    assert not list(links.needs_without_a_place(a_plan(needs=(BED.amended(timing=Timing.LATER),))))


def test_more_than_five_places_for_now_are_a_long_list() -> None:
    places = tuple(Resource(id=an_id(number), name=f"Place {number}") for number in range(10, 16))
    (finding,) = links.small_circle(a_plan(resources=places))
    assert str(finding.says) == "You have 6 places for now. Which ones can wait?"
    assert not list(links.small_circle(a_plan(resources=places[:5])))
    later = places[0].amended(timing=Timing.LATER)
    assert not list(links.small_circle(a_plan(resources=(later, *places[1:]))))


def test_more_than_three_goals_are_many_at_once() -> None:
    goals = tuple(GOAL.amended(id=an_id(number)) for number in range(10, 14))
    assert [finding.code for finding in links.several_goals(a_plan(goals=goals))] == ["goals.many"]
    assert not list(links.several_goals(a_plan(goals=goals[:3])))
    assert not list(links.several_goals(a_plan(goals=(*goals[:3], Goal(id=an_id(20))))))


def test_a_circle_of_paid_people_is_asked_for_one_of_ones_own() -> None:
    nurse = Support(id=an_id(10), name="Kim", bond=Bond.PAID)
    sister = Support(id=an_id(11), name="Ana", bond=Bond.FAMILY)
    assert [finding.code for finding in links.own_people(a_plan(supports=(nurse,)))] == ["circle.own"]
    assert not list(links.own_people(a_plan(supports=(nurse, sister))))
    assert not list(links.own_people(a_plan()))


def test_the_first_call_needs_a_number() -> None:
    ana = Support(id=an_id(10), name="Ana")
    page = LapsePage(call_first_id=ana.id)
    assert [finding.code for finding in links.first_call(a_plan(supports=(ana,), lapse_page=page))] == ["lapse.phone"]
    assert not list(links.first_call(a_plan(supports=(ana.amended(phone="555-0101"),), lapse_page=page)))
    assert not list(links.first_call(a_plan(lapse_page=page)))


MEDICINE = Medication(id=an_id(20), name="Sertraline", worries="It makes me tired", prescriber_id=an_id(21))
ASK = VisitQuestion(id=an_id(22), ask="Can I take it at night?")
AHEAD = Visit(id=an_id(23), provider_id=an_id(21), on=a_day("2026-12-01"), questions=(ASK,))


@pytest.mark.parametrize(
    ("visits", "codes"),
    [
        ((), ["medication.worry"]),
        ((AHEAD,), []),
        ((AHEAD.amended(questions=()),), ["medication.worry"]),
        ((AHEAD.amended(provider_id=an_id(30)),), ["medication.worry"]),
        ((AHEAD.amended(on=a_day("2026-11-01")),), ["medication.worry"]),
        ((AHEAD.amended(provider_id=None),), []),
    ],
    ids=["no visit", "a question to bring", "no question", "with somebody else", "gone by", "with somebody"],
)
def test_a_worry_becomes_a_question_for_a_visit(visits: tuple[Visit, ...], codes: list[str]) -> None:
    plan = a_plan(medications=(MEDICINE,), visits=visits)
    assert [finding.code for finding in links.worries(plan, TODAY)] == codes


def test_a_supply_is_held_against_the_next_visit_with_its_prescriber() -> None:
    filled = PickUp(id=an_id(25), on=a_day("2026-11-20", past=True), days=read_count("14"))
    medicine = MEDICINE.amended(pick_ups=(filled,))
    late = AHEAD.amended(on=a_day("2026-12-20"))
    (finding,) = links.supplies(a_plan(medications=(medicine,), visits=(late,)), TODAY)
    assert (finding.code, finding.says.values["day"]) == ("supply.before_visit", date(2026, 12, 3))
    elsewhere = late.amended(provider_id=an_id(30))
    assert not list(links.supplies(a_plan(medications=(medicine,), visits=(elsewhere,)), TODAY))


@pytest.mark.parametrize(
    ("day", "is_opioid", "asked"),
    [("2026-11-20", True, True), ("2026-11-10", True, False), ("2026-11-20", False, False), ("once", True, False)],
)
def test_a_missed_dose_of_a_medicine_for_opioid_use_is_the_heaviest_of_all(
    day: str,
    is_opioid: bool,  # noqa: FBT001 (a case)
    asked: bool,  # noqa: FBT001 (a case)
) -> None:
    medicine = MEDICINE.amended(for_opioid_use=is_opioid)
    missed = Observation(id=an_id(26), what=Noticed.MISSED_DOSE, on=a_day(day, past=True), medication_id=medicine.id)
    found = list(links.missed_doses(a_plan(medications=(medicine,), observations=(missed,)), TODAY))
    assert [(finding.code, finding.weight) for finding in found] == ([("supply.missed", Weight.LIFE)] if asked else [])


MAY = Support(id=an_id(51), name="May", phone="555-0100", when_hard=True)
LUIS = Support(id=an_id(52), name="Luis", phone="555-0101", when_hard=True)


@pytest.mark.parametrize(
    ("supports", "codes"),
    [
        ((), []),
        ((MAY.amended(when_hard=False),), []),
        ((MAY,), ["circle.night", "circle.next"]),
        ((MAY, LUIS), ["circle.night"]),
        ((MAY, LUIS.amended(at_night=True)), []),
        ((MAY.amended(name=" "),), []),
    ],
    ids=["nobody yet", "nobody to call", "one by day", "two by day", "one at night", "no name yet"],
)
def test_what_is_open_in_the_circle_is_asked(supports: tuple[Support, ...], codes: list[str]) -> None:
    assert [finding.code for finding in links.circle_gaps(a_plan(supports=supports))] == codes


def test_a_goal_that_leans_on_a_place_without_a_way_says_so() -> None:
    gym = Resource(id=an_id(61), name="Harbor Gym", no_way=True)
    leaning = GOAL.amended(resource_ids=(gym.id,))
    (finding,) = links.goals_without_a_way(a_plan(goals=(leaning,), resources=(gym,)))
    assert (finding.code, finding.where.item) == ("goal.no_way", GOAL.id)
    assert "Harbor Gym" in str(finding.says)

    reachable = gym.amended(no_way=False)
    assert not list(links.goals_without_a_way(a_plan(goals=(leaning,), resources=(reachable,))))
    done = leaning.amended(status=GoalStatus.ASIDE)
    assert not list(links.goals_without_a_way(a_plan(goals=(done,), resources=(gym,))))
