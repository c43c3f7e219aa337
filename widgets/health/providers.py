"""Who looks after the person's health: how to reach them, how the two work together, and who prescribes what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.alignment import care
from planner.care_team.visit_questions import is_brought
from planner.health.provider import ClosedDays, Provider
from planner.model.message import say
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.markup import div, para
from widgets.elements.pages import Pages, use_page
from widgets.forms import Fields, form, page_of
from widgets.forms.cards import Cards
from widgets.forms.rows import Rows
from widgets.forms.words import shown_reading
from widgets.health.advice import ToldTwoThings

if TYPE_CHECKING:
    from planner.care_team.alignment import Care
    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan

NAME = form(Provider, "name", "role")
REACH = form(Provider, ("phone", "hours"), ("place", "closed_on"))
CLOSED = form(ClosedDays, ("first", "last", "why"))
TOGETHER = form(Provider, ("sees_me", "last_visit"), "watch_for", "knows_others")

PAGES = (("reach", say("How to reach them")), ("together", say("How we work together")))
PAGE_OF = page_of(reach=(REACH, "closed_dates"), together=(TOGETHER,))


@reacton.component
def Providers(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The providers; under each what they prescribe and look after, and when you meet. Then what differs."""
    context = use_session()
    t = context.t
    known = {one.provider.id: one for one in care(plan, context.today)}
    of_cards, of_advice = findings, findings
    if not context.staff:
        of_cards, of_advice = one_voice(plan, findings, Language(context.editor.person.language.value))
    cards = Cards(
        plan.providers,
        ("providers",),
        NAME,
        title=lambda provider: provider.name,
        new=lambda new_id: Provider(id=new_id),
        add=say("Add somebody"),
        body=ProviderPages,
        below=lambda provider: div(
            *(para(line, cls="rp-soft") for line in lines_of(provider, known.get(provider.id), t)), cls="rp-below"
        ),
        findings=tuple(one for one in of_cards if not one.ways),
    )
    has_two = len(plan.providers) > 1 or bool(plan.advice)
    return div(cards, ToldTwoThings(plan, of_advice) if has_two else div(cls="rp-none"))


def one_voice(
    plan: Plan, findings: tuple[Finding, ...], language: Language
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what the cards of providers and what the part below them may say in the together view.

    One of the two speaks: a question for a visit as long as somebody is still to be asked, else the card that is open.
    """
    leads = tuple(one for one in findings if one.ways)
    waiting = tuple(one for one in leads if not is_brought(plan, one, language))
    if waiting:
        return (), waiting
    ids = {provider.id for provider in plan.providers}
    of_cards = tuple(one for one in findings if one.where.item in ids and not one.ways)
    return (of_cards, ()) if of_cards else ((), findings)


def lines_of(provider: Provider, known: Care | None, t: Language) -> tuple[str, ...]:
    """Return what a provider does and how to reach them, what they prescribe and look after, and when you meet."""
    reach = (t(provider.role.label) if provider.role else "", provider.phone.strip())
    if known is None:
        return tuple(line for line in (" · ".join(part for part in reach if part),) if line)
    medicines = " · ".join(one.name.strip() for one in known.medications)
    conditions = " · ".join(one.own_words.strip() for one in known.conditions if one.own_words.strip())
    lines = (
        " · ".join(part for part in reach if part),
        t("Prescribes: {medicines}", medicines=medicines) if medicines else "",
        t("Looks after: {conditions}", conditions=conditions) if conditions else "",
        " · ".join(_meetings(known, t)),
    )
    return tuple(line for line in lines if line)


def _meetings(known: Care, t: Language) -> tuple[str, ...]:
    """Return how often they want to meet, when they last did, and when they do next."""
    often, visit = known.provider.sees_me.strip(), known.next_visit
    following = (shown_reading(visit.on, t) or visit.on.words.strip()) if visit else ""
    parts = (
        t("Wants to see me: {how_often}", how_often=often) if often else "",
        t("last on {day}", day=t.day(known.last_visit, "day")) if known.last_visit else "",
        t("next on {day}", day=following) if following else "",
    )
    return tuple(part for part in parts if part)


@reacton.component
def ProviderPages(provider: Provider, path: FieldPath) -> Any:
    """What stands behind a provider's name."""
    opened, turn = use_page(provider.id, "reach", PAGE_OF)

    def draw(page: str) -> Any:
        return ContactDetails(provider, path) if page == "reach" else Fields(TOGETHER, provider, path)

    return Pages(provider.id, PAGES, draw, opened, turn)


@reacton.component
def ContactDetails(provider: Provider, path: FieldPath) -> Any:
    """How to reach a provider and when they are closed, with the weekdays as they were understood."""
    t = use_session().t
    closed = Rows(
        provider.closed_dates,
        (*path, "closed_dates"),
        CLOSED,
        title=say("Also closed"),
        new=lambda new_id: ClosedDays(id=new_id),
        add=say("Add days on which they are closed"),
    )
    told = {"closed_on": t.list(t.weekday(number) for number in sorted(provider.closed_weekdays))}
    return div(Fields(REACH, provider, path, told=told), closed, cls="rp-fields")
