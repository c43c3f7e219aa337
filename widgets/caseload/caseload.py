"""The caseload: where a counselor begins the day. It finds somebody, shows who is ready to look at again, adds people.

Everything here is for staff. Nothing of it is on the page once a person's plan lies on the table.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

import reacton
import reacton.ipyvuetify as v

from planner.caseload.agency import Agency
from planner.model.instant import local_day
from planner.model.message import say, say_count
from planner.words.fold import folded
from widgets.caseload.adding import AddPerson
from widgets.caseload.agency import AgencyPage
from widgets.caseload.before import Before
from widgets.caseload.clock import ClockQuestion
from widgets.caseload.context import StaffContext, name_of
from widgets.caseload.people import DUE, Noting, PersonRow
from widgets.draft.context import SessionContext, provide_session, use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.staff_bar import StaffBar
from widgets.elements.toolbar import Appearance, LockButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.store import CaseloadRow
    from planner.words.language import Language

PAGE = 25
"""How many people stand on one page of the list."""

FIRST_DUE = 5
"""How many of those ready to look at again stand above everybody."""


@reacton.component
def Caseload(
    staff: StaffContext, agency: Agency, t: Language, today: date, *, practice: bool, lock: Callable[[], None] | None
) -> Any:
    """Show the people, or the one page that was opened from the list."""
    settings, set_up = reacton.use_state(agency)
    today = today if settings.zone == agency.zone else local_day(staff.now(), settings.zone)
    why_not, attempt = use_attempt()
    _provide_staff_session(t, today, settings, practice=practice)
    opened, go = reacton.use_state("")
    search, look_for = reacton.use_state("")

    def keep(changed: Agency) -> None:
        set_up(changed)
        attempt(lambda: staff.store.keep_agency(changed))

    def open_agency() -> None:
        go("agency")

    is_new = settings.amended(counselor="") == Agency(zone=settings.zone)
    asks_for_zone = practice or (is_new and not settings.zone)  # the banner asks for it already
    if opened == "agency":
        return AgencyPage(staff, settings, set_up, lambda: go(""))
    if opened == "add":
        return AddPerson(staff, search, lambda: go(""), go)
    if opened:
        return Before(staff, opened, lambda: go("")).key(opened)
    return div(
        StaffBar(),
        Banner(practice, is_new, open_agency, lock),
        div(cls="rp-none")
        if asks_for_zone
        else ClockQuestion(settings, staff.computer_zone, staff.now(), keep, open_agency),
        WhyNot(why_not),
        People(staff, search, look_for, go),
        cls="rp-caseload",
    )


def _provide_staff_session(t: Language, today: date, agency: Agency, *, practice: bool) -> None:
    """Give the pages before a session what a session's pages have, less the editor: no plan is open here."""
    context = reacton.use_memo(
        lambda: SessionContext(t, today, cast("Any", None), agency, staff=True, practice=practice),
        [t.code, today, agency],
    )
    provide_session(context)


@reacton.component
def Banner(practice: bool, is_new: bool, set_up: Callable[[], None], lock: Callable[[], None] | None) -> Any:
    """The row on top: what this is, the agency's settings, how it looks, and the lock."""
    t = use_session().t
    invented = t("Practice: these people are invented, and nothing you write here is kept.")
    return div(
        div(
            para(t("Recovery Planner"), cls="rp-brand"),
            div(
                Button(t("Your agency"), set_up, kind="text"),
                Appearance(),
                LockButton(lock) if lock else None,
                cls="rp-banner-ways",
            ),
            cls="rp-banner-row",
        ),
        para(invented, cls="rp-practice", role="note") if practice else None,
        _set_up(t, set_up) if is_new and not practice else None,
        cls="rp-banner",
        role="banner",
    )


def _set_up(t: Language, set_up: Callable[[], None]) -> Any:
    return div(
        para(t("Before the first session: your time zone, your crisis line, and who to call.")),
        Button(t("Set up your agency"), set_up, kind="quiet", icon="arrow"),
        cls="rp-set-up",
    )


@reacton.component
def People(staff: StaffContext, search: str, look_for: Callable[[str], None], go: Callable[[str], None]) -> Any:
    """The search and the lists: first who is ready to look at again, then everybody by name."""
    t = use_session().t
    noted, note = reacton.use_state(cast("tuple[int, str]", (0, "")))
    only_due, show_due = reacton.use_state(False)

    def typed(words: str | None) -> None:
        look_for(words or "")

    def once_more(name: str) -> None:
        note((noted[0] + 1, name))

    times, name = noted
    said = t("Noted for {name}. The next check-in starts from it.", name=name) if times else ""
    return tag(
        "main",
        div(
            heading(1, t("Caseload"), cls="rp-step-title", tabindex="-1", data_focus="caseload"),
            Button(
                t("Add a person"), lambda: go("add"), kind="main", icon="plus", attributes={"data-shortcut": "alt+a"}
            ),
            cls="rp-caseload-head",
        ),
        _search(t, search, typed),
        para(said, cls="rp-noted-word", role="status"),
        Due(staff, times, once_more, go, lambda: show_due(True)) if not search.strip() and not only_due else None,
        Found(staff, search, times, once_more, go, only_due=only_due, everybody=lambda: show_due(False)).key(
            f"{search}/{only_due}"
        ),
        cls="rp-main rp-front",
        id="rp-main",
    )


def _search(t: Language, search: str, typed: Callable[[str | None], None]) -> Any:
    box = v.TextField(
        v_model=search,
        on_v_model=typed,
        id="rp-search",
        variant="plain",
        hide_details=True,
        density="compact",
        attributes={"autocomplete": "off", "type": "search"},
        class_="rp-input rp-search-box",
    )
    return div(
        tag("label", t("Find somebody by name"), for_="rp-search", cls="rp-label"),
        box,
        cls="rp-field rp-search",
        role="search",
    )


@reacton.component
def Due(
    staff: StaffContext,
    noted: int,
    once_more: Callable[[str], None],
    go: Callable[[str], None],
    show_all: Callable[[], None],
) -> Any:
    """Who is ready to look at again: the agreed day has come, and nobody has met since."""
    context = use_session()
    t = context.t
    due = reacton.use_memo(
        lambda: staff.store.caseload(today=context.today, due_only=True, limit=FIRST_DUE), [noted, context.today]
    )
    if not due.rows:
        return div(cls="rp-none")
    all_of_them = say_count("Show the one", "Show all {n}", due.total)
    return tag(
        "section",
        heading(2, t("Ready to look at again"), cls="rp-list-title", id="rp-due"),
        Rows(DUE, due.rows, staff, once_more, go),
        Button(t(all_of_them), show_all, kind="text") if due.total > len(due.rows) else None,
        aria_labelledby="rp-due",
        cls="rp-list",
    )


@reacton.component
def Found(
    staff: StaffContext,
    search: str,
    noted: int,
    once_more: Callable[[str], None],
    go: Callable[[str], None],
    *,
    only_due: bool,
    everybody: Callable[[], None],
) -> Any:
    """One page of everybody, of those a search found, or of those ready to look at again."""
    context = use_session()
    t = context.t
    page, turn = reacton.use_state(0)
    found = reacton.use_memo(
        lambda: staff.store.caseload(search, today=context.today, due_only=only_due, limit=PAGE, offset=page * PAGE),
        [search, only_due, page, noted, context.today],
    )
    return tag(
        "section",
        div(
            heading(2, t(_list_title(search, only_due=only_due)), cls="rp-list-title", id="rp-found"),
            para(t(say_count("{n} person", "{n} people", found.total)), cls="rp-soft", role="status"),
            Button(t("Show everybody"), everybody, kind="text") if only_due else None,
            cls="rp-list-head",
        ),
        Rows("found", found.rows, staff, once_more, go) if found.rows else NobodyYet(search, lambda: go("add")),
        Pager(page, found.total, turn) if found.total > PAGE else None,
        aria_labelledby="rp-found",
        cls="rp-list",
    )


def _list_title(search: str, *, only_due: bool) -> Any:
    if only_due:
        return say("Ready to look at again")
    return say("Found") if search.strip() else say("Everybody")


@reacton.component
def Rows(
    name: str,
    rows: tuple[CaseloadRow, ...],
    staff: StaffContext,
    once_more: Callable[[str], None],
    go: Callable[[str], None],
) -> Any:
    """A list of people; noting a contact opens under one of them at a time."""
    t = use_session().t
    with_whom, note_with = reacton.use_state("")
    last, was_noted = reacton.use_state(cast("tuple[str, int]", ("", 0)))

    def open_or_close(person_id: str) -> None:
        note_with("" if with_whom == person_id else person_id)

    def done(kept: bool) -> None:
        note_with("")
        if kept:
            was_noted((with_whom, last[1] + 1))
            once_more(next(name_of(row.person, t) for row in rows if row.person.id == with_whom))

    noting = Noting(with_whom, *last, open_or_close, done)
    named = Counter(folded(name_of(row.person, t)) for row in rows)
    equal = {row.person.id for row in rows if named[folded(name_of(row.person, t))] > 1}
    drawn = (
        PersonRow(name, row, staff, noting, go, has_namesake=row.person.id in equal).key(row.person.id) for row in rows
    )
    return tag("ul", *drawn, cls="rp-people")


@reacton.component
def NobodyYet(search: str, add: Callable[[], None]) -> Any:
    """An empty list: nobody found, or nobody there yet."""
    t = use_session().t
    if search.strip():
        words = t("Nobody by this name yet. Fewer letters find more; accents and capitals make no difference.")
        return div(para(words), Button(t("Add this person"), add, kind="quiet", icon="plus"), cls="rp-empty")
    words = t("Nobody is here yet. The first person you add will stand here, and everything you write down is kept.")
    return div(
        para(words, cls="rp-own"), Button(t("Add the first person"), add, kind="quiet", icon="plus"), cls="rp-empty"
    )


@reacton.component
def Pager(page: int, total: int, turn: Callable[[int], None]) -> Any:
    """The way through a long list."""
    t = use_session().t
    first, last = page * PAGE + 1, min(total, (page + 1) * PAGE)
    where = t("{first} to {last} of {total}", first=first, last=last, total=t.number(total))
    return tag(
        "nav",
        Button(t("Back"), lambda: turn(page - 1), kind="text", icon="back") if page else None,
        para(where, cls="rp-soft", role="status"),
        Button(t("More people"), lambda: turn(page + 1), kind="text", icon="more") if last < total else None,
        cls="rp-pager",
        aria_label=t("Pages of the list"),
    )
