"""A contact between sessions, noted from the caseload in under a minute; and those that were noted before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.finding import Place
from planner.sessions.session import Contact
from planner.words.wording import wording_findings
from widgets.caseload.context import name_of
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes
from widgets.forms import form
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.person import Person
    from widgets.caseload.context import StaffContext

CONTACT = form(Contact, "kind", "note", "by")
SHOWN = 5
"""How many of the contacts noted before are shown."""


@reacton.component
def NoteContact(staff: StaffContext, person: Person, done: Callable[[bool], None]) -> Any:
    """A contact between sessions, to write down; `done` is told whether a contact was kept.

    It opens with a call chosen and the counselor of last time, so that a note is all it asks.
    """
    context = use_session()
    t = context.t
    name = name_of(person, t)
    contact, keep_in_mind = reacton.use_state(
        reacton.use_memo(lambda: staff.unfinished.get(person.id) or _begun(staff, person), [person.id])
    )
    why_not, attempt = use_attempt()

    def change(changed: Contact) -> None:
        staff.unfinished[person.id] = changed
        keep_in_mind(changed)

    def keep() -> None:
        if attempt(lambda: _noted(staff, contact)):
            done(True)

    return tag(
        "section",
        heading(3, t("A contact with {name}", name=name), cls="rp-list-title", tabindex="-1", data_focus=contact.id),
        Sheet(CONTACT, contact, change, f"contact-{person.id}"),
        Notes(
            tuple(wording_findings(contact.note, Place("contacts", contact.id, "note"), [staff.store.agency().name]))
        ),
        WhyNot(why_not),
        div(
            Button(t("Keep it"), keep, kind="main", icon="check"),
            Button(t("Close"), lambda: done(False), kind="text", attributes={"data-shortcut": "escape"}),
            cls="rp-row-foot",
        ),
        cls="rp-card rp-contact",
        data_unkept="",
        aria_label=t("A contact with {name}", name=name),
    )


def _begun(staff: StaffContext, person: Person) -> Contact:
    return Contact(id=staff.new_id(), person_id=person.id, at=staff.now(), by=staff.last_author(person))


def _noted(staff: StaffContext, contact: Contact) -> Contact:
    kept = contact.amended(at=staff.now())
    staff.store.note_contact(kept)
    staff.unfinished.pop(contact.person_id, None)
    return kept


@reacton.component
def Contacts(contacts: tuple[Contact, ...]) -> Any:
    """The contacts noted before, the latest first."""
    t = use_session().t
    if not contacts:
        return para(t("Nothing is noted since you last met."), cls="rp-soft")
    return tag("ul", *(_line(contact) for contact in contacts[:SHOWN]), cls="rp-noted")


def _line(contact: Contact) -> Any:
    context = use_session()
    t = context.t
    when = t("{kind}, {day}", kind=contact.kind, day=t.day(context.local(contact.at).date(), "weekday"))
    head = f"{when} · {contact.by.strip()}" if contact.by.strip() else when
    note = para(contact.note, cls="rp-own") if contact.note.strip() else None
    return tag("li", para(head, cls="rp-soft"), note, cls="rp-noted-one").key(contact.id)
