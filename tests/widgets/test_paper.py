"""Paper is made while one watches, is offered as a link that carries its own bytes, and says so when it is not made."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

import widgets.paper
from exports.press import PressTooSlowError
from planner.goal import Goal
from planner.person import SpokenLanguage
from tests.widgets.seat import Seat, numbered, sit_down, until
from widgets.paper import ONE_PAGE, Paper

GOAL = Goal(id=numbered(11), own_words="Walk <b>#to</b> the water")


def _paper(**parts: Any) -> Seat:
    seat = sit_down(goals=(GOAL,), **parts)
    seat.lay(Paper)
    return seat


def _made(seat: Seat, name: str) -> bytes:
    async def play() -> None:
        seat.press(name)
        assert f"Making “{name}”" in seat.text()
        assert [one.tag for one in seat.elements("progress")] == ["progress"]
        await until(lambda: seat.elements("a"))

    asyncio.run(play())
    return b64decode(seat.elements("a")[0].attributes["href"].partition(",")[2])


def test_my_plan_is_offered_with_the_persons_words_as_they_are() -> None:
    seat = _paper()
    page = _made(seat, "My plan (PDF)")

    assert "Walk <b>#to</b> the water" in PdfReader(BytesIO(page)).pages[0].extract_text()
    link = seat.elements("a")[0].attributes
    assert link["href"].startswith("data:application/pdf;base64,")
    assert link["download"] == "My plan 2026-11-22.pdf"
    assert link["data-focus"]


def test_the_session_summary_as_a_web_page_is_offered_too() -> None:
    seat = _paper()
    page = _made(seat, "Session summary (web page)")

    assert b"Walk &lt;b&gt;#to&lt;/b&gt; the water" in page
    assert seat.elements("a")[0].attributes["href"].startswith("data:text/html;base64,")


def test_what_was_made_is_noted_for_the_record() -> None:
    seat = _paper()
    _made(seat, "My plan (PDF)")

    (event, *_) = seat.desk.store.events(seat.desk.person.id)
    assert (event.kind, event.detail) == ("exported", "my-plan pdf")


def test_the_persons_page_is_in_the_language_of_their_papers() -> None:
    seat = _paper()
    seat.desk.person = seat.desk.person.amended(language=SpokenLanguage.SPANISH)

    reader = PdfReader(BytesIO(_made(seat, "My plan (PDF)")))

    assert str(reader.trailer["/Root"]["/Lang"]).startswith("es")


def test_a_page_that_takes_too_long_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_slow(*_: object, **__: object) -> None:
        raise PressTooSlowError(20)

    monkeypatch.setattr(widgets.paper, "offer_async", too_slow)
    seat = _paper()

    async def play() -> None:
        seat.press("My plan (PDF)")
        await until(lambda: "Making" not in seat.text())

    asyncio.run(play())
    assert "The page was not ready after 20 seconds" in seat.text()
    assert "My plan (PDF)" in seat.buttons()


def test_anything_else_that_stops_it_gets_a_number_and_the_log_no_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ValueError(GOAL.own_words)

    monkeypatch.setattr(widgets.paper, "offer_async", broken)
    seat = _paper()

    async def play() -> None:
        seat.press("My plan (PDF)")
        await until(lambda: "Making" not in seat.text())

    asyncio.run(play())
    number = caplog.records[-1].getMessage().split()[1].rstrip(":")
    assert f"(number {number})" in seat.text()
    assert "ValueError" in caplog.text
    assert "water" not in caplog.text


def test_a_page_asked_for_while_another_is_made_takes_its_place() -> None:
    seat = _paper()

    async def play() -> None:
        seat.press("My plan (PDF)")
        seat.press("Session summary (PDF)")
        await until(lambda: seat.elements("a"))
        await asyncio.sleep(0.1)

    asyncio.run(play())
    assert [one.attributes["download"] for one in seat.elements("a")] == ["Session summary 2026-11-22.pdf"]


def test_leaving_while_a_page_is_made_stops_the_waiting() -> None:
    async def play() -> int:
        seat = _paper()
        seat.press("My plan (PDF)")
        seat.rc.close()
        await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    assert asyncio.run(play()) == 1


@pytest.mark.parametrize("papers", [ONE_PAGE])
def test_the_first_path_offers_one_page_only(papers: Any) -> None:
    seat = sit_down()
    seat.lay(lambda plan: Paper(plan, papers))

    assert seat.buttons() == ["My plan (PDF)"]
