"""What just happened, said once and politely, with the way to take it back in reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.entry import has_text
from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.message import Message
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan

LONGEST = 28
"""Characters of a name on a button; the whole name is what a screen reader says."""


@dataclass(frozen=True)
class Happened:
    """What somebody just did. It is over with the next change; what `removed` something can be taken back."""

    says: Message
    plan: Plan
    removed: bool = False


@reacton.component
def JustNow(happened: Happened | None, plan: Plan, step: str, tell: Callable[[Happened | None], None]) -> Any:
    """What just happened until the plan changes again. The region is always there, so that it is read out."""
    t, editor = use_session().t, use_session().editor
    is_now = happened is not None and happened.plan is plan
    reacton.use_effect(lambda: tell(None), [step])

    def undo() -> None:
        editor.undo()
        tell(Happened(say("It is back."), editor.plan))

    shown = happened if is_now else None
    return div(
        tag("span", t(shown.says)) if shown else None,
        Button(t("Undo"), undo, kind="text") if shown and shown.removed else None,
        cls="rp-happened",
        role="status",
    )


@reacton.component
def Remove(path: FieldPath, item_id: str, what: str, *, named: bool = False) -> Any:
    """The way to take an item out of a list. `named` where the button itself shows what goes."""
    context = use_session()
    t, what = context.t, what.strip()

    def press() -> None:
        context.editor.remove(path, item_id)
        says = say("Removed: {what}", what=what) if what else say("Removed.")
        context.announce(Happened(says, context.editor.plan, removed=True))

    full = t("Remove: {what}", what=what) if has_text(what) else t("Remove")
    short = what if len(what) <= LONGEST else f"{what[:LONGEST].rstrip()}…"
    shown = t("Remove: {what}", what=short) if named and short else t("Remove")
    return Button(shown, press, kind="text", attributes={"aria-label": full})
