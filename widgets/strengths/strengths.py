"""Strengths: what the person got through, what carries them, and what the counselor hears in their story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner import library
from planner.model.entry import label
from planner.model.message import say
from planner.strengths.strength import HeardBy, Strength, StrengthKind
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag
from widgets.elements.topic_card import TopicCard
from widgets.forms import Fields, form
from widgets.forms.cards import Cards
from widgets.forms.chips import Chip
from widgets.strengths.internal_resources import Inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.library import Suggestion
    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from widgets.forms.form import Form

TOLD = form(Strength, "own_words")
COPING = form(Strength, "own_words", "when_it_helped", "how_much")
TRAIT = form(Strength, "own_words", "when_it_helped")
FITS = form(Strength, "fits")

_PATH = ("strengths",)


def _told(plan: Plan, kind: StrengthKind) -> tuple[Strength, ...]:
    """Return the strengths of a kind: those the person named, and those that were heard and not turned down."""
    return tuple(strength for strength in plan.strengths if strength.kind is kind and strength.is_mine)


def _heard(plan: Plan) -> tuple[Strength, ...]:
    return tuple(strength for strength in plan.strengths if strength.heard_by is HeardBy.COUNSELOR)


def _words(strengths: tuple[Strength, ...]) -> str:
    return " · ".join(strength.own_words for strength in strengths if strength.own_words.strip())


def _strength(kind: StrengthKind, own_words: str = "", heard_by: HeardBy = HeardBy.PERSON) -> Callable[[str], Strength]:
    return lambda new_id: Strength(id=new_id, kind=kind, own_words=own_words, heard_by=heard_by)


def _offers(
    ideas: tuple[Suggestion, ...], known: tuple[Strength, ...], kind: StrengthKind, heard_by: HeardBy = HeardBy.PERSON
) -> tuple[tuple[str, Callable[[str], Strength]], ...]:
    """Return the ideas nobody has named yet."""
    named = {one.own_words.strip() for one in known}
    return tuple((idea.name, _strength(kind, idea.name, heard_by)) for idea in ideas if idea.name not in named)


@reacton.component
def Told(plan: Plan, kind: StrengthKind, shown: Form, add: Message, findings: tuple[Finding, ...]) -> Any:
    """The strengths of one kind, with words to start from where the library has some."""
    code = use_session().t.code
    known = _told(plan, kind)
    return Cards(
        known,
        _PATH,
        shown,
        title=lambda one: one.own_words,
        new=_strength(kind),
        add=add,
        offers=_offers(_ideas(kind, code), plan.strengths, kind),
        findings=findings,
    )


def _ideas(kind: StrengthKind, language: str) -> tuple[Suggestion, ...]:
    match kind:
        case StrengthKind.COPING:
            return library.coping_skills(language)
        case StrengthKind.TRAIT:
            return library.traits(language)
        case _:
            return ()


@reacton.component
def Fits(strength: Strength) -> Any:
    """Whether what was heard fits, in one line under the words."""
    context = use_session()
    t = context.t
    asked = t(label(Strength, "fits"))

    def answer(fits: bool) -> Callable[[], None]:
        given = None if strength.fits is fits else fits
        return lambda: context.editor.put((*_PATH, strength.id, "fits"), given)

    chips = [
        Chip(t(text), strength.fits is fits, answer(fits), one_of=True)
        for fits, text in ((True, say("Yes")), (False, say("No")))
    ]
    name = f"{asked} {strength.own_words}"
    return div(
        tag("span", asked, cls="rp-soft"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_label=name),
        cls="rp-below rp-fits",
    )


@reacton.component
def Heard(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What the counselor heard; under each the person says whether it fits."""
    ideas = _ideas(StrengthKind.TRAIT, use_session().t.code)
    return Cards(
        _heard(plan),
        _PATH,
        TRAIT,
        title=lambda one: one.own_words,
        new=_strength(StrengthKind.TRAIT, heard_by=HeardBy.COUNSELOR),
        add=say("Name something you hear"),
        offers=_offers(ideas, plan.strengths, StrengthKind.TRAIT, HeardBy.COUNSELOR),
        findings=findings,
        body=lambda one, path: Fields(FITS, one, path),
        below=Fits,
    )


def _leaf(topic: str, asks: Message, kind: StrengthKind, shown: Form, add: Message) -> TopicCard:
    return TopicCard(
        topic,
        asks,
        lambda plan, findings: Told(plan, kind, shown, add, findings).key(topic),
        lambda plan: _words(_told(plan, kind)),
    )


TOPIC_CARDS = (
    _leaf(
        "strengths.success",
        say("A day, a week, a hard hour: it counts. How did you do it?"),
        StrengthKind.SUCCESS,
        TOLD,
        say("Add something you got through"),
    ),
    _leaf(
        "strengths.responsibility",
        say("People, a job, a pet, the rent: what kept going because of you?"),
        StrengthKind.RESPONSIBILITY,
        TOLD,
        say("Add something you took care of"),
    ),
    _leaf(
        "strengths.value",
        say("What did you hold on to when it was hardest?"),
        StrengthKind.VALUE_HELD,
        TOLD,
        say("Add something you held on to"),
    ),
    _leaf(
        "strengths.coping",
        say("What has worked, even once? It is a tool, and it is yours."),
        StrengthKind.COPING,
        COPING,
        say("Add something that helps you"),
    ),
    _leaf(
        "strengths.trait",
        say("How would someone who likes you put it?"),
        StrengthKind.TRAIT,
        TRAIT,
        say("Add how you are"),
    ),
    TopicCard(
        "strengths.heard",
        say("Your counselor says what stands out in your story. You say whether it is you."),
        Heard,
        lambda plan: _words(tuple(one for one in _heard(plan) if one.is_mine)),
    ),
    TopicCard(
        "strengths.inside",
        say("Three things that carry you. There is no right number: say how it is today."),
        lambda plan, findings: Inside(plan.internal_resources, findings),
        lambda _plan: "",
    ),
)
