"""Words to start from. What the person says instead always counts more."""

from __future__ import annotations

from dataclasses import dataclass

from planner.library.texts import texts


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that can be chosen, or read aloud to begin with."""

    key: str
    """The same in every language; a plan may keep it."""

    name: str
    says: str
    """Half a sentence that shows what is meant."""


def _suggestions(kind: str, language: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(key, **one) for key, one in texts(kind, language).items())


def values(language: str) -> tuple[Suggestion, ...]:
    """Return what can matter most."""
    return _suggestions("values", language)


def needs(language: str) -> tuple[Suggestion, ...]:
    """Return the areas in which a need can show; the keys are those of `planner.resources.resource.Area`."""
    return _suggestions("needs", language)


def coping_skills(language: str) -> tuple[Suggestion, ...]:
    """Return what can help in a hard hour."""
    return _suggestions("coping", language)


def traits(language: str) -> tuple[Suggestion, ...]:
    """Return ways a person can be."""
    return _suggestions("traits", language)


def triggers(language: str) -> tuple[Suggestion, ...]:
    """Return what can set things off."""
    return _suggestions("triggers", language)


def warning_signs(language: str) -> tuple[Suggestion, ...]:
    """Return what can show early."""
    return _suggestions("signs", language)
