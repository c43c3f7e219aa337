"""The amount a level of a ladder names, as far as it is one: "1 or 2 walks", "three or more", "no meeting"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from planner.goals.smart.sentence.number import numbers_in
from planner.goals.smart.sentence.rules import rules_of
from planner.words.days.name_patterns import a_month, a_weekday, weekdays
from planner.words.fold import plain_in_place

if TYPE_CHECKING:
    from planner.goals.smart.sentence.number import Number

_NO_END = Decimal("Infinity")
_YEAR = 336
"""Days, as one reckons by weeks: a month is four of them, a year is twelve months."""

_EACH = r"\b(?:an?|per|each|every|the|in an?) |/ ?|\b(?:al|a la|por|cada|en el|en la) "
_NAMED = {
    1: ("day|night|morning|evening|dia|noche|manana|tarde", r"daily|nightly|diari[oa]s?|diariamente|todos los dias"),
    7: ("week|wk|semana", r"weekly|semanal(?:es|mente)?"),
    14: ("fortnight|quincena", r"bi-?weekly|fortnightly|quincenal(?:es|mente)?"),
    28: ("month|mo|mes", r"monthly|mensual(?:es|mente)?"),
    _YEAR: ("year|yr|ano", r"yearly|annual(?:ly)?|anual(?:es|mente)?"),
}
_PERIODS = (
    (re.compile(r"\b(?:every (?:other|second|two|2) weeks?|cada (?:dos|2) semanas)\b"), 14),
    (re.compile(r"\b(?:every other day|every (?:two|2) days|cada (?:dos|2) dias|un dia si y otro no)\b"), 2),
    *(
        (re.compile(rf"(?:{_EACH})(?:{names})(?:s|es)?\b|\b(?:{adverbs})\b"), days)
        for days, (names, adverbs) in _NAMED.items()
    ),
)
"""How often an amount comes round, to the days that are."""
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

_INSTRUMENT = re.compile(r"\b(?:phq|gad|pcl|dast|bdi|moca|ace|c-ssrs|who|sf|cage|dla) ?- ?[0-9]+\b")
"""The name of a scale whose number counts nothing: "PHQ-9"."""

_DAYS = re.compile(
    rf"\b{a_month()}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:de |of )?{a_month()}\b(?:(?: de|,)? \d{{4}}\b)?"
    r"|\b\d{4}-\d\d?-\d\d?\b|\b\d\d?/\d\d?/\d{2,4}\b"
)
"""A day is no amount: "by March 1" counts nothing."""

_AS_NUMBERS = (
    (re.compile(r"(?:≤|<=) ?"), "at most "),
    (re.compile(r"(?:≥|>=) ?"), "at least "),
    (re.compile(r"< ?(?=[0-9$])"), "less than "),
    (re.compile(r"> ?(?=[0-9$])"), "more than "),
    (re.compile(r"[$€£] ?"), ""),
    (re.compile(r"\b(?:between|entre) (?=(\w+) (?:and|y) \w)"), ""),
    (re.compile(r"\b(?:from|de) (?=[0-9.,]+ (?:to|a) [0-9])"), ""),
    (re.compile(r"(?<=[0-9]) (?:to|through|and|a|y) (?=[0-9])"), "-"),
    (re.compile(r"\bonce (?=an? |per |every |each |in )"), "1 time "),
    (re.compile(r"\btwice\b"), "2 times"),
    (re.compile(r"\bun[oa] (?=o |vez\b)"), "1 "),
)
"""Words that are a number in a ladder, and an article or another language's number elsewhere."""

_NONE = re.compile(r"^(?:no|none|not (?:one|any|at all|once)|never|zero|ningun[ao]?|nada|nunca|cero)\b")
_OR_MORE = re.compile(r"(?: [^\W\d_]+){0,2} ?\b(?:or|o|and|y) (?:more|mas)\b|\+")
_OR_LESS = re.compile(r"(?: [^\W\d_]+){0,2} ?\b(?:or|o) (?:less|fewer|menos)\b")
_AT_LEAST = re.compile(r"\b(?:at least|al menos|por lo menos|from|desde)\s*$")
_OVER = re.compile(r"\b(?:more than|longer than|over|above|mas de)\s*$")
_AT_MOST = re.compile(r"\b(?:at most|up to|no more than|no longer than|hasta|como maximo|no mas de)\s*$")
_UNDER = re.compile(r"\b(?:less than|fewer than|under|below|menos de)\s*$")
_WORD = re.compile(r"\s*-?\s*([^\W\d_]+)")
_LINK = re.compile(r"(?<!\w)(?:and|plus|y|e|más)(?!\w)|[;+&]")
_SAME_THING = re.compile(
    r"(?<=[0-9])\+|\b(?:between|entre) \S+ (?:and|y) \S+"
    rf"|\b(?:{a_weekday()}|{weekdays()}),? (?:and|y|e) (?=(?:el |los )?(?:{a_weekday()}|{weekdays()})\b)"
)
_TIMES = frozenset(("time", "times", "vez", "veces", "or", "o", "to", "a", "and", "y", "per", "por", "de", "of"))
"""Words behind a number that are no thing of their own."""

_STRETCHES = frozenset(
    (
        *("night", "nights", "morning", "mornings", "evening", "evenings", "minute", "min", "mins", "hr", "hrs"),
        *("noche", "noches", "manana", "mananas", "tarde", "tardes"),
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
    days: int | None = None
    """The days it is said for: 7 for "a week"; none where no period is said."""

    def in_days(self, days: int) -> Amount:
        """Return the same for a period, where none is said."""
        return self if self.days else replace(self, days=days)

    @property
    def _of_a_year(self) -> Amount:
        many = _YEAR // self.days if self.days else 1
        return replace(self, low=self.low * many, high=self.high * many)

    def overlaps(self, other: Amount) -> bool:
        """Whether one number could be in both; "once a month" and "once a week" are two."""
        of_a_year = (self._of_a_year, other._of_a_year)
        first, second = sorted(of_a_year, key=lambda one: (one.low, not one.has_low))
        return second.low < first.high or (second.low == first.high and first.has_high and second.has_low)


def amount_in(level: str) -> Amount | None:
    """Return the amount of a level that names exactly one; none for several, or for words alone."""
    text, days = _without_period(_counting(level))
    found = _numbers(text, _tongue(plain_in_place(level)))
    if not found and _NONE.search(text.strip()):
        return Amount(Decimal(0), Decimal(0), days=days)
    return replace(_bounded(text, found[0]), days=days) if len(found) == 1 else None


def _without_period(text: str) -> tuple[str, int | None]:
    """Return the text without the words that say how often, and the days of that period."""
    for pattern, days in _PERIODS:
        if pattern.search(text):
            return pattern.sub(" ", text, count=1), days
    return text, None


def things_counted(level: str) -> frozenset[str]:
    """Return the different things a level counts: "3 meetings and 2 walks" counts two."""
    text = _counting(level)
    words = (_WORD.match(text, number.end) for number in _numbers(text, _tongue(plain_in_place(level))))
    return frozenset(_stem(word[1]) for word in words if word and word[1] not in _TIMES | _STRETCHES)


def _stem(word: str) -> str:
    return re.sub(r"(?<=[^aeiou])es$|s$", "", word)


def linked(level: str) -> int:
    """Return how often a level adds something with "and"; a number or a weekday more is no other thing."""
    return len(_LINK.findall(_SAME_THING.sub(" ", _counting(level))))


def words_beside(level: str) -> frozenset[str]:
    """Return the telling words beside an amount: of "2 supervised visits a month" what is visited, and how."""
    text, _ = _without_period(_counting(level))
    spans = [(number.start, number.end) for number in _numbers(text, _tongue(plain_in_place(level)))]
    words = (found for found in re.finditer(r"[^\W\d_]{3,}", text))
    told = [found[0] for found in words if not any(start < found.end() and found.start() < end for start, end in spans)]
    return frozenset(_stem(word) for word in told if word not in _TIMES and not _is_small(word))


def _is_small(word: str) -> bool:
    return any(small.fullmatch(word) for small in _SPEAKS.values())


@lru_cache(maxsize=512)
def _counting(level: str) -> str:
    """Return a level in small letters, without its days, and with figures where they are clearer."""
    text = _INSTRUMENT.sub(" score ", _DAYS.sub(" ", plain_in_place(level)))
    for words, figures in _AS_NUMBERS:
        text = words.sub(figures, text)
    return text


@lru_cache(maxsize=512)
def _tongue(text: str) -> str:
    """Return the language with more of its small words, or where both have as many, the one that reads more of it."""
    spoken = {code: len(small.findall(text)) for code, small in _SPEAKS.items()}
    return max(
        _SPEAKS, key=lambda code: (spoken[code], sum(number.end - number.start for number in _numbers(text, code)))
    )


@lru_cache(maxsize=1024)
def _numbers(text: str, code: str) -> list[Number]:
    """Read the numbers of a level; the ladders on the screen are looked at with every key, and change one at a time."""
    return numbers_in(text, rules_of(code))


def _bounded(text: str, number: Number) -> Amount:
    before, low, high = text[: number.start], number.low, number.high
    if _OR_MORE.match(text, number.end) or _AT_LEAST.search(before):
        return Amount(low, _NO_END)
    if _OVER.search(before) and not _AT_MOST.search(before):
        return Amount(low, _NO_END, has_low=False)
    # none at all is left out of "2 or fewer": a level of its own often says it
    if _OR_LESS.match(text, number.end) or _AT_MOST.search(before):
        return Amount(Decimal(0), high, has_low=False)
    if _UNDER.search(before):
        return Amount(Decimal(0), high, has_low=False, has_high=False)
    return Amount(low, high)
