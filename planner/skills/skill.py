"""A life skill: learning, practising, strong; when to use it, and who helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place
from planner.model.message import say
from planner.model.side import Side
from planner.model.skill_area import SkillArea
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class Mastery(Choice):
    """How far a skill has come."""

    LEARNING = "learning", say("Learning it")
    PRACTISING = "practising", say("Practicing it")
    STRONG = "strong", say("Strong")


class Practice(Item):
    """One time it was tried."""

    on: DayWords = labelled("When", DayWords(), side=Side.BACK, about=True)
    own_words: str = words("How it went", limit=160)


class Skill(Item):
    """Something one can learn and get better at."""

    area: SkillArea | None = labelled("Area")
    key: str = labelled("From the list", "")
    """The key of the list it was chosen from; empty when it is in own words."""

    name: str = words("The skill", limit=100)
    """What would you like to be able to do?"""

    mastery: Mastery | None = labelled("How far I am")
    when_to_use: str = words("When I use it", limit=160)
    """Where in your week would it help most?"""

    helper_id: ItemId | None = labelled("Who helps")
    """Somebody who does it well, or who cheers you on."""

    next_try: str = words("My next try", limit=160)
    """A small way to practice before we meet again."""

    practices: tuple[Practice, ...] = labelled("Times I tried it", ())
    look_again: DayWords = labelled("We look at it again", DayWords())


def skill_findings(skill: Skill, today: date) -> Iterator[Finding]:
    """Yield the next small try, or that it is time to look again."""
    if not has_text(skill.name):
        return
    if skill.look_again.reading and skill.look_again.reading <= today:
        yield Finding(
            "skill.again",
            Place("skills", skill.id, "look_again"),
            say("This is ready to look at again. How far have you come?"),
            say("Learning it, practicing it, or strong: each is fine."),
        )
    if skill.mastery in {Mastery.LEARNING, Mastery.PRACTISING} and not has_text(skill.next_try):
        yield Finding(
            "skill.next_try",
            Place("skills", skill.id, "next_try"),
            say("What is one small way to try this before you meet again?"),
            say("Five minutes count."),
        )
