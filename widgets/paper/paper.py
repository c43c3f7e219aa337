"""What goes on paper: the documents of a session, made while you watch and offered as a link to save."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import reacton

from exports.catalog import of_plan, offer_async
from exports.documents.my_plan import sections
from exports.documents.occasion import Occasion
from planner.model.entry import help_text, label
from planner.model.message import say
from planner.plan.plan import Plan, SessionPath
from planner.sharing.paper_privacy import (
    LAPSE_PAGE,
    is_asked,
    is_left_off,
    may_be_found,
    stays_unprinted,
    tells_of_a_medicine,
)
from planner.store.giving import Leaving
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para
from widgets.forms import Fields, form
from widgets.forms.chips import Chip
from widgets.forms.field_ref import field_of
from widgets.forms.frame import grouped
from widgets.paper.making import Outcome, use_making

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.catalog import As, ExportedFile, Kind
    from exports.page.section import Section
    from planner.model.message import Message
    from planner.store.giving import Released
    from widgets.draft.context import SessionContext

PAPERS: tuple[tuple[Kind, As, Message], ...] = (
    ("my-plan", "pdf", say("My plan (PDF)")),
    ("whole-plan", "pdf", say("My whole plan (PDF)")),
    ("session-summary", "pdf", say("Session summary (PDF)")),
    ("my-plan", "html", say("My plan (web page)")),
    ("whole-plan", "html", say("My whole plan (web page)")),
    ("session-summary", "html", say("Session summary (web page)")),
)
ONE_PAGE = PAPERS[:1]
"""What the first twenty minutes lead to."""

SCHEDULE: tuple[tuple[Kind, As, Message], ...] = (
    ("pill-schedule", "pdf", say("Print it for the wall (PDF)")),
    ("pill-list", "pdf", say("Print it to carry (PDF)")),
)
LAPSE_PAGE_NAME = say("The page for a slip (PDF)")
LAPSE_PAGE_LEFT_OFF = say("The sheet for after a slip")
"""Among what can be left off, where the name of a file would read like something to save."""

LAPSE: tuple[tuple[Kind, As, Message], ...] = (("lapse-page", "pdf", LAPSE_PAGE_NAME),)
QUESTIONS: tuple[tuple[Kind, As, Message], ...] = (("question-sheet", "pdf", say("A page for the next visit (PDF)")),)
PLACES: tuple[tuple[Kind, As, Message], ...] = (("services-and-meetings", "pdf", say("Places and meetings (PDF)")),)
WEEK: tuple[tuple[Kind, As, Message], ...] = (
    ("my-week", "pdf", say("My week (PDF)")),
    ("my-week-neutral", "pdf", say("In neutral words (PDF)")),
)
_OF_THE_AGENCY = frozenset({"session-summary"})
"""In the language of the screen; every other one is the person's, in theirs."""

FOUND = form(Plan, "paper_may_be_found")


@dataclass(frozen=True)
class Wanted:
    """One paper that was asked for."""

    document: Kind
    form: As
    name: Message


@reacton.component
def Paper(plan: Plan, papers: tuple[tuple[Kind, As, Message], ...] = PAPERS) -> Any:
    """A button for each document, and below it the one that was asked for last.

    Before the first paper of the person's is made, one question is asked and its answer kept. The lapse page comes
    along with their plan, as a sheet of its own, unless it is left off.
    """
    context = use_session()
    made, start = use_making()
    beside, start_beside = use_making()
    waiting, wait = reacton.use_state(cast("Wanted | None", None))

    def make(wanted: Wanted) -> None:
        wait(None)
        start(wanted.name, lambda: _offered(context, wanted.document, wanted.form))
        if brings_lapse_page(context.editor.plan, wanted.document):
            start_beside(LAPSE_PAGE_NAME, lambda: _offered(context, "lapse-page", wanted.form))

    def ask_for(wanted: Wanted) -> None:
        hold = not may_be_made(context.editor.plan, wanted.document)
        wait(wanted) if hold else make(wanted)

    def answer(found: bool, wanted: Wanted) -> None:
        context.editor.put(("paper_may_be_found",), found)
        ask_for(wanted)

    wanted = tuple(Wanted(*paper) for paper in papers if _is_there(plan, paper[0]))
    is_mine = made is not None and any(made.name == one.name for one in wanted if one.document == "my-plan")
    return div(
        div(*(_button(one, lambda one=one: ask_for(one)) for one in wanted), cls="rp-papers"),
        BeforePrinting(plan, waiting, answer, make) if waiting else None,
        Outcome(made),
        Outcome(beside) if is_mine and brings_lapse_page(plan, "my-plan") else None,
        cls="rp-paper",
    )


def _is_there(plan: Plan, document: Kind) -> bool:
    """Whether a document is another one than those beside it: what twenty minutes hold is one page in any case."""
    return document != "whole-plan" or plan.path is not SessionPath.FIRST


def _button(wanted: Wanted, press: Callable[[], None]) -> Any:
    kind = _kind(wanted.document, wanted.form)
    return Button(use_session().t(wanted.name), press, kind=kind).key(f"{wanted.document} {wanted.form}")


def brings_lapse_page(plan: Plan, document: Kind) -> bool:
    """Whether the lapse page comes along with a document."""
    return document == "my-plan" and not is_left_off(plan, LAPSE_PAGE)


def may_be_made(plan: Plan, document: Kind) -> bool:
    """Whether a document can be made without a word before: the chart always, a paper of the person's once asked."""
    if document in _OF_THE_AGENCY:
        return True
    return is_asked(plan) and not stays_unprinted(plan, document)


@reacton.component
def BeforePrinting(
    plan: Plan, wanted: Wanted, answer: Callable[[bool, Wanted], None], make: Callable[[Wanted], None]
) -> Any:
    """What is asked before a paper is made: who could find it, or whether one that tells all is wanted."""
    t = use_session().t
    if not is_asked(plan):
        asks, says = t(label(Plan, "paper_may_be_found")), t(help_text(Plan, "paper_may_be_found"))
        ways = [
            Button(t("Yes"), lambda: answer(True, wanted), kind="quiet"),
            Button(t("No"), lambda: answer(False, wanted), kind="quiet"),
        ]
    else:
        asks = t("You said that someone could find your paper. This one tells about your medicines or a slip.")
        says, ways = "", [Button(t("Print it all the same"), lambda: make(wanted), kind="quiet")]
    return div(
        para(asks, cls="rp-asks", tabindex="-1", data_focus="before-printing"),
        para(says, cls="rp-soft"),
        div(*ways, cls="rp-chips"),
        cls="rp-card rp-before-printing",
        role="group",
        aria_label=asks,
    )


def _kind(document: Kind, form: As) -> str:
    if form != "pdf":
        return "text"
    return "main" if document == "my-plan" else "quiet"


async def _offered(context: SessionContext, document: Kind, form: As) -> Released[ExportedFile]:
    """Make a document of the plan as it stands now."""
    editor = context.editor
    occasion = occasion_now(context, context.t if document in _OF_THE_AGENCY else None)
    leaving = Leaving("printed" if form == "pdf" else "exported", editor.person.id, document, form, editor.by)
    return await editor.record.giving.release_async(leaving, lambda: offer_async(of_plan(document, occasion), form))


def occasion_now(context: SessionContext, language: Language | None = None) -> Occasion:
    """Return the plan of a session as it stands now, to be made into something in the person's language or another."""
    editor = context.editor
    return Occasion(
        plan=editor.plan,
        person=editor.person,
        session=editor.session.amended(finished=editor.revision.at) if editor.revision else editor.session,
        today=context.today,
        language=language or Language(editor.person.language.value),
        agency=context.agency,
        practice=context.practice,
    )


@reacton.component
def LeftOff(plan: Plan) -> Any:
    """The parts of the person's page, to leave off what others might find and read."""
    context = use_session()
    editor = context.editor
    whole = plan.amended(left_off_paper=())
    parts = sections(Occasion(plan=whole, person=editor.person, today=context.today, language=context.t))

    def toggled(part: str) -> tuple[str, ...]:
        off = plan.left_off_paper
        return tuple(one for one in off if one != part) if part in off else (*off, part)

    names = {part.id: part.title for part in parts}
    if not is_left_off(whole, LAPSE_PAGE):
        names[LAPSE_PAGE] = context.t(LAPSE_PAGE_LEFT_OFF)
    chips = (
        Chip(name, part in plan.left_off_paper, partial(editor.put, ("left_off_paper",), toggled(part)), key=part)
        for part, name in names.items()
    )
    return div(
        Fields(FOUND, plan, ()),
        _told_in(tuple(part.title for part in parts if _tells(part, plan)), context.t) if may_be_found(plan) else None,
        grouped(field_of(plan, "left_off_paper", ()), *chips),
        cls="rp-fields",
    )


def _tells(part: Section, plan: Plan) -> bool:
    """Whether a part that would be printed names a medicine in somebody's own words."""
    return part.id not in plan.left_off_paper and any(tells_of_a_medicine(line, plan) for line in part.lines)


def _told_in(titles: tuple[str, ...], t: Language) -> Any:
    """Ask about the parts whose words name a medicine all the same; nothing is taken out of what somebody said."""
    if not titles:
        return None
    return div(
        para(t("Your own words name a medicine here: {parts}.", parts=", ".join(titles)), cls="rp-note-says"),
        para(t("You can leave these parts off too, or say it in other words."), cls="rp-note-try"),
        cls="rp-note",
        role="note",
    )
