"""How days and times are said in each language: the grammar made of a language's words and templates."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from planner.words.days import clock, day_meanings, period_meanings, weekday_meanings
from planner.words.days.grammar import Grammar, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NAME_TABLES = ("weekdays", "months", "holidays", "numbers", "ordinals", "ranks", "units", "shifts", "periods")
_CONTRACTIONS = {"es": {"del": ("de", "el"), "al": ("a", "el")}}
_TENS = (10, 15, 20, 30, 40, 45, 50)
_LAST_HOUR, _LAST_DAY = 12, 31


def same(_seen: object, **found: Any) -> Any:
    """Pass on what the one slot of a template read."""
    return next(iter(found.values()))


def nothing(_seen: object, **_found: Any) -> None:
    """Mean nothing for the day: words that may stand beside it."""


_MEANINGS = {
    **vars(clock),
    **vars(period_meanings),
    **vars(weekday_meanings),
    **vars(day_meanings),
    "same": same,
    "nothing": nothing,
}


@cache
def _kept(language: str) -> dict[str, Any]:
    file = files("planner") / "library" / language / "days.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def day_grammar(language: str) -> Grammar:
    """Return the grammar of a language; its names and templates are in `planner/library`."""
    kept = _kept(language)
    rules = {
        name: tuple(
            Rule.of(template, _MEANINGS[meaning]) for meaning, templates in table.items() for template in templates
        )
        for name, table in kept.items()
        if name not in _NAME_TABLES
    }
    return Grammar(rules, _names(kept, language), _SHAPES, _CONTRACTIONS.get(language, {}))


def _names(kept: Mapping[str, Any], language: str) -> dict[str, dict[tuple[str, ...], Any]]:
    numbers, ordinals = _by_name(kept["numbers"], int), _by_name(kept["ordinals"], int)
    hours = {name: number for name, number in numbers.items() if number <= _LAST_HOUR}
    return {
        "weekday": weekday_names(language),
        "weekdays": {(name.removesuffix("s") + "s",): number for (name,), number in weekday_names(language).items()},
        "month": month_names(language),
        "holiday": holiday_names(language),
        "number": numbers,
        "ordinal": ordinals,
        "nth": ordinals | ({name: n for name, n in numbers.items() if n <= _LAST_DAY} if language == "es" else {}),
        "rank": _by_name(kept["ranks"], int),
        "unit": _by_name(kept["units"], str),
        "shift": _by_name(kept["shifts"], int),
        "period_name": _by_name(kept["periods"], str),
        "hour": hours,
        "minutes": numbers,
        "tens": {name: number for name, number in numbers.items() if number in _TENS},
    }


def _by_name(table: Mapping[str, list[str]], key: Callable[[str], Any]) -> dict[tuple[str, ...], Any]:
    return {tuple(name.split()): key(meant) for meant, names in table.items() for name in names}


@cache
def weekday_names(language: str) -> dict[tuple[str, ...], int]:
    """Return the names of the weekdays, folded, with their numbers; Monday is 0."""
    return _numbered(_kept(language)["weekdays"], first=0)


@cache
def month_names(language: str) -> dict[tuple[str, ...], int]:
    """Return the names of the months, folded, with their numbers from 1."""
    return _numbered(_kept(language)["months"], first=1)


@cache
def holiday_names(language: str) -> dict[tuple[str, ...], str]:
    """Return the names of the holidays, folded, with the key of each."""
    return _by_name(_kept(language)["holidays"], str)


def _numbered(table: Mapping[str, list[str]], first: int) -> dict[tuple[str, ...], int]:
    return {(name,): number for number, names in enumerate(table.values(), start=first) for name in names}


def _matching(pattern: str, most: int | None = None) -> Callable[[str], Any]:
    """Return the reader of a word in figures: its first group as a number no larger than `most`, or as it stands."""
    compiled = re.compile(pattern)

    def read(word: str) -> Any:
        found = compiled.fullmatch(word)
        if not found or most is None:
            return found and found[1]
        return number if (number := int(found[1])) <= most else None

    return read


def _hour_minute(word: str) -> str | None:
    found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", word)
    return f"{found[1]}:{found[2]}" if found else None


_SUFFIX = "(?:st|nd|rd|th|r?o|er|ero|[°º])"

_SHAPES: dict[str, Callable[[str], Any]] = {
    "number": _matching(r"([0-9]{1,3})", 999),
    "nth": _matching(rf"(0?[1-9]|[12][0-9]|3[01]){_SUFFIX}?", _LAST_DAY),
    "ordinal": _matching(rf"(0?[1-9]|[12][0-9]|3[01]){_SUFFIX}", _LAST_DAY),
    "full_year": _matching(r"((?:19|20|21)[0-9]{2})", 9999),
    "short_year": _matching(r"'?((?<=')[0-9]{2}|3[2-9]|[4-9][0-9])", 99),
    "figures": _matching(r"([0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-](?:[0-9]{2}|[0-9]{4}))?)"),
    "iso": _matching(r"([0-9]{4}-[0-9]{2}-[0-9]{2})"),
    "hour": _matching(r"(0?[1-9]|1[0-2])", _LAST_HOUR),
    "minutes": _matching(r"([1-5]?[0-9])", 59),
    "hour_minute": _hour_minute,
}
