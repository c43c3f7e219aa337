"""The unit a number is counted in. A field names its own; words in another one stay words, and are asked about.

A bare number is in the unit of its field. "2 weeks" in a field of days are 14 days; "1 month" is no number of days.
"""

from __future__ import annotations

import re
from decimal import Decimal

from planner.model.unit import Unit
from planner.words.number import number_in

ABOUT = r"(?:(?:about|around|roughly|approx(?:imately)?\.?|~|unos|unas|cerca de|aproximadamente) ?)?"
"""What may stand before a number and leaves it what it is. "Almost" and "at least" do not."""

_LASTING = re.compile(
    rf"(?:(?:a |one )?supply )?(?:(?:lasts?|good|enough|dura|alcanza) )?(?:(?:for|para|por) )?{ABOUT}(?P<n>.+?)"
    r"(?:[ -]?(?P<unit>days?|dias?|d|weeks?|wks?|semanas?|fortnights?)"
    r"(?: ?(?:supply|worth|total|in all|de medicinas?|of (?:it|meds?|medicines?)))?)?"
)
_STILL_THERE = re.compile(r" (?:left|on hand|with me|que me quedan|conmigo)$", re.IGNORECASE)
_NOTHING = {"none", "nothing", "nada", "ninguno", "ninguna", "none left", "no days", "ningun dia"}
_DAYS_EACH = {"w": 7, "s": 7, "f": 14}
_OF_A_MONTH = r"(?: (?:of|in) (?:the|each|every) month| de (?:cada|l) mes|del mes| each month| every month)?"
_DUE = re.compile(
    rf"(?:on |due )?(?:the |el |every |cada |day |dia |el dia )*(?P<n>.+?)(?:st|nd|rd|th|ro|o|º|°)?{_OF_A_MONTH}"
)
_LAST_DAY = re.compile(
    rf"(?:(?:on |by )?(?:the )?(?:last day|end)|el ultimo(?: dia)?|ultimo dia|fin(?:al)? de mes){_OF_A_MONTH}"
    r"|(?:(?:at |on |by )?(?:the )?end of (?:the|each|every) month|month'?s? end|a fin(?:es)? de mes|el fin de mes)"
)
_FIRST = re.compile(rf"(?:(?:on |due )?(?:the )?first(?: day)?|(?:el )?(?:primero|primer dia)){_OF_A_MONTH}")
_LEFT = re.compile(
    r"(?P<n>.+?)(?: (?:more|mas))?(?: ?(?:refills?|fills?|resurtidos?|surtidos?|repeticion(?:es)?))?"
    r"(?: (?:left|remaining|more|mas))?"
)
_NO_REFILLS = {"no", "none", "no refills", "no more refills", "no refill", "ninguno", "ninguna", "ya no"} | {
    "sin resurtidos",
    "no mas",
    "no more",
}


def in_unit(unit: Unit, text: str) -> Decimal | None:
    """Return the number that plain text says in a unit, and nothing where it says another unit or anything more."""
    text = text.replace("'", "").replace("’", "").strip(" .,")
    match unit:
        case Unit.DAYS:
            return Decimal(0) if text in _NOTHING else _days(without_left(text))
        case Unit.SUPPLY:
            return _days(text)
        case Unit.DAY_OF_MONTH:
            return _day_of_month(text)
        case _:
            return _refills(text)


def without_left(words: str) -> str:
    """Return words without saying that so much is still there."""
    return _STILL_THERE.sub("", words)


def _days(text: str) -> Decimal | None:
    found = _LASTING.fullmatch(text)
    number = number_in(found["n"]) if found else None
    if number is None and found and found["n"].startswith("a "):
        number = number_in(found["n"].removeprefix("a "))  # "a 14-day supply"
    if not found or number is None or (not found["unit"] and not _is_count(found["n"])):
        return None
    return number * _DAYS_EACH.get((found["unit"] or "d")[0], 1)


def _is_count(words: str) -> bool:
    """Whether a number without a unit was meant as one: "a" and "half" alone are half a thought."""
    return words not in {"a", "an", "half", "media", "medio", "half a"}


def _day_of_month(text: str) -> Decimal | None:
    if _LAST_DAY.fullmatch(text):
        return Decimal(31)
    if _FIRST.fullmatch(text):
        return Decimal(1)
    found = _DUE.fullmatch(text)
    if not found:
        return None
    number = number_in(found["n"])
    return number if number is not None and _is_count(found["n"]) else None


def _refills(text: str) -> Decimal | None:
    if text in _NO_REFILLS:
        return Decimal(0)
    found = _LEFT.fullmatch(text)
    number = number_in(found["n"]) if found and _is_count(found["n"]) else None
    return number if number is not None and number >= 0 and number == int(number) else None
