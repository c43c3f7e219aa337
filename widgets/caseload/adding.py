"""Adding somebody to the caseload: a name is enough, and not even that is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.caseload.person import Person, SpokenLanguage, asks_for_birth_day, birth_day
from planner.model.finding import Finding, Place
from planner.model.message import say
from planner.words.fold import is_named_in
from widgets.caseload.context import FrontPage, name_of
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, para
from widgets.elements.note import Note
from widgets.forms import form
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from widgets.caseload.context import Front
    from widgets.draft.context import SessionContext

_REST = (("full_name", "pronouns"), ("born", "phone"), "may_leave_message", "language", "note_to_find")
CALLED = form(Person, "called")
REST = form(Person, *_REST)
PERSON = form(Person, "called", *_REST)
NEW = "new"
"""Under which somebody who is being added is kept in mind."""

ALIKE_FROM = 3
"""From this many letters on, somebody is pointed out whose name only begins so."""

LOOKED_AT, SHOWN_ALIKE = 200, 3


@reacton.component
def AddPerson(front: Front, called: str, back: Callable[[], None], go: Callable[[str], None]) -> Any:
    """Draw the form. `called` is the name that was looked for; `go` opens the new person's page."""
    sitting = use_session()
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
            Alike(front, person.called.strip(), person.full_name.strip(), go),
            Sheet(REST, person, change, "person"),
            _born(person, sitting),
            cls="rp-card rp-fields",
            data_unkept="",
        ),
        WhyNot(why_not),
        div(Button(t("Add this person"), add, kind="main", icon="check"), cls="rp-row-foot"),
        focus="add",
    )


def _born(person: Person, sitting: SessionContext) -> Any:
    """Return how a full date of birth was understood, or the question which day that is."""
    t = sitting.t
    if day := birth_day(person, sitting.today, t.known_code):
        return para(t("Born"), ": ", t.day(day), cls="rp-read", aria_live="polite")
    if asks_for_birth_day(person, sitting.today, t.known_code):
        return para(t("“{words}”: which day is that?", words=person.born), cls="rp-help", aria_live="polite")
    return div(cls="rp-none")


def _begun(front: Front, called: str, sitting: SessionContext) -> Person:
    language = SpokenLanguage(sitting.t.known_code)
    return Person(id=front.new_id(), called=called.strip(), added_on=sitting.today, language=language)


def _added(front: Front, person: Person) -> Person:
    front.store.add_person(person)
    front.store.note_event("added", person.id)
    front.unfinished.pop(NEW, None)
    return person


@reacton.component
def Alike(front: Front, called: str, full_name: str, go: Callable[[str], None]) -> Any:
    """Draw who has one of these names already, so that nobody gets two plans by accident."""
    sitting = use_session()
    t = sitting.t
    alike = reacton.use_memo(lambda: _alike(front, (called, full_name), sitting.today), [called, full_name])
    if not alike:
        return div(cls="rp-none")
    there = Finding(
        "person.alike",
        Place("caseload", field="called"),
        say("Somebody with this name is here already."),
        say("Is it the same person? Then open their page."),
    )
    ways = (
        Button(t("Open {name}", name=name_of(one, t)), _going(go, one.id), kind="chip").key(one.id) for one in alike
    )
    return Note(there, *ways)


def _alike(front: Front, names: tuple[str, ...], today: date) -> tuple[Person, ...]:
    """Return those who are found by a whole name; by a short one only where it is a word of theirs."""
    found: dict[str, Person] = {}
    for name in names:
        for row in front.store.caseload(name, today=today, limit=LOOKED_AT).rows if name else ():
            person = row.person
            if len(name) >= ALIKE_FROM or is_named_in(name, f"{person.called} {person.full_name}"):
                found[person.id] = person
    return tuple(found.values())[:SHOWN_ALIKE]


def _going(go: Callable[[str], None], person_id: str) -> Callable[[], None]:
    return lambda: go(person_id)
