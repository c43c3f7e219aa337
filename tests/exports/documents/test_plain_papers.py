"""Each paper of each invented person is plain by both formulas, lead lines and column heads included."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from exports.catalog import DOCUMENTS, Kind, of_accounting, of_plan, of_shared
from exports.documents.consent_copy import consent_copy
from exports.documents.house_lines import WORDLESS, house_ease, house_lines, timeless, wordless, wordless_occasion
from exports.page.blocks import Line, Table
from planner.consent import ConsentKind, Part
from planner.safety.lapse_review import Paper
from planner.sharing.accounting import View, accounting
from planner.sharing.disclosure import Disclosure, GivenHow, correction
from planner.sharing.sharing import share
from planner.words.language import LANGUAGES, Language
from planner.words.readability import ease
from tests.exports.making_plans import DANA, JO, MARISOL, TERRENCE, edition, occasion
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import NOON, SHAH, asked, signed

if TYPE_CHECKING:
    from exports.page.notebook import PageContent
    from planner.sharing.shared_plan import SharedPlan

PEOPLE = {"Dana": DANA, "Terrence": TERRENCE, "Marisol": MARISOL, "Jo": JO}
CODES = sorted(LANGUAGES)


def _of_plan(name: str, kind: Kind, code: str) -> PageContent:
    someone = PEOPLE[name]
    made_from = occasion(someone.plan, someone.person, language=Language(code))
    return of_plan(kind, wordless_occasion(made_from)).content


PAPERS: list[tuple[str, Kind, str]] = list(product(PEOPLE, DOCUMENTS, CODES))


def not_plain() -> list[tuple[str, Kind, str]]:
    """Return the papers that one of the formulas calls hard: whose, which, and in what language."""
    return [paper for paper in PAPERS if not house_ease(_of_plan(*paper)).plain]


@pytest.mark.parametrize(("name", "kind", "code"), PAPERS)
def test_each_paper_is_plain_by_both_formulas(name: str, kind: Kind, code: str) -> None:
    content = _of_plan(name, kind, code)
    assert len(house_lines(content)) > 1
    assert house_ease(content).plain


def _shared(name: str) -> SharedPlan:
    """Return all there is of a plan, under a consent without a word of anybody's.

    The sentence of ours goes along; the federal ones are quoted, and nobody may make them shorter.
    """
    plan = wordless(PEOPLE[name].plan)
    reviews = tuple(review.amended(print_in=(Paper.CARE_TEAM,)) for review in plan.lapse_reviews)
    provider = wordless(SHAH)
    consent = signed(
        person_id=plan.person_id,
        parts=tuple(Part),
        recipients=(provider,),
        **dict.fromkeys(("person_name", "discloser", "purpose", "revoke_how", "described"), WORDLESS),
    )
    told = plan.amended(lapse_reviews=reviews)
    return share(told, consent, asked(provider), disclosure_id=an_id(99), part2_applies=False).shared


@pytest.mark.parametrize(("name", "code"), list(product(PEOPLE, CODES)))
def test_each_care_team_sheet_is_plain_by_both_formulas(name: str, code: str) -> None:
    sheet = of_shared("care-team-sheet", _shared(name), edition(language=timeless(Language(code))))
    assert len(house_lines(sheet.content)) > 10
    assert house_ease(sheet.content).plain


def _given(number: int, parts: tuple[Part, ...], *, consented: bool) -> tuple[Disclosure, ...]:
    line = Disclosure(
        id=an_id(number),
        person_id=DANA.person.id,
        at=NOON,
        to_whom=WORDLESS,
        what="Care-team sheet",
        by=WORDLESS,
        parts=parts,
        consent_id=an_id(50) if consented else None,
        kind=ConsentKind.SPECIFIC if consented else None,
        purpose=WORDLESS,
    )
    note = {"new_id": an_id(number + 500), "person_id": line.person_id, "at": NOON, "by": WORDLESS}
    how = list(GivenHow)[number % len(GivenHow)]
    return (line, correction(line.id, was_given=number % 2 == 0, how=how, **note))


@pytest.mark.parametrize(("view", "code", "many"), list(product(View, CODES, (1, 3, 12))))
def test_the_accounting_is_plain_by_both_formulas(view: View, code: str, many: int) -> None:
    given = [_given(1 + n, tuple(Part)[n:], consented=n % 2 == 0) for n in range(many)]
    found = accounting([one for lines in given for one in lines], view, until=TODAY, zone="UTC")
    person = DANA.person.amended(called="", full_name="")
    copied = of_accounting(found, person, edition(language=timeless(Language(code))), "412-7K3M-QWX2-HD5V-ABCD")
    assert house_ease(copied.content).plain


def test_a_hard_sentence_on_a_paper_is_seen() -> None:
    hard = "Pharmacological interventions necessitate comprehensive interdisciplinary documentation. " * 5
    content = _of_plan("Dana", "my-plan", "en")
    assert house_ease(content).plain
    assert not house_ease(replace(content, lead=(Line(hard),))).plain


def test_no_word_of_the_persons_is_measured() -> None:
    for name, someone in PEOPLE.items():
        lines = "\n".join(house_lines(_of_plan(name, "my-plan", someone.person.language.value)))
        said = {goal.own_words for goal in someone.plan.goals} | {one.name for one in someone.plan.medications}
        assert [words for words in said if words and words in lines] == []
        assert someone.person.called not in lines.split()


CONSENTS = [(consent, code) for consent in (*DANA.signed, *DANA.plan.consents) for code in CODES]


@pytest.mark.parametrize(("consent", "code"), CONSENTS)
def test_the_plain_words_of_a_consent_are_plain_by_both_formulas(consent: Any, code: str) -> None:
    """The words that count stand beside them: the law sets those, and nobody may make them shorter."""
    content = consent_copy(consent, edition(language=Language(code)))
    tables = [block for part in content.sections for block in part.blocks if isinstance(block, Table)]
    plain = [row[-1] for table in tables for row in table.rows]
    assert plain
    assert ease("\n".join(plain), code).plain
