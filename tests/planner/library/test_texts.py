"""The texts of the house: the same in every language, plain enough to read, and tied to the fields they help with."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planner import library
from planner.goals.goal import Goal
from planner.library import (
    anchors,
    coping_skills,
    crisis_page,
    lapse_page,
    needs,
    questions,
    skill_ideas,
    traits,
    triggers,
    values,
    warning_signs,
)
from planner.model.daily_life import Area
from planner.model.message import names
from planner.model.skill_area import SkillArea
from planner.plan.topic import TOPICS
from planner.strengths.internal_resource import InternalResources
from planner.words.language import LANGUAGES, Language
from planner.words.readability import ease

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(library.__file__).parent
KINDS = (
    *("questions", "values", "needs", "skills", "coping", "traits"),
    *("anchors", "triggers", "signs", "lapse", "crisis"),
)
"""The kinds that are shown as they stand; other files of a language hold rules for reading it."""

OTHERS = sorted(set(LANGUAGES) - {"en"})
BLAMING = re.compile(
    r"\b(addicts?|alcoholics?|junkies?|abus\w*|clean|dirty|relapsers?|non-?compliant|failed|must|invalid|error"
    r"|adict\w*|alcohólic\w*|drogadict\w*|limpi[oa]|suci[oa]|fracas\w*)\b",
    re.IGNORECASE,
)


def _read(kind: str, language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / language / f"{kind}.toml").read_text(encoding="utf-8"))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    else:
        for child in node.values() if isinstance(node, dict) else node:
            yield from _texts(child)


def _shape(node: Any) -> Any:
    """Return the keys at every depth in their order, and how many lines each list has."""
    if isinstance(node, dict):
        return [(key, _shape(child)) for key, child in node.items()]
    return len(node) if isinstance(node, list) else "text"


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_files(language: str) -> None:
    ours, theirs = ({path.name for path in (FOLDER / code).glob("*.toml")} for code in ("en", language))
    assert ours == theirs >= {f"{kind}.toml" for kind in KINDS}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_language_has_the_same_texts(kind: str, language: str) -> None:
    assert _shape(_read(kind, language)) == _shape(_read(kind, "en"))
    pairs = zip(_texts(_read(kind, language)), _texts(_read(kind, "en")), strict=True)
    assert [names(theirs) for theirs, _ in pairs] == [names(ours) for ours in _texts(_read(kind, "en"))]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_was_left_in_english(kind: str, language: str) -> None:
    same = {
        theirs
        for theirs, ours in zip(_texts(_read(kind, language)), _texts(_read(kind, "en")), strict=True)
        if theirs == ours
    }
    assert same == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_is_plain(kind: str, language: str) -> None:
    found = ease("\n".join(_texts(_read(kind, language))), language)
    assert found.plain, found.by


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_blames_or_scolds(kind: str, language: str) -> None:
    assert BLAMING.search("a clean screen")
    assert [text for text in _texts(_read(kind, language)) if BLAMING.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_opens_with_a_question_and_every_topic_has_one(language: str) -> None:
    for step, topics in TOPICS.items():
        assert len(questions(step, language)) >= 3
        assert [topic.id for topic in topics if not questions(topic.id, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_opens_with_its_opening_questions(language: str) -> None:
    assert questions("goals", language)[: len(questions("goals.opening", language))] == questions(
        "goals.opening", language
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_short_enough_to_say_in_one_breath(language: str) -> None:
    assert [one for step in TOPICS for one in questions(step, language) if len(one) > 120] == []


def test_no_question_belongs_to_a_topic_that_is_gone() -> None:
    asked = {f"{step}.{topic}" for step, group in _read("questions", "en").items() for topic in group}
    known = {topic.id for topics in TOPICS.values() for topic in topics}
    check_in = {one for one in asked if one.startswith("check-in.")}  # made of what is due
    assert {one for one in asked - check_in if not one.endswith(".opening")} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_areas_of_need_are_those_of_the_form(language: str) -> None:
    assert [need.key for need in needs(language)] == [area.value for area in Area]
    assert [need.name for need in needs(language)] == [Language(language)(area.label) for area in Area]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_of_skills_has_a_handful(language: str) -> None:
    for area in SkillArea:
        ideas = skill_ideas(language, area)
        assert 5 <= len(ideas) <= 7
        assert {idea.area for idea in ideas} == {area}
    assert len(skill_ideas(language)) == sum(len(skill_ideas(language, area)) for area in SkillArea)


def test_every_ruler_of_the_plan_has_its_words() -> None:
    rulers = set(_read("anchors", "en"))
    assert rulers == {"importance", "confidence", "belief", "steadiness", "problem_solving"}
    assert rulers <= set(Goal.model_fields) | set(InternalResources.model_fields)
    assert anchors("confidence", "en").at_5 == "It could go either way."


@pytest.mark.parametrize("suggest", [values, coping_skills, traits, triggers, warning_signs])
def test_there_is_enough_to_start_from_and_nothing_twice(suggest: Any) -> None:
    for language in LANGUAGES:
        found = [one.name for one in suggest(language)]
        assert len(found) == len(set(found)) >= 18


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_for_a_hard_day_name_the_crisis_line(language: str) -> None:
    for page in (lapse_page(language, line="555-0199"), crisis_page(language, line="555-0199")):
        lines = [line for part in page.parts for line in part.lines]
        assert sum("555-0199" in line for line in lines) == 1
        assert any("911" in line for line in lines)
        assert not any("{" in line for line in lines)


def test_a_word_of_the_agency_is_never_a_template() -> None:
    lines = [line for part in lapse_page("en", line="{line} {0}").parts for line in part.lines]
    assert any("Call {line} {0}, day or night." in line for line in lines)


def test_a_language_we_do_not_have_is_answered_in_english() -> None:
    assert values("fr") == values("en")
    assert values("es-MX") == values("es")
