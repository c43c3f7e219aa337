"""A week tried on a copy, and brought into the week as it stands by then."""

from __future__ import annotations

from planner.skills.routine import Routine
from planner.week.what_if import brought_in
from tests.invented import an_id

WORK, GROUP, WALK = (Routine(id=an_id(n), own_words=words) for n, words in enumerate(("Work", "Group", "Walk"), 1))


def test_what_was_changed_added_and_taken_out_is_brought_in() -> None:
    late = WORK.amended(own_words="Late work")
    assert brought_in((WORK, GROUP), (late, WALK), (WORK, GROUP)) == (late, WALK)


def test_what_was_changed_elsewhere_meanwhile_stays() -> None:
    elsewhere = GROUP.amended(own_words="Another group")
    late = WORK.amended(own_words="Late work")
    assert brought_in((WORK, GROUP), (late, GROUP), (WORK, elsewhere, WALK)) == (late, elsewhere, WALK)
    assert brought_in((WORK, GROUP), (late, GROUP), (WORK,)) == (late,)
