"""The agency's settings are kept at every change."""

from __future__ import annotations

from planner.caseload.agency import Agency
from planner.caseload.person import SpokenLanguage
from tests.widgets.home import Home, at_home


def _settings(agency: Agency | None = None) -> Home:
    home = at_home(agency=agency or Agency())
    home.press("Your agency")
    return home


def test_a_time_zone_is_chosen_by_its_everyday_name() -> None:
    home = _settings()
    home.press("Mountain")

    assert home.store.agency().zone == "America/Denver"
    assert home.state("Mountain") == "true"


def test_a_zone_that_names_no_clock_is_kept_as_typed_with_a_suggestion() -> None:
    home = _settings()
    suggestion = "No clock is set by this name yet."
    assert suggestion not in home.text()

    home.write("Time zone", "Denver")

    assert home.store.agency().zone == "Denver"
    assert suggestion in home.text()


def test_the_steps_for_somebody_who_is_not_safe_are_kept_as_written() -> None:
    home = _settings()
    home.write("When somebody is not safe right now", "1. Stay\n2. Call <b>Pat</b>")
    home.write("Supervisor", "Pat")

    kept = home.store.agency()
    assert (kept.protocol, kept.supervisor) == ("1. Stay\n2. Call <b>Pat</b>", "Pat")


def test_minutes_until_the_lock_are_chosen_within_a_session_and_outside() -> None:
    home = _settings()
    home.press("15")
    home.press("60", nth=1)

    kept = home.store.agency()
    assert (kept.lock_after_minutes, kept.lock_in_session_minutes) == (15, 60)


def test_minutes_set_elsewhere_are_among_those_to_choose() -> None:
    home = _settings(Agency(lock_after_minutes=7))

    assert home.state("7") == "true"


def test_how_long_the_accounting_of_somebody_forgotten_stays_is_chosen() -> None:
    home = _settings()
    home.press("3")

    assert home.store.agency().keep_accounting_years == 3


def test_the_language_of_the_screen_and_part_2_are_kept() -> None:
    home = _settings()
    home.press("Spanish")
    home.press("42 CFR Part 2 applies here")

    kept = home.store.agency()
    assert (kept.language, kept.part2_applies) == (SpokenLanguage.SPANISH, False)


def test_setting_up_is_noted_once_for_each_visit_to_the_page() -> None:
    home = _settings()
    home.write("Agency", "Harbor")
    home.write("Agency", "Harbor House")

    assert [(event.kind, event.detail) for event in home.store.events()] == [("set up", "agency")]


def test_going_back_shows_the_caseload_with_the_new_settings() -> None:
    home = _settings()
    home.write("Agency", "Harbor House")
    home.press("Caseload")

    assert "Set up your agency" not in home.buttons()
