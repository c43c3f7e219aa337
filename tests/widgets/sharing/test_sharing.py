"""A sheet leaves for a provider only under a consent in force, whatever happened while the page was open."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

import tests.widgets.seat
import widgets.sharing
from exports.press.press import PressError
from planner.consent import ConsentKind, Part, Signature, SignedHow
from planner.consent.signed import sign
from planner.health.medication import Medication
from planner.model.message import say
from planner.safety.warning_sign import Trigger
from planner.sharing.disclosure import GivenHow, how_given, was_given
from planner.words.language import Language
from planner.words.reading import DayWords
from tests.invented import NOW, TODAY, an_id
from tests.planner.store.keeping import raw_of
from tests.widgets.agreed import SHAH, WHOLE, agree, take_back
from tests.widgets.seat import Seat, sit_down, until
from widgets.sharing.sharing import Sharing

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.sharing.disclosure import Disclosure

BUPE = Medication(id=an_id(62), name="Buprenorphine")
PAYDAY = Trigger(id=an_id(63), own_words="Payday alone")
MAKE = "Make the sheet for Dr. Shah"


def _seat(**parts: Any) -> Seat:
    return sit_down(**({"providers": (SHAH,), "medications": (BUPE,), "triggers": (PAYDAY,)} | parts))


def _played(seat: Seat) -> None:
    async def play() -> None:
        seat.press(MAKE)
        await until(lambda: not seat.elements("progress"))

    asyncio.run(play())


def _noted(seat: Seat) -> list[str]:
    """Return what was noted beside that the person was added and the plan changed."""
    return [event.kind for event in seat.store.events() if event.kind not in {"added", "changed"}]


def _given(seat: Seat) -> list[tuple[str, str]]:
    return [(line.to_whom, line.what) for line in seat.store.agreements.disclosures(seat.editor.person.id)]


def test_without_a_consent_there_is_no_button() -> None:
    seat = _seat()
    seat.lay(Sharing)
    assert "Nothing may be shared with Dr. Shah yet." in seat.text()
    assert MAKE not in seat.buttons()


def test_the_sheet_holds_what_is_covered_and_is_noted_before_it_is_offered() -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    _played(seat)

    (link,) = seat.elements("a")
    pages = PdfReader(BytesIO(b64decode(link.attributes["href"].partition(",")[2]))).pages
    text = " ".join(page.extract_text() for page in pages)
    assert "Buprenorphine" in text
    assert "42 CFR" in text
    assert "Payday" not in text
    assert _given(seat) == [("Dr. Shah", "Care-team sheet")]
    assert "It stands in the accounting: Dr. Shah was given this sheet." in seat.text()


def test_the_open_accounting_shows_the_sheet_as_soon_as_it_is_made() -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    seat.press("What was given to others")
    assert "Nothing was given in this time." in seat.text()
    _played(seat)
    assert "It was not given: Care-team sheet, Dr. Shah, 5 Water Street, Nov 22, 2026" in seat.buttons()


def test_taken_back_in_another_window_nothing_leaves_and_one_sentence_says_why() -> None:
    seat = _seat()
    signed = agree(seat)
    seat.lay(Sharing)
    take_back(seat, signed)
    _played(seat)
    assert seat.elements("a") == []
    assert _given(seat) == []
    assert "This consent was taken back. Nothing more is shared under it." in seat.text()
    assert "Nothing may be shared with Dr. Shah yet." in seat.text()


def test_taken_back_while_the_sheet_is_made_it_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    seat = _seat()
    signed = agree(seat)
    seat.lay(Sharing)
    made = widgets.sharing.sharing.offer_async

    async def slowly(*of: Any, **given: Any) -> Any:
        sheet = await made(*of, **given)
        take_back(seat, signed)
        return sheet

    monkeypatch.setattr(widgets.sharing.sharing, "offer_async", slowly)
    _played(seat)
    assert seat.elements("a") == []
    assert _given(seat) == []


def test_over_at_midnight_while_the_page_is_open_nothing_leaves_and_the_button_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seat = _seat()
    agree(seat, ends_on=DayWords(words="today", reading=TODAY))
    seat.lay(Sharing)
    assert MAKE in seat.buttons()
    monkeypatch.setattr(tests.widgets.seat, "NOW", NOW + timedelta(days=1))
    _played(seat)
    assert seat.elements("a") == []
    assert _given(seat) == []
    assert "This consent has ended. Make a new one together to share." in seat.text()
    assert MAKE not in seat.buttons()


def test_a_sheet_made_after_midnight_bears_the_day_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    monkeypatch.setattr(tests.widgets.seat, "NOW", NOW + timedelta(days=1))
    _played(seat)
    (link,) = seat.elements("a")
    assert link.attributes["download"] == "Care-team sheet 2026-11-23.pdf"


def _read_only(seat: Seat) -> None:
    raw_of(seat.store).execute("PRAGMA query_only = ON")


def _closed(seat: Seat) -> None:
    seat.store.close()


@pytest.mark.parametrize("stop", [_read_only, _closed], ids=["nothing can be written", "locked meanwhile"])
def test_without_its_line_in_the_accounting_no_sheet_is_handed_out(
    monkeypatch: pytest.MonkeyPatch, stop: Callable[[Seat], None]
) -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    made, sheets = widgets.sharing.sharing.offer_async, list[Any]()

    async def stopped_meanwhile(*of: Any, **given: Any) -> Any:
        sheets.append(await made(*of, **given))
        stop(seat)
        return sheets[0]

    monkeypatch.setattr(widgets.sharing.sharing, "offer_async", stopped_meanwhile)
    _played(seat)
    assert sheets[0].data.startswith(b"%PDF")
    assert seat.elements("a") == []
    assert [one.children for one in seat.elements("p") if "rp-why-not" in one.class_] != []
    assert "It stands in the accounting" not in seat.text()
    if stop is _read_only:
        assert _given(seat) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": DayWords(words="yesterday", reading=TODAY.replace(day=21))},
        {"purpose": ""},
        {"kind": ConsentKind.COUNSELING_NOTES, "described": "The notes of May"},
    ],
    ids=["over", "still open", "for notes alone"],
)
def test_a_consent_that_permits_nothing_gives_no_button(changes: dict[str, Any]) -> None:
    seat = _seat()
    agree(seat, **changes)
    seat.lay(Sharing)
    assert MAKE not in seat.buttons()


def test_a_consent_signed_with_a_later_day_gives_no_button() -> None:
    seat = _seat()
    mark = Signature(how=SignedHow.TYPED, name="Dana Reyes", on=TODAY.replace(day=23), at=NOW)
    seat.store.agreements.sign(sign(WHOLE, seat.editor.person.id, mark, Language("en")))
    seat.lay(Sharing)
    assert MAKE not in seat.buttons()


def test_one_consent_for_all_care_opens_every_provider_of_the_plan() -> None:
    seat = _seat(providers=(SHAH, SHAH.amended(id=an_id(64), name="Ghent Pharmacy")))
    agree(seat, kind=ConsentKind.TPO, recipients=(), parts=(Part.MEDICATIONS,))
    seat.lay(Sharing)
    assert {MAKE, "Make the sheet for Ghent Pharmacy"} <= set(seat.buttons())
    assert "Nothing may be shared" not in seat.text()


def test_where_there_is_nobody_to_share_with_nothing_is_shown() -> None:
    seat = sit_down()
    seat.lay(Sharing)
    assert seat.text() == ""


def _lines(seat: Seat) -> list[Disclosure]:
    return [one for one in seat.store.agreements.disclosures(seat.editor.person.id) if not one.corrects]


def test_a_look_at_the_sheet_leaves_nothing_and_notes_nothing() -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)

    seat.press("Look at the sheet for Dr. Shah first")

    assert "Buprenorphine" in seat.text()
    assert "42 CFR" in seat.text()
    assert "Payday" not in seat.text()
    assert "Only a look: nothing has left, and nothing is noted." in seat.text()
    assert (seat.elements("a"), _given(seat)) == ([], [])
    assert _noted(seat) == []


def test_a_look_under_a_consent_taken_back_shows_nothing_and_says_why() -> None:
    seat = _seat()
    signed = agree(seat)
    seat.lay(Sharing)
    take_back(seat, signed)

    seat.press("Look at the sheet for Dr. Shah first")

    assert "Buprenorphine" not in seat.text()
    assert "This consent was taken back. Nothing more is shared under it." in seat.text()


def test_three_presses_are_one_line_with_two_further_copies() -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    for _ in range(3):
        _played(seat)

    assert len(_lines(seat)) == 1
    seat.press("What was given to others")
    assert "2 further copies on the same day" in seat.text()
    assert _noted(seat) == ["handed over"] * 3
    assert seat.store.verify() == ()


def test_a_sheet_that_tells_something_else_is_a_line_of_its_own() -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    _played(seat)
    seat.editor.put(("medications", BUPE.id, "how_taken"), "Under the tongue")
    _played(seat)
    assert len(_lines(seat)) == 2


def test_the_same_sheet_on_another_day_is_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    _played(seat)
    monkeypatch.setattr(tests.widgets.seat, "NOW", NOW + timedelta(days=1))
    _played(seat)
    assert len(_lines(seat)) == 2


def test_how_it_was_given_is_noted_beside_the_line() -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    _played(seat)

    seat.press("By fax")
    seat.press("What was given to others")

    assert seat.state("By fax") == "true"
    known = seat.store.agreements.disclosures(seat.editor.person.id)
    assert [how_given(line, known) for line in _lines(seat)] == [GivenHow.FAX]


def test_what_was_not_given_is_not_there_to_be_saved_and_the_next_copy_has_its_own_line() -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)
    _played(seat)
    assert len(seat.elements("a")) == 1

    seat.press("It was not given")

    known = seat.store.agreements.disclosures(seat.editor.person.id)
    assert [was_given(line, known) for line in _lines(seat)] == [False]
    assert seat.elements("a") == []
    assert "It stands in the accounting: Dr. Shah was given this sheet." not in seat.text()

    _played(seat)
    known = seat.store.agreements.disclosures(seat.editor.person.id)
    assert [was_given(line, known) for line in _lines(seat)] == [False, True]
    assert len(seat.elements("a")) == 1


def test_where_the_page_does_not_come_out_there_is_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    seat = _seat()
    agree(seat)
    seat.lay(Sharing)

    async def broken(*_of: Any, **_given: Any) -> Any:
        raise PressError(say("This page did not come out."))

    monkeypatch.setattr(widgets.sharing.sharing, "offer_async", broken)
    _played(seat)
    assert (seat.elements("a"), _given(seat), _noted(seat)) == ([], [], [])
