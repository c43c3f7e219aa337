"""Meetings: Meeting Guide JSON and CSV with the dialects that are met, and what a BMLT server answers.

One entry a meeting and day. What is private is left out (`meeting_privacy`); a meeting is known by its feed's slug.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import available_timezones

from planner.directory.areas import stance_of
from planner.directory.feeds.meeting_privacy import name_without_private, without_private
from planner.directory.feeds.opening_times import day_of, time_of, weekday_from_sunday
from planner.directory.feeds.plain_text import line, phone_number, plain_text, web_address
from planner.directory.feeds.report import LeftOut, LeftOutReason
from planner.directory.service import Cost, OpenHours, Service, ServiceKind, Stance, service_id
from planner.library.meeting_types import SPOKEN, code_of
from planner.model.daily_life import Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Record = dict[str, Any]

_HOUR = timedelta(hours=1)
"""How long a meeting takes whose end is not listed, as the specification says."""

_CSV_NAMES = {
    "end time": "end_time",
    "sub region": "sub_region",
    "location notes": "location_notes",
    "conference url": "conference_url",
    "conference phone": "conference_phone",
    "website": "url",
    "address": "formatted_address",
}
_BMLT_NAMES = {
    "meeting_name": "name",
    "id_bigint": "slug",
    "start_time": "time",
    "location_text": "location",
    "location_street": "address",
    "location_municipality": "city",
    "location_province": "state",
    "location_postal_code_1": "postal_code",
    "location_info": "location_notes",
    "comments": "notes",
    "virtual_meeting_link": "conference_url",
    "phone_meeting_number": "conference_phone",
    "time_zone": "timezone",
}
_BMLT_VENUES = {"1": "in_person", "2": "online", "3": "hybrid"}
_CERTAIN_WEEKS = re.compile(
    r"\b(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last|every other|alternate|bi-?weekly|monthly"
    r"|primer|segundo|tercer|cuarto|[uú]ltimo|cada dos)\b",
    re.IGNORECASE,
)


def meetings(found: Iterable[Any], feed: str, today: date) -> Iterator[Service | LeftOut]:
    """Yield an entry for each meeting of a feed, or why it was left out."""
    for row, one in enumerate(found, 1):
        record = _record(one)
        if record is None:
            yield LeftOut(row, LeftOutReason.NOT_A_ROW)
        else:
            yield _meeting(record, row, feed, today)


def _record(found: Any) -> Record | None:
    """Return a record with the names of the specification, whatever it was wrapped in."""
    if not isinstance(found, dict):
        return None
    record = cast("Record", found)
    inner = record.get("fields")
    if isinstance(inner, dict):
        record = {"slug": record.get("id"), **cast("Record", inner)}
    if "weekday_tinyint" in record:
        return _from_bmlt(record)
    return {_CSV_NAMES.get(name, name): value for name, value in record.items()}


def _from_bmlt(record: Record) -> Record:
    """Name a record of a BMLT server as the specification does; its weekdays begin with Sunday as 1."""
    day = str(record.get("weekday_tinyint") or "")
    named = {_BMLT_NAMES[name]: value for name, value in record.items() if name in _BMLT_NAMES}
    ends = _after(time_of(named.get("time")), record.get("duration_time"))
    return {
        **named,
        "day": int(day) - 1 if day.isdecimal() and 1 <= int(day) <= 7 else day,  # noqa: PLR2004 (days of a week)
        "end_time": ends.isoformat("minutes") if ends else None,
        "types": record.get("formats"),
        "latitude": record.get("latitude"),
        "longitude": record.get("longitude"),
        "venue": _BMLT_VENUES.get(str(record.get("venue_type") or "")),
        "unpublished": str(record.get("published", "1")) == "0",
    }


def _after(begins: time | None, lasts: Any) -> time | None:
    found = re.match(r"(\d{1,2}):(\d{2})", str(lasts or ""))
    if begins is None or not found:
        return None
    return _plus(begins, timedelta(hours=int(found[1]), minutes=int(found[2])))


def _plus(begins: time, lasts: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 1), begins) + lasts).time()


def _meeting(record: Record, row: int, feed: str, today: date) -> Service | LeftOut:
    name = name_without_private(line(record.get("name") or record.get("meeting"), 120))
    if not name:
        return LeftOut(row, LeftOutReason.NO_NAME)
    if record.get("unpublished"):
        return LeftOut(row, LeftOutReason.NOT_ACTIVE)
    days, begins = _days(record.get("day")), time_of(record.get("time"))
    if (_has_words(record.get("day")) and not days) or (_has_words(record.get("time")) and begins is None):
        return LeftOut(row, LeftOutReason.BAD_DAY)
    place = _place(record)
    if not _can_be_reached(place):
        return LeftOut(row, LeftOutReason.NO_PLACE)
    return Service(**_told(record, feed, name), **place, **_when(record, days, begins), **_updated(record, today))


def _has_words(value: Any) -> bool:
    return value is not None and value != [] and bool(str(value).strip())


def _days(value: Any) -> tuple[int, ...]:
    """Return the weekdays of a field; one that can not be read makes the whole unread."""
    values = cast("list[Any]", value) if isinstance(value, list) else str(value).split(",")
    found = [weekday_from_sunday(one) for one in values]
    return tuple(sorted({day for day in found if day is not None})) if None not in found else ()


def _can_be_reached(place: dict[str, Any]) -> bool:
    return any(place[name] for name in ("address", "city", "url", "phone")) or place["latitude"] is not None


def _told(record: Record, feed: str, name: str) -> dict[str, Any]:
    """Return what a meeting is: its name, kinds, languages."""
    codes, others = _types(record.get("types"))
    fellowship = line(record.get("entity") or record.get("group"), 120)
    slug = line(record.get("slug"), 200) or f"{name}|{record.get('day')}|{record.get('time')}"
    notes = without_private(plain_text(record.get("notes"), 600))
    languages = tuple(dict.fromkeys(SPOKEN[code] for code in codes if code in SPOKEN))
    return {
        "id": service_id(feed, slug),
        "feed": feed,
        "feed_id": slug,
        "kind": ServiceKind.MEETING,
        "name": name,
        "organization": without_private(fellowship),
        "about": notes,
        "terms": ("meeting", *others),
        "areas": (Area.RECOVERY,),
        "types": codes,
        "languages": languages,
        "cost": Cost.FREE,
        "accessible": True if "X" in codes else None,
        "stance": Stance.SECULAR if "A" in codes else stance_of(name, others),
        "paused": "TC" in codes and not _online(record),
    }


def _types(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of a meeting's types, and the words for which there is none."""
    if isinstance(value, str):
        value = re.split(r"[,;|]", value.strip(" []\"'"))
    words = [line(one, 60).strip(" \"'") for one in cast("list[Any]", value)] if isinstance(value, list) else []
    codes = tuple(dict.fromkeys(code for word in words if (code := code_of(word))))
    return codes, tuple(dict.fromkeys(word for word in words if word and not code_of(word)))


def _online(record: Record) -> bool:
    venue = record.get("venue")
    named = venue in {"online", "hybrid"} or str(record.get("attendance_option") or "") in {"online", "hybrid"}
    return named or bool(web_address(record.get("conference_url")) or phone_number(record.get("conference_phone")))


def _place(record: Record) -> dict[str, Any]:
    """Return where a meeting is, and how it is reached."""
    latitude, longitude = coordinates(record.get("latitude"), record.get("longitude"))
    street = line(record.get("address") or record.get("formatted_address"), 160)
    notes = without_private(line(record.get("location_notes"), 160))
    room = without_private(line(record.get("location"), 120))
    codes, _ = _types(record.get("types"))
    online = _online(record)
    only_online = record.get("venue") == "online" or (online and ("TC" in codes or not street))
    return {
        "address": ", ".join(filter(None, (room, street, notes))),
        "city": line(record.get("city") or record.get("region"), 60),
        "state": re.sub(r"[^\w\s]", "", line(record.get("state"), 30)).strip(),
        "postal_code": line(record.get("postal_code"), 12),
        "latitude": latitude,
        "longitude": longitude,
        "url": web_address(record.get("conference_url")) or web_address(record.get("url")),
        "phone": phone_number(record.get("conference_phone")),
        "online": online,
        "in_person": not only_online,
    }


def _when(record: Record, days: tuple[int, ...], begins: time | None) -> dict[str, Any]:
    """Return when it meets. What the notes say of certain weeks stands beside the hours: no week alone is right."""
    if not days or begins is None:
        return {"by_appointment": True}
    ends = time_of(record.get("end_time")) or _plus(begins, _HOUR)
    notes = without_private(line(record.get("notes"), 160))
    return {
        "hours": tuple(OpenHours(day=day, opens=begins, closes=ends) for day in days),
        "hours_words": notes if _CERTAIN_WEEKS.search(notes) else "",
        "zone": _zone(record),
    }


def _zone(record: Record) -> str:
    zone = line(record.get("timezone"), 60)
    return zone if zone in _zones() else ""


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _updated(record: Record, today: date) -> dict[str, Any]:
    """Return the day it was last changed; a day that has not come yet says nothing."""
    day = day_of(record.get("updated"))
    return {"checked_on": day if day and day <= today else None}


def coordinates(latitude: Any, longitude: Any) -> tuple[float | None, float | None]:
    """Return a place on the earth; what is none, and the point where both are zero, is left open."""
    try:
        north, east = float(str(latitude).strip()), float(str(longitude).strip())
    except ValueError:
        return None, None
    if not (-90 <= north <= 90 and -180 <= east <= 180) or (north, east) == (0, 0):  # noqa: PLR2004 (degrees)
        return None, None
    return north, east
