"""One line of a check-in's agenda: what is ready to look at again, where, why now, and whether it was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import has_text
from planner.model.finding import Audience
from planner.model.message import say
from planner.plan.plan import find

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.model.finding import Place
    from planner.model.message import Message
    from planner.plan.plan import Plan


class Due(Choice):
    """What a line of the agenda is about, in the order of a check-in."""

    STILL_OPEN = "open", say("What was still open")
    OPENING = "opening", say("Since last time")
    LAPSE = "lapse", say("What was hard, first")
    CONTACT = "contact", say("What we heard in between")
    GOAL = "goal", say("How far your goals came")
    INSIDE = "inside", say("What carries you inside")
    CIRCUMSTANCES = "circumstances", say("How life stands")
    SIGNS = "signs", say("Early signs")
    MEDICINES = "medicines", say("Your medicines")
    VISIT = "visit", say("A visit that has been")
    REFERRAL = "referral", say("Places you asked")
    SKILL = "skill", say("What you practice")

    @property
    def questions(self) -> str:
        """The key of the questions a counselor can ask aloud (`planner.library.questions`)."""
        return f"check-in.{_QUESTIONS.get(self, self.value)}"

    @property
    def topic(self) -> str:
        """The topic it can be left under for another day; empty when it can not."""
        return _TOPICS.get(self, "")


_QUESTIONS = {
    Due.CONTACT: "opening",
    Due.GOAL: "goals",
    Due.VISIT: "medicines",
    Due.REFERRAL: "referrals",
    Due.SKILL: "skills",
}

_TOPICS = {
    Due.STILL_OPEN: "check-in.open",
    Due.OPENING: "check-in.opening",
    Due.GOAL: "check-in.goals",
    Due.INSIDE: "check-in.inside",
    Due.CIRCUMSTANCES: "check-in.circumstances",
    Due.SIGNS: "safety.signs",
    Due.MEDICINES: "medications.medicines",
    Due.VISIT: "medications.visits",
    Due.REFERRAL: "resources.places",
    Due.SKILL: "skills.skills",
}
"""The topic that "not today" and "not for me" answer to; a lapse and a contact have none."""

RATED = frozenset({Due.GOAL, Due.INSIDE, Due.CIRCUMSTANCES})
"""What can wait when something hard goes first."""

ANSWERED_FOR_GOOD = frozenset({Due.STILL_OPEN, Due.VISIT, Due.REFERRAL, Due.SKILL})
"""What is due no longer once it was answered, and stays in sight for the rest of the session."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing that is ready to look at again.

    `about` holds the words it is about, as they were said; `because` why it comes up today.
    """

    kind: Due
    where: Place
    says: Message
    because: Message | None = None
    about: str = ""
    is_done: bool = False
    audience: Audience = Audience.BOTH

    @property
    def topic(self) -> str:
        """The topic it can be left under for another day; empty when it can not."""
        return self.kind.topic


def with_answered(due: Iterable[AgendaItem], at_first: Iterable[AgendaItem], plan: Plan) -> tuple[AgendaItem, ...]:
    """Return what is due, and between it, where it stood, what was due at first and was answered meanwhile.

    `at_first` is the agenda as the session began; what was taken out of the plan since is left out.
    """
    now = {item.where: item for item in due if item.kind in ANSWERED_FOR_GOOD}
    stayed = [item for item in at_first if item.kind in ANSWERED_FOR_GOOD and _is_there(plan, item)]
    known = [now.pop(item.where, None) or replace(item, is_done=True) for item in stayed]
    others = [item for item in due if item.kind not in ANSWERED_FOR_GOOD]
    return tuple(sorted((*others, *known, *now.values()), key=lambda item: _ORDER[item.kind]))


def _is_there(plan: Plan, item: AgendaItem) -> bool:
    return not item.where.item or find(plan, item.where.item) is not None


def with_first_thing(items: Iterable[AgendaItem], first_thing: str) -> tuple[AgendaItem, ...]:
    """Return the agenda with what the person wanted to do first, as they said last time, where it opens."""
    because = say("Last time you wanted to do this first:") if has_text(first_thing) else None
    return tuple(
        replace(item, about=first_thing, because=because) if item.kind is Due.OPENING else item for item in items
    )


_ORDER = {kind: place for place, kind in enumerate(Due)}
