"""The week as a calendar file for a phone (RFC 5545): appointments and what comes round, each under an id that stays.

Titles are neutral and nothing says where, unless that was ticked: a phone shows them on its locked screen, and a class
of "private" is enforced by nobody. Medicines and bills are not in it. The same input is the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from planner.model.instant import is_zone
from planner.week.event import EventKind
from planner.week.neutral import NEUTRAL
from planner.week.week import events_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Event as CalendarEvent

    from exports.documents.occasion import Occasion
    from planner.plan.plan import Plan
    from planner.skills.routine import Routine
    from planner.week.event import Event

_WEEKS_AHEAD = timedelta(weeks=12)
"""As long as something comes round in the file where no next meeting is set: then a new file is due anyway."""

_PRODUCT = "-//Recovery Planner//My week//EN"
_FROM = frozenset({"routines", "visits", "closing"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a calendar file tells beyond days and times; nothing where nobody ticked it."""

    titles: bool = False
    places: bool = False


NOTHING = Told()


def calendar_file(occasion: Occasion, told: Told = NOTHING) -> bytes:
    """Return the file. Times are those of the agency's zone; without a zone they are those of wherever the phone is."""
    from icalendar import Calendar

    last = _until(occasion.plan, occasion.today)
    calendar: Any = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for event, routine in _firsts(occasion.plan, occasion.today, last):
        calendar.add_component(_written(event, routine, occasion, told, last))
    if is_zone(occasion.agency.zone):
        calendar.add_missing_timezones(first_date=occasion.today, last_date=last + timedelta(days=366))
    return calendar.to_ical()


def _until(plan: Plan, today: date) -> date:
    """Return the last day of what comes round: the next meeting with the counselor, or twelve weeks ahead."""
    latest = date.fromordinal(min((today + _WEEKS_AHEAD).toordinal(), date.max.toordinal()))
    following = plan.closing.next_on.reading
    return following if following and today < following <= latest else latest


def _firsts(plan: Plan, today: date, last: date) -> Iterator[tuple[Event, Routine | None]]:
    """Yield each visit and meeting still to come, and the first time of everything that comes round, in their order."""
    far = max((visit.on.reading for visit in plan.visits if visit.on.reading), default=last)
    routines = {routine.id: routine for routine in plan.routines}
    seen: set[str] = set()
    for event in events_between(_in_calendar(plan), today, max(far, last), today):
        is_first = event.item not in seen and (event.section != "routines" or event.day <= last)
        if event.section in _FROM and event.kind is not EventKind.TRAVEL and is_first:
            seen.add(event.item)
            yield event, routines.get(event.item)


def _in_calendar(plan: Plan) -> Plan:
    """Return the plan without what stays out of the file, so that years of doses are not counted up for one visit."""
    return plan.amended(medications=(), bills=())


def _written(event: Event, routine: Routine | None, occasion: Occasion, told: Told, last: date) -> CalendarEvent:
    from icalendar import Event as CalendarEvent

    t, zone = occasion.language, occasion.agency.zone
    written: Any = CalendarEvent()
    written.add("uid", f"{event.item or occasion.plan.id}@recovery-planner")
    written.add("dtstamp", datetime.combine(occasion.today, time(), UTC))
    written.add("summary", (told.titles and event.title.strip()) or t(NEUTRAL[event.kind]))
    written.add("class", "PRIVATE")
    for name, at in _hours(event, zone):
        written.add(name, at)
    if routine is not None:
        written.add("rrule", _rule(routine, event, zone, last))
    if told.places and (event.place or event.way):
        written.add("location", ", ".join(filter(None, (event.place, event.way))))
    return written


def _hours(event: Event, zone: str) -> Iterator[tuple[str, date]]:
    """Yield from when until when; what has no hour takes the whole day and keeps nobody busy."""
    if event.starts is None:
        yield "dtstart", event.day
        return
    yield "dtstart", _at(event.day, event.starts, zone)
    if event.ends is not None:
        is_next_day = event.ends <= event.starts
        yield "dtend", _at(event.day + timedelta(days=is_next_day), event.ends, zone)


def _at(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone) if is_zone(zone) else None)


def _rule(routine: Routine, event: Event, zone: str, last: date) -> dict[str, Any]:
    """Return the rule by which it comes round; it ends with the last day, told in UTC where there is a zone."""
    from icalendar import vRecur

    found = routine.recurrence
    if found is None:
        return {}
    written = str(found.rule(event.day, routine.weekdays)).partition("RRULE:")[2]
    end = _at(last, time(23, 59, 59), zone)
    until = last if event.starts is None else end.astimezone(UTC) if end.tzinfo else end
    return {**vRecur.from_ical(written), "UNTIL": until}
