"""Medications and health: conditions, who looks after them, medicines, reactions, what was noticed, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.figures import noticed_figure
from planner.health.condition import Condition, HowItWas
from planner.health.medication import Reaction
from planner.health.observation import Noticed, Observation
from planner.model.message import say
from planner.words.reading import DayWords
from widgets.draft.context import use_session
from widgets.elements.figure import Drawing
from widgets.elements.markup import div, para
from widgets.elements.note import grave_notes, one_voice
from widgets.elements.pages import Pages, use_page
from widgets.elements.topic_card import TopicCard
from widgets.forms import Fields, form, page_of
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.forms.rows import Rows
from widgets.forms.words import shown_reading
from widgets.health.medicines import Medicines
from widgets.health.provider_message import Relay
from widgets.health.providers import Providers
from widgets.health.visits import Visits
from widgets.sharing.consents import Consents
from widgets.sharing.consents import line_of as line_of_consents

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.words.language import Language
    from widgets.forms.link_options import Options

CONDITION = form(Condition, "own_words")
MINE = form(Condition, "how_it_is", "watch_for")
THEIRS = form(Condition, "provider_words", "provider_id", "since", "lasting")
REACTION = form(Reaction, "to_what", "what_happened", "when")
NOTICED = form(Observation, "what", "own_words", "on", "how_strong")
RELAY = form(Observation, "medication_id", "relay_to")
MISSED = form(Observation, "why_missed", "medication_id", "relay_to")

COURSE = form(HowItWas, ("on", "own_words"))

CONDITION_PAGES = (
    ("mine", say("How it is for me")),
    ("theirs", say("Who knows about it")),
    ("course", say("Over time")),
)
PAGE_OF = page_of(mine=(MINE,), theirs=(THEIRS,), course=("course",))


def _conditions(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    known = links(plan)
    return Cards(
        plan.conditions,
        ("conditions",),
        CONDITION,
        title=lambda one: one.own_words,
        new=lambda new_id: Condition(id=new_id),
        add=say("Add something about your health"),
        body=lambda one, path: ConditionPages(one, path, known),
        below=lambda one: para(one.how_it_is.strip(), cls="rp-soft rp-below"),
        findings=findings,
    )


@reacton.component
def ConditionPages(condition: Condition, path: FieldPath, known: dict[str, Options]) -> Any:
    """What stands behind a condition: the person's side, and the provider's."""
    opened, turn = use_page(condition.id, "mine", PAGE_OF)

    def draw(page: str) -> Any:
        if page == "course":
            return _course(condition, path)
        return Fields(MINE if page == "mine" else THEIRS, condition, path, links=known)

    return Pages(condition.id, CONDITION_PAGES, draw, opened, turn)


def _course(condition: Condition, path: FieldPath) -> Any:
    return Rows(
        condition.course,
        (*path, "course"),
        COURSE,
        title=say("How it has been"),
        new=lambda new_id: HowItWas(id=new_id),
        add=say("Add how it was"),
    )


def _reactions(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    return Cards(
        plan.reactions,
        ("reactions",),
        REACTION,
        title=lambda one: " · ".join(part for part in (one.to_what.strip(), one.what_happened.strip()) if part),
        new=lambda new_id: Reaction(id=new_id),
        add=say("Add something you react badly to"),
        below=lambda one: grave_notes(findings, one.id),
        findings=findings,
    )


@reacton.component
def Observations(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What was noticed, and how it went over time; a kind to start from begins a line of today."""
    context = use_session()
    t = context.t
    known = links(plan)
    offers = tuple((t(kind.label), _noticed(kind, context.today, t)) for kind in Noticed)
    spoken = one_voice(findings, (observation.id for observation in plan.observations), staff=context.staff)
    cards = Cards(
        plan.observations,
        ("observations",),
        NOTICED,
        title=lambda one: one.own_words.strip() or (t(one.what.label) if one.what else ""),
        new=_noticed(None, context.today, t),
        add=say("Add what you noticed"),
        offers=offers,
        body=lambda one, path: after_noticing(plan, one, path, known),
        below=lambda one: div(para(line_of(one, t), cls="rp-soft"), grave_notes(spoken, one.id), cls="rp-below"),
        findings=spoken,
    )
    return div(cards, Drawing(noticed_figure(plan.observations, t)))


def _noticed(kind: Noticed | None, today: date, t: Language) -> Callable[[str], Observation]:
    on = DayWords(words=t.day(today), reading=today)
    return lambda new_id: Observation(id=new_id, what=kind, on=on)


def line_of(one: Observation, t: Language) -> str:
    """Return when something was noticed, what kind of thing it was, and what got in the way of a dose."""
    parts = (
        shown_reading(one.on, t) or one.on.words.strip(),
        t(one.what.label) if one.what and one.own_words.strip() else "",
        t(one.why_missed.label) if one.why_missed else "",
    )
    return " · ".join(part for part in parts if part)


def after_noticing(plan: Plan, one: Observation, path: FieldPath, known: dict[str, Options]) -> Any:
    """Return what follows: what got in the way is asked only about a missed dose; then who should hear about it."""
    shown = MISSED if one.what is Noticed.MISSED_DOSE else RELAY
    return div(Fields(shown, one, path, links=known), Relay(plan, one), cls="rp-fields")


def _words(*texts: str) -> str:
    return " · ".join(text.strip() for text in texts if text.strip())


TOPIC_CARDS = (
    TopicCard(
        "medications.conditions",
        say("Your body and your mind, in your words."),
        _conditions,
        lambda plan: _words(*(condition.own_words for condition in plan.conditions)),
    ),
    TopicCard(
        "medications.providers",
        say("Doctors, a clinic, a pharmacy: who knows you, and who prescribes what?"),
        Providers,
        lambda plan: _words(*(provider.name for provider in plan.providers)),
    ),
    TopicCard(
        "medications.medicines",
        say("A medicine is one tool among many. You say what you take and how it is for you."),
        Medicines,
        lambda plan: _words(*(medication.name for medication in plan.medications)),
    ),
    TopicCard(
        "medications.reactions",
        say("A medicine or a food that should not come again."),
        _reactions,
        lambda plan: _words(*(reaction.to_what for reaction in plan.reactions)),
    ),
    TopicCard(
        "medications.noticed",
        say("Sleep, mood, cravings, side effects, a dose that was missed: no blame, it helps to see it."),
        Observations,
        lambda plan: _words(*(observation.own_words for observation in plan.observations)),
    ),
    TopicCard(
        "medications.visits",
        say("When do you go, how do you get there, and what do you want to know?"),
        Visits,
        lambda plan: _words(*(visit.what_for or visit.on.words for visit in plan.visits)),
    ),
    TopicCard(
        "medications.consents",
        say("Nothing goes to anyone without your yes. You choose what, to whom, and until when."),
        Consents,
        line_of_consents,
    ),
)
