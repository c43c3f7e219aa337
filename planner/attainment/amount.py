"""The amount a level of a ladder names, as far as it is one: "1 or 2 walks", "three or more", "no meeting"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from planner.smart.flat import flat
from planner.smart.number import numbers_in
from planner.smart.rules import rules_of

if TYPE_CHECKING:
    from planner.smart.number import Number

_NO_END = Decimal("Infinity")
_SPEAKS = {
    "en": re.compile(
        r"\b(?:a|an|the|or|and|of|to|per|with|more|less|fewer|times?|days?|weeks?|months?|each|every|by|at|in|no)\b"
    ),
    "es": re.compile(
        r"\b(?:o|u|y|de|del|el|la|los|las|al|una?|por|con|sin|para|mas|menos|vez|veces|dias?|semanas?|mes|meses|cada)\b"
    ),
}
"""Small words of each language. A ladder may be written in either, whatever the screen speaks: "miles" are a thousand
in one of them, and "once" is eleven."""

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_DAYS = re.compile(
    rf"\b{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:de |of )?{_MONTHS}\b(?:(?: de|,)? \d{{4}}\b)?"
    r"|\b\d{4}-\d\d?-\d\d?\b|\b\d\d?/\d\d?/\d{2,4}\b"
)
"""A day is no amount: "by March 1" counts nothing."""

_AS_NUMBERS = (
    (re.compile(r"\bonce (?=an? |per |every |each |in )"), "1 time "),
    (re.compile(r"\btwice\b"), "2 times"),
    (re.compile(r"\bun[oa] (?=o |vez\b)"), "1 "),
)
"""Words that are a number in a ladder, and an article or another language's number elsewhere."""

_NONE = re.compile(r"^(?:no|none|not (?:one|any|at all|once)|never|zero|ningun[ao]?|nada|nunca|cero)\b")
_OR_MORE = re.compile(r"(?: [^\W\d_]+){0,2} ?\b(?:or|o|and|y) (?:more|mas)\b|\+")
_OR_LESS = re.compile(r"(?: [^\W\d_]+){0,2} ?\b(?:or|o) (?:less|fewer|menos)\b")
_AT_LEAST = re.compile(r"\b(?:at least|al menos|por lo menos|from|desde)\s*$")
_OVER = re.compile(r"\b(?:more than|over|above|mas de)\s*$")
_AT_MOST = re.compile(r"\b(?:at most|up to|no more than|hasta|como maximo)\s*$")
_UNDER = re.compile(r"\b(?:less than|fewer than|under|below|menos de)\s*$")
_WORD = re.compile(r"\s*-?\s*([^\W\d_]+)")
_LINK = re.compile(r"(?<!\w)(?:and|plus|y|e|más)(?!\w)|[;+&]")
_TIMES = frozenset(("time", "times", "vez", "veces", "or", "o", "to", "a", "and", "y", "per", "por", "de", "of"))
"""Words behind a number that are no thing of their own."""

_STRETCHES = frozenset(
    (
        *("day", "days", "week", "weeks", "month", "months", "hour", "hours", "minute", "minutes", "year", "years"),
        *("dia", "dias", "semana", "semanas", "mes", "meses", "hora", "horas", "minuto", "minutos", "ano", "anos"),
    )
)
"""How long or how often belongs to what is counted; it is no second thing."""


@dataclass(frozen=True, slots=True)
class Amount:
    """From the least to the most, each of them counted in or not."""

    low: Decimal
    high: Decimal
    has_low: bool = True
    has_high: bool = True

    def overlaps(self, other: Amount) -> bool:
        """Whether one number could be in both."""
        first, second = sorted((self, other), key=lambda one: (one.low, not one.has_low))
        return second.low < first.high or (second.low == first.high and first.has_high and second.has_low)


def amount_in(level: str) -> Amount | None:
    """Return the amount of a level that names exactly one; none for several, or for words alone."""
    text = _counting(level)
    found = _numbers(text)
    if not found and _NONE.search(text.strip()):
        return Amount(Decimal(0), Decimal(0))
    return _bounded(text, found[0]) if len(found) == 1 else None


def things_counted(level: str) -> frozenset[str]:
    """Return the different things a level counts: "3 meetings and 2 walks" counts two."""
    text = _counting(level)
    words = (_WORD.match(text, number.end) for number in _numbers(text))
    return frozenset(word[1].rstrip("s") for word in words if word and word[1] not in _TIMES | _STRETCHES)


def linked(level: str) -> int:
    """Return how often a level adds something with "and"."""
    return len(_LINK.findall(flat(level)))


@lru_cache(maxsize=512)
def _counting(level: str) -> str:
    """Return a level in small letters, without its days, and with figures where they are clearer."""
    text = _DAYS.sub(" ", flat(level))
    for words, figures in _AS_NUMBERS:
        text = words.sub(figures, text)
    return text


@lru_cache(maxsize=512)
def _numbers(text: str) -> list[Number]:
    """Read the numbers of a level; the ladders on the screen are looked at with every key, and change one at a time.

    The language with more of its small words is taken; where both have as many, the one that reads more of it.
    """
    read = {code: numbers_in(text, rules_of(code)) for code in _SPEAKS}
    spoken = {code: len(small.findall(text)) for code, small in _SPEAKS.items()}
    return read[max(read, key=lambda code: (spoken[code], sum(one.end - one.start for one in read[code])))]


def _bounded(text: str, number: Number) -> Amount:
    before, low, high = text[: number.start], number.low, number.high
    if _OR_MORE.match(text, number.end) or _AT_LEAST.search(before):
        return Amount(low, _NO_END)
    if _OVER.search(before) and not _AT_MOST.search(before):
        return Amount(low, _NO_END, has_low=False)
    if _OR_LESS.match(text, number.end) or _AT_MOST.search(before):
        return Amount(Decimal(0), high)
    if _UNDER.search(before):
        return Amount(Decimal(0), high, has_high=False)
    return Amount(low, high)
