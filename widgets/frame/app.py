"""The whole page: the caseload, or the table with one person's plan; and what is shown when something stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.instant import local_day
from planner.store import NotInStoreError, StoreError
from planner.words.language import Language
from widgets.caseload.caseload import Caseload
from widgets.caseload.context import StaffContext
from widgets.draft.context import SessionContext
from widgets.draft.draft_editor import DraftEditor
from widgets.elements.attempt import use_last_known
from widgets.elements.error_log import logged
from widgets.elements.look import Look
from widgets.elements.markup import Button, div, para
from widgets.elements.spoken import Spoken, provide_spoken
from widgets.frame.idle import StillHere, use_idle_warning
from widgets.frame.other_page import OtherPage
from widgets.frame.pulse import Pulse
from widgets.frame.returned_words import Returned
from widgets.frame.session_page import SessionPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from planner.caseload.agency import Agency
    from planner.caseload.person import Person
    from planner.sessions.session import Session
    from planner.store import Store


@reacton.component
def App(
    store: Store,
    browser: Language,
    *,
    now: Callable[[], datetime],
    new_id: Callable[[], str],
    practice: bool,
    lock: Callable[[], None] | None,
    minutes_left: Callable[[int], float | None] | None = None,
    place: str = "",
    moved: Callable[[str], None] | None = None,
    computer_zone: str = "",
) -> Any:
    """The page. One person at a time is loaded: what the kernel does not hold, no page can show.

    `place` is the id of the person whose session was open before a reload; `moved` hears of the one that is open now.
    `minutes_left` asks the server how long until it locks.
    """
    editor, sit_down, leave = _use_editor(store, place, now=now, new_id=new_id)
    stopped, clear = reacton.use_exception()
    agency = use_last_known(store.agency)
    today = local_day(now(), agency.zone)
    t = _use_language(agency, browser)
    at = editor.person.id if editor else ""
    staff = reacton.use_memo(lambda: StaffContext(store, now, new_id, sit_down, computer_zone), [store, at])
    reacton.use_effect(lambda: moved(at) if moved else None, [at])
    warns, idle = use_idle_warning(agency, now, minutes_left, in_session=editor is not None)
    if editor:
        body = SessionPage(SessionContext(t, today, editor, agency, practice=practice), leave, lock).key(at)
    else:
        body = Caseload(staff, agency, t, today, practice=practice, lock=lock)
    return _placed(
        t,
        Look(),
        Pulse(t, _hearing(editor, idle), place=at),
        *_from_other_pages(t, None if stopped else editor, today),
        Stopped(t, stopped, clear) if stopped else body,
        StillHere(t, lambda: idle(True)) if warns else None,
    )


def _placed(t: Language, *parts: Any) -> Any:
    """Return the parts of the page in their place, said in the language of the page."""
    return div(div(*parts, cls="rp", lang=t.code), cls="rp-place")


def _use_editor(
    store: Store, place: str, *, now: Callable[[], datetime], new_id: Callable[[], str]
) -> tuple[DraftEditor | None, Callable[[Person, Session], None], Callable[[], None]]:
    """Return the editor of the open session, what opens the plan of a person for one, and what lays it away."""
    editor, lay = reacton.use_state(reacton.use_memo(lambda: _open_again(store, place, now=now, new_id=new_id), []))

    def sit_down(person: Person, session: Session) -> None:
        lay(DraftEditor(store, person, session, now=now, new_id=new_id))
        store.note_opened(person.id, session.kind.value, by=session.author)

    return editor, sit_down, lambda: lay(None)


def _use_language(agency: Agency, browser: Language) -> Language:
    """Return the language chosen on the page, else the agency's, else the one the browser asks for."""
    chosen, speak = reacton.use_state("")
    t = Language(chosen or agency.language or browser.code)
    provide_spoken(Spoken(t.code, speak))
    return t


def _from_other_pages(t: Language, editor: DraftEditor | None, today: date) -> tuple[Any, Any]:
    """Return what another page wrote in this plan, and words that come back after a lock, each in its own place."""
    if editor is None:
        return div(cls="rp-none"), div(cls="rp-none")
    person_id = editor.person.id
    other, returned = OtherPage(t, editor), Returned(t, editor, today)
    return other.key(f"other/{person_id}"), returned.key(f"returned/{person_id}")


def _hearing(editor: DraftEditor | None, idle: Callable[[bool], None]) -> Callable[[bool], None]:
    def heard(touched: bool) -> None:
        if editor:
            editor.rest()
        idle(touched)

    return heard


def _open_again(
    store: Store, person_id: str, *, now: Callable[[], datetime], new_id: Callable[[], str]
) -> DraftEditor | None:
    """Return the editor of the session that was on the screen before, or none when it has ended meanwhile."""
    try:
        session = store.open_session(person_id) if person_id else None
        return DraftEditor(store, store.person(person_id), session, now=now, new_id=new_id) if session else None
    except NotInStoreError:
        return None


@reacton.component
def Stopped(t: Language, problem: BaseException, clear: Callable[[], None]) -> Any:
    """A calm note with a number. The log keeps the number and the place in the code, never the words."""
    number = reacton.use_memo(lambda: logged(problem), [problem])
    why = (
        t(problem.says)
        if isinstance(problem, StoreError)
        else t("Something here stopped. What you typed until then is kept.")
    )
    return div(
        para(why, cls="rp-own"),
        para(t("If it stops again, tell your support this number: {number}", number=number)),
        Button(t("Go on"), clear, kind="main"),
        cls="rp-stopped",
        role="alert",
    )
