"""Looking back on a lapse, or on a time it nearly came to one: what helped first, then what to change in the plan.

It is printed nowhere unless the person ticks the document. No answer is needed, and none is a fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.daily_life import Area
from planner.model.entry import Entry, Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.model.missed_dose import WhyMissed
from planner.model.side import Side
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class HowFar(Choice):
    """How far it went."""

    NEAR = "near", say("I came close")
    LAPSE = "lapse", say("I used")


class Happened(Choice):
    """An answer that may stay unsure."""

    YES = "yes", say("Yes")
    UNSURE = "not sure", say("Not sure")
    NO = "no", say("No")


class Paper(Choice):
    """The documents in which the person may want it."""

    MY_PLAN = "my plan", say("My plan")
    CHART = "session summary", say("The chart of the agency")
    CARE_TEAM = "care-team sheet", say("The sheet for my providers")


class ProposalAnswer(Entry):
    """What the person said to one change that was proposed."""

    code: str = labelled("Which change", "")
    accepted: bool = labelled("I said yes", default=False)


class LapseReview(Item):
    """One review of one hard day."""

    what_stopped: str = words("What stopped it, or brought me back", limit=200)
    """Who or what was it? Even a small thing counts."""

    strength_ids: tuple[ItemId, ...] = labelled("Which of my strengths helped", ())
    on: DayWords = labelled("When it was", DayWords(), side=Side.BACK, about=True)
    how_far: HowFar | None = labelled("How far it went")
    what_happened: str = words("What happened", limit=300)
    """As much as you want to say."""

    missed_doses: Happened | None = labelled("Were doses missed?")
    medication_ids: tuple[ItemId, ...] = labelled("Of which medicine", ())
    why_missed: WhyMissed | None = labelled("What got in the way")
    symptoms_shifted: Happened | None = labelled("Did something change in how you feel?")
    symptoms: str = words("What changed", limit=200)
    """Sleep, mood, pain, cravings."""

    condition_ids: tuple[ItemId, ...] = labelled("With which condition", ())
    access_broke: Happened | None = labelled("Did some help fall away?")
    access: str = words("What fell away", limit=200)
    """A ride, a bed, a person, a closed door."""

    access_area: Area | None = labelled("Which kind of help")
    who_may_know: str = words("Who may know about this", limit=160)
    """You decide. Staff of this agency can read it here."""

    print_in: tuple[Paper, ...] = labelled("Print it in", ())
    """It is printed nowhere unless you tick it."""

    answers: tuple[ProposalAnswer, ...] = labelled("What I said to the changes", ())


def may_be_printed(review: LapseReview, paper: Paper) -> bool:
    """Whether the person ticked this document."""
    return paper in review.print_in


def may_be_shared(review: LapseReview) -> bool:
    """Whether the person ticked what goes to providers. The consent is asked besides."""
    return may_be_printed(review, Paper.CARE_TEAM)


def for_providers(review: LapseReview) -> LapseReview:
    """Return a review without what the person decided about it: who may know, where it prints, which changes."""
    return review.amended(who_may_know="", print_in=(), answers=())


def lapse_review_findings(review: LapseReview) -> Iterator[Finding]:
    """Yield the next open question of a review, one at a time: what helped comes first."""
    for question in _QUESTIONS:
        if question.is_open(review):
            where = Place("safety", review.id, question.field)
            yield Finding(question.code, where, question.says, question.try_this, weight=Weight.EASIER)
            return


@dataclass(frozen=True, slots=True)
class _Question:
    """One question of a review, and whether it is still open."""

    code: str
    field: str
    is_open: Callable[[LapseReview], bool]
    says: Message
    try_this: Message


_QUESTIONS = (
    _Question(
        "lapse.stopped",
        "what_stopped",
        lambda review: not has_text(review.what_stopped),
        say("What stopped it, or brought you back?"),
        say("You are here now. Something or somebody helped."),
    ),
    _Question(
        "lapse.doses",
        "missed_doses",
        lambda review: review.missed_doses is None,
        say("Were doses missed in the days before?"),
        say("It is a clue, and no fault."),
    ),
    _Question(
        "lapse.why",
        "why_missed",
        lambda review: review.missed_doses is Happened.YES and review.why_missed is None,
        say("What got in the way of the doses?"),
        say("Then the plan can change, and you need not."),
    ),
    _Question(
        "lapse.symptoms",
        "symptoms_shifted",
        lambda review: review.symptoms_shifted is None,
        say("Did sleep, mood, pain or cravings change before?"),
        say("Small things count."),
    ),
    _Question(
        "lapse.access",
        "access_broke",
        lambda review: review.access_broke is None,
        say("Did some help fall away: a ride, a place, a person?"),
        say("If so, it is the next thing to mend."),
    ),
    _Question(
        "lapse.strength",
        "strength_ids",
        lambda review: not review.strength_ids,
        say("Which of your strengths helped you?"),
        say("The plan can lean on it more."),
    ),
)
"""In the order in which they are asked: what helped comes first."""
