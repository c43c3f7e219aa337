"""What a chosen topic asks while it has no words yet: the open questions that a plan should not end without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.library.ingredients import Effect, effects_in, opioid_treatment
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.plan.plan import SessionPath, is_left_open
from planner.plan.progress import chosen, still_open
from planner.plan.topic import KIND_TOPICS, TOPICS
from planner.sessions.first_path import Sure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class _Absence:
    """What to ask where a chosen topic has no words yet, and the part of the plan it is about."""

    field: str
    says: Message
    try_this: Message
    weight: int = Weight.OPEN


_ABSENCES = {
    "safety.signs": _Absence(
        "warning_signs",
        say("What do you notice first when things get harder?"),
        say("Sleep, mood, people you avoid: small things show early."),
    ),
    "safety.helps": _Absence(
        "helps", say("What has helped you before, even once?"), say("A call, a walk, music, a prayer.")
    ),
    "safety.calls": _Absence(
        "supports",
        say("Who can you call when it is hard?"),
        say("Somebody who knows and said yes. Put their number here."),
        Weight.NEXT,
    ),
    "safety.lapse": _Absence(
        "lapse_page.to_myself",
        say("What would you want to read in the first hour after a slip?"),
        say("Write it now, while it is calm."),
    ),
    "review.first_thing": _Absence(
        "closing.first_thing", say("What will you do first?"), say("Something for today or tomorrow.")
    ),
    "review.next": _Absence("closing.next_on", say("When do you meet next?"), say("A day you both can name.")),
    "first.contact": _Absence(
        "leaving.who_calls",
        say("Who makes contact in the first two days?"),
        say("A short call helps most people stay on track."),
        Weight.SOON,
    ),
}


def absence_findings(plan: Plan) -> Iterator[Finding]:
    """Yield the questions of the chosen topics that are still open; on the first path only of its own."""
    yield from _open_topics(plan)
    yield from _no_strength(plan)
    yield from _overdose_help(plan)


def _open_topics(plan: Plan) -> Iterator[Finding]:
    is_first = plan.path is SessionPath.FIRST
    topics = {topic.id: topic for step in (("first",) if is_first else TOPICS) for topic in still_open(plan, step)}
    for name, topic in topics.items():
        if absence := _ABSENCES.get(name):
            where = Place("first" if is_first else topic.step, field=absence.field)
            yield Finding(name, where, absence.says, absence.try_this, weight=absence.weight)


def _no_strength(plan: Plan) -> Iterator[Finding]:
    step, names = (
        ("first", {"first.strength"}) if plan.path is SessionPath.FIRST else ("strengths", set(KIND_TOPICS.values()))
    )
    if not plan.strengths and names & {topic.id for topic in chosen(plan, step)}:
        yield Finding(
            "strengths.none",
            Place(step, field="strengths"),
            say("What has carried you through hard times?"),
            say("One thing is enough: people, faith, humor, not giving up."),
        )


def _overdose_help(plan: Plan) -> Iterator[Finding]:
    """Everybody is asked about overdose help; the more so where an opioid is taken or it was said not to be at hand."""
    tonight = plan.tonight.overdose_help
    step = "first" if plan.path is SessionPath.FIRST else "safety"
    is_at_hand = tonight is Sure.YES or has_text(plan.lapse_page.overdose_help)
    if is_at_hand or is_left_open(plan, f"{step}.overdose"):
        return
    if tonight is not None or _takes_an_opioid(plan):
        yield Finding(
            "overdose.help",
            Place(step, field="tonight.overdose_help" if step == "first" else "lapse_page.overdose_help"),
            say("Where could you get overdose medicine (naloxone) today?"),
            say("Many pharmacies and programs hand it out. Tell somebody where you keep it."),
            weight=Weight.SAFETY + 2,
        )
    else:
        yield Finding(
            "overdose.ask",
            Place(step, field="tonight.overdose_help"),
            say("Do you have naloxone at hand?"),
            say("It can save a friend too. Ask where to get it."),
        )


def _takes_an_opioid(plan: Plan) -> bool:
    first_words = plan.tonight.medicines_words
    is_for_opioid_use = opioid_treatment(first_words) or any(
        medication.is_for_opioid_use for medication in plan.medications
    )
    named = (first_words, *(one.called for one in plan.medications))
    return is_for_opioid_use or any(Effect.OPIOID in effects_in(words) for words in named)
