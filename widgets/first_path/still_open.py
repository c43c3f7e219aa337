"""What is still open: at the end of the first twenty minutes with who does it, and in a check-in with how it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.first_path.still_open import follow_up
from planner.sessions.first_path import FollowUp, Leaving, Tonight
from widgets.draft.context import use_session
from widgets.elements.markup import div, heading, para, tag
from widgets.first_path.leaving import AboutLeaving
from widgets.forms import Fields, form
from widgets.forms.today import Today

if TYPE_CHECKING:
    from planner.check_in.agenda import AgendaItem
    from planner.first_path.still_open import StillOpen
    from planner.plan.plan import Plan

WHO = form(FollowUp, "who")
NOW = {
    "tonight.bed": form(Tonight, "bed", "bed_words"),
    "tonight.food": form(Tonight, "food", "food_words"),
    "tonight.medicines": form(Tonight, "medicines", "medicines_words"),
    "tonight.overdose_help": form(Tonight, "overdose_help", "overdose_words"),
    "leaving.appointment_kept": form(Leaving, "appointment_kept"),
    "leaving.contact_made": form(Leaving, "contact_made"),
    "leaving.medicine_goes_on": form(Leaving, "medicine_goes_on"),
}
ANOTHER_DAY = {
    "leaving.appointment_kept": form(Leaving, ("first_appointment", "first_appointment_on")),
    "leaving.contact_made": form(Leaving, ("who_calls", "contact_on")),
}


@reacton.component
def StillOpenList(plan: Plan, open_things: tuple[StillOpen, ...]) -> Any:
    """Each thing that is open, with a line for who does it."""
    return tag("ul", *(_Line(plan, thing).key(thing.key) for thing in open_things), cls="rp-open-list")


@reacton.component
def _Line(plan: Plan, one: StillOpen) -> Any:
    context = use_session()
    says = context.t(one.says)
    fresh = reacton.use_memo(context.editor.new_id, [one.key])
    entry = follow_up(plan, one.key) or FollowUp(id=fresh, key=one.key)
    return tag("li", para(says, cls="rp-own"), Today(entry, ("follow_ups",), WHO), role="group", aria_label=says)


@reacton.component
def StillOpenAgain(plan: Plan, items: tuple[AgendaItem, ...]) -> Any:
    """Each thing that was open, with the same answers as then; what has its day can get another one."""
    return div(*(_Again(plan, item).key(item.where.field) for item in items), cls="rp-cards")


@reacton.component
def _Again(plan: Plan, item: AgendaItem) -> Any:
    t, field = use_session().t, item.where.field
    section, _, name = field.partition(".")
    entry = plan.leaving if section == "leaving" else plan.tonight
    is_settled = getattr(entry, name) is True
    return tag(
        "section",
        heading(3, t(item.says), cls="rp-again-title"),
        para(item.about, cls="rp-own"),
        para(t(item.because) if item.because else "", cls="rp-soft"),
        Fields(NOW[field], entry, (section,)),
        AboutLeaving(plan, ANOTHER_DAY[field]) if field in ANOTHER_DAY and not is_settled else None,
        cls="rp-card rp-card-open rp-again",
        aria_label=t(item.says),
    )
