"""Whether words about taking a medicine say anything of days: then no table of seven boxes says the same.

"Every other day, with food", "for ten days", "Mondays", "as needed" do; "twice a day, with food" does not. What is not
understood counts as saying something of days: a medicine in words is read, a box too many is taken.
"""

from __future__ import annotations

import re
from datetime import time
from functools import cache

from planner.words.days.day_grammar import weekday_names
from planner.words.fold import plain

_EACH_DAY = re.compile(
    r"\b(?:once|twice|times?|[1-4] ?x|x) daily\b|\bdaily\b"
    r"|\b(?:a|per|each|every) (?:single )?day\b|\b(?:time|part)s? of (?:the )?day\b|\bday and night\b"
    r"|\b(?:al|por|cada) dia\b|\btodos los dias\b|\ba diario\b|\bdiario\b|\bdiariamente\b|\b(?:hora|parte)s? del dia\b"
    r"|\bdia y noche\b"
)
_OF_DAYS = re.compile(
    r"\b(?:[a-z]*days?|dias?|week(?:s|ly|ends?)?|semana(?:s|l|les|lmente)?|months?|monthly|mes(?:es)?|mensual\w*"
    r"|fortnight\w*|quincena\w*|alternat\w*|altern[oa]s?|interdiari\w*|every other|cada otro|every (?:second|third)"
    r"|skip\w*|except\w*|salvo|until|hasta|prn|qod|q ?o ?d|eod|mwf|tth|tthsa?"
    r"|(?:as|if|when) needed|(?:if|when) i need\w*|segun (?:lo )?necesi\w*|(?:si|cuando) (?:lo |la )?necesi\w*"
    r"|si (?:es )?necesari\w*|cuando haga falta|then stop|stop after|taper\w*"
    r"|wks?|sems?|odd|even|dialys\w*|dialis\w*|flares?|brotes?|finish\w*|q\. ?o\. ?d|(?:school|work) nights"
    r"|(?:every|each|cada) (?:other|second|third|otr[ao]|dos|tres|two|three|[2-9]) (?:[a-z]+)"
    r"|[a-z]+ si,? (?:y )?(?:[a-z]+ )?(?:otr[ao] )?no|[0-9]+(?:st|nd|rd|th)|[0-9]+ on,? [0-9]+ off"
    r"|(?:x ?|for |por )[0-9]+ ?d)\b"
)
_EACH_FEW_HOURS = re.compile(
    r"\b(?:(?:every|each|cada) |q ?|c/ ?)(?:1|2|3|4|6|8|12|24|one|two|three|four|six|eight|twelve|una|dos|tres"
    r"|cuatro|seis|ocho|doce)(?: (?:to|or|a|o) [0-9]+|-[0-9]+)? ?(?:h|hr|hrs|hours?|horas?)\b"
)
_HOURS = re.compile(
    r"\b(?:(?:every|each|cada) |q ?|c/ ?)(?:[0-9]+(?: ?(?:-|to|or|a|o) ?[0-9]+)? ?(?:h|hr|hrs|hours?|horas?)"
    r"|[a-z]+(?:[ -](?:y )?[a-z]+)? (?:hours?|horas?))\b"
)
"""So many hours that a dose falls on another hour each day, or on another day."""

_MOMENTS = (
    (time(6), r"wak(?:e|es|ing)|get(?:ting)? up|(?:al )?despert\w*|(?:al )?levant\w*"),
    (time(7, 30), r"breakfast|desayun\w*"),
    (time(12, 30), r"lunch\w*|almuerzo|almorzar"),
    (time(18, 30), r"dinner|supper|evening meal|cen(?:a|ar)"),
    (time(22), r"bed ?time|(?:go(?:ing)? )?to bed|before bed|sleep|acostar\w*|dormir"),
)
_MEALS = tuple((at, re.compile(rf"\b(?:{words})\b")) for at, words in _MOMENTS)


def says_days(words: str) -> bool:
    """Whether words say anything of days beyond "every day"."""
    text = plain(words)
    rest = _EACH_FEW_HOURS.sub(" ", _EACH_DAY.sub(" ", text))
    return bool(_OF_DAYS.search(rest) or _HOURS.search(rest)) or any(
        word in _weekdays() for word in re.findall(r"[a-z]+", rest)
    )


def moments_in(words: str) -> tuple[time, ...]:
    """Return where in the day words stand that name a meal, waking or going to bed: an order, not an hour."""
    text = plain(words)
    return tuple(at for at, pattern in _MEALS if pattern.search(text))


@cache
def _weekdays() -> frozenset[str]:
    names = {name for language in ("en", "es") for words in weekday_names(language) for name in words}
    return frozenset(names | {f"{name}s" for name in names})
