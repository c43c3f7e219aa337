"""What each noun asks about itself: a question that helps, and silence where nothing is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from planner.health.medication import Medication, MedicationStatus, Reaction, medication_findings, reaction_findings
from planner.health.observation import Noticed, Observation, course, observation_findings
from planner.health.provider import Provider, provider_findings
from planner.health.visit import Visit, VisitQuestion, visit_findings
from planner.model.daily_life import Transport
from planner.model.finding import Audience, Finding, Weight
from planner.model.missed_dose import WhyMissed
from planner.resources.referral import Reason, Referral, ReferralStatus, referral_findings
from planner.resources.resource import Resource, Timing, resource_findings
from planner.resources.support import Support, support_findings
from planner.safety.warning_sign import Trigger, trigger_findings
from planner.sessions.closing import Answer, Closing, closing_findings
from planner.sessions.first_path import Leaving, Sure, Tonight, leaving_findings, tonight_findings
from planner.skills.bill import Bill, bill_findings, bills_total
from planner.skills.budget import BudgetLine, Every, Flow, budget_findings, month
from planner.skills.routine import Routine, Weekday, routine_findings
from planner.skills.skill import Mastery, Skill, skill_findings
from planner.strengths.internal_resource import InternalResources, inside_findings
from planner.strengths.strength import HeardBy, Strength, StrengthKind, strength_findings
from planner.words.reading import read_amount, read_count
from tests.invented import TODAY, an_id
from tests.planner.making import a_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ID = an_id(1)
PANTRY = Resource(id=ID, name="Pantry", timing=Timing.NOW, transport=Transport.WALK, phone="555-0101")
ASKED = Referral(id=ID, resource_id=an_id(2), status=ReferralStatus.ASKED, asked_on=a_day("2026-11-10"))
SERTRALINE = Medication(id=ID, name="Sertraline", for_what="Sleep", prescriber_id=an_id(2))
VISIT = Visit(id=ID, provider_id=an_id(2), on=a_day("2026-11-25"), transport=Transport.BUS)
QUESTION = VisitQuestion(id=an_id(3), ask="Can the dose be in the morning?")
LATER = a_day("2027-01-10")
LISTEN = Skill(id=ID, name="Saying no", mastery=Mastery.PRACTISING, next_try="Say it to the mirror")
RENT = Bill(id=ID, name="Rent", due=read_count("1st"), amount=read_amount("$700"))


@dataclass(frozen=True)
class Case:
    name: str
    asked: Callable[[], Iterable[Finding]]
    codes: tuple[str, ...] = ()


CASES = [
    Case("coping without a time it helped", lambda: strength_findings(_coping()), ("strength.when",)),
    Case("coping with a time it helped", lambda: strength_findings(_coping(when_it_helped="In jail"))),
    Case("coping the person turned down", lambda: strength_findings(_coping(fits=False))),
    Case(
        "a strength the counselor heard",
        lambda: strength_findings(Strength(id=ID, own_words="Patient", heard_by=HeardBy.COUNSELOR)),
        ("strength.fits",),
    ),
    Case("a strength without words", lambda: strength_findings(_coping(own_words=" "))),
    Case("low inside", lambda: inside_findings(_inside(belief=3, steadiness=2, problem_solving=8)), ("inside.low",)),
    Case("not low inside", lambda: inside_findings(_inside(belief=4, problem_solving=5))),
    Case("not rated inside", lambda: inside_findings(_inside())),
    Case("a place with a way and a phone", lambda: resource_findings(PANTRY, TODAY)),
    Case("no way", lambda: resource_findings(PANTRY.amended(transport=None), TODAY), ("resource.way",)),
    Case("no phone, no street", lambda: resource_findings(PANTRY.amended(phone=""), TODAY), ("resource.contact",)),
    Case("a place for later", lambda: resource_findings(Resource(id=ID, name="Gym", timing=Timing.LATER), TODAY)),
    Case(
        "checked long ago",
        lambda: resource_findings(PANTRY.amended(confirmed_on=date(2026, 3, 1)), TODAY),
        ("resource.age",),
    ),
    Case("checked in summer", lambda: resource_findings(PANTRY.amended(confirmed_on=date(2026, 7, 1)), TODAY)),
    Case(
        "hard times, no number",
        lambda: support_findings(Support(id=ID, name="Ana", when_hard=True)),
        ("support.phone",),
    ),
    Case("no number, no call", lambda: support_findings(Support(id=ID, name="Ana"))),
    Case("no answer for a week", lambda: referral_findings(ASKED, TODAY), ("referral.waiting",)),
    Case("asked on Friday", lambda: referral_findings(ASKED.amended(asked_on=a_day("2026-11-20")), TODAY)),
    Case("asked, and a day to ask again", lambda: referral_findings(ASKED.amended(look_again=LATER), TODAY)),
    Case(
        "that day is here",
        lambda: referral_findings(ASKED.amended(look_again=a_day("today")), TODAY),
        ("referral.again",),
    ),
    Case("it helps", lambda: referral_findings(ASKED.amended(status=ReferralStatus.WENT), TODAY)),
    Case("it did not work", lambda: referral_findings(_no(), TODAY), ("referral.reason",)),
    Case("it did not work, and why", lambda: referral_findings(_no(reason=Reason.NO_RIDE), TODAY)),
    Case("a medicine with everything", lambda: medication_findings(SERTRALINE)),
    Case(
        "a medicine by name only",
        lambda: medication_findings(Medication(id=ID, name="Sertraline")),
        ("medication.prescriber", "medication.for_what"),
    ),
    Case("a medicine stopped", lambda: medication_findings(_stopped())),
    Case(
        "a reaction by name only", lambda: reaction_findings(Reaction(id=ID, to_what="Penicillin")), ("reaction.what",)
    ),
    Case("a reaction told", lambda: reaction_findings(Reaction(id=ID, to_what="Penicillin", what_happened="Hives"))),
    Case("providers apart", lambda: provider_findings(_clinic(knows_others=False)), ("provider.knows",)),
    Case("providers not asked about", lambda: provider_findings(_clinic())),
    Case("a visit without questions", lambda: visit_findings(VISIT, TODAY), ("visit.questions",)),
    Case("a visit ready", lambda: visit_findings(VISIT.amended(questions=(QUESTION,)), TODAY)),
    Case("a visit far ahead", lambda: visit_findings(VISIT.amended(on=LATER), TODAY)),
    Case("a visit and no way", lambda: visit_findings(VISIT.amended(on=LATER, transport=None), TODAY), ("visit.way",)),
    Case("a visit without a day", lambda: visit_findings(VISIT.amended(on=a_day("")), TODAY), ("visit.day",)),
    Case("a visit gone by", lambda: visit_findings(VISIT.amended(on=a_day("2026-11-01")), TODAY), ("visit.changed",)),
    Case("an empty visit", lambda: visit_findings(Visit(id=ID), TODAY)),
    Case("a side effect", lambda: observation_findings(_noticed(Noticed.SIDE_EFFECT)), ("observation.relay",)),
    Case(
        "strong cravings", lambda: observation_findings(_noticed(Noticed.CRAVING, how_strong=7)), ("observation.relay",)
    ),
    Case("mild cravings", lambda: observation_findings(_noticed(Noticed.CRAVING, how_strong=6))),
    Case("a side effect passed on", lambda: observation_findings(_noticed(Noticed.SIDE_EFFECT, relay_to=an_id(2)))),
    Case("a missed dose", lambda: observation_findings(_noticed(Noticed.MISSED_DOSE)), ("observation.why",)),
    Case("why it was missed", lambda: observation_findings(_noticed(Noticed.MISSED_DOSE, why_missed=WhyMissed.FORGOT))),
    Case("a skill with a next try", lambda: skill_findings(LISTEN, TODAY)),
    Case("a skill without", lambda: skill_findings(LISTEN.amended(next_try=""), TODAY), ("skill.next_try",)),
    Case("a strong skill", lambda: skill_findings(LISTEN.amended(next_try="", mastery=Mastery.STRONG), TODAY)),
    Case(
        "a skill to look at", lambda: skill_findings(LISTEN.amended(look_again=a_day("today")), TODAY), ("skill.again",)
    ),
    Case("a bill with everything", lambda: bill_findings(RENT)),
    Case("a bill without a day", lambda: bill_findings(RENT.amended(due=read_count(""))), ("bill.day",)),
    Case("a bill on the 32nd", lambda: bill_findings(RENT.amended(due=read_count("32"))), ("bill.day_number",)),
    Case("a bill on day 1.5", lambda: bill_findings(RENT.amended(due=read_count("1.5"))), ("bill.day_number",)),
    Case("a bill without an amount", lambda: bill_findings(RENT.amended(amount=read_amount(""))), ("bill.amount",)),
    Case("a routine without days", lambda: routine_findings(Routine(id=ID, own_words="Walk")), ("routine.days",)),
    Case("a routine with a day", lambda: routine_findings(Routine(id=ID, own_words="Walk", days=(Weekday.SUN,)))),
    Case("a trigger without a plan", lambda: trigger_findings(Trigger(id=ID, own_words="Payday")), ("trigger.plan",)),
    Case("a trigger with one", lambda: trigger_findings(Trigger(id=ID, own_words="Payday", plan="Pay rent first"))),
    Case(
        "the next day gone by",
        lambda: closing_findings(Closing(next_on=a_day("2026-11-20")), TODAY),
        ("closing.next_past",),
    ),
    Case("the next day ahead", lambda: closing_findings(Closing(next_on=LATER), TODAY)),
    Case("I disagree", lambda: closing_findings(Closing(answer=Answer.DISAGREE), TODAY), ("closing.change",)),
    Case("I disagree, and why", lambda: closing_findings(Closing(answer=Answer.DISAGREE, answer_words="Less"), TODAY)),
    Case("I agree", lambda: closing_findings(Closing(answer=Answer.AGREE), TODAY)),
]


def _coping(**changes: object) -> Strength:
    return Strength(id=ID, kind=StrengthKind.COPING, own_words="Music").amended(**changes)


def _inside(**ratings: int) -> InternalResources:
    return InternalResources(id=ID, on=TODAY).amended(**ratings)


def _no(**changes: object) -> Referral:
    return ASKED.amended(status=ReferralStatus.NO, **changes)


def _stopped() -> Medication:
    return Medication(id=ID, name="Sertraline", status=MedicationStatus.STOPPED)


def _clinic(**changes: object) -> Provider:
    return Provider(id=ID, name="The clinic").amended(**changes)


def _noticed(what: Noticed, **changes: object) -> Observation:
    return Observation(id=ID, what=what).amended(**changes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_noun_asks_what_is_open_and_nothing_else(case: Case) -> None:
    found = tuple(case.asked())
    assert tuple(finding.code for finding in found) == case.codes
    assert all(finding.where.item == ID or not finding.where.item for finding in found)


def test_the_lowest_inside_is_the_one_asked_about() -> None:
    (finding,) = inside_findings(_inside(belief=3, steadiness=1))
    assert finding.where.field == "steadiness"


def test_the_age_of_a_listing_is_for_staff() -> None:
    (finding,) = resource_findings(PANTRY.amended(confirmed_on=date(2025, 1, 1)), TODAY)
    assert finding.audience is Audience.STAFF


def test_no_bed_tonight_comes_before_everything_else() -> None:
    found = tuple(tonight_findings(Tonight(bed=Sure.NO, food=Sure.UNSURE, medicines=Sure.YES)))
    assert [finding.code for finding in found] == ["tonight.bed", "tonight.food"]
    assert found[0].weight > found[1].weight >= Weight.TONIGHT
    assert not tuple(tonight_findings(Tonight(bed=Sure.YES)))


LEAVING = Leaving(is_leaving=True, on=a_day("2026-11-25"), first_appointment_on=a_day("2026-12-05"))


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"contact_on": a_day("2026-11-27")}, []),
        ({"contact_on": a_day("2026-11-28")}, ["leaving.contact_late"]),
        ({"contact_on": a_day("2026-11-28"), "is_leaving": False}, []),
    ],
)
def test_leaving_treatment_is_bridged_by_an_early_call(changes: dict[str, object], codes: list[str]) -> None:
    assert [finding.code for finding in leaving_findings(LEAVING.amended(**changes))] == codes


def test_a_month_adds_up_what_was_read_and_counts_what_was_not() -> None:
    whole = month(
        [
            BudgetLine(id=ID, flow=Flow.IN, amount=read_amount("300"), every=Every.WEEK),
            BudgetLine(id=ID, amount=read_amount("$700"), essential=True),
            BudgetLine(id=ID, amount=read_amount("twenty or so")),
        ]
    )
    assert (whole.money_in, whole.money_out, whole.essentials) == (
        Decimal("1300.00"),
        Decimal("700.00"),
        Decimal("700.00"),
    )
    assert (whole.left, whole.unread) == (Decimal("600.00"), 1)


def test_a_budget_below_zero_is_said_calmly_and_once() -> None:
    pay = BudgetLine(id=an_id(2), flow=Flow.IN, own_words="Pay", amount=read_amount("500"))
    rent = BudgetLine(id=an_id(3), own_words="Rent", amount=read_amount("700"))
    (finding,) = budget_findings((pay, rent))
    assert finding.code == "budget.short"
    assert not any(character.isdigit() for character in str(finding.says))
    assert not tuple(budget_findings((rent,)))
    assert not tuple(budget_findings((pay.amended(amount=read_amount("700")), rent)))


def test_a_line_without_an_amount_is_asked_about() -> None:
    assert [finding.code for finding in budget_findings((BudgetLine(id=ID, own_words="Bus"),))] == ["budget.amount"]


def test_the_bills_add_up_as_far_as_they_were_read() -> None:
    assert bills_total([RENT, RENT.amended(amount=read_amount("$50.50")), Bill(id=ID)]) == Decimal("750.50")
    assert bills_total([]) == 0


def test_the_first_of_the_month_is_a_day_and_the_32nd_is_none() -> None:
    assert RENT.day_of_month == 1
    assert RENT.amended(due=read_count("32")).day_of_month is None


def test_what_was_noticed_over_time_is_a_course_of_days() -> None:
    seen = [
        Observation(id=ID, what=Noticed.CRAVING, how_strong=strength, on=a_day(day, past=True))
        for strength, day in ((3, "2026-11-20"), (7, "2026-11-10"), (None, "2026-11-15"), (5, "one day"))
    ]
    assert course(seen, Noticed.CRAVING) == ((date(2026, 11, 10), 7), (date(2026, 11, 20), 3))
    assert course(seen, Noticed.SLEEP) == ()
