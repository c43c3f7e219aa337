"""Who to call when it is hard: the people who said yes, who comes first, and the crisis line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.calling import to_call
from planner.model.message import say
from planner.resources.support import Support
from planner.safety.crisis_line import NATIONAL_LINE, crisis_line
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para
from widgets.elements.note import Notes
from widgets.forms import Fields, form
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.words.language import Language
    from widgets.draft.context import SessionContext
    from widgets.draft.draft_editor import DraftEditor

WHO = form(Support, ("name", "phone"), "bond")

ASK_OTHERS = say("Which of your people can you call when it is hard? Ask them first.")


@reacton.component
def Calls(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The people to call, those who could be asked, and the crisis line."""
    context = use_session()
    t, editor = context.t, context.editor
    opened, open_card = reacton.use_state(_on_the_way(plan, context))

    def add() -> None:
        somebody = Support(id=editor.new_id(), when_hard=True)
        open_card(somebody.id)
        editor.add(("supports",), somebody)

    first = plan.lapse_page.call_first_id
    after = plan.lapse_page.call_next_ids
    people = [Caller(one, one.id == first, after, one.id == opened, open_card).key(one.id) for one in to_call(plan)]
    return div(
        *people,
        Others(plan.supports, first),
        Button(t("Add somebody to call"), add, kind="add", icon="plus"),
        CrisisLine(),
        Notes(tuple(finding for finding in findings if finding.where.item in {person.id for person in plan.supports})),
        cls="rp-cards",
        data_focus=context.token_at(("supports",)) or context.token_at(("lapse_page", "call_first_id")),
    )


def _on_the_way(plan: Plan, context: SessionContext) -> str:
    opens = context.destination.opens if context.destination else ()
    return next((one.id for one in to_call(plan) if one.id in opens), "")


@reacton.component
def Caller(
    support: Support, is_first: bool, after: tuple[str, ...], is_open: bool, open_card: Callable[[str], None]
) -> Any:
    """One person to call, with a number large enough to dial from."""
    context = use_session()
    t = context.t
    name = support.name.strip() or t("Not named yet")
    if is_open:
        return _open_caller(t, support, name, lambda: open_card(""), context.token_of(support.id))

    def named(does: str) -> dict[str, str]:
        return {"aria-label": f"{does}: {name}"}

    return div(
        div(
            para(name, cls="rp-own"),
            para(
                support.phone.strip() or t("Which number?"),
                cls="rp-dial" if support.phone.strip() else "rp-dial rp-open",
            ),
            cls="rp-caller",
        ),
        _place_in_line(context, support, after, is_first=is_first),
        div(
            Button(t("Change"), lambda: open_card(support.id), kind="text", attributes=named(t("Change"))),
            Button(
                t("Not when it is hard"),
                _not_when_hard(context.editor, support, after, is_first=is_first),
                kind="text",
                attributes=named(t("Not when it is hard")),
            ),
            cls="rp-folded-ways",
        ),
        cls="rp-card rp-folded",
        role="group",
        aria_label=name,
    )


def _place_in_line(context: SessionContext, support: Support, after: tuple[str, ...], *, is_first: bool) -> Any:
    """Return whether they are called first, and for somebody else whether after that."""
    t, editor = context.t, context.editor
    first = Chip(t("I call them first"), is_first, _first(editor, None if is_first else support.id, after))
    if is_first:
        return div(first, cls="rp-chips")
    then = Chip(_next_in_line(support, after, t), support.id in after, _turn(editor, support, after))
    return div(first, then, cls="rp-chips")


def _open_caller(t: Language, support: Support, name: str, fold: Callable[[], None], token: str) -> Any:
    return div(
        Fields(WHO, support, ("supports", support.id)),
        div(Button(t("Close"), fold, kind="text"), cls="rp-card-foot"),
        cls="rp-card rp-card-open",
        role="group",
        aria_label=name,
        data_focus=token,
    )


def _first(editor: DraftEditor, support_id: str | None, after: tuple[str, ...]) -> Callable[[], None]:
    """Return what puts somebody first; nobody stands twice in the line."""

    def press() -> None:
        editor.put(("lapse_page", "call_first_id"), support_id)
        if support_id in after:
            editor.put(("lapse_page", "call_next_ids"), tuple(one for one in after if one != support_id))

    return press


def _next_in_line(support: Support, after: tuple[str, ...], t: Language) -> str:
    if support.id not in after:
        return t("If nobody picks up")
    return t("If nobody picks up: number {n}", n=after.index(support.id) + 2)


def _turn(editor: DraftEditor, support: Support, after: tuple[str, ...]) -> Callable[[], None]:
    """Return what puts somebody at the end of the line, or takes them out of it."""
    others = tuple(one for one in after if one != support.id)
    line = others if support.id in after else (*after, support.id)
    return lambda: editor.put(("lapse_page", "call_next_ids"), line)


def _not_when_hard(
    editor: DraftEditor, support: Support, after: tuple[str, ...], *, is_first: bool
) -> Callable[[], None]:
    """Return what takes somebody off this list; they stay in the circle."""

    def press() -> None:
        editor.put(("supports", support.id, "when_hard"), False)
        if is_first:
            editor.put(("lapse_page", "call_first_id"), None)
        if support.id in after:
            editor.put(("lapse_page", "call_next_ids"), tuple(one for one in after if one != support.id))

    return press


@reacton.component
def Others(supports: tuple[Support, ...], first: str | None) -> Any:
    """The people of the circle who could be asked."""
    context = use_session()
    others = [support for support in supports if not support.when_hard and support.id != first and support.name.strip()]
    if not others:
        return div(cls="rp-none")
    says = context.t(ASK_OTHERS)
    chips = [
        Button(
            other.name.strip(),
            partial(context.editor.put, ("supports", other.id, "when_hard"), True),
            kind="chip rp-offer",
            icon="plus",
        ).key(other.id)
        for other in others
    ]
    return div(para(says, cls="rp-soft"), div(*chips, cls="rp-chips", role="group", aria_label=says))


@reacton.component
def CrisisLine() -> Any:
    """The agency's crisis line, after everybody the person chose themselves."""
    context = use_session()
    line = context.agency.crisis_line.strip() or NATIONAL_LINE
    says = f"{context.t(crisis_line(line))} {context.t('You do not have to know what to say.')}"
    return div(para(line, cls="rp-dial"), para(says, cls="rp-soft"), cls="rp-card rp-crisis-line")
