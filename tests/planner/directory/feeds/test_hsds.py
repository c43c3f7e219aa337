"""HSDS of every version, as a folder of tables and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest

from planner.directory.feeds.feed import opened_feed
from planner.directory.feeds.feed_files import InMemory
from planner.directory.feeds.report import LeftOut
from planner.directory.service import Cost, OpenHours, Service
from planner.model.daily_life import Area
from tests.planner.directory.small_feeds import HSDS_3, HSDS_TABLES, TODAY, a_feed, left_out, the_entry


def tables(**changes: str) -> list[Service | LeftOut]:
    """Read the invented folder, some of its files changed or renamed."""
    files = {**HSDS_TABLES, **{name.replace("__", "."): text for name, text in changes.items()}}
    in_bytes = {name: text.encode() for name, text in files.items() if text}
    return list(opened_feed(InMemory("folder", in_bytes), "invented", TODAY).found)


def test_a_folder_of_tables_becomes_an_entry_for_each_place_of_a_service() -> None:
    here, annex, *rest = tables()

    assert isinstance(here, Service)
    assert (here.name, here.organization, here.address, here.city, here.state) == (
        *("Harbor Pantry", "Harbor Aid", "12 Pier Road", "Norfolk", "VA"),
    )
    assert here.hours == (
        OpenHours(day=0, opens=time(9), closes=time(17)),
        OpenHours(day=2, opens=time(9), closes=time(12)),
    )
    assert (here.languages, here.accessible, here.cost) == (("en", "es"), True, Cost.FREE)
    assert (here.phone, here.latitude, here.areas, here.how_to_start) == (
        *("(757) 555-0110 x12", 36.85, (Area.FOOD,), "Walk in"),
    )
    assert isinstance(annex, Service)
    assert (annex.address, annex.latitude, annex.accessible) == ("9 Hill Road", None, None)
    assert here.id != annex.id
    assert [one.reason.value for one in rest if isinstance(one, LeftOut)] == ["not active"]


def test_a_service_without_a_name_is_called_by_its_organization() -> None:
    assert [one.name for one in tables() if isinstance(one, Service)][-1] == "Harbor Aid"


def test_markup_and_marks_of_the_feed_do_not_reach_a_description() -> None:
    (first, *_) = tables()

    assert isinstance(first, Service)
    assert first.about == "Groceries, no questions\nasked."


def test_the_file_names_of_the_first_version_are_known() -> None:
    renamed = {
        "services_at_location.csv": "service_at_location.csv",
        "physical_addresses.csv": "physical_address.csv",
        "regular_schedules.csv": "regular_schedule.csv",
        "phones.csv": "phone.csv",
        "services.csv": "service.csv",
    }
    files = {renamed.get(name, name): text.encode() for name, text in HSDS_TABLES.items()}

    assert list(opened_feed(InMemory("folder", files), "invented", TODAY).found) == tables()


def test_a_service_of_the_first_version_names_its_place_itself() -> None:
    services = "id,organization_id,location_id,name\ns1,o1,l2,Harbor Pantry\n"
    (found,) = tables(services__csv=services, services_at_location__csv="")

    assert isinstance(found, Service)
    assert found.address == "9 Hill Road"


def test_a_package_description_beside_the_tables_changes_nothing() -> None:
    files = {name: text.encode() for name, text in HSDS_TABLES.items()} | {"datapackage.json": b'{"name": "x"}'}

    assert list(opened_feed(InMemory("folder", files), "invented", TODAY).found) == tables()


def test_a_service_of_version_3_is_read_with_all_that_belongs_to_it() -> None:
    found = the_entry(a_feed("service.json", HSDS_3))

    assert (found.name, found.organization, found.url) == (
        *("Second Start Jobs", "Second Start", "https://secondstart.example.org"),
    )
    assert (found.phone, found.address, found.bring) == ("757-555-0122 x7", "80 Mill Lane", "A photo ID")
    assert found.hours == tuple(OpenHours(day=day, opens=time(10), closes=time(16)) for day in (1, 3))
    assert (found.cost, found.eligibility, found.checked_on) == (Cost.FREE, "18+", date(2026, 9, 2))
    assert found.accessible is None
    assert found.areas == (Area.WORK,)


@dataclass(frozen=True)
class Shape:
    """One way in which the same service of version 3 is handed over."""

    name: str
    content: Any


def _at_place() -> dict[str, Any]:
    service = {name: value for name, value in HSDS_3.items() if name != "service_at_locations"}
    return {**HSDS_3["service_at_locations"][0], "service": service}


SHAPES = [
    Shape("a list", [HSDS_3]),
    Shape("a page of an API", {"total_items": 1, "page_number": 1, "contents": [HSDS_3]}),
    Shape("an organization", {**HSDS_3["organization"], "services": [HSDS_3]}),
    Shape("a list of organizations", [{**HSDS_3["organization"], "services": [HSDS_3]}]),
    Shape("a service at a place", _at_place()),
    Shape("a wrapper named after it", {"services": [HSDS_3]}),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_shape_of_version_3_is_the_same_service(shape: Shape) -> None:
    assert the_entry(a_feed("feed.json", shape.content)) == the_entry(a_feed("feed.json", HSDS_3))


def test_tables_in_one_json_object_are_read_in_any_order() -> None:
    content = {
        "services.csv": [{"id": "s", "organization_id": "o", "name": "Harbor Meals"}],
        "organizations.csv": [{"id": "o", "name": "Harbor Aid", "website": None}],
    }

    assert the_entry(a_feed("tabular.json", content)).organization == "Harbor Aid"


@dataclass(frozen=True)
class Hours:
    """A schedule, and what of it a week can hold."""

    name: str
    schedule: dict[str, Any]
    days: tuple[int, ...]
    words: str = ""


HOURS = [
    Hours("two days", {"freq": "WEEKLY", "byday": "MO,FR", "opens_at": "09:00", "closes_at": "17:00"}, (0, 4)),
    Hours("every day", {"freq": "DAILY", "opens_at": "09:00", "closes_at": "17:00"}, tuple(range(7))),
    Hours("the day it began", {"freq": "WEEKLY", "dtstart": "2026-11-28", "opens_at": "09:00"}, (5,)),
    Hours(
        "the first Monday",
        {"freq": "MONTHLY", "byday": "1MO", "opens_at": "9:00", "description": "1st Mon"},
        (),
        "1st Mon",
    ),
    Hours(
        "every other week",
        {"freq": "WEEKLY", "interval": 2, "byday": "MO", "opens_at": "9:00", "notes": "Odd weeks"},
        (),
        "Odd weeks",
    ),
    Hours("over by now", {"freq": "WEEKLY", "byday": "MO", "opens_at": "9:00", "valid_to": "2026-11-27"}, ()),
    Hours("until today", {"freq": "WEEKLY", "byday": "MO", "opens_at": "9:00", "valid_to": "2026-11-28"}, (0,)),
    Hours("no time", {"freq": "WEEKLY", "byday": "MO", "description": "Ask us"}, (), "Ask us"),
    Hours("a day nobody knows", {"freq": "WEEKLY", "byday": "MO,XX", "opens_at": "9:00"}, ()),
]


@pytest.mark.parametrize("hours", HOURS, ids=lambda hours: hours.name)
def test_only_what_holds_every_week_becomes_hours(hours: Hours) -> None:
    found = the_entry(a_feed("feed.json", {**HSDS_3, "service_at_locations": [], "schedules": [hours.schedule]}))

    assert tuple(one.day for one in found.hours) == hours.days
    assert found.hours_words == hours.words


def test_what_a_feed_calls_closed_for_now_stays_and_says_so() -> None:
    assert the_entry(a_feed("feed.json", {**HSDS_3, "status": "temporarily closed"})).paused
    assert left_out(a_feed("feed.json", [{**HSDS_3, "status": "defunct"}, 7])) == {"not active": 1, "not a row": 1}
