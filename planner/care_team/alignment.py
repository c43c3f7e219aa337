"""Three groups with the same facts: who prescribes what, who sees the person when, and what nobody else knows yet.

What is found here leads to a question for a visit, and never to advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.consent.signed import Standing, standing
from planner.health.medication import is_same_medicine, names_of, share_a_name
from planner.library.ingredients import named_in
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.words.fold import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from planner.consent.signed import SignedConsent
    from planner.health.condition import Condition
    from planner.health.medication import Medication
    from planner.health.provider import Provider
    from planner.health.visit import Visit
    from planner.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Care:
    """One provider: what they prescribe and look after, how often they want to meet, when they did and will."""

    provider: Provider
    medications: tuple[Medication, ...]
    conditions: tuple[Condition, ...]
    last_visit: date | None
    """The day they last met, from the visits of the plan or from what was said about it."""

    next_visit: Visit | None


def care(plan: Plan, today: date) -> tuple[Care, ...]:
    """Return the providers of a plan, each with what belongs to them."""
    return tuple(_care(plan, provider, today) for provider in plan.providers if has_text(provider.name))


def _care(plan: Plan, provider: Provider, today: date) -> Care:
    visits = [visit for visit in plan.visits if visit.provider_id == provider.id]
    ahead = [visit for visit in visits if visit.on.reading is None or visit.on.reading >= today]
    gone = [visit.on.reading for visit in visits if visit.on.reading and visit.on.reading < today]
    told = provider.last_visit.reading
    return Care(
        provider,
        tuple(one for one in plan.medications if one.is_in_use and one.prescriber_id == provider.id),
        tuple(one for one in plan.conditions if one.provider_id == provider.id),
        max([*gone, *([told] if told and told <= today else [])], default=None),
        min(ahead, key=lambda visit: (visit.on.reading is None, visit.on.reading or today), default=None),
    )


def alignment_findings(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield where the three groups may know different things, as far as the plan says so."""
    yield from _two_prescribers(plan)
    yield from _visits_on_closed_days(plan, today)
    found = care(plan, today)
    prescribers = [one for one in found if one.medications]
    for one in prescribers:
        if len(prescribers) > 1 and one.provider.knows_others is None:
            yield _not_known(one)
        if has_text(one.provider.sees_me) and one.next_visit is None:
            yield _no_visit(one)


def unshared(plan: Plan, consents: Iterable[SignedConsent], today: date) -> tuple[Provider, ...]:
    """Return the prescribers with whom nothing may be shared yet, because no consent in force names them."""
    in_force = [one.consent for one in consents if standing(one, today) is Standing.IN_FORCE]
    if any(consent.is_for_all_care for consent in in_force):
        return ()
    named = {one.provider_id for consent in in_force for one in consent.recipients}
    return tuple(one.provider for one in care(plan, today) if one.medications and one.provider.id not in named)


def consent_missing(plan: Plan, consents: Iterable[SignedConsent], today: date) -> Iterator[Finding]:
    """Yield each prescriber with whom nothing may be shared, where more than one person prescribes."""
    prescribers = [one for one in care(plan, today) if one.medications]
    for provider in unshared(plan, consents, today) if len(prescribers) > 1 else ():
        yield Finding(
            "alignment.consent",
            Place("medications", provider.id, "knows_others"),
            say("Nothing may be shared with {name} yet. Would you like to change that?", name=provider.name),
            say("You choose what they get to know. You can also bring your list yourself."),
        )


@dataclass(frozen=True, slots=True)
class _Taken:
    """A medicine with the names it goes by and what it is for, worked out once for many comparisons."""

    medication: Medication
    names: tuple[tuple[str, ...], ...]
    ingredients: frozenset[str]
    purpose: str

    def belongs_with(self, other: _Taken) -> bool:
        if self.medication.is_for_opioid_use and other.medication.is_for_opioid_use:
            return True
        if self.ingredients & other.ingredients or share_a_name(self.names, other.names):
            return True
        return bool(self.purpose) and self.purpose == other.purpose


def _taken(medication: Medication) -> _Taken:
    has = named_in(medication.called).ingredients
    return _Taken(medication, names_of(medication), has, " ".join(words_of(medication.for_what)))


def belong_together(one: Medication, other: Medication) -> bool:
    """Whether two medicines bear one name, or are taken for one thing as it was said here."""
    return _taken(one).belongs_with(_taken(other))


def _two_prescribers(plan: Plan) -> Iterator[Finding]:
    """Yield each medicine that belongs together with one from another prescriber.

    Whether that is meant so, they know and this program does not.
    """
    named = [_taken(one) for one in plan.medications if one.is_in_use and one.prescriber_id]
    for place, other in enumerate(named):
        whose = other.medication.prescriber_id
        before = (one for one in named[:place] if one.medication.prescriber_id != whose)
        if one := next((one for one in before if one.belongs_with(other)), None):
            yield _from_two(one.medication, other.medication)


def _from_two(one: Medication, other: Medication) -> Finding:
    if share_a_name(names_of(one), names_of(other)):
        kind, says = "same", say("{name} stands here from two people. Do both know?", name=one.name)
        ask = say("Somebody else writes {name} for me too. Did you know?", name=one.name)
    elif is_same_medicine(one, other):
        kind, says = (
            "same",
            say(
                "{name} and {other} may have the same in them, from two people. Do both know?",
                name=one.name,
                other=other.name,
            ),
        )
        ask = say("I take {name} and {other}, from two people. Did you know?", name=one.name, other=other.name)
    else:
        kind = "purpose"
        says = say(
            "{name} and {other} are for the same thing, from two people. Do both know?", name=one.name, other=other.name
        )
        ask = say("I take {name} and {other}, from two people. Did you know?", name=one.name, other=other.name)
    return Finding(
        f"alignment.{kind}",
        Place("medications", other.id, "prescriber_id"),
        says,
        say("Ask each of them at the next visit, and bring both labels."),
        weight=Weight.SAFETY,
        ways=(ask,),
    )


def _visits_on_closed_days(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield a visit ahead on a day on which the place is closed."""
    places = {provider.id: provider for provider in plan.providers}
    for visit in plan.visits:
        provider, day = places.get(visit.provider_id or ""), visit.on.reading
        if provider and day and day >= today and provider.is_closed(day):
            yield Finding(
                "alignment.closed",
                Place("medications", visit.id, "on"),
                say("{name} is closed on {day}. Is the visit on another day?", name=provider.name, day=day),
                say("Call together now, if you like."),
                weight=Weight.MISFIT,
            )


def _not_known(one: Care) -> Finding:
    return Finding(
        "alignment.knows",
        Place("medications", one.provider.id, "knows_others"),
        say("Does {name} know what the others write for you?", name=one.provider.name),
        say("If you are not sure, bring your list to the next visit."),
        ways=(say("These are all the things I take. Do they go together?"),),
    )


def _no_visit(one: Care) -> Finding:
    return Finding(
        "alignment.visit",
        Place("medications", one.provider.id, "sees_me"),
        say("{name} wants to see you now and then. When is the next time?", name=one.provider.name),
        say("Call together now, if you like."),
    )
