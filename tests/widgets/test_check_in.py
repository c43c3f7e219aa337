"""The check-in: what is due, one thing at a time; every answer keeps what was there before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from planner.circumstances import Circumstances, Cravings, Footing
from planner.goal import Goal, GoalRating, GoalStatus, Ladder, Step, Way
from planner.library.people import practice_person
from planner.medication import Medication
from planner.plan import NotNow, Plan
from planner.reading import CountWords, DayWords
from planner.referral import Reason, Referral, ReferralStatus
from planner.resource import Resource
from planner.session import Contact, Session
from planner.since_last import AsPlanned, Hard
from planner.skill import Mastery, Skill
from planner.visit import Visit
from planner.warning_sign import WarningSign
from tests.widgets.seat import NOW, TODAY, numbered, sit_down
from widgets.check_in import CheckIn
from widgets.desk import Desk

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

BEFORE = TODAY - timedelta(days=14)
LADDER = Ladder(much_less="No walk", less="One walk", expected="Three walks", more="Four walks", much_more="Every day")
WALK = Goal(
    id=numbered(10),
    own_words="Walk on three days a week",
    confidence=5,
    steps=(Step(id=numbered(11), own_words="Find my shoes", done=True), Step(id=numbered(12), own_words="Ask Luis")),
    ratings=(GoalRating(id=numbered(13), on=BEFORE, by_person=-1, by_counselor=0, confidence=5, own_words="Rain"),),
)
READ = Goal(id=numbered(20), own_words="Read to Mia", ladder=LADDER)
BED = Circumstances(id=numbered(30), on=BEFORE, housing=Footing.STEADY, cravings=Cravings.OFTEN)


def _seat(*, staff: bool = False, language: str = "en", **parts: Any) -> Seat:
    seat = sit_down(staff=staff, language=language, **parts)
    seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))
    return seat


def _everything(name: str, **view: Any) -> Seat:
    plan = practice_person(name, TODAY).plan
    return _seat(**{part: getattr(plan, part) for part in Plan.model_fields if part not in {"id", "person_id"}}, **view)


def _topics(seat: Seat) -> list[str]:
    return [one.attributes["data-topic"] for one in seat.elements() if one.attributes.get("data-topic")]


def test_it_opens_with_what_went_right_and_asks_once() -> None:
    seat = _seat(goals=(WALK,))
    seat.write("What went right", "I")
    seat.write("What went right", "I slept")
    seat.press("Some hard days")
    (now,) = seat.plan.since_last
    assert (now.on, now.went_right, now.hard) == (TODAY, "I slept", Hard.DAYS)


def test_writing_one_word_is_one_step_for_undo() -> None:
    seat = _seat()
    for words in ("I", "I s", "I slept"):
        seat.write("What went right", words)
    seat.press("Some hard days")
    seat.desk.undo()
    assert seat.plan.since_last[0].went_right == "I slept"
    seat.desk.undo()
    assert seat.plan.since_last == ()


def test_something_hard_goes_first_and_the_numbers_may_wait() -> None:
    seat = _seat(goals=(WALK,))
    seat.press("I came close to using")
    assert _topics(seat)[:2] == ["check-in.opening", "check-in.lapse"]
    seat.press("The numbers can wait today")
    assert _topics(seat) == ["check-in.opening", "check-in.lapse"]


def test_what_was_hard_leads_to_one_review_that_is_linked() -> None:
    seat = _seat()
    seat.press("I used")
    seat.press("What was hard, first")
    assert "Not today" not in seat.buttons()
    seat.press("Look back together")
    (review,) = seat.plan.lapse_reviews
    assert seat.plan.since_last[0].lapse_review_id == review.id


def test_a_goal_is_rated_in_words_and_the_time_before_stays() -> None:
    seat = _seat(goals=(WALK,))
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
    seat = _seat(goals=(WALK,))
    seat.press("How far your goals came")
    assert "You have done 1 step of 2." in seat.text()
    assert seat.text().index("Find my shoes") < seat.text().index("How far did you come with this?")
    seat.press("Ask Luis")
    assert [step.done for step in seat.plan.goals[0].steps] == [True, True]
    assert "You have done 2 steps of 2." in seat.text()


def test_the_words_of_a_ladder_are_the_answers() -> None:
    seat = _seat(goals=(READ,))
    seat.press("How far your goals came")
    seat.press("Four walks")
    assert seat.plan.goals[0].ratings[0].by_person == 1


def test_below_seven_the_plan_is_changed_and_before_and_after_are_kept() -> None:
    seat = _seat(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("4")
    seat.press("A smaller step")
    assert "Add a step" in seat.buttons()
    seat.press("7")
    (change,) = seat.plan.goals[0].confidence_changes
    assert (change.before, change.after, change.way) == (4, 7, Way.SMALLER_STEP)
    assert "Before: 4 of 10 → A smaller step → Now: 7 of 10" in seat.text()


@pytest.mark.parametrize(
    ("way", "status", "words"),
    [
        ("I reached it", GoalStatus.REACHED, "You did what you set out to do."),
        ("Make it smaller", GoalStatus.SMALLER, "Smaller is a good size"),
        ("Set it aside", GoalStatus.ASIDE, "It can rest."),
    ],
)
def test_what_becomes_of_a_goal_is_said_kindly_and_keeps_its_history(way: str, status: GoalStatus, words: str) -> None:
    seat = _seat(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press(way)
    assert words in seat.text()
    seat.write("What I say to it", "It was good")
    goal = seat.plan.goals[0]
    assert (goal.status, [change.words_before for change in goal.changes]) == (status, [WALK.own_words])
    assert goal.changes[0].own_words == "It was good"


def test_a_goal_made_smaller_is_written_anew_with_its_earlier_words_beside() -> None:
    seat = _seat(goals=(WALK.amended(target=CountWords(words="3", reading=3)),))
    seat.press("How far your goals came")
    seat.press("Make it smaller")
    seat.write("In my own words", "Walk once a week")
    seat.write("How much I want", "1")
    goal = seat.plan.goals[0]
    assert (goal.own_words, goal.target.words) == ("Walk once a week", "1")
    assert "before: Walk on three days a week · 3" in seat.text()


def test_a_goal_made_smaller_stays_while_its_words_are_rewritten() -> None:
    seat = _seat(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("Make it smaller")
    for words in ("", "W", "Walk once"):
        seat.write("In my own words", words)
    assert seat.plan.goals[0].own_words == "Walk once"


def test_the_same_way_twice_is_one_change() -> None:
    seat = _seat(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("Set it aside")
    seat.press("Set it aside")
    assert len(seat.plan.goals[0].changes) == 1


def test_how_life_stands_is_said_in_words_beside_the_last_time() -> None:
    seat = _seat(circumstances=(BED,))
    seat.press("How life stands")
    assert "Last time: It is steady" in seat.text()
    seat.press("Now and then")
    seat.press("It is shaky")
    seat.write("I can stay until", "2026-12-01")
    before, now = seat.plan.circumstances
    assert before == BED
    assert (now.on, now.cravings, now.housing) == (TODAY, Cravings.NOW_AND_THEN, Footing.SHAKY)
    assert now.housing_until.reading is not None
    assert "Cravings: Often → Now and then" in seat.text()


def test_what_stands_as_it_did_is_one_press() -> None:
    seat = _seat(circumstances=(BED,))
    seat.press("How life stands")
    seat.press("All as it was on November 8, 2026")
    assert [(one.on, one.housing) for one in seat.plan.circumstances] == [(BEFORE, BED.housing), (TODAY, BED.housing)]
    assert "All as it was on November 8, 2026" not in seat.buttons()


def test_signs_and_medicines_go_to_the_same_words_of_today() -> None:
    sign = WarningSign(id=numbered(40), own_words="I stop calling")
    medicine = Medication(id=numbered(41), name="Naltrexone")
    seat = _seat(warning_signs=(sign,), medications=(medicine,))
    seat.press("Early signs")
    seat.press("I stop calling")
    seat.press("Your medicines")
    seat.press("Most days")
    (now,) = seat.plan.since_last
    assert (now.sign_ids, now.medicines) == ((sign.id,), AsPlanned.MOSTLY)


def test_a_call_that_did_not_work_out_stays_to_say_why() -> None:
    place = Resource(id=numbered(50), name="Job center")
    asked = Referral(id=numbered(51), resource_id=place.id, status=ReferralStatus.ASKED)
    seat = _seat(resources=(place,), referrals=(asked,))
    seat.press("What came of a call")
    seat.press("It did not work out")
    seat.press("Nobody answered")
    (kept,) = seat.plan.referrals
    assert (kept.status, kept.reason) == (ReferralStatus.NO, Reason.NO_REPLY)


def test_what_changed_after_a_visit_is_written_to_its_end() -> None:
    day = TODAY - timedelta(days=3)
    visit = Visit(id=numbered(60), what_for="Check-up", on=DayWords(words="Thursday", reading=day))
    seat = _seat(visits=(visit,))
    seat.press("A visit that has been")
    for words in ("A", "A new", "A new dose"):
        seat.write("What changed afterwards", words)
    assert seat.plan.visits[0].what_changed == "A new dose"


def _at_a_second_session(seat: Seat) -> None:
    """Finish the session, and begin the next one."""
    desk = seat.desk
    desk.finish()
    begun = desk.store.begin(Session(id=numbered(90), person_id=desk.person.id, started=NOW))
    _reload(seat, begun)


def _reload(seat: Seat, session: Session) -> None:
    """Open the check-in anew, as a reload does: nothing of the screen is left."""
    desk = seat.desk
    seat.desk = Desk(desk.store, desk.person, session, now=lambda: NOW, new_id=desk.new_id)
    seat.sitting = type(seat.sitting)(seat.sitting.t, TODAY, seat.desk, seat.sitting.agency)
    seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))


def test_what_was_answered_still_stands_there_after_a_reload_in_its_place() -> None:
    places = (Resource(id=numbered(50), name="Job center"), Resource(id=numbered(53), name="Food bank"))
    calls = tuple(
        Referral(id=numbered(number), resource_id=place.id, status=ReferralStatus.ASKED)
        for number, place in zip((51, 54), places, strict=True)
    )
    day = DayWords(words="Thursday", reading=TODAY - timedelta(days=3))
    seat = _seat(
        resources=places,
        referrals=calls,
        visits=(Visit(id=numbered(60), what_for="Check-up", on=day),),
        skills=(Skill(id=numbered(70), name="Say no", mastery=Mastery.LEARNING),),
    )
    _at_a_second_session(seat)
    answers = {
        "A visit that has been": "",
        "What came of a call": "I went, and it helps",
        "What you practice": "Strong",
    }
    for part, answer in answers.items():
        seat.press(part)
        seat.press(answer) if answer else seat.write("What changed afterwards", "A new dose")
    _reload(seat, seat.desk.session)

    assert set(_topics(seat)) >= {"medications.visits", "resources.places", "skills.skills"}
    assert "Job center · Food bank" in seat.text()
    seat.press("What came of a call")
    assert seat.text().index("Job center") < seat.text().index("Food bank")
    assert seat.state("I went, and it helps") == "true"


def test_a_skill_tried_is_noted_with_today() -> None:
    skill = Skill(id=numbered(70), name="Say no", mastery=Mastery.LEARNING)
    seat = _seat(skills=(skill,))
    seat.press("What you practice")
    seat.press("I tried it")
    seat.press("Strong")
    (kept,) = seat.plan.skills
    assert (kept.practices[0].on.reading, kept.mastery) == (TODAY, Mastery.STRONG)


def test_not_today_folds_a_part_and_it_can_be_taken_up_again() -> None:
    seat = _seat(goals=(WALK,))
    seat.press("How far your goals came")
    seat.press("Not today")
    assert seat.plan.left_open[0].answer is NotNow.TODAY
    assert "How far did you come with this?" not in seat.text()
    seat.press("How far your goals came")
    assert seat.plan.left_open == ()
    assert "How far did you come with this?" in seat.text()


def test_what_was_noted_in_between_is_for_staff() -> None:
    together, staff = sit_down(), sit_down(staff=True)
    for seat in (together, staff):
        noted = Contact(id=numbered(80), person_id=seat.desk.person.id, at=NOW, note="Sounded tired")
        seat.desk.store.note_contact(noted)
        seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))
    staff.press("What we heard in between")
    assert "Sounded tired" in staff.text()
    assert "What we heard in between" not in together.text()


def test_only_contacts_since_the_session_before_are_heard() -> None:
    seat = sit_down(staff=True)
    desk, store = seat.desk, seat.desk.store
    store.note_contact(Contact(id=numbered(80), person_id=desk.person.id, at=NOW - timedelta(days=9), note="Long ago"))
    desk.finish()
    later = NOW + timedelta(days=7)
    store.note_contact(Contact(id=numbered(81), person_id=desk.person.id, at=later, note="Last week"))
    second = store.begin(Session(id=numbered(90), person_id=desk.person.id, started=NOW + timedelta(days=14)))
    seat.desk = Desk(store, desk.person, second, now=lambda: datetime.now(UTC), new_id=desk.new_id)
    seat.sitting = type(seat.sitting)(seat.sitting.t, TODAY, seat.desk, seat.sitting.agency, staff=True)
    seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))
    seat.press("What we heard in between")
    assert seat.desk.step == "check-in"
    assert "Last week" in seat.text()
    assert "Long ago" not in seat.text()


@pytest.mark.parametrize(("name", "language"), [("dana", "en"), ("marisol", "es"), ("terrence", "en"), ("jo", "en")])
def test_looking_at_everything_changes_nothing(name: str, language: str) -> None:
    seat = _everything(name, language=language, staff=True)
    before = seat.plan
    for folded in [one for one in seat.elements("button") if "rp-leaf" in one.class_.split()]:
        folded.fire_event("click", {})
    assert seat.plan is before


def test_the_together_view_knows_no_counselors_view_no_t_and_no_minus() -> None:
    seat = _everything("dana")
    staff = _everything("dana", staff=True)
    for each in (seat, staff):
        each.press("How far your goals came")
        each.press("See it over time: How far we came: Go to three meetings a week with Luis until the end of March")
    craft = ("How far, as you see it?", "All goals together", "As my counselor sees it")
    for words in craft:
        assert words in staff.text()
        assert words not in seat.text()
    assert not any(sign in seat.text() for sign in ("-1", "-2", "−1", "−2", " T "))


def test_any_words_stand_as_those_words() -> None:
    odd = "<b>{name}</b> %s 🙂"
    seat = _seat(goals=(WALK.amended(own_words=odd),), staff=True)
    seat.press("How far your goals came")
    seat.write("In my words", odd)
    assert odd in seat.text()
    assert seat.plan.goals[0].ratings[-1].own_words == odd
