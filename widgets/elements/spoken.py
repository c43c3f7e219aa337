"""The language this page speaks: the agency's, else the browser's, or another one chosen here for now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import reacton

from planner.words.language import LANGUAGES
from widgets.elements.markup import Button

if TYPE_CHECKING:
    from collections.abc import Callable


def _alone(_: str) -> None:
    """Take a choice where no page is around that could speak it."""


@dataclass(frozen=True)
class Spoken:
    """The language of the page as a code, and the way to another one; it holds until the page is loaded again."""

    code: str = "en"
    speak: Callable[[str], None] = _alone


_spoken: Any = reacton.create_context(Spoken())


def provide_spoken(spoken: Spoken) -> None:
    """Make the language of the page known to the components below."""
    reacton.provide_context(_spoken, spoken)


def use_spoken() -> Spoken:
    """Return the language of the page this component belongs to."""
    return reacton.use_context(_spoken)


def other_languages(spoken: Spoken) -> tuple[Any, ...]:
    """Return a button for each other language, named as its readers name it."""
    return tuple(
        Button(name, lambda code=code: spoken.speak(code), kind="text", attributes={"lang": code}).key(code)
        for code, name in LANGUAGES.items()
        if code != spoken.code
    )
