"""The sessions so far: each finished plan to read and to print again as it was, and the last finish to take back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import reacton

from exports.documents.occasion import Occasion
from exports.preview import preview
from planner.model.message import say
from planner.model.path import put
from planner.words.language import Language
from widgets.draft.context import SessionContext, provide_session, use_session
from widgets.draft.record import PersonRecord
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.paper.beside import PaperSheet, title_of
from widgets.paper.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.person import Person
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.sessions.session import Session
    from planner.store import Revision, Store
    from widgets.caseload.context import StaffContext

SHOWN = 5
"""How many of the finished sessions stand there before the others are asked for."""


@dataclass(frozen=True)
class Finished:
    """A session that was finished: its plan can be read and printed again, and nothing in it changes."""

    store: Store
    person: Person
    session: Session
    revision: Revision


@dataclass
class Reprint:
    """A finished plan in the place of a draft. What is asked before a print is answered for this time alone."""

    record: PersonRecord
    person: Person
    session: Session
    revision: Revision
    plan: Plan
    shows: Callable[[Plan], None]
    by: str = ""
    """Nobody is named as sitting here: the counselor of that session need not be the one who prints now."""

    def put(self, path: FieldPath, value: object) -> None:
        """Take an answer; what was finished stays as it was kept."""
        self.plan = put(self.plan, path, value)
        self.shows(self.plan)


@reacton.component
def History(staff: StaffContext, person: Person, *, is_open: bool) -> Any:
    """The finished sessions, the latest first; `is_open` says that another one is under way."""
    t = use_session().t
    opened, show = reacton.use_state(0)
    shows_all, show_all = reacton.use_state(False)
    found = reacton.use_memo(lambda: _finished(staff, person), [person])
    if not found:
        return div(cls="rp-none")
    shown = found if shows_all else found[:SHOWN]
    rows = (
        Row(
            one,
            lambda number=one.revision.number: show(0 if opened == number else number),
            is_read=opened == one.revision.number,
            take_back=_taking_back(staff, one) if one is found[0] and not is_open else None,
        ).key(str(one.revision.number))
        for one in shown
    )
    return tag(
        "section",
        heading(2, t("Sessions so far"), cls="rp-list-title"),
        tag("ul", *rows, cls="rp-noted rp-history"),
        Button(t("Show all {n}", n=len(found)), lambda: show_all(True), kind="text")
        if len(shown) < len(found)
        else None,
        cls="rp-list",
        aria_label=t("Sessions so far"),
    )


def _finished(staff: StaffContext, person: Person) -> tuple[Finished, ...]:
    sessions = {session.id: session for session in staff.store.sessions(person.id)}
    revisions = reversed(staff.store.revisions(person.id))
    return tuple(Finished(staff.store, person, sessions[revision.session_id], revision) for revision in revisions)


def _taking_back(staff: StaffContext, one: Finished) -> Callable[[], None] | None:
    """Return how to go on with the last session, or nothing where its finish was taken back before."""
    if one.revision.taken_back:
        return None

    def take_back() -> None:
        staff.sit_down(one.person, staff.store.take_back_finish(one.session.id, by=one.session.author))

    return take_back


@reacton.component
def Row(one: Finished, read: Callable[[], None], *, is_read: bool, take_back: Callable[[], None] | None) -> Any:
    """One finished session: when and by whom, whether its finish was taken back, and the ways to it."""
    context = use_session()
    t = context.t
    why_not, attempt = use_attempt()
    ended = context.local(one.revision.at)
    name = t("Session {number}, finished on {day}", number=one.session.number, day=ended.date())
    says = t(say("Close")) if is_read else t(say("Read and print"))
    about = {"aria-label": f"{says}: {name}, {t.time(ended)}", "aria-expanded": str(is_read).lower()}
    return tag(
        "li",
        para(" · ".join(part for part in (name, t.time(ended), one.session.author.strip()) if part)),
        _taken_back(one.revision, context),
        div(
            Button(says, read, kind="text", attributes=about),
            Button(t("Finished by mistake"), lambda: attempt(take_back), kind="text") if take_back else None,
            cls="rp-folded-ways",
        ),
        WhyNot(why_not),
        FinishedPlan(one) if is_read else None,
        cls="rp-noted-one",
    )


def _taken_back(revision: Revision, context: SessionContext) -> Any:
    if revision.taken_back is None:
        return None
    at = context.local(revision.taken_back)
    words = context.t("Taken back on {day} at {time}; the session went on.", day=at.date(), time=context.t.time(at))
    return para(words, cls="rp-soft")


@reacton.component
def FinishedPlan(one: Finished) -> Any:
    """The plan as it was finished, with its papers as they were that day."""
    context = use_session()
    kept = reacton.use_memo(lambda: one.store.revision(one.person.id, one.revision.number), [one.revision])
    plan, show = reacton.use_state(kept)
    editor = reacton.use_memo(
        lambda: Reprint(PersonRecord(one.store, one.session), one.person, one.session, one.revision, kept, show),
        [one.revision],
    )
    day = context.local(one.revision.at).date()
    then = reacton.use_memo(
        lambda: SessionContext(context.t, day, cast("Any", editor), context.agency, staff=True), [context, one.revision]
    )
    provide_session(then)
    paper = Language(one.person.language.value)
    parts = preview(Occasion(plan=plan, person=one.person, today=day, language=paper))
    name = context.t("The plan as it was finished on {day}", day=day)
    return div(Paper(plan), PaperSheet(title_of(one.person, paper), parts, paper, name), cls="rp-finished-plan")
