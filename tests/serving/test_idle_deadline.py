"""How long until the planner locks, by a clock that is turned by hand."""

from __future__ import annotations

import pytest

from tests.serving.test_parts import Clock
from widgets.serving.idle_deadline import MOST_WITHOUT_A_PAGE, IdleDeadline, seconds_awake_or_asleep

ONE, OTHER = "one page", "another page"


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands."""
    return Clock()


@pytest.fixture
def idle(clock: Clock) -> IdleDeadline:
    """Return the deadline of a store that was unlocked just now, at an agency that locks after five minutes."""
    deadline = IdleDeadline(clock=clock)
    deadline.begin(5)
    return deadline


def left(idle: IdleDeadline) -> float:
    """Return the minutes until it locks while some page is open."""
    return idle.minutes_left(is_any_page_open=True)


def test_the_time_runs_from_unlocking_and_from_every_hand(idle: IdleDeadline, clock: Clock) -> None:
    clock.now += 4 * 60
    assert left(idle) == 1
    idle.hand(ONE)
    assert left(idle) == 5
    clock.now += 5 * 60
    assert left(idle) == 0


def test_a_page_in_a_session_has_its_own_minutes_as_long_as_the_last_hand_was_there(idle: IdleDeadline) -> None:
    idle.allow(ONE, 30)
    assert left(idle) == 5
    idle.hand(ONE)
    assert left(idle) == 30
    idle.hand(OTHER)
    assert left(idle) == 5


def test_a_page_that_is_gone_takes_its_longer_minutes_along(idle: IdleDeadline, clock: Clock) -> None:
    idle.allow(ONE, 30)
    idle.hand(ONE)
    clock.now += 6 * 60

    idle.forget(ONE)

    assert left(idle) == -1


def test_without_a_page_it_locks_soon_however_long_the_agencys_minutes_are(idle: IdleDeadline) -> None:
    idle.begin(24 * 60)

    assert idle.minutes_left(is_any_page_open=False) == MOST_WITHOUT_A_PAGE
    assert left(idle) == 24 * 60


def test_unlocking_lets_go_of_what_held_before(idle: IdleDeadline, clock: Clock) -> None:
    idle.allow("", 30)
    clock.now += 3600

    idle.begin(7)

    assert left(idle) == 7


def test_a_minute_can_be_short(clock: Clock) -> None:
    idle = IdleDeadline(minute=2, clock=clock)
    idle.begin(1)
    clock.now += 2

    assert left(idle) == 0


def test_its_clock_goes_on() -> None:
    assert seconds_awake_or_asleep() <= seconds_awake_or_asleep()
