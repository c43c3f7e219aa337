"""Services and meetings on paper."""

from __future__ import annotations

from datetime import date

from exports.documents.places import place_sections, services_and_meetings
from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.model.daily_life import Area, Transport
from planner.resources.referral import Referral, ReferralStatus
from planner.resources.resource import Resource, Timing
from tests.exports.making_plans import occasion
from tests.exports.reading_back import words_of
from tests.invented import an_id
from tests.planner.making import a_plan

PANTRY = Resource(
    id=an_id(1),
    name="Harbor Pantry",
    area=Area.FOOD,
    what="Rice and a talk",
    phone="757-555-0100",
    address="12 Pier Road",
    ask_for="Pat",
    bring="A photo ID",
    transport=Transport.BUS,
    transport_words="Line 4",
    confirmed_on=date(2026, 11, 3),
)
JOBS = Resource(id=an_id(2), name="Second Start", area=Area.WORK, hours="Tue 10-4", timing=Timing.LATER)


def lines(*places: Resource) -> dict[str, tuple[str, ...]]:
    plan = a_plan().amended(resources=places, referrals=())
    return {part.id: part.lines for part in place_sections(occasion(plan))}


def test_now_stands_before_later_each_under_its_area() -> None:
    found = lines(JOBS, PANTRY)

    assert list(found) == ["now", "later"]
    assert found["now"][:2] == ("Food", "Harbor Pantry")
    assert found["later"][:2] == ("Work and learning", "Second Start")


def test_a_place_says_all_that_helps_on_the_way_there() -> None:
    assert lines(PANTRY)["now"][2:] == (
        "Phone: 757-555-0100",
        "Hours not listed: call first",
        "Rice and a talk",
        "12 Pier Road",
        "Ask for: Pat",
        "Bring: A photo ID",
        "The way there: Line 4",
        "Last checked on November 3, 2026.",
    )
    assert "Tue 10-4" in lines(JOBS)["later"]
    assert "Not checked yet. A call first can save a trip." in lines(JOBS)["later"]


def asked(status: ReferralStatus) -> dict[str, tuple[str, ...]]:
    referral = Referral(id=an_id(9), resource_id=PANTRY.id, status=status)
    plan = a_plan().amended(resources=(PANTRY, JOBS), referrals=(referral,))
    return {part.id: part.lines for part in place_sections(occasion(plan))}


def test_what_did_not_work_out_is_left_off_and_what_is_still_open_says_so() -> None:
    assert "Harbor Pantry" in asked(ReferralStatus.WENT)["now"]
    assert list(asked(ReferralStatus.NO)) == ["later"]
    assert "On a waiting list" in asked(ReferralStatus.WAITING)["now"]


def test_no_way_yet_and_a_second_way_are_said() -> None:
    gone = PANTRY.amended(no_way=True, second_way="call Ana")
    assert "The way there: No way there yet · If that falls through: call Ana" in lines(gone)["now"]


def test_a_plan_without_a_place_says_so() -> None:
    assert lines() == {"none": ("Your plan has no place yet.",)}


def test_it_prints_with_odd_names_as_words() -> None:
    odd = Resource(id=an_id(3), name="<b>Çlub</b> #1 $x$ @ref", area=Area.RECOVERY)
    page = printed(notebook(services_and_meetings(occasion(a_plan().amended(resources=(odd,), referrals=())))), "pdf")

    assert "<b>Çlub</b> #1 $x$ @ref" in " ".join(words_of(page.data).split())
