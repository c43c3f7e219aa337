"""Safety on the screen: triggers, signs, what helps, who to call, the lapse page, overdose medicine."""

from __future__ import annotations

from planner.caseload.agency import Agency
from planner.resources.support import Support
from planner.review.review import findings_for
from planner.safety.lapse import LapsePage
from planner.sessions.first_path import Sure, Tonight
from planner.strengths.strength import Strength, StrengthKind
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.safety import safety

MUSIC = Strength(id=an_id(11), kind=StrengthKind.COPING, own_words="Music in the car")
LUIS = Support(id=an_id(51), name="Luis", phone="555 0102", when_hard=True)
MAY = Support(id=an_id(52), name="Aunt May")


def test_a_trigger_carries_its_way_through() -> None:
    seat = sit_down()
    seat.draw(safety.TOPIC_CARDS, "safety.triggers")
    seat.press("Payday")
    seat.write("What I will do then", "Luis holds the card")
    seat.press("Close")
    assert seat.plan.triggers[0].plan == "Luis holds the card"
    assert "Payday" in seat.text()
    assert "Luis holds the card" in seat.text()


def test_somebody_else_may_notice_a_sign_too() -> None:
    seat = sit_down()
    seat.draw(safety.TOPIC_CARDS, "safety.signs")
    seat.press("My sleep changes")
    seat.write("Who else would notice", "My sister")
    seat.press("Close")
    assert "Also noticed by: My sister" in seat.text()


def test_the_persons_own_coping_strengths_are_offered_first_and_stay_linked() -> None:
    seat = sit_down(strengths=(MUSIC,))
    seat.draw(safety.TOPIC_CARDS, "safety.helps")
    assert seat.buttons()[0] == "Music in the car"
    seat.press("Music in the car")
    (kept,) = seat.plan.helps
    assert (kept.own_words, kept.strength_id) == ("Music in the car", MUSIC.id)


def test_a_linked_strength_is_not_offered_twice() -> None:
    seat = sit_down(strengths=(MUSIC,))
    seat.draw(safety.TOPIC_CARDS, "safety.helps")
    seat.press("Music in the car")
    seat.write("What helps", "Loud music")
    seat.press("Close")
    assert "Music in the car" not in seat.buttons()


def test_who_said_yes_is_shown_with_a_number_to_dial() -> None:
    seat = sit_down(supports=(LUIS, MAY))
    seat.draw(safety.TOPIC_CARDS, "safety.calls")
    assert "Luis 555 0102" in seat.text()
    seat.press("Aunt May")
    assert seat.plan.supports[1].when_hard is True


def test_the_one_called_first_stands_on_top() -> None:
    seat = sit_down(supports=(LUIS, MAY.amended(when_hard=True)))
    seat.draw(safety.TOPIC_CARDS, "safety.calls")
    seat.press("I call them first", nth=1)
    assert seat.plan.lapse_page.call_first_id == MAY.id
    assert seat.text().index("Aunt May") < seat.text().index("Luis")


def test_somebody_leaves_the_call_list_and_stays_in_the_circle() -> None:
    seat = sit_down(supports=(LUIS,), lapse_page=LapsePage(call_first_id=LUIS.id))
    seat.draw(safety.TOPIC_CARDS, "safety.calls")
    seat.press("Not when it is hard: Luis")
    assert seat.plan.supports == (LUIS.amended(when_hard=False),)
    assert seat.plan.lapse_page.call_first_id is None


def test_somebody_new_to_call_has_already_said_yes() -> None:
    seat = sit_down()
    seat.draw(safety.TOPIC_CARDS, "safety.calls")
    seat.press("Add somebody to call")
    seat.write("Name", "Rosa")
    seat.write("Phone", "555 0109")
    (rosa,) = seat.plan.supports
    assert (rosa.name, rosa.phone, rosa.when_hard) == ("Rosa", "555 0109", True)


def test_the_crisis_line_is_the_agencys() -> None:
    seat = sit_down(agency=Agency(crisis_line="555 0988"))
    seat.draw(safety.TOPIC_CARDS, "safety.calls")
    assert "555 0988" in seat.text()


def test_the_lapse_page_shows_how_it_will_read() -> None:
    seat = sit_down(supports=(LUIS,))
    seat.draw(safety.TOPIC_CARDS, "safety.lapse")
    assert "How it will read" not in seat.text()
    seat.write("What I want to tell myself", "You came back before")
    seat.press("Luis")
    preview = seat.text()[seat.text().index("How it will read") :]
    assert "You came back before" in preview
    assert "Luis · 555 0102" in preview


def test_where_the_overdose_medicine_is_is_not_typed_twice() -> None:
    seat = sit_down(tonight=Tonight(overdose_help=Sure.YES, overdose_words="In the blue bag, Luis knows"))
    seat.draw(safety.TOPIC_CARDS, "safety.overdose")
    seat.press("In the blue bag, Luis knows")
    assert seat.plan.lapse_page.overdose_help == "In the blue bag, Luis knows"
    assert "In the blue bag, Luis knows" not in seat.buttons()


def test_no_overdose_medicine_asks_where_it_could_come_from() -> None:
    seat = sit_down(tonight=Tonight(overdose_help=Sure.NO))
    seat.findings = findings_for(seat.plan, TODAY, "safety")
    seat.draw(safety.TOPIC_CARDS, "safety.overdose")
    assert "Where could you get overdose medicine (naloxone) today?" in seat.text()


def test_an_empty_lapse_page_asks_through_its_fields_and_not_twice() -> None:
    seat = sit_down()
    seat.findings = findings_for(seat.plan, TODAY, "safety")
    assert "safety.lapse" in {finding.code for finding in seat.findings}
    seat.draw(safety.TOPIC_CARDS, "safety.lapse")
    assert "What would you want to read in the first hour after a slip?" not in seat.text()


def test_what_helped_before_is_offered_for_the_first_hour_and_only_once() -> None:
    music = Strength(id=an_id(90), kind=StrengthKind.COPING, own_words="Music calms me", how_much=9)
    walk = music.amended(id=an_id(91), own_words="A walk", how_much=4)
    seat = sit_down(strengths=(walk, music))
    seat.draw(safety.TOPIC_CARDS, "safety.lapse")
    offers = [one for one in seat.buttons() if one in {"Music calms me", "A walk"}]
    assert offers == ["Music calms me", "A walk"]
    seat.press("Music calms me")
    seat.press("A walk")
    assert seat.plan.lapse_page.first_hour == "Music calms me · A walk"
    assert "This helped you before." not in seat.text()
