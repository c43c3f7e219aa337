"""The first twenty minutes: one question at a time, everything free to leave, one page at the end."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from planner.plan.leaving import said_about_leaving
from planner.plan.plan import NotNow, Plan, SessionPath
from planner.resources.support import Support
from planner.review.review import findings_for
from planner.sessions.closing import Closing
from planner.sessions.first_path import Sure, Tonight
from planner.strengths.strength import Strength
from tests.invented import TODAY, an_id
from tests.widgets.seat import Seat, sit_down, until
from widgets.first_path.first_path import FirstPath

if TYPE_CHECKING:
    from collections.abc import Callable


def _begin(**parts: Any) -> Seat:
    seat = sit_down(path=SessionPath.FIRST, **parts)
    seat.lay(lambda plan: FirstPath(plan, findings_for(plan, TODAY, "first")))
    return seat


def _where(seat: Seat) -> str:
    return next(str(one.children[0]) for one in seat.elements("p") if one.class_ == "rp-first-where")


def _go_to(seat: Seat, title: str) -> None:
    dot = next(one for one in seat.elements("button") if one.attributes.get("title", "").startswith(title))
    dot.fire_event("click", {})


async def _page(seat: Seat) -> bytes:
    await until(lambda: len(seat.elements("a")) > 1)
    (link,) = [one for one in seat.elements("a") if one.attributes["download"].startswith("My plan")]
    return b64decode(link.attributes["href"].partition(",")[2])


class Hand:
    """A counselor's hand: every press and every line written is one interaction."""

    def __init__(self, seat: Seat) -> None:
        """Take the seat."""
        self.seat, self.done = seat, 0

    def press(self, name: str) -> None:
        """Press a button."""
        self.seat.press(name)
        self.done += 1

    def write(self, label: str, words: str) -> None:
        """Fill in one line."""
        self.seat.write(label, words)
        self.done += 1


WALK: tuple[Callable[[Hand], None], ...] = (
    lambda hand: hand.write("How is today?", "Tired, but here"),
    lambda hand: (hand.press("Yes"), hand.write("Where I sleep", "My sister's couch"))[0],
    lambda hand: hand.press("Not sure"),
    lambda hand: (hand.press("Yes"), hand.write("Name", "Suboxone"), hand.write("Lasts how many days", "3"))[0],
    lambda hand: hand.press("Not yet"),
    lambda hand: hand.press("No"),
    lambda hand: hand.press("Family"),
    lambda hand: hand.write("In my own words", "I kept my job for six years"),
    lambda hand: hand.write("What will you do first?", "Call the clinic"),
    lambda hand: (hand.write("Name", "Luis"), hand.write("Phone", "555-0101"))[0],
    lambda hand: hand.write("We meet next on", "December 1"),
)


def test_it_is_played_to_a_printed_page_in_under_forty_interactions() -> None:
    async def play() -> tuple[Hand, bytes]:
        hand = Hand(_begin())
        for answer in WALK:
            answer(hand)
            hand.press("Next")
        hand.press("My plan (PDF)")
        hand.press("No")  # nobody could find the paper
        return hand, await _page(hand.seat)

    hand, page = asyncio.run(play())

    assert hand.done < 40 - 10  # opening the app, adding the person and beginning come before
    pages = PdfReader(BytesIO(page)).pages
    words = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    for said in ("My sister's couch", "Family", "I kept my job for six years", "Call the clinic", "Luis", "555-0101"):
        assert said in words


def test_every_answer_is_in_the_plan() -> None:
    hand = Hand(_begin())
    for answer in WALK:
        answer(hand)
        hand.press("Next")

    plan = hand.seat.plan
    assert plan.tonight == Tonight(
        how_today="Tired, but here",
        bed=Sure.YES,
        bed_words="My sister's couch",
        food=Sure.UNSURE,
        medicines=Sure.YES,
        overdose_help=Sure.NO,
    )
    (suboxone,) = plan.medications
    assert (suboxone.name, [one.days.reading for one in suboxone.pick_ups]) == ("Suboxone", [3])
    assert [value.name for value in plan.values] == ["Family"]
    assert [strength.own_words for strength in plan.strengths] == ["I kept my job for six years"]
    assert [(one.name, one.phone, one.when_hard) for one in plan.supports] == [("Luis", "555-0101", True)]
    assert plan.closing.next_on.reading is not None
    assert plan.goals == ()


def test_a_first_line_makes_one_strength_and_the_next_letters_go_into_it() -> None:
    seat = _begin()
    _go_to(seat, "One strength")
    assert seat.plan.strengths == ()

    for typed in ("I", "I s", "I show up"):
        seat.write("In my own words", typed)

    assert [one.own_words for one in seat.plan.strengths] == ["I show up"]


def test_not_today_is_an_answer_that_goes_on_and_can_be_taken_up() -> None:
    seat = _begin()
    seat.press("Not today")

    assert _where(seat).startswith("2 of 11")
    assert [(left.topic, left.answer) for left in seat.plan.left_open] == [("first.today", NotNow.TODAY)]

    _go_to(seat, "How today is")
    seat.press("Talk about it now")
    assert seat.plan.left_open == ()


def test_a_reload_comes_back_to_the_first_question_without_an_answer() -> None:
    tonight = Tonight(how_today="Good", bed=Sure.YES)

    assert _where(_begin(tonight=tonight)).endswith("Something to eat")


def test_leaving_treatment_asks_for_the_bridge_to_the_first_days() -> None:
    seat = _begin()
    _go_to(seat, "The day you leave treatment")
    assert "Who makes contact within two days" not in seat.text()

    seat.press("Yes")
    seat.write("The day I leave", "November 30")
    seat.write("Days of medicine I take with me", "7")
    seat.press("Next")
    seat.write("Who makes contact within two days", "Rosa")

    leaving = seat.plan.leaving
    assert (leaving.is_leaving, leaving.on.words, leaving.medicine_days.reading) == (True, "November 30", 7)
    assert said_about_leaving(seat.plan).who_calls == "Rosa"
    assert seat.written("Who makes contact within two days") == "Rosa"


def _leaves_with_three_days(*names: str) -> Seat:
    """Lay a first night on the table: three days of each medicine, leaving today, seen on December 3."""
    seat = _begin()
    _go_to(seat, "Medicines for the next days")
    seat.press("Yes")
    for n, name in enumerate(names):
        if n:
            seat.press("Add a medicine")
        seat.write("Name", name, nth=n)
        seat.write("Lasts how many days", "3", nth=n)
    _go_to(seat, "The day you leave treatment")
    seat.press("Yes")
    seat.write("The day I leave", "2026-11-28")
    if not names:
        seat.write("Days of medicine I take with me", "3")
    seat.press("Next")
    seat.write("My first appointment", "Dr. Okafor")
    seat.write("The day of it", "December 3")
    seat.write("Who makes contact within two days", "Rosa")
    seat.write("The day of the first contact", "November 29")
    return seat


@pytest.mark.parametrize(("names", "called"), [((), "medicine"), (("Buprenorphine",), "Buprenorphine")])
def test_days_without_medicine_are_seen_and_one_press_moves_them(names: tuple[str, ...], called: str) -> None:
    seat = _leaves_with_three_days(*names)

    assert "Nov 28–30, gap Dec 1–2" in seat.text()
    assert f"2 days without {called}, Dec 1–2: who bridges them, who calls now?" in seat.text()

    seat.press("The dose of Nov 28 was given there")

    assert "gap Dec 2" in seat.text()
    assert f"One day without {called}, Dec 2: who bridges it, who calls now?" in seat.text()


def test_what_is_said_about_leaving_stands_in_the_plan_already() -> None:
    plan = _leaves_with_three_days("Buprenorphine", "Sertraline").plan

    assert [one.name for one in plan.medications] == ["Buprenorphine", "Sertraline"]
    assert {one.on.reading for medicine in plan.medications for one in medicine.pick_ups} == {date(2026, 11, 28)}
    assert [(one.what_for, one.on.reading) for one in plan.visits] == [("Dr. Okafor", date(2026, 12, 3))]
    assert [one.name for one in plan.supports] == ["Rosa"]


def test_the_end_lists_what_is_open_and_who_does_it_before_it_is_enough() -> None:
    seat = _leaves_with_three_days("Buprenorphine")
    _go_to(seat, "Your page")
    assert "This is enough for today." not in seat.text()
    for line in ("A bed for tonight: Not asked yet", "2 days without Buprenorphine"):
        assert line in seat.text()

    seat.write("Who does it, and when", "Rosa, by four")

    assert [(one.key, one.who) for one in seat.plan.follow_ups] == [("tonight.bed", "Rosa, by four")]


def test_the_end_is_enough_when_tonight_is_sure() -> None:
    there = Tonight(bed=Sure.YES, food=Sure.YES, medicines=Sure.YES, overdose_help=Sure.YES)
    seat = _begin(tonight=there)
    _go_to(seat, "Your page")

    assert "This is enough for today." in seat.text()


def test_words_about_medicines_from_an_earlier_version_stay_in_sight() -> None:
    seat = _begin(tonight=Tonight(medicines_words="Three days of films"))
    _go_to(seat, "Medicines for the next days")

    assert seat.written("Which, and how many days are left") == "Three days of films"


def test_what_is_missing_before_night_is_asked_where_it_arises() -> None:
    seat = _begin(tonight=Tonight(how_today="Good"))
    question = "A bed for tonight is not sure yet. Who could we call now?"
    assert question not in seat.text()

    seat.press("Not yet")
    assert question in seat.text()

    seat.press("Next")
    assert question not in seat.text()


def test_a_value_pressed_again_is_taken_back_and_an_own_one_stands_beside() -> None:
    seat = _begin()
    _go_to(seat, "What matters most")
    seat.press("Health")
    seat.press("Family")
    seat.write("What matters to me", "My dog Rex")
    seat.press("Health")

    assert [value.name for value in seat.plan.values] == ["Family", "My dog Rex"]


def test_a_goal_can_be_named_and_need_not_be() -> None:
    seat = _begin()
    _go_to(seat, "One step")
    seat.write("What will you do first?", "Call the clinic")
    assert seat.plan.goals == ()

    seat.press("It is part of a bigger goal")
    seat.write("In my own words", "Get my license back")

    assert [goal.own_words for goal in seat.plan.goals] == ["Get my license back"]


def test_what_is_in_the_plan_already_is_shown_and_not_asked_twice() -> None:
    strengths = (Strength(id=an_id(31), own_words="I never missed a shift"),)
    supports = (Support(id=an_id(32), name="Luis", phone="555-0101", when_hard=True),)
    seat = _begin(strengths=strengths, supports=supports)

    _go_to(seat, "One strength")
    assert seat.written("In my own words") == "I never missed a shift"
    _go_to(seat, "Who to call")
    seat.write("Phone", "555-0102")

    assert [(one.name, one.phone) for one in seat.plan.supports] == [("Luis", "555-0102")]


def test_the_crisis_line_stands_beside_who_to_call() -> None:
    seat = _begin()
    _go_to(seat, "Who to call")

    assert "988 at any hour: call or text." in seat.text()


def test_going_over_to_the_whole_plan_keeps_everything() -> None:
    seat = _begin(tonight=Tonight(bed_words="Harbor House"), closing=Closing(first_thing="Sleep"))

    seat.press("Go over to the whole plan")

    assert (seat.plan.path, seat.editor.step) == (SessionPath.FULL, "goals")
    assert (seat.plan.tonight.bed_words, seat.plan.closing.first_thing) == ("Harbor House", "Sleep")


def test_the_end_finishes_the_session() -> None:
    seat = _begin()
    _go_to(seat, "Your page")

    seat.press("Finish the session")

    assert seat.editor.revision is not None
    assert seat.store.revision(seat.editor.person.id, 1) == seat.plan


def test_dots_say_which_questions_are_answered_and_which_were_left() -> None:
    seat = _begin(tonight=Tonight(how_today="Good"))
    seat.press("Not for me")

    names = seat.buttons()
    assert "How today is: answered" in names
    assert "A bed for tonight: left" in names
    assert "Something to eat" in names


def test_it_can_be_walked_without_a_single_answer() -> None:
    seat = _begin()
    for _ in WALK:
        seat.press("Next")

    assert _where(seat) == "Your page"
    assert isinstance(seat.plan, Plan)


def test_a_question_is_not_asked_a_second_time_as_a_suggestion() -> None:
    seat = _begin(tonight=Tonight(how_today="Good"))

    _go_to(seat, "When you meet next")
    assert not [one for one in seat.elements() if one.attributes.get("role") == "note"]

    seat.write("We meet next on", "2026-11-01")
    assert "That day has gone by. When do you meet next?" in seat.text()
