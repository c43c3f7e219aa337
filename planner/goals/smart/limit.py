"""When a goal starts and ends: "starting Monday", "by June", "this week", "for 3 weeks", "by my birthday"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.goals.smart.occasion import named_day_in
from planner.goals.smart.parts import Length, Limit, Part
from planner.goals.smart.sentence.calendar_words import DayPhrase, later
from planner.goals.smart.sentence.masked_sentence import free

if TYPE_CHECKING:
    from datetime import date

    from planner.goals.smart.sentence.masked_sentence import MaskedSentence
    from planner.words.days.stretch import Stretch


_SHORT = 3
"""Letters of "Sun" and "Sat"."""

_CAPITAL_WORD = re.compile(r" [A-Z][a-z]")


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a goal begins and ends, as far as the sentence says so."""

    starts: Limit | None = None
    ends: Limit | None = None
    event: Part | None = None
    """A day that has a name but no date: "my birthday"."""

    @property
    def is_one_day(self) -> bool:
        """Whether all of it is on one day."""
        return bool(self.starts and self.ends and self.starts.start == self.ends.start and self._same_day)

    @property
    def _same_day(self) -> bool:
        return bool(self.starts and self.ends and self.starts.day == self.ends.day)


def limits_in(scene: MaskedSentence, period: Length | None, taken: list[Part]) -> Limits:
    """Return start and end. What was read as a rhythm or a length is left to them."""
    starts = _start(scene, taken)
    taken = [*taken, starts] if starts else taken
    if ends := _end(scene, taken):
        return Limits(starts, ends)
    if period:
        since = starts.day if starts and starts.day else scene.today
        return Limits(starts, Limit(period.words, period.start, period.end, later(since, period.amount, period.unit)))
    return _on_a_day(scene, taken, starts) or Limits(starts, None, _event(scene, taken))


def _said(found: re.Match[str] | None, scene: MaskedSentence, taken: list[Part]) -> tuple[Part, Stretch | None] | None:
    if not found or not free(found, taken):
        return None
    groups = found.groupdict()
    group = "day" if groups.get("day") else "bare"
    day = _day_from(scene, *found.span(group))
    part = scene.part(found.start(), max(found.end(), day.end if day else 0))
    return (part, day.stretch if day else None) if part else None


def _day_from(scene: MaskedSentence, start: int, end: int) -> DayPhrase | None:
    """Return the day that begins at these words and takes in all of them; an article before them may belong to it."""
    before = scene.rules.patterns["article"][0].search(scene.plain, 0, start)
    places = (start, *([before.start()] if before else []))
    found = (read(place) for place in places for read in (scene.day_at, scene.said_days.period_at))
    return next((day for day in found if day and day.end >= end), None)


def _matches(scene: MaskedSentence, pattern: str, taken: list[Part]) -> list[tuple[Part, Stretch | None]]:
    found = (one for each in scene.rules.patterns[pattern] for one in each.finditer(scene.text))
    said = (said for one in found if (said := _said(one, scene, taken)))
    return [(part, day) for part, day in said if not (_is_name(part, scene) or _comes_again(part, scene))]


def _comes_again(part: Part, scene: MaskedSentence) -> bool:
    """Whether the day is one of each month or week: "pay rent by the 1st each month"."""
    return scene.rules.patterns["each_time"][0].match(scene.plain, part.end) is not None


def _limit(part: Part, day: date | None) -> Limit:
    return Limit(part.words, part.start, part.end, day)


def _start(scene: MaskedSentence, taken: list[Part]) -> Limit | None:
    for part, stretch in _matches(scene, "starts", taken):
        return _limit(part, stretch.first if stretch else None)
    return None


def _end(scene: MaskedSentence, taken: list[Part]) -> Limit | None:
    """Return the end. "By June" ends as June begins; "by the end of June" and "by next week" with their last day."""
    for part, stretch in _matches(scene, "ends", taken):
        if not stretch:
            return _limit(part, None)
        return _limit(part, _last_day(part, stretch, scene))
    return None


def _last_day(part: Part, stretch: Stretch, scene: MaskedSentence) -> date | None:
    """Return the day a deadline falls on. What goes "until next year" ends before it; one that is gone is none."""
    if stretch.last < scene.today:
        return None
    if _is_bare_month(part, scene) and not scene.rules.patterns["through"][0].match(scene.plain, part.start):
        return stretch.first
    is_left_out = scene.rules.patterns["until"][0].match(scene.plain, part.start) is not None
    is_to_come = stretch.first < stretch.last and stretch.first > scene.today
    return stretch.first - timedelta(days=1) if is_left_out and is_to_come else stretch.last


def _is_bare_month(part: Part, scene: MaskedSentence) -> bool:
    words = scene.plain[part.start : part.end].split()
    named = [name for name in (words[-1], words[-2] if len(words) > 1 else "") if name in scene.rules.months]
    is_month = bool(named) or re.fullmatch(r"2[0-9]{3}", words[-1]) is not None
    return is_month and not scene.rules.patterns["edged"][0].search(scene.plain, part.start, part.end)


def _on_a_day(scene: MaskedSentence, taken: list[Part], starts: Limit | None) -> Limits | None:
    for part, stretch in _matches(scene, "on", taken):
        is_denied = scene.rules.patterns["denied"][0].search(scene.plain, 0, part.start)
        if (stretch and stretch.last < scene.today) or is_denied or _is_a_word(part, scene):
            continue
        end = _limit(part, stretch.last if stretch else None)
        return Limits(starts or _limit(part, stretch.first if stretch else None), end)
    return None


def _is_name(part: Part, scene: MaskedSentence) -> bool:
    """Whether a day stands in a name: "Sun Valley", "monday.com", "calle 5 de Mayo", "dinner for June"."""
    after, words = scene.sentence[part.end :], part.words.split()
    if after[:1] == "." and after[1:2].isalpha():
        return True
    patterns = scene.rules.patterns
    if any(each.match(text) for each in patterns["place_follows"] for text in (after, scene.plain[part.end :])):
        return True
    if patterns["no_limit"][0].search(scene.sentence, 0, part.end):
        return True
    if patterns["place_leads"][0].search(scene.plain, 0, part.start) and words[0][0].isdigit():
        return True
    return len(words[-1]) == _SHORT and words[-1][0].isupper() and _CAPITAL_WORD.match(after) is not None


def _is_a_word(part: Part, scene: MaskedSentence) -> bool:
    """Whether a weekday's short name is a word of its own: "30 minutes of sun", "Sat with my sponsor"."""
    if not (part.words[0].islower() or not scene.sentence[: part.start].strip()):
        return False
    return any(pattern.match(scene.plain, part.start) for pattern in scene.rules.patterns["also_a_word"])


def _event(scene: MaskedSentence, taken: list[Part]) -> Part | None:
    named = named_day_in(scene)
    if not named or any(part.overlaps(named.lead, named.end) for part in taken):
        return None
    return scene.part(named.start, named.end)
