"""Plans as tables for pandas: one row a thing, one column a field, named and explained as the field is.

    frames = of_plans([(person, plan)], today)
    frames["goals"].query("status == 'active'")
    frames.about("goals")

Names and free words are left out unless they are asked for; what was read in the words (a day, a number, a choice)
stays. pandas is opened inside, and never in a session's kernel.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin

from pydantic import AwareDatetime

from planner.caseload.person import Person
from planner.goals.goal import ConfidenceChange, Goal, GoalRating, Step
from planner.health.medication import Medication
from planner.health.supply import supply
from planner.model.choice import Choice
from planner.model.entry import Entry, help_text, label
from planner.resources.referral import Referral
from planner.review.review import findings
from planner.sessions.session import Session
from planner.skills.skill import Skill
from planner.words.reading import AmountWords, CountWords, DayWords, TimeWords, Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

    from planner.plan.plan import Plan

Row = dict[str, Any]

_DAY, _INSTANT, _NUMBER, _TEXT, _TICK, _WHOLE = "day", "instant", "number", "text", "tick", "whole"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what stands in it, and what the field is called and asks."""

    name: str
    kind: str | tuple[str, ...]
    """The kind of value, or the values of a choice."""

    title: str
    about: str = ""
    words: bool = False
    """Whether it holds a name or free words, and is left out unless asked for."""


def _column(entry: type[Entry], name: str) -> Iterator[Column]:
    """Yield the columns of a field: what was read in it, and its words; a list of links is how many there are."""
    title, about = label(entry, name), help_text(entry, name)
    kind = _kind(entry.model_fields[name].annotation)
    if isinstance(kind, type) and issubclass(kind, Typed):
        yield Column(name, _READINGS[kind], title, about)
        yield Column(f"{name}_words", _TEXT, title, about, words=True)
    elif isinstance(kind, type) and issubclass(kind, Choice):
        yield Column(name, tuple(choice.value for choice in kind), title, about)
    elif kind in _KINDS:
        yield Column(name, _KINDS[kind], title, about, words=kind is str and not _is_id(name))


_READINGS: dict[type[Typed], str] = {DayWords: _DAY, TimeWords: _TEXT, AmountWords: _NUMBER, CountWords: _NUMBER}
_KINDS: dict[Any, str] = {
    str: _TEXT,
    bool: _TICK,
    int: _WHOLE,
    date: _DAY,
    datetime: _INSTANT,
    AwareDatetime: _INSTANT,
    tuple: _WHOLE,
}


def _is_id(name: str) -> bool:
    """Whether text in a field stands for something and is nobody's words; any other text could be."""
    return name in {"id", "key"} or name.endswith("_id")


def _kind(annotation: Any) -> Any:
    """Return the class a field holds: of "a day or none" the day, of a list of ids the list; none for nested lists."""
    if get_origin(annotation) in {Union, UnionType}:
        (annotation, *_) = [kind for kind in get_args(annotation) if kind is not type(None)]
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    origin = get_origin(annotation)
    if origin is tuple:
        part = _kind(get_args(annotation)[0])
        return None if isinstance(part, type) and issubclass(part, Entry) else tuple
    return int if origin is not None and all(isinstance(one, int) for one in get_args(annotation)) else annotation


@dataclass(frozen=True, slots=True)
class Table:
    """One table: whose fields make its columns, and what is worked out beside them."""

    name: str
    entry: type[Entry] | None
    beside: tuple[Column, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return every column, the person first."""
        entry = self.entry or Entry
        names = (name for name in entry.model_fields if name != "person_id")
        own = (column for name in names for column in _column(entry, name))
        return (*own, *self.beside) if entry is Person else (_PERSON, *own, *self.beside)


_PERSON = Column("person", _TEXT, "Person", "The id that stands for the person.")
_GOAL = Column("goal", _TEXT, "Goal", "The id of the goal it belongs to.")


_WORKED_OUT = {
    "medications": (
        Column("runs_out", _DAY, "First day without it", "As far as its pick-ups were read."),
        Column("days_on_hand", _WHOLE, "Days on hand", "From the day the tables were made on, that day included."),
    ),
    "findings": (
        Column("code", _TEXT, "Code", "What the suggestion is about; it stays the same from version to version."),
        Column("step", _TEXT, "Step", "The step of a session it arises on."),
        Column("item", _TEXT, "Item", "The id of what it is about; nothing where it is about the plan."),
        Column(
            "weight", _WHOLE, "Weight", "What comes first: 100 where a life could be at risk, 10 where it reads better."
        ),
    ),
    "consents": (
        Column("id", _TEXT, "Consent", "The id of the consent."),
        Column("kind", _TEXT, "Kind", "What is agreed to."),
        Column("parts", _WHOLE, "Parts", "How many parts of the plan it covers."),
        Column("recipients", _WHOLE, "Recipients", "How many it names."),
        Column("ends_on", _DAY, "Ends on", "As far as the day was read."),
    ),
    "events": (
        Column("at", _INSTANT, "When", "In UTC."),
        Column("kind", _TEXT, "What", "What was done: opened, changed, printed, exported …"),
        Column("detail", _TEXT, "To what", "In words that are no secret."),
        Column("by", _TEXT, "By", "Whoever was named as sitting there.", words=True),
    ),
}
"""Columns that are no field of an entry."""

TABLES = (
    Table("people", Person),
    Table("goals", Goal),
    Table("steps", Step, (_GOAL,)),
    Table("ratings", GoalRating, (_GOAL,)),
    Table("confidence", ConfidenceChange, (_GOAL,)),
    Table("referrals", Referral),
    Table("medications", Medication, _WORKED_OUT["medications"]),
    Table("skills", Skill),
    Table("findings", None, _WORKED_OUT["findings"]),
    Table("consents", None, _WORKED_OUT["consents"]),
    Table("sessions", Session),
    Table("events", None, _WORKED_OUT["events"]),
)


@dataclass(frozen=True)
class Frames:
    """Tables by their names."""

    tables: Mapping[str, pd.DataFrame]
    words: bool = False
    """Whether names and free words are in them."""

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return one table.

        Raises:
            KeyError: there is none of that name; the message lists those there are.
        """
        if name not in self.tables:
            msg = f"There is no table “{name}”. There are: {', '.join(self.tables)}."
            raise KeyError(msg)
        return self.tables[name]

    def about(self, name: str) -> pd.DataFrame:
        """Return what each column of a table holds, in the words of the form it was filled in on."""
        import pandas as pd

        shown = _shown(next(table for table in TABLES if table.name == name), words=self.words)
        return pd.DataFrame(
            {"title": [column.title for column in shown], "about": [column.about for column in shown]},
            index=pd.Index([column.name for column in shown], name="column"),
        )


def of_plans(
    plans: Iterable[tuple[Person, Plan]],
    today: date,
    *,
    sessions: Iterable[Session] = (),
    events: Iterable[Row] = (),
    words: bool = False,
) -> Frames:
    """Return the tables of plans as they stand on a day. With `words`, names and free words too.

    The plans are gone through once, and only their rows are kept. An event is a row of `person`, `at`, `kind`, `detail`
    and `by`.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    for person, plan in plans:
        for name, row in _rows(person, plan, today):
            rows[name].append(row)
    rows["sessions"] = [{"person": session.person_id, **_values(session)} for session in sessions]
    rows["events"] = list(events)
    return Frames({table.name: _frame(table, rows[table.name], words=words) for table in TABLES}, words)


def _shown(table: Table, *, words: bool) -> tuple[Column, ...]:
    return tuple(column for column in table.columns if words or not column.words)


def _rows(person: Person, plan: Plan, today: date) -> Iterator[tuple[str, Row]]:
    yield "people", _values(person)
    whose: Row = {"person": person.id}
    for name, entries in (("goals", plan.goals), ("referrals", plan.referrals), ("skills", plan.skills)):
        yield from ((name, whose | _values(entry)) for entry in entries)
    for goal in plan.goals:
        its = whose | {"goal": goal.id}
        for name, entries in (
            ("steps", goal.steps),
            ("ratings", goal.ratings),
            ("confidence", goal.confidence_changes),
        ):
            yield from ((name, its | _values(entry)) for entry in entries)
    for medication in plan.medications:
        there = supply(medication, today)
        left = {"runs_out": there and there.runs_out, "days_on_hand": there and there.days_on_hand}
        yield "medications", whose | _values(medication) | left
    for consent in plan.consents:
        counted = {"parts": len(consent.parts), "recipients": len(consent.recipients)}
        yield (
            "consents",
            whose | counted | {"id": consent.id, "kind": consent.kind.value, "ends_on": consent.ends_on.reading},
        )
    for found in findings(plan, today):
        at = {"step": found.where.step, "item": found.where.item}
        yield "findings", whose | at | {"code": found.code, "weight": int(found.weight)}


def _values(entry: Entry) -> Row:
    return {
        name: value for field_ in type(entry).model_fields for name, value in _value(field_, getattr(entry, field_))
    }


def _value(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    match value:
        case Typed():
            yield name, getattr(value, "reading", None)
            yield f"{name}_words", value.words
        case Choice():
            yield name, value.value
        case tuple():
            yield name, len(cast("tuple[object, ...]", value))
        case _:
            yield name, value


def _frame(table: Table, rows: list[Row], *, words: bool) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {
            column.name: _series([row.get(column.name) for row in rows], column.kind)
            for column in _shown(table, words=words)
        }
    )


def _series(values: list[Any], kind: str | tuple[str, ...]) -> pd.Series[Any]:
    """Return values as a column of their own kind: what was never filled in is missing in each of them."""
    import pandas as pd

    if isinstance(kind, tuple):
        return pd.Series(pd.Categorical(values, categories=list(kind)))
    if kind in _DATES:
        days: pd.Series[Any] = pd.to_datetime(pd.Series(values, dtype="object"), utc=kind == _INSTANT)
        return cast("pd.Series[Any]", days.astype(_DATES[kind]))
    if kind == _NUMBER:
        values = [None if value is None else float(value) for value in values]
    return pd.Series(values, dtype=_DTYPES[kind])


_DATES: dict[str, Any] = {_DAY: "datetime64[s]", _INSTANT: "datetime64[s, UTC]"}
_DTYPES: dict[str, Any] = {_NUMBER: "Float64", _TICK: "boolean", _WHOLE: "Int64", _TEXT: "string"}
