"""Two pages with one plan: it is said, and both versions of one place can be read and chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import reacton

from planner.caseload.person import Person
from planner.sessions.session import Session
from planner.store import open_in_memory
from planner.words.language import Language
from planner.words.reading import DayWords
from tests.planner.store.keeping import NOON, Clock
from tests.widgets.seat import Drawn
from widgets.draft.draft_editor import DraftEditor
from widgets.frame.other_page import OtherPage

if TYPE_CHECKING:
    from collections.abc import Iterator


class Screen(Drawn):
    def __init__(self, editor: DraftEditor) -> None:
        _, self.rc = reacton.render(OtherPage(Language("en"), editor), handle_error=False)

    @property
    def text(self) -> str:
        return " ".join(str(child) for one in self.elements() for child in one.children if isinstance(child, str))


@pytest.fixture
def pages() -> Iterator[tuple[DraftEditor, DraftEditor]]:
    with open_in_memory(now=Clock()) as store:
        dana = Person(id=str(uuid4()), called="Dana", added_on=date(2026, 11, 1))
        store.add_person(dana)
        session = store.begin(Session(id=str(uuid4()), person_id=dana.id, started=NOON, author="Jo"))
        made: Any = [DraftEditor(store, dana, session, now=lambda: NOON, new_id=lambda: str(uuid4())) for _ in range(2)]
        yield tuple(made)


def test_one_page_alone_says_nothing(pages: tuple[DraftEditor, DraftEditor]) -> None:
    editor, _ = pages

    assert Screen(editor).text == ""


def test_a_second_page_is_named_with_its_counselor(pages: tuple[DraftEditor, DraftEditor]) -> None:
    editor, other = pages
    screen = Screen(editor)
    for page in (editor, other, editor, other, editor):
        page.rest()

    assert "also open on another page, with Jo" in screen.text


def test_both_versions_of_one_place_can_be_read_and_one_taken(pages: tuple[DraftEditor, DraftEditor]) -> None:
    editor, other = pages
    other.put(("tonight", "how_today"), "from the other page")
    screen = Screen(editor)

    editor.put(("tonight", "how_today"), "from {this} <b>page</b>")

    assert "from {this} <b>page</b>" in screen.text
    assert "from the other page" in screen.text
    screen.press("Use this one")
    assert editor.plan.tonight.how_today == "from the other page"
    assert "Two versions" not in screen.text


@pytest.mark.parametrize("keep", ["Keep this one", "Use this one"])
def test_a_day_and_an_answer_read_as_they_were_given(pages: tuple[DraftEditor, DraftEditor], keep: str) -> None:
    editor, other = pages
    other.put(("closing", "next_on"), DayWords(words="Friday"))
    screen = Screen(editor)

    editor.put(("closing", "next_on"), DayWords(words="Monday"))

    assert "Monday" in screen.text
    screen.press(keep)
    assert editor.plan.closing.next_on.words == ("Monday" if keep == "Keep this one" else "Friday")
    assert screen.buttons() == []
