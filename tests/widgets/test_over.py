"""The two pages laid over the table: "not safe right now" for staff, and the lapse page for the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner.caseload.agency import Agency
from planner.library import crisis_page, lapse_page
from planner.resources.support import Support
from planner.safety.lapse import LapsePage
from planner.safety.warning_sign import Helps
from tests.invented import an_id
from tests.widgets.seat import Seat, sit_down
from widgets.safety.lapse_view import LapseView
from widgets.safety.not_safe import NotSafe

if TYPE_CHECKING:
    from collections.abc import Callable

AGENCY = Agency(
    crisis_line="1-800-555-0199", protocol="1. Stay\n2. Call <Pat>", supervisor="Pat", supervisor_phone="555-0150"
)
SUPPORTS = (
    Support(id=an_id(41), name="Carla", phone="555-0111", when_hard=True),
    Support(id=an_id(42), name="Luis", phone="555-0122", when_hard=True),
    Support(id=an_id(43), name="Boss", phone="555-0133"),
)
HELPS = (
    Helps(id=an_id(51), own_words="A walk to the water"),
    Helps(id=an_id(52), own_words="Music", first=True),
)
PAGE = LapsePage(
    to_myself="You got up before",
    first_hour="Walk out",
    safe_place="Carla's kitchen",
    call_first_id=SUPPORTS[1].id,
    my_reason="Mia",
    next_day="Eat breakfast",
    overdose_help="On the hook by the door",
)


def _seat(**parts: Any) -> Seat:
    return sit_down(agency=AGENCY, **parts)


def _not_safe(seat: Seat, close: Callable[[], None] = lambda: None) -> str:
    seat.lay(lambda plan: NotSafe(AGENCY, plan, close))
    return seat.text()


def _lapse(seat: Seat, close: Callable[[], None] = lambda: None) -> str:
    seat.lay(lambda plan: LapseView(plan, close, lambda: None))
    return seat.text()


def _before(text: str, *parts: str) -> bool:
    return all(part in text for part in parts) and sorted(parts, key=text.index) == list(parts)


def test_staff_read_every_step_of_the_guidance_with_their_own_crisis_line() -> None:
    text = _not_safe(_seat())
    page = crisis_page("en", line="1-800-555-0199")

    assert _before(text, page.opening, *(part.title for part in page.parts))
    assert "Call 1-800-555-0199 with the person" in text


def test_the_agencys_steps_stand_as_written_and_the_supervisor_can_be_called() -> None:
    seat = _seat()
    text = _not_safe(seat)

    assert "1. Stay\n2. Call <Pat>" in text
    assert _before(text, "911", "1-800-555-0199", "Pat", "555-0150")


def test_an_agency_without_steps_is_told_where_they_go() -> None:
    seat = sit_down()
    seat.lay(lambda plan: NotSafe(Agency(), plan, lambda: None))

    assert "Your agency has not written its steps down yet." in seat.text()


def test_what_the_person_said_helps_stands_beside_the_guidance() -> None:
    text = _not_safe(_seat(helps=HELPS, supports=SUPPORTS, lapse_page=PAGE))

    assert _before(text, "What this person said helps", "Music", "A walk to the water", "555-0122", "555-0111")
    assert "Boss" not in text
    assert "What this person said helps" not in _not_safe(_seat())


def test_the_lapse_page_leads_with_the_persons_own_words() -> None:
    text = _lapse(_seat(helps=HELPS, supports=SUPPORTS, lapse_page=PAGE))

    assert _before(text, "You got up before", "Mia", lapse_page("en", line="").opening, "Walk out", "Music")
    assert _before(text, "Carla's kitchen", "On the hook by the door", "555-0122", "555-0111", "Eat breakfast")
    assert "Boss" not in text


def test_an_empty_lapse_page_still_helps() -> None:
    text = _lapse(_seat())

    assert all(line in text for part in lapse_page("en", line="1-800-555-0199").parts for line in part.lines)


def test_the_lapse_page_holds_nothing_to_fill_in_and_keeps_help_in_reach() -> None:
    seat = _seat(lapse_page=PAGE)
    _lapse(seat)

    assert not [one for tag in ("input", "textarea") for one in seat.elements(tag)]
    assert sorted(seat.buttons()) == ["Close", "Not safe right now", "The page for a slip (PDF)"]


@pytest.mark.parametrize("lay", [_not_safe, _lapse])
def test_it_is_a_dialog_with_a_name_that_takes_the_focus_and_closes_by_escape(lay: Callable[..., str]) -> None:
    seat, closed = _seat(), []
    lay(seat, lambda: closed.append(True))

    (dialog,) = [one for one in seat.elements() if one.attributes.get("role") == "dialog"]
    (title,) = seat.elements("h2")
    assert dialog.attributes["aria-modal"] == "true"
    assert dialog.attributes["aria-labelledby"] == title.attributes["id"]
    assert title.attributes["data-focus"]
    close = next(one for one in seat.elements("button"))
    assert close.attributes["data-shortcut"] == "escape"
    seat.press("Close")
    assert closed == [True]
