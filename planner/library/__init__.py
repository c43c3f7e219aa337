"""Texts of the house, per language: questions to ask aloud, words to start from, the pages for a hard day.

    questions("goals.values", "es")      what a counselor can say
    values("en"), needs, coping_skills, traits, triggers, warning_signs     words to start from
    skill_ideas("en")                    skills by area, with a first try
    anchors("confidence", "en")          words at 0, 5 and 10
    lapse_page("en", line="988"), crisis_page("en", line="988")

A language we do not have is answered in English. The texts are data, one TOML file per kind and language, with the
same keys in each; invented people are in `planner.teaching.people`.
"""

from planner.library.anchor import Anchors, anchors
from planner.library.page import Page, Part, crisis_page, lapse_page
from planner.library.question import questions
from planner.library.skill import SkillIdea, skill_ideas
from planner.library.suggestion import (
    Suggestion,
    coping_skills,
    needs,
    traits,
    triggers,
    values,
    warning_signs,
)

__all__ = [
    "Anchors",
    "Page",
    "Part",
    "SkillIdea",
    "Suggestion",
    "anchors",
    "coping_skills",
    "crisis_page",
    "lapse_page",
    "needs",
    "questions",
    "skill_ideas",
    "traits",
    "triggers",
    "values",
    "warning_signs",
]
