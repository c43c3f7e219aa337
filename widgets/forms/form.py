"""Which fields a form shows, in which order, and what each is drawn with."""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import reacton

from planner.model.choice import Choice
from planner.words.reading import AmountWords, CountWords, DayWords, TimeWords
from widgets.elements.markup import div
from widgets.forms.chips import ChoiceField, ChoicesField, LinkField, LinksField, TickField, YesNoField
from widgets.forms.field_ref import field_of
from widgets.forms.ruler import RulerField
from widgets.forms.words import NumberField, ReadField, WordsField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.model.entry import Entry
    from planner.model.path import FieldPath


class FormFieldError(AttributeError):
    """A form names a field its entry does not have, or one that no input can show."""

    def __init__(self, entry: type[Entry], field: str) -> None:
        """Name the entry and the field."""
        super().__init__(f"{entry.__name__} has no field {field!r} that a form can show")


@dataclass(frozen=True)
class FormField:
    """One field of a form, the component that draws it, and for choices the set to choose from."""

    name: str
    draw: Callable[..., Any]
    choices: type[Choice] | None = None


@dataclass(frozen=True)
class Form:
    """Rows of fields of one kind of entry; fields of a row stand side by side where there is room."""

    entry: type[Entry]
    rows: tuple[tuple[FormField, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it shows."""
        return tuple(one.name for row in self.rows for one in row)


def form(entry: type[Entry], *rows: str | tuple[str, ...]) -> Form:
    """Declare a form.

    Raises:
        FormFieldError: at import, when the entry lacks one of the fields.
    """
    named = [row if isinstance(row, tuple) else (row,) for row in rows]
    return Form(entry, tuple(tuple(_form_field(entry, name) for name in row) for row in named))


def page_of(**pages: tuple[Form | str, ...]) -> dict[str, str]:
    """Return on which page each field of an item stands, given the forms and lists of each page."""
    return {
        name: page
        for page, parts in pages.items()
        for part in parts
        for name in ((part,) if isinstance(part, str) else part.names)
    }


def _form_field(entry: type[Entry], name: str) -> FormField:
    if name not in entry.model_fields:
        raise FormFieldError(entry, name)
    annotation = entry.model_fields[name].annotation
    kind = _bare(annotation)
    draw = _drawn_by(kind, entry.model_fields[name].metadata, optional=kind is not annotation)
    if draw is None:
        raise FormFieldError(entry, name)
    return FormField(name, draw, _member(kind) if draw in (ChoiceField, ChoicesField) else None)


def _bare(annotation: Any) -> Any:
    if get_origin(annotation) in {Union, types.UnionType}:
        return next(part for part in get_args(annotation) if part is not types.NoneType)
    return annotation


def _member(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is tuple else _origin(kind)


def _origin(kind: Any) -> Any:
    """Return the plain type behind `Annotated[int, …]`."""
    return getattr(kind, "__origin__", kind)


def _drawn_by(kind: Any, metadata: list[Any], *, optional: bool) -> Callable[..., Any] | None:
    if get_origin(kind) is tuple:
        member = get_args(kind)[0]
        return ChoicesField if _is_choice(member) else LinksField if _origin(member) is str else None
    plain = _origin(kind)
    if plain is str:
        return LinkField if hasattr(kind, "__metadata__") or metadata else WordsField
    by_type = {
        DayWords: ReadField,
        TimeWords: ReadField,
        AmountWords: NumberField,
        CountWords: NumberField,
        int: RulerField,
    }
    if plain is bool:
        return YesNoField if optional else TickField
    return ChoiceField if _is_choice(plain) else by_type.get(plain)


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


@reacton.component
def Fields(
    shown: Form,
    entry: Entry,
    path: FieldPath,
    *,
    links: Mapping[str, Any] | None = None,
    told: Mapping[str, str] | None = None,
) -> Any:
    """A form for one entry standing at `path`. `links` holds the options of fields that point at other items.

    `told` holds what was understood of fields that can not say it by themselves.
    """
    rows = [
        div(*(_field(one, entry, path, links or {}, told or {}) for one in row), cls=f"rp-row rp-row-{len(row)}")
        for row in shown.rows
    ]
    return div(*rows, cls="rp-fields")


def _field(one: FormField, entry: Entry, path: FieldPath, links: Mapping[str, Any], told: Mapping[str, str]) -> Any:
    given: dict[str, Any] = {"told": told[one.name]} if one.name in told else {}
    if one.choices:
        given["kind"] = one.choices
    if one.draw in (LinkField, LinksField):
        if not links.get(one.name):
            return None  # there is nothing yet that it could point at
        given["options"] = links[one.name]
    return one.draw(field_of(entry, one.name, path), **given).key(one.name)
