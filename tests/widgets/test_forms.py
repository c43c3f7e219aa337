"""A field whose words can mean one of two days or times: both are offered, and the words stay as typed."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from planner.health.condition import Condition
from planner.health.visit import Visit
from planner.words.reading import DayWords
from tests.invented import an_id
from tests.widgets.seat import Seat, sit_down
from widgets.forms import Fields, form

WHEN = form(Visit, ("on", "at"))
SINCE = form(Condition, "since")
VISIT = Visit(id=an_id(10))


def _seat(*, language: str = "en", shown: Any = WHEN, **parts: Any) -> Seat:
    seat = sit_down(language=language, **(parts or {"visits": (VISIT,)}))
    kind = next(iter(parts)) if parts else "visits"
    seat.lay(lambda plan: Fields(shown, getattr(plan, kind)[0], (kind, an_id(10))))
    return seat


def test_two_days_are_two_buttons_and_one_press_settles_which_is_meant() -> None:
    seat = _seat()
    seat.write("Day", "next Friday")
    assert seat.plan.visits[0].on.reading is None
    assert seat.buttons() == ["Fri, Nov 27", "Fri, Dec 4"]
    assert "Which one do you mean?" in seat.text()

    seat.press("Fri, Dec 4")
    assert seat.plan.visits[0].on.words == "next Friday"
    assert seat.plan.visits[0].on.reading == date(2026, 12, 4)
    assert (seat.state("Fri, Nov 27"), seat.state("Fri, Dec 4")) == ("false", "true")
    assert "Friday, December 4, 2026" in seat.text()

    seat.press("Fri, Dec 4")
    assert seat.plan.visits[0].on.reading is None


def test_morning_and_evening_are_two_buttons_in_both_languages() -> None:
    english, spanish = _seat(), _seat(language="es")
    english.write("Time", "half past 2")
    spanish.write("Hora", "a las 2 y media")

    assert english.buttons() == ["2:30 AM", "2:30 PM"]
    assert spanish.buttons() == ["2:30 a.m.", "2:30 p.m."]
    english.press("2:30 PM")
    assert english.plan.visits[0].at.reading == time(14, 30)


def test_the_buttons_are_a_group_the_keyboard_reaches_by_a_name_of_its_own() -> None:
    seat = _seat(language="es")
    seat.write("Día", "el próximo viernes")
    seat.write("Día", "3/4")

    group = next(one for one in seat.elements("div") if one.attributes.get("role") == "radiogroup")
    assert any(one.attributes.get("id") == group.attributes["aria-labelledby"] for one in seat.elements("span"))
    assert [one.attributes.get("role") for one in seat.elements("button")] == ["radio", "radio"]
    assert seat.buttons() == ["4 mar 2027", "3 abr 2027"]


def test_words_that_are_clear_or_say_no_day_offer_nothing() -> None:
    seat = _seat()
    for words in ("Friday", "whenever", "", "December 31 at 5"):
        seat.write("Day", words)
        assert seat.buttons() == []


def test_words_typed_anew_let_go_of_what_was_chosen_before() -> None:
    seat = _seat()
    seat.write("Day", "next Friday")
    seat.press("Fri, Dec 4")
    seat.write("Day", "next Friday if it rains")

    assert seat.plan.visits[0].on.reading is None
    assert seat.buttons() == []


def test_a_field_that_looks_back_offers_days_that_have_been() -> None:
    seat = _seat(shown=SINCE, conditions=(Condition(id=an_id(10)),))
    seat.write("Since", "Sunday")

    assert seat.buttons() == ["Sun, Nov 15", "Sun, Nov 22"]


def test_a_day_that_was_read_long_ago_is_not_asked_about_again() -> None:
    then = Visit(id=an_id(10), on=DayWords(words="November 15", reading=date(2026, 11, 15)))

    assert _seat(visits=(then,)).buttons() == []


def test_a_day_on_the_other_side_of_today_is_asked_about_and_taken_once_it_is_meant() -> None:
    seat = _seat(shown=SINCE, conditions=(Condition(id=an_id(10)),))
    seat.write("Since", "December 4, 2026")
    assert seat.plan.conditions[0].since.reading is None
    assert seat.buttons() == ["Fri, Dec 4"]

    seat.press("Fri, Dec 4")
    assert seat.plan.conditions[0].since.reading == date(2026, 12, 4)
