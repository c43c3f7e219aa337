"""Where two providers said different things: both in their own words, side by side, and the question to bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.visit_questions import asked_at_next_visit, may_be_asked
from planner.health.advice import DifferentAdvice
from planner.model.message import say
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Note, note_key, shown
from widgets.forms import Fields, form
from widgets.forms.cards import Cards
from widgets.forms.link_options import links

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.health.provider import Provider
    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from widgets.forms.link_options import Options

ABOUT = form(DifferentAdvice, "about")
SIDES = form(DifferentAdvice, ("one_id", "other_id"), ("one_says", "other_says"), "settled", "medication_id")


@reacton.component
def ToldTwoThings(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What was told in two ways. Nobody here says who is right."""
    t = use_session().t
    known = links(plan)
    names = {provider.id: provider.name.strip() for provider in plan.providers}
    ids = {one.id for one in plan.advice}
    leads = tuple(finding for finding in findings if finding.ways)
    return tag(
        "section",
        heading(3, t("Where I was told two things"), cls="rp-part-title"),
        Cards(
            plan.advice,
            ("advice",),
            ABOUT,
            title=lambda one: one.about,
            new=lambda new_id: DifferentAdvice(id=new_id),
            add=say("Add where you were told two things"),
            body=lambda one, path: Sides(one, path, known),
            below=lambda one: SideBySide(one, names),
            findings=tuple(one for one in findings if one.where.item in ids and not one.ways),
        ),
        Leads(plan, leads),
        cls="rp-told-two",
        aria_label=t("Where I was told two things"),
    )


def Sides(one: DifferentAdvice, path: FieldPath, known: dict[str, Options]) -> Any:
    """Both sides to write, then how it was settled."""
    return Fields(SIDES, one, path, links=known)


@reacton.component
def SideBySide(one: DifferentAdvice, names: dict[str, str]) -> Any:
    """Both words of advice next to each other, alike in size and place."""
    t = use_session().t
    sides = ((one.one_id, one.one_says, say("One of them")), (one.other_id, one.other_says, say("The other")))
    settled = one.settled.strip()
    return div(
        *(_side(names.get(who or "") or t(nobody), says) for who, says, nobody in sides if says.strip()),
        para(t("How it was settled: {words}", words=settled), cls="rp-settled") if settled else None,
        cls="rp-sides rp-below",
    )


def _side(name: str, says: str) -> Any:
    return tag("blockquote", para(name, cls="rp-soft"), para(says.strip(), cls="rp-own"), cls="rp-side")


@reacton.component
def Leads(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The findings that lead to a question for a visit, with whom it could be asked."""
    staff = use_session().staff
    return div(*(Lead(plan, one).key(note_key(one)) for one in shown(findings, staff=staff)), cls="rp-notes")


@reacton.component
def Lead(plan: Plan, finding: Finding) -> Any:
    """One of them. Pressing a name puts the question into the next visit there."""
    t = use_session().t
    ways = (
        AskAt(plan, provider, ask).key(f"{provider.id}/{ask}")
        for ask in finding.ways
        for provider in may_be_asked(plan, finding)
    )
    asks = tuple(para(t.quote(t(ask)), cls="rp-own") for ask in finding.ways)
    return div(Note(finding, *asks, *ways))


@reacton.component
def AskAt(plan: Plan, provider: Provider, ask: Message) -> Any:
    """The way to bring a question to one provider; once it stands there, it says so."""
    context = use_session()
    t, editor = context.t, context.editor
    words = Language(editor.person.language.value)(ask)
    visits = [visit for visit in plan.visits if visit.provider_id == provider.id]
    if any(question.ask.strip() == words for visit in visits for question in visit.questions):
        return para(t("You bring this to {name}.", name=provider.name), cls="rp-told", role="status")
    return Button(
        t("Ask {name}", name=provider.name.strip()), _asking(editor, provider.id, words, context.today), kind="chip"
    )


def _asking(editor: Any, provider_id: str, words: str, today: Any) -> Callable[[], None]:
    def press() -> None:
        plan = asked_at_next_visit(editor.plan, provider_id, words, new_id=editor.new_id, today=today)
        editor.put((), plan, visit=f"ask/{provider_id}")

    return press
