"""What stands on a page of a plan: a small closed set of blocks, one vocabulary for screen, notebook and paper.

They carry plain text only, and each can say itself in plain lines; `exports.page.block_json` writes them as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from exports.page.line import labelled, noted
from exports.page.week_table import WeekTable


@dataclass(frozen=True, slots=True)
class Lead:
    """The lines under a title: whose page this is, and from when."""

    kind: str = field(default="lead", init=False)
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading inside a section; an inner one stands under another."""

    kind: str = field(default="part", init=False)
    text: str
    inner: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Words:
    """The person's own words, set as a quotation; `about` says in a few words what they mean."""

    kind: str = field(default="words", init=False)
    text: str
    about: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return (f"“{self.text}” {self.about}".strip(),)


@dataclass(frozen=True, slots=True)
class Sayings:
    """Several short things the person said, one after the other."""

    kind: str = field(default="sayings", init=False)
    texts: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return tuple(f"“{said}”" for said in self.texts)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; a quiet one steps back."""

    kind: str = field(default="line", init=False)
    text: str
    quiet: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Callout:
    """The one thing on the page that the eye should find first."""

    kind: str = field(default="callout", init=False)
    label: str
    text: str
    note: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return tuple(filter(None, (labelled(self.label, self.text), self.note)))


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to tick off."""

    text: str
    note: str = ""
    done: bool = False

    @property
    def line(self) -> str:
        """The same in plain text."""
        return noted(f"{'☑' if self.done else '☐'} {self.text}", self.note)


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick off."""

    kind: str = field(default="checklist", init=False)
    ticks: tuple[Tick, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return tuple(tick.line for tick in self.ticks)


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal with what stands under it: why, what it leans on, and its steps.

    `strong` is what has to be found at once under the title, such as a number to call.
    """

    kind: str = field(default="goal", init=False)
    title: str
    notes: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    strong: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return (self.title, *self.strong, *self.notes, *(tick.line for tick in self.ticks))


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next for a goal: one thing to do, and by when."""

    goal: str
    step: str = ""
    when: str = ""

    @property
    def line(self) -> str:
        """The same in plain text."""
        return noted(labelled(f"☐ {self.goal}", self.step) if self.step else f"☐ {self.goal}", self.when)


@dataclass(frozen=True, slots=True)
class NextSteps:
    """The next step of each goal, to tick off."""

    kind: str = field(default="next-steps", init=False)
    steps: tuple[NextStep, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return tuple(step.line for step in self.steps)


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A few short lines under a heading of their own; `calls` are names or numbers to call, set large above them."""

    title: str
    entries: tuple[str, ...]
    calls: tuple[Fact, ...] = ()

    @property
    def line(self) -> str:
        """The same in plain text."""
        called = (labelled(call.label, call.text) for call in self.calls)
        return labelled(self.title, " · ".join((*called, *self.entries)))


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards side by side."""

    kind: str = field(default="cards", init=False)
    cards: tuple[Card, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return tuple(card.line for card in self.cards)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column names. Every row is as long as the columns are many."""

    kind: str = field(default="table", init=False)
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        """Even out the rows."""
        width = len(self.columns)
        object.__setattr__(self, "rows", tuple((*row, *("",) * width)[:width] for row in self.rows))

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return tuple(" · ".join(filter(None, row)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what stands beside them."""

    kind: str = field(default="facts", init=False)
    facts: tuple[Fact, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return tuple(labelled(fact.label, fact.text) for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write by hand: what belongs there, and how many lines; or what is known already."""

    kind: str = field(default="room", init=False)
    label: str
    rules: int = 1
    filled: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text."""
        return (labelled(self.label, self.filled or "____"),)


Block = (
    Lead
    | Part
    | Words
    | Sayings
    | Line
    | Callout
    | Checklist
    | GoalCard
    | NextSteps
    | Cards
    | Table
    | Facts
    | Room
    | WeekTable
)
