"""No plan and no consent, however made, lets a section or a word through that was not agreed."""

from __future__ import annotations

import ast
import copy
import dataclasses
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planner
from planner.consent import Consent, ConsentKind, Ended, EndReason, Part, Recipient, Signature, SignedConsent, SignedHow
from planner.plan.plan import Plan
from planner.plan.sections import SECTIONS_OF
from planner.safety.lapse_review import LapseReview, Paper
from planner.sharing.checking import NotAgreedError
from planner.sharing.notice import STATEMENT_1
from planner.sharing.recipient import as_recipient
from planner.sharing.shared_plan import SharedPlan, narrowed
from planner.sharing.sharing import Sharing, share
from planner.words.reading import DayWords
from tests.exports.making_plans import DANA, saying
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import (
    NOON,
    OFFICER,
    PLAN,
    SHAH,
    TREATING,
    TYPED,
    asked,
    for_all_care,
    signed,
)
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.sharing.checking import Asked

COVERABLE = {section for sections in SECTIONS_OF.values() for section in sections}


def _share(plan: Plan, consent: SignedConsent, wish: Asked) -> Sharing:
    return share(plan, consent, wish, disclosure_id=an_id(99), part2_applies=True)


def test_what_is_covered_goes_and_nothing_else() -> None:
    shared = _share(PLAN, signed(), asked()).shared
    assert [medicine.name for medicine in shared.plan.medications] == ["Buprenorphine"]
    assert shared.plan.medications[0].prescriber_id is None  # no link leads to what stays here
    assert (shared.plan.providers, shared.plan.triggers) == ((), ())
    assert shared.notice == STATEMENT_1
    scope = "\n".join(map(str, shared.scope))
    assert "Dr. Shah" in scope
    assert "Officer Lane" not in scope
    assert "November" in scope or "2026-11-22" in scope


def test_the_line_for_the_accounting_says_who_got_what_and_why() -> None:
    line = _share(PLAN, signed(), asked()).disclosure
    assert (line.to_whom, line.address, line.what) == ("Dr. Shah", "5 Water Street", "Care-team sheet")
    assert line.parts == (Part.MEDICATIONS, Part.VISITS)
    assert (line.purpose, line.consent_id, line.by) == ("So that we all know the same things", an_id(50), "Jo")


def test_where_the_rule_does_not_apply_the_federal_notice_stays_away() -> None:
    sharing = share(PLAN, signed(), asked(), disclosure_id=an_id(99), part2_applies=False)
    assert "42 CFR" not in "".join(map(str, sharing.shared.notice))


@pytest.mark.parametrize(
    ("consent", "wish", "code"),
    [
        (signed(TYPED.amended(name="")), asked(), "consent.not signed"),
        (signed(TYPED.amended(on=TODAY + timedelta(days=1))), asked(), "consent.later"),
        (signed(), asked(today=date(2027, 5, 2)), "consent.over"),
        (signed().amended(ended=Ended(reason=EndReason.REVOKED, at=NOON)), asked(), "consent.revoked"),
        (signed().amended(ended=Ended(reason=EndReason.FALSE, at=NOON)), asked(), "consent.ended"),
        (signed(discloser=""), asked(), "consent.open"),
        (signed(person_id=an_id(7)), asked(), "consent.person"),
        (signed(), asked(as_recipient(TREATING)), "consent.recipient"),
        (signed(), asked(SHAH.amended(address="Elsewhere")), "consent.recipient"),
        (for_all_care(), asked(OFFICER), "consent.recipient"),
        (for_all_care(), asked(Recipient(id=an_id(8), provider_id=TREATING.id)), "consent.recipient"),
        (
            signed(kind=ConsentKind.COUNSELING_NOTES, described="Notes of May"),
            asked(),
            "consent.notes",
        ),
        (signed(), asked(parts=frozenset({Part.SAFETY})), "consent.nothing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_without_a_valid_consent_nothing_is_made_and_one_sentence_says_why(
    consent: SignedConsent, wish: Asked, code: str
) -> None:
    with pytest.raises(NotAgreedError) as refused:
        _share(PLAN, consent, wish)
    assert refused.value.code == code
    assert refused.value.says.values == {}
    with pytest.raises(NotAgreedError):
        SharedPlan(PLAN, consent, wish, part2_applies=True)


def test_one_consent_for_all_care_names_the_providers_of_the_plan() -> None:
    sharing = _share(PLAN, for_all_care(), asked(as_recipient(TREATING)))
    assert sharing.disclosure.purpose == "For treatment, payment, and health care operations"
    assert sharing.disclosure.kind is ConsentKind.TPO


def test_what_is_asked_can_only_narrow() -> None:
    wide = asked(parts=frozenset(Part))
    assert _share(PLAN, signed(), wide).shared.parts == (Part.MEDICATIONS, Part.VISITS)
    one = asked(item_ids=frozenset({an_id(1)}))
    assert len(_share(PLAN, signed(), one).shared.plan.medications) == 1
    none = asked(item_ids=frozenset({an_id(77)}))
    assert _share(PLAN, signed(), none).shared.plan.medications == ()


def test_a_review_of_a_hard_day_goes_only_where_it_was_ticked() -> None:
    kept, ticked = (
        LapseReview(id=an_id(number), what_stopped=words, print_in=papers, who_may_know="Carla alone")
        for number, words, papers in ((3, "Kept", (Paper.MY_PLAN,)), (4, "Ticked", (Paper.CARE_TEAM,)))
    )
    plan = a_plan(lapse_reviews=(kept, ticked))
    (gone,) = narrowed(plan, (Part.LAPSE_REVIEWS,)).lapse_reviews
    assert (gone.what_stopped, gone.who_may_know, gone.print_in, gone.answers) == ("Ticked", "", (), ())
    assert narrowed(plan, tuple(set(Part) - {Part.LAPSE_REVIEWS})).lapse_reviews == ()


def _marked(plan: Plan) -> tuple[Plan, dict[str, str]]:
    """Return the plan with a mark of its own in every field of words, and the section of each mark."""
    numbers, sections = count(), {}

    def marks(section: str) -> Any:
        for number in numbers:
            mark = f"⟦{number}⟧"
            sections[mark] = section
            yield mark

    names = [name for name in Plan.model_fields if isinstance(getattr(plan, name), tuple) or name in COVERABLE]
    names = [name for name in names if not name.startswith("left_")]
    changes = {name: saying(getattr(plan, name), marks(name)) for name in names}
    return plan.amended(**changes), sections


_DAYS = st.sampled_from([date.min, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1), date.max])
_RECIPIENTS = st.sampled_from([SHAH, OFFICER, Recipient(id=an_id(60)), as_recipient(TREATING)])
_ENDS = st.none() | st.builds(Ended, reason=st.sampled_from(EndReason), at=st.just(NOON))
_NAMES = st.sampled_from(["Dana", "", " "])
_CONSENTS = st.builds(
    Consent,
    id=st.just(an_id(50)),
    kind=st.sampled_from(ConsentKind),
    person_name=_NAMES,
    discloser=_NAMES,
    parts=st.lists(st.sampled_from(Part), max_size=20).map(tuple),
    described=_NAMES,
    recipients=st.lists(_RECIPIENTS, max_size=3).map(tuple),
    purpose=_NAMES,
    at_my_request=st.booleans(),
    ends_on=st.builds(DayWords, words=_NAMES, reading=st.none() | _DAYS),
    ends_when=_NAMES,
    no_end=st.booleans(),
)
_SIGNATURES = st.just(TYPED) | st.builds(
    Signature,
    how=st.sampled_from(SignedHow),
    name=_NAMES,
    drawn=st.sampled_from(["", "M0 0"]),
    on=_DAYS,
    at=st.just(NOON),
)
_SIGNED = st.builds(
    SignedConsent,
    id=st.just(an_id(50)),
    person_id=st.sampled_from([an_id(1_001), an_id(1_001), an_id(1_002)]),
    consent=_CONSENTS,
    signature=_SIGNATURES,
    ended=st.none() | _ENDS,
)
_ASKED = st.builds(
    asked,
    recipient=_RECIPIENTS,
    today=_DAYS,
    parts=st.none() | st.frozensets(st.sampled_from(Part)),
    item_ids=st.none() | st.frozensets(st.integers(1, 30).map(an_id)),
)
_PLANS = plans() | st.just(DANA.plan.amended(person_id=an_id(1_001)))


_VALID = st.builds(
    lambda kind, parts: signed(kind=kind, parts=tuple(parts), described="Notes of May"),
    st.sampled_from([ConsentKind.SPECIFIC, ConsentKind.TPO, ConsentKind.PROCEEDINGS]),
    st.lists(st.sampled_from(Part), min_size=1, max_size=8),
)
_ASKED_OF_SHAH = st.builds(
    asked,
    recipient=st.just(SHAH),
    item_ids=st.none() | st.frozensets(st.integers(1, 30).map(an_id)),
)


@given(_PLANS, _VALID, _ASKED_OF_SHAH)
def test_no_plan_lets_an_uncovered_section_or_word_through(plan: Plan, consent: SignedConsent, wish: Asked) -> None:
    plan, sections = _marked(plan)
    _lets_through_only_what_is_covered(plan, sections, consent, wish)


@given(_PLANS, _SIGNED, _ASKED)
def test_no_consent_however_made_lets_anything_through_that_was_not_agreed(
    plan: Plan, consent: SignedConsent, wish: Asked
) -> None:
    plan, sections = _marked(plan)
    try:
        _lets_through_only_what_is_covered(plan, sections, consent, wish)
    except NotAgreedError:
        return
    _was_permitted(plan, consent, wish)


@given(_VALID, _SIGNED, _ASKED, st.sampled_from(["consent", "signature", "ended", "person_id", "asked"]))
def test_one_thing_amiss_is_enough(valid: SignedConsent, other: SignedConsent, wish: Asked, amiss: str) -> None:
    consent = valid if amiss == "asked" else valid.amended(**{amiss: getattr(other, amiss)})
    wish = wish if amiss == "asked" else asked()
    try:
        _share(PLAN, consent, wish)
    except NotAgreedError:
        return
    _was_permitted(PLAN, consent, wish)


def _lets_through_only_what_is_covered(
    plan: Plan, sections: dict[str, str], consent: SignedConsent, wish: Asked
) -> None:
    shared = _share(plan, consent, wish).shared
    covered = {name for part in consent.consent.parts for name in SECTIONS_OF[part]}
    if wish.parts is not None:
        covered &= {name for part in wish.parts for name in SECTIONS_OF[part]}
    said = repr(shared)
    assert {sections[mark] for mark in sections if mark in said} <= covered
    empty = a_plan()
    for name in set(Plan.model_fields) - covered - {"id", "person_id"}:
        assert getattr(shared.plan, name) == getattr(empty, name)


def _was_permitted(plan: Plan, consent: SignedConsent, wish: Asked) -> None:
    """Say once more, apart from the code, what has to hold for every disclosure."""
    agreed, signature = consent.consent, consent.signature
    assert consent.ended is None
    assert consent.person_id == plan.person_id
    assert (signature.drawn if signature.how is SignedHow.DRAWN else signature.name).strip()
    assert signature.on <= wish.today
    assert agreed.ends_on.reading is None or wish.today <= agreed.ends_on.reading
    assert agreed.person_name.strip()
    assert agreed.discloser.strip()
    assert agreed.kind is not ConsentKind.COUNSELING_NOTES
    assert wish.recipient in agreed.recipients or agreed.kind is ConsentKind.TPO
    assert agreed.ends_on.reading or agreed.ends_when.strip() or agreed.kind is ConsentKind.TPO
    assert set(consent.consent.parts)


def test_some_of_those_were_shared_so_that_the_search_can_find_something() -> None:
    plan, sections = _marked(DANA.plan.amended(person_id=PLAN.person_id))
    said = repr(_share(plan, signed(parts=tuple(Part)), asked()).shared)
    assert {sections[mark] for mark in sections if mark in said} > {"goals", "supports", "lapse_page"}


def test_a_shared_plan_can_not_be_changed_copied_over_or_made_of_another_kind() -> None:
    shared = _share(PLAN, signed(), asked()).shared
    with pytest.raises(dataclasses.FrozenInstanceError):
        shared.plan = PLAN  # type: ignore[misc]
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(shared, plan=PLAN)
    with pytest.raises(TypeError):
        type("Wider", (SharedPlan,), {})
    assert copy.copy(shared) == shared


def test_only_planner_consent_makes_a_shared_plan() -> None:
    home = Path(planner.__file__).parents[1]
    files = [path for room in ("planner", "exports", "widgets") for path in (home / room).rglob("*.py")]
    making = [
        path.relative_to(home).as_posix()
        for path in files
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "SharedPlan"
    ]
    assert making == ["planner/sharing/sharing.py"]
