"""The directory on the agency's page: lists read in with their report, places of one's own, and what is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planner.directory.search import Search
from tests.planner.directory.small_feeds import MEETING
from tests.widgets.home import Home, at_home

if TYPE_CHECKING:
    from pathlib import Path


def on_the_page(language: str = "en") -> Home:
    home = at_home(language=language)
    home.press("Your agency")
    return home


def read_in(home: Home, path: Path | str, name: str = "") -> None:
    home.write("Where the file is on this computer", str(path))
    home.write("What to call this list", name)
    home.press("Read it in")


def test_a_feed_is_read_in_and_its_report_is_a_table(tmp_path: Path) -> None:
    feed = tmp_path / "meetings.json"
    feed.write_text(json.dumps([MEETING, {**MEETING, "slug": "x", "name": ""}]), encoding="utf-8")
    home = on_the_page()
    read_in(home, feed, "harbor")

    assert "It is read in." in home.text()
    assert "harbor. Rows: 2. Read: 1." in home.text()
    assert "Left out: It has no name 1 row 2" in home.text()
    assert [one.service.name for one in home.store.directory.find(Search()).listings] == ["Harbor Nooners"]


def test_what_is_no_feed_says_so_and_changes_nothing(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", encoding="utf-8")
    home = on_the_page()
    read_in(home, tmp_path / "nowhere.json")
    assert "There is nothing at this place on this computer." in home.text()
    read_in(home, "")
    assert "There is nothing at this place on this computer." in home.text()
    read_in(home, letter)
    assert "Nothing was changed" in home.text() or "This is not a directory" in home.text()
    assert home.store.directory.is_empty()


def test_a_sheet_whose_names_are_not_clear_asks_for_the_column_once(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("who they are,street\nHarbor Pantry,4 Quay Street\n", encoding="utf-8")
    home = on_the_page()
    read_in(home, sheet, "ours")
    home.press("who they are")
    assert "ours. Rows: 1. Read: 1." in home.text()

    home.press("Read it in")
    assert "Which column holds the name?" not in home.text()
    assert home.store.directory.mapping("ours")["name"] == "who they are"


def test_a_place_written_once_is_there_for_every_person_with_what_is_known_of_it() -> None:
    home = on_the_page()
    home.press("Write down a place")
    home.write("Name", "Aunt Mary’s Kitchen")
    home.write("Phone", "757-555-0100", nth=-1)
    home.write("Ask for", "Pat on Tuesdays")
    home.press("We checked it today")

    (listing,) = home.store.directory.find(Search("kitchen")).listings
    assert listing.service.phone == "757-555-0100"
    assert listing.note
    assert (listing.note.ask_for, listing.checked_on is not None) == ("Pat on Tuesdays", True)

    home.press("Remove")
    assert home.store.directory.own() == ()


def test_what_is_known_of_a_listed_place_is_written_beside_it_and_stays(tmp_path: Path) -> None:
    feed = tmp_path / "meetings.json"
    feed.write_text(json.dumps([MEETING]), encoding="utf-8")
    home = on_the_page()
    read_in(home, feed, "harbor")
    home.write("What are you looking for?", "nooners")
    home.press("Write down what we know: Harbor Nooners")
    home.write("What we know", "Kind to newcomers")
    read_in(home, feed, "harbor")

    (listing,) = home.store.directory.find(Search("nooners")).listings
    assert listing.note
    assert listing.note.words == "Kind to newcomers"
