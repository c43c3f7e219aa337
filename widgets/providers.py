"""Who looks after the person's health: how to reach them, how the two work together, and who prescribes what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.message import say
from planner.provider import Provider
from widgets.cards import Cards
from widgets.fields import Fields, form
from widgets.markup import div, para
from widgets.pages import Pages
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from planner.finding import Finding
    from planner.language import Language
    from planner.path import Path
    from planner.plan import Plan

NAME = form(Provider, "name", "role")
REACH = form(Provider, ("phone", "hours"), "place")
TOGETHER = form(Provider, ("sees_me", "last_visit"), "watch_for", "knows_others")

PAGES = (("reach", say("How to reach them")), ("together", say("How we work together")))


@reacton.component
def Providers(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """Draw the providers; under each what they prescribe and look after."""
    t = use_sitting().t
    return Cards(
        plan.providers,
        ("providers",),
        NAME,
        title=lambda provider: provider.name,
        new=lambda new_id: Provider(id=new_id),
        add=say("Add somebody"),
        body=ProviderPages,
        below=lambda provider: div(
            *(para(line, cls="rp-soft") for line in lines_of(provider, plan, t)), cls="rp-below"
        ),
        findings=findings,
    )


def lines_of(provider: Provider, plan: Plan, t: Language) -> tuple[str, ...]:
    """Return what a provider does and how to reach them, what they prescribe, and what they look after."""
    reach = (t(provider.role.label) if provider.role else "", provider.phone.strip())
    medicines = " · ".join(
        one.name.strip() for one in plan.medications if one.prescriber_id == provider.id and one.name.strip()
    )
    conditions = " · ".join(
        one.own_words.strip() for one in plan.conditions if one.provider_id == provider.id and one.own_words.strip()
    )
    lines = (
        " · ".join(part for part in reach if part),
        t("Prescribes: {medicines}", medicines=medicines) if medicines else "",
        t("Looks after: {conditions}", conditions=conditions) if conditions else "",
    )
    return tuple(line for line in lines if line)


@reacton.component
def ProviderPages(provider: Provider, path: Path) -> Any:
    """Draw what stands behind a provider's name."""
    opened, turn = reacton.use_state("reach")
    return Pages(
        provider.id,
        PAGES,
        lambda page: Fields(REACH if page == "reach" else TOGETHER, provider, path),
        opened,
        turn,
    )
