"""The agency's day follows the computer's clock, says so, and asks where the two differ."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import reacton

from planner.caseload.agency import Agency
from planner.store import open_in_memory
from planner.words.language import Language
from tests.invented import NOW
from tests.widgets.home import Home
from widgets.caseload.caseload import Caseload
from widgets.caseload.context import StaffContext

if TYPE_CHECKING:
    from planner.caseload.agency import Agency as Settings

DENVER, CHICAGO = "America/Denver", "America/Chicago"
ASKS = "This computer’s clock is set to America/Chicago. Your day here follows America/Denver."


def _open(agency: Settings, computer: str, *, language: str = "en") -> Home:
    store = open_in_memory(now=lambda: NOW)
    store.keep_agency(agency)
    home = Home(store)
    staff = StaffContext(store, lambda: NOW, lambda: str(uuid4()), lambda *_: None, computer)
    page = Caseload(staff, agency, Language(language), date(2026, 11, 22), practice=False, lock=None)
    _, home.rc = reacton.render(page, handle_error=False)
    return home


def test_where_the_clocks_agree_nothing_is_asked_and_the_agency_page_says_which_it_is() -> None:
    home = _open(Agency(name="Harbor House", zone=DENVER), DENVER)
    assert "clock is set to" not in home.text()
    home.press("Your agency")
    assert "Your day follows this computer’s clock: America/Denver." in home.text()


def test_a_computer_that_moved_is_asked_about_and_followed_with_one_press() -> None:
    home = _open(Agency(name="Harbor House", zone=DENVER), CHICAGO)
    assert ASKS in home.text()

    home.press("Follow America/Chicago")

    assert home.store.agency().zone == CHICAGO
    assert "clock is set to" not in home.text()


def test_who_stays_with_the_agencys_own_clock_is_not_asked_again() -> None:
    home = _open(Agency(name="Harbor House", zone=DENVER), CHICAGO)
    home.press("Stay with America/Denver")
    assert "Follow America/Chicago" not in home.buttons()

    again = _open(home.store.agency(), CHICAGO)
    assert (again.store.agency().zone, "Follow America/Chicago" in again.buttons()) == (DENVER, False)
    assert "Follow America/New_York" in _open(home.store.agency(), "America/New_York").buttons()


def test_a_store_kept_in_utc_by_default_is_asked_about_in_denver() -> None:
    home = _open(Agency(name="Harbor House", zone="UTC"), DENVER)
    home.press("Follow America/Denver")
    assert home.store.agency().zone == DENVER


def test_where_nobody_knows_the_clock_it_is_asked_for_until_it_is_chosen() -> None:
    home = _open(Agency(name="Harbor House"), "")
    assert "Which city’s clock does your day follow?" in home.text()

    home.press("Choose the time zone")
    assert "Until you choose, each day changes at midnight UTC." in home.text()
    home.press("Mountain")
    home.press("Caseload")

    assert "Which city’s clock" not in home.text()


def test_a_new_agency_is_invited_once_to_set_itself_up() -> None:
    home = _open(Agency(zone=DENVER), DENVER)
    assert "Set up your agency" in home.buttons()
    assert "Choose the time zone" not in _open(Agency(), "").buttons()


def test_it_asks_in_spanish_too() -> None:
    t = Language("es")
    home = _open(Agency(name="Casa", zone=DENVER), CHICAGO, language="es")
    assert t("Follow {zone}", zone=CHICAGO) in home.buttons()
    assert t("Follow {zone}", zone=CHICAGO) != "Follow America/Chicago"
