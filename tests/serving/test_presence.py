"""When a page counts as gone, by a clock that is turned by hand."""

from __future__ import annotations

import pytest

from tests.serving.test_parts import Clock
from widgets.serving.presence import Limits, Presence

LIMITS = Limits()


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands."""
    return Clock()


@pytest.fixture
def presence(clock: Clock) -> Presence:
    """Return a page that was begun just now."""
    return Presence(LIMITS, clock)


def gone_after(presence: Presence, clock: Clock, seconds: float) -> bool:
    """Tell whether a page is gone after some silence, and not a moment before."""
    clock.now += seconds - 0.001
    before = presence.is_gone
    clock.now += 0.001
    return presence.is_gone and not before


def test_a_page_that_never_asks_for_its_outputs_is_gone(presence: Presence, clock: Clock) -> None:
    assert gone_after(presence, clock, LIMITS.outputs_within)


def test_a_page_that_waits_for_its_outputs_is_there_however_long_they_take(presence: Presence, clock: Clock) -> None:
    with presence.asking():
        clock.now += 3600
        assert not presence.is_gone

    assert gone_after(presence, clock, LIMITS.line_within)


def test_a_page_with_a_line_is_there(presence: Presence, clock: Clock) -> None:
    presence.line_opened()
    clock.now += 24 * 3600

    assert not presence.is_gone


def test_a_page_whose_last_line_ended_has_a_moment_to_open_it_again(presence: Presence, clock: Clock) -> None:
    presence.line_opened()
    presence.line_opened()
    presence.line_closed()
    clock.now += 3600
    assert not presence.is_gone
    presence.line_closed()
    clock.now += LIMITS.line_back_within / 2
    presence.line_opened()
    clock.now += 3600
    assert not presence.is_gone
    presence.line_closed()

    assert gone_after(presence, clock, LIMITS.line_back_within)


def test_the_limits_are_those_that_are_written_down() -> None:
    assert (LIMITS.outputs_within, LIMITS.line_within) == (30, 60)
    assert LIMITS.line_back_within < 10
