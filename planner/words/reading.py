"""Words as they were typed, with what was understood kept beside them.

A reading may be empty; the words never change. What could not be read is a finding, not a refusal.
Never wrong rather than often right: what could mean two things stays unread.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from planner.model.entry import Entry
from planner.model.side import Side
from planner.model.unit import Unit
from planner.words.counted_in import in_unit
from planner.words.days.day import clock_words_in, day_in, days_in, hedged_days_in, times_in
from planner.words.fold import plain
from planner.words.number import LARGEST, in_digits
from planner.words.pay_period import is_other_money, without_period

_LONGEST = 60

Clock = Annotated[time, AfterValidator(lambda at: at.replace(tzinfo=None))]
"""A time of day as a clock on the wall shows it."""

Number = Annotated[Decimal, Field(ge=-LARGEST, le=LARGEST)]
"""A number of everyday size."""


class Typed(Entry):
    """Words as they were typed; each kind keeps its own reading beside them."""

    words: str = ""

    @property
    def is_unread(self) -> bool:
        """Whether there are words, and no reading of them."""
        return getattr(self, "reading", None) is None and bool(self.words.strip())


class DayWords(Typed):
    """A day as typed, and the day it was read as."""

    reading: date | None = None


class TimeWords(Typed):
    """A time of day as typed, and the time it was read as."""

    reading: Clock | None = None


class AmountWords(Typed):
    """An amount of money as typed, and the amount it was read as, in the agency's currency.

    Whether it is for a week or a month is in the words, or beside them.
    """

    reading: Number | None = None


class CountWords(Typed):
    """A number as typed ("two or three" stays as it is), and the one number it was read as in the unit of its field."""

    reading: Number | None = None


Reading = DayWords | TimeWords | AmountWords | CountWords


def read_day(words: str, today: date, *, language: str = "en", side: Side = Side.EITHER) -> DayWords:
    """Read a day: "2026-12-01", "December 1", "Friday", "in two weeks", "el 3 de diciembre".

    A day without a year is the next one to come, or looking back the last one gone. One on the other side of today
    stays unread: `day_choices` asks whether it is meant.
    """
    day = day_in(words, today, language, past=side is Side.BACK)
    return DayWords(words=words, reading=day if day and side.holds(day, today) else None)


def read_time(words: str, *, language: str = "en") -> TimeWords:
    """Read a time of day: "6 pm", "18:30", "noon", "half past 2 in the afternoon", "a las 8 de la noche".

    "6" and "6:30" stay open: they could be in the morning or in the evening. "06:30" counts as a full day's clock.
    """
    times = times_in(words, language)
    return TimeWords(words=words, reading=times[0] if len(times) == 1 else None)


def day_choices(words: str, today: date, *, language: str = "en", side: Side = Side.EITHER) -> tuple[date, ...]:
    """Return the days to choose from: both that "next Friday" can be on a Monday, the one that is only "maybe Friday".

    None where the words are clear, or name no day. "Next week" is asked about where a field looks back.
    """
    past = side is Side.BACK
    days = days_in(words, today, language, past=past)
    is_clear = len(days) == 1 and side.holds(days[0], today)
    return () if is_clear else days or hedged_days_in(words, today, language, past=past)


def time_choices(words: str, *, language: str = "en") -> tuple[time, ...]:
    """Return the two times of a day that "6:30" can mean; none where words are clear."""
    times = times_in(words, language)
    return times if len(times) > 1 else ()


def time_beside(at: TimeWords, day: DayWords, language: str = "en") -> TimeWords:
    """Return the time as typed, or where its field is empty the time that was said with the day: "Friday at 3"."""
    if at.words.strip():
        return at
    said = clock_words_in(day.words, language)
    return read_time(said, language=language) if said else at


_NUMBER = re.compile(r"[0-9.,]*[0-9][0-9.,]*")
_ALONE = re.compile(r"(?<![\w/+-])[0-9.,]*[0-9][0-9.,]*(?=(?:[a-z]+|-[a-z]+)?(?:[^\w%+-]|$))")
"""A number with nothing before it that changes it; a unit may be glued to it ("7.5mg", "14-day")."""

_ANOTHER_NUMBER = re.compile(
    r"\b(?:or|o|not|than|less|fewer|under|below|menos|minus|more|over|above|mas|plus|every|cada|half|medi[ao]|am|pm|k|m"
    r"|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"
    r"|grand|thou|gs|figures|cifras|percent|pct|por ciento|pico|tant[oa]s|odd|ish|billion|all but|tod[oa] menos"
    r"|hundred|thousand|million|cien|mil|millon(?:es)?|dozen|docena|cents?|centavos?)\b|[¢%½¼¾±]|\(\$? ?[0-9.,]+\)"
)
"""Words and signs that make the number in a text not the number that is meant."""

_BELOW_ZERO = re.compile(r"(?<![a-z0-9])- ?(?:us ?)?\$? ?-? ?[.,0-9]")
_DASHES = re.compile("[‐‑‒–—―−﹣－]")  # noqa: RUF001 (dashes as they are typed: a minus, or the way to a second number)

_NOT_THE_AMOUNT = re.compile(
    r"\b(?:at (?:the )?(?:least|most)|up to|tops|max(?:imum|imo)?|min(?:imum|imo)?|limit|hasta"
    r"|(?:por lo|al|como|cuando) menos|(?:como|cuando|a lo) (?:mucho|mas)"
    r"|gross|brut[oa]s?|before tax(?:es)?|negative|negativ[oa]s?|in the red|short"
    r"|faltan?|something|and change|overdrawn|en rojo)\b"
)
"""What makes the money in a text more, less, or none of what is meant. "About" and "almost" are near enough."""

_FROM_ELSEWHERE = re.compile(
    r"\b(?:after|before|since|ago|later|within|until|till|from|despues|antes|desde|hace|dentro|hasta)\b"
)
"""Words that count from another day: "5 days after payday" is no number of anything."""


def read_amount(words: str) -> AmountWords:
    """Read an amount of money: "$1,250.50", "$1.250,50", "45", "800/wk". Two numbers and other currencies stay unread.

    How often it comes round is read from the same words (`planner.words.pay_period`).
    """
    text = without_period(_short(words))
    is_open = is_other_money(text) or _NOT_THE_AMOUNT.search(text)
    return AmountWords(words=words, reading=None if is_open else _one_number(text))


def read_count(words: str, unit: Unit = Unit.ANY) -> CountWords:
    """Read one number in a unit: "3", "3 times", "1.5 miles", and in days "2 weeks". Another unit stays words.

    "2 or 3" and "less than 3" stay words in every unit.
    """
    text = _short(words)
    if unit is not Unit.ANY:
        found = in_unit(unit, text)
        return CountWords(words=words, reading=found if found is not None and abs(found) <= LARGEST else None)
    return CountWords(words=words, reading=None if _FROM_ELSEWHERE.search(text) else _one_number(text))


def counted(value: CountWords, unit: Unit) -> Decimal | None:
    """Return the number of a field in its unit, read anew from its words: what is kept may have lost its unit."""
    return read_count(value.words, unit).reading if value.words.strip() else value.reading


def amount_of(value: AmountWords) -> Decimal | None:
    """Return the amount of a field, read anew from its words as `counted` does."""
    return read_amount(value.words).reading if value.words.strip() else value.reading


def _short(words: str) -> str:
    return plain(words) if len(words) <= _LONGEST else ""


def _one_number(text: str) -> Decimal | None:
    text = _DASHES.sub("-", text)
    if _BELOW_ZERO.search(text):
        return None
    apart = re.sub(r"(?<=[0-9])(?=[a-z])", " ", text)
    alone = _ALONE.search(text)
    if not alone or len(_NUMBER.findall(text)) > 1 or _ANOTHER_NUMBER.search(apart):
        return None
    return in_digits(alone[0].rstrip(".,"))
