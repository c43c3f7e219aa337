"""What an entry is for: the kinds of help its listing names, and the areas of life they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.directory.service import Stance
from planner.library.service_kinds import kinds_named
from planner.model.daily_life import Area
from planner.words.fold import run_together

if TYPE_CHECKING:
    from collections.abc import Iterable

_ABOUT = 400
"""So much of a description is read where name and terms say nothing: later sentences tell of everything around."""

_MOST_AREAS = 3


def kinds_of(*texts: str) -> tuple[str, ...]:
    """Return the kinds of help that texts name, those named first in front."""
    return tuple(dict.fromkeys(named.kind.key for text in texts for named in kinds_named(text)))


def areas_of(name: str, terms: Iterable[str], about: str) -> tuple[Area, ...]:
    """Return the areas of life an entry is for: from its name and terms, else from how its description begins."""
    found = [named.kind.area for text in (name, *terms) for named in kinds_named(text)]
    found = found or [named.kind.area for named in kinds_named(about[:_ABOUT])]
    often = sorted(dict.fromkeys(found), key=lambda area: -found.count(area))
    return tuple(Area(area) for area in often[:_MOST_AREAS])


_MEDICATION = ("methadone", "buprenorphine", "suboxone", "medication assisted", "opioid treatment")
"""Words of a service that gives such medication itself: whoever takes it is welcome there."""

_FAITH = ("celebrate recovery", "christ", "faith-based", "gospel", "ministries", "ministry", "catholic", "bible")
_SECULAR = ("secular", "smart recovery", "lifering", "agnostic", "women for sobriety")


def gives_medication(name: str, terms: Iterable[str]) -> bool | None:
    """Whether an entry is itself a place for medication for opioid use disorder. Silence says nothing."""
    return _names(_MEDICATION, name, terms) or None


def stance_of(name: str, terms: Iterable[str]) -> Stance | None:
    """Return whether an entry calls itself faith-based or secular; a church that lends its room says nothing."""
    if _names(_SECULAR, name, terms):
        return Stance.SECULAR
    return Stance.FAITH if _names(_FAITH, name, terms) else None


def _names(signs: tuple[str, ...], name: str, terms: Iterable[str]) -> bool:
    texts = [run_together(text) for text in (name, *terms)]
    return any(run_together(sign) in text for sign in signs for text in texts)
