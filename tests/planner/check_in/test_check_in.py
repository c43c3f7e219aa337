"""A check-in looks at what is due, the hard thing first, and what can wait waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from planner import library
from planner.check_in.agenda import Due, with_answered
from planner.check_in.check_in import agenda, how_far, is_rated, put_off, rating_of
from planner.goals.goal import Goal, GoalRating, GoalStatus, Step
from planner.goals.outcome import became
from planner.health.medication import Medication
from planner.health.visit import Visit
from planner.model.finding import Audience
from planner.plan.amending import left_open
from planner.plan.plan import NotNow
from planner.resources.referral import Referral, ReferralStatus
from planner.safety.lapse_review import LapseReview
from planner.safety.warning_sign import WarningSign
from planner.sessions.session import Contact, ContactKind
from planner.sessions.since_last import AsPlanned, Hard, SinceLast
from planner.skills.skill import Mastery, Practice, Skill
from planner.strengths.internal_resource import InternalResources
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

WALK = Goal(id=an_id(1), own_words="Walk on three days a week")
REVIEW = LapseReview(id=an_id(30), what_stopped="Luis called")
YESTERDAY = TODAY - timedelta(days=1)


def _kinds(plan: Plan, **asked: Any) -> list[Due]:
    return [item.kind for item in agenda(plan, TODAY, **asked)]


def _opening(**said: Any) -> SinceLast:
    return SinceLast(id=an_id(20), on=TODAY, **said)


def test_an_empty_plan_opens_with_what_went_right_and_how_things_stand() -> None:
    first, *others = agenda(a_plan(), TODAY)
    assert (str(first.says), first.is_done) == ("What went right? Anything hard?", False)
    assert [item.kind for item in others] == [Due.INSIDE, Due.CIRCUMSTANCES]


def test_a_hard_thing_goes_before_every_goal() -> None:
    plan = a_plan(goals=(WALK,), since_last=(_opening(hard=Hard.NEAR),))
    assert _kinds(plan)[:3] == [Due.OPENING, Due.LAPSE, Due.GOAL]


@pytest.mark.parametrize("hard", [None, Hard.NOTHING, Hard.DAYS])
def test_only_a_lapse_or_a_near_lapse_brings_its_review(hard: Hard | None) -> None:
    assert Due.LAPSE in _kinds(a_plan(since_last=(_opening(hard=Hard.USED),)))
    assert Due.LAPSE not in _kinds(a_plan(since_last=(_opening(hard=hard),)))


def test_the_review_of_a_hard_day_is_done_once_it_says_something() -> None:
    opened = a_plan(since_last=(_opening(hard=Hard.USED, lapse_review_id=REVIEW.id),), lapse_reviews=(REVIEW,))
    empty = opened.amended(lapse_reviews=(LapseReview(id=REVIEW.id),))
    assert [item.is_done for plan in (opened, empty) for item in agenda(plan, TODAY) if item.kind is Due.LAPSE] == [
        True,
        False,
    ]


def test_ratings_wait_when_the_numbers_can_wait() -> None:
    plan = a_plan(goals=(WALK,), warning_signs=(WarningSign(id=an_id(2), own_words="I skip dinner"),))
    assert {Due.GOAL, Due.INSIDE, Due.CIRCUMSTANCES} <= set(_kinds(plan))
    assert _kinds(plan.amended(since_last=(_opening(ratings_wait=True),))) == [Due.OPENING, Due.SIGNS]


def test_an_opening_of_another_day_is_not_todays() -> None:
    before = SinceLast(id=an_id(21), on=YESTERDAY, went_right="A walk", hard=Hard.USED, ratings_wait=True)
    first, *others = agenda(a_plan(since_last=(before,)), TODAY)
    assert not first.is_done
    assert Due.LAPSE not in {item.kind for item in others}
    assert Due.INSIDE in {item.kind for item in others}


def test_contacts_since_stand_after_the_opening_and_are_for_staff() -> None:
    late, early = (
        Contact(id=an_id(40 + n), person_id=an_id(1_001), at=at, kind=ContactKind.CALL, note=note)
        for n, at, note in (
            (0, datetime(2026, 11, 20, 3, tzinfo=UTC), "Sounds tired"),
            (1, datetime(2026, 11, 10, 15, tzinfo=UTC), "Has a room"),
        )
    )
    found = agenda(a_plan(goals=(WALK,)), TODAY, [late, early], "America/New_York")
    heard = [item for item in found if item.kind is Due.CONTACT]
    assert [(item.about, str(item.says)) for item in heard] == [
        ("Has a room", "Call on 2026-11-10"),
        ("Sounds tired", "Call on 2026-11-19"),
    ]
    assert {item.audience for item in heard} == {Audience.STAFF}
    assert [item.kind for item in found[:4]] == [Due.OPENING, Due.CONTACT, Due.CONTACT, Due.GOAL]


def test_a_goal_says_first_what_was_done() -> None:
    steps = (Step(id=an_id(3), own_words="Shoes", done=True), Step(id=an_id(4), own_words="Walk"))
    past = WALK.amended(by_when=a_day("2026-11-20"))
    again = WALK.amended(review_on=a_day("2026-11-22"))
    said = [
        str(next(item.because for item in agenda(a_plan(goals=(goal,)), TODAY) if item.kind is Due.GOAL))
        for goal in (past.amended(steps=steps), past, again, WALK)
    ]
    assert said == [
        "You have done 1 step of 2.",
        "The day you set has come.",
        "It is ready to look at again.",
        "None",
    ]


@pytest.mark.parametrize("status", [GoalStatus.ASIDE, GoalStatus.REACHED])
def test_a_goal_that_rests_is_not_asked_about(status: GoalStatus) -> None:
    assert Due.GOAL in _kinds(a_plan(goals=(WALK,)))
    assert Due.GOAL not in _kinds(a_plan(goals=(WALK.amended(status=status),)))


@pytest.mark.parametrize(
    ("rating", "rated"),
    [
        (GoalRating(id=an_id(5), on=TODAY, by_person=-1), True),
        (GoalRating(id=an_id(5), on=TODAY, own_words="Slow, but I went"), True),
        (GoalRating(id=an_id(5), on=TODAY, by_counselor=1), False),
        (GoalRating(id=an_id(5), on=YESTERDAY, by_person=1), False),
    ],
)
def test_a_goal_is_done_when_the_person_said_how_far(rating: GoalRating, *, rated: bool) -> None:
    goal = WALK.amended(ratings=(rating,))
    assert is_rated(goal, TODAY) is rated
    assert (rating_of(goal, TODAY) is not None) is (rating.on == TODAY)


@pytest.mark.parametrize(
    ("kind", "open_plan", "done_plan"),
    [
        (
            Due.INSIDE,
            a_plan(),
            a_plan(
                internal_resources=(
                    InternalResources(id=an_id(6), on=TODAY, belief=1, steadiness=2, problem_solving=3),
                )
            ),
        ),
        (
            Due.SIGNS,
            a_plan(warning_signs=(WarningSign(id=an_id(2), own_words="I skip dinner"),)),
            a_plan(
                warning_signs=(WarningSign(id=an_id(2), own_words="I skip dinner"),),
                since_last=(_opening(no_signs=True),),
            ),
        ),
        (
            Due.MEDICINES,
            a_plan(medications=(Medication(id=an_id(7), name="Film"),)),
            a_plan(
                medications=(Medication(id=an_id(7), name="Film"),),
                since_last=(_opening(medicines=AsPlanned.MOSTLY),),
            ),
        ),
        (
            Due.VISIT,
            a_plan(visits=(Visit(id=an_id(8), what_for="Teeth", on=a_day("2026-11-20")),)),
            a_plan(
                visits=(Visit(id=an_id(8), what_for="Teeth", on=a_day("2026-11-20"), what_changed="Nothing"),),
                since_last=(SinceLast(id=an_id(21), on=TODAY - timedelta(days=9)),),
            ),
        ),
        (
            Due.SKILL,
            a_plan(skills=(Skill(id=an_id(9), name="Saying no", mastery=Mastery.LEARNING),)),
            a_plan(
                skills=(
                    Skill(
                        id=an_id(9),
                        name="Saying no",
                        mastery=Mastery.LEARNING,
                        practices=(Practice(id=an_id(10), on=a_day("2026-11-22")),),
                    ),
                )
            ),
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Due) else "",
)
def test_each_line_is_done_once_it_was_said_today(kind: Due, open_plan: Plan, done_plan: Plan) -> None:
    assert [[item.is_done for item in agenda(plan, TODAY) if item.kind is kind] for plan in (open_plan, done_plan)] == [
        [False],
        [True],
    ]


@pytest.mark.parametrize(
    ("referral", "due"),
    [
        (Referral(id=an_id(11), status=ReferralStatus.ASKED), True),
        (Referral(id=an_id(11), status=ReferralStatus.ACCEPTED), True),
        (Referral(id=an_id(11), status=ReferralStatus.WENT), False),
        (Referral(id=an_id(11), status=ReferralStatus.WAITING, look_again=a_day("2026-12-20")), False),
        (Referral(id=an_id(11), status=ReferralStatus.WAITING, look_again=a_day("2026-11-22")), True),
    ],
)
def test_a_referral_is_asked_about_until_its_outcome_is_known(referral: Referral, *, due: bool) -> None:
    assert (Due.REFERRAL in _kinds(a_plan(referrals=(referral,)))) is due


def test_not_today_holds_for_that_day_and_not_for_me_for_good() -> None:
    plan = a_plan(goals=(WALK,))
    left = {
        (answer, on): Due.GOAL not in _kinds(left_open(plan, "check-in.goals", answer, on))
        for answer in NotNow
        for on in (TODAY, YESTERDAY)
    }
    assert left == {
        (NotNow.TODAY, TODAY): True,
        (NotNow.TODAY, YESTERDAY): False,
        (NotNow.FOR_ME, TODAY): True,
        (NotNow.FOR_ME, YESTERDAY): True,
    }


def test_what_was_left_can_be_told_from_what_is_not_due() -> None:
    plan = a_plan(goals=(WALK,))
    assert put_off(plan, TODAY) == frozenset()
    assert put_off(left_open(plan, "check-in.goals", NotNow.TODAY, TODAY), TODAY) == {Due.GOAL}
    assert put_off(left_open(plan, "check-in.goals", NotNow.TODAY, YESTERDAY), TODAY) == frozenset()
    assert put_off(left_open(a_plan(), "check-in.goals", NotNow.FOR_ME, TODAY), TODAY) == frozenset()


def test_a_goal_that_came_to_rest_today_stays_in_sight_until_tomorrow() -> None:
    reached = became(WALK, GoalStatus.REACHED, TODAY, an_id(40))
    (item,) = [item for item in agenda(a_plan(goals=(reached,)), TODAY) if item.kind is Due.GOAL]
    assert item.is_done
    assert not [item for item in agenda(a_plan(goals=(reached,)), TODAY + timedelta(days=1)) if item.kind is Due.GOAL]


def test_how_far_the_check_in_is_counts_what_was_said() -> None:
    plan = a_plan(goals=(WALK,))
    before = how_far(plan, TODAY)
    after = how_far(plan.amended(since_last=(_opening(went_right="I walked"),)), TODAY)
    assert (before.done, after.done) == (0, 1)
    assert before.of == after.of == len(agenda(plan, TODAY))


@pytest.mark.parametrize("kind", Due)
def test_every_line_has_questions_to_ask_aloud(kind: Due) -> None:
    assert library.questions(kind.questions, "en")
    assert library.questions(kind.questions, "es")


@settings(max_examples=40, deadline=None)
@given(plans())
def test_any_plan_has_an_agenda_that_opens_the_same_way(plan: Plan) -> None:
    kinds = [item.kind for item in agenda(plan.amended(left_open=()), TODAY)]
    assert kinds[0] is Due.OPENING
    assert kinds == sorted(kinds, key=list(Due).index)


def test_what_was_due_at_first_stays_until_it_is_taken_out() -> None:
    first, second = (Referral(id=an_id(number), status=ReferralStatus.ASKED) for number in (11, 12))
    at_first = agenda(a_plan(referrals=(first, second)), TODAY)
    went = a_plan(referrals=(first.amended(status=ReferralStatus.WENT), second))
    stays = [item for item in with_answered(agenda(went, TODAY), at_first, went) if item.kind is Due.REFERRAL]
    assert [(item.where.item, item.is_done) for item in stays] == [(first.id, True), (second.id, False)]
    without = a_plan(referrals=(second,))
    assert [one.where.item for one in with_answered(agenda(without, TODAY), at_first, without)][-1] == second.id


@settings(max_examples=25, deadline=None)
@given(plans())
def test_where_nothing_was_answered_the_agenda_is_what_it_was(plan: Plan) -> None:
    due = agenda(plan, TODAY)
    assert with_answered(due, due, plan) == due
