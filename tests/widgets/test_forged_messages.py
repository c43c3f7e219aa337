"""A browser owns its kernel: it can send any message to any widget. None of them does what the domain forbids."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import reacton
from ipyvuetify import VuetifyTemplate
from ipywidgets.widgets.widget import _instances

from planner.store import Store, open_in_memory
from planner.store.practice import settle
from planner.teaching.people import practice_people
from planner.words.language import Language
from widgets.frame.app import App

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Kernel:
    """What runs behind a page, and what a browser could send to it."""

    def __init__(self, store: Store) -> None:
        settle(store, practice_people(date(2026, 11, 22)))
        self.store = store
        app = App(store, Language("en"), now=lambda: NOON, new_id=lambda: str(uuid4()), practice=True, lock=None)
        self.box, _ = reacton.render(app, handle_error=False)

    def widgets(self) -> Iterator[Any]:
        """Yield every widget in the page."""
        yield from _below(self.box)

    def buttons(self, name: str) -> list[Any]:
        """Return the buttons that hold these words."""
        return [one for one in self.widgets() if getattr(one, "tag", "") == "button" and name in _words(one)]

    def send(self, widget: Any, **state: Any) -> None:
        """Change a widget the way a message from a browser does."""
        widget._handle_msg(
            {"content": {"data": {"method": "update", "state": state, "buffer_paths": []}}, "buffers": []}
        )

    def plan(self) -> Plan:
        """Return the draft of the person at the table."""
        found = (self.store.drafts.current(row.person.id) for row in self.store.caseload(today=NOON.date()).rows)
        return next(draft.plan for draft in found if draft)


def _below(widget: Any) -> Iterator[Any]:
    yield widget
    for child in getattr(widget, "children", ()):
        if not isinstance(child, str):
            yield from _below(child)


def _words(widget: Any) -> str:
    return "".join(one if isinstance(one, str) else _words(one) for one in widget.children)


@pytest.fixture
def kernel() -> Iterator[Kernel]:
    with open_in_memory(now=lambda: NOON) as store:
        running = Kernel(store)
        running.buttons("Dana")[0].click()
        running.buttons("Start a session")[0].click()
        yield running


def templates() -> list[Any]:
    """Return the widgets through which a browser could call Python."""
    return [one for one in _instances.values() if any(base.__name__ == "VueTemplate" for base in type(one).__mro__)]


def test_no_widget_of_a_session_lets_a_browser_call_python(kernel: Kernel) -> None:
    for step in ("Goals", "Strengths", "Resources", "Medications", "Skills", "Safety", "Review"):
        kernel.buttons(step)[0].click()
    found = templates()
    planted = VuetifyTemplate(template="<template><p></p></template>")

    assert found == []
    assert templates() == [planted]
    planted.close()


@pytest.mark.parametrize("forged", [{"a": 1}, 12345, ["x"], True], ids=["object", "number", "list", "truth"])
def test_a_forged_value_in_a_field_of_words_changes_nothing(kernel: Kernel, forged: object) -> None:
    kernel.buttons("Goals")[0].click()
    kernel.buttons("What you will do")[0].click()
    kernel.buttons("Change")[0].click()
    (field, *_) = [one for one in kernel.widgets() if str(getattr(one, "id", "")).endswith("own_words")]
    kernel.send(field, v_model="walk by the river")
    honest = kernel.plan()

    kernel.send(field, v_model=forged)

    assert "walk by the river" in [goal.own_words for goal in honest.goals]
    assert kernel.plan() == honest


def test_a_forged_press_on_a_button_that_is_off_does_nothing(kernel: Kernel) -> None:
    before = kernel.plan()
    (redo,) = [one for one in kernel.buttons("Redo") if (one.attributes or {}).get("disabled")]

    redo.click()

    assert kernel.plan() == before
