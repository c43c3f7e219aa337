"""A search of the community directory: which entries fit its words and filters, the best first."""

from __future__ import annotations

from math import cos, radians
from statistics import median
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, literal_column, select

from planner.directory.search import WordGroup, area_mask, day_mask, mask, word_groups
from planner.store.tables import DIRECTORY_ENTRY as ENTRY
from planner.store.tables import DIRECTORY_FEED as FEED
from planner.words.fold import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from planner.directory.search import Search
    from planner.store.place import WordIndex

_FEW = 5
"""With fewer entries than that which have every word, those with some of them are shown below."""

_MILES_PER_DEGREE = 69.0
"""Miles of one degree of latitude."""

_LONGEST, _ENOUGH = 60, 400
"""Signs of the name of a town, and entries enough to know where it lies."""

_A_MILE = 0.05
"""How much of a rank a mile costs: twenty miles count as much as one word less in a description."""


def found_rows(
    connection: Connection, index: WordIndex, search: Search, limit: int
) -> tuple[list[int], tuple[tuple[str, str], ...]]:
    """Return the rows that fit, and what mistyped words were taken for: all words if anything has them, else any."""
    groups, corrected = _corrected(connection, index, word_groups(search.words))
    rows = _rows(connection, index, search, groups, limit=limit)
    if len(groups) > 1 and len(rows) < min(limit, _FEW):
        more = _rows(connection, index, search, groups, limit=limit, to_all=False)
        rows = list(dict.fromkeys((*rows, *more)))[:limit]
    return rows, corrected


def _corrected(
    connection: Connection, index: WordIndex, groups: Iterable[WordGroup]
) -> tuple[tuple[WordGroup, ...], tuple[tuple[str, str], ...]]:
    """Return the words with slips set right; a word that stands in an entry is no slip."""
    kept: list[WordGroup] = []
    slips: list[tuple[str, str]] = []
    for group in groups:
        (word, *more) = group.words
        meant = () if group.kind or more or index.is_known(connection, word) else index.likely_meant(connection, word)
        if meant:
            slips.append((word, meant[0]))
            kept += word_groups(meant[0]) or [WordGroup((meant[0],))]
        else:
            kept.append(group)
    return tuple(kept), tuple(slips)


def _rows(
    connection: Connection,
    index: WordIndex,
    search: Search,
    groups: Sequence[WordGroup],
    *,
    limit: int,
    to_all: bool = True,
) -> list[int]:
    """Return the rows of what fits, the best first."""
    entries = select(ENTRY.c.row).join(FEED, FEED.c.name == ENTRY.c.feed).where(*_filters(search)).limit(limit)
    order = _how_far(search)
    if groups:
        entries, rank = index.narrowed(entries, groups, to_all=to_all)
        order = rank + order * _A_MILE
    return list(connection.scalars(entries.order_by(order, ENTRY.c.row)))


def _how_far(search: Search) -> ColumnElement[float]:
    """Return about how many miles away an entry is; one without coordinates is as far as the far end of a county."""
    if search.near is None:
        return literal_column("0.0")
    north, east = search.near
    up, right = ENTRY.c.latitude - north, (ENTRY.c.longitude - east) * 0.8
    return func.coalesce((func.abs(up) + func.abs(right)) * _MILES_PER_DEGREE, 25.0)


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


def where_is(connection: Connection, index: WordIndex, words: str) -> tuple[float, float] | None:
    """Return the middle of the entries in whose address all of the words stand; none where nothing has them."""
    named = words_of(words[:_LONGEST])
    if not named:
        return None
    entries = select(ENTRY.c.row, ENTRY.c.latitude, ENTRY.c.longitude).join(FEED, FEED.c.name == ENTRY.c.feed)
    asked = index.at_place(entries.where(is_shown(), ENTRY.c.latitude.is_not(None)), named).limit(_ENOUGH)
    found = connection.execute(asked).all()
    if not found:
        return None
    return median(row.latitude for row in found), median(row.longitude for row in found)


def _within(near: tuple[float, float], within: float) -> Iterator[ColumnElement[bool]]:

    north, east = near
    up = within / _MILES_PER_DEGREE
    right = up / max(0.1, cos(radians(north)))
    yield ENTRY.c.latitude.between(north - up, north + up)
    yield ENTRY.c.longitude.between(east - right, east + right)


def is_shown() -> ColumnElement[bool]:
    """Whether an entry belongs to the edition of its feed that is shown."""
    return and_(FEED.c.name == ENTRY.c.feed, ENTRY.c.first <= FEED.c.edition, ENTRY.c.last >= FEED.c.edition)
