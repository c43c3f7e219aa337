"""A bill and the day of the month it is due."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planner.model.entry import Item, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.model.unit import Unit
from planner.words.pay_period import MONTHLY, Every, period
from planner.words.reading import AmountWords, CountWords, amount_of, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LAST_DAY = 31


class Bill(Item):
    """Something to be paid every month."""

    name: str = words("Bill", limit=80)
    """Rent, phone, power, a fine."""

    amount: AmountWords = labelled("How much", AmountWords())
    due: CountWords = labelled("Day of the month", CountWords(), unit=Unit.DAY_OF_MONTH)
    """1 to 31. A bill due on the 31st is due on the last day of a short month."""

    how_paid: str = words("How I pay it", limit=80)
    """By card, by money order, by hand."""

    by_itself: bool = labelled("Paid automatically", default=False)

    @property
    def day_of_month(self) -> int | None:
        """The day it is due, from 1 to 31, where one was read."""
        due = counted(self.due, Unit.DAY_OF_MONTH)
        return int(due) if due is not None and due in range(1, _LAST_DAY + 1) else None

    @property
    def period(self) -> Every | None:
        """How often it comes round: every month, or what the words of the amount say; nothing while that is open."""
        return period(self.amount.words, Every.MONTH)

    @property
    def monthly(self) -> Decimal | None:
        """What it comes to in an average month, as far as the amount and how often were read."""
        amount, every = amount_of(self.amount), self.period
        return amount * MONTHLY[every] if amount is not None and every else None


def bills_total(bills: Iterable[Bill]) -> Decimal:
    """Return what the bills come to in a month, as far as their amounts were read."""
    known = (bill.monthly for bill in bills)
    return sum((amount for amount in known if amount is not None), Decimal()).quantize(Decimal("0.01"))


def bill_findings(bill: Bill) -> Iterator[Finding]:
    """Yield the day or the amount still open."""
    if not has_text(bill.name):
        return
    where = Place("skills", bill.id, "due")
    if not has_text(bill.due.words):
        yield Finding("bill.day", where, say("On which day of the month is it due?"), say("Then it can go on paper."))
    elif counted(bill.due, Unit.DAY_OF_MONTH) is not None and bill.day_of_month is None:
        says = say("A month has days from 1 to 31. Which one is it?")
        yield Finding("bill.day_number", where, says, say("The last day is 31."), weight=Weight.MISFIT)
    if not has_text(bill.amount.words):
        where = Place("skills", bill.id, "amount")
        yield Finding("bill.amount", where, say("About how much is it?"), say("A guess is fine."))
    elif amount_of(bill.amount) is not None and bill.period is None:
        where = Place("skills", bill.id, "amount")
        says = say("About how much does that make in a week or a month?")
        yield Finding("bill.period", where, says, say("Then it can be added up. A guess is fine."))
