"""The papers about medicines and consent, made where one looks at them."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from datetime import time
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from planner.caseload.person import SpokenLanguage
from planner.health.medication import DoseTime, Medication
from planner.health.visit import Visit, VisitQuestion
from planner.words.reading import TimeWords
from tests.invented import an_id
from tests.widgets.agreed import SHAH, WHOLE, agree
from tests.widgets.seat import sit_down, until
from widgets.health import medications
from widgets.sharing.accounting import Given

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

DOSE = DoseTime(id=an_id(71), at=TimeWords(words="8 am", reading=time(8)), how_much="one film")
BUPE = Medication(id=an_id(62), name="Buprenorphine", doses=(DOSE,))


def _made(seat: Seat, name: str) -> str:
    async def play() -> None:
        seat.press(name)
        await until(lambda: seat.elements("a"))

    asyncio.run(play())
    data = b64decode(seat.elements("a")[0].attributes["href"].partition(",")[2])
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_the_pill_schedule_prints_from_the_medicines() -> None:
    seat = sit_down(medications=(BUPE,), paper_may_be_found=False)
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    assert "Buprenorphine" in _made(seat, "Print it for the wall (PDF)")


def test_the_questions_for_a_visit_print_once_there_is_one() -> None:
    question = VisitQuestion(id=an_id(65), ask="Why am I so tired?")
    visit = Visit(id=an_id(64), provider_id=SHAH.id, what_for="Check-up")
    seat = sit_down(providers=(SHAH,), visits=(visit,), paper_may_be_found=False)
    seat.draw(medications.TOPIC_CARDS, "medications.visits")
    assert "A page for the next visit (PDF)" not in seat.buttons()

    seat.editor.put(("visits", visit.id, "questions"), (question,))
    assert "Why am I so tired?" in _made(seat, "A page for the next visit (PDF)")


def test_a_signed_consent_prints_in_the_language_of_the_persons_papers() -> None:
    seat = sit_down(providers=(SHAH,))
    seat.editor.person = seat.editor.person.amended(language=SpokenLanguage.SPANISH)
    agree(seat)
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    page = _made(seat, "Print a copy (PDF)")
    assert "Dr. Shah" in page
    assert "Yo, Dana Reyes" in page


def test_a_consent_nobody_signed_prints_with_room_to_sign() -> None:
    seat = sit_down(providers=(SHAH,), consents=(WHOLE,))
    seat.draw(medications.TOPIC_CARDS, "medications.consents")
    seat.press("Change: Dr. Shah")
    seat.press("Read and sign")
    assert "I authorize Tidewater to disclose" in _made(seat, "Print it to sign on paper (PDF)")


def test_the_accounting_prints_as_it_is_shown() -> None:
    seat = sit_down()
    seat.show(Given(seat.editor.person.id))
    seat.press("What was given to others")
    assert "Nothing was given in this time." in _made(seat, "Print this list (PDF)")
