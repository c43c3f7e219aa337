"""Supply: what fifty medicines with a year of pick-ups ask, and the same plan shared under a consent."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.invented import AT, invented_id
from benchmarks.measuring import Measured, in_turns
from planner.health.medication import Medication, PickUp
from planner.health.provider import Provider
from planner.plan.plan import Plan
from planner.review.cross_findings import supplies
from planner.review.review import findings
from planner.words.reading import CountWords, DayWords

MEDICINES = 50
PICK_UPS = 13
PROVIDERS = 5
ROUNDS = 31


def measure() -> list[Measured]:
    """Return the rows on supply."""
    many, few = _plan(MEDICINES), _plan(MEDICINES // 10)
    today = AT.date()
    ours, theirs, whole = in_turns(
        ROUNDS,
        lambda: list(supplies(many, today)),
        lambda: list(supplies(few, today)),
        lambda: findings(many, today),
    )
    what = f"supply of {MEDICINES} medicines, {PICK_UPS} pick-ups each"
    return [
        Measured(what, ours, "a tenth of them", theirs, at_most=15),
        Measured(what, ours, within=20),
        Measured(f"every suggestion for a plan with {MEDICINES} medicines", whole, within=100),
    ]


def _plan(count: int) -> Plan:
    return Plan(
        id=invented_id("supply", count),
        person_id=invented_id("person", 0),
        medications=tuple(_medicine(number) for number in range(count)),
        providers=tuple(_provider(number) for number in range(PROVIDERS)),
    )


def _provider(number: int) -> Provider:
    return Provider(
        id=invented_id("provider", number),
        name=f"Provider {number}",
        closed_on="Saturday and Sunday",
        knows_others=True,
    )


def _medicine(number: int) -> Medication:
    days = [AT.date() - timedelta(days=28 * back + number % 28) for back in range(PICK_UPS)]
    return Medication(
        id=invented_id("medicine", number),
        name=f"{invented_id('name', number)[:8]} {number} mg",
        also_called=f"brand {number}, or plain {number}",
        for_what=f"purpose {number}",
        prescriber_id=invented_id("provider", number % PROVIDERS),
        pharmacy_id=invented_id("provider", (number + 1) % PROVIDERS),
        for_opioid_use=number % 10 == 0,
        pick_ups=tuple(
            PickUp(
                id=invented_id("pick-up", number, day),
                on=DayWords(words=day.isoformat(), reading=day),
                days=CountWords(words="28", reading=28),
            )
            for day in days
        ),
    )
