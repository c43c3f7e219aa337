"""The lapse page on paper: the person's words first, one sheet, and nothing on it that names them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from exports.catalog import of_plan, offer
from exports.documents.lapse_page import lapse_page, lapse_sections
from exports.page.notebook import notebook
from planner.caseload.agency import Agency
from planner.library import lapse_page as texts
from planner.resources.support import Support
from planner.safety.lapse import LapsePage
from planner.safety.warning_sign import Helps
from planner.sessions.first_path import Tonight
from planner.words.language import Language
from tests.exports.making_plans import DANA, JO, MARISOL, TERRENCE, occasion
from tests.exports.reading_back import pages_of, words_of
from tests.invented import an_id
from tests.planner.making import a_plan

if TYPE_CHECKING:
    from planner.plan.plan import Plan

ENGLISH = Language("en")


def page(plan: Plan, language: Language = ENGLISH, **more: Any) -> dict[str, tuple[str, ...]]:
    return {section.id: section.lines for section in lapse_sections(occasion(plan, language=language, **more))}


def test_without_a_word_of_the_persons_it_still_says_what_helps() -> None:
    found = page(a_plan())
    assert list(found) == ["stop", "safe", "call", "body", "next-day"]
    assert "988" in " ".join(found["call"])
    assert "Call the first name on your list" not in " ".join(found["call"])
    assert "your body can take much less than before" in " ".join(found["body"])
    assert "call 911 and give naloxone" in " ".join(found["body"])


def test_the_persons_words_lead_every_part() -> None:
    written = LapsePage(
        to_myself="You got up before",
        first_hour="Walk out",
        safe_place="Carla's kitchen",
        my_reason="Mia",
        next_day="Eat",
        overdose_help="On the hook",
        call_first_id=an_id(2),
    )
    plan = a_plan(
        lapse_page=written,
        helps=(Helps(id=an_id(1), own_words="Music"),),
        supports=(Support(id=an_id(2), name="Luis", phone="555-0117"),),
    )
    found = page(plan)
    assert found["stop"][:2] == ("“Walk out”", "“Music”")
    assert found["safe"][0] == "“Carla's kitchen”"
    assert found["call"][0] == "Luis: 555-0117"
    assert found["body"][0] == "Naloxone: On the hook"
    assert found["next-day"][0] == "“Eat”"
    assert found["reason"] == ("“Mia”",)
    cells: Any = notebook(lapse_page(occasion(plan)))["cells"]
    assert cells[1]["outputs"][0]["data"]["text/plain"].startswith("“You got up before”")


def test_where_the_naloxone_is_may_come_from_the_first_twenty_minutes() -> None:
    assert page(a_plan(tonight=Tonight(overdose_words="In my bag")))["body"][0] == "Naloxone: In my bag"


def test_where_somebody_could_find_it_the_place_of_the_naloxone_stays_off() -> None:
    plan = a_plan(lapse_page=LapsePage(overdose_help="On the hook"), paper_may_be_found=True)
    assert "On the hook" not in " ".join(page(plan)["body"])
    assert "On the hook" in " ".join(page(plan.amended(paper_may_be_found=False))["body"])


def test_it_names_nobody_it_belongs_to() -> None:
    made = json.dumps(notebook(lapse_page(occasion(DANA.plan, DANA.person))))
    assert "Luis" in made
    assert "Dana" not in made
    assert "Reyes" not in made


@pytest.mark.parametrize("code", ["en", "es"])
def test_danger_has_a_heading_of_its_own_on_the_screen_too(code: str) -> None:
    parts = {part.key: part for part in texts(code, line="988").parts}
    assert ["911" in line for line in parts["danger"].lines] == [True]
    assert not [line for line in parts["body"].lines if "911" in line]


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("person", [DANA, TERRENCE, MARISOL, JO], ids=lambda one: one.person.called)
def test_it_is_one_sheet(person: Any, code: str) -> None:
    agency = Agency(name="Harbor Peers", crisis_line="757-555-0911")
    written = of_plan("lapse-page", occasion(person.plan, person.person, language=Language(code), agency=agency))
    pdf = offer(written, "pdf").data
    assert pages_of(pdf) == 1
    assert "757-555-0911" in words_of(pdf)
