"""A plan with the same words in every field of free words there is, however deep it stands."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from itertools import count
from typing import Annotated, Any, get_args
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from planner.model.choice import Choice
from planner.model.entry import Entry, nested
from planner.plan.plan import Plan
from planner.words.reading import Typed
from tests.invented import an_id

DEPTH = 3
"""Lists within items within lists: a plan has no more."""


def with_words(words: str) -> Plan:
    """Return the plan."""
    numbers = count(1)
    return _filled(Plan, words, numbers, DEPTH)


def _filled(kind: type[Entry], words: str, numbers: Any, depth: int) -> Any:
    made = dict(_needed(kind))
    for name in _free(kind):
        made[name] = words
    for name, part in nested(kind).items() if depth else ():
        inner = _filled(part, words, numbers, depth - 1)
        made[name] = (inner,) if isinstance(kind.model_fields[name].get_default(), tuple) else inner
    if "id" in kind.model_fields:
        made["id"] = str(UUID(int=next(numbers)))
    return kind.model_validate(made)


@cache
def _free(kind: type[Entry]) -> tuple[str, ...]:
    """Return the fields that take any words."""
    if issubclass(kind, Typed):
        return ("words",)
    return tuple(name for name, field in kind.model_fields.items() if field.annotation is str and not field.metadata)


@cache
def _needed(kind: type[Entry]) -> tuple[tuple[str, Any], ...]:
    """Return something for each field that has to be there."""
    return tuple(
        (name, _anything(Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation))
        for name, field in kind.model_fields.items()
        if field.is_required()
    )


def _anything(annotation: Any) -> Any:
    choices = [one for kind in (annotation, *get_args(annotation)) if _is_choice(kind) for one in kind]
    for candidate in (*choices, an_id(1), date(2026, 11, 22), datetime.fromisoformat("2026-11-22T12:00:00Z"), 0, ()):
        try:
            return TypeAdapter(annotation).validate_python(candidate)
        except ValidationError:
            continue
    raise NotImplementedError(annotation)


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)
