"""The plan: what two people agreed on, gathered in one value.

A plan is always valid and can always be kept; what is open in it is a finding of `planner.review.review`.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from planner.consent import Consent
from planner.goals.goal import Aim, Goal
from planner.goals.value import Value
from planner.health.advice import DifferentAdvice
from planner.health.condition import Condition
from planner.health.medication import Medication, Reaction
from planner.health.observation import Observation
from planner.health.provider import Provider
from planner.health.visit import Visit
from planner.model.choice import Choice
from planner.model.entry import Entry, Item, ItemId, labelled
from planner.model.message import Message, say
from planner.plan.upgrade import upgraded
from planner.resources.referral import Referral
from planner.resources.resource import Need, Resource
from planner.resources.support import Support
from planner.safety.lapse import LapsePage
from planner.safety.lapse_review import LapseReview
from planner.safety.warning_sign import Helps, Trigger, WarningSign
from planner.sessions.circumstances import Circumstances
from planner.sessions.closing import Closing, GivenAnswer
from planner.sessions.first_path import FollowUp, Leaving, Tonight
from planner.sessions.since_last import SinceLast
from planner.skills.bill import Bill
from planner.skills.budget import BudgetLine
from planner.skills.routine import Routine
from planner.skills.skill import Skill
from planner.strengths.internal_resource import InternalResources
from planner.strengths.strength import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_VERSION = 2


class SessionPath(Choice):
    """The way through a session: the whole plan, or the first twenty minutes."""

    FULL = "full", say("The whole plan")
    FIRST = "first", say("The first twenty minutes")


class NotNow(Choice):
    """Two full answers that leave a question open without a finding."""

    TODAY = "not today", say("Not today")
    FOR_ME = "not for me", say("Not for me")


class LeftOpen(Entry):
    """A question the person chose to leave, by its topic ("medications", "goals.values")."""

    topic: str
    answer: NotNow
    on: date


class Plan(Item):
    """Everything the person and the counselor have put down so far."""

    person_id: ItemId
    schema_version: int = SCHEMA_VERSION
    path: SessionPath = labelled("The way through", SessionPath.FULL)
    left_open: tuple[LeftOpen, ...] = labelled("Left open for now", ())
    left_off_paper: tuple[str, ...] = labelled("Leave off the paper", ())
    """Parts that others might find and read."""

    paper_may_be_found: bool | None = labelled("Could someone find this paper who should not?")
    """Yes leaves off your medicines, where the naloxone is, and the page for a slip. The crisis numbers stay."""

    tonight: Tonight = labelled("Today and tonight", Tonight())
    leaving: Leaving = labelled("Leaving treatment", Leaving())
    follow_ups: tuple[FollowUp, ...] = labelled("Still open, and who does it", ())
    since_last: tuple[SinceLast, ...] = labelled("Since last time", ())
    circumstances: tuple[Circumstances, ...] = labelled("How life stands", ())

    values: tuple[Value, ...] = labelled("What matters most", ())
    aims: tuple[Aim, ...] = labelled("What I would like", ())
    goals: tuple[Goal, ...] = labelled("What I will do", ())

    strengths: tuple[Strength, ...] = labelled("What I bring", ())
    internal_resources: tuple[InternalResources, ...] = labelled("What carries me inside", ())

    needs: tuple[Need, ...] = labelled("What I need", ())
    resources: tuple[Resource, ...] = labelled("Places that help", ())
    referrals: tuple[Referral, ...] = labelled("Asked for", ())
    supports: tuple[Support, ...] = labelled("My people", ())

    conditions: tuple[Condition, ...] = labelled("My health", ())
    providers: tuple[Provider, ...] = labelled("Who looks after my health", ())
    medications: tuple[Medication, ...] = labelled("My medicines", ())
    reactions: tuple[Reaction, ...] = labelled("What I react badly to", ())
    visits: tuple[Visit, ...] = labelled("My visits", ())
    observations: tuple[Observation, ...] = labelled("What I noticed", ())
    advice: tuple[DifferentAdvice, ...] = labelled("Where I was told two things", ())
    consents: tuple[Consent, ...] = labelled("Consents we prepare", ())
    """A signed consent is kept in the store, and only that one counts."""

    skills: tuple[Skill, ...] = labelled("What I practice", ())
    budget: tuple[BudgetLine, ...] = labelled("My money", ())
    bills: tuple[Bill, ...] = labelled("My bills", ())
    routines: tuple[Routine, ...] = labelled("My week", ())

    triggers: tuple[Trigger, ...] = labelled("What can set it off", ())
    warning_signs: tuple[WarningSign, ...] = labelled("What I notice early", ())
    helps: tuple[Helps, ...] = labelled("What helps", ())
    lapse_page: LapsePage = labelled("If it happens", LapsePage())
    lapse_reviews: tuple[LapseReview, ...] = labelled("What I looked back on", ())

    closing: Closing = labelled("How we leave it today", Closing())
    answers: tuple[GivenAnswer, ...] = labelled("What I said to the plan", ())


class PlanUnreadableError(Exception):
    """Text that is not a plan this program can read; `says` is the sentence for the screen."""

    says: Message

    def __init__(self, says: Message) -> None:
        """Keep the sentence. It holds none of the person's words."""
        self.says = says
        super().__init__(str(says))


class NewerPlanError(PlanUnreadableError):
    """The plan was written by a later version of this program."""

    def __init__(self, version: int) -> None:
        """Say which version wrote it and what would help."""
        super().__init__(
            say("This plan was saved by a newer version ({version}). Update the program to open it.", version=version)
        )


class NotAPlanError(PlanUnreadableError):
    """The text is damaged, or is something else."""

    def __init__(self) -> None:
        """Say so, without quoting any of it."""
        super().__init__(say("This could not be read as a plan. Open an earlier copy, or ask for help."))


def read_plan(text: str | bytes) -> Plan:
    """Read a plan from its JSON, upgrading what an earlier version wrote.

    Raises:
        NewerPlanError: written by a later schema version.
        NotAPlanError: anything else that is not a plan.
    """
    found = _from_json(text)
    version = _schema_version(found)
    if version > SCHEMA_VERSION:
        raise NewerPlanError(version)
    try:
        return upgraded(Plan.model_validate(found | {"schema_version": SCHEMA_VERSION}), version)
    except ValidationError as unreadable:
        raise NotAPlanError from unreadable


def _from_json(text: str | bytes) -> dict[str, Any]:
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError) as unreadable:
        raise NotAPlanError from unreadable
    if not isinstance(found, dict):
        raise NotAPlanError
    return cast("dict[str, Any]", found)


def _schema_version(found: dict[str, Any]) -> int:
    version = found.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotAPlanError
    return version


def write_plan(plan: Plan) -> str:
    """Return the plan as JSON, leaving out what was never filled in."""
    return plan.model_dump_json(exclude_defaults=True).replace("{", f'{{"schema_version":{plan.schema_version},', 1)


def items(plan: Plan) -> Iterator[tuple[str, Item]]:
    """Yield every item that stands in one of the plan's lists, with the name of the list."""
    for name in type(plan).model_fields:
        found = getattr(plan, name)
        if isinstance(found, tuple):
            yield from ((name, item) for item in cast("tuple[object, ...]", found) if isinstance(item, Item))


def find(plan: Plan, item_id: str | None) -> Item | None:
    """Return the item with this id from one of the plan's lists."""
    return next((item for _, item in items(plan) if item.id == item_id), None) if item_id else None


def is_left_open(plan: Plan, topic: str) -> bool:
    """Whether the person said "not today" or "not for me" to a topic or to the step it belongs to."""
    step = topic.partition(".")[0]
    return any(left.topic in {topic, step} for left in plan.left_open)
