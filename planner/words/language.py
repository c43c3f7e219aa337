"""One language for one reader: messages, days, times and numbers as that reader writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from gettext import NullTranslations, translation
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Literal, cast

from planner.model.choice import Choice
from planner.model.day_range import Stretch
from planner.model.message import Message, fill
from planner.words.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = {"en": "English", "es": "Español"}
"""The languages that screen and paper speak, by code, each in its own name."""

_LOCALES = {"en": "en_US", "es": "es_US"}
_DAY_SKELETONS = {"brief": "MMMEd", "day": "MMMMd", "near": "MMMd", "month": "yMMMM"}
_DAY_PATTERNS = {
    "en": {"weekday": "EEEE, MMMM d"},
    "es": {"weekday": "EEEE, d 'de' MMMM"},
}
"""A weekday with its day: CLDR names no pattern of this length without the year."""


@cache
def _catalogue(code: str) -> NullTranslations:
    with as_file(files("planner") / "library" / "languages") as folder:
        return translation("planner", str(folder), [code], fallback=True)


@dataclass(frozen=True, slots=True)
class Language:
    """Shows messages in one language. An unknown code is read as English.

    Calendar names and number forms come from CLDR by way of Babel, which is imported when the first of them is shown.
    """

    code: str = "en"

    def __call__(self, message: Message | str, **values: object) -> str:
        """Return the text to show: a message of the domain, or a literal and the values for its names.

        A value is shown as this reader writes it, and is never read as a template.
        """
        if isinstance(message, str):
            message = Message(message)
        return fill(self._translated(message), values or message.values, self.show)

    def show(self, value: object) -> str:
        """Write any value: a message, a choice, a day, a time, a number, a list. Words stay exactly as they are."""
        if isinstance(value, Choice):
            return self(value.label)
        if isinstance(value, Message):
            return self(value)
        if isinstance(value, date | time | Stretch):
            return self._moment(value)
        if isinstance(value, float | Decimal):
            return self.number(value)
        if isinstance(value, list | tuple):
            return self.list(self.show(one) for one in cast("list[object]", value))
        return "" if value is None else str(value)

    def _moment(self, at: date | time | Stretch) -> str:
        if isinstance(at, Stretch):
            return self.days(at)
        if isinstance(at, datetime):
            return f"{self.day(at)}, {self.time(at)}"
        return self.day(at) if isinstance(at, date) else self.time(at)

    def _translated(self, message: Message) -> str:
        if not message.text:
            return ""  # gettext keeps a catalogue's own header under the empty id
        catalogue = _catalogue(self.known_code)
        if not message.many:
            return catalogue.gettext(message.text)
        n = message.values.get("n")
        return catalogue.ngettext(message.text, message.many, n if isinstance(n, int) else 2)

    @property
    def known_code(self) -> str:
        """The code of the language spoken: "es" for "es-MX", and "en" for one we do not have."""
        code = self.code.replace("_", "-").partition("-")[0].lower()
        return code if code in LANGUAGES else "en"

    @property
    def _locale(self) -> str:
        return _LOCALES[self.known_code]

    def day(self, day: date, form: str = "long") -> str:
        """Write a day.

        `long` "November 22, 2026" · `full` with its weekday before it · `weekday` "Sunday, November 22" ·
        `brief` "Sun, Nov 22" · `day` "November 22" · `near` "Nov 22" · `month` "November 2026" ·
        `medium` "Nov 22, 2026" · `short` "11/22/26" · or a CLDR pattern.
        """
        from babel import dates

        if skeleton := _DAY_SKELETONS.get(form):
            return dates.format_skeleton(skeleton, datetime.combine(day, time()), locale=self._locale)
        return dates.format_date(day, _DAY_PATTERNS[self.known_code].get(form, form), locale=self._locale)

    def days(self, days: Stretch) -> str:
        """Write days in a row from the first to the last: "Nov 28–30", "Nov 30 – Dec 2", one day as "Nov 28"."""
        from babel import dates

        if days.first == days.last:
            return self.day(days.first, "near")
        text = dates.format_interval(days.first, days.last, skeleton="MMMd", locale=self._locale)
        within_a_month = (days.first.year, days.first.month) == (days.last.year, days.last.month)
        return text.replace("\u2009", "" if within_a_month else "\u00a0")

    def time(self, at: time | datetime) -> str:
        """Write a time of day: "6:00 PM", "6:00 p.m."; an instant is written in the zone it carries."""
        from babel import dates

        return dates.format_time(at, "short", locale=self._locale).replace("\u202f", " ")

    def weekday(self, number: int, width: Literal["wide", "abbreviated"] = "wide") -> str:
        """Write a weekday, Monday = 0: `wide` "Monday", `abbreviated` "Mon"."""
        from babel import dates

        return dates.get_day_names(width, context="stand-alone", locale=self._locale)[number]

    def money(self, amount: Decimal, currency: str = "USD") -> str:
        """Write an amount of money: "$1,234.50". One too long for reckoning is shown as it stands."""
        from babel import numbers

        try:
            return numbers.format_currency(amount, currency, locale=self._locale)
        except InvalidOperation:
            return str(amount)

    def number(self, number: float | Decimal) -> str:
        """Write a number: "1,234.5". One too long for reckoning is shown as it stands."""
        from babel import numbers

        try:
            return numbers.format_decimal(number, locale=self._locale)
        except InvalidOperation:
            return str(number)

    def list(self, parts: Iterable[str], style: str = "standard") -> str:
        """Write a list as a sentence says it: "a, b, and c"; `or` for a choice among them."""
        from babel import lists

        given = [part for part in parts if part]
        text = lists.format_list(given, "or" if style == "or" else "standard", locale=self._locale)
        return _euphonic(text, given) if self.known_code == "es" else text

    def quote(self, words: str) -> str:
        """Set somebody's words in quotation marks. Spanish of the United States sets the same ones as English."""
        return f"“{words}”"


def _euphonic(text: str, parts: list[str]) -> str:
    """Write "e" for "y" before the sound i, and "u" for "o" before the sound o (RAE, Ortografía 2010)."""
    last = parts[-1] if len(parts) > 1 else ""
    head, sound = text.removesuffix(last), plain(last)
    if head.endswith(" y ") and sound.startswith(("i", "hi")) and not sound.startswith(("hia", "hie", "io")):
        return f"{head[:-2]}e {last}"
    if head.endswith(" o ") and sound.startswith(("o", "ho")):
        return f"{head[:-2]}u {last}"
    return text
