"""Skills: what the person practices in five areas of daily life, their money and bills, and their week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner import library
from planner.model.message import say
from planner.model.skill_area import SkillArea
from planner.skills.skill import Practice, Skill
from widgets.draft.context import use_session
from widgets.elements.markup import para
from widgets.elements.pages import Pages
from widgets.elements.topic_card import TopicCard
from widgets.forms import form
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.forms.rows import Rows
from widgets.skills.bills import Bills
from widgets.skills.budget import Budget
from widgets.skills.week import Week

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.library import SkillIdea
    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.review.destination import Destination
    from planner.words.language import Language

SKILL = form(Skill, "name", "mastery", "when_to_use", "next_try", "helper_id", "look_again")
UNSORTED = form(Skill, "area", "name", "mastery", "when_to_use", "next_try", "helper_id", "look_again")
PRACTICE = form(Practice, ("on", "own_words"))

_PATH = ("skills",)
_UNSORTED = "other"


@reacton.component
def Skills(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The five areas of skills, one of them open, so that the page stays short."""
    areas = {area.name: area for area in SkillArea}
    opened, turn = reacton.use_state(_first_area(plan.skills, use_session().destination))
    pages = tuple((name, area.label) for name, area in areas.items())
    if any(skill.area is None for skill in plan.skills):
        pages = (*pages, (_UNSORTED, say("Without an area")))
    here = opened if opened in dict(pages) else pages[0][0]
    return Pages("skills", pages, lambda page: Area(plan, areas.get(page), findings).key(f"area-{page}"), here, turn)


def _first_area(skills: tuple[Skill, ...], destination: Destination | None) -> str:
    opens = destination.opens if destination else ()
    if wanted := next((skill for skill in skills if skill.id in opens), None):
        return wanted.area.name if wanted.area else _UNSORTED
    return next((skill.area.name for skill in skills if skill.area), SkillArea.MONEY.name)


@reacton.component
def Area(plan: Plan, area: SkillArea | None, findings: tuple[Finding, ...]) -> Any:
    """The skills of one area, with ideas nobody has chosen yet."""
    t = use_session().t
    chosen = {skill.key for skill in plan.skills}
    ideas = library.skill_ideas(t.code, area) if area else ()
    return Cards(
        tuple(skill for skill in plan.skills if skill.area is area),
        _PATH,
        SKILL if area else UNSORTED,
        title=lambda skill: skill.name,
        new=lambda new_id: Skill(id=new_id, area=area),
        add=say("Add a skill of your own"),
        links=links(plan),
        offers=tuple((idea.name, _begun(idea)) for idea in ideas if idea.key not in chosen),
        body=_practices,
        below=lambda skill: para(line_of(skill, t), cls="rp-soft rp-below"),
        findings=findings,
    )


def _begun(idea: SkillIdea) -> Callable[[str], Skill]:
    return lambda new_id: Skill(
        id=new_id, area=idea.area, key=idea.key, name=idea.name, when_to_use=idea.when, next_try=idea.first_try
    )


def _practices(skill: Skill, path: FieldPath) -> Any:
    return Rows(
        skill.practices,
        (*path, "practices"),
        PRACTICE,
        title=say("Times I tried it"),
        new=lambda new_id: Practice(id=new_id),
        add=say("Add a time"),
    )


def line_of(skill: Skill, t: Language) -> str:
    """Return how far a skill is and what comes next."""
    parts = (t(skill.mastery.label) if skill.mastery else "", skill.next_try.strip())
    return " · ".join(part for part in parts if part)


def _words(*texts: str) -> str:
    return " · ".join(text.strip() for text in texts if text.strip())


TOPIC_CARDS = (
    TopicCard(
        "skills.skills",
        say("Pick one or two. Small tries, again and again, make it yours."),
        Skills,
        lambda plan: _words(*(skill.name for skill in plan.skills)),
    ),
    TopicCard(
        "skills.budget",
        say("About is fine. When you see the month, there is less to be afraid of."),
        lambda plan, findings: Budget(plan.budget, findings, plan.bills),
        lambda plan: _words(*(line.own_words for line in plan.budget)),
    ),
    TopicCard(
        "skills.bills",
        say("Which bills come round, and on what day?"),
        lambda plan, findings: Bills(plan.bills, plan.budget, findings),
        lambda plan: _words(*(bill.name for bill in plan.bills)),
    ),
    TopicCard(
        "skills.week",
        say("Sleep, meals, meetings, a calm moment: what you do each week gives it its shape."),
        Week,
        lambda plan: _words(*(routine.own_words for routine in plan.routines)),
    ),
)
