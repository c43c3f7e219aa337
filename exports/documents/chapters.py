"""What the session summary shows, chapter by chapter, as `planner.plan.sections` declares it, and what stands inside.

A field is shown unless it is left out here by name, so that nothing new in the model is ever missing from a chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.entry import nested
from planner.model.message import Message, say
from planner.plan.progress import STEPS, TITLES
from planner.plan.sections import SECTIONS, Chart
from planner.safety.lapse_review import LapseReview
from planner.words.reading import Typed

if TYPE_CHECKING:
    from planner.model.entry import Entry
    from planner.plan.sections import Section


_NOT_SHOWN = frozenset({"id", "key", "weight", "hard", "hard_words", "person_level", "counselor_level"})
"""What is ours alone: ids, keys of lists, how a rating counts; the words of a rating stand in place of its number."""

_OF_A_REVIEW = frozenset({"who_may_know", "print_in", "answers"})
"""What the person decided about a review of a hard day: it says who reads it, and is not for those readers."""

_NAMES = frozenset({"own_words", "name", "what_for"})
"""Where an entry that stands by itself has its heading from (`exports.documents.reader.name_of`)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A list that stands as a table: where it is, and its noun."""

    field: str
    kind: type[Entry]

    @property
    def shows(self) -> tuple[str, ...]:
        """The columns, in the order of the model."""
        return tuple(name for name in self.kind.model_fields if name not in _NOT_SHOWN)


@dataclass(frozen=True, slots=True)
class One:
    """A single entry, each field beside its label."""

    field: str
    kind: type[Entry]
    titled: bool = True

    @property
    def shows(self) -> tuple[str, ...]:
        """The fields, in the order of the model."""
        return tuple(name for name in self.kind.model_fields if name not in _NOT_SHOWN)


@dataclass(frozen=True, slots=True)
class Each:
    """A list whose entries stand one by one under their names, each with lists of its own."""

    field: str
    kind: type[Entry]
    inner: tuple[Rows | One, ...] = ()

    @property
    def shows(self) -> tuple[str, ...]:
        """The fields beside the name and the lists, in the order of the model."""
        apart = _NOT_SHOWN | _NAMES | {part.field for part in self.inner}
        apart |= _OF_A_REVIEW if self.kind is LapseReview else frozenset()
        return tuple(name for name in self.kind.model_fields if name not in apart)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step of the session."""

    id: str
    title: Message
    parts: tuple[Rows | One | Each, ...]


_TITLES = {**TITLES, "review": say("How we left it")}
"""What each chapter is called: as its step, whose last one is an instruction and no title."""


def _part(section: Section, kind: type[Entry]) -> Rows | One | Each:
    match section.chart:
        case Chart.ROWS:
            return Rows(section.name, kind)
        case Chart.EACH:
            return Each(section.name, kind, _inner(kind))
        case _:
            return One(section.name, kind, titled=section.chart is not Chart.UNTITLED)


def _inner(kind: type[Entry]) -> tuple[Rows | One, ...]:
    """Return what stands inside an entry: its lists as tables, a single entry as facts. A day or an amount is words."""
    held = ((name, part) for name, part in nested(kind).items() if not issubclass(part, Typed))
    return tuple(
        Rows(name, part) if isinstance(kind.model_fields[name].default, tuple) else One(name, part)
        for name, part in held
        if kind is not LapseReview
    )


def _chapter(step: str) -> Chapter:
    mine = (section for section in SECTIONS if section.step == step and section.chart is not Chart.APART)
    return Chapter(step, _TITLES[step], tuple(_part(section, section.kind) for section in mine if section.kind))


CHAPTERS = tuple(map(_chapter, ("first", *STEPS)))
"""In the order of the steps."""
