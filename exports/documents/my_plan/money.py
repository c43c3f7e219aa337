"""The person's money on their own page: what comes in, what goes out, and the bills with their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Line
from exports.page.line import joined
from exports.page.section import filled_table
from planner.model.entry import has_text
from planner.skills.budget import Flow, month, with_their_bills
from planner.words.pay_period import Every
from planner.words.reading import amount_of

if TYPE_CHECKING:
    from exports.documents.reader import Reader
    from exports.page.blocks import Block
    from planner.skills.bill import Bill
    from planner.skills.budget import BudgetLine
    from planner.words.language import Language

Row = tuple[str, str, str]


def money(reader: Reader) -> tuple[Block, ...]:
    """Money in, then money out; a bill that stands in the budget too is one row. Below it, what a month comes to."""
    t, plan = reader.t, reader.plan
    pairs = with_their_bills(plan.budget, plan.bills)
    pairs.sort(key=lambda pair: pair[0] is None or pair[0].flow is not Flow.IN)
    rows = [row for line, bill in pairs if any(row := _row(line, bill, t))]
    table = filled_table((t("What"), t("How much"), t("When")), rows)
    return (*table, Line(in_a_month(reader))) if table else ()


def in_a_month(reader: Reader) -> str:
    """Add up the budget and the bills, and say what could not be counted."""
    t, known = reader.t, month(reader.plan.budget, reader.plan.bills)
    return joined(
        t("In: {amount} a month", amount=t.money(known.money_in)),
        t("Out: {amount} a month", amount=t.money(known.money_out)),
        t("Left: {amount}", amount=t.money(known.left)),
        t("Lines without an amount: {n}", n=known.unread) if known.unread else "",
    )


def _row(line: BudgetLine | None, bill: Bill | None, t: Language) -> Row:
    name = line.own_words if line and has_text(line.own_words) else bill.name if bill else ""
    one = line if line and has_text(line.amount.words) else bill or line
    return (name.strip(), _how_much(one, t) if one else "", _when(bill, t) if bill else "")


def _how_much(one: BudgetLine | Bill, t: Language) -> str:
    """Write an amount with how often it comes round; what is open stays in the words it was said in."""
    amount, every = amount_of(one.amount), one.period
    if amount is None or every is None:
        return one.amount.words.strip()
    return f"{t.money(amount)} {t(every.label) if every is not Every.MONTH else ''}".strip()


def _when(bill: Bill, t: Language) -> str:
    day = t("Day {number}", number=bill.day_of_month) if bill.day_of_month else bill.due.words
    return joined(day, t("paid automatically") if bill.by_itself else bill.how_paid)
