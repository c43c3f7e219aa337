"""A seat at the table without a browser: one person, an in-memory store, and a step drawn by reacton.

seat = sit_down(Plan(...))
seat.draw("strengths", strengths.TOPIC_CARDS, "strengths.coping")
seat.press("Add something that helps you")
seat.write("In my own words", "Music calms me")
seat.plan.strengths
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ipyvuetify
import reacton

from planner.caseload.agency import Agency
from planner.caseload.person import Person
from planner.plan.plan import Plan
from planner.plan.topic import TOPICS
from planner.sessions.session import Session
from planner.store import open_in_memory
from planner.words.language import Language
from tests.invented import NOW, TODAY, an_id
from widgets.draft.context import SessionContext, provide_session
from widgets.draft.draft_editor import DraftEditor
from widgets.elements.topic_card import OpenTopicCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planner.model.finding import Finding
    from planner.store import Store
    from widgets.elements.topic_card import TopicCard


def _counted() -> Iterator[str]:
    number = 1000
    while True:
        number += 1
        yield an_id(number)


class Drawn:
    """What is drawn, as somebody at the screen reads and uses it."""

    rc: Any

    def elements(self, tag: str = "") -> list[ipyvuetify.Html]:
        """Return the drawn elements, in the order they were made."""
        found = _walk(self.rc.container)
        return [one for one in found if isinstance(one, ipyvuetify.Html) and tag in {"", one.tag}]

    def buttons(self) -> list[str]:
        """Return the names of the buttons on the page."""
        return [_name(one) for one in self.elements("button")]

    def press(self, name: str, *, nth: int = 0) -> None:
        """Press the button with this name."""
        found = [one for one in self.elements("button") if _name(one) == name]
        assert found, f"no button {name!r} among {self.buttons()}"
        found[nth].fire_event("click", {})

    def write(self, label: str, words: str, *, nth: int = 0) -> None:
        """Type into the field with this label."""
        self._input(label, nth).v_model = words

    def written(self, label: str, *, nth: int = 0) -> str:
        """Return what stands in the field with this label."""
        return self._input(label, nth).v_model

    def _input(self, label: str, nth: int) -> Any:
        ids = [one.attributes["for"] for one in self.elements("label") if _text(one) == label]
        assert len(ids) > nth, f"no field {label!r}"
        return next(
            one
            for one in _walk(self.rc.container)
            if isinstance(one, ipyvuetify.TextField | ipyvuetify.Textarea) and one.id == ids[nth]
        )

    def text(self) -> str:
        """Return every word on the page."""
        return _text(self.rc.container)

    def state(self, name: str) -> str | None:
        """Return whether the button with this name is on: "true" or "false"."""
        found = next(one for one in self.elements("button") if _name(one) == name)
        return found.attributes.get("aria-checked") or found.attributes.get("aria-pressed")


@dataclass
class Seat(Drawn):
    """One session, and what is drawn of it."""

    editor: DraftEditor
    context: SessionContext
    store: Store
    rc: Any = None
    findings: tuple[Finding, ...] = field(default=())

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.editor.plan

    def draw(self, leaves: tuple[TopicCard, ...], topic: str) -> None:
        """Draw one topic, open."""
        leaf = next(one for one in leaves if one.topic == topic)
        about = next(one for topics in TOPICS.values() for one in topics if one.id == topic)
        _, self.rc = reacton.render(
            _lay(self, lambda plan: OpenTopicCard(leaf, about, plan, self.findings, lambda: None)), handle_error=False
        )

    def show(self, element: Any) -> None:
        """Draw any element at the table."""
        _, self.rc = reacton.render(_lay(self, lambda _plan: element), handle_error=False)

    def lay(self, draw: Callable[[Plan], Any]) -> None:
        """Draw what follows from the plan, anew at every change."""
        _, self.rc = reacton.render(_lay(self, draw), handle_error=False)


async def until(there: Callable[[], Any]) -> None:
    """Wait for something that is made in the background to be on the page; after two minutes it is not coming."""
    async with asyncio.timeout(120):
        while not there():  # noqa: ASYNC110 (a page tells nobody that it is drawn)
            await asyncio.sleep(0.02)


@reacton.component
def _lay(seat: Seat, draw: Any) -> Any:
    _, redraw = reacton.use_state(0)
    reacton.use_effect(lambda: seat.editor.subscribe(lambda: redraw(lambda n: n + 1), patient=True), [])
    provide_session(seat.context)
    return draw(seat.editor.plan)


def sit_down(*, language: str = "en", staff: bool = False, agency: Agency | None = None, **parts: Any) -> Seat:
    """Begin a session with a new person whose plan holds these parts."""
    ids = _counted()
    store = open_in_memory(now=lambda: NOW)
    person = Person(id=an_id(1), called="Dana R.", added_on=TODAY)
    store.add_person(person)
    session = store.begin(Session(id=an_id(2), person_id=person.id, started=NOW))
    plan = Plan(id=an_id(3), person_id=person.id, **parts)
    store.drafts.keep(person.id, plan, sequence=0, base_revision=0, place="goals", visit="")
    editor = DraftEditor(store, person, session, now=lambda: NOW, new_id=lambda: next(ids))
    return Seat(editor, SessionContext(Language(language), TODAY, editor, agency or Agency(), staff), store)


def _walk(widget: Any) -> Iterator[Any]:
    yield widget
    for child in getattr(widget, "children", ()):
        if not isinstance(child, str):
            yield from _walk(child)


def _name(widget: Any) -> str:
    return widget.attributes.get("aria-label") or _text(widget)


def _text(widget: Any) -> str:
    if isinstance(widget, str):
        return widget
    return " ".join(filter(None, (_text(child) for child in getattr(widget, "children", ()) or ())))
