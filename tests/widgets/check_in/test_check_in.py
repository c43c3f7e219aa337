"""The check-in: what is due, one thing at a time; every answer keeps what was there before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from planner.health.medication import HowGot, Medication, PickUp
from planner.health.visit import Visit
from planner.plan.plan import NotNow, Plan
from planner.resources.referral import Reason, Referral, ReferralStatus
from planner.resources.resource import Resource
from planner.safety.warning_sign import WarningSign
from planner.sessions.circumstances import Circumstances, Cravings, Footing
from planner.sessions.closing import Closing
from planner.sessions.first_path import Leaving, Sure, Tonight
from planner.sessions.session import Contact, Session
from planner.sessions.since_last import AsPlanned, Hard
from planner.skills.skill import Mastery, Skill
from planner.teaching.people import practice_person
from planner.words.reading import CountWords, DayWords
from tests.invented import NOW, TODAY, an_id
from tests.widgets.again import BEFORE, WALK, check_in
from tests.widgets.seat import sit_down
from widgets.check_in.check_in import CheckIn
from widgets.draft.draft_editor import DraftEditor

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

BED = Circumstances(id=an_id(30), on=BEFORE, housing=Footing.STEADY, cravings=Cravings.OFTEN)


def _everything(name: str, **view: Any) -> Seat:
    plan = practice_person(name, TODAY).plan
    return check_in(
        **{part: getattr(plan, part) for part in Plan.model_fields if part not in {"id", "person_id"}}, **view
    )


def _topics(seat: Seat) -> list[str]:
    return [one.attributes["data-topic"] for one in seat.elements() if one.attributes.get("data-topic")]


def test_it_opens_with_what_went_right_and_asks_once() -> None:
    seat = check_in(goals=(WALK,))
    seat.write("What went right", "I")
    seat.write("What went right", "I slept")
    seat.press("Some hard days")
    (now,) = seat.plan.since_last
    assert (now.on, now.went_right, now.hard) == (TODAY, "I slept", Hard.DAYS)


def test_writing_one_word_is_one_step_for_undo() -> None:
    seat = check_in()
    for words in ("I", "I s", "I slept"):
        seat.write("What went right", words)
    seat.press("Some hard days")
    seat.editor.undo()
    assert seat.plan.since_last[0].went_right == "I slept"
    seat.editor.undo()
    assert seat.plan.since_last == ()


def test_who_does_not_want_to_talk_about_it_is_not_asked_further() -> None:
    seat = check_in()
    assert "What was hard" in seat.text()
    seat.press("Nothing I want to talk about")
    assert "What was hard" not in seat.text()
    seat.press("Some hard days")
    seat.write("What was hard", "Sunday")
    seat.press("Nothing I want to talk about")
    assert seat.written("What was hard") == "Sunday", "words that were said stay to be seen"


def test_a_sign_that_showed_leaves_no_box_for_none() -> None:
    seat = check_in(warning_signs=(WarningSign(id=an_id(40), own_words="I stop calling"),))
    seat.press("Early signs")
    assert "None of my early signs showed" in seat.text()
    seat.press("I stop calling")
    assert "None of my early signs showed" not in seat.text()


def test_something_hard_goes_first_and_the_numbers_may_wait() -> None:
    seat = check_in(goals=(WALK,))
    seat.press("I came close to using")
    assert _topics(seat)[:2] == ["check-in.opening", "check-in.lapse"]
    seat.press("The numbers can wait today")
    assert _topics(seat) == ["check-in.opening", "check-in.lapse"]


def test_what_was_hard_leads_to_one_review_that_is_linked() -> None:
    seat = check_in()
    seat.press("I used")
    seat.press("What was hard, first")
    assert "Not today" not in seat.buttons()
    seat.press("Look back together")
    (review,) = seat.plan.lapse_reviews
    assert seat.plan.since_last[0].lapse_review_id == review.id


def test_a_folded_part_tells_what_was_said_today() -> None:
    sign = WarningSign(id=an_id(40), own_words="I stop calling")
    seat = check_in(circumstances=(BED,), warning_signs=(sign,))
    answers = {"What carries you inside": "7", "How life stands": "It is shaky", "Early signs": "I stop calling"}
    for part, answer in answers.items():
        seat.press(part)
        seat.press(answer)
    seat.press("Since last time")
    for told in ("I believe I can change: 7 of 10", "A place to live: It is steady → It is shaky", "I stop calling"):
        assert told in seat.text()


def test_how_life_stands_is_said_in_words_beside_the_last_time() -> None:
    seat = check_in(circumstances=(BED,))
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
    seat = check_in(circumstances=(BED,))
    seat.press("How life stands")
    seat.press("All as it was on November 8, 2026")
    assert [(one.on, one.housing) for one in seat.plan.circumstances] == [(BEFORE, BED.housing), (TODAY, BED.housing)]
    assert "All as it was on November 8, 2026" not in seat.buttons()


def test_signs_and_medicines_go_to_the_same_words_of_today() -> None:
    sign = WarningSign(id=an_id(40), own_words="I stop calling")
    medicine = Medication(id=an_id(41), name="Naltrexone")
    seat = check_in(warning_signs=(sign,), medications=(medicine,))
    seat.press("Early signs")
    seat.press("I stop calling")
    seat.press("Your medicines")
    seat.press("Most days")
    (now,) = seat.plan.since_last
    assert (now.sign_ids, [one.how for one in now.by_medicine]) == ((sign.id,), [AsPlanned.MOSTLY])


def test_each_medicine_has_a_line_with_where_its_supply_stands() -> None:
    ended = PickUp(id=an_id(51), on=_day("November 1", date(2026, 11, 1)), days=CountWords(words="10", reading=10))
    shot = PickUp(
        id=an_id(52),
        how=HowGot.INJECTION,
        on=_day("October 20", date(2026, 10, 20)),
        next_due=_day("November 18", date(2026, 11, 18)),
    )
    medicines = (
        Medication(id=an_id(41), name="Sertraline", pick_ups=(ended,)),
        Medication(id=an_id(42), name="Vivitrol", pick_ups=(shot,)),
    )
    seat = check_in(medications=medicines)
    seat.press("Your medicines")
    assert "ended 12 days ago, Nov 10" in seat.text()
    assert "shot was due Nov 18" in seat.text()

    seat.press("As planned")
    seat.press("Not really", nth=1)
    seat.write("What helped or got in the way", "No ride")
    (now,) = seat.plan.since_last

    assert [(one.medication_id, one.how, one.own_words) for one in now.by_medicine] == [
        (an_id(41), AsPlanned.YES, ""),
        (an_id(42), AsPlanned.NO, "No ride"),
    ]
    seat.press("Since last time")
    assert "Sertraline: As planned · Vivitrol: Not really" in seat.text()


def _day(words: str, reading: date) -> DayWords:
    return DayWords(words=words, reading=reading)


def test_what_was_open_before_opens_the_check_in_and_is_answered_there() -> None:
    tonight = Tonight(bed=Sure.UNSURE, bed_words="The shelter, maybe", overdose_help=Sure.NO)
    leaving = Leaving(
        is_leaving=True,
        on=_day("November 8", BEFORE),
        first_appointment="Dr. Okafor",
        first_appointment_on=_day("November 12", date(2026, 11, 12)),
        who_calls="Rosa",
        contact_on=_day("November 9", date(2026, 11, 9)),
    )
    seat = check_in(tonight=tonight, leaving=leaving)
    for words in ("A bed for tonight", "Last time: Not sure", "Dr. Okafor", "It was on November 12, 2026.", "Rosa"):
        assert words in seat.text()

    seat.press("Yes")
    seat.press("No", nth=0)
    seat.write("The day of it", "2026-12-01")

    assert seat.plan.tonight.bed is Sure.YES
    assert seat.plan.leaving.appointment_kept is False
    (visit,) = seat.plan.visits
    assert (visit.what_for, visit.on.reading) == ("Dr. Okafor", date(2026, 12, 1))


def test_a_call_that_did_not_work_out_stays_to_say_why() -> None:
    place = Resource(id=an_id(50), name="Job center")
    asked = Referral(id=an_id(51), resource_id=place.id, status=ReferralStatus.ASKED)
    seat = check_in(resources=(place,), referrals=(asked,))
    seat.press("Places you asked")
    seat.press("It did not work out")
    seat.press("Nobody answered")
    (kept,) = seat.plan.referrals
    assert (kept.status, kept.reason) == (ReferralStatus.NO, Reason.NO_REPLY)


def test_what_changed_after_a_visit_is_written_to_its_end() -> None:
    day = TODAY - timedelta(days=3)
    visit = Visit(id=an_id(60), what_for="Check-up", on=DayWords(words="Thursday", reading=day))
    seat = check_in(visits=(visit,))
    seat.press("A visit that has been")
    for words in ("A", "A new", "A new dose"):
        seat.write("What changed afterwards", words)
    assert seat.plan.visits[0].what_changed == "A new dose"


def _at_a_second_session(seat: Seat) -> None:
    """Finish the session, and begin the next one."""
    editor = seat.editor
    editor.finish()
    begun = seat.store.begin(Session(id=an_id(90), person_id=editor.person.id, started=NOW))
    _reload(seat, begun)


def test_what_the_person_wanted_to_do_first_stands_where_the_next_session_opens() -> None:
    seat = check_in(closing=Closing(first_thing="Call Luis on Sunday"))
    _at_a_second_session(seat)
    assert seat.plan.closing.first_thing == ""
    assert "Last time you wanted to do this first: Call Luis on Sunday" in seat.text()


def _reload(seat: Seat, session: Session) -> None:
    """Open the check-in anew, as a reload does: nothing of the screen is left."""
    editor = seat.editor
    seat.editor = DraftEditor(seat.store, editor.person, session, now=lambda: NOW, new_id=editor.new_id)
    seat.context = type(seat.context)(seat.context.t, TODAY, seat.editor, seat.context.agency)
    seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))


def test_what_was_answered_still_stands_there_after_a_reload_in_its_place() -> None:
    places = (Resource(id=an_id(50), name="Job center"), Resource(id=an_id(53), name="Food bank"))
    calls = tuple(
        Referral(id=an_id(number), resource_id=place.id, status=ReferralStatus.ASKED)
        for number, place in zip((51, 54), places, strict=True)
    )
    day = DayWords(words="Thursday", reading=TODAY - timedelta(days=3))
    seat = check_in(
        resources=places,
        referrals=calls,
        visits=(Visit(id=an_id(60), what_for="Check-up", on=day),),
        skills=(Skill(id=an_id(70), name="Say no", mastery=Mastery.LEARNING),),
    )
    _at_a_second_session(seat)
    answers = {
        "A visit that has been": "",
        "Places you asked": "I went, and it helps",
        "What you practice": "Strong",
    }
    for part, answer in answers.items():
        seat.press(part)
        seat.press(answer) if answer else seat.write("What changed afterwards", "A new dose")
    _reload(seat, seat.editor.session)

    assert set(_topics(seat)) >= {"medications.visits", "resources.places", "skills.skills"}
    assert "Job center · Food bank" in seat.text()
    seat.press("Places you asked")
    assert seat.text().index("Job center") < seat.text().index("Food bank")
    assert seat.state("I went, and it helps") == "true"


def test_a_skill_tried_is_noted_with_today() -> None:
    skill = Skill(id=an_id(70), name="Say no", mastery=Mastery.LEARNING)
    seat = check_in(skills=(skill,))
    seat.press("What you practice")
    seat.press("I tried it")
    seat.press("Strong")
    (kept,) = seat.plan.skills
    assert (kept.practices[0].on.reading, kept.mastery) == (TODAY, Mastery.STRONG)


def test_not_today_folds_a_part_and_it_can_be_taken_up_again() -> None:
    seat = check_in(goals=(WALK,))
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
        noted = Contact(id=an_id(80), person_id=seat.editor.person.id, at=NOW, note="Sounded tired")
        seat.store.note_contact(noted)
        seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))
    staff.press("What we heard in between")
    assert "Sounded tired" in staff.text()
    assert "What we heard in between" not in together.text()


def test_only_contacts_since_the_session_before_are_heard() -> None:
    seat = sit_down(staff=True)
    editor, store = seat.editor, seat.store
    store.note_contact(Contact(id=an_id(80), person_id=editor.person.id, at=NOW - timedelta(days=9), note="Long ago"))
    editor.finish()
    later = NOW + timedelta(days=7)
    store.note_contact(Contact(id=an_id(81), person_id=editor.person.id, at=later, note="Last week"))
    second = store.begin(Session(id=an_id(90), person_id=editor.person.id, started=NOW + timedelta(days=14)))
    seat.editor = DraftEditor(store, editor.person, second, now=lambda: datetime.now(UTC), new_id=editor.new_id)
    seat.context = type(seat.context)(seat.context.t, TODAY, seat.editor, seat.context.agency, staff=True)
    seat.lay(lambda plan: CheckIn(plan, (), "Goals", lambda: None))
    seat.press("What we heard in between")
    assert seat.editor.step == "check-in"
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
    seat = check_in(goals=(WALK.amended(own_words=odd),), staff=True)
    seat.press("How far your goals came")
    seat.write("In my words", odd)
    assert odd in seat.text()
    assert seat.plan.goals[0].ratings[-1].own_words == odd
