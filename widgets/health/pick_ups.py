"""How a medicine was got, time by time, each asked only for what belongs to it; and how long it lasts by that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.health.medication import HowGot, PickUp
from planner.health.supply import days_of, reported, stretch_of, supply
from planner.health.supply_status import COUNTED
from planner.model.entry import has_text, label
from planner.model.message import say, say_count
from planner.words.reading import DayWords
from widgets.draft.context import use_session
from widgets.elements.happened import Remove
from widgets.elements.markup import Button, div, para, tag
from widgets.forms import Fields, form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.health.medication import Medication
    from planner.health.supply import Supply
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from planner.words.language import Language
    from widgets.draft.context import SessionContext

ASKED = {
    HowGot.PICKED_UP: form(PickUp, ("on", "days", "refills_left")),
    HowGot.CLINIC: form(PickUp, ("on",)),
    HowGot.TAKE_HOME: form(PickUp, ("on", "days")),
    HowGot.INJECTION: form(PickUp, ("on", "next_due")),
    HowGot.ON_HAND: form(PickUp, ("on", "days")),
}
_NEXT = {
    HowGot.INJECTION: say("Next one due"),
    HowGot.CLINIC: say("Next dose at the clinic"),
    HowGot.TAKE_HOME: say("Next dose at the clinic"),
}
"""What the day after the last covered one is called, where it is not a day without the medicine."""

AHEAD = 28
"""Days the line looks ahead: a usual prescription."""


@reacton.component
def PickUps(medicine: Medication, path: FieldPath) -> Any:
    """Every time it was got, and the four ways to note another one."""
    context = use_session()
    t, editor = context.t, context.editor
    fresh, mark_fresh = reacton.use_state("")
    place = (*path, "pick_ups")

    def add(how: HowGot) -> None:
        one = PickUp(id=editor.new_id(), how=how, on=_on(how, context.today, t))
        mark_fresh(one.id)
        editor.add(place, one)

    asks = t(label(PickUp, "how"))
    ways = (
        Button(t(how.label), lambda how=how: add(how), kind="chip rp-offer", icon="plus").key(how) for how in HowGot
    )
    return div(
        *(
            PickUpLine(medicine, one, place, number, one.id == fresh).key(one.id)
            for number, one in enumerate(medicine.pick_ups, 1)
        ),
        div(para(asks, cls="rp-label"), div(*ways, cls="rp-chips", role="group", aria_label=asks)),
        cls="rp-rows rp-pick-ups",
        role="group",
        aria_label=t(label(type(medicine), "pick_ups")),
        data_focus=context.token_at(place),
    )


def _on(how: HowGot, today: date, t: Language) -> DayWords:
    """Return today for a dose at the clinic, noted when it was taken, and for what is counted now."""
    is_now = how in {HowGot.CLINIC, HowGot.ON_HAND}
    return DayWords(words=t.day(today), reading=today) if is_now else DayWords()


@reacton.component
def PickUpLine(medicine: Medication, one: PickUp, path: FieldPath, number: int, is_fresh: bool) -> Any:
    """One time it was got. One that was just added takes the focus."""
    t = use_session().t
    name = t("{list}, line {number}", list=t(one.how.label), number=number)
    return div(
        div(tag("span", t(one.how.label), cls="rp-pick-up-how"), Remove(path, one.id, name), cls="rp-pick-up-head"),
        Fields(ASKED[one.how], one, (*path, one.id), told={"days": lasting(medicine, one, t)}),
        cls="rp-pick-up",
        role="group",
        aria_label=name,
        data_focus=one.id if is_fresh else None,
    )


def lasting(medicine: Medication, one: PickUp, t: Language) -> str:
    """Return how long one pick-up lasts by its words: "14 days, until December 9". Nothing while it is open."""
    days, stretch = days_of(one, medicine), stretch_of(one, medicine)
    if days is None or not has_text(one.days.words):
        return ""
    if stretch is None or medicine.as_needed:
        return t(say_count("{n} day", "{n} days", days))
    return t(say_count("{n} day, until {day}", "{n} days, until {day}", days, day=t.day(stretch.last, "day")))


@reacton.component
def Lasts(medicine: Medication, next_visit: date | None = None) -> Any:
    """How long it lasts, in figures and as a line of four weeks; nothing is known before the first pick-up."""
    context = use_session()
    t = context.t
    found = supply(medicine, context.today)
    if medicine.as_needed:
        return para(t("What you take only when you need it has no day on which it ends."), cls="rp-soft")
    if found is None:
        return para(t("With the day and how many days it lasts, you see here when it ends."), cls="rp-soft")
    return div(
        tag("dl", *(_fact(t(name), words) for name, words in _facts(found, next_visit, t)), cls="rp-parts"),
        Line(found, next_visit),
        *(para(line, cls="rp-soft") for line in (_for_reports(medicine, context) if context.staff else ())),
        cls="rp-lasts",
        role="status",
    )


def _for_reports(medicine: Medication, context: SessionContext) -> Iterator[str]:
    """Yield what reports ask for, for staff alone: a share of days is no word to a person."""
    t, found = context.t, reported(medicine, context.today)
    if found is None:
        return
    days, share = found.covered, round(100 * found.covered.share)
    yield t(
        "For reports: {n} of {of} days covered since {day} ({share} %).",
        n=days.days,
        of=days.of,
        day=found.since,
        share=share,
    )
    if medicine.is_for_opioid_use and found.is_continuous:
        yield t("For reports: 180 days or more without a gap of more than 7 days.")
    elif medicine.is_for_opioid_use and found.has_long_gap:
        yield t("For reports: a gap of more than 7 days.")


def _facts(found: Supply, next_visit: date | None, t: Language) -> Iterator[tuple[Message, str]]:
    how = found.latest.how
    if how in COUNTED:
        yield say("On hand"), t(say_count("{n} day", "{n} days", found.days_on_hand))
    yield _NEXT.get(how, say("First day without it")), t.day(found.runs_out, "weekday")
    if found.refills_left is not None:
        yield say("Refills left"), t.number(found.refills_left)
    if how in COUNTED and next_visit and (without := found.days_without_before(next_visit)):
        yield say("Before the next visit"), t(say_count("{n} day without it", "{n} days without it", without))


def _fact(name: str, words: str) -> Any:
    return div(tag("dt", name), tag("dd", words), cls="rp-part")


@reacton.component
def Line(found: Supply, next_visit: date | None) -> Any:
    """The next four weeks as a line: whole while it is there, dashed after. The figures say the same in words."""
    t = use_session().t
    days = (next_visit - found.today).days if next_visit else AHEAD
    mark = f"--at:{days / AHEAD:.3f}" if 0 < days < AHEAD else None
    return div(
        div(
            tag("span", cls="rp-supply-there", style=f"--share:{min(found.days_on_hand, AHEAD) / AHEAD:.3f}"),
            tag("span", t("Visit"), cls="rp-supply-visit", style=mark) if mark else None,
            cls="rp-supply-line",
        ),
        div(tag("span", t("Today")), tag("span", t("In four weeks")), cls="rp-anchors"),
        cls="rp-supply",
        aria_hidden="true",
    )
