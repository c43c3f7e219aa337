"""One language for one reader: messages, days, times and numbers as that reader writes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations, translation
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import dates, numbers

from planner.message import Message

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from decimal import Decimal

LANGUAGES = {"en": "English", "es": "Español"}
"""The languages that screen and paper speak, by code, each in its own name."""


@cache
def _catalogue(code: str) -> NullTranslations:
    return translation("planner", str(files("planner") / "library" / "languages"), [code], fallback=code == "en")


@dataclass(frozen=True, slots=True)
class Language:
    """Shows messages in one language. An unknown code is read as English."""

    code: str = "en"

    def __call__(self, message: Message | str, **values: object) -> str:
        """Return the text to show; `values` fill the names of a literal."""
        if isinstance(message, Message):
            return self._message(message)
        text = self._catalogue.gettext(message) if message else ""
        return text.format_map({name: self._value(value) for name, value in values.items()}) if values else text

    def _message(self, message: Message) -> str:
        catalogue = self._catalogue
        n = message.values.get("n", 1)
        text = (
            catalogue.ngettext(message.text, message.many, int(str(n)))
            if message.many
            else catalogue.gettext(message.text)
        )
        return text.format_map({k: self._value(v) for k, v in message.values.items()}) if message.values else text

    def _value(self, value: object) -> str:
        if isinstance(value, Message):
            return self._message(value)
        return self.day(value) if hasattr(value, "isoformat") and hasattr(value, "year") else str(value)  # pyright: ignore[reportArgumentType]

    @property
    def _catalogue(self) -> NullTranslations:
        return _catalogue(self.code if self.code in LANGUAGES else "en")

    def day(self, day: date, form: str = "long") -> str:
        """Write a day: `long` "November 22, 2026", `full` with its weekday, or any CLDR pattern."""
        return dates.format_date(day, form, locale=self._locale)

    def time(self, at: time | datetime) -> str:
        """Write a time of day: "6:00 PM", or "18:00" where that is the custom."""
        return dates.format_time(at, "short", locale=self._locale).replace("\u202f", " ")

    def weekday(self, number: int) -> str:
        """Write a weekday, Monday = 0."""
        return dates.get_day_names("wide", context="stand-alone", locale=self._locale)[number]

    def money(self, amount: Decimal, currency: str = "USD") -> str:
        """Write an amount of money."""
        return numbers.format_currency(amount, currency, locale=self._locale)

    @property
    def _locale(self) -> str:
        return {"en": "en_US", "es": "es_US"}.get(self.code, "en_US")
