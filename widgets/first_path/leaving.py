"""Leaving a place, in the first twenty minutes: its medicines with their days, its appointment, its first contact.

What is typed here stands at once where it belongs in the plan: among the medicines, the visits, the person's people.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import reacton

from planner.first_path.bridge import bridges, shown_back
from planner.health.medication import HowGot, Medication, PickUp
from planner.model.entry import has_text
from planner.model.path import put
from planner.plan.leaving import said_about_leaving, with_dose_of_that_day, with_leaving
from planner.sessions.first_path import Leaving, Tonight
from planner.words.reading import DayWords
from widgets.draft.context import provide_session, use_session
from widgets.elements.markup import Button, div, para
from widgets.forms import Fields, form
from widgets.forms.chips import Chip
from widgets.forms.today import Today

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.first_path.bridge import Bridge
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from widgets.draft.context import SessionContext
    from widgets.draft.draft_editor import DraftEditor
    from widgets.forms.form import Form

IS_LEAVING = form(Leaving, "is_leaving")
LEAVING = form(Leaving, ("on", "from_where"))
ALL_OF_IT = form(Leaving, "medicine_days")
BRIDGE = form(Leaving, ("first_appointment", "first_appointment_on"), ("who_calls", "contact_on"))
MEDICINES = form(Tonight, "medicines")
MEDICINES_WORDS = form(Tonight, "medicines_words")
NAME = form(Medication, "name")
HOW = form(PickUp, "how")
LASTS = {
    HowGot.PICKED_UP: form(PickUp, "days"),
    HowGot.TAKE_HOME: form(PickUp, "days"),
    HowGot.ON_HAND: form(PickUp, "days"),
    HowGot.CLINIC: form(PickUp, "on"),
    HowGot.INJECTION: form(PickUp, "next_due"),
}


@dataclass(frozen=True)
class Told:
    """Takes what the fields about leaving are given, and puts each part of it where it belongs."""

    editor: DraftEditor

    def put(self, path: FieldPath, value: Any, *, typing: bool = False) -> None:
        """Change one field; the path begins with the name of the form."""
        told = put(said_about_leaving(self.editor.plan), path[1:], value)
        plan = with_leaving(self.editor.plan, told, self.editor.new_id)
        self.editor.put((), plan, visit="/".join(path), typing=typing)


@reacton.component
def AboutLeaving(plan: Plan, *shown: Form) -> Any:
    """Forms about leaving, with the words of its visit and its contact as they stand in the plan."""
    context = use_session()
    provide_session(replace(context, taken_by=Told(context.editor)))
    told = said_about_leaving(plan)
    return div(*(Fields(one, told, ("leaving",)) for one in shown), cls="rp-fields")


@reacton.component
def LeavingQuestion(plan: Plan) -> Any:
    """The day of leaving, and for each medicine how many days of it go along."""
    token = use_session().token_at(("leaving", "medicine_days"))
    if not plan.leaving.is_leaving:
        return AboutLeaving(plan, IS_LEAVING)
    named = [medication for medication in plan.medications if medication.is_in_use and not medication.as_needed]
    return div(
        AboutLeaving(plan, IS_LEAVING, LEAVING, *(() if named else (ALL_OF_IT,))),
        div(
            *(MedicineLine(plan, one, is_named=True).key(one.id) for one in named),
            cls="rp-fields",
            data_focus=token if named else None,
        ),
        MedicinesReach(plan),
        cls="rp-fields",
    )


@reacton.component
def BridgeQuestion(plan: Plan) -> Any:
    """The first appointment and the first contact, and how far the medicine reaches."""
    return div(AboutLeaving(plan, BRIDGE), MedicinesReach(plan), cls="rp-fields")


@reacton.component
def MedicinesQuestion(plan: Plan) -> Any:
    """Whether the medicines are there, and a line for each: its name, and for how many days it lasts."""
    t, editor = use_session().t, use_session().editor
    known = [medication for medication in plan.medications if medication.is_in_use or not has_text(medication.name)]
    asked_at, add_one = reacton.use_state(-1)
    blank = reacton.use_memo(lambda: Medication(id=editor.new_id()), [len(plan.medications)])
    lines = [*known, blank] if asked_at == len(plan.medications) or not known else known
    words = has_text(plan.tonight.medicines_words)

    def add() -> None:
        add_one(len(plan.medications))

    return div(
        Fields(MEDICINES, plan.tonight, ("tonight",)),
        *(MedicineLine(plan, line).key(line.id) for line in lines),
        Button(t("Add a medicine"), add, kind="text", icon="plus") if len(lines) == len(known) else None,
        Fields(MEDICINES_WORDS, plan.tonight, ("tonight",)) if words else None,
        cls="rp-fields",
    )


@reacton.component
def MedicineLine(plan: Plan, medicine: Medication, *, is_named: bool = False) -> Any:
    """One medicine: its name, how it is got, and what is asked for that."""
    context = use_session()
    t = context.t
    fresh = reacton.use_memo(context.editor.new_id, [medicine.id])
    latest = medicine.pick_ups[-1] if medicine.pick_ups else None
    pick_up = latest or PickUp(id=fresh, how=HowGot.ON_HAND, on=_first_day(plan, context))
    section = ("medications", medicine.id, "pick_ups")
    return div(
        para(medicine.name.strip(), cls="rp-own") if is_named else Today(medicine, ("medications",), NAME),
        Today(pick_up, section, HOW, LASTS[pick_up.how]) if has_text(medicine.name) else None,
        cls="rp-first-medicine",
        role="group",
        aria_label=medicine.name.strip() or t("A medicine"),
    )


def _first_day(plan: Plan, context: SessionContext) -> DayWords:
    """Return the first day of what the person has with them: the day they leave, else today."""
    if plan.leaving.is_leaving and plan.leaving.on.reading:
        return plan.leaving.on
    return DayWords(words=context.t.day(context.today), reading=context.today)


@reacton.component
def MedicinesReach(plan: Plan) -> Any:
    """How far each medicine reaches, as it was understood; one press says that day's dose was given there."""
    context = use_session()
    found = [bridge for bridge in bridges(plan, context.today) if shown_back(bridge)]
    return div(*(_reach(one, plan, context).key(one.medication_id or "all") for one in found), cls="rp-reach")


def _reach(bridge: Bridge, plan: Plan, context: SessionContext) -> Any:
    t, says = context.t, shown_back(bridge)
    out = plan.leaving.on.reading
    given = t("The dose of {day} was given there", day=t.day(out, "near") if out else "")
    return div(
        para(
            " ".join(filter(None, (f"{bridge.name}:" if bridge.name else "", t(says) if says else ""))),
            cls="rp-reach-days",
            role="status",
        ),
        Chip(
            given,
            bridge.dose_was_given,
            _giving(context.editor, bridge.medication_id),
            key=f"given-{bridge.medication_id}",
        ),
        cls="rp-reach-line rp-reach-gap" if bridge.gap else "rp-reach-line",
        role="group",
        aria_label=bridge.name or t("Days of medicine I take with me"),
    )


def _giving(editor: DraftEditor, medication_id: str) -> Callable[[], None]:
    def press() -> None:
        plan = with_dose_of_that_day(editor.plan, medication_id, editor.new_id)
        editor.put((), plan, visit=f"dose-given/{medication_id}")

    return press
