"""The language the page speaks: the agency's at once, another one chosen on the page, else the browser's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import reacton

from planner.caseload.agency import Agency
from planner.caseload.person import SpokenLanguage
from planner.store import Store, open_in_memory
from planner.store.practice import settle
from planner.teaching.people import practice_people
from planner.words.language import Language
from tests.widgets.seat import Drawn
from widgets.frame.app import App

if TYPE_CHECKING:
    from collections.abc import Iterator

import pytest

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Page(Drawn):
    """The whole app, with the invented people, in a browser of some language."""

    def __init__(self, store: Store, browser: str) -> None:
        app = App(store, Language(browser), now=lambda: NOON, new_id=lambda: str(uuid4()), practice=False, lock=None)
        _, self.rc = reacton.render(app, handle_error=False)

    @property
    def spoken(self) -> tuple[str, str]:
        """The language the page says it is in, and the one its script is told."""
        (root,) = (one for one in self.elements("div") if one.class_ == "rp")
        (pulse,) = (one for one in self.elements("div") if "data-pulse" in one.attributes)
        return root.attributes["lang"], pulse.attributes["data-language"]

    @property
    def lost(self) -> str:
        (pulse,) = (one for one in self.elements("div") if "data-pulse" in one.attributes)
        return pulse.attributes["data-lost"]


@pytest.fixture
def store() -> Iterator[Store]:
    with open_in_memory(now=lambda: NOON) as made:
        settle(made, practice_people(NOON.date()))
        yield made


def test_where_nobody_chose_the_page_speaks_as_the_browser_asks(store: Store) -> None:
    assert store.agency().language is None
    assert Page(store, "es").spoken == ("es", "es")
    assert Page(store, "en").spoken == ("en", "en")


def test_the_agency_s_language_goes_before_the_browser_s(store: Store) -> None:
    store.keep_agency(Agency(language=SpokenLanguage.SPANISH))
    page = Page(store, "en")
    assert page.spoken == ("es", "es")
    assert "Mis casos" in page.text()


def test_a_choice_on_the_agency_page_is_spoken_at_once(store: Store) -> None:
    page = Page(store, "en")
    page.press("Your agency")
    page.press("Spanish")

    assert page.spoken == ("es", "es")
    assert page.lost.startswith("Se fue la conexión")
    assert "Tu agencia" in page.text()


def test_a_session_goes_on_in_another_language_with_all_its_words(store: Store) -> None:
    page = Page(store, "en")
    page.press(next(name for name in page.buttons() if name.startswith("Jo")))
    page.press("Start a session")
    page.press(next(name for name in page.buttons() if name.startswith("Goals")))

    page.press("Español")

    assert page.spoken == ("es", "es")
    assert "Metas" in page.text()
    assert "English" in page.buttons()
    page.press("English")
    assert page.spoken == ("en", "en")


def test_a_store_of_before_keeps_what_stands_there() -> None:
    assert Agency.model_validate_json('{"language": "en"}').language is SpokenLanguage.ENGLISH
