"""Life skills to start from, by area."""

from __future__ import annotations

from dataclasses import dataclass

from planner.library.texts import texts
from planner.model.skill_area import SkillArea


@dataclass(frozen=True, slots=True)
class SkillIdea:
    """One skill: when it is of use, and a first try small enough for this week."""

    key: str
    """The same in every language; a plan may keep it."""

    area: SkillArea
    name: str
    when: str
    first_try: str


def skill_ideas(language: str, area: SkillArea | None = None) -> tuple[SkillIdea, ...]:
    """Return the skills of one area, or of all five."""
    return tuple(
        SkillIdea(key, SkillArea(name), **idea)
        for name, ideas in texts("skills", language).items()
        if area in {None, name}
        for key, idea in ideas.items()
    )
