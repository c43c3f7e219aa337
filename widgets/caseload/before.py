"""Before a session: who the person is, and how the two begin.

Both look at this page. What staff noted between the sessions opens in the staff view alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import reacton

from planner.model.message import say, say_count
from planner.sessions.session import Session, SessionKind
from widgets.caseload.adding import PERSON, Born
from widgets.caseload.agreed import Agreed
from widgets.caseload.contact import Contacts, NoteContact
from widgets.caseload.context import StaffPage, name_of
from widgets.caseload.forgetting import Forgetting
from widgets.caseload.history import History
from widgets.draft.context import provide_session, use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.staff_bar import StaffBar
from widgets.elements.toolbar import PracticeMark
from widgets.forms import form
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.person import Person
    from planner.model.message import Message
    from planner.words.language import Language
    from widgets.caseload.context import StaffContext

HOW = form(Session, "how", "author")
_DISCARDED = say("That session is taken out. It does not count as a contact.")
_WORDS_STAY = say(
    "That session is taken out. It does not count as a contact. What was written in it stays, and the next session "
    "goes on from it."
)


@reacton.component
def Before(staff: StaffContext, person_id: str, back: Callable[[], None]) -> Any:
    """Show one person's page. Only this person is loaded."""
    context = use_session()
    t = context.t
    shows_staff, show_staff = reacton.use_state(False)
    provide_session(reacton.use_memo(lambda: replace(context, staff=shows_staff), [context, shows_staff]))
    noted, note = reacton.use_state(0)
    person, keep_in_mind = reacton.use_state(reacton.use_memo(lambda: staff.store.person(person_id), [person_id]))
    discarded, tell = reacton.use_state(cast("Message | None", None))
    under_way = reacton.use_memo(lambda: staff.store.open_session(person_id), [person_id, discarded])
    begin = GoOn(staff, person, under_way, tell) if under_way else Begin(staff, person)
    page = StaffPage(
        name_of(person, t),
        back,
        PracticeMark() if context.practice else None,
        para(_about(person, t), cls="rp-soft rp-about"),
        para(t(discarded) if discarded else "", cls="rp-told", role="status"),
        begin,
        Since(staff, person, noted, lambda: note(noted + 1), show_staff),
        History(staff, person, is_open=under_way is not None),
        Agreed(staff, person),
        Details(staff, person, keep_in_mind),
        Forgetting(staff, person, back) if shows_staff and under_way is None else None,
        focus=person.id,
    )
    return div(StaffBar(lambda: show_staff(False)) if shows_staff else div(cls="rp-none"), page, cls="rp-before")


def _about(person: Person, t: Language) -> str:
    message = {None: "", True: t("You may leave a message"), False: t("Please leave no message")}[
        person.may_leave_message
    ]
    parts = (person.pronouns, person.phone, message if person.phone.strip() else "", person.note_to_find)
    return " · ".join(part.strip() for part in parts if part.strip())


@reacton.component
def GoOn(staff: StaffContext, person: Person, session: Session, discarded: Callable[[Message], None]) -> Any:
    """The session that is open: one person has one at a time. One nobody meant to open can be discarded."""
    context = use_session()
    t = context.t
    why_not, attempt = use_attempt()

    def discard() -> None:
        stays = attempt(lambda: staff.store.discard(session.id, by=session.author))
        if stays is not None:
            discarded(_WORDS_STAY if stays else _DISCARDED)

    began = context.local(session.started)
    when = t("Session {number}, begun on {day} at {time}", number=session.number, day=began.date(), time=t.time(began))
    return tag(
        "section",
        heading(2, t("A session is open"), cls="rp-leaf-title"),
        para(when, cls="rp-soft"),
        div(
            Button(t("Go on with it"), lambda: staff.sit_down(person, session), kind="main", icon="arrow"),
            Button(t("Opened by mistake"), discard, kind="text"),
            cls="rp-row-foot",
        ),
        WhyNot(why_not),
        cls="rp-card rp-begin",
        aria_label=t("A session is open"),
    )


@reacton.component
def Begin(staff: StaffContext, person: Person) -> Any:
    """The two ways to begin: the whole plan, or the first twenty minutes."""
    t = use_session().t
    session, change = reacton.use_state(reacton.use_memo(lambda: _next(staff, person), [person.id]))
    has_met = reacton.use_memo(lambda: bool(staff.store.sessions(person.id)), [person.id])
    why_not, attempt = use_attempt()

    def begin(kind: SessionKind) -> Callable[[], None]:
        return lambda: attempt(lambda: staff.begin(person, session.amended(kind=kind)))

    ways = (
        (
            say("Start a session"),
            say("It begins with the check-in: what went right, what was hard, what is ready to look at again.")
            if has_met
            else say("The whole plan, in any order and over as many sessions as it takes."),
            SessionKind.SESSION,
            "main",
        ),
        (
            say("The first twenty minutes"),
            say("A bed, food, medicines, one step, who to call. It prints one page; the rest can wait."),
            SessionKind.FIRST_PATH,
            "quiet",
        ),
    )
    return tag(
        "section",
        heading(2, t("Sit down together"), cls="rp-leaf-title"),
        Sheet(HOW, session, change, "session"),
        WhyNot(why_not),
        div(*(_way(t, begin, *way) for way in ways), cls="rp-ways-in"),
        cls="rp-card rp-begin",
        aria_label=t("Sit down together"),
    )


def _way(
    t: Language, begin: Callable[[SessionKind], Callable[[], None]], title: Any, what: Any, kind: SessionKind, look: str
) -> Any:
    return div(
        Button(t(title), begin(kind), kind=look, icon="arrow"), para(t(what), cls="rp-soft"), cls="rp-way-in"
    ).key(kind.value)


def _next(staff: StaffContext, person: Person) -> Session:
    return Session(id=staff.new_id(), person_id=person.id, started=staff.now(), author=staff.last_author(person))


@reacton.component
def Since(
    staff: StaffContext, person: Person, noted: int, once_more: Callable[[], None], show_staff: Callable[[bool], None]
) -> Any:
    """How many contacts were noted since the last session; what was noted, and by whom, in the staff view."""
    context = use_session()
    t = context.t
    noting, show = reacton.use_state(False)
    sessions = reacton.use_memo(lambda: staff.store.sessions(person.id), [person.id])
    last = sessions[-1].started if sessions else None
    contacts = reacton.use_memo(lambda: staff.store.contacts(person.id, since=last), [person.id, noted])

    def read() -> None:
        show_staff(True)

    def write() -> None:
        show(True)
        show_staff(True)

    def done(_kept: bool) -> None:
        show(False)
        once_more()

    return tag(
        "section",
        heading(2, t("Between sessions"), cls="rp-list-title"),
        Contacts(contacts) if context.staff else FoldedContacts(len(contacts), read),
        NoteContact(staff, person, done)
        if noting and context.staff
        else Button(t("Note a contact"), write, kind="quiet", icon="plus"),
        cls="rp-list",
        aria_label=t("Between sessions"),
    )


@reacton.component
def FoldedContacts(count: int, read: Callable[[], None]) -> Any:
    """That something was noted, and nothing of it."""
    t = use_session().t
    if not count:
        return para(t("Nothing is noted since you last met."), cls="rp-soft")
    told = say_count("{n} contact is noted.", "{n} contacts are noted.", count)
    return div(
        para(t(told), cls="rp-soft"),
        Button(t("Read in the staff view"), read, kind="text"),
        cls="rp-noted-folded",
    )


@reacton.component
def Details(staff: StaffContext, person: Person, keep_in_mind: Callable[[Person], None]) -> Any:
    """What is known about the person, to change; every change is kept at once."""
    t = use_session().t
    opened, show = reacton.use_state(False)
    why_not, attempt = use_attempt()

    def change(changed: Person) -> None:
        keep_in_mind(changed)
        attempt(lambda: staff.store.keep_person(changed))

    if not opened:
        return div(Button(t("Change name, phone or language"), lambda: show(True), kind="text"), cls="rp-details")
    return tag(
        "section",
        Sheet(PERSON, person, change, "person"),
        Born(person, change),
        WhyNot(why_not),
        div(Button(t("Close"), lambda: show(False), kind="text"), cls="rp-row-foot"),
        cls="rp-card rp-details",
        aria_label=t("Name, phone and language"),
        data_focus=f"details-{person.id}",
    )
