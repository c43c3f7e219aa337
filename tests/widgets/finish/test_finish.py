"""Review and finish: everything at a glance, three answers that are all kept, paper, and a revision at the end."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planner.consent import Consent
from planner.consent.part import Part
from planner.goals.goal import Goal
from planner.health.medication import HowGot, Medication, PickUp
from planner.model.finding import Audience, Weight
from planner.plan.plan import NotNow
from planner.review.review import findings
from planner.review.urgency import is_urgent
from planner.sessions.closing import Answer, Closing, HandedOver
from planner.teaching.people import practice_person
from planner.words.reading import CountWords, DayWords
from tests.invented import NOW, TODAY, an_id
from tests.widgets.seat import Seat, sit_down
from widgets.draft.draft_editor import DraftEditor
from widgets.finish.finish import TOPIC_CARDS, Finish, Finished

if TYPE_CHECKING:
    from planner.plan.plan import Plan

DANA = practice_person("dana", TODAY).plan
GOALS = (
    Goal(id=an_id(11), own_words="Go to three meetings a week", confidence=4),
    Goal(id=an_id(12), own_words="Find a job"),
)


def _review(*, staff: bool = False, **parts: Any) -> Seat:
    seat = sit_down(staff=staff, **parts)
    seat.lay(lambda plan: Finish(plan, seat.editor.state))
    return seat


def _everything(plan: Plan) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in type(plan).model_fields if name not in {"id", "person_id"}}


def _open(seat: Seat, title: str) -> None:
    if title in seat.buttons():
        seat.press(title)


def test_every_step_stands_at_a_glance_with_its_words_and_the_way_there() -> None:
    seat = _review(goals=GOALS)

    assert "Go to three meetings a week · Find a job" in seat.text()
    seat.press("Go to Medications and health")
    assert seat.editor.step == "medications"


def test_three_hundred_goals_leave_the_glance_a_glance() -> None:
    many = tuple(Goal(id=an_id(10_000 + place), own_words=f"Walk {place} miles") for place in range(300))
    seat = _review(staff=True, goals=many)

    seat.press(next(name for name in seat.buttons() if name.startswith("Goals: ")))
    lines = [one for one in seat.elements() if one.class_ == "rp-still-open"]
    assert max(len(one.children) for one in lines) <= 13
    assert "more" in seat.text()


def test_a_step_that_was_left_says_so_instead_of_counting_nothing() -> None:
    seat = _review()
    assert "Left for another day" not in seat.text()

    seat.editor.leave_open("skills", NotNow.TODAY, TODAY)

    assert "Left for another day" in seat.text()


def test_the_together_view_shows_one_suggestion_and_the_staff_view_all() -> None:
    together = _review(goals=GOALS)
    staff = _review(staff=True, goals=GOALS)

    for name in [one for one in staff.buttons() if one.endswith((" suggestion", " suggestions"))]:
        staff.press(name)

    assert len(_suggestions(together)) == 1
    assert len(_suggestions(staff)) > 3


def _suggestions(seat: Seat) -> list[str]:
    return [_words(one) for one in seat.elements("button") if "rp-says" in (one.class_ or "")]


def _words(button: Any) -> str:
    return next(child for child in button.children if isinstance(child, str))


OUT_OF_SUPPLY = Medication(
    id=an_id(31),
    name="Buprenorphine",
    for_opioid_use=True,
    pick_ups=(
        PickUp(
            id=an_id(32),
            how=HowGot.ON_HAND,
            on=DayWords(words="today", reading=TODAY),
            days=CountWords(words="1", reading=Decimal(1)),
        ),
    ),
)


def test_supply_and_safety_come_before_the_steps_and_the_rest_is_folded_by_step_with_a_count() -> None:
    seat = _review(staff=True, goals=GOALS, medications=(OUT_OF_SUPPLY,))

    said = _suggestions(seat)
    assert said, "something is urgent"
    known = findings(seat.plan, TODAY)
    assert said == [str(one.says) for one in known if is_urgent(one) and one.where.step != "review"][: len(said)]
    assert not any(one.code.startswith("goal.") for one in known if is_urgent(one))
    assert any(name.startswith("Goals: ") and "suggestion" in name for name in seat.buttons())


def test_the_shared_view_shows_the_gravest_of_all() -> None:
    seat = _review(goals=GOALS, medications=(OUT_OF_SUPPLY,))

    gravest = next(one for one in findings(seat.plan, TODAY) if one.audience is Audience.BOTH)
    assert gravest.weight >= Weight.SOON
    assert _suggestions(seat) == [str(gravest.says)]


def test_no_medicine_is_cut_from_the_glance() -> None:
    names = [f"Medicine {number}" for number in range(1, 6)]
    seat = _review(medications=tuple(Medication(id=an_id(40 + at), name=name) for at, name in enumerate(names)))

    assert " · ".join(names) in seat.text()


def test_a_suggestion_says_what_it_is_about() -> None:
    seat = _review(staff=True, consents=(Consent(id=an_id(51), parts=(Part.GOALS,)),))

    assert "Consents we prepare" in seat.text()


def test_how_easy_our_words_read_is_for_staff_alone() -> None:
    remark = "never changed or measured"

    assert remark in _review(staff=True, goals=GOALS).text()
    assert remark not in _review(goals=GOALS).text()


def test_what_comes_first_is_kept_in_the_persons_words() -> None:
    seat = _review()
    seat.write("What will you do first?", "Call Luis <tonight>")

    assert seat.plan.closing.first_thing == "Call Luis <tonight>"


def test_all_three_answers_are_kept_with_their_words() -> None:
    seat = _review()
    _open(seat, "Whether this is your plan")
    seat.press("I disagree")
    seat.write("What should be different?", "Fewer meetings")
    seat.press("I agree")

    assert [(one.answer, one.own_words, one.on) for one in seat.plan.answers] == [
        (Answer.DISAGREE, "Fewer meetings", TODAY),
        (Answer.AGREE, "", TODAY),
    ]
    assert seat.plan.closing.answer is Answer.AGREE
    assert seat.state("I agree") == "true"


def test_undo_takes_an_answer_back_and_keeps_what_was_said_before() -> None:
    seat = _review()
    _open(seat, "Whether this is your plan")
    seat.press("Change this")
    seat.write("What should be different?", "Later in the day")

    seat.editor.undo()

    assert [(one.answer, one.own_words) for one in seat.plan.answers] == [(Answer.CHANGE, "")]


def test_a_folded_answer_shows_itself_and_its_words() -> None:
    line = next(leaf.line for leaf in TOPIC_CARDS if leaf.topic == "review.answer")

    assert str(line(sit_down(closing=Closing(answer=Answer.AGREE)).plan)) == "I agree"
    with_words = Closing(answer=Answer.CHANGE, answer_words="The job part")
    assert str(line(sit_down(closing=with_words).plan)) == "Change this: The job part"


def test_the_next_meeting_is_read_and_a_day_gone_by_is_asked_about() -> None:
    seat = _review(closing=Closing(first_thing="Sleep", answer=Answer.AGREE))
    seat.write("We meet next on", "2026-12-01")
    assert seat.plan.closing.next_on.reading is not None
    assert "That day has gone by" not in seat.text()

    seat.write("We meet next on", "2026-11-01")

    assert "That day has gone by. When do you meet next?" in seat.text()


def test_a_part_can_be_left_off_the_paper_and_put_back() -> None:
    seat = _review(goals=GOALS, closing=Closing(first_thing="Sleep"))
    seat.press("What I do first")
    assert seat.plan.left_off_paper == ("first",)

    seat.press("What I do first")
    assert seat.plan.left_off_paper == ()


def test_how_it_was_handed_over_and_by_whom_is_kept() -> None:
    seat = _review()
    seat.press("By mail")
    seat.write("My counselor", "Rosa")

    assert (seat.plan.closing.handed_over, seat.plan.closing.counselor) == (HandedOver.MAIL, "Rosa")


def test_finishing_writes_the_plan_as_a_revision() -> None:
    seat = _review(**_everything(DANA))
    seat.press("Finish the session")

    revision = seat.editor.revision
    assert revision is not None
    assert seat.store.revision(seat.editor.person.id, revision.number) == seat.plan
    assert seat.store.open_session(seat.editor.person.id) is None


def test_a_session_that_can_not_be_finished_says_why_and_stays_open() -> None:
    seat = _review(goals=GOALS)
    seat.store.close()

    seat.press("Finish the session")

    alert = next(one for one in seat.elements("p") if one.attributes.get("role") == "alert")
    assert alert.children[0]
    assert seat.editor.revision is None
    assert "Go to three meetings a week" in seat.text()


def test_the_last_page_says_what_is_kept_and_leads_back() -> None:
    seat = sit_down(closing=Closing(first_thing="Call Luis"))
    revision = seat.editor.finish()
    assert revision is not None
    left: list[bool] = []
    seat.show(Finished(seat.plan, revision, lambda: left.append(True)))

    assert "The session with Dana R. is finished" in seat.text()
    assert "Revision 1 is kept" in seat.text()
    assert "Call Luis" in seat.text()
    seat.press("Back to the caseload")
    assert left == [True]


def test_a_finish_by_accident_is_taken_back_and_the_session_goes_on_where_it_was() -> None:
    seat = sit_down(goals=GOALS)
    seat.editor.go("review")
    plan, revision = seat.plan, seat.editor.finish()
    assert revision is not None
    seat.show(Finished(plan, revision, lambda: None))

    seat.press("Finished by mistake")

    assert (seat.editor.revision, seat.editor.plan, seat.editor.step) == (None, plan, "review")
    seat.editor.put(("goals", GOALS[0].id, "own_words"), "Four meetings a week")
    assert seat.editor.state.is_saved
    again = seat.editor.finish()
    assert again is not None
    assert again.number == 2
    assert seat.store.revision(seat.editor.person.id, 1) == plan
    assert seat.store.revisions(seat.editor.person.id)[0].taken_back is not None


def test_what_another_page_wrote_after_the_finish_is_there_when_it_is_taken_back() -> None:
    seat = sit_down(goals=GOALS)
    other = DraftEditor(seat.store, seat.editor.person, seat.editor.session, now=lambda: NOW, new_id=lambda: an_id(5))
    seat.editor.finish()
    other.put(("closing", "first_thing"), "Call Luis")

    seat.editor.take_back_finish()

    assert seat.editor.plan.closing.first_thing == "Call Luis"


def test_a_session_left_open_over_days_is_asked_when_the_two_last_met() -> None:
    seat = sit_down(goals=GOALS)
    seat.editor.session = seat.editor.session.amended(started=NOW - timedelta(days=9))
    seat.lay(lambda plan: Finish(plan, seat.editor.state))
    assert "This session began on November 13, 2026. On which day did you last meet?" in seat.text()
    assert seat.state("November 13, 2026") == "true"

    seat.press("Today")
    seat.press("Finish the session")

    (session,) = seat.store.sessions(seat.editor.person.id)
    assert session.met_on == TODAY


def test_a_session_of_today_asks_nothing_more() -> None:
    seat = _review(goals=GOALS)
    assert "On which day did you last meet?" not in seat.text()
