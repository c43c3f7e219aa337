"""A sentence on its way to being read: its words, its plain text with numbers, times and days hidden behind marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.goals.smart.parts import Part
from planner.goals.smart.sentence.calendar_words import DayPhrase, DaysSaid, dates_in, phrases_in
from planner.goals.smart.sentence.masks import CLOCK, DAY, NAME, masked
from planner.goals.smart.sentence.number import Number, hidden, numbers_in
from planner.words.fold import plain_in_place

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

    from planner.goals.smart.sentence.rules import Rules


_AROUND = ' \t\r\n,.;:-"“”«»'
"""What stands around words and belongs to none of them."""

_LONGEST = 2_000
"""Letters that are read. Nobody says more in one goal; a page that was pasted in stays quick, and is kept whole."""


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """What every reader of a part is given. `text` stands letter for letter under `sentence`."""

    sentence: str
    plain: str
    text: str
    numbers: dict[int, Number]
    """Numbers by where they start."""

    today: date
    rules: Rules
    said_days: DaysSaid
    days: dict[int, DayPhrase]
    """Days by where they start, as far as they stand behind a word like "by" or are written out."""

    def day_at(self, start: int) -> DayPhrase | None:
        """Return the day that begins there."""
        return self.days.get(start) or self.said_days.at(start)

    def part(self, start: int, end: int) -> Part | None:
        """Return those words of the sentence, without blanks and marks around them."""
        words = self.sentence[start:end]
        start += len(words) - len(words.lstrip(_AROUND))
        words = self.sentence[start:end].rstrip(_AROUND)
        return Part(words, start, start + len(words)) if words else None

    def number_at(self, found: re.Match[str], group: str) -> Number | None:
        """Return the number behind a group of a match."""
        start = found.start(group) if found[group] else -1
        return self.numbers.get(start)


def scene(sentence: str, today: date, rules: Rules) -> MaskedSentence:
    """Find times, days and numbers, in this order, and hide them: neither "6:30" nor "March 1" is a count."""
    plain = plain_in_place(sentence[:_LONGEST])
    text = _hide(plain, rules.patterns["clock"], CLOCK)
    text = _hide_recurring(text, plain, rules)
    said_days = DaysSaid.of(plain, today, rules)
    days: dict[int, DayPhrase] = {}
    for phrase in phrases_in(said_days, text):
        days.setdefault(phrase.start, phrase)
    for phrase in days.values():
        text = masked(text, phrase.start, phrase.end, DAY)
    for found in dates_in(said_days, text):
        text = masked(text, found.start(), found.end(), DAY)
    numbers = numbers_in(text, rules)
    text = hidden(text, plain, numbers, rules)
    for pattern in rules.patterns["bare_clock"]:
        for found in list(pattern.finditer(text)):
            text = masked(text, found.start("it"), found.end("it"), CLOCK)
    return MaskedSentence(
        sentence, plain, text, {number.start: number for number in numbers}, today, rules, said_days, days
    )


def _hide_recurring(text: str, plain: str, rules: Rules) -> str:
    """Hide the days of the month that come again: "on the 1st and the 15th" counts nothing and ends nothing."""
    found = (one for pattern in rules.patterns["recurring"] for one in pattern.finditer(plain))
    for one in list(found):
        if one.groupdict().get("nths"):
            text = masked(text, *one.span("nths"), NAME)
    return text


def _hide(text: str, patterns: Iterable[re.Pattern[str]], mark: str) -> str:
    for pattern in patterns:
        for found in list(pattern.finditer(text)):
            text = masked(text, found.start(), found.end(), mark)
    return text


def free(found: re.Match[str], taken: Iterable[Part | None]) -> bool:
    """Whether a match shares no letter with what was read already."""
    return not any(part and part.overlaps(*found.span()) for part in taken)


def is_left_behind(scene: MaskedSentence, number: Number) -> bool:
    """Whether the number is where one starts: "from 20% to 15%"."""
    comes_from = scene.rules.patterns["from"][0].search(scene.text, 0, number.start)
    return comes_from is not None and scene.rules.patterns["reached_to"][0].match(scene.text, number.end) is not None
