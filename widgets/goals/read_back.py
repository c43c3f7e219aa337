"""What was understood of a goal's sentence: underlined in a line below it, and offered to the fields that are empty.

The sentence itself is never touched; nothing is filled in until somebody presses.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import reacton

from planner.goals.fill_in import fillable
from planner.goals.goal import Per
from planner.goals.smart import read_goal
from planner.model.entry import has_text
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag

if TYPE_CHECKING:
    from planner.goals.goal import Goal
    from planner.goals.smart import GoalReading
    from planner.model.path import FieldPath
    from planner.words.language import Language

AMOUNT = ("target", "measure", "per")


@reacton.component
def ReadBack(goal: Goal, path: FieldPath) -> Any:
    """What was read in a goal, the line under the sentence of an open goal."""
    context = use_session()
    t = context.t
    words = goal.own_words
    reading = reacton.use_memo(
        lambda: read_goal(words, context.today, t.known_code) if has_text(words) else None,
        [words, context.today, t.code],
    )
    if reading is None or not reading.parts:
        return div(cls="rp-none")
    offered = fillable(goal, reading)
    return div(
        para(
            tag("span", t("Understood:"), cls="rp-quietly"), " ", *underlined(reading), cls="rp-understood", lang=t.code
        ),
        UseParts(goal, path, offered) if offered else None,
        _ask_day(reading, t) if reading.event and not has_text(goal.by_when.words) else None,
        cls="rp-read-back",
        aria_live="polite",
    )


def underlined(reading: GoalReading) -> tuple[Any, ...]:
    """Return the sentence in pieces, what was understood underlined; a part within another stays its own."""
    owner = [-1] * len(reading.sentence)
    for number, part in enumerate(sorted(reading.parts, key=lambda part: part.start - part.end)):
        owner[part.start : part.end] = [number] * (part.end - part.start)
    runs = [list(run) for _, run in groupby(enumerate(owner), key=lambda one: one[1])]
    pieces = [(reading.sentence[run[0][0] : run[-1][0] + 1], run[0][1]) for run in runs]
    return tuple(
        tag("u", words, cls="rp-part-read") if number >= 0 and has_text(words) else words for words, number in pieces
    )


@reacton.component
def UseParts(goal: Goal, path: FieldPath, offered: dict[str, Any]) -> Any:
    """One button that puts what the sentence says into the fields that are still empty."""
    context = use_session()
    t, editor = context.t, context.editor

    def use() -> None:
        editor.change(path, lambda now: now.amended(**offered), visit=f"use/{goal.id}")

    return Button(t("Use: {parts}", parts=told(offered, t)), use, kind="chip rp-offer", icon="plus")


def told(offered: dict[str, Any], t: Language) -> str:
    """Return what is offered in the words it was said; an amount, what it counts and how often as one."""
    words = {
        name: t.show(value) if isinstance(value, Per) else getattr(value, "words", value)
        for name, value in offered.items()
    }
    amount = " ".join(words.pop(name) for name in AMOUNT if name in words)
    parts = (words.pop("action", ""), amount, *words.values())
    return " · ".join(dict.fromkeys(part for part in parts if part))  # "30 days" is an amount and a last day at once


def _ask_day(reading: GoalReading, t: Language) -> Any:
    words = reading.event.words if reading.event else ""
    return para(t("“{words}”: which day is that?", words=words), cls="rp-help")
