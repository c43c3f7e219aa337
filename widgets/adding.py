"""Adding somebody to the caseload: a name is enough, and not even that is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.finding import Finding, Place
from planner.message import say
from planner.person import Person, SpokenLanguage
from widgets.attempt import WhyNot, use_attempt
from widgets.fields import form
from widgets.front import FrontPage, name_of
from widgets.markup import Button, div
from widgets.note import Note
from widgets.sheet import Sheet
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.front import Front
    from widgets.sitting import Sitting

_REST = (("full_name", "pronouns"), ("born", "phone"), "may_leave_message", "language", "note_to_find")
CALLED = form(Person, "called")
REST = form(Person, *_REST)
PERSON = form(Person, "called", *_REST)
NEW = "new"
"""Under which somebody who is being added is kept in mind."""

ALIKE_FROM = 3
"""From this many letters on, somebody of the same name is pointed out."""


@reacton.component
def AddPerson(front: Front, called: str, back: Callable[[], None], go: Callable[[str], None]) -> Any:
    """Draw the form. `called` is the name that was looked for; `go` opens the new person's page."""
    sitting = use_sitting()
    t = sitting.t
    person, keep_in_mind = reacton.use_state(
        reacton.use_memo(lambda: front.unfinished.get(NEW) or _begun(front, called, sitting), [])
    )
    why_not, attempt = use_attempt()

    def change(changed: Person) -> None:
        front.unfinished[NEW] = changed
        keep_in_mind(changed)

    def add() -> None:
        if attempt(lambda: _added(front, person)):
            go(person.id)

    return FrontPage(
        t("Add a person"),
        back,
        div(
            Sheet(CALLED, person, change, "person-called"),
            Alike(front, person.called, go),
            Sheet(REST, person, change, "person"),
            cls="rp-card rp-fields",
        ),
        WhyNot(why_not),
        div(Button(t("Add this person"), add, kind="main", icon="check"), cls="rp-row-foot"),
        focus="add",
    )


def _begun(front: Front, called: str, sitting: Sitting) -> Person:
    language = SpokenLanguage(sitting.t.known_code)
    return Person(id=front.new_id(), called=called.strip(), added_on=sitting.today, language=language)


def _added(front: Front, person: Person) -> Person:
    front.store.add_person(person)
    front.store.note_event("added", person.id)
    front.unfinished.pop(NEW, None)
    return person


@reacton.component
def Alike(front: Front, called: str, go: Callable[[str], None]) -> Any:
    """Draw who has the same name already, so that nobody gets two plans by accident."""
    sitting = use_sitting()
    t = sitting.t
    words = called.strip()
    alike = reacton.use_memo(
        lambda: front.store.caseload(words, today=sitting.today, limit=3).rows if len(words) >= ALIKE_FROM else (),
        [words],
    )
    if not alike:
        return div(cls="rp-none")
    there = Finding(
        "person.alike",
        Place("caseload", field="called"),
        say("Somebody with this name is here already."),
        say("Is it the same person? Then open their page."),
    )
    ways = (
        Button(t("Open {name}", name=name_of(row.person, t)), _going(go, row.person.id), kind="chip").key(row.person.id)
        for row in alike
    )
    return Note(there, *ways)


def _going(go: Callable[[str], None], person_id: str) -> Callable[[], None]:
    return lambda: go(person_id)
