"""Money in and out over a month, as far as it was read, with the bills that stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.words.fold import plain
from planner.words.pay_period import MONTHLY, Every, period, stated_period
from planner.words.reading import AmountWords, amount_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.skills.bill import Bill


class Flow(Choice):
    """Which way the money goes."""

    IN = "in", say("Money in")
    OUT = "out", say("Money out")


class BudgetLine(Item):
    """One line of the budget."""

    flow: Flow = labelled("Which way", Flow.OUT)
    own_words: str = words("What it is", limit=80)
    """Pay, benefits, rent, food, bus, phone."""

    amount: AmountWords = labelled("How much", AmountWords())
    """About is fine."""

    every: Every = labelled("How often", Every.MONTH)
    essential: bool = labelled("Daily life needs it", default=False)
    """Essentials can go to an account of their own."""

    @property
    def period(self) -> Every | None:
        """How often it comes round, by the words of the amount and by what was chosen; nothing while that is open."""
        return period(self.amount.words, self.every)

    @property
    def monthly(self) -> Decimal | None:
        """What it makes in an average month, as far as the amount and how often were read."""
        amount, every = amount_of(self.amount), self.period
        return amount * MONTHLY[every] if amount is not None and every else None


@dataclass(frozen=True, slots=True)
class Month:
    """What a month brings and takes, in the agency's currency, rounded to cents."""

    money_in: Decimal
    money_out: Decimal
    essentials: Decimal
    unread: int
    """How many lines and bills have words that could not be read as an amount for a month."""

    @property
    def left(self) -> Decimal:
        """What is left at the end; below zero when more goes out than comes in."""
        return self.money_in - self.money_out


def month(lines: Iterable[BudgetLine], bills: Iterable[Bill] = ()) -> Month:
    """Add up a month. A bill that stands in the budget too counts once, by the larger of the two amounts."""
    pairs = with_their_bills(tuple(lines), tuple(bills))
    out = [(line, _cost(line, bill)) for line, bill in pairs if line and line.flow is Flow.OUT]
    beside = [bill for line, bill in pairs if not line and bill]
    income = [line for line, _ in pairs if line and line.flow is Flow.IN]
    costs = [*(cost for _, cost in out), *(bill.monthly for bill in beside)]
    return Month(
        money_in=_sum(line.monthly for line in income),
        money_out=_sum(costs),
        essentials=_sum(cost for line, cost in out if line.essential),
        unread=sum(has_text(one.amount.words) and one.monthly is None for one in (*income, *beside))
        + sum(has_text(line.amount.words) and cost is None for line, cost in out),
    )


def bills_beside(lines: Iterable[BudgetLine], bills: Iterable[Bill]) -> tuple[Bill, ...]:
    """Return the bills that no line of the budget stands for."""
    return tuple(bill for line, bill in with_their_bills(tuple(lines), tuple(bills)) if not line and bill)


def with_their_bills(
    lines: tuple[BudgetLine, ...], bills: tuple[Bill, ...]
) -> list[tuple[BudgetLine | None, Bill | None]]:
    """Pair each line of money out with the bill for the same thing, and list the bills left over after them."""
    waiting = list(bills)
    pairs: list[tuple[BudgetLine | None, Bill | None]] = []
    for line in lines:
        mine = next((bill for bill in waiting if line.flow is Flow.OUT and _is_the_same(line, bill)), None)
        pairs.append((line, mine))
        if mine:
            waiting.remove(mine)
    return [*pairs, *((None, bill) for bill in waiting)]


def _is_the_same(line: BudgetLine, bill: Bill) -> bool:
    """Whether a bill has the name of a line, or holds that name ("Rent", "Rent for the room") and the same amount."""
    mine, theirs = _names(line.own_words), _names(bill.name)
    if not mine or not theirs:
        return False
    is_within = mine <= theirs or theirs <= mine
    return mine == theirs or (is_within and line.monthly is not None and line.monthly == bill.monthly)


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plain(text))) - {"the", "my", "a", "la", "el", "mi", "los", "las", "bill"}


def _cost(line: BudgetLine, bill: Bill | None) -> Decimal | None:
    known = [one.monthly for one in (line, bill) if one]
    return max((amount for amount in known if amount is not None), default=None)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal()).quantize(Decimal("0.01"))


def budget_findings(lines: tuple[BudgetLine, ...], bills: tuple[Bill, ...] = ()) -> Iterator[Finding]:
    """Yield the amounts and periods still open, and calm words where more goes out than comes in."""
    for line, bill in with_their_bills(lines, bills):
        if line:
            yield from _line_findings(line)
            yield from _two_amounts(line, bill)
    whole = month(lines, bills)
    is_known = all(line.monthly is not None for line in lines if line.flow is Flow.IN and has_text(line.amount.words))
    if is_known and whole.money_in and whole.left < 0:
        yield Finding(
            "budget.short",
            Place("skills", field="budget"),
            say("As it stands, a bit more goes out than comes in. What could move?"),
            say("One bill on a later day, one smaller cost, or somebody to ask."),
            weight=Weight.EASIER,
        )


def _line_findings(line: BudgetLine) -> Iterator[Finding]:
    if has_text(line.own_words) and not has_text(line.amount.words):
        where = Place("skills", line.id, "amount")
        yield Finding("budget.amount", where, say("About how much is it?"), say("A guess is fine."))
    elif amount_of(line.amount) is not None and line.period is None:
        says, try_this = _which_period(line)
        yield Finding("budget.period", Place("skills", line.id, "every"), says, try_this)


def _which_period(line: BudgetLine) -> tuple[Message, Message]:
    """Ask how often, in the words that belong to what was said."""
    stated = stated_period(line.amount.words)
    could_be = stated.could_be if stated else frozenset[Every]()
    if {Every.FORTNIGHT, Every.TWICE_A_MONTH} <= could_be:
        return say("Is it every two weeks, or twice a month?"), say("Choose it under “How often”.")
    if could_be and not (stated and stated.is_clear):
        return say("How often does it come?"), say("Choose it under “How often”, or write what a week makes.")
    if could_be:
        return say("The words and “How often” say two things. Which one is it?"), say("Then it can be added up.")
    return say("About how much does that make in a week or a month?"), say("Then it can be added up. A guess is fine.")


def _two_amounts(line: BudgetLine, bill: Bill | None) -> Iterator[Finding]:
    mine, theirs = line.monthly, bill.monthly if bill else None
    if mine is not None and theirs is not None and mine != theirs:
        yield Finding(
            "budget.two_amounts",
            Place("skills", line.id, "amount"),
            say("Your bills say another amount for {name}. Which one is right?", name=line.own_words.strip()),
            say("Until you know, only the larger one counts."),
        )
