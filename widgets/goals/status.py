"""Where a goal stands, and what becomes of it: reached, made smaller, set aside, taken up again. Nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.goals.goal import Goal, GoalChange, GoalStatus
from planner.goals.outcome import became, says
from planner.model.entry import has_text, label
from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import div, para, tag
from widgets.forms import Fields, form
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.model.path import FieldPath
    from planner.words.language import Language

WORDS = form(GoalChange, "own_words")
SMALLER = form(Goal, "own_words", ("target", "by_when"))

WAYS = (
    (GoalStatus.ACTIVE, say("Keep at it")),
    (GoalStatus.REACHED, say("I reached it")),
    (GoalStatus.SMALLER, say("Make it smaller")),
    (GoalStatus.ASIDE, say("Set it aside")),
)


@reacton.component
def Standing(goal: Goal, path: FieldPath, *, again: bool = False) -> Any:
    """The four ways a goal can go; the one it went today asks one kind question.

    `again` where the two look at it a second time: the words for it then ask what happens next. A goal that was made
    smaller on an earlier day is one they are on, and can be made smaller once more.
    """
    context = use_session()
    t, editor = context.t, context.editor
    change = changed_on(goal, context.today)
    stands = goal.status if change or not goal.is_open else GoalStatus.ACTIVE

    def go(status: GoalStatus) -> Callable[[], None]:
        def press() -> None:
            if stands is not status:
                new_id = editor.new_id()
                editor.change(path, lambda now: became(now, status, context.today, new_id), visit=f"became/{new_id}")

        return press

    asked = t("And now?") if again else t(label(Goal, "status"))
    chips = [Chip(t(words), stands is status, go(status), one_of=True, key=status.value) for status, words in WAYS]
    return div(
        para(asked, cls="rp-label"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_label=asked),
        Became(goal, change, path) if change else div(cls="rp-none"),
        Changes(goal),
        cls="rp-standing",
    )


def changed_on(goal: Goal, day: date) -> GoalChange | None:
    """Return what became of a goal on a day, where it was the last time anything did."""
    last = goal.changes[-1] if goal.changes else None
    return last if last and last.on == day else None


@reacton.component
def Became(goal: Goal, change: GoalChange, path: FieldPath) -> Any:
    """What the two read when a goal comes to stand somewhere new, with a place for the person's words."""
    t = use_session().t
    reached = change.status is GoalStatus.REACHED
    return div(
        para(t(says(change.status)), cls="rp-joy" if reached else "rp-calm", role="status"),
        Fields(SMALLER, goal, path) if change.status is GoalStatus.SMALLER else None,
        Fields(WORDS, change, (*path, "changes", change.id)) if change.status is not GoalStatus.ACTIVE else None,
        cls=f"rp-became rp-became-{change.status.name.lower()}",
    )


@reacton.component
def Changes(goal: Goal) -> Any:
    """How the goal stood before, the latest first."""
    t = use_session().t
    if not goal.changes:
        return div(cls="rp-none")
    lines = [tag("li", told(change, goal, t)).key(change.id) for change in reversed(goal.changes)]
    return div(tag("ul", *lines, cls="rp-history", aria_label=t(label(Goal, "changes"))))


def told(change: GoalChange, goal: Goal, t: Language) -> str:
    """Return one change in a line: the day, where it came to stand, how it was before, and the person's words."""
    before = change.words_before if change.words_before.strip() != goal.own_words.strip() else ""
    amount = change.target_before.words if change.target_before != goal.target else ""
    was = " · ".join(part.strip() for part in (before, amount) if has_text(part))
    parts = (
        f"{t.day(change.on, 'medium')}: {t(change.status.label)}",
        t("before: {words}", words=was) if was else "",
        t.quote(change.own_words.strip()) if has_text(change.own_words) else "",
    )
    return " · ".join(part for part in parts if part)
