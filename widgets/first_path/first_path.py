"""The first twenty minutes: one question at a time, large, each of them free to leave; at the end, one page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.first_path.still_open import is_enough, still_open
from planner.library import questions
from planner.model.message import say
from planner.plan.plan import NotNow, SessionPath, is_left_open
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes
from widgets.first_path.first_questions import QUESTIONS
from widgets.first_path.still_open import StillOpenList
from widgets.paper.paper import ONE_PAGE, Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.review.destination import Destination
    from widgets.first_path.first_questions import Question

END = "end"
"""Where the walk ends: the page to print."""


@reacton.component
def FirstPath(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The question whose turn it is. A reload comes back to the first one without an answer."""
    asked = tuple(question for question in QUESTIONS if question.applies(plan))
    here, go = reacton.use_state(_wanted(asked, use_session().destination) or _first_open(plan, asked))
    order = (*(question.topic for question in asked), END)
    at = order.index(here) if here in order else 0

    def turn(by: int) -> Callable[[], None]:
        return lambda: go(order[min(max(at + by, 0), len(order) - 1)])

    body = (
        TheEnd(plan, findings, turn(-1))
        if order[at] == END
        else Asked(asked[at], plan, findings, (at + 1, len(asked)), turn(-1) if at else None, turn(1)).key(order[at])
    )
    return tag(
        "main",
        Dots(asked, plan, order[at], go),
        body,
        cls="rp-main rp-first",
        id="rp-main",
    )


@reacton.component
def Where(place: str) -> Any:
    """Where the two are, and the way over to the whole plan: at any time, and everything said so far stays."""
    context = use_session()
    editor = context.editor

    def go_over() -> None:
        editor.put(("path",), SessionPath.FULL)
        editor.go("goals")

    return div(
        para(place, cls="rp-first-where"),
        Button(context.t("Go over to the whole plan"), go_over, kind="text"),
        cls="rp-first-head",
    )


def _first_open(plan: Plan, asked: tuple[Question, ...]) -> str:
    return next((one.topic for one in asked if not one.is_done(plan) and not is_left_open(plan, one.topic)), END)


def _wanted(asked: tuple[Question, ...], destination: Destination | None) -> str:
    """Return the question about where somebody went to."""
    field = ".".join(destination.path) if destination else ""
    return next((one.topic for one in asked if field in one.fields), "") if field else ""


@reacton.component
def Dots(asked: tuple[Question, ...], plan: Plan, here: str, go: Callable[[str], None]) -> Any:
    """How far the two are: a dot for each question, to press in any order."""
    t = use_session().t
    dots = (
        _dot(t(one.title), _state(plan, one), here == one.topic, partial(go, one.topic)).key(one.topic) for one in asked
    )
    last = _dot(t("Your page"), "page", here == END, partial(go, END)).key(END)
    return tag("nav", tag("ol", *(tag("li", dot) for dot in (*dots, last))), cls="rp-dots", aria_label=t("Questions"))


def _dot(title: str, state: str, is_here: bool, press: Callable[[], None]) -> Any:
    said = {"done": say("{title}: answered", title=title), "left": say("{title}: left", title=title)}
    name = use_session().t(said.get(state, title))
    attributes = {"aria-label": name, "title": name, "aria-current": "step" if is_here else None}
    return Button("", press, kind=f"dot rp-dot-{state}" + (" rp-here" if is_here else ""), attributes=attributes)


def _state(plan: Plan, question: Question) -> str:
    if is_left_open(plan, question.topic):
        return "left"
    return "done" if question.is_done(plan) else "open"


@reacton.component
def Asked(
    question: Question,
    plan: Plan,
    findings: tuple[Finding, ...],
    place: tuple[int, int],
    back: Callable[[], None] | None,
    on: Callable[[], None],
) -> Any:
    """One question with its fields; "not today" and "not for me" are answers too."""
    context = use_session()
    t, editor = context.t, context.editor
    token, (number, of) = context.token_of(question.topic), place

    def leave(answer: NotNow) -> None:
        editor.leave_open(question.topic, answer, context.today)
        on()

    return tag(
        "section",
        Where(t("{number} of {of} · {title}", number=number, of=of, title=question.title)),
        heading(
            1,
            t(question.asks) if question.asks else questions(question.topic, t.code)[0],
            cls="rp-first-asks",
            tabindex="-1",
            data_focus=None if question.writes else token,
        ),
        Left(plan, question) if is_left_open(plan, question.topic) else None,
        div(question.draw(plan), cls="rp-first-fields", data_focus=token if question.writes else None),
        Notes(_about(question, findings)),
        div(
            Button(t("Back"), back, kind="text", icon="back") if back else None,
            div(*(_leaving(t(one.label), one, leave) for one in NotNow), cls="rp-first-leave"),
            Button(t("Next"), on, kind="main", icon="arrow"),
            cls="rp-first-foot",
        ),
        cls="rp-first-card",
        aria_label=t(question.title),
        data_topic=question.topic,
    )


def _about(question: Question, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return what is suggested where a question is asked; the question itself is not asked twice."""
    return tuple(
        finding for finding in findings if finding.where.field in question.fields and finding.code != question.topic
    )


def _leaving(label: str, answer: NotNow, leave: Callable[[NotNow], None]) -> Any:
    return Button(label, lambda: leave(answer), kind="text")


@reacton.component
def Left(plan: Plan, question: Question) -> Any:
    """The answer that left this question, and the way to take it up after all."""
    context = use_session()
    left = next(one for one in plan.left_open if one.topic == question.topic)
    return div(
        para(context.t("You said: {answer}", answer=left.answer.label), cls="rp-soft"),
        Button(context.t("Talk about it now"), lambda: context.editor.take_up(question.topic), kind="quiet"),
        cls="rp-first-left",
    )


@reacton.component
def TheEnd(plan: Plan, findings: tuple[Finding, ...], back: Callable[[], None]) -> Any:
    """The end: what is still open and who does it, one page to print, and the ways on."""
    context = use_session()
    t, editor = context.t, context.editor
    open_things = still_open(plan, findings)
    enough = is_enough(open_things)
    title = say("This is enough for today.") if enough else say("This is still open")
    asks = (
        say("Print your page and take it along. Everything else can wait.")
        if enough
        else say("Decide together who sees to it, and when. It stands on your page. Everything else can wait.")
    )
    return tag(
        "section",
        Where(t("Your page")),
        heading(1, t(title), cls="rp-first-asks", tabindex="-1", data_focus="first-end"),
        para(t(asks), cls="rp-leaf-asks"),
        StillOpenList(plan, open_things) if open_things else None,
        Paper(plan, ONE_PAGE),
        div(
            Button(t("Back"), back, kind="text", icon="back"),
            div(
                Button(t("Review the whole plan"), lambda: editor.go("review"), kind="text"),
                Button(t("Finish the session"), editor.finish, kind="quiet", icon="check"),
                cls="rp-first-leave",
            ),
            cls="rp-first-foot",
        ),
        cls="rp-first-card",
        aria_label=t("Your page"),
    )
