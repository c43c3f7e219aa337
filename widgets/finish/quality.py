"""How the plan reads to a careful colleague, and "could you name the person?": for staff, on the last step.

Nothing of this file is drawn in the together view. Comparing with the caseload reads other plans one at a time and
keeps numbers only: no word of anybody else comes to the page.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import reacton

from planner.model.entry import has_text
from planner.model.message import say
from planner.plan.plan import find
from planner.plan.progress import TITLES
from planner.review.quality import ABOUT, Standing, quality
from planner.review.repetition import Gathering, repetition_findings
from planner.store import StoreError
from widgets.draft.context import use_session
from widgets.elements.background import begin
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Place
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.review.quality import Point
    from planner.review.repetition import Index
    from planner.words.language import Language
    from widgets.draft.context import SessionContext

IN_A_LINE = 6
"""As many places as one point names; a long plan has hundreds."""

AT_ONCE = 25
"""Plans that are read before the page gets its turn again."""


@reacton.component
def Quality(plan: Plan) -> Any:
    """The points and the comparison behind one press in the staff view; nothing in the together view."""
    t, staff = use_session().t, use_session().staff
    is_open, unfold = reacton.use_state(False)
    if not staff:
        return div(cls="rp-none")
    title = t("How the plan reads to a colleague")
    if not is_open:
        way = Button(title, lambda: unfold(True), kind="quiet", icon="more", attributes={"aria-expanded": "false"})
        return div(way, cls="rp-quality-folded")
    return Points(plan).key("points")


@reacton.component
def Points(plan: Plan) -> Any:
    """Each point, where the plan shows it, and the comparison with the caseload."""
    t = use_session().t
    points = reacton.use_memo(lambda: quality(plan), [plan])
    return div(
        heading(2, t("How the plan reads to a colleague"), cls="rp-leaf-title", tabindex="-1", data_focus="quality"),
        para(t(ABOUT), cls="rp-soft"),
        tag("ul", *(PointLine(plan, point).key(point.code) for point in points), cls="rp-points"),
        NameThePerson(plan),
        cls="rp-card rp-quality",
        role="region",
        aria_label=t("How the plan reads to a colleague"),
    )


@reacton.component
def PointLine(plan: Plan, point: Point) -> Any:
    """One point: how far it is, where the plan shows it, and what would help where it is open."""
    context = use_session()
    t = context.t
    is_open = point.standing is not Standing.THERE
    return tag(
        "li",
        div(
            tag("span", t(point.title), cls="rp-point-title"),
            tag("span", t(point.standing.label), cls="rp-point-standing"),
            cls="rp-point-head",
        ),
        para(t(point.try_this) if is_open else "", cls="rp-soft"),
        Places(plan, point.rests_on, say("Rests on")) if point.rests_on else div(cls="rp-none"),
        Places(plan, point.open_at, say("Open at")) if point.open_at else div(cls="rp-none"),
        cls=f"rp-point rp-point-{point.standing.name.lower()}",
    )


@reacton.component
def Places(plan: Plan, places: tuple[Place, ...], name: Message) -> Any:
    """Places of the plan by their own words; pressing one goes to its field."""
    context = use_session()
    t, editor = context.t, context.editor
    named = list({(_named(plan, place, t), place.step): place for place in reversed(places)}.items())[::-1]
    links = [
        Button(words, partial(editor.go_to, place), kind="text rp-place").key(f"{step}/{words}")
        for (words, step), place in named[:IN_A_LINE]
    ]
    others = len(named) - IN_A_LINE
    more = tag("span", t("and {n} more", n=others), cls="rp-soft") if others > 0 else None
    return div(tag("span", t(name), cls="rp-soft"), div(*links, more, cls="rp-places"), cls="rp-point-places")


def _named(plan: Plan, place: Place, t: Language) -> str:
    """Return the words of the item at a place, or the title of its step."""
    item: Any = find(plan, place.item)
    texts = (getattr(item, name, "") for name in ("own_words", "name", "action"))
    return next((text.strip() for text in texts if has_text(text)), t(TITLES[place.step]))


@reacton.component
def NameThePerson(plan: Plan) -> Any:
    """The surveyor's question; the caseload is read when somebody asks, a few plans at a time."""
    context = use_session()
    t = context.t
    index, found = reacton.use_state(cast("Index | None", None))
    state, tell = reacton.use_state(say(""))
    under_way = reacton.use_ref(cast("Any", None))
    reacton.use_effect(lambda: lambda: under_way.current and under_way.current.cancel(), [])

    def ask() -> None:
        under_way.current = begin(_compare(context, found, tell))

    findings = tuple(repetition_findings(plan, index)) if index else ()
    alone = index is not None and not findings
    return div(
        heading(3, t("Could you name the person?"), cls="rp-part-title"),
        para(t("Read the plan aloud. This looks for text that stands in other plans too."), cls="rp-soft"),
        div(Button(t("Compare with the caseload"), ask, kind="quiet"), cls="rp-row-foot"),
        para(t("These words stand in no other plan.") if alone else t(state), cls="rp-told", role="status"),
        Notes(findings),
        cls="rp-fields",
    )


async def _compare(context: SessionContext, found: Callable[[Index], None], tell: Callable[[Message], None]) -> None:
    gathering = Gathering()
    try:
        for number, plan in enumerate(context.editor.record.every_plan(), start=1):
            gathering.add(plan)
            if number % AT_ONCE == 0:
                tell(say("Plans read so far: {n}", n=number))
                await asyncio.sleep(0)
    except StoreError as problem:
        tell(problem.says)
        return
    tell(say(""))
    found(gathering.index())
