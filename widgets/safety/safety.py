"""Safety: what can set it off, what shows early, what helps, who to call, the lapse page, overdose medicine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner import library
from planner.care_team.calling import to_call
from planner.model.message import say
from planner.safety.lapse import LapsePage
from planner.safety.warning_sign import Helps, Trigger, WarningSign
from planner.sessions.first_path import Tonight
from planner.strengths.strength import StrengthKind
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para
from widgets.elements.note import Notes
from widgets.elements.topic_card import TopicCard
from widgets.forms import Fields, form
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.safety.calls import Calls
from widgets.safety.lapse_form import LapseForm
from widgets.safety.lapse_review import LapseReviews

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.library import Suggestion
    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.strengths.strength import Strength
    from planner.words.language import Language

TRIGGER = form(Trigger, "own_words", "plan")
SIGN = form(WarningSign, "own_words", "who_notices")
HELP = form(Helps, "own_words", "first", "strength_id")
AT_HAND = form(Tonight, "overdose_help")
WHERE = form(LapsePage, "overdose_help")


@reacton.component
def Triggers(triggers: tuple[Trigger, ...], findings: tuple[Finding, ...]) -> Any:
    """The triggers; under each what the person will do."""
    ideas = library.triggers(use_session().t.code)
    return Cards(
        triggers,
        ("triggers",),
        TRIGGER,
        title=lambda one: one.own_words,
        new=lambda new_id: Trigger(id=new_id),
        add=say("Add what can set it off"),
        offers=_offers(ideas, {trigger.own_words.strip() for trigger in triggers}, _trigger),
        below=lambda one: para(one.plan.strip(), cls="rp-soft rp-below"),
        findings=findings,
    )


def _trigger(words: str) -> Callable[[str], Trigger]:
    return lambda new_id: Trigger(id=new_id, own_words=words)


@reacton.component
def Signs(signs: tuple[WarningSign, ...], findings: tuple[Finding, ...]) -> Any:
    """The person's early signs, to write down while they are calm."""
    t = use_session().t
    ideas = library.warning_signs(t.code)
    return Cards(
        signs,
        ("warning_signs",),
        SIGN,
        title=lambda one: one.own_words,
        new=lambda new_id: WarningSign(id=new_id),
        add=say("Add an early sign"),
        offers=_offers(ideas, {sign.own_words.strip() for sign in signs}, _sign),
        below=lambda one: para(_noticed_by(one, t), cls="rp-soft rp-below"),
        findings=findings,
    )


def _noticed_by(sign: WarningSign, t: Language) -> str:
    who = sign.who_notices.strip()
    return t("Also noticed by: {who}", who=who) if who else ""


def _sign(words: str) -> Callable[[str], WarningSign]:
    return lambda new_id: WarningSign(id=new_id, own_words=words)


@reacton.component
def WhatHelps(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What helps. The person's own coping strengths come first, and stay linked."""
    code = use_session().t.code
    return Cards(
        plan.helps,
        ("helps",),
        HELP,
        title=lambda one: one.own_words,
        new=lambda new_id: Helps(id=new_id),
        add=say("Add what helps"),
        links={"strength_id": links(plan)["strength_id"]},
        offers=_helps(plan, library.coping_skills(code)),
        findings=findings,
    )


def _helps(plan: Plan, ideas: tuple[Suggestion, ...]) -> tuple[tuple[str, Callable[[str], Helps]], ...]:
    named = {one.own_words.strip() for one in plan.helps}
    linked = {one.strength_id for one in plan.helps}
    own = {one.own_words.strip(): one for one in plan.strengths if _is_a_way_to_cope(one) and one.id not in linked}
    offered = {words: _help(words, strength.id) for words, strength in own.items() if words not in named}
    return (*offered.items(), *_offers(ideas, named | offered.keys(), _help))


def _is_a_way_to_cope(strength: Strength) -> bool:
    return strength.kind is StrengthKind.COPING and strength.is_mine and bool(strength.own_words.strip())


def _help(words: str, strength_id: str | None = None) -> Callable[[str], Helps]:
    return lambda new_id: Helps(id=new_id, own_words=words, strength_id=strength_id)


def _offers(ideas: tuple[Suggestion, ...], named: set[str], begin: Callable[[str], Any]) -> tuple[tuple[str, Any], ...]:
    """Return the ideas nobody has named yet."""
    return tuple((idea.name, begin(idea.name)) for idea in ideas if idea.name not in named)


@reacton.component
def Overdose(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """Whether overdose medicine is at hand, and where."""
    return div(
        Fields(AT_HAND, plan.tonight, ("tonight",)),
        Fields(WHERE, plan.lapse_page, ("lapse_page",)),
        Earlier(plan.tonight.overdose_words.strip()) if not plan.lapse_page.overdose_help.strip() else None,
        Notes(tuple(finding for finding in findings if finding.code in {"overdose.help", "overdose.ask"})),
        cls="rp-fields",
    )


@reacton.component
def Earlier(words: str) -> Any:
    """What was said in the first twenty minutes, to take over rather than to type again."""
    context = use_session()
    if not words:
        return div(cls="rp-none")
    says = context.t("You said this before. Does it still hold?")
    take_over = Button(
        words, lambda: context.editor.put(("lapse_page", "overdose_help"), words), kind="chip rp-offer", icon="plus"
    )
    return div(para(says, cls="rp-soft"), div(take_over, cls="rp-chips", role="group", aria_label=says))


def _words(*texts: str) -> str:
    return " · ".join(text.strip() for text in texts if text.strip())


TOPIC_CARDS = (
    TopicCard(
        "safety.triggers",
        say("People, places, feelings, times of day. Then one way through each."),
        lambda plan, findings: Triggers(plan.triggers, findings),
        lambda plan: _words(*(trigger.own_words for trigger in plan.triggers)),
    ),
    TopicCard(
        "safety.signs",
        say("Small things show first. Who else would see them?"),
        lambda plan, findings: Signs(plan.warning_signs, findings),
        lambda plan: _words(*(warning_sign.own_words for warning_sign in plan.warning_signs)),
    ),
    TopicCard(
        "safety.helps",
        say("Things you can do in ten minutes, with what is there."),
        WhatHelps,
        lambda plan: _words(*(one.own_words for one in plan.helps)),
    ),
    TopicCard(
        "safety.calls",
        say("One number that works is worth more than ten. Ask them before you need them."),
        Calls,
        lambda plan: _words(*(one.name for one in to_call(plan))),
    ),
    TopicCard(
        "safety.lapse",
        say("Written now, while it is calm, for a day when it is not. A slip does not undo what you built."),
        lambda plan, findings: div(LapseForm(plan, findings), LapseReviews(plan)),
        lambda plan: plan.lapse_page.to_myself.strip() or plan.lapse_page.first_hour.strip(),
    ),
    TopicCard(
        "safety.overdose",
        say("After a break, the body takes less than before. Naloxone gives time until help comes."),
        Overdose,
        lambda plan: plan.lapse_page.overdose_help.strip(),
    ),
)
