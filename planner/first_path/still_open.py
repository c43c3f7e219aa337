"""What is still open at the end of the first twenty minutes, and stays open until somebody has seen to it.

"This is enough for today" is only said where nothing in this list is a danger (`is_enough`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.entry import has_text, label
from planner.model.finding import Weight
from planner.model.message import Message, say
from planner.plan.leaving import said_about_leaving
from planner.plan.plan import NotNow, is_left_open
from planner.sessions.first_path import FollowUp, Leaving, Sure, Tonight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.model.finding import Finding
    from planner.plan.plan import Plan

TONIGHT = {
    "bed": "first.bed",
    "food": "first.food",
    "medicines": "first.medicines",
    "overdose_help": "first.overdose",
}
"""What has to be there tonight, with the topic that "not for me" answers to."""

_ABOUT = {
    **{f"tonight.{name}": Message(label(Tonight, name)) for name in TONIGHT},
    "leaving.day": Message(label(Leaving, "on")),
    "leaving.order": Message(label(Leaving, "first_appointment")),
    "leaving.no_appointment": Message(label(Leaving, "first_appointment")),
    "leaving.who_calls": Message(label(Leaving, "who_calls")),
}

_ASKED_ABOVE = ("tonight.", "overdose.")
"""Findings that say once more what tonight's own answers say."""


@dataclass(frozen=True, slots=True)
class StillOpen:
    """One thing that is not seen to yet. `key` is stable, and tells who does it (`FollowUp.key`)."""

    key: str
    says: Message
    is_danger: bool = True


def still_open(plan: Plan, findings: Iterable[Finding]) -> tuple[StillOpen, ...]:
    """Return what is open at the end of the first twenty minutes: tonight first, then what could do harm."""
    grave = (
        finding for finding in findings if finding.weight >= Weight.SAFETY and not finding.code.startswith(_ASKED_ABOVE)
    )
    others = (StillOpen(f"{one.code}/{one.where.item}", one.says) for one in grave)
    return (*_tonight(plan), *others, *_contact(plan))


def is_enough(open_things: Iterable[StillOpen]) -> bool:
    """Whether this is enough for today: nothing dangerous is open."""
    return not any(thing.is_danger for thing in open_things)


def name_of(key: str) -> Message:
    """Return what a follow-up is about, once it is no longer open and its question is not asked any more."""
    return _ABOUT.get(key.partition("/")[0], say("My medicines for the first days"))


def follow_up(plan: Plan, key: str) -> FollowUp | None:
    """Return who does something that is open, if it was said."""
    return next((one for one in plan.follow_ups if one.key == key), None)


def is_at_hand(plan: Plan, name: str) -> bool:
    """Whether one thing of tonight is there. Naloxone is also there where the lapse page says where it is."""
    answer = getattr(plan.tonight, name)
    return answer is Sure.YES or (
        name == "overdose_help" and answer is None and has_text(plan.lapse_page.overdose_help)
    )


def _tonight(plan: Plan) -> Iterator[StillOpen]:
    for name, topic in TONIGHT.items():
        left = next((one.answer for one in plan.left_open if one.topic in {topic, "first"}), None)
        answer: Sure | None = getattr(plan.tonight, name)
        if is_at_hand(plan, name) or (left is NotNow.FOR_ME and answer is None):
            continue
        state = answer.label if answer else left.label if left else say("Not asked yet")
        yield StillOpen(f"tonight.{name}", say("{what}: {answer}", what=Message(label(Tonight, name)), answer=state))


def _contact(plan: Plan) -> Iterator[StillOpen]:
    told = said_about_leaving(plan)
    if told.is_leaving and not has_text(told.who_calls) and not is_left_open(plan, "first.contact"):
        yield StillOpen("leaving.who_calls", say("Who makes contact in the first two days?"), is_danger=False)
