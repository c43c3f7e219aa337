"""Could you name the person? What stands in another plan is found, and nobody else is ever named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner import library
from planner.goals.goal import Goal, Step
from planner.model.finding import Audience, Finding
from planner.plan.plan import Plan
from planner.resources.resource import Resource
from planner.review.repetition import Gathering, Index, offered_runs, repetition_findings, runs_of
from planner.safety.lapse import LapsePage
from tests.invented import an_id
from tests.planner.making import WORDS, a_plan, plans

CANNED = "Attend all scheduled individual and group sessions each week as directed by the treatment team"
OWN = "Walk Mia to the bus stop on Tuesdays and be home before the rain"


def _plan(number: int, *goals: str, **sections: object) -> Plan:
    made = tuple(Goal(id=an_id(number * 100 + place), own_words=words) for place, words in enumerate(goals))
    return Plan(id=an_id(number), person_id=an_id(number + 50), goals=made, **sections)  # pyright: ignore[reportArgumentType]


def _found(plan: Plan, *caseload: Plan) -> list[Finding]:
    return list(repetition_findings(plan, Index.of(caseload)))


def test_a_text_of_another_plan_is_pointed_out_where_it_stands() -> None:
    mine = _plan(1, OWN, CANNED)
    (finding,) = _found(mine, mine, _plan(2, CANNED))
    assert (finding.code, finding.where.item, finding.where.field) == (
        "repetition.text",
        mine.goals[1].id,
        "own_words",
    )
    assert finding.audience is Audience.STAFF


def test_a_plan_does_not_repeat_itself_nor_its_own_earlier_version() -> None:
    mine = _plan(1, CANNED, CANNED)
    assert _found(mine, mine) == []
    assert _found(mine, mine, mine) == []
    assert _found(mine, mine, _plan(2, CANNED), _plan(3, CANNED)) != []


def test_a_plan_that_is_not_in_the_caseload_yet_is_compared_too() -> None:
    assert [finding.code for finding in _found(_plan(1, CANNED), _plan(2, CANNED))] == ["repetition.text"]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        (CANNED.upper().replace(" ", "  ") + ".", True),
        (CANNED.replace("each week", "every week"), True),
        (CANNED.replace("treatment team", "treatment team of the clinic on Main Street"), True),
        ("Attend the meeting on Granby Street each week with Luis", False),
        ("Attend all sessions", False),
    ],
    ids=["other letters", "one word changed", "something added", "another sentence", "too short to tell"],
)
def test_almost_the_same_words_are_the_same(words: str, *, is_found: bool) -> None:
    assert bool(_found(_plan(1, words), _plan(2, CANNED))) is is_found


def test_a_plan_made_of_other_plans_is_asked_whose_it_is() -> None:
    others = [f"{CANNED} number {number} of the clinic list" for number in range(3)]
    whole = _found(_plan(1, *others), _plan(2, *others))
    assert [finding.code for finding in whole] == ["repetition.plan", *["repetition.text"] * 3]
    half = _found(_plan(1, OWN, "Sing in the choir of my church on Sundays at ten", others[0]), _plan(2, *others))
    assert [finding.code for finding in half] == ["repetition.text"]


def test_no_finding_holds_anybodys_words() -> None:
    mine, other = _plan(1, CANNED, OWN, "Cook for the family on Sunday evenings after church"), _plan(2, CANNED, OWN)
    for finding in _found(mine, other):
        shown = f"{finding.says} {finding.try_this}"
        assert not {"Mia", "Attend", other.id, other.person_id} & set(shown.split())


def test_steps_and_the_lapse_page_are_read_too() -> None:
    step = Step(id=an_id(7), own_words=CANNED)
    mine = a_plan(goals=(Goal(id=an_id(8), steps=(step,)),), lapse_page=LapsePage(next_day=OWN))
    found = _found(mine, _plan(2, CANNED, OWN))
    assert {(finding.where.item, finding.where.field) for finding in found} == {
        (step.id, "own_words"),
        ("", "lapse_page.next_day"),
    }


def test_places_and_medicines_are_rightly_alike() -> None:
    place = Resource(id=an_id(7), name="Pantry", what=CANNED)
    assert _found(a_plan(resources=(place,)), _plan(2, CANNED)) == []


def test_what_our_own_lists_offer_repeats_nobody() -> None:
    offered = next(one.says for one in library.coping_skills("en") if runs_of(one.says))
    assert runs_of(offered) <= offered_runs()
    assert _found(_plan(1, offered), _plan(2, offered)) == []


def test_an_index_keeps_no_words() -> None:
    index = Index.of([_plan(1, CANNED)])
    assert len(index.runs) == len(index.plans) > 5
    assert "session" not in repr(index)


def test_a_caseload_can_be_read_a_few_plans_at_a_time() -> None:
    mine, gathering = _plan(1, CANNED), Gathering()
    gathering.add(mine)
    before = list(repetition_findings(mine, gathering.index()))
    gathering.add(_plan(2, CANNED))
    after = list(repetition_findings(mine, gathering.index()))
    assert (len(before), len(after)) == (0, 1)


def test_an_empty_caseload_says_nothing() -> None:
    assert _found(_plan(1, CANNED)) == []


@settings(max_examples=40, deadline=None)
@given(plans(), st.lists(plans(), max_size=3), WORDS)
def test_any_caseload_can_be_compared(plan: Plan, others: list[Plan], words: str) -> None:
    mine = plan.amended(person_id=an_id(5_000), goals=(*plan.goals, Goal(id=an_id(6_000), own_words=words)))
    for finding in _found(mine, *others):
        assert finding.audience is Audience.STAFF
    assert _found(mine, mine) == []
