"""One topic of a step: open when it is its turn, else a line that says what is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import reacton

from planner.plan.plan import NotNow, is_left_open
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.plan.topic import Topic


@dataclass(frozen=True)
class TopicCard:
    """How a topic is drawn: what it asks, its body, and the words its folded line shows."""

    topic: str
    asks: Message
    body: Callable[[Plan, tuple[Finding, ...]], Any]
    line: Callable[[Plan], str | Message]
    can_wait: bool = True
    """Whether it can be left with "not today" or "not for me"."""

    reads_first: bool = False
    """Whether one reads before one writes: the focus then goes to the title and not to the first field."""


@reacton.component
def OpenTopicCard(
    leaf: TopicCard, topic: Topic, plan: Plan, findings: tuple[Finding, ...], go_on: Callable[[], None]
) -> Any:
    """The topic whose turn it is, with "not today" and "not for me" as full answers."""
    context = use_session()
    t, editor = context.t, context.editor

    def leave(answer: NotNow) -> Callable[[], None]:
        def press() -> None:
            editor.leave_open(topic.id, answer, context.today)
            go_on()

        return press

    return tag(
        "section",
        heading(
            2,
            t(topic.title),
            cls="rp-leaf-title",
            tabindex="-1" if leaf.reads_first else None,
            data_focus=context.token_of(topic.id) if leaf.reads_first else None,
        ),
        para(t(leaf.asks), cls="rp-leaf-asks"),
        leaf.body(plan, findings),
        div(
            *(Button(t(one.label), leave(one), kind="text") for one in NotNow if leaf.can_wait),
            Button(t("Next question"), go_on, kind="quiet", icon="more"),
            cls="rp-leaf-foot",
        ),
        cls="rp-leaf rp-leaf-open",
        aria_label=t(topic.title),
        data_focus=None if leaf.reads_first else context.token_of(topic.id),
        data_topic=topic.id,
    )


@reacton.component
def FoldedTopicCard(leaf: TopicCard, topic: Topic, plan: Plan, unfold: Callable[[], None]) -> Any:
    """A topic as one line that opens it."""
    context = use_session()
    t, editor = context.t, context.editor
    left = next((one for one in plan.left_open if one.topic == topic.id), None)

    def press() -> None:
        if is_left_open(plan, topic.id):
            editor.take_up(topic.id)
        unfold()

    line = left.answer.label if left else leaf.line(plan)
    said = line if isinstance(line, str) else t(line)
    state = "left" if left else "done" if topic.is_done(plan) else "waiting"
    return div(
        Button(t(topic.title), press, kind="leaf", attributes={"aria-expanded": "false"}),
        para(said, cls="rp-leaf-line" + ("" if left else " rp-own")),
        cls=f"rp-leaf rp-leaf-{state}",
        data_topic=topic.id,
    )
