"""How life stands around the plan, said again in words: each part beside what was said the time before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.figures import circumstances_figure
from planner.check_in.check_in import latest_on
from planner.model.entry import label
from planner.sessions.circumstances import ASPECTS, Circumstances, Cravings, Footing, changes, in_order, standing
from widgets.draft.context import use_session
from widgets.elements.figure import Drawing
from widgets.elements.markup import Button, div, para, tag
from widgets.elements.note import Notes
from widgets.forms import form
from widgets.forms.chips import Chip
from widgets.forms.field_ref import FieldRef
from widgets.forms.frame import grouped
from widgets.forms.today import OfToday, Today

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.words.language import Language

MORE = {
    "cravings": form(Circumstances, "cravings_words"),
    "housing": form(Circumstances, ("housing_where", "housing_until")),
    "income": form(Circumstances, "income_words"),
    "care": form(Circumstances, "care_words"),
    "support": form(Circumstances, "support_words"),
    "getting_around": form(Circumstances, "getting_around_words"),
}
"""What can be said about each part, once the person has said how it stands."""

_PATH = ("circumstances",)


@reacton.component
def HowLifeStands(plan: Plan, blank_id: str, findings: tuple[Finding, ...]) -> Any:
    """The six parts of life; what stands as it did is taken over with one press."""
    context = use_session()
    t = context.t
    now = latest_on(plan.circumstances, context.today) or Circumstances(id=blank_id, on=context.today)
    before = next((one for one in reversed(in_order(plan.circumstances)) if one.on < context.today), None)
    return div(
        AsBefore(before, now),
        *(Aspect(aspect, now, before).key(aspect) for aspect in ASPECTS),
        Changed(plan),
        Notes(tuple(finding for finding in findings if finding.code.startswith("circumstances."))),
        Drawing(circumstances_figure(plan.circumstances, t)),
        cls="rp-fields rp-life",
    )


@reacton.component
def AsBefore(before: Circumstances | None, now: Circumstances) -> Any:
    """One press for a day on which everything stands as it did; each part can still be said anew."""
    context = use_session()
    t, editor = context.t, context.editor
    if before is None or now.is_said:
        return div(cls="rp-none")

    def take_over() -> None:
        same = before.amended(id=now.id, on=now.on)
        editor.change(_PATH, lambda known: (*known, same), visit=f"life/{now.id}")

    words = t("All as it was on {day}", day=before.on)
    return div(Button(words, take_over, kind="chip rp-offer", icon="plus"), cls="rp-as-before")


@reacton.component
def Aspect(aspect: str, now: Circumstances, before: Circumstances | None) -> Any:
    """One part of life: how it stands, and once that is said, a place for more words."""
    context = use_session()
    t, hand = context.t, OfToday(context.editor, _PATH, now)
    path = (*_PATH, now.id)
    chosen = standing(now, aspect)

    def choose(answer: Cravings | Footing) -> Callable[[], None]:
        return lambda: hand.put((*path, aspect), None if chosen is answer else answer)

    kind: Any = Cravings if aspect == "cravings" else Footing
    chips = [Chip(t(one.label), chosen is one, choose(one), one_of=True, key=one.value) for one in kind]
    return div(
        grouped(
            FieldRef(Circumstances, aspect, None, path), *chips, role="radiogroup", hint=_last_time(before, aspect, t)
        ),
        Today(now, _PATH, MORE[aspect]) if chosen else None,
        cls="rp-aspect",
        data_focus=next((token for name in MORE[aspect].names if (token := context.token_at((*path, name)))), None),
    )


def _last_time(before: Circumstances | None, aspect: str, t: Language) -> str:
    was = standing(before, aspect) if before else None
    return t("Last time: {words}", words=was.label) if was else ""


@reacton.component
def Changed(plan: Plan) -> Any:
    """What stands otherwise than the time before."""
    context = use_session()
    t = context.t
    lines = [tag("li", told).key(told) for told in different_on(plan, context.today, t)]
    if not lines:
        return div(cls="rp-none")
    return div(para(t("What is different now"), cls="rp-label"), tag("ul", *lines, cls="rp-history"), role="status")


def different_on(plan: Plan, day: date, t: Language) -> tuple[str, ...]:
    """Return, part by part, what stands otherwise on a day than the time before; none where nothing was said."""
    if latest_on(plan.circumstances, day) is None:
        return ()
    return tuple(
        f"{t(label(Circumstances, change.aspect))}: {t(change.before.label)} → {t(change.now.label)}"
        for change in changes(plan.circumstances)
    )
