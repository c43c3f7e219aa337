"""The hours of an HSDS service: weekdays of version 1 and 2, rules of version 3, words where no week holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from planner.directory.feeds.opening_times import day_of, time_of, weekday_named
from planner.directory.feeds.plain_text import line
from planner.directory.service import OpenHours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    Record = dict[str, Any]

_MOST_WORDS = 240


def hours_of(record: Record, at_place: Record, location: Record, today: date) -> Record:
    """Return the hours nearest to the place: of the service there, else of the service, else of the place."""
    for owner in (at_place, record, location):
        schedules = [schedule for schedule in _schedules(owner) if _is_valid(schedule, today)]
        if schedules:
            return _told(schedules)
    return {}


def _schedules(owner: Record) -> list[Record]:
    found = [owner.get(name) for name in ("schedules", "regular_schedules", "regular_schedule")]
    lists = [cast("list[Any]", one) for one in found if isinstance(one, list)]
    return [cast("Record", one) for each in lists for one in each if isinstance(one, dict)]


def _is_valid(schedule: Record, today: date) -> bool:
    ends = day_of(schedule.get("valid_to")) or day_of(schedule.get("until"))
    return ends is None or ends >= today


def _told(schedules: list[Record]) -> Record:
    hours = [hour for schedule in schedules for hour in _open_hours(schedule)]
    words = dict.fromkeys(said for one in schedules if (said := _words(one)))
    said = "; ".join(words)[:_MOST_WORDS]
    is_held = all(any(_open_hours(schedule)) for schedule in schedules)
    zone = next((zone for one in schedules if "/" in (zone := line(one.get("timezone"), 60))), "")
    ordered = sorted(hours, key=lambda one: (one.day, str(one.opens)))
    ordered = [one for place, one in enumerate(ordered) if one not in ordered[:place]]
    return {"hours": tuple(ordered), "hours_words": "" if is_held and hours else said, "zone": zone}


def _words(schedule: Record) -> str:
    return line(schedule.get("description") or schedule.get("original_text") or schedule.get("notes"), _MOST_WORDS)


def _open_hours(schedule: Record) -> Iterator[OpenHours]:
    """Yield the stretches of one schedule; a rule that does not hold every week has none."""
    opens, closes = time_of(schedule.get("opens_at")), time_of(schedule.get("closes_at"))
    frequency = line(schedule.get("freq"), 10).upper()
    interval = line(schedule.get("interval"), 6).removesuffix(".0")
    if frequency not in {"", "WEEKLY", "DAILY"} or interval not in {"", "0", "1"} or (opens is None and closes is None):
        return
    for day in _days(schedule, daily=frequency == "DAILY"):
        yield OpenHours(day=day, opens=opens, closes=closes)


def _days(schedule: Record, *, daily: bool) -> tuple[int, ...]:
    named = line(schedule.get("byday") or schedule.get("weekday"), 80)
    parts = [part for part in named.replace(";", ",").split(",") if part.strip()]
    days = [weekday_named(part) for part in parts]
    if not parts and daily:
        return tuple(range(7))
    if not parts and (start := day_of(schedule.get("dtstart"))):
        return (start.weekday(),)
    return tuple(dict.fromkeys(day for day in days if day is not None)) if None not in days else ()
