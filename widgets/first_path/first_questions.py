"""The questions of the first twenty minutes, in their order, and what each is answered with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import reacton

from planner import library
from planner.care_team.calling import to_call
from planner.goals.goal import Goal
from planner.goals.value import Value
from planner.model.message import say
from planner.plan.topic import FIRST
from planner.resources.support import Support
from planner.safety.crisis_line import crisis_line
from planner.sessions.closing import Closing
from planner.sessions.first_path import Tonight
from planner.strengths.strength import Strength
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para
from widgets.first_path.leaving import BridgeQuestion, LeavingQuestion, MedicinesQuestion
from widgets.forms import Fields, form
from widgets.forms.chips import Chip
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.entry import Item
    from planner.model.message import Message
    from planner.plan.plan import Plan

OWN_VALUE = form(Value, "name")
STRENGTH = form(Strength, "own_words")
FIRST_THING = form(Closing, "first_thing")
GOAL = form(Goal, "own_words")
CALL = form(Support, ("name", "phone"), "when_hard")
NEXT = form(Closing, ("next_on", "next_at"), "next_how", "next_place")
FEW = 9
"""How many words for what matters are offered before one asks for more."""

_TOPICS = {topic.id: topic for topic in FIRST}


@dataclass(frozen=True)
class Question:
    """One question. `topic` is what "not today" answers to; `fields` are what a finding about it can name."""

    topic: str
    draw: Callable[[Plan], Any]
    fields: tuple[str, ...] = ()
    writes: bool = False
    """Whether it is answered in words at once, so that the line to write on is where the focus goes."""

    asks: Message | None = None
    """What is asked, where the library's first question of the topic comes too early."""

    asked_of: Callable[[Plan], bool] = lambda _plan: True
    done: Callable[[Plan], bool] | None = None

    @property
    def title(self) -> Message:
        """What the question is about."""
        return _TOPICS[self.topic].title

    def applies(self, plan: Plan) -> bool:
        """Whether it is asked in this plan."""
        return self.asked_of(plan)

    def is_done(self, plan: Plan) -> bool:
        """Whether it has its answer."""
        return self.done(plan) if self.done else _TOPICS[self.topic].is_done(plan)


def _tonight(answer: str, words: str) -> Callable[[Plan], Any]:
    shown = form(Tonight, *(name for name in (answer, words) if name))
    return lambda plan: Fields(shown, plan.tonight, ("tonight",))


@reacton.component
def OneOf(section: str, item: Item | None, new: Callable[[str], Item], shown: Any) -> Any:
    """A form for one item of a list. A new one is put into the plan with its first letter, not before."""
    context = use_session()
    editor = context.editor
    fresh = reacton.use_memo(lambda: new(editor.new_id()), [])
    sheet = Sheet(shown, item or fresh, lambda changed: editor.add((section,), changed), section)
    return div(sheet, data_focus=context.token_at((section,)))


@reacton.component
def WhatMatters(values: tuple[Value, ...]) -> Any:
    """A few words for what matters, to press, and a line for the person's own."""
    context = use_session()
    t, editor = context.t, context.editor
    wide, widen = reacton.use_state(False)
    chosen = {value.key: value.id for value in values if value.key}
    offered = library.values(t.code)
    shown = offered if wide else tuple(one for at, one in enumerate(offered) if at < FEW or one.key in chosen)

    def toggling(key: str, name: str) -> Callable[[], None]:
        if key in chosen:
            return lambda: editor.remove(("values",), chosen[key])
        return lambda: editor.add(("values",), Value(id=editor.new_id(), key=key, name=name))

    chips = (Chip(one.name, one.key in chosen, toggling(one.key, one.name), key=one.key) for one in shown)
    own = next((value for value in values if not value.key), None)
    return div(
        div(*chips, Button(t("More words"), lambda: widen(True), kind="text") if not wide else None, cls="rp-chips"),
        OneOf("values", own, lambda new_id: Value(id=new_id), OWN_VALUE),
        cls="rp-fields",
    )


def _strength(plan: Plan) -> Any:
    mine = next((strength for strength in plan.strengths if strength.is_mine), None)
    return OneOf("strengths", mine, lambda new_id: Strength(id=new_id), STRENGTH)


@reacton.component
def FirstStep(closing: Closing, goal: Goal | None) -> Any:
    """The first step; a goal it leads to can be named, and need not be."""
    t = use_session().t
    named, name_it = reacton.use_state(goal is not None)
    leads = (
        div(
            para(t("What does it lead to?"), cls="rp-first-more"),
            OneOf("goals", goal, lambda new_id: Goal(id=new_id), GOAL),
        )
        if named
        else Button(t("It is part of a bigger goal"), lambda: name_it(True), kind="text", icon="plus")
    )
    return div(Fields(FIRST_THING, closing, ("closing",)), leads, cls="rp-fields")


def _step(plan: Plan) -> Any:
    return FirstStep(plan.closing, next((goal for goal in plan.goals if goal.is_open), None))


def _call(plan: Plan) -> Any:
    known = to_call(plan)
    context = use_session()
    others = " · ".join(one.name.strip() for one in known[1:] if one.name.strip())
    says = f"{context.t(crisis_line(context.agency.crisis_line))} {context.t('It stands on your page.')}"
    return div(
        OneOf("supports", known[0] if known else None, lambda new_id: Support(id=new_id, when_hard=True), CALL),
        para(others, cls="rp-own") if others else None,
        para(says, cls="rp-soft"),
        cls="rp-fields",
    )


QUESTIONS = (
    Question("first.today", _tonight("how_today", ""), ("tonight.how_today",), writes=True),
    Question("first.bed", _tonight("bed", "bed_words"), ("tonight.bed", "tonight.bed_words")),
    Question("first.food", _tonight("food", "food_words"), ("tonight.food", "tonight.food_words")),
    Question("first.medicines", MedicinesQuestion, ("tonight.medicines", "tonight.medicines_words")),
    Question(
        "first.overdose",
        _tonight("overdose_help", "overdose_words"),
        ("tonight.overdose_help", "tonight.overdose_words", "lapse_page.overdose_help"),
    ),
    Question(
        "first.leaving",
        LeavingQuestion,
        ("leaving.on", "leaving.from_where", "leaving.medicine_days"),
        asks=say("Are you about to leave a place, or just out of one?"),
        done=lambda plan: plan.leaving.is_leaving is not None,
    ),
    Question(
        "first.contact",
        BridgeQuestion,
        (
            "leaving.medicine_days",
            "leaving.first_appointment",
            "leaving.first_appointment_on",
            "leaving.who_calls",
            "leaving.contact_on",
        ),
        writes=True,
        asked_of=lambda plan: plan.leaving.is_leaving is True,
    ),
    Question("goals.values", lambda plan: WhatMatters(plan.values)),
    Question("first.strength", _strength, ("strengths",), writes=True),
    Question("first.step", _step, writes=True),
    Question("safety.calls", _call, writes=True),
    Question(
        "review.next",
        lambda plan: Fields(NEXT, plan.closing, ("closing",)),
        ("closing.next_on", "closing.next_at"),
        writes=True,
    ),
)
