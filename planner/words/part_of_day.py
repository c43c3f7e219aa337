"""Morning, afternoon and evening: the part of a day that an hour lies in, or that words name."""

from __future__ import annotations

import re
from datetime import time

from planner.model.choice import Choice
from planner.model.message import say
from planner.words.fold import plain


class PartOfDay(Choice):
    """The parts of a day, in their order."""

    MORNING = "morning", say("Morning")
    AFTERNOON = "afternoon", say("Afternoon")
    EVENING = "evening", say("Evening")


NOON, EVENING_FROM = time(12), time(17)

_WORDS = {
    PartOfDay.MORNING: r"mornings?|breakfast|wak(?:e|ing)(?: up)?"
    r"|(?:por|en|de|a) la manana|mananas|desayun\w*|al despertar",
    PartOfDay.AFTERNOON: r"afternoons?|lunch(?:time)?|noon|midday|(?:por|en|de|a) la tarde|tardes|almuerzo|mediodia",
    PartOfDay.EVENING: r"evenings?|nights?|tonight|dinner|supper|bed ?time"
    r"|(?:por|en|de|a) la noche|noches|cena\w*|al acostar\w*",
}
_NAMED = {part: re.compile(rf"\b(?:{words})\b") for part, words in _WORDS.items()}


def part_at(at: time) -> PartOfDay:
    """Return the part of the day an hour lies in: the morning until noon, the evening from 5 pm on."""
    if at < NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if at < EVENING_FROM else PartOfDay.EVENING


def part_in(words: str) -> PartOfDay | None:
    """Return the one part of the day that words name; nothing for none, for two, and for "before" or "not"."""
    text = plain(words)
    if re.search(r"\b(?:not|no|never|before|after|nunca|antes|despues)\b", text):
        return None
    named = [part for part, pattern in _NAMED.items() if pattern.search(text)]
    return named[0] if len(named) == 1 else None
