"""The frozen value every noun of a plan is made of, and the limits that speak instead of refusing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Self, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.fields import FieldInfo

from planner.model.side import Side
from planner.model.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP_OF_A_RULER = 10


class Entry(BaseModel):
    """A frozen value, closed to unknown names. A half-written entry is always valid and can always be kept."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {name: _whole_value(value) for name, value in cast("dict[str, Any]", given).items()}

    def amended(self, **changes: Any) -> Self:
        """Return this entry with some fields changed, every one of them validated.

        Raises:
            pydantic.ValidationError: a name the entry lacks, or a value of the wrong kind.
        """
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(kept | changes)


ItemId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
"""A UUID as text, made at the edge and passed in; never a default."""


class Item(Entry):
    """An entry other entries can refer to."""

    id: ItemId


def replace_lone_surrogates(text: str) -> str:
    """Return the text as it can be written: half of a surrogate pair becomes the replacement character.

    A browser can send such a half where an emoji was cut; no file could keep it.
    """
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _whole_value(value: Any) -> Any:
    if isinstance(value, str):
        return replace_lone_surrogates(value)
    if isinstance(value, tuple | list):
        parts = cast("tuple[Any, ...]", value)
        return (
            tuple(replace_lone_surrogates(part) if isinstance(part, str) else part for part in parts)
            if _begins_with_text(parts)
            else parts
        )
    return value


def _begins_with_text(parts: tuple[Any, ...]) -> bool:
    """Whether a list is one of words; a list of entries is passed on untouched."""
    return bool(parts) and isinstance(parts[0], str)


def has_text(*texts: str) -> bool:
    """Whether any of these has words."""
    return any(text.strip() for text in texts)


def words(title: str, *, limit: int = 200) -> Any:
    """Declare a field of free words: its label, and the length beyond which a finding suggests fewer.

    The limit is soft. Whatever is typed is kept.
    """
    return Field(default="", title=title, json_schema_extra={"limit": limit})


def labelled(
    title: str, default: Any = None, *, side: Side = Side.AHEAD, about: bool = False, unit: Unit = Unit.ANY
) -> Any:
    """Declare a field with a label and a default: a choice, a rating, a link, a list, a day, a number.

    A day whose `side` is BACK is one that has been: "Monday" in it is the last one, not the next.
    `about` is enough in it: "as a child" says all there is to say, and nobody asks for the day.
    A number is read in its `unit`; one in another unit stays words.
    """
    marks: dict[str, Any] = {
        "side": side if side is not Side.AHEAD else None,
        "about": about,
        "unit": unit if unit is not Unit.ANY else None,
    }
    return Field(default=default, title=title, json_schema_extra={name: mark for name, mark in marks.items() if mark})


def label(entry: type[Entry], field: str) -> str:
    """Return a field's label, the message id that screen and paper translate.

    Raises:
        KeyError: the entry has no such field.
    """
    return entry.model_fields[field].title or field


def help_text(entry: type[Entry], field: str) -> str:
    """Return the sentence that helps with a field, or nothing."""
    return entry.model_fields[field].description or ""


def limit(entry: type[Entry], field: str) -> int | None:
    """Return the number of characters that still reads well in a field of free words."""
    found = _extra(entry, field).get("limit")
    return found if isinstance(found, int) else None


def side_of(entry: type[Entry], field: str) -> Side:
    """Return on which side of today a field's day lies."""
    return Side(str(_extra(entry, field).get("side", Side.AHEAD)))


def unit_of(entry: type[Entry], field: str) -> Unit:
    """Return the unit in which a field counts."""
    return Unit(str(_extra(entry, field).get("unit", Unit.ANY)))


def about_is_enough(entry: type[Entry], field: str) -> bool:
    """Whether words in this field need no exact reading."""
    return _extra(entry, field).get("about") is True


def _extra(entry: type[Entry], field: str) -> dict[str, object]:
    extra = entry.model_fields[field].json_schema_extra
    return cast("dict[str, object]", extra) if isinstance(extra, dict) else {}


@cache
def is_ruler(entry: type[Entry], field: str) -> bool:
    """Whether a field holds a rating from 0 to 10."""
    found = entry.model_fields[field]
    limits = [*found.metadata, *(limit for kind in get_args(found.annotation) for limit in _limits(kind))]
    lowest, highest = ({getattr(limit, end, None) for limit in limits} for end in ("ge", "le"))
    return 0 in lowest and _TOP_OF_A_RULER in highest


def _limits(kind: Any) -> Iterator[Any]:
    for mark in get_args(kind)[1:]:
        yield from mark.metadata if isinstance(mark, FieldInfo) else ()


@cache
def references(entry: type[Entry]) -> tuple[str, ...]:
    """Return the fields of an entry that hold the id of another item, or several."""
    return tuple(name for name, field in entry.model_fields.items() if ItemId in get_args(field.annotation))


@cache
def nested(entry: type[Entry]) -> dict[str, type[Entry]]:
    """Return the fields of an entry that hold further entries, one or a list, and of which kind."""
    return {name: kind for name, field in entry.model_fields.items() if (kind := _entry_kind(field.annotation))}


def _entry_kind(annotation: Any) -> type[Entry] | None:
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, Entry):
            return kind
    return None
