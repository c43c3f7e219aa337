"""The plan at a glance: how far each step is, what it holds in a line, and what is still open in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say_count
from planner.plan.progress import STEPS, TITLES, progress
from planner.review.destination import name_at, section_at
from planner.review.urgency import urgent_first
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Note, Says, note_key

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
_MOST_URGENT = 6
"""How many urgent ones stand open; the others follow with one press."""


def gist(plan: Plan, step: str) -> tuple[str, ...]:
    """Return the words that stand for a step, in the person's own order."""
    words: dict[str, Iterable[str]] = {
        "goals": (goal.own_words or goal.action for goal in plan.goals if goal.is_open),
        "strengths": (strength.own_words for strength in plan.strengths if strength.is_mine),
        "resources": (*(support.name for support in plan.supports), *(resource.name for resource in plan.resources)),
        "medications": (
            *(medication.name for medication in plan.medications),
            *(provider.name for provider in plan.providers),
        ),
        "skills": (skill.name for skill in plan.skills),
        "safety": (
            *(one.own_words for one in plan.helps),
            *(warning_sign.own_words for warning_sign in plan.warning_signs),
        ),
    }
    return tuple(word.strip() for word in words.get(step, ()) if word.strip())


@reacton.component
def Glance(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What comes first, then every step in a row. `findings` are those this view may show."""
    context = use_session()
    t = context.t
    elsewhere = tuple(finding for finding in findings if finding.where.step != "review")
    urgent, rest = urgent_first(elsewhere) if context.staff else (elsewhere, ())
    apart = dict.fromkeys(finding.where.step for finding in rest if finding.where.step not in GLANCED)
    rows = (
        GlanceRow(plan, step, tuple(f for f in rest if f.where.step == step), context.editor.go).key(step)
        for step in (*apart, *GLANCED)
    )
    return div(
        ComesFirst(plan, urgent) if urgent else div(cls="rp-none"),
        tag(
            "section",
            heading(2, t("Your plan at a glance"), cls="rp-list-title"),
            tag("ul", *rows, cls="rp-glance"),
            aria_label=t("Your plan at a glance"),
        ),
    )


@reacton.component
def ComesFirst(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What should not wait, the gravest first, each with the way to the field it means."""
    t = use_session().t
    is_whole, show_whole = reacton.use_state(False)
    shown = findings if is_whole else findings[:_MOST_URGENT]
    others = len(findings) - len(shown)
    more = Button(t("Show {n} more", n=others), lambda: show_whole(True), kind="text", icon="more")
    return tag(
        "section",
        heading(2, t("This comes first"), cls="rp-list-title"),
        div(*(Suggestion(plan, one).key(note_key(one)) for one in shown), cls="rp-notes"),
        more if others else None,
        cls="rp-comes-first",
        aria_label=t("This comes first"),
    )


@reacton.component
def GlanceRow(plan: Plan, step: str, findings: tuple[Finding, ...], go: Callable[[str], None]) -> Any:
    """One step: its ring, its name, its words, the way there, and what is open in it behind its count."""
    t = use_session().t
    far, words = progress(plan, step), gist(plan, step)
    is_open, unfold = reacton.use_state(False)
    title = t(TITLES[step])
    longest = len(plan.medications) + 1 if step == "medications" else _LONGEST  # no medicine is left out
    line = " · ".join(words[:longest]) + (" …" if len(words) > longest else "")
    said = t("{done} of {of}", done=far.done, of=far.of) if far.of else t("Left for another day")
    count = t(say_count("{n} suggestion", "{n} suggestions", len(findings)))
    expanded = {"aria-expanded": str(is_open).lower(), "aria-label": f"{title}: {count}"}
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
            Button(count, lambda: unfold(not is_open), kind="text rp-count", icon="more", attributes=expanded)
            if findings
            else None,
            cls="rp-glance-words",
        ),
        Button(t("Go there"), lambda: go(step), kind="text", attributes={"aria-label": t("Go to {step}", step=title)}),
        StillOpen(plan, findings) if findings and is_open else None,
        cls="rp-glance-row",
    )


@reacton.component
def StillOpen(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What is open in a step, each line leading to its field."""
    t = use_session().t
    others = len(findings) - _MOST_OPEN
    more = tag("li", tag("span", t("and {n} more", n=others), cls="rp-soft")) if others > 0 else None
    lines = (_still_open(plan, finding, t).key(note_key(finding)) for finding in findings[:_MOST_OPEN])
    return tag("ul", *lines, more, cls="rp-still-open")


def _still_open(plan: Plan, finding: Finding, t: Language) -> Any:
    return tag(
        "li",
        tag("span", name, cls="rp-own") if (name := name_at(plan, finding.where)) else None,
        Says(finding),
        tag("span", t(finding.try_this), cls="rp-soft") if finding.try_this else None,
    )


@reacton.component
def Suggestion(plan: Plan, finding: Finding) -> Any:
    """One suggestion under the words it is about, or under what that part of the plan is called."""
    name, t = name_at(plan, finding.where), use_session().t
    about = para(name, cls="rp-own") if name else para(t(section_at(plan, finding.where)), cls="rp-soft")
    return div(about, Note(finding, leads=True), cls="rp-heaviest")
