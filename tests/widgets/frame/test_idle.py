"""A page nobody touches warns quietly before the server locks; a page that only pings is not touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
import reacton
import reacton.ipywidgets

from planner.caseload.agency import Agency
from widgets.frame.idle import is_soon, minutes_alone, use_idle_warning

AGENCY = Agency(lock_after_minutes=10, lock_in_session_minutes=30)


def test_the_agency_says_how_long_a_page_stays_open() -> None:
    assert minutes_alone(AGENCY, in_session=False) == 10
    assert minutes_alone(AGENCY, in_session=True) == 30


@pytest.mark.parametrize(
    ("left", "minutes", "soon"), [(1.01, 10, False), (1, 10, True), (0.51, 1, False), (0.5, 1, True), (0, 30, True)]
)
def test_the_quiet_word_comes_a_minute_before_or_half_of_the_time(left: float, minutes: int, *, soon: bool) -> None:
    assert is_soon(left, minutes) is soon


@dataclass
class Page:
    """A page with a clock one can turn, and a server that counts hands on other pages too."""

    at: datetime = datetime(2026, 11, 22, 12, tzinfo=UTC)
    warns: bool = False
    elsewhere: float | None = None
    """Minutes left by the server's count; none where it does not answer."""
    told: list[int] = field(default_factory=list)
    heard: list[object] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def minutes_left(self, minutes: int) -> float | None:
        self.told.append(minutes)
        return self.elsewhere

    def ping(self, minutes: float, *, touched: bool) -> None:
        self.at += timedelta(minutes=minutes)
        self.heard[-1](touched)


def drawn(*, served: bool = True) -> Page:
    """Draw a page, and ping it once."""
    shown = Page()

    @reacton.component
    def idle() -> object:
        ask = shown.minutes_left if served else None
        shown.warns, heard = use_idle_warning(AGENCY, shown.now, ask, in_session=False)
        shown.heard.append(heard)
        return reacton.ipywidgets.HTML()

    reacton.render(idle(), handle_error=False)
    shown.ping(0, touched=False)
    return shown


def test_pings_alone_bring_the_quiet_word() -> None:
    page = drawn()
    page.ping(8.5, touched=False)
    early = page.warns
    page.ping(1, touched=False)

    assert (early, page.warns) == (False, True)


def test_a_touch_takes_the_warning_away() -> None:
    page = drawn()
    page.ping(9.5, touched=False)
    page.ping(0.1, touched=True)

    assert not page.warns


def test_a_hand_on_another_page_counts_too() -> None:
    page = drawn()
    page.elsewhere = 7.5

    page.ping(9.5, touched=False)

    assert not page.warns


def test_the_server_is_told_the_minutes_once_and_asked_again_only_near_the_end() -> None:
    page = drawn()
    page.ping(1, touched=False)
    page.ping(1, touched=False)
    assert page.told == [10]

    page.ping(7.5, touched=False)

    assert page.told == [10, 10]


def test_without_a_server_nothing_locks_and_nothing_warns() -> None:
    page = drawn(served=False)

    page.ping(60, touched=False)

    assert not page.warns
