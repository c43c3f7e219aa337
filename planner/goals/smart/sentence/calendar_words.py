"""The days a goal names, by the grammar that reads the fields: where in the sentence they stand, and what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.goals.smart.sentence.rules import VERBS
from planner.words.days.day_grammar import day_grammar
from planner.words.days.period_meanings import clipped
from planner.words.days.stretch import WEEK, Meaning, Seen, Stretch, after

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from planner.goals.smart.sentence.rules import Rules
    from planner.words.days.grammar import Found, Reader

_DAYS = {"day": 1, "week": WEEK}
_MONTHS = 12
_HALF_MONTH = 15


def later(today: date, amount: Decimal, unit: str) -> date | None:
    """Return the day that lies so many days, weeks, months or years ahead; half a week and the like are none."""
    try:
        if unit in _DAYS:
            days = amount * _DAYS[unit]
            return today + timedelta(days=int(days)) if days == int(days) else None
        months = amount * (_MONTHS if unit == "year" else 1)
        rest = months - int(months)
        is_whole = rest == 0 or (unit == "month" and rest * 2 == 1)
        return after(today, days=_HALF_MONTH if rest else 0, months=int(months)) if is_whole else None
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """Words that name a day or a stretch of days: `plain[start:end]`."""

    start: int
    end: int
    meaning: Meaning

    @property
    def stretch(self) -> Stretch | None:
        """Return what is meant, if it is one thing. A goal's weekday that is today is the next to come."""
        if len(self.meaning) == 1:
            return self.meaning[0]
        days = [one.first for one in self.meaning if one.first == one.last]
        is_weekday = len(days) == len(self.meaning) == 2 and days[1] - days[0] == timedelta(days=WEEK)  # noqa: PLR2004
        is_bare = is_weekday and self.is_weekday_alone
        return self.meaning[1] if is_bare else None

    is_weekday_alone: bool = False
    """As in "on Tuesday and Friday", which is how often."""


@dataclass(frozen=True, slots=True)
class DaysSaid:
    """Reads the days of one sentence."""

    plain: str
    rules: Rules
    reader: Reader

    @classmethod
    def of(cls, plain: str, today: date, rules: Rules) -> DaysSaid:
        """Return the reader of a flat sentence."""
        seen = Seen(today, language=rules.code, month_first=rules.code == "en")
        return cls(plain, rules, day_grammar(rules.code).reader(plain, seen))

    def period_at(self, place: int) -> DayPhrase | None:
        """Return "the week" or "the year", which is running, where the words around it ask for one."""
        for end, whole in self._found("the_period", place):
            return DayPhrase(place, self.reader.tokens[end - 1].end, clipped(self.reader.seen, whole))
        return None

    def _found(self, name: str, place: int) -> tuple[Found, ...]:
        first = next((number for number, token in enumerate(self.reader.tokens) if token.start == place), None)
        try:
            return () if first is None else self.reader.at(name, first)
        except (ValueError, OverflowError):  # beyond the calendar
            return ()

    def at(self, place: int) -> DayPhrase | None:
        """Return the longest phrase that begins there. Where it goes on in a way nobody knows, it means nothing."""
        tokens = self.reader.tokens
        found = self._found("dated", place)
        for end in sorted({end for end, _ in found}, reverse=True):
            if self._counts_what_follows(end):
                continue
            stretches = {one for last, meaning in found if last == end for one in meaning}
            meaning = () if self._goes_on(end) else tuple(sorted(stretches))
            return DayPhrase(
                self._start(place), tokens[end - 1].end, meaning, is_weekday_alone=self._is_weekday(place, end)
            )
        return None

    def led_to(self, place: int) -> DayPhrase | None:
        """Return the phrase behind a word like "by"; a month with a number that may count something means nothing."""
        phrase = self.at(place)
        last = max((end for end, _ in self._found("dated", place)), default=0)
        if phrase is None or not last or self.reader.tokens[last - 1].end == phrase.end:
            return phrase
        is_month = self.plain[phrase.start : phrase.end].split()[-1] in self.rules.months
        return replace(phrase, meaning=()) if is_month else phrase

    def _start(self, place: int) -> int:
        """Return where the phrase begins as a word of its own: behind the "del" that its article is drawn into."""
        is_drawn_in = self.plain[max(0, place - 1) : place].isalpha()
        return next(token.start for token in self.reader.tokens if token.start > place) if is_drawn_in else place

    def _is_weekday(self, place: int, end: int) -> bool:
        """Whether nothing but a weekday is said, with "el" before it at most."""
        words = [token.text for token in self.reader.tokens[:end] if token.start >= place]
        return words[-1] in self.rules.weekdays and words[:-1] in ([], ["el"])

    def _counts_what_follows(self, end: int) -> bool:
        """Whether a bare number at the end belongs to the next word: "march 3 times", "el 2 por ciento"."""
        tokens = self.reader.tokens
        last = tokens[end - 1].text
        if not (re.fullmatch(r"[0-9]{1,2}(?:st|nd|rd|th)?", last) or self._is_number_word(last)) or end == len(tokens):
            return False
        between = self.plain[tokens[end - 1].end : tokens[end].start]
        kinds = self.rules.kinds
        may_follow = tokens[end].text in kinds["after_a_day"] or any(tokens[end].text in kinds[verb] for verb in VERBS)
        return not between.strip() and not may_follow

    def is_counting(self, date: re.Match[str]) -> bool:
        """Whether what looks like a date is a word and a number that counts what follows: "march 3 times a week"."""
        last = next((number for number, token in enumerate(self.reader.tokens) if token.end >= date.end()), -1)
        is_whole = last >= 0 and self.reader.tokens[last].end == date.end()
        return is_whole and self._counts_what_follows(last + 1)

    def _is_number_word(self, word: str) -> bool:
        names = self.reader.grammar.names
        return (word,) in names["nth"] or (word,) in names["ordinal"]

    def _goes_on(self, end: int) -> bool:
        """Whether what follows says which one it is, in a way that is not read: "by March of my last year"."""
        rest = self.plain[self.reader.tokens[end - 1].end :]
        return self.rules.patterns["day_goes_on"][0].match(rest) is not None


def phrases_in(days: DaysSaid, text: str) -> Iterator[DayPhrase]:
    """Yield the days of a sentence that stand behind a word like "by", and those written out as a date."""
    for name in ("day_lead", "loose_day_lead"):
        for pattern in days.rules.patterns[name]:
            for found in pattern.finditer(text):
                phrase = days.led_to(found.end())
                if phrase and not phrase.is_weekday_alone and (name == "day_lead" or not _is_loose(days, phrase)):
                    yield phrase
    for found in dates_in(days, text):
        phrase = days.at(found.start())
        if phrase and not phrase.is_weekday_alone:
            yield phrase


def dates_in(days: DaysSaid, text: str) -> list[re.Match[str]]:
    """Return the dates that are written out; the number of "march 3 times a week" is none of a date's."""
    found = (one for pattern in days.rules.patterns["date"] for one in pattern.finditer(text))
    return [one for one in found if not days.is_counting(one)]


def _is_loose(days: DaysSaid, phrase: DayPhrase) -> bool:
    """Whether it may count something else behind "on" or "from": "from 8/10", "on the first try", "for a week"."""
    words = days.plain[phrase.start : phrase.end]
    return days.rules.patterns["loose_day"][0].fullmatch(words) is not None
