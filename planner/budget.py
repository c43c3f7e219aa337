"""Money in and out over a month, as far as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planner.choice import Choice
from planner.entry import Item, choice, said, words
from planner.finding import Finding, Place, Weight
from planner.message import say
from planner.reading import AmountWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Flow(Choice):
    """Which way the money goes."""

    IN = "in", say("Money in")
    OUT = "out", say("Money out")


class Every(Choice):
    """How often it comes round."""

    WEEK = "week", say("every week")
    FORTNIGHT = "two weeks", say("every two weeks")
    MONTH = "month", say("every month")


MONTHLY = {Every.WEEK: Decimal(52) / 12, Every.FORTNIGHT: Decimal(26) / 12, Every.MONTH: Decimal(1)}
"""How many times each comes round in an average month."""


class BudgetLine(Item):
    """One line of the budget."""

    flow: Flow = choice("Which way", Flow.OUT)
    own_words: str = words("What it is", limit=80)
    """Pay, benefits, rent, food, bus, phone."""

    amount: AmountWords = choice("How much", AmountWords())
    """About is fine."""

    every: Every = choice("How often", Every.MONTH)
    essential: bool = choice("Daily life needs it", default=False)
    """Essentials can go to an account of their own."""


@dataclass(frozen=True, slots=True)
class Month:
    """What a month brings and takes, in the agency's currency, rounded to cents."""

    money_in: Decimal
    money_out: Decimal
    essentials: Decimal
    unread: int
    """How many lines have words but no amount that could be read."""

    @property
    def left(self) -> Decimal:
        """What is left at the end; below zero when more goes out than comes in."""
        return self.money_in - self.money_out


def month(lines: Iterable[BudgetLine]) -> Month:
    """Add up a month."""
    known = tuple(lines)
    return Month(
        money_in=_sum(line for line in known if line.flow is Flow.IN),
        money_out=_sum(line for line in known if line.flow is Flow.OUT),
        essentials=_sum(line for line in known if line.flow is Flow.OUT and line.essential),
        unread=sum(line.amount.is_unread for line in known),
    )


def _sum(lines: Iterable[BudgetLine]) -> Decimal:
    monthly = (line.amount.reading * MONTHLY[line.every] for line in lines if line.amount.reading is not None)
    return sum(monthly, Decimal()).quantize(Decimal("0.01"))


def budget_findings(lines: tuple[BudgetLine, ...]) -> Iterator[Finding]:
    """Yield the amounts still open, and calm words where more goes out than comes in."""
    for line in lines:
        if said(line.own_words) and not said(line.amount.words):
            yield Finding(
                "budget.amount",
                Place("skills", line.id, "amount"),
                say("About how much is it?"),
                say("A guess is fine."),
            )
    whole = month(lines)
    if whole.money_in and whole.left < 0:
        yield Finding(
            "budget.short",
            Place("skills", field="budget"),
            say("As it stands, a bit more goes out than comes in. What could move?"),
            say("One bill on a later day, one smaller cost, or somebody to ask."),
            weight=Weight.EASIER,
        )
