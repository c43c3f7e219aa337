"""Resources: what the person needs, the places that help, the way there, and the people around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner import library
from planner.model.daily_life import Area
from planner.model.message import say
from planner.resources.resource import Need
from planner.resources.support import Support
from widgets.draft.context import use_session
from widgets.elements.markup import div, para
from widgets.elements.note import Notes, about
from widgets.elements.topic_card import TopicCard
from widgets.forms import form
from widgets.forms.cards import Cards
from widgets.forms.timing import NowOrLater
from widgets.resources.circle import Circle
from widgets.resources.places import Places, Ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.words.language import Language

NEED = form(Need, "own_words", "area", "timing")
SUPPORT = form(Support, ("name", "phone"), "reach", "bond", "nearness", "helps_with", ("when_hard", "at_night"))


@reacton.component
def Needs(needs: tuple[Need, ...], findings: tuple[Finding, ...]) -> Any:
    """The needs; the areas of life nobody has spoken of yet are offered."""
    t = use_session().t
    spoken_of = {need.area for need in needs}
    offers = tuple(
        (one.name, _need(Area(one.key), one.name)) for one in library.needs(t.code) if Area(one.key) not in spoken_of
    )
    return Cards(
        needs,
        ("needs",),
        NEED,
        title=lambda need: need.own_words,
        new=lambda new_id: Need(id=new_id),
        add=say("Add a need"),
        offers=offers,
        below=lambda need: NowOrLater(need, ("needs", need.id), need.own_words),
        findings=findings,
    )


def _need(area: Area, words: str) -> Callable[[str], Need]:
    return lambda new_id: Need(id=new_id, area=area, own_words=words)


@reacton.component
def People(supports: tuple[Support, ...], findings: tuple[Finding, ...]) -> Any:
    """The people of the circle, and the circle itself."""
    t = use_session().t
    people = Cards(
        supports,
        ("supports",),
        SUPPORT,
        title=lambda one: one.name,
        new=lambda new_id: Support(id=new_id),
        add=say("Add somebody"),
        below=lambda one: para(line_of(one, t), cls="rp-soft rp-below"),
        findings=findings,
    )
    return div(people, Circle(supports), Notes(about(findings, "supports")))


def line_of(support: Support, t: Language) -> str:
    """Return who somebody is, in one line."""
    parts = (
        t(support.bond.label) if support.bond else "",
        support.helps_with.strip(),
        support.phone.strip(),
        support.reach.strip(),
        t("You can call when it is hard") if support.when_hard else "",
        t("At night too") if support.at_night else "",
    )
    return " · ".join(part for part in parts if part)


def _words(*texts: str) -> str:
    return " · ".join(text.strip() for text in texts if text.strip())


TOPIC_CARDS = (
    TopicCard(
        "resources.needs",
        say("What is missing, or shaky? Pick what fits, then say it your way: now, or can it wait?"),
        lambda plan, findings: Needs(plan.needs, findings),
        lambda plan: _words(*(need.own_words for need in plan.needs)),
    ),
    TopicCard(
        "resources.places",
        say("A few that fit you hold better than a long list. Which one comes first?"),
        Places,
        lambda plan: _words(*(place.name for place in plan.resources)),
    ),
    TopicCard(
        "resources.ways",
        say("A place helps when you can get there. What is the way on a rainy day?"),
        lambda plan, _findings: Ways(plan),
        lambda plan: _words(*(place.name for place in plan.resources if place.is_now and place.has_a_way)),
    ),
    TopicCard(
        "resources.circle",
        say("Who is on your side? Two or three people are a circle."),
        lambda plan, findings: People(plan.supports, findings),
        lambda plan: _words(*(support.name for support in plan.supports)),
    ),
)
