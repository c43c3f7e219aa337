"""Meeting lists in their dialects, and what is left out of them for the sake of those who come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest

from planner.directory.service import OpenHours, ServiceKind, Stance
from tests.planner.directory.small_feeds import MEETING, a_feed, entries, left_out, meeting, the_entry


def test_a_meeting_of_the_specification_is_read() -> None:
    found = meeting()

    assert (found.kind, found.name, found.city) == (ServiceKind.MEETING, "Harbor Nooners", "Norfolk")
    assert found.address == "Ferry House, 4 Quay Street"
    assert found.hours == (OpenHours(day=6, opens=time(12), closes=time(13, 15)),)
    assert (found.types, found.languages, found.accessible) == (("O", "X", "S"), ("es",), True)
    assert (found.zone, found.checked_on, found.in_person, found.online) == (
        *("America/New_York", date(2026, 10, 1), True, False),
    )


@dataclass(frozen=True)
class Dialect:
    """A way in which feeds write a meeting, and what is meant."""

    name: str
    changes: dict[str, Any]
    field: str
    meant: Any


YES, NO = True, False
DIALECTS = [
    Dialect("types in one string", {"types": "[open]"}, "types", ("O",)),
    Dialect("types by name", {"types": "Open,Spanish,Wheelchair Access"}, "types", ("O", "S", "X")),
    Dialect("a small code of an online meeting", {"types": ["C", "onl"]}, "types", ("C", "ONL")),
    Dialect("a type nobody knows stays words", {"types": ["O", "Coffee"]}, "terms", ("meeting", "Coffee")),
    Dialect("types missing", {"types": None}, "types", ()),
    Dialect("the day as text", {"day": "1"}, "hours", (OpenHours(day=0, opens=time(12), closes=time(13, 15)),)),
    Dialect("the day by name", {"day": "Wednesday"}, "hours", (OpenHours(day=2, opens=time(12), closes=time(13, 15)),)),
    Dialect("the day in Spanish", {"day": "sábado"}, "hours", (OpenHours(day=5, opens=time(12), closes=time(13, 15)),)),
    Dialect(
        "several days",
        {"day": [1, 3]},
        "hours",
        tuple(OpenHours(day=day, opens=time(12), closes=time(13, 15)) for day in (0, 2)),
    ),
    Dialect(
        "a time of twelve hours",
        {"time": "6:30 PM", "end_time": ""},
        "hours",
        (OpenHours(day=6, opens=time(18, 30), closes=time(19, 30)),),
    ),
    Dialect(
        "past midnight",
        {"time": "23:30", "end_time": None},
        "hours",
        (OpenHours(day=6, opens=time(23, 30), closes=time(0, 30)),),
    ),
    Dialect("by appointment", {"day": None, "time": ""}, "by_appointment", YES),
    Dialect("a day without a time", {"time": None}, "hours", ()),
    Dialect("a dot before the state", {"state": ".TX"}, "state", "TX"),
    Dialect("a slug that is a number", {"slug": 254}, "feed_id", "254"),
    Dialect("a zip that is a number", {"postal_code": 64113}, "postal_code", "64113"),
    Dialect("an unknown zone", {"timezone": "Norfolk time"}, "zone", ""),
    Dialect("coordinates in the sea at zero", {"latitude": 0, "longitude": 0}, "latitude", None),
    Dialect("coordinates that are none", {"latitude": 100, "longitude": 101}, "latitude", None),
    Dialect("a day to come", {"updated": "2031-01-01"}, "checked_on", None),
    Dialect("certain weeks stand beside", {"notes": "First Monday: cake"}, "hours_words", "First Monday: cake"),
    Dialect("secular", {"types": ["A"]}, "stance", Stance.SECULAR),
    Dialect("faith-based by its name", {"name": "Celebrate Recovery"}, "stance", Stance.FAITH),
    Dialect("a church that lends its room", {"location": "Grace Church"}, "stance", None),
    Dialect("closed for now", {"types": ["TC"]}, "paused", YES),
    Dialect("closed, and online instead", {"types": ["TC"], "conference_url": "https://zoom.us/j/1"}, "in_person", NO),
]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_a_dialect_is_read_as_it_is_meant(dialect: Dialect) -> None:
    assert getattr(meeting(**dialect.changes), dialect.field) == dialect.meant


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"day": "7"}, "unreadable day or time"),
        ({"day": "someday"}, "unreadable day or time"),
        ({"time": "25:10"}, "unreadable day or time"),
        ({"name": " "}, "no name"),
        ({"address": "", "city": "", "latitude": None, "location": ""}, "no place"),
    ],
)
def test_a_row_that_can_not_be_read_is_left_out_and_counted(changes: dict[str, Any], reason: str) -> None:
    assert left_out(a_feed("feed.json", [{**MEETING, **changes}, {**MEETING, "slug": "other"}])) == {reason: 1}


def test_a_meeting_that_stands_there_twice_is_taken_once() -> None:
    assert left_out(a_feed("feed.json", [MEETING, MEETING, 3])) == {"twice": 1, "not a row": 1}


WRAPPED = [
    ("plain", [MEETING]),
    ("records with fields", {"records": [{"id": "rec1", "fields": MEETING}]}),
    ("meetings beside formats", {"formats": [{"key": "O"}], "meetings": [MEETING]}),
    ("data", {"ok": True, "data": [MEETING]}),
]


@pytest.mark.parametrize(("name", "content"), WRAPPED, ids=[name for name, _ in WRAPPED])
def test_a_wrapper_around_the_list_is_taken_off(name: str, content: Any) -> None:
    assert the_entry(a_feed(f"{name}.json", content)) == meeting()


def test_a_bmlt_server_is_read_with_its_own_names_and_days() -> None:
    found = the_entry(
        a_feed(
            "bmlt.json",
            [
                {
                    "id_bigint": "88",
                    "weekday_tinyint": "2",
                    "venue_type": "3",
                    "start_time": "19:00:00",
                    "duration_time": "01:30:00",
                    "meeting_name": "Clear Path",
                    "formats": "O,WC",
                    "location_text": "Annex",
                    "location_street": "9 Hill Road",
                    "location_municipality": "Norfolk",
                    "location_province": "VA",
                    "latitude": "36.85",
                    "longitude": "-76.29",
                    "virtual_meeting_link": "https://zoom.us/j/5550001111?pwd=abc",
                    "published": "1",
                }
            ],
        )
    )

    assert found.hours == (OpenHours(day=0, opens=time(19), closes=time(20, 30)),)
    assert (found.name, found.city, found.online, found.in_person) == ("Clear Path", "Norfolk", True, True)


def test_the_sheet_of_the_plugin_is_read_as_meetings() -> None:
    sheet = (
        "Time,End Time,Day,Name,Location,Address,Region,Types,Venmo,Contact 1 Name,Contact 1 Phone,Slug\n"
        '6:00 PM,,Monday,After Work,Ferry House,"4 Quay Street, Norfolk, VA",Norfolk,"Open, Wheelchair Access",'
        "@pay,Joe Smith,757-555-0100,x\n"
    )
    found = the_entry(a_feed("sheet.csv", sheet))

    assert found.hours == (OpenHours(day=0, opens=time(18), closes=time(19)),)
    assert found.types == ("O", "X")
    assert not {"Joe", "Smith", "0100", "@pay"} & set(str(found.model_dump()).replace("'", " ").split())


PRIVATE = [
    "Zoom passcode: 445566",
    "Password is serenity",
    "Meeting ID 861 5550 1234",
    "Venmo @harbor-money",
    "7th tradition $HarborGroup",
    "Questions? Contact Joe Smith",
    "Call Mary at 757-555-0188",
    "joe.smith@example.org",
    "Contraseña: 9911",
    "Llama a José Ríos",
]


@pytest.mark.parametrize("said", PRIVATE)
@pytest.mark.parametrize("field", ["notes", "location_notes", "name", "location", "group"])
def test_codes_handles_contacts_and_last_names_are_left_out(said: str, field: str) -> None:
    kept = "Bring a chair"
    shown = str(meeting(**{field: f"{kept}. {said}. Park behind."}).model_dump())

    assert kept in shown
    assert said.rsplit(maxsplit=1)[-1].strip("@$") not in shown


def test_contacts_and_the_group_s_own_money_have_no_field_here() -> None:
    told = {
        "contact_1_name": "Joe Smith",
        "contact_1_phone": "757-555-0188",
        "contact_1_email": "joe@example.org",
        "venmo": "@harbor",
        "square": "$harbor",
        "paypal": "harborpay",
        "email": "group@example.org",
        "conference_url_notes": "Passcode 1234",
        "conference_phone": "+16465550100,,86155501234#,,,,*445566#",
        "conference_url": "https://user:pw@zoom.us/j/86155501234?pwd=c2VjcmV0",
    }
    shown = str(meeting(**told).model_dump())

    assert "+16465550100" in shown
    for private in (
        "Smith",
        "0188",
        "joe",
        "@harbor",
        "$harbor",
        "harborpay",
        "group@",
        "1234 ",
        "445566",
        "c2Vj",
        "user",
    ):
        assert private not in shown


def test_the_number_of_a_group_stays_in_its_name() -> None:
    assert meeting(name="Howard County Group #1").name == "Howard County Group #1"


def test_two_feeds_that_use_one_slug_do_not_share_an_entry() -> None:
    assert len({one.id for one in entries(a_feed("a.json", [MEETING, {**MEETING, "slug": "b"}]))}) == 2
