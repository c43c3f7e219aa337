"""Each paper of each invented person is plain by both formulas, lead lines and column heads included."""

from __future__ import annotations

from itertools import product, repeat
from typing import Any, cast

import pytest

from exports.catalog import DOCUMENTS, Kind, of_plan
from exports.documents.consent_copy import consent_copy
from exports.page.block_json import MIME, blocks_from
from exports.page.blocks import Table
from exports.page.notebook import notebook
from planner.words.language import LANGUAGES, Language
from planner.words.readability import ease
from tests.exports.making_plans import DANA, JO, MARISOL, TERRENCE, edition, occasion, saying

PEOPLE = {"Dana": DANA, "Terrence": TERRENCE, "Marisol": MARISOL, "Jo": JO}
NAMELESS = {"called": "", "full_name": "", "born": "", "phone": "", "pronouns": ""}
PAPERS = list(product(PEOPLE, DOCUMENTS, sorted(LANGUAGES)))


def _house_lines(name: str, kind: Kind, code: str) -> list[str]:
    """Return what stands on a paper, with a sign that is no word in place of the person's words."""
    someone = PEOPLE[name]
    plan = saying(someone.plan, repeat("·")).amended(left_off_paper=())
    person = someone.person.amended(**NAMELESS)
    content = of_plan(kind, occasion(plan, person, language=Language(code))).content
    cells = cast("list[dict[str, Any]]", notebook(content)["cells"])
    return [line for cell in cells for line in _lines(cell)]


def _lines(cell: dict[str, Any]) -> list[str]:
    if cell["cell_type"] == "markdown":
        return [cell["source"].lstrip("# ")]
    shown = [block for output in cell["outputs"] for block in blocks_from(output["data"].get(MIME))]
    return [line for block in shown for line in (*getattr(block, "columns", ()), *block.lines)]


@pytest.mark.parametrize(("name", "kind", "code"), PAPERS)
def test_each_paper_is_plain_by_both_formulas(name: str, kind: Kind, code: str) -> None:
    lines = _house_lines(name, kind, code)
    assert lines
    assert ease("\n".join(lines), code).plain


def test_a_hard_sentence_on_a_paper_is_seen() -> None:
    hard = "Pharmacological interventions necessitate comprehensive interdisciplinary documentation. " * 5
    lines = _house_lines("Dana", "my-plan", "en")
    assert ease("\n".join(lines)).plain
    assert not ease("\n".join([*lines, hard])).plain


CONSENTS = [(consent, code) for consent in (*DANA.signed, *DANA.plan.consents) for code in sorted(LANGUAGES)]


@pytest.mark.parametrize(("consent", "code"), CONSENTS)
def test_the_plain_words_of_a_consent_are_plain_by_both_formulas(consent: Any, code: str) -> None:
    """The words that count stand beside them: the law sets those, and nobody may make them shorter."""
    content = consent_copy(consent, edition(language=Language(code)))
    tables = [block for part in content.sections for block in part.blocks if isinstance(block, Table)]
    plain = [row[-1] for table in tables for row in table.rows]
    assert plain
    assert ease("\n".join(plain), code).plain
