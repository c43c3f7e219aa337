"""Paper is made while one watches, is offered as a link that carries its own bytes, and says so when it is not made."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import widgets.paper
from exports.press.press import PressTooSlowError
from planner.caseload.person import SpokenLanguage
from planner.goals.goal import Goal
from tests.invented import an_id
from tests.widgets.seat import Seat, sit_down, until
from widgets.handshake import Arrival
from widgets.paper import making
from widgets.paper.paper import LAPSE, ONE_PAGE, PAPERS, SCHEDULE, LeftOff, Paper

GOAL = Goal(id=an_id(11), own_words="Walk <b>#to</b> the water")


ASKS = "Could someone find this paper who should not?"


def _paper(papers: Any = PAPERS, **parts: Any) -> Seat:
    """Sit down where the one question before printing is answered and the lapse page left off."""
    answered = {"paper_may_be_found": False, "left_off_paper": ("lapse-page",)}
    seat = sit_down(goals=(GOAL,), **answered | parts)
    seat.lay(lambda plan: Paper(plan, papers))
    return seat


def _saved(seat: Seat) -> list[str]:
    return [one.attributes["download"] for one in seat.elements("a")]


def _press_until(seat: Seat, names: tuple[str, ...], ready: int) -> None:
    async def play() -> None:
        for name in names:
            seat.press(name)
        await until(lambda: len(seat.elements("a")) >= ready)

    asyncio.run(play())


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


def test_on_a_served_page_no_address_holds_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "arrival", lambda: Arrival(Path("plans"), b""))
    seat = _paper()

    async def play() -> None:
        seat.press("My plan (PDF)")
        await until(lambda: seat.elements("a"))

    asyncio.run(play())
    link = seat.elements("a")[0].attributes

    assert b64decode(link["data-save"]).startswith(b"%PDF-")
    assert link["data-save-type"] == "application/pdf"
    assert "href" not in link


def test_what_was_made_is_noted_for_the_record() -> None:
    seat = _paper()
    _made(seat, "My plan (PDF)")

    (event, *_) = seat.store.events(seat.editor.person.id)
    assert (event.kind, event.detail) == ("printed", "my-plan pdf")


def test_the_persons_page_is_in_the_language_of_their_papers() -> None:
    seat = _paper()
    seat.editor.person = seat.editor.person.amended(language=SpokenLanguage.SPANISH)

    reader = PdfReader(BytesIO(_made(seat, "My plan (PDF)")))

    assert str(reader.trailer["/Root"]["/Lang"]).startswith("es")


def test_a_page_that_takes_too_long_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_slow(*_: object, **__: object) -> None:
        raise PressTooSlowError(20)

    monkeypatch.setattr(widgets.paper.paper, "offer_async", too_slow)
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

    monkeypatch.setattr(widgets.paper.paper, "offer_async", broken)
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
    seat = _paper(papers)

    assert seat.buttons() == ["My plan (PDF)"]


def test_before_the_first_paper_one_question_is_asked_and_its_answer_kept() -> None:
    seat = _paper(paper_may_be_found=None)
    seat.press("My plan (PDF)")
    assert ASKS in seat.text()
    assert not seat.elements("a")
    assert not seat.elements("progress")

    _press_until(seat, ("No",), 1)
    assert seat.plan.paper_may_be_found is False
    assert ASKS not in seat.text()
    assert _saved(seat) == ["My plan 2026-11-22.pdf"]
    _press_until(seat, ("My plan (web page)",), 1)
    assert ASKS not in seat.text()


def test_the_chart_is_made_without_that_question() -> None:
    seat = _paper(paper_may_be_found=None)
    _press_until(seat, ("Session summary (PDF)",), 1)
    assert ASKS not in seat.text()


def test_the_lapse_page_comes_along_as_a_sheet_of_its_own() -> None:
    seat = _paper(ONE_PAGE, left_off_paper=())
    _press_until(seat, ("My plan (PDF)",), 2)
    assert _saved(seat) == ["My plan 2026-11-22.pdf", "If it happens 2026-11-22.pdf"]
    details = {event.detail for event in seat.store.events(seat.editor.person.id) if event.kind == "printed"}
    assert details == {"my-plan pdf", "lapse-page pdf"}


@pytest.mark.parametrize("off", [{"left_off_paper": ("lapse-page",)}, {"paper_may_be_found": True}], ids=str)
def test_the_lapse_page_stays_away_where_it_is_left_off_or_could_be_found(off: dict[str, Any]) -> None:
    seat = _paper(ONE_PAGE, **({"left_off_paper": ()} | off))
    _press_until(seat, ("My plan (PDF)",), 1)
    assert _saved(seat) == ["My plan 2026-11-22.pdf"]
    assert "If it happens" not in seat.text()


@pytest.mark.parametrize(
    ("papers", "name"), [(SCHEDULE, "Print it for the wall (PDF)"), (LAPSE, "The page for a slip (PDF)")]
)
def test_a_paper_that_tells_all_is_made_only_when_it_is_wanted_all_the_same(papers: Any, name: str) -> None:
    seat = _paper(papers, paper_may_be_found=None)
    seat.press(name)
    seat.press("Yes")
    assert seat.plan.paper_may_be_found is True
    assert "You said that someone could find your paper." in seat.text()
    assert not seat.elements("a")
    _press_until(seat, ("Print it all the same",), 1)
    assert len(_saved(seat)) == 1


def test_where_the_paper_could_be_found_own_words_that_name_a_medicine_are_asked_about() -> None:
    goal = GOAL.amended(own_words="Take my Suboxone every day")
    asks = "Your own words name a medicine here: What I will do."

    def seated(**parts: Any) -> str:
        seat = sit_down(**({"goals": (goal,), "paper_may_be_found": True} | parts))
        seat.lay(LeftOff)
        return seat.text()

    assert asks in seated()
    assert asks not in seated(paper_may_be_found=False)
    assert asks not in seated(left_off_paper=("goals",))
    assert asks not in seated(goals=(GOAL,))
