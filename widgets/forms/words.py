"""Fields for words: free words, and words that are understood (a day, a time, an amount, a number)."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v

from planner.model.entry import limit, side_of, unit_of
from planner.model.message import say_count
from planner.model.side import Side
from planner.model.unit import Unit
from planner.words.pay_period import stated_period
from planner.words.reading import (
    AmountWords,
    CountWords,
    DayWords,
    Reading,
    TimeWords,
    amount_of,
    counted,
    day_choices,
    read_amount,
    read_count,
    read_day,
    read_time,
    time_beside,
    time_choices,
)
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag
from widgets.forms.chips import Chip
from widgets.forms.frame import framed

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.words.language import Language
    from widgets.forms.field_ref import FieldRef

_LAST_DAY = 31
_ONE_LINE = 80
"""Fields whose words read well below this length stand on one line; longer ones grow."""


@reacton.component
def WordsField(field: FieldRef, *, told: str = "") -> Any:
    """A field of free words. Nothing typed is changed, shortened or refused; `told` is what was understood."""
    edits = use_session().edits
    long = (limit(field.entry, field.name) or 0) > _ONE_LINE
    box = _box(
        field,
        field.value,
        lambda typed: edits.put(field.place, replace_lone_surrogates(typed), typing=True),
        grows=long,
    )
    return framed(field, box, read_back=told)


@reacton.component
def ReadField(field: FieldRef) -> Any:
    """A field whose words are understood; what was read stands under it, and the words stay as typed."""
    context = use_session()
    value, side = field.value, side_of(field.entry, field.name)

    def typed(words: str) -> None:
        understood = read(type(value), replace_lone_surrogates(words), context.today, context.t.code, side=side)
        context.edits.put(field.place, understood, typing=True)

    box = _box(field, value.words, typed, grows=False)
    chosen, choose = reacton.use_state("")  # the words that were settled here: what was read long ago is not asked anew
    is_open = value.reading is None or chosen == value.words
    either = reacton.use_memo(
        lambda: either_of(value, context.today, context.t.known_code, side=side) if is_open else (),
        [value, context.today, context.t.code, is_open],
    )
    below = Either(field, either, lambda: choose(value.words)) if either else None
    return framed(field, box, read_back=shown_reading(value, context.t), below=below)


@reacton.component
def Either(field: FieldRef, either: tuple[date, ...] | tuple[time, ...], chosen: Callable[[], None]) -> Any:
    """Offer the days or times that can be meant, one button each; the words stay as they were typed."""
    context = use_session()
    value, uid = field.value, field.uid
    asked = context.t("Which one do you mean?") if len(either) > 1 else context.t("Is it this day?")

    def choosing(one: date | time) -> Callable[[], None]:
        def choose() -> None:
            chosen()
            context.edits.put(field.place, value.amended(reading=None if value.reading == one else one))

        return choose

    chips = (
        Chip(
            shown_choice(one, context.today, context.t),
            value.reading == one,
            choosing(one),
            one_of=True,
            key=one.isoformat(),
        )
        for one in either
    )
    return div(
        tag("span", asked, cls="rp-help", id=f"{uid}-either"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_labelledby=f"{uid}-either"),
        cls="rp-either",
    )


def either_of(
    value: Reading, today: date, language: str, *, side: Side = Side.AHEAD
) -> tuple[date, ...] | tuple[time, ...]:
    """Return the days or times that the words can mean, while none or one of them is chosen."""
    match value:
        case DayWords():
            found = day_choices(value.words, today, language=language, side=side)
        case TimeWords():
            found = time_choices(value.words, language=language)
        case _:
            found = ()
    return found if value.reading is None or value.reading in found else ()


def shown_choice(one: date | time, today: date, t: Language) -> str:
    """Return how a choice reads on its button: "Fri, Dec 4", a day of another year with it, or "2:30 PM"."""
    if isinstance(one, time):
        return t.time(one)
    return t.day(one, "brief" if one.year == today.year else "medium")


@reacton.component
def NumberField(field: FieldRef, *, told: str | None = None) -> Any:
    """A field of an amount or a number, read in the unit of the field.

    `told` is what was understood where more than the field itself is needed to say it.
    """
    context, value, unit = use_session(), field.value, unit_of(field.entry, field.name)

    def typed(words: str) -> None:
        understood = read(type(value), replace_lone_surrogates(words), context.today, context.t.code, unit=unit)
        context.edits.put(field.place, understood, typing=True)

    box = _box(field, value.words, typed, grows=False)
    return framed(field, box, read_back=shown_reading(value, context.t, unit) if told is None else told)


def _box(field: FieldRef, words: str, typed: Any, *, grows: bool) -> Any:
    uid = field.uid
    described = {
        "aria-describedby": f"{uid}-help {uid}-read",
        "autocomplete": "off",
        "data-path": "/".join(field.place),
    }
    shared = {
        "v_model": words,
        "on_v_model": typed,
        "id": uid,
        "variant": "plain",
        "hide_details": True,
        "density": "compact",
        "attributes": described,
        "class_": "rp-input",
    }
    return v.Textarea(rows=1, auto_grow=True, no_resize=True, **shared) if grows else v.TextField(**shared)


def replace_lone_surrogates(typed: str | None) -> str:
    """Return what was typed, with half a character (a lone surrogate no file can hold) marked as unreadable."""
    return (typed or "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def read(
    kind: type[Reading], words: str, today: date, language: str, *, side: Side = Side.AHEAD, unit: Unit = Unit.ANY
) -> Reading:
    """Read words as the kind of value a field holds, a number in its unit, a day on its side of today."""
    if kind is DayWords:
        return read_day(words, today, language=language, side=side)
    if kind is TimeWords:
        return read_time(words, language=language)
    return read_count(words, unit) if kind is CountWords else read_amount(words)


def shown_reading(value: Reading, t: Language, unit: Unit = Unit.ANY) -> str:
    """Return how a reading is read back: the day with its weekday, the time, the amount, the number with its unit."""
    match value:
        case DayWords(reading=day) if day is not None:
            return ", ".join(filter(None, (t.day(day, "full"), _shown_time(value, t))))
        case TimeWords(reading=at) if at is not None:
            return t.time(at)
        case AmountWords():
            return _shown_amount(value, t)
        case CountWords():
            return _shown_count(value, t, unit)
        case _:
            return ""


def _shown_time(day: DayWords, t: Language) -> str:
    """Return the time that was said with a day, where it can be one only."""
    at = time_beside(TimeWords(), day, t.known_code).reading
    return t.time(at) if at else ""


def _shown_amount(value: AmountWords, t: Language) -> str:
    """Return an amount with how often it comes round; nothing while the words leave that open."""
    amount, stated = amount_of(value), stated_period(value.words)
    if amount is None or (stated and not stated.is_clear):
        return ""
    return f"{t.money(amount)} {t(stated.clear.label) if stated and stated.clear else ''}".strip()


def _shown_count(value: CountWords, t: Language, unit: Unit) -> str:
    """Return a number in its unit; one without a unit only where it is written in another way than it is read back."""
    number = counted(value, unit)
    if number is None or number != int(number) or unit is Unit.ANY:
        told = "" if number is None else t.number(number)
        return told if told != value.words.strip() else ""
    match unit:
        case Unit.DAY_OF_MONTH:
            return _shown_day_of_month(int(number), t)
        case Unit.REFILLS:
            return t(say_count("{n} refill", "{n} refills", int(number)))
        case _:
            return t(say_count("{n} day", "{n} days", int(number)))


def _shown_day_of_month(day: int, t: Language) -> str:
    if day == _LAST_DAY:
        return t("the last day of the month")
    return t("day {n} of the month", n=day) if 1 <= day < _LAST_DAY else ""
