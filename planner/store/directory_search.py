"""A search of the community directory: which entries fit its words and filters, the best first."""

from __future__ import annotations

from math import cos, radians
from typing import TYPE_CHECKING

from sqlalchemy import Float, Integer, and_, func, literal_column, select, text

from planner.directory.search import WordGroup, area_mask, day_mask, mask, word_groups
from planner.store.file import full_text
from planner.store.tables import DIRECTORY_ENTRY as ENTRY
from planner.store.tables import DIRECTORY_FEED as FEED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from planner.directory.search import Search

_FEW = 5
"""With fewer entries than that which have every word, those with some of them are shown below."""

_MILES_PER_DEGREE = 69.0
"""Miles of one degree of latitude."""

_A_MILE = 0.05
"""How much of a rank a mile costs: twenty miles count as much as one word less in a description."""


def found_rows(connection: Connection, search: Search, limit: int) -> tuple[list[int], tuple[tuple[str, str], ...]]:
    """Return the rows that fit, and what mistyped words were taken for: all words if anything has them, else any."""
    groups, corrected = _corrected(connection, word_groups(search.words))
    rows = _rows(connection, search, groups, " AND ", limit)
    if len(groups) > 1 and len(rows) < min(limit, _FEW):
        more = _rows(connection, search, groups, " OR ", limit)
        rows = list(dict.fromkeys((*rows, *more)))[:limit]
    return rows, corrected


def _corrected(
    connection: Connection, groups: Iterable[WordGroup]
) -> tuple[tuple[WordGroup, ...], tuple[tuple[str, str], ...]]:
    """Return the words with slips set right; a word that stands in an entry is no slip."""
    kept: list[WordGroup] = []
    slips: list[tuple[str, str]] = []
    for group in groups:
        (word, *more) = group.words
        meant = (
            ()
            if group.kind or more or full_text.is_known(connection, word)
            else full_text.likely_meant(connection, word)
        )
        if meant:
            slips.append((word, meant[0]))
            kept += word_groups(meant[0]) or [WordGroup((meant[0],))]
        else:
            kept.append(group)
    return tuple(kept), tuple(slips)


def _rows(connection: Connection, search: Search, groups: Sequence[WordGroup], joined: str, limit: int) -> list[int]:
    """Return the rows of what fits, the best first."""
    asked = select(ENTRY.c.row).where(*_filters(search)).limit(limit)
    values: dict[str, object] = {}
    if groups:
        words = literal_column("directory_words.rowid", Integer)
        asked = asked.select_from(ENTRY).join(FEED, FEED.c.name == ENTRY.c.feed)
        asked = asked.join(text("directory_words"), words == ENTRY.c.row).where(text("directory_words MATCH :words"))
        values["words"] = joined.join(map(_matching, groups))
        rank: ColumnElement[float] = literal_column(full_text.RANK, Float)
        order = rank + _how_far(search) * _A_MILE
    else:
        order = _how_far(search)
    return list(connection.scalars(asked.order_by(order, ENTRY.c.row), values))


def _how_far(search: Search) -> ColumnElement[float]:
    """Return about how many miles away an entry is; one without coordinates is as far as the far end of a county."""
    if search.near is None:
        return literal_column("0.0")
    north, east = search.near
    up, right = ENTRY.c.latitude - north, (ENTRY.c.longitude - east) * 0.8
    return func.coalesce((func.abs(up) + func.abs(right)) * _MILES_PER_DEGREE, 25.0)


def _matching(group: WordGroup) -> str:
    """Return a group as the index is asked: its words side by side, or the kind of help they name."""
    *whole, last = group.words
    phrase = " + ".join((*(f'"{word}"' for word in whole), f'"{last}"' if group.kind else f'"{last}" *'))
    return f"({phrase} OR kinds : {group.kind})" if group.kind else f"({phrase})"


def _filters(search: Search) -> Iterator[ColumnElement[bool]]:
    yield is_shown()
    yield ENTRY.c.marks.op("&")(mask(("hidden",))) == 0
    if search.marks:
        yield ENTRY.c.marks.op("&")(search.marks) == search.marks
    if search.area:
        yield ENTRY.c.areas.op("&")(area_mask([search.area])) != 0
    if search.open_on:
        yield ENTRY.c.days.op("&")(day_mask(search.open_on)) != 0
    if search.language:
        yield ENTRY.c.languages.contains(f" {search.language} ", autoescape=True)
    if search.near and search.within_miles is not None:
        yield from _within(search.near, search.within_miles)


def _within(near: tuple[float, float], within: float) -> Iterator[ColumnElement[bool]]:

    north, east = near
    up = within / _MILES_PER_DEGREE
    right = up / max(0.1, cos(radians(north)))
    yield ENTRY.c.latitude.between(north - up, north + up)
    yield ENTRY.c.longitude.between(east - right, east + right)


def is_shown() -> ColumnElement[bool]:
    """Whether an entry belongs to the edition of its feed that is shown."""
    return and_(FEED.c.name == ENTRY.c.feed, ENTRY.c.first <= FEED.c.edition, ENTRY.c.last >= FEED.c.edition)
