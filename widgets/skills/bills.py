"""Bills by the day of the month they are due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from planner.skills.bill import Bill, bills_total
from planner.skills.budget import Flow
from planner.words.pay_period import Every
from widgets.draft.context import use_session
from widgets.elements.markup import div, heading, para, tag
from widgets.forms import form
from widgets.forms.cards import Cards
from widgets.forms.words import shown_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.skills.budget import BudgetLine
    from planner.words.language import Language
    from planner.words.reading import AmountWords

BILL = form(Bill, "name", ("amount", "due"), "how_paid", "by_itself")


@reacton.component
def Bills(bills: tuple[Bill, ...], budget: tuple[BudgetLine, ...], findings: tuple[Finding, ...]) -> Any:
    """The bills and the month they make. What goes out every month by the budget is offered, not typed again."""
    t = use_session().t
    cards = Cards(
        bills,
        ("bills",),
        BILL,
        title=lambda bill: line_of(bill, t),
        new=lambda new_id: Bill(id=new_id),
        add=say("Add a bill"),
        offers=_offers(bills, budget),
        findings=findings,
    )
    return div(cards, BillDays(bills))


def _offers(bills: tuple[Bill, ...], budget: tuple[BudgetLine, ...]) -> tuple[tuple[str, Callable[[str], Bill]], ...]:
    monthly = (line for line in budget if line.flow is Flow.OUT and line.period is Every.MONTH)
    amounts = {line.own_words.strip(): line.amount for line in monthly}
    open_ones = amounts.keys() - {bill.name.strip() for bill in bills} - {""}
    return tuple((name, _bill(name, amount)) for name, amount in amounts.items() if name in open_ones)


def _bill(name: str, amount: AmountWords) -> Callable[[str], Bill]:
    return lambda new_id: Bill(id=new_id, name=name, amount=amount)


def line_of(bill: Bill, t: Language) -> str:
    """Return a bill in one line: its name and how much it is."""
    amount = shown_reading(bill.amount, t) or bill.amount.words.strip()
    return " · ".join(part for part in (bill.name.strip(), amount) if part)


@reacton.component
def BillDays(bills: tuple[Bill, ...]) -> Any:
    """The days of the month on which something is due, and what it comes to."""
    t = use_session().t
    named = tuple(bill for bill in bills if bill.name.strip())
    if not named:
        return div(cls="rp-none")
    days = sorted({bill.day_of_month for bill in named if bill.day_of_month})
    by_day = [_day(t("Day {number}", number=day), _due(named, day), t).key(str(day)) for day in days]
    open_ones = _due(named, None)
    total = bills_total(named)
    return tag(
        "section",
        heading(3, t("Through the month"), cls="rp-part-title"),
        tag("ol", *by_day, _day(t("Day still open"), open_ones, t) if open_ones else None, cls="rp-bill-days"),
        para(t("Together about {amount} a month.", amount=t.money(total)), cls="rp-told") if total else None,
        para(t("They count in your month, under your money."), cls="rp-soft") if total else None,
        cls="rp-month",
    )


def _due(bills: tuple[Bill, ...], day: int | None) -> tuple[Bill, ...]:
    return tuple(bill for bill in bills if bill.day_of_month == day)


def _day(name: str, bills: tuple[Bill, ...], t: Language) -> Any:
    lines = [tag("li", _told(bill, t)).key(bill.id) for bill in bills]
    return tag("li", tag("span", name, cls="rp-bill-day"), tag("ul", *lines))


def _told(bill: Bill, t: Language) -> str:
    paid = t("paid automatically") if bill.by_itself else bill.how_paid.strip()
    return " · ".join(part for part in (line_of(bill, t), paid) if part)
