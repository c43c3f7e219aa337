"""One person in a list of the caseload: the name, when the two are next in touch, and a contact noted on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v
from reacton.ipyvue import use_event

from planner.message import say
from widgets.contact import NoteContact
from widgets.front import name_of
from widgets.markup import Button, div, tag
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.language import Language
    from planner.message import Message
    from planner.store import CaseloadRow
    from widgets.front import Front


@reacton.component
def PersonRow(
    list_name: str,
    row: CaseloadRow,
    front: Front,
    is_noting: bool,
    note_with: Callable[[str], None],
    close: Callable[[], None],
    go: Callable[[str], None],
) -> Any:
    """Draw one row. Pressing the name opens the person's page."""
    t = use_sitting().t
    person = row.person
    name = name_of(person, t)
    note = Button(
        t("Note a contact"),
        lambda: note_with("" if is_noting else person.id),
        kind="text",
        attributes={
            "aria-label": t("Note a contact with {name}", name=name),
            "aria-expanded": str(is_noting).lower(),
            "data-person": f"{list_name}-{person.id}",
        },
    )
    return tag(
        "li",
        div(PersonButton(row, name, lambda: go(person.id)), note, cls="rp-person-row"),
        NoteContact(front, person, close) if is_noting else None,
        cls="rp-person",
    )


@reacton.component
def PersonButton(row: CaseloadRow, name: str, press: Callable[[], None]) -> Any:
    """Draw the name, large, with what stands beside it: a note to find the person by, an open session, the next day."""
    t = use_sitting().t
    hint = row.person.note_to_find.strip()
    element = v.Html(
        tag="button",
        class_="rp-button rp-person-open",
        attributes={"type": "button"},
        children=[
            tag("span", name, cls="rp-person-name"),
            *([tag("span", hint, cls="rp-person-hint")] if hint else []),
            tag("span", *_marks(row, t), cls="rp-marks"),
            tag("span", t(when(row)), cls="rp-person-when"),
        ],
    )
    use_event(element, "click", lambda *_: press())
    return element


def _marks(row: CaseloadRow, t: Language) -> list[Any]:
    marks = [t("Ready to look at again")] if row.ready_to_look_again else []
    marks += [t("Session open")] if row.has_draft else []
    return [tag("span", mark, cls="rp-mark") for mark in marks]


def when(row: CaseloadRow) -> Message:
    """Return when the two are next in touch, or when they last were."""
    if row.ready_to_look_again and row.next_on:
        return say("You agreed on {day}", day=row.next_on)
    if row.next_on:
        return say("You meet next on {day}", day=row.next_on)
    if row.last_seen:
        return say("Last in touch on {day}", day=row.last_seen)
    return say("Not met yet")
