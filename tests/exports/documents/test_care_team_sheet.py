"""The sheet for a provider: exactly what a consent covers, with its scope and the notice, and no other way to it."""

from __future__ import annotations

import asyncio
import json
from itertools import count
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.catalog import SHARED, of_shared, offer, offer_async
from exports.documents.care_team_sheet import TITLES, NotSharedError, care_team_sheet, sheet_sections
from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.caseload.agency import Agency
from planner.consent import Part
from planner.plan.plan import Plan
from planner.plan.sections import SECTIONS_OF
from planner.safety.lapse_review import Paper
from planner.sharing.checking import NotAgreedError
from planner.sharing.notice import STATEMENT_1, STATEMENT_2
from planner.sharing.sharing import share as shared_under
from planner.words.language import Language
from tests.exports.making_plans import DANA, edition, saying
from tests.exports.reading_back import closed_up, promises_of, words_of
from tests.invented import an_id
from tests.planner.consent.agreeing import ENGLISH, PLAN, asked, signed
from tests.planner.making import plans

if TYPE_CHECKING:
    from planner.sharing.shared_plan import SharedPlan

SPANISH = Language("es")
_REVIEWS = tuple(one.amended(print_in=(Paper.CARE_TEAM,)) for one in DANA.plan.lapse_reviews)
WHOLE = DANA.plan.amended(person_id=PLAN.person_id, lapse_reviews=_REVIEWS)
PARTS = st.lists(st.sampled_from(Part), min_size=1, unique=True).map(tuple)


def shared(plan: Plan = WHOLE, parts: tuple[Part, ...] = tuple(Part), *, part2_applies: bool = True) -> SharedPlan:
    consent = signed(parts=parts)
    return shared_under(plan, consent, asked(), disclosure_id=an_id(99), part2_applies=part2_applies).shared


def sheet(given: SharedPlan, language: Language = ENGLISH) -> Any:
    return notebook(care_team_sheet(given, edition(language=language, agency=Agency(name="Harbor Peers"))))


def lines(given: SharedPlan) -> str:
    return "\n".join(line for part in sheet_sections(given, edition()) for line in part.lines)


def marked(plan: Plan) -> tuple[Plan, dict[str, str]]:
    """Return the plan with a word of its own in every field of words, and the list each word stands in."""
    numbers, places = count(), dict[str, str]()

    def marks(name: str) -> Any:
        for number in numbers:
            mark = f"mark{number:05}x"
            places[mark] = name
            yield mark

    names = [name for names in SECTIONS_OF.values() for name in names]
    beside = [name for name in Plan.model_fields if isinstance(getattr(plan, name), tuple) and name not in names]
    beside = [name for name in beside if not name.startswith("left_")]
    return plan.amended(**{name: saying(getattr(plan, name), marks(name)) for name in (*names, *beside)}), places


def covered_by(parts: tuple[Part, ...]) -> set[str]:
    return {name for part in parts for name in SECTIONS_OF[part]}


def test_every_part_has_its_title_and_what_it_holds_is_drawn() -> None:
    assert set(TITLES) == set(Part)
    ids = [section.id for section in sheet_sections(shared(), edition())]
    assert ids[-2:] == ["scope", "notice"]
    assert set(ids) >= {"medications", "visits", "goals", "safety", "lapse-reviews"}


def test_what_is_covered_is_all_there_and_nothing_else() -> None:
    plan, places = marked(WHOLE)
    parts = (Part.MEDICATIONS, Part.VISITS, Part.OBSERVATIONS, Part.CONDITIONS)
    said = lines(shared(plan, parts))
    found = {mark for mark in places if mark in said}
    assert {places[mark] for mark in found} == covered_by(parts)
    missing = {mark for mark, name in places.items() if name in covered_by(parts)} - found
    assert missing == set()


def test_it_says_first_until_when_each_medicine_lasts() -> None:
    medications = next(one for one in sheet_sections(shared(), edition()) if one.id == "medications")
    assert medications.lines[0] == "Buprenorphine with naloxone, 8 mg film · lasts until Nov 30"


def test_a_review_of_a_hard_day_is_there_only_where_it_was_ticked_for_this_sheet() -> None:
    (review,) = _REVIEWS
    unticked = WHOLE.amended(lapse_reviews=(review.amended(print_in=(Paper.CHART, Paper.MY_PLAN)),))
    assert review.what_stopped in lines(shared())
    assert review.who_may_know not in lines(shared())
    assert review.what_stopped not in lines(shared(unticked))


@settings(max_examples=80)
@given(plans() | st.just(WHOLE), PARTS)
def test_no_plan_and_no_consent_lets_an_uncovered_word_into_the_document(plan: Plan, parts: tuple[Part, ...]) -> None:
    plan, places = marked(plan.amended(person_id=PLAN.person_id))
    told = json.dumps(sheet(shared(plan, parts)))
    assert {places[mark] for mark in places if mark in told} <= covered_by(parts)


@pytest.mark.parametrize(
    "parts", [(Part.MEDICATIONS, Part.VISITS), (Part.GOALS, Part.SAFETY, Part.LAPSE_REVIEWS), (Part.MONEY,)], ids=str
)
def test_no_uncovered_word_is_in_the_pdf(parts: tuple[Part, ...]) -> None:
    plan, places = marked(WHOLE)
    made = printed(sheet(shared(plan, parts)), "pdf")
    read = closed_up(words_of(made.data))
    assert {places[mark] for mark in places if mark in read} == covered_by(parts) & set(places.values())
    assert not [
        mark.encode() for mark in places if mark.encode() in made.data and places[mark] not in covered_by(parts)
    ]


def test_the_notice_and_the_scope_go_along_on_paper() -> None:
    few = (Part.SUPPORTS,)  # so that no end of a page comes between
    read = closed_up(words_of(printed(sheet(shared(parts=few)), "pdf").data))
    for paragraph in (*STATEMENT_1, STATEMENT_2):
        assert closed_up(paragraph) in read
    assert closed_up("Shared with: Dr. Shah, 5 Water Street") in read
    assert closed_up("What for: So that we all know the same things") in read
    assert "OfficerLane" not in read


def test_the_federal_words_stay_as_they_are_in_spanish() -> None:
    told = json.dumps(sheet(shared(), SPANISH), ensure_ascii=False)
    assert STATEMENT_1[0] in told
    assert SPANISH(TITLES[Part.MEDICATIONS]) in told


def test_where_the_rule_does_not_apply_a_plain_sentence_goes_along() -> None:
    told = json.dumps(sheet(shared(part2_applies=False)))
    assert "42 CFR" not in told
    assert "written consent" in told


@pytest.mark.parametrize("given", [WHOLE, WHOLE.model_dump(), None, object()], ids=["plan", "data", "none", "any"])
def test_a_plan_itself_is_refused_whoever_hands_it_in(given: Any) -> None:
    with pytest.raises(NotSharedError):
        of_shared("care-team-sheet", given, edition())
    with pytest.raises(NotSharedError):
        sheet_sections(given, edition())


def test_without_a_consent_there_is_nothing_to_hand_in() -> None:
    with pytest.raises(NotAgreedError):
        shared(parts=())


def test_it_is_a_notebook_and_a_page_that_keeps_its_promises() -> None:
    written = of_shared("care-team-sheet", shared(), edition())
    notebook = offer(written, "ipynb")
    nbformat.validate(nbformat.reads(notebook.data.decode(), as_version=4))
    page = asyncio.run(offer_async(written, "pdf"))
    assert promises_of(page.data) == {"title": "Care-team sheet", "language": "en", "ua": "1", "a": "2a"}
    assert page.filename == "Care-team sheet 2026-11-22.pdf"
    assert set(SHARED) == {"care-team-sheet"}


@settings(max_examples=12)
@given(plans())
def test_a_sheet_of_any_plan_prints_to_the_standards(plan: Plan) -> None:
    made = printed(sheet(shared(plan.amended(person_id=PLAN.person_id))), "pdf")
    assert [remark.code for remark in made.remarks if remark.code != "letters"] == []
