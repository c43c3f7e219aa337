"""Adding somebody to the caseload: a name is enough."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.caseload.person import Person, SpokenLanguage, asks_for_birth_day, birth_day, shown_name
from planner.model.finding import Finding, Place
from planner.model.message import say
from planner.model.side import Side
from planner.words.fold import is_named_in
from planner.words.reading import day_choices
from widgets.caseload.context import StaffPage, told_apart
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, para
from widgets.elements.note import Note
from widgets.forms import form
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from widgets.caseload.context import StaffContext
    from widgets.draft.context import SessionContext

_REST = (("full_name", "pronouns"), ("born", "phone"), "may_leave_message", "language", "note_to_find")
CALLED = form(Person, "called")
REST = form(Person, *_REST)
PERSON = form(Person, "called", *_REST)
NEW = "new"
"""Under which somebody who is being added is kept in mind."""

ASKS_FOR_A_NAME = say("A name first: any word you will both know them by is enough.")
ALIKE_FROM = 3
"""From this many letters on, somebody is pointed out whose name only begins so."""

LOOKED_AT, SHOWN_ALIKE = 200, 3


@reacton.component
def AddPerson(staff: StaffContext, called: str, back: Callable[[], None], go: Callable[[str], None]) -> Any:
    """The form for somebody new. `called` is the name that was looked for; `go` opens the new person's page."""
    context = use_session()
    t = context.t
    person, keep_in_mind = reacton.use_state(
        reacton.use_memo(lambda: staff.unfinished.get(NEW) or _begun(staff, called, context), [])
    )
    why_not, attempt = use_attempt()
    times, ask_for_name = reacton.use_state(0)

    def change(changed: Person) -> None:
        staff.unfinished[NEW] = changed
        keep_in_mind(changed)

    def add() -> None:
        if not shown_name(person):
            ask_for_name(times + 1)
            return
        if attempt(lambda: _added(staff, person)):
            go(person.id)

    return StaffPage(
        t("Add a person"),
        back,
        div(
            div(Sheet(CALLED, person, change, "person-called"), data_focus=f"name-{times}" if times else None),
            para(t(ASKS_FOR_A_NAME) if times and not shown_name(person) else "", cls="rp-read", role="status"),
            Alike(staff, person.called.strip(), person.full_name.strip(), go),
            Sheet(REST, person, change, "person"),
            Born(person, change),
            cls="rp-card rp-fields",
            data_unkept="",
        ),
        WhyNot(why_not),
        div(Button(t("Add this person"), add, kind="main", icon="check"), cls="rp-row-foot"),
        focus="add",
    )


@reacton.component
def Born(person: Person, change: Callable[[Person], None]) -> Any:
    """Say how a full date of birth was understood, or ask which day it is: one button each where two can be meant."""
    context = use_session()
    t = context.t
    if day := birth_day(person, context.today, t.known_code):
        return para(t("Born"), ": ", t.day(day), cls="rp-read", aria_live="polite")
    if not asks_for_birth_day(person, context.today, t.known_code):
        return div(cls="rp-none")
    days = day_choices(person.born, context.today, language=t.known_code, side=Side.BACK)
    ways = (Button(t.day(day), _setting_born(person, t.day(day), change), kind="chip").key(str(day)) for day in days)
    return div(
        para(t("“{words}”: which day is that?", words=person.born), cls="rp-help", aria_live="polite"),
        div(*ways, cls="rp-chips") if days else None,
    )


def _setting_born(person: Person, words: str, change: Callable[[Person], None]) -> Callable[[], None]:
    return lambda: change(person.amended(born=words))


def _begun(staff: StaffContext, called: str, context: SessionContext) -> Person:
    language = SpokenLanguage(context.t.known_code)
    return Person(id=staff.new_id(), called=called.strip(), added_on=context.today, language=language)


def _added(staff: StaffContext, person: Person) -> Person:
    staff.store.add_person(person)
    staff.unfinished.pop(NEW, None)
    return person


@reacton.component
def Alike(staff: StaffContext, called: str, full_name: str, go: Callable[[str], None]) -> Any:
    """Who has one of these names already, so that nobody gets two plans by accident."""
    context = use_session()
    t = context.t
    alike = reacton.use_memo(lambda: _alike(staff, (called, full_name), context.today), [called, full_name])
    if not alike:
        return div(cls="rp-none")
    there = Finding(
        "person.alike",
        Place("caseload", field="called"),
        say("Somebody with this name is here already."),
        say("Is it the same person? Then open their page."),
    )
    ways = (
        Button(t("Open {name}", name=told_apart(one, t)), partial(go, one.id), kind="chip").key(one.id) for one in alike
    )
    return Note(there, *ways)


def _alike(staff: StaffContext, names: tuple[str, ...], today: date) -> tuple[Person, ...]:
    """Return those of whom a name is the same, or a part of the one that is typed: "Denise" of "Denise Miller"."""
    found: dict[str, Person] = {}
    for name in filter(None, names):
        found |= {person.id: person for person in _found(staff, name, today) if _begins_or_is(name, person)}
        first_word = name.split()[0]
        found |= {person.id: person for person in _found(staff, first_word, today) if _is_within(person, name)}
    return tuple(found.values())[:SHOWN_ALIKE]


def _found(staff: StaffContext, words: str, today: date) -> Iterator[Person]:
    return (row.person for row in staff.store.caseload(words, today=today, limit=LOOKED_AT).rows)


def _begins_or_is(name: str, person: Person) -> bool:
    """Whether a name is long enough to be pointed out by its beginning, or is a whole word of theirs."""
    return len(name) >= ALIKE_FROM or is_named_in(name, f"{person.called} {person.full_name}")


def _is_within(person: Person, name: str) -> bool:
    """Whether all of what somebody is called stands in the name that is typed."""
    return any(is_named_in(known, name) for known in (person.called.strip(), person.full_name.strip()) if known)
