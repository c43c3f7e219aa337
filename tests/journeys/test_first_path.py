"""The first twenty minutes: few presses, one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.counselor import Counselor
from tests.journeys.test_first_session import paper
from tests.playing import browser, served

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.needs("pdftotext"), pytest.mark.timeout(300)]

MOST_INTERACTIONS = 40


def test_the_first_twenty_minutes_take_few_presses_to_one_printed_page(tmp_path: Path) -> None:
    with served(tmp_path / "plans.db") as app, browser(viewport={"width": 820, "height": 1180}) as window:
        counselor = Counselor(window.page)
        counselor.first_unlock(app.url)
        counselor.interactions = 0
        counselor.add_person("Terrence")
        counselor.press("The first twenty minutes")
        walk(counselor)
        page = paper(counselor, "My plan (PDF)")
        elsewhere = window.elsewhere

    assert counselor.interactions < MOST_INTERACTIONS
    assert elsewhere == []
    assert "page 1 of 1" in page
    for words in ("Terrence", "Harbor House", "Call my sister", "Luis", "555-0117", "988"):
        assert words in page


def walk(counselor: Counselor) -> None:
    """Answer every question, one at a time."""
    main = counselor.page.get_by_role("main")
    counselor.write("How is today?", "Tired, but I came")
    counselor.press("Next", within=main)
    counselor.choose("A bed for tonight", "Yes")
    counselor.write("Where I sleep", "Harbor House, room 6")
    counselor.press("Next", within=main)
    for asked in ("Something to eat", "My medicines for the next days", "Overdose medicine (naloxone) at hand"):
        counselor.choose(asked, "Yes")
        counselor.press("Next", within=main)
    counselor.choose("Are you leaving treatment, a hospital or jail?", "No")
    counselor.press("Next", within=main)
    counselor.press("Family", within=main)
    counselor.press("Next", within=main)
    counselor.write("In my own words", "I kept my kids fed")
    counselor.press("Next", within=main)
    counselor.write("What will you do first?", "Call my sister")
    counselor.press("Next", within=main)
    counselor.write("Name", "Luis")
    counselor.write("Phone", "555-0117")
    counselor.press("Next", within=main)
    counselor.write("We meet next on", "in two weeks")
    counselor.press("Next", within=main)
