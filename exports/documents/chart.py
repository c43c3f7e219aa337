"""One part of a chapter as blocks: a table, a few facts, or one entry after the other, whatever its nouns hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from exports.documents.chapters import CHAPTERS, Each, One, Rows
from exports.documents.my_plan.money import in_a_month
from exports.page.blocks import Facts, Line, Part
from exports.page.line import joined
from exports.page.section import filled_table
from planner.first_path.still_open import name_of as open_by_name
from planner.goals.attainment import Rater, rated_name
from planner.goals.goal import Goal, GoalRating
from planner.model.entry import Item, label
from planner.plan.plan import Plan
from planner.plan.sections import name_of
from planner.sessions.closing import Closing
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.documents.reader import Reader
    from exports.page.blocks import Block
    from planner.model.entry import Entry

PART_OF = {part.field: part for chapter in CHAPTERS for part in chapter.parts}
"""Where each list of a plan is drawn, by its name."""


def charted(part: Rows | One | Each, entry: Entry, reader: Reader) -> Iterator[Block]:
    """Yield a part under its own heading, when it has anything in it."""
    found: Any = getattr(entry, part.field)
    blocks = tuple(
        _ratings(entry, part, reader)
        if isinstance(entry, Goal) and part.kind is GoalRating
        else _blocks(part, found, reader)
    )
    if blocks and isinstance(entry, Plan) and not (isinstance(part, One) and not part.titled):
        yield Part(reader.t(label(Plan, part.field)))
    yield from blocks
    if part.field == "bills" and isinstance(entry, Plan) and (entry.budget or entry.bills):
        yield Line(in_a_month(reader))
    if part.field == "tonight":
        yield from _who_does_it(reader)


def _blocks(part: Rows | One | Each, found: Any, reader: Reader) -> Iterable[Block]:
    match part:
        case Rows():
            return reader.table(part.kind, sorted(found, key=_on), part.shows)
        case One():
            facts = reader.facts(found, part.shows) if found is not None else ()
            return _as_agreed(found, facts, reader) if isinstance(found, Closing) else facts
        case Each():
            return (block for item in found for block in _item(part, item, reader))


def _as_agreed(closing: Closing, blocks: tuple[Block, ...], reader: Reader) -> tuple[Block, ...]:
    """Return how a session ended; a next meeting that is over is told as what was agreed then."""
    day = closing.next_on.reading
    if day is None or reader.is_ahead(day):
        return blocks
    names = {reader.label(Closing, "next_on"): reader.t("We agreed to meet on")}
    facts = (fact for block in blocks if isinstance(block, Facts) for fact in block.facts)
    return (Facts(tuple(replace(fact, label=names.get(fact.label, fact.label)) for fact in facts)),)


def _ratings(goal: Goal, part: Rows | One | Each, reader: Reader) -> Iterable[Block]:
    """Return how far a goal came, each level in the words of its ladder as they stood that day."""

    def said(rating: GoalRating, name: str) -> str:
        rater = next((rater for rater in Rater if rater.value == name), None)
        return reader.t.show(rated_name(goal, rating, rater)) if rater else reader.said(rating, name)

    rows = [[said(rating, name) for name in part.shows] for rating in sorted(goal.ratings, key=_on)]
    return filled_table([reader.label(GoalRating, name) for name in part.shows], rows)


def _item(part: Each, item: Item, reader: Reader) -> Iterator[Block]:
    """Yield one entry: its name, its facts, and the lists it holds."""
    blocks = [*reader.facts(item, part.shows)]
    for inner in part.inner:
        blocks += charted(inner, item, reader)
    name = name_of(item) or _day_of(item, reader)
    if name or blocks:
        yield Part(name or "–", inner=True)
        yield from blocks


def _on(item: Any) -> date:
    """Return the day something stands for, to tell it in the order it happened; what has none keeps its place last."""
    on = getattr(item, "on", None)
    return (on.reading if isinstance(on, DayWords) else on) or date.max


def _day_of(item: Item, reader: Reader) -> str:
    """Return the day of what was said on one day."""
    on: Any = getattr(item, "on", None)
    if isinstance(on, DayWords):
        return reader.day(on)
    return reader.t.day(on) if isinstance(on, date) else ""


def _who_does_it(reader: Reader) -> Iterator[Line]:
    """Yield who was to see to what was open at the end of the first twenty minutes."""
    for one in reader.plan.follow_ups:
        if one.who.strip():
            yield Line(joined(reader.t(open_by_name(one.key)), one.who))
