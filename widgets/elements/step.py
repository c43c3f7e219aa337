"""One step of a session: its title, a question one could say aloud, and its topics, one open at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.library import questions
from planner.plan.progress import TITLES, still_open
from planner.plan.topic import TOPICS
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.topic_card import FoldedTopicCard, OpenTopicCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.plan.topic import Topic
    from widgets.elements.topic_card import TopicCard


@reacton.component
def Step(
    step: str,
    leaves: tuple[TopicCard, ...],
    plan: Plan,
    findings: tuple[Finding, ...],
    after: str,
    go_after: Callable[[], None],
) -> Any:
    """A step: its question, its topics, and the way on. `after` is the title of the step that follows."""
    t = use_session().t
    return tag(
        "main",
        heading(1, t(TITLES[step]), cls="rp-step-title", tabindex="-1", data_focus=f"step/{step}"),
        Asking(step),
        TopicCards(step, leaves, plan, findings),
        div(Button(t("Next: {step}", step=after), go_after, kind="main", icon="arrow"), cls="rp-step-foot")
        if after
        else None,
        cls="rp-main",
        id="rp-main",
    )


@reacton.component
def TopicCards(step: str, leaves: tuple[TopicCard, ...], plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The topics of a step that apply, with the first one that is still open unfolded."""
    topics = {topic.id: topic for topic in TOPICS[step] if topic.applies(plan)}
    drawn = [leaf for leaf in leaves if leaf.topic in topics]
    order = [leaf.topic for leaf in drawn]
    went_to = use_session().destination
    is_here = went_to is not None and went_to.topic in order
    opened, open_leaf = reacton.use_state(went_to.topic if went_to and is_here else _first_open(plan, step, drawn))

    def go_on(topic: str) -> Callable[[], None]:
        rest = order[order.index(topic) + 1 :]
        return lambda: open_leaf(rest[0] if rest else "")

    return div(
        *(_leaf(leaf, topics[leaf.topic], plan, findings, opened, open_leaf, go_on) for leaf in drawn), cls="rp-leaves"
    )


def _first_open(plan: Plan, step: str, drawn: list[TopicCard]) -> str:
    open_topics = {topic.id for topic in still_open(plan, step)}
    return next((leaf.topic for leaf in drawn if leaf.topic in open_topics), drawn[0].topic if drawn else "")


def _leaf(
    leaf: TopicCard,
    topic: Topic,
    plan: Plan,
    findings: tuple[Finding, ...],
    opened: str,
    open_leaf: Callable[[str], None],
    go_on: Callable[[str], Callable[[], None]],
) -> Any:
    if leaf.topic == opened:
        return OpenTopicCard(leaf, topic, plan, findings, go_on(leaf.topic)).key(leaf.topic)
    return FoldedTopicCard(leaf, topic, plan, lambda: open_leaf(leaf.topic)).key(leaf.topic)


@reacton.component
def Asking(step: str) -> Any:
    """One guiding question, and a way to another one."""
    t = use_session().t
    asked = questions(step, t.code)
    at, turn = reacton.use_state(0)
    return div(
        para(f"“{asked[at % len(asked)]}”", cls="rp-asking", aria_live="polite"),
        Button(t("Another question"), lambda: turn(at + 1), kind="text"),
        cls="rp-asking-row",
    )
