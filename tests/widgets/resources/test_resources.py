"""Resources on the screen: needs, places, the way there, referrals and the circle."""

from __future__ import annotations

from planner.model.daily_life import Area, Transport
from planner.resources.referral import Reason, Referral, ReferralStatus
from planner.resources.resource import Need, Resource, Timing
from planner.resources.support import Bond, Nearness, Support
from planner.review.review import findings_for
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.resources import resources

PANTRY = Resource(id=an_id(31), name="Food pantry", area=Area.FOOD)
ASKED = Referral(id=an_id(41), resource_id=PANTRY.id, status=ReferralStatus.ASKED)


def test_a_need_begins_with_an_area_and_is_said_in_the_persons_words() -> None:
    seat = sit_down()
    seat.draw(resources.TOPIC_CARDS, "resources.needs")
    seat.press("A place to live")
    seat.write("What I need", "A room away from the old block")
    (need,) = seat.plan.needs
    assert (need.area, need.own_words) == (Area.HOUSING, "A room away from the old block")


def test_now_or_later_is_answered_under_the_folded_words() -> None:
    seat = sit_down(needs=(Need(id=an_id(30), own_words="A phone"),))
    seat.draw(resources.TOPIC_CARDS, "resources.needs")
    seat.press("Can wait")
    assert seat.plan.needs[0].timing is Timing.LATER
    seat.press("Can wait")
    assert seat.plan.needs[0].timing is None


def test_a_place_is_written_by_hand_page_by_page() -> None:
    seat = sit_down(needs=(Need(id=an_id(30), own_words="Food for the weekend"),))
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    seat.press("Add a place")
    seat.write("Name", "St. Ann’s pantry")
    seat.press("Food for the weekend")
    seat.press("How to reach them")
    seat.write("Phone", "555 0101")
    seat.press("We checked it today")
    seat.press("The way there")
    seat.press("Bus or train")
    (place,) = seat.plan.resources
    assert (place.name, place.need_ids, place.phone) == ("St. Ann’s pantry", (an_id(30),), "555 0101")
    assert (place.confirmed_on, place.transport) == (TODAY, Transport.BUS)


def test_why_is_asked_only_where_it_did_not_work_out() -> None:
    seat = sit_down(resources=(PANTRY,), referrals=(ASKED,))
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    seat.press("Change: Food pantry")
    seat.press("What came of it")
    seat.press("Change: Asked, no answer yet")
    assert "What got in the way" not in seat.text()
    seat.press("It did not work out")
    seat.press("Nobody answered")
    assert seat.plan.referrals[0].reason is Reason.NO_REPLY


def test_a_new_referral_stands_under_the_place_it_leads_to() -> None:
    seat = sit_down(resources=(PANTRY,))
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    seat.press("Change: Food pantry")
    seat.press("What came of it")
    seat.press("Note when we asked")
    assert seat.plan.referrals[0].resource_id == PANTRY.id


def test_what_was_asked_stays_when_its_place_is_taken_out() -> None:
    seat = sit_down(resources=(PANTRY,), referrals=(ASKED,))
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    seat.press("Remove: Food pantry")
    assert seat.plan.referrals[0].resource_id is None
    assert "Change: Asked, no answer yet" in seat.buttons()


def test_the_way_is_asked_for_the_places_of_today_only() -> None:
    later = Resource(id=an_id(32), name="Night class", timing=Timing.LATER)
    seat = sit_down(resources=(PANTRY, later))
    seat.draw(resources.TOPIC_CARDS, "resources.ways")
    assert "Food pantry" in seat.text()
    assert "Night class" not in seat.text()


def test_the_circle_names_people_from_the_inside_out() -> None:
    seat = sit_down(
        supports=(
            Support(id=an_id(51), name="Mr. Cole", nearness=Nearness.FURTHER),
            Support(id=an_id(52), name="Luis", nearness=Nearness.CLOSE),
            Support(id=an_id(53), name="Aunt May"),
        )
    )
    seat.draw(resources.TOPIC_CARDS, "resources.circle")
    text = seat.text()
    figure = text[text.index("My circle") :]
    assert figure.index("Me") < figure.index("Luis") < figure.index("Mr. Cole") < figure.index("How near? Aunt May")


def test_somebody_is_added_with_a_number_that_works() -> None:
    seat = sit_down()
    seat.draw(resources.TOPIC_CARDS, "resources.circle")
    seat.press("Add somebody")
    seat.write("Name", "Luis")
    seat.write("Phone", "555 0102")
    seat.press("I can call them when it is hard")
    (luis,) = seat.plan.supports
    assert (luis.name, luis.phone, luis.when_hard) == ("Luis", "555 0102", True)


def test_many_places_for_now_ask_which_can_wait() -> None:
    places = tuple(Resource(id=an_id(100 + n), name=f"Place {n}") for n in range(6))
    seat = sit_down(resources=places)
    seat.findings = findings_for(seat.plan, TODAY, "resources")
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    assert "You have 6 places for now. Which ones can wait?" in seat.text()


def test_a_circle_of_paid_people_asks_for_somebody_of_ones_own() -> None:
    seat = sit_down(supports=(Support(id=an_id(51), name="Mr. Cole", bond=Bond.PAID),))
    seat.findings = findings_for(seat.plan, TODAY, "resources")
    seat.draw(resources.TOPIC_CARDS, "resources.circle")
    assert "Is there somebody of your own" in seat.text()


def test_a_suggestion_stands_on_the_card_it_is_about() -> None:
    seat = sit_down(resources=(PANTRY,))
    seat.findings = findings_for(seat.plan, TODAY, "resources")
    asked = [finding for finding in seat.findings if finding.where.item == PANTRY.id]
    heaviest = str(max(asked, key=lambda one: one.weight).says)
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    assert heaviest not in seat.text()
    seat.press("Change: Food pantry")
    assert heaviest in seat.text()
