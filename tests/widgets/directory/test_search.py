"""From a need through the directory to a place in the plan and a referral."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from planner.directory.feeds.feed import Feed
from planner.directory.service import Cost, OpenHours, Service, ServiceKind, service_id
from planner.model.daily_life import Area
from planner.resources.referral import ReferralStatus
from planner.resources.resource import Need
from tests.invented import NOW, an_id
from tests.widgets.seat import sit_down
from widgets.resources import resources

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

PANTRY = Service(
    id=service_id("harbor", "1"),
    feed="harbor",
    name="Harbor Food Pantry",
    areas=(Area.FOOD,),
    phone="757-555-0100",
    address="12 Pier Road",
    city="Norfolk",
    state="VA",
    cost=Cost.FREE,
    bring="A photo ID",
    hours=(OpenHours(day=0, opens=time(9), closes=time(17)),),
)
CLINIC = Service(
    id=service_id("harbor", "2"), feed="harbor", name="Quay Dental Clinic", areas=(Area.HEALTH,), phone="757-555-0101"
)
FOOD = Need(id=an_id(30), own_words="Food for the weekend", area=Area.FOOD)


def seat_with_directory() -> Seat:
    seat = sit_down(needs=(FOOD,))
    seat.store.directory.read_feed(Feed("harbor", "invented", iter((PANTRY, CLINIC)), {}), at=NOW)
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    seat.press("Find a place or a meeting")
    return seat


def test_without_a_directory_nothing_is_offered() -> None:
    seat = sit_down(needs=(FOOD,))
    seat.draw(resources.TOPIC_CARDS, "resources.places")

    assert "Find a place or a meeting" not in seat.buttons()


def test_what_fits_the_plan_is_there_with_its_reasons_before_anybody_types() -> None:
    seat = seat_with_directory()

    assert "Harbor Food Pantry" in seat.text()
    assert "You need this: Food for the weekend · It is free" in seat.text()
    assert "Quay Dental Clinic" not in seat.text()


def test_one_press_makes_a_place_of_the_plan_and_a_referral_to_ask() -> None:
    seat = seat_with_directory()
    seat.press("Put Harbor Food Pantry in the plan")
    (place,), (referral,) = seat.plan.resources, seat.plan.referrals

    assert (place.name, place.phone, place.address, place.bring) == (
        *("Harbor Food Pantry", "757-555-0100", "12 Pier Road, Norfolk, VA", "A photo ID"),
    )
    assert (place.hours, place.need_ids, place.listing_id) == ("Mon 9:00 AM–5:00 PM", (FOOD.id,), PANTRY.id)
    assert place.what == ""
    assert (referral.resource_id, referral.status) == (place.id, ReferralStatus.TO_ASK)
    assert "It is in your plan" in seat.text()


def test_a_search_finds_by_words_slips_and_filters() -> None:
    seat = seat_with_directory()
    seat.write("What are you looking for?", "dentista")
    assert "Quay Dental Clinic" in seat.text()
    assert "Hours not listed: call first" in seat.text()
    seat.write("What are you looking for?", "dentl")
    assert "Shown for “dental”" in seat.text()
    seat.press("Free")
    assert "Nothing was found. Try another word, or fewer filters." in seat.text()


NOONERS = Service(
    id=service_id("harbor", "3"),
    feed="harbor",
    name="Harbor Nooners",
    kind=ServiceKind.MEETING,
    areas=(Area.RECOVERY,),
    city="Norfolk",
    latitude=36.85,
    longitude=-76.29,
    hours=(OpenHours(day=0, opens=time(12), closes=time(13)),),
)
FAR = NOONERS.amended(
    id=service_id("harbor", "4"), name="Hilltop Nooners", city="Roanoke", latitude=37.27, longitude=-79.9
)


def seat_with_meetings() -> Seat:
    seat = sit_down(needs=(FOOD,))
    seat.store.directory.read_feed(Feed("harbor", "invented", iter((NOONERS, FAR)), {}), at=NOW)
    seat.draw(resources.TOPIC_CARDS, "resources.places")
    seat.press("Find a place or a meeting")
    seat.write("What are you looking for?", "nooners")
    return seat


def test_a_meeting_stands_in_the_week_once_and_says_so() -> None:
    seat = seat_with_meetings()
    seat.press("Put Harbor Nooners in the week")

    assert [routine.own_words for routine in seat.plan.routines] == ["Harbor Nooners"]
    assert "It is in your week" in seat.text()
    assert "Put Harbor Nooners in the week" not in seat.buttons()


def test_a_search_is_narrowed_to_days_and_to_miles_around_a_town() -> None:
    seat = seat_with_meetings()
    seat.press("Tue")
    assert "Nooners" not in seat.text()
    seat.press("Tue")
    assert "Hilltop Nooners" in seat.text()

    seat.write("Near which town or ZIP?", "Norfolk")
    seat.press("10 miles")
    assert "Harbor Nooners" in seat.text()
    assert "Hilltop Nooners" not in seat.text()

    seat.write("Near which town or ZIP?", "Nowhere")
    assert "No place in the directory is in this town." in seat.text()
    assert "Hilltop Nooners" in seat.text()
