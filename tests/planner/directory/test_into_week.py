"""A meeting of the directory as something that comes round."""

from __future__ import annotations

from datetime import UTC, datetime, time
from itertools import count

from planner.directory.into_week import as_routines, is_for_the_week
from planner.directory.service import OpenHours, Service, ServiceKind
from planner.skills.routine import Weekday
from planner.words.language import Language
from tests.invented import an_id

HOURS = (
    OpenHours(day=0, opens=time(18), closes=time(19)),
    OpenHours(day=2, opens=time(18), closes=time(19)),
    OpenHours(day=5, opens=time(9)),
)
MEETING = Service(id=an_id(1), feed="f", kind=ServiceKind.MEETING, name="Nooners", hours=HOURS)
CLOCK = ("America/Denver", datetime(2026, 11, 28, tzinfo=UTC))


def _routines(service: Service) -> list[tuple[tuple[Weekday, ...], time | None, str]]:
    ids = count(10)
    made = as_routines(service, an_id(2), lambda: an_id(next(ids)), Language("en"), CLOCK)
    assert {one.resource_id for one in made} == {an_id(2)}
    return [(one.days, one.starts.reading, one.starts.words) for one in made]


def test_each_hour_is_one_routine_with_all_its_days() -> None:
    evening, morning = _routines(MEETING)
    assert evening[:2] == ((Weekday.MON, Weekday.WED), time(18))
    assert morning[:2] == ((Weekday.SAT,), time(9))


def test_hours_of_another_zone_stay_words() -> None:
    (_, reading, words), _ = _routines(MEETING.amended(zone="America/New_York"))
    assert reading is None
    assert "America/New_York" in words
    assert _routines(MEETING.amended(zone="America/Denver"))[0][1] == time(18)


def test_only_a_meeting_with_days_goes_into_the_week() -> None:
    assert is_for_the_week(MEETING)
    assert not is_for_the_week(MEETING.amended(hours=()))
    assert not is_for_the_week(MEETING.amended(kind=ServiceKind.SERVICE))
