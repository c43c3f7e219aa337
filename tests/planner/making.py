"""Plans made for one test: ids by number, days by words, and any plan that hypothesis can think of."""

from __future__ import annotations

import types
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from planner.model.choice import Choice
from planner.model.entry import Entry, Item, ItemId
from planner.model.side import Side
from planner.plan.plan import Plan
from planner.words.reading import (
    AmountWords,
    CountWords,
    DayWords,
    TimeWords,
    Typed,
    read_amount,
    read_count,
    read_day,
    read_time,
)
from tests.invented import TODAY, an_id


def a_plan(**sections: Any) -> Plan:
    return Plan(id=an_id(1_000), person_id=an_id(1_001), **sections)


def a_day(words: str, *, past: bool = False) -> DayWords:
    return read_day(words, TODAY, side=Side.BACK if past else Side.EITHER)


WORDS = st.text(max_size=30) | st.sampled_from(
    ["", " ", "two or three", "tomorrow", "6:30", "$12", "<b>&", "{n}", "#let", "سارة", "👩‍👧", "x" * 201, "\ud83d"]
)
_REFERENCES = st.integers(1, 40).map(an_id)
_ANY_DAY = st.sampled_from([date.min, date.max, TODAY, date(2026, 11, 20), date(2026, 12, 1)]) | st.dates()
_SIMPLE = {str: WORDS, bool: st.booleans(), date: _ANY_DAY}
_TYPED = {
    DayWords: st.one_of(WORDS.map(a_day), st.builds(DayWords, words=WORDS, reading=_ANY_DAY)),
    TimeWords: st.one_of(WORDS.map(read_time), st.builds(TimeWords, words=WORDS, reading=st.times())),
    AmountWords: st.one_of(
        WORDS.map(read_amount), st.builds(AmountWords, words=WORDS, reading=st.decimals(-(10**9), 10**9))
    ),
    CountWords: st.one_of(
        WORDS.map(read_count),
        st.builds(CountWords, words=WORDS, reading=st.decimals(-400, 400) | st.sampled_from([Decimal(7), Decimal(30)])),
    ),
}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan with ids of its own, some fields filled with anything, some links that lead somewhere."""
    return _Making(draw).entry(Plan, at_most=7)


class _Making:
    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._made = 0

    def entry(self, kind: type[Entry], at_most: int = 6) -> Any:
        names = sorted(set(kind.model_fields) - {"id", "person_id", "schema_version"})
        filled = self._draw(st.lists(st.sampled_from(names), unique=True, max_size=at_most))
        required = [name for name in names if kind.model_fields[name].is_required()]
        made: dict[str, Any] = {}
        for name in dict.fromkeys([*required, *filled]):
            field = kind.model_fields[name]
            whole = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
            made[name] = self._value(whole)
        if issubclass(kind, Item):
            self._made += 1
            made["id"] = an_id(self._made)
        if kind is Plan:
            made["person_id"] = an_id(1_001)
        return kind(**made)

    def _value(self, annotation: Any) -> Any:
        if annotation == ItemId:
            return self._draw(_REFERENCES)
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._bounded(parts)
        if origin is tuple:
            return tuple(self._value(parts[0]) for _ in range(self._draw(st.integers(0, 3))))
        if origin in {types.UnionType, Union}:
            return None if self._draw(st.booleans()) else self._value(parts[0])
        if origin is Literal:
            return self._draw(st.sampled_from(parts))
        return self._plain(annotation)

    def _bounded(self, parts: tuple[Any, ...]) -> Any:
        if parts[0] is not int:
            return self._value(parts[0])
        marks = [bound for mark in parts[1:] for bound in (mark, *getattr(mark, "metadata", ()))]
        low, high = (next(getattr(mark, end) for mark in marks if hasattr(mark, end)) for end in ("ge", "le"))
        return self._draw(st.integers(low, high))

    def _plain(self, kind: Any) -> Any:
        if issubclass(kind, Typed):
            return self._draw(_TYPED[kind])
        if issubclass(kind, Entry):
            return self.entry(kind)
        if issubclass(kind, Choice):
            return self._draw(st.sampled_from(list(kind)))
        return self._draw(_SIMPLE[kind])
