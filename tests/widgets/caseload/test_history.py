"""The person's page: a session opened by mistake goes, a finish is taken back, a finished plan is read and printed."""

from __future__ import annotations

import asyncio
import re
from base64 import b64decode
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from planner.caseload.person import Person
from planner.goals.goal import Goal
from planner.plan.plan import Plan
from planner.sessions.session import Session
from planner.teaching.people import practice_person
from planner.words.language import Language
from tests.invented import NOW, TODAY, an_id
from tests.widgets.home import at_home
from tests.widgets.seat import until

if TYPE_CHECKING:
    from tests.widgets.home import Home

DANA = practice_person("dana", TODAY)
SOL = Person(id=an_id(90), called="Sol", added_on=TODAY)
A_MONTH_AGO = NOW - timedelta(days=30)


def _who_finished_a_month_ago(*, language: str = "en") -> Home:
    home = at_home()
    home.store.add_person(SOL)
    for number, words in ((1, "Walk by the river"), (2, "Swim on Sundays")):
        begun = home.store.begin(
            Session(id=an_id(number), person_id=SOL.id, started=A_MONTH_AGO + timedelta(days=number))
        )
        plan = Plan(id=an_id(3), person_id=SOL.id, goals=(Goal(id=an_id(number + 10), own_words=words),))
        home.store.finish(begun.id, plan, at=begun.started)
    return home.open(language=language)


def test_a_session_opened_by_mistake_is_taken_out_and_says_that_it_was_no_contact() -> None:
    home = at_home(DANA)
    (before,) = home.store.caseload(today=TODAY).rows
    home.go_to("Dana")
    home.press("Start a session")
    home.open()
    assert "Session open" in home.text()
    home.go_to("Dana")

    home.press("Opened by mistake")

    assert "It does not count as a contact." in home.text()
    assert "Start a session" in home.buttons()
    assert home.store.caseload(today=TODAY).rows == (before,)
    assert "Session open" not in home.open().text()


def test_after_a_finish_taken_back_the_session_is_open_at_the_table() -> None:
    home = at_home(DANA)
    home.go_to("Dana")

    home.press("Finished by mistake")

    ((person, session),) = home.sat_down
    assert session == home.store.open_session(person.id)
    home.open().go_to("Dana")
    assert "Finished by mistake" not in home.buttons()
    assert "the session went on." in home.text()


def test_a_finish_is_not_taken_back_once_the_next_session_has_begun_elsewhere() -> None:
    home = at_home(DANA)
    home.go_to("Dana")
    home.store.begin(Session(id=an_id(9), person_id=DANA.person.id, started=NOW))

    home.press("Finished by mistake")

    assert home.sat_down == []
    assert "The next session has begun, so this one stays finished." in home.text()


def test_every_finished_plan_is_read_as_it_was() -> None:
    home = _who_finished_a_month_ago()
    home.go_to("Sol")
    readable = [name for name in home.buttons() if name.startswith("Read and print: Session 2")]
    assert len(readable) == 1

    home.press(readable[0])

    assert "Swim on Sundays" in home.text()
    assert "Walk by the river" not in home.text()


def test_a_finished_plan_prints_with_the_day_it_was_finished() -> None:
    home = _who_finished_a_month_ago()
    home.go_to("Sol")
    home.press(next(name for name in home.buttons() if name.startswith("Read and print: Session 1")))

    async def play() -> None:
        home.press("My plan (PDF)")
        home.press("No")
        await until(lambda: len(home.elements("a")) > 1)

    asyncio.run(play())

    link = home.elements("a")[0]
    day = (A_MONTH_AGO + timedelta(days=1)).date()
    assert link.attributes["download"] == f"My plan {day}.pdf"
    pages = PdfReader(BytesIO(b64decode(link.attributes["href"].partition(",")[2]))).pages
    text = " ".join(page.extract_text() for page in pages)
    assert "Walk by the river" in text
    assert Language("en").day(TODAY) not in re.sub(r"printed on \w+ \d+, \d+", "", text)
    assert {event.detail for event in home.store.events(limit=2)} == {"my-plan pdf", "lapse-page pdf"}
    person_id = home.store.events(limit=1)[0].person_id
    kept = [home.store.revision(person_id, one.number) for one in home.store.revisions(person_id)]
    assert {plan.paper_may_be_found for plan in kept} == {None}


def test_somebody_without_a_finished_session_has_no_history() -> None:
    home = at_home()
    home.store.add_person(SOL)
    home.open().go_to("Sol")
    assert "Start a session" in home.buttons()
    assert "Sessions so far" not in home.text()


def test_the_history_speaks_spanish() -> None:
    home = _who_finished_a_month_ago(language="es")
    home.go_to("Sol")
    t = Language("es")
    assert t("Sessions so far") in home.text()
    assert t("Sessions so far") != "Sessions so far"
