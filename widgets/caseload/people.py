"""One person in a list of the caseload: the name, when the two are next in touch, and a contact noted on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v
from reacton.ipyvue import use_event

from planner.model.message import say
from widgets.caseload.contact import NoteContact
from widgets.caseload.context import name_of, told_apart
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.message import Message
    from planner.store import CaseloadRow
    from planner.words.language import Language
    from widgets.caseload.context import StaffContext

DUE = "due"
"""The list of those ready to look at again; its rows need not say so once more."""


@dataclass(frozen=True)
class Noting:
    """With whom a contact is being noted in a list, with whom the last one was, and how many there were."""

    with_whom: str
    last: str
    times: int
    open: Callable[[str], None]
    done: Callable[[bool], None]
    """Closes the form; true where a contact was kept."""


@reacton.component
def PersonRow(
    list_name: str,
    row: CaseloadRow,
    staff: StaffContext,
    noting: Noting,
    go: Callable[[str], None],
    *,
    has_namesake: bool = False,
) -> Any:
    """One row. Pressing the name opens the person's page."""
    t = use_session().t
    person = row.person
    name = name_of(person, t)
    note = Button(
        t("Note a contact"),
        lambda: noting.open(person.id),
        kind="text",
        attributes={
            "aria-label": t("Note a contact with {name}", name=name),
            "aria-expanded": str(noting.with_whom == person.id).lower(),
            "data-focus": f"{list_name}-noted-{noting.times}" if noting.last == person.id else None,
        },
    )
    return tag(
        "li",
        div(
            PersonButton(row, name, lambda: go(person.id), is_due=list_name == DUE, has_namesake=has_namesake),
            note,
            cls="rp-person-row",
        ),
        NoteContact(staff, person, noting.done) if noting.with_whom == person.id else None,
        cls="rp-person",
    )


@reacton.component
def PersonButton(row: CaseloadRow, name: str, press: Callable[[], None], *, is_due: bool, has_namesake: bool) -> Any:
    """The name, large, with what stands beside it: a note to find the person by, an open session, the next day."""
    t = use_session().t
    apart = told_apart(row.person, t) if has_namesake else ""
    hint = " · ".join(filter(None, (apart, row.person.note_to_find.strip())))
    marks = [t("Ready to look at again")] if row.ready_to_look_again and not is_due else []
    marks += [t("Session open")] if row.has_open_session else []
    element = v.Html(
        tag="button",
        class_="rp-button rp-person-open",
        attributes={"type": "button"},
        children=[
            tag(
                "span",
                tag("span", name, cls="rp-person-name"),
                tag("span", hint, cls="rp-person-hint") if hint else None,
            ),
            tag(
                "span",
                *(tag("span", mark, cls="rp-mark") for mark in marks),
                tag("span", t(when(row, t)), cls="rp-person-when"),
                cls="rp-person-side",
            ),
        ],
    )
    use_event(element, "click", lambda *_: press())
    return element


def when(row: CaseloadRow, t: Language) -> Message:
    """Return when the two are next in touch, or when they last were."""
    if row.ready_to_look_again and row.next_on:
        return say("You agreed on {day}", day=t.day(row.next_on, "weekday"))
    if row.next_on:
        return say("Next in touch on {day}", day=t.day(row.next_on, "weekday"))
    if row.last_seen:
        return say("Last in touch on {day}", day=t.day(row.last_seen, "weekday"))
    return say("Not met yet")
