"""A day in everyday words, English and Spanish: "December 1", "Friday", "in two weeks", "el 3 de enero".

Never wrong rather than often right: what two readers could take for two different days is not read at all.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any

_LONGEST = 40

_FILLER = re.compile(r"\b(?:on|by|until|the|of|el|para|hasta|de|del)\b")
_NAMED = {
    ("today", "tonight", "hoy", "esta noche"): 0,
    ("tomorrow", "manana"): 1,
    ("day after tomorrow", "pasado manana"): 2,
    ("yesterday", "ayer"): -1,
    ("day before yesterday", "anteayer", "antier", "antes ayer"): -2,
}
_DAYS_FROM_TODAY = {name: days for names, days in _NAMED.items() for name in names}

_NUMBER_WORDS = (
    ("a", "an", "one", "un", "una"),
    ("two", "dos"),
    ("three", "tres"),
    ("four", "cuatro"),
    ("five", "cinco"),
    ("six", "seis"),
    ("seven", "siete"),
    ("eight", "ocho"),
    ("nine", "nueve"),
    ("ten", "diez"),
)
_NUMBERS = {word: number for number, words in enumerate(_NUMBER_WORDS, start=1) for word in words}
_SPAN = rf"(\d{{1,3}}|{'|'.join(_NUMBERS)}) (day|dia|week|semana|month|mes)(?:e?s)?"
_AHEAD = re.compile(rf"(?:in|en|dentro) {_SPAN}|{_SPAN} from (?:now|today)")
_AGO = re.compile(rf"hace {_SPAN}|{_SPAN} ago")

_WEEKDAY_NAMES = (
    ("monday", "mon", "lunes"),
    ("tuesday", "tue", "tues", "martes"),
    ("wednesday", "wed", "miercoles"),
    ("thursday", "thu", "thur", "thurs", "jueves"),
    ("friday", "fri", "viernes"),
    ("saturday", "sat", "sabado"),
    ("sunday", "sun", "domingo"),
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names}
"""Weekday names, plain (small letters, no accents), to their number; Monday is 0."""

_WEEKDAY = re.compile(
    rf"(?:(?P<before>this|este|next|proximo|last) )?(?P<name>{'|'.join(WEEKDAYS)})"
    r"(?: (?P<after>que viene|proximo|pasado))?"
)
_FAR_ENOUGH = 5
"""Nearer than this, one reader takes "next Friday" for this week's and another for the week after."""

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(?:20)?(\d{2}))?")
_FIRST = re.compile(r"^(?:primero|1ro|1o|1º) ")
_MONTHS = 12
_DAY_ALONE = ([1], [2])
_DAY_AND_YEAR = ([1, 4], [2, 4])
_CLEAR_OF_TODAY = timedelta(days=60)
"""A day without a year that lies nearer than this on the other side of today could mean either."""


def plain(words: str) -> str:
    """Return words in small letters, without accents and without doubled spaces, for comparing."""
    letters = unicodedata.normalize("NFD", words.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


_EVERY_DAY = {"", "every day", "daily", "all days", "todos los dias", "cada dia", "diario", "a diario"}
_BETWEEN_DAYS = re.compile(r"\b(?:and|y|e|on|every|each|los|el|cada)\b|[,;/&+]")


def weekdays_in(words: str) -> frozenset[int] | None:
    """Return the weekdays that the words name, Monday as 0: all of them for no words, none where they say more."""
    text = plain(words[: _LONGEST + 1]).strip(" .")
    if text in _EVERY_DAY:
        return frozenset(range(7))
    found = [WEEKDAYS.get(name, WEEKDAYS.get(name.removesuffix("s"))) for name in _BETWEEN_DAYS.sub(" ", text).split()]
    numbers = frozenset(number for number in found if number is not None)
    return numbers if numbers and None not in found else None


def day_in(words: str, today: date, language: str, *, past: bool) -> date | None:
    """Return the one day that the words name, seen from today, or nothing."""
    if len(words) > _LONGEST:
        return None
    text = plain(words).strip(" .,")
    text = " ".join(_FILLER.sub(" ", text).split())
    try:
        return (
            _iso(text)
            or _relative(text, today)
            or _weekday(text, today, past=past)
            or _numeric(text, today, language, past=past)
            or _with_month_name(text, today, language, past=past)
        )
    except (ValueError, OverflowError):  # February 30, or beyond the calendar
        return None


def _iso(text: str) -> date | None:
    return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


def _relative(text: str, today: date) -> date | None:
    if text in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[text])
    for pattern, sign in ((_AHEAD, 1), (_AGO, -1)):
        if found := pattern.fullmatch(text):
            number, unit = (group for group in found.groups() if group)
            return _shifted(today, sign * (_NUMBERS.get(number) or int(number)), unit)
    return None


def _shifted(today: date, number: int, unit: str) -> date:
    if unit in {"month", "mes"}:
        years, month = divmod(today.month - 1 + number, 12)
        year = today.year + years
        return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    return today + timedelta(days=number * (7 if unit in {"week", "semana"} else 1))


def _weekday(text: str, today: date, *, past: bool) -> date | None:
    found = _WEEKDAY.fullmatch(text)
    if not found or (found["before"] and found["after"]):
        return None
    ahead = (WEEKDAYS[found["name"]] - today.weekday()) % 7
    match found["before"] or found["after"]:
        case "this" | "este":
            days = WEEKDAYS[found["name"]] - today.weekday()
            return today + timedelta(days=days) if days and (days > 0) is not past else None
        case "last" | "pasado":
            back = (ahead - 7) if ahead else 0
            return today + timedelta(days=back) if -back >= _FAR_ENOUGH else None
        case None:
            days = (ahead - 7 if past else ahead) if ahead else 0
            return today + timedelta(days=days) if days else None
        case _:
            return today + timedelta(days=ahead) if ahead >= _FAR_ENOUGH else None


def _numeric(text: str, today: date, language: str, *, past: bool) -> date | None:
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    either_order = max(first, second) <= _MONTHS and first != second
    if either_order and (language != "en" or found[2] == "."):
        return None  # 3/4 is March in one country and April in the next
    month, day = (second, first) if first > _MONTHS else (first, second)
    if not found[4]:
        return _nearest(month, day, today, past=past)
    return date(2000 + int(found[4]), month, day)


def _with_month_name(text: str, today: date, language: str, *, past: bool) -> date | None:
    text = _FIRST.sub("1 ", text)
    lengths = sorted(len(number) for number in re.findall(r"\d+", text))
    if lengths not in (*_DAY_ALONE, *_DAY_AND_YEAR) or not re.search(r"[^\W\d_]{3}", text):
        return None
    found = _month_day(text, today, language)
    if not found:
        return None
    named = [WEEKDAYS[word] for word in re.findall(r"[^\W\d_]+", text) if word in WEEKDAYS]
    day = found if lengths in _DAY_AND_YEAR else _nearest(found.month, found.day, today, past=past)
    return day if day and all(day.weekday() == number for number in named) else None


def _month_day(text: str, today: date, language: str) -> date | None:
    from dateparser import parse  # 20 MB: only a session in which a month is written out pays for it

    settings: Any = {
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001 (a day, not an instant)
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month"],
        "PREFER_DATES_FROM": "future",
    }
    found = parse(text, languages=list(dict.fromkeys([language, "en", "es"])), settings=settings)
    return found.date() if found and found.hour == 0 else None


def _nearest(month: int, day: int, today: date, *, past: bool) -> date | None:
    """Return the day without a year that is meant: the next to come, or with `past` the last one gone."""
    days = [found for year in range(today.year - 8, today.year + 9) if (found := _date_or_none(year, month, day))]
    ahead = min(found for found in days if found >= today)
    gone = max(found for found in days if found <= today)
    meant, other = (gone, ahead) if past else (ahead, gone)
    return meant if meant == other or abs(other - today) >= _CLEAR_OF_TODAY else None


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
