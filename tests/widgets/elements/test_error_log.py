"""When something on the page stops: a calm note with a number, and the way on."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
import reacton

from planner.store import Store, StoreMovedError, open_in_memory
from planner.words.language import Language
from tests.widgets.seat import Drawn
from widgets.elements.markup import Button, div
from widgets.frame import app
from widgets.frame.app import App

if TYPE_CHECKING:
    from collections.abc import Iterator

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@reacton.component
def Stumbling(*_: Any, **__: Any) -> Any:  # noqa: N802 - a component
    """Draw a button whose callback fails on what somebody wrote, and one that finds no store."""

    def fail() -> None:
        raise ValueError("words of a person")  # noqa: EM101, TRY003

    def find_nothing() -> None:
        raise StoreMovedError

    return div(Button("Open", fail), Button("Find", find_nothing))


class Screen(Drawn):
    """The app, with a caseload that stumbles."""

    def __init__(self, store: Store) -> None:
        page = App(store, Language("en"), now=lambda: NOON, new_id=lambda: "one", practice=True, lock=None)
        _, self.rc = reacton.render(page)

    @property
    def text(self) -> str:
        return " ".join(str(child) for one in self.elements() for child in one.children if isinstance(child, str))


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    monkeypatch.setattr(app, "Caseload", Stumbling)
    with open_in_memory(now=lambda: NOON) as store:
        yield Screen(store)


def test_a_callback_that_fails_shows_a_number_that_the_log_knows_and_the_way_on(
    screen: Screen, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        screen.press("Open")

    assert "Something here stopped" in screen.text
    number = screen.text.partition("this number: ")[2].partition(" ")[0]
    assert f"note {number}: ValueError at test_error_log.py" in caplog.text
    assert "words of a person" not in caplog.text + screen.text
    screen.press("Go on")
    assert "Something here stopped" not in screen.text


def test_what_the_store_can_not_do_is_said_in_its_own_words_also_when_it_can_not_be_read_at_all(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moved(_store: Store) -> None:
        raise StoreMovedError

    monkeypatch.setattr(Store, "agency", moved)
    screen.press("Find")

    assert "Copy what you wrote last" in screen.text
    screen.press("Go on")
    assert "Copy what you wrote last" not in screen.text
