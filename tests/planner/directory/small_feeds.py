"""Invented feeds in every dialect, as the bytes of their files."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from planner.directory.feeds.feed import Feed, opened_feed
from planner.directory.feeds.feed_files import InMemory
from planner.directory.feeds.report import LeftOut, Tally
from planner.directory.service import Service

TODAY = date(2026, 11, 28)

MEETING: dict[str, Any] = {
    "slug": "harbor-nooners",
    "name": "Harbor Nooners",
    "day": 0,
    "time": "12:00",
    "end_time": "13:15",
    "timezone": "America/New_York",
    "types": ["O", "X", "S"],
    "location": "Ferry House",
    "address": "4 Quay Street",
    "city": "Norfolk",
    "state": "VA",
    "latitude": 36.85,
    "longitude": -76.29,
    "updated": "2026-10-01 08:00:00",
}


def a_feed(name: str, content: Any, mapping: dict[str, str] | None = None) -> Feed:
    """Open a feed of one file."""
    data = (
        content if isinstance(content, bytes) else str(content).encode() if isinstance(content, str) else _json(content)
    )
    return opened_feed(InMemory("feed", {name: data}), "invented", TODAY, mapping)


def _json(content: Any) -> bytes:
    return json.dumps(content).encode()


def entries(feed: Feed) -> list[Service]:
    """Read the entries of a feed that leaves nothing out."""
    found = list(feed.found)
    assert not [one for one in found if isinstance(one, LeftOut)], found
    return [one for one in found if isinstance(one, Service)]


def the_entry(feed: Feed) -> Service:
    """Read the one entry of a feed."""
    (found,) = entries(feed)
    return found


def left_out(feed: Feed) -> dict[str, int]:
    """Return what is left out, by its reason."""
    tally = Tally()
    list(tally.kept(feed.found))
    return dict(tally.left_out)


def meeting(**changes: Any) -> Service:
    """Read one meeting in a plain list."""
    return the_entry(a_feed("feed.json", [{**MEETING, **changes}]))


HSDS_TABLES: dict[str, str] = {
    "organizations.csv": "id,name,url\no1,Harbor Aid,harbor.example.org\n",
    "services.csv": (
        "id,organization_id,name,description,status,application_process,fees,eligibility\n"
        's1,o1,Harbor Pantry,"Groceries, <b>no questions</b>\\nasked. ###MON###",active,Walk in,Free,\n'
        "s2,o1,Old Pantry,,inactive,,,\n"
        "s3,o1,,,active,,,\n"
    ),
    "locations.csv": "id,organization_id,name,latitude,longitude\nl1,o1,Harbor House,36.85,-76.29\nl2,o1,Annex,,\n",
    "services_at_location.csv": "id,service_id,location_id\na1,s1,l1\na2,s1,l2\na3,s2,l1\n",
    "physical_addresses.csv": (
        "id,location_id,address_1,city,state_province,postal_code,country\n"
        "1,l1,12 Pier Road,Norfolk,VA ,23510,US\n2,l2,9 Hill Road,Norfolk,VA,23504,US\n"
    ),
    "phones.csv": (
        "id,location_id,service_id,organization_id,contact_id,number,extension,type\n"
        "1,,s1,,,(757) 555-0110,12,voice\n2,,s1,,c1,757-555-0199,,voice\n"
    ),
    "regular_schedules.csv": (
        "id,service_id,location_id,service_at_location_id,weekday,opens_at,closes_at,original_text\n"
        '1,s1,,,Monday,9:00am,5:00pm,"9-5 Mon"\n2,s1,,,Wednesday,9:00am,12:00pm,\n'
    ),
    "languages.csv": "id,service_id,location_id,language\n1,s1,,English\n2,s1,,Spanish\n",
    "accessibility_for_disabilities.csv": "id,location_id,accessibility,details\n1,l1,Wheelchair ramp,\n",
    "services_taxonomy.csv": "id,service_id,taxonomy_id\n1,s1,t1\n",
    "taxonomy.csv": "id,name\nt1,Food Pantries\n",
}
"""A folder of version 2; its file names are those of version 2, and version 1 differs in them only."""

HSDS_3: dict[str, Any] = {
    "id": "0b1f7a5e-55f5-4b7c-bb0c-0a0b5f6d9a01",
    "name": "Second Start Jobs",
    "description": "Help to find work.",
    "status": "active",
    "fees_description": "No cost to you",
    "minimum_age": 18,
    "last_modified": "2026-09-02T10:30:45.123Z",
    "organization": {"id": "o", "name": "Second Start", "website": "https://secondstart.example.org/?ref=1"},
    "phones": [{"number": "757-555-0123", "type": "fax"}, {"number": "757-555-0122", "extension": 7}],
    "required_documents": [{"document": "A photo ID"}],
    "attributes": [{"taxonomy_term": {"name": "Job Search/Placement"}}],
    "service_at_locations": [
        {
            "location": {
                "id": "l",
                "location_type": "physical",
                "latitude": 36.9,
                "longitude": -76.2,
                "addresses": [
                    {"address_1": "PO Box 5", "city": "Norfolk", "address_type": "postal"},
                    {
                        "address_1": "80 Mill Lane",
                        "city": "Norfolk",
                        "state_province": "VA",
                        "address_type": "physical",
                    },
                ],
                "accessibility": [{"description": "Not accessible by wheelchair"}],
            },
            "schedules": [{"freq": "WEEKLY", "byday": "TU,TH", "opens_at": "10:00:00", "closes_at": "16:00"}],
        }
    ],
}
