"""What a paper says in words of ours: every line of it without a word of the person's, a day or a time.

These lines are held against the two formulas of `planner.words.readability`, for staff on the screen and in the tests.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, cast

from planner.model.entry import Entry
from planner.words.language import Language
from planner.words.readability import ease
from planner.words.reading import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, time

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from exports.page.notebook import PageContent
    from planner.model.day_range import Stretch
    from planner.words.readability import Ease

WORDLESS = "·"
"""It stands where words of the person's, a day or a time would, and is counted as no word."""

_NAMES = ("called", "full_name", "born", "phone", "pronouns")
_NO_WORDS = frozenset({"id", "person_id", "key", "about", "schema_version", "left_open", "left_off_paper"})


class _Timeless(Language):
    """A language that writes no day and no time: nobody can make the name of a month shorter."""

    __slots__ = ()

    def day(self, day: date, form: str = "long") -> str:  # noqa: ARG002 (none is written)
        return WORDLESS

    def days(self, days: Stretch) -> str:  # noqa: ARG002
        return WORDLESS

    def time(self, at: time | datetime) -> str:  # noqa: ARG002
        return WORDLESS

    def weekday(self, number: int, width: Literal["wide", "abbreviated"] = "wide") -> str:  # noqa: ARG002
        return WORDLESS


def timeless(language: Language) -> Language:
    """Return the same language, which writes no day and no time."""
    return _Timeless(language.code)


def wordless(entry: Any) -> Any:
    """Return the same entry with no word of anybody's in it. What was read, chosen, linked and counted stays."""
    if type(entry) is str:  # a choice is one too, and stays
        return entry and WORDLESS
    if isinstance(entry, tuple):
        return tuple(wordless(one) for one in cast("tuple[Any, ...]", entry))
    if isinstance(entry, Typed):
        return entry.amended(words=entry.words and WORDLESS)
    if not isinstance(entry, Entry):
        return entry
    names = (name for name in type(entry).model_fields if not _is_link(name))
    return entry.amended(**{name: wordless(getattr(entry, name)) for name in names})


def _is_link(name: str) -> bool:
    return name in _NO_WORDS or name.endswith(("_id", "_ids")) or name == "relay_to"


def wordless_occasion(occasion: Occasion) -> Occasion:
    """Return what a paper is made from, without a word, a name, a day or a time on it."""
    return replace(
        occasion,
        plan=wordless(occasion.plan).amended(left_off_paper=()),
        person=occasion.person.amended(**dict.fromkeys(_NAMES, "")),
        language=timeless(occasion.language),
    )


def house_lines(content: PageContent) -> tuple[str, ...]:
    """Return each line of a page: titles, heads of columns, blocks."""
    sections = (
        (section.title, *(drawing.title for drawing in section.drawings), *_lines(section.blocks))
        for section in content.sections
    )
    return (content.title, *_lines(content.lead), *(line for lines in sections for line in lines))


def house_ease(content: PageContent) -> Ease:
    """Return how easy a page reads by both formulas; it is made from what has no words."""
    return ease("\n".join(house_lines(content)), content.about.language)


def _lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(line for block in blocks for line in (*getattr(block, "columns", ()), *block.lines))
