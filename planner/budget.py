"""Money in and out over a month, as far as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planner.choice import Choice
from planner.entry import Item, choice, words
from planner.message import say
from planner.reading import AmountWords

if TYPE_CHECKING:
    from collections.abc import Iterable


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
        unread=sum(1 for line in known if line.amount.words.strip() and line.amount.reading is None),
    )


def _sum(lines: Iterable[BudgetLine]) -> Decimal:
    total = sum((line.amount.reading * MONTHLY[line.every] for line in lines if line.amount.reading is not None), Decimal())
    return total.quantize(Decimal("0.01"))
