"""The plan at a glance: how far each step is, what it holds in a line, and what is still open in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.plan.plan import find
from planner.plan.progress import STEPS, TITLES, progress
from planner.plan.sections import name_of
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.words.language import Language

GLANCED = tuple(step for step in STEPS if step not in {"check-in", "review"})
_LONGEST = 3
"""How many things stand in the line of a step."""
_MOST_OPEN = 12
"""How many of its findings stand under a step, the weightiest first; all of them stand where they arise."""


def gist(plan: Plan, step: str) -> tuple[str, ...]:
    """Return the words that stand for a step, in the person's own order."""
    words: dict[str, Iterable[str]] = {
        "goals": (goal.own_words or goal.action for goal in plan.goals if goal.is_open),
        "strengths": (strength.own_words for strength in plan.strengths if strength.is_mine),
        "resources": (*(one.name for one in plan.supports), *(one.name for one in plan.resources)),
        "medications": (*(one.name for one in plan.medications), *(one.name for one in plan.providers)),
        "skills": (skill.name for skill in plan.skills),
        "safety": (*(one.own_words for one in plan.helps), *(one.own_words for one in plan.warning_signs)),
    }
    return tuple(word.strip() for word in words[step] if word.strip())


@reacton.component
def Glance(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """Draw every step in a row. `findings` are those this view may show."""
    context = use_session()
    t, go = context.t, context.editor.go
    elsewhere = tuple(finding for finding in findings if finding.where.step in GLANCED)
    rows = (
        GlanceRow(plan, step, tuple(f for f in elsewhere if f.where.step == step and context.staff), go).key(step)
        for step in GLANCED
    )
    return tag(
        "section",
        heading(2, t("Your plan at a glance"), cls="rp-list-title"),
        tag("ul", *rows, cls="rp-glance"),
        *(() if context.staff else (Suggestion(plan, finding, go) for finding in elsewhere)),
        aria_label=t("Your plan at a glance"),
    )


@reacton.component
def GlanceRow(plan: Plan, step: str, findings: tuple[Finding, ...], go: Callable[[str], None]) -> Any:
    """Draw one step: its ring, its name, its words, and the way there."""
    t = use_session().t
    far, words = progress(plan, step), gist(plan, step)
    title = t(TITLES[step])
    line = " · ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
    said = t("{done} of {of}", done=far.done, of=far.of) if far.of else t("Left for another day")
    return tag(
        "li",
        tag(
            "span",
            cls="rp-ring rp-whole" if far.is_complete else "rp-ring",
            style=f"--share:{far.share:.2f}",
            aria_hidden="true",
        ),
        div(
            para(tag("span", title, cls="rp-glance-title"), tag("span", said, cls="rp-soft"), cls="rp-glance-head"),
            para(line, cls="rp-own rp-glance-line") if line else None,
            cls="rp-glance-words",
        ),
        Button(t("Go there"), lambda: go(step), kind="text", attributes={"aria-label": t("Go to {step}", step=title)}),
        _open(plan, findings, t) if findings else None,
        cls="rp-glance-row",
    )


def _open(plan: Plan, findings: tuple[Finding, ...], t: Language) -> Any:
    others = len(findings) - _MOST_OPEN
    more = tag("li", tag("span", t("and {n} more", n=others), cls="rp-soft")) if others > 0 else None
    lines = (_still_open(plan, finding, t) for finding in findings[:_MOST_OPEN])
    return tag("ul", *lines, more, cls="rp-still-open")


def _still_open(plan: Plan, finding: Finding, t: Language) -> Any:
    return tag(
        "li",
        tag("span", name, cls="rp-own") if (name := name_of(find(plan, finding.where.item))) else None,
        tag("span", t(finding.says), cls="rp-still-open-says"),
        tag("span", t(finding.try_this), cls="rp-soft") if finding.try_this else None,
    )


@reacton.component
def Suggestion(plan: Plan, finding: Finding, go: Callable[[str], None]) -> Any:
    """Draw the one suggestion that helps most, with the way to its step."""
    t = use_session().t
    step = finding.where.step
    return div(
        para(name_of(find(plan, finding.where.item)), cls="rp-own"),
        Note(finding, Button(t("Go to {step}", step=TITLES[step]), lambda: go(step), kind="chip")),
        cls="rp-heaviest",
    )
