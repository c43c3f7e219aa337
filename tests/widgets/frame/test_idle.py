"""A page nobody touches warns quietly and then locks; a page that only pings is not touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
import reacton
import reacton.ipywidgets

from planner.caseload.agency import Agency
from widgets.frame.idle import Wakefulness, use_idle_lock, wakefulness

AGENCY = Agency(lock_after_minutes=10, lock_in_session_minutes=30)


@pytest.mark.parametrize(
    ("minutes", "in_session", "state"),
    [
        (0, False, Wakefulness.AWAKE),
        (8.9, False, Wakefulness.AWAKE),
        (9, False, Wakefulness.SOON),
        (10, False, Wakefulness.LOCK),
        (10, True, Wakefulness.AWAKE),
        (29, True, Wakefulness.SOON),
        (30, True, Wakefulness.LOCK),
    ],
)
def test_the_agency_says_how_long_a_page_stays_open(minutes: float, *, in_session: bool, state: Wakefulness) -> None:
    assert wakefulness(timedelta(minutes=minutes), AGENCY, in_session=in_session) is state


def test_a_lock_after_one_minute_still_warns_first() -> None:
    agency = Agency(lock_after_minutes=1)

    assert wakefulness(timedelta(seconds=20), agency, in_session=False) is Wakefulness.AWAKE
    assert wakefulness(timedelta(seconds=40), agency, in_session=False) is Wakefulness.SOON


@dataclass
class Page:
    """A page with a clock one can turn."""

    at: datetime = datetime(2026, 11, 22, 12, tzinfo=UTC)
    locked: int = 0
    warns: bool = False
    heard: list[object] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def lock(self) -> None:
        self.locked += 1

    def ping(self, minutes: float, *, touched: bool) -> None:
        self.at += timedelta(minutes=minutes)
        self.heard[-1](touched)


@pytest.fixture
def page() -> Page:
    shown = Page()

    @reacton.component
    def idle() -> object:
        shown.warns, heard = use_idle_lock(AGENCY, shown.now, shown.lock, in_session=False)
        shown.heard.append(heard)
        return reacton.ipywidgets.HTML()

    reacton.render(idle(), handle_error=False)
    return shown


def test_pings_alone_warn_and_then_lock(page: Page) -> None:
    page.ping(9.5, touched=False)
    warned, locked_early = page.warns, page.locked
    page.ping(1, touched=False)

    assert (warned, locked_early, page.locked) == (True, 0, 1)


def test_a_touch_takes_the_warning_away(page: Page) -> None:
    page.ping(9.5, touched=False)
    page.ping(0.1, touched=True)
    page.ping(5, touched=False)

    assert (page.warns, page.locked) == (False, 0)
