"""What stays off a paper that somebody could find."""

from __future__ import annotations

import pytest

from planner.health.medication import Medication
from planner.plan.plan import read_plan, write_plan
from planner.sharing.paper_privacy import (
    is_asked,
    is_left_off,
    may_be_found,
    names_medicines,
    names_naloxone,
    stays_unprinted,
    tells_of_a_medicine,
)
from tests.invented import an_id
from tests.planner.making import a_plan

YES, NO, UNASKED = a_plan(paper_may_be_found=True), a_plan(paper_may_be_found=False), a_plan()


def test_the_answer_is_kept_and_a_plan_from_before_was_not_asked() -> None:
    assert [read_plan(write_plan(plan)).paper_may_be_found for plan in (YES, NO, UNASKED)] == [True, False, None]
    assert [is_asked(plan) for plan in (YES, NO, UNASKED)] == [True, True, False]
    assert [may_be_found(plan) for plan in (YES, NO, UNASKED)] == [True, False, False]


@pytest.mark.parametrize("part", ["health", "lapse-page", "looked-back"])
def test_what_tells_too_much_stays_off_where_somebody_could_find_it(part: str) -> None:
    assert is_left_off(YES, part)
    assert not is_left_off(NO, part)
    assert is_left_off(NO.amended(left_off_paper=(part,)), part)


def test_the_crisis_numbers_stay_whatever_the_answer_is() -> None:
    assert not is_left_off(YES, "hard")


@pytest.mark.parametrize("document", ["lapse-page", "pill-schedule", "pill-list"])
def test_a_paper_that_tells_nothing_else_stays_unprinted(document: str) -> None:
    assert stays_unprinted(YES, document)
    assert not stays_unprinted(NO, document)
    assert not stays_unprinted(YES, "my-plan")


def test_medicines_and_naloxone_are_left_off_each_for_its_own_reason() -> None:
    without_health = NO.amended(left_off_paper=("health",))
    assert [names_medicines(plan) for plan in (YES, NO, without_health)] == [False, True, False]
    assert [names_naloxone(plan) for plan in (YES, NO, without_health)] == [False, True, True]


TELLS = (
    ("Take my Suboxone every day", True),
    ("suboxone refill · Harbor Clinic", True),
    ("la metadona a las 8", True),
    ("my Vivitrol shot", True),
    ("Take the quiet pill my aunt swears by, Zorbitol", True),
    ("zorbitol 5 mg at night", True),
    ("Walk by the river", False),
    ("Meeting at St. Paul's", False),
    ("Call my sister when it gets hard", False),
)


@pytest.mark.parametrize(("words", "tells"), TELLS)
def test_own_words_that_name_a_medicine_are_seen(words: str, *, tells: bool) -> None:
    plan = YES.amended(medications=(Medication(id=an_id(1), name="Zorbitol, 5 mg"),))
    assert tells_of_a_medicine(words, plan) is tells
