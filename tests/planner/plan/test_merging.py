"""Two hands on one plan: no order of edits loses an item or a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.goals.goal import Goal, Step
from planner.model.entry import Entry
from planner.model.path import put, value_at
from planner.plan.amending import ids_in, moved, removed
from planner.plan.merging import merged
from planner.plan.plan import Plan
from planner.resources.support import Support
from planner.strengths.strength import Strength
from planner.words.reading import DayWords
from tests.invented import an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from collections.abc import Iterator

WALK = Goal(id=an_id(1), own_words="walk")
SLEEP = Goal(id=an_id(2), own_words="sleep")
COOK = Goal(id=an_id(3), own_words="cook")


def words_in(value: Any) -> Iterator[str]:
    """Yield every word anybody typed, wherever it stands."""
    if isinstance(value, Entry):
        for name in type(value).model_fields:
            yield from words_in(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from words_in(one)
    elif isinstance(value, str):
        yield value


def test_what_each_changed_alone_is_in_the_plan() -> None:
    base = a_plan(goals=(WALK, SLEEP))
    mine = base.amended(goals=(WALK.amended(own_words="walk far"), SLEEP))
    theirs = base.amended(goals=(WALK, SLEEP.amended(action="my back"), COOK), supports=(Support(id=an_id(9)),))

    found = merged(base, mine, theirs)

    assert found.conflicts == ()
    assert [goal.own_words for goal in found.plan.goals] == ["walk far", "sleep", "cook"]
    assert found.plan.supports == theirs.supports


def test_two_fields_of_one_item_are_both_kept() -> None:
    base = a_plan(goals=(WALK,))
    mine = base.amended(goals=(WALK.amended(action="around the block"),))
    theirs = base.amended(goals=(WALK.amended(confidence=4),))

    (goal,) = merged(base, mine, theirs).plan.goals

    assert (goal.action, goal.confidence) == ("around the block", 4)


def test_two_sets_of_words_for_one_field_stand_side_by_side() -> None:
    base = a_plan(goals=(WALK,))
    mine = base.amended(goals=(WALK.amended(own_words="walk with Luis"),))
    theirs = base.amended(goals=(WALK.amended(own_words="walk at dawn"),))

    found = merged(base, mine, theirs)

    (conflict,) = found.conflicts
    assert (conflict.mine, conflict.theirs, conflict.kind, conflict.field) == (
        "walk with Luis",
        "walk at dawn",
        Goal,
        "own_words",
    )
    assert value_at(found.plan, conflict.path) == "walk at dawn"
    assert put(found.plan, conflict.path, conflict.mine).goals[0].own_words == "walk with Luis"


def test_a_day_is_one_thing_its_words_never_part_from_their_reading() -> None:
    base = a_plan()
    mine = put(base, ("closing", "next_on"), DayWords(words="Monday"))
    theirs = put(base, ("closing", "next_on"), DayWords(words="Friday"))

    (conflict,) = merged(base, mine, theirs).conflicts

    assert (conflict.mine.words, conflict.theirs.words) == ("Monday", "Friday")


def test_an_item_taken_out_by_one_and_written_in_by_the_other_stays() -> None:
    base = a_plan(goals=(WALK, SLEEP))
    without, changed = base.amended(goals=(SLEEP,)), base.amended(goals=(WALK.amended(action="air"), SLEEP))

    for mine, theirs in ((without, changed), (changed, without)):
        assert {goal.action for goal in merged(base, mine, theirs).plan.goals} == {"air", ""}


def test_an_item_taken_out_and_left_alone_is_gone_with_every_link_to_it() -> None:
    strength = Strength(id=an_id(7), own_words="patient")
    base = a_plan(goals=(WALK,), strengths=(strength,))
    mine = base.amended(goals=(WALK.amended(strength_ids=(strength.id,)),))

    found = merged(base, mine, base.amended(strengths=()))

    assert found.plan.strengths == ()
    assert found.plan.goals[0].strength_ids == ()


@pytest.mark.parametrize("theirs_moves", [True, False])
def test_a_list_that_one_put_in_order_stays_in_that_order(theirs_moves: bool) -> None:  # noqa: FBT001
    base = a_plan(goals=(WALK, SLEEP))
    moved, grown = base.amended(goals=(SLEEP, WALK)), base.amended(goals=(WALK, SLEEP, COOK))

    plan = merged(base, *((grown, moved) if theirs_moves else (moved, grown))).plan

    assert [goal for goal in plan.goals if goal != COOK] == [SLEEP, WALK]
    assert COOK in plan.goals


def test_steps_within_a_goal_are_merged_too() -> None:
    one, two = Step(id=an_id(11), own_words="call"), Step(id=an_id(12), own_words="ask")
    base = a_plan(goals=(WALK,))

    plan = merged(
        base, base.amended(goals=(WALK.amended(steps=(one,)),)), base.amended(goals=(WALK.amended(steps=(two,)),))
    ).plan

    assert set(plan.goals[0].steps) == {one, two}


BASE = a_plan(
    goals=tuple(
        Goal(id=an_id(n), own_words=f"goal {n}", steps=(Step(id=an_id(10 + n), own_words=f"step {n}"),))
        for n in range(1, 4)
    ),
    strengths=(Strength(id=an_id(21), own_words="patient"),),
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["write", "act", "step", "add", "remove", "move", "close", "day", "lean"]), st.integers(0, 3)
    ),
    max_size=8,
)


def edited(plan: Plan, edits: list[tuple[str, int]], hand: int) -> Plan:
    """Return the plan after one hand's edits; every word it writes is one of its own."""
    for number, (edit, which) in enumerate(edits):
        plan = _edited(plan, edit, which, f"hand {hand} word {number}", an_id(1000 * hand + number))
    return plan


def _edited(plan: Plan, edit: str, which: int, words: str, new: str) -> Plan:
    goal = plan.goals[which % len(plan.goals)] if plan.goals else None
    match edit:
        case "add":
            return plan.amended(goals=(*plan.goals, Goal(id=new, own_words=words)))
        case "close" | "day":
            day = edit == "day"
            return put(plan, ("closing", "next_on" if day else "first_thing"), DayWords(words=words) if day else words)
        case "write" | "act" | "step" | "lean" if goal:
            return put(plan, ("goals", goal.id, *_place(goal, edit, words, new)[0]), _place(goal, edit, words, new)[1])
        case "remove" if goal:
            return removed(plan, "goals", goal.id)
        case "move" if goal:
            return moved(plan, "goals", goal.id, which - 1)
        case _:
            return plan


def _place(goal: Goal, edit: str, words: str, new: str) -> tuple[tuple[str, ...], Any]:
    match edit:
        case "write":
            return ("own_words",), words
        case "act":
            return ("action",), words
        case "step":
            return ("steps",), (*goal.steps, Step(id=new, own_words=words))
        case _:
            return ("strength_ids",), (an_id(21),)


@st.composite
def edits_of_two(draw: st.DrawFn) -> tuple[Plan, Plan, Plan]:
    """A plan, and what two hands made of it."""
    return BASE, edited(BASE, draw(EDITS), 1), edited(BASE, draw(EDITS), 2)


@st.composite
def parts_of_others(draw: st.DrawFn) -> tuple[Plan, Plan, Plan]:
    """Any plan, and two in which the same parts were replaced by those of any other."""
    base = draw(plans())
    names = draw(st.lists(st.sampled_from(SECTIONS), unique=True, max_size=6))
    others = [draw(plans()) for _ in range(2)]
    made = [base.amended(**{name: getattr(other, name) for name in names}) for other in others]
    return base, made[0], made[1]


SECTIONS = sorted(set(Plan.model_fields) - {"id", "person_id", "schema_version"})


def three() -> st.SearchStrategy[tuple[Plan, Plan, Plan]]:
    return st.one_of(edits_of_two(), parts_of_others())


@settings(max_examples=150)
@given(three())
def test_no_word_that_either_wrote_is_lost(plans_of_both: tuple[Plan, Plan, Plan]) -> None:
    base, mine, theirs = plans_of_both

    found = merged(base, mine, theirs)

    kept = set(words_in(found.plan)) | {word for one in found.conflicts for word in words_in(one.mine)}
    ids = ids_in(base) | ids_in(mine) | ids_in(theirs)
    written = (set(words_in(mine)) | set(words_in(theirs))) - set(words_in(base)) - ids
    assert written <= kept


@settings(max_examples=150)
@given(three())
def test_no_item_that_either_added_is_lost(plans_of_both: tuple[Plan, Plan, Plan]) -> None:
    base, mine, theirs = plans_of_both

    found = merged(base, mine, theirs)

    lost = ((ids_in(mine) | ids_in(theirs)) - ids_in(base)) - ids_in(found.plan)
    assert lost <= {word for one in found.conflicts for word in words_in(one.mine)}


@settings(max_examples=25)
@given(three())
def test_merging_is_calm(plans_of_both: tuple[Plan, Plan, Plan]) -> None:
    """Nothing changed here means theirs; nothing changed there means mine; the same on both sides is no conflict."""
    base, mine, theirs = plans_of_both

    assert merged(base, base, theirs).plan == theirs
    assert merged(base, mine, base).plan == mine
    assert merged(base, mine, mine).conflicts == ()
    assert merged(base, mine, mine).plan == mine


@settings(max_examples=25)
@given(three())
def test_both_sides_come_to_the_same_items(plans_of_both: tuple[Plan, Plan, Plan]) -> None:
    base, mine, theirs = plans_of_both

    assert ids_in(merged(base, mine, theirs).plan) == ids_in(merged(base, theirs, mine).plan)
