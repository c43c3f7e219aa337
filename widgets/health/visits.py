"""Visits: when and where, the questions to bring, the way there, and what changed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.health.visit import Visit
from planner.model.message import say, say_count
from widgets.draft.context import use_session
from widgets.elements.markup import div, para
from widgets.elements.pages import Pages, use_page
from widgets.forms import Fields, form, page_of
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.forms.words import shown_reading
from widgets.health.visit_questions import Answers, Questions, suggestions_of, worries_of
from widgets.paper.paper import QUESTIONS, Paper

if TYPE_CHECKING:
    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.words.language import Language

FOR_WHAT = form(Visit, "provider_id", "what_for")
WHEN = form(Visit, ("on", "at"), "place", "reminder")
WAY = form(Visit, "transport", "transport_words")
AFTERWARDS = form(Visit, "what_changed")

PAGES = (
    ("when", say("When and where")),
    ("questions", say("Questions to bring")),
    ("way", say("The way there")),
    ("after", say("Afterwards")),
)
PAGE_OF = page_of(when=(WHEN,), questions=("questions",), way=(WAY,), after=(AFTERWARDS,))


@reacton.component
def Visits(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The visits to come and those that have been, each a card with its questions and answers."""
    context = use_session()
    t, language = context.t, context.editor.person.language.value
    known, worries = links(plan), worries_of(plan)
    names = {provider.id: provider.name.strip() for provider in plan.providers}
    cards = Cards(
        plan.visits,
        ("visits",),
        FOR_WHAT,
        title=lambda visit: title_of(visit, names, t),
        new=lambda new_id: Visit(id=new_id),
        add=say("Add a visit"),
        links=known,
        body=lambda visit, path: VisitPages(visit, path, worries, suggestions_of(plan, visit, context.today, language)),
        below=lambda visit: para(when_of(visit, t), cls="rp-soft rp-below"),
        findings=findings,
    )
    has_one = any(visit.is_ahead(context.today) and visit.has_questions for visit in plan.visits)
    return div(cards, Paper(plan, QUESTIONS) if has_one else div(cls="rp-none"), cls="rp-visits")


def title_of(visit: Visit, names: dict[str, str], t: Language) -> str:
    """Return what a visit is called: with whom and what for."""
    parts = (names.get(visit.provider_id or "", ""), visit.what_for.strip())
    return " · ".join(part for part in parts if part) or when_of(visit, t)


def when_of(visit: Visit, t: Language) -> str:
    """Return the day, the time and how many questions there are."""
    asked = [question for question in visit.questions if question.ask.strip()]
    parts = (
        shown_reading(visit.on, t) or visit.on.words.strip(),
        shown_reading(visit.at, t) or visit.at.words.strip(),
        t(visit.transport.label) if visit.transport else "",
        t(say_count("{n} question", "{n} questions", len(asked))) if asked else "",
    )
    return " · ".join(part for part in parts if part)


@reacton.component
def VisitPages(visit: Visit, path: FieldPath, worries: tuple[str, ...], suggested: tuple[str, ...]) -> Any:
    """What stands behind a visit, one page at a time."""
    opened, turn = use_page(visit.id, "when", PAGE_OF)

    def draw(page: str) -> Any:
        match page:
            case "when":
                return Fields(WHEN, visit, path)
            case "questions":
                return Questions(visit, path, worries, suggested)
            case "way":
                return Fields(WAY, visit, path)
            case _:
                return div(Answers(visit, path), Fields(AFTERWARDS, visit, path), cls="rp-fields")

    return Pages(visit.id, PAGES, draw, opened, turn)
