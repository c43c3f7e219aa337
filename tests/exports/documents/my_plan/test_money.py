"""Money on the person's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.my_plan import sections
from planner.skills.bill import Bill
from planner.skills.budget import BudgetLine, Flow
from planner.words.reading import read_amount, read_count
from tests.exports.making_plans import occasion
from tests.invented import an_id
from tests.planner.making import a_plan

if TYPE_CHECKING:
    from planner.plan.plan import Plan


def test_money_and_bills_stand_together_and_what_stands_in_both_is_one_line() -> None:
    budget = (
        BudgetLine(id=an_id(1), flow=Flow.IN, own_words="Pay", amount=read_amount("300 a week")),
        BudgetLine(id=an_id(2), own_words="Rent", amount=read_amount("600")),
        BudgetLine(id=an_id(3), own_words="Bus", amount=read_amount("a few dollars")),
    )
    bills = (
        Bill(id=an_id(4), name="Rent", amount=read_amount("600"), due=read_count("1"), by_itself=True),
        Bill(id=an_id(5), name="Court fine", amount=read_amount("50"), due=read_count("after payday")),
    )
    told = " / ".join(_pages(a_plan(budget=budget, bills=bills))["money"])
    assert told.count("Rent") == 1
    for words in ("$300.00 every week", "Day 1 · paid automatically", "a few dollars", "after payday", "Court fine"):
        assert words in told
    assert "In: $1,300.00 a month · Out: $650.00 a month · Left: $650.00 · Lines without an amount: 1" in told
    assert "money" not in _pages(a_plan())
    assert "money" not in _pages(a_plan(budget=budget, left_off_paper=("money",)))


def _pages(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {section.id: section.lines for section in sections(occasion(plan))}
