"""What a page knows about itself before anything is printed on it."""

from __future__ import annotations

import pytest

from exports.page.notebook import about_page
from planner.words.language import Language
from tests.exports.making_plans import edition


@pytest.mark.parametrize(
    ("code", "words"), [("en", "Practice · invented person"), ("es", "Práctica · persona inventada")]
)
def test_the_footer_of_an_invented_person_says_so_first(code: str, words: str) -> None:
    footer = about_page("my-plan", "My plan", edition(language=Language(code), practice=True)).footer

    assert footer.startswith(words)
    assert "My plan" in footer


def test_the_footer_of_a_real_person_says_nothing_of_practice() -> None:
    assert "Practice" not in about_page("my-plan", "My plan", edition()).footer
